/* Outcomes of more classes than were meant: two answers and texts that stand for missing values, or two answers in several spellings. As
 * an outcome they make another model of it, so that a fit asks first; as a feature texts for missing values cost a coefficient more, and answers in
 * several spellings are as many levels, which nobody means. */
#include "csv/surplus.h"
#include "csv/cell.h"
#include "csv/mend.h"
#include "csv/rewrite.h"

#include <ctype.h>
#include <math.h>
#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "data/answers.h"
#include "data/gap.h"

/* Outcomes of more levels than these are not looked at. */
enum { MOST = 16, PLACE = 400 };

typedef struct {
    const logreg_frame *frame;
    const logreg__column *column;
    const logreg__csv *csv;
    size_t j, n;
    size_t rows[MOST], first[MOST]; /* of each level: how many, and which is the first */
    bool gap[MOST], certain;        /* stands for a missing value; all that do can mean nothing else */
    bool other[MOST]; /* neither that nor one of the answers: a third one, which stays as it is */
    size_t gaps, others, gap_rows, values;
    int side[MOST];   /* which of two answers a level gives */
    bool answers;     /* they are known ones, in any spelling */
    char *statements; /* that bring spellings together; owned; or NULL */
    bool clean;       /* nothing else is to be said of the column */
} census;

static void count(census *s)
{
    for (size_t r = 0; r < s->frame->n_rows; r++) {
        uint32_t code = logreg__column_code(s->column, r);
        if (code == LOGREG__MISSING)
            continue;
        if (!s->rows[code]++)
            s->first[code] = r;
        s->gap_rows += s->gap[code];
        s->values++;
    }
}

/* Do the levels that are answers make two, but for capitals? */
static bool two_but_for_capitals(census *s)
{
    size_t kinds = 0, kind[2] = {0, 0};
    for (size_t l = 0; l < s->n; l++) {
        size_t k = 0;
        while (!s->gap[l] && k < kinds &&
               !logreg__utf8_same_letters(s->column->levels[l], s->column->levels[kind[k]]))
            k++;
        if (s->gap[l])
            continue;
        if (k == 2)
            return false;
        if (k == kinds)
            kind[kinds++] = l;
        s->side[l] = (int)k;
    }
    return kinds == 2;
}

/* 'a', 'b' and 'c': the levels that stand for missing values, or those that do not. */
static void list(char *room, size_t size, const census *s, bool gap)
{
    size_t of = gap ? s->gaps : s->n - s->gaps - s->others, told = 0, used = 0;
    for (size_t l = 0; l < s->n && used + LOGREG__SHOWN < size; l++) {
        if (s->gap[l] != gap || s->other[l])
            continue;
        const char *level = s->column->levels[l];
        used += (size_t)snprintf(room + used, size - used, "%s'%.40s'",
                                 !told            ? ""
                                 : told + 1 == of ? " and "
                                                  : ", ",
                                 level);
        told++;
    }
}

static const char *na_values(char room[LOGREG__NA_VALUES], const census *s)
{
    const char *token[MOST];
    size_t n = 0;
    bool some_missing = false;
    for (size_t l = 0; l < s->n; l++)
        if (s->gap[l])
            token[n++] = s->column->levels[l];
    for (size_t j = 0; j < s->frame->n_columns; j++)
        some_missing = some_missing || s->frame->column[j].n_missing;
    return logreg__na_values(room, s->csv, s->csv->na_given || some_missing, token, n, false);
}

/* "file:2:3 'y'" of a level. */
static void place(char room[PLACE], const census *s, size_t level)
{
    snprintf(room, PLACE, "%.200s:%zu:%zu '%.80s'", s->csv->file,
             logreg__frame_line(s->frame, s->first[level]), s->j + 1, s->column->name);
}

