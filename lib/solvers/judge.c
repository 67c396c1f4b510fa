/* What a point proves: that a finite maximum exists, and is as near as asked for, by equation (7); and what leaves that in doubt. */
#include <float.h>
#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "engine/dense.h"
#include "solvers/quadratic.h"
#include "solvers/shrinkage.h"

#define ROUNDING (16 * DBL_EPSILON)

/* lambda R must stay below this, equation (7). Not below 1: where a separated row stands alone it falls to 1 in the limit,
 * lambda R = 1 / (1 - mu), so that rounding would carry it past. */
#define PROOF 0.5

/* Standard errors of standardised coefficients beyond this, which need such a condition number, and rows that are fitted to the last
 * digit: a maximum would have them where the loss is flat but for rounding, so that nothing at the point itself proves it. */
#define DOUBTFUL_ERROR 1e4
#define DOUBTFUL_CONDITION 1e3
#define DECIDED_ROW 1e14

logreg_status logreg__quadratic_floor(double *floor, const logreg__quadratic *at, logreg_error *err)
{
    size_t q = at->q;
    double *V = logreg__new_raw(q * q, sizeof *V);
    if (!V)
        return logreg__fail_memory(err);
    logreg__cholesky_invert(V, at->L, q);
    double sum = 0;
    for (size_t j = 0; j < q; j++)
        sum += at->H[j * q + j] * V[j * q + j];
    free(V);
    *floor = ROUNDING * sqrt(sum);
    return LOGREG_OK;
}

logreg_status logreg__quadratic_doubt(bool *doubt, const logreg__quadratic *at, logreg_error *err)
{
    size_t q = at->q;
    *doubt = at->bound > DECIDED_ROW;
    if (*doubt || !at->factored || at->condition < DOUBTFUL_CONDITION)
        return LOGREG_OK;
    double *V = logreg__new_raw(q * q, sizeof *V);
    if (!V)
        return logreg__fail_memory(err);
    logreg__cholesky_invert(V, at->L, q);
    for (size_t j = 0; j < q; j++)
        *doubt = *doubt || !(V[j * q + j] < DOUBTFUL_ERROR * DOUBTFUL_ERROR);
    free(V);
    return LOGREG_OK;
}

/* A quick guess at the rounding level, mostly too large. */
static double guess_floor(const logreg__quadratic *at)
{
    return 10 * ROUNDING * at->condition * sqrt((double)at->q);
}

logreg_status logreg__quadratic_judge(bool *finite, bool *converged, const logreg__quadratic *at,
                                      const logreg__problem *problem, double tol, logreg_error *err)
{
    *converged = false;
    if (!at->factored)
        return LOGREG_OK;
    double lambda = at->decrement, floor = guess_floor(at), square = at->reach;
    logreg_status status = LOGREG_OK;
    /* Far from the maximum neither the exact level nor the reach itself can prove anything that is worth its price. */
    bool close = lambda < 1e-4;
    bool doubtful = lambda > tol || !(floor * sqrt(square) < 0.1);
    if (close && doubtful)
        status = logreg__quadratic_floor(&floor, at, err);
    bool small = lambda <= fmax(tol, floor);
    /* What rounding hides may be as large as its level: a proof holds only if it survives that. */
    lambda = fmax(lambda, floor);
    /* A ridge has a maximum, and slopes tell how near that is. */
    bool flat =
        small && problem->shrinkage && logreg__shrinkage_steepest(problem, at->g) <= problem->shrinkage->tol;
    if (status == LOGREG_OK && small && !(lambda * sqrt(square) < PROOF) && !problem->jeffreys && !flat)
        status = logreg__fold(problem, &logreg__kernel_reach, 1, at->L, &square, NULL, err);
    if (status != LOGREG_OK)
        return status;
    /* The penalised likelihood has a maximum whatever the data are. */
    bool proven = lambda * sqrt(square) < PROOF || problem->jeffreys || flat;
    *finite = *finite || proven;
    *converged = small && proven;
    return LOGREG_OK;
}
