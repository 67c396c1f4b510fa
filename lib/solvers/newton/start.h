/* A start near the maximum, from a sample of the rows, and the way from there. */
#ifndef LOGREG_SOLVERS_NEWTON_START_H
#define LOGREG_SOLVERS_NEWTON_START_H

#include "solvers/solver.h"

/* Are there so many rows that a sample pays? */
bool logreg__start_pays(const logreg__problem *problem);

/* Where samples lead. */
typedef struct {
    size_t *block; /* the largest sample's, owned */
    size_t count;
    double share; /* of all rows */
    bool rough;   /* informations to step by are (problem.h) */
} logreg__start;

/* Standardises the problem by a sample of its blocks, and puts the maximum of the sample's likelihood, slightly penalised, into
 * b ([q], on entry all zeros), its information into `at`. The samples are functions of the number of rows only. *found is false, and the
 * problem to be made anew, where they cannot tell: a column that one finds constant or collinear. ENOMEM. */
logreg_status logreg__start_sampled(bool *found, logreg__start *start, double *b, logreg__quadratic *at,
                                    logreg__problem *problem, logreg_error *err);

/* From there to the maximum over all rows, in as few and cheap walks as can be; `also` (NULL: none) is done on the first. Where this
 * does not lead there the solution is not converged, at a point that Newton's method may go on from. ENOMEM. */
logreg_status logreg__start_finish(logreg__solution *solution, const logreg__start *start,
                                   logreg__problem *problem, const logreg_options *options,
                                   const logreg__job *also, logreg_error *err);

void logreg__start_clear(logreg__start *start);

#endif