static bool write_gaps(char room[LOGREG_MESSAGE_SIZE], census *s)
{
    char gaps[400] = "", others[200] = "", na[LOGREG__NA_VALUES], word[LOGREG__COLUMN_WORD], at[PLACE];
    size_t level = 0;
    for (size_t l = s->n; l-- > 0;)
        level = s->gap[l] && (!s->gap[level] || s->first[l] < s->first[level]) ? l : level;
    list(gaps, sizeof gaps, s, true);
    list(others, sizeof others, s, false);
    bool one = s->gaps == 1;
    place(at, s, level);
    snprintf(
        room, LOGREG_MESSAGE_SIZE,
        "%s: %s (%zu of %zu rows) would be %s beside %s. If %s for missing values, leave these rows out, "
        "--na-values %s, or, if %s, use --categorical %s",
        at, gaps, s->gap_rows, s->values, one ? "a class" : "classes", others,
        one ? "it stands" : "they stand", na_values(na, s), one ? "it is a class" : "they are classes",
        logreg__show_column(word, s->column->name));
    return true;
}

/* ---- Several spellings ---- */

/* How an answer is written: as a figure, a letter, or a word; in small letters, with a capital, in capitals. */
static int style(const char *text)
{
    bool first = isupper((unsigned char)*text), second = *text && isupper((unsigned char)text[1]);
    return isdigit((unsigned char)*text) ? 5 : *text && !text[1] ? 3 + first : first + second;
}

/* The spelling of each answer that stays: the most frequent pair of one style. */
static void choose(size_t kept[2], const census *s)
{
    size_t most = 0;
    for (size_t a = 0; a < s->n; a++)
        for (size_t b = 0; b < s->n; b++) {
            if (s->gap[a] || s->gap[b] || s->other[a] || s->other[b] || s->side[a] || !s->side[b])
                continue;
            bool alike = style(s->column->levels[a]) == style(s->column->levels[b]);
            size_t rows = (s->rows[a] + s->rows[b]) * (alike ? s->values : 1);
            if (rows <= most)
                continue;
            most = rows;
            kept[0] = a;
            kept[1] = b;
        }
}

/* The command that does the program, which it frees, to the cells of column j; "": it is too long, or not whole. kept: NULL, or where its statements go, for the caller to
 * free. False: memory is out. */
static bool column_command(char command[LOGREG__COMMAND], char **kept, logreg__text *program, bool whole,
                           size_t j, const logreg__csv *csv)
{
    logreg__text statements = {0};
    *command = '\0';
    if (whole && program->length && !program->failed)
        logreg__cell_statements(&statements, program->start, j);
    if (statements.length && !statements.failed)
        logreg__cells_command(
            command, &(logreg__cells){.rows = statements.start, .least = csv->blank_line ? j + 1 : 0}, csv);
    bool ok = !program->failed && !statements.failed;
    if (kept && ok && *command)
        *kept = statements.start;
    else
        free(statements.start);
    free(program->start);
    return ok;
}

/* Of texts for missing values that differ in capitals alone the most frequent stays, and stays in left. */
static bool unite_gaps(logreg__text *program, census *left, const census *s)
{
    char *const *level = s->column->levels;
    bool done[MOST] = {false}, ok = true;
    for (size_t l = 0; l < s->n && ok; l++) {
        bool mark[MOST] = {false};
        size_t kept = l;
        for (size_t k = l; k < s->n && s->gap[l] && !done[l]; k++) {
            mark[k] = s->gap[k] && logreg__utf8_same_letters(level[k], level[l]);
            kept = mark[k] && s->rows[k] > s->rows[kept] ? k : kept;
        }
        for (size_t k = 0; k < s->n; k++)
            done[k] = done[k] || mark[k];
        mark[kept] = false;
        for (size_t k = 0; k < s->n; k++) {
            left->gap[k] = left->gap[k] && !mark[k];
            left->gaps -= mark[k];
        }
        ok = logreg__cell_rewrite(program, level, mark, s->n, level[kept], s->csv->options.delimiter);
    }
    return ok;
}

/* The command that brings the spellings together, and those of texts for missing values, of which left has what is left; "": it is too
 * long. False: memory is out. */
