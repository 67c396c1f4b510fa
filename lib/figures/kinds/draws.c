#include "figures/kinds/draws.h"

#include <math.h>

#include <gsl/gsl_cdf.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/random.h"

/* Streams of the seed 0 that residuals of single observations are drawn from, those of many classes each from its own; and how many at most. */
#define STREAM 81
#define STREAM_OF_CLASSES 0x72657369
#define MOST 20000.0

/* Of an event between what is below it and 1, else between 0 and that, each from the side where it is small. */
static double draw(const logreg_row_diagnostic *row, logreg__random *random)
{
    double uniform = 1 - logreg__random_uniform(random); /* above 0 */
    return row->outcome > 0.5 ? gsl_cdf_ugaussian_Qinv(uniform * row->fitted)
                              : gsl_cdf_ugaussian_Pinv(uniform * (1 - row->fitted));
}

static void add(logreg__draws *draws, const logreg_row_diagnostic *row, double value)
{
    double log_odds = log(row->fitted) - log1p(-row->fitted);
    if (isfinite(log_odds) && isfinite(value))
        draws->draw[draws->n++] = (logreg__draw){log_odds, value, row->outcome > 0.5};
}

/* A row as it is; or of class k, with what there is of that alone. */
static logreg_row_diagnostic row_of(const logreg__diagnosed *rows, size_t i, const gsl_matrix *P, size_t k)
{
    logreg_row_diagnostic row = rows->d->row[i];
    if (P) {
        row.fitted = gsl_matrix_get(P, row.row, k);
        row.outcome = row.outcome == (double)k;
    }
    return row;
}

/* P is NULL: of two classes. */
static logreg_status build(logreg__draws *draws, const logreg__diagnosed *rows, const gsl_matrix *P, size_t k,
                           logreg_error *err)
{
    logreg__random random;
    bool each = logreg__are_frequencies(rows) && !logreg_model_grouped(rows->order->model);
    double share = fmin(1, MOST / rows->observations), before = 0;
    *draws = (logreg__draws){.each = each, .step = 1};
    size_t room = each ? (size_t)fmin(rows->observations, MOST) + 1 : rows->d->n_rows;
    draws->draw = logreg__new(room, sizeof *draws->draw);
    if (!draws->draw)
        return logreg__fail_memory(err);
    logreg__random_init(&random, 0, P ? STREAM_OF_CLASSES + k : STREAM);
    for (size_t i = 0; i < rows->d->n_rows; i++) {
        const logreg_row_diagnostic row = row_of(rows, i, P, k);
        double after = before + share * row.observations;
        for (double one = floor(before); each && one < floor(after) && draws->n < room; one++)
            add(draws, &row, draw(&row, &random));
        if (!each)
            add(draws, &row, P ? draw(&row, &random) : row.quantile);
        before = after;
    }
    draws->step = (draws->n + LOGREG__ROWS_MOST - 1) / LOGREG__ROWS_MOST;
    draws->step += draws->step == 0;
    return LOGREG_OK;
}

logreg_status logreg__draws_new(logreg__draws *draws, const logreg__diagnosed *rows, logreg_error *err)
{
    return build(draws, rows, NULL, 0, err);
}

logreg_status logreg__draws_of_class(logreg__draws *draws, const logreg__diagnosed *rows, const gsl_matrix *P,
                                     size_t k, logreg_error *err)
{
    return build(draws, rows, P, k, err);
}

void logreg__draws_free(logreg__draws *draws)
{
    free(draws->draw);
}
