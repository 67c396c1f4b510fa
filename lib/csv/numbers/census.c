#include "csv/numbers/forms.h"

#include <ctype.h>
#include <math.h>
#include <string.h>
#include <strings.h>

#include "base/number.h"
#include "data/gap.h"

static void note(logreg__sample *sample, const logreg__cell *cell, size_t cells)
{
    if (!sample->cells || cell->line < sample->line) {
        logreg__show(sample->text, cell->text, cell->n);
        sample->line = cell->line;
    }
    sample->cells += cells;
}

/* Among the different ones, as long as there is room. */
static void note_kind(logreg__sample *kinds, const logreg__cell *cell, size_t cells)
{
    char shown[LOGREG__SHOWN];
    size_t k = 0;
    logreg__show(shown, cell->text, cell->n);
    while (k < LOGREG__KINDS && kinds[k].cells && strcmp(kinds[k].text, shown) != 0)
        k++;
    if (k < LOGREG__KINDS)
        note(&kinds[k], cell, cells);
}

/* What a number that is read where signs are taken for granted may wear. */
enum {
    SIGNS = LOGREG__GUISE_NBSP | LOGREG__GUISE_NARROW | LOGREG__GUISE_THIN | LOGREG__GUISE_MINUS |
            LOGREG__GUISE_STAR | LOGREG__GUISE_BRACKETS | LOGREG__GUISE_DAGGER | LOGREG__GUISE_NOTE |
            LOGREG__GUISE_RAISED | LOGREG__GUISE_ENTITY
};

void logreg__census_worn(logreg__census *s, const logreg__guise *g, size_t cells)
{
    unsigned char first = (unsigned char)*g->unit;
    bool word = isalpha(first) || (first >= 0xc3 && first != 0xe2);
    logreg__outfit_add(&s->outfit, g, cells);
    s->signs += word || g->traits & ~(unsigned)SIGNS ? 0 : cells;
}

/* Those with numbers within show their decimal mark too. */
static void note_mark(logreg__census *s, const char *text, size_t cells)
{
    s->outfit.comma += strchr(text, ',') ? cells : 0;
    s->outfit.point += !strchr(text, ',') && strchr(text, '.') ? cells : 0;
}

static double number_at(const char *text)
{
    double x = 0;
    size_t n = strspn(text, "0123456789.,");
    logreg__number_parse(&x, text, n, memchr(text, ',', n) ? ',' : '.');
    return x;
}

/* 120/80 is two measurements: few shares and fewer fractions are so. */
static void note_fraction(logreg__census *s, const char *text, size_t cells)
{
    double first = number_at(text), second = number_at(logreg__behind_stroke(text));
    bool other = s->whole != 0 && second != s->whole;
    s->pairs += first > second && second >= 10 ? cells : 0;
    s->whole = other || first > second ? (double)NAN : second;
}

/* 6-9, which may be feet and inches. */
static void note_height(logreg__census *s, const char *text, size_t cells)
{
    int feet = *text - '0', inches = 0;
    if (text[1] != '-' || feet < 4 || feet > 7 || !isdigit((unsigned char)text[2]) || strlen(text) > 4)
        return;
    for (const char *c = text + 2; *c; c++)
        inches = 10 * inches + *c - '0';
    if (inches > 11)
        return;
    s->heights.cells += cells;
    s->heights.falling = s->heights.falling || inches < feet;
    s->heights.most_inches = inches > s->heights.most_inches ? inches : s->heights.most_inches;
}

/* 1,234,567; any other wears more. */
static void note_commas(logreg__commas *s, const char *text, size_t cells)
{
    double all = 0, part = 0;
    if (text[strspn(text, "0123456789,")] || !strchr(text, ','))
        return;
    for (const char *c = text; *c; c++) {
        bool first = c == text || c[-1] == ',';
        part = *c == ',' || first ? 0 : part;
        s->led = s->led || (first && *c == '0');
        if (*c == ',')
            continue;
        all = 10 * all + (*c - '0');
        part = 10 * part + (*c - '0');
        s->most_part = fmax(s->most_part, part);
    }
    s->least = s->cells ? fmin(s->least, all) : all;
    s->cells += cells;
}

static void note_line(logreg__census *s, size_t line)
{
    if (s->text_lines < LOGREG__TEXT_LINES)
        s->text_line[s->text_lines++] = line;
}

