/* Which solver serves a penalty on sizes best, by what its steps cost. */
#ifndef LOGREG_SOLVERS_CHOICE_H
#define LOGREG_SOLVERS_CHOICE_H

#include "solvers/shrinkage.h"
#include "solvers/solver.h"

typedef struct {
    const logreg__solver *solver;
    size_t
        budget; /* products of newton-cg, or steps of lbfgs, after which the next would have arrived; 0: as much as it takes */
} logreg__stage;

#define LOGREG__MOST_STAGES 5

/* Solvers, each of which goes on from where the one before has led, if that has not arrived. */
typedef struct {
    size_t n;
    logreg__stage stage[LOGREG__MOST_STAGES];
} logreg__choice;

/* For problem->shrinkage, whose strength is set. */
logreg__choice logreg__choose(const logreg__problem *problem);

/* The first of them that has no budget. */
const logreg__solver *logreg__choice_surest(const logreg__choice *choice);

#endif
