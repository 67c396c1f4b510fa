#include "csv/layout/misplaced.h"
#include "csv/columns_held.h"
#include "csv/mending/command.h"
#include "csv/mending/plan.h"

#include <string.h>

#include "base/error.h"
#include "base/number.h"
#include "data/frame.h"

/* Is the name of a category one of its levels, as that of a row of data is? */
static bool names_are_data(const logreg_frame *frame)
{
    for (size_t j = 0; j < frame->n_columns; j++)
        for (size_t l = 0; frame->column[j].kind == LOGREG_CATEGORY && l < frame->column[j].n_levels; l++)
            if (strcmp(frame->column[j].levels[l], frame->column[j].name) == 0)
                return true;
    return false;
}

/* The line of the one text in each column of numbers; 0: there is no such line. */
static size_t find_line(const logreg__csv_columns *columns, const logreg_frame *frame)
{
    const logreg_csv_options *o = &columns->csv->options;
    const char *text = "";
    size_t line = 0;
    double x;
    for (size_t j = 0; j < frame->n_columns; j++) {
        const logreg__column *c = &frame->column[j];
        const logreg__strays *strays = columns->column[j].strays;
        if (c->kind != LOGREG_NUMERIC)
            continue;
        if (!strays || strays->count != 1 || (line && strays->first.line != line) ||
            (o->header && !logreg__number_parse(&x, c->name, strlen(c->name), o->decimal)))
            return 0;
        if (strcmp(strays->first.text, text) == 0)
            return 0; /* "n/a" in all of them */
        line = strays->first.line;
        text = strays->first.text;
    }
    return line;
}

/* Has each category a level there that no other row has? */
static bool stands_apart(const logreg_frame *frame, size_t row)
{
    for (size_t j = 0; j < frame->n_columns; j++) {
        const logreg__column *c = &frame->column[j];
        if (c->kind != LOGREG_CATEGORY)
            continue;
        if (logreg__cell_is_missing(c, row))
            return false;
        for (size_t i = 0; i < frame->n_rows; i++)
            if (i != row && logreg__column_code(c, i) == logreg__column_code(c, row))
                return false;
    }
    return true;
}

logreg_status logreg__misplaced_check(const logreg__csv_columns *columns, const logreg_frame *frame)
{
    const logreg__csv *csv = columns->csv;
    char command[LOGREG__COMMAND];
    bool sought = csv->options.header ? !csv->options.header_sure && names_are_data(frame)
                                      : csv->plan && csv->plan->headless;
    size_t line = sought ? find_line(columns, frame) : 0, row = 0;
    while (line && row < frame->n_rows && logreg__frame_line(frame, row) < line)
        row++;
    if (!line || !row || row == frame->n_rows || frame->n_columns < 2 || !stands_apart(frame, row))
        return LOGREG_OK;
    if (csv->plan)
        csv->plan->headless = false;
    return logreg__fail(
        csv->err, LOGREG_EDATA,
        "%s:%zu: this line holds names, and all others values: the header, as where a sheet was "
        "sorted with it; put it on top: %s",
        csv->file, line,
        logreg__command(command, csv, "perl -lne '%spush @l, $_; END { print for splice(@l, %zu, 1), @l }'",
                        csv->mark ? "s/^\\xef\\xbb\\xbf//; " : "", logreg__stages_line(csv, line) - 1));
}
