/* Columns that go with another one in every row, as what is made of it does: a copy, its percentages, its classes. */
#ifndef LOGREG_DATA_FOLLOWS_H
#define LOGREG_DATA_FOLLOWS_H

#include "data/frame.h"

typedef enum {
    LOGREG__FOLLOWS_NOT,
    LOGREG__FOLLOWS_SAME, /* it holds the same number */
    LOGREG__FOLLOWS_UP, /* numbers that never go down where the other goes up, of which the one gives the other; */
    LOGREG__FOLLOWS_DOWN,   /*   or never up */
    LOGREG__FOLLOWS_RANGES, /* a category whose levels have each a range of the other's numbers */
    LOGREG__FOLLOWS_LEVELS, /* one value for each level of the other, a category */
    LOGREG__FOLLOWS_NEARLY, /* it holds the same number in nine rows of ten, and in far more than by chance */
    LOGREG__FOLLOWS
} logreg__following_kind;

typedef struct {
    logreg__following_kind how;
    size_t same, rows; /* NEARLY: rows that hold the same, of so many that have both */
} logreg__following;

/* How a column goes with `by`, which has three values or more, in all rows that have both; 20 of these at least, 5 of them beside the
 * column's commonest value. False: memory is out. */
bool logreg__follows(logreg__following *found, const logreg__column *column, const logreg__column *by,
                     size_t rows);

#endif
