/* The AUC from counts in bins of the probability: memory that does not grow with the rows, and a bound on what is lost. */
#ifndef LOGREG_METRICS_BINS_H
#define LOGREG_METRICS_BINS_H

#include <logreg/metrics.h>

typedef struct logreg__bins logreg__bins;

/* NULL: out of memory. */
logreg__bins *logreg__bins_new(void);
void logreg__bins_free(logreg__bins *bins);

/* Counts n rows; y, p in [0, 1] and w as in logreg/metrics.h. */
void logreg__bins_add(logreg__bins *bins, const double *y, const double *p, const double *w, size_t n);

/* AUC with all rows of a bin counting as ties, its standard error, and how far the AUC of the probabilities themselves may be from it.
 * NaN where one class is missing. O(number of bins). */
void logreg__bins_auc(double *auc, double *se, double *error, const logreg__bins *bins);

#endif
