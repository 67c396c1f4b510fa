/* The rows of a problem in memory, as a ridge sees them: their products with one another, which are all that a fit by coefficients of rows (dual.h) asks for.
 *
 * Of columns with a penalty tau / 2 (d_j theta_j)^2, d_j = s_j sqrt(v_j), row i is a_i = z_i / d; columns without one stand beside them as they are. */
#ifndef LOGREG_SOLVERS_DUAL_GRAM_H
#define LOGREG_SOLVERS_DUAL_GRAM_H

#include "solvers/shrinkage.h"

typedef struct {
    size_t n;               /* rows */
    size_t n_full;          /* rounded up to a multiple of LANES: rows that fill up have no weight */
    size_t n_free;          /* columns without a penalty, constants apart */
    size_t *free;           /* [n_free] in fold order */
    double *unit;           /* [p] 1 / d_j; 0: a column without a penalty, or a constant */
    double longest;         /* the largest sqrt(v_j) */
    double *G;              /* [n x n] a_i'a_l, both triangles */
    double *F;              /* [n x n_free] column after column */
    double *y, *w, *offset; /* [n_full] */
    double *room;           /* all numbers; owned */
} logreg__gram;

/* Of problem->shrinkage, whose strength does not matter. Rows are written out, 256 of them twice at most. O(n^2 p). ENOMEM. */
logreg_status logreg__gram_new(logreg__gram **gram, const logreg__problem *problem, logreg_error *err);
void logreg__gram_free(logreg__gram *gram);

#endif
