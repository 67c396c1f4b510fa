/* Clusters are numbered by a table of their keys: the bits of a number, the code of a label, the numbers of two clusters. */
#include "covariance/clusters.h"

#include "base/error.h"
#include "base/memory.h"

typedef struct {
    uint64_t key;
    uint32_t code; /* NO_CLUSTER: nothing stands here */
} slot;

/* Open addressing; at most half of the slots, a power of two, are in use. */
typedef struct {
    slot *slot;
    size_t size, n;
} table;

static bool table_init(table *t, size_t size)
{
    *t = (table){.slot = logreg__new_raw(size, sizeof *t->slot), .size = size};
    for (size_t i = 0; t->slot && i < size; i++)
        t->slot[i].code = LOGREG__NO_CLUSTER;
    return t->slot != NULL;
}

/* The slot of a key, or the empty one where it belongs. */
static slot *seek(const table *t, uint64_t key)
{
    uint64_t hash = key * UINT64_C(0x9e3779b97f4a7c15);
    size_t i = (size_t)(hash ^ hash >> 32) & (t->size - 1);
    while (t->slot[i].code != LOGREG__NO_CLUSTER && t->slot[i].key != key)
        i = (i + 1) & (t->size - 1);
    return &t->slot[i];
}

static bool grow(table *t)
{
    table larger;
    if (!table_init(&larger, 2 * t->size))
        return false;
    for (size_t i = 0; i < t->size; i++)
        if (t->slot[i].code != LOGREG__NO_CLUSTER)
            *seek(&larger, t->slot[i].key) = t->slot[i];
    larger.n = t->n;
    free(t->slot);
    *t = larger;
    return true;
}

/* The number of a key, a new one for one that has not been there. false: out of memory. */
static bool number(uint32_t *code, table *t, uint64_t key)
{
    if (2 * (t->n + 1) > t->size && !grow(t))
        return false;
    slot *s = seek(t, key);
    if (s->code == LOGREG__NO_CLUSTER)
        *s = (slot){key, (uint32_t)t->n++};
    *code = s->code;
    return true;
}

static uint64_t key_of(const logreg__column *column, size_t row)
{
    uint64_t bits;
    if (column->kind == LOGREG_CATEGORY)
        return logreg__column_code(column, row);
    double x = logreg__column_number(column, row) + 0.0; /* -0 is 0 */
    memcpy(&bits, &x, sizeof bits);
    return bits;
}

#define FIRST_SIZE 64

static logreg_status deliver(logreg__clusters *out, uint32_t *of, table *t, bool ok, logreg_error *err)
{
    if (ok)
        *out = (logreg__clusters){.n = t->n, .of = of};
    else
        free(of);
    free(t->slot);
    return ok ? LOGREG_OK : logreg__fail_memory(err);
}

logreg_status logreg__clusters_find(logreg__clusters *out, const logreg__column *column,
                                    const logreg__rows *rows, const logreg__response *response,
                                    logreg_error *err)
{
    table t;
    uint32_t *of = logreg__new_raw(rows->n, sizeof *of);
    bool ok = table_init(&t, FIRST_SIZE) && of, weighted = logreg__response_weighted(response);
    size_t place[LOGREG__BLOCK_ROWS];
    double w[LOGREG__BLOCK_ROWS];
    for (size_t first = 0; ok && first < rows->n; first += LOGREG__BLOCK_ROWS) {
        size_t count = rows->n - first < LOGREG__BLOCK_ROWS ? rows->n - first : LOGREG__BLOCK_ROWS;
        logreg__rows_list(rows, first, count, place);
        if (weighted)
            logreg__response_fill(response, place, count, NULL, w, NULL);
        for (size_t i = 0; ok && i < count; i++)
            if (weighted && !(w[i] > 0))
                of[first + i] = LOGREG__NO_CLUSTER;
            else
                ok = number(&of[first + i], &t, key_of(column, place[i]));
    }
    return deliver(out, of, &t, ok, err);
}

logreg_status logreg__clusters_cross(logreg__clusters *out, const logreg__clusters *a,
                                     const logreg__clusters *b, size_t n, logreg_error *err)
{
    table t;
    uint32_t *of = logreg__new_raw(n, sizeof *of);
    bool ok = table_init(&t, FIRST_SIZE) && of;
    for (size_t i = 0; ok && i < n; i++)
        if (a->of[i] == LOGREG__NO_CLUSTER)
            of[i] = LOGREG__NO_CLUSTER;
        else
            ok = number(&of[i], &t, (uint64_t)a->of[i] << 32 | b->of[i]);
    return deliver(out, of, &t, ok, err);
}

logreg_status logreg__clusters_single(logreg__clusters *out, const logreg__clusters *any, size_t n,
                                      logreg_error *err)
{
    uint32_t *of = logreg__new_raw(n, sizeof *of);
    if (!of)
        return logreg__fail_memory(err);
    size_t found = 0;
    for (size_t i = 0; i < n; i++)
        of[i] = any->of[i] == LOGREG__NO_CLUSTER ? LOGREG__NO_CLUSTER : (uint32_t)found++;
    *out = (logreg__clusters){.n = found, .of = of};
    return LOGREG_OK;
}

logreg_status logreg__strata_find(logreg__strata *s, const logreg__clusters *rows,
                                  const logreg__clusters *clusters, const double *frequency, size_t n,
                                  logreg_error *err)
{
    *s = (logreg__strata){.n = rows->n,
                          .of = logreg__new_raw(clusters->n, sizeof *s->of),
                          .copies = logreg__new_raw(clusters->n, sizeof *s->copies),
                          .size = logreg__new(rows->n, sizeof *s->size)};
    if (!s->of || !s->copies || !s->size)
        return logreg__fail_memory(err);
    for (size_t i = 0; i < n; i++)
        if (clusters->of[i] != LOGREG__NO_CLUSTER) {
            s->of[clusters->of[i]] = rows->of[i];
            s->copies[clusters->of[i]] = frequency ? frequency[i] : 1;
        }
    for (size_t g = 0; g < clusters->n; g++)
        s->size[s->of[g]] += s->copies[g];
    return LOGREG_OK;
}

void logreg__strata_clear(logreg__strata *strata)
{
    free(strata->of);
    free(strata->copies);
    free(strata->size);
    *strata = (logreg__strata){0};
}

void logreg__clusters_clear(logreg__clusters *clusters)
{
    free(clusters->of);
    *clusters = (logreg__clusters){0};
}
