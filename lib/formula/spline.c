/* What bs and ns share: knots, and B-splines at a point by de Boor's recurrence (L. Piegl and W. Tiller, "The NURBS Book",
 * 1997, algorithm A2.2). Beyond the boundary the recurrence on the outermost interval continues its polynomials. */
#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/number.h"
#include "formula/basis.h"

/* ---- Knots ------------------------------------------------------------------------------------------------- */

/* R's quantile of type 7: linear between order statistics. */
static double quantile(const double *sorted, size_t n, double share)
{
    double index = (double)(n - 1) * share, low = floor(index), h = index - low;
    double at = sorted[(size_t)low];
    return h > 0 ? (1 - h) * at + h * sorted[(size_t)low + 1] : at;
}

static logreg_status check_knots(const logreg__basis *b, const char *text, logreg_error *err)
{
    char knot[LOGREG__NUMBER_SIZE], low[LOGREG__NUMBER_SIZE], high[LOGREG__NUMBER_SIZE];
    logreg__number_shortest(low, b->boundary[0]);
    logreg__number_shortest(high, b->boundary[1]);
    for (size_t i = 0; i < b->n_knots; i++) {
        if (b->knots[i] > b->boundary[0] && b->knots[i] < b->boundary[1])
            continue;
        if (b->has_knots)
            return logreg__fail(err, LOGREG_EDATA,
                                "'%.200s': the knot %s does not lie between %s and %s, the ends of the range",
                                text, logreg__number_shortest(knot, b->knots[i]), low, high);
        return logreg__fail(
            err, LOGREG_EDATA,
            "'%.200s': so many values are %s that a knot would fall on the end of the range; choose "
            "knots = c(..) between %s and %s",
            text, logreg__number_shortest(knot, b->knots[i]), low, high);
    }
    return LOGREG_OK;
}

/* Knots at equal steps of the share of values within the boundary. */
static logreg_status place_knots(logreg__basis *b, size_t least, const double *sorted, size_t n,
                                 const char *text, logreg_error *err)
{
    b->n_knots = b->df > least ? b->df - least : 0; /* as R, which warns; logreg__bases tells it */
    if (b->n_knots >= n)
        return logreg__fail(
            err, LOGREG_EDATA,
            "'%.200s' has more knots than the %zu values within its boundary: df is too large", text, n);
    b->knots = logreg__new(b->n_knots, sizeof *b->knots);
    if (!b->knots)
        return logreg__fail_memory(err);
    for (size_t i = 0; i < b->n_knots; i++)
        b->knots[i] = quantile(sorted, n, (double)(i + 1) / (double)(b->n_knots + 1));
    return LOGREG_OK;
}

logreg_status logreg__spline_decide(logreg__basis *b, const double *sorted, size_t n, const char *text,
                                    logreg_error *err)
{
    if (!b->has_boundary) {
        b->boundary[0] = sorted[0];
        b->boundary[1] = sorted[n - 1];
    }
    if (!(b->boundary[0] < b->boundary[1]))
        return logreg__fail(err, LOGREG_EDATA, "'%.200s' needs at least two different values", text);
    size_t all = n;
    while (n && sorted[0] < b->boundary[0]) {
        sorted++;
        n--;
    }
    while (n && sorted[n - 1] > b->boundary[1])
        n--;
    b->n_beyond = all - n;
    bool natural = b->kind == &logreg__basis_ns;
    logreg_status status = LOGREG_OK;
    if (b->df && !b->has_knots)
        status = place_knots(b, (natural ? 1 : b->degree) + b->intercept, sorted, n, text, err);
    return status ? status : check_knots(b, text, err);
}

bool logreg__spline_knots(logreg__basis *b)
{
    size_t ends = b->degree + 1;
    b->n_all = b->n_knots + 2 * ends;
    b->all = logreg__new(b->n_all, sizeof *b->all);
    if (!b->all)
        return false;
    for (size_t i = 0; i < ends; i++) {
        b->all[i] = b->boundary[0];
        b->all[b->n_all - 1 - i] = b->boundary[1];
    }
    for (size_t i = 0; i < b->n_knots; i++)
        b->all[ends + i] = b->knots[i];
    return true;
}

/* ---- Values ------------------------------------------------------------------------------------------------ */

/* The interval [t_j, t_{j+1}) of x, or the outermost one on its side. */
static size_t interval(const logreg__basis *b, double x)
{
    size_t low = b->degree, high = b->n_all - b->degree - 1;
    while (high - low > 1) {
        size_t middle = (low + high) / 2;
        if (b->all[middle] <= x)
            low = middle;
        else
            high = middle;
    }
    return low;
}

void logreg__spline_at(double *value, const logreg__basis *b, double x, size_t derivative)
{
    const double *t = b->all;
    size_t j = interval(b, x), n = b->n_all - b->degree - 1, top = b->degree - derivative;
    double left[LOGREG__MAX_SPLINE_DEGREE + 1], right[LOGREG__MAX_SPLINE_DEGREE + 1];
    memset(value, 0, n * sizeof *value);
    double *N = value + (j - top);
    N[0] = 1;
    for (size_t d = 1; d <= top; d++) {
        double saved = 0;
        left[d] = x - t[j + 1 - d];
        right[d] = t[j + d] - x;
        /* splines of degree d - 1 stand in N[0 .. d-1], for the intervals from j - d + 1 on */
        for (size_t r = 0; r < d; r++) {
            double part = N[r] / (right[r + 1] + left[d - r]);
            N[r] = saved + right[r + 1] * part;
            saved = left[d - r] * part;
        }
        N[d] = saved;
    }
    /* a derivative of degree q is the difference of two of degree q - 1; those end at j */
    for (size_t q = top + 1; q <= b->degree; q++)
        for (size_t i = j - q; i <= j; i++) {
            double first = i > j - q ? value[i] / (t[i + q] - t[i]) : 0;
            double second = i < j ? value[i + 1] / (t[i + q + 1] - t[i + 1]) : 0;
            value[i] = (double)q * (first - second);
        }
}
