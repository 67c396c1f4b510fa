/* What a number may be of others, and what labels say so (sums.c). */
#ifndef LOGREG_CSV_NUMBERS_SUMS_H
#define LOGREG_CSV_NUMBERS_SUMS_H

#include <stdbool.h>
#include <stddef.h>

/* Does a label say that its row sums up others? */
bool logreg__says_total(const char *label, size_t n);

/* A part of a label. */
typedef struct {
    const char *text;
    size_t n;
} logreg__rest;

/* The same by a word that hardly stands for anything else, Total or Subtotal; the words beside it, as Leeds in "Leeds total", go to *rest. */
bool logreg__says_surely(const char *label, size_t n, logreg__rest *rest);

/* Or that it stands beside such, as SD and Max do? */
bool logreg__says_spread(const char *label);

typedef enum { LOGREG__OF_NONE, LOGREG__SUM_OF, LOGREG__MEAN_OF, LOGREG__COUNT_OF } logreg__relation;

/* Numbers of a column, taken together. Starts as {0}. */
typedef struct {
    double sum, absolute, most; /* of numbers, of their sizes, the largest size */
    size_t n;
    bool whole;
} logreg__block;

/* Adds a number; NaN is none. */
void logreg__block_add(logreg__block *block, double x);

/* What x is of a block. strong: no row of data could hold that number by chance. */
logreg__relation logreg__block_relate(double x, const logreg__block *block, bool *strong);

#endif
