/* The interval of an AUC, for text, JSON and pictures. */
#ifndef LOGREG_REPORT_PAGE_INTERVAL_H
#define LOGREG_REPORT_PAGE_INTERVAL_H

#include <stdbool.h>

/* DeLong's interval at a level, within 0 and 1. False, and both NaN, where the standard error is none or 0: where all rows
 * tie, or events and non-events do not overlap, 0 says nothing of how sure the AUC is. */
bool logreg__auc_interval(double *low, double *high, double auc, double std_error, double level);

#endif
