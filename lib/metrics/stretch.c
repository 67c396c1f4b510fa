#include "metrics/stretch.h"

#include "base/error.h"
#include "base/memory.h"
#include "metrics/sort_keys.h"

/* Weakly in the order of p. */
static size_t cell_of(double p)
{
    return (size_t)(p * LOGREG__CELLS);
}

bool logreg__cells_count(logreg__cells *cells, const logreg_labelled *rows)
{
    memset(cells, 0, sizeof *cells);
    size_t n = rows->n, events = 0;
    if (n == 0 || n >= UINT32_MAX)
        return false;
    for (size_t i = 0; i < n; i++) {
        double y = rows->y[i], p = rows->p[i];
        if ((y != 0 && y != 1) || !(p >= 0 && p <= 1) || (rows->w && rows->w[i] != 1))
            return false;
        cells->count[cell_of(p)][y == 1]++;
        events += y == 1;
    }
    cells->events = (double)events;
    cells->others = (double)(n - events);
    return true;
}

static bool has_rows(const logreg__cells *cells, size_t c)
{
    return cells->count[c][0] || cells->count[c][1];
}

/* Cells from `from` to `to`, which have `keys` rows. */
typedef struct {
    size_t from, to, keys;
} range;

static range range_about(logreg__stretch *s, const logreg__cells *cells, size_t cell)
{
    range r = {cell, cell, 0};
    for (int more = 2; r.from > 0 && more > 0;)
        more -= has_rows(cells, --r.from);
    while (r.to < LOGREG__CELLS && !has_rows(cells, ++r.to))
        ;
    size_t below = 0, events = 0, others = 0;
    for (size_t c = 0; c < r.from; c++)
        below += cells->count[c][0] + (size_t)cells->count[c][1];
    for (size_t c = r.from; c <= r.to; c++)
        r.keys += cells->count[c][0] + (size_t)cells->count[c][1];
    for (size_t c = r.to + 1; c <= LOGREG__CELLS; c++) {
        others += cells->count[c][0];
        events += cells->count[c][1];
    }
    s->events = (double)events;
    s->others = (double)others;
    s->lowest = below == 0;
    s->highest = events + others == 0;
    return r;
}

/* The first key that surely begins a tie: one that does not tie with the key before it does so with none below, since what ties is nearer the lower the keys. */
static size_t first_sure(const logreg__stretch *s, const uint64_t *key, size_t n)
{
    size_t at = s->lowest ? 0 : 1;
    while (at > 0 && at < n && logreg__keys_tie(key[at - 1], key[at]))
        at++;
    return at;
}

static bool rank(logreg__stretch *s, const logreg_labelled *rows, const range *r)
{
    uint64_t *key = logreg__new_raw(r->keys, sizeof *key), *room = logreg__new_raw(r->keys, sizeof *room);
    uint32_t *count = logreg__new_raw(logreg__sort_counts(r->keys), sizeof *count);
    bool ok = key && room && count;
    size_t n = 0;
    for (size_t i = 0; ok && i < rows->n; i++) {
        size_t c = cell_of(rows->p[i]);
        if (c >= r->from && c <= r->to)
            key[n++] = logreg__key_of(rows->p[i], rows->y[i] == 1);
    }
    if (ok) {
        const uint64_t *sorted = logreg__sort_keys(key, room, n, count);
        size_t first = n ? first_sure(s, sorted, n) : 0;
        ok = logreg__ranked_gather(&s->ranked, sorted + first, n - first);
    }
    free(key);
    free(room);
    free(count);
    return ok;
}

logreg_status logreg__stretch_rank(logreg__stretch *stretch, const logreg__cells *cells, size_t cell,
                                   const logreg_labelled *rows, logreg_error *err)
{
    logreg__stretch s = {.events = 0};
    range r = range_about(&s, cells, cell);
    if (!rank(&s, rows, &r))
        return logreg__fail_memory(err);
    s.ranked.events = cells->events;
    s.ranked.others = cells->others;
    *stretch = s;
    return LOGREG_OK;
}

void logreg__stretch_clear(logreg__stretch *stretch)
{
    free(stretch->ranked.tie);
}
