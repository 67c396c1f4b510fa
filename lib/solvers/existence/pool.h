/* The comparisons at hand, and what the span of the tied ones leaves of them. */
#ifndef LOGREG_SOLVERS_EXISTENCE_POOL_H
#define LOGREG_SOLVERS_EXISTENCE_POOL_H

#include <stdbool.h>

#include "solvers/existence/span.h"

typedef struct {
    size_t q;
    size_t n;  /* comparisons */
    double *z; /* n rows of q */

    /* n rows of span->d, and room for one more: the rest of each, scaled so that its largest entry lies between 1/2 and 1;
     * and what of each entry may be rounding. Rows from n_projected on are not up to date. */
    double *U, *dU;
    size_t n_projected;
    size_t room;
} logreg__pool;

void logreg__pool_clear(logreg__pool *pool);

/* False: out of memory. */
bool logreg__pool_add(logreg__pool *pool, const double *z);

/* Brings U and dU up to date; comparisons in the span leave the pool, others taking their places. After the span has
 * grown set n_projected to 0. */
void logreg__pool_project(logreg__pool *pool, const logreg__span *span);

/* Projects z into the row of U after the last. */
void logreg__pool_extra(logreg__pool *pool, const logreg__span *span, const double *z);

#endif
