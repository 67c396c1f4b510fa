/* L-BFGS: Newton's direction from the last few steps and changes of gradient (Nocedal & Wright, Numerical Optimization,
 * 2nd ed., algorithms 7.4 and 7.5), with a line search that bisects for the weak Wolfe conditions (Lewis & Overton,
 * Math. Program. 141, 2013). Equation (21).
 *
 * s_i = b_{i+1} - b_i, y_i = g_{i+1} - g_i, rho_i = 1 / y_i's_i.
 */
#include <float.h>
#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "solvers/shrinkage.h"
#include "solvers/solver.h"

#define MEMORY 10

#define MOST_TRIALS 60

typedef struct {
    const logreg__problem *problem;
    size_t q;
    double *room, *b, *g, *trial, *trial_g, *direction;
    double *
        guess; /* first guess at inverse second derivatives, in proportion: 1 but where a penalty adds to them */
    double *s[MEMORY], *y[MEMORY], rho[MEMORY], alpha[MEMORY];
    size_t pairs; /* steps remembered so far; step i stands in place i % MEMORY */
    double loss, trial_loss;
} search;

static bool search_init(search *w, const logreg__problem *problem)
{
    size_t q = problem->q;
    *w = (search){.problem = problem, .q = q, .room = logreg__new((6 + 2 * MEMORY) * q, sizeof(double))};
    if (!w->room)
        return false;
    double **vectors[] = {&w->b, &w->g, &w->trial, &w->trial_g, &w->direction, &w->guess};
    double *room = w->room;
    for (size_t i = 0; i < sizeof vectors / sizeof *vectors; i++, room += q)
        *vectors[i] = room;
    for (size_t i = 0; i < MEMORY; i++, room += 2 * q) {
        w->s[i] = room;
        w->y[i] = room + q;
    }
    const logreg__shrinkage *shrinkage = problem->shrinkage;
    double weight = problem->design->response->n_obs;
    for (size_t j = 0; j < q; j++)
        w->guess[j] = shrinkage ? 1 / (1 + 4 * shrinkage->ridge[j % shrinkage->p] / weight) : 1;
    return true;
}

static logreg_status evaluate(search *w, const double *b, double *g, double *loss, logreg_error *err)
{
    return logreg__quadratic_gradient(loss, g, w->problem, b, NULL, err);
}

static void add(double *to, double factor, const double *from, size_t n)
{
    for (size_t j = 0; j < n; j++)
        to[j] += factor * from[j];
}

/* direction := -(approximate inverse Hessian) g, the two loops. */
static void find_direction(search *w)
{
    size_t kept = w->pairs < MEMORY ? w->pairs : MEMORY;
    for (size_t j = 0; j < w->q; j++)
        w->direction[j] = -w->g[j];
    for (size_t i = 0; i < kept; i++) {
        size_t at = (w->pairs - 1 - i) % MEMORY;
        w->alpha[at] = w->rho[at] * logreg__solver_dot(w->s[at], w->direction, w->q);
        add(w->direction, -w->alpha[at], w->y[at], w->q);
    }
    double scale = 1 / w->problem->design->response->n_obs;
    if (kept) {
        size_t last = (w->pairs - 1) % MEMORY;
        double sum = 0;
        for (size_t j = 0; j < w->q; j++)
            sum += w->guess[j] * w->y[last][j] * w->y[last][j];
        scale = 1 / (w->rho[last] * sum);
    }
    for (size_t j = 0; j < w->q; j++)
        w->direction[j] *= scale * w->guess[j];
    for (size_t i = kept; i-- > 0;) {
        size_t at = (w->pairs - 1 - i) % MEMORY;
        double beta = w->rho[at] * logreg__solver_dot(w->y[at], w->direction, w->q);
        add(w->direction, w->alpha[at] - beta, w->s[at], w->q);
    }
}

/* Finds a step along direction; *t is 0 where there is none. The trial point stands in w. */
static logreg_status search_line(double *t, search *w, logreg_error *err)
{
    double slope = logreg__solver_dot(w->g, w->direction, w->q), low = 0, high = INFINITY;
    *t = 1;
    for (int i = 0; slope < 0 && i < MOST_TRIALS; i++) {
        memcpy(w->trial, w->b, w->q * sizeof *w->trial);
        add(w->trial, *t, w->direction, w->q);
        logreg_status status = evaluate(w, w->trial, w->trial_g, &w->trial_loss, err);
        if (status != LOGREG_OK)
            return status;
        double slope_here = logreg__solver_dot(w->trial_g, w->direction, w->q);
        if (!logreg__solver_descends(1e-4, w->loss, *t * slope, w->trial_loss, *t * slope_here))
            high = *t;
        else if (slope_here < 0.9 * slope)
            low = *t;
        else
            return LOGREG_OK;
        *t = isfinite(high) ? (low + high) / 2 : 2 * *t;
    }
    *t = 0;
    return LOGREG_OK;
}

/* Moves to the trial point and remembers the step, if it says something about curvature. */
static void accept(search *w)
{
    size_t at = w->pairs % MEMORY;
    for (size_t j = 0; j < w->q; j++) {
        w->s[at][j] = w->trial[j] - w->b[j];
        w->y[at][j] = w->trial_g[j] - w->g[j];
    }
    double curvature = logreg__solver_dot(w->s[at], w->y[at], w->q);
    double size = logreg__solver_norm(w->s[at], w->q) * logreg__solver_norm(w->y[at], w->q);
    if (curvature > DBL_EPSILON * size) {
        w->rho[at] = 1 / curvature;
        w->pairs++;
    }
    memcpy(w->b, w->trial, w->q * sizeof *w->b);
    memcpy(w->g, w->trial_g, w->q * sizeof *w->g);
    w->loss = w->trial_loss;
}

static logreg_status iterate(logreg__solution *solution, search *w, const logreg_options *options,
                             logreg_error *err)
{
    size_t limit = logreg__solver_limit(&logreg__solver_lbfgs, options);
    logreg__lookout lookout = {0};
    double t = 0;
    memcpy(w->b, solution->beta, w->q * sizeof *w->b);
    logreg_status status = evaluate(w, w->b, w->g, &w->loss, err);
    for (solution->iterations = 0; status == LOGREG_OK; solution->iterations++) {
        memcpy(solution->beta, w->b, w->q * sizeof *w->b);
        status = logreg__solver_trace(w->problem, options, solution->iterations, w->loss, w->g, t, w->b, err);
        if (status == LOGREG_OK)
            status = logreg__solver_look(&lookout, solution, logreg__solver_norm(w->g, w->q), w->problem,
                                         options, err);
        if (status != LOGREG_OK || solution->converged || solution->iterations == limit)
            break;
        find_direction(w);
        status = search_line(&t, w, err);
        if (status != LOGREG_OK)
            break;
        if (t > 0)
            accept(w);
        else if (w->pairs > 0)
            w->pairs = 0; /* a bad memory: begin again with the gradient */
        else
            break;
    }
    return status;
}

static logreg_status run(logreg__solution *solution, const logreg__problem *problem,
                         const logreg_options *options, logreg_error *err)
{
    search w;
    logreg_status status =
        search_init(&w, problem) ? iterate(solution, &w, options, err) : logreg__fail_memory(err);
    free(w.room);
    if (status == LOGREG_OK && !solution->converged)
        status = logreg__solver_judge(solution, problem, options, err);
    return status;
}

const logreg__solver logreg__solver_lbfgs = {
    .name = "lbfgs",
    .summary = "limited-memory BFGS: gradients only, for many columns",
    .max_iter = 1000,
    .run = run,
};
