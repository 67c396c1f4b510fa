/* logreg/goodness.h - does the model fit the rows that it was fitted to, and will it fit others?
 *
 *     logreg_study *study;      the model beside its rows: logreg/inference.h
 *     logreg_goodness *g = NULL;
 *     if (logreg_goodness_new(&g, study, NULL, &err) == LOGREG_OK)
 *         printf("Hosmer-Lemeshow: %g, p = %g\n", g->hosmer_lemeshow.statistic, g->hosmer_lemeshow.p);
 *     logreg_goodness_free(g);
 *
 * A small p speaks against the model. A large one does not prove it: few rows show little, and in very many a departure too small to matter shows. Rows
 * count as their frequencies and trials say, and grouped data give the numbers of the same trials in rows of their own. Equations (100) to (106) of
 * docs/mathematics.md.
 */
#ifndef LOGREG_GOODNESS_H
#define LOGREG_GOODNESS_H

#include <stdbool.h>
#include <stdint.h>

#include <logreg/base.h>
#include <logreg/inference.h>
#include <logreg/metrics.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Rows of neighbouring probabilities. */
typedef struct {
    double low,
        high; /* the least and the largest probability of the event; of more than two classes, of any but the first */
    double observations;
    const double *observed, *expected; /* [n_classes] of them, by class; borrowed */
} logreg_goodness_group;

typedef struct {
    size_t n_groups; /* of the Hosmer-Lemeshow test, about; default 10 */
} logreg_goodness_options;

LOGREG_API logreg_goodness_options logreg_goodness_options_default(void);

/* Tests whose p is NaN have no meaning for the data; what is NaN altogether, for the number of classes. */
typedef struct {
    size_t n_classes;

    /* Hosmer & Lemeshow, Commun. Statist. A9, 1980, in groups by the rule of SAS's PROC LOGISTIC: rows stand by probability, those of equal covariates are not
     * parted, a group takes in the next ones while it has less than M = floor(n / groups + 1/2) observations and would not have more than M with half of
     * them, and a last group of less than M / 2 joins the one before. groups - 2 degrees of freedom; with less than 3 groups there is no p. For more
     * than two classes by Fagerland, Hosmer & Bofin, Statist. Med. 27, 2008: (groups - 2) (classes - 1). */
    logreg_test hosmer_lemeshow;
    size_t n_groups;
    logreg_goodness_group *group; /* by probability */

    /* Pearson's statistic and the deviance, taken over covariate patterns: sets of rows that the model cannot tell apart. They are tests where patterns have
     * observations enough, that is, where no expected count is below 1 and not more than one in five below 5 (Cochran, Biometrics 10, 1954); else there is
     * no p. */
    size_t n_patterns;
    double least_expected; /* of all patterns and classes */
    double below_five;     /* share of them */
    logreg_test pearson, deviance;

    /* Two classes. The sum of squares S of outcome less probability, its expectation, its standard error about that, and z: the unweighted sum of
     * squares test (Copas 1989; le Cessie & van Houwelingen 1991; Hosmer & al., Statist. Med. 16, 1997), two-sided. */
    double squares, squares_expected, squares_error, squares_z, squares_p;

    /* Two classes: eta^2 where the linear predictor eta is positive, and where it is negative, added to the model (Stukel, J. Amer. Statist. Assoc. 83, 1988).
     * df is less than 2 where one of them says nothing new. lr is NaN where the larger model is separated. */
    logreg_test stukel_score, stukel_lr;
} logreg_goodness;

/* Works them out. options may be NULL. A few passes over the rows, a fit with two more columns, and n log n; memory for 6 numbers a row. EINVAL: less than
 * three groups. EDATA: no finite maximum of the likelihood, a penalty, matched sets, sampling weights. ENOMEM. Free with logreg_goodness_free. */
LOGREG_API logreg_status logreg_goodness_new(logreg_goodness **goodness, const logreg_study *study,
                                             const logreg_goodness_options *options, logreg_error *err);

LOGREG_API void logreg_goodness_free(logreg_goodness *goodness);

/* ---- Other rows -----------------------------------------------------------------------------------------------
 *
 * Whether a model's probabilities hold on rows that it was not fitted to.
 */
