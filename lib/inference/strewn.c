#include "inference/strewn.h"

#include <math.h>
#include <stdlib.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/number.h"
#include "base/random.h"
#include "design/expansion.h"

/* The stream of random numbers that strews them. */
#define STREAM 150

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
    size_t n;
} inputs;

static input *find_input(inputs *of, const char *name)
{
    for (size_t i = 0; i < of->n; i++)
        if (strcmp(of->input[i].name, name) == 0)
            return &of->input[i];
    of->input[of->n] = (input){.name = name, .min = NAN, .max = NAN};
    return &of->input[of->n++];
}

static void list_inputs(inputs *of, const logreg_model *m)
{
    for (size_t v = 0; v < m->terms->n_variables; v++) {
        const logreg__variable *variable = &m->terms->variable[v];
        if (!variable->column)
            continue;
        input *x = find_input(of, variable->column);
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
        input *x = find_input(of, m->offset);
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

static logreg_status add_input(logreg_frame *frame, const input *x, size_t n, logreg__random *random,
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
        status = x->number ? logreg_frame_add_numeric(frame, x->name, value, n, 1, err)
                           : logreg_frame_add_category(frame, x->name, label, n, err);
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

static logreg_status choose_rows(logreg__strewn *at, const logreg_model *const *m, logreg_error *err)
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

logreg_status logreg__strewn_make(logreg__strewn *at, const logreg_model *const m[2], size_t n,
                                  logreg_error *err)
{
    size_t room = m[0]->terms->n_variables + m[1]->terms->n_variables + 2;
    inputs of = {.input = logreg__new(room, sizeof *of.input)};
    *at = (logreg__strewn){0};
    logreg_status status = of.input ? logreg_frame_new(&at->frame, err) : logreg__fail_memory(err);
    for (int i = 0; status == LOGREG_OK && i < 2; i++)
        list_inputs(&of, m[i]);
    for (size_t i = 0; status == LOGREG_OK && i < of.n; i++) {
        logreg__random random;
        logreg__random_init(&random, i, STREAM);
        status = add_input(at->frame, &of.input[i], n, &random, err);
    }
    free(of.input);
    return status == LOGREG_OK ? choose_rows(at, m, err) : status;
}

void logreg__strewn_clear(logreg__strewn *at)
{
    logreg_frame_free(at->frame);
    logreg__rows_free(at->rows);
}
