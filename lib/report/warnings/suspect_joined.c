/* Levels that join two others of their column. */
#include "formula/token.h"
#include "model/model.h"
#include "report/summary/summary.h"
#include "report/warnings/suspect.h"
#include "report/warnings/suspicions.h"

#include <string.h>

/* " on lines 9, 29 and 2 more" */
static void write_lines(logreg__page *piece, const logreg__suspicion *s)
{
    const logreg_sentinel *lines = &s->joined.rows;
    logreg__page_format(piece, " %s%s", s->joined.line ? "line" : "row", lines->n_rows > 1 ? "s" : "");
    for (size_t i = 0; i < lines->n_values; i++)
        logreg__page_format(piece, "%s%.0f",
                            !i                       ? " "
                            : i + 1 == lines->n_rows ? " and "
                                                     : ", ",
                            lines->value[i]);
    if (lines->n_rows > lines->n_values)
        logreg__page_format(piece, " and %zu more", lines->n_rows - lines->n_values);
}

/* Or else it is the outcome, or what that asks about. */
static bool is_variable(const logreg_model *m, const char *column)
{
    for (size_t v = 0; v < m->terms->n_variables; v++)
        if (m->terms->variable[v].column && strcmp(m->terms->variable[v].column, column) == 0)
            return true;
    return false;
}

static void say_joined(logreg__page *piece, const logreg_model *m, const logreg__suspicion *s)
{
    bool one = s->joined.rows.n_rows == 1, target = m->target && strcmp(m->target, s->column) == 0,
         variable = is_variable(m, s->column);
    logreg__write_count(piece, (double)s->joined.rows.n_rows, "row of ", "rows of ");
    logreg__page_name(piece, s->column, LOGREG__NAME_ROOM);
    logreg__page_add(piece, one ? " gives" : " give");
    logreg__page_add(piece, " several answers at once, each of which stands alone in other rows: '");
    logreg__page_name(piece, s->joined.level, LOGREG__NAME_ROOM);
    logreg__page_add(piece, "'");
    if (s->joined.levels > 1)
        logreg__page_format(piece, " and %zu more such text%s", s->joined.levels - 1,
                            s->joined.levels > 2 ? "s" : "");
    logreg__page_add(piece, ", on");
    write_lines(piece, s);
    logreg__page_add(piece, s->joined.levels > 1 ? ". Each such text " : ". That ");
    if (!target && !variable)
        logreg__page_add(piece, "is none of these answers to the condition");
    else
        logreg__page_format(piece, "counts as a %s of its own", target ? "class" : "level");
}

/* "; --where 'answer != "yes, no"' leaves those rows out": of an outcome, whose rows can be of one class alone. */
static void advise_outcome(logreg__page *piece, const logreg__suspicion *s)
{
    logreg__text where = {0};
    logreg__name_quote(&where, s->column);
    logreg__text_add(&where, " != ");
    logreg__string_quote(&where, s->joined.level);
    logreg__page_add(piece, "; --where ");
    logreg__write_word(piece, &where);
    logreg__page_add(piece, s->joined.levels > 1 ? " leaves out the rows of that text, & joins such conditions"
                                            : " leaves such rows out");
}

static void advise_joined(logreg__page *piece, const logreg_model *m, size_t n)
{
    (void)n;
    for (size_t i = 0; i < m->n_suspicions; i++)
        if (m->suspicion[i].kind == LOGREG__SUSPECT_JOINED && !is_variable(m, m->suspicion[i].column))
            advise_outcome(piece, &m->suspicion[i]);
    if (m->several_command)
        logreg__page_add(
            piece, ". The command that follows prints the file with a column of 0 and 1 for each answer");
    logreg__page_add(piece, "; if both together are meant, ");
    logreg__suspect_columns(piece, "--categorical ", m, LOGREG__SUSPECT_JOINED);
    logreg__page_add(piece, " says so.");
    piece->command = m->several_command;
}

const logreg__suspect_kind logreg__suspect_joined_answers = {LOGREG__SUSPECT_JOINED, "; ", say_joined,
                                                             advise_joined};
