/* Columns of ticks: a cell holds a sign, in all rows of one kind, or one text, an answer that was chosen, or nothing. A fit would leave out all rows without it, and then find nothing
 * that the column could explain, or explain x by X. */
#include "csv/mending/command.h"
#include "csv/categories/surplus.h"
#include "csv/own.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "base/error.h"
#include "base/memory.h"
#include "data/answers.h"

enum { FEW = 5, LIST = LOGREG__COMMAND / 4, FIELDS = LOGREG__COMMAND / 2 };

/* Room for the names of the others. */
enum { OTHERS = 600 };

/* Where 1 stands for a tick, nothing stands in at least one row of so many. */
enum { EMPTY_SHARE = 10 };

/* Of a text that may be what all rows have, some of which lack it, one of so many. */
enum { BARE_SHARE = 4 };

/* In fewer rows a text is what one case has, and a longer one a remark. */
enum { WORD_ROWS = 3, WORD_LENGTH = 30 };

/* Signs of one kind, in any capitals. */
static const char *const signs[] = {
    " x xx xxx \xe2\x9c\x93 \xe2\x9c\x94 \xe2\x88\x9a \xe2\x98\x91 \xe2\x98\x92 \xe2\x9c\x97 "
    "\xe2\x9c\x98 \xe2\x80\xa2 \xe2\x97\x8f * + ",
    " y yes true checked ticked selected present ja j oui o si s\xc3\xad s\xc3\xac sim tak evet ano igen "
    "da "};

static bool all_signs(const logreg__column *c, const char *among)
{
    char word[LOGREG__PLAIN_WORD];
    for (size_t l = 0; l < c->n_levels; l++)
        if (!logreg__plain_word(word, c->levels[l]) || !logreg__word_among(among, word))
            return false;
    return c->n_levels > 0;
}

static bool all_ones(const logreg__column *c, size_t rows)
{
    if (EMPTY_SHARE * c->n_missing < rows)
        return false;
    for (size_t i = 0; i < rows; i++) {
        double x = logreg__column_number(c, i);
        if (x < 1 || x > 1) /* neither, where it is missing */
            return false;
    }
    return true;
}

/* One text or nothing. */
static bool is_lone(const logreg__column *c, size_t rows)
{
    return c->kind == LOGREG_CATEGORY && !c->insisted && !c->doubt && c->n_levels == 1 &&
           EMPTY_SHARE * c->n_missing >= rows;
}

/* How much of a name it has in common with those of other answers to its question: "Q5_" of Q5_1, "q[SQ" of q[SQ001]. */
static size_t stem(const char *name)
{
    size_t n = strlen(name);
    n -= n && strchr("])", name[n - 1]);
    while (n && name[n - 1] >= '0' && name[n - 1] <= '9')
        n--;
    return n;
}

/* An answer that could be chosen: the column is called after it, or one beside it of the same question holds another answer. */
static bool is_choice(const logreg_frame *frame, size_t j)
{
    const logreg__column *c = &frame->column[j];
    if (!is_lone(c, frame->n_rows))
        return false;
    size_t name = strlen(c->name), answer = strlen(*c->levels), n = stem(c->name);
    bool called = name >= answer && strcasecmp(c->name + name - answer, *c->levels) == 0, other = false;
    for (size_t k = j ? j - 1 : 0; k < frame->n_columns && k <= j + 1; k++) {
        const logreg__column *d = &frame->column[k];
        other = other || (k != j && n && n < name && is_lone(d, frame->n_rows) && stem(d->name) == n &&
                          memcmp(d->name, c->name, n) == 0 && strcmp(*d->levels, *c->levels) != 0);
    }
    return called || other;
}

