/* What rows that a condition took away settle: columns that only these kept from being numbers. */
#ifndef LOGREG_DATA_SETTLED_H
#define LOGREG_DATA_SETTLED_H

#include "data/frame.h"

/* A stray, which is no number where numbers stand: a NaN told from others by what it carries, as R's NA is, so that
 * whoever takes rows away knows whether one is left. */
double logreg__stray(void);
bool logreg__is_stray(double x);

/* Of a column of n rows that others were taken from. Where none of its strays is left its fault is none; and a category
 * that was in doubt, being likely to be numbers, is numbers where all texts that are left are plain ones, with this
 * decimal mark. False: memory is out, and the column as it was. O(n) */
bool logreg__settle(logreg__column *column, size_t n, char decimal);

#endif
