#include "report/suspicions.h"

#include "base/number.h"
#include "base/word.h"
#include "data/years.h"
#include "model/model.h"
#include "model/suspicion.h"
#include "report/figure.h"
#include "report/options.h"
#include "report/summary.h"

/* ---- Pieces ---- */

void logreg__write_word(logreg__page *page, logreg__text *text)
{
    logreg__text word = {0};
    logreg__text_add_word(&word, text->start ? text->start : "");
    logreg__page_name(page, word.start ? word.start : "", LOGREG__WIDTH_MOST);
    page->text.failed = page->text.failed || word.failed || text->failed;
    free(word.start);
    free(text->start);
    *text = (logreg__text){0};
}

void logreg__add_na_values(logreg__text *list, const char *column, const logreg_sentinel *numbers)
{
    for (size_t i = 0; i < numbers->n_values; i++) {
        char number[LOGREG__NUMBER_SIZE];
        logreg__text item = {0};
        logreg__text_add(&item, column);
        logreg__text_add(&item, "=");
        logreg__text_add(&item, logreg__number_shortest(number, numbers->value[i]));
        logreg__text_add_item(list, item.start ? item.start : "");
        list->failed = list->failed || item.failed;
        free(item.start);
    }
}

void logreg__write_numbers(logreg__page *page, const logreg_sentinel *numbers)
{
    char text[LOGREG__FIGURE_SIZE];
    for (size_t i = 0; i < numbers->n_values; i++) {
        logreg__page_add(page, i == 0 ? "" : i + 1 == numbers->n_values ? " and " : ", ");
        logreg__page_add(page, logreg__figure_plain(text, numbers->value[i], 10, page->sign));
    }
}

static size_t count(const logreg_model *m, logreg__suspicion_kind kind)
{
    size_t n = 0;
    for (size_t i = 0; i < m->n_suspicions; i++)
        n += m->suspicion[i].kind == kind;
    return n;
}

/* Writes what each of a kind is about, up to as many as are read; what is left is counted. */
static void write_each(logreg__page *piece, const logreg_model *m, logreg__suspicion_kind kind,
                       const char *between,
                       void (*write)(logreg__page *piece, const logreg_model *m, const logreg__suspicion *s))
{
    size_t n = 0;
    for (size_t i = 0; i < m->n_suspicions; i++)
        if (m->suspicion[i].kind == kind && n++ < LOGREG__LISTED) {
            logreg__page_add(piece, n > 1 ? between : "");
            write(piece, m, &m->suspicion[i]);
        }
    logreg__write_more(piece, n);
}

/* "--na-values age=99,weight=-1": of all that are of a kind. */
static void write_option(logreg__page *piece, const logreg_model *m, logreg__suspicion_kind kind)
{
    logreg__text list = {0};
    for (size_t i = 0; i < m->n_suspicions; i++)
        if (m->suspicion[i].kind == kind)
            logreg__add_na_values(&list, m->suspicion[i].column, &m->suspicion[i].numbers);
    logreg__page_add(piece, "--na-values ");
    logreg__write_word(piece, &list);
}

/* "--exclude id,nr": of all that are of a kind. */
static void write_columns(logreg__page *piece, const char *option, const logreg_model *m,
                          logreg__suspicion_kind kind)
{
    logreg__text list = {0};
    for (size_t i = 0; i < m->n_suspicions; i++)
        if (m->suspicion[i].kind == kind)
            logreg__text_add_item(&list, m->suspicion[i].column);
    logreg__page_add(piece, option);
    logreg__write_word(piece, &list);
}

/* ---- Numbers that stand for missing values ---- */

/* "-9 in 4 of 60 rows of v, where all others lie from 0 to 9" */
static void write_numbers(logreg__page *piece, const logreg_model *m, const logreg__suspicion *s)
{
    char low[LOGREG__FIGURE_SIZE], high[LOGREG__FIGURE_SIZE];
    logreg__write_numbers(piece, &s->numbers);
    logreg__page_format(piece, " in %zu of %zu rows of ", s->numbers.n_rows,
                        m->rows_read - m->rows_weightless);
    logreg__page_name(piece, s->column, LOGREG__NAME_ROOM);
    logreg__page_format(piece, ", where all others lie from %s to %s",
                        logreg__figure_plain(low, s->numbers.low, 10, piece->sign),
                        logreg__figure_plain(high, s->numbers.high, 10, piece->sign));
}

