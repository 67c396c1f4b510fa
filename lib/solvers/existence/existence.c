/* From the directions of recession to what becomes of rows and coefficients. */
#include "solvers/existence/existence.h"

#include "base/error.h"
#include "base/memory.h"
#include "solvers/existence/direction.h"
#include "solvers/existence/recession.h"

/* Place in model order of coefficient i of the fold order. */
static size_t model_place(const logreg__design *design, size_t i)
{
    return i / design->p * design->terms->n_columns + design->column[i % design->p];
}

static logreg__existence *allocate(const logreg__design *design, size_t k)
{
    logreg__existence *e = logreg__new(1, sizeof *e);
    if (!e)
        return NULL;
    size_t columns = design->terms->n_columns;
    e->separated = logreg__new(design->n, 1);
    e->drop = logreg__new(columns, k);
    e->status = logreg__new(columns, k * sizeof *e->status);
    e->direction = logreg__new(design->p, k * sizeof *e->direction);
    if (!e->separated || !e->drop || !e->status || !e->direction) {
        logreg__existence_free(e);
        return NULL;
    }
    for (size_t j = 0; j < k * columns; j++) {
        e->drop[j] = 1;
        e->status[j] = LOGREG_COEF_ALIASED;
    }
    for (size_t i = 0; i < k * design->p; i++) {
        e->drop[model_place(design, i)] = 0;
        e->status[model_place(design, i)] = LOGREG_COEF_OK;
    }
    return e;
}

void logreg__existence_free(logreg__existence *e)
{
    if (!e)
        return;
    free(e->separated);
    free(e->tied);
    free(e->drop);
    free(e->status);
    free(e->contrast);
    free(e->direction);
    free(e);
}

/* ---- Rows ---- */

/* Rows without weight, which the walk does not meet, have no loss to keep them for. */
static void mark_rows(logreg__existence *e, const logreg__recession *r)
{
    bool any_strict = false, any_tied = false;
    memset(e->separated, 1, r->cases->design->n);
    logreg__cases_rewind(r->cases, 0);
    while (logreg__cases_next(r->cases)) {
        size_t i = r->cases->index, tied = 0;
        for (size_t o = 0; o < r->k; o++)
            tied += r->tied[i * r->k + o];
        e->separated[i] = tied == 0;
        any_tied |= tied > 0;
        any_strict |= tied < r->k;
    }
    if (any_strict)
        e->separation = any_tied ? LOGREG_SEPARATION_QUASI : LOGREG_SEPARATION_COMPLETE;
}

/* ---- Coefficients ---- */

static logreg_coef_status limit_along(double sign)
{
    return sign > 0   ? LOGREG_COEF_PLUS_INFINITY
           : sign < 0 ? LOGREG_COEF_MINUS_INFINITY
                      : LOGREG_COEF_UNDETERMINED;
}

static bool has_sign(logreg_coef_status status)
{
    return status == LOGREG_COEF_PLUS_INFINITY || status == LOGREG_COEF_MINUS_INFINITY;
}

/* Coefficients that the direction in r moves the other way than the first one did have no limit of one sign. */
static void note_opposites(logreg__existence *e, const logreg__design *design, const logreg__recession *r)
{
    for (size_t i = 0; i < r->q; i++) {
        logreg_coef_status *status = &e->status[model_place(design, i)];
        int sign = has_sign(*status) ? logreg__recession_sign(r, i) : 0;
        if (sign && *status != limit_along(sign))
            *status = LOGREG_COEF_UNDETERMINED;
    }
}

/* Where each coefficient goes as the likelihood rises along all of D. An entry that D does not fix is 0 inside D only
 * if it takes both signs. */
static logreg_status judge_coefficients(logreg__existence *e, const logreg__design *design,
                                        logreg__recession *r, logreg_error *err)
{
    for (size_t i = 0; i < r->q; i++)
        e->status[model_place(design, i)] =
            logreg__recession_fixes(r, i) ? LOGREG_COEF_OK : limit_along(e->direction[i]);
    logreg_status done = LOGREG_OK;
    for (size_t i = 0; r->span->d > 1 && done == LOGREG_OK && i < r->q; i++) {
        logreg_coef_status status = e->status[model_place(design, i)];
        bool there_is = false;
        if (has_sign(status))
            done =
                logreg__recession_against(&there_is, r, i, status == LOGREG_COEF_PLUS_INFINITY ? 1 : -1, err);
        if (there_is) {
            note_opposites(e, design, r);
            e->status[model_place(design, i)] = LOGREG_COEF_UNDETERMINED;
        }
    }
    return done;
}

