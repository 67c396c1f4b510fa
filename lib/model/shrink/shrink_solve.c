/* Which solvers serve a penalty on sizes, and from one to the next. */
#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "model/shrink/shrink_steps.h"
#include "solvers/choice.h"
#include "solvers/dual/dual.h"
#include "solvers/paths/screened.h"

static logreg_status choose(logreg__choice *choice, logreg__fitting *f, logreg_error *err)
{
    const char *name = f->options->solver;
    bool smooth = f->shrinkage->smooth, sparse = f->design->n_sparse > 0;
    *choice = strcmp(name, "auto") == 0
                  ? logreg__choose(f->problem)
                  : (logreg__choice){.n = 1, .stage = {{.solver = logreg__solver_find(name)}}};
    if (f->options->trace) /* which counts the steps of one */
        *choice = (logreg__choice){.n = 1, .stage = {{.solver = logreg__choice_surest(choice)}}};
    const logreg__solver *solver = choice->stage[0].solver;
    if (!smooth && !solver->creased)
        return logreg__fail(err, LOGREG_EINVAL,
                            "solver '%s' goes by slopes, which absolute values and bounds do not have "
                            "everywhere; take 'cd' or 'lbfgs', or leave the choice to 'auto'",
                            name);
    if (solver == &logreg__solver_dual && logreg__dual_check(f->problem, err) != LOGREG_OK)
        return LOGREG_EINVAL;
    bool matrices = solver == &logreg__solver_cd ? !logreg__screened_serves(f->problem) : !solver->matrixless;
    if (sparse && matrices && f->problem->q > LOGREG__MAX_COLUMNS)
        return logreg__fail(
            err, LOGREG_EINVAL,
            "solver '%s' makes a matrix of all pairs of coefficients, and there are %zu of these; take "
            "'newton-cg' or 'lbfgs', or leave the choice to 'auto'",
            name, f->problem->q);
    return LOGREG_OK;
}

/* A decrement tells how far coefficients are off, which a strong penalty makes small whatever the slopes are: steps until these are small too. */
static logreg_status flatten(logreg__fitting *f, logreg_error *err)
{
    const logreg__shrinkage *s = f->shrinkage;
    logreg_status status = LOGREG_OK;
    for (int step = 0; status == LOGREG_OK && step < 3; step++) {
        if (logreg__shrinkage_steepest(f->problem, f->at->g) <= s->tol)
            break;
        status = logreg__quadratic_advance(f->at, f->problem, f->b, NULL, err);
    }
    return status;
}

/* From f->b to f->b. */
static logreg_status run(logreg__fitting *f, const logreg__solver *solver, size_t budget, logreg_error *err)
{
    logreg_model *m = f->model;
    logreg__quadratic_free(f->at);
    free(m->solver);
    f->at = logreg__quadratic_new(solver->matrixless ? 0 : f->problem->q);
    m->solver = logreg__copy(solver->name);
    f->solution = (logreg__solution){.beta = f->b, .at = f->at, .finite = true, .budget = budget};
    logreg_status status = f->at && m->solver ? solver->run(&f->solution, f->problem, f->options, err)
                                              : logreg__fail_memory(err);
    m->iterations += f->solution.iterations;
    return status;
}

logreg_status logreg__shrink_solve(logreg__fitting *f, logreg_error *err)
{
    logreg_model *m = f->model;
    logreg__choice choice;
    size_t limit = f->options->max_iter;
    logreg_status status = choose(&choice, f, err);
    m->iterations = 0;
    for (size_t i = 0; status == LOGREG_OK && i < choice.n; i++) {
        bool spent = limit && m->iterations >= limit;
        if (i && (f->solution.converged || spent))
            break;
        status = run(f, choice.stage[i].solver, choice.stage[i].budget, err);
    }
    if (status == LOGREG_OK && f->solution.converged && f->at->factored)
        status = flatten(f, err);
    m->converged = f->solution.converged;
    m->decrement = f->at && f->at->factored ? f->at->decrement : NAN;
    return status;
}
