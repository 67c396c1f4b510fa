#include "csv/columns_held.h"
#include "csv/header.h"
#include "csv/keep.h"
#include "csv/numbers/numbers.h"

#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/number.h"
#include "data/settled.h"

/* Rows are held as text until there are enough of them, or this many of their bytes or cells. */
enum { HELD_BYTES = 1 << 20, HELD_CELLS = 1 << 17 };

typedef logreg__csv_column column;

size_t logreg__csv_columns_rows(const logreg__csv_columns *columns)
{
    return columns->rows;
}

size_t logreg__csv_columns_count(const logreg__csv_columns *columns)
{
    return columns->n;
}

bool logreg__csv_columns_decimal(const logreg__csv_columns *columns, size_t j)
{
    const column *c = &columns->column[j];
    return c->filling.column.kind == LOGREG_NUMERIC && c->written & LOGREG__WRITTEN_DECIMAL;
}

bool logreg__csv_columns_settled(const logreg__csv_columns *columns)
{
    return columns->settled;
}

logreg__filling *logreg__csv_columns_filling(logreg__csv_columns *columns, size_t j)
{
    return &columns->column[j].filling;
}

void logreg__csv_columns_extend(logreg__csv_columns *columns, size_t rows)
{
    columns->rows += rows;
}

const char *logreg__csv_columns_name(const logreg__csv_columns *columns, size_t j)
{
    return columns->column[j].name;
}

static void start(logreg__csv_columns *columns, size_t j, logreg_column_kind kind)
{
    logreg__filling_start(&columns->column[j].filling, kind);
    logreg__filling_use(&columns->column[j].filling, &columns->store);
}

/* ---- One cell ---- */

typedef enum { MISSING, NUMBER, STRAY } meaning;

bool logreg__csv_columns_missing(const logreg__csv_columns *columns, size_t j, const logreg__cell *cell)
{
    const logreg__csv *csv = columns->csv;
    return logreg__cell_missing(cell, csv) ||
           (columns->any_own && logreg__own_missing(&columns->own[j], cell, csv->options.decimal));
}

bool logreg__csv_columns_any_own(const logreg__csv_columns *columns)
{
    return columns->any_own;
}

bool logreg__csv_columns_own(const logreg__csv_columns *columns, size_t j)
{
    return columns->own[j].n;
}

bool logreg__csv_columns_keep(const logreg__csv_columns *columns, size_t j, const logreg__cell *cell)
{
    const column *c = &columns->column[j];
    bool number, category = c->filling.column.kind == LOGREG_CATEGORY;
    if (!columns->csv->options.keep_cells || c->known != LOGREG_CSV_AS_IT_LOOKS || !cell->n)
        return false;
    if (logreg__csv_columns_missing(columns, j, cell))
        return true;
    if (category && !c->forced)
        return false;
    bool differs = logreg__cell_differs(&number, cell, columns->csv->options.decimal);
    return differs || !(number || category);
}

/* Keeps it, if so, for the row that comes next. */
static logreg_status keep(logreg__csv_columns *columns, size_t j, const logreg__cell *cell)
{
    column *c = &columns->column[j];
    if (!logreg__csv_columns_keep(columns, j, cell) ||
        logreg__cell_keep(&c->verbatim, c->filling.rows, cell, columns->csv->options.decimal))
        return LOGREG_OK;
    return logreg__fail_memory(columns->csv->err);
}

static meaning read_cell(double *value, const logreg__csv_columns *columns, size_t j,
                         const logreg__cell *cell)
{
    *value = NAN;
    if (logreg__csv_columns_missing(columns, j, cell))
        return MISSING;
    return logreg__number_parse(value, cell->text, cell->n, columns->csv->options.decimal) ? NUMBER : STRAY;
}

static logreg_status note_stray(logreg__csv_columns *columns, size_t j, const logreg__cell *cell)
{
    column *c = &columns->column[j];
    logreg_status status = logreg__cell_check(cell, j, c->name, columns->csv);
    bool first = c->filling.column.n_missing == c->filling.rows;
    if (status == LOGREG_OK && !logreg__strays_note(&c->strays, cell, first, columns->csv->options.decimal))
        status = logreg__fail_memory(columns->csv->err);
    return status;
}

/* Notes what stands in a cell that is missing. */
static void note_gap(logreg__column *c, const logreg__cell *cell)
{
    c->n_na += logreg__cell_says_na(cell);
    c->has_empty = c->has_empty || !cell->n;
}

static logreg_status add_number(logreg__csv_columns *columns, size_t j, const logreg__cell *cell)
{
    double value;
    logreg_status status = LOGREG_OK;
    meaning what = read_cell(&value, columns, j, cell);
    if (what == STRAY) {
        status = note_stray(columns, j, cell);
        value = logreg__stray();
    }
    if (what == MISSING)
        note_gap(&columns->column[j].filling.column, cell);
    if (status == LOGREG_OK && !logreg__filling_number(&columns->column[j].filling, value))
        status = logreg__fail_memory(columns->csv->err);
    return status;
}

