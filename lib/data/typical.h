/* What is typical of a column in the rows used, each counted as often as its weights say; missing cells are passed over. */
#ifndef LOGREG_DATA_TYPICAL_H
#define LOGREG_DATA_TYPICAL_H

#include "data/rows.h"

/* A row counts as the product of its numbers in these columns; 0 of them: once. What is no positive number counts for nothing. */
typedef struct {
    const logreg__column *factor[3];
    size_t n;
} logreg__counting;

/* Rows that have a value. */
size_t logreg__typical_rows(const logreg__column *column, const logreg__rows *rows);

/* Of a column of numbers, one of which a row has. Sums carry their rounding errors along. */
double logreg__typical_mean(const logreg__column *column, const logreg__rows *rows,
                            const logreg__counting *counting);

/* The value below and above which half of the observations are; where it lies between two, their mean. ENOMEM. O(n). */
logreg_status logreg__typical_median(double *median, const logreg__column *column, const logreg__rows *rows,
                                     const logreg__counting *counting, logreg_error *err);

/* The most frequent number, the smallest of those. ENOMEM. O(n log n). */
logreg_status logreg__typical_number(double *number, const logreg__column *column, const logreg__rows *rows,
                                     const logreg__counting *counting, logreg_error *err);

/* The most frequent level of a category, the first of those. ENOMEM. O(n). */
logreg_status logreg__typical_level(size_t *level, const logreg__column *column, const logreg__rows *rows,
                                    const logreg__counting *counting, logreg_error *err);

#endif
