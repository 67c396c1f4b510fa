/* Rank, solver, proof of a maximum or decision that there is none. */
#include "model/estimate/estimate.h"

#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "model/estimate/affordable.h"
#include "model/estimate/penalised.h"
#include "model/estimate/rank.h"
#include "model/held/held_out.h"
#include "model/shrink/shrink.h"
#include "solvers/firth/firth.h"

/* Finds aliased columns; the design and problem that remain stand in f. */
static logreg_status find_rank(logreg__fitting *f, logreg_error *err)
{
    size_t p = f->model->p;
    f->drop = logreg__new(p, 1);
    if (!f->drop)
        return logreg__fail_memory(err);
    logreg_status status = logreg__fitting_problem(&f->design, &f->problem, f, f->rows, NULL, true, err);
    if (status == LOGREG_OK)
        status = logreg__rank_find(f->drop, f->model->alias, f->problem, err);
    if (status != LOGREG_OK)
        return status;
    for (size_t j = 0; j < p; j++) {
        f->model->rank += !f->drop[j];
        for (size_t c = 0; f->drop[j] && c < f->model->k; c++)
            f->model->status[c * p + j] = LOGREG_COEF_ALIASED;
    }
    if (f->model->rank == p)
        return LOGREG_OK;
    f->makings = logreg__exact_makings(f->model->alias, f->design);
    logreg__fitting_forget(f);
    if (!f->makings)
        return logreg__fail_memory(err);
    return logreg__fitting_problem(&f->design, &f->problem, f, f->rows, f->drop, true, err);
}

static const logreg__solver *solver_of(const logreg__fitting *f)
{
    return f->model->penalty ? &logreg__solver_firth : logreg__solver_find(f->options->solver);
}

/* Looks at b, in scaled coefficients, where a solver has ended. */
static logreg_status look(logreg__fitting *f, logreg_error *err)
{
    logreg__problem penalised = logreg__firth_problem(f->problem);
    const logreg__problem *problem = f->model->penalty ? &penalised : f->problem;
    logreg_status status = logreg__quadratic_at(f->at, problem, f->b, err);
    if (status == LOGREG_OK)
        status = logreg__quadratic_judge(&f->solution.finite, &f->solution.converged, f->at, problem,
                                         f->options->tol, err);
    return status;
}

/* Runs the solver in raw coefficients, then looks at its result in scaled ones. */
static logreg_status solve_raw(const logreg__solver *solver, logreg__fitting *f, logreg_error *err)
{
    logreg__problem *raw = NULL;
    logreg__design *design = NULL;
    logreg_status status = logreg__fitting_problem(&design, &raw, f, f->rows, f->drop, false, err);
    if (status == LOGREG_OK)
        raw->validation = f->held;
    if (status == LOGREG_OK)
        status = solver->run(&f->solution, raw, f->options, err);
    logreg__problem_free(raw);
    logreg__design_free(design);
    if (status != LOGREG_OK)
        return status;
    logreg__problem_b(f->problem, f->b, f->b);
    return look(f, err);
}

logreg_status logreg__estimate_make_room(logreg__fitting *f, logreg_error *err)
{
    size_t q = f->problem->q;
    f->b = logreg__new(q, sizeof *f->b);
    f->at = logreg__quadratic_new(q);
    f->solution = (logreg__solution){.beta = f->b, .at = f->at, .errands = &f->errands};
    return f->b && f->at ? LOGREG_OK : logreg__fail_memory(err);
}

void logreg__estimate_clear_room(logreg__fitting *f)
{
    free(f->b);
    logreg__quadratic_free(f->at);
    logreg__quadratic_free(f->null);
    logreg__errands_clear(f);
    f->b = NULL;
    f->at = f->null = NULL;
}

bool logreg__estimate_null_serves(const logreg__fitting *f)
{
    return f->model->terms->intercept && !f->response->offset && !f->model->terms->offset &&
           logreg__score_wanted(f);
}

