/* Cells that were merged in a spreadsheet: a value stands in the first row of its group, and the rest of the group is empty. A fit would
 * leave all those rows out. */
#include "csv/categories/begun.h"
#include "csv/categories/surplus.h"
#include "csv/mending/command.h"

#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "data/role.h"

/* Remarks stand where there is something to say, and other answers where none of a list is given; filled down they would be said of others. */
static bool holds_remarks(const char *name)
{
    return logreg__name_has(
        name, " note notes comment comments remark remarks memo annotation annotations details "
              "bemerkung bemerkungen anmerkung anmerkungen kommentar kommentare notiz notizen hinweis "
              "nota notas comentario comentarios observacion observaciones obs "
              "commentaire commentaires remarque remarques observation observations "
              "osservazione osservazioni commento commenti opmerking opmerkingen "
              "uwaga uwagi komentarz poznamka anm kommentti voucher coupon "
              "other specify elaborate sonstige sonstiges andere anderes welche autre autres otro otra otros "
              "outro outra altro altra annat inne ");
}

/* Each level stands once, the first of them in the first row, and most rows are empty. */
static bool stands_once(const logreg__column *c, size_t rows)
{
    size_t filled = rows - c->n_missing;
    return c->kind == LOGREG_CATEGORY && !c->insisted && !c->beside && rows > 5 && filled > 1 &&
           2 * c->n_missing > rows && c->n_levels == filled && !logreg__cell_is_missing(c, 0) &&
           !holds_remarks(c->name);
}

/* The command that fills down what was merged; "": it is too long. Returns room. */
static const char *fill_down(char room[LOGREG__COMMAND], const logreg_frame *frame,
                             const logreg__column *merged, const logreg__csv *csv)
{
    char cells[LOGREG__COMMAND / 2] = "", program[LOGREG__COMMAND];
    logreg__cells what = {.rows = program, .least = 2};
    for (size_t k = 0, used = 0; k < frame->n_columns && used < sizeof cells; k++) {
        size_t field = k + frame->column[k].n_left_out;
        if (!logreg__merged_with(&frame->column[k], merged, frame->n_rows))
            continue;
        used += (size_t)snprintf(cells + used, sizeof cells - used, "%s%zu", used ? ", " : "", field);
        what.least = field >= what.least ? field + 1 : what.least;
    }
    *room = '\0';
    int n = snprintf(program, sizeof program,
                     "for (%s) { $F[$_] = $v[$_] if $F[$_] =~ /^[\" \\r]*$/; $v[$_] = $F[$_] }", cells);
    return strlen(cells) + 1 < sizeof cells && n > 0 ? logreg__cells_command(room, &what, csv) : room;
}

logreg_status logreg__merged_check(logreg_frame *frame, const logreg__csv *csv)
{
    size_t rows = frame->n_rows, j = 0;
    while (j < frame->n_columns && !(stands_once(&frame->column[j], rows) && logreg__begins_groups(frame, j)))
        j++;
    if (j == frame->n_columns)
        return LOGREG_OK;
    logreg__column *c = &frame->column[j];
    char command[LOGREG__COMMAND], sentence[LOGREG_MESSAGE_SIZE], word[LOGREG__COLUMN_WORD];
    bool whole = *fill_down(command, frame, c, csv);
    snprintf(sentence, sizeof sentence,
             "%s:%zu:%zu '%.80s': %zu of %zu cells are empty, below values that stand once each, as merged "
             "cells are exported. Fill them "
             "down%s%s, or, if they are missing, use --categorical %s",
             csv->file, logreg__frame_line(frame, 1), j + 1 + c->n_left_out, c->name, c->n_missing, rows,
             whole ? ", " : "", command, logreg__show_column(word, c->name));
    free(c->doubt);
    c->doubt = logreg__copy(sentence);
    c->ways = 0;
    c->sparse = true;
    return c->doubt ? LOGREG_OK : logreg__fail_memory(csv->err);
}
