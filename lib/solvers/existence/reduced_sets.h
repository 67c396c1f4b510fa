/* Columns of matched sets that are nearly made up by others, less what the others make up: for the arithmetic of a fit, which has no finer
 * factor of its information than Cholesky's. */
#ifndef LOGREG_SOLVERS_EXISTENCE_REDUCED_SETS_H
#define LOGREG_SOLVERS_EXISTENCE_REDUCED_SETS_H

#include "design/matched.h"

/* Reduces the columns of a design over the matched rows, whose raw numbers change; the design's shifts lead back to coefficients of the
 * columns as they were. `last` (fold order; SIZE_MAX: none) keeps the coefficient that it had: it reduces no other. ENOMEM. */
logreg_status logreg__sets_reduce(logreg__matched *matched, logreg__design *design, size_t last,
                                  logreg_error *err);

#endif
