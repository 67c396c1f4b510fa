/* Decimal text to double and back.
 *
 * A number is read as w 10^q with an integer w of at most 19 digits, which decimal.c rounds. Of more digits the first 19
 * decide, wherever w and w + 1 give the same double. What is left is spelled out as digits with an exponent, without
 * a decimal mark, and given to strtod, which reads that alike in every locale.
 */
#include "base/number.h"

#include <errno.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/decimal.h"

/* A double, or the middle between two, has at most 767 significant digits: what stands behind matters only as zero
 * or not. */
enum { DIGITS_EXACT = 19, DIGITS_MAX = 770 };

/* The text as found: digits first .. last, perhaps with the mark between them, times 10^exponent. */
typedef struct {
    const char *first, *last;
    uint64_t w; /* all digits, where they are no more than DIGITS_EXACT */
    size_t digits;
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

static const char *read_digits(uint64_t *w, const char *p, const char *end)
{
    for (; end - p >= 8; p += 8) {
        uint64_t digits = logreg__bytes8(p) ^ 0x3030303030303030u;
        if (logreg__above_nine(digits))
            break;
        *w = 100000000 * *w + logreg__eight_digits(digits);
    }
    for (; p < end && is_digit(*p); p++)
        *w = 10 * *w + (uint64_t)(*p - '0');
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
    p = read_digits(&d->w, p, end);
    d->digits = (size_t)(p - d->first);
    if (p < end && *p == mark) {
        const char *start = ++p;
        p = read_digits(&d->w, p, end);
        d->fraction = (size_t)(p - start);
        d->digits += d->fraction;
    }
    d->last = p;
    if (!d->digits)
        return false;
    if (p < end && (*p == 'e' || *p == 'E'))
        p = read_exponent(d, p + 1, end);
    return p == end;
}

/* The number with its digits spelled out in a row and an exponent, through strtod. */
static double any_number(const decimal *d)
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

/* Of more digits than w holds: leading zeros go, and the first DIGITS_EXACT decide if they can. */
static double long_number(const decimal *d)
{
    uint64_t w = 0;
    size_t left = d->digits, taken = 0;
    const char *p = d->first;
    for (; left && (*p == '0' || !is_digit(*p)); p++)
        left -= *p == '0';
    for (; left && taken < DIGITS_EXACT; p++) {
        if (!is_digit(*p))
            continue;
        w = 10 * w + (uint64_t)(*p - '0');
        taken++;
        left--;
    }
    int64_t q = d->exponent - (int64_t)d->fraction + (int64_t)left;
    double x = logreg__decimal(w, q);
    return !left || x == logreg__decimal(w + 1, q) ? x : any_number(d);
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
    double x =
        d.digits <= DIGITS_EXACT ? logreg__decimal(d.w, d.exponent - (int64_t)d.fraction) : long_number(&d);
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
