/* Many classes at once. Every exponential is taken relative to the largest number, whose distance from the
 * others is held in two doubles, as is the sum. */
#include <logreg/special.h>

#include <stdbool.h>

#include "base/elementary.h"

/* The largest of n numbers: NaN if any is NaN, -inf for n = 0. */
static double largest(const double *x, size_t stride, size_t n)
{
    double m = -INFINITY;
    for (size_t i = 0; i < n; i++) {
        double xi = x[i * stride];
        if (isnan(xi))
            return NAN;
        m = xi > m ? xi : m;
    }
    return m;
}

/* exp(x - m) for x <= m, as e 2^k. Equal infinities have distance 0. */
static logreg__dd relative(double x, double m, int *k)
{
    *k = 0;
    if (x == m)
        return (logreg__dd){1, 0};
    logreg__dd d = logreg__two_sum(x, -m);
    if (!(d.hi > -1500)) /* below any double, also after division by the sum */
        return (logreg__dd){0, 0};
    return logreg__exp(d, k);
}

/* sum_i exp(x_i - m) less the 1 that the first largest one gives. */
static logreg__dd sum_of_others(const double *x, size_t stride, size_t n, double m)
{
    logreg__dd sum = {0, 0};
    bool seen = false;
    for (size_t i = 0; i < n; i++) {
        if (x[i * stride] == m && !seen) {
            seen = true;
            continue;
        }
        int k;
        logreg__dd e = relative(x[i * stride], m, &k);
        if (k > -900) /* what is smaller cannot be seen beside 1 */
            sum = logreg__dd_add(sum, logreg__dd_scale(e, k));
    }
    return sum;
}

double logreg_logsumexp_v(const double *x, size_t stride, size_t n)
{
    double m = largest(x, stride, n);
    if (!isfinite(m))
        return m;
    logreg__dd log_sum = logreg__log1p(sum_of_others(x, stride, n, m));
    return logreg__dd_add((logreg__dd){m, 0}, log_sum).hi;
}

void logreg_softmax_v(double *p, size_t stride_p, const double *x, size_t stride_x, size_t n)
{
    double m = largest(x, stride_x, n);
    logreg__dd sum = {NAN, NAN};
    if (!isnan(m))
        sum = logreg__dd_add((logreg__dd){1, 0}, sum_of_others(x, stride_x, n, m));
    for (size_t i = 0; i < n; i++) {
        int k = 0;
        logreg__dd e = isnan(m) ? sum : relative(x[i * stride_x], m, &k);
        p[i * stride_p] = logreg__dd_round(logreg__dd_divide(e, sum), k);
    }
}

/* (x_i - m) - log(sum): neither part is positive, so nothing cancels. */
void logreg_log_softmax_v(double *y, size_t stride_y, const double *x, size_t stride_x, size_t n)
{
    double m = largest(x, stride_x, n);
    logreg__dd log_sum = {NAN, NAN};
    if (!isnan(m))
        log_sum = logreg__log1p(sum_of_others(x, stride_x, n, m));
    for (size_t i = 0; i < n; i++) {
        double xi = x[i * stride_x];
        logreg__dd gap = xi == m || isnan(m) ? (logreg__dd){0, 0} : logreg__two_sum(xi, -m);
        y[i * stride_y] = isinf(gap.hi) ? gap.hi : logreg__dd_add(gap, logreg__dd_negate(log_sum)).hi;
    }
}

double logreg_logsumexp(const double *x, size_t n)
{
    return logreg_logsumexp_v(x, 1, n);
}

void logreg_softmax(double *p, const double *x, size_t n)
{
    logreg_softmax_v(p, 1, x, 1, n);
}

void logreg_log_softmax(double *y, const double *x, size_t n)
{
    logreg_log_softmax_v(y, 1, x, 1, n);
}
