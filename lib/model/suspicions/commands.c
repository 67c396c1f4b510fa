/* Commands that mend the file of a fit, for what its report warns of: numbers of two units, months and times of day written as numbers, values that differ in capitals alone or by a slip, several answers in a cell, rows that repeat others. */
#include <stdio.h>

#include "base/memory.h"
#include "base/text.h"
#include "csv/numbers/named_units.h"
#include "csv/mending/rewrite.h"
#include "data/alike.h"
#include "data/elsewhere.h"
#include "data/calendar.h"
#include "data/day_number.h"
#include "data/feet.h"
#include "data/joined.h"
#include "data/twice.h"
#include "model/model.h"

/* Values beyond these are not compared, and a command longer than this is none to paste. */
enum { COMPARED = 500, LONGEST = 4000 };

/* Which cell of a row a column of the frame is. */
static size_t field_of(const logreg_frame *frame, size_t j)
{
    return j + frame->column[j].n_left_out;
}

bool logreg__statements_command(char **command, logreg__text *statements, const logreg_frame *frame)
{
    bool ok = !statements->failed, short_enough = statements->length <= LONGEST;
    if (ok && statements->length && short_enough)
        ok = logreg__frame_mend(command, frame, statements->start, NULL);
    free(statements->start);
    return ok;
}

static bool write_units(logreg_model *m, const logreg_frame *frame)
{
    logreg__text statements = {0};
    for (size_t i = 0; i < m->n_suspicions; i++) {
        const logreg__suspicion *s = &m->suspicion[i];
        size_t j = s->kind == LOGREG__SUSPECT_UNITS ? logreg_frame_find(frame, s->column) : SIZE_MAX;
        if (j == SIZE_MAX)
            continue;
        const logreg__twofold t = logreg__suspicion_twofold(s);
        logreg__twofold_statements(&statements, &t, field_of(frame, j), frame->dialect.decimal);
    }
    return logreg__statements_command(&m->units_command, &statements, frame);
}

/* 0 where 88 may be none of what is counted. */
static bool write_none(logreg_model *m, const logreg_frame *frame)
{
    logreg__text statements = {0};
    for (size_t i = 0; i < m->n_suspicions; i++) {
        const logreg__suspicion *s = &m->suspicion[i];
        size_t j = s->kind == LOGREG__SUSPECT_SENTINEL && s->numbers.none > 0
                       ? logreg_frame_find(frame, s->column)
                       : SIZE_MAX;
        if (j == SIZE_MAX)
            continue;
        char program[80];
        snprintf(program, sizeof program, "s/^[\"\\s]*\\K%.0f(?:[.,]0*)?(?=[\"\\s]*$)/0/", s->numbers.none);
        logreg__cell_statements(&statements, program, field_of(frame, j));
    }
    return logreg__statements_command(&m->none_command, &statements, frame);
}

/* What can be made of a column of dates, if it is plain which part is the day. */
static bool find_days(logreg__suspicion *s, const logreg_frame *frame, size_t j)
{
    logreg__day_form form;
    logreg__day_numbers kind = logreg__day_numbers_of(&form, frame, j);
    s->date.days = form.open ? LOGREG__NO_DAY_NUMBERS : kind;
    return s->date.days;
}

/* Where amounts can be made of all of them. */
static bool write_dates(logreg_model *m, const logreg_frame *frame)
{
    logreg__text statements = {0};
    bool any = false, all = true;
    for (size_t i = 0; i < m->n_suspicions; i++)
        any = any || m->suspicion[i].kind == LOGREG__SUSPECT_DATE;
    if (!any)
        return true;
    bool *days = logreg__new(frame->n_columns, sizeof *days), ok = days;
    for (size_t i = 0; i < m->n_suspicions && all && ok; i++) {
        logreg__suspicion *s = &m->suspicion[i];
        size_t j = s->kind == LOGREG__SUSPECT_DATE ? logreg_frame_find(frame, s->column) : SIZE_MAX;
        if (j == SIZE_MAX)
            continue;
        const logreg__column *c = &frame->column[j];
        if (logreg__calendar_amounts(s->date.calendar))
            logreg__calendar_statement(&statements, s->date.calendar, c, frame->n_rows, field_of(frame, j),
                                       frame->dialect.decimal);
        else
            all = days[j] = find_days(s, frame, j);
    }
    if (all && ok)
        logreg__day_numbers_statements(&statements, frame, days, false);
    free(days);
    if (all && ok)
        return logreg__statements_command(&m->dates_command, &statements, frame);
    free(statements.start);
    return ok;
}

