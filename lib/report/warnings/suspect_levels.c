/* Categories of many levels, and of several answers in a cell. */
#include <string.h>

#include "base/word.h"
#include "data/crowd.h"
#include "data/role.h"
#include "model/model.h"
#include "report/warnings/suspect.h"
#include "report/warnings/suspicions.h"
#include "report/summary/summary.h"

void logreg__write_levels(logreg__page *page, const char *column, size_t levels, double cases)
{
    logreg__page_name(page, column, LOGREG__NAME_ROOM);
    logreg__page_format(page, " has %zu levels in ", levels);
    logreg__write_count(page, cases, "row", "rows");
}

void logreg__write_sharing(logreg__page *page, const char *column)
{
    logreg__text name = {0};
    logreg__text_add(&name, column);
    logreg__page_add(page,
                     " If rows that share one belong together, as those of one person do, standard errors "
                     "are too small without --vcov cluster:");
    logreg__write_word(page, &name);
    logreg__page_add(page, ".");
}

static void write_levels(logreg__page *piece, const logreg_model *m, const logreg__suspicion *s)
{
    (void)m;
    logreg__write_levels(piece, s->column, s->many.levels, (double)s->many.cases);
}

bool logreg__names_sharers(const char *column, char *const *level, size_t n)
{
    return logreg__named_person(column) || logreg__named_being(column) || logreg__named_id(column) ||
           logreg__labels_numbered(level, n);
}

/* Are they names of persons, or IDs as texts, of which rows share some? */
static bool are_shared(const logreg_model *m, const char *column)
{
    const logreg__variable *v = m->terms->variable;
    while (!v->column || strcmp(v->column, column) != 0)
        v++;
    return logreg__names_sharers(column, v->levels, v->n_levels);
}

static void write_groups(logreg__page *piece, const logreg_model *m)
{
    for (size_t i = 0; i < m->n_suspicions && !m->cluster[0] && !m->strata; i++) {
        const logreg__suspicion *s = &m->suspicion[i];
        if (s->kind != LOGREG__SUSPECT_LEVELS || !are_shared(m, s->column))
            continue;
        logreg__write_sharing(piece, s->column);
        return;
    }
}

static void advise_levels(logreg__page *piece, const logreg_model *m, size_t n)
{
    logreg__page_add(piece, n == 1 ? ": each but the first is a coefficient, from few rows. "
                                   : ": each but the first of a column is a coefficient, from few rows. ");
    logreg__page_add(piece, "If they are names of persons, places or the like, ");
    logreg__suspect_without(piece, m, LOGREG__SUSPECT_LEVELS);
    logreg__page_format(piece, " leaves %s out; if they are groups that you mean, merge rare ones.",
                        n == 1 ? "it" : "them");
    write_groups(piece, m);
}

static const logreg__suspicion *first_several(const logreg_model *m)
{
    for (size_t i = 0; i < m->n_suspicions; i++)
        if (m->suspicion[i].kind == LOGREG__SUSPECT_SEVERAL)
            return &m->suspicion[i];
    return NULL;
}

/* The one of most levels whose rows are of one class. */
static const logreg__suspicion *most_decided(const logreg_model *m)
{
    const logreg__suspicion *most = NULL;
    for (size_t i = 0; i < m->n_suspicions; i++) {
        const logreg__suspicion *s = &m->suspicion[i];
        if (s->kind == LOGREG__SUSPECT_LEVELS && s->many.decided > (most ? most->many.decided : 0))
            most = s;
    }
    return most;
}

bool logreg__blame_levels(logreg__page *piece, const logreg_model *m)
{
    const logreg__suspicion *several = first_several(m), *s = several ? several : most_decided(m);
    if (!s || !piece)
        return s;
    if (several) {
        logreg__page_add(piece, s->several.beside ? "Leave out " : "Part the answers in the cells of ");
        logreg__page_name(piece, s->column, LOGREG__NAME_ROOM);
        logreg__page_add(piece, " first, as told below, and look again. ");
        return true;
    }
    logreg__page_format(piece, "%zu of the %zu levels of ", s->many.decided, s->many.levels);
    logreg__page_name(piece, s->column, LOGREG__NAME_ROOM);
    logreg__page_add(piece, s->many.decided == 1 ? " has" : " have");
    logreg__page_add(piece, " rows of one class alone, and one such level is enough. Leave it out first, ");
    logreg__page_add(piece, m->written ? "by " : "");
    logreg__write_without(piece, m, s->column);
    logreg__page_add(piece, ", and look again. ");
    return true;
}

/* ---- Several answers ---- */

void logreg__write_several(logreg__page *page, const char *column, size_t answers, size_t levels, bool beside)
{
    logreg__page_name(page, column, LOGREG__NAME_ROOM);
    logreg__page_format(page, " holds several answers in a cell, %zu in %zu combinations%s", answers, levels,
                        beside ? " of what columns beside it hold one by one" : "");
}

void logreg__write_none_ticked(logreg__page *page, size_t rows)
{
    if (!rows)
        return;
    logreg__page_add(page, " Of the ");
    logreg__write_count(page, (double)rows, "row", "rows");
    logreg__page_add(page,
                     " without an answer, the command writes 0 for each answer where the cell is empty, "
                     "as where none was ticked; if empty means that nobody answered, write : \"\" for "
                     ": 0 in it.");
}

static void write_several(logreg__page *piece, const logreg_model *m, const logreg__suspicion *s)
{
    (void)m;
    logreg__write_several(piece, s->column, s->several.answers, s->several.combinations, s->several.beside);
}

static void advise_several(logreg__page *piece, const logreg_model *m, size_t n)
{
    bool beside = true;
    for (size_t i = 0; i < m->n_suspicions; i++)
        beside =
            beside && (m->suspicion[i].kind != LOGREG__SUSPECT_SEVERAL || m->suspicion[i].several.beside);
    logreg__page_add(piece, ", each of which goes in as a level of its own. ");
    logreg__page_add(piece, m->several_command
                                ? "The command that follows prints the file with a column of 0 "
                                  "and 1 for each answer; "
                            : beside ? ""
                                     : "Write a column of 0 and 1 for each answer, or do without: ");
    logreg__suspect_without(piece, m, LOGREG__SUSPECT_SEVERAL);
    logreg__page_add(piece, !m->several_command && !beside ? ""
                            : n == 1                       ? " leaves it out"
                                                           : " leaves them out");
    logreg__page_add(piece, "; if combinations are meant, ");
    logreg__suspect_columns(piece, "--categorical ", m, LOGREG__SUSPECT_SEVERAL);
    logreg__page_add(piece, " says so.");
    size_t rows = 0;
    for (size_t i = 0; i < m->n_suspicions && m->several_command; i++) {
        const logreg__suspicion *s = &m->suspicion[i];
        rows += s->kind == LOGREG__SUSPECT_SEVERAL && !s->several.beside ? s->several.unanswered : 0;
    }
    logreg__write_none_ticked(piece, rows);
    piece->command = m->several_command;
}

const logreg__suspect_kind logreg__suspect_levels = {LOGREG__SUSPECT_LEVELS, ", ", write_levels,
                                                     advise_levels};
const logreg__suspect_kind logreg__suspect_several = {LOGREG__SUSPECT_SEVERAL, "; ", write_several,
                                                      advise_several};
