/* The unweighted sum of squares, equation (103). Over single outcomes S less its expectation is a sum of residuals times 1 - 2 mu, which loses no digits;
 * its variance is what the regression of 1 - 2 mu on the columns, with weights mu (1 - mu), leaves. */
#include <math.h>

#include <gsl/gsl_cdf.h>
#include <logreg/special.h>

#include "base/error.h"
#include "base/memory.h"
#include "engine/dense.h"
#include "engine/kernels.h"
#include "goodness/parts.h"

/* What the regression leaves is nothing if it is this small a part of the whole. */
#define NOTHING 1e-20

/* Input: the coefficients, then those of the regression. Sums: S less its expectation; the expectation; the squares of 1 - 2 mu, and of what the
 * regression leaves of them, each with weights; then Z' of the weighted 1 - 2 mu. */
enum { EXCESS, EXPECTED, WHOLE, LEFT, N_SUMS };

static size_t size_input(const logreg__problem *p)
{
    return 2 * p->q;
}

static size_t size_sums(const logreg__problem *p)
{
    return N_SUMS + p->q;
}

static size_t size_scratch(const logreg__problem *p)
{
    (void)p;
    return 3 * LOGREG__BLOCK_ROWS;
}

static void block(const logreg__walk *walk, const double *input, double *acc, double *out)
{
    (void)out;
    double *eta = walk->scratch, *regressed = eta + LOGREG__BLOCK_ROWS, *v = regressed + LOGREG__BLOCK_ROWS;
    logreg__walk_predictor(eta, walk, input);
    logreg__walk_predictor(regressed, walk, input + walk->problem->q);
    memset(v, 0, walk->full_rows * sizeof *v);
    for (size_t r = 0; r < walk->rows; r++) {
        double mu = logreg_sigmoid(eta[r]), rest = logreg_sigmoid_complement(eta[r]), d = rest - mu;
        double s = walk->w[r] * mu * rest, left = d - (regressed[r] - walk->offset[r]);
        acc[EXCESS] += walk->w[r] * (walk->y[r] * rest - (1 - walk->y[r]) * mu) * d;
        acc[EXPECTED] += s;
        acc[WHOLE] += s * d * d;
        acc[LEFT] += s * left * left;
        v[r] = s * d;
    }
    logreg__walk_gradient(acc + N_SUMS, walk, v);
}

static const logreg__kernel kernel = {
    .name = "squares", .input = size_input, .size = size_sums, .scratch = size_scratch, .block = block};

logreg_status logreg__goodness_squares(logreg_goodness *g, const logreg_study *s, logreg_error *err)
{
    size_t q = s->problem->q;
    double *input = logreg__new(2, q * sizeof *input), *sums = logreg__new_raw(N_SUMS + q, sizeof *sums);
    logreg_status status = input && sums ? LOGREG_OK : logreg__fail_memory(err);
    if (status == LOGREG_OK) {
        memcpy(input, s->b, q * sizeof *input);
        status = logreg__fold(s->problem, &kernel, 1, input, sums, NULL, err);
    }
    if (status == LOGREG_OK) {
        memcpy(input + q, sums + N_SUMS, q * sizeof *input);
        logreg__cholesky_solve(s->at->L, q, input + q);
        status = logreg__fold(s->problem, &kernel, 1, input, sums, NULL, err);
    }
    if (status == LOGREG_OK) {
        g->squares = sums[EXPECTED] + sums[EXCESS];
        g->squares_expected = sums[EXPECTED];
        g->squares_error = sqrt(sums[LEFT]);
        if (sums[LEFT] > NOTHING * sums[WHOLE]) {
            g->squares_z = sums[EXCESS] / g->squares_error;
            g->squares_p = 2 * gsl_cdf_ugaussian_Q(fabs(g->squares_z));
        }
    }
    free(input);
    free(sums);
    return status;
}
