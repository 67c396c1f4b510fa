/* Numbers with a unit of which there are few different ones: 12 months, 24 months, 36 months. They may be groups as well, so that they stay the category that they are
 * read as, and a note gives the command that makes numbers of them. */
#include "csv/mending/command.h"
#include "csv/mending/strays.h"

#include <ctype.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/word.h"

/* Of two, a number says no more than a category. */
enum { FEWEST = 3 };

/* More texts among them are names. */
enum { MOST_TEXTS = 2 };

/* Do the numbers of all levels follow one another, as those of grades do: 1L, 2L, 3L? */
static bool follow(const logreg__column *c)
{
    long least = LONG_MAX, most = 0;
    for (size_t l = 0; l < c->n_levels; l++) {
        long x = strtol(c->levels[l] + strcspn(c->levels[l], "0123456789"), NULL, 10);
        least = x < least ? x : least;
        most = x > most ? x : most;
    }
    return most - least < (long)c->n_levels;
}

/* Letters right behind numbers that are units, not of names: 12V, 5x, 10k; those of S are decades too. */
static bool is_letter(const logreg__outfit *o, char letter, const logreg__column *c)
{
    bool decimals = o->point || o->comma;
    return decimals || (letter && strchr("VWLgkKhmdwxy", letter) && !follow(c));
}

/* Is it a word or a sign that numbers have for a unit, and no part of a name, as of 2T, 7th and 1A? */
static bool is_unit(const logreg__outfit *o, size_t k, const logreg__column *c)
{
    static const char *const ordinal[] = {"st", "nd", "rd", "th"};
    const char *unit = o->unit[k];
    bool apart = true;
    for (size_t i = 0; i < sizeof ordinal / sizeof *ordinal; i++)
        if (strcmp(unit, ordinal[i]) == 0)
            return false;
    if (strcmp(unit, "%") == 0 || unit[1])
        return isalpha((unsigned char)*unit) || *unit == '%' || *unit & 0x80;
    for (size_t l = 0; l < c->n_levels; l++)
        apart = apart && strchr(c->levels[l], ' ');
    return apart ? logreg__unit_scale(unit).size > 0 : is_letter(o, *unit, c);
}

/* Dilutions, and at most a word or two: negative. */
static bool are_dilutions(const logreg__census *s, const logreg__column *c)
{
    size_t dilutions = s->levels[LOGREG__FORM_TITER];
    return dilutions >= FEWEST && dilutions + s->levels[LOGREG__FORM_TEXT] == c->n_levels &&
           s->levels[LOGREG__FORM_TEXT] <= MOST_TEXTS;
}

/* Fractions of 6 metres or of 20 feet: what an eye sees from there, and somebody else from so far; and at most a word or three: hand movements. */
static bool are_acuities(const logreg__census *s, const logreg__column *c)
{
    size_t fractions = s->levels[LOGREG__FORM_FRACTION], near[2] = {0, 0};
    for (size_t l = 0; l < c->n_levels; l++) {
        near[0] += strncmp(c->levels[l], "6/", 2) == 0;
        near[1] += strncmp(c->levels[l], "20/", 3) == 0;
    }
    return fractions >= FEWEST && fractions + s->levels[LOGREG__FORM_TEXT] == c->n_levels &&
           s->levels[LOGREG__FORM_TEXT] <= 3 && (near[0] == fractions || near[1] == fractions);
}

static bool are_scores(const logreg__census *s, const logreg__column *c)
{
    size_t scores = s->levels[LOGREG__FORM_SCORE];
    return scores >= FEWEST && scores + s->levels[LOGREG__FORM_TEXT] == c->n_levels &&
           s->levels[LOGREG__FORM_TEXT] <= MOST_TEXTS;
}

/* Are enough of them no bounds, so that they are no bands: < 1 year, 2 years, .., 10+ years? */
static bool are_bands(const logreg__column *c, size_t units)
{
    size_t bounds = 0;
    for (size_t l = 0; l < c->n_levels; l++)
        bounds += strpbrk(c->levels[l], "<>") || strchr(c->levels[l] + 1, '+') ||
                  strstr(c->levels[l], "\xe2\x89\xa4") || strstr(c->levels[l], "\xe2\x89\xa5");
    return bounds + FEWEST > units;
}

/* Two or three units of one word each that nobody can bring to one, and of no two kinds: 500 mg, 2 tab; 2 BHK, 3 Bedroom. */
static bool are_mixed(const logreg__outfit *o, logreg__unit_kind kind)
{
    char first = '\0';
    bool words = kind == LOGREG__UNITS_MIXED && !o->plain && !o->moneys;
    for (size_t k = 0; k < o->units && k < LOGREG__UNITS; k++) {
        char own = logreg__unit_scale(o->unit[k]).kind;
        words =
            words && o->unit[k][1] && !strpbrk(o->unit[k], " 0123456789") && (!own || !first || own == first);
        first = own ? own : first;
    }
    return words && logreg__outfit_unit_kinds(o) <= LOGREG__UNIT_KINDS;
}

