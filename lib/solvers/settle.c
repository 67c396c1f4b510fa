/* The last step, which needs no look at the rows, and a cheap bound on the reach that makes it one. Equations (29) and (30). */
#include <float.h>
#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "engine/dense.h"
#include "solvers/quadratic.h"

/* A Cholesky factor, and the step by it, are wrong by so much times the squared condition number; a fine factor by that number once. */
#define CONDITION_NOISE (16 * DBL_EPSILON)

logreg_status logreg__quadratic_metric(double *a, const double *L, size_t q, logreg_error *err)
{
    double *V = logreg__new_raw(q * q, sizeof *V);
    if (!V)
        return logreg__fail_memory(err);
    logreg__cholesky_invert(V, L, q);
    for (size_t j = 0; j < q; j++) {
        a[j] = 0;
        for (size_t i = 0; i < q; i++)
            a[j] += fabs(V[j * q + i]) * sqrt(V[j * q + j] / V[i * q + i]);
    }
    free(V);
    return LOGREG_OK;
}

logreg_status logreg__quadratic_bound_reach(logreg__quadratic *at, const double *a, double longest,
                                            logreg_error *err)
{
    size_t q = at->q;
    double *V = logreg__new_raw(q * q, sizeof *V), worst = 0;
    if (!V)
        return logreg__fail_memory(err);
    logreg__cholesky_invert(V, at->L, q);
    for (size_t j = 0; j < q; j++) {
        double sum = 0;
        for (size_t i = 0; i < q; i++)
            sum += fabs(V[j * q + i]) / sqrt(a[i] * a[j]);
        worst = fmax(worst, sum);
    }
    free(V);
    if (worst * longest < at->reach) /* not so where one is no number */
        at->reach = worst * longest;
    return LOGREG_OK;
}

double logreg__quadratic_left(const logreg__quadratic *at)
{
    double u = at->decrement * sqrt(at->reach), rounding = at->fine ? 1 : at->condition;
    rounding *= CONDITION_NOISE * at->condition;
    return at->decrement * (u / 2 * exp(1.5 * u) + rounding);
}

logreg_status logreg__quadratic_settle(logreg__quadratic *at, double *b, logreg_error *err)
{
    double floor, largest = 0;
    logreg_status status = logreg__quadratic_floor(&floor, at, err);
    if (status != LOGREG_OK)
        return status;
    for (size_t j = 0; j < at->q; j++) {
        b[j] -= at->step[j];
        largest = fmax(largest, at->H[j * at->q + j]);
    }
    at->loss -= at->decrement * at->decrement / 2;
    at->decrement = fmax(logreg__quadratic_left(at), floor);
    at->score_norm = at->decrement * sqrt(largest);
    return LOGREG_OK;
}
