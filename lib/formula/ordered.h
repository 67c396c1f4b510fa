/* Texts as numbers that compare as they do. */
#ifndef LOGREG_FORMULA_ORDERED_H
#define LOGREG_FORMULA_ORDERED_H

#include <stdbool.h>
#include <stddef.h>

/* Texts of two columns, or of a column and what it is compared with. */
typedef struct {
    char *const *text;
    size_t n;
} logreg__texts;

/* Do all sort as what they mean: dates as 2015-08-22, to the minute or the second too and written alike, or times as 20:00? */
bool logreg__texts_in_order(logreg__texts a, logreg__texts b);

/* The place of each among all, from 1 in the order of their bytes; the same one for the same text. False: memory is out. */
bool logreg__texts_rank(double *rank_a, logreg__texts a, double *rank_b, logreg__texts b);

#endif
