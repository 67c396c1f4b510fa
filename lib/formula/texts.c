#include "formula/texts.h"

#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/number.h"
#include "base/word.h"
#include "csv/mending/rewrite.h"
#include "data/alike.h"
#include "data/label.h"
#include "data/offer.h"
#include "formula/condition.h"
#include "formula/operation.h"
#include "formula/unquoted.h"

/* Levels beyond these are not compared, a command longer than this is none to paste, and more spellings are counted. */
enum { COMPARED = 5000, LONGEST = 1200, SHOWN = 3 };

/* ---- What is compared ---- */

typedef struct {
    const char *text;
    const logreg__column *column;
    const logreg__node *operation;
} compared;

/* Is node i a comparison of a category with a text that asks whether they are the same? */
static bool compares(compared *c, const logreg__expression *e, size_t i, const logreg_frame *frame)
{
    const logreg__node *o = &e->node[i], *left = &e->node[o->left], *right = &e->node[o->right];
    if (!o->operation || o->operation->binding != LOGREG__BINDS_COMPARISON || !o->operation->takes_texts)
        return false;
    const logreg__node *column = left->kind == LOGREG__NODE_COLUMN ? left : right,
                       *text = column == left ? right : left;
    if (column->kind != LOGREG__NODE_COLUMN || text->kind != LOGREG__NODE_STRING)
        return false;
    *c = (compared){text->text, logreg__frame_column(frame, column->text), o};
    return c->column && c->column->kind == LOGREG_CATEGORY;
}

/* Does any comparison name that level of the column? */
static bool is_named(const logreg__expression *e, const logreg_frame *frame, const logreg__column *column,
                     size_t level)
{
    compared c;
    bool named = false;
    for (size_t i = 0; i < e->n && !named; i++)
        named = compares(&c, e, i, frame) && c.column == column &&
                logreg__label_place_in(column->levels, column->n_levels, c.text) == level;
    return named;
}

/* ---- Texts that no row has ---- */

/* Is it a token of the list, whose items commas part? */
static bool is_listed(const char *list, const char *text)
{
    size_t n = strlen(text);
    while (list && *list) {
        size_t item = strcspn(list, ",");
        if (item == n && memcmp(list, text, n) == 0)
            return true;
        list += item + (list[item] == ',');
    }
    return false;
}

/* Cells that read so were read as missing; a comparison leaves their rows out, as R does. */
static void write_missing(logreg__text *text, const compared *c)
{
    bool other = strcmp(c->operation->operation->name, "!=") == 0, blank = !c->text[strspn(c->text, " \t")];
    logreg__text_add(text, blank ? "blank cells of '" : "cells of '");
    logreg__text_add(text, c->column->name);
    logreg__text_add(text, blank ? "'" : "' that read ");
    logreg__text_add(text, blank ? "" : c->text);
    logreg__text_add(
        text, " are missing, so that rows with them are left out; to ask whether there is a value write ");
    logreg__text_add(text, other ? "!is.na(" : "is.na(");
    logreg__name_quote(text, c->column->name);
    logreg__text_add(text, ")");
}

static void write_absent(logreg__text *text, const compared *c, const size_t *rows)
{
    char offer[LOGREG__OFFER];
    logreg__text_add(text, "'");
    logreg__text_add(text, c->column->name);
    logreg__text_add(text, "' holds no '");
    logreg__text_add(text, c->text);
    logreg__text_add(text, "'");
    logreg__text_add(text,
                     logreg__levels_offer(offer, c->text, c->column->levels, rows, c->column->n_levels));
}

bool logreg__texts_absent(logreg__text *text, const logreg__expression *e, const logreg_frame *frame)
{
    compared c;
    size_t told = text->length;
    for (size_t i = 0; i < e->n && !text->failed; i++) {
        if (!compares(&c, e, i, frame))
            continue;
        size_t level = logreg__label_place_in(c.column->levels, c.column->n_levels, c.text);
        size_t *rows = logreg__column_tally(c.column, frame->n_rows);
        bool absent = rows && (level == c.column->n_levels || !rows[level]);
        bool missing =
            c.column->n_missing && (!c.text[strspn(c.text, " \t")] || is_listed(frame->na_values, c.text));
        if (absent)
            logreg__text_add(text, text->length > told ? "; " : "");
        if (absent && missing)
            write_missing(text, &c);
        else if (absent)
            write_absent(text, &c, rows);
        text->failed = text->failed || !rows;
        free(rows);
    }
    return !text->failed && logreg__columns_absent(text, e, frame);
}

/* ---- Other spellings ---- */

/* Marks levels that are the named one in another way. False: there are none. */
static bool find_spellings(bool *mark, const logreg__expression *e, const logreg_frame *frame,
                           const logreg__column *c, size_t level, const size_t *rows)
{
    const char *named = c->levels[level];
    bool any = false;
    for (size_t l = 0; l < c->n_levels; l++) {
        const char *other = c->levels[l];
        bool slip = logreg__label_slipped(other, rows[l], named, rows[level]) ||
                    logreg__label_slipped(named, rows[level], other, rows[l]);
        mark[l] = l != level && rows[l] && (slip || logreg__labels_alike(other, named)) &&
                  !is_named(e, frame, c, l);
        any = any || mark[l];
    }
    return any;
}

void logreg__text_add_level(logreg__text *text, const char *level, size_t rows, bool unit)
{
    char number[LOGREG__NUMBER_SIZE];
    logreg__text_add(text, "'");
    logreg__text_add(text, level);
    logreg__text_add(text, "' (");
    logreg__text_add(text, logreg__number_shortest(number, (double)rows));
    logreg__text_add(text, !unit ? ")" : rows == 1 ? " row)" : " rows)");
}

