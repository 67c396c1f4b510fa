/* Slips of the hand: numbers that a digit or a sign too many has taken out of their column. */
#ifndef LOGREG_DATA_SLIP_H
#define LOGREG_DATA_SLIP_H

#include "data/frame.h"

/* Of a column of at most LOGREG__SLIP_ROWS rows, whose numbers lie above 0, the largest at most ten times the smallest, in ten values and 30 rows or more: one
 * that lies at least four times as far above them as they reach, or twice, and among them with a digit less or its decimal mark elsewhere; or one below 0, and among
 * them without its sign; or several numbers in a row of 20 at most, all of which are such for a digit or a mark, at least twice as far above the others as those reach; or one twice as far below the others, on a scale of logarithms, as they reach, and among them times ten, or with a digit behind. found: the number, and where the others lie. Numbers of rows that count lie from min to max. O(rows), but a glance where there is none. */
enum { LOGREG__SLIP_ROWS = 100000 };

bool logreg__slip_find(logreg_sentinel *found, const logreg__column *column, size_t rows, double min,
                       double max);

/* Adds a value to those that lie far out, in order; false: there is no room. */
bool logreg__far_add(logreg_sentinel *far, double x);

#endif
