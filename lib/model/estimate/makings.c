/* Aliased columns that are what they are said to be made of in every row, but for rounding: these may stand for them where products are
 * centred, equation (25). Others, which the rule of (11) takes for combinations too, would change the model. */
#include <float.h>
#include <math.h>

#include "base/memory.h"
#include "design/expansion.h"
#include "model/estimate/rank.h"

/* Roundings of cells, multipliers and the sum. */
#define ROUNDING (8 * DBL_EPSILON)

/* Centred products are not the columns that an alias speaks of. */
static bool speaks_of(const bool *shifted, size_t column, const logreg__alias *of)
{
    bool ok = of->column && !shifted[column];
    for (size_t i = 0; ok && i < of->n; i++)
        ok = !shifted[of->column[i]];
    return ok;
}

static bool exact_in(const double *x, const size_t *fold, size_t column, const logreg__makings *m)
{
    double rest = x[fold[column]], size = fabs(rest);
    for (size_t i = 0; i < m->n; i++) {
        double part = m->multiplier[i] * x[fold[m->column[i]]];
        rest -= part;
        size += fabs(part);
    }
    return fabs(rest) <= ROUNDING * size;
}

/* Forgets what does not hold in some row of a block. */
static void check_block(logreg__makings *m, const double *x, size_t rows, const size_t *fold,
                        const logreg__design *d)
{
    for (size_t r = 0; r < rows; r++)
        for (size_t j = 0; j < d->terms->n_columns; j++)
            if (m[j].column && !exact_in(x + r * d->p, fold, j, &m[j]))
                m[j].column = NULL;
}

logreg__makings *logreg__exact_makings(const logreg__alias *alias, const logreg__design *d)
{
    size_t columns = d->terms->n_columns;
    logreg__makings *m = logreg__new(columns, sizeof *m);
    size_t *fold = logreg__new(columns, sizeof *fold);
    bool *shifted = logreg__new(columns, sizeof *shifted);
    logreg__expansion e;
    bool ok = logreg__expansion_init(&e, d) && m && fold && shifted;
    for (size_t i = 0; ok && i < d->n_shifts; i++)
        shifted[d->column[d->shift[i].from]] = true;
    for (size_t j = 0; ok && j < d->p; j++)
        fold[d->column[j]] = j;
    for (size_t j = 0; ok && j < columns; j++)
        if (speaks_of(shifted, j, &alias[j]))
            m[j] = (logreg__makings){alias[j].n, alias[j].column, alias[j].multiplier};
    while (ok && logreg__expansion_next(&e))
        check_block(m, e.x, e.block.rows, fold, d);
    if (!ok) {
        free(m);
        m = NULL;
    }
    free(fold);
    free(shifted);
    logreg__expansion_clear(&e);
    return m;
}
