/* A problem of some of the columns of another, which sees them in the same coordinates. */
#ifndef LOGREG_SOLVERS_PATHS_SUBSET_H
#define LOGREG_SOLVERS_PATHS_SUBSET_H

#include "solvers/shrinkage.h"

typedef struct {
    const logreg__problem *whole;
    logreg__design *design;
    logreg__problem *
        problem; /* its shrinkage is the whole's for these columns, with the strength that it had when they were chosen */
    logreg__shrinkage *shrinkage;
    size_t *place; /* [problem->design->p] where each of its columns, in fold order, stands in the whole */
} logreg__subset;

/* Of the columns of the whole, in fold order, that are wanted; an intercept has to be among them. Free with logreg__subset_clear. ENOMEM. */
logreg_status logreg__subset_make(logreg__subset *subset, const logreg__problem *whole,
                                  const unsigned char *wanted, logreg_error *err);
void logreg__subset_clear(logreg__subset *subset);

/* Takes the strength of the whole's penalty over. */
void logreg__subset_strength(logreg__subset *subset);

/* Coefficients [classes * p] of the whole become those of the subset, and back; others stay what they are. */
void logreg__subset_take(double *part, const logreg__subset *subset, const double *whole);
void logreg__subset_give(double *whole, const logreg__subset *subset, const double *part);

#endif
