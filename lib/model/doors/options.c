#include "model/doors/options.h"

#include <math.h>
#include <string.h>

#include "base/error.h"
#include "calibration/calibrator.h"
#include "model/doors/texts.h"
#include "model/estimate/penalised.h"
#include "model/shrink/shrink.h"
#include "solvers/solver.h"
#include "solvers/stochastic/schedule.h"

logreg_options logreg_options_default(void)
{
    return (logreg_options){.solver = "auto",
                            .penalty = "none",
                            .firth_se = "information",
                            .l1_ratio = 0.5,
                            .tol = 1e-10,
                            .average = true,
                            .n_iter_no_change = 5,
                            .calibrate_folds = 5,
                            .scaling = true,
                            .fit_intercept = true,
                            .text_ngrams = 1,
                            .text_min_rows = 1,
                            .text_max_words = 50000,
                            .text_weight = "count",
                            .measures = true};
}

static logreg_status unknown_solver(const char *name, logreg_error *err)
{
    char list[200] = "auto";
    size_t used = strlen(list);
    for (size_t i = 0; logreg__solvers[i] && used < sizeof list; i++)
        used += (size_t)snprintf(list + used, sizeof list - used, ", %s", logreg__solvers[i]->name);
    return logreg__fail(err, LOGREG_EINVAL, "there is no solver '%s'; there are %s", name, list);
}

static logreg_status check_penalty(const logreg_options *o, logreg_error *err)
{
    logreg__penalty penalty = o->penalty ? logreg__penalty_find(o->penalty) : LOGREG__PENALTIES;
    if (penalty == LOGREG__PENALTIES)
        return logreg__fail(
            err, LOGREG_EINVAL,
            "there is no penalty '%s'; there are none, firth, flic, flac, l2, l1 and elasticnet",
            o->penalty ? o->penalty : "");
    if (!logreg__penalty_shrinks(penalty) && (o->C != 0 || o->lambda != 0 || o->n_parts || o->standardize))
        return logreg__fail(err, LOGREG_EINVAL,
                            "C, lambda, standardize and parts are about penalties 'l2', 'l1' and "
                            "'elasticnet', and penalty is '%s'",
                            o->penalty);
    if (logreg__penalty_shrinks(penalty)) {
        logreg_status status = logreg__shrink_check(o, err);
        if (status != LOGREG_OK)
            return status;
        if (o->early_stopping)
            return logreg__fail(
                err, LOGREG_EINVAL,
                "early_stopping is a penalty of its own, beside which '%s' is not computed; leave "
                "one of them out",
                o->penalty);
    } else if (penalty && strcmp(o->solver, "newton") != 0 && strcmp(o->solver, "auto") != 0)
        return logreg__fail(err, LOGREG_EINVAL, "penalty '%s' goes with solver 'newton' alone, not with '%s'",
                            o->penalty, o->solver);
    bool augmented = o->firth_se && strcmp(o->firth_se, "augmented") == 0;
    if (!augmented && (!o->firth_se || strcmp(o->firth_se, "information") != 0))
        return logreg__fail(err, LOGREG_EINVAL, "firth_se is '%s'; it may be 'information' or 'augmented'",
                            o->firth_se ? o->firth_se : "");
    if (augmented && penalty != LOGREG__PENALTY_FIRTH)
        return logreg__fail(err, LOGREG_EINVAL,
                            "firth_se 'augmented' is about penalty 'firth', and penalty is '%s'", o->penalty);
    if (penalty && o->strata)
        return logreg__fail(err, LOGREG_EINVAL,
                            "penalty '%s' is not computed for matched sets; leave strata or the penalty out",
                            o->penalty);
    if (penalty && o->vcov && strcmp(o->vcov, "classical") != 0)
        return logreg__fail(
            err, LOGREG_EINVAL,
            "vcov '%s' is about maximum likelihood, and penalty is '%s'; leave one of them out", o->vcov,
            o->penalty);
    if (penalty && (o->sampling_weights || o->sampling_weight_values))
        return logreg__fail(
            err, LOGREG_EINVAL,
            "penalty '%s' is not computed for samples; leave sampling weights or the penalty out",
            o->penalty);
    return LOGREG_OK;
}

static logreg_status check_learning(const logreg_options *o, logreg_error *err)
{
    bool chosen = strcmp(o->solver, "auto") == 0; /* of those that are not patient */
    const logreg__solver *solver = chosen ? &logreg__solver_newton : logreg__solver_find(o->solver);
    if (o->schedule && logreg__schedule_find(o->schedule) == LOGREG__SCHEDULES)
        return logreg__fail(err, LOGREG_EINVAL,
                            "there is no schedule '%s'; there are constant, invscaling, optimal and adaptive",
                            o->schedule);
    if (solver->stochastic && o->strata)
        return logreg__fail(err, LOGREG_EINVAL,
                            "solver '%s' takes rows one by one, not the matched sets of strata; take newton",
                            o->solver);
    if (!(o->validation_fraction >= 0 && o->validation_fraction < 1))
        return logreg__fail(err, LOGREG_EINVAL,
                            "validation_fraction is %g; it must be at least 0 and less than 1",
                            o->validation_fraction);
    if (o->early_stopping && !solver->patient)
        return logreg__fail(err, LOGREG_EINVAL,
                            "early_stopping goes with the solvers gd, sgd and adam; '%s' takes too few "
                            "iterations to stop early",
                            o->solver);
    if (o->n_iter_no_change == 0)
        return logreg__fail(err, LOGREG_EINVAL, "n_iter_no_change is 0; it must be positive");
    if (o->strata && (o->early_stopping || o->validation_fraction > 0))
        return logreg__fail(
            err, LOGREG_EINVAL,
            "rows of matched sets are not held out one by one; leave strata out, or the validation fraction");
    return LOGREG_OK;
}

