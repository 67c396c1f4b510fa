/* Units: two in one column of numbers, or in a column of their own. */
#include "data/years.h"
#include "model/model.h"
#include "report/page/figure.h"
#include "report/warnings/suspect.h"
#include "report/warnings/suspicions.h"
#include "report/summary/summary.h"

void logreg__write_units(logreg__page *page, const logreg__twofold *t, size_t line, size_t rows)
{
    char text[LOGREG__FIGURE_SIZE];
    logreg__page_add(page, logreg__figure_plain(text, t->from, 10, page->sign));
    if (t->to > t->from)
        logreg__page_format(page, " to %s", logreg__figure_plain(text, t->to, 10, page->sign));
    logreg__page_format(page, " in %zu of %zu rows", t->rows, rows);
    if (line)
        logreg__page_format(page, ", %s line %zu,", t->rows > 1 ? "the first of them in" : "in", line);
    logreg__page_format(page, " and %s", logreg__figure_plain(text, t->low, 10, page->sign));
    logreg__page_format(page, " to %s in all others; ", logreg__figure_plain(text, t->high, 10, page->sign));
    if (logreg__twofold_years(t)) {
        int turn = logreg__years_turn(t);
        logreg__page_format(page, "with %s added",
                            t->from >= turn ? "1900"
                            : t->to < turn  ? "2000"
                                            : "1900 or 2000");
    } else if (logreg__twofold_degrees(t))
        logreg__page_format(page, "in degrees %s", t->factor > 1 ? "Fahrenheit" : "Celsius");
    else
        logreg__page_format(page, "%s %s", t->factor > 1 ? "times" : "divided by",
                            logreg__figure_plain(text, t->factor > 1 ? t->factor : 1 / t->factor,
                                                 t->factor > 11 || t->factor < 1 / 11. ? 4 : 3, page->sign));
    logreg__page_format(page, " %s would lie among those", t->rows > 1 ? "they" : "it");
}

const logreg__units_words *logreg__units_say(bool years)
{
    static const logreg__units_words units = {
        ", so that two units may stand in one column.",
        "If they are two units, the command that follows prints the file in one.",
        "If they are two units, write all in one."};
    static const logreg__units_words of_years = {
        ", so that some years may be written in two digits.",
        "If they are years, the command that follows prints the file with all in four digits.",
        "If they are years, write all in four digits."};
    return years ? &of_years : &units;
}

static void write_two_units(logreg__page *piece, const logreg_model *m, const logreg__suspicion *s)
{
    const logreg__twofold t = logreg__suspicion_twofold(s);
    logreg__page_name(piece, s->column, LOGREG__NAME_ROOM);
    logreg__page_add(piece, " is ");
    logreg__write_units(piece, &t, s->units.line, m->rows_read - m->rows_weightless);
}

static void advise_units(logreg__page *piece, const logreg_model *m, size_t n)
{
    size_t years = 0;
    for (size_t i = 0; i < m->n_suspicions; i++)
        years +=
            m->suspicion[i].kind == LOGREG__SUSPECT_UNITS && m->suspicion[i].units.factor == LOGREG__YEARS;
    const logreg__units_words *words = logreg__units_say(years == n);
    logreg__page_format(piece, "%s This fit takes them as they stand. %s", words->doubt,
                        m->units_command ? words->command : words->none);
    piece->command = m->units_command;
}

static void write_unit_names(logreg__page *piece, const logreg_model *m, const logreg__suspicion *s)
{
    logreg__page_name(piece, s->column, LOGREG__NAME_ROOM);
    logreg__page_add(piece, " holds units, ");
    for (size_t v = 0; v < m->terms->n_variables; v++) {
        const logreg__variable *x = &m->terms->variable[v];
        if (!x->column || strcmp(x->column, s->column) != 0)
            continue;
        for (size_t l = 0; l < x->n_levels; l++) {
            logreg__page_add(piece, !l ? "" : l + 1 < x->n_levels ? ", " : " and ");
            logreg__page_name(piece, x->levels[l], LOGREG__NAME_ROOM);
        }
    }
}

static void advise_unit_names(logreg__page *piece, const logreg_model *m, size_t n)
{
    (void)n;
    logreg__page_add(piece,
                     ". This fit takes the numbers beside them as they stand, as if all were of one. ");
    logreg__page_add(piece,
                     m->unit_names_command
                         ? "If they are not, the command that follows prints the file in the commonest unit."
                         : "If they are not, bring them to one unit first.");
    piece->command = m->unit_names_command;
}

/* ---- Feet and inches as one number ---- */

void logreg__write_feet(logreg__page *page, const char *column, double least)
{
    char text[LOGREG__FIGURE_SIZE];
    logreg__page_name(page, column, LOGREG__NAME_ROOM);
    logreg__page_format(
        page,
        " holds feet and inches written as one number, such as %s: a foot counts as 100, an inch as "
        "1, so that 511 and 600 lie 89 apart",
        logreg__figure_plain(text, least, 10, page->sign));
}

const char *logreg__feet_advice(bool command)
{
    return command ? "The command that follows makes inches of it, of centimetres behind a 9 (9165) too, and "
                     "leaves "
                     "7777 and 9999 empty."
                   : "Make inches of it.";
}

static void write_feet(logreg__page *piece, const logreg_model *m, const logreg__suspicion *s)
{
    (void)m;
    logreg__write_feet(piece, s->column, s->feet.least);
}

static void advise_feet(logreg__page *piece, const logreg_model *m, size_t n)
{
    (void)n;
    logreg__page_format(piece, ". %s", logreg__feet_advice(m->feet_command != NULL));
    piece->command = m->feet_command;
}

const logreg__suspect_kind logreg__suspect_feet = {LOGREG__SUSPECT_FEET, "; ", write_feet, advise_feet};
const logreg__suspect_kind logreg__suspect_units = {LOGREG__SUSPECT_UNITS, ". ", write_two_units,
                                                    advise_units};
const logreg__suspect_kind logreg__suspect_unit_names = {LOGREG__SUSPECT_UNIT_NAMES, "; ", write_unit_names,
                                                         advise_unit_names};
