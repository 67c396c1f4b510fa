/* Columns of ticks: a cell holds one sign, the same in all rows, or nothing. A fit would leave out all rows without it, and then find nothing
 * that the column could explain. */
#include "csv/command.h"
#include "csv/surplus.h"

#include <string.h>

#include "base/error.h"
#include "base/memory.h"

enum { FEW = 5, LIST = LOGREG__COMMAND / 4 };

static bool is_sign(const char *text)
{
    static const char *const signs[] = {
        "x",  "X",  "xx", "XX",  "\xe2\x9c\x93", "\xe2\x9c\x94", "\xe2\x88\x9a",
        "*",  "y",  "Y",  "yes", "Yes",          "YES",          "ja",
        "Ja", "JA", "j",  "J",   "oui",          "Oui"};
    for (size_t k = 0; k < sizeof signs / sizeof *signs; k++)
        if (strcmp(text, signs[k]) == 0)
            return true;
    return false;
}

static bool is_ticks(const logreg__column *c, size_t rows)
{
    return rows > FEW && c->kind == LOGREG_CATEGORY && !c->insisted && !c->doubt && c->n_levels == 1 &&
           c->n_missing && c->n_missing < rows && is_sign(*c->levels);
}

static size_t first_tick(const logreg__column *c)
{
    size_t row = 0;
    while (logreg__column_code(c, row) == LOGREG__MISSING)
        row++;
    return row;
}

/* Their fields, names and signs, as lists; the signs as alternatives of a pattern. */
typedef struct {
    char fields[LIST], names[LIST], signs[LIST];
    size_t n, last; /* the last field */
    bool whole;     /* there was room for all */
    bool listed;    /* the names can stand in an option */
} ticks;

static void add(char list[LIST], const char *apart, const char *item, ticks *t)
{
    size_t used = strlen(list);
    t->whole =
        snprintf(list + used, LIST - used, "%s%s", used ? apart : "", item) < (int)(LIST - used) && t->whole;
}

static ticks gather(const logreg_frame *frame)
{
    ticks t = {.whole = true, .listed = true};
    char field[24], pattern[LOGREG__PATTERN];
    for (size_t j = 0; j < frame->n_columns; j++) {
        const logreg__column *c = &frame->column[j];
        bool known = false;
        if (!is_ticks(c, frame->n_rows))
            continue;
        for (size_t k = 0; k < j && !known; k++)
            known = is_ticks(&frame->column[k], frame->n_rows) &&
                    strcmp(*frame->column[k].levels, *c->levels) == 0;
        t.last = j + c->n_left_out;
        t.n++;
        snprintf(field, sizeof field, "%zu", t.last);
        add(t.fields, ",", field, &t);
        add(t.names, ",", c->name, &t);
        t.listed = t.listed && !strpbrk(c->name, ",\"");
        if (!known)
            add(t.signs, "|", logreg__cell_pattern(pattern, *c->levels), &t);
    }
    t.listed = t.listed && t.whole && strlen(t.names) + 4 < LOGREG__SHOWN;
    return t;
}

/* The command that writes 0 for nothing and 1 for a sign; "": it is too long. Returns room. */
static const char *write_numbers(char room[LOGREG__COMMAND], const ticks *t, const logreg__csv *csv)
{
    char rows[LOGREG__COMMAND];
    logreg__cells what = {.rows = rows, .least = t->last ? t->last + 1 : 2};
    snprintf(rows, sizeof rows,
             "s/^[\"\\s]*?(?=\\r?$)/0/ || s/^[\"\\s]*(?:%s)[\"\\s]*?(?=\\r?$)/1/ for %s[%s]", t->signs,
             t->n > 1 ? "@F" : "$F", t->fields);
    *room = '\0';
    return t->whole ? logreg__cells_command(room, &what, csv) : room;
}

logreg_status logreg__ticks_check(logreg_frame *frame, const logreg__csv *csv)
{
    char command[LOGREG__COMMAND], word[LOGREG__SHOWN + 2], sentence[LOGREG_MESSAGE_SIZE], more[64] = "";
    ticks t = gather(frame);
    if (!t.n)
        return LOGREG_OK;
    bool way = *write_numbers(command, &t, csv);
    if (t.n > 1)
        snprintf(more, sizeof more, "; likewise in %zu more column%s", t.n - 1, t.n > 2 ? "s" : "");
    for (size_t j = 0; j < frame->n_columns; j++) {
        logreg__column *c = &frame->column[j];
        if (!is_ticks(c, frame->n_rows))
            continue;
        snprintf(sentence, sizeof sentence,
                 "%s:%zu:%zu '%.80s': '%s' is all that stands here, and in %zu of %zu rows nothing does%s. "
                 "If empty "
                 "means no, write 0 and 1%s%s, or leave %s out, --exclude %s",
                 csv->file, logreg__frame_line(frame, first_tick(c)), j + 1 + c->n_left_out, c->name,
                 *c->levels, c->n_missing, frame->n_rows, more, way ? ", " : "", command,
                 t.n > 1 && t.listed ? "them" : "it",
                 logreg__show_word(word, t.listed ? t.names : c->name, strlen(t.listed ? t.names : c->name)));
        c->doubt = logreg__copy(sentence);
        c->ticks = true;
        if (!c->doubt)
            return logreg__fail_memory(csv->err);
    }
    return LOGREG_OK;
}