/* The one form that all levels have, of those that are numbers by themselves: powers of ten, times of day, lengths of time; NUMBER: there is none. */
static logreg__form form_of_all(const logreg__census *s, const logreg__column *c)
{
    static const logreg__form forms[] = {LOGREG__FORM_TIMES, LOGREG__FORM_CLOCK, LOGREG__FORM_HALF_DAY,
                                         LOGREG__FORM_MINUTES};
    for (size_t k = 0; k < sizeof forms / sizeof *forms; k++)
        if (c->n_levels >= FEWEST && s->levels[forms[k]] == c->n_levels)
            return forms[k];
    return LOGREG__FORM_NUMBER;
}

bool logreg__census_few(const logreg__census *s, const logreg__column *c)
{
    const unsigned worn = LOGREG__GUISE_BOUND | LOGREG__GUISE_AT_MOST | LOGREG__GUISE_MORE |
                          LOGREG__GUISE_NOTE | LOGREG__GUISE_NBSP | LOGREG__GUISE_NARROW |
                          LOGREG__GUISE_THIN | LOGREG__GUISE_ABOUT | LOGREG__GUISE_ROUGH;
    const logreg__outfit *o = &s->outfit;
    logreg__unit_kind kind = logreg__outfit_units(o);
    size_t spelt = s->levels[LOGREG__FORM_SPELT];
    if (s->cells[LOGREG__FORM_HELD] || (spelt >= FEWEST && spelt == c->n_levels) ||
        s->cells[LOGREG__FORM_ORDINAL] || are_dilutions(s, c) || are_scores(s, c) || are_acuities(s, c) ||
        form_of_all(s, c) != LOGREG__FORM_NUMBER)
        return true;
    size_t texts = s->levels[LOGREG__FORM_TEXT], said = s->said ? spelt : 0; /* half a bath */
    if (s->levels[LOGREG__FORM_UNIT] + said + texts != c->n_levels || texts > MOST_TEXTS ||
        o->traits & ~worn || o->groups || are_bands(c, s->levels[LOGREG__FORM_UNIT]) ||
        (kind != LOGREG__UNITS_ONE && !are_mixed(o, kind) && kind != LOGREG__UNITS_SCALES &&
         kind != LOGREG__UNITS_WORDED && kind != LOGREG__UNITS_POWERS))
        return false;
    for (size_t k = 0; k < o->units; k++)
        if (o->before[k] || !is_unit(o, k, c))
            return false;
    return true;
}

bool logreg__few_tell(logreg_frame *frame, size_t j, const char *names, const logreg__census *s,
                      const logreg__mending *all, const logreg__csv *csv)
{
    logreg__column *c = &frame->column[j];
    char what[LOGREG__WHAT], remedy[LOGREG__REMEDY], others[LOGREG__REMEDY], na[LOGREG__NA_ADVICE],
        place[LOGREG_MESSAGE_SIZE];
    logreg__form of_all = form_of_all(s, c);
    logreg__form form = s->cells[LOGREG__FORM_HELD]                ? LOGREG__FORM_HELD
                        : s->cells[LOGREG__FORM_SPELT] && !s->said ? LOGREG__FORM_SPELT
                        : s->cells[LOGREG__FORM_ORDINAL]           ? LOGREG__FORM_ORDINAL
                        : s->cells[LOGREG__FORM_TITER]             ? LOGREG__FORM_TITER
                        : s->cells[LOGREG__FORM_SCORE]             ? LOGREG__FORM_SCORE
                        : of_all != LOGREG__FORM_NUMBER            ? of_all
                        : s->cells[LOGREG__FORM_FRACTION]          ? LOGREG__FORM_FRACTION
                                                                   : LOGREG__FORM_UNIT;
    const logreg__sample *shown = &s->shown[form];
    size_t cells = s->cells[form];
    logreg__text text = {0};
    bool texts = (form == LOGREG__FORM_SCORE || form == LOGREG__FORM_HELD || form == LOGREG__FORM_UNIT) &&
                 s->cells[LOGREG__FORM_TEXT];
    logreg__remedy(remedy, s, c->name, form, all, csv);
    bool open = strncmp(remedy, "If ", 3) == 0; /* which says itself what hangs on what */
    *remedy = (char)(open ? 'I' : tolower((unsigned char)*remedy));
    snprintf(place, sizeof place,
             "%.200s:%zu:%zu '%.80s': '%s' is %s, and with %zu different ones the column is a category%s. "
             "%s%s%s%s; --categorical ",
             csv->file, shown->line, j + 1, c->name, shown->text,
             logreg__remedy_what(what, s, form, cells, cells), c->n_levels,
             logreg__remedy_others(others, all, s, c->name), open ? "" : "If it should count as a number, ",
             remedy, texts ? ", and use " : "", texts ? logreg__na_advice(na, all, csv) : "");
    logreg__text_add(&text, place);
    logreg__text_add_word(&text, names);
    logreg__text_add(&text, " keeps this note away");
    c->few = logreg__text_take(&text);
    return c->few && logreg__frame_note(frame, "%s", c->few);
}
