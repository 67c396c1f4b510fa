/* The model refitted in other coefficients, where it has no maximum to start from: those that a hypothesis leaves free, with what it says of the others in the
 * offset. Of two classes, or of more where it says the same of each. What is separated then, and the limit, are found as in any fit.
 */
#ifndef LOGREG_HYPOTHESIS_REFIT_H
#define LOGREG_HYPOTHESIS_REFIT_H

#include <gsl/gsl_matrix.h>
#include <gsl/gsl_vector.h>

#include "hypothesis/equations.h"
#include "inference/study.h"

/* Its rows written out, which it is a fit of. Starts as {0}. */
typedef struct {
    const logreg_study *study; /* as are the next two, of whom it is made: borrowed */
    const logreg__equations *of;
    bool open; /* what the one equation is off by is a coefficient too, the last one */
    bool intercept;
    size_t n_columns, *column; /* model columns that have one here, the intercept aside; owned */
    double *rows; /* n_columns (and one more, if open) a row, then what the vectors hold; owned */
    gsl_matrix X;
    gsl_vector y, w, o;
    logreg_options options;
    logreg_model *model; /* owned; NULL: nothing is left free */
} logreg__refit;

/* Can it be done? */
bool logreg__refit_can(const logreg_study *study, const logreg__equations *e);

/* EDATA, ENOMEM. Clear in any case. */
logreg_status logreg__refit_make(logreg__refit *refit, const logreg_study *study, const logreg__equations *e,
                                 bool open, logreg_error *err);
void logreg__refit_clear(logreg__refit *refit);

/* The coefficients (q) of the z that it is at; those that run away are 0. */
void logreg__refit_point(double *b, const logreg__refit *refit);

#endif
