/* Coordinate descent as a row of the table of solvers. */
#include "base/error.h"
#include "base/memory.h"
#include "solvers/creases/proximal.h"
#include "solvers/paths/screened.h"

/* Takes all columns along. */
static logreg_status whole(logreg__proximal_end *end, const logreg__problem *problem, double *theta,
                           const logreg_options *options, logreg_error *err)
{
    logreg__proximal *x = NULL;
    logreg_status status = logreg__proximal_new(&x, problem, err);
    if (status == LOGREG_OK)
        status = logreg__proximal_run(end, x, theta, NULL, problem->shrinkage->tol, options, err);
    logreg__proximal_free(x);
    return status;
}

/* From b to b. */
static logreg_status run(logreg__solution *s, const logreg__problem *problem, const logreg_options *options,
                         logreg_error *err)
{
    logreg__proximal_end end;
    double *theta = logreg__new_raw(logreg__shrinkage_classes(problem) * problem->design->p, sizeof *theta);
    if (!theta)
        return logreg__fail_memory(err);
    logreg__shrinkage_theta(theta, problem, s->beta);
    logreg_status status = logreg__screened_serves(problem)
                               ? logreg__screened_run(&end, problem, theta, options, err)
                               : whole(&end, problem, theta, options, err);
    if (status == LOGREG_OK) {
        logreg__shrinkage_b(s->beta, problem, theta);
        s->iterations = end.steps;
        s->converged = end.converged;
        s->finite = true;
        s->at->loss = end.loss;
    }
    free(theta);
    return status;
}

const logreg__solver logreg__solver_cd = {
    .name = "cd",
    .summary = "proximal Newton steps by coordinate descent, for penalties with absolute values or bounds",
    .max_iter = 1000,
    .shrinking = true,
    .creased = true,
    .matrixless = true,
    .run = run,
};
