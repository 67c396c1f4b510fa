/* The ends of a column of numbers, and what the rest is like without them. */
#ifndef LOGREG_DATA_ENDS_H
#define LOGREG_DATA_ENDS_H

#include "data/frame.h"

enum { LOGREG__ENDS = 6 };

/* The outermost different values at one end of a column, the outermost first, and the rows that hold them. */
typedef struct {
    double value[LOGREG__ENDS];
    size_t rows[LOGREG__ENDS], n;
} logreg__end;

/* sorted: all n numbers in order, which whoever asks for the rest has to set. */
typedef struct {
    logreg__end low, high;
    const double *sorted;
    size_t n;
} logreg__column_ends;

/* What the numbers from low to high are like: the rest of a column without its sentinels. */
typedef struct {
    double low, high;
    double low_step, high_step; /* the widest between neighbours in a half, or into the upper one */
    size_t distinct, most;      /* different ones; rows of the most frequent */
    bool whole;
} logreg__rest;

/* Counts a value into an end; sign -1: the low one, whose values ascend. */
void logreg__end_count(logreg__end *e, double x, double sign);

logreg__column_ends logreg__ends_of(const logreg__column *column, size_t rows);

logreg__rest logreg__rest_between(double low, double high, const logreg__column_ends *c);

#endif