/* What they are, why they may mean missing values, and the option that takes them for such. */
static bool suspect_missing(logreg__page *piece, const logreg_model *m, logreg__suspicion_kind kind,
                            const char *why)
{
    size_t n = count(m, kind);
    if (!n || !piece)
        return n > 0;
    write_each(piece, m, kind, "; ", write_numbers);
    logreg__page_add(piece, why);
    write_option(piece, m, kind);
    logreg__page_add(piece, " leaves such rows out.");
    return true;
}

bool logreg__suspect_sentinels(logreg__page *piece, const logreg_model *m)
{
    return suspect_missing(piece, m, LOGREG__SUSPECT_SENTINEL,
                           ". This fit takes them as they stand. If they mean missing values, ");
}

bool logreg__suspect_slips(logreg__page *piece, const logreg_model *m)
{
    size_t rows = 0;
    for (size_t i = 0; i < m->n_suspicions; i++)
        rows += m->suspicion[i].kind == LOGREG__SUSPECT_SLIP ? m->suspicion[i].numbers.n_rows : 0;
    return suspect_missing(piece, m, LOGREG__SUSPECT_SLIP,
                           rows > 1 ? ": a digit or a sign too many, or another unit, would do that. This "
                                      "fit takes them as they stand. "
                                      "Correct them where they were typed, or else "
                                    : ": a digit or a sign too many would do that. This fit takes it as it "
                                      "stands. Correct it where it was "
                                      "typed, or else ");
}

bool logreg__suspect_zeros(logreg__page *piece, const logreg_model *m)
{
    return suspect_missing(piece, m, LOGREG__SUSPECT_ZEROS,
                           ". If no case can have 0, it stands for a missing value: ");
}

/* ---- Numbers that are no amounts ---- */

static void write_date(logreg__page *piece, const logreg_model *m, const logreg__suspicion *s)
{
    char first[LOGREG__FIGURE_SIZE];
    (void)m;
    logreg__page_name(piece, s->column, LOGREG__NAME_ROOM);
    logreg__page_format(piece, logreg__calendar_says[s->calendar],
                        logreg__figure_plain(first, s->numbers.low, 13, piece->sign));
}

bool logreg__suspect_dates(logreg__page *piece, const logreg_model *m)
{
    size_t n = count(m, LOGREG__SUSPECT_DATE);
    if (!n || !piece)
        return n > 0;
    write_each(piece, m, LOGREG__SUSPECT_DATE, "; ", write_date);
    logreg__page_add(
        piece,
        m->dates_command
            ? ". If time matters, the command that follows makes months or hours of such numbers; if not, "
            : ". If time matters, make a number of it, such as days or years since the first; if not, ");
    write_columns(piece, "--exclude ", m, LOGREG__SUSPECT_DATE);
    logreg__page_add(piece, " leaves it out.");
    piece->command = m->dates_command;
    return true;
}

static void write_name(logreg__page *piece, const logreg_model *m, const logreg__suspicion *s)
{
    (void)m;
    logreg__page_name(piece, s->column, LOGREG__NAME_ROOM);
}

bool logreg__suspect_ids(logreg__page *piece, const logreg_model *m)
{
    size_t n = count(m, LOGREG__SUSPECT_ID);
    if (!n || !piece)
        return n > 0;
    write_each(piece, m, LOGREG__SUSPECT_ID, ", ", write_name);
    logreg__page_format(piece,
                        " seem%s only to number the rows, or groups of them, and go%s in as %s. If so, ",
                        n == 1 ? "s" : "", n == 1 ? "es" : "", n == 1 ? "a number" : "numbers");
    write_columns(piece, "--exclude ", m, LOGREG__SUSPECT_ID);
    logreg__page_format(piece, " leaves %s out; if not, --features that name%s %s keep this away.",
                        n == 1 ? "it" : "them", "", n == 1 ? "it" : "them");
    return true;
}

/* ---- Two units ---- */

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
    const logreg_sentinel *n = &s->numbers;
    const logreg__twofold t = {.factor = s->factor,
                               .from = n->value[0],
                               .to = n->value[n->n_values - 1],
                               .low = n->low,
                               .high = n->high,
                               .rows = n->n_rows};
    logreg__page_name(piece, s->column, LOGREG__NAME_ROOM);
    logreg__page_add(piece, " is ");
    logreg__write_units(piece, &t, s->line, m->rows_read - m->rows_weightless);
}

