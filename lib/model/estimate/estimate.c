/* Rank, solver, proof of a maximum or decision that there is none, covariance. */
#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "engine/dense.h"
#include "model/estimate/matched.h"
#include "model/estimate/penalised.h"
#include "model/estimate/rank.h"
#include "model/held/held_out.h"
#include "model/shrink/shrink.h"
#include "solvers/firth/firth.h"
#include "solvers/newton/start.h"

logreg_status logreg__fitting_problem(logreg__design **design, logreg__problem **problem,
                                      const logreg__fitting *f, logreg__rows *rows,
                                      const unsigned char *drop, bool standardise, logreg_error *err)
{
    logreg__design *d = NULL;
    logreg__problem *p = NULL;
    logreg_status status = logreg__design_new(&d, f->model->terms, f->frame, rows, f->response, drop, err);
    if (status == LOGREG_OK && rows->held)
        status = logreg__design_copy_rows(rows, d, LOGREG__MOST_HELD_COPIED, err);
    if (status == LOGREG_OK)
        status = logreg__problem_new(&p, d, f->model->k, f->options->threads, err);
    if (status == LOGREG_OK)
        d->makings = f->makings;
    if (status == LOGREG_OK && f->matched)
        p->sets = &f->matched->sets;
    if (status == LOGREG_OK && standardise)
        status = logreg__design_centre(d, err);
    if (status == LOGREG_OK && standardise)
        status = logreg__problem_standardise(p, true, err);
    if (status == LOGREG_OK) {
        *design = d;
        *problem = p;
        return LOGREG_OK;
    }
    logreg__problem_free(p);
    logreg__design_free(d);
    return status;
}

void logreg__fitting_null(double *b, const logreg__problem *problem)
{
    const logreg__response *r = problem->design->response;
    memset(b, 0, problem->q * sizeof *b);
    for (size_t c = 0; problem->design->intercept && c < problem->k; c++)
        b[c * problem->design->p] = log(r->weight[c + 1] / r->weight[0]);
}

void logreg__fitting_forget(logreg__fitting *f)
{
    logreg__problem_free(f->problem);
    logreg__design_free(f->design);
    f->problem = NULL;
    f->design = NULL;
}

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

/* Room for b and what is known about the loss there. */
static logreg_status make_room(logreg__fitting *f, logreg_error *err)
{
    size_t q = f->problem->q;
    f->b = logreg__new(q, sizeof *f->b);
    f->at = logreg__quadratic_new(q);
    f->solution = (logreg__solution){.beta = f->b, .at = f->at, .errands = &f->errands};
    return f->b && f->at ? LOGREG_OK : logreg__fail_memory(err);
}

static void clear_room(logreg__fitting *f)
{
    free(f->b);
    logreg__quadratic_free(f->at);
    logreg__quadratic_free(f->null);
    logreg__errands_clear(f);
    f->b = NULL;
    f->at = f->null = NULL;
}

/* Does a walk at the null model serve the score test? */
static bool null_serves(const logreg__fitting *f)
{
    return f->model->terms->intercept && !f->response->offset && !f->model->terms->offset &&
           logreg__score_wanted(f);
}

/* Newton's method begins at the null model, of which the score test asks what the first step does. */
static logreg_status plan_first(logreg__fitting *f, const logreg__solver *solver, logreg_error *err)
{
    if (solver != &logreg__solver_newton || !f->options->scaling || f->matched || !null_serves(f))
        return LOGREG_OK;
    f->null = f->solution.first = logreg__quadratic_new(f->problem->q);
    return f->null ? LOGREG_OK : logreg__fail_memory(err);
}

static logreg_status solve(logreg__fitting *f, logreg_error *err)
{
    const logreg__solver *solver = solver_of(f);
    logreg_status status = make_room(f, err);
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

void logreg__fitting_covariance(logreg_model *m, const logreg__problem *problem, const double *V)
{
    const logreg__design *d = problem->design;
    size_t q = problem->q;
    for (size_t a = 0; a < q; a++)
        for (size_t b = 0; b < q; b++) {
            size_t to_a = a / d->p * m->p + d->column[a % d->p];
            m->covariance[to_a * m->q + b / d->p * m->p + d->column[b % d->p]] = V[b * q + a];
        }
}

/* In the factor of an information: a coefficient that is held has no variance, in sums with others neither. */
#define NEVER_MOVES 1e150

logreg_status logreg__fitting_store(logreg__fitting *f, const logreg__problem *problem, logreg__solution *s,
                                    logreg_error *err)
{
    logreg_model *m = f->model;
    const logreg__design *d = problem->design;
    size_t q = problem->q;
    logreg_status status = logreg__quadratic_refine(s->at, problem, s->beta, err);
    if (status != LOGREG_OK)
        return status;
    double *V = logreg__new_raw(q * q, sizeof *V), *beta = logreg__new_raw(q, sizeof *beta);
    if (!V || !beta) {
        free(V);
        free(beta);
        return logreg__fail_memory(err);
    }
    for (size_t i = 0; i < q * q; i++)
        V[i] = NAN;
    for (size_t j = 0; problem->held && j < q; j++)
        if (problem->held[j])
            s->at->L[j * q + j] = NEVER_MOVES;
    m->early = s->early;
    if (s->at->factored && !logreg__model_errorless(m))
        status = logreg__problem_covariance(problem, V, s->at->L, err);
    logreg__problem_beta(problem, beta, s->beta);
    for (size_t a = 0; a < q; a++) {
        size_t to_a = a / d->p * m->p + d->column[a % d->p];
        m->finite[to_a] = m->beta[to_a] = beta[a];
    }
    logreg__fitting_covariance(m, problem, V);
    free(V);
    free(beta);
    m->loss = s->at->loss;
    m->score_norm = s->at->score_norm;
    m->decrement = s->at->decrement;
    m->converged = s->converged;
    return status;
}

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

/* The certificate failed, or is not to be trusted: ask whether a maximum exists, and go on where it does. */
static logreg_status decide_existence(logreg__fitting *f, logreg_error *err)
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

/* The walk that begins at the start looks at the null model too, for the score test. *job is without a kernel where that is not to be. */
static logreg_status plan_null(logreg__job *job, double **null, logreg__fitting *f, logreg_error *err)
{
    *job = (logreg__job){0};
    if (!null_serves(f))
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

/* The quick way, for many rows of a sound design: no pass to standardise or to find the rank, a start from a sample. *done is
 * false, and nothing has happened, where it does not lead to a maximum of full rank. Who asks for iterations, or for a
 * look at them, gets those from the null model. */
static logreg_status solve_quickly(bool *done, logreg__fitting *f, logreg_error *err)
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
            status = make_room(f, err);
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
        clear_room(f);
        logreg__fitting_forget(f);
    }
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
        status = decide_existence(f, err);
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
        status = solve_quickly(&done, f, err);
    if (status == LOGREG_OK && !done)
        status = find_rank(f, err);
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
