/* The AUC of events and non-events that all count once: whole numbers throughout, so that it is exact. */
#ifndef LOGREG_METRICS_PLACEMENTS_H
#define LOGREG_METRICS_PLACEMENTS_H

#include <stdbool.h>

#include <logreg/metrics.h>

/* What the order of rows by their probability says. */
typedef struct {
    double auc, std_error;
    double average_precision; /* NaN where it was not asked for */
} logreg__order;

/* Of rows that all count once: y is 0 or 1, both occur, p lies in [0, 1], and w is NULL or ones. Where they are others, or too many for whole
 * numbers, *applies is false and nothing is told. O(n), about 8 n bytes, n / 2 of very many. ENOMEM. */
logreg_status logreg__placements_find(bool *applies, logreg__order *order, bool precision, const double *y,
                                      const double *p, const double *w, size_t n, int threads,
                                      logreg_error *err);

/* The same of any rows, as logreg_metric_auc has them, and average precision (of no events NaN), for a caller that has threads. */
logreg_status logreg__order_find(logreg__order *order, bool precision, const double *y, const double *p,
                                 const double *w, size_t n, int threads, logreg_error *err);

#endif
