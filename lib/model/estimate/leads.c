/* Which classes a direction of recession leaves possible in a row: those whose x'd is the largest. Columns far from 0, products of them
 * above all, cancel there to a last few digits, so sums carry their rounding errors along (Ogita, Rump & Oishi 2005). Equation
 * (13). */
#include "model/estimate/leads.h"

#include <math.h>

#include "base/dd.h"
#include "base/error.h"
#include "base/memory.h"
#include "design/expansion.h"

/* sum_j x_j d_j; adds the sizes of its terms to *size. */
static logreg__dd product(const double *x, const double *d, size_t p, double *size)
{
    logreg__dd sum = {0, 0};
    for (size_t j = 0; j < p; j++) {
        logreg__dd part = logreg__two_product(x[j], d[j]);
        sum = logreg__dd_add(sum, part);
        *size += fabs(part.hi);
    }
    return sum;
}

void logreg__leads(double *lead, const double *x, const double *direction, size_t p, size_t k)
{
    double size = 0;
    logreg__dd largest = {0, 0};
    for (size_t c = 1; c <= k; c++) {
        logreg__dd v = product(x, direction + (c - 1) * p, p, &size);
        if (v.hi > largest.hi || (v.hi == largest.hi && v.lo > largest.lo))
            largest = v;
    }
    double all = 0;
    for (size_t c = 0; c <= k; c++) {
        logreg__dd v = c ? product(x, direction + (c - 1) * p, p, &all) : (logreg__dd){0, 0};
        double behind = logreg__dd_add(largest, logreg__dd_negate(v)).hi;
        lead[c] = size > 0 ? behind / size : 0;
    }
}

bool logreg__row_counts(const logreg__block *block, size_t r)
{
    return !block->w || block->w[r] > 0;
}

/* The largest lead over a class that is tied with the row's own, and the least over one that is not. */
typedef struct {
    double tied, strict;
} bounds;

static void widen(bounds *b, const double *lead, size_t own, const unsigned char *tied, size_t k)
{
    for (size_t c = 0; c <= k; c++)
        if (c == own || tied[c < own ? c : c - 1])
            b->tied = fmax(b->tied, lead[c]);
        else
            b->strict = fmin(b->strict, lead[c]);
}

/* Any number between the two will do for the rows at hand; for others as much as they can bear, up to the usual. */
static double between(bounds b)
{
    if (b.tied < LOGREG__USUAL_LEAD && b.strict > LOGREG__USUAL_LEAD)
        return LOGREG__USUAL_LEAD;
    return b.tied < b.strict ? b.tied + (b.strict - b.tied) / 2 : b.tied;
}

logreg_status logreg__least_lead(double *least, const logreg__design *d, size_t k, const double *direction,
                                 const unsigned char *tied, logreg_error *err)
{
    logreg__expansion e;
    double *lead = logreg__new_raw(k + 1, sizeof *lead);
    bounds b = {0, INFINITY};
    bool ok = logreg__expansion_init(&e, d) && lead;
    while (ok && logreg__expansion_next(&e))
        for (size_t r = 0; r < e.block.rows; r++) {
            if (!logreg__row_counts(&e.block, r))
                continue;
            logreg__leads(lead, e.x + r * d->p, direction, d->p, k);
            widen(&b, lead, (size_t)e.block.y[r], tied + (e.first + r) * k, k);
        }
    logreg__expansion_clear(&e);
    free(lead);
    *least = between(b);
    return ok ? LOGREG_OK : logreg__fail_memory(err);
}
