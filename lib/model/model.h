/* A fitted model from inside. */
#ifndef LOGREG_MODEL_MODEL_H
#define LOGREG_MODEL_MODEL_H

#include <logreg/model.h>

#include "calibration/calibrator.h"
#include "design/terms.h"
#include "model/suspicions/suspicion.h"

/* What an aliased column is made of: the sum of multiplier[i] times column[i]. */
typedef struct {
    size_t n;
    const char **name; /* borrowed from the terms */
    size_t *column;
    double *multiplier;
} logreg__alias;

/* What was said of the coefficients of a column or term. */
typedef struct {
    char *name;
    double factor, low, high;
} logreg__penalty_part;

/* From scores to the probabilities that are told. */
typedef struct {
    size_t folds;
    char *group; /* or NULL */
    double log_loss, brier, calibrated_log_loss, calibrated_brier;
    size_t n;
    logreg_calibrator **calibrator; /* [n] */
} logreg__calibration;

/* Intervals of coefficients by percentiles of refits. */
typedef struct {
    size_t n_refits, n_lacking, n_unconverged;
    double level;
    size_t n;           /* coefficients, class by class */
    double *low, *high; /* [n]; low owns both */
    bool chosen;        /* lambda, in each resample anew */
} logreg__bootstrap;

struct logreg_model {
    logreg__terms *terms;
    /* As callers number variables: how many, the place of each in terms, and the number of each of these that is a column. */
    size_t n_variables, *inner, *outer;
    bool plain;               /* fitted to a matrix: predicts from one */
    bool numeric_target;      /* classes are the values of a column of numbers */
    bool target_is_condition; /* and its column made by logreg_frame_add_condition */
    char *target, *source, *weights, *offset, *trials, *strata, *fingerprint;
    char **na_values; /* [n_na_values] tokens that were given: TEXT, or NAME=TEXT in one column alone */
    size_t n_na_values;
    logreg__suspicion *suspicion; /* [n_suspicions] in the order of the columns */
    size_t n_suspicions;
    bool
        written; /* there are some, and the formula is somebody's: they are left out of that, not by a list */
    char *units_command, *alike_command, *several_command, *dates_command, *unit_names_command, *none_command,
        *feet_command,
        *repeats_command; /* that write numbers in one unit, values in one way, a column for each of several answers, amounts for dates, numbers by the units beside them, and rows but once; or NULL */
    char *selection;      /* the criterion that chose the terms, or NULL */
    logreg_strata strata_counts; /* of those; its column is NULL */

    size_t n_classes;
    char **class_label;
    double *class_weight;
    double *class_factor; /* [K] what class weights made of a weight of 1, not in class_weight; NULL: none */
    size_t rows_read, rows_used, rows_excluded, rows_weightless;
    size_t n_lacking;
    logreg__lacking *lacking; /* the target and columns of weights, strata and the like that rows miss */
    double n_obs;             /* sum of weights times trials */
    double n_frequency;       /* sum of weights */
    double n_positive;        /* rows of positive weight */
    bool grouped;
    double log_choose;

    size_t p, k, q; /* columns, linear predictors, p k; all in model order, one predictor after the other */
    double *beta;   /* [q] as reported: infinite or NaN where the status is not OK */
    double *finite; /* [q] what predicts: 0 for aliased and unbounded coefficients */
    double *
        contrast; /* [2 contrast_count] estimate and error of each finite difference between classes, else NaN: contrasts.c; or NULL */
    double *direction;          /* [q] direction of recession under separation, else NULL */
    double least_lead;          /* along it: see leads.h; 0, in models of old: LOGREG__USUAL_LEAD */
    logreg_coef_status *status; /* [q] */
    double *covariance; /* [q x q], NaN where a status is not OK; NULL: a penalty on sizes leaves none */
    char *vcov;         /* what it is; NULL: classical */
    char *cluster[2];   /* columns of clusters, or NULL */
    size_t n_clusters[2];
    bool vcov_mended;
    double *
        mending; /* [n_mending * q] vectors d: the covariance was mended by adding d d' of each; NULL: it was not, or in models of old */
    size_t n_mending;
    char *sampling, *survey_strata; /* columns of sampling weights and strata, or NULL */
    size_t n_survey_strata;
    double n_units;       /* with sampling weights: what was drawn, clusters or observations */
    logreg__alias *alias; /* [p] */

