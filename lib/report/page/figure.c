#include "report/page/figure.h"

#include <float.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* printf puts the mark of the locale between the digits, which may be several bytes: here it becomes a point. */
static void point(char *text)
{
    char *mark = text + strspn(text, "0123456789");
    size_t n = strcspn(mark, "0123456789");
    *mark = '.';
    memmove(mark + 1, mark + n, strlen(mark + n) + 1);
}

/* Infinities and NaN, which all numbers share. */
static bool special(char *text, double value, const logreg__signs *sign)
{
    if (isfinite(value))
        return false;
    snprintf(text, LOGREG__FIGURE_SIZE, "%s%s", isinf(value) && value < 0 ? sign->minus : "",
             isinf(value) ? sign->infinity : "");
    return true;
}

/* d.ddde±x, as 3.41e6. */
static char *powers(char *text, double value, int digits, const logreg__signs *sign)
{
    char mantissa[LOGREG__FIGURE_SIZE];
    snprintf(mantissa, sizeof mantissa, "%.*e", digits - 1, fabs(value));
    char *e = strchr(mantissa, 'e');
    int exponent = atoi(e + 1);
    *e = '\0';
    if (digits > 1)
        point(mantissa);
    snprintf(text, LOGREG__FIGURE_SIZE, "%s%.24se%s%d", value < 0 ? sign->minus : "", mantissa,
             exponent < 0 ? sign->minus : "", abs(exponent));
    return text;
}

char *logreg__figure_fixed(char *text, double value, int decimals, const logreg__signs *sign)
{
    if (special(text, value, sign))
        return text;
    if (!(fabs(value) < 1e16) || decimals > 16)
        return powers(text, value, 4, sign);
    char digits[LOGREG__FIGURE_SIZE];
    snprintf(digits, sizeof digits, "%.*f", decimals, fabs(value));
    if (decimals > 0)
        point(digits);
    bool zero = strspn(digits, "0.") == strlen(digits);
    snprintf(text, LOGREG__FIGURE_SIZE, "%s%.48s", value < 0 && !zero ? sign->minus : "", digits);
    return text;
}

/* The power of ten of the first digit, once rounded to so many digits. */
static int magnitude(double value, int digits)
{
    char text[LOGREG__FIGURE_SIZE];
    snprintf(text, sizeof text, "%.*e", digits - 1, fabs(value));
    return atoi(strchr(text, 'e') + 1);
}

char *logreg__figure_digits(char *text, double value, int digits, const logreg__signs *sign)
{
    if (special(text, value, sign))
        return text;
    if (value == 0)
        return strcpy(text, "0");
    int exponent = magnitude(value, digits);
    if (exponent < -4 || exponent >= 6)
        return powers(text, value, digits, sign);
    return logreg__figure_fixed(text, value, exponent < digits ? digits - 1 - exponent : 0, sign);
}

char *logreg__figure_plain(char *text, double value, int digits, const logreg__signs *sign)
{
    if (fabs(value) < 1e15 && value == floor(value))
        return logreg__figure_fixed(text, value, 0, sign);
    logreg__figure_digits(text, value, digits, sign);
    char *mark = strchr(text, '.');
    if (mark) {
        char *end = mark + strcspn(mark, "e"), *keep = end;
        while (keep[-1] == '0')
            keep--;
        if (keep[-1] == '.')
            keep--;
        memmove(keep, end, strlen(end) + 1);
    }
    return text;
}

char *logreg__figure_exp(char *text, double x, int digits, const logreg__signs *sign)
{
    if (!isfinite(x) || (x > log(DBL_MIN) && x < log(DBL_MAX)))
        return logreg__figure_digits(text, exp(x), digits, sign);
    snprintf(text, LOGREG__FIGURE_SIZE, x > 0 ? ">1e308" : "<1e%s307", sign->minus);
    return text;
}

char *logreg__figure_p(char *text, double p)
{
    if (isnan(p))
        *text = '\0';
    else if (p < 0.001)
        snprintf(text, LOGREG__FIGURE_SIZE, "<0.001");
    else
        logreg__figure_fixed(text, p, 3, NULL);
    return text;
}

int logreg__decimals(double standard_error, int digits)
{
    if (!(standard_error > 0) || !isfinite(standard_error))
        return LOGREG__POWERS;
    int exponent = magnitude(standard_error, digits);
    if (exponent < -4 || exponent > 6)
        return LOGREG__POWERS;
    return exponent < digits ? digits - 1 - exponent : 0;
}
