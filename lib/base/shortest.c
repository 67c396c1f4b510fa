/* Double to the shortest decimal that reads back as the same double, the nearest to it of these.
 *
 * v = c 2^q. With 10^k no wider than the doubles about v are apart, and 10^(k+1) wider, either one multiple of 10^(k+1) reads
 * back as v, and is the shortest, or the multiples of 10^k to both sides of v decide (R. Giulietti, "The Schubfach way
 * to render doubles", 2020). v and the ends of what reads back as v are taken as quarters of 10^k: integers, made odd
 * where something is cut off, which compare with any other as the numbers do that they stand for. For every double
 * whose quarters are even before the cut, what is cut off is nothing or at least 2^-63, so that 64 bits tell.
 */
#include "base/number.h"

#include <float.h>
#include <math.h>
#include <stdint.h>
#include <string.h>

#include <logreg/base.h>

#include "base/powers.h"

typedef unsigned __int128 wide;

enum { FRACTION = DBL_MANT_DIG - 1, SMALLEST = DBL_MIN_EXP - DBL_MANT_DIG };

/* floor(q log10(2)) and floor(q log2(10)), of all exponents here. */
static int log10_of_power_of_2(int q)
{
    return (q * 1262611) >> 22;
}

static int log2_of_power_of_10(int q)
{
    return (q * 1741647) >> 19;
}

/* x g / 2^128, cut off and made odd where that is no integer; g is above its true value by 1 at most. */
static uint64_t product(wide g, uint64_t x)
{
    wide y = (wide)(uint64_t)(g >> 64) * x + ((wide)(uint64_t)g * x >> 64);
    return (uint64_t)(y >> 64) | ((uint64_t)y > 1);
}

/* 10^q, scaled to 128 bits and rounded up. */
static wide power_of_10(int q)
{
    const uint64_t *t = logreg__power[q - LOGREG__POWER_SMALLEST];
    return ((wide)t[0] << 64 | t[1]) + !(q < 0 && q >= -LOGREG__POWER_WHOLE);
}

/* w 10^k, the shortest for c 2^q; w may end in zeros. */
static uint64_t shortest(int *exponent, uint64_t c, int q)
{
    bool even = c % 2 == 0, uneven = c == UINT64_C(1) << FRACTION && q > SMALLEST; /* half as near below */
    int k =
        uneven ? (q * 1262611 - 524031) >> 22 : log10_of_power_of_2(q); /* log10(3/4 2^q), or log10(2^q) */
    int shift = q + log2_of_power_of_10(-k) + 1;
    wide g = power_of_10(-k);
    uint64_t low = product(g, (4 * c - 2 + uneven) << shift) + !even;
    uint64_t v = product(g, (4 * c) << shift);
    uint64_t high = product(g, (4 * c + 2) << shift) - !even;
    uint64_t s = v / 4, tens = s / 10 * 10;
    *exponent = k;
    if (s >= 10) {
        bool down = low <= 4 * tens, up = 4 * (tens + 10) <= high;
        if (down != up)
            return tens + (up ? 10 : 0);
    }
    bool down = low <= 4 * s, up = 4 * (s + 1) <= high;
    if (down != up)
        return s + up;
    uint64_t half = 4 * s + 2;
    return s + (v > half || (v == half && s % 2));
}

/* v = w 10^k, the shortest. */
static uint64_t decimal_of(int *exponent, uint64_t fraction, int biased)
{
    uint64_t c = biased ? fraction | UINT64_C(1) << FRACTION : fraction;
    int q = SMALLEST - 1 + (biased ? biased : 1);
    if (q > 0 || q < -FRACTION || c & ((UINT64_C(1) << -q) - 1))
        return shortest(exponent, c, q);
    *exponent = 0; /* a whole number with digits for the ones */
    return c >> -q;
}

/* Writes the digits of w > 0 without the zeros at its end, which go to the exponent; returns how many. */
static int write_digits(char digits[20], uint64_t w, int *exponent)
{
    while (w % 100000000 == 0)
        w /= 100000000, *exponent += 8;
    while (w % 10 == 0)
        w /= 10, ++*exponent;
    char reversed[20];
    int n = 0;
    do
        reversed[n++] = (char)('0' + w % 10);
    while (w /= 10);
    for (int i = 0; i < n; i++)
        digits[i] = reversed[n - 1 - i];
    return n;
}

static char *write_exponent(char *to, int exponent)
{
    unsigned size = (unsigned)(exponent < 0 ? -exponent : exponent);
    *to++ = 'e';
    *to++ = exponent < 0 ? '-' : '+';
    if (size >= 100)
        *to++ = (char)('0' + size / 100);
    *to++ = (char)('0' + size / 10 % 10);
    *to++ = (char)('0' + size % 10);
    return to;
}

static char *fill(char *to, const char *digits, int n)
{
    memcpy(to, digits, (size_t)n);
    return to + n;
}

static char *zeros(char *to, int n)
{
    memset(to, '0', (size_t)n);
    return to + n;
}

/* n digits, the first in the place of 10^exponent, as %.15g writes them, or %.16g or %.17g where there are as many. */
static char *lay_out(char *to, const char *digits, int n, int exponent)
{
    if (exponent < -4 || exponent >= (n > 15 ? n : 15)) {
        *to++ = digits[0];
        if (n > 1)
            *to++ = '.';
        return write_exponent(fill(to, digits + 1, n - 1), exponent);
    }
    if (exponent >= n - 1)
        return zeros(fill(to, digits, n), exponent - n + 1);
    if (exponent < 0)
        return fill(zeros(fill(to, "0.", 2), -exponent - 1), digits, n);
    to = fill(to, digits, exponent + 1);
    *to++ = '.';
    return fill(to, digits + exponent + 1, n - exponent - 1);
}

size_t logreg_number_text(char text[LOGREG_NUMBER_SIZE], double value)
{
    if (!isfinite(value))
        return strlen(strcpy(text, isnan(value) ? "nan" : value < 0 ? "-inf" : "inf"));
    uint64_t bits;
    memcpy(&bits, &value, sizeof bits);
    uint64_t fraction = bits & ((UINT64_C(1) << FRACTION) - 1);
    int biased = (int)(bits >> FRACTION & 2047);
    char digits[20], *to = text;
    if (bits >> 63)
        *to++ = '-';
    if (!(biased || fraction))
        *to++ = '0';
    else {
        int exponent;
        uint64_t w = decimal_of(&exponent, fraction, biased);
        int n = write_digits(digits, w, &exponent);
        to = lay_out(to, digits, n, exponent + n - 1);
    }
    *to = '\0';
    return (size_t)(to - text);
}

char *logreg__number_shortest(char *text, double value)
{
    logreg_number_text(text, value);
    return text;
}
