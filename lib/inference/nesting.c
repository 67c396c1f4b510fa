/* Models keep no rows, but what makes columns of their variables. At points strewn over where those lie, a column is a combination of others by
 * the rule for aliased columns if it is so as a function (else it would have to vanish at all of them by chance), and then it is so in the rows.
 * z is thus in poly(z, 2), in 10 z, in natural splines of z, and in the levels of z.
 */
#include "inference/nesting.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/number.h"
#include "base/random.h"
#include "base/text.h"
#include "design/expansion.h"
#include "model/rank.h"

/* Points, and those more for each column: many more than columns, so that none agree by chance. */
#define POINTS 200
#define POINTS_A_COLUMN 4

/* Of more columns names alone tell. */
#define MOST_COLUMNS 500

/* The stream of random numbers that strews them. */
#define STREAM 150

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

/* ---- Points ------------------------------------------------------------------------------------------------- */

/* A column of the data that one of the models reads. */
typedef struct {
    const char *name;
    bool number;     /* one of them takes it for one, */
    double min, max; /*   between these; NaN: not known */
    bool offset;     /* it is added to the linear predictor */
    char **levels;   /* one of them takes it for a category of these */
    size_t n_levels;
} input;

typedef struct {
    input *input;
    size_t n_inputs;
    logreg_frame *frame;
    logreg__rows *rows; /* of it, that all expressions have values in */
} points;

static input *find_input(points *at, const char *name)
{
    for (size_t i = 0; i < at->n_inputs; i++)
        if (strcmp(at->input[i].name, name) == 0)
            return &at->input[i];
    at->input[at->n_inputs] = (input){.name = name, .min = NAN, .max = NAN};
    return &at->input[at->n_inputs++];
}

static void list_inputs(points *at, const logreg_model *m)
{
    for (size_t v = 0; v < m->terms->n_variables; v++) {
        const logreg__variable *variable = &m->terms->variable[v];
        if (!variable->column)
            continue;
        input *x = find_input(at, variable->column);
        if (variable->kind == LOGREG_CATEGORY) {
            x->levels = variable->levels;
            x->n_levels = variable->n_levels;
        } else {
            x->number = true;
            x->min = fmin(x->min, variable->min);
            x->max = fmax(x->max, variable->max);
        }
    }
    if (m->offset) {
        input *x = find_input(at, m->offset);
        x->number = x->offset = true;
    }
}

/* Anywhere between the ends; near one of them on a logarithmic scale, where knots and steps of skewed variables are; or a whole number. */
static double strew(logreg__random *random, double min, double max)
{
    double u = logreg__random_uniform(random), where = logreg__random_uniform(random), range = max - min;
    double near = range * exp2(-50 * u), whole = floor(min + u * range);
    if (where < 0.4)
        return min + u * range;
    if (where < 0.7)
        return where < 0.55 ? min + near : max - near;
    return whole >= min ? whole : min;
}

/* false: memory is out, or the level is no number. */
static bool fill_levels(double *value, const char **label, const input *x, size_t n, logreg__random *random)
{
    size_t *order = logreg__new_raw(x->n_levels, sizeof *order);
    bool ok = order != NULL;
    for (size_t i = 0; ok && i < n; i++) {
        if (i % x->n_levels == 0)
            logreg__random_permutation(random, order, x->n_levels);
        label[i] = x->levels[order[i % x->n_levels]];
        ok = !x->number || logreg__number_parse(&value[i], label[i], strlen(label[i]), '.');
    }
    free(order);
    return ok;
}

static logreg_status add_input(points *at, const input *x, size_t n, logreg__random *random,
                               logreg_error *err)
{
    double *value = logreg__new(n, sizeof *value), min = x->min, max = x->max;
    const char **label = logreg__new(n, sizeof *label);
    logreg_status status = value && label ? LOGREG_OK : logreg__fail_memory(err);
    if (x->offset && isnan(min)) { /* no variable, and so no column is a function of it */
        min = -1;
        max = 1;
    }
    bool known = x->levels ? status == LOGREG_OK && fill_levels(value, label, x, n, random) : !isnan(min);
    if (status == LOGREG_OK && !known)
        status = LOGREG_EDATA;
    for (size_t i = 0; status == LOGREG_OK && !x->levels && i < n; i++)
        value[i] = strew(random, min, max);
    if (status == LOGREG_OK)
        status = x->number ? logreg_frame_add_numeric(at->frame, x->name, value, n, 1, err)
                           : logreg_frame_add_category(at->frame, x->name, label, n, err);
    free(value);
    free(label);
    return status;
}

