#include "data/decided.h"

#include <stdlib.h>

#include "base/memory.h"

static double cell(const logreg__column *c, size_t i)
{
    return c->kind == LOGREG_CATEGORY ? (double)logreg__column_code(c, i) : logreg__column_number(c, i);
}

/* The value that stands with each level, to value[], and whether the level was met. Returns in how many rows, 0 where some level has two values. */
static size_t values_of(double *value, bool *met, const logreg__column *by, const logreg__column *column,
                        size_t rows)
{
    size_t n = 0;
    for (size_t i = 0; i < rows; i++) {
        if (logreg__cell_is_missing(by, i) || logreg__cell_is_missing(column, i))
            continue;
        size_t level = logreg__column_code(by, i);
        double x = cell(column, i);
        if (met[level] && value[level] != x)
            return 0;
        met[level] = true;
        value[level] = x;
        n++;
    }
    return n;
}

static int ascending(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

bool logreg__decides(logreg__decision *found, const logreg__column *by, const logreg__column *column,
                     size_t rows)
{
    *found = LOGREG__UNDECIDED;
    if (by->kind != LOGREG_CATEGORY || by->n_levels < 2)
        return true;
    double *value = logreg__new_raw(by->n_levels, sizeof *value);
    bool *met = logreg__new(by->n_levels, sizeof *met);
    bool ok = value && met;
    size_t levels = 0, different = 0, n = ok ? values_of(value, met, by, column, rows) : 0;
    for (size_t l = 0; l < by->n_levels && n; l++)
        if (met[l])
            value[levels++] = value[l];
    if (levels && n >= 2 * levels) {
        qsort(value, levels, sizeof *value, ascending);
        for (size_t l = 0; l < levels; l++)
            different += l == 0 || value[l] != value[l - 1];
    }
    if (different >= 2)
        *found = different == levels ? LOGREG__ONE_TO_ONE : LOGREG__DECIDED;
    free(value);
    free(met);
    return ok;
}
