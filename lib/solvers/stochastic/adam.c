/* Adam (Kingma & Ba, ICLR 2015, algorithm 1), in batches: equation (121).
 *
 *     m := beta1 m + (1 - beta1) g,   v := beta2 v + (1 - beta2) g^2,
 *     u := u - rate (m / (1 - beta1^t)) / (sqrt(v / (1 - beta2^t)) + epsilon)
 */
#include <math.h>

#include "solvers/stochastic/stochastic.h"

#define BETA1 0.9
#define BETA2 0.999
#define EPSILON 1e-8

static void step(double *move, const double *g, double rate, size_t t, double *state, size_t q)
{
    double *m = state, *v = state + q;
    double first = 1 - pow(BETA1, (double)t), second = 1 - pow(BETA2, (double)t);
    for (size_t j = 0; j < q; j++) {
        m[j] = BETA1 * m[j] + (1 - BETA1) * g[j];
        v[j] = BETA2 * v[j] + (1 - BETA2) * g[j] * g[j];
        move[j] = -rate * (m[j] / first) / (sqrt(v[j] / second) + EPSILON);
    }
}

static const logreg__rule rule = {
    .n_states = 2, .scaleless = true, .averages = true, .rate = 0.05, .step = step};

static logreg_status run(logreg__solution *solution, const logreg__problem *problem,
                         const logreg_options *options, logreg_error *err)
{
    return logreg__stochastic_run(solution, &rule, &logreg__solver_adam, problem, options, err);
}

const logreg__solver logreg__solver_adam = {
    .name = "adam",
    .summary = "Adam in batches, steps by moments of the gradient, averaged: near the maximum, not at it",
    .max_iter = 1000,
    .stochastic = true,
    .patient = true,
    .run = run,
};
