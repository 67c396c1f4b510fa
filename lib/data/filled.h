/* A frame that borrows another, but for columns whose missing cells have a value, and for columns that tell which cells those were. */
#ifndef LOGREG_DATA_FILLED_H
#define LOGREG_DATA_FILLED_H

#include "data/frame.h"

typedef struct {
    logreg_frame frame;          /* not to be freed as a frame */
    const logreg_frame *from;    /* borrowed */
    struct logreg__patch *patch; /* [frame.n_columns] what of each column is its own */
} logreg__filled;

/* What the column is called that is 1 where this one is missing, else 0: "is_missing(age)". NULL: out of memory. */
char *logreg__indicator_name(const char *column);

/* Is a name that of the column's indicator? */
bool logreg__indicator_is_of(const char *name, const char *column);

/* EDATA: the frame has a column that is called as the indicator of this one. */
logreg_status logreg__filled_taken(const char *column, logreg_error *err);

/* Nothing is filled yet; behind the columns stands an indicator of each that is flagged ([columns], or NULL: none), which is 0 in all
 * rows until it is asked for. EDATA: the frame has a column of that name. ENOMEM. */
logreg_status logreg__filled_new(logreg__filled **filled, const logreg_frame *frame, const bool *flag,
                                 logreg_error *err);

/* Puts a number into the missing cells of column j, of numbers; runs of rows that miss nothing stay borrowed. An empty category becomes
 * numbers; another stays what it is. ENOMEM. O(n). */
logreg_status logreg__filled_number(logreg__filled *filled, size_t j, double value, logreg_error *err);

/* The same with a label, of a category, where it becomes the last level unless it is one already. Of numbers the label must be one; else
 * a column that misses every cell becomes a category, and any other stays what it is. ENOMEM. */
logreg_status logreg__filled_label(logreg__filled *filled, size_t j, const char *label, logreg_error *err);

/* Writes the indicator of column j, if it has one. ENOMEM. */
logreg_status logreg__filled_indicate(logreg__filled *filled, size_t j, logreg_error *err);

void logreg__filled_free(logreg__filled *filled);

#endif
