/* A solver: from a problem to the coefficients that minimise its loss. */
#ifndef LOGREG_SOLVERS_SOLVER_H
#define LOGREG_SOLVERS_SOLVER_H

#include <logreg/model.h>

#include "engine/fold.h"

/* What a solver returns. beta is in the coordinates of the problem's z. */
typedef struct {
    double *beta;          /* [q], owned by the caller; on entry the start */
    size_t iterations;
    bool converged;        /* lambda <= tol (or its rounding level) and lambda * reach < 1/2: equations (6) and (7) */
    bool finite;           /* lambda * reach < 1 was met: a finite maximum exists */
    double decrement;      /* lambda at beta */
    double score_norm;     /* largest |entry| of the score at beta */
    double loss;           /* negative log-likelihood at beta */
} logreg__solution;

typedef struct {
    const char *name;
    const char *summary;
    size_t max_iter; /* default */
    logreg_status (*run)(logreg__solution *solution, const logreg__problem *problem, const logreg_options *options,
                         logreg_error *err);
} logreg__solver;

extern const logreg__solver logreg__solver_newton, logreg__solver_lbfgs, logreg__solver_gd;

/* The table, closed by NULL. */
extern const logreg__solver *const logreg__solvers[];

/* The solver called name, or NULL. */
const logreg__solver *logreg__solver_find(const char *name);

#endif