/* "'city' holds 'MADRID' (3 rows), 'madird' (1 row) beside 'Madrid' (240)" */
static void write_told(logreg__text *text, const logreg__column *c, const bool *mark, const size_t *rows,
                       size_t level)
{
    size_t shown = 0, n = 0;
    logreg__text_add(text, text->length ? "; '" : "'");
    logreg__text_add(text, c->name);
    logreg__text_add(text, "' holds ");
    for (size_t l = 0; l < c->n_levels; l++) {
        n += mark[l];
        if (!mark[l] || n > SHOWN)
            continue;
        logreg__text_add(text, shown++ ? ", " : "");
        logreg__text_add_level(text, c->levels[l], rows[l], true);
    }
    logreg__text_add(text, n > SHOWN ? ", .." : "");
    logreg__text_add(text, " beside ");
    logreg__text_add_level(text, c->levels[level], rows[level], false);
}

/* city == "Madrid" | city == "MADRID", in parentheses where it stands among others. */
static void write_all(logreg__text *text, const compared *c, const bool *mark, size_t level, bool among)
{
    const char *name = c->operation->operation->name;
    size_t told = 0;
    logreg__text_add(text, among ? "(" : "");
    for (size_t l = 0; l < c->column->n_levels; l++) {
        size_t at = l == 0 ? level : l <= level ? l - 1 : l; /* the named one first */
        if (at != level && !mark[at])
            continue;
        logreg__text_add(text, !told++ ? "" : strcmp(name, "==") == 0 ? " | " : " & ");
        logreg__name_quote(text, c->column->name);
        logreg__text_add(text, " ");
        logreg__text_add(text, name);
        logreg__text_add(text, " ");
        logreg__string_quote(text, c->column->levels[at]);
    }
    logreg__text_add(text, among ? ")" : "");
}

/* Adds what there is of one comparison; statements for its column to those of the others, *whole becomes false where there can be none. */
static bool add_spellings(logreg__spellings *s, logreg__text *statements, bool *whole, const compared *c,
                          const logreg__expression *e, const logreg_frame *frame)
{
    const logreg__column *column = c->column;
    size_t n = column->n_levels, level = logreg__label_place_in(column->levels, n, c->text);
    if (level == n || n > COMPARED)
        return true;
    size_t *rows = logreg__column_tally(column, frame->n_rows);
    bool *mark = logreg__new(n, sizeof *mark), ok = rows && mark;
    logreg__text program = {0};
    if (ok && rows[level] && find_spellings(mark, e, frame, column, level, rows)) {
        write_told(&s->told, column, mark, rows, level);
        if (!s->all.length)
            write_all(&s->all, c, mark, level, e->n > 3);
        *whole = logreg__cell_rewrite(&program, column->levels, mark, n, column->levels[level],
                                      frame->dialect.delimiter) &&
                 *whole;
        if (program.length)
            logreg__cell_statements(statements, program.start,
                                    (size_t)(column - frame->column) + column->n_left_out);
    }
    ok = ok && !program.failed;
    free(program.start);
    free(mark);
    free(rows);
    return ok;
}

bool logreg__texts_spelt(logreg__spellings *s, const logreg__expression *e, const logreg_frame *frame)
{
    logreg__text statements = {0};
    bool ok = true, whole = true;
    compared c;
    *s = (logreg__spellings){.command = NULL};
    for (size_t i = 0; i < e->n && ok; i++)
        if (compares(&c, e, i, frame))
            ok = add_spellings(s, &statements, &whole, &c, e, frame);
    ok = ok && logreg__columns_spelt(s, &statements, &whole, e, frame);
    ok = ok && !statements.failed && !s->told.failed && !s->all.failed;
    if (ok && whole && frame->cells && statements.length && statements.length <= LONGEST)
        ok = logreg__frame_mend(&s->command, frame, statements.start, NULL);
    free(statements.start);
    return ok;
}

void logreg__spellings_clear(logreg__spellings *s)
{
    free(s->told.start);
    free(s->all.start);
    free(s->command);
}

/* ---- The note ---- */

/* Behind what is told: the ways to mean all. */
static void write_ways(logreg__text *text, const logreg__spellings *s)
{
    logreg__text_add(text, s->told.start);
    logreg__text_add(text, ": if they mean the same, ");
    if (s->command || !s->all.length)
        logreg__text_add(text, "write them in one way");
    if (s->command) {
        logreg__text_add(text, ", ");
        logreg__text_add(text, s->command);
    }
    if (s->all.length) {
        logreg__text_add(text, s->command ? ", or name them all, " : "name them all, ");
        logreg__text_add_word(text, s->all.start);
    }
}

bool logreg__texts_note(logreg__text *text, const logreg__expression *e, const logreg_frame *frame)
{
    logreg__spellings s = {.command = NULL};
    bool ok = logreg__texts_absent(text, e, frame) && logreg__texts_spelt(&s, e, frame);
    if (ok && s.told.length) {
        logreg__text_add(text, text->length ? "; " : "");
        write_ways(text, &s);
    }
    logreg__spellings_clear(&s);
    return ok && !text->failed;
}

logreg_status logreg_frame_condition_note(char **note, const logreg_frame *frame, const char *condition,
                                          logreg_error *err)
{
    logreg__expression *e = NULL;
    logreg__text text = {0};
    logreg_status status = logreg__condition_parse(&e, condition, frame, err);
    if (status == LOGREG_OK && !logreg__texts_note(&text, e, frame))
        status = logreg__fail_memory(err);
    logreg__expression_free(e);
    if (status == LOGREG_OK)
        *note = text.start;
    else
        free(text.start);
    return status;
}
