/* Kept rows as a bitmap over the frame's rows, with the place where each segment of kept rows begins. */
#include "data/rows.h"

#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "data/frame.h"

static bool has_bit(const uint64_t *bits, size_t i)
{
    return bits[i / 64] >> (i % 64) & 1;
}

/* Counts the kept rows and notes where their segments begin; a bitmap that keeps everything is let go. */
static logreg_status finish(logreg__rows *rows, logreg_error *err)
{
    size_t n = 0;
    for (size_t i = 0; i < rows->n_total / 64; i++)
        n += (size_t)__builtin_popcountll(rows->bits[i]);
    for (size_t i = rows->n_total / 64 * 64; i < rows->n_total; i++)
        n += has_bit(rows->bits, i);
    rows->n = n;
    if (n == rows->n_total) {
        free(rows->bits);
        rows->bits = NULL;
        return LOGREG_OK;
    }
    rows->start = logreg__new(logreg__runs(n), sizeof *rows->start);
    if (!rows->start)
        return logreg__fail_memory(err);
    for (size_t i = 0, kept = 0; i < rows->n_total; i++)
        if (has_bit(rows->bits, i) && kept++ % LOGREG__SEGMENT_ROWS == 0)
            rows->start[(kept - 1) / LOGREG__SEGMENT_ROWS] = i;
    return LOGREG_OK;
}

/* Rows with room for a bitmap of n_total zeros, or NULL. */
static logreg__rows *make(size_t n_total)
{
    logreg__rows *rows = logreg__new(1, sizeof *rows);
    uint64_t *bits = logreg__new(n_total / 64 + 1, sizeof *bits);
    if (!rows || !bits) {
        free(rows);
        free(bits);
        return NULL;
    }
    rows->n_total = n_total;
    rows->bits = bits;
    return rows;
}

static logreg_status deliver(logreg__rows **out, logreg__rows *rows, logreg_error *err)
{
    logreg_status status = finish(rows, err);
    if (status == LOGREG_OK)
        *out = rows;
    else
        logreg__rows_free(rows);
    return status;
}

logreg_status logreg__rows_complete(logreg__rows **out, const logreg_frame *frame, const size_t *column,
                                    size_t n_columns, logreg_error *err)
{
    bool all = true;
    for (size_t j = 0; j < n_columns; j++)
        all = all && frame->column[column[j]].n_missing == 0;
    logreg__rows *rows = all ? logreg__new(1, sizeof *rows) : make(frame->n_rows);
    if (!rows)
        return logreg__fail_memory(err);
    if (all) {
        rows->n = rows->n_total = frame->n_rows;
        *out = rows;
        return LOGREG_OK;
    }
    memset(rows->bits, 0xff, (frame->n_rows / 64 + 1) * sizeof *rows->bits);
    for (size_t j = 0; j < n_columns; j++) {
        const logreg__column *c = &frame->column[column[j]];
        for (size_t i = 0; c->n_missing && i < frame->n_rows; i++)
            if (logreg__cell_is_missing(c, i))
                rows->bits[i / 64] &= ~((uint64_t)1 << (i % 64));
    }
    return deliver(out, rows, err);
}

logreg_status logreg__rows_subset(logreg__rows **out, const logreg__rows *from, const unsigned char *drop,
                                  logreg_error *err)
{
    logreg__rows *rows = make(from->n_total);
    if (!rows)
        return logreg__fail_memory(err);
    for (size_t i = 0, kept = 0; i < from->n_total; i++) {
        bool was_kept = !from->bits || has_bit(from->bits, i);
        if (was_kept && !drop[kept++])
            rows->bits[i / 64] |= (uint64_t)1 << (i % 64);
    }
    return deliver(out, rows, err);
}

logreg_status logreg__rows_leave_out(logreg__rows *rows, const unsigned char *drop, logreg_error *err)
{
    size_t words = rows->n_total / 64 + 1;
    bool all = !rows->bits;
    if (all)
        rows->bits = logreg__new_raw(words, sizeof *rows->bits);
    if (!rows->bits)
        return logreg__fail_memory(err);
    if (all)
        memset(rows->bits, 0xff, words * sizeof *rows->bits);
    for (size_t i = 0, kept = 0; i < rows->n_total; i++)
        if (has_bit(rows->bits, i) && drop[kept++])
            rows->bits[i / 64] &= ~((uint64_t)1 << (i % 64));
    free(rows->start);
    rows->start = NULL;
    return finish(rows, err);
}

/* Does the row stand for nothing by one of the weights? */
static bool is_weightless(const logreg__weighing *weighing, size_t n, size_t row)
{
    bool nothing = false;
    for (size_t i = 0; i < n && !nothing; i++) {
        const logreg__column *weight = weighing[i].weight, *counted = weighing[i].counted;
        nothing =
            weight && weight->kind == LOGREG_NUMERIC && logreg__column_number(weight, row) == 0 &&
            (!counted || counted->kind != LOGREG_NUMERIC || !(fabs(logreg__column_number(counted, row)) > 0));
    }
    return nothing;
}

