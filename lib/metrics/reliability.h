/* Rows in bins of their probability: how often what was predicted came about. */
#ifndef LOGREG_METRICS_RELIABILITY_H
#define LOGREG_METRICS_RELIABILITY_H

#include <logreg/metrics.h>

typedef struct {
    double low, high; /* the bin holds what is above low and up to high; the first, low too */
    double n;         /* sum of weights, 0: an empty bin */
    double p, y;      /* mean probability, share of events; NaN where empty */
} logreg__bin;

typedef struct {
    size_t n_bins;
    logreg__bin *bin;
    double n, y; /* of all rows */
    bool known;  /* false: some p is NaN, or there are no rows */
} logreg__reliability;

/* y, p and w as in logreg/metrics.h. Bins are scikit-learn's: equally wide, or of about as many rows each, by quantiles of type 7 (Hyndman & Fan,
 * Amer. Statist. 50, 1996) of the rows written out by their weights, which sorts. Clear it also after a failure. ENOMEM. */
logreg_status logreg__reliability_find(logreg__reliability *r, const double *y, const double *p,
                                       const double *w, size_t n, size_t n_bins, bool quantile,
                                       logreg_error *err);
void logreg__reliability_clear(logreg__reliability *r);

/* Mean distance of p and y over the rows, bin by bin: the expected calibration error (Naeini, Cooper & Hauskrecht, AAAI 2015). */
double logreg__reliability_error(const logreg__reliability *r);

/* Murphy's parts of the Brier score of bins: reliability, and resolution; uncertainty is y (1 - y). */
double logreg__reliability_part(const logreg__reliability *r);
double logreg__resolution_part(const logreg__reliability *r);

#endif
