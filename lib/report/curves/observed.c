#include "report/curves/observed.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/number.h"
#include "model/model.h"

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

/* Does the model put something in the place of missing cells? */
static bool imputed(const logreg_model *model, const char *column)
{
    const logreg__fill *f = logreg__fill_of(model->terms->fill, model->terms->n_fills, column);
    return f && (f->kind == LOGREG_NUMERIC || f->label);
}

static logreg_status find_variables(logreg__observed *s, const logreg_model *model, size_t variable,
                                    logreg_error *err)
{
    size_t n = logreg_model_variables(model);
    s->needed = logreg__new(n, sizeof *s->needed);
    logreg_status status = s->needed ? LOGREG_OK : logreg__fail_memory(err);
    for (size_t i = 0; status == LOGREG_OK && i < n; i++) {
        logreg_variable v;
        status = logreg_model_variable(model, i, &v);
        size_t place = SIZE_MAX;
        if (status == LOGREG_OK)
            status = find(&place, s->frame, v.name, err);
        if (status == LOGREG_OK && (i == variable || !imputed(model, v.name)))
            s->needed[s->n_needed++] = place;
        s->x = i == variable ? place : s->x;
    }
    return status;
}

/* Counts must be numbers: the target too where there are trials. */
static logreg_status check_counts(const logreg__observed *s, logreg_error *err)
{
    size_t count[] = {s->trials, s->weights, s->sampling, s->trials == SIZE_MAX ? SIZE_MAX : s->target};
    for (int i = 0; i < 4; i++)
        if (count[i] != SIZE_MAX && logreg_frame_kind(s->frame, count[i]) != LOGREG_NUMERIC)
            return logreg__fail(err, LOGREG_EINVAL,
                                "the rows to draw have text in column '%s', where the model takes numbers",
                                logreg_frame_name(s->frame, count[i]));
    return LOGREG_OK;
}

/* The classes as they stand in the target's column. */
static logreg_status read_classes(logreg__observed *s, const logreg_model *model, logreg_error *err)
{
    s->numeric = logreg_frame_kind(s->frame, s->target) == LOGREG_NUMERIC;
    s->n_classes = logreg_model_classes(model);
    s->number = logreg__new(s->n_classes, sizeof *s->number);
    s->label = logreg__new(s->n_classes, sizeof *s->label);
    if (!s->number || !s->label)
        return logreg__fail_memory(err);
    for (size_t k = 0; k < s->n_classes; k++) {
        s->label[k] = logreg_model_class(model, k);
        if (s->numeric && s->trials == SIZE_MAX &&
            !logreg__number_parse(&s->number[k], s->label[k], strlen(s->label[k]), '.'))
            return logreg__fail(err, LOGREG_EINVAL,
                                "the rows to draw have numbers in column '%s', but the %s is '%s'",
                                logreg_model_target(model), s->n_classes == 2 ? "event" : "first class",
                                logreg_model_class(model, s->n_classes == 2));
    }
    return LOGREG_OK;
}

logreg_status logreg__observed_open(logreg__observed *s, const logreg_model *model, const logreg_frame *frame,
                                    size_t variable, logreg_error *err)
{
    *s = (logreg__observed){.frame = frame, .x = SIZE_MAX, .event = 1};
    logreg_status status = find_variables(s, model, variable, err);
    if (status == LOGREG_OK)
        status = find(&s->target, frame, logreg_model_target(model), err);
    if (status == LOGREG_OK)
        status = find(&s->trials, frame, logreg_model_trials(model), err);
    if (status == LOGREG_OK)
        status = find(&s->weights, frame, logreg_model_weights(model), err);
    const char *sampling = logreg_model_sampling_weights(model); /* which pictures may do without */
    s->sampling = sampling ? logreg_frame_find(frame, sampling) : SIZE_MAX;
    if (status == LOGREG_OK)
        status = check_counts(s, err);
    if (status == LOGREG_OK)
        status = read_classes(s, model, err);
    if (status != LOGREG_OK || variable == SIZE_MAX)
        return status;
    if (logreg_frame_kind(frame, s->x) == LOGREG_NUMERIC)
        return LOGREG_OK;
    return logreg__fail(err, LOGREG_EINVAL,
                        "the rows to draw have text in column '%s'; the model knows numbers there",
                        logreg_frame_name(frame, s->x));
}

