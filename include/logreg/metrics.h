/* logreg/metrics.h - how good probabilities are: numbers in, numbers out.
 *
 * y holds 0 and 1 (1: the event), p the probability of the event, w frequencies or NULL for ones; all have
 * n entries, contiguous. A row of weight 3 counts as three rows, one of weight 0 not at all. Grouped data: y is
 * the share of events among w trials, and the row counts as w y events and w (1 - y) others. A metric without
 * meaning for the data (AUC of one class, anything of no rows or of a p that is NaN) is NaN. Sums are
 * compensated.
 */
#ifndef LOGREG_METRICS_H
#define LOGREG_METRICS_H

#include <stdbool.h>

#include <logreg/base.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Mean of -log(probability of what happened). Probabilities of 0 and 1 that turn out wrong give +inf. O(n). */
LOGREG_API double logreg_metric_log_loss(const double *y, const double *p, const double *w, size_t n);

/* Mean of (y - p)^2, Brier (1950). O(n). */
LOGREG_API double logreg_metric_brier(const double *y, const double *p, const double *w, size_t n);

/* Share of rows on the right side of the threshold: p >= threshold says event. O(n). */
LOGREG_API double logreg_metric_accuracy(const double *y, const double *p, const double *w, size_t n,
                                         double threshold);

/* Tjur's coefficient of discrimination: mean p of events less mean p of non-events. O(n). */
LOGREG_API double logreg_metric_tjur(const double *y, const double *p, const double *w, size_t n);

/* The deviance residual of a row with share y of events in w trials, probability p and complement 1 - p, given by itself since it may be next
 * to 0: squares sum to the deviance, and the sign is that of y - p. */
LOGREG_API double logreg_metric_deviance_residual(double y, double w, double p, double complement);

/* Area under the ROC curve, the chance that an event has a higher p than a non-event, ties counting one half,
 * with its standard error by DeLong, DeLong & Clarke-Pearson (1988) over midranks (Sun & Xu 2014); that is
 * NaN unless there are more than one event and more than one non-event. p may be any score, log-odds for one.
 * Probabilities that differ by rounding alone tie. auc and se may be NULL. Sorts: O(n), 48 n bytes, or about 8 n where all rows count
 * once and p lies in [0, 1] (n / 2 of very many). ENOMEM. */
LOGREG_API logreg_status logreg_metric_auc(double *auc, double *se, const double *y, const double *p,
                                           const double *w, size_t n, logreg_error *err);

/* Whether log-odds eta of the event mean what they say: the logistic regression of the outcome on them (Cox, Biometrika 45, 1958). Log-odds that are right
 * have intercept 0 and slope 1; a slope below 1 says that they are too extreme. NaN where there is no finite maximum: one class alone, log-odds that are all
 * the same, that part the classes, or that are infinite. */
typedef struct {
    double slope, slope_error;
    double intercept, intercept_error; /* beside that slope */
    double in_the_large,
        in_the_large_error; /* the intercept where the slope is 1: whether there are as many events as predicted */
    double statistic,
        p; /* likelihood-ratio test that the intercept is 0 and the slope 1, 2 degrees of freedom */
} logreg_calibration;

/* A few passes over the numbers. */
LOGREG_API void logreg_metric_calibration(logreg_calibration *calibration, const double *y, const double *eta,
                                          const double *w, size_t n);

/* ---- One table of metrics, for two classes and more ---------------------------------------------------------- */

/* Rows with what was said of them. Two classes: y and p as above. K > 2 classes: y holds class codes 0 .. K-1, and p
 * the probabilities of all classes, n x K, row after row. Start from {0}, which is the usual of what is not set. */
typedef struct {
    size_t n, n_classes;
    const double *y, *p, *w; /* w may be NULL */
    double
        threshold; /* of two classes: p >= threshold says event; of more, the likeliest class is said, the first of equals */
    double beta;        /* of fbeta: recall counts beta times as much as precision; 0: 2 */
    size_t top_k;       /* of top_k_accuracy; 0: 2 */
    size_t n_bins;      /* of the probability, for ece, Brier's decomposition and calibration curves; 0: 10 */
    bool quantile_bins; /* of about as many rows each, instead of equally wide */
} logreg_labelled;

typedef struct {
    double value;     /* NaN: it has no meaning for these rows */
    double std_error; /* NaN: none is known; of rows drawn alike, the model as it is */
    double out_of;    /* of a share: the sum of weights that it is a share of; NaN of all others */
} logreg_measure;

