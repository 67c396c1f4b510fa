#include "csv/layout/numbered.h"
#include "csv/columns_held.h"
#include "csv/mending/plan.h"

#include <math.h>
#include <string.h>

#include "base/error.h"
#include "base/number.h"
#include "data/frame.h"

/* Fewer columns, or rows, prove nothing. */
enum { COLUMNS = 3, BRACKETED = 2, ROWS = 4 };

/* The number that a text is, in brackets or not; NaN: it is none. */
static double number_of(const char *text, bool *brackets)
{
    size_t n = strlen(text);
    double x;
    *brackets = n > 2 && ((*text == '(' && text[n - 1] == ')') || (*text == '[' && text[n - 1] == ']'));
    return logreg__number_parse(&x, text + *brackets, n - 2 * (size_t)*brackets, '.') ? x : (double)NAN;
}

/* That in the first row, in line, of a column. */
static double first_number(const logreg__csv_columns *columns, const logreg_frame *frame, size_t j,
                           size_t line, bool *brackets)
{
    const logreg__column *c = &frame->column[j];
    const logreg__strays *strays = columns->column[j].strays;
    *brackets = false;
    if (!logreg__cell_is_missing(c, 0))
        return c->kind == LOGREG_NUMERIC ? logreg__column_number(c, 0)
                                         : number_of(logreg_frame_label(frame, 0, j), brackets);
    return strays && strays->count == 1 && strays->first.line == line
               ? number_of(strays->first.text, brackets)
               : (double)NAN;
}

/* Does it lie farther from all others of the column than these from one another? */
static bool lies_far(const logreg__column *c, size_t rows)
{
    double first = logreg__column_number(c, 0), low = INFINITY, high = -INFINITY;
    for (size_t r = 1; r < rows; r++) {
        double x = logreg__column_number(c, r);
        low = x < low ? x : low;
        high = x > high ? x : high;
    }
    return first < low - (high - low) || first > high + (high - low);
}

/* Are all others texts? */
static bool stands_among_texts(const logreg__column *c, size_t rows)
{
    bool brackets;
    for (size_t l = 0; l < c->n_levels; l++)
        if (l != logreg__column_code(c, 0) && !isnan(number_of(c->levels[l], &brackets)))
            return false;
    for (size_t r = 1; r < rows; r++)
        if (!logreg__cell_is_missing(c, r) && logreg__column_code(c, r) == logreg__column_code(c, 0))
            return false;
    return c->n_levels > 1;
}

logreg_status logreg__numbered_check(const logreg__csv_columns *columns, const logreg_frame *frame)
{
    const logreg__csv *csv = columns->csv;
    size_t bracketed = 0, line = frame->n_rows ? logreg__frame_line(frame, 0) : 0, n = frame->n_columns;
    double start = NAN;
    bool proof = false, brackets;
    if (!csv->options.header || frame->n_rows < ROWS || n < BRACKETED)
        return LOGREG_OK;
    for (size_t j = 0; j < n; j++) {
        double from =
            first_number(columns, frame, j, line, &brackets) - (double)(j + frame->column[j].n_left_out);
        start = j ? start : from;
        if (!(from == start) || (start != 0 && start != 1))
            return LOGREG_OK;
        bracketed += brackets && frame->column[j].kind == LOGREG_NUMERIC;
    }
    for (size_t j = 0; j < n && !proof && n >= COLUMNS; j++) {
        const logreg__column *c = &frame->column[j];
        proof =
            !logreg__cell_is_missing(c, 0) &&
            (c->kind == LOGREG_CATEGORY ? stands_among_texts(c, frame->n_rows) : lies_far(c, frame->n_rows));
    }
    if (!proof && bracketed < BRACKETED)
        return LOGREG_OK;
    char what[400];
    const logreg__stage stage = {LOGREG__STAGE_LINES, line, line};
    snprintf(what, sizeof what,
             "%.200s:%zu: this row numbers the columns, from %.0f to %.0f, and is none of data", csv->file,
             line, start, start + (double)(n - 1 + frame->column[n - 1].n_left_out));
    return logreg__fail_stages(csv, &stage, 1, what, "; take it out: ", "");
}
