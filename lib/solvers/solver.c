/* The table of solvers, and what they share. */
#include "solvers/solver.h"

#include <float.h>
#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "solvers/patience.h"
#include "solvers/vectors.h"

/* A budget is looked at from this share of it on, and may be exceeded so much. */
#define EARLIEST 0.25
#define OVERDRAWN 1.5

const logreg__solver *const logreg__solvers[] = {
    &logreg__solver_newton,    &logreg__solver_lbfgs, &logreg__solver_gd,
    &logreg__solver_sgd,       &logreg__solver_adam,  &logreg__solver_cd,
    &logreg__solver_newton_cg, &logreg__solver_dual,  NULL,
};

const logreg__solver *logreg__solver_find(const char *name)
{
    for (size_t i = 0; logreg__solvers[i]; i++)
        if (strcmp(logreg__solvers[i]->name, name) == 0)
            return logreg__solvers[i];
    return NULL;
}

double logreg__solver_norm(const double *a, size_t n)
{
    return sqrt(logreg__dot(a, a, n));
}

bool logreg__solver_descends(double delta, double from, double slope_from, double to, double slope_to)
{
    double noise = 64 * DBL_EPSILON * fabs(from);
    if (-delta * slope_from > noise)
        return to <= from + delta * slope_from;
    return to <= from + noise && slope_to <= (2 * delta - 1) * slope_from;
}

logreg_status logreg__solver_judge(logreg__solution *s, const logreg__problem *problem,
                                   const logreg_options *options, logreg_error *err)
{
    logreg_status status = logreg__quadratic_at(s->at, problem, s->beta, err);
    if (status == LOGREG_OK)
        status = logreg__quadratic_judge(&s->finite, &s->converged, s->at, problem, options->tol, err);
    return status;
}

/* lambda >= 2 |g| / sqrt(sum w) / sqrt(k p) or so on standardised columns, so that a look before |g| is of that size would be in
 * vain. A look that fails tells by how much lambda is too large, and lambda falls in proportion to |g|. */
logreg_status logreg__solver_look(logreg__lookout *lookout, logreg__solution *s, double norm,
                                  const logreg__problem *problem, const logreg_options *options,
                                  logreg_error *err)
{
    if (lookout->next == 0)
        lookout->next = options->tol * sqrt(problem->design->response->n_obs * (double)problem->q);
    if (norm > lookout->next)
        return LOGREG_OK;
    logreg_status status = logreg__solver_judge(s, problem, options, err);
    double shrink = s->at->factored ? options->tol / s->at->decrement : 0.5;
    lookout->next = norm * fmin(0.5, fmax(shrink, 1e-3));
    return status;
}

bool logreg__solver_overdraws(size_t spent, size_t budget, double first, double now, double goal)
{
    double n = (double)spent, most = OVERDRAWN * (double)budget;
    if (!budget || n < EARLIEST * (double)budget)
        return false;
    return n >= most || n * log(first / goal) > most * log(first / now);
}

static const logreg__solver *solver_at(size_t i)
{
    size_t count = sizeof logreg__solvers / sizeof *logreg__solvers;
    return i < count ? logreg__solvers[i] : NULL;
}

const char *logreg_solver_name(size_t i)
{
    return solver_at(i) ? solver_at(i)->name : NULL;
}

const char *logreg_solver_summary(size_t i)
{
    return solver_at(i) ? solver_at(i)->summary : NULL;
}

size_t logreg__solver_limit(const logreg__solver *solver, const logreg_options *options)
{
    return options->max_iter ? options->max_iter : solver->max_iter;
}

bool logreg__solver_told(double *all, const logreg__problem *problem, const double *b)
{
    const logreg__design *d = problem->design;
    double *beta = logreg__new_raw(problem->q, sizeof *beta);
    if (!beta)
        return false;
    logreg__problem_beta(problem, beta, b);
    for (size_t c = 0; c < problem->k; c++)
        for (size_t j = 0; j < d->p; j++)
            all[c * d->terms->n_columns + d->column[j]] = beta[c * d->p + j];
    free(beta);
    return true;
}

logreg_status logreg__solver_trace(const logreg__problem *problem, const logreg_options *options,
                                   size_t iteration, double loss, const double *gradient, double step,
                                   const double *b, logreg_error *err)
{
    if (!options->trace)
        return LOGREG_OK;
    double held;
    logreg_status status = logreg__validation_loss(&held, problem, b, err);
    if (status != LOGREG_OK)
        return status;
    size_t n_columns = problem->design->terms->n_columns;
    double *all = logreg__new(problem->k * n_columns, sizeof *all);
    if (all && logreg__solver_told(all, problem, b)) {
        double largest = 0;
        for (size_t j = 0; j < problem->q; j++)
            largest = fmax(largest, fabs(gradient[j]));
        logreg_trace_row row = {
            .iteration = iteration,
            .loss = loss / problem->design->response->n_obs,
            .gradient_norm = largest / problem->design->response->n_obs,
            .step = step,
            .validation_loss = held,
            .beta = all,
            .n_beta = problem->k * n_columns,
        };
        options->trace(&row, options->trace_data);
        free(all);
        return LOGREG_OK;
    }
    free(all);
    return logreg__fail_memory(err);
}
