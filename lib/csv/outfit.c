#include "csv/outfit.h"

#include <math.h>
#include <string.h>
#include <strings.h>

static size_t larger(size_t a, size_t b)
{
    return a > b ? a : b;
}

static void note_digits(size_t *least, size_t *most, size_t digits)
{
    *least = *most && *least < digits ? *least : digits;
    *most = larger(*most, digits);
}

/* "kg", "Kg" and "kgs" are the same; a letter alone is another in capitals. */
static bool same_unit(const char *a, const char *b)
{
    size_t n = strlen(a), m = strlen(b);
    n -= n > 2 && strchr(".s", a[n - 1]);
    m -= m > 2 && strchr(".s", b[m - 1]);
    return n == m && n > 1 && strncasecmp(a, b, n) == 0;
}

static void add_unit(logreg__outfit *o, const logreg__guise *g, size_t cells)
{
    size_t k = 0;
    o->united += cells;
    while (k < o->units && k < LOGREG__UNITS && strcmp(o->unit[k], g->unit) != 0)
        k++;
    if (k == LOGREG__UNITS) {
        o->units = LOGREG__UNITS + 1;
        return;
    }
    if (k == o->units) {
        strcpy(o->unit[k], g->unit);
        o->units++;
    }
    o->before[k] = o->before[k] || g->before;
    o->behind[k] = o->behind[k] || !g->before;
    o->unit_cells[k] += cells;
}

void logreg__outfit_add(logreg__outfit *o, const logreg__guise *g, size_t cells)
{
    o->cells += cells;
    o->traits |= g->traits;
    o->groups |= g->groups;
    o->point += g->decimal == '.' ? cells : 0;
    o->comma += g->decimal == ',' ? cells : 0;
    o->open_point += g->open == '.' ? cells : 0;
    o->open_comma += g->open == ',' ? cells : 0;
    if (g->open)
        o->longest_open = larger(o->longest_open, g->head);
    else if (!g->decimal && !g->groups && !(g->traits & LOGREG__GUISE_MIDDLE))
        o->longest_whole = larger(o->longest_whole, g->head);
    if (*g->unit)
        add_unit(o, g, cells);
    if (*g->unit && !g->groups)
        note_digits(&o->least_united, &o->most_united, g->head);
    else if (!*g->unit && !g->groups)
        note_digits(&o->least_bare, &o->most_bare, g->head);
}

void logreg__outfit_add_bare(logreg__outfit *o, double size)
{
    size_t digits = 1;
    for (; size >= 10 && digits < 20; size /= 10)
        digits++;
    note_digits(&o->least_bare, &o->most_bare, digits);
}

void logreg__outfit_add_plain(logreg__outfit *o, const char *text, double value, size_t cells)
{
    size_t sign = *text == '-' || *text == '+', n = strspn(text + sign, "0123456789");
    o->plain += cells;
    o->most_plain = fmax(o->most_plain, fabs(value));
    note_digits(&o->least_bare, &o->most_bare, n);
    if (!text[sign + n])
        o->longest_whole = larger(o->longest_whole, n);
}

logreg__unit_kind logreg__outfit_units(const logreg__outfit *o)
{
    size_t currencies = 0, flags = 0, powers = 0, known = o->units < LOGREG__UNITS ? o->units : LOGREG__UNITS;
    for (size_t k = 0; k < known; k++) {
        currencies += logreg__is_currency(o->unit[k]);
        flags += logreg__is_flag(o->unit[k]);
        powers += logreg__unit_power(o->unit[k]) > 0;
    }
    bool all = o->united == o->cells + o->plain, same = o->units <= LOGREG__UNITS, zeros = o->units > 0;
    for (size_t k = 0; k < known; k++) {
        same = same && (!k || same_unit(o->unit[0], o->unit[k]));
        zeros = zeros && strcasecmp(o->unit[k], "O") == 0 && !o->before[k];
    }
    if (!o->units)
        return LOGREG__UNITS_NONE;
    if (same && (all || currencies))
        return LOGREG__UNITS_ONE;
    if (zeros && o->units <= LOGREG__UNITS)
        return LOGREG__UNITS_ZEROS;
    if (flags == o->units && !all &&
        (o->units > 1 || strchr("HL", *o->unit[0]) == NULL)) /* H of henry, L of litre */
        return LOGREG__UNITS_FLAGS;
    if (powers == o->units)
        return LOGREG__UNITS_POWERS;
    bool percent = o->units == 1 && strcmp(o->unit[0], "%") == 0;
    if (percent && o->plain && o->most_plain <= 1 && o->united == o->cells)
        return LOGREG__UNITS_SHARES;
    bool alike = o->most_bare && o->least_bare <= o->most_united && o->least_united <= o->most_bare;
    return same && alike ? LOGREG__UNITS_SOME : LOGREG__UNITS_MIXED;
}
