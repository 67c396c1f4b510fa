/* The information of ill-conditioned data in one pass: another factor, of a sample or of a point nearby, makes the rows nearly orthogonal, and
 * what is left to factor has its digits. Equations (26) and (32).
 */
#include <float.h>
#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "engine/dense.h"
#include "solvers/factor.h"
#include "solvers/quadratic.h"

/* The largest eigenvalue of inv(G) at most, where G is that of rows that are nearly orthogonal; G's lower triangle is there. */
static double largest_inverse(const double *G, size_t q)
{
    double least = INFINITY;
    for (size_t j = 0; j < q; j++) {
        double others = 0;
        for (size_t i = 0; i < q; i++)
            others += i == j ? 0 : fabs(i > j ? G[j * q + i] : G[i * q + j]);
        least = fmin(least, G[j * q + j] - others);
    }
    return least > 0 ? 1 / least : INFINITY;
}

/* inv(H) = M' inv(G) M: a row's leverage is at most that in M times the largest eigenvalue of inv(G), its reach that over its curvature. */
static double bound_reach(const double *G, size_t q, size_t k)
{
    const double *ends = G + q * q;
    double pair = k > 1 ? 2 : 1;
    return fmin(ends[LOGREG__WHITE_BOUND],
                pair * ends[LOGREG__WHITE_LONGEST] * ends[LOGREG__WHITE_BOUND] * largest_inverse(G, q));
}

logreg_status logreg__quadratic_at_fine(logreg__quadratic *at, double scale, const logreg__problem *problem,
                                        const double *b, logreg__errands *errands, logreg_error *err)
{
    size_t q = at->q;
    double *white = NULL;
    for (size_t i = 0; i < q * q; i++)
        at->L[i] *= sqrt(scale);
    logreg_status status = logreg__factor_begin(&white, at->L, q, problem->held, err);
    if (status != LOGREG_OK)
        return status;
    double *G = white + q + q * q;
    memcpy(white, b, q * sizeof *white);
    logreg__job jobs[2 + LOGREG__MOST_ERRANDS] = {{&logreg__kernel_gradient, 1, b, at->acc + 1, NULL},
                                                  {&logreg__kernel_white, 1, white, G, NULL}};
    status = logreg__quadratic_walk(jobs, 2, problem, b, errands, err);
    at->factored = at->fine = false;
    at->decrement = INFINITY;
    if (status == LOGREG_OK) {
        at->loss = at->acc[1];
        at->bound = G[q * q + LOGREG__WHITE_BOUND];
        at->reach = bound_reach(G, q, problem->k);
        at->fine = logreg__factor_end(at->L, white, q, problem->held) < LOGREG__NEARLY_ORTHOGONAL;
    }
    if (at->fine && isfinite(at->loss)) {
        logreg__factor_multiply_out(at->H, at->L, q);
        logreg__quadratic_solve(at);
    }
    free(white);
    return status;
}
