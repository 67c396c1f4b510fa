/* The rows that a fit uses: those of the frame without a missing value, in order. */
#ifndef LOGREG_DATA_ROWS_H
#define LOGREG_DATA_ROWS_H

#include <logreg/data.h>

/* Kept row i is the i-th row of the frame whose bit is set; where all rows are kept there is no bitmap. */
typedef struct {
    size_t n_total;   /* rows of the frame */
    size_t n;         /* rows kept */
    uint64_t *bits;   /* bitmap, or NULL: all are kept */
    size_t *start;    /* with a bitmap: the frame's row where each segment of kept rows begins */
} logreg__rows;

/* Keeps the rows where none of the columns (indices into the frame) is missing. ENOMEM. */
logreg_status logreg__rows_complete(logreg__rows **rows, const logreg_frame *frame, const size_t *column,
                                    size_t n_columns, logreg_error *err);

/* Keeps those kept rows i of `from` for which drop[i] is 0. ENOMEM. */
logreg_status logreg__rows_subset(logreg__rows **rows, const logreg__rows *from, const unsigned char *drop,
                                  logreg_error *err);

/* Finds `count` consecutive kept rows from kept row `first`, all in one segment, and lists their places in the frame. */
void logreg__rows_list(const logreg__rows *rows, size_t first, size_t count, size_t *place);

void logreg__rows_free(logreg__rows *rows);

#endif
