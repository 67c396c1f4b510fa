/* A floating filter decides nearly always: |computed - true| <= gamma sum |x_j y_j|. Where it cannot, products go into
 * a fixed-point number wide enough for every product of two doubles (Kulisch's long accumulator), which rounds
 * nothing. */
#include "base/exact.h"

#include <float.h>
#include <math.h>
#include <stdint.h>
#include <string.h>

/* Digits of 32 bits in 64-bit cells, so that carries can wait. Digit 0 has the weight 2^-LOWEST, below the last bit
 * of the smallest product, 2^-2148; the top digit lies above the largest sum. */
#define DIGITS 140
#define LOWEST 2272
#define DIGIT_MASK INT64_C(0xffffffff)

typedef struct {
    int64_t digit[DIGITS];
} accumulator;

static void add_product(accumulator *sum, double x, double y)
{
    if (x == 0 || y == 0)
        return;
    int ex, ey;
    int64_t mx = (int64_t)ldexp(frexp(x, &ex), DBL_MANT_DIG);
    int64_t my = (int64_t)ldexp(frexp(y, &ey), DBL_MANT_DIG);
    int sign = (mx < 0) == (my < 0) ? 1 : -1;
    unsigned __int128 m = (unsigned __int128)(mx < 0 ? -mx : mx) * (unsigned __int128)(my < 0 ? -my : my);
    int place = ex + ey - 2 * DBL_MANT_DIG + LOWEST, k = place / 32, shift = place % 32;
    for (; m; m >>= 32, k++) {
        int64_t part = ((int64_t)m & DIGIT_MASK) << shift;
        sum->digit[k] += sign * (part & DIGIT_MASK);
        sum->digit[k + 1] += sign * (part >> 32);
    }
}

static int sign_of(accumulator *sum)
{
    int64_t carry = 0;
    int64_t any = 0;
    for (int k = 0; k < DIGITS; k++) {
        int64_t d = sum->digit[k] + carry;
        carry = d >> 32;
        any |= d & DIGIT_MASK;
    }
    return carry < 0 ? -1 : any != 0;
}

static int decide(const double *x, const double *a, const double *b, size_t n)
{
    accumulator sum;
    memset(&sum, 0, sizeof sum);
    for (size_t j = 0; a && j < n; j++)
        add_product(&sum, x[j], a[j]);
    for (size_t j = 0; b && j < n; j++)
        add_product(&sum, -x[j], b[j]);
    return sign_of(&sum);
}

int logreg__exact_sign(const double *x, const double *a, const double *b, size_t n)
{
    double sum = 0, size = 0;
    for (size_t j = 0; a && j < n; j++) {
        sum += x[j] * a[j];
        size += fabs(x[j] * a[j]);
    }
    for (size_t j = 0; b && j < n; j++) {
        sum -= x[j] * b[j];
        size += fabs(x[j] * b[j]);
    }
    /* 2n products and additions; one that underflows is off by less than the smallest double. */
    double terms = 2 * (double)n + 4, bound = terms * (DBL_EPSILON * size + DBL_TRUE_MIN);
    if (size <= DBL_MAX && fabs(sum) > bound)
        return sum > 0 ? 1 : -1;
    return decide(x, a, b, n);
}

double logreg__exact_dot(const double *x, const double *y, size_t n)
{
    double sum = 0, rest = 0;
    for (size_t j = 0; j < n; j++) {
        double p = x[j] * y[j], q = fma(x[j], y[j], -p);
        double s = sum + p, t = s - sum;
        rest += q + ((sum - (s - t)) + (p - t));
        sum = s;
    }
    return sum + rest;
}
