/* Which columns cost a fit most of its rows, since they are missing there. */
#ifndef LOGREG_DATA_LOSSES_H
#define LOGREG_DATA_LOSSES_H

#include "data/rows.h"

/* Counts the rows that miss one column alone: alone[i] (zeros) of those that column[i] misses and no other of the n, each given once.
 * weighed: rows of it that stand for nothing do not count; or NULL. Returns how many rows miss any. */
size_t logreg__losses_count(size_t *alone, const logreg_frame *frame, const size_t *column, size_t n,
                            const logreg__rows *weighed);

/* Is a column missing in more than half of the rows, or does it alone cost more of them than are left? Neither is so while half of the rows
 * are left. */
static inline bool logreg__loss_heavy(size_t missing, size_t rows, size_t alone, size_t left)
{
    return 2 * missing > rows || alone > left;
}

#endif