logreg__form logreg__census_add(logreg__census *s, const logreg__cell *cell, size_t cells, bool fresh,
                                char decimal)
{
    char copy[64];
    logreg__guise g;
    size_t n = cell->n < sizeof copy ? cell->n : sizeof copy - 1;
    memcpy(copy, cell->text, n);
    copy[n] = '\0';
    logreg__form f = n == cell->n ? logreg__form_of(&g, copy, n, decimal) : LOGREG__FORM_TEXT;
    if (f == LOGREG__FORM_LABEL && logreg__gap_text(copy)) /* 99 - missing */
        f = LOGREG__FORM_TEXT;
    s->decimal = decimal;
    s->cells[f] += cells;
    s->levels[f] += fresh;
    note(&s->shown[f], cell, cells);
    logreg__serials_add(&s->serials, cell->text, cell->n, cells);
    if (f == LOGREG__FORM_TEXT || f == LOGREG__FORM_DAY)
        note_line(s, cell->line);
    if (f == LOGREG__FORM_TEXT)
        note_kind(s->text, cell, cells);
    else if (f == LOGREG__FORM_LABEL || f == LOGREG__FORM_WORDS)
        note_kind(s->label, cell, cells);
    else if (f == LOGREG__FORM_DAY)
        note_kind(s->day, cell, cells);
    else if (f == LOGREG__FORM_SPELT) {
        int value;
        if (logreg__is_spelt(&value, copy) && fresh)
            logreg__spelt_add(s->spelt, copy, value, decimal);
    } else if (f == LOGREG__FORM_RATIO) {
        logreg__clocks_add(&s->clocks, copy);
    } else if (f == LOGREG__FORM_CLOCK) {
        s->ones += logreg__is_titer(copy) ? cells : 0;
        logreg__clocks_add(&s->clocks, copy);
    } else if (f == LOGREG__FORM_FRACTION) {
        note_fraction(s, copy, cells);
        note_mark(s, copy, cells);
        bool pressure = strpbrk(copy, "mM") && strpbrk(copy, "gG");
        s->pressures += pressure ? cells : 0;
        s->points += !pressure && !strchr("0123456789", copy[n - 1]) ? cells : 0;
    } else if (logreg__form_worn(f)) {
        logreg__census_worn(s, &g, cells);
        if (g.groups)
            logreg__documents_add(&s->documents, copy, cells);
        if (f == LOGREG__FORM_DRESSED)
            note_commas(&s->commas, copy, cells);
    } else if (f == LOGREG__FORM_SPREAD || f == LOGREG__FORM_FORMULA || f == LOGREG__FORM_FORTRAN ||
               f == LOGREG__FORM_TIMES) {
        note_mark(s, copy, cells);
        s->raised += f == LOGREG__FORM_TIMES && copy[n - 1] & 0x80 ? cells : 0;
    } else if (f == LOGREG__FORM_RANGE) {
        note_height(s, copy, cells);
        logreg__ranges ways = {0};
        if (logreg__is_range(&ways, copy) && ways.marks)
            note_mark(s, copy, cells);
        logreg__is_range(&s->ranges, copy);
    }
    if (f == LOGREG__FORM_DURATION || f == LOGREG__FORM_UNIT || f == LOGREG__FORM_WEEKS)
        logreg__durations_add(&s->durations, copy, cells);
    if (f == LOGREG__FORM_NUMBER) {
        double value = 0;
        logreg__number_parse(&value, copy, n, decimal);
        logreg__outfit_add_plain(&s->outfit, copy, value, cells);
        bool open = logreg__guise_parse(&g, copy, n) && g.open;
        s->outfit.open_point += open && g.open == '.' ? cells : 0;
        s->outfit.open_comma += open && g.open == ',' ? cells : 0;
        s->fractions = s->fractions || (strchr(copy, decimal) && !open);
    }
    return f;
}

logreg__digits logreg__census_digits(const logreg__census *s)
{
    bool codes = false;
    for (size_t k = 0; k < LOGREG__KINDS && s->text[k].cells; k++) {
        const char *text = s->text[k].text;
        bool word = isalpha((unsigned char)*text) && !strchr(text, ' ');
        if (!strpbrk(text, "0123456789") || logreg__gap_text(text))
            continue;
        if (!word)
            return LOGREG__DIGITS_COUNTED;
        codes = true;
    }
    return codes ? LOGREG__DIGITS_CODED : LOGREG__DIGITS_NONE;
}

size_t logreg__census_numbers(const logreg__census *s, logreg__form *form)
{
    size_t all = 0, worn = 0, most = 0;
    *form = LOGREG__FORM_TEXT;
    for (logreg__form f = LOGREG__FORM_MARKED; f < LOGREG__FORMS; f++) {
        all += s->cells[f];
        worn += logreg__form_worn(f) ? s->cells[f] : 0;
        if (!logreg__form_worn(f) && s->cells[f] > most) {
            *form = f;
            most = s->cells[f];
        }
    }
    if (worn >= most && worn)
        *form = s->cells[LOGREG__FORM_UNIT]      ? LOGREG__FORM_UNIT
                : s->cells[LOGREG__FORM_DRESSED] ? LOGREG__FORM_DRESSED
                                                 : LOGREG__FORM_MARKED;
    return all;
}

