/* Where an ROC curve may lie, at each false positive rate. */
#ifndef LOGREG_FIGURES_KINDS_ROC_BAND_H
#define LOGREG_FIGURES_KINDS_ROC_BAND_H

#include <stdbool.h>
#include <stddef.h>

/* An ROC curve: n points from (0, 0) to (1, 1), joined by straight lines, of so many others and events, more than one each. */
typedef struct {
    const double *fpr, *tpr;
    size_t n;
    double others, events;
} logreg__roc;

/* Limits, at a level, at this share of the way from point k to point k + 1. They hold the curve there, all of its height where it rises
 * straight up. false: there are none. */
bool logreg__roc_limits(double *low, double *high, const logreg__roc *curve, size_t k, double share,
                        double level);

#endif
