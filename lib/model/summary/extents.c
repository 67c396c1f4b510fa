/* Where the variables of a fit lie. */
#include <math.h>
#include <stdlib.h>

#include "base/error.h"
#include "base/memory.h"
#include "design/response_read.h"
#include "model/fitting.h"

/* By a walk over the column: for one that no dense column of the design is. Conditions may use rows that miss it. */
static void measure_alone(logreg__variable *variable, const logreg__column *c, const logreg__fitting *f)
{
    size_t place[LOGREG__BLOCK_ROWS];
    double sum = 0, total = 0;
    variable->min = INFINITY;
    variable->max = -INFINITY;
    for (size_t first = 0; first < f->rows->n; first += LOGREG__BLOCK_ROWS) {
        size_t left = f->rows->n - first, rows = left < LOGREG__BLOCK_ROWS ? left : LOGREG__BLOCK_ROWS;
        logreg__rows_list(f->rows, first, rows, place);
        for (size_t i = 0; i < rows; i++) {
            double x = logreg__column_number(c, place[i]);
            double w = logreg__prior_weight(f->response, place[i]);
            if (isnan(x))
                continue;
            sum += w * x;
            total += w;
            variable->min = fmin(variable->min, x);
            variable->max = fmax(variable->max, x);
        }
    }
    variable->mean = sum / total;
}

/* Has v a mean? A made variable has none; those that it is made of do. */
static bool is_number(const logreg__variable *v)
{
    return v->kind == LOGREG_NUMERIC && !v->made;
}

static void leave_unknown(logreg__terms *terms)
{
    for (size_t v = 0; v < terms->n_variables; v++)
        if (is_number(&terms->variable[v]))
            terms->variable[v].mean = terms->variable[v].min = terms->variable[v].max = NAN;
}

/* By what an errand found of the design's columns; place: of each column of the frame among them, or NULL. */
static void measure_each(logreg__fitting *f, const size_t *place)
{
    logreg__terms *terms = f->model->terms;
    for (size_t v = 0, column = SIZE_MAX; v < terms->n_variables; v++) {
        logreg__variable *variable = &terms->variable[v];
        if (!is_number(variable))
            continue;
        column = logreg__frame_find_next(f->frame, variable->column, column);
        size_t j = place ? place[column] : SIZE_MAX;
        if (j == SIZE_MAX) {
            measure_alone(variable, &f->frame->column[column], f);
            continue;
        }
        const double *extent = f->extent + LOGREG__EXTENT * j;
        variable->min = extent[LOGREG__EXTENT_MIN];
        variable->max = extent[LOGREG__EXTENT_MAX];
        variable->mean = extent[LOGREG__EXTENT_SUM] / f->extent[LOGREG__EXTENT * f->design->n_dense];
    }
}

logreg_status logreg__measure_variables(logreg__fitting *f, logreg_error *err)
{
    if (!f->options->measures) {
        leave_unknown(f->model->terms);
        return LOGREG_OK;
    }
    bool alone =
        f->response->trials || f->response->strata; /* the weights of grouped data count trials too, which the
                                                              * means of variables do not; sets have no design of all rows */
    logreg_status status = f->response->strata ? LOGREG_OK : logreg__errands_do(f, err);
    if (status != LOGREG_OK)
        return status;
    size_t *place = alone ? NULL : logreg__new_raw(f->frame->n_columns, sizeof *place);
    if (!alone && !place)
        return logreg__fail_memory(err);
    if (place)
        logreg__design_places(place, f->design);
    measure_each(f, place);
    free(place);
    return LOGREG_OK;
}