/* All of one form are of another. */
static void take_for(logreg__census *s, logreg__form from, logreg__form to)
{
    if (!s->cells[from])
        return;
    if (!s->cells[to] || s->shown[from].line < s->shown[to].line)
        s->shown[to] = s->shown[from];
    s->cells[to] += s->cells[from];
    s->levels[to] += s->levels[from];
    s->cells[from] = s->levels[from] = 0;
}

void logreg__census_durations(logreg__census *s)
{
    const logreg__outfit *o = &s->outfit;
    size_t known = o->units < LOGREG__UNITS ? o->units : LOGREG__UNITS;
    bool times = s->cells[LOGREG__FORM_DURATION] && known == o->units && o->united == o->cells && !o->traits;
    for (size_t k = 0; k < known; k++)
        times = times && !o->before[k] &&
                (logreg__unit_scale(o->unit[k]).kind == 't' || strcmp(o->unit[k], "m") == 0 ||
                 strcmp(o->unit[k], "w") == 0);
    if (!times)
        return;
    const logreg__sample shown = s->shown[LOGREG__FORM_DURATION]; /* of several units */
    take_for(s, LOGREG__FORM_UNIT, LOGREG__FORM_DURATION);
    take_for(s, LOGREG__FORM_WEEKS, LOGREG__FORM_DURATION);
    s->shown[LOGREG__FORM_DURATION] = shown;
    s->outfit = (logreg__outfit){0};
}

void logreg__census_ages(logreg__census *s)
{
    const logreg__outfit *o = &s->outfit;
    bool ages =
        s->cells[LOGREG__FORM_AGE] && o->units <= LOGREG__UNITS && o->united == o->cells && !o->traits;
    for (size_t k = 0; k < o->units && ages; k++) {
        logreg__scale scale = logreg__unit_scale(o->unit[k]);
        bool days = scale.kind == 't' && scale.size >= 86400 && scale.size <= 86400;
        ages = !o->before[k] && (scale.kind == 'y' || days || strcmp(o->unit[k], "m") == 0);
    }
    if (!ages)
        return;
    take_for(s, LOGREG__FORM_UNIT, LOGREG__FORM_AGE);
    s->outfit = (logreg__outfit){0};
}

void logreg__census_brackets(logreg__census *s)
{
    logreg__outfit *o = &s->outfit;
    if (o->bracketed && o->bracketed == o->cells + o->plain)
        o->traits = (o->traits & ~(unsigned)LOGREG__GUISE_BRACKETS) | LOGREG__GUISE_ENCLOSED;
}

void logreg__census_heights(logreg__census *s)
{
    enum { NO_SET = 8 }; /* sets of tennis end 7-6 at most */
    const logreg__heights *h = &s->heights;
    if (!h->falling || h->most_inches < NO_SET || h->cells < s->cells[LOGREG__FORM_RANGE])
        return;
    s->dashed = true;
    take_for(s, LOGREG__FORM_RANGE, LOGREG__FORM_FEET);
}

void logreg__census_clocks(logreg__census *s)
{
    if (s->cells[LOGREG__FORM_HALF_DAY])
        take_for(s, LOGREG__FORM_CLOCK, LOGREG__FORM_HALF_DAY);
    else if (logreg__clocks_minutes(&s->clocks))
        take_for(s, LOGREG__FORM_CLOCK, LOGREG__FORM_MINUTES);
}

void logreg__census_scores(logreg__census *s)
{
    enum { LEAST = 3 }; /* halves are no scores */
    size_t fractions = s->levels[LOGREG__FORM_FRACTION], others = 0;
    for (logreg__form f = LOGREG__FORM_NUMBER; f < LOGREG__FORMS; f++)
        others += f == LOGREG__FORM_FRACTION ? 0 : s->cells[f];
    if (s->whole >= LEAST && fractions >= LEAST && !others)
        take_for(s, LOGREG__FORM_FRACTION, LOGREG__FORM_SCORE);
}

/* Which of credit and debit unit k stands for, 'c' or 'd'; 0: neither. */
static char side_of(const logreg__outfit *o, size_t k)
{
    return o->before[k]                        ? '\0'
           : strcasecmp(o->unit[k], "dr") == 0 ? 'd'
           : strcasecmp(o->unit[k], "cr") == 0 ? 'c'
                                               : '\0';
}

/* On a statement of charges CR alone marks what is paid back; but Cr is crore. */
static bool is_credit(const logreg__outfit *o, size_t k)
{
    return strcmp(o->unit[k], "CR") == 0 && o->unit_cells[k] < o->cells + o->plain;
}

