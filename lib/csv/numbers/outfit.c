#include "csv/numbers/outfit.h"

#include <math.h>
#include <string.h>
#include <strings.h>

static size_t larger(size_t a, size_t b)
{
    return a > b ? a : b;
}

/* Without blanks and full stops, in small letters: sqft of Sq. ft. */
static void squeeze(char room[LOGREG__UNIT_ROOM], const char *unit)
{
    size_t n = 0;
    for (; *unit; unit++)
        if (*unit != ' ' && *unit != '.')
            room[n++] = (char)(*unit >= 'A' && *unit <= 'Z' ? *unit + 0x20 : *unit);
    room[n] = '\0';
}

static void note_digits(size_t *least, size_t *most, size_t digits)
{
    *least = *most && *least < digits ? *least : digits;
    *most = larger(*most, digits);
}

/* Without a word behind it that says that the number is rough: dollars of dollars approximately. */
static void drop_rough(char room[LOGREG__UNIT_ROOM], const char *unit)
{
    static const char *const words[] = {" approximately", " approx.", " approx", " roughly",
                                        " circa",         " ca.",     " or so",  " aproximadamente",
                                        " aprox.",        " environ"};
    size_t length = strlen(unit);
    strcpy(room, unit);
    for (size_t k = 0; k < sizeof words / sizeof *words; k++) {
        size_t n = strlen(words[k]);
        if (length > n && strcasecmp(unit + length - n, words[k]) == 0)
            room[length - n] = '\0';
    }
}

/* "kg", "Kg" and "kgs" are the same, as are h and hours, EUR and its sign; a letter alone is another in capitals. */
static bool same_plain(const char *a, const char *b)
{
    logreg__scale one = logreg__unit_scale(a), other = logreg__unit_scale(b);
    if (logreg__same_money(a, b) ||
        (one.kind && one.kind == other.kind && one.size <= other.size && one.size >= other.size))
        return true;
    char degrees = logreg__unit_degrees(a), small[2][LOGREG__UNIT_ROOM];
    if (degrees && degrees == logreg__unit_degrees(b))
        return true;
    squeeze(small[0], a);
    squeeze(small[1], b);
    size_t n = strlen(small[0]), m = strlen(small[1]);
    n -= n > 2 && small[0][n - 1] == 's';
    m -= m > 2 && small[1][m - 1] == 's';
    return n == m && n > 1 && strncmp(small[0], small[1], n) == 0;
}

static bool same_unit(const char *a, const char *b)
{
    char plain[2][LOGREG__UNIT_ROOM];
    drop_rough(plain[0], a);
    drop_rough(plain[1], b);
    return same_plain(plain[0], plain[1]);
}

size_t logreg__outfit_unit_kinds(const logreg__outfit *o)
{
    size_t kinds = 0;
    if (o->units > LOGREG__UNITS)
        return LOGREG__UNIT_KINDS + 1;
    for (size_t k = 0; k < o->units; k++) {
        size_t i = 0;
        while (i < k && !same_unit(o->unit[i], o->unit[k]))
            i++;
        kinds += i == k;
    }
    return kinds > LOGREG__UNIT_KINDS ? LOGREG__UNIT_KINDS + 1 : kinds;
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
    if (!g->groups)
        note_digits(&o->least_of[k], &o->most_of[k], g->head);
}

void logreg__outfit_add(logreg__outfit *o, const logreg__guise *g, size_t cells)
{
    o->cells += cells;
    o->bracketed += g->traits & LOGREG__GUISE_BRACKETS ? cells : 0;
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
    if (*g->money) {
        o->moneys = o->moneys || (*o->money && !logreg__same_money(o->money, g->money));
        strcpy(o->money, g->money);
    }
    if (*g->unit && !g->groups)
        note_digits(&o->least_united, &o->most_united, g->head);
    else if (!*g->unit && !g->groups)
        note_digits(&o->least_bare, &o->most_bare, g->head);
}

void logreg__outfit_drop(logreg__outfit *o, size_t k)
{
    o->united -= o->unit_cells[k];
    for (o->units--; k < o->units; k++) {
        strcpy(o->unit[k], o->unit[k + 1]);
        o->before[k] = o->before[k + 1];
        o->behind[k] = o->behind[k + 1];
        o->unit_cells[k] = o->unit_cells[k + 1];
        o->least_of[k] = o->least_of[k + 1];
        o->most_of[k] = o->most_of[k + 1];
    }
}