/* The first stray is noted: should there turn out to be too few, the message names it. */
static logreg_status add_label(logreg__csv_columns *columns, size_t j, const logreg__cell *cell)
{
    column *c = &columns->column[j];
    double value;
    bool missing = logreg__csv_columns_missing(columns, j, cell);
    if (missing)
        note_gap(&c->filling.column, cell);
    logreg_status status = missing ? LOGREG_OK : logreg__cell_check(cell, j, c->name, columns->csv);
    bool first = !c->forced && !c->strays && read_cell(&value, columns, j, cell) == STRAY;
    if (status == LOGREG_OK && first && !logreg__strays_place(&c->strays, cell))
        status = logreg__fail_memory(columns->csv->err);
    if (status == LOGREG_OK && !logreg__filling_label(&c->filling, missing ? NULL : cell->text, cell->n))
        status = logreg__fail_memory(columns->csv->err);
    return status;
}

static logreg_status add_row(logreg__csv_columns *columns, const logreg__cell *cell)
{
    logreg_status status = LOGREG_OK;
    for (size_t j = 0; j < columns->n && status == LOGREG_OK; j++) {
        logreg__cell trimmed = logreg__cell_trim(cell[j]);
        bool numeric = columns->column[j].filling.column.kind == LOGREG_NUMERIC;
        status = columns->csv->options.keep_cells ? keep(columns, j, &trimmed) : LOGREG_OK;
        if (status == LOGREG_OK)
            status = numeric ? add_number(columns, j, &trimmed) : add_label(columns, j, &trimmed);
    }
    return status;
}

/* ---- The first rows ---- */

static bool hold(logreg__csv_columns *columns, const logreg__cell *cell)
{
    size_t bytes = 1; /* so that there is a text even if all cells are empty */
    for (size_t j = 0; j < columns->n; j++)
        bytes += cell[j].n;
    bool room =
        logreg__grow(&columns->text, &columns->text_room, columns->used + bytes, 1) &&
        logreg__grow(&columns->cell, &columns->cell_room, columns->n_cells + columns->n, sizeof *cell);
    if (!room)
        return false;
    for (size_t j = 0; j < columns->n; j++) {
        if (cell[j].n)
            memcpy(columns->text + columns->used, cell[j].text, cell[j].n);
        columns->used += cell[j].n;
        columns->cell[columns->n_cells++] = cell[j];
    }
    return true;
}

/* The texts have found their place: points the cells held to them. */
static void place_texts(logreg__csv_columns *columns)
{
    const char *text = columns->text;
    for (size_t i = 0; i < columns->n_cells; i++) {
        columns->cell[i].text = text;
        text += columns->cell[i].n;
    }
}

/* What is column j by the rows held? A fault stays numeric: more rows may clear it. */
static logreg_status decide(logreg__csv_columns *columns, size_t j)
{
    column *c = &columns->column[j];
    size_t numbers = 0;
    logreg__padding padding = {0};
    for (size_t i = j; i < columns->n_cells; i += columns->n) {
        logreg__cell cell = logreg__cell_trim(columns->cell[i]);
        double value;
        meaning what = read_cell(&value, columns, j, &cell);
        numbers += what == NUMBER;
        if (what == NUMBER && !padding.other)
            logreg__padding_note(&padding, &cell);
        if (what == NUMBER && !columns->csv->decimal_given)
            logreg__written_note(&c->written, &cell);
        logreg_status status = what == STRAY ? note_stray(columns, j, &cell) : LOGREG_OK;
        if (status != LOGREG_OK)
            return status;
    }
    c->written |= logreg__padding_flag(&padding);
    logreg__tally tally = logreg__strays_tally(c->strays, numbers);
    if (logreg__tally_verdict(&tally) == LOGREG__TEXT && c->known != LOGREG_CSV_NUMBERS)
        start(columns, j, LOGREG_CATEGORY);
    logreg__strays_free(c->strays); /* they are noted as the rows go into the columns */
    c->strays = NULL;
    return LOGREG_OK;
}

logreg_status logreg__csv_columns_settle(logreg__csv_columns *columns)
{
    logreg_status status = LOGREG_OK;
    if (columns->settled)
        return status;
    place_texts(columns);
    for (size_t j = 0; j < columns->n && status == LOGREG_OK; j++)
        if (columns->column[j].filling.column.kind == LOGREG_NUMERIC)
            status = decide(columns, j);
    for (size_t i = 0; i < columns->n_cells && status == LOGREG_OK; i += columns->n)
        status = add_row(columns, columns->cell + i);
    columns->settled = true;
    free(columns->text);
    free(columns->cell);
    columns->text = NULL;
    columns->cell = NULL;
    return status;
}

