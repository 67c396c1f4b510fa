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

/* Area under the ROC curve, the chance that an event has a higher p than a non-event, ties counting one half,
 * with its standard error by DeLong, DeLong & Clarke-Pearson (1988) over midranks (Sun & Xu 2014); that is
 * NaN unless there are more than one event and more than one non-event. p may be any score, log-odds for one.
 * auc and se may be NULL. Sorts: O(n), 48 n bytes. ENOMEM. */
LOGREG_API logreg_status logreg_metric_auc(double *auc, double *se, const double *y, const double *p,
                                           const double *w, size_t n, logreg_error *err);

#ifdef __cplusplus
}
#endif

#endif
