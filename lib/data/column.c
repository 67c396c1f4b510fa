#include "data/column.h"

#include <math.h>

#include "base/memory.h"
#include "data/levels.h"

/* Small files must not pay for whole runs: the first run starts with this many rows and doubles. */
enum { FIRST_ROWS = 16 };

void logreg__filling_start(logreg__filling *filling, logreg_column_kind kind)
{
    *filling = (logreg__filling){.column = {.kind = kind}};
}

void logreg__filling_use(logreg__filling *filling, logreg__store *store)
{
    filling->store = store;
    filling->column.stored = true;
}

/* ---- Runs ---- */

static size_t item_size(const logreg__column *column)
{
    return column->kind == LOGREG_NUMERIC ? sizeof(double) : sizeof(uint32_t);
}

/* The array of runs, of either kind; all pointers to objects look alike here. */
static void **runs(logreg__column *column)
{
    return column->kind == LOGREG_NUMERIC ? (void **)column->numbers : (void **)column->codes;
}

/* Adds a run for so many rows. */
static bool add_run(logreg__filling *filling, size_t rows)
{
    logreg__column *column = &filling->column;
    bool numeric = column->kind == LOGREG_NUMERIC;
    bool grown = numeric
                     ? logreg__grow(&column->numbers, &filling->room, filling->n_runs + 1, sizeof(double *))
                     : logreg__grow(&column->codes, &filling->room, filling->n_runs + 1, sizeof(uint32_t *));
    if (!grown)
        return false;
    bool stored = filling->store && filling->n_runs;
    void *run = stored ? logreg__store_run(filling->store, rows * item_size(column))
                       : logreg__new_raw(rows, item_size(column));
    if (!run)
        return false;
    runs(column)[filling->n_runs++] = run;
    filling->row_room += rows;
    return true;
}

/* There is one run, the first. */
static bool resize_first(logreg__filling *filling, size_t rows)
{
    void **first = runs(&filling->column);
    void *run = realloc(*first, rows * item_size(&filling->column));
    if (!run)
        return false;
    *first = run;
    filling->row_room = rows;
    return true;
}

/* Makes sure that there is room for one more row. */
static bool make_room(logreg__filling *filling)
{
    if (filling->rows < filling->row_room)
        return true;
    if (!filling->rows)
        return add_run(filling, FIRST_ROWS);
    if (filling->rows < LOGREG__SEGMENT_ROWS)
        return resize_first(filling, 2 * filling->rows);
    return add_run(filling, LOGREG__SEGMENT_ROWS);
}

void **logreg__filling_reserve(logreg__filling *filling, size_t n, size_t n_missing)
{
    bool short_run = filling->row_room && filling->row_room < LOGREG__SEGMENT_ROWS;
    if (short_run && !resize_first(filling, LOGREG__SEGMENT_ROWS))
        return NULL;
    while (filling->row_room - filling->rows < n)
        if (!add_run(filling, LOGREG__SEGMENT_ROWS))
            return NULL;
    void **run = runs(&filling->column) + filling->rows / LOGREG__SEGMENT_ROWS;
    filling->rows += n;
    filling->column.n_missing += n_missing;
    return run;
}

bool logreg__filling_number(logreg__filling *filling, double value)
{
    if (!make_room(filling))
        return false;
    filling->column.numbers[filling->rows / LOGREG__SEGMENT_ROWS][filling->rows % LOGREG__SEGMENT_ROWS] =
        value;
    filling->column.n_missing += isnan(value) != 0;
    filling->rows++;
    return true;
}

bool logreg__filling_label(logreg__filling *filling, const char *text, size_t n)
{
    uint32_t code = LOGREG__MISSING;
    if (!make_room(filling))
        return false;
    if (text && (code = logreg__filling_code(filling, text, n)) == LOGREG__MISSING)
        return false;
    filling->column.codes[filling->rows / LOGREG__SEGMENT_ROWS][filling->rows % LOGREG__SEGMENT_ROWS] = code;
    filling->column.n_missing += text == NULL;
    filling->rows++;
    return true;
}

/* ---- The end ---- */

/* Cuts the last run to its rows; should that fail it is longer than need be. Where it is the only one it moves to a place of its size: the gaps between columns of a few rows would each cost a page, and all of these would fall on the
 * same sets of the cache. */
static void trim(logreg__filling *filling)
{
    size_t rows = filling->rows % LOGREG__SEGMENT_ROWS;
    if (!rows || (filling->column.stored && filling->n_runs > 1))
        return;
    size_t bytes = rows * item_size(&filling->column);
    void **last = &runs(&filling->column)[filling->rows / LOGREG__SEGMENT_ROWS];
    void *run = filling->n_runs > 1 ? realloc(*last, bytes) : malloc(bytes);
    if (!run)
        return;
    if (filling->n_runs == 1) {
        memcpy(run, *last, bytes);
        free(*last);
    }
    *last = run;
}

bool logreg__filling_finish(logreg__filling *filling, logreg__column *column, char decimal)
{
    if (filling->column.kind == LOGREG_CATEGORY && !logreg__filling_order(filling, decimal))
        return false;
    trim(filling);
    *column = filling->column;
    *filling = (logreg__filling){.column = {.kind = column->kind}};
    return true;
}

void logreg__filling_clear(logreg__filling *filling)
{
    logreg__filling_forget(filling);
    logreg__column_clear(&filling->column, filling->n_runs * LOGREG__SEGMENT_ROWS);
    *filling = (logreg__filling){.column = {.kind = filling->column.kind}};
}

void logreg__column_cut(logreg__column *column, size_t rows, size_t kept)
{
    size_t end = column->stored && rows ? 1 : logreg__runs(rows);
    for (size_t k = logreg__runs(kept); k < end; k++) {
        if (column->numbers)
            free(column->numbers[k]);
        if (column->codes)
            free(column->codes[k]);
    }
}

size_t *logreg__column_tally(const logreg__column *c, size_t rows)
{
    size_t *count = logreg__new(c->n_levels, sizeof *count);
    for (size_t i = 0; i < rows && count; i++) {
        uint32_t code = logreg__column_code(c, i);
        if (code != LOGREG__MISSING)
            count[code]++;
    }
    return count;
}

void logreg__column_clear(logreg__column *column, size_t rows)
{
    logreg__column_cut(column, rows, 0);
    for (size_t k = 0; k < column->n_levels; k++)
        free(column->levels[k]);
    free(column->numbers);
    free(column->codes);
    free(column->levels);
    free(column->doubt);
    free(column->doubted);
    free(column->few);
    free(column->dated);
    free(column->na_code);
    free(column->known_by);
    free(column->garbled);
    free(column->surplus);
    free(column->respelling);
    free(column->spelt);
    free(column->name);
    *column = (logreg__column){.kind = column->kind};
}
