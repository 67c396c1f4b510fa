/* Numbers that are no amounts: dates, IDs, codes; and levels that are dates. */
#include "base/word.h"
#include "data/day_number.h"
#include "data/role.h"
#include "model/model.h"
#include "report/page/figure.h"
#include "report/warnings/suspect.h"
#include "report/warnings/suspicions.h"
#include "report/summary/summary.h"

void logreg__write_days(logreg__page *page, const char *column, size_t days)
{
    logreg__page_name(page, column, LOGREG__NAME_ROOM);
    logreg__page_format(page, " holds dates, %zu different ones, each a level of its own", days);
}

static void write_date(logreg__page *piece, const logreg_model *m, const logreg__suspicion *s)
{
    char first[LOGREG__FIGURE_SIZE];
    (void)m;
    if (!s->date.calendar) {
        logreg__write_days(piece, s->column, s->date.levels);
        return;
    }
    logreg__page_name(piece, s->column, LOGREG__NAME_ROOM);
    logreg__page_format(piece, logreg__calendar_says[s->date.calendar],
                        logreg__figure_plain(first, s->date.least,
                                             s->date.calendar == LOGREG__STAMPS ? 14 : 13, piece->sign));
}

/* What the command makes of a column of dates, which files of old do not say. */
static const char *given(const logreg__suspicion *s)
{
    const char *amounts = logreg__calendar_gives[s->date.calendar];
    int of_old = logreg__says_birth(s->column) ? LOGREG__DAY_YEARS : LOGREG__DAY_NUMBERS;
    return amounts ? amounts : logreg__day_numbers_gives[s->date.days ? s->date.days : of_old];
}

/* "months", "months or hours": what it makes of all of them. */
static void write_amounts(logreg__page *piece, const logreg_model *m)
{
    const char *told[LOGREG__CALENDARS];
    size_t n = 0;
    for (size_t i = 0; i < m->n_suspicions; i++) {
        const logreg__suspicion *s = &m->suspicion[i];
        const char *gives = s->kind == LOGREG__SUSPECT_DATE ? given(s) : NULL;
        size_t k = 0;
        while (k < n && gives && told[k] != gives && strcmp(told[k], gives) != 0)
            k++;
        if (!gives || k < n)
            continue;
        logreg__page_add(piece, n ? " or " : "");
        logreg__page_add(piece, gives);
        told[n++] = gives;
    }
}

/* The way in for categories that are meant. */
static void advise_days(logreg__page *piece, const logreg_model *m)
{
    logreg__text list = {0};
    for (size_t i = 0; i < m->n_suspicions; i++)
        if (m->suspicion[i].kind == LOGREG__SUSPECT_DATE && !m->suspicion[i].date.calendar)
            logreg__text_add_item(&list, m->suspicion[i].column);
    if (!list.start)
        return;
    logreg__page_add(piece, "; if they are groups that you mean, --categorical ");
    logreg__write_word(piece, &list);
    logreg__page_add(piece, " says so");
}

static void advise_dates(logreg__page *piece, const logreg_model *m, size_t n)
{
    logreg__page_add(piece, ". If time matters, ");
    if (m->dates_command) {
        logreg__page_add(piece, n == 1 ? "the command that follows turns it into "
                                       : "the command that follows turns them into ");
        write_amounts(piece, m);
        logreg__page_add(piece, "; if not, ");
    } else {
        logreg__page_add(piece, "make a number of it, such as days or years since the first; if not, ");
    }
    logreg__suspect_without(piece, m, LOGREG__SUSPECT_DATE);
    logreg__page_add(piece, n == 1 ? " leaves it out" : " leaves them out");
    advise_days(piece, m);
    logreg__page_add(piece, ".");
    piece->command = m->dates_command;
}

/* Rows that share an ID are of one patient, say: standard errors must know. Where hardly any do, a case was entered twice. */
static void write_groups(logreg__page *piece, const logreg_model *m)
{
    for (size_t i = 0; i < m->n_suspicions && !m->cluster[0] && !m->strata; i++) {
        const logreg__suspicion *s = &m->suspicion[i];
        if (s->kind != LOGREG__SUSPECT_ID || !s->id.groups || 10 * s->id.groups > 9 * s->id.rows)
            continue;
        logreg__page_add(piece, " ");
        logreg__page_name(piece, s->column, LOGREG__NAME_ROOM);
        logreg__page_format(piece, " has %zu values in %zu rows.", s->id.groups, s->id.rows);
        logreg__write_sharing(piece, s->column);
        return;
    }
}

static void advise_ids(logreg__page *piece, const logreg_model *m, size_t n)
{
    logreg__page_format(piece,
                        " seem%s only to number rows, persons, places or things, "
                        "and go%s in as %s. If so, ",
                        n == 1 ? "s" : "", n == 1 ? "es" : "", n == 1 ? "a number" : "numbers");
    logreg__suspect_without(piece, m, LOGREG__SUSPECT_ID);
    logreg__page_format(piece, " leaves %s out; if not, --features that name %s keep this away.",
                        n == 1 ? "it" : "them", n == 1 ? "it" : "them");
    write_groups(piece, m);
}

const char *logreg__codes_by(const char *name, bool many)
{
    char noun[LOGREG__PLAIN_WORD];
    if (logreg__named_codes(name))
        return many ? "under names that say what each stands for"
                    : "under a name that says what each stands for";
    if (logreg__named_kind(name) || logreg__named_plot(name) || logreg__named_one(name) ||
        logreg__named_class(name) || logreg__named_reason(name) || logreg__glued_noun(noun, name))
        return many ? "under names that stand for kinds" : "under a name that stands for kinds";
    return "with zeros in front";
}

static void advise_codes(logreg__page *piece, const logreg_model *m, size_t n)
{
    const char *by = NULL;
    for (size_t i = 0; i < m->n_suspicions; i++) {
        if (m->suspicion[i].kind != LOGREG__SUSPECT_CODES)
            continue;
        const char *its = logreg__codes_by(m->suspicion[i].column, n > 1);
        by = !by || strcmp(by, its) == 0 ? its : "under names that stand for kinds, or with zeros in front";
    }
    logreg__page_format(piece, " hold%s numbers %s, and go%s in as %s. If they are names of kinds, ",
                        n == 1 ? "s" : "", by, n == 1 ? "es" : "", n == 1 ? "a number" : "numbers");
    logreg__suspect_columns(piece, "--categorical ", m, LOGREG__SUSPECT_CODES);
    logreg__page_format(piece, " gives each a coefficient; if not, --features that name %s keep this away.",
                        n == 1 ? "it" : "them");
    for (size_t i = 0; i < m->n_suspicions && !m->cluster[0] && !m->strata; i++)
        if (m->suspicion[i].kind == LOGREG__SUSPECT_CODES && logreg__named_one(m->suspicion[i].column)) {
            logreg__write_sharing(piece, m->suspicion[i].column);
            return;
        }
}

const logreg__suspect_kind logreg__suspect_dates = {LOGREG__SUSPECT_DATE, "; ", write_date, advise_dates};
const logreg__suspect_kind logreg__suspect_ids = {LOGREG__SUSPECT_ID, ", ", logreg__suspect_name, advise_ids};
const logreg__suspect_kind logreg__suspect_codes = {LOGREG__SUSPECT_CODES, ", ", logreg__suspect_name,
                                                    advise_codes};