typedef struct {
    size_t n_classes, n_used; /* rows that miss nothing and have a weight that is not 0 */
    bool
        own_rows; /* they are those of the fit: logreg_goodness_new then tells more, and what follows is no validation */

    /* As in logreg_goodness, with as many degrees of freedom as groups (of more classes: times one class less), since nothing was fitted. Rows of equal
     * probability are not parted. */
    logreg_test hosmer_lemeshow;
    size_t n_groups;
    logreg_goodness_group *group;

    /* Two classes: the Brier score less its expectation, over its standard error, two-sided (Spiegelhalter, Statist. Med. 5, 1986); and calibration. */
    double spiegelhalter_z, spiegelhalter_p;
    logreg_calibration calibration;
} logreg_validation;

/* On the rows of a frame, as logreg_evaluate takes them. options may be NULL. EINVAL: less than three groups. EDATA as logreg_evaluate, and sampling weights. ENOMEM. n log
 * n. Free with logreg_validation_free. */
LOGREG_API logreg_status logreg_validate(logreg_validation **validation, const logreg_model *model,
                                         const logreg_frame *frame, const logreg_goodness_options *options,
                                         logreg_error *err);

LOGREG_API void logreg_validation_free(logreg_validation *validation);

/* ---- Two models on the same rows ---------------------------------------------------------------------------- */

typedef struct {
    size_t n_rows, n_used, n_classes; /* rows that miss something that either model needs are not used */
    double n_obs;                     /* sum of their weights, or of trials */
    bool own_rows[2];                 /* they are those that the first was fitted to, the second: the tests then do not hold */
    size_t n_tests;
    logreg_metric_test test[3];       /* by auc (of two classes), log_loss, brier; the first model's less the other's */
} logreg_contest;

/* Tests whether another model is as good on the rows of a frame, which counts as logreg_evaluate has it. The other one reads a frame of its own, maybe the
 * same, whose rows are the same; its classes are found by their labels. Nothing is owned. EINVAL: numbers of rows. EDATA: other classes, sampling weights, and as
 * logreg_evaluate. ENOMEM. n log n. */
LOGREG_API logreg_status logreg_contest_hold(logreg_contest *contest, const logreg_model *model,
                                             const logreg_frame *frame, const logreg_model *other,
                                             const logreg_frame *other_frame, logreg_error *err);

/* ---- Optimism ------------------------------------------------------------------------------------------------
 *
 * A model looks better on the rows that it was fitted to than it will on new ones. How much, the bootstrap tells (Efron 1983; Harrell, Lee & Mark, Statist.
 * Med. 15, 1996, section 5): the model is fitted again to resamples, as many observations drawn with replacement, and each refit is measured on its resample
 * and on the rows as they are. What it loses, on average, is the optimism. Equation (106).
 */
typedef struct {
    double apparent;  /* of the model, on its rows */
    double training;  /* mean of the refits, on their resamples */
    double test;      /* the same refits on the rows as they are */
    double optimism;  /* training less test, */
    double error;     /*   and its standard error, by the number of refits */
    double corrected; /* apparent less optimism */
} logreg_optimism_index;

typedef struct {
    size_t n_refits; /* default 200 */
    uint64_t
        seed; /* default 0: the same seed draws the same resamples, on every machine and any number of threads */
} logreg_optimism_options;

LOGREG_API logreg_optimism_options logreg_optimism_options_default(void);

/* Of slope, intercept and in_the_large as logreg_calibration has them, AUC and Brier score. NaN where the index has no meaning. */
typedef struct {
    size_t n_refits; /* asked for */
    size_t n_used;   /* that the means are of; the others are: */
    size_t
        n_separated; /*   those whose resample is separated, or whose log-odds part its classes: no finite coefficients or slope; */
    size_t
        n_singular; /*   those whose resample does not determine all coefficients, as where it lacks a level (or, hardly ever, that did not converge) */
    uint64_t seed;
    logreg_optimism_index slope, intercept, in_the_large, auc, brier;
} logreg_optimism;

/* Refits n_refits times, side by side. Observations are drawn: of a row of frequency 3 three, of one of trials each of these. Of a model with Firth's penalty
 * the refits have it too. Imputed values and the knots and boundaries of splines are those of each resample (where rows have weights or trials, knots count each row drawn once, as the fit counts each row once); levels are those of all rows. options may be NULL. EINVAL: less than two refits. EDATA: more than two classes, no finite maximum, penalties flic and flac, matched
 * sets, sampling weights, clusters, frequencies that are not whole. ENOMEM. n_refits fits, and n log n each. Free with logreg_optimism_free. */
LOGREG_API logreg_status logreg_optimism_new(logreg_optimism **optimism, const logreg_study *study,
                                             const logreg_optimism_options *options, logreg_error *err);

LOGREG_API void logreg_optimism_free(logreg_optimism *optimism);

#ifdef __cplusplus
}
#endif

#endif
