/* Columns with several answers in a cell, and one command for all: each puts more columns in the place of one, so that those behind it would no longer be where a second command
 * looks for them. */
#include "doctor/checkup.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "csv/mending/command.h"
#include "csv/mending/rewrite.h"
#include "data/alike.h"
#include "data/joined.h"
#include "data/several.h"
#include "model/model.h"
#include "report/summary/summary.h"
#include "report/warnings/suspicions.h"
#include "report/warnings/warnings.h"

static const char code[] = "several_answers", joined_code[] = "joined_answers";

static bool find_answers(logreg__several *several, const logreg_checkup *c, size_t j)
{
    const logreg__column *column = &c->frame->column[j];
    return logreg__several_answers(several, column->levels, column->n_levels);
}

static bool slipped(const logreg__several *several, char *const *text, size_t a, size_t b)
{
    return a != b && several->answer[b].rows && logreg__labels_near(text[a], text[b]) &&
           logreg__label_slipped(text[a], several->answer[a].rows, text[b], several->answer[b].rows);
}

/* Adds a slip for each answer that is nearly another one. */
static void add_slips(logreg__page *slips, const logreg__several *several, char *const *text,
                      const char *name)
{
    size_t found = 0;
    for (size_t a = 0; a < several->n; a++) {
        size_t b = 0;
        while (b < several->n && !slipped(several, text, a, b))
            b++;
        if (b == several->n || ++found > LOGREG__LISTED)
            continue;
        logreg__page_add(slips, found > 1 ? "; " : " ");
        logreg__write_slip(slips, text[a], (double)several->answer[a].rows, text[b], name);
    }
    if (!found)
        return;
    logreg__write_more(slips, found);
    logreg__page_add(slips, ". If they mean the same, write them in one way first.");
}

/* Answers that are slips of others, which no column of its own should be made of. False: memory is out. */
static bool write_slips(logreg__finding *f, const logreg_checkup *c, size_t j)
{
    const logreg__column *column = &c->frame->column[j];
    logreg__several several;
    char *text[LOGREG__ANSWERS] = {NULL};
    bool ok = true;
    if (!logreg__several_counted(&several, column->levels, c->profile[j].rows_of, column->n_levels))
        return true;
    for (size_t k = 0; k < several.n && ok; k++) {
        text[k] = logreg__new(several.answer[k].n + 1, 1);
        ok = text[k];
        if (ok)
            memcpy(text[k], several.answer[k].text, several.answer[k].n);
    }
    if (ok)
        add_slips(&f->message, &several, text, column->name);
    for (size_t k = 0; k < several.n; k++)
        free(text[k]);
    return ok;
}

bool logreg__see_several(logreg_checkup *c, size_t j)
{
    const logreg__column *column = &c->frame->column[j];
    logreg__several several;
    if (column->kind != LOGREG_CATEGORY || column->insisted || c->profile[j].wrapped ||
        !find_answers(&several, c, j))
        return false;
    logreg__finding *f =
        logreg__find(c, code, column->several ? LOGREG_FINDING_STOPS : LOGREG_FINDING_MISLEADS, j);
    bool beside = logreg__several_beside(&several, c->frame, j);
    logreg__write_several(&f->message, column->name, several.n, column->n_levels, beside);
    logreg__page_add(&f->message, ", each of which goes in as a level of its own.");
    c->failed = c->failed || (!beside && !write_slips(f, c, j));
    return true;
}

/* Is column j to be parted? *several: its answers. */
static bool is_parted(logreg__several *several, const logreg_checkup *c, size_t j)
{
    for (size_t i = 0; i < c->n_findings; i++)
        if (c->finding[i].column == j && strcmp(c->finding[i].code, code) == 0)
            return find_answers(several, c, j) && !logreg__several_beside(several, c->frame, j);
    for (size_t i = 0; c->model && i < c->model->n_suspicions; i++) {
        const logreg__suspicion *s = &c->model->suspicion[i];
        if (s->kind == LOGREG__SUSPECT_JOINED && c->profile[j].feature &&
            logreg_frame_find(c->frame, s->column) == j)
            return logreg__joined_several(several, &c->frame->column[j]);
    }
    return false;
}

/* The command for all columns that are to be parted, *n of them; NULL: there is none. */
static char *command_of_all(logreg_checkup *c, size_t *n)
{
    logreg__text rows = {0}, header = {0};
    logreg__several several;
    char *command = NULL;
    bool whole = true;
    *n = 0;
    for (size_t j = 0; j < logreg_frame_columns(c->frame); j++)
        if (is_parted(&several, c, j)) {
            whole = logreg__several_statements(&rows, &header, &several, c->frame, j) && whole;
            ++*n;
        }
    bool ok = !rows.failed && !header.failed;
    if (ok && whole && *n)
        ok = logreg__frame_mend(&command, c->frame, rows.start, header.start);
    c->failed = c->failed || !ok;
    free(rows.start);
    free(header.start);
    return command;
}

static void advise(logreg__finding *f, const logreg_checkup *c, bool beside, size_t n)
{
    logreg__page_add(&f->advice, beside       ? "Leave it out: --exclude "
                                 : f->command ? "The command that follows prints the file with a column of "
                                                "0 and 1 for each answer"
                                              : "Write a column of 0 and 1 for each answer, or leave it "
                                                "out: --exclude ");
    if (f->command && n == 2)
        logreg__page_add(&f->advice, ", of both such columns at once");
    else if (f->command && n > 2)
        logreg__page_format(&f->advice, ", of all %zu such columns at once", n);
    logreg__page_add(&f->advice, f->command ? ". To leave it out: --exclude " : "");
    logreg__write_argument(&f->advice, c, f->column);
    logreg__page_add(&f->advice, ". If combinations are meant, --categorical ");
    logreg__write_argument(&f->advice, c, f->column);
    logreg__page_add(&f->advice, " says so.");
}

void logreg__part_several(logreg_checkup *c)
{
    size_t n = 0;
    char *command = command_of_all(c, &n);
    for (size_t i = 0; i < c->n_findings && !c->failed; i++) {
        logreg__finding *f = &c->finding[i];
        logreg__several several;
        bool found = strcmp(f->code, code) == 0 && find_answers(&several, c, f->column);
        bool beside = found && logreg__several_beside(&several, c->frame, f->column);
        bool joined = strcmp(f->code, joined_code) == 0 && c->model && c->model->several_command;
        if (command && ((found && !beside) || joined)) {
            f->command = logreg__copy(command);
            c->failed = !f->command;
        }
        if (!found)
            continue;
        advise(f, c, beside, n);
        if (f->command)
            logreg__write_none_ticked(&f->advice, several.none ? 0 : c->frame->column[f->column].n_missing);
    }
    free(command);
}
