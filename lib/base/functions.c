#include "base/functions.h"

#include <stdbool.h>

#include "base/elementary.h"

static const logreg__dd ln_2 = {0x1.62e42fefa39efp-1, 0x1.abc9e3b39803fp-56};
static const logreg__dd ln_10 = {0x1.26bb1bbb55516p+1, -0x1.f48ad494ea3e9p-53};

/* x > 0 and finite. */
static logreg__dd log_of(double x)
{
    if (x > 0.5 && x < 2) /* the distance from 1 is exact */
        return logreg__log1p((logreg__dd){x - 1, 0});
    return logreg__log((logreg__dd){x, 0});
}

/* log(x) / by, also where log has special values. */
static double log_over(double x, const logreg__dd *by)
{
    if (isnan(x) || x < 0)
        return NAN;
    if (x == 0 || isinf(x))
        return x == 0 ? -INFINITY : INFINITY;
    return by ? logreg__dd_divide(log_of(x), *by).hi : log_of(x).hi;
}

double logreg__log_of(double x)
{
    return log_over(x, NULL);
}

double logreg__log2_of(double x)
{
    return log_over(x, &ln_2);
}

double logreg__log10_of(double x)
{
    return log_over(x, &ln_10);
}

double logreg__log1p_of(double x)
{
    if (isnan(x) || x < -1)
        return NAN;
    if (x == -1 || isinf(x))
        return x < 0 ? -INFINITY : INFINITY;
    return logreg__log1p((logreg__dd){x, 0}).hi;
}

/* exp of any two doubles, rounded once. */
static double exp_of(logreg__dd x)
{
    if (x.hi > 710)
        return INFINITY;
    if (x.hi < -750)
        return 0;
    int k;
    logreg__dd e = logreg__exp(x, &k);
    return logreg__dd_round(e, k);
}

double logreg__exp_of(double x)
{
    return isnan(x) ? x : exp_of((logreg__dd){x, 0});
}

double logreg__expm1_of(double x)
{
    if (isnan(x))
        return x;
    if (x > 100) /* 1 is far below an ulp */
        return exp_of((logreg__dd){x, 0});
    return x < -600 ? -1 : logreg__expm1((logreg__dd){x, 0}).hi;
}

/* 2^scale m^n, 0 <= n <= 128, m in [1/4, 1). */
static double whole_power(logreg__dd m, int n, bool inverse, int scale)
{
    logreg__dd power = {1, 0};
    for (; n; n >>= 1, m = logreg__dd_multiply(m, m))
        if (n & 1)
            power = logreg__dd_multiply(power, m);
    if (inverse)
        power = logreg__dd_divide((logreg__dd){1, 0}, power);
    int k;
    (void)frexp(power.hi, &k);
    return logreg__dd_round(logreg__dd_scale(power, -k), scale + k);
}

/* x > 0, |y| <= 64 a multiple of 1/2: products of the root or of x itself. */
static double half_power(double x, double y)
{
    int e, n = (int)fabs(2 * y);
    logreg__dd m = {frexp(x, &e), 0};
    if (n % 2 == 0) {
        n /= 2;
    } else {
        if (e % 2) {
            m.hi /= 2;
            e++;
        }
        e /= 2;
        double root = sqrt(m.hi);
        m = logreg__fast_two_sum(root, fma(-root, root, m.hi) / (2 * root));
    }
    return whole_power(m, n, y < 0, y < 0 ? -e * n : e * n);
}

double logreg__power_of(double x, double y)
{
    if (!isfinite(x) || !isfinite(y) || x == 0 || y == 0)
        return pow(x, y); /* exact everywhere */
    bool whole = y == rint(y), odd = whole && fmod(y, 2) != 0;
    if (x < 0 && !whole)
        return NAN;
    double size;
    if (fabs(y) <= 64 && 2 * y == rint(2 * y)) {
        size = half_power(fabs(x), y);
    } else {
        logreg__dd log = log_of(fabs(x));
        double t = y * log.hi;
        size = t > 710 ? INFINITY : t < -750 ? 0 : exp_of(logreg__dd_multiply((logreg__dd){y, 0}, log));
    }
    return x < 0 && odd ? -size : size;
}
