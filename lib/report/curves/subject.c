/* Which variable a curve runs along. */
#include <float.h>
#include <math.h>
#include <stdint.h>
#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "data/frame.h"
#include "model/predict/predict.h"
#include "report/curves/curve.h"
#include "report/curves/lines.h"
#include "report/options.h"

/* Points along a variable, and variables, that a search looks at. */
#define LOOK 33
#define CANDIDATES 200

/* Where separation leaves a coefficient without a limit of one sign: strong, but weaker than infinite. */
#define WITHOUT_SIGN DBL_MAX

/* How far the column's coefficients drive the classes' log odds apart when it rises by one. */
static double spread(const logreg_model *model, size_t j)
{
    double low = 0, high = 0;
    bool without_sign = false;
    for (size_t k = 1; k < logreg_model_classes(model); k++) {
        double b = logreg_model_coefficient(model, k, j);
        switch (logreg_model_coefficient_status(model, k, j)) {
        case LOGREG_COEF_ALIASED:
            break;
        case LOGREG_COEF_OK:
            low = fmin(low, b);
            high = fmax(high, b);
            break;
        case LOGREG_COEF_UNDETERMINED:
            without_sign = true;
            break;
        default:
            return INFINITY;
        }
    }
    return without_sign ? WITHOUT_SIGN : high - low;
}

/* Effect of each variable through columns of its own: over its range, or between its levels. */
static void measure(double *effect, const logreg_model *model)
{
    for (size_t j = 0; j < logreg_model_coefficients(model); j++) {
        size_t i, level;
        logreg_variable v;
        if (!logreg_model_coefficient_variable(model, j, &i, &level) ||
            logreg_model_variable(model, i, &v) != LOGREG_OK)
            continue;
        double one = spread(model, j), range = level == SIZE_MAX ? v.max - v.min : 1;
        if (one > 0 && range > 0)
            effect[i] = fmax(effect[i], one < WITHOUT_SIGN ? one * range : one);
    }
}

logreg_status logreg__subject_swing(double *out, const logreg__subject *subject, size_t variable,
                                    logreg_error *err)
{
    logreg__subject s = *subject;
    logreg__grid grid;
    double low, high;
    *out = 0;
    s.variable = variable;
    logreg_status status = logreg_model_variable(s.model, variable, &s.v);
    if (status != LOGREG_OK)
        return status;
    if (s.v.kind == LOGREG_NUMERIC) {
        if (logreg__other_kind(s.model, variable) != SIZE_MAX || !logreg__lines_range(&low, &high, &s.v))
            return LOGREG_OK;
        status = logreg__lines_grid(&grid, &s, low, high, LOOK, err);
    } else {
        size_t n = s.v.n_levels < LOOK ? s.v.n_levels : LOOK;
        status = logreg__grid_new(&grid, s.model, variable, NULL, n, 0, s.options.conf_level, err);
    }
    if (status != LOGREG_OK)
        return status;
    for (size_t k = 0; k < grid.classes; k++) {
        double least = 1, most = 0;
        for (size_t i = 0; i < grid.n; i++) {
            least = fmin(least, grid.P[i * grid.classes + k]);
            most = fmax(most, grid.P[i * grid.classes + k]);
        }
        *out += most - least;
    }
    logreg__grid_free(&grid);
    return LOGREG_OK;
}

/* Separation sends many coefficients off at once: among the variables of the kind and effect of the one chosen, chooses
 * the one that moves the probabilities most. */
static logreg_status strongest_unbounded(logreg__subject *subject, const double *effect,
                                         logreg_column_kind kind, logreg_error *err)
{
    double wanted = effect[subject->variable], best = -1;
    size_t candidates = 0;
    for (size_t i = 0; i < logreg_model_variables(subject->model) && candidates < CANDIDATES; i++) {
        logreg_variable v;
        double here;
        if (logreg_model_variable(subject->model, i, &v) != LOGREG_OK || v.kind != kind ||
            effect[i] != wanted)
            continue;
        candidates++;
        logreg_status status = logreg__subject_swing(&here, subject, i, err);
        if (status != LOGREG_OK)
            return status;
        if (here > best) {
            best = here;
            subject->variable = i;
        }
    }
    return LOGREG_OK;
}

/* Numbers come before factors, whatever their effects. */
static logreg_status strongest(logreg__subject *subject, logreg_error *err)
{
    const logreg_model *model = subject->model;
    size_t n = logreg_model_variables(model);
    double *effect = logreg__new(n, sizeof *effect);
    if (!effect)
        return logreg__fail_memory(err);
    measure(effect, model);
    logreg_column_kind kind = LOGREG_CATEGORY;
    subject->variable = SIZE_MAX;
    for (size_t i = 0; i < n; i++) {
        logreg_variable v;
        if (logreg_model_variable(model, i, &v) != LOGREG_OK)
            continue;
        bool first = subject->variable == SIZE_MAX || (v.kind == LOGREG_NUMERIC && kind == LOGREG_CATEGORY);
        if (first || (v.kind == kind && effect[i] > effect[subject->variable])) {
            subject->variable = i;
            kind = v.kind;
        }
    }
    logreg_status status = LOGREG_OK;
    if (subject->variable != SIZE_MAX && effect[subject->variable] >= WITHOUT_SIGN)
        status = strongest_unbounded(subject, effect, kind, err);
    free(effect);
    return status;
}