void logreg__outfit_add_bare(logreg__outfit *o, double size)
{
    size_t digits = 1;
    o->below_one += size > 0 && size < 1;
    for (; size >= 10 && digits < 20; size /= 10)
        digits++;
    note_digits(&o->least_bare, &o->most_bare, digits);
}

void logreg__outfit_add_decimals(logreg__outfit *o, double size)
{
    double tens = 10 * size, hundreds = 100 * size, slack = 1e-9 * (1 + hundreds);
    bool finer = fabs(hundreds - nearbyint(hundreds)) > slack;
    o->finer += finer;
    o->parted += size != floor(size);
    o->cents += !finer && fabs(tens - nearbyint(tens)) > slack;
}

void logreg__outfit_add_plain(logreg__outfit *o, const char *text, double value, size_t cells)
{
    size_t sign = *text == '-' || *text == '+', n = strspn(text + sign, "0123456789");
    o->plain += cells;
    o->most_plain = fmax(o->most_plain, fabs(value));
    o->below_one += value > 0 && value < 1 ? cells : 0;
    note_digits(&o->least_bare, &o->most_bare, n);
    if (!text[sign + n])
        o->longest_whole = larger(o->longest_whole, n);
    else
        logreg__outfit_add_decimals(o, fabs(value));
}

/* Letters that are taken for digits: O among them, or an l where all other numbers have one digit more, since it may be litres. */
static bool are_digits(const logreg__outfit *o)
{
    bool zero = false;
    if (!o->units || logreg__outfit_unit_kinds(o) > LOGREG__UNIT_KINDS || 2 * o->united > o->plain)
        return false;
    for (size_t k = 0; k < o->units; k++) {
        if (o->unit[k][1] || o->before[k] || !strchr("OolI", *o->unit[k]))
            return false;
        zero = zero || strchr("Oo", *o->unit[k]);
    }
    return zero || o->most_united < o->least_bare;
}

/* Is a unit of this kind, and so large or larger, among them? */
static bool has_scale(const logreg__outfit *o, char kind, double size)
{
    for (size_t k = 0; k < o->units && k < LOGREG__UNITS; k++) {
        logreg__scale scale = logreg__unit_scale(o->unit[k]);
        if (scale.kind == kind && scale.size >= size)
            return true;
    }
    return false;
}

/* Are k and m kilometres and metres, as of races: 5k, 10k, 400m? Money in thousands has as many digits as that in millions. */
static bool runs(const logreg__outfit *o)
{
    size_t most_k = 0, least_m = 0;
    for (size_t k = 0; k < o->units && k < LOGREG__UNITS; k++) {
        bool m = strcmp(o->unit[k], "m") == 0;
        if (o->unit[k][1] || !strchr("kKm", *o->unit[k]) || o->before[k])
            return false;
        most_k = m ? most_k : larger(most_k, o->most_of[k]);
        least_m = m ? o->least_of[k] : least_m;
    }
    return !*o->money && !o->groups && most_k && most_k < 3 && least_m > 2;
}

/* Y, M, W and D, as files of pictures have ages: 032Y, 006M. */
static bool are_ages(const logreg__outfit *o)
{
    bool years = false, all = o->units <= LOGREG__UNITS;
    for (size_t k = 0; k < o->units && all; k++) {
        all = !o->unit[k][1] && strchr("YMWD", *o->unit[k]) && !o->before[k];
        years = years || *o->unit[k] == 'Y';
    }
    return all && years;
}

logreg__scale logreg__outfit_scale(const logreg__outfit *o, size_t k)
{
    static const double day = 86400, month = 30.4375;
    logreg__scale scale = logreg__unit_scale(o->unit[k]);
    bool m = strcasecmp(o->unit[k], "m") == 0, years = o->years || has_scale(o, 'y', 1);
    if (are_ages(o))
        return (logreg__scale){'y', *o->unit[k] == 'Y'   ? 12
                                    : *o->unit[k] == 'M' ? 1
                                    : *o->unit[k] == 'W' ? 7 / month
                                                         : 1 / month};
    if (runs(o) && strcasecmp(o->unit[k], "k") == 0)
        return (logreg__scale){'l', 1000};
    if (m && years)
        return (logreg__scale){'y', 1};
    if (m && has_scale(o, 't', 1))
        return (logreg__scale){'t', 60};
    if (scale.kind == 't' && scale.size >= day && years)
        return (logreg__scale){'y', scale.size / day / month};
    return scale;
}

