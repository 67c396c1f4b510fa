#include "data/column.h"

#include <math.h>

#include "base/memory.h"
#include "base/number.h"
#include "data/label.h"

#define HASH_NONFATAL_OOM 1
#include <uthash.h>

/* Small files must not pay for whole runs: the first run starts with this many rows and doubles. */
enum { FIRST_ROWS = 16 };

struct logreg__label {
    UT_hash_handle hh;
    uint32_t code;
    char *text;
};

typedef struct logreg__label label;

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

/* ---- Labels ---- */

static void free_label(label *item)
{
    if (item)
        free(item->text);
    free(item);
}

static label *new_label(logreg__filling *filling, const char *text, size_t n)
{
    unsigned code = HASH_COUNT(filling->labels);
    label *item = n < UINT32_MAX && code < LOGREG__MISSING ? calloc(1, sizeof *item) : NULL;
    if (!item || !(item->text = malloc(n + 1))) {
        free_label(item);
        return NULL;
    }
    memcpy(item->text, text, n);
    item->text[n] = '\0';
    item->code = code;
    HASH_ADD_KEYPTR(hh, filling->labels, item->text, n, item);
    if (!item->hh.tbl) { /* memory ran out */
        free_label(item);
        return NULL;
    }
    return item;
}

static label *find_label(logreg__filling *filling, const char *text, size_t n)
{
    label *item = filling->last;
    if (item && item->hh.keylen == n && memcmp(item->text, text, n) == 0)
        return item;
    HASH_FIND(hh, filling->labels, text, n, item);
    return filling->last = item ? item : new_label(filling, text, n);
}

uint32_t logreg__filling_code(logreg__filling *filling, const char *text, size_t n)
{
    label *item = find_label(filling, text, n);
    return item ? item->code : LOGREG__MISSING;
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

/* ---- Level order ---- */

static int compare_values(double a, double b)
{
    return (a > b) - (a < b);
}

int logreg__level_compare(const char *a, const char *b, bool all_numbers)
{
    double x = 0, y = 0;
    if (all_numbers) {
        logreg__number_parse(&x, a, strlen(a), '.');
        logreg__number_parse(&y, b, strlen(b), '.');
    }
    int order = compare_values(x, y);
    return order ? order : strcmp(a, b);
}

typedef struct {
    double value; /* 0 unless all labels are numbers */
    label *item;
    char mark; /* with this decimal mark, and the same ones are to be one level; 0: no */
} ranked;

static int compare_ranked(const void *a, const void *b)
{
    const ranked *x = a, *y = b;
    int order = compare_values(x->value, y->value);
    if (!order && x->mark)
        order = logreg__label_compare(x->item->text, y->item->text, x->mark);
    return order ? order : strcmp(x->item->text, y->item->text);
}

static void rank_labels(ranked *rank, label *labels, char decimal)
{
    bool all_numbers = true;
    size_t n = 0;
    for (label *item = labels; item; item = item->hh.next, n++) {
        rank[n] = (ranked){0, item, decimal};
        all_numbers = all_numbers && logreg__number_parse(&rank[n].value, item->text, strlen(item->text),
                                                          (char)(decimal ? decimal : '.'));
    }
    for (size_t i = 0; i < n && !all_numbers; i++)
        rank[i] = (ranked){0, rank[i].item, 0};
    qsort(rank, n, sizeof *rank, compare_ranked);
}

/* How many labels from here on are one level. */
static size_t count_same(const ranked *rank, size_t n)
{
    size_t same = 1;
    while (rank->mark && same < n &&
           logreg__label_compare(rank->item->text, rank[same].item->text, rank->mark) == 0)
        same++;
    return same;
}

static void renumber(logreg__filling *filling, const uint32_t *level_of, size_t n_codes)
{
    size_t same = 0;
    while (same < n_codes && level_of[same] == same)
        same++;
    for (size_t first = 0; first < filling->rows && same < n_codes; first += LOGREG__SEGMENT_ROWS) {
        uint32_t *code = filling->column.codes[first / LOGREG__SEGMENT_ROWS];
        size_t left = filling->rows - first, n = left < LOGREG__SEGMENT_ROWS ? left : LOGREG__SEGMENT_ROWS;
        for (size_t i = 0; i < n; i++)
            if (code[i] != LOGREG__MISSING)
                code[i] = level_of[code[i]];
    }
}

static void clear_labels(logreg__filling *filling)
{
    label *item, *next;
    HASH_ITER(hh, filling->labels, item, next)
    {
        HASH_DEL(filling->labels, item);
        free_label(item);
    }
    filling->last = NULL;
}

/* The names of levels that are numbers. *n receives how many there are. NULL: memory is out. */
static char **name_numbers(size_t *n, uint32_t *level_of, const ranked *rank, size_t n_labels)
{
    char **levels = logreg__new(n_labels, sizeof *levels);
    bool ok = levels != NULL;
    *n = 0;
    for (size_t i = 0, same; ok && i < n_labels; i += same) {
        same = count_same(rank + i, n_labels - i);
        for (size_t k = i; k < i + same; k++)
            level_of[rank[k].item->code] = (uint32_t)*n;
        levels[*n] = logreg__label_normal(rank[i].item->text, rank[i].mark, same > 1);
        ok = levels[(*n)++] != NULL;
    }
    if (ok)
        return levels;
    for (size_t k = 0; k < *n; k++)
        free(levels[k]);
    free(levels);
    return NULL;
}

/* The names of levels that are the labels as they stand, which they take over. NULL: memory is out. */
static char **name_texts(uint32_t *level_of, const ranked *rank, size_t n)
{
    char **levels = logreg__new_raw(n, sizeof *levels);
    for (size_t k = 0; levels && k < n; k++) {
        level_of[rank[k].item->code] = (uint32_t)k;
        levels[k] = rank[k].item->text;
        rank[k].item->text = NULL;
    }
    return levels;
}

static bool order_levels(logreg__filling *filling, char decimal)
{
    size_t n = HASH_COUNT(filling->labels), n_levels = n;
    ranked *rank = logreg__new_raw(n, sizeof *rank);
    uint32_t *level_of = logreg__new_raw(n, sizeof *level_of);
    char **levels = NULL;
    if (rank && level_of) {
        rank_labels(rank, filling->labels, decimal);
        levels = n && rank->mark ? name_numbers(&n_levels, level_of, rank, n) : name_texts(level_of, rank, n);
    }
    if (levels) {
        renumber(filling, level_of, n);
        clear_labels(filling);
        filling->column.levels = levels;
        filling->column.n_levels = n_levels;
        filling->column.merged = n_levels < n;
    }
    free(rank);
    free(level_of);
    return levels;
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
    if (filling->column.kind == LOGREG_CATEGORY && !order_levels(filling, decimal))
        return false;
    trim(filling);
    *column = filling->column;
    *filling = (logreg__filling){.column = {.kind = column->kind}};
    return true;
}

void logreg__filling_clear(logreg__filling *filling)
{
    clear_labels(filling);
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
    free(column->few);
    free(column->na_code);
    free(column->garbled);
    free(column->surplus);
    free(column->respelling);
    free(column->spelt);
    free(column->name);
    *column = (logreg__column){.kind = column->kind};
}
