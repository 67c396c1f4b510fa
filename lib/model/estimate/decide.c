/* Where no proof of a maximum is at hand: whether there is one is asked of the rows, and the fit goes on to it, or to the limit. */
#include "base/error.h"
#include "model/estimate/estimate.h"
#include "model/estimate/matched.h"

/* The limit of a separated fit. Directions and what they decide are about columns of the data, not about products of
 * centred ones: from here on the fit is to the plain design, which it takes over. */
static logreg_status go_to_limit(logreg__fitting *f, logreg__design *plain, logreg__existence *existence,
                                 logreg_error *err)
{
    logreg__problem *problem = NULL;
    logreg_status status = LOGREG_OK;
    f->model->separation = existence->separation;
    if (plain != f->design) {
        status = logreg__problem_new(&problem, plain, f->model->k, f->options->threads, err);
        if (status == LOGREG_OK)
            status = logreg__problem_standardise(problem, true, err);
        logreg__fitting_forget(f);
        logreg__quadratic_free(f->null); /* in the coordinates of the design that is gone */
        f->null = NULL;
        f->design = plain;
        f->problem = problem;
    }
    return status ? status : logreg__limit(f, existence, err);
}

/* There is a maximum that Newton's method has not found: it may be on its way, or where all curvatures are next to 0, as offsets and far
 * outliers make them, and its steps lead nowhere. First-order steps do not mind: they start again. */
static logreg_status insist(logreg__fitting *f, logreg_error *err)
{
    const logreg__solver *const way[] = {&logreg__solver_newton, &logreg__solver_lbfgs,
                                         &logreg__solver_newton};
    size_t iterations = f->solution.iterations;
    logreg_status status = LOGREG_OK;
    for (int i = 0; status == LOGREG_OK && !f->solution.converged && i < 3; i++) {
        f->solution.finite = true;
        if (i == 1)
            logreg__fitting_null(f->b, f->problem);
        status = way[i]->run(&f->solution, f->problem, f->options, err);
        iterations += f->solution.iterations;
    }
    f->solution.iterations = iterations;
    return status;
}

logreg_status logreg__estimate_decide(logreg__fitting *f, logreg_error *err)
{
    logreg__existence *existence = NULL;
    logreg__design *plain = f->design;
    logreg_error why;
    logreg_status status = LOGREG_OK;
    if (plain->n_shifts)
        status = logreg__design_new(&plain, f->model->terms, f->frame, f->rows, f->response, f->drop, err);
    if (status != LOGREG_OK)
        return status;
    status = f->matched ? logreg__existence_decide_sets(&existence, plain, f->matched, &why)
                        : logreg__existence_decide(&existence, plain, f->model->k, &why);
    if (status == LOGREG_ENOMEM) {
        logreg__fail_memory(err);
    } else if (status != LOGREG_OK) {
        f->model->undecided = true; /* the fit stays what it is */
        f->solution.converged = false;
        status = LOGREG_OK;
    } else if (existence->separation != LOGREG_SEPARATION_NONE) {
        status =
            f->matched ? logreg__matched_limit(f, existence, err) : go_to_limit(f, plain, existence, err);
    } else if (!f->options->max_iter && strcmp(f->options->solver, "newton") == 0) {
        status = insist(f, err);
    }
    logreg__existence_free(existence);
    if (plain != f->design)
        logreg__design_free(plain);
    return status;
}
