/* Answers in words among 0 and 1. */
#include "csv/categories/answered.h"
#include "csv/mending/command.h"
#include "csv/mending/rewrite.h"
#include "csv/categories/surplus.h"

#include <math.h>
#include <string.h>

#include "base/error.h"
#include "data/answers.h"

logreg_status logreg__answers_fault(const logreg_frame *frame, size_t j, const logreg__strays *strays,
                                    const logreg__tally *tally, const logreg__csv *csv)
{
    enum { LABELS = 2 + LOGREG__STRAY_KINDS };
    const logreg__column *c = &frame->column[j];
    const char *zero = "0", *one = "1", *text[LOGREG__STRAY_KINDS];
    char *label[LABELS] = {(char *)zero, (char *)one};
    int side[LABELS];
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
        bool mark[LOGREG__STRAY_KINDS];
        for (size_t i = 0; i < n; i++)
            mark[i] = side[i + 2] == k;
        whole = whole &&
                logreg__cell_rewrite(&program, label + 2, mark, n, k ? one : zero, csv->options.delimiter);
    }
    if (!logreg__column_command(command, NULL, &program, whole, j, csv))
        return logreg__fail_memory(csv->err);
    return logreg__fail(
        csv->err, LOGREG_EDATA,
        "%s:%zu:%zu '%s': '%s' is an answer in words, where others are 0 and 1 (%zu of %zu values). "
        "Write all in one way%s%s, or use --categorical %s",
        csv->file, logreg__strays_line(strays), j + 1, logreg__show(shown, c->name, strlen(c->name)), text[0],
        tally->strays, tally->numbers + tally->strays, *command ? ", " : "", command,
        logreg__show_column(word, c->name));
}
