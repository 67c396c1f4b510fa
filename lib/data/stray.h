/* A number among 0 and 1, or among 1 and 2: 11 for 1, 3 for 2, -1. */
#ifndef LOGREG_DATA_STRAY_H
#define LOGREG_DATA_STRAY_H

#include "data/frame.h"

/* Has a column of 40 numbers or more, from min to max, two values, 0 and 1 or 1 and 2, in all rows but three, or one in 20 if those are 10 or more, each in ten rows, in a row of ten, and in ten times as many as the others
 * together? And are these no tail: below 0, 10 or more, or so few that a count, of which the second value has as many rows as it has beside the first, would have 16 times as many there? found: the
 * others, and the two. O(rows), but a glance at most columns. */
bool logreg__stray_find(logreg_sentinel *found, const logreg__column *column, size_t rows, double min,
                        double max);

#endif