/* Weights of classes change what is fitted: nothing that rests on the likelihood of the rows goes with them. */
static logreg_status check_class_weight(const logreg_options *o, logreg_error *err)
{
    logreg__penalty penalty = logreg__penalty_find(o->penalty);
    const char *beside = o->strata                                          ? "strata"
                         : o->sampling_weights || o->sampling_weight_values ? "sampling weights"
                         : penalty != LOGREG__PENALTY_NONE && !logreg__penalty_shrinks(penalty)
                             ? "this penalty"
                         : o->vcov && strcmp(o->vcov, "classical") != 0 ? "vcov"
                                                                        : NULL;
    if (!o->class_weight || !beside)
        return LOGREG_OK;
    return logreg__fail(
        err, LOGREG_EINVAL,
        "class_weight does not go with %s, which is about the likelihood of rows as they are; "
        "leave one of them out",
        beside);
}

static logreg_status check_calibration(const logreg_options *o, logreg_error *err)
{
    if (!o->calibrate)
        return o->calibrate_group || o->calibrate_group_values
                   ? logreg__fail(err, LOGREG_EINVAL,
                                  "calibrate_group goes with calibrate, which is not given")
                   : LOGREG_OK;
    if (logreg__calibrator_find(o->calibrate) == LOGREG__CALIBRATORS)
        return logreg__fail(err, LOGREG_EINVAL, "there is no calibration '%s'; there are platt and isotonic",
                            o->calibrate);
    if (o->calibrate_folds < 2)
        return logreg__fail(err, LOGREG_EINVAL, "calibrate_folds is %zu; it takes 2 or more",
                            o->calibrate_folds);
    const char *beside = o->strata           ? "strata, whose rows have no probabilities of their own"
                         : o->early_stopping ? "early_stopping, which holds out rows too"
                         : o->validation_fraction > 0 ? "validation_fraction, which holds out rows too"
                                                      : NULL;
    return beside ? logreg__fail(err, LOGREG_EINVAL, "calibrate does not go with %s; leave one of them out",
                                 beside)
                  : LOGREG_OK;
}

logreg_status logreg__options_check(const logreg_options *o, logreg_error *err)
{
    if (!o->solver || (strcmp(o->solver, "auto") != 0 && !logreg__solver_find(o->solver)))
        return unknown_solver(o->solver ? o->solver : "", err);
    const logreg__solver *solver = logreg__solver_find(o->solver);
    if (solver && solver->shrinking &&
        (!o->penalty || !logreg__penalty_shrinks(logreg__penalty_find(o->penalty))))
        return logreg__fail(err, LOGREG_EINVAL, "solver '%s' is for %s, and penalty is '%s'; take 'newton'",
                            o->solver,
                            solver->creased ? "penalties 'l2', 'l1' and 'elasticnet'" : "penalty 'l2'",
                            o->penalty ? o->penalty : "");
    logreg_status status = check_penalty(o, err);
    if (status == LOGREG_OK)
        status = check_class_weight(o, err);
    if (status == LOGREG_OK)
        status = check_learning(o, err);
    if (status == LOGREG_OK)
        status = check_calibration(o, err);
    if (status != LOGREG_OK)
        return status;
    if (!(o->tol > 0) || !isfinite(o->tol))
        return logreg__fail(err, LOGREG_EINVAL, "tol is %g; it must be a positive number", o->tol);
    if (!(o->learning_rate >= 0) || !isfinite(o->learning_rate))
        return logreg__fail(err, LOGREG_EINVAL,
                            "learning_rate is %g; it must be a positive number, or 0 for a line search",
                            o->learning_rate);
    if (!(o->momentum >= 0) || !(o->momentum < 1))
        return logreg__fail(err, LOGREG_EINVAL, "momentum is %g; it must be at least 0 and less than 1",
                            o->momentum);
    if ((status = logreg__texts_check(o, err)) != LOGREG_OK)
        return status;
    if (o->n_impute && !o->impute)
        return logreg__fail(err, LOGREG_EINVAL, "impute is NULL, and n_impute %zu", o->n_impute);
    if (o->missing_indicator && !o->n_impute)
        return logreg__fail(
            err, LOGREG_EINVAL,
            "missing_indicator goes with impute: without it rows that miss something are left out");
    if (o->threads < 0)
        return logreg__fail(err, LOGREG_EINVAL,
                            "threads is %d; it must be positive, or 0 for one a processor", o->threads);
    return LOGREG_OK;
}
