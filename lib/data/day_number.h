/* Dates as numbers, days since the first of the file, or years of birth, by statements of perl. */
#ifndef LOGREG_DATA_DAY_NUMBER_H
#define LOGREG_DATA_DAY_NUMBER_H

#include "base/text.h"
#include "data/day_form.h"

/* What a statement makes of the dates of a column. */
typedef enum {
    LOGREG__NO_DAY_NUMBERS, /* it holds others, or they are written in several ways: there is none */
    LOGREG__DAY_NUMBERS, /* days since the first day of all such columns of the file, with the time of day as part of one */
    LOGREG__DAY_NUMBERS_ALONE, /* such days without what stands behind the date */
    LOGREG__DAY_MONTHS,        /* months since the first, of dates without days */
    LOGREG__DAY_YEARS,         /* years, of a column of births */
    LOGREG__DAY_KINDS
} logreg__day_numbers;

extern const char *const logreg__day_numbers_gives[LOGREG__DAY_KINDS];

/* Its word in a model's file. */
extern const char *const logreg__day_numbers_words[LOGREG__DAY_KINDS];

/* Are they days? */
static inline bool logreg__day_numbers_days(logreg__day_numbers kind)
{
    return kind == LOGREG__DAY_NUMBERS || kind == LOGREG__DAY_NUMBERS_ALONE;
}

/* What can be made of column j. *form: how its dates are written, where that is something. */
logreg__day_numbers logreg__day_numbers_of(logreg__day_form *form, const logreg_frame *frame, size_t j);

/* Adds the statements for the columns of the frame that are marked, of which something can be made. month_first: where that or the day may be first. */
void logreg__day_numbers_statements(logreg__text *statements, const logreg_frame *frame, const bool *column,
                                    bool month_first);

/* Adds that for one column, and returns what it gives; nothing where it is open which is the day and which the month. */
logreg__day_numbers logreg__day_numbers_statement(logreg__text *statements, const logreg_frame *frame,
                                                  size_t j);

/* "04/02/2022 may be of the 4th day or of the 4th month": of a form that is open. */
void logreg__day_numbers_open(logreg__text *text, const logreg__day_form *form);

/* What the statement for column j makes of a date that is written as those of the column, or as 2024-01-31. False: there is none, or they are no days. */
bool logreg__day_number_of(double *days, const logreg_frame *frame, size_t j, const char *date);

#endif
