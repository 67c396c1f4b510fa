/* The rows that a fit uses: those of the frame without a missing value, and of a weight, in order. */
#ifndef LOGREG_DATA_ROWS_H
#define LOGREG_DATA_ROWS_H

#include "data/frame.h"

/* Kept row i is the i-th row of the frame whose bit is set; where all rows are kept there is no bitmap. */
typedef struct logreg__rows {
    size_t n_total; /* rows of the frame */
    size_t n;       /* rows kept */
    uint64_t *bits; /* bitmap, or NULL: all are kept */
    size_t *start;  /* with a bitmap: the frame's row where each segment of kept rows begins */
    const size_t *
        order; /* the kept rows' numbers in the order in which they are handed out; NULL: as they stand. Borrowed */
    const size_t *place; /* with an order, and where not all are kept: where each kept row stands. Borrowed */
    struct logreg__rows *held; /* rows that are held out to measure by, owned; NULL: none */
    struct logreg__rows *
        whole; /* these and those that were left out for a time, whose levels categories have all the same; owned. NULL: these are all */
    const logreg_frame
        *copied;     /* the frame whose columns copy[] is of, borrowed; NULL: there are no copies */
    size_t n_copies; /* columns of it */
    double **
        copy; /* [n_copies] numbers of a column in the kept rows, one after the other, owned; NULL: not copied */
    size_t n_weightless;  /* rows of the frame that stand for nothing, and are not kept */
    uint64_t *weightless; /* bitmap of them, or NULL: there are none */
} logreg__rows;

/* Keeps the rows where none of the columns (indices into the frame) is missing. ENOMEM. */
logreg_status logreg__rows_complete(logreg__rows **rows, const logreg_frame *frame, const size_t *column,
                                    size_t n_columns, logreg_error *err);

/* A column of weights, or of numbers of trials: a row where it is 0 stands for nothing. NULL: there is none. */
typedef struct {
    const logreg__column *weight;
    const logreg__column
        *counted; /* of those trials; where that is not 0 the row is no such one, but wrong. NULL: none */
} logreg__weighing;

/* Leaves out those that stand for nothing. Rows where a weight is missing are none of them. ENOMEM. */
logreg_status logreg__rows_weigh(logreg__rows *rows, const logreg__weighing *weighing, size_t n,
                                 logreg_error *err);

/* Does the row of the frame stand for nothing? */
static inline bool logreg__rows_weightless(const logreg__rows *rows, size_t row)
{
    return rows->weightless && (rows->weightless[row / 64] >> (row % 64) & 1);
}

/* Is the row of the frame kept? */
static inline bool logreg__rows_has(const logreg__rows *rows, size_t row)
{
    return !rows->bits || (rows->bits[row / 64] >> (row % 64) & 1);
}

/* Rows where the column is missing, but for those that stand for nothing. */
size_t logreg__rows_missing(const logreg__rows *rows, const logreg__column *column);

/* Keeps those kept rows i of `from` for which drop[i] is 0. ENOMEM. */
logreg_status logreg__rows_subset(logreg__rows **rows, const logreg__rows *from, const unsigned char *drop,
                                  logreg_error *err);

/* Leaves out those kept rows i for which drop[i] is not 0, of rows in no order of their own and without copies. ENOMEM. */
logreg_status logreg__rows_leave_out(logreg__rows *rows, const unsigned char *drop, logreg_error *err);

/* Copies a column of numbers, in the kept rows, for walks that would pick them row by row each time. Columns are of one frame, which has n_total rows. ENOMEM. */
logreg_status logreg__rows_copy(logreg__rows *rows, const logreg_frame *frame, const logreg__column *column,
                                logreg_error *err);

/* The copy, [n]; NULL: there is none. */
static inline const double *logreg__rows_copied(const logreg__rows *rows, const logreg_frame *frame,
                                                const logreg__column *column)
{
    return rows->copy && !rows->order && rows->copied == frame ? rows->copy[column - frame->column] : NULL;
}

/* Do kept rows stand in the frame as they are handed out, one after the other? */
static inline bool logreg__rows_stand(const logreg__rows *rows)
{
    return !rows->bits && !rows->order;
}

/* Finds `count` consecutive kept rows from kept row `first`, all in one segment unless the rows have an order of their own, and lists their places in the frame. */
void logreg__rows_list(const logreg__rows *rows, size_t first, size_t count, size_t *place);

void logreg__rows_free(logreg__rows *rows);

#endif
