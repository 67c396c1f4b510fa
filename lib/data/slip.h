/* Slips of the hand: numbers that a digit or a sign too many has taken out of their column. */
#ifndef LOGREG_DATA_SLIP_H
#define LOGREG_DATA_SLIP_H

#include "data/frame.h"

/* Of a column of at most LOGREG__SLIP_ROWS rows, in 15 or more:
 * numbers, in a row of 20 at most (or one), at least twice as far above the others as these reach, however they differ. The others have ten values or more that have no long tail (the
 * largest at most ten times the smallest, which is above 0; or a row in four in the upper half of where they lie; in fewer than 30 rows the numbers are four times as far, and on a scale of
 * logarithms twice as far as it is to the largest from the median); or that have one, in 20 rows or more, beyond which the numbers lie even so, by the factor from the median to the largest; or, in 30 rows or more, four values, all above 0, the largest of which is less than ten
 * times the smallest, and with at most half as large a factor between any two neighbours as there is between them and the far ones, so that doses are none;
 * some below 0, in a row of 20 of 30 or more, at least half as far from the others, which are ten values or more, all above 0, the largest at most ten times the smallest, as these reach;
 * some below 0, in a row of 20 at most (or one), at least twice as far from the others, none of which is, as these reach; four times, where these are fewer than 30, or four to nine values;
 * numbers above 0, in a row of 20 at most (or one), at least twice as far below the others as these reach, and by a factor of five; these are within a factor of ten, and as many different ones as of the first kind; or ages, in half of 20 rows or fewer, below years;
 * one twice as far below the others, on a scale of logarithms, as they reach, and among them times ten, or with a digit behind.
 * a few beside 0 and 1, or 1 and 2 (stray.h).
 * found: the numbers, or, between, the first and the last of more than it can hold, and where the others lie. Numbers of rows that count lie from min to max. O(rows), but a glance where there is none. */
enum { LOGREG__SLIP_ROWS = 100000 };

/* What both ends of a column go by. */
enum {
    LOGREG__SLIP_FEWEST = 15,    /* rows */
    LOGREG__SLIP_MANY = 30,      /* rows; of fewer, an end is where chance puts it */
    LOGREG__SLIP_VALUES = 10,    /* different ones among the others, */
    LOGREG__SLIP_FEW_VALUES = 4, /*   or so many in many rows */
    LOGREG__SLIP_FAR = 2,        /* times their range, */
    LOGREG__SLIP_FARTHER = 4,    /*   of few rows */
    LOGREG__SLIP_SHARE = 20,     /* one row of so many lies out there */
    LOGREG__SLIP_REACH = 10      /* times the smallest of others is their largest, or less */
};

bool logreg__slip_find(logreg_sentinel *found, bool *between, const logreg__column *column, size_t rows,
                       double min, double max);

/* Those below, by the rules above. (slip_below.c) */
bool logreg__slip_below(logreg_sentinel *found, bool *between, const logreg__column *column, size_t rows,
                        double min, double max);

/* Adds a value to those that lie far out, in order; false: there are so many that the first and the last are told. */
enum { LOGREG__FAR_LISTED = 5 };

bool logreg__far_add(logreg_sentinel *far, double x);

/* others, with n numbers in order as those that lie far out. */
void logreg__far_list(logreg_sentinel *found, bool *between, const double *sorted, size_t n,
                      logreg_sentinel others);

#endif
