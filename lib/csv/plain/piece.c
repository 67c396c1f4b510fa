#include <math.h>

#include "base/memory.h"
#include "base/number.h"
#include "base/quick.h"
#include "base/quick_four.h"
#include "base/utf8.h"
#include "csv/plain/plain.h"

/* Ends are looked for this many at a time, more where a row has more; labels beyond these are forgotten. Four cells are no
 * longer read at once, for the rest of a chunk, where that failed in more than a fifth of the rows. */
enum { INDEXED = 1024, LABELS_KEPT = 1 << 16, TRUST = 16, MOST_TRUST = 64, FAILED = 4 };

/* ---- Cells ---- */

static logreg__cell cell_of(const char *text, const char *end)
{
    return logreg__cell_trim((logreg__cell){.text = text, .n = (size_t)(end - text)});
}

/* Only the strict road knows what quotes within a cell mean. */
static bool has_quote(const logreg__cell *cell)
{
    return memchr(cell->text, '"', cell->n);
}

/* Any cell of a column of numbers. False: it is none. */
static bool read_number(double *value, logreg__piece *p, size_t j, const char *text, const char *end)
{
    logreg__cell cell = cell_of(text, end);
    *value = NAN;
    if (has_quote(&cell))
        return false;
    if (logreg__csv_columns_missing(p->columns, j, &cell)) {
        p->empty[j] = p->empty[j] || !cell.n;
        p->says_na = p->says_na || logreg__cell_says_na(&cell);
        return true;
    }
    return logreg__number_parse(value, cell.text, cell.n, p->csv->options.decimal);
}

/* A label that this thread has not met. False: it is for the strict road to judge, or memory is out. Strays need no note
 * here: either the rows that settled the columns held one, or an earlier reading has found text. */
static bool add_label(logreg__piece *p, size_t j, const logreg__cell *cell)
{
    if (logreg__utf8_valid(cell->text, cell->n) < cell->n)
        return false;
    p->starved = !logreg__labels_add(&p->labels[j], cell->text, cell->n);
    return !p->starved;
}

/* Any cell of a category. */
static bool read_label(uint32_t *code, logreg__piece *p, size_t j, const char *text, const char *end)
{
    logreg__cell cell = cell_of(text, end);
    *code = LOGREG__MISSING;
    if (has_quote(&cell))
        return false;
    if (logreg__csv_columns_missing(p->columns, j, &cell)) {
        p->gaps[j] = true;
        p->empty[j] = p->empty[j] || !cell.n;
        p->says_na = p->says_na || logreg__cell_says_na(&cell);
        return true;
    }
    logreg__labels *labels = &p->labels[j];
    *code = logreg__labels_find(labels, cell.text, cell.n);
    if (*code != LOGREG__MISSING)
        return true;
    *code = (uint32_t)labels->n;
    return add_label(p, j, &cell);
}

static inline bool read_cell(logreg__piece *p, size_t j, const char *text, const char *end)
{
    double *column = p->store + j * p->stride;
    if (*text == '"') { /* it may begin the cell */
        if (end - text < 2 || *--end != '"')
            return false;
        text++;
    }
    if (p->category[j]) {
        uint32_t *code = (uint32_t *)column + p->rows;
        *code = logreg__labels_quick(&p->labels[j], text, (size_t)(end - text));
        return *code != LOGREG__MISSING || read_label(code, p, j, text, end);
    }
    bool suspect =
        p->guarded && (p->csv->may_be_na[(unsigned char)*text] || logreg__csv_columns_own(p->columns, j));
    double *value = column + p->rows;
    char mark = p->csv->options.decimal;
    if (!suspect &&
        (logreg__number_quick(value, text, end, mark) || logreg__number_long(value, text, end, mark)))
        return true;
    bool ok = read_number(value, p, j, text, end);
    p->gaps[j] = p->gaps[j] || isnan(*value);
    return ok;
}

