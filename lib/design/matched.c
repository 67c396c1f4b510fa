#include "design/matched.h"

#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/sum.h"
#include "data/frame.h"
#include "design/expansion.h"

/* The column of the outcome; in parentheses, as no column of a design is. */
#define EVENT "(event)"

void logreg__matched_free(logreg__matched *m)
{
    if (!m)
        return;
    free(m->sets.first);
    free(m->sets.events);
    free(m->sets.segment);
    for (size_t j = 0; m->sets.x && m->terms && j < m->terms->n_columns; j++)
        free(m->sets.x[j]);
    free(m->sets.x);
    free(m->sets.offset);
    free(m->sets.weight);
    free(m->raw);
    logreg__response_free(m->response);
    logreg__rows_free(m->rows);
    logreg__terms_free(m->terms);
    logreg_frame_free(m->frame);
    free(m);
}

/* ---- Sets as a problem sees them ---- */

static void cut_segments(logreg__sets *s)
{
    size_t start = 0;
    for (size_t i = 0; i < s->n; i++) {
        size_t rows = s->first[i + 1] - s->first[i], others = rows - s->events[i];
        size_t chosen = s->events[i] < others ? s->events[i] : others;
        s->most_rows = rows > s->most_rows ? rows : s->most_rows;
        s->most_chosen = chosen > s->most_chosen ? chosen : s->most_chosen;
        if (i == 0 || s->first[i] - start >= LOGREG__SEGMENT_ROWS) {
            s->segment[s->n_segments++] = i;
            start = s->first[i];
        }
    }
    s->segment[s->n_segments] = s->n;
}

/* x = raw less the set's mean. The first row is taken off first: numbers that are close differ by what they differ by. */
static void centre(double *x, const double *raw, size_t stride, const logreg__sets *s)
{
    for (size_t i = 0; i < s->n; i++) {
        size_t first = s->first[i], end = s->first[i + 1];
        logreg__sum sum = {0, 0};
        for (size_t r = first; r < end; r++) {
            x[r] = raw[r * stride] - raw[first * stride];
            logreg__sum_add(&sum, x[r]);
        }
        double mean = logreg__sum_value(sum) / (double)(end - first);
        for (size_t r = first; r < end; r++)
            x[r] -= mean;
    }
}

void logreg__matched_centre(logreg__matched *m)
{
    size_t p = m->terms->n_columns;
    for (size_t j = 0; j < p; j++)
        centre(m->sets.x[j], m->raw + j, p, &m->sets);
}

/* The frame that borrows columns and outcome, and what stands on it. */
static logreg_status stand(logreg__matched *m, char *const *name, size_t p, const double *event,
                           logreg_error *err)
{
    size_t n = m->sets.first[m->sets.n];
    logreg_status status = logreg_frame_new(&m->frame, err);
    for (size_t j = 0; status == LOGREG_OK && j < p; j++)
        status = logreg__frame_borrow(m->frame, name[j], m->sets.x[j], 1, n, 0, err);
    if (status == LOGREG_OK)
        status = logreg__terms_plain(&m->terms, m->frame, false, err);
    if (status == LOGREG_OK)
        status = logreg_frame_add_numeric(m->frame, EVENT, event, n, 1, err);
    if (status == LOGREG_OK)
        status = logreg__rows_complete(&m->rows, m->frame, NULL, 0, err);
    const logreg__outcome outcome = {.target = EVENT};
    return status == LOGREG_OK ? logreg__response_new(&m->response, &outcome, m->frame, m->rows, err)
                               : status;
}

