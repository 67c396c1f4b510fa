/* The mean of numbers that come block by block with weights, and its standard error, in one pass and compensated sums. */
#ifndef LOGREG_METRICS_ROW_MEAN_H
#define LOGREG_METRICS_ROW_MEAN_H

#include <logreg/metrics.h>

#include "base/sum.h"
#include "engine/inner.h"

/* Numbers that are added at a time, at most. */
#define LOGREG__ROWS_AVERAGED 256

typedef struct {
    const logreg__inner *inner;
    bool begun;
    double pivot; /* the mean of the first block: squares are taken about it, since plain ones would cancel */
    logreg__sum total, sum, squares;
} logreg__row_mean;

static inline logreg__row_mean logreg__row_mean_new(void)
{
    return (logreg__row_mean){.inner = logreg__inner_level(0)};
}

/* n <= ROWS_AVERAGED numbers. One that is infinite, or none, must not have weight 0. */
void logreg__row_mean_add(logreg__row_mean *mean, const double *x, const double *w, size_t n);

/* NaN of nothing; infinite where a number was, then without a standard error, as there is none of a weight up to 1. */
logreg_measure logreg__row_mean_measure(const logreg__row_mean *mean);

#endif
