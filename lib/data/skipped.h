/* Columns that are missing where another one has certain values, and hardly elsewhere: a question that is for some alone, as cigarettes a day where smoker
 * is no. What is missing there may be nothing that could be known. */
#ifndef LOGREG_DATA_SKIPPED_H
#define LOGREG_DATA_SKIPPED_H

#include "base/text.h"
#include "data/frame.h"

/* What keeps such rows in a fit. */
typedef enum {
    LOGREG__SKIPPED_ZERO,  /* 0 there, since the other column tells them apart */
    LOGREG__SKIPPED_LEVEL, /* a level of its own, of a category */
    LOGREG__SKIPPED_MARKED /* 0, and a column that marks them, where the other is a number of more than two values */
} logreg__skipped_way;

typedef struct {
    char *where;        /* owned: "smoker = no", "smoking = former or never" */
    size_t rows, other; /* rows there, all of which miss it, and others that miss it */
    logreg__skipped_way way;
} logreg__skipped;

/* Is column j such, by one of the columns that are marked? rows 0: it is not, or holds dates or IDs, of which a fit makes nothing. False: memory is out. */
bool logreg__skipped_find(logreg__skipped *skipped, const logreg_frame *frame, const bool *column, size_t j);

/* Adds "cigarettes=constant:0" to a list of items for --impute. */
void logreg__skipped_item(logreg__text *list, const char *column, logreg__skipped_way way);

#endif
