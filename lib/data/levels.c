#include "data/levels.h"

#include "base/memory.h"
#include "base/number.h"
#include "data/label.h"

#define HASH_NONFATAL_OOM 1
#include <uthash.h>

struct logreg__label {
    UT_hash_handle hh;
    uint32_t code;
    char *text;
};

typedef struct logreg__label label;

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

void logreg__filling_forget(logreg__filling *filling)
{
    label *item, *next;
    HASH_ITER(hh, filling->labels, item, next)
    {
        HASH_DEL(filling->labels, item);
        free_label(item);
    }
    filling->last = NULL;
}

/* ---- Their order ---- */

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

bool logreg__filling_order(logreg__filling *filling, char decimal)
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
        logreg__filling_forget(filling);
        filling->column.levels = levels;
        filling->column.n_levels = n_levels;
        filling->column.merged = n_levels < n;
    }
    free(rank);
    free(level_of);
    return levels;
}