/* Newton's method begins at the null model, of which the score test asks what the first step does. */
static logreg_status plan_first(logreg__fitting *f, const logreg__solver *solver, logreg_error *err)
{
    if (solver != &logreg__solver_newton || !f->options->scaling || f->matched ||
        !logreg__estimate_null_serves(f))
        return LOGREG_OK;
    f->null = f->solution.first = logreg__quadratic_new(f->problem->q);
    return f->null ? LOGREG_OK : logreg__fail_memory(err);
}

static logreg_status solve(logreg__fitting *f, logreg_error *err)
{
    const logreg__solver *solver = solver_of(f);
    logreg_status status = logreg__estimate_make_room(f, err);
    if (status == LOGREG_OK)
        status = plan_first(f, solver, err);
    if (status == LOGREG_OK)
        status = logreg__held_out_problem(f, err);
    if (status != LOGREG_OK)
        return status;
    f->problem->validation = f->held;
    if (!solver->from_zero)
        logreg__fitting_null(f->b, f->problem);
    status = f->options->scaling ? solver->run(&f->solution, f->problem, f->options, err)
                                 : solve_raw(solver, f, err);
    f->solution.first = NULL;
    return status;
}

/* From the maximum of the likelihood, where the quick way led there, or from the null model. */
static logreg_status estimate_penalised(logreg__fitting *f, bool started, logreg_error *err)
{
    logreg_status status = LOGREG_OK;
    size_t iterations = started ? f->solution.iterations : 0;
    f->errands.done = false;
    f->solution.converged = false;
    if (started)
        status = logreg__solver_firth.run(&f->solution, f->problem, f->options, err);
    else
        status = solve(f, err);
    if (status == LOGREG_OK)
        status = logreg__firth_search(&f->solution, f->problem, f->options, err);
    f->solution.iterations += iterations;
    f->model->iterations = f->solution.iterations;
    return status == LOGREG_OK ? logreg__penalised_store(f, err) : status;
}

static logreg_status estimate_plain(logreg__fitting *f, bool done, logreg_error *err)
{
    logreg_status status = done ? LOGREG_OK : solve(f, err);
    bool ask = !f->solution.finite;
    if (status == LOGREG_OK && !ask)
        status = logreg__quadratic_doubt(&ask, f->solution.at, err);
    if (status == LOGREG_OK && ask)
        status = logreg__estimate_decide(f, err);
    f->model->iterations = f->solution.iterations;
    if (status == LOGREG_OK && f->model->separation == LOGREG_SEPARATION_NONE)
        status = logreg__fitting_store(f, f->problem, &f->solution, err);
    return status;
}

logreg_status logreg__estimate(logreg__fitting *f, logreg_error *err)
{
    bool done = false;
    if (logreg__penalty_shrinks(f->model->penalty))
        return logreg__shrink(f, err);
    if (f->model->terms->n_sparse)
        return logreg__fail(
            err, LOGREG_EINVAL,
            "sparse columns are fitted with a penalty on sizes: take penalty 'l2', 'l1' or 'elasticnet'");
    logreg_status status = logreg__penalised_check(f, err);
    if (status == LOGREG_OK)
        status = logreg__estimate_quickly(&done, f, err);
    if (status == LOGREG_OK && !done)
        status = find_rank(f, err);
    if (status == LOGREG_OK && !done)
        status = logreg__affordable(f, err);
    if (status == LOGREG_OK)
        status = f->model->penalty ? estimate_penalised(f, done, err) : estimate_plain(f, done, err);
    for (size_t j = 0; status == LOGREG_OK && j < f->model->q; j++)
        if (f->model->status[j] != LOGREG_COEF_OK) {
            for (size_t i = 0; i < f->model->q; i++)
                f->model->covariance[j * f->model->q + i] = f->model->covariance[i * f->model->q + j] = NAN;
            f->model->beta[j] = f->model->status[j] == LOGREG_COEF_PLUS_INFINITY    ? INFINITY
                                : f->model->status[j] == LOGREG_COEF_MINUS_INFINITY ? -INFINITY
                                                                                    : NAN;
        }
    return status;
}