logreg_status logreg__matched_finish(logreg__matched *m, char *const *name, size_t p, logreg_error *err)
{
    logreg__sets *s = &m->sets;
    size_t n = s->first[s->n];
    double *event = logreg__new(n, sizeof *event);
    s->segment = logreg__new(s->n + 1, sizeof *s->segment);
    s->x = logreg__new(p, sizeof *s->x);
    bool ok = event && s->segment && s->x;
    for (size_t j = 0; ok && j < p; j++)
        ok = (s->x[j] = logreg__new_raw(n, sizeof **s->x)) != NULL;
    logreg_status status = ok ? LOGREG_OK : logreg__fail_memory(err);
    if (ok) {
        cut_segments(s);
        for (size_t j = 0; j < p; j++)
            centre(s->x[j], m->raw + j, p, s);
        for (size_t i = 0; i < s->n; i++)
            for (size_t r = 0; r < s->events[i]; r++)
                event[s->first[i] + r] = 1;
        status = stand(m, name, p, event, err);
    }
    if (status != LOGREG_OK && !m->terms) /* whose number of columns logreg__matched_free needs */
        for (size_t j = 0; s->x && j < p; j++)
            free(s->x[j]);
    free(event);
    return status;
}

/* ---- Which row is in which set ---- */

typedef struct {
    double set; /* the stratum's number, or the code of its label */
    double y;
    size_t row; /* kept row of the design */
} member;

static int by_set(const void *a, const void *b)
{
    const member *x = a, *y = b;
    if (x->set != y->set)
        return x->set < y->set ? -1 : 1;
    if (x->y != y->y)
        return x->y > y->y ? -1 : 1;
    return x->row < y->row ? -1 : x->row > y->row;
}

static void fill_members(member *to, const logreg__design *d)
{
    const logreg__column *c = d->response->strata;
    size_t place[LOGREG__BLOCK_ROWS];
    double y[LOGREG__BLOCK_ROWS];
    for (size_t first = 0; first < d->n; first += LOGREG__BLOCK_ROWS) {
        size_t rows = d->n - first < LOGREG__BLOCK_ROWS ? d->n - first : LOGREG__BLOCK_ROWS;
        logreg__rows_list(d->rows, first, rows, place);
        logreg__response_fill(d->response, place, rows, y, NULL, NULL);
        for (size_t i = 0; i < rows; i++)
            to[first + i] = (member){c->kind == LOGREG_NUMERIC ? logreg__column_number(c, place[i])
                                                               : logreg__column_code(c, place[i]),
                                     y[i], first + i};
    }
}

/* Counts the sets, and keeps members of those that say something; how many are kept. */
static size_t sort_out(logreg__matched *m, member *of, size_t n)
{
    size_t kept = 0;
    for (size_t i = 0, end; i < n; i = end) {
        size_t events = 0;
        for (end = i; end < n && of[end].set == of[i].set; end++)
            events += of[end].y > 0;
        m->n_sets++;
        m->n_single += end - i == 1;
        m->n_eventless += end - i > 1 && events == 0;
        m->n_full += end - i > 1 && events == end - i;
        if (events == 0 || events == end - i)
            continue;
        m->sets.first[m->sets.n] = kept;
        m->sets.events[m->sets.n++] = events;
        memmove(of + kept, of + i, (end - i) * sizeof *of);
        kept += end - i;
    }
    m->sets.first[m->sets.n] = kept;
    return kept;
}

static logreg_status fail_no_set(const logreg__matched *m, const logreg__design *d, logreg_error *err)
{
    return logreg__fail(
        err, LOGREG_EDATA,
        "none of the %zu strata of column '%s' has both an event and a non-event (%zu have a single row, "
        "%zu no event, %zu nothing but events): within strata there is nothing to compare",
        m->n_sets, d->response->strata->name, m->n_single, m->n_eventless, m->n_full);
}

/* Writes the rows of the design to their places. place[i]: that of kept row i, SIZE_MAX for none. */
static bool copy_rows(logreg__matched *m, const logreg__design *d, const size_t *place)
{
    logreg__expansion e;
    bool ok = logreg__expansion_init(&e, d);
    while (ok && logreg__expansion_next(&e))
        for (size_t i = 0; i < e.block.rows; i++) {
            size_t to = place[e.first + i];
            for (size_t j = 0; to != SIZE_MAX && j < d->p; j++)
                m->raw[to * d->p + d->column[j]] = e.x[i * d->p + j];
            if (to != SIZE_MAX && m->sets.offset)
                m->sets.offset[to] = e.block.offset ? e.block.offset[i] : 0;
        }
    logreg__expansion_clear(&e);
    return ok;
}

