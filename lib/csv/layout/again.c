#include "csv/layout/again.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/number.h"

/* Fewer rows above prove nothing, unless all names are there. Wider tables are not joined by hand. */
enum { FEW_ROWS = 3, WIDEST = 4096 };

/* ---- Names ------------------------------------------------------------------------------------------------- */

int logreg__again_small(char c)
{
    return c >= 'A' && c <= 'Z' ? c + 'a' - 'A' : (unsigned char)c;
}

static int compare(const char *a, size_t n, const char *b, size_t m)
{
    for (size_t i = 0; i < n && i < m; i++)
        if (logreg__again_small(a[i]) != logreg__again_small(b[i]))
            return logreg__again_small(a[i]) - logreg__again_small(b[i]);
    return (n > m) - (n < m);
}

static int by_name(const void *a, const void *b)
{
    const logreg__known_name *x = a, *y = b;
    return compare(x->text, x->n, y->text, y->n);
}

static bool is_word(const char *text, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (!strchr("0123456789 .,+-", text[i]))
            return true;
    return false;
}

static bool start(logreg__again *again, size_t width)
{
    again->width = width;
    again->name = logreg__new(width, sizeof *again->name);
    again->from = logreg__new(width, sizeof *again->from);
    return again->name && again->from;
}

static void add_name(logreg__again *again, const char *name, size_t column)
{
    size_t n = strlen(name);
    if (!n)
        return;
    bool word = is_word(name, n);
    again->name[again->n++] = (logreg__known_name){.text = name, .n = n, .column = column, .word = word};
    again->words += word;
    again->begins[logreg__again_small(*name)] = again->begins[toupper(logreg__again_small(*name))] = true;
}

/* Names that differ in capitals alone tell nothing. */
static void sort(logreg__again *again)
{
    if (again->n)
        qsort(again->name, again->n, sizeof *again->name, by_name);
    for (size_t i = 1; i < again->n; i++)
        if (by_name(&again->name[i - 1], &again->name[i]) == 0)
            again->values = true;
}

bool logreg__again_start(logreg__again *again, logreg__csv_columns *columns)
{
    size_t width = logreg__csv_columns_count(columns);
    if (!start(again, width))
        return false;
    again->columns = columns;
    for (size_t j = 0; j < width && width <= WIDEST; j++)
        add_name(again, logreg__csv_columns_name(columns, j), j);
    sort(again);
    return true;
}

void logreg__again_clear(logreg__again *again)
{
    free(again->name);
    free(again->from);
    *again = (logreg__again){0};
}

/* ---- Rows that are a header -------------------------------------------------------------------------------- */

