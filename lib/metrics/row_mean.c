#include "metrics/row_mean.h"

#include <math.h>
#include <string.h>

/* sum += w x */
static void add(logreg__sum *sum, const double *x, const double *w, size_t n, const logreg__inner *inner)
{
    double lane[LOGREG__LANES], rest[LOGREG__LANES];
    inner->add_up(lane, rest, x, w, n);
    for (size_t l = 0; l < LOGREG__LANES; l++) {
        logreg__sum_add(sum, lane[l]);
        sum->lo += rest[l]; /* NaN where the lane is infinite */
    }
}

/* Equal numbers have themselves as their mean, so that they have no spread whatever the rounding. */
static double find_pivot(const double *x, const double *w, size_t n)
{
    double first = NAN, away = 0, total = 0;
    for (size_t i = 0; i < n; i++)
        if (w[i] != 0) {
            first = isnan(first) ? x[i] : first;
            away += w[i] * (x[i] - first);
            total += w[i];
        }
    double pivot = first + away / total;
    return isfinite(pivot) ? pivot : 0;
}

void logreg__row_mean_add(logreg__row_mean *m, const double *x, const double *w, size_t n)
{
    enum { MOST = LOGREG__ROWS_AVERAGED };
    double own[MOST], weight[MOST], away[MOST], weighted[MOST], one[MOST]; /* filled up with weights of 0 */
    size_t whole = (n + LOGREG__LANES - 1) / LOGREG__LANES * LOGREG__LANES;
    if (!m->begun)
        m->pivot = find_pivot(x, w, n);
    m->begun = true;
    memcpy(own, x, n * sizeof *x);
    memcpy(weight, w, n * sizeof *w);
    memset(own + n, 0, (whole - n) * sizeof *own);
    memset(weight + n, 0, (whole - n) * sizeof *weight);
    for (size_t i = 0; i < whole; i++) {
        away[i] = own[i] - m->pivot;
        weighted[i] = weight[i] * away[i];
        one[i] = 1;
    }
    add(&m->sum, own, weight, whole, m->inner);
    add(&m->squares, away, weighted, whole, m->inner);
    add(&m->total, weight, one, whole, m->inner);
}

/* sum_i w_i (x_i - mean)^2, from squares about c and the sum of w_i (x_i - c). */
static double squares_about_mean(const logreg__row_mean *m)
{
    const logreg__dd centre = {m->pivot, 0};
    logreg__dd moved = logreg__dd_negate(logreg__dd_multiply(m->total, centre));
    logreg__dd off = logreg__dd_add(m->sum, moved);
    logreg__dd between = logreg__dd_divide(logreg__dd_multiply(off, off), m->total);
    return fmax(0, logreg__sum_value(logreg__dd_add(m->squares, logreg__dd_negate(between))));
}

logreg_measure logreg__row_mean_measure(const logreg__row_mean *m)
{
    double total = logreg__sum_value(m->total), value = logreg__sum_value(m->sum) / total;
    double error = isfinite(value) && total > 1 ? sqrt(squares_about_mean(m) / (total - 1) / total) : NAN;
    return (logreg_measure){value, isfinite(error) ? error : NAN, NAN};
}
