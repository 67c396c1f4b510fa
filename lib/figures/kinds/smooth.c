#include "figures/kinds/smooth.h"

#include <math.h>
#include <stdlib.h>

static double cube(double x)
{
    return x * x * x;
}

/* The line through points first .. last - 1 about a place, at that place; the mean where their x are one. */
static double fit_line(double at, const double *x, const double *y, const double *w, size_t first,
                       size_t last, double reach)
{
    double s = 0, sx = 0, sy = 0, sxx = 0, sxy = 0;
    for (size_t i = first; i < last; i++) {
        double d = x[i] - at, t = reach > 0 ? fabs(d) / reach : 0;
        double weight = t < 1 ? cube(1 - cube(t)) * (w ? w[i] : 1) : 0;
        s += weight;
        sx += weight * d;
        sy += weight * y[i];
        sxx += weight * d * d;
        sxy += weight * d * y[i];
    }
    double spread = s * sxx - sx * sx;
    if (!(s > 0))
        return NAN;
    return spread > 1e-12 * s * sxx ? (sxx * sy - sx * sxy) / spread : sy / s;
}

void logreg__smooth(double *out, const double *at, size_t m, const double *x, const double *y,
                    const double *w, size_t n, double span)
{
    size_t wanted = (size_t)floor((double)n * span + 1e-5);
    wanted = wanted < 2 ? (n < 2 ? n : 2) : wanted > n ? n : wanted;
    size_t first = 0;
    for (size_t k = 0; k < m; k++) {
        if (k && at[k] < at[k - 1])
            first = 0;
        while (first + wanted < n && x[first + wanted] - at[k] < at[k] - x[first])
            first++;
        double reach = fmax(fabs(at[k] - x[first]), fabs(x[first + wanted - 1] - at[k]));
        /* others at the same distance as the farthest have no weight */
        out[k] = fit_line(at[k], x, y, w, first, first + wanted, reach);
    }
}

static int by_x(const void *a, const void *b)
{
    double x = ((const logreg__point *)a)->x, y = ((const logreg__point *)b)->x;
    return (x > y) - (x < y);
}

void logreg__points_sort(logreg__point *point, size_t n)
{
    qsort(point, n, sizeof *point, by_x);
}

size_t logreg__points_merge(logreg__point *point, size_t n)
{
    size_t m = 0;
    for (size_t i = 0; i < n; m++) {
        logreg__point sum = {point[i].x, 0, 0};
        for (; i < n && point[i].x == sum.x; i++) {
            sum.y += point[i].w * point[i].y;
            sum.w += point[i].w;
        }
        sum.y /= sum.w;
        point[m] = sum;
    }
    return m;
}
