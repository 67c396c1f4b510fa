#include "data/twice.h"

#include <math.h>
#include <stdlib.h>

#include "data/sentinel.h"

enum { FEWEST = 10 };

static bool same_cell(const logreg__column *c, size_t i, size_t k)
{
    if (c->kind == LOGREG_CATEGORY)
        return logreg__column_code(c, i) == logreg__column_code(c, k);
    double x = logreg__column_number(c, i), y = logreg__column_number(c, k);
    return isnan(x) ? isnan(y) : x == y;
}

static bool same_row(const logreg_frame *frame, size_t i, size_t k)
{
    size_t j = 0;
    while (j < frame->n_columns && same_cell(&frame->column[j], i, k))
        j++;
    return j == frame->n_columns;
}

/* Does it hold more different numbers than half of the rows of one time? */
static bool is_measured(const logreg__column *c, size_t rows)
{
    size_t n, different = 0;
    if (c->kind != LOGREG_NUMERIC)
        return false;
    double *sorted = logreg__numbers_sorted(&n, c, rows);
    for (size_t i = 0; sorted && i < n; i++)
        different += i == 0 || sorted[i] != sorted[i - 1];
    free(sorted);
    return 4 * different > rows;
}

bool logreg__frame_twice(const logreg_frame *frame)
{
    size_t half = frame->n_rows / 2, j = 0;
    if (frame->sparse || half < FEWEST || frame->n_rows != 2 * half)
        return false;
    for (size_t i = 0; i < half; i++)
        if (!same_row(frame, i, half + i))
            return false;
    while (j < frame->n_columns && !is_measured(&frame->column[j], frame->n_rows))
        j++;
    return j < frame->n_columns;
}
