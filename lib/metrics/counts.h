/* Rows by what is so and what is said. */
#ifndef LOGREG_METRICS_COUNTS_H
#define LOGREG_METRICS_COUNTS_H

#include <stddef.h>

typedef struct {
    size_t K;
    double *cell;      /* [K K] as logreg_metric_confusion has them; the other two stand behind them */
    double *so, *said; /* [K] rows of each class; rows said to be of it */
    double total;
} logreg__counts;

/* Sums of cell[], which has room for K (K + 2). */
void logreg__counts_sum(logreg__counts *counts, double *cell, size_t K);

/* F of a class with weights u on its rows said and v on its rows: (u + v) right / (u said + v so). Precision has 1 and 0, recall 0 and 1, F beta
 * 1 and beta^2 (van Rijsbergen, Information Retrieval, 1979). NaN: of nothing. */
typedef struct {
    double said, so;
} logreg__emphasis;

static const logreg__emphasis logreg__of_said = {1, 0}, logreg__of_so = {0, 1}, logreg__of_both = {1, 1};

double logreg__class_score(const logreg__counts *counts, size_t k, logreg__emphasis e);

/* How such scores make a mean: plain over classes that are there or said; weighted by the rows of each; plain over classes that are there. */
typedef enum { LOGREG__MACRO, LOGREG__WEIGHTED, LOGREG__PRESENT } logreg__mean;

/* The weight of class k in it, given the sum of all; a score of nothing counts 0. */
double logreg__class_weight(const logreg__counts *counts, size_t k, logreg__mean mean);
double logreg__mean_score(const logreg__counts *counts, logreg__emphasis e, logreg__mean mean);

#endif
