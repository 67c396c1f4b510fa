/* Means over rows of probabilities, or of their derivatives by a column, with their gradients in the coefficients. */
#ifndef LOGREG_EFFECTS_MEANS_H
#define LOGREG_EFFECTS_MEANS_H

#include "effects/scenario.h"
#include "inference/study.h"

/* Of each class: the mean, and its gradient by all coefficients of the model, of which aliased ones have 0. */
typedef struct {
    size_t K, q;
    double *value;    /* [K] */
    double *gradient; /* [K x q] */
} logreg__means;

bool logreg__means_init(logreg__means *means, const logreg_model *model);
void logreg__means_clear(logreg__means *means);

/* Over the rows of the study as the scenario changes them. by: a column of numbers of the scenario's frame, or NULL for the probabilities
 * themselves. One walk. EDATA, ENOMEM. */
logreg_status logreg__means_find(logreg__means *means, const logreg_study *study,
                                 const logreg__scenario *scenario, const logreg__column *by, int threads,
                                 logreg_error *err);

#endif
