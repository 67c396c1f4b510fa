/* The maximum of the likelihood where C beta = v: equations (33) and (41). What it lacks to the maximum, and how steep the likelihood is there, are the tests. */
#include "hypothesis/likelihood.h"

#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "hypothesis/limit.h"
#include "hypothesis/refit.h"
#include "inference/chi_squared.h"
#include "inference/constrained.h"
#include "inference/profile.h"
#include "inference/several.h"
#include "inference/study.h"
#include "model/estimate/penalised.h"

static const char robust[] = "the covariance stands without the likelihood, so that Wald's is the only test";
static const char flac[] = "penalty flac has no likelihood to compare, so that Wald's is the only test";
static const char flic[] =
    "flic moves the intercept away from the maximum of the penalised likelihood, so that "
    "hypotheses about it have Wald's test alone";
static const char no_score[] = "penalised likelihoods have no score test";
static const char no_score_of_limits[] =
    "the classes are separated: the likelihood-ratio test is that of limits, and there is no score test";
static const char no_maximum[] = "the fit has not converged, so that there is no maximum to start from";
static const char few_clusters[] =
    "the covariance has too few clusters to test so many equations together, and stands without the "
    "likelihood, so that there is no other test";
static const char mended[] = "Wald's statistic would rest on how the covariance was mended, which stands "
                             "without the likelihood, so that "
                             "there is no other test";
static const char not_found[] = "the maximum under the hypothesis was not found: it lies where fitted "
                                "probabilities are 0 or 1 to rounding";

/* Why there is not even Wald's. */
static const char *find_robust_remark(const logreg_hypothesis *h, const logreg_model *m)
{
    return isfinite(h->wald.statistic) ? robust : m->vcov_mended ? mended : few_clusters;
}

/* Why there is no test by the likelihood of any hypothesis; NULL: there is. */
static const char *find_remark(const logreg_study *s)
{
    const logreg_model *m = s->model;
    if (logreg__model_robust(m))
        return robust;
    if (m->penalty == LOGREG__PENALTY_FLAC)
        return flac;
    if (!s->at)
        return NULL;
    return m->converged && s->at_peak->factored ? NULL : no_maximum;
}

static bool moves_intercept(const logreg__equations *e, const logreg_model *m)
{
    bool any = false;
    for (size_t i = 0; i < e->rank; i++)
        for (size_t k = 0; k < m->k; k++)
            any = any || e->R[i * e->q + k * m->p] != 0;
    return m->penalty == LOGREG__PENALTY_FLIC && any;
}

/* Rao's statistic at the maximum under the constraints: g' inv(H) g, lambda squared. */
static logreg_status score(logreg_test *out, const logreg__constrained *point, logreg__quadratic *at,
                           const logreg_study *s, logreg_error *err)
{
    logreg_status status = logreg__quadratic_at(at, s->problem, point->b, err);
    if (status == LOGREG_OK)
        status = logreg__quadratic_refine(at, s->problem, point->b, err);
    if (status == LOGREG_OK)
        *out = logreg__chi_squared(at->factored ? at->decrement * at->decrement : NAN, (double)point->r);
    return status;
}

static logreg_status take(logreg_hypothesis *h, const logreg__equations *e, logreg__constrained *point,
                          logreg__several *several, logreg__quadratic *at, const logreg_study *s,
                          logreg_error *err)
{
    logreg_status status = LOGREG_OK;
    h->remark = not_found;
    if (several)
        status = logreg__several_value(point, several, err);
    if (status != LOGREG_OK)
        return status;
    if (!point->found)
        return logreg__refit_can(s, e) ? logreg__limit_test(h, e, s, s->at_peak->loss, err) : LOGREG_OK;
    h->lr = logreg__chi_squared(2 * fmax(point->loss - s->at_peak->loss, 0), (double)point->r);
    h->remark = s->model->penalty ? no_score : NULL;
    return s->model->penalty ? LOGREG_OK : score(&h->score, point, at, s, err);
}

/* All of them climb side by side. A has room for their combinations, b for where they end. */
static logreg_status climb(logreg_hypothesis *out, const logreg__equations *e, size_t n,
                           const logreg_study *s, logreg__constrained *point, double *A, double *b,
                           logreg__quadratic *at, logreg_error *err)
{
    size_t q = s->problem->q, n_points = 0;
    logreg_status status = LOGREG_OK;
    for (size_t i = 0; status == LOGREG_OK && i < n; i++) {
        if (moves_intercept(&e[i], s->model)) {
            out[i].remark = flic;
            continue;
        }
        status = logreg__study_combinations(A, s, e[i].R, e[i].rank, err);
        point[n_points] =
            (logreg__constrained){.r = e[i].rank, .A = A, .value = e[i].v, .b = b + n_points * q};
        n_points++;
        A += e[i].rank * q;
    }
    if (status == LOGREG_OK)
        status = logreg__constrained_solve(point, n_points, s->peak, s->at_peak, s->objective, err);
    logreg__several *several = NULL;
    if (status == LOGREG_OK)
        status = logreg__several_new(&several, s, LOGREG__USUAL_RISE, err);
    for (size_t i = 0; status == LOGREG_OK && i < n; i++)
        if (out[i].remark != flic)
            status = take(&out[i], &e[i], point++, several, at, s, err);
    logreg__several_free(several);
    return status;
}

