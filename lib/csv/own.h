/* Tokens that mean missing in one column alone: NAME=TEXT among those of the options (own.c). */
#ifndef LOGREG_CSV_OWN_H
#define LOGREG_CSV_OWN_H

#include "csv/cell.h"

typedef struct {
    const char *text; /* borrowed from the options */
    size_t n;
    double number; /* what it says, or NaN */
    bool met;      /* a cell was that; threads set it side by side */
} logreg__own_token;

/* Of one column. */
typedef struct {
    logreg__own_token *token;
    size_t n, room;
} logreg__own;

/* Has the token a column's name in front? */
bool logreg__own_named(const char *token);

/* Has the caller named one for this column? */
bool logreg__own_any(const char *column, const logreg__csv *csv);

/* Gives each of n columns its tokens: own[j]. EDATA for a token of no column, unless the options pass over such; ENOMEM. What was
 * added is freed by logreg__own_clear in either case. */
logreg_status logreg__own_find(logreg__own *own, char *const *names, size_t n, const logreg__csv *csv);

/* A note on each token of column j that no cell was; not of columns of a model's, whose new data may have none. False: memory is out. */
bool logreg__own_note(logreg_frame *frame, size_t j, const logreg__own *own, const logreg__csv *csv);

/* Leaves those of its columns with the frame, and those of all columns that were given. ENOMEM. */
logreg_status logreg__own_keep(logreg_frame *frame, const logreg__csv *csv);

void logreg__own_clear(logreg__own *own);

/* Is the cell, trimmed, one of them? Numbers are compared as such, whatever their digits. */
bool logreg__own_missing(const logreg__own *own, const logreg__cell *cell, char decimal);

#endif
