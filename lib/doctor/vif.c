/* Generalised variance inflation factors (Fox & Monette, J. Amer. Statist. Assoc. 87, 1992), equation (37). With C the
 * correlation matrix of the design's columns and D its inverse, GVIF of a set S of columns is det C_SS det D_SS: for one
 * column 1/(1 - R^2) of its regression on all others. Both determinants are squared volumes of vectors, of rows of L and of
 * columns of inv(L) with C = L L', so that nothing is squared that is nearly collinear.
 */
#include "doctor/vif.h"

#include "base/error.h"
#include "base/memory.h"
#include "engine/dense.h"
#include "model/fitting.h"

/* As in rank.c: down to this a Cholesky factor of Z'WZ is sure, below it takes a QR factor. */
#define SURE_RATIO 1e-4

/* ---- The factor ---- */

/* Rows 1 .. m of the factor R (p x p, upper) of Z'WZ, transposed: without the intercept, that of the centred columns. */
static void take_upper(double *L, const double *R, size_t p, size_t m)
{
    for (size_t j = 0; j < m; j++)
        for (size_t i = 0; i < m; i++)
            L[j * m + i] = i < j ? 0 : R[(i + p - m) * p + j + p - m];
}

/* Makes rows of length 1: those of a factor of C. */
static void scale_rows(double *L, size_t m)
{
    for (size_t i = 0; i < m; i++) {
        double sum = 0;
        for (size_t j = 0; j <= i; j++)
            sum += L[j * m + i] * L[j * m + i];
        for (size_t j = 0; j <= i; j++)
            L[j * m + i] /= sqrt(sum);
    }
}

static bool is_sure(const double *L, size_t m)
{
    bool sure = true;
    for (size_t i = 0; i < m; i++)
        sure = sure && fabs(L[i * m + i]) > SURE_RATIO;
    return sure;
}

/* L of C, of the columns behind the intercept. */
static logreg_status factor(double *L, size_t m, const logreg__problem *problem, logreg_error *err)
{
    size_t p = problem->design->p;
    double *G = logreg__new_raw(p * p, sizeof *G);
    logreg_status status = G ? LOGREG_OK : logreg__fail_memory(err);
    if (status == LOGREG_OK)
        status = logreg__fold(problem, &logreg__kernel_gram, 1, NULL, G, NULL, err);
    bool sure = status == LOGREG_OK && logreg__cholesky(G, p);
    for (size_t j = 0; sure && j < m; j++)
        for (size_t i = 0; i < m; i++)
            L[j * m + i] = i < j ? 0 : G[(j + p - m) * p + i + p - m];
    if (sure) {
        scale_rows(L, m);
        sure = is_sure(L, m);
    }
    if (status == LOGREG_OK && !sure) {
        status = logreg__fold(problem, &logreg__kernel_rank, 1, NULL, G, NULL, err);
        take_upper(L, G, p, m);
        scale_rows(L, m);
    }
    free(G);
    return status;
}

/* ---- Which columns ---- */

static bool uses(const logreg__variable *v, const char *name)
{
    if (!v->made)
        return strcmp(v->column, name) == 0;
    const logreg__expression *e = v->made->input;
    for (size_t i = 0; i < e->n; i++)
        if (e->node[i].kind == LOGREG__NODE_COLUMN && strcmp(e->node[i].text, name) == 0)
            return true;
    return false;
}

/* Marks the columns of the design, in model order, that a column of the frame helps to make. */
static void mark(bool *mine, const logreg__terms *terms, const char *name)
{
    memset(mine, 0, terms->n_columns * sizeof *mine);
    for (size_t t = 0; t < terms->n_terms; t++) {
        const logreg__term *term = &terms->term[t];
        bool used = false;
        for (size_t i = 0; i < term->n; i++)
            used = used || uses(&terms->variable[term->variable[i]], name);
        for (size_t k = 0; used && k < term->n_columns; k++)
            mine[term->first + k] = true;
    }
}

static bool list_columns(logreg__vif *v, const logreg_checkup *c, const logreg__design *d)
{
    size_t columns = logreg_frame_columns(c->frame), n = 0, room = 0;
    bool *mine = logreg__new(d->terms->n_columns, sizeof *mine);
    v->start = logreg__new(columns + 1, sizeof *v->start);
    bool ok = mine && v->start;
    for (size_t j = 0; ok && j < columns; j++) {
        v->start[j] = n;
        if (!logreg__in_trial(c, j))
            continue;
        mark(mine, d->terms, logreg_frame_name(c->frame, j));
        for (size_t i = d->p - v->m; ok && i < d->p; i++) {
            ok = !mine[d->column[i]] || logreg__grow(&v->item, &room, n + 1, sizeof *v->item);
            if (ok && mine[d->column[i]])
                v->item[n++] = i - (d->p - v->m);
        }
    }
    if (ok)
        v->start[columns] = n;
    free(mine);
    return ok;
}

/* ---- The whole ---- */

static bool fill(logreg__vif *v, const logreg_checkup *c, const logreg__problem *problem)
{
    size_t m = v->m, n = m * m;
    v->L = logreg__new(n, sizeof *v->L);
    v->inverse = logreg__new(n, sizeof *v->inverse);
    v->room = logreg__new_raw(n, sizeof *v->room);
    v->taken = logreg__new(m, sizeof *v->taken);
    bool ok = v->L && v->inverse && v->room && v->taken && factor(v->L, m, problem, NULL) == LOGREG_OK &&
              list_columns(v, c, problem->design);
    if (ok)
        logreg__lower_invert(v->inverse, v->L, m);
    return ok;
}

