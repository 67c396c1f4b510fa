#include "data/label.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/number.h"

/* A number as +-0.d1d2d3.. times 10^first. */
typedef struct {
    int sign; /* 0: the number is */
    int64_t first;
    const char *digit, *end; /* d1, .., perhaps with the mark among them */
} decimal;

/* Digits of a mantissa that a double holds for sure. */
enum { EXACT = 15 };

static int64_t exponent_of(const char *text)
{
    int64_t e = 0;
    bool negative = *text == '-';
    for (text += *text == '-' || *text == '+'; *text >= '0' && *text <= '9'; text++)
        if (e < INT64_MAX / 100)
            e = 10 * e + (*text - '0');
    return negative ? -e : e;
}

static const char *skip_blanks(const char *text)
{
    return text + strspn(text, " \t");
}

static decimal read(const char *text, char mark)
{
    text = skip_blanks(text);
    decimal d = {.sign = *text == '-' ? -1 : 1};
    text += *text == '-' || *text == '+';
    size_t n = strcspn(text, "eE \t");
    const char *at = memchr(text, mark, n);
    d.digit = text;
    d.end = text + n;
    d.first = (at ? at : d.end) - text;
    for (; d.digit < d.end && (*d.digit == '0' || *d.digit == mark); d.digit++)
        d.first -= *d.digit == '0';
    if (d.digit == d.end)
        d.sign = 0;
    else if (*d.end == 'e' || *d.end == 'E')
        d.first += exponent_of(d.end + 1);
    return d;
}

/* The next digit; zeros follow without end. */
static char next(decimal *d, char mark)
{
    d->digit += d->digit < d->end && *d->digit == mark;
    return (char)(d->digit < d->end ? *d->digit++ : '0');
}

int logreg__label_compare(const char *a, const char *b, char mark)
{
    decimal x = read(a, mark), y = read(b, mark);
    if (x.sign != y.sign || !x.sign)
        return x.sign - y.sign;
    int order = (x.first > y.first) - (x.first < y.first);
    while (!order && (x.digit < x.end || y.digit < y.end))
        order = next(&x, mark) - next(&y, mark);
    return x.sign * order;
}

char *logreg__label_normal(const char *text, char mark, bool bare)
{
    size_t length = strlen(text);
    char *normal = logreg__new(length + LOGREG__NUMBER_SIZE, 1);
    if (!normal)
        return NULL;
    decimal d = read(text, mark);
    bool exponent = *d.end == 'e' || *d.end == 'E';
    double x = 0;
    if (exponent && d.end - d.digit <= EXACT && logreg__number_parse(&x, text, length, mark))
        return logreg__number_shortest(normal, x + 0.0);
    char *to = normal;
    text = skip_blanks(text);
    if (d.sign < 0)
        *to++ = '-';
    text += *text == '-' || *text == '+';
    while (bare && *text == '0' && text[1] >= '0' && text[1] <= '9')
        text++;
    if (*text == mark)
        *to++ = '0';
    bool fraction = false;
    for (; *text && *text != ' ' && *text != '\t'; text++) {
        fraction = fraction || *text == mark;
        *to++ = (char)(*text == mark ? '.' : *text);
    }
    if (fraction && !exponent)
        while (to[-1] == '0')
            to--;
    to -= to[-1] == '.';
    *to = '\0';
    return normal;
}

bool logreg__label_is_normal(const char *text)
{
    double x;
    const char *digit = text + (*text == '-'), *point = strchr(text, '.');
    char last = *text ? text[strlen(text) - 1] : '\0';
    return logreg__number_parse(&x, text, strlen(text), '.') && !text[strcspn(text, "+eE \t")] &&
           *digit != '.' && last != '.' && !(point && last == '0');
}

bool logreg__labels_numbers(char *const *levels, size_t n)
{
    double x;
    size_t k = 0;
    while (k < n && logreg__number_parse(&x, levels[k], strlen(levels[k]), '.'))
        k++;
    return n && k == n;
}

size_t logreg__label_place_in(char *const *levels, size_t n, const char *label)
{
    double x;
    size_t k = 0;
    while (k < n && strcmp(levels[k], label) != 0)
        k++;
    if (k < n || !logreg__number_parse(&x, label, strlen(label), '.') || !logreg__labels_numbers(levels, n))
        return k;
    for (k = 0; k < n && logreg__label_compare(levels[k], label, '.') != 0;)
        k++;
    return k;
}
