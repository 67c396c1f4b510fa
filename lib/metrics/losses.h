/* What it costs to have said a probability of what came about: log loss, Brier's score, absolute error; means over rows. */
#ifndef LOGREG_METRICS_LOSSES_H
#define LOGREG_METRICS_LOSSES_H

#include <logreg/metrics.h>

typedef struct logreg__loss logreg__loss;
extern const logreg__loss logreg__loss_log, logreg__loss_brier, logreg__loss_absolute;

/* The mean of a loss over the rows. */
logreg_measure logreg__loss_mean(const logreg__loss *loss, const logreg_labelled *rows);

/* The mean of how much more it is, row by row, than by other probabilities of the same rows. */
logreg_measure logreg__loss_difference(const logreg__loss *loss, const logreg_labelled *rows,
                                       const double *other_p);

#endif
