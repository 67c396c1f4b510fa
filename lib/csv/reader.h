/* One reading of a file: its rows (rows.c), and the frame that they become (read.c). */
#ifndef LOGREG_CSV_READER_H
#define LOGREG_CSV_READER_H

#include "csv/layout/again.h"
#include "csv/columns.h"
#include "csv/mending/plan.h"
#include "csv/source/source.h"

typedef struct {
    logreg__csv csv;
    logreg_frame *frame;          /* to be filled */
    logreg__csv_columns *columns; /* NULL before the first row */
    size_t n;
    size_t unnamed; /* empty names that the header ends with, which the rows lack */
    size_t first_line;
    size_t blank;          /* blank lines before the first row */
    bool *text;            /* columns that an earlier reading showed to be text; NULL: this is the first */
    size_t n_text;         /* columns of that reading */
    logreg__joiner joiner; /* of a header of two rows */
    logreg__again again;   /* whether the header comes again */
    size_t n_rejected;
    bool bad_bytes;              /* some are not UTF-8 */
    logreg_error first_rejected; /* why */
    logreg_status status;
} logreg__reader;

/* Takes all rows of the source into columns. EDATA, EIO, ENOMEM. */
logreg_status logreg__reader_rows(logreg__reader *r, logreg__source *source);

#endif
