/* A column while it is being filled, one row after the other. */
#ifndef LOGREG_DATA_COLUMN_H
#define LOGREG_DATA_COLUMN_H

#include "data/frame.h"

struct logreg__label;

/* Codes are given out in the order of first appearance; logreg__filling_finish renumbers them into level order. */
typedef struct {
    logreg__column column; /* what has been read so far; levels only after finish */
    size_t rows;
    size_t row_room; /* rows that fit into the runs */
    size_t n_runs;
    size_t room;                  /* runs that fit into the array of runs */
    logreg__store *store;         /* where runs from the second on come from; NULL: each stands on its own */
    struct logreg__label *labels; /* hash table; its list has the labels by code */
    struct logreg__label *last;   /* the label seen in the row before */
} logreg__filling;

/* Starts an empty column of the kind. */
void logreg__filling_start(logreg__filling *filling, logreg_column_kind kind);

/* Before the first row: runs come from the store of the frame that the column will join. */
void logreg__filling_use(logreg__filling *filling, logreg__store *store);

/* Adds a row: a number (NaN: missing), or the n bytes of a label (NULL: missing). False: memory is out, and the
 * column as it was. */
bool logreg__filling_number(logreg__filling *filling, double value);
bool logreg__filling_label(logreg__filling *filling, const char *text, size_t n);

/* Adds rows (n_missing of them missing) that the caller fills in later, codes by logreg__filling_code: returns the runs
 * that hold them, from the one on that row number `rows` belongs to. These runs stay where they are until the finish, the
 * array of them until more is added. NULL: memory is out, and the column as it was. */
void **logreg__filling_reserve(logreg__filling *filling, size_t n, size_t n_missing);

/* The code of a label, a new one if need be. LOGREG__MISSING: memory is out. */
uint32_t logreg__filling_code(logreg__filling *filling, const char *text, size_t n);

/* Puts levels in order and moves the column out, without a name; the filling is then empty. Where all labels are numbers with
 * this decimal mark, those that are the same number become one level, in its normal form; 0: labels stay as they are. False:
 * memory is out, and the filling as it was. */
bool logreg__filling_finish(logreg__filling *filling, logreg__column *column, char decimal);

void logreg__filling_clear(logreg__filling *filling);

#endif