static logreg_status collect(logreg__matched *m, const logreg__design *d, member *of, size_t *place,
                             logreg_error *err)
{
    fill_members(of, d);
    qsort(of, d->n, sizeof *of, by_set);
    size_t kept = sort_out(m, of, d->n);
    if (kept == 0)
        return fail_no_set(m, d, err);
    for (size_t i = 0; i < d->n; i++)
        place[i] = SIZE_MAX;
    for (size_t i = 0; i < kept; i++)
        place[of[i].row] = i;
    bool offset = d->response->offset || d->offset;
    m->raw = logreg__new_raw(kept, d->p * sizeof *m->raw);
    m->sets.offset = offset ? logreg__new_raw(kept, sizeof *m->sets.offset) : NULL;
    if (!m->raw || (offset && !m->sets.offset) || !copy_rows(m, d, place))
        return logreg__fail_memory(err);
    return logreg__matched_finish(m, d->terms->name, d->p, err);
}

logreg_status logreg__matched_new(logreg__matched **out, const logreg__design *d, logreg_error *err)
{
    logreg__matched *m = logreg__new(1, sizeof *m);
    member *of = logreg__new_raw(d->n, sizeof *of);
    size_t *place = logreg__new_raw(d->n, sizeof *place);
    bool ok = m && of && place;
    if (ok) {
        m->sets.first = logreg__new(d->n + 1, sizeof *m->sets.first);
        m->sets.events = logreg__new(d->n, sizeof *m->sets.events);
        ok = m->sets.first && m->sets.events;
    }
    logreg_status status = ok ? collect(m, d, of, place, err) : logreg__fail_memory(err);
    free(of);
    free(place);
    if (status == LOGREG_OK)
        *out = m;
    else
        logreg__matched_free(m);
    return status;
}

/* ---- A part of it ---- */

static void copy_part(logreg__matched *m, const logreg__matched *from, const unsigned char *keep)
{
    const logreg__sets *s = &from->sets;
    size_t p = from->terms->n_columns, n = 0;
    for (size_t i = 0; i < s->n; i++) {
        size_t start = n, events = 0;
        for (size_t r = s->first[i]; r < s->first[i + 1]; r++) {
            if (!keep[r])
                continue;
            memcpy(m->raw + n * p, from->raw + r * p, p * sizeof *m->raw);
            if (s->offset)
                m->sets.offset[n] = s->offset[r];
            events += r - s->first[i] < s->events[i];
            n++;
        }
        if (n == start)
            continue;
        m->sets.first[m->sets.n] = start;
        if (s->weight)
            m->sets.weight[m->sets.n] = s->weight[i];
        m->sets.events[m->sets.n++] = events;
    }
    m->sets.first[m->sets.n] = n;
}

logreg_status logreg__matched_part(logreg__matched **part, const logreg__matched *from,
                                   const unsigned char *keep, logreg_error *err)
{
    size_t n = from->sets.first[from->sets.n], p = from->terms->n_columns;
    logreg__matched *m = logreg__new(1, sizeof *m);
    bool ok = m != NULL;
    if (ok) {
        m->raw = logreg__new_raw(n, p * sizeof *m->raw);
        m->sets.offset = from->sets.offset ? logreg__new_raw(n, sizeof(double)) : NULL;
        m->sets.first = logreg__new(from->sets.n + 1, sizeof *m->sets.first);
        m->sets.events = logreg__new(from->sets.n, sizeof *m->sets.events);
        m->sets.weight = from->sets.weight ? logreg__new_raw(from->sets.n, sizeof(double)) : NULL;
        ok = m->raw && m->sets.first && m->sets.events && (m->sets.offset || !from->sets.offset) &&
             (m->sets.weight || !from->sets.weight);
    }
    if (ok) {
        m->of_classes = from->of_classes;
        copy_part(m, from, keep);
    }
    logreg_status status =
        ok ? logreg__matched_finish(m, from->terms->name, p, err) : logreg__fail_memory(err);
    if (status == LOGREG_OK)
        *part = m;
    else
        logreg__matched_free(m);
    return status;
}
