/* Outcomes of more classes than were meant: two answers and texts that stand for missing values, or two answers in several spellings, or with remarks
 * behind some. As an outcome they make another model of it, so that a fit asks first; as a feature texts for missing values cost a coefficient more, and answers in
 * several spellings are as many levels, which nobody means; remarks in words may be meant there. */
#include "csv/categories/surplus.h"
#include "csv/categories/answered.h"
#include "csv/mending/command.h"

#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "data/gap.h"

enum { PLACE = 400, LIST = 400, LISTED = 7 };

typedef logreg__answered answered;

/* 'a', 'b' and 'c': the levels that stand for missing values, or those that do not. */
static void list(char room[LIST], const answered *s, bool gap)
{
    size_t of = gap ? s->gaps : s->n - s->gaps - s->others, told = 0, used = 0;
    size_t most = of > LISTED + 1 ? LISTED : of;
    for (size_t l = 0; l < s->n && told < most; l++) {
        if (s->gap[l] != gap || s->other[l])
            continue;
        const char *level = s->column->levels[l];
        used += (size_t)snprintf(room + used, LIST - used, "%s'%.40s'",
                                 !told            ? ""
                                 : told + 1 == of ? " and "
                                                  : ", ",
                                 level);
        told++;
    }
    if (most < of)
        snprintf(room + used, LIST - used, " and %zu more", of - most);
}

static const char *na_values(char room[LOGREG__NA_VALUES], const answered *s)
{
    const char *token[LOGREG__ANSWERED], *of[LOGREG__ANSWERED];
    size_t n = 0;
    bool some_missing = false;
    for (size_t l = 0; l < s->n; l++)
        if (s->gap[l]) {
            of[n] = s->column->name;
            token[n++] = s->column->levels[l];
        }
    for (size_t j = 0; j < s->frame->n_columns; j++)
        some_missing = some_missing || s->frame->column[j].n_missing;
    return logreg__na_values(room, s->csv, s->csv->na_given || some_missing, token, of, n, false);
}

/* "file:2:3 'y'" of a level. */
static void place(char room[PLACE], const answered *s, size_t level)
{
    snprintf(room, PLACE, "%.200s:%zu:%zu '%.80s'", s->csv->file,
             logreg__frame_line(s->frame, s->first[level]), s->j + 1, s->column->name);
}

static void write_gaps(char room[LOGREG_MESSAGE_SIZE], const answered *s)
{
    char gaps[LIST] = "", others[LIST] = "", na[LOGREG__NA_VALUES], word[LOGREG__COLUMN_WORD], at[PLACE];
    size_t level = 0;
    for (size_t l = s->n; l-- > 0;)
        level = s->gap[l] && (!s->gap[level] || s->first[l] < s->first[level]) ? l : level;
    list(gaps, s, true);
    list(others, s, false);
    bool one = s->gaps == 1;
    place(at, s, level);
    snprintf(
        room, LOGREG_MESSAGE_SIZE,
        "%s: %s (%zu of %zu rows) would be %s beside %s. If %s for missing values, leave these rows out, "
        "--na-values %s, or, if %s, use --categorical %s",
        at, gaps, s->gap_rows, s->values, one ? "a class" : "classes", others,
        one ? "it stands" : "they stand", na_values(na, s), one ? "it is a class" : "they are classes",
        logreg__show_column(word, s->column->name));
}

/* Texts for missing values: those beyond doubt are to be left out, before what follows; what people answer, or may mean, is up to the reader,
 * behind it. */
static void write_left(char before[LOGREG__NA_ADVICE], char behind[2 * LOGREG__NA_VALUES],
                       const answered *left)
{
    char gaps[LIST] = "", na[LOGREG__NA_VALUES];
    bool certain = left->certain;
    *before = *behind = '\0';
    if (!left->gaps)
        return;
    for (size_t l = 0; l < left->n; l++)
        certain = certain && !(left->gap[l] && logreg__gap_answer(left->column->levels[l]));
    na_values(na, left);
    list(gaps, left, true);
    if (certain)
        snprintf(before, LOGREG__NA_ADVICE, ", and leave missing values out with --na-values %s", na);
    else
        snprintf(behind, 2 * LOGREG__NA_VALUES,
                 "; if %s (%zu row%s) stand%s for missing values, --na-values %s leaves them out", gaps,
                 left->gap_rows, left->gap_rows == 1 ? "" : "s", left->gaps == 1 ? "s" : "", na);
}