bool logreg__outfit_blank(const logreg__outfit *o)
{
    const unsigned blanks =
        LOGREG__GUISE_NBSP | LOGREG__GUISE_NARROW | LOGREG__GUISE_THIN | LOGREG__GUISE_HIDDEN;
    return !(o->traits & ~blanks);
}

/* Units of one kind, or degrees Celsius and Fahrenheit, behind numbers that wear nothing but blanks. */
static bool are_scales(const logreg__outfit *o)
{
    logreg__scale first = logreg__outfit_scale(o, 0);
    bool scales = logreg__outfit_unit_kinds(o) > 1 && o->units <= LOGREG__UNITS && logreg__outfit_blank(o),
         degrees = scales;
    for (size_t k = 0; k < o->units && (scales || degrees); k++) {
        logreg__scale scale = logreg__outfit_scale(o, k);
        scales = scales && scale.size > 0 && scale.kind == first.kind && !o->before[k];
        bool letter = !o->unit[k][1] && !o->point && !o->comma; /* 12C may be a seat */
        degrees = degrees && logreg__unit_degrees(o->unit[k]) && !letter && !o->before[k];
    }
    return scales || degrees;
}

/* Are the units of more than one size? Where months and m are all, bare numbers beside them are as likely years. */
static bool differ(const logreg__outfit *o)
{
    for (size_t k = 1; k < o->units && k < LOGREG__UNITS; k++)
        if (logreg__outfit_scale(o, k).size != logreg__outfit_scale(o, 0).size ||
            logreg__unit_degrees(o->unit[k]) != logreg__unit_degrees(o->unit[0]))
            return true;
    return false;
}

/* The unit of numbers that have none, by their digits: those of one unit alone have as many, and no other unit is near it in size. LOGREG__UNITS: they do not
 * tell. */
static size_t bare_unit(const logreg__outfit *o)
{
    enum { APART = 10 };
    size_t own = 0;
    if (!o->most_bare || o->units > LOGREG__UNITS)
        return LOGREG__UNITS;
    while (own < o->units && (o->least_bare < o->least_of[own] || o->most_bare > o->most_of[own]))
        own++;
    double size = own < o->units ? logreg__outfit_scale(o, own).size : 0;
    for (size_t k = 0; k < o->units && own < o->units; k++) {
        double other = logreg__outfit_scale(o, k).size;
        bool near = other < APART * size && size < APART * other;
        bool same = other <= size && other >= size;
        if (!same && (near || (o->least_bare <= o->most_of[k] && o->least_of[k] <= o->most_bare)))
            return LOGREG__UNITS;
    }
    return own < o->units ? own : LOGREG__UNITS;
}

size_t logreg__outfit_own(const logreg__outfit *o)
{
    size_t own = bare_unit(o), most = 0;
    for (size_t k = 1; k < o->units && k < LOGREG__UNITS; k++)
        most = o->unit_cells[k] > o->unit_cells[most] ? k : most;
    for (size_t k = 0; are_ages(o) && k < o->units; k++)
        most = *o->unit[k] == 'Y' ? k : most;
    return own < LOGREG__UNITS ? own : most;
}

bool logreg__outfit_suffixed(const logreg__outfit *o)
{
    unsigned letters = 0;
    char first = *o->unit[0] >= 'a' ? 'a' : 'A';
    bool bare = o->units > 1 && o->units <= LOGREG__UNITS && o->united == o->cells && !o->traits &&
                !o->groups && !o->parted && !o->point && !o->comma && !o->open_point && !o->open_comma;
    for (size_t k = 0; k < o->units && bare; k++) {
        int place = *o->unit[k] - first;
        bare = place >= 0 && place < LOGREG__UNITS && !o->unit[k][1] && !o->before[k];
        letters |= bare ? 1U << place : 0;
    }
    return bare && letters == (1U << o->units) - 1;
}

