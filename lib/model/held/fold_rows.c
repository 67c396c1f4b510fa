#include "model/held/fold_rows.h"

#include <math.h>
#include <stdlib.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/random.h"
#include "data/place.h"

/* Folds of repeat r come from this stream and r. */
#define STREAM ((uint64_t)107 << 32)

/* ---- Rows by themselves ---- */

/* The class of each kept row; of grouped data the one that most of its trials are of. */
static void list_classes(uint32_t *class, const logreg__response *response, const logreg__rows *rows)
{
    double y[LOGREG__BLOCK_ROWS];
    for (size_t first = 0; first < rows->n; first += LOGREG__BLOCK_ROWS) {
        size_t count = rows->n - first < LOGREG__BLOCK_ROWS ? rows->n - first : LOGREG__BLOCK_ROWS;
        size_t place[LOGREG__BLOCK_ROWS];
        logreg__rows_list(rows, first, count, place);
        logreg__response_fill(response, place, count, y, NULL, NULL);
        for (size_t i = 0; i < count; i++)
            class[first + i] = (uint32_t)(response->grouped ? y[i] >= 0.5 : y[i]);
    }
}

/* Deals the rows of one class after the other, in random order, each deal going on where the one before ended. */
static logreg_status deal(uint32_t *fold, size_t folds, const logreg__response *response,
                          const logreg__rows *rows, logreg__random *random, logreg_error *err)
{
    uint32_t *class = logreg__new_raw(rows->n, sizeof *class);
    size_t *order = logreg__new_raw(rows->n, sizeof *order), dealt = 0;
    bool ok = class && order;
    if (ok) {
        list_classes(class, response, rows);
        logreg__random_permutation(random, order, rows->n);
        for (size_t c = 0; c < response->n_classes; c++)
            for (size_t i = 0; i < rows->n; i++)
                if (class[order[i]] == c)
                    fold[order[i]] = (uint32_t)(dealt++ % folds);
    }
    free(class);
    free(order);
    return ok ? LOGREG_OK : logreg__fail_memory(err);
}

/* ---- Groups ---- */

typedef struct {
    double key; /* its value, or the code of its level */
    size_t row; /* kept row */
} member;

static int by_key(const void *a, const void *b)
{
    const member *x = a, *y = b;
    if (x->key != y->key)
        return x->key < y->key ? -1 : 1;
    return (x->row > y->row) - (x->row < y->row);
}

/* NaN where the group is missing. */
static double key_of(const logreg__column *group, size_t place)
{
    if (group->kind != LOGREG_CATEGORY)
        return logreg__column_number(group, place);
    uint32_t code = logreg__column_code(group, place);
    return code == LOGREG__MISSING ? NAN : (double)code;
}

static logreg_status list_members(member *m, const logreg__response *response, const logreg__rows *rows,
                                  const logreg__column *group, logreg_error *err)
{
    for (size_t first = 0; first < rows->n; first += LOGREG__BLOCK_ROWS) {
        size_t count = rows->n - first < LOGREG__BLOCK_ROWS ? rows->n - first : LOGREG__BLOCK_ROWS;
        size_t place[LOGREG__BLOCK_ROWS];
        logreg__rows_list(rows, first, count, place);
        for (size_t i = 0; i < count; i++) {
            double key = key_of(group, place[i]);
            if (isnan(key))
                return logreg__fail_at(err, response->frame, place[i], group,
                                       "column '%.80s', which groups the rows of folds, has no value here",
                                       group->name);
            m[first + i] = (member){key, first + i};
        }
    }
    qsort(m, rows->n, sizeof *m, by_key);
    return LOGREG_OK;
}

static size_t lightest(const size_t *load, size_t folds)
{
    size_t least = 0;
    for (size_t f = 1; f < folds; f++)
        if (load[f] < load[least])
            least = f;
    return least;
}

