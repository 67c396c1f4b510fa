/* Dates as numbers: days since the first of a column, or years of birth, by a statement of perl. */
#ifndef LOGREG_DATA_DAY_NUMBER_H
#define LOGREG_DATA_DAY_NUMBER_H

#include "base/text.h"
#include "data/column.h"

/* What the statement makes of the dates of a column. */
typedef enum {
    LOGREG__NO_DAY_NUMBERS, /* it holds others, or it is open which is the day and which the month: there is none */
    LOGREG__DAY_NUMBERS, /* days since the first */
    LOGREG__DAY_YEARS    /* years, of a column of births */
} logreg__day_numbers;

extern const char *const logreg__day_numbers_gives[];

/* Adds the statement for the cells of field, from 0, of 2024-01-31, 31.1.2024 08:15, 1/31/2024 or 20240131, all written in one way. */
logreg__day_numbers logreg__day_numbers_statement(logreg__text *statements, const logreg__column *column,
                                                  size_t rows, size_t field, char decimal);

/* Days since the first of the dates of such a column to one that is written in their way, or as 2024-01-31. False: there is none, or they are births. */
bool logreg__day_number_of(double *days, const logreg__column *column, size_t rows, const char *date);

#endif
