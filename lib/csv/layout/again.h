/* A header that stands further down once more, with its columns in another order or others among them, as where exports were joined that do not
 * have the same columns (again.c; its sentence: again_tell.c). */
#ifndef LOGREG_CSV_LAYOUT_AGAIN_H
#define LOGREG_CSV_LAYOUT_AGAIN_H

#include "csv/columns.h"
#include "csv/mending/plan.h"

typedef struct {
    const char *text; /* the column's */
    size_t n, column;
    bool word;   /* more than a number: years, say, are names and cells too */
    size_t seen; /* in the row looked at: its cell, from 1 */
} logreg__known_name;

/* What is known of the names, and of the part of the file that is read. Starts as {0}. */
typedef struct {
    logreg__known_name *name; /* owned, sorted */
    size_t n, words, width;   /* how many; those that are no numbers; columns of the table */
    bool begins[256];         /* does one begin with this byte? */
    bool values;              /* some stand in rows of data too, so that they prove nothing */
    size_t *from;             /* owned: the cell, from 0, that each column has in this part; SIZE_MAX: none */
    bool parted;              /* the first part is over */
    const logreg_frame *frame;    /* where all rows are in; else NULL, and */
    logreg__csv_columns *columns; /*   these hold the rows so far */
} logreg__again;

/* Learns the names of the columns. False: memory is out. */
bool logreg__again_start(logreg__again *again, logreg__csv_columns *columns);

/* EDATA where the row, which stands below the header and so many rows of data, is such a header. */
logreg_status logreg__again_check(logreg__again *again, const logreg__row *row, size_t rows,
                                  const logreg__csv *csv);

/* Takes a row that is one as what the rows behind it go by. False: it is none. */
bool logreg__again_take(logreg__again *again, const logreg__row *row, const logreg__csv *csv);

/* The row with its cells in the order of the first header; cell: room for as many as there are columns. */
logreg__row logreg__again_row(const logreg__again *again, const logreg__row *row, logreg__cell *cell);

/* Where all columns are categories: the same in a row of the frame. */
logreg_status logreg__again_frame(const logreg_frame *frame, const logreg__csv *csv);

/* ---- What both files need ---- */

/* Small letters, of ASCII alone, as the command has them. */
int logreg__again_small(char c);

/* A cell without blanks, and without the byte order mark that each of several files may bring. */
logreg__cell logreg__again_cell(const logreg__cell *cell);

/* The name that a cell holds, or is taken for by the plan; NULL: none. */
logreg__known_name *logreg__again_find(const logreg__again *again, const logreg__cell *cell,
                                       const logreg__plan *plan);

/* Do the names that are seen stand where the header has them? */
bool logreg__again_in_place(const logreg__again *again);

/* The sentence on such a row, whose names are marked as seen. EDATA. */
logreg_status logreg__again_fail(const logreg__again *again, const logreg__row *row, const logreg__csv *csv);

/* The piece of the command that does so. Returns room. */
const char *logreg__again_piece(char room[LOGREG__COMMAND], const logreg__csv *csv);

void logreg__again_clear(logreg__again *again);

#endif
