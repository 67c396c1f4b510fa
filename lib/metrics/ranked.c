/* Events and others that all count once, with scores in [0, 1], are sorted as keys of 64 bits (sort_keys.c). All else by a radix sort from
 * the last byte to the first (Knuth, TAOCP 3, 5.2.5): probabilities share most of their exponent, so that some of the eight passes have
 * nothing to do, and the others run at the speed of memory.
 */
#include "metrics/ranked.h"

#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/sum.h"
#include "metrics/sort_keys.h"

#define BYTES 8
#define BITS 8
#define VALUES 256

/* An integer that is ordered as the double is. */
static uint64_t key(double p)
{
    uint64_t bits;
    memcpy(&bits, &p, sizeof bits);
    return bits >> 63 ? ~bits : bits | (uint64_t)1 << 63;
}

static unsigned byte_of(double p, int which)
{
    return (unsigned)(key(p) >> (BITS * which)) & (VALUES - 1);
}

/* Stable; returns which of the two arrays holds the rows in order. */
static logreg__tie *sort(logreg__tie *row, logreg__tie *other, size_t n)
{
    size_t place[BYTES][VALUES] = {{0}};
    for (size_t i = 0; i < n; i++)
        for (int b = 0; b < BYTES; b++)
            place[b][byte_of(row[i].p, b)]++;
    for (int b = 0; b < BYTES; b++) {
        if (n && place[b][byte_of(row[0].p, b)] == n)
            continue;
        size_t before = 0;
        for (int v = 0; v < VALUES; v++) {
            size_t count = place[b][v];
            place[b][v] = before;
            before += count;
        }
        for (size_t i = 0; i < n; i++)
            other[place[b][byte_of(row[i].p, b)]++] = row[i];
        logreg__tie *swap = row;
        row = other;
        other = swap;
    }
    return row;
}

/* Scores that are no probabilities tie where they are equal. */
static bool tie(double lower, double upper)
{
    bool probabilities = lower >= 0 && upper <= 1;
    return probabilities ? logreg__scores_tie(logreg__key_of(lower, 0) >> 1, logreg__key_of(upper, 0) >> 1)
                         : lower == upper;
}

/* Adds up rows whose p tie; returns the number of those that do not. */
static size_t merge(logreg__tie *row, size_t n)
{
    size_t last = 0;
    for (size_t i = 1; i < n; i++) {
        if (tie(row[last].p, row[i].p)) {
            row[last].events += row[i].events;
            row[last].others += row[i].others;
        } else {
            row[++last] = row[i];
        }
    }
    return n ? last + 1 : 0;
}

/* Copies the rows that count; SIZE_MAX if one of them has no place in the order. */
static size_t collect(logreg__tie *row, const double *y, const double *p, const double *w, size_t n)
{
    size_t kept = 0;
    for (size_t i = 0; i < n; i++) {
        double weight = w ? w[i] : 1;
        if (weight == 0)
            continue;
        if (isnan(p[i]))
            return SIZE_MAX;
        /* adding 0 turns -0 into 0, so that they tie */
        row[kept++] = (logreg__tie){p[i] + 0.0, weight * y[i], weight * (1 - y[i])};
    }
    return kept;
}

static void add_up(logreg__ranked *ranked)
{
    logreg__sum events = {0, 0}, others = {0, 0};
    for (size_t i = 0; i < ranked->n; i++) {
        logreg__sum_add(&events, ranked->tie[i].events);
        logreg__sum_add(&others, ranked->tie[i].others);
    }
    ranked->events = logreg__sum_value(events);
    ranked->others = logreg__sum_value(others);
}

/* ---- Rows that all count once ---- */

/* More have no place in the counts of the sort. */
#define MOST_KEYS UINT32_MAX

static bool count_once(const double *y, const double *p, const double *w, size_t n)
{
    bool odd = n == 0 || n >= MOST_KEYS;
    for (size_t i = 0; !odd && i < n; i++)
        odd = (y[i] != 0 && y[i] != 1) || !(p[i] >= 0 && p[i] <= 1) || (w && w[i] != 1);
    return !odd;
}

/* Ties of sorted keys; returns how many there are. NULL: they are only counted. */
static size_t gather(logreg__tie *tie, const uint64_t *key, size_t n)
{
    size_t ties = 0;
    for (size_t i = 0; i < n; ties++) {
        uint64_t first = key[i];
        size_t events = 0, from = i;
        for (; i < n && logreg__keys_tie(first, key[i]); i++)
            events += key[i] & 1;
        if (tie)
            tie[ties] = (logreg__tie){logreg__key_value(first), (double)events, (double)(i - from - events)};
    }
    return ties;
}

bool logreg__ranked_gather(logreg__ranked *ranked, const uint64_t *sorted, size_t n)
{
    ranked->n = gather(NULL, sorted, n);
    ranked->tie = logreg__new_raw(ranked->n, sizeof *ranked->tie);
    if (ranked->tie)
        gather(ranked->tie, sorted, n);
    return ranked->tie != NULL;
}

/* false: out of memory. */
static bool rank_keys(logreg__ranked *ranked, const double *y, const double *p, size_t n)
{
    uint64_t *key = logreg__new_raw(n, sizeof *key), *room = logreg__new_raw(n, sizeof *room);
    uint32_t *count = logreg__new_raw(logreg__sort_counts(n), sizeof *count);
    bool ok = key && room && count;
    if (ok) {
        for (size_t i = 0; i < n; i++)
            key[i] = logreg__key_of(p[i], y[i] == 1);
        ok = logreg__ranked_gather(ranked, logreg__sort_keys(key, room, n, count), n);
    }
    free(key);
    free(room);
    free(count);
    return ok;
}

/* ---- Any rows ---- */

/* false: out of memory. */
static bool rank_rows(logreg__ranked *ranked, const double *y, const double *p, const double *w, size_t n)
{
    logreg__tie *row = logreg__new_raw(n, sizeof *row), *room = logreg__new_raw(n, sizeof *room);
    if (!row || !room) {
        free(row);
        free(room);
        return false;
    }
    size_t kept = collect(row, y, p, w, n);
    ranked->unordered = kept == SIZE_MAX;
    if (ranked->unordered)
        kept = 0;
    ranked->tie = sort(row, room, kept);
    ranked->n = merge(ranked->tie, kept);
    free(ranked->tie == row ? room : row);
    return true;
}

logreg_status logreg__ranked_new(logreg__ranked **ranked, const double *y, const double *p, const double *w,
                                 size_t n, logreg_error *err)
{
    logreg__ranked *new = logreg__new(1, sizeof *new);
    bool once = count_once(y, p, w, n);
    if (!new || !(once ? rank_keys(new, y, p, n) : rank_rows(new, y, p, w, n))) {
        free(new);
        return logreg__fail_memory(err);
    }
    add_up(new);
    *ranked = new;
    return LOGREG_OK;
}

void logreg__ranked_free(logreg__ranked *ranked)
{
    if (ranked)
        free(ranked->tie);
    free(ranked);
}
