/* Each row against what the model says of it: equations (80) to (82). */
#include <math.h>

#include <gsl/gsl_cdf.h>
#include <logreg/metrics.h>
#include <logreg/special.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/random.h"
#include "diagnostics/diagnosis.h"
#include "engine/dense.h"

/* The stream of the seed that quantile residuals are drawn from. */
#define STREAM 80

/* What a row of weight w is about: m trials, in each of its w / m observations. */
typedef struct {
    double y, w, m;
    double mu, rest; /* 1 - mu */
} observed;

/* The normal quantile of a number drawn between P(Y < y) and P(Y <= y), taken from the side where it is small. */
static double quantile_residual(const observed *o, double uniform)
{
    double below, above; /* P(Y < y), P(Y > y) */
    if (o->m == 1) {
        below = o->y > 0.5 ? o->rest : 0;
        above = o->y > 0.5 ? 0 : o->mu;
    } else {
        unsigned m = (unsigned)o->m, events = (unsigned)lround(o->y * o->m);
        below = events > 0 ? gsl_cdf_binomial_P(events - 1, o->mu, m) : 0;
        above = events < m ? gsl_cdf_binomial_Q(events, o->mu, m) : 0;
    }
    double own = fmax(0, 1 - below - above), lower = below + uniform * own,
           upper = above + (1 - uniform) * own;
    return lower <= upper ? gsl_cdf_ugaussian_Pinv(lower) : gsl_cdf_ugaussian_Qinv(upper);
}

/* What follows from leverage and residuals. */
static void standardise(logreg_row_diagnostic *row, size_t rank)
{
    double h = row->leverage, left = 1 - h;
    bool stands = h < LOGREG__WHOLE_LEVERAGE;
    row->std_pearson = stands ? row->pearson / sqrt(left) : NAN;
    row->std_deviance = stands ? row->deviance / sqrt(left) : NAN;
    row->cook = stands ? row->pearson * row->pearson * h / (left * left * (double)rank) : NAN;
}

static void fill(logreg_row_diagnostic *row, const observed *o, double leverage, double uniform, size_t rank)
{
    row->outcome = o->y;
    row->observations = o->w / o->m;
    row->fitted = o->mu;
    row->leverage = o->w > 0 ? leverage * o->m / o->w : 0;
    row->pearson = (o->y * o->rest - (1 - o->y) * o->mu) * sqrt(o->m / (o->mu * o->rest));
    row->deviance = logreg_metric_deviance_residual(o->y, o->m, o->mu, o->rest);
    row->quantile = quantile_residual(o, uniform);
    standardise(row, rank);
}

logreg_row_diagnostic logreg_diagnostics_whole(const logreg_diagnostics *d, size_t i)
{
    logreg_row_diagnostic row = d->row[i];
    double w = row.observations;
    if (w == 1)
        return row;
    row.leverage *= w;
    row.pearson *= sqrt(w);
    row.deviance *= sqrt(w);
    row.quantile = NAN;
    standardise(&row, d->rank);
    return row;
}

/* Linear predictor and leverage of each row, one after the other. ENOMEM. */
static logreg_status walk(double *eta, double *leverage, const logreg_study *s, logreg_error *err)
{
    size_t q = s->problem->q;
    double *input = logreg__new_raw(q + 1, (q + 1) * sizeof *input), sum;
    if (!input)
        return logreg__fail_memory(err);
    memcpy(input, s->b, q * sizeof *input);
    logreg__lower_invert_rows(input + q, s->at->L, q);
    const logreg__job jobs[] = {{&logreg__kernel_predictor, 1, s->b, NULL, eta},
                                {&logreg__kernel_leverage, 1, input, &sum, leverage}};
    logreg_status status = logreg__fold_jobs(s->problem, 2, jobs, err);
    free(input);
    return status;
}

logreg_status logreg__diagnose_rows(logreg_diagnostics *d, const logreg_study *s, uint64_t seed,
                                    logreg_error *err)
{
    double *eta = logreg__new_raw(s->rows->n, sizeof *eta),
           *leverage = logreg__new_raw(s->rows->n, sizeof *eta);
    d->row = logreg__new(s->rows->n, sizeof *d->row);
    logreg_status status = eta && leverage && d->row ? walk(eta, leverage, s, err) : logreg__fail_memory(err);
    if (status != LOGREG_OK) {
        free(eta);
        free(leverage);
        return status;
    }
    d->n_rows = s->rows->n;
    logreg__random random;
    logreg__random_init(&random, seed, STREAM);
    size_t place[LOGREG__BLOCK_ROWS];
    double y[LOGREG__BLOCK_ROWS], w[LOGREG__BLOCK_ROWS];
    for (size_t first = 0; first < d->n_rows; first += LOGREG__BLOCK_ROWS) {
        size_t count = d->n_rows - first < LOGREG__BLOCK_ROWS ? d->n_rows - first : LOGREG__BLOCK_ROWS;
        logreg__rows_list(s->rows, first, count, place);
        logreg__response_fill(s->response, place, count, y, w, NULL);
        for (size_t i = 0; i < count; i++) {
            double uniform = logreg__random_uniform(&random);
            const logreg__column *trials = s->response->trials;
            const observed o = {.y = y[i],
                                .w = w[i],
                                .m = trials ? logreg__column_number(trials, place[i]) : 1,
                                .mu = logreg_sigmoid(eta[first + i]),
                                .rest = logreg_sigmoid_complement(eta[first + i])};
            d->row[first + i].row = place[i];
            d->row[first + i].line = logreg__frame_line(s->frame, place[i]);
            fill(&d->row[first + i], &o, leverage[first + i], uniform, s->problem->q);
        }
    }
    free(eta);
    free(leverage);
    return LOGREG_OK;
}
