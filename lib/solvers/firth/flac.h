/* Firth's method with the added covariate (Puhr, Heinze, Nold, Lusa & Geroldinger, Statistics in Medicine 36, 2017), for two classes. Equation (71). */
#ifndef LOGREG_SOLVERS_FIRTH_FLAC_H
#define LOGREG_SOLVERS_FIRTH_FLAC_H

#include "solvers/solver.h"

/* From Firth's estimate in solution->beta to that of maximum likelihood on the rows and, told from them by a column of their own, as
 * many pseudo-rows, half event and half none, that weigh the leverages at Firth's estimate. The problem has two classes and an intercept. at->L is then a factor of
 * the information about beta with that column's coefficient at its best; at->loss is the rows' alone. ENOMEM. */
logreg_status logreg__flac_solve(logreg__solution *solution, const logreg__problem *problem, double tol,
                                 logreg_error *err);

#endif
