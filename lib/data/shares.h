/* Shares beside percents in one column: 0.32 among 2 to 98. */
#ifndef LOGREG_DATA_SHARES_H
#define LOGREG_DATA_SHARES_H

#include "data/twofold.h"

/* Are the numbers of a column, which lie from min to max, whole ones up to 100 and others below 1, five different ones at least of which no twelfths are, and do fewer
 * of the two lie, times or divided by 100, where the others do? Not under names of ages, times and doses, which are written so. found: the factor is 100, or 1 by it. O(rows), but a
 * glance where numbers are others. */
bool logreg__shares_find(logreg__twofold *found, const logreg__column *column, size_t rows, double min,
                         double max);

#endif
