/* What the fitted probabilities of two classes amount to, and the probabilities. */
#include "engine/kernels.h"

/* Side by side, so that the compiler makes vectors of them; full_rows is a multiple. */
#define ABREAST 4

static size_t size_coefficients(const logreg__problem *p)
{
    return p->q;
}

static size_t size_sums(const logreg__problem *p)
{
    (void)p;
    return LOGREG__FITTED_SUMS;
}

static size_t size_row(const logreg__problem *p)
{
    (void)p;
    return 1;
}

static size_t size_predictor(const logreg__problem *p)
{
    (void)p;
    return 3 * LOGREG__BLOCK_ROWS;
}

static void fitted_block(const logreg__walk *walk, const double *b, double *acc, double *out)
{
    double *eta = walk->scratch, *e = eta + LOGREG__BLOCK_ROWS, *mu = e + LOGREG__BLOCK_ROWS;
    double brier[ABREAST] = {0}, events[ABREAST] = {0}, all[ABREAST] = {0};
    const double *y = walk->y, *w = walk->w;
    logreg__walk_predictor(eta, walk, b);
    walk->problem->inner->exp_of_minus(e, eta, walk->full_rows);
    for (size_t r = 0; r < walk->full_rows; r++) {
        double large = 1 / (1 + e[r]), small = e[r] * large;
        mu[r] = eta[r] >= 0 ? large : small;
        e[r] = eta[r] >= 0 ? small : large;
    }
    memcpy(out, mu, walk->rows * sizeof *out);
    /* rows that fill up have no weight */
    for (size_t r = 0; r < walk->full_rows; r += ABREAST)
        for (size_t l = 0; l < ABREAST; l++) {
            double m = mu[r + l], rest = e[r + l], event = w[r + l] * y[r + l];
            brier[l] += event * rest * rest + (w[r + l] - event) * m * m;
            events[l] += event * m;
            all[l] += w[r + l] * m;
        }
    for (size_t l = 0; l < ABREAST; l++) {
        acc[LOGREG__FITTED_BRIER] += brier[l];
        acc[LOGREG__FITTED_EVENTS] += events[l];
        acc[LOGREG__FITTED_OTHERS] += all[l] - events[l];
    }
}

const logreg__kernel logreg__kernel_fitted = {.name = "fitted",
                                              .input = size_coefficients,
                                              .size = size_sums,
                                              .output = size_row,
                                              .scratch = size_predictor,
                                              .by_columns = true,
                                              .block = fitted_block};
