/* beta = t + T g with g free: by the rows of R, a coefficient with a row of its own is v_i - sum_f R_if beta_f. So the column of g_f is x_f - sum_i R_if x_i, and
 * sum_i v_i x_i joins the offset. Equation (42).
 */
#include "hypothesis/refit.h"

#include "base/error.h"
#include "base/memory.h"
#include "design/expansion.h"

/* The row of R whose coefficient is that of the pivot in class c, counted from 0; rank: there is none. */
static size_t row_of(const logreg__equations *e, size_t pivot)
{
    for (size_t i = 0; i < e->rank; i++)
        if (e->pivot[i] == pivot)
            return i;
    return e->rank;
}

/* Do rows i and j say the same of class c as of the first? */
static bool same_rows(const logreg__equations *e, size_t i, size_t j, size_t c, size_t p)
{
    for (size_t a = 0; a < e->q; a++) {
        double want = a / p == c ? e->R[i * e->q + a % p] : 0;
        if (e->R[j * e->q + a] != want)
            return false;
    }
    return e->v[i] == e->v[j];
}

bool logreg__refit_can(const logreg_study *s, const logreg__equations *e)
{
    const logreg_model *m = s->model;
    size_t first = 0;
    if (m->strata || m->penalty)
        return false;
    for (size_t i = 0; i < e->rank; i++) {
        if (e->pivot[i] >= m->p)
            continue;
        first++;
        for (size_t c = 0; c < m->k; c++) {
            size_t j = row_of(e, c * m->p + e->pivot[i]);
            if (j == e->rank || !same_rows(e, i, j, c, m->p))
                return false;
        }
    }
    return first * m->k == e->rank;
}

void logreg__refit_clear(logreg__refit *r)
{
    logreg_model_free(r->model);
    free(r->column);
    free(r->rows);
    *r = (logreg__refit){.study = NULL};
}

/* ---- Rows ---- */

/* Columns that stay: those with a coefficient of their own, but for a constant that is still one. */
static bool choose_columns(logreg__refit *r)
{
    const logreg_model *m = r->study->model;
    const logreg__equations *e = r->of;
    r->column = logreg__new(m->p, sizeof *r->column);
    r->intercept = m->terms->intercept;
    for (size_t i = 0; i < e->rank; i++)
        if (e->R[i * e->q] != 0)
            r->intercept = false;
    for (size_t j = 0; r->column && j < m->p; j++)
        if (m->status[j] != LOGREG_COEF_ALIASED && row_of(e, j) == e->rank && !(j == 0 && r->intercept))
            r->column[r->n_columns++] = j;
    return r->column != NULL;
}

/* Adds a row of weight w whose columns in the order of the model are x. */
static void add_row(logreg__refit *r, const double *x, double y, double w, double offset)
{
    const logreg_model *m = r->study->model;
    size_t at = r->X.size1;
    double *to = r->X.data + at * r->X.tda;
    if (!(w > 0))
        return;
    for (size_t f = 0; f < r->n_columns; f++)
        to[f] = x[r->column[f]];
    for (size_t i = 0; i < r->of->rank; i++) {
        size_t own = r->of->pivot[i];
        const double *row = r->of->R + i * r->of->q;
        if (own >= m->p) /* as of the first class */
            continue;
        for (size_t f = 0; f < r->n_columns; f++)
            to[f] -= row[r->column[f]] * x[own];
        offset += r->of->v[i] * x[own];
        if (r->open)
            to[r->n_columns] = x[own];
    }
    r->y.data[at] = y;
    r->w.data[at] = w;
    r->o.data[at] = offset;
    r->X.size1++;
}

static bool make_room(logreg__refit *r, size_t n)
{
    size_t width = r->n_columns + r->open;
    r->rows = n > SIZE_MAX / (width + 3) ? NULL : logreg__new_raw(n * (width + 3), sizeof *r->rows);
    if (!r->rows)
        return false;
    double *behind = r->rows + n * width;
    r->X = (gsl_matrix){.size2 = width, .tda = width, .data = r->rows};
    r->y = (gsl_vector){.stride = 1, .data = behind};
    r->w = (gsl_vector){.stride = 1, .data = behind + n};
    r->o = (gsl_vector){.stride = 1, .data = behind + 2 * n};
    return true;
}

static logreg_status write_rows(logreg__refit *r, const logreg__design *d, logreg_error *err)
{
    const logreg_model *m = r->study->model;
    logreg__expansion x;
    double *row = logreg__new(m->p, sizeof *row);
    bool ok = logreg__expansion_init(&x, d) && row && make_room(r, m->grouped ? 2 * d->n : d->n);
    while (ok && logreg__expansion_next(&x)) {
        const logreg__block *block = &x.block;
        for (size_t i = 0; i < block->rows; i++) {
            for (size_t a = 0; a < d->p; a++)
                row[d->column[a]] = x.x[i * d->p + a];
            double w = block->w ? block->w[i] : 1, offset = block->offset ? block->offset[i] : 0;
            double y = block->y[i];
            if (m->grouped) { /* events, and the others */
                add_row(r, row, 1, w * y, offset);
                add_row(r, row, 0, w * (1 - y), offset);
            } else {
                add_row(r, row, y, w, offset);
            }
        }
    }
    r->y.size = r->w.size = r->o.size = r->X.size1;
    logreg__expansion_clear(&x);
    free(row);
    return ok ? LOGREG_OK : logreg__fail_memory(err);
}

/* ---- The fit ---- */

logreg_status logreg__refit_make(logreg__refit *r, const logreg_study *s, const logreg__equations *e,
                                 bool open, logreg_error *err)
{
    const logreg_model *m = s->model;
    *r = (logreg__refit){.study = s, .of = e, .open = open};
    unsigned char *drop = logreg__new(m->p, 1);
    logreg__design *plain = NULL;
    logreg_status status = drop && choose_columns(r) ? LOGREG_OK : logreg__fail_memory(err);
    for (size_t j = 0; drop && j < m->p; j++)
        drop[j] = m->status[j] == LOGREG_COEF_ALIASED;
    bool free_ones = r->n_columns + r->open + r->intercept > 0;
    if (status == LOGREG_OK && free_ones)
        status = logreg__design_new(&plain, m->terms, s->frame, s->rows, s->response, drop, err);
    if (status == LOGREG_OK && free_ones)
        status = write_rows(r, plain, err);
    logreg__design_free(plain);
    free(drop);
    r->options = logreg_options_default();
    r->options.fit_intercept = r->intercept;
    r->options.measures = false;
    r->options.threads = s->problem->threads;
    r->options.weight_values = &r->w;
    r->options.offset_values = &r->o;
    return status == LOGREG_OK && free_ones ? logreg_fit(&r->model, &r->X, &r->y, &r->options, err) : status;
}

void logreg__refit_point(double *b, const logreg__refit *r)
{
    const logreg_study *s = r->study;
    const logreg__equations *e = r->of;
    size_t p = s->model->p, width = r->model ? r->model->p : 0;
    for (size_t a = 0; a < s->problem->q; a++) {
        size_t coefficient = logreg__study_coefficient(s, a), j = coefficient % p, i = row_of(e, j);
        const double *own = width ? r->model->finite + coefficient / p * width : NULL;
        b[a] = i < e->rank ? e->v[i] : r->intercept && j == 0 ? own[0] : 0;
        for (size_t f = 0; f < r->n_columns; f++) {
            double share = i < e->rank ? -e->R[i * e->q + r->column[f]] : r->column[f] == j;
            b[a] += share != 0 ? share * own[r->intercept + f] : 0;
        }
    }
    logreg__problem_b(s->problem, b, b);
}
