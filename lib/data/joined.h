/* Cells that join two answers to a question, each of which other rows give alone: "only some, I ask first" beside "only some" and "I ask first". */
#ifndef LOGREG_DATA_JOINED_H
#define LOGREG_DATA_JOINED_H

#include "data/frame.h"
#include "data/several.h"

enum { LOGREG__JOINED_ROWS = 5 };

typedef struct {
    size_t levels, rows;             /* that do, and their rows */
    const char *label;               /* the first such level; the frame's */
    size_t row[LOGREG__JOINED_ROWS]; /* the first of the rows */
} logreg__joined;

/* Looks for levels of a category that are two of its others with ", ", ";", "; ", " / " or " & " between: exactly, so that "Yes, mobile" alone is none. */
bool logreg__joined_find(logreg__joined *found, const logreg__column *column, size_t rows);

/* The answers of such a column, by which they can be parted: those that stand alone. False: not one mark parts all, or there are too many. */
bool logreg__joined_several(logreg__several *found, const logreg__column *column);

#endif