/* One equation by its profile, where that is the one way. */
static logreg_status test_one_limit(logreg_hypothesis *h, const logreg__equations *e, const logreg_study *s,
                                    logreg_error *err)
{
    logreg_profile found;
    logreg_status status = logreg__profile_limit_of(&found, s, e->R, e->v, 1, 0.95, err);
    if (status == LOGREG_OK)
        h->lr = logreg__chi_squared(found.statistic, 1);
    h->remark = isfinite(h->lr.statistic) ? no_score_of_limits : not_found;
    return status;
}

/* Several. */
static logreg_status test_joint_limit(logreg_hypothesis *h, const logreg__equations *e, const logreg_study *s,
                                      logreg_error *err)
{
    double loss = NAN;
    logreg_status status = logreg__limit_loss_where(&loss, s, e->R, e->v, e->pivot, e->rank, err);
    if (status == LOGREG_OK && isfinite(loss))
        h->lr = logreg__chi_squared(2 * fmax(loss - s->model->loss, 0), (double)e->rank);
    h->remark = isfinite(loss) ? no_score_of_limits : not_found;
    return status;
}

/* Where the classes are separated. */
static logreg_status test_limits(logreg_hypothesis *out, const logreg__equations *e, size_t n,
                                 const logreg_study *s, logreg_error *err)
{
    logreg_status status = LOGREG_OK;
    for (size_t i = 0; status == LOGREG_OK && i < n; i++) {
        if (!logreg__refit_can(s, &e[i]) && e[i].rank == 1)
            status = test_one_limit(&out[i], &e[i], s, err);
        else if (!logreg__refit_can(s, &e[i]))
            status = test_joint_limit(&out[i], &e[i], s, err);
        else
            status = logreg__limit_test(&out[i], &e[i], s, s->model->loss, err);
    }
    return status;
}

logreg_status logreg__hypotheses_test(logreg_hypothesis *out, const logreg__equations *e, size_t n,
                                      const logreg_study *s, logreg_error *err)
{
    const char *remark = find_remark(s);
    size_t q = s->problem->q, rows = 0;
    for (size_t i = 0; i < n; i++) {
        out[i].remark = remark == robust ? find_robust_remark(&out[i], s->model) : remark;
        rows += e[i].rank;
    }
    if (remark || !s->at)
        return remark ? LOGREG_OK : test_limits(out, e, n, s, err);
    double *A = logreg__new_raw(rows, q * sizeof *A), *b = logreg__new_raw(n, q * sizeof *b);
    logreg__constrained *point = logreg__new(n, sizeof *point);
    logreg__quadratic *at = logreg__quadratic_new(q);
    logreg_status status =
        A && b && point && at ? climb(out, e, n, s, point, A, b, at, err) : logreg__fail_memory(err);
    free(A);
    free(b);
    free(point);
    logreg__quadratic_free(at);
    return status;
}

/* What separation leaves of combinations, one by one; those of finite coefficients are known but for their profiles. */
static logreg_status estimate_limits(logreg_hypothesis *h, const logreg__equations *e, const logreg_study *s,
                                     double level, bool profile, logreg_error *err)
{
    logreg_status status = LOGREG_OK;
    for (size_t j = 0; status == LOGREG_OK && j < e->n; j++)
        if (profile || h->equation[j].of.status != LOGREG_COEF_OK)
            status = logreg__limit_estimate(&h->equation[j], e->C + j * e->q, s, level, profile, err);
    return status;
}

/* What becomes of a combination of which the model alone does not know it. */
static void take_limit(logreg_coefficient *of, const logreg_profile *found)
{
    if (of->status == LOGREG_COEF_OK)
        return;
    of->estimate = found->estimate;
    of->odds_ratio = exp(found->estimate);
    of->status = isfinite(found->estimate)      ? LOGREG_COEF_OK
                 : found->estimate == INFINITY  ? LOGREG_COEF_PLUS_INFINITY
                 : found->estimate == -INFINITY ? LOGREG_COEF_MINUS_INFINITY
                                                : LOGREG_COEF_UNDETERMINED;
}

logreg_status logreg__hypotheses_estimate(logreg_hypothesis *out, const logreg__equations *e, size_t n,
                                          const logreg_study *s, double level, bool profile,
                                          logreg_error *err)
{
    bool separated = s->model->separation != LOGREG_SEPARATION_NONE;
    bool limits = separated && s->model->k == 1 && !s->model->strata;
    logreg_status status = profile && !separated ? logreg__study_profiled(s, err) : LOGREG_OK;
    for (size_t i = 0; status == LOGREG_OK && i < n; i++) {
        if (limits)
            status = estimate_limits(&out[i], &e[i], s, level, profile, err);
        if (limits || !profile || moves_intercept(&e[i], s->model))
            continue;
        logreg_profile *found = logreg__new(e[i].n, sizeof *found);
        if (!found)
            return logreg__fail_memory(err);
        status = separated ? logreg__profile_limit_of(found, s, e[i].C, e[i].value, e[i].n, level, err)
                           : logreg__profile_of(found, s, e[i].C, e[i].value, e[i].n, level, err);
        for (size_t j = 0; status == LOGREG_OK && j < e[i].n; j++) {
            if (separated)
                take_limit(&out[i].equation[j].of, &found[j]);
            logreg__take_profile(&out[i].equation[j].of, &found[j], e[i].value[j]);
        }
        free(found);
    }
    return status;
}
