/* Many rows of a sound design: from the maximum of a sample to that of all in as few passes as it takes. */
#include "base/error.h"
#include "base/memory.h"
#include "model/estimate/estimate.h"
#include "model/estimate/rank.h"
#include "solvers/newton/start.h"

/* The walk that begins at the start looks at the null model too, for the score test. *job is without a kernel where that is not to be. */
static logreg_status plan_null(logreg__job *job, double **null, logreg__fitting *f, logreg_error *err)
{
    *job = (logreg__job){0};
    if (!logreg__estimate_null_serves(f))
        return LOGREG_OK;
    *null = logreg__new(f->problem->q, sizeof **null);
    f->null = logreg__quadratic_new(f->problem->q);
    if (!*null || !f->null)
        return logreg__fail_memory(err);
    logreg__fitting_null(*null, f->problem);
    *job = logreg__quadratic_job(f->null, *null);
    return LOGREG_OK;
}

/* From the sample's maximum to that of all rows. */
static logreg_status finish(logreg__fitting *f, const logreg__start *start, logreg_error *err)
{
    logreg__job job;
    double *null = NULL;
    logreg_status status = f->options->measures ? logreg__errands_make(f, err) : LOGREG_OK;
    if (status == LOGREG_OK)
        status = plan_null(&job, &null, f, err);
    if (status == LOGREG_OK)
        status =
            logreg__start_finish(&f->solution, start, f->problem, f->options, job.kernel ? &job : NULL, err);
    if (status == LOGREG_OK && job.kernel)
        status = logreg__quadratic_take(f->null, f->problem, null, err);
    size_t walks = f->solution.iterations;
    if (status == LOGREG_OK && !f->solution.converged) {
        f->solution.many = true;
        status = logreg__solver_newton.run(&f->solution, f->problem, f->options, err);
        f->solution.iterations += walks;
    }
    free(null);
    return status;
}

logreg_status logreg__estimate_quickly(bool *done, logreg__fitting *f, logreg_error *err)
{
    const logreg_options *o = f->options;
    logreg__start start = {0};
    *done = false;
    if (strcmp(o->solver, "newton") != 0 || !o->scaling || o->max_iter || o->trace || f->matched)
        return LOGREG_OK;
    logreg_status status = logreg__fitting_problem(&f->design, &f->problem, f, f->rows, NULL, false, err);
    if (status != LOGREG_OK)
        return status;
    if (logreg__start_pays(f->problem)) {
        status = logreg__design_centre(f->design, err);
        if (status == LOGREG_OK)
            status = logreg__estimate_make_room(f, err);
        if (status == LOGREG_OK)
            status = logreg__start_sampled(done, &start, f->b, f->at, f->problem, err);
        if (status == LOGREG_OK && *done)
            status = finish(f, &start, err);
        *done = *done && f->solution.converged;
        if (status == LOGREG_OK && *done)
            status = logreg__rank_surely_full(done, f->at, f->problem, err);
        logreg__start_clear(&start);
    }
    if (*done) {
        f->model->rank = f->model->p;
    } else {
        logreg__estimate_clear_room(f);
        logreg__fitting_forget(f);
    }
    return status;
}
