/* Numbers that stand for missing values, or have a digit too many; what is missing where there is no tick, or costs rows. */
#include <math.h>

#include "base/number.h"
#include "base/word.h"
#include "data/ages.h"
#include "data/sentinel.h"
#include "formula/token.h"
#include "model/model.h"
#include "report/page/figure.h"
#include "report/warnings/suspect.h"
#include "report/warnings/suspicions.h"
#include "report/summary/summary.h"

void logreg__write_numbers(logreg__page *page, const logreg_sentinel *numbers)
{
    char text[LOGREG__FIGURE_SIZE];
    for (size_t i = 0; i < numbers->n_values; i++) {
        logreg__page_add(page, i == 0 ? "" : i + 1 == numbers->n_values ? " and " : ", ");
        logreg__page_add(page, logreg__figure_plain(text, numbers->value[i], 10, page->sign));
    }
}

/* "age >= 0 & age <= 115", "weight <= 289" or "born >= 1950", of what no list can hold. */
static void add_condition(logreg__text *where, const logreg__suspicion *s)
{
    char end[LOGREG__NUMBER_SIZE];
    const logreg_sentinel *n = &s->numbers.found;
    bool named = logreg__named_age(s->column);
    bool above = n->value[1] < n->low && (n->value[0] > 0 || !named);
    bool age = !above && named;
    logreg__text_add(where, where->start ? " & " : "");
    if (age) {
        logreg__name_quote(where, s->column);
        logreg__text_add(where, " >= 0 & ");
    }
    logreg__name_quote(where, s->column);
    logreg__text_add(where, above ? " >= " : " <= ");
    logreg__text_add(where,
                     age ? LOGREG__OLDEST_TEXT : logreg__number_shortest(end, above ? n->low : n->high));
}

/* "--na-values age=99,weight=-1": of all that are of a kind, those in doubt among them or not. Returns how many options there are. */
static size_t write_option(logreg__page *piece, const logreg_model *m, logreg__suspicion_kind kind,
                           bool doubtful)
{
    logreg__text list = {0}, where = {0};
    for (size_t i = 0; i < m->n_suspicions; i++) {
        const logreg__suspicion *s = &m->suspicion[i];
        if (s->kind == kind && s->numbers.between)
            add_condition(&where, s);
        else if (s->kind == kind && (doubtful || !s->numbers.beside)) {
            const logreg_sentinel numbers =
                logreg__codes_without(&s->numbers.found, s->numbers.none > 0 ? s->numbers.none : NAN);
            logreg__add_na_values(&list, s->column, &numbers);
        }
    }
    size_t options = (list.start != NULL) + (where.start != NULL);
    if (list.start) {
        logreg__page_add(piece, "--na-values ");
        logreg__write_word(piece, &list);
    }
    if (where.start) {
        logreg__page_add(piece, options > 1 ? " and --where " : "--where ");
        logreg__write_word(piece, &where);
    }
    return options;
}

/* "-9 in 4 of 60 rows of v, where all others lie from 0 to 9" */
static void write_numbers(logreg__page *piece, const logreg_model *m, const logreg__suspicion *s)
{
    char low[LOGREG__FIGURE_SIZE], high[LOGREG__FIGURE_SIZE];
    logreg__page_add(piece, s->numbers.beside ? "in doubt: " : "");
    if (s->numbers.between) {
        logreg__page_add(piece, logreg__figure_plain(low, s->numbers.found.value[0], 10, piece->sign));
        logreg__page_add(piece, " to ");
        logreg__page_add(piece, logreg__figure_plain(high, s->numbers.found.value[1], 10, piece->sign));
    } else
        logreg__write_numbers(piece, &s->numbers.found);
    logreg__page_format(piece, " in %zu of %zu rows of ", s->numbers.found.n_rows,
                        m->rows_read - m->rows_weightless);
    logreg__page_name(piece, s->column, LOGREG__NAME_ROOM);
    logreg__figure_plain(low, s->numbers.found.low, 10, piece->sign);
    if (s->numbers.found.low == s->numbers.found.high)
        logreg__page_format(piece, ", where all others are %s", low);
    else
        logreg__page_format(piece, ", where all others lie from %s to %s", low,
                            logreg__figure_plain(high, s->numbers.found.high, 10, piece->sign));
}

/* Why they may mean missing values, and the option that takes them for such. */
static void advise_missing(logreg__page *piece, const logreg_model *m, logreg__suspicion_kind kind,
                           const char *why)
{
    logreg__page_add(piece, why);
    logreg__page_add(piece, write_option(piece, m, kind, false) > 1 ? " leave such rows out."
                                                                    : " leaves such rows out.");
}

