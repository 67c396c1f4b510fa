#include "csv/layout/shifted.h"
#include "csv/cell.h"
#include "csv/mending/command.h"
#include "csv/mending/plan.h"

#include <ctype.h>
#include <math.h>
#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/number.h"
#include "data/frame.h"

/* Rows that are told; how many others there have to be, so that there is something to fit, and how many rows to one that is shifted. */
enum { LINES = 6, OTHERS = 8, SHARE = 10, ROOM = 64 };

/* So many columns behind and rows tell, and cost no more than reading them. */
enum { BEHIND = 32, LOOKS = 1000 };

/* What the cells of a column are in all rows but those in question. */
typedef struct {
    const logreg__column *column;
    double low, high; /* of numbers; low above high: there are none */
} likeness;

/* Of the columns behind. */
static size_t end_of(const logreg_frame *frame, size_t column)
{
    size_t n = frame->n_columns;
    return n - column > BEHIND ? column + 1 + BEHIND : n;
}

/* May a row be one in question: is the cell what the text in the line is? Texts among numbers are missing. */
static bool is_sought(const logreg__column *c, size_t row, size_t first)
{
    return c->kind == LOGREG_NUMERIC ? isnan(logreg__column_number(c, row))
                                     : logreg__column_code(c, row) == logreg__column_code(c, first);
}

static likeness look_at(const logreg_frame *frame, size_t j, size_t column, size_t first)
{
    const logreg__column *c = &frame->column[j];
    likeness l = {.column = c, .low = 1};
    size_t n = 0;
    for (size_t r = 0; r < frame->n_rows; r++) {
        if (c->kind != LOGREG_NUMERIC || is_sought(&frame->column[column], r, first) ||
            logreg__cell_is_missing(c, r))
            continue;
        double x = logreg__column_number(c, r);
        l.low = n ? fmin(l.low, x) : x;
        l.high = n ? fmax(l.high, x) : x;
        n++;
    }
    return l;
}

/* The same but for which digits they are. */
static bool alike(const char *a, const char *b)
{
    bool digits = false;
    for (; *a && *b; a++, b++) {
        bool digit = isdigit((unsigned char)*a) && isdigit((unsigned char)*b);
        if (!digit && *a != *b)
            return false;
        digits = digits || digit;
    }
    return digits && !*a && !*b;
}

/* The rows in question: where the column has the text that this row has. */
typedef struct {
    const logreg_frame *frame;
    size_t column, first;
} question;

/* Has a row that is not in question the level? */
static bool stands_elsewhere(const question *q, const logreg__column *c, size_t level)
{
    for (size_t r = 0; r < q->frame->n_rows; r++)
        if (logreg__column_code(c, r) == level && !is_sought(&q->frame->column[q->column], r, q->first))
            return true;
    return false;
}

/* Is the cell in the row as those that the column has in other rows? spread: how far beyond their range, in widths of it. */
static bool fits(const likeness *to, const logreg__column *from, size_t row, double spread, char decimal,
                 const question *q)
{
    double x = (double)NAN;
    char number[ROOM];
    const char *text = number;
    if (from->kind == LOGREG_NUMERIC) {
        x = logreg__column_number(from, row);
        snprintf(number, sizeof number, "%.15g", x);
    } else {
        text = from->levels[logreg__column_code(from, row)];
        if (!logreg__number_parse(&x, text, strlen(text), decimal))
            x = (double)NAN;
    }
    double beyond = spread * (to->high - to->low);
    if (to->column->kind == LOGREG_NUMERIC)
        return x >= to->low - beyond && x <= to->high + beyond;
    for (size_t l = 0; l < to->column->n_levels; l++) {
        const char *level = to->column->levels[l];
        if ((strcmp(level, text) == 0 || alike(level, text)) && stands_elsewhere(q, to->column, l))
            return true;
    }
    return false;
}

/* What the row's cells behind the column say. */
typedef struct {
    size_t cells, strange; /* that are not missing; of these, such as do not fit their own column */
    bool left;             /* all fit the column to the left */
} behind;

static behind look_behind(const question *q, size_t row, const likeness *l, char decimal)
{
    behind b = {.left = true};
    for (size_t j = q->column + 1; j < end_of(q->frame, q->column) && b.left; j++) {
        const logreg__column *c = &q->frame->column[j];
        if (logreg__cell_is_missing(c, row))
            continue;
        b.cells++;
        b.left = fits(&l[j - 1], c, row, 0.1, decimal, q);
        b.strange += !fits(&l[j], c, row, c->kind == LOGREG_NUMERIC ? 0.5 : 0, decimal, q);
    }
    return b;
}

