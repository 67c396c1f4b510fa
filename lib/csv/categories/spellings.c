/* Columns of answers in several spellings, all of them in one sentence with one command. */
#include "csv/mending/command.h"
#include "csv/categories/surplus.h"

#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/word.h"

static const char way[] = ". Write each in one way";

/* Which columns are spelt in several ways that statements bring together; how many, and the first. */
static size_t count(size_t *first, const logreg_frame *frame)
{
    size_t n = 0;
    for (size_t j = frame->n_columns; j-- > 0;)
        if (frame->column[j].respelling && strstr(frame->column[j].spelt, way)) {
            *first = j;
            n++;
        }
    return n;
}

/* "; likewise 'a', 'b' and 'c'" */
static void add_names(logreg__text *text, const logreg_frame *frame, size_t first, size_t n)
{
    size_t told = 0;
    logreg__text_add(text, "; likewise ");
    for (size_t j = first + 1; j < frame->n_columns; j++) {
        if (!frame->column[j].respelling)
            continue;
        told++;
        logreg__text_add(text, told == 1 ? "'" : told + 1 == n ? " and '" : ", '");
        logreg__text_add(text, frame->column[j].name);
        logreg__text_add(text, "'");
    }
}

/* The sentence of the first, about all. */
static void compose(logreg__text *text, const logreg_frame *frame, size_t first, size_t n,
                    const char *command)
{
    const char *alone = frame->column[first].spelt;
    logreg__text list = {0};
    logreg__text_add_bytes(text, alone, (size_t)(strstr(alone, way) - alone));
    add_names(text, frame, first, n);
    logreg__text_add(text, way);
    logreg__text_add(text, ", ");
    logreg__text_add(text, command);
    logreg__text_add(text, ", or, if they differ, use --categorical ");
    for (size_t j = first; j < frame->n_columns; j++)
        if (frame->column[j].respelling)
            logreg__text_add_item(&list, frame->column[j].name);
    if (!list.failed)
        logreg__text_add_word(text, list.start);
    text->failed = text->failed || list.failed;
    free(list.start);
}

/* A copy in place of a sentence. False: memory is out. */
static bool put(char **sentence, const char *text)
{
    char *copy = logreg__copy(text);
    if (!copy)
        return false;
    free(*sentence);
    *sentence = copy;
    return true;
}

logreg_status logreg__spellings_check(logreg_frame *frame, const logreg__csv *csv)
{
    size_t first = 0, n = count(&first, frame);
    char command[LOGREG__COMMAND];
    logreg__text statements = {0}, text = {0};
    if (n < 2)
        return LOGREG_OK;
    size_t last = first;
    for (size_t j = first; j < frame->n_columns; j++)
        if (frame->column[j].respelling) {
            logreg__text_add(&statements, j > first ? "; " : "");
            logreg__text_add(&statements, frame->column[j].respelling);
            last = j;
        }
    *command = '\0';
    if (!statements.failed)
        logreg__cells_command(
            command, &(logreg__cells){.rows = statements.start, .least = csv->blank_line ? last + 1 : 0},
            csv);
    bool ok = !statements.failed;
    free(statements.start);
    if (ok && *command)
        compose(&text, frame, first, n, command);
    ok = ok && !text.failed;
    for (size_t j = first; j < frame->n_columns && ok && text.length && text.length < LOGREG_MESSAGE_SIZE;
         j++) {
        logreg__column *c = &frame->column[j];
        if (c->respelling)
            ok = (strcmp(c->surplus, c->spelt) != 0 || put(&c->surplus, text.start)) &&
                 put(&c->spelt, text.start);
    }
    free(text.start);
    return ok ? LOGREG_OK : logreg__fail_memory(csv->err);
}