/* The problem of the model's design, without its aliased columns. */
static logreg_status rebuild(logreg__fitting *f, logreg__formula **formula, logreg__rows **rows,
                             logreg__response **response, const logreg_checkup *c)
{
    const logreg_options *o = &c->options;
    logreg_status status = logreg__formula_rows(formula, rows, c->model->terms->formula, c->frame, o, NULL);
    if (status != LOGREG_OK)
        return status;
    const logreg__outcome outcome = logreg__outcome_chosen((*formula)->response, o);
    status = logreg__response_new(response, &outcome, c->frame, *rows, NULL);
    *f = (logreg__fitting){
        .options = o, .frame = c->frame, .rows = *rows, .response = *response, .model = c->model};
    f->drop = logreg__new(c->model->p, 1);
    if (status != LOGREG_OK || !f->drop)
        return status == LOGREG_OK ? LOGREG_ENOMEM : status;
    for (size_t j = 0; j < c->model->p; j++)
        f->drop[j] = c->model->status[j] == LOGREG_COEF_ALIASED;
    return logreg__fitting_problem(&f->design, &f->problem, f, f->rows, f->drop, true, NULL);
}

logreg__vif *logreg__vif_new(logreg_checkup *c)
{
    logreg__fitting f = {0};
    logreg__formula *formula = NULL;
    logreg__rows *rows = NULL;
    logreg__response *response = NULL;
    logreg__vif *v = logreg__new(1, sizeof *v);
    bool ok = v && rebuild(&f, &formula, &rows, &response, c) == LOGREG_OK;
    if (ok)
        v->m = f.design->p - f.design->intercept;
    bool some = ok && v->m > 1;
    ok = ok && (!some || fill(v, c, f.problem));
    c->failed = c->failed || !ok;
    free(f.drop);
    logreg__problem_free(f.problem);
    logreg__design_free(f.design);
    logreg__response_free(response);
    logreg__rows_free(rows);
    logreg__formula_free(formula);
    if (ok && some)
        return v;
    logreg__vif_free(v);
    return NULL;
}

void logreg__vif_free(logreg__vif *v)
{
    if (!v)
        return;
    free(v->L);
    free(v->inverse);
    free(v->start);
    free(v->item);
    free(v->room);
    free(v->taken);
    free(v);
}

/* ---- Volumes ---- */

/* Logarithm of the squared volume of n vectors of m entries, which are spoilt: Gram-Schmidt, twice. */
static double log_volume(double *x, size_t n, size_t m)
{
    double sum = 0;
    for (size_t k = 0; k < n; k++) {
        double *v = x + k * m, length = 0;
        for (size_t pass = 0; pass < 2; pass++)
            for (size_t i = 0; i < k; i++) {
                const double *u = x + i * m;
                double dot = 0;
                for (size_t r = 0; r < m; r++)
                    dot += u[r] * v[r];
                for (size_t r = 0; r < m; r++)
                    v[r] -= dot * u[r];
            }
        for (size_t r = 0; r < m; r++)
            length += v[r] * v[r];
        length = sqrt(length);
        for (size_t r = 0; r < m; r++)
            v[r] /= length;
        sum += 2 * log(length);
    }
    return sum;
}

/* Copies the vectors of the columns of j that are not taken yet, behind n others, and takes them; how many there are then. */
static size_t take(const logreg__vif *v, size_t j, size_t n, bool inverse)
{
    for (size_t i = v->start[j]; i < v->start[j + 1]; i++) {
        size_t column = v->item[i];
        if (v->taken[column])
            continue;
        v->taken[column] = true;
        for (size_t r = 0; r < v->m; r++)
            v->room[n * v->m + r] = inverse ? v->inverse[column * v->m + r] : v->L[r * v->m + column];
        n++;
    }
    return n;
}

static double volume(const logreg__vif *v, size_t n)
{
    memset(v->taken, 0, v->m * sizeof *v->taken);
    return log_volume(v->room, n, v->m);
}

double logreg__vif_log(const logreg__vif *v, size_t j, size_t *df)
{
    *df = v->start[j + 1] - v->start[j];
    double own = volume(v, take(v, j, 0, false));
    return own + volume(v, take(v, j, 0, true));
}

/* Takes those of j and forgets them, then the others of k: how many. */
static size_t take_others(const logreg__vif *v, size_t j, size_t k, bool inverse)
{
    take(v, j, 0, inverse);
    return take(v, k, 0, inverse);
}

double logreg__vif_without(const logreg__vif *v, size_t j, size_t k)
{
    size_t others = take_others(v, j, k, true);
    double of_others = volume(v, others);
    if (others == 0)
        return NAN;
    double both = volume(v, take(v, k, take(v, j, 0, true), true));
    return volume(v, take(v, j, 0, false)) + both - of_others;
}

double logreg__vif_pair(const logreg__vif *v, size_t j, size_t k, size_t *df)
{
    size_t own = v->start[j + 1] - v->start[j], others = take_others(v, j, k, false);
    double of_others = volume(v, others);
    *df = own < others ? own : others;
    if (others == 0)
        return NAN;
    double both = volume(v, take(v, k, take(v, j, 0, false), false));
    return volume(v, take(v, j, 0, false)) + of_others - both;
}
