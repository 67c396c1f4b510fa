/* What people put into tables beside the data: dressed numbers, titles, totals. */
#include "data/csv.h"

#include <ctype.h>
#include <math.h>
#include <string.h>
#include <strings.h>

#include "base/error.h"
#include "base/number.h"

/* ---- Numbers with signs ------------------------------------------------------------------------------------ */

/* What may stand around a number, and between its thousands. */
static const char *const around[] = {"$", "\xe2\x82\xac", "\xc2\xa3", "\xc2\xa5", "%", "(", ")",
                                     " ", "\xc2\xa0"};
static const char *const between[] = {"'", " ", "\xc2\xa0", "\xe2\x80\xaf", "\xe2\x80\x99"};

static size_t one_of(const char *text, size_t n, const char *const *list, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        size_t length = strlen(list[i]);
        if (n >= length && memcmp(text, list[i], length) == 0)
            return length;
    }
    return 0;
}

static size_t sign_around(const char *text, size_t n)
{
    return one_of(text, n, around, sizeof around / sizeof *around);
}

/* The mark between thousands that stands here before three digits and no fourth; 0: none. */
static size_t thousands(const char *text, size_t n, char decimal)
{
    char other = decimal == '.' ? ',' : '.';
    size_t length = *text == other ? 1 : one_of(text, n, between, sizeof between / sizeof *between);
    if (!length || n < length + 3)
        return 0;
    for (size_t i = length; i < length + 3; i++)
        if (!isdigit((unsigned char)text[i]))
            return 0;
    return n > length + 3 && isdigit((unsigned char)text[length + 3]) ? 0 : length;
}

bool logreg__cell_dressed(const logreg__cell *cell, char decimal)
{
    char bare[64];
    size_t n = 0, i = 0, last = cell->n;
    while (i < last) {
        size_t skip = sign_around(cell->text + i, last - i);
        bool inside = n && isdigit((unsigned char)bare[n - 1]);
        size_t group = inside ? thousands(cell->text + i, last - i, decimal) : 0;
        i += group ? group : skip;
        if (group || skip)
            continue;
        if (n == sizeof bare)
            return false;
        bare[n++] = cell->text[i++];
    }
    double x;
    return n && n < cell->n && logreg__number_parse(&x, bare, n, decimal);
}

/* ---- Rows that are no data --------------------------------------------------------------------------------- */

/* The way on where a row does not fit the header; "" if there is nothing to say. */
const char *logreg__advice_ragged(char *room, size_t size, const logreg__row *row, size_t header, size_t rows,
                                  const char *first_name, const logreg__csv *csv)
{
    bool comment = *first_name == '#' || (row->cell[0].n && *row->cell[0].text == '#');
    char delimiter = csv->options.delimiter;
    *room = '\0';
    if (comment)
        snprintf(room, size,
                 "; lines that begin with # are read like any other: take them out, "
                 "grep -v '^#' %s",
                 csv->file);
    else if (!csv->options.header)
        return room;
    else if (header > 1 && row->n == header + 1 && rows == 0 && logreg__cell_trim(row->cell[header]).n)
        snprintf(
            room, size,
            "; if rows begin with a name of their own, as R writes them, give that a name in the header: "
            "sed '1s/^/row%s/' %s",
            delimiter == '\t' ? "\\t" : (char[]){delimiter, '\0'}, csv->file);
    else if (row->n > header && header == 1 && rows < 50)
        snprintf(room, size, "; if the header stands in line %zu, take out what is above it: tail -n +%zu %s",
                 row->line, row->line, csv->file);
    return room;
}

const char *logreg__advice_stray(char *room, size_t size, size_t line, size_t count, const logreg__csv *csv)
{
    *room = '\0';
    if (count == 1 && csv->options.header && line == csv->first_line)
        snprintf(room, size, ". If line %zu belongs to the header, take it out: sed %zud %s", line, line,
                 csv->file);
    else if (count == 1 && line == csv->last_line)
        snprintf(room, size, ". If line %zu is no row of data, take it out: sed %zud %s", line, line,
                 csv->file);
    return room;
}

static bool means_total(const char *label)
{
    static const char *const words[] = {"total",  "totals", "grand total", "sum",
                                        "gesamt", "summe",  "overall"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (label && strcasecmp(label, words[i]) == 0)
            return true;
    return false;
}

/* Is the last number the sum of the others? */
static bool ends_with_sum(const logreg_frame *frame, size_t j)
{
    double sum = 0;
    size_t last = frame->n_rows - 1;
    for (size_t r = 0; r < last; r++) {
        double x = logreg__column_number(&frame->column[j], r);
        sum += isnan(x) ? 0 : x;
    }
    double end = logreg__column_number(&frame->column[j], last);
    return sum != 0 && fabs(end - sum) <= 1e-9 * fabs(sum);
}

logreg_status logreg__totals_check(const logreg_frame *frame, const logreg__csv *csv)
{
    for (size_t j = 0; j < frame->n_columns && frame->n_rows > 3; j++) {
        const logreg__column *c = &frame->column[j];
        if (c->kind != LOGREG_CATEGORY || !means_total(logreg_frame_label(frame, frame->n_rows - 1, j)))
            continue;
        for (size_t k = 0; k < frame->n_columns; k++)
            if (frame->column[k].kind == LOGREG_NUMERIC && ends_with_sum(frame, k))
                return logreg__fail(
                    csv->err, LOGREG_EDATA,
                    "%s:%zu:%zu '%.80s': '%.40s' is a row of totals, since column '%.80s' holds the sum of "
                    "the rows above; take it out: sed %zud %s",
                    csv->file, csv->last_line, j + 1, c->name,
                    logreg_frame_label(frame, frame->n_rows - 1, j), frame->column[k].name, csv->last_line,
                    csv->file);
    }
    return LOGREG_OK;
}
