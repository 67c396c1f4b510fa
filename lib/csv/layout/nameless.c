/* Columns that the header gives no name. Delimiters that end each line, and margins of spreadsheets, make columns that have no
 * values either: these are nothing, and go. A column with values needs a name. */
#include "csv/mending/command.h"
#include "csv/header.h"
#include "csv/layout/legend.h"
#include "csv/mending/plan.h"

#include <stdlib.h>

#include "base/error.h"
#include "base/memory.h"
#include "data/role.h"

/* ---- The header -------------------------------------------------------------------------------------------- */

static logreg_status fail_above(const logreg__cell *cell, size_t n, size_t nameless, const logreg__csv *csv)
{
    bool below = csv->table_line != SIZE_MAX && csv->table_line > cell->line;
    logreg__stage stage = {LOGREG__STAGE_ABOVE, below ? csv->table_line : cell->line + 1, 0};
    char what[400];
    snprintf(what, sizeof what, "%.200s:%zu: %zu of %zu columns have no name", csv->file, cell->line,
             nameless, n);
    return logreg__fail_stages(csv, &stage, 1, what,
                               "; if the header stands further down, take out what is above it: ", "");
}

/* The other way: the first line names the columns, and what follows says more of them. */
static void write_explained(char *room, size_t size, const logreg__csv *csv)
{
    char command[LOGREG__COMMAND];
    size_t line = csv->header_line, last = csv->table_line;
    if (line + 1 == last)
        snprintf(room, size, "; if line %zu names the columns and line %zu tells more of them: %s", line,
                 last, logreg__command(command, csv, "sed %zud", logreg__stages_line(csv, last)));
    else
        snprintf(room, size, "; if line %zu names the columns and lines %zu to %zu tell more of them: %s",
                 line, line + 1, last,
                 logreg__command(command, csv, "sed %zu,%zud", logreg__stages_line(csv, line + 1),
                                 logreg__stages_line(csv, last)));
}

static logreg_status fail_preamble(const logreg__csv *csv)
{
    logreg__stage stage = {LOGREG__STAGE_ABOVE, csv->table_line, 0};
    char what[400], tail[LOGREG__COMMAND + 80] = "";
    snprintf(what, sizeof what,
             "%.200s:%zu: the header %s in this line, below lines that are no part of the table", csv->file,
             csv->table_line, csv->title ? "seems to stand" : "stands");
    if (csv->title)
        write_explained(tail, sizeof tail, csv);
    return logreg__fail_stages(csv, &stage, 1, what, "; take out what is above it: ", tail);
}

/* The line names groups. */
static logreg_status fail_groups(size_t line, const logreg__csv *csv)
{
    bool join = csv->groups == LOGREG__GROUPS_JOINED;
    logreg__stage stage[] = {{join ? LOGREG__STAGE_JOIN : LOGREG__STAGE_ABOVE, join ? line : line + 1, 0},
                             {LOGREG__STAGE_LINES, line + 2, line + 2}};
    char what[400], rows[80] = "";
    if (csv->index)
        snprintf(rows, sizeof rows, ", and line %zu the rows", line + 2);
    snprintf(what, sizeof what,
             "%.200s:%zu: this line names groups of columns, and the next one each column%s", csv->file, line,
             rows);
    return logreg__fail_stages(csv, stage, csv->index ? 2 : 1, what,
                               join         ? "; make one name of both: "
                               : csv->index ? "; take both out: "
                                            : "; take it out: ",
                               "");
}

logreg_status logreg__nameless_check(const logreg__cell *cell, size_t n, const logreg__csv *csv)
{
    size_t nameless = 0;
    if (csv->groups)
        return fail_groups(cell->line, csv);
    for (size_t j = 0; j < n; j++)
        nameless += logreg__cell_trim(cell[j]).n == 0;
    bool table_here = csv->table_line == cell->line;
    bool below = csv->table_line != SIZE_MAX && csv->table_line > cell->line;
    bool wider = below && csv->table_fields > n + 1;
    if (nameless == n || (nameless > n / 2 && !table_here) || (nameless && wider))
        return fail_above(cell, n, nameless, csv);
    return csv->preamble && n > 1 ? fail_preamble(csv) : LOGREG_OK;
}

size_t logreg__nameless_end(const logreg__cell *cell, size_t n, const logreg__csv *csv)
{
    size_t named = n;
    while (named && !logreg__cell_trim(cell[named - 1]).n)
        named--;
    return csv->options.header && csv->table_fields > 1 && csv->table_fields >= named && csv->table_fields < n
               ? csv->table_fields
               : n;
}

size_t logreg__nameless_left(const logreg__row *row, size_t width, size_t unnamed)
{
    size_t n = row->n;
    while (n > width && row->n <= width + unnamed && !logreg__cell_trim(row->cell[n - 1]).n)
        n--;
    return n;
}

/* ---- The whole table --------------------------------------------------------------------------------------- */

static logreg_status fail_first(const logreg__csv *csv)
{
    logreg__stage stage = {LOGREG__STAGE_ROW, 0, 0};
    char what[400];
    snprintf(what, sizeof what, "%.200s:%zu:1: column 1 has no name", csv->file, csv->header_line);
    return logreg__fail_stages(csv, &stage, 1, what,
                               "; if it numbers the rows, as R and pandas write them, give it one, ",
                               ", and use --exclude row");
}

