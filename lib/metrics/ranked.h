/* Rows in ascending order of their probability: what every measure of discrimination walks along. */
#ifndef LOGREG_METRICS_RANKED_H
#define LOGREG_METRICS_RANKED_H

#include <stdbool.h>
#include <stdint.h>

#include <logreg/metrics.h>

/* All rows that share one p. */
typedef struct {
    double p;
    double events, others; /* sums of weights */
} logreg__tie;

typedef struct {
    size_t n;              /* distinct values of p */
    logreg__tie *tie;      /* ascending */
    double events, others; /* over all of them */
    bool unordered;        /* some p is NaN: there is no order, and n is 0 */
} logreg__ranked;

/* Sorts rows of positive weight; arguments as in logreg/metrics.h. O(n). ENOMEM. */
logreg_status logreg__ranked_new(logreg__ranked **ranked, const double *y, const double *p, const double *w,
                                 size_t n, logreg_error *err);

/* The ties of n sorted keys (sort_keys.h). false: out of memory. */
bool logreg__ranked_gather(logreg__ranked *ranked, const uint64_t *sorted, size_t n);

void logreg__ranked_free(logreg__ranked *ranked);

#endif
