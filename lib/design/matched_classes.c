/* Rows of several classes as matched sets. P(y = c) = exp(eta_c) / sum_d exp(eta_d) is what (38) of docs/mathematics.md makes of a set of
 * the row's classes with one event; and unlike the former the latter can do without some classes of some rows, which is what separation
 * leaves of them in the limit.
 */
#include "design/matched.h"

#include <stdio.h>

#include "base/error.h"
#include "base/memory.h"
#include "design/expansion.h"

/* Writes a set of row r of the block: its own class, then the others. */
static void add_set(logreg__matched *m, const logreg__expansion *e, size_t r, size_t k, size_t own,
                    double weight)
{
    const logreg__design *d = e->design;
    logreg__sets *s = &m->sets;
    size_t columns = k * d->terms->n_columns, n = s->first[s->n];
    if (!(weight > 0))
        return;
    for (size_t i = 0; i <= k; i++) {
        size_t c = i == 0 ? own : i - (i <= own);
        for (size_t j = 0; c > 0 && j < d->p; j++)
            m->raw[(n + i) * columns + (c - 1) * d->terms->n_columns + d->column[j]] = e->x[r * d->p + j];
        if (s->offset)
            s->offset[n + i] = c > 0 && e->block.offset ? e->block.offset[r] : 0;
    }
    if (s->weight)
        s->weight[s->n] = weight;
    s->events[s->n++] = 1;
    s->first[s->n] = n + k + 1;
}

static bool add_sets(logreg__matched *m, const logreg__design *d, size_t k)
{
    logreg__expansion e;
    bool ok = logreg__expansion_init(&e, d);
    while (ok && logreg__expansion_next(&e))
        for (size_t r = 0; r < e.block.rows; r++) {
            double weight = e.block.w ? e.block.w[r] : 1, y = e.block.y[r];
            size_t own = (size_t)y;
            add_set(m, &e, r, k, own, y > (double)own ? weight * (1 - y) : weight);
            if (y > (double)own) /* events of a grouped row, beside its non-events */
                add_set(m, &e, r, k, 1, weight * y);
        }
    logreg__expansion_clear(&e);
    return ok;
}

static bool make_room(logreg__matched *m, const logreg__design *d, size_t k)
{
    logreg__sets *s = &m->sets;
    bool weighted = logreg__response_weighted(d->response);
    size_t sets = d->response->trials ? 2 * d->n : d->n; /* at most */
    size_t rows = sets * (k + 1), columns = k * d->terms->n_columns;
    m->of_classes = true;
    s->first = logreg__new(sets + 1, sizeof *s->first);
    s->events = logreg__new(sets, sizeof *s->events);
    s->weight = weighted ? logreg__new_raw(sets, sizeof *s->weight) : NULL;
    bool offset = d->response->offset || d->offset;
    s->offset = offset ? logreg__new_raw(rows, sizeof *s->offset) : NULL;
    m->raw = columns <= SIZE_MAX / sizeof *m->raw ? logreg__new(rows, columns * sizeof *m->raw) : NULL;
    return s->first && s->events && m->raw && (s->offset || !offset) && (s->weight || !weighted);
}

logreg_status logreg__matched_classes(logreg__matched **out, const logreg__design *d, size_t k,
                                      logreg_error *err)
{
    enum { NAME = 24 };
    size_t columns = k * d->terms->n_columns;
    logreg__matched *m = logreg__new(1, sizeof *m);
    char *text = logreg__new(columns, NAME), **name = logreg__new(columns, sizeof *name);
    bool ok = m && text && name && make_room(m, d, k) && add_sets(m, d, k);
    for (size_t j = 0; ok && j < columns; j++) {
        name[j] = text + j * NAME;
        snprintf(name[j], NAME, "%zu", j);
    }
    logreg_status status = ok ? logreg__matched_finish(m, name, columns, err) : logreg__fail_memory(err);
    free(text);
    free(name);
    if (status == LOGREG_OK)
        *out = m;
    else
        logreg__matched_free(m);
    return status;
}
