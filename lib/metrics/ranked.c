/* A radix sort from the last byte to the first (Knuth, TAOCP 3, 5.2.5): probabilities share most of their
 * exponent, so that some of the eight passes have nothing to do, and the others run at the speed of memory.
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

logreg_status logreg__ranked_new(logreg__ranked **ranked, const double *y, const double *p, const double *w,
                                 size_t n, logreg_error *err)
{
    logreg__ranked *new = logreg__new(1, sizeof *new);
    logreg__tie *row = logreg__new_raw(n, sizeof *row), *room = logreg__new_raw(n, sizeof *room);
    bool ok = new &&row &&room;
    if (ok) {
        size_t kept = collect(row, y, p, w, n);
        new->unordered = kept == SIZE_MAX;
        if (new->unordered)
            kept = 0;
        new->tie = sort(row, room, kept);
        new->n = merge(new->tie, kept);
        add_up(new);
        free(new->tie == row ? room : row);
        *ranked = new;
        return LOGREG_OK;
    }
    free(new);
    free(row);
    free(room);
    return logreg__fail_memory(err);
}

void logreg__ranked_free(logreg__ranked *ranked)
{
    if (ranked)
        free(ranked->tie);
    free(ranked);
}