/* Is there anything to walk the rows for? Most fits have no weights, and millions of rows. */
static bool weighs(const logreg__weighing *weighing, size_t n)
{
    bool any = false;
    for (size_t i = 0; i < n; i++)
        any = any || (weighing[i].weight && weighing[i].weight->kind == LOGREG_NUMERIC);
    return any;
}

logreg_status logreg__rows_weigh(logreg__rows *rows, const logreg__weighing *weighing, size_t n,
                                 logreg_error *err)
{
    size_t words = rows->n_total / 64 + 1;
    rows->n_weightless = 0;
    if (!weighs(weighing, n))
        return LOGREG_OK;
    for (size_t i = 0; i < rows->n_total; i++)
        rows->n_weightless += is_weightless(weighing, n, i);
    if (rows->n_weightless == 0)
        return LOGREG_OK;
    rows->weightless = logreg__new(words, sizeof *rows->weightless);
    bool all = !rows->bits;
    if (all)
        rows->bits = logreg__new_raw(words, sizeof *rows->bits);
    if (!rows->weightless || !rows->bits)
        return logreg__fail_memory(err);
    if (all)
        memset(rows->bits, 0xff, words * sizeof *rows->bits);
    for (size_t i = 0; i < rows->n_total; i++)
        rows->weightless[i / 64] |= (uint64_t)is_weightless(weighing, n, i) << (i % 64);
    for (size_t i = 0; i < words; i++)
        rows->bits[i] &= ~rows->weightless[i];
    free(rows->start);
    rows->start = NULL;
    return finish(rows, err);
}

size_t logreg__rows_missing(const logreg__rows *rows, const logreg__column *column)
{
    size_t n = column->n_missing;
    for (size_t i = 0; n && rows->weightless && i < rows->n_total; i++)
        n -= logreg__rows_weightless(rows, i) && logreg__cell_is_missing(column, i);
    return n;
}

void logreg__rows_list(const logreg__rows *rows, size_t first, size_t count, size_t *place)
{
    if (rows->order) {
        for (size_t r = 0; r < count; r++)
            place[r] = rows->place ? rows->place[rows->order[first + r]] : rows->order[first + r];
        return;
    }
    if (!rows->bits) {
        for (size_t r = 0; r < count; r++)
            place[r] = first + r;
        return;
    }
    if (count == 0)
        return;
    size_t skip = first % LOGREG__SEGMENT_ROWS, begin = rows->start[first / LOGREG__SEGMENT_ROWS];
    size_t at = begin / 64;
    uint64_t word = rows->bits[at] & ~(uint64_t)0 << begin % 64;
    for (size_t in; (in = (size_t)__builtin_popcountll(word)) <= skip; word = rows->bits[++at])
        skip -= in;
    for (; skip; skip--)
        word &= word - 1;
    for (size_t found = 0; found < count; word &= word - 1) {
        while (!word)
            word = rows->bits[++at];
        place[found++] = 64 * at + (size_t)__builtin_ctzll(word);
    }
}

logreg_status logreg__rows_copy(logreg__rows *rows, const logreg_frame *frame, const logreg__column *column,
                                logreg_error *err)
{
    if (!rows->copy) {
        rows->copy = logreg__new(frame->n_columns, sizeof *rows->copy);
        if (!rows->copy)
            return logreg__fail_memory(err);
        rows->copied = frame;
        rows->n_copies = frame->n_columns;
    }
    double **copy = &rows->copy[column - frame->column];
    if (*copy)
        return LOGREG_OK;
    *copy = logreg__new_raw(rows->n, sizeof **copy);
    if (!*copy)
        return logreg__fail_memory(err);
    size_t place[LOGREG__BLOCK_ROWS];
    for (size_t first = 0; first < rows->n; first += LOGREG__BLOCK_ROWS) {
        size_t count = rows->n - first < LOGREG__BLOCK_ROWS ? rows->n - first : LOGREG__BLOCK_ROWS;
        logreg__rows_list(rows, first, count, place);
        for (size_t i = 0; i < count; i++)
            (*copy)[first + i] = logreg__column_number(column, place[i]);
    }
    return LOGREG_OK;
}

void logreg__rows_free(logreg__rows *rows)
{
    if (!rows)
        return;
    for (size_t j = 0; j < rows->n_copies; j++)
        free(rows->copy[j]);
    free(rows->copy);
    free(rows->bits);
    free(rows->start);
    free(rows->weightless);
    logreg__rows_free(rows->held);
    logreg__rows_free(rows->whole);
    free(rows);
}