bool logreg__nameless_count(logreg_frame *frame, const logreg__csv *csv)
{
    static const char name[] = "row";
    logreg__column *c = frame->column;
    bool counts = csv->options.header && frame->n_columns > 1 && !*c->name && c->kind == LOGREG_NUMERIC &&
                  frame->n_rows && logreg__counts_on(c, frame->n_rows);
    double first = counts ? logreg__column_number(c, 0) : -1;
    counts = first == 0 || first == 1;
    for (size_t j = 1; j < frame->n_columns && counts; j++)
        counts = strcmp(frame->column[j].name, name) != 0;
    if (!counts)
        return true;
    char *copy = logreg__copy(name);
    if (!copy)
        return false;
    free(c->name);
    c->name = copy;
    c->aside = true;
    return logreg__frame_note(
        frame,
        "%s: column 1 has no name and counts the rows from %g on, as R and pandas write "
        "it; it is called row, and left out unless it is named",
        csv->file, first);
}

/* Fewer rows prove nothing. */
enum { FEW_ROWS = 12 };

/* The first of the last columns that have no name, and values in few rows: a legend, or remarks. The number of columns: there are none. */
static size_t find_side(const logreg_frame *frame)
{
    size_t n = frame->n_columns, side = n;
    bool values = false;
    while (side && !*frame->column[side - 1].name && 2 * frame->column[side - 1].n_missing > frame->n_rows)
        values = frame->column[--side].n_missing < frame->n_rows || values;
    return frame->n_rows < FEW_ROWS || !values ? n : side;
}

enum { ROOM = 500 };

logreg_status logreg__nameless_side(const logreg_frame *frame, const logreg__csv *csv)
{
    size_t side = find_side(frame), row = 0, field = side;
    if (side == frame->n_columns || !side || !csv->options.header)
        return LOGREG_OK;
    while (frame->column[field].n_missing == frame->n_rows)
        field++;
    while (logreg__cell_is_missing(&frame->column[field], row))
        row++;
    logreg__stage stage = {LOGREG__STAGE_SIDE, side, 0};
    logreg__text codes = {0};
    logreg__legend_tell(&codes, frame, side);
    if (codes.failed) {
        free(codes.start);
        return logreg__fail_memory(csv->err);
    }
    bool told = codes.length && codes.length < ROOM; /* half an option is none */
    char what[400 + ROOM];
    snprintf(what, sizeof what,
             "%.200s:%zu:%zu: a few rows hold something beside the table, where columns have no name%s%s",
             csv->file, logreg__frame_line(frame, row), field + 1, told ? ": it seems to explain " : "",
             told ? codes.start : "");
    free(codes.start);
    return logreg__fail_stages(csv, &stage, 1, what, "; cut that off: ", "");
}

static logreg_status fail_nameless(const logreg_frame *frame, size_t first, size_t count,
                                   const logreg__csv *csv)
{
    static const logreg__cells name = {
        .header = "for (0..$#F) { $F[$_] = \"V\" . ($_ + 1) if $F[$_] =~ /^[\"\\r ]*$/ }"};
    char command[LOGREG__COMMAND], more[64] = "", values[40];
    size_t n = frame->n_rows - frame->column[first].n_missing;
    snprintf(values, sizeof values, n == 1 ? "a value" : "%zu values", n);
    if (count > 1)
        snprintf(more, sizeof more, " (%zu such columns)", count);
    return logreg__fail(csv->err, LOGREG_EDATA,
                        "%s:%zu:%zu: column %zu has %s, but no name%s; give it one in the header: %s",
                        csv->file, csv->header_line, first + 1, first + 1, values, more,
                        logreg__cells_command(command, &name, csv));
}

logreg_status logreg__nameless_drop(logreg_frame *frame, const logreg__csv *csv)
{
    size_t n = frame->n_columns, first = n, count = 0, kept = 0;
    logreg_status status = logreg__nameless_side(frame, csv);
    if (status != LOGREG_OK)
        return status;
    for (size_t j = n; j-- > 0;)
        if (!*frame->column[j].name && frame->column[j].n_missing < frame->n_rows) {
            first = j;
            count++;
        }
    if (count)
        return count == 1 && first == 0 ? fail_first(csv) : fail_nameless(frame, first, count, csv);
    for (size_t j = 0; j < n; j++) {
        logreg__column *c = &frame->column[j];
        if (*c->name) {
            c->n_left_out = j - kept;
            if (frame->verbatim) {
                logreg__verbatim *cells = frame->verbatim[j];
                frame->verbatim[j] = frame->verbatim[kept];
                frame->verbatim[kept] = cells;
            }
            frame->column[kept++] = *c;
        } else {
            logreg__column_clear(c, frame->n_rows);
        }
    }
    frame->n_columns = kept;
    while (frame->n_verbatim > kept)
        logreg__verbatim_free(frame->verbatim[--frame->n_verbatim]);
    return LOGREG_OK;
}
