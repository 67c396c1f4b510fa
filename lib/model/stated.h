/* Probabilities that stand in columns of a frame, read as if a model had made them. */
#ifndef LOGREG_MODEL_STATED_H
#define LOGREG_MODEL_STATED_H

#include "model/model.h"

/* In `variable` of a class whose probability is what the other class leaves. */
#define LOGREG__STATED_REST SIZE_MAX

/* Where the probabilities of a model's classes stand. */
struct logreg__stated {
    size_t *variable; /* [K] of the terms' */
    double
        slack; /* by which those of a row may miss the sum of 1: what rounding of their decimals explains */
};

/* P of rows first .. first + P->size1 - 1, NaN in rows that miss one of the columns. EDATA, with the place: what is no probability, or rows that do not sum to 1. */
logreg_status logreg__stated_read(gsl_matrix *P, const logreg_model *model, const logreg_frame *frame,
                                  size_t first, logreg_error *err);

/* EINVAL if the model has no coefficients, its probabilities being read off columns. */
logreg_status logreg__check_fitted(const logreg_model *model, logreg_error *err);

#endif
