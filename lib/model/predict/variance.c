/* The standard error of a row's log-odds, the root of x' V x. */
#include <float.h>
#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "design/expansion.h"
#include "model/predict/predict.h"

/* A variance that is so small a share of what it is summed from, far from 0 as its columns are, is rounding error. */
#define LOST (4 * DBL_EPSILON)

/* Aliased coefficients have no variance of their own to add; unbounded ones leave a row that uses them without. V is symmetric, so that all sums V x
 * grow side by side, row after row of V; sum has room for them. In units of the largest of x, whose square may be beyond all numbers. */
static double std_error(const logreg_model *m, const logreg__design *d, const double *x, double *sum)
{
    double total = 0, spread = 0, unit = 1;
    if (!m->covariance)
        return NAN;
    for (size_t b = 0; b < d->p; b++)
        unit = fmax(unit, fabs(x[b]));
    unit = ldexp(1, ilogb(unit)); /* exactly divided by */
    memset(sum, 0, m->q * sizeof *sum);
    for (size_t b = 0; b < d->p; b++) {
        size_t i = d->column[b];
        if (x[b] == 0 || m->status[i] == LOGREG_COEF_ALIASED)
            continue;
        if (m->status[i] != LOGREG_COEF_OK)
            return NAN;
        const double *V = m->covariance + i * m->q, by = x[b] / unit;
        for (size_t j = 0; j < m->q; j++)
            sum[j] += V[j] * by;
        spread += fabs(by) * sqrt(V[i]);
    }
    for (size_t a = 0; a < d->p; a++)
        if (x[a] != 0 && m->status[d->column[a]] == LOGREG_COEF_OK)
            total += x[a] / unit * sum[d->column[a]];
    return total > LOST * spread * spread || spread == 0 ? unit * sqrt(total) : NAN;
}

logreg_status logreg__std_error_rows(double *out, const logreg_model *m, const logreg__design *d,
                                     logreg_error *err)
{
    logreg__expansion e;
    double *sum = logreg__new_raw(m->q, sizeof *sum);
    bool ok = logreg__expansion_init(&e, d) && sum;
    while (ok && logreg__expansion_next(&e))
        for (size_t r = 0; r < e.block.rows; r++)
            out[e.first + r] = std_error(m, d, e.x + r * d->p, sum);
    logreg__expansion_clear(&e);
    free(sum);
    return ok ? LOGREG_OK : logreg__fail_memory(err);
}
