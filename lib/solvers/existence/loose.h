/* Comparisons that a column decides by itself, whatever the others do: where all that it is in want it to go the same way, as those of a
 * level whose rows are all of one class.
 */
#ifndef LOGREG_SOLVERS_LOOSE_H
#define LOGREG_SOLVERS_LOOSE_H

#include <stdbool.h>

#include "solvers/existence/margin.h"

/* Asks what logreg__margin_solve asks, from w = 0, of the rows alone that no column decides by itself; w (d entries) is there if the margin is
 * WIDE. False, with nothing said: those are more than half of the rows, they are UNSURE, or memory is out. O(rows d), and a step for each row that is left. */
bool logreg__loose_solve(logreg__margin_kind *kind, double *w, const double *U, const double *dU, size_t rows,
                         size_t d, double enough);

#endif
