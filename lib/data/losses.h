/* Which columns cost a fit many of its rows, since they are missing there. */
#ifndef LOGREG_DATA_LOSSES_H
#define LOGREG_DATA_LOSSES_H

#include "data/rows.h"

/* Counts the rows that miss one column alone: alone[i] (zeros) of those that column[i] misses and no other of the n, each given once.
 * weighed: rows of it that stand for nothing do not count; or NULL. Returns how many rows miss any. */
size_t logreg__losses_count(size_t *alone, const logreg_frame *frame, const size_t *column, size_t n,
                            const logreg__rows *weighed);

/* Which part of the rows a column may miss: more is worth a word, or speaks against the column. */
typedef enum { LOGREG__LOSS_HALF = 2, LOGREG__LOSS_QUARTER = 4 } logreg__loss_part;

/* Is a column missing in such a part of the rows or more, or does it alone cost more of them than are left? */
static inline bool logreg__loss_heavy(size_t missing, size_t rows, size_t alone, size_t left,
                                      logreg__loss_part part)
{
    return (size_t)part * missing >= rows || alone > left;
}

/* Are so many rows left that no column can be missing in such a part? */
static inline bool logreg__loss_light(size_t left, size_t rows, logreg__loss_part part)
{
    return (size_t)part * left > ((size_t)part - 1) * rows;
}

#endif
