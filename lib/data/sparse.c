#include "data/sparse.h"

#include <math.h>
#include <stdint.h>

#include "base/error.h"
#include "base/memory.h"

logreg__sparse *logreg__sparse_new(size_t n, size_t p, size_t room)
{
    logreg__sparse *s = logreg__new(1, sizeof *s);
    if (!s)
        return NULL;
    *s = (logreg__sparse){.n = n,
                          .p = p,
                          .start = logreg__new(n + 1, sizeof *s->start),
                          .column = logreg__new_raw(room, sizeof *s->column),
                          .value = logreg__new_raw(room, sizeof *s->value),
                          .room = room};
    if (!s->start || !s->column || !s->value) {
        logreg__sparse_free(s);
        return NULL;
    }
    logreg__sparse_show(s);
    return s;
}

void logreg__sparse_show(logreg__sparse *s)
{
    s->view = (gsl_spmatrix){.size1 = s->n,
                             .size2 = s->p,
                             .i = s->column,
                             .data = s->value,
                             .p = s->start,
                             .nzmax = s->room,
                             .nz = (size_t)s->start[s->n],
                             .sptype = GSL_SPMATRIX_CSR};
}

void logreg__sparse_free(logreg__sparse *s)
{
    if (!s)
        return;
    free(s->start);
    free(s->column);
    free(s->value);
    free(s);
}

/* Where `wanted` stands among column[from] < .. < column[n - 1], or where it would. */
static size_t find(const uint32_t *column, size_t from, size_t n, uint32_t wanted)
{
    size_t end = from, step = 1;
    while (end < n && column[end] < wanted) {
        from = end + 1;
        end += step;
        step *= 2;
    }
    end = end < n ? end : n;
    while (from < end) {
        size_t mid = from + (end - from) / 2;
        if (column[mid] < wanted)
            from = mid + 1;
        else
            end = mid;
    }
    return from;
}

/* The numbers of row r, from those of s->p columns, by searches: of columns that are too many for a list of all. */
static void pick_by_search(logreg__sparse *s, size_t r, const logreg__sparse *from, size_t row,
                           const uint32_t *column)
{
    int at = s->start[r];
    size_t to = 0;
    for (int k = from->start[row]; k < from->start[row + 1] && to < s->p; k++) {
        uint32_t wanted = (uint32_t)from->column[k];
        to = find(column, to, s->p, wanted);
        if (to == s->p || column[to] != wanted)
            continue;
        s->column[at] = (int)to;
        s->value[at++] = from->value[k];
    }
    s->start[r + 1] = at;
}

/* The same by a list: 1 + where each column stands, 0 where nobody wants it. */
static void pick_by_list(logreg__sparse *s, size_t r, const logreg__sparse *from, size_t row,
                         const uint32_t *place)
{
    int at = s->start[r];
    for (int k = from->start[row]; k < from->start[row + 1]; k++) {
        uint32_t to = place[from->column[k]];
        s->column[at] = (int)to - 1; /* written over by the next where it is none */
        s->value[at] = from->value[k];
        at += to > 0;
    }
    s->start[r + 1] = at;
}

/* A list of all columns is made where they are no more than so many times the numbers that it sorts. */
#define LISTED 4

logreg__sparse *logreg__sparse_pick(const logreg__sparse *from, size_t first, size_t rows,
                                    const uint32_t *column, size_t n)
{
    size_t room = (size_t)(from->start[first + rows] - from->start[first]);
    bool listed = from->p / LISTED <= room;
    uint32_t *place = listed ? logreg__new(from->p, sizeof *place) : NULL;
    logreg__sparse *s = listed && !place ? NULL : logreg__sparse_new(rows, n, room);
    for (size_t to = 0; s && place && to < n; to++)
        place[column[to]] = (uint32_t)to + 1;
    for (size_t r = 0; s && r < rows; r++)
        if (place)
            pick_by_list(s, r, from, first + r, place);
        else
            pick_by_search(s, r, from, first + r, column);
    free(place);
    if (s)
        logreg__sparse_show(s);
    return s;
}

uint32_t *logreg__sparse_held(size_t *n, const logreg__sparse *s)
{
    uint64_t *bits = logreg__new(s->p / 64 + 1, sizeof *bits);
    uint32_t *held = NULL;
    size_t count = 0;
    for (int k = 0; bits && k < s->start[s->n]; k++) {
        uint64_t bit = (uint64_t)1 << (s->column[k] % 64), *word = &bits[s->column[k] / 64];
        count += !(*word & bit);
        *word |= bit;
    }
    if (bits)
        held = logreg__new(count ? count : 1, sizeof *held);
    *n = count ? count : 1;
    for (size_t w = 0, at = 0; held && w <= s->p / 64; w++)
        for (uint64_t word = bits[w]; word; word &= word - 1)
            held[at++] = (uint32_t)(64 * w + (size_t)__builtin_ctzll(word));
    free(bits);
    return held;
}

void logreg__sparse_keep(logreg__sparse *s, const unsigned char *stays)
{
    int to = 0;
    size_t kept = 0;
    for (size_t r = 0; r < s->n; r++) {
        int first = s->start[r], end = s->start[r + 1];
        if (!stays[r])
            continue;
        for (int k = first; k < end; k++, to++) {
            s->column[to] = s->column[k];
            s->value[to] = s->value[k];
        }
        s->start[kept++] = to - (end - first);
    }
    s->start[kept] = to;
    s->n = kept;
    logreg__sparse_show(s);
}