/* Does the next cell say the same, as of two questions that were answered alike? */
static bool says_so_again(const logreg_frame *frame, size_t column, size_t row, const char *text)
{
    const logreg__column *next = &frame->column[column + 1];
    return column + 1 < frame->n_columns && next->kind == LOGREG_CATEGORY &&
           !logreg__cell_is_missing(next, row) &&
           strcmp(next->levels[logreg__column_code(next, row)], text) == 0;
}

/* Two cells that are strange where they stand, or several of which one is. */
static bool is_shifted(const behind *b)
{
    return b->left && b->strange && b->cells > 1 && (b->cells > 2 || b->strange == b->cells);
}

static bool some_missing(const logreg_frame *frame)
{
    size_t j = 0;
    while (j < frame->n_columns && !frame->column[j].n_missing)
        j++;
    return j < frame->n_columns;
}

/* "line 55 seems shifted", with the others of the lines. */
static logreg_status tell(const logreg_frame *frame, size_t column, const size_t *line, size_t n,
                          const char *text, const logreg__csv *csv)
{
    char command[LOGREG__COMMAND], statements[400], where[LINES * 30] = "", others[LINES * 24 + 20] = "",
                                                                  name[LOGREG__SHOWN],
                                                                  word[LOGREG__COLUMN_WORD],
                                                                  na[LOGREG__NA_VALUES];
    const char *of = frame->column[column].name;
    size_t used = 0, told = 0;
    for (size_t i = 0; i < n && i < LINES; i++) {
        used += (size_t)snprintf(where + used, sizeof where - used, "%s$. == %zu", i ? " || " : "",
                                 logreg__stages_line(csv, line[i]));
        if (i)
            told += (size_t)snprintf(others + told, sizeof others - told, "%s%zu",
                                     i > 1   ? ", "
                                     : n > 2 ? " (so do lines "
                                             : " (so does line ",
                                     line[i]);
    }
    if (n > 1)
        snprintf(others + told, sizeof others - told, "%s)", n > LINES ? ", .." : "");
    snprintf(statements, sizeof statements,
             "if (%s) { splice @F, %zu, 2, \"\\\"\" . (join(\"%c\", @F[%zu,%zu]) =~ tr/\"//dr) . \"\\\"\"; "
             "$F[-1] =~ s/(\\r?)$/%c$1/ }",
             where, column - 1, csv->options.delimiter, column - 1, column, csv->options.delimiter);
    logreg__cells_command(command, &(logreg__cells){.rows = statements}, csv);
    bool way = *command && n <= LINES && strchr(",;", csv->options.delimiter);
    return logreg__fail(csv->err, LOGREG_EDATA,
                        "%s:%zu:%zu '%s': '%s' does not fit the column, and what stands behind it fits the "
                        "columns to the left: line "
                        "%zu seems shifted by one cell from column %zu on%s: an unquoted %s? "
                        "If it is not, use --na-values %s, or --categorical %s. %s%s",
                        csv->file, *line, column + 1, logreg__show(name, of, strlen(of)), text, *line,
                        column + 1, others, csv->options.delimiter == ',' ? "comma" : "delimiter",
                        logreg__na_values(na, csv, csv->na_given || some_missing(frame), &text, &of, 1, false),
                        logreg__show_column(word, of),
                        way ? "Join what it parts, which leaves the last cell empty, as it was lost: "
                            : "Put in quotes what it parts",
                        way ? command : "");
}

logreg_status logreg__shifted_check(const logreg_frame *frame, size_t column, size_t line, const char *text,
                                    const logreg__csv *csv)
{
    size_t first = 0, lines[LINES], n = 0, looks = 0, rows = frame->n_rows;
    const logreg__column *c = &frame->column[column];
    while (first < rows && logreg__frame_line(frame, first) < line)
        first++;
    if (!column || first == rows || logreg__frame_line(frame, first) != line || rows < OTHERS + 1 ||
        (c->kind == LOGREG_CATEGORY && logreg__cell_is_missing(c, first)) ||
        says_so_again(frame, column, first, text))
        return LOGREG_OK;
    const question q = {.frame = frame, .column = column, .first = first};
    likeness *l = logreg__new(frame->n_columns, sizeof *l);
    if (!l)
        return logreg__fail_memory(csv->err);
    for (size_t j = column; j < end_of(frame, column); j++)
        l[j] = look_at(frame, j, column, first);
    for (size_t r = first; r < rows && looks < LOOKS; r++) {
        behind b = {.left = false};
        if (is_sought(c, r, first) && ++looks)
            b = look_behind(&q, r, l, csv->options.decimal);
        if (r == first && !is_shifted(&b))
            break;
        if (is_shifted(&b)) {
            if (n < LINES)
                lines[n] = logreg__frame_line(frame, r);
            n++;
        }
    }
    free(l);
    return n && SHARE * n <= rows ? tell(frame, column, lines, n, text, csv) : LOGREG_OK;
}