/* Marks the points where an expression has no value: what is taken the logarithm of may be so in no row. */
static logreg_status mark_senseless(unsigned char *drop, const logreg__expression *e,
                                    const logreg_frame *frame, logreg_error *err)
{
    logreg__bound *bound = NULL;
    logreg_status status = logreg__bound_new(&bound, e, frame, err);
    if (status != LOGREG_OK)
        return status;
    double value[LOGREG__BLOCK_ROWS], *work = logreg__new_raw(bound->depth, sizeof value);
    size_t place[LOGREG__BLOCK_ROWS];
    for (size_t first = 0; work && first < frame->n_rows; first += LOGREG__BLOCK_ROWS) {
        size_t left = frame->n_rows - first, rows = left < LOGREG__BLOCK_ROWS ? left : LOGREG__BLOCK_ROWS;
        for (size_t i = 0; i < rows; i++)
            place[i] = first + i;
        logreg__bound_values(value, bound, place, rows, work);
        for (size_t i = 0; i < rows; i++)
            if (!isfinite(value[i]))
                drop[first + i] = 1;
    }
    status = work ? LOGREG_OK : logreg__fail_memory(err);
    free(work);
    logreg__bound_free(bound);
    return status;
}

static logreg_status choose_rows(points *at, const logreg_model *const *m, logreg_error *err)
{
    unsigned char *drop = logreg__new(at->frame->n_rows, 1);
    logreg__rows *all = NULL;
    logreg_status status =
        drop ? logreg__rows_complete(&all, at->frame, NULL, 0, err) : logreg__fail_memory(err);
    for (int i = 0; i < 2; i++) {
        const logreg__terms *t = m[i]->terms;
        for (size_t v = 0; status == LOGREG_OK && v < t->n_variables; v++)
            if (t->variable[v].made)
                status = mark_senseless(drop, t->variable[v].made->input, at->frame, err);
        if (status == LOGREG_OK && t->offset)
            status = mark_senseless(drop, t->offset, at->frame, err);
    }
    if (status == LOGREG_OK)
        status = logreg__rows_subset(&at->rows, all, drop, err);
    logreg__rows_free(all);
    free(drop);
    return status;
}

static logreg_status make_points(points *at, const logreg_model *const *m, size_t n, logreg_error *err)
{
    size_t room = m[0]->terms->n_variables + m[1]->terms->n_variables + 2;
    at->input = logreg__new(room, sizeof *at->input);
    logreg_status status = at->input ? logreg_frame_new(&at->frame, err) : logreg__fail_memory(err);
    if (status != LOGREG_OK)
        return status;
    list_inputs(at, m[0]);
    list_inputs(at, m[1]);
    for (size_t i = 0; status == LOGREG_OK && i < at->n_inputs; i++) {
        logreg__random random;
        logreg__random_init(&random, i, STREAM);
        status = add_input(at, &at->input[i], n, &random, err);
    }
    return status == LOGREG_OK ? choose_rows(at, m, err) : status;
}

static void clear_points(points *at)
{
    free(at->input);
    logreg_frame_free(at->frame);
    logreg__rows_free(at->rows);
}

/* ---- Columns ------------------------------------------------------------------------------------------------ */

/* Those of a model, each of the points after the other, in X [p x n]; aliased ones too. */
static logreg_status expand(double *X, const logreg_model *m, const points *at, logreg_error *err)
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
static logreg_status add_offset(double *x, double sign, const logreg_model *m, const points *at,
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
                                    const points *at, logreg_error *err)
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
    *nested = alike && has_columns(large, small);
    size_t columns = small->p + large->p;
    if (*nested || columns > MOST_COLUMNS)
        return LOGREG_OK;
    if (large->loss > small->loss + NO_WORSE * (1 + small->loss))
        return LOGREG_OK;
    points at = {0};
    logreg_status status = make_points(&at, (const logreg_model *const[]){small, large},
                                       POINTS + POINTS_A_COLUMN * columns, err);
    if (status == LOGREG_OK && at.rows->n > columns + POINTS / 2)
        status = compare_spaces(nested, small, large, &at, err);
    clear_points(&at);
    return status == LOGREG_ENOMEM ? status : LOGREG_OK;
}
