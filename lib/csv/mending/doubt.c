/* Categories that are columns of numbers: in another form, or with texts in many of their cells. Which it is, only the whole column
 * tells; that nobody means a category of so many levels, whoever uses it is told. */
#include "csv/layout/shifted.h"
#include "csv/mending/command.h"
#include "csv/mending/plan.h"
#include "csv/mending/strays.h"

#include <ctype.h>
#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "csv/numbers/held.h"
#include "data/role.h"

/* A column is measured if it has more numbers than these: all of them, or with decimals; or with marks that only amounts have.
 * Fewer are grades, or groups. */
enum { MANY = 10, MANY_DECIMALS = 5, MANY_AMOUNTS = 2 };

/* No number that has been measured has so many digits before a letter. */
enum { LONG_ID = 10 };

/* Texts among numbers: so many different ones, or a tenth of the cells, are what stands for missing values. */
enum { FEW_KINDS = 3, FEW_SHARE = 10 };

bool logreg__census_take(logreg__census *s, const logreg_frame *frame, size_t j, char decimal)
{
    const logreg__column *c = &frame->column[j];
    size_t *count = logreg__new(c->n_levels, sizeof *count), *first = logreg__new(c->n_levels, sizeof *first);
    bool ok = (count && first) || !c->n_levels;
    *s = (logreg__census){0};
    for (size_t r = 0; ok && r < frame->n_rows; r++) {
        uint32_t code = logreg__column_code(c, r);
        if (code != LOGREG__MISSING && !count[code]++)
            first[code] = r;
    }
    for (size_t l = 0; ok && l < c->n_levels; l++) {
        logreg__cell cell = {c->levels[l], strlen(c->levels[l]), logreg__frame_line(frame, first[l])};
        if (count[l])
            logreg__census_add(s, &cell, count[l], true, decimal);
    }
    logreg__census_tails(s);
    logreg__census_durations(s);
    logreg__census_ages(s);
    logreg__census_heights(s);
    logreg__census_brackets(s);
    logreg__census_dilutions(s);
    logreg__census_clocks(s);
    logreg__census_scores(s);
    logreg__census_balances(s);
    logreg__census_degrees(s);
    logreg__outfit_name(&s->outfit, c->name);
    logreg__census_spelt(s);
    logreg__census_roman(s);
    logreg__census_said(s, c->name);
    logreg__census_ordinals(s);
    if (ok && !logreg__census_measured(s) && !logreg__census_few(s, c))
        logreg__census_held(s, frame, j, count, first);
    free(count);
    free(first);
    return ok;
}

/* Forms that a category has as well. */
static bool is_word(logreg__form f)
{
    return f == LOGREG__FORM_TEXT || f == LOGREG__FORM_LABEL || f == LOGREG__FORM_WORDS ||
           f == LOGREG__FORM_RANGE || f == LOGREG__FORM_DAY;
}

/* 1 (not at all), 2, 3, 4, 5 (very much) */
static bool is_scale(const logreg__census *s)
{
    size_t labels = s->levels[LOGREG__FORM_LABEL] + s->levels[LOGREG__FORM_WORDS],
           numbers = s->levels[LOGREG__FORM_NUMBER], all = 0;
    for (logreg__form f = 0; f < LOGREG__FORMS; f++)
        all += s->levels[f];
    return labels && numbers && labels + numbers > 2 && labels + numbers == all;
}

/* Whole numbers with A and B and the like behind half of them or more: beds, seats, forms of a school. C beside F may be degrees. */
static bool are_seats(const logreg__outfit *o, bool decimals)
{
    bool seats = o->units > 1 && o->units <= LOGREG__UNITS && !decimals && !o->groups && !o->traits &&
                 2 * o->united >= o->cells + o->plain;
    bool a = false, b = false;
    for (size_t k = 0; seats && k < o->units; k++) {
        seats = *o->unit[k] >= 'A' && *o->unit[k] <= 'F' && !o->unit[k][1] && !o->before[k];
        a = a || *o->unit[k] == 'A';
        b = b || *o->unit[k] == 'B';
    }
    return seats && a && b;
}

