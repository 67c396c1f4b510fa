/* The variance of a row's log-odds, x' V x. */
#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "design/expansion.h"
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
    logreg__expansion e;
    bool ok = logreg__expansion_init(&e, d);
    while (ok && logreg__expansion_next(&e))
        for (size_t r = 0; r < e.block.rows; r++)
            out[e.first + r] = variance(m, d, e.x + r * d->p);
    logreg__expansion_clear(&e);
    return ok ? LOGREG_OK : logreg__fail_memory(err);
}