void logreg__census_balances(logreg__census *s)
{
    logreg__outfit *o = &s->outfit;
    bool debit = false, credit = false, money = false;
    for (size_t k = 0; k < o->units; k++) {
        if (o->units > LOGREG__UNITS || (!side_of(o, k) && !logreg__is_currency(o->unit[k])))
            return;
        debit = debit || side_of(o, k) == 'd';
        credit = credit || (side_of(o, k) && is_credit(o, k));
        money = money || !side_of(o, k);
    }
    if (!(debit || credit))
        return;
    if (!money)
        take_for(s, LOGREG__FORM_UNIT, LOGREG__FORM_DRESSED);
    o->traits |= debit ? LOGREG__GUISE_DEBIT : LOGREG__GUISE_CREDIT;
    for (size_t k = o->units; k-- > 0;)
        if (side_of(o, k))
            logreg__outfit_drop(o, k);
}

void logreg__census_dilutions(logreg__census *s)
{
    size_t ratios = s->cells[LOGREG__FORM_RATIO];
    if (ratios && s->clocks.timed && !s->clocks.sixty && s->cells[LOGREG__FORM_CLOCK] > ratios)
        take_for(s, LOGREG__FORM_RATIO, LOGREG__FORM_CLOCK);
    if (s->cells[LOGREG__FORM_RATIO]) {
        take_for(s, LOGREG__FORM_CLOCK, LOGREG__FORM_RATIO);
        take_for(s, LOGREG__FORM_TITER, LOGREG__FORM_RATIO);
    }
    if (s->cells[LOGREG__FORM_PAIR])
        take_for(s, LOGREG__FORM_RATIO, LOGREG__FORM_PAIR);
    if (s->cells[LOGREG__FORM_TITER] && s->ones == s->cells[LOGREG__FORM_CLOCK])
        take_for(s, LOGREG__FORM_CLOCK, LOGREG__FORM_TITER);
}

void logreg__census_changes(logreg__census *s)
{
    if (!s->cells[LOGREG__FORM_CHANGE])
        return;
    bool bare = s->cells[LOGREG__FORM_NUMBER] || s->outfit.plain;
    take_for(s, LOGREG__FORM_WEEKS, LOGREG__FORM_CHANGE);
    if (bare)
        take_for(s, LOGREG__FORM_RANGE, LOGREG__FORM_CHANGE);
    else
        take_for(s, LOGREG__FORM_CHANGE, LOGREG__FORM_PAIR);
}

void logreg__census_degrees(logreg__census *s)
{
    const logreg__outfit *o = &s->outfit;
    static const char *const pairs[] = {"NS", "EW"};
    for (size_t p = 0; p < 2; p++) {
        bool both = o->units == 2 && o->united == o->cells && !o->plain && !o->traits && !o->groups;
        for (size_t k = 0; k < 2 && both; k++)
            both = strchr(pairs[p], *o->unit[k]) && !o->unit[k][1];
        if (!both)
            continue;
        take_for(s, LOGREG__FORM_UNIT, LOGREG__FORM_ANGLE);
        s->outfit = (logreg__outfit){0};
        return;
    }
}

/* Digits, a mark among them perhaps, with letters right behind them, and nothing else. */
static bool is_bare(const char *text)
{
    const char *c = text + strspn(text, "0123456789");
    if (c > text && (*c == '.' || *c == ',') && isdigit((unsigned char)c[1]))
        c += 1 + strspn(c + 1, "0123456789");
    bool digits = c > text, letters = isalpha((unsigned char)*c);
    while (isalpha((unsigned char)*c))
        c++;
    return digits && letters && !*c;
}

void logreg__census_slip(logreg__census *s)
{
    logreg__form form;
    logreg__outfit *o = &s->outfit;
    const logreg__sample *only = &s->shown[LOGREG__FORM_UNIT];
    bool alone = logreg__census_numbers(s, &form) == 1 && form == LOGREG__FORM_UNIT && !s->signs &&
                 !strchr(only->text, ' '),
         among = s->cells[LOGREG__FORM_UNIT] == 1 && o->units == 1 && o->united == 1 && is_bare(only->text) &&
                 logreg__outfit_units(o) == LOGREG__UNITS_MIXED;
    if (!alone && !among)
        return;
    logreg__cell cell = {only->text, strlen(only->text), only->line};
    note(&s->shown[LOGREG__FORM_TEXT], &cell, 1);
    note_kind(s->text, &cell, 1);
    s->cells[LOGREG__FORM_TEXT]++;
    s->cells[LOGREG__FORM_UNIT] = 0;
    if (alone) {
        *o = (logreg__outfit){0};
    } else { /* what the others wear stays */
        o->cells--;
        o->units = o->united = 0;
    }
}