    char *solver;
    bool converged, undecided;
    bool approximate;      /* its solver ends near the maximum */
    bool early;            /* it stopped since rows that were held out gained no more */
    size_t n_held_out;     /* these, */
    double held_out_share; /*   what share of the rows they were to be, */
    double held_out_loss;  /*   and their mean loss */
    size_t iterations, rank;
    double score_norm, decrement;
    logreg_separation separation;

    int penalty;       /* logreg__penalty (penalised.h) */
    bool augmented_se; /* of a Firth fit: standard errors are those of inv(X'W(1 + h)X) */
    double penalised_loss, null_penalised_loss; /* with the penalty: of the Firth fit log|H| / 2; 0 without */
    double lambda, l1_ratio;                    /* of a penalty on sizes; 0 without */
    double
        largest_lambda; /* from which on all penalised coefficients are 0, or would be if l1_ratio were 1 */
    double violation;   /* of its optimality, in units of that */
    bool standardized;  /* sizes are those of coefficients of columns of variance 1 */
    double *own; /* [K p] coefficients of each of K > 2 classes, whose differences beta has; else NULL */
    logreg__penalty_part *part; /* [n_parts] of it that were asked for by name */
    size_t n_parts;

    struct logreg__stated
        *stated; /* of probabilities that columns hold (stated.h); NULL: coefficients give them */
    logreg__bootstrap *bootstrap;     /* NULL: there are none */
    logreg__calibration *calibration; /* NULL: probabilities are as fitted */

    double loss, null_loss, saturated_loss; /* negative log-likelihoods without binomial coefficients */
    double score_statistic;                 /* NaN: not computed */
    double auc, auc_se, auc_error, brier, tjur;
};

/* Have its coefficients no standard errors, by class weights or a penalty on sizes? */
static inline bool logreg__model_errorless(const logreg_model *m)
{
    return m->class_factor || m->early || m->lambda > 0;
}

/* Is it as near to its maximum as its solver promises? */
static inline bool logreg__model_near(const logreg_model *m)
{
    return m->approximate && m->decrement <= 1;
}

/* Does its covariance stand without the likelihood? Tests that go by the likelihood then mean nothing. */
static inline bool logreg__model_robust(const logreg_model *m)
{
    return m->vcov != NULL;
}

/* The quantile that leaves `tail` above it, of the distribution that tests and intervals of the model go by: the normal, or t; and what z, or t, leaves above
 * itself. NaN where t has no degree of freedom. */
double logreg__model_quantile(const logreg_model *m, double tail);
double logreg__model_tail(const logreg_model *m, double z);

/* What files and reports in JSON call statuses and kinds of separation, by their values. */
extern const char *const logreg__status_words[5];
extern const char *const logreg__separation_words[3];

/* The sum of the weights that its rows have in the fit, which those of classes multiply. */
double logreg__model_weight(const logreg_model *m);

/* An empty model for the terms, which it takes over, with k linear predictors, and room for a covariance if it has standard errors; NULL: out of memory, the
 * terms are left. */
logreg_model *logreg__model_new(logreg__terms *terms, size_t k, bool errors);

/* Numbers the variables of the terms. false: out of memory. */
bool logreg__model_number(logreg_model *m);

/* terms->name[j] of the aliased column's makings, once column[] is filled in. false: out of memory. */
bool logreg__alias_name(logreg__alias *alias, const logreg__terms *terms);

/* Differences between classes that model->contrast has room for. */
size_t logreg__contrast_count(const logreg_model *m);

#endif
