#include "goodness/refit.h"

#include <math.h>

#include <logreg/metrics.h>
#include <logreg/special.h>

#include "base/error.h"
#include "base/memory.h"
#include "model/fitting.h"
#include "solvers/existence/existence.h"
#include "solvers/firth/firth.h"

/* A condition number beyond which rounding of an information no longer tells combinations of columns from what is nearly one; and that this is so
 * much worse than the rows' own says that it is the resample's doing. */
#define SINGULAR 1e7
#define MUCH_WORSE 100

/* ---- Indices ---- */

static logreg_status measure(double *index, const double *y, const double *w, const double *eta, double *p,
                             size_t n, logreg_error *err)
{
    logreg_calibration c;
    for (size_t i = 0; i < n; i++)
        p[i] = logreg_sigmoid(eta[i]);
    logreg_metric_calibration(&c, y, eta, w, n);
    index[LOGREG__INDEX_SLOPE] = c.slope;
    index[LOGREG__INDEX_INTERCEPT] = c.intercept;
    index[LOGREG__INDEX_IN_THE_LARGE] = c.in_the_large;
    index[LOGREG__INDEX_BRIER] = logreg_metric_brier(y, p, w, n);
    return logreg_metric_auc(&index[LOGREG__INDEX_AUC], NULL, y, p, w, n, err);
}

/* ---- What refits share ---- */

static logreg_status measure_apparent(logreg__refit_base *base, logreg_error *err)
{
    const logreg_study *s = base->study;
    size_t n = base->population.n;
    double *eta = logreg__new_raw(n, sizeof *eta), *p = logreg__new_raw(n, sizeof *p);
    logreg_status status = eta && p
                               ? logreg__fold(s->problem, &logreg__kernel_predictor, 1, s->b, NULL, eta, err)
                               : logreg__fail_memory(err);
    if (status == LOGREG_OK)
        status = measure(base->apparent, base->y, base->w, eta, p, n, err);
    free(eta);
    free(p);
    return status;
}

logreg_status logreg__refit_base_make(logreg__refit_base *base, const logreg_study *s, logreg_error *err)
{
    *base = (logreg__refit_base){.study = s, .relearns = logreg__relearned_wanted(s)};
    logreg_status status = logreg__population_make(&base->population, s->frame, s->rows, s->response, err);
    if (status != LOGREG_OK)
        return status;
    bool weighted = logreg__response_weighted(s->response);
    base->y = logreg__new_raw(base->population.n, sizeof *base->y);
    base->w = weighted ? logreg__new_raw(base->population.n, sizeof *base->w) : NULL;
    if (!base->y || (weighted && !base->w))
        return logreg__fail_memory(err);
    logreg__response_fill_kept(s->response, s->rows, 0, base->population.n, base->y, base->w);
    return measure_apparent(base, err);
}

void logreg__refit_base_clear(logreg__refit_base *base)
{
    logreg__population_clear(&base->population);
    free(base->y);
    free(base->w);
}

bool logreg__refit_room_init(logreg__refit_room *room, const logreg__refit_base *base, int threads)
{
    size_t n = base->population.n, q = base->study->problem->q;
    *room = (logreg__refit_room){.base = base,
                                 .threads = threads,
                                 .b = logreg__new_raw(q, sizeof(double)),
                                 .eta = logreg__new_raw(n, sizeof(double)),
                                 .p = logreg__new_raw(n > q ? n : q, sizeof(double)),
                                 .at = logreg__quadratic_new(q)};
    bool ok = logreg__resample_init(&room->resample, &base->population, base->study->design);
    room->problem = *base->study->problem;
    room->problem.design = &room->resample.design;
    room->problem.threads = threads;
    return ok && room->b && room->eta && room->p && room->at;
}

void logreg__refit_room_clear(logreg__refit_room *room)
{
    logreg__relearned_clear(&room->learned);
    logreg__resample_clear(&room->resample);
    free(room->b);
    free(room->eta);
    free(room->p);
    logreg__quadratic_free(room->at);
}

/* ---- One refit ---- */

/* Of the resample at hand. */
static logreg__problem *problem_of(logreg__refit_room *room)
{
    return room->learned.problem ? room->learned.problem : &room->problem;
}

/* Where climbing starts, and a refit that does not converge is looked at: a point that all but far resamples are near to. */
static void start_at(double *b, logreg__refit_room *room, const double *near)
{
    const logreg_study *s = room->base->study;
    if (room->learned.problem)
        logreg__fitting_null(b, room->learned.problem);
    else
        memcpy(b, near, s->problem->q * sizeof *b);
}

