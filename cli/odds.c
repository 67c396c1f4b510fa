#include "odds.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <logreg/special.h>

#include "values.h"

__extension__ typedef unsigned __int128 wide;

/* So that whole numbers m, 10^k and their sums and differences fit into 128 bits. */
enum { MOST_DIGITS = 36 };

/* |x| = m 10^-k. */
typedef struct {
    wide m;
    int k;
    int digits; /* of m, without zeros at its end */
} decimal;

static wide power_of_ten(int k)
{
    wide power = 1;
    while (k-- > 0)
        power *= 10;
    return power;
}

/* Reads a number that cli_number_read accepts; false if it has too many digits. */
static bool read_decimal(decimal *d, const char *text)
{
    int zeros = 0; /* that may be the last */
    bool fraction = false;
    *d = (decimal){0};
    for (text += strspn(text, "+-"); *text && !strchr("eE%", *text); text++) {
        if (*text == '.') {
            fraction = true;
            continue;
        }
        d->k += fraction;
        if (*text == '0') {
            zeros += d->m > 0;
            continue;
        }
        d->digits += zeros + 1;
        if (d->digits > MOST_DIGITS)
            return false;
        d->m = d->m * power_of_ten(zeros + 1) + (wide)(*text - '0');
        zeros = 0;
    }
    long exponent = *text == 'e' || *text == 'E' ? strtol(text + 1, NULL, 10) : 0;
    d->k -= zeros + (int)(exponent > 9999 ? 9999 : exponent < -9999 ? -9999 : exponent);
    return true;
}

/* Brings a whole number to k = 0 where it fits; then m and 10^k are exact. */
static bool is_exact(decimal *d)
{
    if (d->k < 0 && d->digits - d->k <= MOST_DIGITS) {
        d->m *= power_of_ten(-d->k);
        d->k = 0;
    }
    return d->k >= 0 && d->k <= MOST_DIGITS;
}

/* log(a / b) without cancellation where a and b are close. */
static double log_ratio(wide a, wide b)
{
    double gap = a >= b ? (double)(a - b) : -(double)(b - a);
    double excess = gap / (double)b;
    return fabs(excess) < 0.5 ? log1p(excess) : log((double)a / (double)b);
}

/* Where the number is not exact it is far below 1, and the double next to it does. */
static const char *from_p(cli_odds *o, decimal *d, double p)
{
    bool exact = is_exact(d);
    wide one = exact ? power_of_ten(d->k) : 0;
    if (p < 0 || p > 1 || (exact && d->m > one))
        return "is no probability, which lies between 0 and 1; --from odds and --from logit read other "
               "scales";
    o->p = p;
    if (!exact || d->m == 0 || d->m == one) {
        o->q = 1 - p;
        o->odds = logreg_odds_from_probability(p);
        o->logit = logreg_logit(p);
        return NULL;
    }
    o->q = (double)(one - d->m) / (double)one;
    o->odds = (double)d->m / (double)(one - d->m);
    o->logit = log_ratio(d->m, one - d->m);
    return NULL;
}

static const char *from_odds(cli_odds *o, decimal *d, double odds)
{
    if (odds < 0)
        return "is negative, which odds are not; --from logit reads log-odds";
    o->odds = odds;
    o->p = logreg_probability_from_odds(odds);
    o->q = 1 / (1 + odds);
    o->logit = is_exact(d) && d->m > 0 ? log_ratio(d->m, power_of_ten(d->k)) : log(odds);
    return NULL;
}

static const char *from_logit(cli_odds *o, double logit)
{
    if (fabs(logit) > 1e6)
        return "is too large; log-odds up to 1e6 can be worked with";
    o->logit = logit;
    o->odds = exp(logit);
    o->p = logreg_sigmoid(logit);
    o->q = logreg_sigmoid_complement(logit);
    return NULL;
}

const char *cli_odds_read(cli_odds *o, cli_odds_scale scale, const char *text)
{
    size_t n = strlen(text);
    bool percent = n > 0 && text[n - 1] == '%';
    double x;
    decimal d;
    if (!cli_number_read(&x, text, n - percent))
        return "is not a number";
    if (percent && scale != CLI_FROM_P)
        return "is a percentage, which only a probability can be";
    if (!read_decimal(&d, text))
        return "has more than 36 digits";
    if ((d.m > 0 && fabs(x) < 1e-300) || fabs(x) > 1e300)
        return "is too close to 0 or too large; sizes from 1e-300 to 1e300 can be worked with";
    d.k += 2 * percent;
    x = (percent ? x / 100 : x) + 0.0; /* -0 becomes 0 */
    *o = (cli_odds){.given = scale, .digits = d.digits};
    return scale == CLI_FROM_P      ? from_p(o, &d, x)
           : scale == CLI_FROM_ODDS ? from_odds(o, &d, x)
                                    : from_logit(o, x);
}

/* exp(x), which may be beyond a double, in 7 digits. */
static void write_power(char *text, size_t size, double x)
{
    double tens = x / M_LN10, exponent = floor(tens), mantissa = pow(10, tens - exponent);
    if (mantissa >= 9.9999995) {
        mantissa /= 10;
        exponent++;
    }
    snprintf(text, size, "%.7ge%+.0f", mantissa, exponent);
}

/* 1 - q for a small q. */
static void write_near_one(char text[CLI_ODDS_SIZE], const cli_odds *o)
{
    if (o->q < 1e-9) {
        memcpy(text, "1 - ", 4);
        if (o->q < 1e-300)
            write_power(text + 4, CLI_ODDS_SIZE - 4, -o->logit);
        else
            snprintf(text + 4, CLI_ODDS_SIZE - 4, "%.7g", o->q);
        return;
    }
    int decimals = 3 - (int)floor(log10(o->q));
    snprintf(text, CLI_ODDS_SIZE, "%.*f", decimals, o->p);
    size_t n = strlen(text);
    while (text[n - 1] == '0')
        text[--n] = '\0';
}

char *cli_odds_text(char text[CLI_ODDS_SIZE], const cli_odds *o, cli_odds_scale scale)
{
    double x = scale == CLI_FROM_P ? o->p : scale == CLI_FROM_ODDS ? o->odds : o->logit;
    if (scale == o->given && o->digits <= 15)
        snprintf(text, CLI_ODDS_SIZE, "%.15g", x);
    else if (scale == CLI_FROM_P && o->q < 1e-3 && isfinite(o->logit))
        write_near_one(text, o);
    else if (scale != CLI_FROM_LOGIT && isfinite(o->logit) && fabs(o->logit) > 700)
        write_power(text, CLI_ODDS_SIZE, o->logit);
    else
        snprintf(text, CLI_ODDS_SIZE, "%.7g", x);
    return text;
}
