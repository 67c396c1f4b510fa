/* What the fitted probabilities of two classes amount to, and the probabilities. */
#include "engine/kernels.h"

#include <logreg/special.h>

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
    return LOGREG__BLOCK_ROWS;
}

static void fitted_block(const logreg__walk *walk, const double *b, double *acc, double *out)
{
    double *eta = walk->scratch;
    logreg__walk_predictor(eta, walk, b);
    for (size_t r = 0; r < walk->rows; r++) {
        double mu = logreg_sigmoid(eta[r]), w = walk->w[r], y = walk->y[r];
        out[r] = mu;
        acc[LOGREG__FITTED_BRIER] += w * (y * (1 - mu) * (1 - mu) + (1 - y) * mu * mu);
        acc[LOGREG__FITTED_EVENTS] += w * y * mu;
        acc[LOGREG__FITTED_OTHERS] += w * (1 - y) * mu;
    }
}

const logreg__kernel logreg__kernel_fitted = {.name = "fitted",
                                              .input = size_coefficients,
                                              .size = size_sums,
                                              .output = size_row,
                                              .scratch = size_predictor,
                                              .block = fitted_block};