bool logreg__outfit_money(const logreg__outfit *o)
{
    return logreg__outfit_units(o) == LOGREG__UNITS_ONE && logreg__is_currency(o->unit[0]);
}

bool logreg__outfit_amounts(const logreg__outfit *o)
{
    enum { CENTS = 5 };
    return o->groups || logreg__outfit_money(o) || (o->cents >= CENTS && !o->finer);
}

/* Is all money among the units, and in front of others, the same? */
static bool one_money(const logreg__outfit *o)
{
    const char *money = o->money;
    for (size_t k = 0; k < o->units && k < LOGREG__UNITS; k++) {
        if (!logreg__is_currency(o->unit[k]))
            continue;
        if (*money && !logreg__same_money(money, o->unit[k]))
            return false;
        money = o->unit[k];
    }
    return true;
}

int logreg__outfit_power(const logreg__outfit *o, size_t k)
{
    bool amounts = *o->money;
    int worded = logreg__outfit_power_of_words(o, k);
    if (runs(o) || worded)
        return worded;
    for (size_t i = 0; i < o->units && i < LOGREG__UNITS; i++) {
        int power = logreg__unit_power(o->unit[i]);
        amounts = amounts || power == 3 || power == 5 || power == 9 || logreg__is_currency(o->unit[i]);
    }
    return amounts ? logreg__money_power(o->unit[k]) : logreg__unit_power(o->unit[k]);
}

/* Two or three of those letters: bu, break and unreliable. */
static bool are_flags(const char *unit)
{
    char letter[2] = "";
    size_t n = strlen(unit);
    for (size_t k = 0; k < n; k++) {
        *letter = unit[k];
        if (!logreg__is_flag(letter))
            return false;
    }
    return n == 2 || n == 3;
}

logreg__unit_kind logreg__outfit_units(const logreg__outfit *o)
{
    bool worded = false;
    size_t currencies = 0, flags = 0, several = 0, powers = 0,
           known = o->units < LOGREG__UNITS ? o->units : LOGREG__UNITS;
    for (size_t k = 0; k < known; k++) {
        currencies += logreg__is_currency(o->unit[k]);
        flags += logreg__is_flag(o->unit[k]);
        several += are_flags(o->unit[k]);
        powers += logreg__outfit_power(o, k) > 0;
        worded = worded || logreg__outfit_power_of_words(o, k);
    }
    size_t bare = worded ? known - powers : 0; /* views beside M views */
    size_t kinds = logreg__outfit_unit_kinds(o);
    bool all = o->united == o->cells + o->plain, same = kinds == 1;
    if (!o->units)
        return LOGREG__UNITS_NONE;
    if (o->moneys)
        return LOGREG__UNITS_MIXED;
    if (logreg__outfit_parts(o) || (!all && logreg__outfit_unit_by_name(o)))
        return LOGREG__UNITS_OTHER;
    if (same && (all || currencies))
        return LOGREG__UNITS_ONE;
    if (are_digits(o))
        return LOGREG__UNITS_DIGITS;
    if (flags && flags + several == o->units && !all &&
        (o->units > 1 || strchr("HL", *o->unit[0]) == NULL)) /* H of henry, L of litre */
        return LOGREG__UNITS_FLAGS;
    if (powers && powers + currencies + bare == o->units && one_money(o))
        return LOGREG__UNITS_POWERS;
    if (logreg__outfit_worded(o))
        return LOGREG__UNITS_WORDED;
    if ((all || (differ(o) && bare_unit(o) < LOGREG__UNITS)) && are_scales(o))
        return LOGREG__UNITS_SCALES;
    bool percent = o->units == 1 && strcmp(o->unit[0], "%") == 0;
    if (percent && o->plain && o->most_plain <= 1 && o->united == o->cells)
        return LOGREG__UNITS_SHARES;
    bool alike = logreg__outfit_overlaps(o);
    bool other = same && (!alike || logreg__outfit_apart(o)) && logreg__outfit_blank(o) && !o->before[0] &&
                 logreg__outfit_other(o);
    return other ? LOGREG__UNITS_OTHER : same && alike ? LOGREG__UNITS_SOME : LOGREG__UNITS_MIXED;
}
