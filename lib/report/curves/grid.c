#include "report/curves/grid.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

#include <gsl/gsl_cdf.h>

#include <logreg/special.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/number.h"
#include "design/design.h"
#include "model/model.h"
#include "model/predict/predict.h"

/* ---- Rows to evaluate: a frame of the model's variables ---- */

static logreg_status add_numbers(logreg_frame *frame, const logreg_variable *v, const logreg__stand *stand,
                                 size_t n, logreg_error *err)
{
    double *number = logreg__new(n, sizeof *number);
    if (!number)
        return logreg__fail_memory(err);
    for (size_t i = 0; i < n; i++)
        number[i] = !stand ? v->mean : stand->x ? stand->x[i] : stand->value;
    logreg_status status = logreg_frame_add_numeric(frame, v->name, number, n, 1, err);
    free(number);
    return status;
}

/* Levels of a column that the model knows as a number as well, y ~ a + C(a), go in as numbers. */
static logreg_status add_levels(logreg_frame *frame, const logreg_variable *v, const logreg__stand *stand,
                                bool as_numbers, size_t n, logreg_error *err)
{
    double *number = logreg__new(n, sizeof *number);
    const char **label = logreg__new(n, sizeof *label);
    logreg_status status = number && label ? LOGREG_OK : logreg__fail_memory(err);
    for (size_t i = 0; status == LOGREG_OK && i < n; i++) {
        label[i] = v->levels[!stand ? 0 : stand->level ? stand->level[i] : stand->place];
        if (as_numbers)
            logreg__number_parse(&number[i], label[i], strlen(label[i]), '.');
    }
    if (status == LOGREG_OK)
        status = as_numbers ? logreg_frame_add_numeric(frame, v->name, number, n, 1, err)
                            : logreg_frame_add_category(frame, v->name, label, n, err);
    free(number);
    free(label);
    return status;
}

size_t logreg__other_kind(const logreg_model *model, size_t variable)
{
    logreg_variable v, other;
    if (logreg_model_variable(model, variable, &v) != LOGREG_OK)
        return SIZE_MAX;
    for (size_t i = 0; i < logreg_model_variables(model); i++)
        if (i != variable && logreg_model_variable(model, i, &other) == LOGREG_OK && other.kind != v.kind &&
            strcmp(other.name, v.name) == 0)
            return i;
    return SIZE_MAX;
}

static logreg_status make_frame(logreg_frame **out, const logreg_model *model, const logreg__stand *stand,
                                size_t n_stands, size_t n, logreg_error *err)
{
    logreg_frame *frame = NULL;
    logreg_status status = logreg_frame_new(&frame, err);
    for (size_t i = 0; status == LOGREG_OK && i < logreg_model_variables(model); i++) {
        logreg_variable v;
        bool twice = logreg__other_kind(model, i) != SIZE_MAX;
        const logreg__stand *of = NULL;
        for (size_t k = 0; k < n_stands; k++)
            of = stand[k].variable == i ? &stand[k] : of;
        status = logreg_model_variable(model, i, &v);
        if (status == LOGREG_OK && v.kind == LOGREG_CATEGORY)
            status = add_levels(frame, &v, of, twice, n, err);
        else if (status == LOGREG_OK && !twice)
            status = add_numbers(frame, &v, of, n, err);
    }
    if (status == LOGREG_OK)
        *out = frame;
    else
        logreg_frame_free(frame);
    return status;
}

/* ---- Probabilities and their intervals ---- */

/* An offset adds to the linear predictors of all classes but the first, which is last in a row. */
static void shift(logreg__grid *grid, double offset)
{
    for (size_t i = 0; i < grid->n; i++)
        for (size_t k = 0; k + 1 < grid->classes; k++)
            grid->P[i * grid->classes + k] += offset;
}

/* Wald on the log odds: logit P ± z sqrt(x' V x), back to probabilities. */
static logreg_status intervals(logreg__grid *grid, const logreg_model *model, const logreg__design *design,
                               double level, logreg_error *err)
{
    double z = logreg__model_quantile(model, (1 - level) / 2),
           *std_error = logreg__new_raw(grid->n, sizeof *std_error);
    logreg_status status =
        std_error ? logreg__std_error_rows(std_error, model, design, err) : logreg__fail_memory(err);
    for (size_t i = 0; status == LOGREG_OK && model->calibration && i < grid->n; i++)
        std_error[i] = NAN; /* how far off a calibration is, is not known */
    for (size_t i = 0; status == LOGREG_OK && i < grid->n; i++) {
        const double *P = grid->P + i * grid->classes;
        double eta = log(P[1]) - log(P[0]), half = z * std_error[i];
        grid->low[i] = logreg_sigmoid(eta - half);
        grid->high[i] = logreg_sigmoid(eta + half);
    }
    free(std_error);
    return status;
}