bool logreg__census_measured(const logreg__census *s)
{
    const logreg__outfit *o = &s->outfit;
    size_t levels = 0, cells = 0, kinds = 0, texts = 0;
    if (logreg__census_tickets(s) || logreg__outfit_suffixed(o))
        return false;
    for (logreg__form f = 0; f < LOGREG__FORMS; f++) {
        levels += is_word(f) ? 0 : s->levels[f];
        cells += is_word(f) ? 0 : s->cells[f];
        kinds += is_word(f) ? s->levels[f] : 0;
        texts += is_word(f) ? s->cells[f] : 0;
    }
    bool decimals = s->fractions || o->point || o->comma || o->open_point || o->open_comma ||
                    o->traits & LOGREG__GUISE_MIDDLE;
    bool money = logreg__outfit_money(o);
    bool amounts = o->groups || money || s->levels[LOGREG__FORM_FEET];
    bool many = levels > MANY || (levels > MANY_DECIMALS && decimals) || (levels > MANY_AMOUNTS && amounts);
    bool scales = logreg__outfit_units(o) == LOGREG__UNITS_SCALES;
    bool flags = logreg__outfit_units(o) == LOGREG__UNITS_FLAGS;
    logreg__unit_kind kind = logreg__outfit_units(o);
    bool other = kind == LOGREG__UNITS_OTHER || kind == LOGREG__UNITS_WORDED;
    bool label = (logreg__outfit_unit_kinds(o) > LOGREG__UNIT_KINDS && !scales && !flags && !other) ||
                 are_seats(o, decimals);
    bool few = kinds <= FEW_KINDS || FEW_SHARE * texts <= cells + texts;
    bool whole = o->units == 1 && !decimals && !o->groups && isalpha((unsigned char)*o->unit[0]);
    bool distinct = 10 * (levels + kinds) > 9 * (cells + texts); /* numbers of tickets, rooms, .. */
    bool ids = whole && distinct && (o->before[0] || o->longest_whole >= LONG_ID);
    bool spelt = s->cells[LOGREG__FORM_SPELT] && s->cells[LOGREG__FORM_NUMBER] && few;
    bool half = 2 * cells >= cells + texts && (decimals || !distinct);
    size_t plain = s->cells[LOGREG__FORM_NUMBER];
    bool mostly = 3 * plain > 2 * (cells + texts) &&
                  plain < cells + texts; /* the others want a word, however few kinds there are */
    return s->held.crowded || is_scale(s) || spelt || mostly || (many && !label && !ids && (few || half));
}

/* Are they whole numbers and texts, nearly all different, so that they may be IDs? */
static bool may_be_ids(const logreg__census *s, const logreg__column *c, size_t cells)
{
    bool mixed = logreg__outfit_units(&s->outfit) == LOGREG__UNITS_MIXED;
    bool plain = s->cells[LOGREG__FORM_NUMBER] + s->cells[LOGREG__FORM_TEXT] +
                     (mixed ? s->cells[LOGREG__FORM_UNIT] : 0) ==
                 cells;
    return plain && !s->fractions && c->n_levels >= LOGREG__ID_ROWS && 10 * c->n_levels > 9 * cells;
}

/* The ways out: what makes numbers of the cells, what leaves texts out, and --categorical. word: the column's name, and what else may be said. */
static void write_ways(char *room, size_t size, const logreg__census *s, logreg__form form,
                       const char *remedy, const char *na, const char *word)
{
    logreg__digits digits = *na ? logreg__census_digits(s) : LOGREG__DIGITS_NONE;
    if (digits == LOGREG__DIGITS_COUNTED)
        snprintf(room, size,
                 "%s%srite a number in such cells, or use %s, or, if it is a category, --categorical %s",
                 remedy, *remedy ? ", and w" : "W", na, word);
    else if (digits && !*remedy)
        snprintf(room, size, "Use --categorical %s, or %s", word, na);
    else
        snprintf(room, size, "%s%s%s%s --categorical %s", remedy,
                 *na && *remedy ? (form == LOGREG__FORM_DAY ? ", or leave that out, " : ", and use ")
                 : *na          ? "Use "
                                : "",
                 na, *na || *remedy ? ", or, if it is a category," : "Use", word);
}

