/* Cells with several answers in so many combinations that the column would pass for an ID: lists of tags, check boxes of a long question. */
#include "csv/mending/command.h"
#include "csv/mending/rewrite.h"
#include "csv/categories/surplus.h"

#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "data/role.h"

/* Of a command within a sentence. */
enum { LONGEST = LOGREG_MESSAGE_SIZE - 500 };

/* More than nine texts in ten rows, for which a fit refuses it (design/levels.c). */
static bool passes_for_id(const logreg__column *c, size_t rows)
{
    size_t values = rows - c->n_missing;
    return c->kind == LOGREG_CATEGORY && !c->insisted && !c->doubt && values >= LOGREG__ID_ROWS &&
           10 * c->n_levels > 9 * values;
}

/* The sentence: the caller's. NULL: memory is out. */
static char *compose(const logreg__several *several, const logreg_frame *frame, size_t j,
                     const logreg__csv *csv)
{
    const logreg__column *c = &frame->column[j];
    char sentence[LOGREG_MESSAGE_SIZE], name[LOGREG__SHOWN], word[LOGREG__COLUMN_WORD], *command = NULL;
    size_t row = 0;
    bool beside = logreg__several_beside(several, frame, j);
    if (!beside && !logreg__several_command(&command, several, frame, j))
        return NULL;
    bool whole = command && strlen(command) < LONGEST;
    while (logreg__cell_is_missing(c, row))
        row++;
    int used = snprintf(sentence, sizeof sentence,
                        "%s:%zu:%zu '%s' holds several answers in a cell, %zu in %zu combinations", csv->file,
                        logreg__frame_line(frame, row), j + c->n_left_out + 1,
                        logreg__show(name, c->name, strlen(c->name)), several->n, c->n_levels);
    char *rest = sentence + used;
    size_t size = sizeof sentence - (size_t)used;
    logreg__show_column(word, c->name);
    if (beside)
        snprintf(rest, size, " of what columns beside it hold one by one: leave it out, --exclude %s", word);
    else
        snprintf(rest, size,
                 ". Write a column of 0 and 1 for each answer%s%s%s, or leave it out, --exclude %s",
                 c->n_missing && !several->none ? ", 0 for all where the cell is empty" : "",
                 whole ? ", " : "", whole ? command : "", word);
    free(command);
    return logreg__copy(sentence);
}

logreg_status logreg__sets_check(logreg_frame *frame, const logreg__csv *csv)
{
    for (size_t j = 0; j < frame->n_columns; j++) {
        logreg__column *c = &frame->column[j];
        logreg__several several;
        if (!passes_for_id(c, frame->n_rows) || !logreg__several_answers(&several, c->levels, c->n_levels))
            continue;
        c->doubt = compose(&several, frame, j, csv);
        c->several = true;
        if (!c->doubt)
            return logreg__fail_memory(csv->err);
    }
    return LOGREG_OK;
}