/* ---- Together ---- */

static bool make_room(logreg__grid *grid)
{
    bool binary = grid->classes == 2;
    grid->P = logreg__new(grid->n, grid->classes * sizeof *grid->P);
    grid->low = binary ? logreg__new(grid->n, sizeof *grid->low) : NULL;
    grid->high = binary ? logreg__new(grid->n, sizeof *grid->high) : NULL;
    return grid->P && (!binary || (grid->low && grid->high));
}

logreg_status logreg__grid_over(logreg__grid *out, const logreg_model *model, const logreg__stand *stand,
                                size_t n_stands, size_t n, double offset, double level, logreg_error *err)
{
    logreg__grid grid = {.n = n, .classes = logreg_model_classes(model)};
    logreg_frame *own = NULL;
    logreg__filled *filled = NULL; /* nothing is missing, as the indicators must say */
    logreg__rows *rows = NULL;
    logreg__design *design = NULL;
    logreg_status status =
        make_room(&grid) ? make_frame(&own, model, stand, n_stands, n, err) : logreg__fail_memory(err);
    const logreg_frame *frame = own;
    if (status == LOGREG_OK)
        status = logreg__fills_apply(&filled, &frame, model->terms->fill, model->terms->n_fills, err);
    if (status == LOGREG_OK)
        status = logreg__rows_complete(&rows, frame, NULL, 0, err);
    if (status == LOGREG_OK)
        status = logreg__design_new(&design, model->terms, frame, rows, NULL, NULL, err);
    if (status == LOGREG_OK)
        status = logreg__class_predictors(model, design, NULL, NULL, 1, grid.P, err);
    if (status == LOGREG_OK) {
        shift(&grid, offset);
        status = logreg__class_probabilities(grid.P, n, model, err);
    }
    if (status == LOGREG_OK && grid.classes == 2 && !isnan(level))
        status = intervals(&grid, model, design, level, err);
    for (size_t i = 0; status == LOGREG_OK && grid.low && isnan(level) && i < n; i++)
        grid.low[i] = grid.high[i] = NAN;
    logreg__design_free(design);
    logreg__rows_free(rows);
    logreg__filled_free(filled);
    logreg_frame_free(own);
    if (status == LOGREG_OK)
        *out = grid;
    else
        logreg__grid_free(&grid);
    return status;
}

logreg_status logreg__grid_along(logreg__grid *grid, const logreg_model *model, size_t variable,
                                 const double *x, size_t n, const logreg__stand *stand, size_t n_stands,
                                 double offset, double level, logreg_error *err)
{
    size_t *place = x ? NULL : logreg__new(n, sizeof *place);
    logreg__stand *all = logreg__new(n_stands + 1, sizeof *all);
    logreg_status status = LOGREG_OK;
    if (!all || (!x && !place))
        status = logreg__fail_memory(err);
    for (size_t i = 0; place && i < n; i++)
        place[i] = i;
    if (status == LOGREG_OK) {
        if (n_stands)
            memcpy(all, stand, n_stands * sizeof *all);
        all[n_stands] = (logreg__stand){.variable = variable, .x = x, .level = place};
        status = logreg__grid_over(grid, model, all, n_stands + 1, n, offset, level, err);
    }
    free(place);
    free(all);
    return status;
}

logreg_status logreg__grid_new(logreg__grid *grid, const logreg_model *model, size_t variable,
                               const double *x, size_t n, double offset, double level, logreg_error *err)
{
    return logreg__grid_along(grid, model, variable, x, n, NULL, 0, offset, level, err);
}

bool logreg__grid_has_interval(const logreg__grid *grid)
{
    for (size_t i = 0; grid->low && i < grid->n; i++)
        if (!isnan(grid->low[i]))
            return true;
    return false;
}

void logreg__grid_free(logreg__grid *grid)
{
    free(grid->P);
    free(grid->low);
    free(grid->high);
    *grid = (logreg__grid){0};
}
