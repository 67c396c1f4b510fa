/* Mini-batch stochastic gradient descent (Robbins & Monro, Ann. Math. Stat. 22, 1951), averaged (Polyak & Juditsky, SIAM J. Control Optim. 30,
 * 1992; Ruppert 1988): u := u - rate_t g_t, equation (120).
 */
#include "solvers/stochastic/stochastic.h"

static void step(double *move, const double *g, double rate, size_t t, double *state, size_t q)
{
    (void)t;
    (void)state;
    for (size_t j = 0; j < q; j++)
        move[j] = -rate * g[j];
}

static const logreg__rule rule = {.averages = true, .rate = 0.5, .step = step};

static logreg_status run(logreg__solution *solution, const logreg__problem *problem,
                         const logreg_options *options, logreg_error *err)
{
    return logreg__stochastic_run(solution, &rule, &logreg__solver_sgd, problem, options, err);
}

const logreg__solver logreg__solver_sgd = {
    .name = "sgd",
    .summary = "stochastic gradient descent in batches, averaged: near the maximum, not at it",
    .max_iter = 1000,
    .stochastic = true,
    .patient = true,
    .run = run,
};
