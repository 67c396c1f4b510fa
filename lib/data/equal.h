/* Cells and rows that hold the same: whether they do, and bits that are then the same. */
#ifndef LOGREG_DATA_EQUAL_H
#define LOGREG_DATA_EQUAL_H

#include <string.h>

#include "data/frame.h"

/* Of one column: one missing value, and one zero. */
static inline bool logreg__cells_equal(const logreg__column *c, size_t i, size_t k)
{
    if (c->kind == LOGREG_CATEGORY)
        return logreg__column_code(c, i) == logreg__column_code(c, k);
    double x = logreg__column_number(c, i), y = logreg__column_number(c, k);
    return isnan(x) ? isnan(y) : x == y;
}

static inline uint64_t logreg__cell_bits(const logreg__column *c, size_t i)
{
    uint64_t bits = 0;
    if (c->kind == LOGREG_CATEGORY)
        return logreg__column_code(c, i);
    double x = logreg__column_number(c, i);
    x = isnan(x) ? (double)NAN : x + 0.0;
    memcpy(&bits, &x, sizeof bits);
    return bits;
}

/* Of all columns, sparse ones too. */
bool logreg__rows_equal(const logreg_frame *frame, size_t i, size_t k);
uint64_t logreg__row_hash(const logreg_frame *frame, size_t i);

/* Does nothing stand in a row, as where a spreadsheet exported its margin? It is no case. Of a frame with sparse columns, in those. */
bool logreg__row_is_empty(const logreg_frame *frame, size_t row);

/* The row before each one, from 1, that it repeats, to before[rows], the last of them where there are several; 0: none, and of empty rows. In how many pairs of
 * rows are both equal? -1: memory is out. */
double logreg__equal_rows(uint32_t *before, const logreg_frame *frame);

#endif