static bool write_feet(logreg_model *m, const logreg_frame *frame)
{
    logreg__text statements = {0};
    for (size_t i = 0; i < m->n_suspicions; i++) {
        const logreg__suspicion *s = &m->suspicion[i];
        size_t j = s->kind == LOGREG__SUSPECT_FEET ? logreg_frame_find(frame, s->column) : SIZE_MAX;
        if (j != SIZE_MAX)
            logreg__feet_statement(&statements, field_of(frame, j), frame->dialect.decimal);
    }
    return logreg__statements_command(&m->feet_command, &statements, frame);
}

static bool write_unit_names(logreg_model *m, const logreg_frame *frame)
{
    logreg__text statements = {0};
    bool ok = true;
    for (size_t i = 0; i < m->n_suspicions && ok; i++) {
        const logreg__suspicion *s = &m->suspicion[i];
        size_t j = s->kind == LOGREG__SUSPECT_UNIT_NAMES ? logreg_frame_find(frame, s->column) : SIZE_MAX;
        if (j != SIZE_MAX && frame->column[j].kind == LOGREG_CATEGORY)
            ok = logreg__units_named_statements(&statements, frame, j);
    }
    if (ok)
        return logreg__statements_command(&m->unit_names_command, &statements, frame);
    free(statements.start);
    return false;
}

/* ---- Values alike ---- */