/* Four cells from column j on. False: they are to be read one by one. */
static inline bool read_four(logreg__piece *p, size_t j, const char *text, const uint32_t *end)
{
    double value[4];
    if (!logreg__number_four(value, text, end, p->csv->options.decimal)) {
        p->fours[j] = (int8_t)(p->fours[j] - FAILED);
        return false;
    }
    double *to = p->store + j * p->stride + p->rows;
    for (int k = 0; k < 4; k++, to += p->stride)
        *to = value[k];
    p->fours[j] = (int8_t)(p->fours[j] + (p->fours[j] < MOST_TRUST));
    return true;
}

/* ---- Rows ---- */

/* Cell j of a row, without the quotes about it. */
static logreg__cell cell_at(size_t j, const char *text, const uint32_t *end)
{
    const char *begin = text + (uint32_t)(end[(ptrdiff_t)j - 1] + 1), *stop = text + end[j];
    stop -= stop > begin && stop[-1] == '\r';
    bool quoted = *begin == '"' && stop - begin > 1;
    return cell_of(begin + quoted, stop - quoted);
}

/* Has the row cells to be kept as they stand? */
static bool keeps_any(const logreg__piece *p, const char *text, const uint32_t *end)
{
    bool any = false;
    for (size_t j = 0; j < p->n && !any; j++) {
        logreg__cell cell = cell_at(j, text, end);
        any = logreg__csv_columns_keep(p->columns, j, &cell);
    }
    return any;
}

/* A row of cells, number j between text[end[j - 1]] and text[end[j]]. False: it is for the strict road. */
static bool read_row(logreg__piece *p, const char *text, const uint32_t *end)
{
    char delimiter = p->csv->options.delimiter;
    size_t last = p->n - 1;
    for (size_t j = 0; j < last; j++)
        if (text[end[j]] != delimiter)
            return false;
    if (p->keeping && keeps_any(p, text, end))
        return false;
    for (size_t j = 0; j < last;) {
        size_t n = 1;
        if (p->fours[j] > 0) {
            n = 4;
            if (read_four(p, j, text, end + j)) {
                j += n;
                continue;
            }
        }
        for (; n; n--, j++)
            if (!read_cell(p, j, text + (uint32_t)(end[(ptrdiff_t)j - 1] + 1), text + end[j]))
                return false;
    }
    const char *begin = text + (uint32_t)(end[(ptrdiff_t)last - 1] + 1), *stop = text + end[last];
    if (*stop != '\n')
        return false;
    stop -= stop > begin && stop[-1] == '\r';
    bool blank = last == 0 && stop == begin;
    return !blank && read_cell(p, last, begin, stop);
}

/* Counts the cells of a row that has been read which are missing and say NA. */
static void count_na(logreg__piece *p, const char *text, const uint32_t *end)
{
    for (size_t j = 0; j < p->n; j++) {
        logreg__cell cell = cell_at(j, text, end);
        p->na[j] += logreg__cell_says_na(&cell) && logreg__csv_columns_missing(p->columns, j, &cell);
    }
}

/* Makes room for the rows of the chunk, and for one that only begins there. */
static bool make_room(logreg__piece *p, const logreg__chunk *chunk)
{
    if (p->store && p->chunk == chunk->number)
        return true;
    p->chunk = chunk->number;
    p->stride = logreg__count_lines(chunk->text, chunk->n) + 1;
    if (p->stride > SIZE_MAX / sizeof(double) / p->n)
        return false;
    size_t need = p->stride * p->n;
    if (need <= p->store_room)
        return true;
    free(p->store); /* it holds nothing any more, so that it need not be copied */
    p->store = logreg__new_raw(need + need / 8, sizeof *p->store);
    p->store_room = p->store ? need + need / 8 : 0;
    return p->store;
}

