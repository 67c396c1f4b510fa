/* logreg/inference.h - what a fit says about the population: standard errors, intervals, tests. */
#ifndef LOGREG_INFERENCE_H
#define LOGREG_INFERENCE_H

#include <logreg/base.h>
#include <gsl/gsl_matrix.h>

#include <logreg/model.h>

#ifdef __cplusplus
extern "C" {
#endif

/* What is known of an interval's end. A penalised likelihood, held at a value, may have several maxima, of which a search finds some: of its ends none is proven. */
typedef enum {
    LOGREG_END_FOUND,     /* there is no other; or, of a penalised likelihood, the search met no other branch of the profile */
    LOGREG_END_OUTERMOST, /* the profile has several branches: no end was found that is farther out */
    LOGREG_END_ONE_PATH   /* penalised, of too many rows and coefficients for a search: the end along one path from the estimate */
} logreg_end;

/* One row of the coefficient table. Numbers that have no meaning for the status are NaN or infinite. */
typedef struct {
    const char *name;       /* borrowed from the model */
    const char *class_name; /* the class it speaks for against the first, or NULL for two classes */
    logreg_coef_status status;
    double estimate;        /* log odds ratio */
    double std_error;       /* square root of the covariance's diagonal */
    double z, p;            /* Wald: estimate / std_error against the normal, with sampling weights against t, two-sided */
    double low, high;       /* interval at the level asked for, Wald's unless said otherwise */
    logreg_end low_end, high_end; /* of profile intervals */
    double unit; /* how much of the column odds ratios are told for: 1, or see logreg_unit */
    double odds_ratio, odds_ratio_low, odds_ratio_high; /* exp of unit times estimate, low, high; NaN of a class's own (logreg_model_first_class 0) */
} logreg_coefficient;

/* Fills row j of linear predictor k (1 .. K-1, or from logreg_model_first_class on) at a confidence level in (0, 1). EINVAL. O(1). */
LOGREG_API logreg_status logreg_inference_coefficient(logreg_coefficient *out, const logreg_model *model, size_t k,
                                                      size_t j, double level, logreg_error *err);

/* The same for the difference of two classes, as logreg_model_contrast has it; its status is UNDETERMINED where it is not finite. Class 0 stands
 * for none of them. EINVAL: no such classes, or the level. */
LOGREG_API logreg_status logreg_inference_contrast(logreg_coefficient *out, const logreg_model *model, size_t k,
                                                   size_t against, size_t j, double level, logreg_error *err);

/* A global test that every coefficient but the intercepts is zero. p is NaN where df is 0. */
typedef struct {
    double statistic;
    double df;
    double p;    /* chi-squared tail */
    double f_df; /* of a Wald test with sampling weights, whose statistic is F: degrees of freedom of its denominator; else 0 */
} logreg_test;

/* Likelihood ratio 2 (LL - LL_null). Valid in the limit under separation. O(1). */
LOGREG_API logreg_test logreg_inference_lr(const logreg_model *model);

/* Wald, the one of the three that holds where the covariance is not classical, the others being NaN then: b' inv(V) b over the finite coefficients; NaN under separation. O((p K)^3). ENOMEM gives NaN. */
LOGREG_API logreg_test logreg_inference_wald(const logreg_model *model);

/* Score (Rao): g' inv(H) g at the null model; NaN where it was not computed (see logreg_options). O(1). */
LOGREG_API logreg_test logreg_inference_score(const logreg_model *model);

/* ---- A model beside its rows ------------------------------------------------------------------------------- */

/* A model together with the rows that it was fitted to, for what the model alone cannot tell. */
typedef struct logreg_study logreg_study;

/* Finds the rows in the frame that the fit was made from, filtered likewise, or in one that was read from the same file, and looks at
 * them once. threads as in logreg_options. Model and frame are borrowed, and must outlive the study. EINVAL: the model was fitted to a
 * matrix. EDATA: rows, outcome or weights are not those of the fit. ENOMEM. Two passes over the rows, n p^2. */
LOGREG_API logreg_status logreg_study_new(logreg_study **study, const logreg_model *model, const logreg_frame *frame,
                                          int threads, logreg_error *err);

/* The same for a model of logreg_fit, from what was given there: of options, weight_values, offset_values and threads count (NULL:
 * none of them). X, y and these are borrowed. */
LOGREG_API logreg_status logreg_study_new_matrix(logreg_study **study, const logreg_model *model,
                                                 const gsl_matrix *X, const gsl_vector *y,
                                                 const logreg_options *options, logreg_error *err);

LOGREG_API void logreg_study_free(logreg_study *study);

/* What the likelihood itself says of a coefficient, or of a linear combination of them. */
typedef struct {
    double estimate;
    double low, high; /* where twice the log-likelihood, all else at its best, has fallen by the chi-squared quantile; NaN: not found */
    logreg_end low_end, high_end;
    double statistic; /* twice the fall at 0: the likelihood-ratio test that it is 0 */
    double p;         /* of that, 1 degree of freedom */
} logreg_profile;

/* Profile likelihood of every coefficient at a confidence level in (0, 1): out[(k - 1) p + j] is coefficient j of linear predictor k, NaN where
 * it is aliased. Ends are exact roots, all sought side by side: a few passes over the rows, each with a gradient (or, of few rows, an
 * information) for each end that is not found yet. Where classes are separated, coefficients that run to infinity have that as one end, or
 * both where no value is less likely; each of them costs a decision on what is separated without it. Of K > 2 classes that takes some 32 n K^2 p bytes. EINVAL: the level. EDATA: the fit has not
 * converged, or has sampling weights. ENUMERIC: rounding leaves open what is separated. ENOMEM.
 * Penalty flac: those of rows and pseudo-rows, which are fitted anew. Venzon & Moolgavkar, Applied Statistics 37, 1988. */
LOGREG_API logreg_status logreg_study_profile(logreg_profile *out, const logreg_study *study, double level,
                                              logreg_error *err);

/* The same for the m linear combinations in the rows of C (m x p (K-1), in the order of out above). Where classes are separated each costs what a coefficient that runs to infinity does, and
 * estimate is infinite, or NaN, where the combination is. */
LOGREG_API logreg_status logreg_study_profile_of(logreg_profile *out, const logreg_study *study,
                                                 const gsl_matrix *C, double level, logreg_error *err);

/* Tests of a term of the formula, such as a, C(b) or a:b, with all its columns, in the model without the terms that contain it: a
 * is tested in the model without a:b (type II). In a model of many classes, its coefficients for all of them. */
typedef struct {
    logreg_test lr, score, wald; /* NaN where a model was not found; of separated classes lr alone, of the limits */
} logreg_term_test;

/* How many terms there are beside the intercept, and what each is called; borrowed. */
LOGREG_API size_t logreg_study_term_count(const logreg_study *study);
LOGREG_API const char *logreg_study_term_name(const logreg_study *study, size_t i);

/* Tests each of them: out[i] is about term i. The smaller models are found side by side, as in logreg_study_profile; each costs an information
 * more. EDATA, ENOMEM as there. */
LOGREG_API logreg_status logreg_study_terms(logreg_term_test *out, const logreg_study *study, logreg_error *err);

/* ---- Units of odds ratios ----------------------------------------------------------------------------------- */

typedef enum {
    LOGREG_UNIT_SIZE, /* so many */
    LOGREG_UNIT_SD,   /* its standard deviation, the sum of weights less 1 in the denominator */
    LOGREG_UNIT_IQR   /* from its first to its third quartile, R's type 7 */
} logreg_unit_kind;

/* How much of a number odds ratios are told for: 10 of age. A product that it takes part in is told for that much of it too. Standard
 * deviation and quartiles are those of the rows used, a row counting as its weight, or its trials, say. */
typedef struct {
    const char *variable; /* as it stands in the formula: age, log(age); a category or poly(age, 2) has no unit. NULL: every number that no other
                           * unit names, stands by itself in a term and varies, indicators of missing values left out; of kind SD or IQR. Borrowed. */
    logreg_unit_kind kind;
    double size; /* of kind SIZE, positive and finite; else found */
} logreg_unit;

/* ---- All of it ---------------------------------------------------------------------------------------------- */

typedef struct {
    double level;              /* of intervals; default 0.95 */
    bool profile;              /* intervals and p values of coefficients by profile likelihood instead of Wald's; needs a study */
    bool terms;                /* test each term; needs a study */
    const logreg_unit *unit;   /* n_units of them, borrowed; default none. SD and IQR need a study */
    size_t n_units;
    const logreg_study *study; /* the model's, borrowed; default NULL */
} logreg_inference_options;

LOGREG_API logreg_inference_options logreg_inference_options_default(void);

/* What a report prints of a model's inference: see logreg_report_options. */
typedef struct {
    double level;
    const char *method;              /* "wald" or "profile"; "bootstrap" of a model that keeps such intervals, whose level is theirs whatever the options say */
    size_t n_coefficients;           /* p (K-1), or p K with logreg_model_first_class 0: class by class */
    logreg_coefficient *coefficient; /* with profile, z is the root of the likelihood-ratio statistic, with the sign of the estimate */
    size_t n_contrasts; /* of classes that separation lets be compared: p for each pair (2, 1), (3, 1), (3, 2), ..; 0: there are none */
    logreg_coefficient *contrast; /* as logreg_inference_contrast has them, or with profile the likelihood's; status OK where they are finite */
    size_t n_terms;                  /* 0: not asked for */
    logreg_term_test *term;
    const char *const *term_name;    /* borrowed from the study, which must outlive this */
    size_t n_units;                  /* as asked for, with their sizes; one for each number where all were meant */
    logreg_unit *unit;
} logreg_inference;

/* Gathers it. EINVAL: the level, a unit of nothing that has one, or no study where one is needed. EDATA as logreg_study_profile. ENOMEM. Free with
 * logreg_inference_free. */
LOGREG_API logreg_status logreg_inference_new(logreg_inference **inference, const logreg_model *model,
                                              const logreg_inference_options *options, logreg_error *err);
LOGREG_API void logreg_inference_free(logreg_inference *inference);

/* ---- Models side by side ----------------------------------------------------------------------------------- */

/* A model among others of the same rows and outcome. */
typedef struct {
    const logreg_model *model;    /* borrowed */
    size_t place;                 /* in the list that was given, from 0 */
    double parameters;            /* coefficients that are not aliased, of all classes */
    double log_likelihood, aic, bic;
    double aic_delta, aic_weight; /* AIC less the smallest; exp(-delta / 2) as a share of all: evidence (Burnham & Anderson 2002, 2.9) */
    double bic_delta, bic_weight; /* likewise */
    size_t against;               /* the largest model before it in out that is nested in it; SIZE_MAX: there is none */
    logreg_test lr;               /* against that one; NaN where there is none */
    size_t same;                  /* the first model before it that is the same, in other columns perhaps; SIZE_MAX: there is none */
} logreg_comparison;

/* Puts n >= 1 models into out[n], those with fewer parameters first. One is nested in another if its columns are combinations of those of that, by
 * name or as functions of the variables (z of poly(z, 2), of I(10 * z), of C(z)), and the offsets differ by such a combination at most. Of
 * two models with more than 500 columns names alone tell, and the same offset. EDATA: they were fitted to different rows, outcomes or weights, so that their likelihoods cannot be compared. ENOMEM. O(n^2 p^3). */
LOGREG_API logreg_status logreg_compare(logreg_comparison *out, const logreg_model *const *models, size_t n,
                                        logreg_error *err);

#ifdef __cplusplus
}
#endif

#endif
