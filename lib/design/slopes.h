/* How the columns of a design move with a column of the frame. */
#ifndef LOGREG_DESIGN_SLOPES_H
#define LOGREG_DESIGN_SLOPES_H

#include "design/design.h"

/* Numbers that the following needs as work. */
size_t logreg__design_slopes_work(const logreg__design *design);

/* slope[c * BLOCK_ROWS + r]: the derivative by `by`, a column of numbers of the design's frame, of what stands in row first + r in dense column c,
 * or in the column of group c - n_dense that the row has; exact, through products, functions and bases. offset[r]: that of the formula's offset.
 * first and rows as for logreg__design_block. O(rows columns). */
void logreg__design_slopes(double *slope, double *offset, const logreg__design *design,
                           const logreg__column *by, size_t first, size_t rows, double *work);

#endif
