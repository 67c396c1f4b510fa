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
 * the probabilities of all classes, n x K, row after row. */
typedef struct {
    size_t n, n_classes;
    const double *y, *p, *w; /* w may be NULL */
    double threshold; /* of two classes: p >= threshold says event; of more, the likeliest class is said */
} logreg_labelled;

typedef struct {
    const char *name;    /* as in JSON: "log_loss" */
    const char *summary; /* a few words: "mean -log(probability of what happened)" */
    bool more_classes;   /* has a meaning for more than two classes */
    /* value, and std_error where there is one, else NaN. ENOMEM. */
    logreg_status (*measure)(double *value, double *std_error, const logreg_labelled *rows,
                             logreg_error *err);
} logreg_metric;

/* Metric i, NULL past the last: accuracy, log_loss, brier, auc, tjur, sensitivity, specificity, precision, f1. Brier's
 * score of more than two classes is the mean sum over the classes. Static. */
LOGREG_API const logreg_metric *logreg_metric_at(size_t i);

/* counts[i K + j]: rows (sum of weights) of class i that were said to be of class j; NaN where a p is. O(n K). */
LOGREG_API void logreg_metric_confusion(double *counts, const logreg_labelled *rows);

#ifdef __cplusplus
}
#endif

#endif
