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
#include "solvers/vectors.h"

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

/* ---- Volumes ---- */

/* v := v less its projection on n orthonormal vectors of m entries. */
static void project(double *v, const double *basis, size_t n, size_t m)
{
    for (size_t i = 0; i < n; i++)
        logreg__add(v, -logreg__dot(basis + i * m, v, m), basis + i * m, m);
}

/* Makes n vectors x of m entries an orthonormal basis of what they span beside n_basis others: Gram-Schmidt, twice. Returns the logarithm of
 * the squared volume of what of x is at right angles to these. */
static double orthogonalise(double *x, size_t n, const double *basis, size_t n_basis, size_t m)
{
    double sum = 0;
    for (size_t k = 0; k < n; k++) {
        double *v = x + k * m;
        for (size_t pass = 0; pass < 2; pass++) {
            project(v, basis, n_basis, m);
            project(v, x, k, m);
        }
        double length = sqrt(logreg__dot(v, v, m));
        for (size_t r = 0; r < m; r++)
            v[r] /= length;
        sum += 2 * log(length);
    }
    return sum;
}

/* The vector of a column of the design on one side. */
static void take(double *to, const logreg__vif *v, size_t column, const logreg__vif_side *side)
{
    for (size_t r = 0; r < v->m; r++)
        to[r] = side->by_rows ? side->factor[r * v->m + column] : side->factor[column * v->m + r];
}

static bool fill_side(logreg__vif_side *side, const logreg__vif *v, size_t columns)
{
    size_t m = v->m;
    side->basis = logreg__new_raw(v->start[columns], m * sizeof *side->basis);
    side->log_volume = logreg__new_raw(columns, sizeof *side->log_volume);
    if (!side->basis || !side->log_volume)
        return false;
    for (size_t j = 0; j < columns; j++) {
        double *own = side->basis + v->start[j] * m;
        for (size_t i = v->start[j]; i < v->start[j + 1]; i++)
            take(side->basis + i * m, v, v->item[i], side);
        side->log_volume[j] = orthogonalise(own, v->start[j + 1] - v->start[j], NULL, 0, m);
    }
    return true;
}

/* ---- The whole ---- */

static bool fill(logreg__vif *v, const logreg_checkup *c, const logreg__problem *problem)
{
    size_t m = v->m, n = m * m, columns = logreg_frame_columns(c->frame);
    logreg__vif_side *side = v->side;
    side[0] = (logreg__vif_side){.factor = logreg__new(n, sizeof(double)), .by_rows = true};
    side[1] = (logreg__vif_side){.factor = logreg__new(n, sizeof(double))};
    v->room = logreg__new_raw(2 * n, sizeof *v->room);
    v->taken = logreg__new(m, sizeof *v->taken);
    bool ok = side[0].factor && side[1].factor && v->room && v->taken &&
              factor(side[0].factor, m, problem, NULL) == LOGREG_OK && list_columns(v, c, problem->design);
    if (!ok)
        return false;
    v->basis = v->room + n;
    logreg__lower_invert(side[1].factor, side[0].factor, m);
    return fill_side(&side[0], v, columns) && fill_side(&side[1], v, columns);
}

/* Leaves out the rows of the frame that are marked. */
static logreg_status leave_out(logreg__rows *rows, const bool *but)
{
    unsigned char *drop = logreg__new(rows->n, 1);
    logreg_status status = drop ? LOGREG_OK : LOGREG_ENOMEM;
    for (size_t i = 0, kept = 0; drop && i < rows->n_total; i++)
        if (logreg__rows_has(rows, i))
            drop[kept++] = but[i];
    if (status == LOGREG_OK)
        status = logreg__rows_leave_out(rows, drop, NULL);
    free(drop);
    return status;
}

/* The problem of the model's design, without its aliased columns. */
static logreg_status rebuild(logreg__fitting *f, logreg__formula **formula, logreg__rows **rows,
                             logreg__response **response, const logreg_checkup *c, const bool *but)
{
    const logreg_options *o = &c->options;
    logreg_status status = logreg__formula_rows(formula, rows, c->model->terms->formula, c->frame, o, NULL);
    if (status == LOGREG_OK && but)
        status = leave_out(*rows, but);
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

logreg__vif *logreg__vif_new(logreg_checkup *c, const bool *but)
{
    logreg__fitting f = {0};
    logreg__formula *formula = NULL;
    logreg__rows *rows = NULL;
    logreg__response *response = NULL;
    logreg__vif *v = logreg__new(1, sizeof *v);
    logreg_status status = v ? rebuild(&f, &formula, &rows, &response, c, but) : LOGREG_ENOMEM;
    bool ok = status == LOGREG_OK;
    if (ok)
        v->m = f.design->p - f.design->intercept;
    bool some = ok && v->m > 1;
    ok = ok && (!some || fill(v, c, f.problem));
    c->failed = c->failed || (!ok && !(but && status != LOGREG_OK && status != LOGREG_ENOMEM));
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
    for (int i = 0; i < 2; i++) {
        free(v->side[i].factor);
        free(v->side[i].basis);
        free(v->side[i].log_volume);
    }
    free(v->start);
    free(v->item);
    free(v->room);
    free(v->taken);
    free(v);
}

/* ---- Factors ---- */

double logreg__vif_log(const logreg__vif *v, size_t j, size_t *df)
{
    *df = v->start[j + 1] - v->start[j];
    return v->side[0].log_volume[j] + v->side[1].log_volume[j];
}

/* Copies the vectors of the columns of k, but for those of j, into v->room: how many. */
static size_t take_others(const logreg__vif *v, size_t j, size_t k, const logreg__vif_side *side)
{
    size_t n = 0;
    memset(v->taken, 0, v->m * sizeof *v->taken);
    for (size_t i = v->start[j]; i < v->start[j + 1]; i++)
        v->taken[v->item[i]] = true;
    for (size_t i = v->start[k]; i < v->start[k + 1]; i++)
        if (!v->taken[v->item[i]])
            take(v->room + n++ * v->m, v, v->item[i], side);
    return n;
}

/* The logarithm of the squared volume of the vectors of j less what those of k alone make of them; *others: how many these are. Where j has none
 * of k's, the basis of these is there. */
static double beside(const logreg__vif *v, size_t j, size_t k, const logreg__vif_side *side, size_t *others)
{
    size_t m = v->m, n = v->start[j + 1] - v->start[j];
    const double *basis = side->basis + v->start[k] * m;
    *others = take_others(v, j, k, side);
    if (*others < v->start[k + 1] - v->start[k]) {
        orthogonalise(v->room, *others, NULL, 0, m);
        basis = memcpy(v->basis, v->room, *others * m * sizeof *v->basis);
    }
    for (size_t i = 0; i < n; i++)
        take(v->room + i * m, v, v->item[v->start[j] + i], side);
    return orthogonalise(v->room, n, basis, *others, m);
}

double logreg__vif_without(const logreg__vif *v, size_t j, size_t k)
{
    size_t others;
    double left = beside(v, j, k, &v->side[1], &others);
    return others ? v->side[0].log_volume[j] + left : NAN;
}

double logreg__vif_pair(const logreg__vif *v, size_t j, size_t k, size_t *df)
{
    size_t own = v->start[j + 1] - v->start[j], others;
    double left = beside(v, j, k, &v->side[0], &others);
    *df = own < others ? own : others;
    return others ? v->side[0].log_volume[j] - left : NAN;
}
