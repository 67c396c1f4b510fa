/* L-BFGS: Newton's direction from the last few steps and changes of gradient (Nocedal & Wright, Numerical Optimization,
 * 2nd ed., algorithms 7.4 and 7.5), with a line search that bisects for the weak Wolfe conditions (Lewis & Overton,
 * Math. Program. 141, 2013). Equation (21).
 */
#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "solvers/descent/orthant.h"
#include "solvers/descent/secants.h"
#include "solvers/solver.h"
#include "solvers/vectors.h"

#define MEMORY 10

#define MOST_TRIALS 60

typedef struct {
    const logreg__problem *problem;
    size_t q;
    double *room, *b, *g, *trial, *trial_g, *direction;
    logreg__secants secants;
    double loss, trial_loss;
} search;

static bool search_init(search *w, const logreg__problem *problem)
{
    size_t q = problem->q;
    *w = (search){.problem = problem, .q = q, .room = logreg__new(5 * q, sizeof(double))};
    if (!w->room || !logreg__secants_init(&w->secants, q, MEMORY))
        return false;
    double **vectors[] = {&w->b, &w->g, &w->trial, &w->trial_g, &w->direction};
    for (size_t i = 0; i < sizeof vectors / sizeof *vectors; i++)
        *vectors[i] = w->room + i * q;
    return true;
}

static logreg_status evaluate(search *w, const double *b, double *g, double *loss, logreg_error *err)
{
    return logreg__quadratic_gradient(loss, g, w->problem, b, NULL, err);
}

/* direction := -(approximate inverse Hessian) g, the two loops. */
static void find_direction(search *w)
{
    double scale = logreg__secants_scale(&w->secants, NULL, 1 / w->problem->design->response->n_obs);
    for (size_t j = 0; j < w->q; j++)
        w->direction[j] = -w->g[j];
    logreg__secants_before(&w->secants, w->direction);
    for (size_t j = 0; j < w->q; j++)
        w->direction[j] *= scale;
    logreg__secants_after(&w->secants, w->direction);
}

/* Finds a step along direction; *t is 0 where there is none. The trial point stands in w. */
static logreg_status search_line(double *t, search *w, logreg_error *err)
{
    double slope = logreg__dot(w->g, w->direction, w->q), low = 0, high = INFINITY;
    *t = 1;
    for (int i = 0; slope < 0 && i < MOST_TRIALS; i++) {
        memcpy(w->trial, w->b, w->q * sizeof *w->trial);
        logreg__add(w->trial, *t, w->direction, w->q);
        logreg_status status = evaluate(w, w->trial, w->trial_g, &w->trial_loss, err);
        if (status != LOGREG_OK)
            return status;
        double slope_here = logreg__dot(w->trial_g, w->direction, w->q);
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

/* Moves to the trial point and remembers the step. */
static void accept(search *w)
{
    logreg__secants_keep(&w->secants, w->trial, w->b, w->trial_g, w->g);
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
        else if (w->secants.pairs > 0)
            w->secants.pairs = 0; /* a bad memory: begin again with the gradient */
        else
            break;
    }
    return status;
}

static logreg_status run(logreg__solution *solution, const logreg__problem *problem,
                         const logreg_options *options, logreg_error *err)
{
    if (problem->shrinkage)
        return logreg__orthant_run(solution, problem, logreg__solver_limit(&logreg__solver_lbfgs, options),
                                   options, err);
    search w;
    logreg_status status =
        search_init(&w, problem) ? iterate(solution, &w, options, err) : logreg__fail_memory(err);
    free(w.room);
    logreg__secants_clear(&w.secants);
    if (status == LOGREG_OK && !solution->converged)
        status = logreg__solver_judge(solution, problem, options, err);
    return status;
}

const logreg__solver logreg__solver_lbfgs = {
    .name = "lbfgs",
    .summary =
        "limited-memory BFGS: gradients only, for many columns; within orthants where a penalty has creases",
    .max_iter = 1000,
    .creased = true,
    .matrixless = true,
    .run = run,
};
