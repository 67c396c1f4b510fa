/* Numbers that stand for missing values: -999, 99, 9999. */
#ifndef LOGREG_DATA_SENTINEL_H
#define LOGREG_DATA_SENTINEL_H

#include "data/frame.h"

/* Finds them by the outermost values of a column. sorted: its n numbers in order, for evidence that takes all of them;
 * NULL: only what is beyond doubt is found. Returns found->n_values > 0. */
bool logreg__sentinel_find(logreg_sentinel *found, const logreg__column *column, size_t rows,
                           const double *sorted, size_t n);

#endif
