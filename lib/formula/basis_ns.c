/* Natural splines: the B-splines, less the first unless the intercept is kept, turned by the orthogonal factor Q of their second
 * derivatives at the boundary; what Q' leaves beyond its first two rows has none there. The Householder vectors are
 * LINPACK's, so that the columns are R's. */
#include <math.h>

#include "base/memory.h"
#include "formula/basis.h"

/* Parts of b->edge, n numbers each. */
enum { LOW, LOW_SLOPE, HIGH, HIGH_SLOPE, FIRST, SECOND, PARTS };

static size_t count(const logreg__basis *b)
{
    return b->n_all - b->degree - 1;
}

/* y after the reflection of u, whose first entry is number `at`. */
static void reflect(double *y, const double *u, size_t at, size_t n)
{
    double t = 0;
    for (size_t i = at; i < n; i++)
        t -= u[i] * y[i];
    t /= u[at];
    for (size_t i = at; i < n; i++)
        y[i] += t * u[i];
}

/* Makes u the Householder vector that takes u[at ..] to a multiple of the first unit vector. */
static void make_reflection(double *u, size_t at, size_t n)
{
    double length = 0;
    for (size_t i = at; i < n; i++)
        length = hypot(length, u[i]);
    length = copysign(length, u[at]);
    for (size_t i = at; i < n; i++)
        u[i] /= length;
    u[at] += 1;
}

static bool prepare(logreg__basis *b)
{
    if (!logreg__spline_knots(b))
        return false;
    size_t n = count(b), skip = !b->intercept;
    b->width = n - skip - 2;
    b->edge = logreg__new(n, PARTS * sizeof *b->edge);
    if (!b->edge)
        return false;
    logreg__spline_at(b->edge + LOW * n, b, b->boundary[0], 0);
    logreg__spline_at(b->edge + LOW_SLOPE * n, b, b->boundary[0], 1);
    logreg__spline_at(b->edge + HIGH * n, b, b->boundary[1], 0);
    logreg__spline_at(b->edge + HIGH_SLOPE * n, b, b->boundary[1], 1);
    double *first = b->edge + FIRST * n, *second = b->edge + SECOND * n;
    logreg__spline_at(first, b, b->boundary[0], 2);
    logreg__spline_at(second, b, b->boundary[1], 2);
    make_reflection(first, skip, n);
    reflect(second, first, skip, n);
    make_reflection(second, skip + 1, n);
    return true;
}

/* The columns, or their first derivatives. */
static void derive(double *value, size_t stride, const logreg__basis *b, const double *x, size_t rows,
                   double *work, bool derivative)
{
    size_t n = count(b), skip = !b->intercept;
    for (size_t r = 0; r < rows; r++) {
        bool below = x[r]<b->boundary[0], above = x[r]> b->boundary[1];
        const double *at = b->edge + (below ? LOW : HIGH) * n, *slope = at + n;
        double beyond = x[r] - b->boundary[above];
        if (below || above)
            for (size_t i = 0; i < n; i++)
                work[i] = derivative ? slope[i] : at[i] + beyond * slope[i];
        else
            logreg__spline_at(work, b, x[r], derivative);
        reflect(work, b->edge + FIRST * n, skip, n);
        reflect(work, b->edge + SECOND * n, skip + 1, n);
        for (size_t k = 0; k < b->width; k++)
            value[k * stride + r] = work[skip + 2 + k];
    }
}

static void values(double *value, size_t stride, const logreg__basis *b, const double *x, size_t rows,
                   double *work)
{
    derive(value, stride, b, x, rows, work, false);
}

static void slopes(double *slope, size_t stride, const logreg__basis *b, const double *x, size_t rows,
                   double *work)
{
    derive(slope, stride, b, x, rows, work, true);
}

const logreg__basis_kind logreg__basis_ns = {"ns", logreg__spline_decide, prepare, values, slopes};
