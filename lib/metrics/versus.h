/* Metrics of two sets of probabilities of the same rows, with the difference and its standard error; what has no meaning stays as it is. */
#ifndef LOGREG_METRICS_VERSUS_H
#define LOGREG_METRICS_VERSUS_H

#include <logreg/metrics.h>

/* DeLong's. ENOMEM. */
logreg_status logreg__compare_auc(logreg_metric_test *test, const logreg_labelled *rows,
                                  const double *other_p, logreg_error *err);

/* Of losses whose mean over the rows the metric is, row by row. */
void logreg__compare_log_loss(logreg_metric_test *test, const logreg_labelled *rows, const double *other_p);
void logreg__compare_brier(logreg_metric_test *test, const logreg_labelled *rows, const double *other_p);

#endif
