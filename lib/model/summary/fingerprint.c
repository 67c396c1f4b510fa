/* A hash of the places of the rows used, before any condition took rows away, of their classes by label (so that the choice of the event does not matter), and of
 * their weights: a sum over rows, so that none waits for the one before. It tells slips apart from matches; it is no defence against anyone. */
#include <inttypes.h>
#include <stdio.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/threads.h"
#include "model/fitting.h"

/* One more word; the mixing is that of MurmurHash3's end (A. Appleby). */
static uint64_t mix(uint64_t hash, uint64_t word)
{
    hash = (hash ^ word) * UINT64_C(0x9e3779b97f4a7c15);
    hash ^= hash >> 33;
    hash *= UINT64_C(0xff51afd7ed558ccd);
    return hash ^ hash >> 33;
}

static uint64_t mix_number(uint64_t hash, double x)
{
    uint64_t bits;
    x += 0.0; /* -0 is 0 */
    memcpy(&bits, &x, sizeof bits);
    return mix(hash, bits);
}

static uint64_t mix_text(uint64_t hash, const char *text)
{
    for (; *text; text++)
        hash = mix(hash, (unsigned char)*text);
    return hash;
}

/* Which rows stand in which set, by label or number. */
static uint64_t mix_strata(const logreg__column *c, const logreg_frame *frame, const logreg__rows *rows)
{
    size_t place[LOGREG__BLOCK_ROWS], origin[LOGREG__BLOCK_ROWS];
    uint64_t sum = 0;
    for (size_t first = 0; first < rows->n; first += LOGREG__BLOCK_ROWS) {
        size_t count = rows->n - first < LOGREG__BLOCK_ROWS ? rows->n - first : LOGREG__BLOCK_ROWS;
        logreg__rows_list(rows, first, count, place);
        logreg__frame_origins(origin, frame, place, count);
        for (size_t i = 0; i < count; i++)
            sum += mix(c->kind == LOGREG_NUMERIC ? mix_number(1, logreg__column_number(c, place[i]))
                                                 : mix_text(1, c->levels[logreg__column_code(c, place[i])]),
                       origin[i]);
    }
    return mix(sum, 1);
}

/* The sum over a block of rows, whichever they are. label: the hash of each class. */
static uint64_t sum_block(const logreg_frame *frame, const logreg__rows *rows, const logreg__response *r,
                          const uint64_t *label, size_t first, size_t count)
{
    bool weighted = logreg__response_weighted(r);
    size_t place[LOGREG__BLOCK_ROWS];
    double y[LOGREG__BLOCK_ROWS], w[LOGREG__BLOCK_ROWS];
    logreg__rows_list(rows, first, count, place);
    logreg__response_fill(r, place, count, y, weighted ? w : NULL, NULL);
    uint64_t sum = 0;
    if (frame->origins.n)
        logreg__frame_origins(place, frame, place, count);
    for (size_t i = 0; i < count; i++) {
        uint64_t outcome = r->grouped ? mix_number(0, y[i]) : label[(int64_t)y[i]];
        uint64_t row = mix(outcome, place[i]);
        sum += weighted ? mix_number(row, w[i]) : row;
    }
    return sum;
}

/* The same where all rows are kept, are numbered as they stand and count once, and the column itself holds 0 and 1. */
static uint64_t sum_coded(const double *y, const uint64_t *label, size_t first, size_t count)
{
    uint64_t sum = 0;
    for (size_t i = 0; i < count; i++)
        sum += mix(label[(int64_t)y[i]], first + i);
    return sum;
}

/* The sum over the block of rows that begins at the first. */
static uint64_t sum_from(const logreg_frame *frame, const logreg__rows *rows, const logreg__response *r,
                         const uint64_t *label, size_t first)
{
    size_t count = rows->n - first < LOGREG__BLOCK_ROWS ? rows->n - first : LOGREG__BLOCK_ROWS;
    const double *y = frame->origins.n ? NULL : logreg__response_in_place(r, rows, first);
    if (!y)
        return sum_block(frame, rows, r, label, first, count);
    logreg__response_near(r, rows, first + LOGREG__BLOCK_ROWS);
    return sum_coded(y, label, first, count);
}

logreg_status logreg__fingerprint(char text[LOGREG__FINGERPRINT_SIZE], const logreg_frame *frame,
                                  const logreg__rows *rows, const logreg__response *r, int threads,
                                  logreg_error *err)
{
    uint64_t *label = logreg__new(r->n_classes, sizeof *label), sum = 0;
    if (!label)
        return logreg__fail_memory(err);
    for (size_t c = 0; c < r->n_classes; c++)
        label[c] = mix_text(0, r->label[c]);
    threads = logreg__threads_for(threads, rows->n);
#pragma omp parallel for num_threads(threads) if (threads > 1) reduction(+ : sum)
    for (size_t first = 0; first < rows->n; first += LOGREG__BLOCK_ROWS)
        sum += sum_from(frame, rows, r, label, first);
    if (r->strata)
        sum += mix_strata(r->strata, frame, rows);
    free(label);
    snprintf(text, LOGREG__FINGERPRINT_SIZE, "%016" PRIx64, mix(sum, rows->n));
    return LOGREG_OK;
}
