#include "figures/telling/direction.h"

#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "report/curves/lines.h"

/* Points of a curve with another variable elsewhere; and values of z that are significant enough for a title. */
enum { POINTS = 41 };
#define SIGNIFICANT 2.0

/* The sign of the variable's own coefficient where that is significant, else 0; and whether all coefficients belong to one variable each. */
static int sign_of(bool *plain, const logreg__subject *s)
{
    double z = 0;
    *plain = true;
    for (size_t j = logreg_model_has_intercept(s->model); j < logreg_model_coefficients(s->model); j++) {
        size_t variable, level;
        bool own = logreg_model_coefficient_variable(s->model, j, &variable, &level);
        *plain = *plain && own;
        if (!own || variable != s->variable)
            continue;
        double se = sqrt(logreg_model_covariance(s->model, 1, j, 1, j)),
               b = logreg_model_coefficient(s->model, 1, j);
        z = isinf(b) || se > 0 ? b / (isinf(b) ? 1 : se) : 0;
    }
    return (z > SIGNIFICANT) - (z < -SIGNIFICANT);
}

static bool goes(const logreg__grid *grid, int way)
{
    for (size_t i = 1; i < grid->n; i++)
        if (way * (grid->P[2 * i + 1] - grid->P[2 * i - 1]) < 0)
            return false;
    return true;
}

/* With variable `other` at end `place` of its range, 0 or 1, or at that level. */
static logreg_status look(bool *same, const logreg__subject *s, size_t other, const logreg_variable *v,
                          size_t place, int way, logreg_error *err)
{
    logreg__subject there = *s;
    logreg__grid grid = {0};
    size_t n = 0;
    double low, high;
    logreg__stand *stand = logreg__new(s->n_stands + 1, sizeof *stand);
    if (!stand)
        return logreg__fail_memory(err);
    for (size_t i = 0; i < s->n_stands; i++)
        if (s->stand[i].variable != other)
            stand[n++] = s->stand[i];
    stand[n++] = (logreg__stand){.variable = other, .value = place ? v->max : v->min, .place = place};
    there.stand = stand;
    there.n_stands = n;
    there.options.conf_level = NAN;
    logreg_status status = logreg__lines_range(&low, &high, &s->v)
                               ? logreg__lines_grid(&grid, &there, low, high, POINTS, err)
                               : LOGREG_OK;
    if (status == LOGREG_OK)
        *same = *same && goes(&grid, way);
    logreg__grid_free(&grid);
    free(stand);
    return status == LOGREG_EDATA ? LOGREG_OK : status; /* a formula that has no value there */
}

logreg_status logreg__direction(int *out, const logreg__subject *s, const logreg__grid *grid, double least,
                                logreg_error *err)
{
    bool plain, same = true;
    int way = sign_of(&plain, s);
    logreg_variable v;
    if (!goes(grid, way) || way * (grid->P[2 * grid->n - 1] - grid->P[1]) < least)
        way = 0;
    logreg_status status = LOGREG_OK;
    for (size_t i = 0; way && !plain && status == LOGREG_OK && i < logreg_model_variables(s->model); i++) {
        if (!logreg__subject_holds(s, i) || logreg_model_variable(s->model, i, &v) != LOGREG_OK)
            continue;
        size_t places = v.kind == LOGREG_NUMERIC ? 2 : v.n_levels;
        for (size_t place = 0; place < places && same && status == LOGREG_OK; place++)
            status = look(&same, s, i, &v, place, way, err);
    }
    if (status == LOGREG_OK)
        *out = same ? way : 0;
    return status;
}
