/* What a report needs, from where it is to come from. */
#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "inference/profile.h"
#include "inference/units.h"
#include "model/estimate/penalised.h"
#include "model/stated/stated.h"

logreg_inference_options logreg_inference_options_default(void)
{
    return (logreg_inference_options){.level = 0.95};
}

static logreg_status find_coefficients(logreg_inference *inference, const logreg_model *m,
                                       const logreg_inference_options *o, logreg_error *err)
{
    logreg_status status = LOGREG_OK;
    size_t first = logreg_model_first_class(m);
    for (size_t j = 0; status == LOGREG_OK && j < inference->n_coefficients; j++)
        status = logreg_inference_coefficient(&inference->coefficient[j], m, j / m->p + first, j % m->p,
                                              o->level, err);
    if (status != LOGREG_OK || !o->profile)
        return status;
    logreg_profile *profile = logreg__new(m->q, sizeof *profile);
    status = profile ? logreg_study_profile(profile, o->study, o->level, err) : logreg__fail_memory(err);
    /* The intercept of flic is not where its profile has its maximum: it keeps Wald's numbers. */
    bool flic = m->penalty == LOGREG__PENALTY_FLIC;
    for (size_t j = 0; status == LOGREG_OK && j < m->q; j++)
        if (!(flic && j % m->p == 0))
            logreg__take_profile(&inference->coefficient[j], &profile[j], 0);
    free(profile);
    return status;
}

/* Those of finite differences, by what the likelihood says of them. */
static logreg_status profile_contrasts(logreg_inference *inference, const logreg_model *m,
                                       const logreg_inference_options *o, logreg_error *err)
{
    size_t n = 0, at = 0, q = m->q;
    size_t *place = logreg__new_raw(inference->n_contrasts, sizeof *place);
    double *C = logreg__new(inference->n_contrasts, q * sizeof *C);
    logreg_profile *found = logreg__new(inference->n_contrasts, sizeof *found);
    logreg_status status = place && C && found ? LOGREG_OK : logreg__fail_memory(err);
    for (size_t k = 1; status == LOGREG_OK && k < m->k; k++)
        for (size_t against = 0; against < k; against++)
            for (size_t j = 0; j < m->p; j++, at++) {
                if (inference->contrast[at].status != LOGREG_COEF_OK)
                    continue;
                place[n] = at;
                C[n * q + k * m->p + j] = 1;
                C[n++ * q + against * m->p + j] = -1;
            }
    if (status == LOGREG_OK)
        status = logreg__profile_limit_of(found, o->study, C, NULL, n, o->level, err);
    for (size_t i = 0; status == LOGREG_OK && i < n; i++)
        logreg__take_profile(&inference->contrast[place[i]], &found[i], 0);
    free(place);
    free(C);
    free(found);
    return status;
}

static logreg_status find_contrasts(logreg_inference *inference, const logreg_model *m,
                                    const logreg_inference_options *o, logreg_error *err)
{
    if (!m->contrast)
        return LOGREG_OK;
    size_t n = logreg__contrast_count(m), at = 0;
    inference->contrast = logreg__new(n, sizeof *inference->contrast);
    if (!inference->contrast)
        return logreg__fail_memory(err);
    inference->n_contrasts = n;
    logreg_status status = LOGREG_OK;
    for (size_t k = 2; k <= m->k; k++)
        for (size_t against = 1; against < k; against++)
            for (size_t j = 0; status == LOGREG_OK && j < m->p; j++)
                status =
                    logreg_inference_contrast(&inference->contrast[at++], m, k, against, j, o->level, err);
    return status == LOGREG_OK && o->profile ? profile_contrasts(inference, m, o, err) : status;
}

static logreg_status find_terms(logreg_inference *inference, const logreg_study *study, logreg_error *err)
{
    inference->n_terms = logreg_study_term_count(study);
    inference->term_name = (const char *const *)study->term;
    inference->term = logreg__new(inference->n_terms, sizeof *inference->term);
    return inference->term ? logreg_study_terms(inference->term, study, err) : logreg__fail_memory(err);
}

logreg_status logreg_inference_new(logreg_inference **out, const logreg_model *m,
                                   const logreg_inference_options *options, logreg_error *err)
{
    logreg_inference_options o = options ? *options : logreg_inference_options_default();
    if (logreg__check_fitted(m, err) != LOGREG_OK)
        return LOGREG_EINVAL;
    if ((o.profile || o.terms) && (!o.study || o.study->model != m))
        return logreg__fail(err, LOGREG_EINVAL,
                            "profile likelihoods and tests of terms need a study of the model");
    if (o.profile && logreg__model_robust(m))
        return logreg__fail(
            err, LOGREG_EINVAL,
            "profile likelihoods hold where the likelihood does; the model's covariance (%s) says "
            "that it may not: take Wald's intervals, or the classical covariance",
            m->vcov);
    if (m->bootstrap) /* what is kept is of one level */
        o.level = m->bootstrap->level;
    logreg_inference *inference = logreg__new(1, sizeof *inference);
    if (!inference)
        return logreg__fail_memory(err);
    size_t n = (m->n_classes - logreg_model_first_class(m)) * m->p;
    *inference = (logreg_inference){.level = o.level,
                                    .method = m->bootstrap ? "bootstrap"
                                              : o.profile  ? "profile"
                                                           : "wald",
                                    .n_coefficients = n,
                                    .coefficient = logreg__new(n, sizeof *inference->coefficient)};
    logreg_status status =
        inference->coefficient ? find_coefficients(inference, m, &o, err) : logreg__fail_memory(err);
    if (status == LOGREG_OK)
        status = find_contrasts(inference, m, &o, err);
    if (status == LOGREG_OK && o.n_units)
        status = logreg__units_apply(inference, m, &o, err);
    if (status == LOGREG_OK && o.terms)
        status = find_terms(inference, o.study, err);
    if (status == LOGREG_OK)
        *out = inference;
    else
        logreg_inference_free(inference);
    return status;
}

void logreg_inference_free(logreg_inference *inference)
{
    if (!inference)
        return;
    free(inference->coefficient);
    free(inference->contrast);
    free(inference->term);
    free(inference->unit);
    free(inference);
}
