/* Zeros that stand for missing values, apart from all else. They may be real. */
#include "data/sentinel.h"

#include <math.h>
#include <stdlib.h>

/* Fewer different values than these are levels. */
enum { DIFFERENT = 20 };

/* Zeros, and nothing between them and 1: most columns have none, and are looked at no further. */
static bool plausible(const logreg__column *column, size_t rows)
{
    size_t zeros = 0;
    for (size_t i = 0; i < rows; i++) {
        double x = logreg__column_number(column, i);
        if (x <= 1 && x != 0) /* false for a missing one */
            return false;
        zeros += x == 0;
    }
    return zeros > 1;
}

static bool judge(logreg_sentinel *found, const double *sorted, size_t n)
{
    size_t zeros = 0, distinct = 1;
    while (zeros < n && sorted[zeros] == 0)
        zeros++;
    for (size_t i = zeros; i < n; i++)
        distinct += i == zeros || sorted[i] != sorted[i - 1];
    if (zeros < 2 || 2 * zeros > n || distinct <= DIFFERENT)
        return false;
    double gap = sorted[zeros], widest = 0;
    for (size_t i = zeros + 1; i < zeros + (n - zeros) / 2; i++)
        widest = fmax(widest, sorted[i] - sorted[i - 1]);
    if (gap <= 1 || gap < 5 * widest)
        return false;
    *found = (logreg_sentinel){.n_values = 1, .n_rows = zeros, .low = gap, .high = sorted[n - 1]};
    return true;
}

bool logreg__zeros_find(logreg_sentinel *found, const logreg__column *column, size_t rows,
                        const double *sorted, size_t n)
{
    *found = (logreg_sentinel){0};
    if (sorted ? !n || sorted[0] != 0 : !plausible(column, rows))
        return false;
    double *own = sorted ? NULL : logreg__numbers_sorted(&n, column, rows);
    const double *all = sorted ? sorted : own;
    bool any = all && judge(found, all, n);
    free(own);
    return any;
}
