/* Newton's method for penalties that have creases or bounds: each step goes to the least point of the loss's quadratic and the penalty as it is
 * (proximal Newton: Lee, Sun & Saunders, SIAM J. Optim. 24, 2014), which coordinate descent on the information finds (coordinate.h). */
#ifndef LOGREG_SOLVERS_CREASES_PROXIMAL_H
#define LOGREG_SOLVERS_CREASES_PROXIMAL_H

#include "solvers/shrinkage.h"
#include "solvers/solver.h"

typedef struct logreg__proximal logreg__proximal;

/* Room for fits to a problem, whose shrinkage may change from one to the next; it keeps the information between them, for as long as it serves. EDATA: more than
 * LOGREG__MAX_COLUMNS coefficients; ENOMEM. */
logreg_status logreg__proximal_new(logreg__proximal **proximal, const logreg__problem *problem,
                                   logreg_error *err);
void logreg__proximal_free(logreg__proximal *proximal);

/* The loss without the penalty at theta, and its gradient [classes * p] there. b and gradient: room for q numbers each. ENOMEM. */
logreg_status logreg__proximal_look(double *loss, double *g, const logreg__problem *problem,
                                    const double *theta, double *b, double *gradient, logreg_error *err);

/* What a fit has come to. */
typedef struct {
    double loss;      /* without the penalty */
    double violation; /* of the conditions of Karush, Kuhn and Tucker, in units of lambda */
    size_t steps;
    bool converged; /* violation is at most the tolerance, or what rounding leaves of it */
} logreg__proximal_end;

/* A point [classes * p] and the loss there. */
typedef struct {
    const double *theta;
    double loss;
} logreg__proximal_point;

/* Moves theta [classes * p] to the minimum under problem->shrinkage; it starts from `sure` where theta is worse, which NULL says it is not. tol: of the violation. ENOMEM. */
logreg_status logreg__proximal_run(logreg__proximal_end *end, logreg__proximal *proximal, double *theta,
                                   const logreg__proximal_point *sure, double tol,
                                   const logreg_options *options, logreg_error *err);

#endif