/* Are answers spelt in several ways, remarks aside? */
static bool in_spellings(const answered *s)
{
    return s->n - s->gaps - s->others - s->remarks > 2;
}

/* The level to begin with: the first that has a remark, or the first of all. */
static size_t first_level(const answered *s)
{
    size_t level = SIZE_MAX;
    for (size_t l = 0; l < s->n; l++)
        if (!s->gap[l] && !s->other[l] && (!s->remarks || s->remark[l] || in_spellings(s)) &&
            (level == SIZE_MAX || s->first[l] < s->first[level]))
            level = l;
    return level;
}

/* Statements go to the caller, where nothing else is to be said. False: memory is out. */
static bool write_spellings(char room[LOGREG_MESSAGE_SIZE], char **statements, const answered *s)
{
    char spellings[LIST] = "", command[LOGREG__COMMAND], before[LOGREG__NA_ADVICE],
         behind[2 * LOGREG__NA_VALUES], at[PLACE], word[LOGREG__COLUMN_WORD];
    answered left;
    list(spellings, s, false);
    if (!logreg__answered_unite(command, statements, &left, s, true) ||
        (!*command && !logreg__answered_unite(command, statements, &left, s, false)))
        return false;
    if (left.gaps) {
        free(*statements);
        *statements = NULL;
    }
    place(at, s, first_level(s));
    write_left(before, behind, &left);
    snprintf(room, LOGREG_MESSAGE_SIZE,
             "%s: %s look like two answers%s%s, and would count as %zu. Write each in one "
             "way%s%s%s, or, if they differ, use --categorical %s%s",
             at, spellings, in_spellings(s) ? " in several spellings" : "",
             !s->remarks       ? ""
             : in_spellings(s) ? " and with remarks"
                               : " with remarks behind some",
             s->n - s->gaps - s->others, *command ? ", " : "", command, before,
             logreg__show_column(word, s->column->name), behind);
    return true;
}

/* What is to be said of the column as an outcome, to c->surplus; as a feature, to c->spelt. */
static logreg_status say(logreg__column *c, const answered *s, bool feature, const logreg__csv *csv)
{
    char sentence[LOGREG_MESSAGE_SIZE], *statements = NULL;
    bool written = true;
    if (s->spelt)
        written = write_spellings(sentence, &statements, s);
    else
        write_gaps(sentence, s);
    feature = feature && s->spelt && s->answers && (logreg__answered_plainly(s) || !in_spellings(s));
    char *copy = written ? logreg__copy(sentence) : NULL,
         *spelt = copy && feature ? logreg__copy(sentence) : NULL;
    bool ok = copy && (spelt || !feature);
    if (!ok || !feature) {
        free(statements);
        statements = NULL;
    }
    if (!ok) {
        free(copy);
        free(spelt);
        return logreg__fail_memory(csv->err);
    }
    free(c->surplus);
    c->surplus = copy;
    if (feature) {
        c->spelt = spelt;
        c->respelling = statements;
    }
    return LOGREG_OK;
}

logreg_status logreg__surplus_find(logreg_frame *frame, size_t j, const logreg__csv *csv)
{
    logreg__column *c = &frame->column[j];
    answered s;
    logreg_status status = LOGREG_OK;
    if (logreg__answered_take(&s, frame, j, LOGREG__SIGNS, csv) &&
        (s.spelt || (s.n - s.gaps == 2 && (s.certain || s.answers))))
        status = say(c, &s, true, csv);
    if (status == LOGREG_OK && logreg__answered_take(&s, frame, j, LOGREG__REMARK_WORDS, csv) && s.spelt &&
        s.remarks)
        status = say(c, &s, false, csv);
    return status;
}
