/* A look at all columns from points at which only some have coefficients. */
#ifndef LOGREG_SOLVERS_PATHS_LOOK_H
#define LOGREG_SOLVERS_PATHS_LOOK_H

#include "engine/problem.h"

/* Losses [m] and their gradients [m x whole->q] at m points, coefficients b [m x part->q] of a problem of some of the whole's columns (subset.h); all others have 0. One walk over these columns and one over
 * all, whatever m is, and room for twice the rows' m k residuals. ENOMEM. */
logreg_status logreg__look(double *loss, double *g, const logreg__problem *whole, const logreg__problem *part,
                           const double *b, size_t m, logreg_error *err);

#endif