/* Is it empty where another column is, as a currency is beside amounts? */
static bool goes_with_another(const logreg_frame *frame, size_t j)
{
    const logreg__column *c = &frame->column[j];
    bool found = false;
    for (size_t k = 0; k < frame->n_columns && !found; k++) {
        const logreg__column *d = &frame->column[k];
        if (k == j || d->n_missing < c->n_missing || d->n_missing == frame->n_rows ||
            is_lone(d, frame->n_rows))
            continue;
        size_t row = 0;
        while (row < frame->n_rows && (!logreg__cell_is_missing(c, row) || logreg__cell_is_missing(d, row)))
            row++;
        found = row == frame->n_rows;
    }
    return found;
}

/* One text or nothing, whatever it says but no, a date or an amount: @ for a game away, home, smoker. */
static bool is_word(const logreg_frame *frame, size_t j)
{
    const logreg__column *c = &frame->column[j];
    logreg_gap gap;
    return is_lone(c, frame->n_rows) && BARE_SHARE * c->n_missing >= frame->n_rows &&
           c->n_missing + WORD_ROWS <= frame->n_rows && strlen(*c->levels) <= WORD_LENGTH &&
           !logreg__answer_denies(*c->levels, "yes") && !isdigit((unsigned char)**c->levels) &&
           !logreg_frame_gap(&gap, frame, j) && !goes_with_another(frame, j);
}

static bool is_ticks(const logreg_frame *frame, size_t j)
{
    const logreg__column *c = &frame->column[j];
    size_t rows = frame->n_rows;
    if (rows <= FEW || c->insisted || c->doubt || !c->n_missing || c->n_missing == rows)
        return false;
    return c->kind == LOGREG_NUMERIC
               ? all_ones(c, rows)
               : all_signs(c, signs[0]) || all_signs(c, signs[1]) || is_choice(frame, j) || is_word(frame, j);
}

/* Is it one that the caller's model has nothing to do with? */
static bool is_left_out(const logreg__column *c, const logreg__csv *csv)
{
    const char *outcome = csv->options.outcome;
    return (c->spared || c->unnamed) && !(outcome && strcmp(c->name, outcome) == 0);
}

/* Does the caller say what is missing in it, and nothing else is? */
static bool is_told(const logreg__column *c, const logreg__csv *csv)
{
    return !c->has_empty && logreg__own_any(c->name, csv);
}

static size_t first_tick(const logreg__column *c)
{
    size_t row = 0;
    while (logreg__cell_is_missing(c, row))
        row++;
    return row;
}

/* "2,4..9" */
typedef struct {
    char list[FIELDS];
    size_t n, last; /* the last field, */
    size_t run;     /*   and where that ends which is before its row of neighbours */
} fields;

/* Their fields: all; those with empty cells, where other texts for missing values mean that nobody knows; and the others, where
 * these mean what an empty cell does. The signs and these texts as alternatives of a pattern. */
typedef struct {
    fields all, blank, worded;
    char signs[LIST], words[LIST], missing[LIST]; /* missing: all texts in force, where any is set */
    bool na;                                      /* the texts are NA, all of them */
    bool whole;                                   /* there was room for all, */
    bool any; /*   but for the signs, so that whatever is none of the texts is one */
} ticks;

/* False: there is no room. */
static bool add(char *list, size_t room, const char *apart, const char *item)
{
    size_t used = strlen(list);
    bool fits = snprintf(list + used, room - used, "%s%s", used ? apart : "", item) < (int)(room - used);
    if (!fits)
        list[used] = '\0';
    return fits;
}

/* Fields ascend. */
static void add_field(fields *f, size_t field, ticks *t)
{
    char item[24];
    bool next = f->n++ && field == f->last + 1;
    if (next)
        f->list[f->run] = '\0';
    else
        f->run = strlen(f->list);
    snprintf(item, sizeof item, next ? "..%zu" : "%zu", field);
    t->whole = add(f->list, FIELDS, next ? "" : ",", item) && t->whole;
    f->run = next ? f->run : strlen(f->list);
    f->last = field;
}