typedef struct {
    const char *name;               /* as in JSON: "log_loss" */
    const char *summary;            /* a few words: "mean -log P(what happened)" */
    bool two_classes, more_classes; /* has a meaning for two; for more */
    bool core;                      /* one of the few that a report begins with */
    double low, high;               /* the range of its values */
    bool loss;                      /* less is better */
} logreg_metric;

/* Metric i, NULL past the last; the metric of that name, NULL if there is none. Static.
 *
 * By what is said: accuracy, balanced_accuracy, sensitivity, specificity, precision, f1, fbeta, mcc (Matthews), kappa (Cohen), kappa_linear and
 * kappa_quadratic (of classes in order), top_k_accuracy; precision, recall, f1 and fbeta over classes, each with _macro, _weighted and _micro; specificity (of each class against the rest) with the first.
 * By probabilities: log_loss, brier and mae (of K > 2 classes sums over the classes), brier_reliability, brier_resolution, brier_uncertainty and
 * brier_within (Murphy, J. Appl. Meteorol. 12, 1973, in bins; brier = reliability - resolution + uncertainty + within, the last being what the bins
 * do not tell: Stephenson, Coelho & Jolliffe, Weather Forecast. 23, 2008), ece (in bins; of K > 2 classes that of the class said), tjur.
 * By order: auc, average_precision (of K > 2 classes the mean of each against the rest), auc_ovr, auc_ovr_weighted (each class
 * against the rest), auc_ovo, auc_ovo_weighted (each pair: Hand & Till, Machine Learning 45, 2001).
 *
 * Numbers are scikit-learn's, where it has them, but for these and for what stands above: an infinite log loss, and ties of probabilities that differ by rounding alone. A share of nothing (precision where no event is said) is NaN, not 0, as are mcc and
 * average_precision without meaning; within means over classes it counts 0, and a class that is neither there nor said does not count, as in
 * scikit-learn. Weighted kappas take classes as apart as their codes are. Of classes that tie for top_k_accuracy the last comes first, as there. Weights work everywhere. */
LOGREG_API const logreg_metric *logreg_metric_at(size_t i);
LOGREG_API const logreg_metric *logreg_metric_find(const char *name);

/* Measures n metrics of rows, measure[i] that of metric[i]; what they share is counted and sorted once. A metric without meaning for
 * so many classes gives NaN. O(rows K), O(rows K^2) for auc_ovo. ENOMEM. */
LOGREG_API logreg_status logreg_metric_measure(logreg_measure *measure, const logreg_metric *const *metric,
                                               size_t n, const logreg_labelled *rows, logreg_error *err);

/* Interval of a measure at a level in (0, 1): Wilson's of a share (J. Amer. Statist. Assoc. 22, 1927), else the value and its standard error
 * times the normal quantile, within the metric's range. False, and both NaN, where there is none: no standard error, or one of 0. */
LOGREG_API bool logreg_metric_interval(double *low, double *high, const logreg_metric *metric,
                                       const logreg_measure *measure, double level);

/* counts[i K + j]: rows (sum of weights) of class i that were said to be of class j; NaN where a p is. O(n K). */
LOGREG_API void logreg_metric_confusion(double *counts, const logreg_labelled *rows);

/* Of a class, or of a mean over classes: a line of scikit-learn's classification_report. */
typedef struct {
    double precision, recall, f1; /* NaN: a share of nothing */
    double support;               /* rows of the class */
} logreg_class_scores;

/* The lines of all classes, scores[0 .. K-1], then the plain mean over classes ("macro avg") and that weighted by support ("weighted avg"), from
 * the K x K counts of logreg_metric_confusion. O(K^2). */
LOGREG_API void logreg_metric_report(logreg_class_scores *scores, const double *counts, size_t n_classes);

/* ---- Curves ------------------------------------------------------------------------------------------------ */

/* A curve as columns of numbers, owned:
 *
 *     logreg_curve *roc = NULL;
 *     if (logreg_curve_new(&roc, "roc", &rows, 1, NULL, &err) == LOGREG_OK) {
 *         const double *fpr = logreg_curve_column(roc, "fpr"), *tpr = logreg_curve_column(roc, "tpr");
 *         ...
 *         logreg_curve_free(roc);
 *     }
 */
typedef struct {
    const char *name;               /* as in the table */
    size_t of_class;                /* the class whose rows are the events */
    size_t n_points, n_columns;
    const char *const *column_name; /* [n_columns]; static */
    double **column;                /* [n_columns][n_points]; what has no meaning is NaN */
} logreg_curve;

