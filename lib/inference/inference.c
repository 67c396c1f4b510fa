/* Wald's numbers for each coefficient, and the three global tests. Equations (16). */
#include <logreg/inference.h>

#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "inference/chi_squared.h"
#include "inference/wald.h"
#include "model/estimate/penalised.h"

/* Levels that are the same but for how they were written. */
#define SAME_LEVEL 1e-12

static logreg_status check_level(double level, logreg_error *err)
{
    if (level > 0 && level < 1)
        return LOGREG_OK;
    return logreg__fail(err, LOGREG_EINVAL, "the confidence level is %g; it must be between 0 and 1", level);
}

static logreg_coefficient wald(const logreg_model *m, size_t k, size_t j, double estimate, double se,
                               double level)
{
    logreg_coefficient line = logreg__wald_line(m, estimate, se, 0, level);
    line.name = logreg_model_coefficient_name(m, j);
    line.class_name = m->k > 1 ? logreg_model_class(m, k) : NULL;
    if (m->own) /* a class's own coefficient compares it with no other */
        line.odds_ratio = line.odds_ratio_low = line.odds_ratio_high = NAN;
    return line;
}

logreg_status logreg_inference_coefficient(logreg_coefficient *out, const logreg_model *m, size_t k, size_t j,
                                           double level, logreg_error *err)
{
    if (k < logreg_model_first_class(m) || k > m->k || j >= m->p)
        return logreg__fail(err, LOGREG_EINVAL, "there is no coefficient %zu of class %zu", j, k);
    logreg_status status = check_level(level, err);
    if (status != LOGREG_OK)
        return status;
    *out =
        wald(m, k, j, logreg_model_coefficient(m, k, j), sqrt(logreg_model_covariance(m, k, j, k, j)), level);
    out->status = logreg_model_coefficient_status(m, k, j);
    if (m->bootstrap && fabs(level - m->bootstrap->level) < SAME_LEVEL) {
        logreg_model_bootstrap_interval(&out->low, &out->high, m, k, j);
        out->odds_ratio_low = m->own ? NAN : exp(out->low);
        out->odds_ratio_high = m->own ? NAN : exp(out->high);
    }
    return LOGREG_OK;
}

logreg_status logreg_inference_contrast(logreg_coefficient *out, const logreg_model *m, size_t k,
                                        size_t against, size_t j, double level, logreg_error *err)
{
    if (against < 1 || against >= k || k > m->k || j >= m->p)
        return logreg__fail(err, LOGREG_EINVAL, "there is no coefficient %zu of class %zu against %zu", j, k,
                            against);
    logreg_status status = check_level(level, err);
    if (status != LOGREG_OK)
        return status;
    double estimate = NAN, se = NAN;
    bool finite = logreg_model_contrast(&estimate, &se, m, k, against, j);
    *out = wald(m, k, j, estimate, se, level);
    out->status = finite ? LOGREG_COEF_OK : LOGREG_COEF_UNDETERMINED;
    return LOGREG_OK;
}

/* Degrees of freedom of the global tests: coefficients beyond the intercepts. */
static double global_df(const logreg_model *m)
{
    return (double)(m->k * (m->rank - m->terms->intercept));
}

logreg_test logreg_inference_lr(const logreg_model *m)
{
    double fall = m->penalty ? m->null_penalised_loss - m->penalised_loss : m->null_loss - m->loss;
    bool none = logreg__model_robust(m) || logreg__model_errorless(m) || m->penalty == LOGREG__PENALTY_FLAC;
    return logreg__chi_squared(none ? NAN : 2 * fall, global_df(m));
}

logreg_test logreg_inference_score(const logreg_model *m)
{
    return logreg__chi_squared(
        logreg__model_robust(m) || logreg__model_errorless(m) ? NAN : m->score_statistic, global_df(m));
}

logreg_test logreg_inference_wald(const logreg_model *m)
{
    size_t n = 0, *at = logreg__new(m->q, sizeof *at);
    double statistic = NAN, df = global_df(m);
    for (size_t a = 0; at && a < m->q; a++)
        if (m->status[a] != LOGREG_COEF_ALIASED && !(m->terms->intercept && a % m->p == 0))
            at[n++] = a;
    size_t n_added = logreg__wald_added(m, n);
    double *V = at ? logreg__new_raw(n * n, sizeof *V) : NULL, *b = V ? logreg__new_raw(n, sizeof *b) : NULL;
    double *added = logreg__new_raw(n_added, (n + n_added) * sizeof *added);
    if (b && added && m->covariance && m->separation == LOGREG_SEPARATION_NONE) {
        for (size_t i = 0; i < n; i++) {
            b[i] = m->beta[at[i]];
            for (size_t j = 0; j < n; j++)
                V[j * n + i] = m->covariance[at[j] * m->q + at[i]];
        }
        for (size_t j = 0; j < n_added; j++)
            for (size_t i = 0; i < n; i++)
                added[j * n + i] = m->mending[j * m->q + at[i]];
        statistic = logreg__wald(V, b, n, added, n_added, logreg__model_robust(m));
    }
    free(at);
    free(V);
    free(b);
    free(added);
    return logreg__wald_test(m, statistic, df);
}
