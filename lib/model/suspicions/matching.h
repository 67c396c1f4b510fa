/* Numbers of matched sets: whole ones, each in few rows, nearly all of them in as many events and others, as where each case has been given its
 * controls. As a number such a column says nothing; rows want to be compared within sets. */
#ifndef LOGREG_MODEL_SUSPICIONS_MATCHING_H
#define LOGREG_MODEL_SUSPICIONS_MATCHING_H

#include "model/suspicions/leak.h"

/* Of more rows it is not asked. */
enum { LOGREG__MATCHING_ROWS = 100000 };

typedef struct {
    size_t sets, alike;    /* different numbers, and those of them that have */
    size_t events, others; /*   so many rows of each class */
} logreg__matching;

/* May numbers of so many rows, which lie from min to max, be such? */
bool logreg__matching_possible(size_t rows, double min, double max);

/* Does a column number such sets? Not years and other times, which tables have for each class. Of two classes, whatever weights rows have; min and max are those of the column. O(rows); where memory is
 * out: no. */
bool logreg__matching_find(logreg__matching *matching, const logreg__classed *classed,
                           const logreg__column *column, double min, double max);

#endif