bool logreg__suspect_units(logreg__page *piece, const logreg_model *m)
{
    size_t n = count(m, LOGREG__SUSPECT_UNITS);
    if (!n || !piece)
        return n > 0;
    write_each(piece, m, LOGREG__SUSPECT_UNITS, ". ", write_two_units);
    size_t years = 0;
    for (size_t i = 0; i < m->n_suspicions; i++)
        years += m->suspicion[i].kind == LOGREG__SUSPECT_UNITS && m->suspicion[i].factor == LOGREG__YEARS;
    const logreg__units_words *words = logreg__units_say(years == n);
    logreg__page_format(piece, "%s This fit takes them as they stand. %s", words->doubt,
                        m->units_command ? words->command : words->none);
    piece->command = m->units_command;
    return true;
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

bool logreg__suspect_unit_names(logreg__page *piece, const logreg_model *m)
{
    size_t n = count(m, LOGREG__SUSPECT_UNIT_NAMES);
    if (!n || !piece)
        return n > 0;
    write_each(piece, m, LOGREG__SUSPECT_UNIT_NAMES, "; ", write_unit_names);
    logreg__page_add(piece,
                     ". This fit takes the numbers beside them as they stand, as if all were of one. ");
    logreg__page_add(piece,
                     m->unit_names_command
                         ? "If they are not, the command that follows prints the file in the commonest unit."
                         : "If they are not, bring them to one unit first.");
    piece->command = m->unit_names_command;
    return true;
}

/* ---- Ticks and codes ---- */

static void write_tick(logreg__page *piece, const logreg_model *m, const logreg__suspicion *s)
{
    char only[LOGREG__FIGURE_SIZE];
    logreg__page_name(piece, s->column, LOGREG__NAME_ROOM);
    logreg__page_format(piece, " holds nothing but %s, and in %zu of %zu rows nothing",
                        logreg__figure_plain(only, s->numbers.low, 10, piece->sign), s->numbers.n_rows,
                        m->rows_read - m->rows_weightless);
}

bool logreg__suspect_ticks(logreg__page *piece, const logreg_model *m)
{
    size_t n = count(m, LOGREG__SUSPECT_TICKS);
    if (!n || !piece)
        return n > 0;
    write_each(piece, m, LOGREG__SUSPECT_TICKS, "; ", write_tick);
    logreg__page_add(piece,
                     ", and rows without are left out. If empty means that there is no tick, write 0 there; "
                     "if not, it explains nothing: ");
    write_columns(piece, "--exclude ", m, LOGREG__SUSPECT_TICKS);
    logreg__page_add(piece, " keeps the rows.");
    return true;
}

bool logreg__suspect_codes(logreg__page *piece, const logreg_model *m)
{
    size_t n = count(m, LOGREG__SUSPECT_CODES);
    if (!n || !piece)
        return n > 0;
    write_each(piece, m, LOGREG__SUSPECT_CODES, ", ", write_name);
    logreg__page_format(
        piece,
        " hold%s numbers under a name that stands for kinds, or with zeros in front, and go%s "
        "in as %s. If they are "
        "names of kinds, ",
        n == 1 ? "s" : "", n == 1 ? "es" : "", n == 1 ? "a number" : "numbers");
    write_columns(piece, "--categorical ", m, LOGREG__SUSPECT_CODES);
    logreg__page_format(piece, " gives each a coefficient; if not, --features that name %s keep this away.",
                        n == 1 ? "it" : "them");
    return true;
}

/* ---- Many levels ---- */

void logreg__write_levels(logreg__page *page, const char *column, size_t levels, double cases)
{
    logreg__page_name(page, column, LOGREG__NAME_ROOM);
    logreg__page_format(page, " has %zu levels in ", levels);
    logreg__write_count(page, cases, "row", "rows");
}

static void write_levels(logreg__page *piece, const logreg_model *m, const logreg__suspicion *s)
{
    (void)m;
    logreg__write_levels(piece, s->column, s->n_levels, (double)s->numbers.n_rows);
}

bool logreg__suspect_levels(logreg__page *piece, const logreg_model *m)
{
    size_t n = count(m, LOGREG__SUSPECT_LEVELS);
    if (!n || !piece)
        return n > 0;
    write_each(piece, m, LOGREG__SUSPECT_LEVELS, ", ", write_levels);
    logreg__page_add(piece, n == 1 ? ": each but the first is a coefficient, from few rows. "
                                   : ": each but the first of a column is a coefficient, from few rows. ");
    logreg__page_add(piece, "If they are names of persons, places or the like, ");
    write_columns(piece, "--exclude ", m, LOGREG__SUSPECT_LEVELS);
    logreg__page_format(piece, " leaves %s out; if they are groups that you mean, merge rare ones.",
                        n == 1 ? "it" : "them");
    return true;
}

/* ---- Several answers ---- */

void logreg__write_several(logreg__page *page, const char *column, size_t answers, size_t levels)
{
    logreg__page_name(page, column, LOGREG__NAME_ROOM);
    logreg__page_format(page, " holds several answers in a cell, %zu in %zu combinations", answers, levels);
}

static void write_several(logreg__page *piece, const logreg_model *m, const logreg__suspicion *s)
{
    (void)m;
    logreg__write_several(piece, s->column, s->n_decided, s->n_levels);
}

bool logreg__suspect_several(logreg__page *piece, const logreg_model *m)
{
    size_t n = count(m, LOGREG__SUSPECT_SEVERAL);
    if (!n || !piece)
        return n > 0;
    write_each(piece, m, LOGREG__SUSPECT_SEVERAL, "; ", write_several);
    logreg__page_add(piece, ", each of which goes in as a level of its own. ");
    logreg__page_add(piece, m->several_command
                                ? "The command that follows prints the file with a column of 0 "
                                  "and 1 for each answer; "
                                : "Write a column of 0 and 1 for each answer, or do without: ");
    write_columns(piece, "--exclude ", m, LOGREG__SUSPECT_SEVERAL);
    logreg__page_add(piece, !m->several_command ? "" : n == 1 ? " leaves it out" : " leaves them out");
    logreg__page_add(piece, "; if combinations are meant, ");
    write_columns(piece, "--categorical ", m, LOGREG__SUSPECT_SEVERAL);
    logreg__page_add(piece, " says so.");
    piece->command = m->several_command;
    return true;
}

/* The one of most levels whose rows are of one class. */
static const logreg__suspicion *most_decided(const logreg_model *m)
{
    const logreg__suspicion *most = NULL;
    for (size_t i = 0; i < m->n_suspicions; i++) {
        const logreg__suspicion *s = &m->suspicion[i];
        if (s->kind == LOGREG__SUSPECT_LEVELS && s->n_decided > (most ? most->n_decided : 0))
            most = s;
    }
    return most;
}

bool logreg__blame_levels(logreg__page *piece, const logreg_model *m)
{
    const logreg__suspicion *s = most_decided(m);
    if (!s || !piece)
        return s;
    logreg__page_name(piece, s->column, LOGREG__NAME_ROOM);
    logreg__page_format(
        piece, " is enough for it: %zu of its %zu levels %s rows of one class alone. Leave it out first, ",
        s->n_decided, s->n_levels, s->n_decided == 1 ? "has" : "have");
    logreg__text name = {0};
    logreg__text_add_item(&name, s->column);
    logreg__page_add(piece, "--exclude ");
    logreg__write_word(piece, &name);
    logreg__page_add(piece, ", and look again. ");
    return true;
}

/* ---- Rows left out ---- */

static void write_loss(logreg__page *piece, const logreg_model *m, const logreg__suspicion *s)
{
    logreg__page_name(piece, s->column, LOGREG__NAME_ROOM);
    logreg__page_format(piece, " is missing in %zu of %zu rows", s->numbers.n_rows,
                        m->rows_read - m->rows_weightless);
}

bool logreg__suspect_losses(logreg__page *piece, const logreg_model *m)
{
    size_t n = count(m, LOGREG__SUSPECT_LOSS), kept = 0;
    if (!n || !piece)
        return n > 0;
    for (size_t i = 0; i < m->n_suspicions; i++)
        kept = m->suspicion[i].kind == LOGREG__SUSPECT_LOSS ? m->suspicion[i].n_kept : kept;
    write_each(piece, m, LOGREG__SUSPECT_LOSS, ", ", write_loss);
    logreg__page_add(piece, n == 1 ? ", which are all left out: " : ", and all such rows are left out: ");
    write_columns(piece, "--exclude ", m, LOGREG__SUSPECT_LOSS);
    logreg__page_format(piece, " keeps %zu row%s more.", kept, kept == 1 ? "" : "s");
    return true;
}

/* ---- Rows twice ---- */

bool logreg__suspect_twice(logreg__page *piece, const logreg_model *m)
{
    size_t n = count(m, LOGREG__SUSPECT_TWICE);
    if (!n || !piece)
        return n > 0;
    for (size_t i = 0; i < m->n_suspicions; i++)
        if (m->suspicion[i].kind == LOGREG__SUSPECT_TWICE)
            logreg__write_twice(piece, m->suspicion[i].numbers.n_rows);
    logreg__page_add(piece,
                     " This fit takes each for a case of its own, so that standard errors are too small. "
                     "If the file was put together twice, remove the second half.");
    return true;
}

void logreg__write_twice(logreg__page *page, size_t rows)
{
    logreg__page_format(page, "The last %zu rows are the first %zu again, in the same order.", rows, rows);
}