logreg__cell logreg__again_cell(const logreg__cell *cell)
{
    logreg__cell trimmed = logreg__cell_trim(*cell);
    size_t mark = trimmed.n > 3 && memcmp(trimmed.text, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
    return (logreg__cell){trimmed.text + mark, trimmed.n - mark, trimmed.line};
}

static logreg__known_name *find(const logreg__again *again, const char *text, size_t n)
{
    if (!n || !again->begins[(unsigned char)*text])
        return NULL;
    for (size_t low = 0, high = again->n; low < high;) {
        size_t mid = (low + high) / 2;
        logreg__known_name *name = &again->name[mid];
        int order = compare(text, n, name->text, name->n);
        if (!order)
            return name;
        *(order < 0 ? &high : &low) = order < 0 ? mid : mid + 1;
    }
    return NULL;
}

logreg__known_name *logreg__again_find(const logreg__again *again, const logreg__cell *cell,
                                       const logreg__plan *plan)
{
    logreg__known_name *name = find(again, cell->text, cell->n);
    if (!name && *plan->alias && compare(cell->text, cell->n, plan->alias, strlen(plan->alias)) == 0)
        name = find(again, plan->aliased, strlen(plan->aliased));
    return name;
}

/* A row: how many different names are in it, words alone, and how many cells hold anything else. */
typedef struct {
    size_t names, others;
    bool any; /* names, numbers too */
} sight;

/* Do half of the cells or more begin as names do? Costs next to nothing, since rows of data hold numbers. */
static bool may_be_header(const logreg__again *again, const logreg__row *row)
{
    size_t others = 0;
    for (size_t k = 0; k < row->n && 2 * others <= row->n; k++) {
        unsigned char first = row->cell[k].n ? (unsigned char)*row->cell[k].text : ' ';
        others += !again->begins[first] && first != 0xef && !logreg__is_blank((char)first);
    }
    return 2 * others <= row->n;
}

static sight look(logreg__again *again, const logreg__row *row, const logreg__csv *csv)
{
    sight s = {.names = 0};
    for (size_t k = 0; k < row->n; k++) {
        logreg__cell cell = logreg__again_cell(&row->cell[k]);
        logreg__known_name *name = logreg__again_find(again, &cell, csv->plan);
        bool counts = name && name->word && !name->seen;
        s.any = s.any || name;
        if (name)
            name->seen = k + 1;
        s.names += counts;
        s.others += cell.n && !counts;
    }
    return s;
}

static void forget(logreg__again *again)
{
    for (size_t i = 0; i < again->n; i++)
        again->name[i].seen = 0;
}

/* Do the names make up most of the row, and most of the header? */
static bool is_header(const sight *s, const logreg__again *again)
{
    return s->names > 1 && s->names > s->others && 2 * s->names > again->words;
}

/* Do the names that are seen stand where the header has them? */
bool logreg__again_in_place(const logreg__again *again)
{
    for (size_t i = 0; i < again->n; i++)
        if (again->name[i].seen && again->name[i].seen != again->name[i].column + 1)
            return false;
    return true;
}

static size_t missing_names(const logreg__again *again)
{
    size_t missing = 0;
    for (size_t i = 0; i < again->n; i++)
        missing += !again->name[i].seen;
    return missing;
}

/* Does a cell hold a number that is no name? Then it is a row of data. */
static bool holds_number(const logreg__again *again, const logreg__row *row, const logreg__csv *csv)
{
    double x;
    for (size_t k = 0; k < row->n; k++) {
        logreg__cell cell = logreg__again_cell(&row->cell[k]);
        if (logreg__number_parse(&x, cell.text, cell.n, csv->options.decimal) &&
            !logreg__again_find(again, &cell, csv->plan))
            return true;
    }
    return false;
}

/* Does a cell that is no name hold what its column, known as a whole, holds in other rows too? Then the names are ticks. */
static bool holds_level(const logreg__again *again, const logreg__row *row, const logreg__csv *csv)
{
    for (size_t k = 0; again->frame && k < row->n; k++) {
        logreg__cell cell = logreg__again_cell(&row->cell[k]);
        size_t times = 0;
        if (!cell.n || logreg__again_find(again, &cell, csv->plan))
            continue;
        for (size_t i = 0; i < again->frame->n_rows && times < 2; i++) {
            const char *label = logreg_frame_label(again->frame, i, k);
            times += label && strcmp(label, row->cell[k].text) == 0;
        }
        if (times > 1)
            return true;
    }
    return false;
}

logreg_status logreg__again_check(logreg__again *again, const logreg__row *row, size_t rows,
                                  const logreg__csv *csv)
{
    if (again->words < 2 || again->values || row->n < 2 || !csv->plan || !may_be_header(again, row))
        return LOGREG_OK;
    sight s = look(again, row, csv);
    logreg_status status = LOGREG_OK;
    bool all = !s.others && !missing_names(again);
    bool place = row->n == again->width && logreg__again_in_place(again), same = all && place;
    bool header = !same && is_header(&s, again) && rows && (all || rows >= FEW_ROWS) &&
                  !holds_number(again, row, csv) && !holds_level(again, row, csv);
    bool later = header && place && again->columns && logreg__csv_columns_texts(again->columns);
    if (header && !later)
        status = logreg__again_fail(again, row, csv);
    else if (!header)
        again->values = s.names && !same;
    if (s.any)
        forget(again);
    return status;
}

logreg_status logreg__again_frame(const logreg_frame *frame, const logreg__csv *csv)
{
    logreg__again again = {.frame = frame};
    logreg__cell *cell = logreg__new(frame->n_columns, sizeof *cell);
    logreg_status status = cell && start(&again, frame->n_columns) ? LOGREG_OK : LOGREG_ENOMEM;
    bool texts = status == LOGREG_OK;
    for (size_t j = 0; j < frame->n_columns && texts; j++) {
        add_name(&again, frame->column[j].name, j);
        texts = frame->column[j].kind == LOGREG_CATEGORY;
    }
    sort(&again);
    for (size_t i = 0; i < frame->n_rows && texts && status == LOGREG_OK && !again.values; i++) {
        const char *first = logreg_frame_label(frame, i, 0);
        if (!first || !find(&again, first, strlen(first)))
            continue;
        logreg__row row = {.cell = cell, .n = frame->n_columns, .line = logreg__frame_line(frame, i)};
        for (size_t j = 0; j < frame->n_columns; j++) {
            const char *label = logreg_frame_label(frame, i, j);
            cell[j] = (logreg__cell){label ? label : "", label ? strlen(label) : 0, row.line};
        }
        status = logreg__again_check(&again, &row, i, csv);
    }
    free(cell);
    logreg__again_clear(&again);
    return status == LOGREG_ENOMEM ? logreg__fail_memory(csv->err) : status;
}

/* ---- Parts of the file ------------------------------------------------------------------------------------- */

bool logreg__again_take(logreg__again *again, const logreg__row *row, const logreg__csv *csv)
{
    sight s = look(again, row, csv);
    bool header = is_header(&s, again);
    for (size_t j = 0; j < again->width && header; j++)
        again->from[j] = SIZE_MAX;
    for (size_t i = 0; i < again->n && header; i++)
        again->from[again->name[i].column] = again->name[i].seen - 1; /* of none SIZE_MAX */
    again->parted = again->parted || header;
    if (s.any)
        forget(again);
    return header;
}

logreg__row logreg__again_row(const logreg__again *again, const logreg__row *row, logreg__cell *cell)
{
    logreg__row ordered = *row;
    if (!again->parted || row->n < 2)
        return ordered;
    for (size_t j = 0; j < again->width; j++)
        cell[j] = again->from[j] < row->n ? row->cell[again->from[j]] : (logreg__cell){"", 0, row->line};
    ordered.cell = cell;
    ordered.n = again->width;
    return ordered;
}
