/* Numbers of about 106 bits as an unevaluated sum of two doubles, |lo| <= ulp(hi) / 2: for the few lines that
 * must round only once. Dekker (1971), Knuth (TAOCP 2, 4.2.2); products through fma. */
#ifndef LOGREG_BASE_DD_H
#define LOGREG_BASE_DD_H

#include <math.h>
#include <stdint.h>
#include <string.h>

typedef struct {
    double hi, lo;
} logreg__dd;

/* a + b exactly. */
static inline logreg__dd logreg__two_sum(double a, double b)
{
    double s = a + b;
    double t = s - a;
    return (logreg__dd){s, (a - (s - t)) + (b - t)};
}

/* a + b exactly, where |a| >= |b| or a = 0. */
static inline logreg__dd logreg__fast_two_sum(double a, double b)
{
    double s = a + b;
    return (logreg__dd){s, b - (s - a)};
}

/* a b exactly, unless it underflows. */
static inline logreg__dd logreg__two_product(double a, double b)
{
    double p = a * b;
    return (logreg__dd){p, fma(a, b, -p)};
}

static inline logreg__dd logreg__dd_add(logreg__dd a, logreg__dd b)
{
    logreg__dd s = logreg__two_sum(a.hi, b.hi);
    return logreg__fast_two_sum(s.hi, s.lo + (a.lo + b.lo));
}

static inline logreg__dd logreg__dd_negate(logreg__dd a)
{
    return (logreg__dd){-a.hi, -a.lo};
}

static inline logreg__dd logreg__dd_multiply(logreg__dd a, logreg__dd b)
{
    logreg__dd p = logreg__two_product(a.hi, b.hi);
    return logreg__fast_two_sum(p.hi, p.lo + (a.hi * b.lo + a.lo * b.hi));
}

static inline logreg__dd logreg__dd_divide(logreg__dd a, logreg__dd b)
{
    double q = a.hi / b.hi;
    double rest = (fma(-q, b.hi, a.hi) + a.lo) - q * b.lo;
    return logreg__fast_two_sum(q, rest / b.hi);
}

/* a 2^k exactly, for k in -1022 .. 1023 and results that are normal numbers. */
static inline logreg__dd logreg__dd_scale(logreg__dd a, int k)
{
    uint64_t bits = (uint64_t)(k + 1023) << 52;
    double power;
    memcpy(&power, &bits, sizeof power);
    return (logreg__dd){a.hi * power, a.lo * power};
}

/* a 2^k for a.hi in (0, 4], rounded once, also where the result is subnormal or overflows. */
static inline double logreg__dd_round(logreg__dd a, int k)
{
    if (k < -1082)
        return 0;
    double normal = ldexp(1, -1022 - k); /* from here on the result is a normal number */
    if (a.hi >= normal)
        return ldexp(a.hi, k);
    double sum = normal + a.hi; /* rounds a.hi to the last place of the result */
    double lost = a.hi - (sum - normal);
    return ldexp((sum + (lost + a.lo)) - normal, k);
}

#endif
