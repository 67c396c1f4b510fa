/* The rows that hold with equality while a widest margin is sought: an independent list, and what it makes of others. */
#ifndef LOGREG_SOLVERS_EXISTENCE_ACTIVE_H
#define LOGREG_SOLVERS_EXISTENCE_ACTIVE_H

#include <stdbool.h>

#include "solvers/existence/margin.h"

/* The rows at hand, and the margin, whose list and workspace these functions change. */
typedef struct {
    logreg__margin *m;
    const double *U, *dU;
    size_t d;
} logreg__active;

/* Splits row j into step and mix, a combination of the list, with one step of refinement. True if the list makes the
 * row up, but for rounding. */
bool logreg__active_split(const logreg__active *p, size_t j);

/* Puts row j, just split, on the list. */
void logreg__active_append(const logreg__active *p, size_t j);

/* Takes place l off the list: R loses a column, and rotations make it a triangle again. */
void logreg__active_drop(const logreg__active *p, size_t l);

/* The shortest w with u'w = 1 for the rows on the list, and its multipliers. */
void logreg__active_settle(const logreg__active *p);

#endif
