/* Columns that no fit can use, told behind what must be mended in others (asides.c). */
#ifndef LOGREG_CSV_MENDING_ASIDES_H
#define LOGREG_CSV_MENDING_ASIDES_H

#include "csv/csv.h"
#include "data/aside.h"

/* Starts as {0}. */
typedef struct {
    unsigned kinds; /* a bit for each logreg_aside that there is */
    logreg__text list;
    const char *
        outcome; /* the column that may be it, where nobody named one and the last column is no outcome; borrowed; NULL: there is none */
} logreg__asides;

/* Is there a sentence, by now or by what was to be mended before, that they would end? */
bool logreg__asides_wanted(const logreg__csv *csv, bool failing);

/* Adds column j, which is sound, if it is one. */
void logreg__asides_add(logreg__asides *asides, const logreg_frame *frame, size_t j, const logreg__csv *csv);

/* Keeps the words on them for the end of the sentence, and frees the list. ENOMEM. */
logreg_status logreg__asides_keep(logreg__asides *asides, const logreg__csv *csv);

/* Ends the sentence by what the last reading found, where there is room. */
void logreg__asides_tell(logreg_error *err, const logreg__plan *plan);

#endif
