/* Which variable a curve runs along. */
#include <math.h>
#include <stdint.h>
#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "data/frame.h"
#include "report/curve.h"
#include "report/grid.h"

/* How far the column's coefficients drive the classes' log odds apart when it rises by one. Infinite where one has
 * no finite limit. */
static double spread(const logreg_model *model, size_t j)
{
    double low = 0, high = 0;
    for (size_t k = 1; k < logreg_model_classes(model); k++) {
        double b = logreg_model_coefficient(model, k, j);
        switch (logreg_model_coefficient_status(model, k, j)) {
        case LOGREG_COEF_ALIASED:
            break;
        case LOGREG_COEF_OK:
            low = fmin(low, b);
            high = fmax(high, b);
            break;
        default:
            return INFINITY;
        }
    }
    return high - low;
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
        effect[i] = fmax(effect[i], one > 0 && range > 0 ? one * range : 0);
    }
}

static logreg_status strongest(logreg__subject *subject, logreg_error *err)
{
    const logreg_model *model = subject->model;
    size_t n = logreg_model_variables(model);
    double *effect = logreg__new(n, sizeof *effect);
    if (!effect)
        return logreg__fail_memory(err);
    measure(effect, model);
    subject->variable = SIZE_MAX;
    bool number = false;
    for (size_t i = 0; i < n; i++) {
        logreg_variable v;
        if (logreg_model_variable(model, i, &v) != LOGREG_OK)
            continue;
        bool numeric = v.kind == LOGREG_NUMERIC;
        bool better = subject->variable == SIZE_MAX || (numeric && !number) ||
                      (numeric == number && effect[i] > effect[subject->variable]);
        if (better) {
            subject->variable = i;
            number = numeric;
        }
    }
    free(effect);
    return LOGREG_OK;
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

logreg_status logreg__subject_choose(logreg__subject *subject, logreg_error *err)
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
