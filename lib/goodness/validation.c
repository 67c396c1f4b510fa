/* A model on rows that it was not fitted to. */
#include <math.h>

#include <gsl/gsl_cdf.h>
#include <logreg/goodness.h>
#include <logreg/special.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/sum.h"
#include "goodness/parts.h"
#include "model/predict/labelled.h"

#define LEAST_GROUPS 3

static double weight(const logreg__labelled *l, size_t i)
{
    return l->w ? l->w[i] : 1;
}

/* Equation (103) without a fit: the variance is sum mu (1 - mu) (1 - 2 mu)^2. */
static void find_spiegelhalter(logreg_validation *v, const logreg__labelled *l)
{
    logreg__sum excess = {0, 0}, variance = {0, 0};
    for (size_t i = 0; i < l->n; i++) {
        double p = l->P[i], rest = 1 - p, d = rest - p, w = weight(l, i);
        if (!(w > 0))
            continue;
        logreg__sum_add(&excess, w * (l->y[i] - p) * d);
        logreg__sum_add(&variance, w * p * rest * d * d);
    }
    double z = logreg__sum_value(excess) / sqrt(logreg__sum_value(variance));
    if (isfinite(z)) {
        v->spiegelhalter_z = z;
        v->spiegelhalter_p = 2 * gsl_cdf_ugaussian_Q(fabs(z));
    }
}

static logreg_status calibrate(logreg_validation *v, const logreg__labelled *l, logreg_error *err)
{
    double *eta = logreg__new_raw(l->n, sizeof *eta);
    if (!eta)
        return logreg__fail_memory(err);
    for (size_t i = 0; i < l->n; i++)
        eta[i] = logreg_logit(l->P[i]);
    logreg_metric_calibration(&v->calibration, l->y, eta, l->w, l->n);
    free(eta);
    return LOGREG_OK;
}

logreg_status logreg__own_rows(bool *own, const logreg_model *m, const logreg_frame *frame, logreg_error *err)
{
    logreg_study *study = NULL;
    logreg_status status = logreg_study_new(&study, m, frame, 0, NULL);
    *own = status == LOGREG_OK;
    logreg_study_free(study);
    return status == LOGREG_ENOMEM ? logreg__fail_memory(err) : LOGREG_OK;
}

static logreg_status work_out(logreg_validation *v, const logreg__labelled *l, size_t n_groups,
                              logreg_error *err)
{
    logreg__patterns patterns = {0};
    double total = 0;
    for (size_t i = 0; i < l->n; i++)
        total += weight(l, i);
    if (!(total > 0))
        return logreg__fail(err, LOGREG_EDATA,
                            "no row is left to validate on: every one has a missing value or no weight");
    logreg_status status = logreg__patterns_of(&patterns, l->y, l->P, l->w, l->n, l->K, err);
    if (status == LOGREG_OK)
        status = logreg__goodness_groups_find(&v->group, &v->n_groups, &v->hosmer_lemeshow, &patterns,
                                              n_groups, 0, err);
    logreg__patterns_free(&patterns);
    if (status != LOGREG_OK || l->K > 2)
        return status;
    find_spiegelhalter(v, l);
    return calibrate(v, l, err);
}

logreg_status logreg_validate(logreg_validation **validation, const logreg_model *m,
                              const logreg_frame *frame, const logreg_goodness_options *options,
                              logreg_error *err)
{
    logreg_goodness_options o = options ? *options : logreg_goodness_options_default();
    if (o.n_groups < LEAST_GROUPS)
        return logreg__fail(err, LOGREG_EINVAL, "%zu groups are too few for a test of fit; take 3 or more",
                            o.n_groups);
    if (m->sampling)
        return logreg__fail(
            err, LOGREG_EDATA,
            "a model of a sample is not validated: these tests take rows as drawn alike, not for "
            "as many as their sampling weights say");
    logreg_validation *v = logreg__new(1, sizeof *v);
    logreg__labelled l = {0};
    if (!v)
        return logreg__fail_memory(err);
    *v = (logreg_validation){.n_classes = m->n_classes,
                             .spiegelhalter_z = NAN,
                             .spiegelhalter_p = NAN,
                             .calibration = {NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN}};
    logreg_status status = logreg__labelled_predict(&l, m, frame, err);
    if (status == LOGREG_OK)
        status = work_out(v, &l, o.n_groups, err);
    if (status == LOGREG_OK)
        status = logreg__own_rows(&v->own_rows, m, frame, err);
    v->n_used = l.n;
    logreg__labelled_clear(&l);
    if (status == LOGREG_OK)
        *validation = v;
    else
        logreg_validation_free(v);
    return status;
}

void logreg_validation_free(logreg_validation *v)
{
    if (!v)
        return;
    logreg__goodness_groups_free(v->group);
    free(v);
}