static logreg_status unknown(const logreg__subject *subject, logreg_error *err)
{
    const char *feature = subject->options.feature;
    size_t n = logreg_model_variables(subject->model);
    const char **names = logreg__new(n, sizeof *names);
    if (!names)
        return logreg__fail_memory(err);
    for (size_t i = 0; i < n; i++) {
        logreg_variable v;
        names[i] = logreg_model_variable(subject->model, i, &v) == LOGREG_OK ? v.name : "";
    }
    const char *near = logreg__nearest(feature, names, n);
    logreg_status status =
        near ? logreg__fail(err, LOGREG_EINVAL,
                            "the model has no variable '%s' to draw a curve along; did you mean '%s'?",
                            feature, near)
             : logreg__fail(err, LOGREG_EINVAL, "the model has no variable '%s' to draw a curve along",
                            feature);
    free(names);
    return status;
}

static logreg_status named(logreg__subject *subject, logreg_error *err)
{
    for (size_t i = 0; i < logreg_model_variables(subject->model); i++) {
        logreg_variable v;
        if (logreg_model_variable(subject->model, i, &v) == LOGREG_OK &&
            strcmp(v.name, subject->options.feature) == 0) {
            subject->variable = i;
            return LOGREG_OK;
        }
    }
    return unknown(subject, err);
}

/* Mean of the offset over the frame's rows. */
static double mean_offset(const logreg_model *model, const logreg_frame *frame)
{
    const char *name = logreg_model_offset(model), *weights = logreg_model_weights(model);
    size_t j = name && frame ? logreg_frame_find(frame, name) : SIZE_MAX,
           w = weights && frame ? logreg_frame_find(frame, weights) : SIZE_MAX;
    if (j == SIZE_MAX || logreg_frame_kind(frame, j) != LOGREG_NUMERIC)
        return 0;
    double sum = 0;
    size_t n = 0;
    for (size_t row = 0; row < logreg_frame_rows(frame); row++) {
        double value = logreg_frame_number(frame, row, j);
        if (w != SIZE_MAX && logreg_frame_kind(frame, w) == LOGREG_NUMERIC &&
            logreg_frame_number(frame, row, w) == 0)
            continue;
        sum += isnan(value) ? 0 : value;
        n += !isnan(value);
    }
    return n ? sum / (double)n : 0;
}

static logreg_status choose(logreg__subject *subject, logreg_error *err)
{
    logreg_status status = subject->options.feature ? named(subject, err) : strongest(subject, err);
    if (status != LOGREG_OK || subject->variable == SIZE_MAX)
        return status;
    status = logreg_model_variable(subject->model, subject->variable, &subject->v);
    size_t levels = logreg__other_kind(subject->model, subject->variable);
    if (status == LOGREG_OK && subject->v.kind == LOGREG_NUMERIC && levels != SIZE_MAX) {
        subject->variable = levels;
        status = logreg_model_variable(subject->model, levels, &subject->v);
    }
    return status;
}

/* Other numbers stand at their means, which a fit without measures does not know. */
static bool is_measured(const logreg_model *model)
{
    logreg_variable v;
    for (size_t i = 0; i < logreg_model_variables(model); i++)
        if (logreg_model_variable(model, i, &v) == LOGREG_OK && v.kind == LOGREG_NUMERIC && isnan(v.mean))
            return false;
    return true;
}

const char *logreg__subject_lacks(const logreg__subject *subject)
{
    if (subject->model->terms->words)
        return "the model counts words, and a curve would be that of rows without any";
    if (subject->model->terms->n_sparse)
        return "the model has sparse columns, none of which is a curve's horizontal axis";
    if (subject->variable == SIZE_MAX)
        return "the model has no variables, and gives every row the same probability";
    return is_measured(subject->model) ? NULL
                                       : "the model was fitted without measures, so that the range and mean "
                                         "of its variables are unknown";
}

logreg_status logreg__subject_choose(logreg__subject *subject, const logreg_model *model,
                                     const logreg_frame *frame, const logreg_report_options *options,
                                     logreg_error *err)
{
    *subject = (logreg__subject){.model = model, .frame = frame, .offset = mean_offset(model, frame)};
    logreg_status status = logreg__check_probable(model, err);
    if (status == LOGREG_OK)
        status = logreg__report_options_check(&subject->options, options, err);
    return status == LOGREG_OK ? choose(subject, err) : status;
}
