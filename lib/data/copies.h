/* Rows that stand in a file several times although every column holds few values. */
#ifndef LOGREG_DATA_COPIES_H
#define LOGREG_DATA_COPIES_H

#include "data/twice.h"

/* Finds rows that repeat earlier ones in every column, but for one that numbers the rows, where chance is no explanation: chance makes rows that agree in
 * all columns but one far more often than in all, and copies do not. Three rows at least; none of sparse columns. Rows by the thousand are sampled by
 * hashes: O(cells) where rows agree. False: memory is out. */
bool logreg__copies_find(logreg__repeats *found, const logreg_frame *frame);

#endif