/* ---- From GSL's ---- */

/* One number of a matrix of any storage. */
typedef struct {
    size_t row, column;
    double value;
} entry;

static bool has_major(const gsl_spmatrix *X)
{
    return X->sptype == GSL_SPMATRIX_CSC || X->sptype == GSL_SPMATRIX_CSR;
}

/* Number k, which stands in run `major` of compressed ones. */
static entry entry_at(const gsl_spmatrix *X, size_t major, size_t k)
{
    size_t i = (size_t)X->i[k];
    if (X->sptype == GSL_SPMATRIX_CSR)
        return (entry){major, i, X->data[k]};
    return (entry){i, X->sptype == GSL_SPMATRIX_CSC ? major : (size_t)X->p[k], X->data[k]};
}

static logreg_status check_entry(const gsl_spmatrix *X, entry e, logreg_error *err)
{
    if (e.row >= X->size1 || e.column >= X->size2)
        return logreg__fail(err, LOGREG_EINVAL, "X has an index out of its range of %zu x %zu", X->size1,
                            X->size2);
    if (fabs(e.value) <= LOGREG__LARGEST_SPARSE)
        return LOGREG_OK;
    return logreg__fail(err, LOGREG_EINVAL, "X(%zu, %zu) is %g; numbers should be finite, and 1e100 at most",
                        e.row, e.column, e.value);
}

/* Goes through all numbers: puts them into the runs that start[] says, by column or by row; or counts them there. */
typedef struct {
    const gsl_spmatrix *X;
    int *start; /* where the next of each run goes; when counting, start[1 + run] counts */
    entry *to;  /* NULL: count */
    bool by_row;
} dealing;

static void deal(dealing *d, entry e)
{
    size_t run = d->by_row ? e.row : e.column;
    if (d->to)
        d->to[d->start[run]++] = e;
    else
        d->start[run + 1]++;
}

static logreg_status deal_all(dealing *d, logreg_error *err)
{
    const gsl_spmatrix *X = d->X;
    size_t runs = !has_major(X) ? 1 : X->sptype == GSL_SPMATRIX_CSR ? X->size1 : X->size2;
    for (size_t major = 0; major < runs; major++) {
        size_t first = has_major(X) ? (size_t)X->p[major] : 0,
               end = has_major(X) ? (size_t)X->p[major + 1] : X->nz;
        if (end > X->nz || first > end)
            return logreg__fail(err, LOGREG_EINVAL, "X is no sparse matrix: its runs do not ascend");
        for (size_t k = first; k < end; k++) {
            entry e = entry_at(X, major, k);
            logreg_status status = check_entry(X, e, err);
            if (status != LOGREG_OK)
                return status;
            deal(d, e);
        }
    }
    return LOGREG_OK;
}

static void add_up(int *start, size_t n)
{
    for (size_t i = 0; i < n; i++)
        start[i + 1] += start[i];
}

/* Rows in order, by two rounds of dealing: to the columns, then from these to the rows. */
static logreg_status sort(logreg__sparse *s, const gsl_spmatrix *X, entry *by_column, int *place,
                          logreg_error *err)
{
    dealing columns = {X, place, NULL, false};
    logreg_status status = deal_all(&columns, err);
    if (status != LOGREG_OK)
        return status;
    add_up(place, X->size2);
    size_t count = (size_t)place[X->size2];
    columns.to = by_column;
    status = deal_all(&columns, err);
    for (size_t k = 0; k < count; k++)
        s->start[by_column[k].row + 1]++;
    add_up(s->start, s->n);
    for (size_t k = 0; k < count; k++) {
        const entry *e = &by_column[k];
        int at = s->start[e->row]++;
        s->column[at] = (int)e->column;
        s->value[at] = e->value;
    }
    for (size_t r = s->n; r > 0; r--)
        s->start[r] = s->start[r - 1];
    s->start[0] = 0;
    for (size_t r = 0; status == LOGREG_OK && r < s->n; r++)
        for (int k = s->start[r] + 1; k < s->start[r + 1]; k++)
            if (s->column[k] == s->column[k - 1])
                return logreg__fail(err, LOGREG_EINVAL, "X(%zu, %d) stands twice", r, s->column[k]);
    return status;
}

logreg_status logreg__sparse_copy(logreg__sparse **out, const gsl_spmatrix *X, logreg_error *err)
{
    if (X->size1 >= LOGREG__MOST_SPARSE || X->size2 >= LOGREG__MOST_SPARSE || X->nz >= LOGREG__MOST_SPARSE)
        return logreg__fail(err, LOGREG_EINVAL, "X has more rows, columns or numbers than 2147483646");
    logreg__sparse *s = logreg__sparse_new(X->size1, X->size2, X->nz);
    entry *by_column = logreg__new_raw(X->nz, sizeof *by_column);
    int *place = logreg__new(X->size2 + 1, sizeof *place);
    logreg_status status =
        s && by_column && place ? sort(s, X, by_column, place, err) : logreg__fail_memory(err);
    free(by_column);
    free(place);
    if (status == LOGREG_OK) {
        logreg__sparse_show(s);
        *out = s;
    } else {
        logreg__sparse_free(s);
    }
    return status;
}
