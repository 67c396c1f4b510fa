/* What tests and intervals of a model go by: the normal, or Student's t with the degrees of freedom that a sample leaves. */
#include <math.h>

#include <gsl/gsl_cdf.h>

#include "model/model.h"

double logreg_model_t_df(const logreg_model *m)
{
    double strata = m->survey_strata ? (double)m->n_survey_strata : 1;
    return m->sampling ? m->n_units - strata - (double)(m->k * m->rank) + (double)m->k : INFINITY;
}

double logreg__model_quantile(const logreg_model *m, double tail)
{
    double df = logreg_model_t_df(m);
    if (isinf(df))
        return gsl_cdf_ugaussian_Qinv(tail);
    return df > 0 ? gsl_cdf_tdist_Qinv(tail, df) : NAN;
}

double logreg__model_tail(const logreg_model *m, double z)
{
    double df = logreg_model_t_df(m);
    if (isnan(z) || isinf(df))
        return isnan(z) ? NAN : gsl_cdf_ugaussian_Q(z);
    return df > 0 ? gsl_cdf_tdist_Q(z, df) : NAN;
}
