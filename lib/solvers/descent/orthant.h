/* L-BFGS for penalties on sizes, with creases and bounds: within the orthant that a point and its slopes point to the penalised loss is smooth
 * (OWL-QN: Andrew & Gao, ICML 2007). Gradients only, no matrix. */
#ifndef LOGREG_SOLVERS_DESCENT_ORTHANT_H
#define LOGREG_SOLVERS_DESCENT_ORTHANT_H

#include "solvers/solver.h"

/* From solution->beta, in at most `limit` steps, and within solution->budget; the violation of the conditions of Karush, Kuhn and Tucker decides what has converged. ENOMEM. */
logreg_status logreg__orthant_run(logreg__solution *solution, const logreg__problem *problem, size_t limit,
                                  const logreg_options *options, logreg_error *err);

#endif