logreg_status logreg__observed_by(logreg__observed *s, const logreg_variable *factor, logreg_error *err)
{
    logreg_status status = find(&s->by, s->frame, factor->name, err);
    if (status != LOGREG_OK)
        return status;
    s->level = logreg__new(factor->n_levels, sizeof *s->level);
    if (!s->level)
        return logreg__fail_memory(err);
    for (size_t i = 0; i < factor->n_levels; i++)
        if (!logreg__number_parse(&s->level[i], factor->levels[i], strlen(factor->levels[i]), '.'))
            s->level[i] = NAN;
    s->factor = factor;
    return LOGREG_OK;
}

void logreg__observed_close(logreg__observed *s)
{
    free(s->needed);
    free(s->level);
    free(s->number);
    free(s->label);
    s->needed = NULL;
    s->level = s->number = NULL;
    s->label = NULL;
}

double logreg__observed_frequency(const logreg__observed *s, size_t row)
{
    double w = s->weights == SIZE_MAX ? 1 : logreg_frame_number(s->frame, row, s->weights);
    for (int i = 0; i < 2; i++) {
        size_t other = i ? s->sampling : s->trials;
        w = other == SIZE_MAX || logreg_frame_number(s->frame, row, other) > 0 ? w : 0;
    }
    return w > 0 ? w : 0;
}

static bool missing(const logreg__observed *s, size_t row, size_t j)
{
    return logreg_frame_kind(s->frame, j) == LOGREG_NUMERIC ? isnan(logreg_frame_number(s->frame, row, j))
                                                            : !logreg_frame_label(s->frame, row, j);
}

/* n_classes: the row is of none. */
static size_t class_of(const logreg__observed *s, size_t row)
{
    size_t k = 0;
    while (k < s->n_classes &&
           !(s->numeric ? logreg_frame_number(s->frame, row, s->target) == s->number[k]
                        : strcmp(logreg_frame_label(s->frame, row, s->target), s->label[k]) == 0))
        k++;
    return k;
}

static bool read_level(size_t *level, const logreg__observed *s, size_t row)
{
    *level = 0;
    if (!s->factor)
        return true;
    bool numeric = logreg_frame_kind(s->frame, s->by) == LOGREG_NUMERIC;
    const char *label = numeric ? NULL : logreg_frame_label(s->frame, row, s->by);
    double number = numeric ? logreg_frame_number(s->frame, row, s->by) : NAN;
    for (; *level < s->factor->n_levels; ++*level)
        if (numeric ? number == s->level[*level] : label && strcmp(label, s->factor->levels[*level]) == 0)
            return true;
    return false;
}

bool logreg__observed_row(logreg__observation *out, const logreg__observed *s, size_t row)
{
    for (size_t i = 0; i < s->n_needed; i++)
        if (missing(s, row, s->needed[i]))
            return false;
    if (missing(s, row, s->target) || !read_level(&out->level, s, row))
        return false;
    double trials = s->trials == SIZE_MAX ? 1 : logreg_frame_number(s->frame, row, s->trials);
    out->x = s->x == SIZE_MAX ? NAN : logreg_frame_number(s->frame, row, s->x);
    out->class = s->trials == SIZE_MAX ? class_of(s, row) : 0;
    out->y = s->trials == SIZE_MAX ? out->class == s->event
                                   : logreg_frame_number(s->frame, row, s->target) / trials;
    out->weight = logreg__observed_frequency(s, row) * trials;
    return out->class < s->n_classes && out->y >= 0 && out->y <= 1;
}
