/* Refits side by side, and what they lose on average: equation (106). */
#include <math.h>
#include <omp.h>
#include <stdatomic.h>

#include <logreg/goodness.h>

#include "base/error.h"
#include "base/memory.h"
#include "goodness/refit.h"
#include "model/estimate/penalised.h"

#define REFITS 200

/* Rows of all refits at hand at a time: of more rows fewer refits go side by side, and their walks share the threads instead. */
#define ROWS_AT_HAND 4e6

/* A BLAS solves systems of more coefficients than this, with threads of its own (engine/dense.c). */
#define FEW_COEFFICIENTS 64

logreg_optimism_options logreg_optimism_options_default(void)
{
    return (logreg_optimism_options){.n_refits = REFITS};
}

static logreg_status check(const logreg_study *s, size_t n_refits, logreg_error *err)
{
    const logreg_model *m = s->model;
    if (n_refits < 2)
        return logreg__fail(err, LOGREG_EINVAL, "optimism is the mean of two refits at least, not of %zu",
                            n_refits);
    if (m->n_classes > 2)
        return logreg__fail(err, LOGREG_EDATA, "optimism is told for two classes; the model has %zu",
                            m->n_classes);
    if (m->strata)
        return logreg__fail(
            err, LOGREG_EDATA,
            "optimism is not told for matched sets, whose rows have no probabilities of their own");
    if (m->sampling)
        return logreg__fail(
            err, LOGREG_EDATA,
            "optimism is not told of a sample: resamples draw rows alike, not as the sample was drawn");
    if (m->cluster[0])
        return logreg__fail(
            err, LOGREG_EDATA,
            "optimism is not told beside clusters in '%s': resamples draw rows one by one, and "
            "these belong together",
            m->cluster[0]);
    if (m->penalty && m->penalty != LOGREG__PENALTY_FIRTH)
        return logreg__fail(err, LOGREG_EDATA, "optimism is not told for penalty '%s'; take 'firth', or none",
                            logreg_model_penalty(m));
    return logreg__study_sound(s, err);
}

/* ---- Side by side ---- */

static logreg_status run(logreg__refit *refit, const logreg__refit_base *base, size_t n_refits, uint64_t seed,
                         logreg_error *err)
{
    int threads = base->study->problem->threads, outer = threads;
    double most = ROWS_AT_HAND / (double)base->population.n;
    if (base->study->problem->q > FEW_COEFFICIENTS || most < 1)
        outer = 1;
    else if (most < outer)
        outer = (int)most;
    if ((size_t)outer > n_refits)
        outer = (int)n_refits;
    atomic_int failed = LOGREG_OK;
    atomic_size_t next = 0;
#pragma omp parallel num_threads(outer) if (outer > 1)
    {
        logreg__refit_room room;
        logreg_status status =
            logreg__refit_room_init(&room, base, threads / outer) ? LOGREG_OK : LOGREG_ENOMEM;
        while (status == LOGREG_OK && failed == LOGREG_OK) {
            size_t i = atomic_fetch_add(&next, 1);
            if (i >= n_refits)
                break;
            status = logreg__refit_run(&refit[i], &room, seed, i, NULL);
        }
        if (status != LOGREG_OK)
            failed = (int)status;
        logreg__refit_room_clear(&room);
    }
    return failed == LOGREG_OK ? LOGREG_OK : logreg__fail_memory(err); /* nothing else fails there */
}

/* ---- Means ---- */

static void summarise(logreg_optimism_index *to, double apparent, const logreg__refit *refit, size_t n_refits,
                      size_t n_used, int index)
{
    double training = 0, test = 0, squares = 0, n = (double)n_used;
    for (size_t i = 0; i < n_refits; i++)
        if (refit[i].outcome == LOGREG__REFIT_SOUND) {
            training += refit[i].training[index] / n;
            test += refit[i].test[index] / n;
        }
    for (size_t i = 0; i < n_refits; i++)
        if (refit[i].outcome == LOGREG__REFIT_SOUND) {
            double off = refit[i].training[index] - refit[i].test[index] - (training - test);
            squares += off * off;
        }
    *to = (logreg_optimism_index){.apparent = apparent,
                                  .training = n_used ? training : NAN,
                                  .test = n_used ? test : NAN,
                                  .error = n_used > 1 ? sqrt(squares / (n - 1) / n) : NAN};
    to->optimism = to->training - to->test;
    to->corrected = apparent - to->optimism;
}

static void summarise_all(logreg_optimism *o, const logreg__refit_base *base, const logreg__refit *refit)
{
    for (size_t i = 0; i < o->n_refits; i++) {
        o->n_used += refit[i].outcome == LOGREG__REFIT_SOUND;
        o->n_separated += refit[i].outcome == LOGREG__REFIT_SEPARATED;
        o->n_singular += refit[i].outcome == LOGREG__REFIT_SINGULAR;
    }
    logreg_optimism_index *const to[LOGREG__INDICES] = {[LOGREG__INDEX_SLOPE] = &o->slope,
                                                        [LOGREG__INDEX_INTERCEPT] = &o->intercept,
                                                        [LOGREG__INDEX_IN_THE_LARGE] = &o->in_the_large,
                                                        [LOGREG__INDEX_AUC] = &o->auc,
                                                        [LOGREG__INDEX_BRIER] = &o->brier};
    for (int i = 0; i < LOGREG__INDICES; i++)
        summarise(to[i], base->apparent[i], refit, o->n_refits, o->n_used, i);
}

logreg_status logreg_optimism_new(logreg_optimism **optimism, const logreg_study *s,
                                  const logreg_optimism_options *options, logreg_error *err)
{
    logreg_optimism_options o = options ? *options : logreg_optimism_options_default();
    logreg_status status = check(s, o.n_refits, err);
    if (status != LOGREG_OK)
        return status;
    logreg__refit_base base;
    logreg_optimism *made = logreg__new(1, sizeof *made);
    logreg__refit *refit = logreg__new(o.n_refits, sizeof *refit);
    status = logreg__refit_base_make(&base, s, err);
    if (status == LOGREG_OK && !(made && refit))
        status = logreg__fail_memory(err);
    if (status == LOGREG_OK)
        status = run(refit, &base, o.n_refits, o.seed, err);
    if (status == LOGREG_OK) {
        made->n_refits = o.n_refits;
        made->seed = o.seed;
        summarise_all(made, &base, refit);
        *optimism = made;
        made = NULL;
    }
    logreg__refit_base_clear(&base);
    free(refit);
    free(made);
    return status;
}

void logreg_optimism_free(logreg_optimism *optimism)
{
    free(optimism);
}
