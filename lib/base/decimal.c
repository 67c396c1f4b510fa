/* w 10^q to double.
 *
 * If w < 2^53 and |q| <= 22, then w and 10^|q| are doubles, and one multiplication or division rounds once
 * (W. D. Clinger, "How to read floating point numbers accurately", PLDI 1990). Else w is multiplied by 5^q cut to 128
 * bits. The product's upper 64 bits, with the 64 below them where the cut might reach them, decide the rounding of
 * every w < 2^64 (D. Lemire, "Number parsing at a gigabyte per second", Softw. Pract. Exp. 51, 2021; that no case
 * is left in doubt: N. Mushtak and D. Lemire, "Fast number parsing without fallback", ibid. 53, 2023).
 */
#include "base/decimal.h"

#include <float.h>
#include <math.h>
#include <stdbool.h>

#include "base/powers.h"

/* clang-format off */
const double logreg__ten[LOGREG__TEN_EXACT + 1] = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11,
    1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
};
/* clang-format on */

enum { FRACTION = DBL_MANT_DIG - 1, BIAS = 1023, LARGEST = 2 * BIAS + 1 };

typedef unsigned __int128 wide;

/* The upper 128 bits of w 5^q, or somewhat less than that where they are far from what rounding asks. */
static wide product(uint64_t w, int q)
{
    const uint64_t *t = logreg__power[q - LOGREG__POWER_SMALLEST];
    const uint64_t doubt = UINT64_MAX >> (DBL_MANT_DIG + 2); /* bits behind the one that rounds */
    wide x = (wide)w * t[0];
    if (((uint64_t)(x >> 64) & doubt) == doubt)
        x += (wide)w * t[1] >> 64;
    return x;
}

static double assemble(uint64_t fraction, int exponent)
{
    uint64_t bits = (uint64_t)exponent << FRACTION | (fraction & ((UINT64_C(1) << FRACTION) - 1));
    double x;
    memcpy(&x, &bits, sizeof x);
    return x;
}

/* m has one bit more than a double holds. */
static uint64_t round_half_up(uint64_t m)
{
    return (m + (m & 1)) >> 1;
}

static double scaled(uint64_t w, int q)
{
    int zeros = __builtin_clzll(w);
    wide x = product(w << zeros, q);
    uint64_t high = (uint64_t)(x >> 64), low = (uint64_t)x;
    int upper = (int)(high >> 63), cut = upper + 64 - DBL_MANT_DIG - 2;
    uint64_t m = high >> cut;
    /* 217706 / 2^16 is log2(10) from below: exact floors for all q here */
    int exponent = (217706 * q >> 16) + 63 + upper - zeros + BIAS;
    if (exponent <= 0) { /* subnormal */
        if (exponent <= -63)
            return 0;
        m = round_half_up(m >> (1 - exponent));
        return assemble(m, m >> FRACTION != 0);
    }
    /* Half way between two doubles? Then to the even one. Only where 5^q, or its inverse, fits beside w in 64 bits. */
    bool half = low <= 1 && q >= -4 && q <= 23 && (m & 3) == 1 && m << cut == high;
    m = half ? m >> 1 : round_half_up(m);
    if (m >> DBL_MANT_DIG) {
        m >>= 1;
        exponent++;
    }
    return exponent >= LARGEST ? INFINITY : assemble(m, exponent);
}

double logreg__decimal(uint64_t w, int64_t q)
{
    if (w < UINT64_C(1) << DBL_MANT_DIG && q >= -LOGREG__TEN_EXACT && q <= LOGREG__TEN_EXACT)
        return q < 0 ? (double)w / logreg__ten[-q] : (double)w * logreg__ten[q];
    if (!w || q < LOGREG__POWER_SMALLEST)
        return 0;
    return q > LOGREG__POWER_LARGEST ? INFINITY : scaled(w, (int)q);
}