/* Has a column of ticks before column j the sign, but for capitals of ASCII, or j itself before level l? */
static bool is_known(const logreg_frame *frame, size_t j, size_t l)
{
    const char *sign = frame->column[j].levels[l];
    for (size_t k = 0; k <= j; k++) {
        const logreg__column *c = &frame->column[k];
        for (size_t m = 0; c->ticks && c->kind == LOGREG_CATEGORY && m < (k < j ? c->n_levels : l); m++)
            if (strcasecmp(c->levels[m], sign) == 0)
                return true;
    }
    return false;
}

/* NA alone, or all texts that any column may have for missing values: which of them these have, nobody counted. */
static void add_words(char list[LIST], bool na, ticks *t, const logreg__csv *csv)
{
    char pattern[LOGREG__PATTERN];
    const char *text;
    for (size_t i = 0; (text = na ? "NA" : logreg__na_in_force(csv, i)) && !(na && i); i++)
        if (*text && !logreg__own_named(text))
            t->whole = t->whole && strlen(text) < LOGREG__SHOWN &&
                       add(list, LIST, "|", logreg__cell_pattern(pattern, text));
}

static ticks gather(logreg_frame *frame, const logreg__csv *csv)
{
    ticks t = {.na = true, .whole = true};
    char pattern[LOGREG__PATTERN];
    bool ones = false;
    for (size_t j = 0; j < frame->n_columns; j++) {
        logreg__column *c = &frame->column[j];
        c->ticks = !is_left_out(c, csv) && !is_told(c, csv) && is_ticks(frame, j);
        if (!c->ticks)
            continue;
        add_field(&t.all, j + c->n_left_out, &t);
        add_field(c->has_empty ? &t.blank : &t.worded, j + c->n_left_out, &t);
        t.na = t.na && (c->has_empty || c->n_na == c->n_missing);
        for (size_t l = 0; l < c->n_levels; l++)
            if (!is_known(frame, j, l))
                t.any = !add(t.signs, LIST, "|", logreg__cell_pattern(pattern, c->levels[l])) || t.any;
        if (c->kind == LOGREG_NUMERIC && !ones)
            t.any = !add(t.signs, LIST, "|", "1") || t.any;
        ones = ones || c->kind == LOGREG_NUMERIC;
    }
    if (t.worded.n)
        add_words(t.words, t.na, &t, csv);
    if (t.any)
        add_words(t.missing, false, &t, csv);
    return t;
}

/* What ends a cell behind what it says. */
#define END "[\"\\s]*?(?=\\r?$)"

/* The command that writes 0 for nothing and 1 for a sign; "": it is too long. Returns room. */
static const char *write_numbers(char room[LOGREG__COMMAND], const ticks *t, const logreg__csv *csv)
{
    char rows[4 * LOGREG__COMMAND], no[2 * LIST], yes[2 * LIST];
    logreg__cells what = {.rows = rows, .least = t->all.last ? t->all.last + 1 : 2};
    bool worded = t->worded.n;
    snprintf(no, sizeof no, "s/^%s%s%s" END "/0/", worded ? "[\"\\s]*(?:" : "", t->words, worded ? ")" : "");
    if (t->any)
        snprintf(yes, sizeof yes, "s/^(?![\"\\s]*(?:0|%s)" END ").*?(?=\\r?$)/1/s", t->missing);
    else
        snprintf(yes, sizeof yes, "s/^[\"\\s]*(?:%s)" END "/1/i", t->signs);
    size_t used = 0;
    if (worded && t->blank.n)
        used = (size_t)snprintf(rows, sizeof rows, "s/^" END "/0/ for %s[%s]; %s for %s[%s]; ",
                                t->blank.n > 1 ? "@F" : "$F", t->blank.list, no,
                                t->worded.n > 1 ? "@F" : "$F", t->worded.list);
    else
        used = (size_t)snprintf(rows, sizeof rows, "%s || ", no);
    snprintf(rows + used, sizeof rows - used, "%s for %s[%s]", yes, t->all.n > 1 ? "@F" : "$F", t->all.list);
    *room = '\0';
    return t->whole ? logreg__cells_command(room, &what, csv) : room;
}

