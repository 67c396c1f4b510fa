/* Probabilities that stand in columns of a frame, read as if a model had made them. */
#ifndef LOGREG_MODEL_STATED_STATED_H
#define LOGREG_MODEL_STATED_STATED_H

#include "design/response.h"
#include "model/model.h"

/* In `variable` of a class whose probability is what the other class leaves. */
#define LOGREG__STATED_REST SIZE_MAX

/* Where the probabilities of a model's classes stand. */
struct logreg__stated {
    size_t *variable; /* [K] of the terms' */
    double
        slack; /* by which those of a row may miss the sum of 1: what rounding of their decimals explains */
};

/* Classes in their order, of two the event last; labels are owned. Starts as {.n = 0}. */
typedef struct {
    char *label[LOGREG__MOST_CLASSES];
    size_t n;
} logreg__stated_classes;

/* Those that are given, or named with their columns, or 0 and 1 where the target has nothing else, or those of the rows that miss nothing. EDATA, EINVAL, ENOMEM as logreg_model_of_columns; clear them also after a failure. */
logreg_status logreg__stated_classes_find(logreg__stated_classes *classes, const logreg_frame *frame,
                                          const logreg_probability_columns *columns, logreg_error *err);
void logreg__stated_classes_clear(logreg__stated_classes *classes);

/* P of rows first .. first + P->size1 - 1, NaN in rows that miss one of the columns. EDATA, with the place: what is no probability, or rows that do not sum to 1. */
logreg_status logreg__stated_read(gsl_matrix *P, const logreg_model *model, const logreg_frame *frame,
                                  size_t first, logreg_error *err);

/* EINVAL if the model has no coefficients, its probabilities being read off columns. */
logreg_status logreg__check_fitted(const logreg_model *model, logreg_error *err);

#endif
