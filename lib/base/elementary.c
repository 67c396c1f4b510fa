/* exp: x = n ln2 / 32 + r, exp(x) = 2^(n / 32) (1 + r + r^2/2 + ..), |r| < 0.0109.
 * log: y = 2^k m, c m = 1 + r with c from a table, log(y) = k ln2 - log(c) + (r - r^2/2 + ..), |r| < 0.0118.
 * expm1: exp less 1, or for |x| < 2^-4 the series with x + x^2/2 held exactly.
 * In all the leading r is held exactly, and what follows is so much smaller that a double carries it
 * (Tang 1989, 1990).
 */
#include "base/elementary.h"

#include <assert.h>

#include "base/elementary_tables.h"

logreg__dd logreg__exp(logreg__dd x, int *k)
{
    assert(fabs(x.hi) <= 2000);
    const double shift = 0x1.8p52; /* adding it rounds to a whole number */
    double steps = (x.hi * EXP_STEPS_PER_UNIT + shift) - shift;
    int n = (int)steps, i = n & (EXP_STEPS - 1);
    *k = (n - i) / EXP_STEPS;

    double hi = x.hi - steps * EXP_STEP_HI; /* exact */
    logreg__dd r = logreg__fast_two_sum(hi, x.lo - steps * EXP_STEP_LO);
    double z = r.hi;
    double tail =
        r.lo + z * r.lo +
        z * z * (0.5 + z * (1 / 6.0 + z * (1 / 24.0 + z * (1 / 120.0 + z * (1 / 720.0 + z / 5040)))));

    const double *power = exp_table[i];
    logreg__dd product = logreg__two_product(power[0], z);
    logreg__dd sum = logreg__fast_two_sum(power[0], product.hi);
    double rest = product.lo + power[0] * tail + power[1] * (1 + z);
    return logreg__fast_two_sum(sum.hi, sum.lo + rest);
}

logreg__dd logreg__expm1(logreg__dd x)
{
    if (fabs(x.hi) >= 0x1p-4) {
        int k;
        logreg__dd e = logreg__exp(x, &k);
        return logreg__dd_add(logreg__dd_scale(e, k), (logreg__dd){-1, 0});
    }
    double z = x.hi;
    logreg__dd square = logreg__two_product(z, z);
    double series =
        1 / 6.0 +
        z * (1 / 24.0 +
             z * (1 / 120.0 +
                  z * (1 / 720.0 + z * (1 / 5040.0 + z * (1 / 40320.0 + z * (1 / 362880.0 +
                                                                             z * (1 / 3628800.0 +
                                                                                  z * (1 / 39916800.0))))))));
    logreg__dd sum = logreg__fast_two_sum(z, square.hi / 2);
    return logreg__fast_two_sum(sum.hi, sum.lo + (square.lo / 2 + x.lo * (1 + z) + z * z * z * series));
}

/* log(1 + r) - r.hi for |r| < 2^-6. */
static double log1p_tail(logreg__dd r)
{
    double z = r.hi;
    double series =
        -0.5 + z * (1 / 3.0 +
                    z * (-0.25 + z * (0.2 + z * (-1 / 6.0 +
                                                 z * (1 / 7.0 + z * (-0.125 + z * (1 / 9.0 - z * 0.1)))))));
    return r.lo - z * r.lo + z * z * series;
}

logreg__dd logreg__log(logreg__dd y)
{
    assert(y.hi > 0 && isfinite(y.hi));
    int k;
    double m = frexp(y.hi, &k); /* [1/2, 1), wanted in [44, 88) / 64 */
    if (m < LOG_FIRST / 64.0) {
        m *= 2;
        k--;
    }
    double m_lo = y.lo == 0 ? 0 : ldexp(y.lo, -k);
    const double *row = log_table[(int)(m * 64) - LOG_FIRST];

    logreg__dd product = logreg__two_product(m, row[0]);
    logreg__dd r = logreg__fast_two_sum(product.hi - 1, product.lo + m_lo * row[0]);
    logreg__dd sum = logreg__two_sum(k * LN2_HI, row[1]);
    logreg__dd total = logreg__two_sum(sum.hi, r.hi);
    double rest = total.lo + sum.lo + (k * LN2_LO + row[2] + log1p_tail(r));
    return logreg__fast_two_sum(total.hi, rest);
}

logreg__dd logreg__log1p(logreg__dd r)
{
    assert(r.hi > -1);
    if (fabs(r.hi) < 0x1p-6)
        return logreg__fast_two_sum(r.hi, log1p_tail(r));
    logreg__dd y = logreg__two_sum(1, r.hi);
    return logreg__log(logreg__fast_two_sum(y.hi, y.lo + r.lo));
}
