/* How the dates of a column are written, where all of them are written in one way: which part is the day, which the month, and is there a time behind. */
#ifndef LOGREG_DATA_DAY_FORM_H
#define LOGREG_DATA_DAY_FORM_H

#include "data/calendar.h"
#include "data/frame.h"

/* In which order the parts of a date stand; of a month, 2021-03 or 03/2021, the first or the last of these. */
typedef enum {
    LOGREG__YEAR_FIRST,
    LOGREG__DAY_FIRST,
    LOGREG__MONTH_FIRST,
    LOGREG__DAY_ORDERS
} logreg__day_order;

/* What the dates are by one order. */
typedef struct {
    bool fits;
    double first, last; /* days since 1970, or months since the year 0 */
    size_t early;       /* years in two digits that are of the 2000s */
} logreg__day_reading;

typedef struct {
    logreg__day_reading reading[LOGREG__DAY_ORDERS];
    logreg__day_order order;   /* the one that fits, or the first of two */
    bool open;                 /* no row tells whether the day or the month is first */
    size_t like;               /* the column that tells for this one; SIZE_MAX: its own rows do */
    bool in_sequence;          /* the order of the rows, which is that of time then, tells */
    logreg__calendar calendar; /* of numbers; LOGREG__NO_DATES: texts */
    size_t n, parts;           /* dates; 3 parts, or 2 where the day is lacking */
    char mark;                 /* between numbers; NUL: there is none, or the month has a name */
    size_t named;              /* the part that is the name of a month; SIZE_MAX: none */
    size_t language;           /* of that name (months.h) */
    size_t short_years;
    size_t timed, late; /* dates with a time of day; those where it is not midnight */
    bool half;          /* hours up to 12, with AM and PM */
    bool dropped;       /* something stands behind dates that is no time, or times are of several zones */
    const char *zone;   /* borrowed; NULL: no time has been read */
    const char *sample; /* borrowed: a text; NULL: numbers */
    bool zeros;         /* others are dates of zeros, which stand for missing values */
    bool begins[32], ends[32]; /* numbers up to 31 that are first and last parts */
} logreg__day_form;

/* Are the dates of column j all written in one way, and by an order of which at most that of day and month is open? Other columns of the file
 * written in that way may tell it. Texts that stand for missing values do not count. */
bool logreg__day_form_of(logreg__day_form *form, const logreg_frame *frame, size_t j);

/* Days since 1970 of a text that is written as those of the form are, or as 2024-01-31. False: it is not. */
bool logreg__day_form_read(double *days, const logreg__day_form *form, const char *text);

/* Do the times of day of the dates matter? */
static inline bool logreg__day_form_timed(const logreg__day_form *form)
{
    return form->late && !form->dropped;
}

#endif
