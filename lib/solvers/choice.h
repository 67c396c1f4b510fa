/* Which solver serves a penalty on sizes best, by what its steps cost. */
#ifndef LOGREG_SOLVERS_CHOICE_H
#define LOGREG_SOLVERS_CHOICE_H

#include "solvers/shrinkage.h"
#include "solvers/solver.h"

typedef struct {
    const logreg__solver *solver;
    size_t
        budget; /* products of newton-cg, or steps of lbfgs, after which the other would have arrived; 0: there is no other */
    const logreg__solver *other; /* which is to go on from where they have led */
} logreg__choice;

/* For problem->shrinkage, whose strength is set. */
logreg__choice logreg__choose(const logreg__problem *problem);

/* What goes on where coefficients of rows have not arrived. */
const logreg__solver *logreg__other_than_rows(const logreg__problem *problem);

#endif
