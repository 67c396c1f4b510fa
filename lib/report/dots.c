#include "report/dots.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/number.h"
#include "base/random.h"

/* Stream of random numbers that belongs to dots. */
#define STREAM 0x646f7473

/* The columns of the frame that a dot is read from. */
typedef struct {
    const logreg_frame *frame;
    size_t x, target, trials, weights; /* places in the frame; trials, weights: SIZE_MAX for none */
    size_t *needed;                    /* all columns of the model: a row that lacks one was not used */
    size_t n_needed;
    bool numeric; /* the target's classes are numbers, the event being `event` */
    double event;
    const char *label; /* else their labels */
} source;

static logreg_status find(size_t *place, const logreg_frame *frame, const char *name, logreg_error *err)
{
    *place = SIZE_MAX;
    if (!name)
        return LOGREG_OK;
    *place = logreg_frame_find(frame, name);
    if (*place != SIZE_MAX)
        return LOGREG_OK;
    return logreg__fail(err, LOGREG_EINVAL,
                        "the rows to draw lack column '%s', which the model was fitted to", name);
}

static logreg_status find_variables(source *s, const logreg_model *model, logreg_error *err)
{
    size_t n = logreg_model_variables(model);
    s->needed = logreg__new(n, sizeof *s->needed);
    logreg_status status = s->needed ? LOGREG_OK : logreg__fail_memory(err);
    for (size_t i = 0; status == LOGREG_OK && i < n; i++) {
        logreg_variable v;
        status = logreg_model_variable(model, i, &v);
        if (status == LOGREG_OK)
            status = find(&s->needed[s->n_needed++], s->frame, v.name, err);
    }
    return status;
}

static logreg_status open_source(source *s, const logreg_model *model, const logreg_frame *frame,
                                 size_t variable, logreg_error *err)
{
    *s = (source){.frame = frame, .label = logreg_model_class(model, 1)};
    logreg_status status = find_variables(s, model, err);
    if (status == LOGREG_OK)
        status = find(&s->target, frame, logreg_model_target(model), err);
    if (status == LOGREG_OK)
        status = find(&s->trials, frame, logreg_model_trials(model), err);
    if (status == LOGREG_OK)
        status = find(&s->weights, frame, logreg_model_weights(model), err);
    if (status != LOGREG_OK)
        return status;
    s->x = s->needed[variable];
    s->numeric = logreg_frame_kind(frame, s->target) == LOGREG_NUMERIC;
    if (s->numeric && s->trials == SIZE_MAX &&
        !logreg__number_parse(&s->event, s->label, strlen(s->label), '.'))
        return logreg__fail(err, LOGREG_EINVAL,
                            "the rows to draw have numbers in column '%s', but the event is '%s'",
                            logreg_model_target(model), s->label);
    if (logreg_frame_kind(frame, s->x) == LOGREG_NUMERIC)
        return LOGREG_OK;
    return logreg__fail(err, LOGREG_EINVAL,
                        "the rows to draw have text in column '%s'; the model knows numbers there",
                        logreg_frame_name(frame, s->x));
}

/* How many observations a row stands for. */
static double weight(const source *s, size_t row)
{
    double w = s->weights == SIZE_MAX ? 1 : logreg_frame_number(s->frame, row, s->weights);
    return w > 0 ? w : 0;
}

static bool missing(const source *s, size_t row, size_t j)
{
    return logreg_frame_kind(s->frame, j) == LOGREG_NUMERIC ? isnan(logreg_frame_number(s->frame, row, j))
                                                            : !logreg_frame_label(s->frame, row, j);
}

/* Fills in x and y of a row; false: the fit did not use it. */
static bool read_dot(logreg__dot *dot, const source *s, size_t row)
{
    for (size_t i = 0; i < s->n_needed; i++)
        if (missing(s, row, s->needed[i]))
            return false;
    if (missing(s, row, s->target))
        return false;
    dot->x = logreg_frame_number(s->frame, row, s->x);
    if (s->trials != SIZE_MAX)
        dot->y =
            logreg_frame_number(s->frame, row, s->target) / logreg_frame_number(s->frame, row, s->trials);
    else if (s->numeric)
        dot->y = logreg_frame_number(s->frame, row, s->target) == s->event;
    else
        dot->y = strcmp(logreg_frame_label(s->frame, row, s->target), s->label) == 0;
    return isfinite(dot->y);
}

/* How many observations all rows stand for. */
static double observations(const source *s)
{
    size_t n = logreg_frame_rows(s->frame);
    if (s->weights == SIZE_MAX)
        return (double)n;
    double total = 0;
    for (size_t row = 0; row < n; row++)
        total += weight(s, row);
    return total;
}

/* Observations stand one after the other, and one is taken at random out of each of `most` equal parts. */
static void sample(logreg__dots *dots, const source *s, double total, size_t most)
{
    logreg__random random;
    logreg__random_init(&random, 0, STREAM);
    size_t n = logreg_frame_rows(s->frame), row = 0;
    double step = fmax(1, total / (double)most), before = 0; /* `row` begins at observation `before` */
    for (size_t part = 0; part < most; part++) {
        double at = step * ((double)part + logreg__random_uniform(&random));
        if (s->weights == SIZE_MAX)
            row = (size_t)at;
        else
            while (row < n && before + weight(s, row) <= at)
                before += weight(s, row++);
        if (row >= n)
            return;
        logreg__dot dot = {.jitter = logreg__random_uniform(&random)};
        if (read_dot(&dot, s, row))
            dots->dot[dots->n++] = dot;
    }
}

logreg_status logreg__dots_new(logreg__dots *out, const logreg_model *model, const logreg_frame *frame,
                               size_t variable, size_t most, logreg_error *err)
{
    logreg__dots dots = {0};
    source s;
    logreg_status status = open_source(&s, model, frame, variable, err);
    if (status == LOGREG_OK) {
        dots.dot = logreg__new(most, sizeof *dots.dot);
        status = dots.dot ? LOGREG_OK : logreg__fail_memory(err);
    }
    if (status == LOGREG_OK) {
        double total = observations(&s);
        dots.thinned = total > (double)most;
        sample(&dots, &s, total, most);
        *out = dots;
    }
    free(s.needed);
    return status;
}

void logreg__dots_free(logreg__dots *dots)
{
    free(dots->dot);
    *dots = (logreg__dots){0};
}
