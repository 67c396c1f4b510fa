/* logreg/inference.h - what a fit says about the population: standard errors, intervals, tests. */
#ifndef LOGREG_INFERENCE_H
#define LOGREG_INFERENCE_H

#include <logreg/base.h>
#include <logreg/model.h>

#ifdef __cplusplus
extern "C" {
#endif

/* One row of the coefficient table. Numbers that have no meaning for the status are NaN or infinite. */
typedef struct {
    const char *name;       /* borrowed from the model */
    const char *class_name; /* the class it speaks for against the first, or NULL for two classes */
    logreg_coef_status status;
    double estimate;        /* log odds ratio */
    double std_error;       /* square root of the covariance's diagonal */
    double z, p;            /* Wald: estimate / std_error against the normal, two-sided */
    double low, high;       /* Wald interval at the level asked for */
    double odds_ratio, odds_ratio_low, odds_ratio_high; /* exp of estimate, low, high */
} logreg_coefficient;

/* Fills row j of linear predictor k (1 .. K-1) at a confidence level in (0, 1). EINVAL. O(1). */
LOGREG_API logreg_status logreg_inference_coefficient(logreg_coefficient *out, const logreg_model *model, size_t k,
                                                      size_t j, double level, logreg_error *err);

/* A global test that every coefficient but the intercepts is zero. p is NaN where df is 0. */
typedef struct {
    double statistic;
    double df;
    double p; /* chi-squared tail */
} logreg_test;

/* Likelihood ratio 2 (LL - LL_null). Valid in the limit under separation. O(1). */
LOGREG_API logreg_test logreg_inference_lr(const logreg_model *model);

/* Wald: b' inv(V) b over the finite coefficients; NaN under separation. O((p K)^3). ENOMEM gives NaN. */
LOGREG_API logreg_test logreg_inference_wald(const logreg_model *model);

/* Score (Rao): g' inv(H) g at the null model; NaN where it was not computed (see logreg_options). O(1). */
LOGREG_API logreg_test logreg_inference_score(const logreg_model *model);

#ifdef __cplusplus
}
#endif

#endif
