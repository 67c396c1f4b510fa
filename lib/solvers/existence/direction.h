/* One direction of recession, in numbers that decide every row exactly. */
#ifndef LOGREG_SOLVERS_EXISTENCE_DIRECTION_H
#define LOGREG_SOLVERS_EXISTENCE_DIRECTION_H

#include "solvers/existence/recession.h"

/* Writes a direction to b (q entries, of the columns as they are) that decides every comparison that is not tied, their
 * signs taken exactly. Tied comparisons are 0 along it, exactly so where the data are short whole numbers, else but for
 * rounding. False: b decides less than recession thought. */
bool logreg__direction_choose(double *b, const logreg__recession *recession);

#endif
