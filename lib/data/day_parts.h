/* One date as a text, taken apart. */
#ifndef LOGREG_DATA_DAY_PARTS_H
#define LOGREG_DATA_DAY_PARTS_H

#include <stdbool.h>
#include <stddef.h>

typedef struct {
    long value[3];    /* numbers; the month's number of a name */
    size_t width[3];  /* digits; 0: a name */
    size_t n;         /* 3, or 2 where the day is lacking */
    size_t named;     /* which is a name; SIZE_MAX: none */
    char mark;        /* between numbers; NUL: one part is a name */
    bool timed;       /* a time of day is behind, */
    bool half;        /*   with AM or PM, */
    bool late;        /*   and it is not midnight */
    const char *zone; /* borrowed: what stands behind the time */
} logreg__day_parts;

/* Two or three parts in a text, names in a language of months.h; behind the third nothing, a time, or something else (*dropped), but no other date. False:
 * it is none of these. */
bool logreg__day_parts_read(logreg__day_parts *parts, bool *dropped, const char *text, size_t language);

#endif
