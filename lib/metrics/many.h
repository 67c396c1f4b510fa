/* Metrics of more than two classes: y holds codes 0 .. K-1, P is n x K. */
#ifndef LOGREG_METRICS_MANY_H
#define LOGREG_METRICS_MANY_H

#include <logreg/metrics.h>

/* The class that is said of row i: the likeliest, the first of equals; SIZE_MAX where a probability is NaN. */
size_t logreg__said(const logreg_labelled *rows, size_t i);

double logreg__many_brier(const double *y, const double *P, const double *w, size_t n, size_t K);

#endif