static bool is_singular(const logreg__quadratic *at, const logreg_study *s)
{
    return !at->factored || (at->condition > SINGULAR && at->condition > MUCH_WORSE * s->at->condition);
}

/* Is the resample separated? */
static logreg_status ask_existence(bool *separated, logreg__refit_room *room, logreg_error *err)
{
    logreg__design *plain = NULL;
    logreg__existence *existence = NULL;
    logreg_error why;
    logreg_status status =
        logreg__relearned_plain(&plain, &room->learned, room->base->study, &room->resample, err);
    if (status == LOGREG_OK && logreg__existence_decide(&existence, plain, 1, &why) == LOGREG_ENOMEM)
        status = logreg__fail_memory(err);
    *separated = existence && existence->separation != LOGREG_SEPARATION_NONE;
    logreg__existence_free(existence);
    logreg__design_free(plain);
    return status;
}

/* Why a refit has not converged; where it had a maximum all the same, it may climb on. */
static logreg_status explain(logreg__refit_outcome *outcome, logreg__solution *solution,
                             logreg__refit_room *room, logreg_error *err)
{
    const logreg_study *s = room->base->study;
    const logreg_options options = logreg_options_default();
    bool separated = false;
    *outcome = LOGREG__REFIT_SINGULAR;
    start_at(room->p, room, s->b);
    logreg_status status = logreg__quadratic_at(room->at, problem_of(room), room->p, err);
    if (status != LOGREG_OK || is_singular(room->at, s) || s->model->penalty)
        return status;
    status = ask_existence(&separated, room, err);
    if (separated)
        *outcome = LOGREG__REFIT_SEPARATED;
    if (status != LOGREG_OK || separated)
        return status;
    solution->finite = true;
    status = logreg__solver_newton.run(solution, problem_of(room), &options, err);
    if (solution->converged)
        *outcome = LOGREG__REFIT_SOUND;
    return status;
}

static logreg_status fit(logreg__refit_outcome *outcome, logreg__refit_room *room, logreg_error *err)
{
    const logreg_study *s = room->base->study;
    const logreg__solver *solver = s->model->penalty ? &logreg__solver_firth : &logreg__solver_newton;
    const logreg_options options = logreg_options_default();
    logreg__solution solution = {.beta = room->b, .at = room->at};
    *outcome = LOGREG__REFIT_SEPARATED;
    if (!(room->resample.weight[0] > 0 && room->resample.weight[1] > 0))
        return LOGREG_OK;
    logreg_status status =
        room->base->relearns ? logreg__relearned_make(&room->learned, s, &room->resample, room->threads, err)
                             : LOGREG_OK;
    if (status == LOGREG_EDATA)
        *outcome = LOGREG__REFIT_SINGULAR;
    if (status != LOGREG_OK)
        return status == LOGREG_EDATA ? LOGREG_OK : status;
    start_at(room->b, room, s->peak);
    status = solver->run(&solution, problem_of(room), &options, err);
    if (status != LOGREG_OK)
        return status;
    *outcome = is_singular(room->at, s) ? LOGREG__REFIT_SINGULAR : LOGREG__REFIT_SOUND;
    return solution.converged ? LOGREG_OK : explain(outcome, &solution, room, err);
}

logreg_status logreg__refit_run(logreg__refit *refit, logreg__refit_room *room, uint64_t seed, size_t number,
                                logreg_error *err)
{
    const logreg__refit_base *base = room->base;
    const logreg__resample *r = &room->resample;
    size_t n = base->population.n;
    logreg__relearned_clear(&room->learned);
    logreg__resample_draw(&room->resample, seed, number);
    logreg_status status = fit(&refit->outcome, room, err);
    if (status != LOGREG_OK || refit->outcome != LOGREG__REFIT_SOUND)
        return status;
    status = logreg__fold(problem_of(room), &logreg__kernel_predictor, 1, room->b, NULL, room->eta, err);
    if (status == LOGREG_OK)
        status = measure(refit->training, r->y, r->w, room->eta, room->p, n, err);
    if (status == LOGREG_OK)
        status = measure(refit->test, base->y, base->w, room->eta, room->p, n, err);
    for (int i = 0; i < LOGREG__INDICES; i++)
        if (!isnan(base->apparent[i]) && (isnan(refit->training[i]) || isnan(refit->test[i])))
            refit->outcome = LOGREG__REFIT_SEPARATED;
    return status;
}
