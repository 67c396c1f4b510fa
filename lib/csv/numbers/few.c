/* Numbers with a unit of which there are few different ones: 12 months, 24 months, 36 months. They may be groups as well, so that they stay the category that they are
 * read as, and a note gives the command that makes numbers of them. */
#include "csv/mending/command.h"
#include "csv/mending/strays.h"

#include <ctype.h>
#include <string.h>

#include "base/error.h"
#include "base/word.h"

/* Of two, a number says no more than a category. */
enum { FEWEST = 3 };

/* Is it a word or a sign that numbers have for a unit, and no part of a name, as of 2T, 7th and 1A? */
static bool is_unit(const char *unit, bool apart)
{
    static const char *const ordinal[] = {"st", "nd", "rd", "th"};
    for (size_t k = 0; k < sizeof ordinal / sizeof *ordinal; k++)
        if (strcmp(unit, ordinal[k]) == 0)
            return false;
    return strcmp(unit, "%") == 0 || unit[1] ? isalpha((unsigned char)*unit) || *unit == '%' || *unit & 0x80
                                             : apart && logreg__unit_scale(unit).size > 0;
}

/* Dilutions, and at most a word or two: negative. */
static bool are_dilutions(const logreg__census *s, const logreg__column *c)
{
    size_t dilutions = s->levels[LOGREG__FORM_TITER];
    return dilutions >= FEWEST && dilutions + s->levels[LOGREG__FORM_TEXT] == c->n_levels &&
           s->levels[LOGREG__FORM_TEXT] <= 2;
}

bool logreg__census_few(const logreg__census *s, const logreg__column *c)
{
    const logreg__outfit *o = &s->outfit;
    logreg__unit_kind kind = logreg__outfit_units(o);
    bool apart = true;
    size_t scores = s->levels[LOGREG__FORM_SCORE];
    size_t spelt = s->levels[LOGREG__FORM_SPELT];
    if ((spelt >= FEWEST && spelt == c->n_levels) || s->cells[LOGREG__FORM_ORDINAL] || are_dilutions(s, c) ||
        (scores >= FEWEST && scores == c->n_levels))
        return true;
    if (c->n_levels < FEWEST || s->levels[LOGREG__FORM_UNIT] != c->n_levels || o->traits || o->groups ||
        (kind != LOGREG__UNITS_ONE && kind != LOGREG__UNITS_SCALES))
        return false;
    for (size_t l = 0; l < c->n_levels; l++)
        apart = apart && strchr(c->levels[l], ' ');
    for (size_t k = 0; k < o->units; k++)
        if (o->before[k] || !is_unit(o->unit[k], apart))
            return false;
    return true;
}

bool logreg__few_tell(logreg_frame *frame, size_t j, const char *names, const logreg__census *s,
                      const logreg__mending *all, const logreg__csv *csv)
{
    logreg__column *c = &frame->column[j];
    char what[LOGREG__WHAT], remedy[LOGREG__REMEDY], others[LOGREG__REMEDY], place[LOGREG_MESSAGE_SIZE];
    logreg__form form = s->cells[LOGREG__FORM_SPELT]     ? LOGREG__FORM_SPELT
                        : s->cells[LOGREG__FORM_ORDINAL] ? LOGREG__FORM_ORDINAL
                        : s->cells[LOGREG__FORM_TITER]   ? LOGREG__FORM_TITER
                        : s->cells[LOGREG__FORM_SCORE]   ? LOGREG__FORM_SCORE
                                                         : LOGREG__FORM_UNIT;
    const logreg__sample *shown = &s->shown[form];
    size_t cells = s->cells[form];
    logreg__text text = {0};
    logreg__remedy(remedy, s, form, all, csv);
    *remedy = (char)tolower((unsigned char)*remedy);
    snprintf(
        place, sizeof place,
        "%.200s:%zu:%zu '%.80s': '%s' is %s, and with %zu different ones the column is a category%s. If it "
        "should count as a number, %s; --categorical ",
        csv->file, shown->line, j + 1, c->name, shown->text, logreg__remedy_what(what, s, form, cells, cells),
        c->n_levels, logreg__remedy_others(others, all, s, c->name), remedy);
    logreg__text_add(&text, place);
    logreg__text_add_word(&text, names);
    logreg__text_add(&text, " keeps this note away");
    c->few = logreg__text_take(&text);
    return c->few && logreg__frame_note(frame, "%s", c->few);
}
