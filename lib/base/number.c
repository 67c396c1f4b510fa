/* Decimal text to double and back.
 *
 * A number is read as w 10^e with an integer w. If w has at most 19 digits and |e| <= 27, then w and 5^|e| are
 * 64-bit integers: w 5^e is an exact 128-bit product, and w / 5^-e a quotient of 63 bits or more whose remainder only
 * matters as zero or not. One conversion to double then rounds, and a power of two, exact, finishes: no table, and
 * no case in doubt. Any other number is spelled out as digits with an exponent, without a decimal mark, and given
 * to strtod, which reads that alike in every locale.
 */
#include "base/number.h"

#include <errno.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A double, or the middle between two, has at most 767 significant digits: what stands behind matters only as zero
 * or not. */
enum { DIGITS_EXACT = 19, POWER_EXACT = 27, DIGITS_MAX = 770 };

typedef unsigned __int128 wide;

/* The text as found: digits first .. last, perhaps with the mark between them, times 10^exponent. */
typedef struct {
    const char *first, *last;
    uint64_t w;       /* the leading significant digits, up to DIGITS_EXACT of them */
    size_t digits;    /* significant digits: from the first that is not 0 */
    size_t fraction;  /* digits after the mark */
    int64_t exponent; /* as written */
    bool negative;
} decimal;

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t';
}

static const char *read_digits(decimal *d, const char *p, const char *end)
{
    for (; p < end && is_digit(*p); p++) {
        if (d->digits < DIGITS_EXACT)
            d->w = 10 * d->w + (uint64_t)(*p - '0');
        d->digits += d->digits || *p != '0';
    }
    return p;
}

/* [+-]digits after the e; NULL if there are none. An absurd exponent stops growing where it decides all the same:
 * texts are far shorter. */
static const char *read_exponent(decimal *d, const char *p, const char *end)
{
    bool negative = p < end && *p == '-';
    if (p < end && (*p == '-' || *p == '+'))
        p++;
    if (p == end || !is_digit(*p))
        return NULL;
    int64_t e = 0;
    for (; p < end && is_digit(*p); p++)
        if (e < INT64_MAX / 100)
            e = 10 * e + (*p - '0');
    d->exponent = negative ? -e : e;
    return p;
}

static bool scan(decimal *d, const char *p, const char *end, char mark)
{
    *d = (decimal){0};
    if (p < end && (*p == '-' || *p == '+'))
        d->negative = *p++ == '-';
    d->first = p;
    p = read_digits(d, p, end);
    size_t found = (size_t)(p - d->first);
    if (p < end && *p == mark) {
        const char *start = ++p;
        p = read_digits(d, p, end);
        d->fraction = (size_t)(p - start);
        found += d->fraction;
    }
    d->last = p;
    if (!found)
        return false;
    if (p < end && (*p == 'e' || *p == 'E'))
        p = read_exponent(d, p + 1, end);
    return p == end;
}

/* w 10^e, correctly rounded, for 0 < w < 10^19 and |e| <= POWER_EXACT. */
static double small_power(uint64_t w, int e)
{
    /* clang-format off */
    static const uint64_t five[POWER_EXACT + 1] = {
        1, 5, 25, 125, 625, 3125, 15625, 78125, 390625, 1953125, 9765625, 48828125, 244140625,
        1220703125, 6103515625, 30517578125, 152587890625, 762939453125, 3814697265625,
        19073486328125, 95367431640625, 476837158203125, 2384185791015625, 11920928955078125,
        59604644775390625, 298023223876953125, 1490116119384765625, 7450580596923828125,
    };
    /* clang-format on */
    if (w < (uint64_t)1 << 53 && e == 0)
        return (double)w;
    uint64_t power = five[e < 0 ? -e : e];
    int shift = __builtin_clzll(w), scale = __builtin_clzll(power);
    wide x = (wide)(w << shift), y = power << scale; /* 2^63 <= x, y < 2^64 */
    wide whole = e < 0 ? (x << 63) / y : x * y >> 64;
    bool rest = e < 0 ? (x << 63) % y != 0 : (uint64_t)(x * y) != 0;
    return ldexp((double)((uint64_t)whole | rest), e < 0 ? e - 63 - shift + scale : e + 64 - shift - scale);
}

/* The number with its digits spelled out in a row and an exponent, through strtod. */
static double any_power(const decimal *d)
{
    char text[DIGITS_MAX + 32];
    size_t n = 0, seen = 0;
    bool rest = false;
    for (const char *p = d->first; p < d->last; p++) {
        if (!is_digit(*p) || (!seen && *p == '0'))
            continue;
        if (seen++ < DIGITS_MAX)
            text[n++] = *p;
        else
            rest = rest || *p != '0';
    }
    int64_t exponent = d->exponent - (int64_t)d->fraction + (int64_t)(seen - n);
    if (rest) {
        text[n++] = '1';
        exponent--;
    }
    snprintf(text + n, sizeof text - n, "e%lld", (long long)exponent);
    int saved = errno;
    double value = strtod(text, NULL);
    errno = saved;
    return value;
}

bool logreg__number_parse(double *value, const char *text, size_t n, char mark)
{
    const char *end = text + n;
    while (text < end && is_blank(*text))
        text++;
    while (text < end && is_blank(end[-1]))
        end--;
    decimal d;
    if (!scan(&d, text, end, mark))
        return false;
    int64_t e = d.exponent - (int64_t)d.fraction;
    double x;
    if (!d.digits)
        x = 0;
    else if (d.digits <= DIGITS_EXACT && e >= -POWER_EXACT && e <= POWER_EXACT)
        x = small_power(d.w, (int)e);
    else
        x = any_power(&d);
    if (isinf(x))
        return false;
    *value = d.negative ? -x : x;
    return true;
}

char *logreg__number_format(char *text, double value, int digits)
{
    if (!isfinite(value))
        return strcpy(text, isnan(value) ? "nan" : value < 0 ? "-inf" : "inf");
    char raw[LOGREG__NUMBER_SIZE];
    snprintf(raw, sizeof raw, "%.*g", digits < 1 ? 1 : digits > 17 ? 17 : digits, value);
    char *to = text;
    for (const char *from = raw; *from;) {
        if (is_digit(*from) || strchr("+-e", *from)) {
            *to++ = *from++;
            continue;
        }
        *to++ = '.'; /* the mark of the locale, which may be several bytes long */
        while (!is_digit(*from))
            from++;
    }
    *to = '\0';
    return text;
}

char *logreg__number_shortest(char *text, double value)
{
    /* 15 digits always survive the way into a normal double and back, so fewer need no trial */
    int digits = fabs(value) < 2.2250738585072014e-308 ? 1 : 15;
    for (; digits <= 17; digits++) {
        double back;
        logreg__number_format(text, value, digits);
        if (!logreg__number_parse(&back, text, strlen(text), '.') || back == value)
            break;
    }
    return text;
}
