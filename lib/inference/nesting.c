/* Models keep no rows, but what makes columns of their variables. At points strewn over where those lie, a column is a combination of others by
 * the rule for aliased columns if it is so as a function (else it would have to vanish at all of them by chance), and then it is so in the rows.
 * z is thus in poly(z, 2), in 10 z, in natural splines of z, and in the levels of z.
 */
#include "inference/nesting.h"
#include "inference/strewn.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/text.h"
#include "design/expansion.h"
#include "model/estimate/rank.h"

/* Points, and those more for each column: many more than columns, so that none agree by chance. */
#define POINTS 200
#define POINTS_A_COLUMN 4

/* Of more columns names alone tell. */
#define MOST_COLUMNS 500

/* Likelihoods that are farther apart in the wrong direction belong to models that are not nested, whatever the points say. */
#define NO_WORSE 1e-6

/* ---- By name ------------------------------------------------------------------------------------------------ */

static bool same_text(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

/* The formula's offset as text, or NULL; *failed where memory is out. */
static char *offset_text(const logreg__expression *offset, bool *failed)
{
    if (!offset)
        return NULL;
    logreg__text text = {0};
    logreg__expression_write(&text, offset);
    char *written = logreg__text_take(&text);
    *failed = *failed || !written;
    return written;
}

static bool same_offset(const logreg_model *m, const logreg_model *other, bool *failed)
{
    char *a = offset_text(m->terms->offset, failed), *b = offset_text(other->terms->offset, failed);
    bool same = same_text(a, b) && same_text(m->offset, other->offset);
    free(a);
    free(b);
    return same;
}

/* An offset adds to the log-odds against the first class: the same one is another with the classes in another order. */
static bool same_order(const logreg_model *m, const logreg_model *other)
{
    bool same = m->n_classes == other->n_classes;
    for (size_t c = 0; same && c < m->n_classes; c++)
        same = strcmp(m->class_label[c], other->class_label[c]) == 0;
    return same;
}

static bool has_offset(const logreg_model *m)
{
    return m->offset || m->terms->offset;
}

static bool has_variable(const logreg_model *m, const char *column)
{
    for (size_t v = 0; v < m->terms->n_variables; v++)
        if (same_text(m->terms->variable[v].column, column))
            return true;
    return false;
}

/* Has a column that m fills the same cells in the other model, if that uses it? */
static bool filled_alike(const logreg_model *m, const logreg_model *other)
{
    for (size_t i = 0; i < m->terms->n_fills; i++) {
        const logreg__fill *f = &m->terms->fill[i];
        if (!f->n_missing || !has_variable(other, f->column))
            continue;
        const logreg__fill *g = logreg__fill_of(other->terms->fill, other->terms->n_fills, f->column);
        if (!g || g->kind != f->kind || !same_text(f->label, g->label) ||
            (f->kind == LOGREG_NUMERIC && f->number != g->number))
            return false;
    }
    return true;
}

/* The column of m that a column of the other model is by name, or is not needed for: aliased. */
static bool has_column(const logreg_model *m, const logreg_model *other, size_t j)
{
    if (other->status[j] == LOGREG_COEF_ALIASED)
        return true;
    for (size_t i = 0; i < m->p; i++)
        if (strcmp(m->terms->name[i], other->terms->name[j]) == 0)
            return true;
    return false;
}

static bool has_columns(const logreg_model *m, const logreg_model *other)
{
    bool all = true;
    for (size_t j = 0; all && j < other->p; j++)
        all = has_column(m, other, j);
    return all;
}

/* ---- Columns ------------------------------------------------------------------------------------------------ */

/* Those of a model, each of the points after the other, in X [p x n]; aliased ones too. */
static logreg_status expand(double *X, const logreg_model *m, const logreg__strewn *at, logreg_error *err)
{
    logreg__design *d = NULL;
    logreg_status status = logreg__design_new(&d, m->terms, at->frame, at->rows, NULL, NULL, err);
    if (status != LOGREG_OK)
        return status;
    logreg__expansion e;
    bool ok = logreg__expansion_init(&e, d);
    while (ok && logreg__expansion_next(&e))
        for (size_t r = 0; r < e.block.rows; r++)
            for (size_t j = 0; j < d->p; j++)
                X[d->column[j] * d->n + e.first + r] = e.x[r * d->p + j];
    logreg__expansion_clear(&e);
    logreg__design_free(d);
    return ok ? LOGREG_OK : logreg__fail_memory(err);
}

/* Adds sign times the model's offset to each point of x. */
static logreg_status add_offset(double *x, double sign, const logreg_model *m, const logreg__strewn *at,
                                logreg_error *err)
{
    const logreg__column *column =
        m->offset ? &at->frame->column[logreg_frame_find(at->frame, m->offset)] : NULL;
    logreg__bound *bound = NULL;
    logreg_status status = LOGREG_OK;
    if (m->terms->offset)
        status = logreg__bound_new(&bound, m->terms->offset, at->frame, err);
    if (status != LOGREG_OK)
        return status;
    double value[LOGREG__BLOCK_ROWS], *work = logreg__new_raw(bound ? bound->depth : 1, sizeof value);
    size_t place[LOGREG__BLOCK_ROWS];
    for (size_t first = 0; work && first < at->rows->n; first += LOGREG__BLOCK_ROWS) {
        size_t left = at->rows->n - first, rows = left < LOGREG__BLOCK_ROWS ? left : LOGREG__BLOCK_ROWS;
        logreg__rows_list(at->rows, first, rows, place);
        if (bound)
            logreg__bound_values(value, bound, place, rows, work);
        for (size_t i = 0; i < rows; i++)
            x[first + i] +=
                sign * ((bound ? value[i] : 0) + (column ? logreg__column_number(column, place[i]) : 0));
    }
    status = work ? LOGREG_OK : logreg__fail_memory(err);
    free(work);
    logreg__bound_free(bound);
    return status;
}

/* The last columns of m, none of the first `kept` of which counts: how many are no combination of those before, and of ones where there are ones.
 * EDATA: it cannot be told. */
static logreg_status count_new(size_t *count, const double *const *column, size_t m, size_t kept, size_t n,
                               bool ones, logreg_error *err)
{
    logreg_frame *frame = NULL;
    logreg__terms *terms = NULL;
    logreg__rows *rows = NULL;
    logreg__design *design = NULL;
    logreg__problem *problem = NULL;
    unsigned char *drop = logreg__new(m + 1, 1);
    logreg__alias *alias = logreg__new(m + 1, sizeof *alias);
    logreg_status status = drop && alias ? logreg_frame_new(&frame, err) : logreg__fail_memory(err);
    for (size_t j = 0; status == LOGREG_OK && j < m; j++) {
        char name[32];
        snprintf(name, sizeof name, "%zu", j);
        status = logreg__frame_borrow(frame, name, column[j], 1, n, 0, err);
    }
    if (status == LOGREG_OK)
        status = logreg__terms_plain(&terms, frame, ones, err);
    if (status == LOGREG_OK)
        status = logreg__rows_complete(&rows, frame, NULL, 0, err);
    if (status == LOGREG_OK)
        status = logreg__design_new(&design, terms, frame, rows, NULL, NULL, err);
    if (status == LOGREG_OK)
        status = logreg__problem_new(&problem, design, 1, 1, err);
    if (status == LOGREG_OK)
        status = logreg__problem_standardise(problem, true, err);
    if (status == LOGREG_OK)
        status = logreg__rank_find(drop, alias, problem, err);
    *count = 0;
    for (size_t j = kept; status == LOGREG_OK && j < m; j++)
        *count += !drop[j + ones];
    for (size_t j = 0; alias && j < m + ones; j++) {
        free(alias[j].name);
        free(alias[j].column);
        free(alias[j].multiplier);
    }
    free(alias);
    free(drop);
    logreg__problem_free(problem);
    logreg__design_free(design);
    logreg__rows_free(rows);
    logreg__terms_free(terms);
    logreg_frame_free(frame);
    return status;
}

/* Is there a column of ones, or are there some for each matched set? */
static bool has_ones(const logreg_model *m)
{
    return m->terms->intercept || m->strata;
}

static logreg_status compare_spaces(bool *within, const logreg_model *small, const logreg_model *large,
                                    const logreg__strewn *at, logreg_error *err)
{
    size_t n = at->rows->n, all = small->p + large->p + 1, m = 0, kept;
    double *X = logreg__new(all, n * sizeof *X), *offset = X ? X + (all - 1) * n : NULL;
    const double **column = logreg__new(all, sizeof *column);
    logreg_status status = X && column ? expand(X, large, at, err) : logreg__fail_memory(err);
    if (status == LOGREG_OK)
        status = expand(X + large->p * n, small, at, err);
    if (status == LOGREG_OK)
        status = add_offset(offset, 1, small, at, err);
    if (status == LOGREG_OK)
        status = add_offset(offset, -1, large, at, err);
    for (size_t i = 0; status == LOGREG_OK && i < all * n; i++)
        status = isfinite(X[i]) ? LOGREG_OK : LOGREG_EDATA;
    /* Where not even the small model's own columns can be told apart, too little of them is seen. */
    size_t own = 0, apart = 0, beyond = 0;
    for (size_t j = small->terms->intercept; status == LOGREG_OK && j < small->p; j++)
        if (small->status[j] != LOGREG_COEF_ALIASED)
            column[own++] = X + (large->p + j) * n;
    if (status == LOGREG_OK && own > 0)
        status = count_new(&apart, column, own, 0, n, has_ones(small), err);
    for (size_t j = large->terms->intercept; status == LOGREG_OK && j < large->p; j++)
        column[m++] = X + j * n;
    kept = m;
    for (size_t j = has_ones(large) && small->terms->intercept; status == LOGREG_OK && j < small->p; j++)
        if (!has_column(large, small, j))
            column[m++] = X + (large->p + j) * n;
    if (status == LOGREG_OK && apart == own) {
        column[m++] = offset;
        status = count_new(&beyond, column, m, kept, n, has_ones(large), err);
    }
    *within = status == LOGREG_OK && apart == own && beyond == 0;
    free(X);
    free(column);
    return status;
}

logreg_status logreg__nested(bool *nested, const logreg_model *small, const logreg_model *large,
                             logreg_error *err)
{
    bool failed = false, alike = same_offset(small, large, &failed);
    *nested = false;
    if (failed)
        return logreg__fail_memory(err);
    if ((has_offset(small) || has_offset(large)) && !same_order(small, large))
        return LOGREG_OK;
    if (!filled_alike(small, large) || !filled_alike(large, small))
        return LOGREG_OK;
    *nested = alike && has_columns(large, small);
    size_t columns = small->p + large->p;
    if (*nested || columns > MOST_COLUMNS)
        return LOGREG_OK;
    if (large->loss > small->loss + NO_WORSE * (1 + small->loss))
        return LOGREG_OK;
    logreg__strewn at;
    logreg_status status = logreg__strewn_make(&at, (const logreg_model *const[]){small, large},
                                               POINTS + POINTS_A_COLUMN * columns, err);
    if (status == LOGREG_OK && at.rows->n > columns + POINTS / 2)
        status = compare_spaces(nested, small, large, &at, err);
    logreg__strewn_clear(&at);
    return status == LOGREG_ENOMEM ? status : LOGREG_OK;
}
