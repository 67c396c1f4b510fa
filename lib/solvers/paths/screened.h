/* Fits of many columns of which few matter. */
#ifndef LOGREG_SOLVERS_PATHS_SCREENED_H
#define LOGREG_SOLVERS_PATHS_SCREENED_H

#include "solvers/creases/proximal.h"

/* Is it worth it: are there many columns, whose penalty can make coefficients 0? */
bool logreg__screened_serves(const logreg__problem *problem);

/* Moves theta [classes * p] to the minimum under problem->shrinkage, from the null model or anywhere else. ENOMEM. */
logreg_status logreg__screened_run(logreg__proximal_end *end, const logreg__problem *problem, double *theta,
                                   const logreg_options *options, logreg_error *err);

#endif
