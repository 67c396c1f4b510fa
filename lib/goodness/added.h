/* A study's model with columns of numbers added to it. */
#ifndef LOGREG_GOODNESS_ADDED_H
#define LOGREG_GOODNESS_ADDED_H

#include "inference/study.h"

/* Design and problem, standardised, and a start: the study's coefficients, and 0 for what is new. Everything is owned but what is the study's. */
typedef struct {
    logreg_frame frame;  /* not to be freed as a frame */
    logreg__terms terms; /* nor as terms */
    char **name;         /* of the columns added */
    size_t n;
    size_t *place;
    bool *full;
    logreg__design *design;
    logreg__problem *problem;
    double *b;       /* [problem->q] */
    size_t n_useful; /* columns added that are no combinations of the others; those that are, are left out */
} logreg__added;

/* Adds n columns: value[i], borrowed, has a number for each row of the study's frame. Two classes. A few walks, n p^2. EDATA: columns that are too
 * large. ENOMEM. Clear it also after a failure. */
logreg_status logreg__added_make(logreg__added *added, const logreg_study *study, const double *const *value,
                                 size_t n, logreg_error *err);
void logreg__added_clear(logreg__added *added);

#endif