static bool bring_together(char command[LOGREG__COMMAND], char **kept_statements, census *left,
                           const census *s, bool gaps)
{
    logreg__text program = {0};
    size_t kept[2] = {0, 0};
    bool ok = true;
    *left = *s;
    choose(kept, s);
    for (size_t k = 0; k < 2; k++) {
        bool mark[MOST];
        for (size_t l = 0; l < s->n; l++)
            mark[l] = !s->gap[l] && !s->other[l] && s->side[l] == s->side[kept[k]] && l != kept[k];
        ok = ok && logreg__cell_rewrite(&program, s->column->levels, mark, s->n, s->column->levels[kept[k]],
                                        s->csv->options.delimiter);
    }
    ok = ok && (!gaps || unite_gaps(&program, left, s));
    return column_command(command, kept_statements, &program, ok, s->j, s->csv);
}

/* Texts for missing values: those beyond doubt are to be left out, before what follows; what people answer, or may mean, is up to the reader,
 * behind it. */
static void write_left(char before[LOGREG__NA_ADVICE], char behind[2 * LOGREG__NA_VALUES], const census *left)
{
    char gaps[400] = "", na[LOGREG__NA_VALUES];
    bool certain = left->certain;
    *before = *behind = '\0';
    if (!left->gaps)
        return;
    for (size_t l = 0; l < left->n; l++)
        certain = certain && !(left->gap[l] && logreg__gap_answer(left->column->levels[l]));
    na_values(na, left);
    list(gaps, sizeof gaps, left, true);
    if (certain)
        snprintf(before, LOGREG__NA_ADVICE, ", and leave missing values out with --na-values %s", na);
    else
        snprintf(behind, 2 * LOGREG__NA_VALUES,
                 "; if %s (%zu row%s) stand%s for missing values, --na-values %s leaves them out", gaps,
                 left->gap_rows, left->gap_rows == 1 ? "" : "s", left->gaps == 1 ? "s" : "", na);
}

static bool write_spellings(char room[LOGREG_MESSAGE_SIZE], census *s)
{
    char spellings[400] = "", command[LOGREG__COMMAND], before[LOGREG__NA_ADVICE],
         behind[2 * LOGREG__NA_VALUES], at[PLACE], word[LOGREG__COLUMN_WORD];
    census left;
    size_t level = SIZE_MAX;
    for (size_t l = 0; l < s->n; l++)
        level =
            !s->gap[l] && !s->other[l] && (level == SIZE_MAX || s->first[l] < s->first[level]) ? l : level;
    list(spellings, sizeof spellings, s, false);
    if (!bring_together(command, &s->statements, &left, s, true) ||
        (!*command && !bring_together(command, &s->statements, &left, s, false)))
        return false;
    s->clean = !left.gaps;
    place(at, s, level);
    write_left(before, behind, &left);
    snprintf(room, LOGREG_MESSAGE_SIZE,
             "%s: %s look like two answers in several spellings, and would count as %zu. Write each in one "
             "way%s%s%s, or, if they differ, use --categorical %s%s",
             at, spellings, s->n - s->gaps - s->others, *command ? ", " : "", command, before,
             logreg__show_column(word, s->column->name), behind);
    return true;
}

/* Single letters alone may be anything: H, M and F. */
static bool plain(const census *s)
{
    for (size_t l = 0; l < s->n; l++)
        if (!s->gap[l] && !s->other[l] &&
            (strlen(s->column->levels[l]) > 2 || isdigit((unsigned char)*s->column->levels[l])))
            return true;
    return false;
}

/* Are the levels answers to one question but for one or two, which are then others? Three spellings or more are left, and not
 * letters alone: N, S, O and E are directions. */