/* "88 of PHYSHLTH and of CHILDREN, in so many rows, may be none of what is counted: .." */
static void advise_none(logreg__page *piece, const logreg_model *m)
{
    logreg__text list = {0};
    size_t told = 0;
    char text[LOGREG__FIGURE_SIZE];
    for (size_t i = 0; i < m->n_suspicions; i++) {
        const logreg__suspicion *s = &m->suspicion[i];
        if (s->kind != LOGREG__SUSPECT_SENTINEL || !(s->numbers.none > 0))
            continue;
        const logreg_sentinel none = {.value = {s->numbers.none}, .n_values = 1};
        logreg__add_na_values(&list, s->column, &none);
        if (told++ >= LOGREG__LISTED)
            continue;
        logreg__page_format(piece, "%s%s of ", told > 1 ? " and " : " ",
                            logreg__figure_plain(text, s->numbers.none, 10, piece->sign));
        logreg__page_name(piece, s->column, LOGREG__NAME_ROOM);
    }
    if (!told)
        return;
    logreg__write_more(piece, told);
    logreg__page_add(piece, ", in so many rows where nobody has 0, may mean none, as surveys write it: ");
    logreg__page_add(piece, m->none_command ? "the command that follows prints the file with 0 there"
                                            : "then write 0 there");
    logreg__page_add(piece, "; if it does not, --na-values ");
    logreg__write_word(piece, &list);
    logreg__page_add(piece, " leaves such rows out.");
    piece->command = m->none_command;
}

/* Does a number stand in most rows, as -1 for those whom nobody called before, and do the others differ? */
static bool in_most(const logreg_model *m, const logreg__suspicion *s)
{
    return s->kind == LOGREG__SUSPECT_SENTINEL && !s->numbers.between && !(s->numbers.none > 0) &&
           s->numbers.found.low < s->numbers.found.high &&
           2 * s->numbers.found.n_rows >= m->rows_read - m->rows_weightless;
}

/* The way to keep rows that most of a file are: a coefficient of their own, beside that of the number where there is one. */
static void advise_indicator(logreg__page *piece, const logreg_model *m)
{
    logreg__text list = {0}, how = {0};
    size_t told = 0;
    for (size_t i = 0; i < m->n_suspicions; i++) {
        const logreg__suspicion *s = &m->suspicion[i];
        logreg__text item = {0};
        if (!in_most(m, s))
            continue;
        logreg__text_add(&item, s->column);
        logreg__text_add(&item, "=median");
        logreg__text_add_item(&how, item.start ? item.start : "");
        how.failed = how.failed || item.failed;
        free(item.start);
        logreg__add_na_values(&list, s->column, &s->numbers.found);
        if (told++ < LOGREG__LISTED) {
            logreg__page_add(piece, told > 1 ? " and " : " In ");
            logreg__page_name(piece, s->column, LOGREG__NAME_ROOM);
        }
    }
    if (!told)
        return;
    logreg__write_more(piece, told);
    logreg__page_add(piece,
                     " these are half of the rows or more: if there is nothing to measure in them, as where "
                     "nobody was called before, --na-values ");
    logreg__write_word(piece, &list);
    logreg__page_add(piece, " --impute ");
    logreg__write_word(piece, &how);
    logreg__page_add(piece, " --missing-indicator gives them a coefficient of their own.");
}

static void advise_sentinels(logreg__page *piece, const logreg_model *m, size_t n)
{
    size_t none = 0;
    for (size_t i = 0; i < m->n_suspicions; i++)
        none += m->suspicion[i].kind == LOGREG__SUSPECT_SENTINEL && m->suspicion[i].numbers.none > 0 &&
                m->suspicion[i].numbers.found.n_values == 1;
    if (none == n)
        logreg__page_add(piece, ". This fit takes them as they stand.");
    else
        advise_missing(piece, m, LOGREG__SUSPECT_SENTINEL,
                       ". This fit takes them as they stand. If they mean missing values, ");
    advise_indicator(piece, m);
    advise_none(piece, m);
}

static void advise_slips(logreg__page *piece, const logreg_model *m, size_t n)
{
    size_t rows = 0, low = 0, born = 0, ages = 0;
    for (size_t i = 0; i < m->n_suspicions; i++) {
        const logreg_sentinel *s = &m->suspicion[i].numbers.found;
        if (m->suspicion[i].kind != LOGREG__SUSPECT_SLIP)
            continue;
        rows += s->n_rows;
        low += s->value[0] > 0 && s->value[0] < s->low ? s->n_rows : 0;
        born += logreg__ages_born(s->value[0], s->value[s->n_values - 1]) &&
                logreg__named_age(m->suspicion[i].column);
        ages += logreg__ages_for_years(s->value[0], s->value[s->n_values - 1], s->low, s->high);
    }
    if (born == n) {
        logreg__page_add(piece, ": years of birth, it seems, which are no ages.");
        advise_missing(piece, m, LOGREG__SUSPECT_SLIP,
                       " This fit takes them as they stand. Write ages there, the year of the table less "
                       "those, or else ");
        return;
    }
    if (ages == n) {
        logreg__page_add(piece, ": ages among years, it seems, as of birth.");
        advise_missing(piece, m, LOGREG__SUSPECT_SLIP,
                       " This fit takes them as they stand. Write years there, the year of the table less "
                       "those, or else ");
        return;
    }
    logreg__page_add(piece, low == rows
                                ? ": a digit too few, a decimal mark elsewhere or another unit would do that."
                            : low      ? ": a digit too many or too few, or another unit, would do that."
                            : rows > 1 ? ": a digit or a sign too many, or another unit, would do that."
                                       : ": a digit or a sign too many, or a number of something else, "
                                         "would do that.");
    advise_missing(
        piece, m, LOGREG__SUSPECT_SLIP,
        rows > 1
            ? " This fit takes them as they stand. If they are wrong, correct them where they were typed, or "
              "else "
            : " This fit takes it as it stands. If it is wrong, correct it where it was typed, or else ");
}