logreg_status logreg__csv_columns_add(logreg__csv_columns *columns, const logreg__cell *cell)
{
    columns->rows++;
    if (columns->settled)
        return add_row(columns, cell);
    if (!hold(columns, cell))
        return logreg__fail_memory(columns->csv->err);
    bool enough = columns->rows >= columns->csv->tuning.held || columns->used >= HELD_BYTES ||
                  columns->n_cells >= HELD_CELLS;
    return enough ? logreg__csv_columns_settle(columns) : LOGREG_OK;
}

/* Has column j more texts than numbers among the rows held, whose texts are placed? */
static bool holds_texts(const logreg__csv_columns *columns, size_t j)
{
    size_t numbers = 0, strays = 0;
    for (size_t i = j; i < columns->n_cells; i += columns->n) {
        double value;
        logreg__cell cell = logreg__cell_trim(columns->cell[i]);
        meaning what = read_cell(&value, columns, j, &cell);
        numbers += what == NUMBER;
        strays += what == STRAY;
    }
    return strays > numbers;
}

bool logreg__csv_columns_texts(logreg__csv_columns *columns)
{
    bool texts = true;
    if (!columns->settled)
        place_texts(columns);
    for (size_t j = 0; j < columns->n && texts; j++)
        texts = columns->column[j].filling.column.kind == LOGREG_CATEGORY ||
                (!columns->settled && holds_texts(columns, j));
    return texts;
}

/* ---- New and free ---- */

/* The column of a name, sought from `from` on and then in front of it; n: there is none. */
static size_t find_name(char *const *names, size_t n, const char *name, size_t from)
{
    for (size_t k = 0; k < n; k++) {
        size_t j = from + k < n ? from + k : from + k - n;
        if (strcmp(names[j], name) == 0)
            return j;
    }
    return n;
}

/* Notes what the caller knows of the columns, most often in their order. */
static void note_known(logreg__csv_columns *columns, char **names)
{
    const logreg_csv_options *o = &columns->csv->options;
    size_t n = columns->n, next = 0;
    for (size_t j = 0; j < n; j++)
        columns->column[j].left = o->known;
    for (size_t i = 0; o->known && i < o->n_known; i++) {
        size_t j = find_name(names, n, o->known[i].name, next);
        if (j == n || !columns->column[j].left)
            continue;
        column *c = &columns->column[j];
        c->left = false;
        c->known = o->known[i].kind;
        c->forced = c->forced || c->known == LOGREG_CSV_CATEGORY || c->known == LOGREG_CSV_TEXTS;
        next = j + 1;
    }
}

/* Marks the categories that the options name. */
static logreg_status force(logreg__csv_columns *columns, char **names)
{
    const logreg__csv *csv = columns->csv;
    for (size_t i = 0; i < csv->options.n_categorical; i++) {
        const char *name = csv->options.categorical[i];
        bool found = false;
        for (size_t j = 0; j < columns->n && !found; j++) {
            found = strcmp(names[j], name) == 0;
            columns->column[j].forced = columns->column[j].forced || found;
        }
        if (!found && !csv->options.categorical_if_there)
            return logreg__fail_column(csv, "categorical", name, names, columns->n);
    }
    return LOGREG_OK;
}

logreg_status logreg__csv_columns_new(logreg__csv_columns **columns, char **names, size_t n, const bool *text,
                                      const logreg__csv *csv)
{
    logreg__csv_columns *made = logreg__new(1, sizeof *made);
    if (made) {
        made->column = logreg__new(n, sizeof *made->column);
        made->own = logreg__new(n, sizeof *made->own);
    }
    if (!made || !made->column || !made->own) {
        if (made) {
            free(made->column);
            free(made->own);
        }
        free(made);
        return logreg__fail_memory(csv->err);
    }
    made->csv = csv;
    made->n = n;
    note_known(made, names);
    logreg_status status = force(made, names);
    if (status == LOGREG_OK)
        status = logreg__own_find(made->own, names, n, csv);
    for (size_t j = 0; j < n; j++)
        made->any_own = made->any_own || made->own[j].n;
    if (status != LOGREG_OK) {
        logreg__csv_columns_free(made);
        return status;
    }
    for (size_t j = 0; j < n; j++) {
        column *c = &made->column[j];
        c->name = names[j];
        start(made, j, c->forced || (text && text[j]) ? LOGREG_CATEGORY : LOGREG_NUMERIC);
    }
    free(names);
    *columns = made;
    return LOGREG_OK;
}

void logreg__csv_columns_free(logreg__csv_columns *columns)
{
    if (!columns)
        return;
    for (size_t j = 0; j < columns->n; j++) {
        logreg__filling_clear(&columns->column[j].filling);
        logreg__strays_free(columns->column[j].strays);
        free(columns->column[j].name);
        logreg__verbatim_free(columns->column[j].verbatim);
        logreg__own_clear(&columns->own[j]);
    }
    free(columns->column);
    free(columns->own);
    logreg__store_clear(&columns->store);
    free(columns->text);
    free(columns->cell);
    free(columns);
}
