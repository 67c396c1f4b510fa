/* The likelihood under constraints: its maximum where linear combinations of coefficients have given values, and the point farthest
 * along one combination where it has not yet fallen by more than a given amount. Many of these are solved side by side: each walk
 * over the rows serves all that are not done. Equations (33) and (34) of docs/mathematics.md.
 *
 * All is in the coordinates of the problem's z, and about a fit with a finite maximum.
 */
#ifndef LOGREG_INFERENCE_CONSTRAINED_H
#define LOGREG_INFERENCE_CONSTRAINED_H

#include "solvers/quadratic.h"

typedef struct {
    size_t r;            /* combinations: columns of A; 1 for an end */
    const double *A;     /* [q x r], column-major, linearly independent; borrowed */
    const double *value; /* [r] what A'b is to be; borrowed. NULL: an end is sought, */
    int side;            /*   above (1) or below (-1) the maximum, */
    double rise;         /*   where the loss has risen by this, */
    bool
        falls; /*   or has come down to `limit` and this, where there is no maximum: it falls for ever towards -side */
    double limit; /*   its infimum then */
    double *b;    /* [q] the caller's; receives the coefficients */
    double loss;  /* receives the loss there */
    bool found;   /* false: rounding or an information that is singular kept it from being found */
} logreg__constrained;

/* Solves n of them. b and at: the maximum without constraints; for ends of a loss that falls, any point and the loss about it. ENOMEM. */
logreg_status logreg__constrained_solve(logreg__constrained *point, size_t n, const double *b,
                                        const logreg__quadratic *at, const logreg__problem *problem,
                                        logreg_error *err);

#endif
