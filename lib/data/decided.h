/* Columns that another one decides: codes beside their labels, the state beside the city. */
#ifndef LOGREG_DATA_DECIDED_H
#define LOGREG_DATA_DECIDED_H

#include "data/frame.h"

typedef enum { LOGREG__UNDECIDED, LOGREG__DECIDED, LOGREG__ONE_TO_ONE } logreg__decision;

/* Does each level of a category stand with one value of the other column, of several, in all rows that have both? And each
 * value with one level? Levels that have a row each on average say nothing. False: memory is out. O(rows), and early where
 * it does not. */
bool logreg__decides(logreg__decision *found, const logreg__column *by, const logreg__column *column,
                     size_t rows);

#endif
