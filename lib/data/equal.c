#include "data/equal.h"

#include <stdlib.h>

#include "base/memory.h"
#include "data/sparse.h"

static uint64_t mix(uint64_t hash, uint64_t bits)
{
    hash = (hash ^ bits) * 0x9e3779b97f4a7c15u;
    return hash ^ hash >> 29;
}

/* Where the numbers of a row begin in the sparse columns, and how many there are. */
static int sparse_row(int *n, const logreg_frame *frame, size_t i)
{
    const int *start = frame->sparse->start + frame->n_before + i;
    *n = start[1] - start[0];
    return start[0];
}

static bool same_sparse(const logreg_frame *frame, size_t i, size_t k)
{
    int n, m, a = sparse_row(&n, frame, i), b = sparse_row(&m, frame, k);
    const logreg__sparse *s = frame->sparse;
    bool same = n == m;
    for (int j = 0; j < n && same; j++)
        same = s->column[a + j] == s->column[b + j] && s->value[a + j] == s->value[b + j];
    return same;
}

bool logreg__rows_equal(const logreg_frame *frame, size_t i, size_t k)
{
    size_t j = 0;
    while (j < frame->n_columns && logreg__cells_equal(&frame->column[j], i, k))
        j++;
    return j == frame->n_columns && (!frame->sparse || same_sparse(frame, i, k));
}

uint64_t logreg__row_hash(const logreg_frame *frame, size_t i)
{
    uint64_t hash = 0, bits;
    for (size_t j = 0; j < frame->n_columns; j++)
        hash = mix(hash, logreg__cell_bits(&frame->column[j], i));
    int n = 0, at = frame->sparse ? sparse_row(&n, frame, i) : 0;
    for (int k = at; k < at + n; k++) {
        memcpy(&bits, &frame->sparse->value[k], sizeof bits);
        hash = mix(mix(hash, bits), (uint64_t)frame->sparse->column[k]);
    }
    return hash;
}

bool logreg__row_is_empty(const logreg_frame *frame, size_t i)
{
    size_t j = 0;
    int n = 0;
    if (frame->sparse) {
        sparse_row(&n, frame, i);
        return n == 0;
    }
    while (j < frame->n_columns && logreg__cell_is_missing(&frame->column[j], i))
        j++;
    return j == frame->n_columns;
}

double logreg__equal_rows(uint32_t *before, const logreg_frame *frame)
{
    size_t rows = frame->n_rows, size = 64;
    double pairs = 0;
    while (size < 2 * rows)
        size *= 2;
    uint32_t *slot = logreg__new(size, sizeof *slot), *times = logreg__new_raw(rows, sizeof *times);
    bool ok = slot && times;
    for (size_t i = 0; i < rows && ok; i++) {
        size_t at = (size_t)(logreg__row_hash(frame, i) >> 20) & (size - 1);
        before[i] = 0;
        if (logreg__row_is_empty(frame, i))
            continue;
        while (slot[at] && !logreg__rows_equal(frame, slot[at] - 1, i))
            at = (at + 1) & (size - 1);
        before[i] = slot[at];
        times[i] = before[i] ? times[before[i] - 1] + 1 : 0;
        pairs += times[i];
        slot[at] = (uint32_t)i + 1;
    }
    free(slot);
    free(times);
    return ok ? pairs : -1;
}