/* What all of D has 0 for is finite, whether or not both of its coefficients are. */
static logreg_status judge_contrasts(logreg__existence *e, const logreg__design *design, logreg__recession *r,
                                     logreg_error *err)
{
    size_t p = design->p, columns = design->terms->n_columns;
    if (r->k < 2)
        return LOGREG_OK;
    e->contrast = logreg__new(r->k * (r->k - 1) / 2, columns);
    double *z = logreg__new_raw(r->q, sizeof *z);
    if (!e->contrast || !z) {
        free(z);
        return logreg__fail_memory(err);
    }
    unsigned char *pair = e->contrast;
    for (size_t c = 1; c < r->k; c++)
        for (size_t d = 0; d < c; d++, pair += columns)
            for (size_t j = 0; j < p; j++) {
                logreg__cases_coefficient(r->cases, c * p + j, z);
                logreg__cases_coefficient(r->cases, d * p + j, r->z);
                for (size_t i = 0; i < r->q; i++)
                    z[i] -= r->z[i];
                pair[design->column[j]] = !logreg__span_project(r->span, z, NULL, NULL);
            }
    free(z);
    return LOGREG_OK;
}

/* The tied rows leave as many combinations of coefficients free as their null space has dimensions. Holding at 0 a set
 * of coefficients whose rows of the null space's basis are independent takes just this freedom away, and leaves
 * the finite coefficients as they are. Later coefficients are taken first, so that the intercept stays. */
static logreg_status choose_drop(logreg__existence *e, const logreg__design *design,
                                 const logreg__recession *r, logreg_error *err)
{
    size_t d = r->span->d, columns = design->terms->n_columns, taken = 0;
    logreg__span *held = logreg__span_new(d, 0, NULL);
    size_t *fold = logreg__new_raw(r->k * columns, sizeof *fold);
    double *noise = logreg__new_raw(d, sizeof *noise);
    if (!held || !fold || !noise) {
        free(held);
        free(fold);
        free(noise);
        return logreg__fail_memory(err);
    }
    for (size_t i = 0; i < r->q; i++)
        fold[model_place(design, i)] = i;
    for (size_t j = r->k * columns; j-- > 0 && taken < d;) {
        if (e->status[j] == LOGREG_COEF_OK || e->status[j] == LOGREG_COEF_ALIASED)
            continue;
        logreg__cases_coefficient(r->cases, fold[j], r->z);
        logreg__span_project(r->span, r->z, r->u, noise);
        for (size_t f = 0; f < d; f++) /* else rounding would make rows that are dependent independent */
            r->u[f] = fabs(r->u[f]) > noise[f] ? r->u[f] : 0;
        logreg__span_add(held, r->u);
        e->drop[j] = held->rank > taken;
        taken = held->rank;
    }
    free(held);
    free(fold);
    free(noise);
    return LOGREG_OK;
}

logreg_status logreg__existence_decide(logreg__existence **existence, const logreg__design *design, size_t k,
                                       logreg_error *err)
{
    logreg__recession *r = NULL;
    if (design->p == 0) { /* nothing can run off */
        *existence = allocate(design, k);
        return *existence ? LOGREG_OK : logreg__fail_memory(err);
    }
    logreg_status status = logreg__recession_find(&r, design, k, err);
    if (status != LOGREG_OK)
        return status;
    logreg__existence *e = allocate(design, k);
    if (!e)
        status = logreg__fail_memory(err);
    if (status == LOGREG_OK && r->span->d > 0) {
        if (logreg__direction_choose(e->direction, r))
            mark_rows(e, r);
        else
            status = logreg__fail(err, LOGREG_ENUMERIC, "%s", logreg__recession_undecided);
        if (status == LOGREG_OK)
            status = judge_coefficients(e, design, r, err);
        if (status == LOGREG_OK)
            status = judge_contrasts(e, design, r, err);
        if (status == LOGREG_OK)
            status = choose_drop(e, design, r, err);
        if (status == LOGREG_OK) {
            e->tied = r->tied;
            r->tied = NULL;
        }
    }
    logreg__recession_free(r);
    if (status == LOGREG_OK)
        *existence = e;
    else
        logreg__existence_free(e);
    return status;
}
