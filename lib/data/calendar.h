/* Numbers that are dates or times: 1430, 2305, 20230514, 230514, 14052023, 202305, 45060 days, 1684022400 seconds. */
#ifndef LOGREG_DATA_CALENDAR_H
#define LOGREG_DATA_CALENDAR_H

#include "base/text.h"
#include "data/frame.h"

typedef enum {
    LOGREG__NO_DATES,
    LOGREG__DAYS,         /* 20230514, 230514: the steps between them are no days */
    LOGREG__MONTHS,       /* 202305 */
    LOGREG__POINT_MONTHS, /* 5.2023, whose order is none of time */
    LOGREG__DAYS_FIRST,   /* 14052023, nor is that of these; 140523 */
    LOGREG__MONTHS_FIRST, /* 5142023, 51423 */
    LOGREG__SERIALS, /* days since 1900, as spreadsheets count them, under a name that says date, or what happened on a day of late; births from 1902 on */
    LOGREG__SECONDS, /* since 1970, under such a name */
    LOGREG__MILLISECONDS, /* likewise */
    LOGREG__HOURS,        /* 1430, 815, hours and minutes of a day */
    LOGREG__SHORT_MONTHS, /* 2305, years and months */
    LOGREG__STAMPS,       /* 20230514113000, 202305141130: days with a time */
    LOGREG__SHORT_YEARS,  /* 98, 99, 0, 1: of two centuries (years.h) */
    LOGREG__CALENDARS
} logreg__calendar;

/* What the numbers of a column are: all of ten or more, in so many rows. A column without such looks costs a glance at its first row. */
logreg__calendar logreg__calendar_of(const logreg__column *column, size_t rows);

/* Does the name say that its dates are births: dob, Geburtsdatum? */
bool logreg__says_birth(const char *name);

/* Its word in a model's file: "days". NULL for none. */
extern const char *const logreg__calendar_words[LOGREG__CALENDARS];

/* The rest of a sentence that begins with the column: " holds dates written as numbers, such as %s, ..", without its full stop */
extern const char *const logreg__calendar_says[LOGREG__CALENDARS];

/* Can amounts be made of that kind so easily: hours, months, years? */
bool logreg__calendar_amounts(logreg__calendar kind);

/* Adds the statement of perl that makes them in a cell of a row, for numbers with that decimal mark. */
void logreg__calendar_statement(logreg__text *statements, logreg__calendar kind, const logreg__column *column,
                                size_t rows, size_t field, char decimal);

/* What that gives, for a sentence: "months", "hours". "amounts": of several kinds. */
extern const char *const logreg__calendar_gives[LOGREG__CALENDARS];

#endif
