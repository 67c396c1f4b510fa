#include "solvers/existence/reduced_sets.h"

#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "solvers/existence/reduction.h"

/* Doubles of a sample of rows; of more columns than these none is reduced. */
#define SAMPLE ((size_t)1 << 20)
#define MOST_REDUCED 512

/* Row i of a sample: rows of sets come in a rhythm, which even strides may fall in with. */
static size_t sample_row(size_t i, size_t m, size_t n)
{
    return m == n ? i : (size_t)((uint64_t)i * UINT64_C(0x9E3779B97F4A7C15) % n);
}

/* The sample, column after column, each times a power of two next to 1 over its size; log2 of the sizes. */
static void take_sample(double *sample, double *rank, double *factor, const logreg__matched *of,
                        const logreg__design *d, size_t m)
{
    size_t n = d->n;
    for (size_t j = 0; j < d->p; j++) {
        const double *x = of->sets.x[d->column[j]];
        double squares = 0;
        for (size_t i = 0; i < m; i++) {
            double cell = sample[j * m + i] = x[sample_row(i, m, n)];
            squares += cell * cell;
        }
        double size = sqrt(squares / (double)m);
        rank[j] = size > 0 && isfinite(size) ? rint(log2(size)) : 0;
        factor[j] = ldexp(1, -(int)rank[j]);
        for (size_t i = 0; i < m; i++)
            sample[j * m + i] *= factor[j];
    }
}

/* Takes the steps in all rows, and notes how they lead back. */
static bool take_steps(logreg__matched *of, logreg__design *d, const logreg__reduction *r,
                       const double *factor)
{
    size_t columns = of->terms->n_columns, n = d->n;
    d->shift = logreg__new(r->n, sizeof *d->shift);
    if (!d->shift)
        return false;
    d->n_shifts = r->n;
    for (size_t i = 0; i < r->n; i++) {
        size_t from = r->step[i].from, to = r->step[i].to;
        double times = r->step[i].times * (factor[from] / factor[to]);
        d->shift[r->n - 1 - i] = (logreg__shift){.to = from, .from = to, .hi = -times};
        for (size_t row = 0; row < n; row++) {
            double *x = of->raw + row * columns;
            x[d->column[to]] = fma(-times, x[d->column[from]], x[d->column[to]]);
        }
    }
    return true;
}

logreg_status logreg__sets_reduce(logreg__matched *of, logreg__design *d, size_t last, logreg_error *err)
{
    size_t p = d->p, m = d->n;
    if (p < 2 || p > MOST_REDUCED)
        return LOGREG_OK;
    if (m > SAMPLE / p)
        m = SAMPLE / p;
    logreg__reduction reduction = {0};
    double *sample = logreg__new_raw(m, p * sizeof *sample), *rank = logreg__new_raw(2 * p, sizeof *rank);
    bool ok = sample && rank;
    if (ok) {
        take_sample(sample, rank, rank + p, of, d, m);
        if (last < p)
            rank[last] = INFINITY;
        ok = logreg__reduction_find(&reduction, sample, m, p, rank);
    }
    if (ok && reduction.n) {
        ok = take_steps(of, d, &reduction, rank + p);
        logreg__matched_centre(of);
    }
    logreg__reduction_clear(&reduction);
    free(sample);
    free(rank);
    return ok ? LOGREG_OK : logreg__fail_memory(err);
}