static logreg_status deal_groups(uint32_t *fold, size_t folds, const logreg__response *response,
                                 const logreg__rows *rows, const logreg__column *group,
                                 logreg__random *random, logreg_error *err)
{
    size_t n = rows->n, groups = 0;
    member *m = logreg__new_raw(n, sizeof *m);
    size_t *begin = logreg__new_raw(n + 1, sizeof *begin), *order = logreg__new_raw(n, sizeof *order);
    size_t *load = logreg__new(folds, sizeof *load);
    logreg_status status =
        m && begin && order && load ? list_members(m, response, rows, group, err) : logreg__fail_memory(err);
    for (size_t i = 0; status == LOGREG_OK && i < n; i++)
        if (i == 0 || m[i].key != m[i - 1].key)
            begin[groups++] = i;
    if (status == LOGREG_OK && groups < folds)
        status = logreg__fail(err, LOGREG_EDATA,
                              "column '%.80s' parts the rows into %zu groups, which are to make %zu folds; "
                              "take %zu folds or fewer",
                              group->name, groups, folds, groups);
    if (status == LOGREG_OK) {
        begin[groups] = n;
        logreg__random_permutation(random, order, groups);
        for (size_t g = 0; g < groups; g++) {
            size_t to = lightest(load, folds), of = order[g];
            for (size_t i = begin[of]; i < begin[of + 1]; i++)
                fold[m[i].row] = (uint32_t)to;
            load[to] += begin[of + 1] - begin[of];
        }
    }
    free(m);
    free(begin);
    free(order);
    free(load);
    return status;
}

logreg_status logreg__fold_rows(uint32_t *fold, size_t folds, const logreg__response *response,
                                const logreg__rows *rows, const char *group, uint64_t seed, size_t repeat,
                                logreg_error *err)
{
    logreg__random random;
    if (rows->n < folds)
        return logreg__fail(err, LOGREG_EDATA, "%zu rows are too few for %zu folds", rows->n, folds);
    logreg__random_init(&random, seed, STREAM + repeat);
    const logreg__column *column = logreg__frame_column(response->frame, group);
    return column ? deal_groups(fold, folds, response, rows, column, &random, err)
                  : deal(fold, folds, response, rows, &random, err);
}

/* ---- A class that a fold holds out ---- */

typedef struct {
    size_t rows;
    bool parted; /* by the groups */
} spread;

/* How many kept rows have some of a class, and whether they are of several groups. */
static spread spread_of(size_t class, const logreg__response *response, const logreg__rows *rows,
                        const logreg__column *group)
{
    spread s = {0, false};
    double y[LOGREG__BLOCK_ROWS], key = NAN;
    for (size_t first = 0; first < rows->n; first += LOGREG__BLOCK_ROWS) {
        size_t count = rows->n - first < LOGREG__BLOCK_ROWS ? rows->n - first : LOGREG__BLOCK_ROWS;
        size_t place[LOGREG__BLOCK_ROWS];
        logreg__rows_list(rows, first, count, place);
        logreg__response_fill(response, place, count, y, NULL, NULL);
        for (size_t i = 0; i < count; i++) {
            bool of_class = response->grouped ? (class == 1 ? y[i] > 0 : y[i] < 1) : y[i] == (double)class;
            if (!of_class)
                continue;
            double here = group ? key_of(group, place[i]) : 0;
            s.parted = s.parted || (s.rows > 0 && here != key);
            key = here;
            s.rows++;
        }
    }
    return s;
}

logreg_status logreg__fold_lacks(logreg_error *err, const char *which, size_t class,
                                 const logreg__response *response, const logreg__rows *rows,
                                 const char *group)
{
    const logreg__column *column = logreg__frame_column(response->frame, group);
    spread s = spread_of(class, response, rows, column);
    const char *label = response->label[class];
    if (s.rows == 1)
        return logreg__fail(err, LOGREG_EDATA,
                            "%s holds out the single row of class '%.80s', so that the others cannot be "
                            "fitted to it, and no number of folds helps: each class needs two rows or more",
                            which, label);
    if (column && !s.parted)
        return logreg__fail(err, LOGREG_EDATA,
                            "%s holds out all rows of class '%.80s', so that the others cannot be fitted to "
                            "it; they have one value of column '%.80s', so that no number of folds helps: "
                            "each class needs two values of it or more",
                            which, label, column->name);
    return logreg__fail(err, LOGREG_EDATA,
                        "%s holds out all rows of class '%.80s', so that the others cannot be fitted to it; "
                        "take more folds, or another seed",
                        which, label);
}
