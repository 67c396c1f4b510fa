/* The AUC of events and non-events that all count once: whole numbers throughout, so that it is exact. */
#ifndef LOGREG_METRICS_PLACEMENTS_H
#define LOGREG_METRICS_PLACEMENTS_H

#include <stdbool.h>

#include <logreg/metrics.h>

/* Do all rows count once, y being 0 or 1 and w NULL or ones? And are there few enough of them for whole numbers? */
bool logreg__placements_apply(const double *y, const double *w, size_t n);

/* As logreg_metric_auc of such rows, on two threads if there are as many. O(n), at most 16 n bytes, n / 2 of very many. ENOMEM. */
logreg_status logreg__placements_auc(double *auc, double *se, const double *y, const double *p, size_t n,
                                     int threads, logreg_error *err);

/* logreg_metric_auc for a caller that has threads. */
logreg_status logreg__auc(double *auc, double *se, const double *y, const double *p, const double *w,
                          size_t n, int threads, logreg_error *err);

#endif
