/* The variance of a row's log-odds, x' V x. */
#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "model/predict.h"

/* Aliased coefficients have no variance of their own to add; unbounded ones leave a row that uses them without. */
static double variance(const logreg_model *m, const logreg__design *d, const double *x)
{
    double sum = 0;
    for (size_t a = 0; a < d->p; a++) {
        size_t i = d->column[a];
        if (x[a] == 0 || m->status[i] == LOGREG_COEF_ALIASED)
            continue;
        if (m->status[i] != LOGREG_COEF_OK)
            return NAN;
        double row = 0;
        for (size_t b = 0; b < d->p; b++)
            if (x[b] != 0 && m->status[d->column[b]] == LOGREG_COEF_OK)
                row += m->covariance[i * m->q + d->column[b]] * x[b];
        sum += x[a] * row;
    }
    return fmax(sum, 0);
}

logreg_status logreg__variance_rows(double *out, const logreg_model *m, const logreg__design *d,
                                    logreg_error *err)
{
    logreg__scratch *scratch = logreg__scratch_new(d);
    double *x = logreg__new_raw(LOGREG__BLOCK_ROWS, d->p * sizeof *x);
    bool ok = scratch && x;
    for (size_t first = 0; ok && first < d->n; first += LOGREG__BLOCK_ROWS) {
        logreg__block block;
        size_t rows = d->n - first < LOGREG__BLOCK_ROWS ? d->n - first : LOGREG__BLOCK_ROWS;
        logreg__design_block(&block, d, first, rows, scratch);
        logreg__block_expand(x, d, &block);
        for (size_t r = 0; r < rows; r++)
            out[first + r] = variance(m, d, x + r * d->p);
    }
    logreg__scratch_free(scratch);
    free(x);
    return ok ? LOGREG_OK : logreg__fail_memory(err);
}
