#include <logreg/diagnostics.h>

#include "base/error.h"
#include "base/memory.h"
#include "diagnostics/diagnosis.h"

#define TOP 5

logreg_diagnostics_options logreg_diagnostics_options_default(void)
{
    return (logreg_diagnostics_options){.n_top = TOP};
}

logreg_status logreg__diagnostics_check(const logreg_study *s, logreg_error *err)
{
    if (s->model->strata)
        return logreg__fail(err, LOGREG_EDATA,
                            "leverages and residuals are not told for matched sets, whose rows have no "
                            "probabilities of their own");
    if (s->model->sampling)
        return logreg__fail(
            err, LOGREG_EDATA,
            "leverages and residuals are not told of a sample: a row that stands for many is not as many "
            "rows, one of which could be left out");
    if (!s->at)
        return logreg__fail(err, LOGREG_EDATA,
                            "the classes are separated: the likelihood has no maximum, which leverages and "
                            "residuals are about; penalty 'firth' gives it one");
    return logreg__study_sound(s, err);
}

logreg_status logreg_diagnostics_new(logreg_diagnostics **out, const logreg_study *s,
                                     const logreg_diagnostics_options *options, logreg_error *err)
{
    logreg_diagnostics_options o = options ? *options : logreg_diagnostics_options_default();
    logreg_status status = logreg__diagnostics_check(s, err);
    if (status != LOGREG_OK)
        return status;
    logreg_diagnostics *d = logreg__new(1, sizeof *d);
    size_t q = s->problem->q;
    double *V = logreg__new_raw(q, q * sizeof *V);
    status = d && V ? LOGREG_OK : logreg__fail_memory(err);
    if (status == LOGREG_OK)
        status = logreg__problem_covariance(s->problem, V, s->at->L, err);
    bool two = s->model->n_classes == 2;
    if (status == LOGREG_OK) {
        d->n_classes = s->model->n_classes;
        d->rank = q;
    }
    if (status == LOGREG_OK && two)
        status = logreg__diagnose_rows(d, s, o.seed, err);
    if (status == LOGREG_OK && two)
        status = logreg__diagnose_moves(d, s, o.n_top, V, err);
    if (status == LOGREG_OK && !two)
        status = logreg__diagnose_several(d, s, o.n_top, V, err);
    if (status == LOGREG_OK)
        status = logreg__diagnose_columns(d, s, V, err);
    free(V);
    if (status == LOGREG_OK)
        *out = d;
    else
        logreg_diagnostics_free(d);
    return status;
}

void logreg_diagnostics_free(logreg_diagnostics *d)
{
    if (!d)
        return;
    free(d->row);
    free(d->top);
    free(d->dfbeta);
    free(d->class_pearson);
    free(d->inflation);
    free(d);
}