/* Take logreg_curve_options_default() and change what differs. */
typedef struct {
    bool drop_intermediate; /* roc: leave out points between two equal steps, as scikit-learn does; default true */
    double conf_level;      /* calibration: of intervals; default 0.95 */
} logreg_curve_options;

LOGREG_API logreg_curve_options logreg_curve_options_default(void);

/* Name and title of curve i, NULL past the last. Static. Their columns:
 *
 * roc               threshold, fpr, tpr, from the highest threshold down; the first, which says nothing, is infinite
 * precision_recall  threshold, precision, recall, from the lowest up; the last is infinite, with a precision of 1
 * calibration       low, high, n, prob_pred, prob_true, conf_low, conf_high: a bin with rows, its weight, mean probability, share
 *                   of events and Wilson's interval of that; rows->n_bins and quantile_bins as scikit-learn's n_bins and strategy
 * gain              threshold, rate, gain, lift, from the highest threshold down: share of the rows that are said to be events, share of
 *                   the events among them, and how many times as many that is as of as many rows drawn blindly */
LOGREG_API const char *logreg_curve_name(size_t i);
LOGREG_API const char *logreg_curve_title(size_t i);

/* The curve of a class against the rest: 1, the event, of two. options may be NULL. EINVAL: no such curve or class, a level. EDATA: no rows that
 * count, a p that is NaN. ENOMEM. Sorts: O(n), 72 n bytes and the curve; calibration of uniform bins O(n). */
LOGREG_API logreg_status logreg_curve_new(logreg_curve **curve, const char *name, const logreg_labelled *rows,
                                          size_t of_class, const logreg_curve_options *options,
                                          logreg_error *err);
LOGREG_API void logreg_curve_free(logreg_curve *curve);

/* Its column of that name, NULL if there is none. Borrowed. */
LOGREG_API const double *logreg_curve_column(const logreg_curve *curve, const char *name);

/* ---- Thresholds -------------------------------------------------------------------------------------------- */

/* A rule by which a threshold of two classes is chosen on rows. What is chosen there flatters these rows: judge it on others. */
typedef struct {
    const char *name;    /* youden, f1, cost, sensitivity, specificity or rate */
    const char *summary; /* a few words: "the largest F1" */
    size_t n_values;     /* numbers that go with it */
} logreg_threshold_kind;

/* Rule i, NULL past the last. Static. */
LOGREG_API const logreg_threshold_kind *logreg_threshold_at(size_t i);

typedef struct {
    const char *name;
    double value[2]; /* cost: of a false positive, of a false negative; sensitivity, specificity, rate: one number in [0, 1] */
} logreg_threshold_rule;

/* The threshold: youden has the largest sensitivity + specificity - 1 (Youden, Cancer 3, 1950), f1 the largest F1, cost the least sum of costs;
 * sensitivity is the highest threshold with at least that sensitivity, specificity the lowest with at least that specificity, rate the lowest
 * that says event of at most that share of rows. Of equals the highest is taken, and of all numbers that say the same of these rows the one of fewest
 * decimals. EINVAL: a rule, its numbers, more than two classes. EDATA: one class alone, or no threshold in [0, 1] that will do. ENOMEM. Sorts. */
LOGREG_API logreg_status logreg_metric_threshold(double *threshold, const logreg_threshold_rule *rule,
                                                 const logreg_labelled *rows, logreg_error *err);

/* ---- Two models -------------------------------------------------------------------------------------------- */

/* A metric of two sets of probabilities of the same rows, and the test that it is the same of both. */
typedef struct {
    const logreg_metric *metric;
    double value[2], std_error[2];
    double difference, difference_error; /* first less second; its standard error minds that the rows are the same */
    double z, p;                         /* their quotient, two-sided; NaN where the standard error is 0 or none */
} logreg_metric_test;

/* By "auc" (of two classes), the test of DeLong, DeLong & Clarke-Pearson (Biometrics 44, 1988); by "log_loss" or "brier" that of the mean difference of the rows' losses. rows
 * hold the first probabilities, other_p the second, of the same shape. It is meant for rows that neither was fitted to: of nested models on the rows of
 * their fit DeLong's test finds too little (Demler, Pencina & D'Agostino, Statist. Med. 31, 2012). EINVAL: another metric. ENOMEM. By auc it
 * sorts: O(n) unless most scores huddle, about 120 n bytes. */
LOGREG_API logreg_status logreg_metric_compare(logreg_metric_test *test, const logreg_metric *metric,
                                               const logreg_labelled *rows, const double *other_p,
                                               logreg_error *err);

#ifdef __cplusplus
}
#endif

#endif