static bool answers_but_for_few(census *s)
{
    bool skip[MOST];
    for (size_t two = 0; two < 2; two++)
        for (size_t a = 0; a < s->n; a++)
            for (size_t b = two ? a + 1 : a; b < (two ? s->n : a + 1); b++) {
                if (s->gap[a] || s->gap[b] || s->n - s->gaps < 4 + two)
                    continue;
                for (size_t l = 0; l < s->n; l++)
                    skip[l] = s->gap[l] || l == a || l == b;
                if (!logreg__answers_sides(s->side, s->column->levels, skip, s->n))
                    continue;
                s->other[a] = s->other[b] = true;
                s->others = 1 + two;
                if (plain(s))
                    return true;
                s->other[a] = s->other[b] = false;
                s->others = 0;
            }
    return false;
}

logreg_status logreg__surplus_find(logreg_frame *frame, size_t j, const logreg__csv *csv)
{
    logreg__column *c = &frame->column[j];
    census s = {.frame = frame, .column = c, .csv = csv, .j = j, .n = c->n_levels, .certain = true};
    if (c->n_levels < 3 || c->n_levels > MOST)
        return LOGREG_OK;
    for (size_t l = 0; l < s.n; l++) {
        logreg__gap_kind kind = logreg__gap_of(c, l);
        s.gap[l] = kind != LOGREG__WORD;
        s.gaps += s.gap[l];
        s.certain = s.certain && kind != LOGREG__PERHAPS;
    }
    size_t others = s.n - s.gaps;
    s.answers =
        others > 1 && (logreg__answers_sides(s.side, c->levels, s.gap, s.n) || answers_but_for_few(&s));
    bool spelt = others > 2 && (s.answers || two_but_for_capitals(&s));
    bool gaps = others == 2 && (s.certain || s.answers);
    if (!spelt && !gaps)
        return LOGREG_OK;
    char sentence[LOGREG_MESSAGE_SIZE];
    count(&s);
    if ((spelt ? write_spellings : write_gaps)(sentence, &s))
        c->surplus = logreg__copy(sentence);
    c->spelt = spelt && s.answers && plain(&s);
    if (c->surplus && c->spelt && s.clean)
        c->respelling = s.statements;
    else
        free(s.statements);
    return c->surplus ? LOGREG_OK : logreg__fail_memory(csv->err);
}

logreg_status logreg__answers_fault(const logreg_frame *frame, size_t j, const logreg__strays *strays,
                                    const logreg__tally *tally, const logreg__csv *csv)
{
    const logreg__column *c = &frame->column[j];
    const char *zero = "0", *one = "1", *text[MOST];
    char *label[MOST] = {(char *)zero, (char *)one};
    int side[MOST];
    size_t n = logreg__strays_texts(text, strays), rows = frame->n_rows;
    for (size_t k = 0; k < n; k++)
        label[k + 2] = (char *)text[k];
    bool coded = c->kind == LOGREG_NUMERIC && n && logreg__answers_sides(side, label, NULL, n + 2);
    for (size_t r = 0; r < rows && coded; r++) {
        double x = logreg__column_number(c, r);
        coded = isnan(x) || x == 0 || x == 1;
    }
    if (!coded)
        return LOGREG_OK;
    char command[LOGREG__COMMAND], word[LOGREG__COLUMN_WORD], shown[LOGREG__SHOWN];
    logreg__text program = {0};
    bool whole = true;
    for (int k = 0; k < 2; k++) {
        bool mark[MOST];
        for (size_t i = 0; i < n; i++)
            mark[i] = side[i + 2] == k;
        whole = whole &&
                logreg__cell_rewrite(&program, label + 2, mark, n, k ? one : zero, csv->options.delimiter);
    }
    if (!column_command(command, NULL, &program, whole, j, csv))
        return logreg__fail_memory(csv->err);
    return logreg__fail(
        csv->err, LOGREG_EDATA,
        "%s:%zu:%zu '%s': '%s' is an answer in words, where others are 0 and 1 (%zu of %zu values). "
        "Write all in one way%s%s, or use --categorical %s",
        csv->file, logreg__strays_line(strays), j + 1, logreg__show(shown, c->name, strlen(c->name)), text[0],
        tally->strays, tally->numbers + tally->strays, *command ? ", " : "", command,
        logreg__show_column(word, c->name));
}