static bool is_ascii_letter(char c)
{
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

/* Most are told apart by their first letters; A/G and G/A are not. */
static bool may_be_alike(const char *a, const char *b)
{
    return !is_ascii_letter(*a) || !is_ascii_letter(*b) || (*a | 0x20) == (*b | 0x20) || a[1] == '/';
}

/* Is one of the values behind l alike, or near, so that rows may say that both are one? */
static bool may_be_one(const logreg__column *c, size_t n, size_t l)
{
    bool any = false;
    for (size_t k = l + 1; k < n && !any; k++)
        any = may_be_alike(c->levels[k], c->levels[l]) && (logreg__labels_alike(c->levels[k], c->levels[l]) ||
                                                           logreg__labels_near(c->levels[k], c->levels[l]));
    return any;
}

/* Are both one, written in two ways or by a slip? */
static bool are_one(const logreg_frame *frame, size_t j, const size_t *rows, size_t k, size_t l)
{
    const logreg__column *c = &frame->column[j];
    const char *one = c->levels[k], *other = c->levels[l];
    return (may_be_alike(one, other) && logreg__labels_alike(one, other)) ||
           ((logreg__label_slipped(one, rows[k], other, rows[l]) ||
             logreg__label_slipped(other, rows[l], one, rows[k])) &&
            !logreg__labels_elsewhere(frame, j, one, other));
}

/* Marks those behind l that are one with it, or with another that is marked: North, and Nroth and North* beside it. left: those that are none's yet; each is compared
 * with all others once. False: none is marked. */
static bool mark_all(bool *mark, bool *left, const size_t *rows, const logreg_frame *frame, size_t j,
                     size_t n, size_t l)
{
    bool any = false;
    for (size_t at = l; at < n;) {
        size_t next = n;
        left[at] = false;
        for (size_t k = l + 1; k < n; k++) {
            mark[k] = mark[k] || (left[k] && are_one(frame, j, rows, k, at));
            next = mark[k] && left[k] && next == n ? k : next;
            any = any || mark[k];
        }
        at = next;
    }
    return any;
}

/* Is label k better than l to write both by: more frequent, but not the worse one? */
static bool is_better(const logreg__column *c, const size_t *rows, size_t k, size_t l)
{
    const char *a = c->levels[k], *b = c->levels[l];
    return logreg__label_worse(b, a) || (rows[k] > rows[l] && !logreg__label_worse(a, b));
}

/* Adds to the program what writes those that are marked, and l, as the best of them. False: it cannot be written. */
static bool unite(logreg__text *program, bool *mark, const size_t *rows, const logreg__column *c, size_t n,
                  size_t l, char delimiter)
{
    size_t kept = l;
    for (size_t k = l + 1; k < n; k++)
        kept = mark[k] && is_better(c, rows, k, kept) ? k : kept;
    mark[l] = true;
    mark[kept] = false;
    return logreg__cell_rewrite(program, c->levels, mark, n, c->levels[kept], delimiter);
}

bool logreg__alike_statements(logreg__text *statements, bool *whole, const logreg_frame *frame, size_t j)
{
    const logreg__column *c = &frame->column[j];
    size_t n = c->n_levels < COMPARED ? c->n_levels : COMPARED, *rows = NULL;
    bool *mark = logreg__new(2 * n, sizeof *mark), *left = mark ? mark + n : NULL, ok = mark;
    logreg__text program = {0};
    for (size_t l = 0; l < n && ok; l++)
        left[l] = true;
    for (size_t l = 0; l < n && ok; l++) {
        memset(mark, 0, n * sizeof *mark);
        if (!left[l] || !may_be_one(c, n, l))
            continue;
        rows = rows ? rows : logreg__column_tally(c, frame->n_rows);
        ok = rows;
        if (ok && mark_all(mark, left, rows, frame, j, n, l))
            *whole = unite(&program, mark, rows, c, n, l, frame->dialect.delimiter) && *whole;
    }
    if (ok && program.length)
        logreg__cell_statements(statements, program.start, field_of(frame, j));
    ok = ok && !program.failed;
    free(program.start);
    free(mark);
    free(rows);
    return ok;
}

static bool write_alike(logreg_model *m, const logreg_frame *frame)
{
    logreg__text statements = {0};
    bool ok = true, whole = true;
    for (size_t v = 0, j = SIZE_MAX; v <= m->terms->n_variables && ok; v++) {
        const char *name = v < m->terms->n_variables ? m->terms->variable[v].column : m->target;
        j = name ? logreg__frame_find_next(frame, name, j) : SIZE_MAX;
        if (j != SIZE_MAX && frame->column[j].kind == LOGREG_CATEGORY)
            ok = logreg__alike_statements(&statements, &whole, frame, j);
    }
    if (ok && whole)
        return logreg__statements_command(&m->alike_command, &statements, frame);
    free(statements.start);
    return ok;
}

/* ---- Several answers ---- */

static bool is_variable(const logreg_model *m, const char *column)
{
    for (size_t v = 0; v < m->terms->n_variables; v++)
        if (m->terms->variable[v].column && strcmp(m->terms->variable[v].column, column) == 0)
            return true;
    return false;
}

static bool write_several(logreg_model *m, const logreg_frame *frame)
{
    logreg__text rows = {0}, header = {0};
    bool whole = true;
    for (size_t i = 0; i < m->n_suspicions; i++) {
        const logreg__suspicion *s = &m->suspicion[i];
        bool joined = s->kind == LOGREG__SUSPECT_JOINED && is_variable(m, s->column);
        size_t j =
            joined || s->kind == LOGREG__SUSPECT_SEVERAL ? logreg_frame_find(frame, s->column) : SIZE_MAX;
        logreg__several several;
        if (j == SIZE_MAX || s->several.beside)
            continue;
        const logreg__column *c = &frame->column[j];
        whole = whole &&
                (joined ? logreg__joined_several(&several, c)
                        : logreg__several_answers(&several, c->levels, c->n_levels)) &&
                logreg__several_statements(&rows, &header, &several, frame, j);
    }
    bool ok = !rows.failed && !header.failed;
    if (ok && whole && rows.length && rows.length + header.length <= LONGEST)
        ok = logreg__frame_mend(&m->several_command, frame, rows.start, header.start);
    free(rows.start);
    free(header.start);
    return ok;
}

/* ---- Rows that repeat others ---- */

static bool write_repeats(logreg_model *m, const logreg_frame *frame)
{
    bool some = false;
    for (size_t i = 0; i < m->n_suspicions; i++)
        some = some || (m->suspicion[i].kind == LOGREG__SUSPECT_TWICE && m->suspicion[i].twice.row);
    logreg__repeats repeats;
    return !some || (logreg__repeats_find(&repeats, frame) &&
                     logreg__repeats_command(&m->repeats_command, frame, &repeats));
}

bool logreg__commands_find(logreg_model *m, const logreg_frame *frame)
{
    return !frame->cells || (write_units(m, frame) && write_none(m, frame) && write_feet(m, frame) &&
                             write_dates(m, frame) && write_unit_names(m, frame) && write_alike(m, frame) &&
                             write_several(m, frame) && write_repeats(m, frame));
}
