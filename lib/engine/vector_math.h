/* Exponential and logarithm of vectors, for the ranges that likelihoods need. No branches, no tables; NaN stays NaN. */
#ifndef LOGREG_ENGINE_VECTOR_MATH_H
#define LOGREG_ENGINE_VECTOR_MATH_H

#include <math.h>

#include "engine/vector.h"
#include "engine/vector_tables.h"

/* exp(-|x|), subnormal results and infinite x included; within 0.95 ulp, at the baseline 1.3 ulp.
 *
 * -|x| = k log 2 + r with |r| <= log(2) / 2, and exp(r) = 1 + r + r^2 (..). 2^k is multiplied in two factors, so that only the
 * last product rounds where the result is subnormal. */
INLINE vec exp_of_minus(vec x)
{
    /* Adding it rounds to whole numbers, which then stand in the low bits; k + AHEAD + 1023 is an exponent for all k >= -1076. */
    enum { AHEAD = 600 };
    const double whole = 0x1.8p52 + 1023 + AHEAD;
    x = larger(all(-746), with_sign_set(x)); /* exp(-746) is 0 */
    vec shifted = madd(x, all(LOG2_E), all(whole)), k = shifted - all(whole);
    vec r = madd(k, all(-LN2_LO), madd(k, all(-LN2_HI), x));
    vec sum = all(exp_terms[9]);
    UNROLL(16)
    for (int i = 8; i >= 0; i--)
        sum = madd(sum, r, all(exp_terms[i]));
    sum = madd(madd(sum, r, all(1)), r, all(1));
    return sum * (vec)((ivec)shifted << 52) * all(0x1p-600);
}

/* log(1 + e) for e in [0, 1], within 2 ulp; relative to the result, however small e is.
 *
 * From e = 1/2 on, 1 + e = 2 (1 + f). log(1 + f) = 2 atanh(s) with s = f / (2 + f), as f - s (f - s^2 (..)). */
INLINE vec log_one_plus(vec e)
{
    vec half = all(0.5), f = pick_less(e, half, e, (e - all(1)) * half);
    vec s = f / (all(2) + f), z = s * s;
    vec sum = all(log_terms[7]);
    UNROLL(8)
    for (int i = 6; i >= 0; i--)
        sum = madd(sum, z, all(log_terms[i]));
    vec log_f = f - s * (f - z * sum);
    return pick_less(e, half, log_f, all(LN2_HI) + (all(LN2_LO) + log_f));
}

/* log x for x >= 0 up to infinity, subnormal ones included, of an x that is short of the number meant by `rest`, an ulp of 1 at most; within 1 ulp.
 *
 * x = 2^k (1 + f) with 1 + f in [sqrt(1/2), sqrt(2)), and log(1 + f) as above, in the order of fdlibm's log (Sun Microsystems 1993): f is the last to be added. */
INLINE vec log_of(vec x, vec rest)
{
    const uint64_t root = 0x3fe6a09e667f3bcd, one = (uint64_t)1023 << 52; /* bits of sqrt(1/2) and of 1 */
    vec least = all(0x1p-1022), zero = {0}, infinity = all(INFINITY);
    vec raised = pick_less(x, least, all(54), zero);
    uvec bits = (uvec)pick_less(x, least, x * all(0x1p54), x), exponent = (bits - root + one) >> 52;
    vec f = (vec)(bits - (exponent << 52) + one) - all(1);
    vec k = (vec)(exponent | (uvec)all(0x1p52)) - (all(0x1p52 + 1023) + raised);
    vec s = f / (all(2) + f), z = s * s, square = all(0.5) * f * f;
    vec sum = all(log_terms[7]);
    UNROLL(8)
    for (int i = 6; i >= 0; i--)
        sum = madd(sum, z, all(log_terms[i]));
    vec low = madd(s, square + z * sum, madd(k, all(LN2_LO), rest));
    vec log_x = k * all(LN2_HI) - ((square - low) - f);
    /* the logarithm of 0, and of what is no number or has none */
    vec without = pick_less(x, zero, all(NAN), x - infinity);
    return pick_less(zero, x, pick_less(x, infinity, log_x, x), without);
}

#endif
