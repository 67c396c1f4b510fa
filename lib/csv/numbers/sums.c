/* A row that sums up others says so by its label, and proves it by its numbers. */
#include "csv/numbers/sums.h"

#include <math.h>
#include <string.h>
#include <strings.h>

/* ---- Labels ---- */

/* A label of more words than these says something else. */
enum { WORDS = 4 };

/* Hardly anything else is called so, */
static const char *const sure[] = {
    "total",          "totals",       "subtotal",
    "subtotals",      "sub-total",    "insgesamt",
    "gesamtergebnis", "teilergebnis", "zwischensumme",
    "gesamtsumme",    "totale",       "totaal",
    "totalt",         "razem",        "\320\270\321\202\320\276\320\263\320\276"};

/* but these may be answers, places, things. */
static const char *const words[] = {
    "sum",     "sums",     "overall",      "all",      "gesamt",     "summe",        "ergebnis",
    "somme",   "ensemble", "suma",         "soma",     "summa",      "mean",         "means",
    "average", "averages", "avg",          "mittel",   "mittelwert", "durchschnitt", "gesamtmittelwert",
    "moyenne", "media",    "m\303\251dia", "promedio", "gemiddelde", "medel",        "count",
    "anzahl",  "nombre"};

/* Stand beside such rows. */
static const char *const companions[] = {"sd",  "std", "std.",     "stdev",   "std dev", "std. dev.",
                                         "min", "max", "median",   "minimum", "maximum", "25%",
                                         "50%", "75%", "variance", "se"};

static bool is_one_of(const char *label, size_t n, const char *const *list, size_t count)
{
    n -= n && label[n - 1] == ':';
    for (size_t i = 0; i < count && n; i++)
        if ((*label | 0x20) == *list[i] && strlen(list[i]) == n && strncasecmp(label, list[i], n) == 0)
            return true;
    return false;
}

/* "Total", "Grand total:", "Total Nord", "Nord Ergebnis", "Grand Totals (230 records)": the first word or the last of a few. What the others are goes
 * to *rest. */
static bool has_word(const char *label, size_t n, const char *const *list, size_t count, logreg__rest *rest)
{
    const char *bracket = memmem(label, n, " (", 2);
    n = bracket ? (size_t)(bracket - label) : n;
    const char *end = label + n, *blank = memchr(label, ' ', n), *first = blank ? blank : end, *last = label;
    size_t blanks = 0;
    for (const char *c = label; c < end; c++)
        if (*c == ' ' || *c == '_') {
            last = c + 1;
            blanks++;
        }
    bool begins = is_one_of(label, (size_t)(first - label), list, count),
         ends = is_one_of(last, (size_t)(end - last), list, count);
    *rest = begins ? (logreg__rest){first + (first < end), (size_t)(end - first) - (first < end)}
                   : (logreg__rest){label, (size_t)(last - label) - (last > label)};
    return blanks < WORDS && (begins || ends);
}

bool logreg__says_total(const char *label, size_t n)
{
    logreg__rest rest;
    return has_word(label, n, words, sizeof words / sizeof *words, &rest) ||
           logreg__says_surely(label, n, &rest);
}

bool logreg__says_surely(const char *label, size_t n, logreg__rest *rest)
{
    return has_word(label, n, sure, sizeof sure / sizeof *sure, rest);
}

bool logreg__says_spread(const char *label)
{
    return is_one_of(label, strlen(label), companions, sizeof companions / sizeof *companions);
}

/* ---- Numbers ---- */

void logreg__block_add(logreg__block *b, double x)
{
    if (isnan(x))
        return;
    b->sum += x;
    b->absolute += fabs(x);
    b->most = fmax(b->most, fabs(x));
    b->whole = b->n++ ? b->whole && x == floor(x) : x == floor(x);
}

/* Decimals that a number is written with, at least. */
static int decimals(double x)
{
    double power = 1;
    int n = 0;
    while (n < 9 && fabs(x * power - nearbyint(x * power)) > 1e-9 * fmax(1, fabs(x * power))) {
        power *= 10;
        n++;
    }
    return n;
}

logreg__relation logreg__block_relate(double x, const logreg__block *b, bool *strong)
{
    *strong = false;
    if (isnan(x) || b->n < 2 || x == 0)
        return LOGREG__OF_NONE;
    int digits = decimals(x);
    double mean = b->sum / (double)b->n, half = 0.5000001 * pow(10, -digits);
    bool beyond = fabs(x) > b->most;
    if (fabs(x - b->sum) <= 1e-9 * b->absolute) {
        *strong = beyond && b->n > 2;
        return LOGREG__SUM_OF;
    }
    if (fabs(x - mean) <= (digits ? half : 1e-9 * fabs(mean))) {
        *strong = b->whole && digits > 0;
        return LOGREG__MEAN_OF;
    }
    bool number = x == (double)b->n;
    *strong = number && beyond && b->n > 2;
    return number ? LOGREG__COUNT_OF : LOGREG__OF_NONE;
}