/* "'X' and 'x' are all that stand": the signs of a column. */
static void list_signs(char list[2 * LOGREG__SHOWN], const logreg__column *c)
{
    size_t used = 0, room = 2 * LOGREG__SHOWN;
    for (size_t l = 0; l < c->n_levels && used < LOGREG__SHOWN; l++)
        used += (size_t)snprintf(list + used, room - used, "%s'%.40s'",
                                 !l                     ? ""
                                 : l + 1 == c->n_levels ? " and "
                                                        : ", ",
                                 c->levels[l]);
    snprintf(list + used, room - used, "%s all that stand%s",
             c->n_levels > 1 ? " are"
             : c->n_levels   ? " is"
                             : "'1' is",
             c->n_levels > 1 ? "" : "s");
}

static const char *sign_of(const logreg__column *c)
{
    return c->n_levels ? *c->levels : "1";
}

/* "; likewise in 'radio', 'smoker' ('smoker') and 4 more": the n other columns that the command changes, with their signs where these are not
 * those of column j. */
static void list_others(char room[OTHERS], const logreg_frame *frame, size_t j, size_t n)
{
    const char *first = sign_of(&frame->column[j]);
    char name[LOGREG__SHOWN], sign[LOGREG__SHOWN];
    size_t used = 0, told = 0;
    *room = '\0';
    for (size_t k = 0; k < frame->n_columns && used + 2 * LOGREG__SHOWN + 40 < OTHERS; k++) {
        const logreg__column *c = &frame->column[k];
        if (!c->ticks || k == j)
            continue;
        bool same = strcasecmp(sign_of(c), first) == 0;
        snprintf(sign, sizeof sign, "%s%.40s%s", same ? "" : " ('", same ? "" : sign_of(c), same ? "" : "')");
        used += (size_t)snprintf(room + used, OTHERS - used, "%s'%s'%s",
                                 !told           ? "; likewise in "
                                 : told + 1 == n ? " and "
                                                 : ", ",
                                 logreg__show(name, c->name, strlen(c->name)), sign);
        told++;
    }
    if (told < n)
        snprintf(room + used, OTHERS - used, " and %zu more columns", n - told);
}

/* What stands in the other rows, and which of it the command takes for no. */
typedef struct {
    const char *others, *no;
} nothing;

static nothing nothing_in(const logreg__column *c)
{
    if (c->has_empty)
        return c->n_na ? (nothing){"nothing or 'NA' does", "empty means no, and NA unknown"}
                       : (nothing){"nothing does", "empty means no"};
    return c->n_na == c->n_missing ? (nothing){"'NA' does, for nothing", "NA means no"}
                                   : (nothing){"a text for missing values does", "that means no"};
}

logreg_status logreg__ticks_check(logreg_frame *frame, const logreg__csv *csv)
{
    char command[LOGREG__COMMAND], shown[2 * LOGREG__SHOWN], sentence[LOGREG_MESSAGE_SIZE], more[OTHERS];
    ticks t = gather(frame, csv);
    if (!t.all.n)
        return LOGREG_OK;
    bool way = *write_numbers(command, &t, csv);
    for (size_t j = 0; j < frame->n_columns; j++) {
        logreg__column *c = &frame->column[j];
        if (!c->ticks)
            continue;
        list_signs(shown, c);
        nothing is = nothing_in(c);
        list_others(more, frame, j, t.all.n - 1);
        snprintf(sentence, sizeof sentence,
                 "%s:%zu:%zu '%.80s': %s here, and in %zu of %zu rows %s%s. If %s, write 0 and 1%s%s",
                 csv->file, logreg__frame_line(frame, first_tick(c)), j + 1 + c->n_left_out, c->name, shown,
                 c->n_missing, frame->n_rows, is.others, more, is.no, way ? ", " : "", command);
        c->doubt = logreg__copy(sentence);
        if (!c->doubt)
            return logreg__fail_memory(csv->err);
    }
    return LOGREG_OK;
}
