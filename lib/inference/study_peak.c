#include "inference/study_peak.h"

#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "engine/dense.h"
#include "model/estimate/penalised.h"
#include "solvers/firth/firth.h"

/* So many standard errors from the peak are no rounding. */
#define NO_MAXIMUM 1e-4

/* Firth's penalty, and its minimum from b on, where b is that but for intercepts. */
static logreg_status find_penalised_peak(logreg_study *s, logreg_error *err)
{
    size_t q = s->problem->q;
    logreg_options options = logreg_options_default();
    s->objective = logreg__new(1, sizeof *s->objective);
    s->peak = logreg__new_raw(q, sizeof *s->peak);
    s->at_peak = logreg__quadratic_new(q);
    if (!s->objective || !s->peak || !s->at_peak)
        return logreg__fail_memory(err);
    *s->objective = logreg__firth_problem(s->problem);
    memcpy(s->peak, s->b, q * sizeof *s->peak);
    logreg__solution solution = {.beta = s->peak, .at = s->at_peak};
    return logreg__solver_firth.run(&solution, s->problem, &options, err);
}

logreg_status logreg__study_find_peak(logreg_study *s, logreg_error *err)
{
    if (s->model->penalty == LOGREG__PENALTY_FIRTH || s->model->penalty == LOGREG__PENALTY_FLIC)
        return find_penalised_peak(s, err);
    s->objective = s->problem;
    s->peak = s->b;
    s->at_peak = s->at;
    return LOGREG_OK;
}

/* How many standard errors a coefficient that is no intercept is from its peak at most; the rounding of coefficients is none. ENOMEM. */
static logreg_status measure_distance(double *distance, const logreg_study *s, logreg_error *err)
{
    size_t q = s->problem->q;
    *distance = s->at_peak->decrement;
    if (s->peak == s->b)
        return LOGREG_OK;
    double *V = logreg__new_raw(q * q, sizeof *V);
    if (!V)
        return logreg__fail_memory(err);
    logreg__cholesky_invert(V, s->at_peak->L, q);
    for (size_t j = 0; j < q; j++)
        if (!(s->design->intercept && j % s->design->p == 0))
            *distance = fmax(*distance, fabs(s->peak[j] - s->b[j]) / sqrt(V[j * q + j]));
    free(V);
    return LOGREG_OK;
}

logreg_status logreg__study_check_peak(const logreg_study *s, logreg_error *err)
{
    if (!s->at || !s->model->converged || !s->at_peak->factored ||
        s->model->penalty == LOGREG__PENALTY_FLAC || logreg__penalty_shrinks(s->model->penalty))
        return LOGREG_OK;
    double distance;
    logreg_status status = measure_distance(&distance, s, err);
    if (status != LOGREG_OK || distance < NO_MAXIMUM)
        return status;
    return logreg__fail(
        err, LOGREG_EDATA,
        "the model's coefficients are %.2g standard errors from the maximum on these rows: its "
        "columns, or its offset, were others",
        distance);
}

logreg_status logreg__study_profiled(const logreg_study *s, logreg_error *err)
{
    if (logreg__penalty_shrinks(s->model->penalty))
        return logreg__fail(err, LOGREG_EDATA,
                            "penalty '%s' moves the coefficients away from the maximum of the likelihood, "
                            "which tests, profiles and diagnostics are about; fit without a penalty",
                            logreg_model_penalty(s->model));
    if (!s->at)
        return logreg__fail(err, LOGREG_EDATA,
                            "the classes are separated: the likelihood has no maximum to profile about");
    if (!s->model->converged || !s->at_peak->factored)
        return logreg__fail(err, LOGREG_EDATA,
                            "the fit has not converged: there is no maximum to profile about");
    return LOGREG_OK;
}

logreg_status logreg__study_sound(const logreg_study *s, logreg_error *err)
{
    if (s->at && s->model->penalty == LOGREG__PENALTY_FLAC)
        return logreg__fail(
            err, LOGREG_EDATA,
            "tests of terms, diagnostics and goodness of fit are not computed for penalty 'flac'; "
            "take penalty 'firth'");
    return logreg__study_profiled(s, err);
}