/* Cells of four columns may be read at once that hold numbers, the last of a row apart, which may end in CR. */
static void trust(logreg__piece *p)
{
    size_t numbers = 0; /* columns that begin with j */
    bool able = !p->guarded && !p->keeping && logreg__four_able();
    for (size_t j = p->n - 1; j-- > 0;) {
        numbers = p->category[j] ? 0 : numbers + 1;
        p->fours[j] = able && numbers >= 4 ? TRUST : 0;
    }
}

static void forget(logreg__piece *p)
{
    p->rows = 0;
    memset(p->gaps, 0, p->n * sizeof *p->gaps);
    memset(p->empty, 0, p->n * sizeof *p->empty);
    memset(p->na, 0, p->n * sizeof *p->na);
    p->says_na = false;
    trust(p);
    for (size_t j = 0; j < p->n; j++)
        if (p->labels[j].n > LABELS_KEPT)
            logreg__labels_clear(&p->labels[j]);
}

size_t logreg__piece_read(logreg__piece *p, const logreg__chunk *chunk, size_t from)
{
    const char *text = chunk->text;
    forget(p);
    p->starved = !make_room(p, chunk);
    if (p->starved)
        return from;
    logreg__index *x = &p->index;
    *x = (logreg__index){.text = text, .n = chunk->n, .seen = from, .end = x->end};
    size_t used = 0;
    for (;;) {
        if (x->n_ends - used < p->n) { /* no whole row: what has begun of it goes to the front */
            x->n_ends -= used;
            memmove(x->end, x->end + used, x->n_ends * sizeof *x->end);
            used = 0;
            logreg__index_more(x, p->index_room, p->csv->options.delimiter);
            if (x->n_ends < p->n)
                return from;
        }
        x->end[(ptrdiff_t)used - 1] = (uint32_t)(from - 1);
        if (!read_row(p, text, x->end + used))
            return from;
        if (p->says_na)
            count_na(p, text, x->end + used);
        p->says_na = false;
        p->rows++;
        used += p->n;
        from = x->end[used - 1] + 1;
    }
}

/* ---- New and free ---- */

static bool any_number(const logreg_csv_options *options)
{
    for (size_t i = 0; i < options->n_na_values; i++) {
        double x;
        const char *token = options->na_values[i];
        if (logreg__number_parse(&x, token, strlen(token), options->decimal))
            return true;
    }
    return false;
}

bool logreg__piece_start(logreg__piece *p, logreg__csv_columns *columns, const logreg__csv *csv)
{
    size_t n = logreg__csv_columns_count(columns);
    *p = (logreg__piece){.csv = csv, .columns = columns, .n = n};
    p->guarded = logreg__csv_columns_any_own(columns) || any_number(&csv->options);
    p->keeping = csv->options.keep_cells;
    p->index_room = n > INDEXED ? n : INDEXED;
    p->ends = logreg__new_raw(1 + p->index_room + LOGREG__INDEX_SPARE, sizeof *p->ends);
    p->index.end = p->ends ? p->ends + 1 : NULL;
    p->category = logreg__new(n, sizeof *p->category);
    p->gaps = logreg__new(n, sizeof *p->gaps);
    p->empty = logreg__new(n, sizeof *p->empty);
    p->na = logreg__new(n, sizeof *p->na);
    p->fours = logreg__new(n, sizeof *p->fours);
    p->labels = logreg__new(n, sizeof *p->labels);
    if (!p->ends || !p->category || !p->gaps || !p->empty || !p->na || !p->fours || !p->labels) {
        logreg__piece_clear(p);
        return false;
    }
    for (size_t j = 0; j < n; j++)
        p->category[j] = logreg__csv_columns_filling(columns, j)->column.kind == LOGREG_CATEGORY;
    return true;
}

void logreg__piece_clear(logreg__piece *p)
{
    for (size_t j = 0; p->labels && j < p->n; j++)
        logreg__labels_clear(&p->labels[j]);
    free(p->ends);
    free(p->category);
    free(p->gaps);
    free(p->empty);
    free(p->na);
    free(p->fours);
    free(p->labels);
    free(p->store);
    free(p->run);
    *p = (logreg__piece){0};
}
