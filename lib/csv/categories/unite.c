/* Commands that write each of two answers in one way. */
#include "csv/categories/answered.h"
#include "csv/mending/command.h"
#include "csv/mending/rewrite.h"

#include <ctype.h>
#include <string.h>

#include "base/utf8.h"

/* Remarks beyond so many are taken out by what stands in front of them, not one by one. */
enum { NAMED = 4 };

bool logreg__column_command(char command[LOGREG__COMMAND], char **kept, logreg__text *program, bool whole,
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

/* How an answer is written: as a figure, a letter, or a word; in small letters, with a capital, in capitals. */
static int style(const char *text)
{
    bool first = isupper((unsigned char)*text), second = *text && isupper((unsigned char)text[1]);
    return isdigit((unsigned char)*text) ? 5 : *text && !text[1] ? 3 + first : first + second;
}

/* Is it an answer without a remark, that may stay? */
static bool may_stay(const logreg__answered *s, size_t level)
{
    return !s->gap[level] && !s->other[level] && !s->remark[level];
}

/* The spelling of each answer that stays: the most frequent pair of one style. */
static void choose(size_t kept[2], const logreg__answered *s)
{
    size_t most = 0;
    for (size_t a = 0; a < s->n; a++)
        for (size_t b = 0; b < s->n; b++) {
            if (!may_stay(s, a) || !may_stay(s, b) || s->side[a] || !s->side[b])
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

/* Does a level begin with the answer, and go on with no letter? */
static bool begins_with(const char *level, const char *answer)
{
    size_t n = strlen(answer);
    unsigned char next = strncmp(level, answer, n) == 0 ? (unsigned char)level[n] : 'x';
    return next && next != '_' && !isalnum(next);
}

/* Can the remarks behind the answers that are marked be taken out together, since nothing else begins so? */
static bool begin_alone(const logreg__answered *s, const bool *mark)
{
    size_t remarks = 0;
    bool alone = true;
    for (size_t l = 0; l < s->n; l++) {
        if (!mark[l] || !s->remark[l])
            continue;
        remarks++;
        for (size_t k = 0; k < s->n; k++)
            alone = alone && (mark[k] || !begins_with(s->column->levels[k], s->text[l]));
    }
    return alone && remarks > NAMED;
}

/* Adds what writes the answer of level `kept` in the levels that are marked. False: a text cannot be written so. */
static bool unite(logreg__text *program, const logreg__answered *s, const bool *mark, size_t kept)
{
    char *const *level = s->column->levels;
    bool bare[LOGREG__ANSWERED], answer[LOGREG__ANSWERED] = {false}, together = begin_alone(s, mark);
    for (size_t l = 0; l < s->n; l++) {
        bare[l] = mark[l] && !(together && s->remark[l]);
        answer[l] = mark[l] && !bare[l];
        for (size_t k = 0; k < l; k++)
            answer[l] = answer[l] && !(answer[k] && strcmp(s->text[k], s->text[l]) == 0);
    }
    return logreg__cell_rewrite(program, level, bare, s->n, level[kept], s->csv->options.delimiter) &&
           logreg__cell_cut(program, s->text, answer, s->n, level[kept], s->csv->options.delimiter);
}

/* Of texts for missing values that differ in capitals alone the most frequent stays, and stays in left. */
static bool unite_gaps(logreg__text *program, logreg__answered *left, const logreg__answered *s)
{
    char *const *level = s->column->levels;
    bool done[LOGREG__ANSWERED] = {false}, ok = true;
    for (size_t l = 0; l < s->n && ok; l++) {
        bool mark[LOGREG__ANSWERED] = {false};
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

bool logreg__answered_unite(char command[LOGREG__COMMAND], char **statements, logreg__answered *left,
                            const logreg__answered *s, bool gaps)
{
    logreg__text program = {0};
    size_t kept[2] = {0, 0};
    bool ok = true;
    *left = *s;
    choose(kept, s);
    for (size_t k = 0; k < 2; k++) {
        bool mark[LOGREG__ANSWERED];
        for (size_t l = 0; l < s->n; l++)
            mark[l] = !s->gap[l] && !s->other[l] && s->side[l] == s->side[kept[k]] && l != kept[k];
        ok = ok && unite(&program, s, mark, kept[k]);
    }
    ok = ok && (!gaps || unite_gaps(&program, left, s));
    return logreg__column_command(command, statements, &program, ok, s->j, s->csv);
}