static void advise_zeros(logreg__page *piece, const logreg_model *m, size_t n)
{
    (void)n;
    size_t doubtful = 0, told = 0;
    for (size_t i = 0; i < m->n_suspicions; i++)
        doubtful += m->suspicion[i].kind == LOGREG__SUSPECT_ZEROS && m->suspicion[i].numbers.beside;
    advise_missing(piece, m, LOGREG__SUSPECT_ZEROS,
                   ". If no case can have 0, it stands for a missing value: ");
    if (!doubtful)
        return;
    logreg__page_add(piece, " If that holds of ");
    for (size_t i = 0; i < m->n_suspicions; i++) {
        const logreg__suspicion *s = &m->suspicion[i];
        if (s->kind != LOGREG__SUSPECT_ZEROS || !s->numbers.beside || told++ >= LOGREG__LISTED)
            continue;
        logreg__page_add(piece, told == 1 ? "" : told == doubtful ? " and " : ", ");
        logreg__page_name(piece, s->column, LOGREG__NAME_ROOM);
    }
    logreg__write_more(piece, doubtful);
    logreg__page_add(piece, " too: ");
    write_option(piece, m, LOGREG__SUSPECT_ZEROS, true);
    logreg__page_add(piece, ".");
}

/* ---- Missing in many rows ---- */

static void write_tick(logreg__page *piece, const logreg_model *m, const logreg__suspicion *s)
{
    char only[LOGREG__FIGURE_SIZE];
    logreg__page_name(piece, s->column, LOGREG__NAME_ROOM);
    logreg__page_format(piece, " holds nothing but %s, and in %zu of %zu rows nothing",
                        logreg__figure_plain(only, s->ticks.number, 10, piece->sign), s->ticks.missing,
                        m->rows_read - m->rows_weightless);
}

static void advise_ticks(logreg__page *piece, const logreg_model *m, size_t n)
{
    (void)n;
    logreg__page_add(piece,
                     ", and rows without are left out. If empty means that there is no tick, write 0 there; "
                     "if not, it explains nothing: ");
    logreg__suspect_without(piece, m, LOGREG__SUSPECT_TICKS);
    logreg__page_add(piece, " keeps the rows.");
}

static void write_loss(logreg__page *piece, const logreg_model *m, const logreg__suspicion *s)
{
    logreg__page_name(piece, s->column, LOGREG__NAME_ROOM);
    size_t rows = m->rows_read - m->rows_weightless;
    if (s->loss.usable && s->loss.usable < rows)
        logreg__page_format(piece, " is missing in %zu of the %zu rows that could be used", s->loss.missing,
                            s->loss.usable);
    else
        logreg__page_format(piece, " is missing in %zu of %zu rows", s->loss.missing, rows);
}

static void advise_losses(logreg__page *piece, const logreg_model *m, size_t n)
{
    size_t kept = 0;
    for (size_t i = 0; i < m->n_suspicions; i++)
        kept = m->suspicion[i].kind == LOGREG__SUSPECT_LOSS ? m->suspicion[i].loss.kept : kept;
    logreg__page_add(piece, n == 1 ? ", which are all left out: " : ", and all such rows are left out: ");
    logreg__suspect_without(piece, m, LOGREG__SUSPECT_LOSS);
    logreg__page_format(piece, " keeps %zu row%s more.", kept, kept == 1 ? "" : "s");
}

const logreg__suspect_kind logreg__suspect_sentinels = {LOGREG__SUSPECT_SENTINEL, "; ", write_numbers,
                                                        advise_sentinels};
const logreg__suspect_kind logreg__suspect_zeros = {LOGREG__SUSPECT_ZEROS, "; ", write_numbers, advise_zeros};
const logreg__suspect_kind logreg__suspect_slips = {LOGREG__SUSPECT_SLIP, "; ", write_numbers, advise_slips};
const logreg__suspect_kind logreg__suspect_ticks = {LOGREG__SUSPECT_TICKS, "; ", write_tick, advise_ticks};
const logreg__suspect_kind logreg__suspect_losses = {LOGREG__SUSPECT_LOSS, ", ", write_loss, advise_losses};