/* The sentence, as an error that may come to be. */
static void write_doubt(logreg_error *err, const logreg__census *s, const logreg__column *c, size_t j,
                        const logreg__mending *all, const logreg__csv *csv)
{
    logreg__form form;
    size_t cells = logreg__census_numbers(s, &form), total = 0;
    for (logreg__form f = 0; f < LOGREG__FORMS; f++)
        total += s->cells[f];
    const logreg__sample *shown = &s->shown[form];
    char what[LOGREG__WHAT], remedy[LOGREG__REMEDY], others[LOGREG__REMEDY], na[LOGREG__NA_ADVICE],
        name[LOGREG__COLUMN_WORD], word[2 * LOGREG__COLUMN_WORD + 80], nil[LOGREG__NIL_ADVICE],
        ways[2 * LOGREG_MESSAGE_SIZE];
    logreg__show_column(name, c->name);
    bool ids = may_be_ids(s, c, total);
    logreg__remedy(remedy, s, c->name, form, all, csv);
    snprintf(word, sizeof word, "%s%s%s%s", name, logreg__mended_words(remedy, csv),
             ids ? ", or, if these are IDs, --exclude " : "", ids ? name : "");
    write_ways(ways, sizeof ways, s, form, remedy, logreg__na_advice(na, all, csv), word);
    logreg__fail(
        err, LOGREG_EDATA,
        "%s:%zu:%zu '%.80s': '%s' is %s, and as a category the column has %zu levels%s. %s%s", csv->file,
        shown->line, j + 1, c->name, shown->text,
        logreg__remedy_what(what, s, form, form == LOGREG__FORM_TEXT ? s->cells[form] : cells, total),
        c->n_levels, logreg__remedy_others(others, all, s, c->name), ways, logreg__nil_advice(nil, all, csv));
}

bool logreg__doubt_part(logreg__column *c, const logreg__census *s)
{
    logreg__form form;
    char cell[LOGREG__SHOWN + 40];
    logreg__census_numbers(s, &form);
    const logreg__sample *shown = &s->shown[form];
    int n = snprintf(cell, sizeof cell, "'%s' is ", shown->text);
    const char *at = strstr(c->doubt, cell);
    for (at = at ? at + n : NULL; at && (at = strstr(at, ". ")) && !isupper((unsigned char)at[2]); at += 2)
        ;
    c->ways = at ? (size_t)(at + 2 - c->doubt) : 0;
    snprintf(cell, sizeof cell, "'%s' in line %zu", shown->text, shown->line);
    c->doubted = c->ways ? logreg__copy(cell) : NULL;
    return !c->ways || c->doubted;
}

bool logreg__doubt_tell(logreg_frame *frame, size_t j, const logreg__census *s, const logreg__mending *all,
                        const logreg__csv *csv)
{
    logreg_error err;
    logreg__csv with = *csv;
    with.err = &err;
    const logreg__sample *text = &s->shown[LOGREG__FORM_TEXT];
    logreg_status status =
        text->line ? logreg__shifted_check(frame, j, text->line, text->text, &with) : LOGREG_OK;
    if (status == LOGREG_ENOMEM)
        return false;
    logreg__column *c = &frame->column[j];
    if (status == LOGREG_OK)
        write_doubt(&err, s, c, j, all, csv);
    c->doubt = logreg__copy(err.message);
    return c->doubt && logreg__doubt_part(c, s);
}
