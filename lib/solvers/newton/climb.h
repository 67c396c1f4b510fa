/* Newton's method in which a walk over the rows counts: it takes the information only where that pays, and steps by gradients and the
 * information of another point, or of other rows, where it does not. Equations (22), (28) and (31).
 */
#ifndef LOGREG_SOLVERS_NEWTON_CLIMB_H
#define LOGREG_SOLVERS_NEWTON_CLIMB_H

#include "solvers/newton/plan.h"
#include "solvers/quadratic.h"

typedef struct {
    logreg__problem *problem; /* the climb is over its sample, or over all rows */
    double *b;                /* [q] the point, from where to where */
    logreg__quadratic *at;    /* the information to step by; on return that of the last walk that took it */
    double scale; /* the information at b is about so many times that in `at`; 0: there is none to step by */
    logreg__plan plan;
    double lambda, rate; /* foreseen: of the start, and what steps by gradients leave of it */

    bool rough; /* an information that is stepped by, not ended with, may be rough (problem.h) */

    /* Over all rows only: */
    bool settle;          /* end with a step that is proven, equation (30) */
    const size_t *sample; /* blocks that tell the remainder of Newton's steps, or NULL */
    size_t n_sample;
    logreg__errands *errands; /* for the walk that is foreseen as the last, or NULL */
    const logreg__job *also;  /* for the first walk, or NULL */

    size_t walks; /* on return: over the rows, those over a sample on the way not counted */
    bool
        arrived; /* on return: at the plan's target and a step beyond. If not, b is the best point that was found. */
} logreg__climb;

/* Climbs. ENOMEM. */
logreg_status logreg__climb_run(logreg__climb *climb, logreg_error *err);

#endif
