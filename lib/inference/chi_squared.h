/* A test whose statistic is referred to chi-squared. */
#ifndef LOGREG_INFERENCE_CHI_SQUARED_H
#define LOGREG_INFERENCE_CHI_SQUARED_H

#include <math.h>

#include <gsl/gsl_cdf.h>

#include <logreg/inference.h>

/* p is NaN where df is 0 or the statistic is none; one that rounding has carried below 0 has the p of 0. */
static inline logreg_test logreg__chi_squared(double statistic, double df)
{
    bool meant = df > 0 && isfinite(statistic);
    return (logreg_test){statistic, df, meant ? gsl_cdf_chisq_Q(fmax(statistic, 0), df) : NAN, 0};
}

#endif
