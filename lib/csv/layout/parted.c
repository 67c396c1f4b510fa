/* Lines whose cells another mark parts than those of most: a header, as where a program replaced it in the rows alone; or the rows of one of two
 * exports that were joined. */
#include "csv/layout/parted.h"
#include "csv/mending/command.h"

#include <string.h>

#include "base/number.h"

static const char marks[] = ",;\t|";

/* What a line has in common with the others where a mark parts it. */
typedef struct {
    size_t cells, numbers;
    bool empty, digit; /* a cell is empty, or begins with a digit, as no name does */
} sight;

static sight look(const char *text, size_t n, char mark, char decimal)
{
    sight s = {.cells = 0};
    double x;
    for (const char *end = text + n, *stop; text <= end; text = stop + 1) {
        stop = memchr(text, mark, (size_t)(end - text));
        stop = stop ? stop : end;
        logreg__cell cell = logreg__cell_trim((logreg__cell){text, (size_t)(stop - text), 0});
        s.cells++;
        s.numbers += logreg__number_parse(&x, cell.text, cell.n, decimal);
        s.empty = s.empty || !cell.n;
        s.digit = s.digit || (cell.n && *cell.text >= '0' && *cell.text <= '9');
    }
    return s;
}

/* Are these the names of a table of so many columns? */
static bool are_names(const char *line, char mark, size_t width, const logreg__csv *csv)
{
    sight s = look(line, strlen(line), mark, csv->options.decimal);
    return s.cells == width && !s.empty && !s.digit;
}

static bool begins_with(const logreg__cell *cell, const char *name, char mark)
{
    size_t n = strlen(name);
    return cell->n > n && memcmp(cell->text, name, n) == 0 && cell->text[n] == mark;
}

/* Is the one cell of a row as many of the table's where that mark parts it: with numbers, or the header once more? */
static bool is_row(const logreg__cell *cell, char mark, size_t width, const char *first_name, char decimal)
{
    sight s = look(cell->text, cell->n, mark, mark == decimal ? '.' : decimal);
    return s.cells == width &&
           (s.numbers == width || (width > 2 && (s.numbers || begins_with(cell, first_name, mark))));
}

bool logreg__row_holds_number(const logreg__row *row, const logreg__csv *csv)
{
    double x;
    for (size_t j = 0; j < row->n; j++)
        if (logreg__number_parse(&x, row->cell[j].text, row->cell[j].n, csv->options.decimal))
            return true;
    return false;
}

bool logreg__parted_fail(logreg_status *status, const logreg__row *row, size_t width, size_t rows,
                         const char *first_name, const logreg__csv *csv)
{
    char what[400], other[4], own[4];
    const char *mark = marks;
    bool header =
        width == 1 && row->n > 1 && csv->options.header && (rows || logreg__row_holds_number(row, csv));
    if (!header && (row->n != 1 || width < 2 || !rows))
        return false;
    while (*mark && (*mark == csv->options.delimiter ||
                     !(header ? are_names(first_name, *mark, row->n, csv)
                              : is_row(row->cell, *mark, width, first_name, csv->options.decimal))))
        mark++;
    if (!*mark)
        return false;
    logreg__stage stage = {LOGREG__STAGE_PARTED, (size_t)*mark, header ? row->n : width};
    snprintf(other, sizeof other, *mark == '\t' ? "\\t" : "%c", *mark);
    snprintf(own, sizeof own, csv->options.delimiter == '\t' ? "\\t" : "%c", csv->options.delimiter);
    if (header)
        snprintf(what, sizeof what, "%.200s:%zu: '%s' parts the names here, and '%s' the cells of the rows",
                 csv->file, csv->header_line, other, own);
    else
        snprintf(what, sizeof what, "%.200s:%zu: '%s' parts the cells of this row, and '%s' those above",
                 csv->file, row->line, other, own);
    *status = logreg__fail_stages(csv, &stage, 1, what,
                                  header ? "; write it in both: " : "; write one everywhere: ", "");
    return true;
}

size_t logreg__parted_cells(logreg__cell *cell, const logreg__row *row, const logreg__stage *stage)
{
    const char *text = row->n == 1 ? row->cell->text : "", *end = text + (row->n == 1 ? row->cell->n : 0);
    size_t n = 1;
    for (const char *p = text; p < end; p++)
        n += *p == (char)stage->a;
    if (n != stage->b)
        return 0;
    for (size_t j = 0; j < n; j++) {
        const char *stop = memchr(text, (char)stage->a, (size_t)(end - text));
        stop = stop ? stop : end;
        cell[j] = (logreg__cell){text, (size_t)(stop - text), row->cell->line};
        text = stop + 1;
    }
    return n;
}

const char *logreg__parted_piece(char room[LOGREG__COMMAND], const logreg__stage *stage,
                                 const logreg__csv *csv)
{
    char other[8], own[8];
    logreg__delimiter_perl(other, (char)stage->a);
    logreg__delimiter_perl(own, csv->options.delimiter);
    snprintf(room, LOGREG__COMMAND, "perl -pe 's/%s/%s/g if !/%s/ && tr/%s// == %zu'", other, own, own, other,
             stage->b - 1);
    return room;
}
