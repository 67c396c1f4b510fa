/* Sorting doubles as integers. */
#ifndef LOGREG_METRICS_SORT_KEYS_H
#define LOGREG_METRICS_SORT_KEYS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* An integer that is ordered as p is, for p in [0, 1], with a mark in its last bit. */
static inline uint64_t logreg__key_of(double p, bool mark)
{
    uint64_t bits;
    p += 0.0; /* -0 is 0 */
    memcpy(&bits, &p, sizeof bits);
    return bits << 1 | mark;
}

/* Of scores in [0, 1], without marks: do they tie? Those of one group of rows may be found by different sums, whose roundings are some doubles
 * of the log-odds: about 1024 (1 - p) doubles of p, and twice that for each halving of p below one half, where the log-odds grow. */
static inline bool logreg__scores_tie(uint64_t lower, uint64_t upper)
{
    const uint64_t one = UINT64_C(0x3ff) << 52;
    return upper - lower <= (one - lower) >> 43;
}

static inline bool logreg__keys_tie(uint64_t lower, uint64_t upper)
{
    return logreg__scores_tie(lower >> 1, upper >> 1);
}

static inline double logreg__key_value(uint64_t key)
{
    double p;
    key >>= 1;
    memcpy(&p, &key, sizeof p);
    return p;
}

/* Room for the counts of a sort of n keys, in counts. */
size_t logreg__sort_counts(size_t n);

/* Sorts n keys (fewer than 2^32) by their values, whatever their marks, with as much room beside them; returns that of the two arrays which
 * holds them in order. O(n). */
uint64_t *logreg__sort_keys(uint64_t *key, uint64_t *room, size_t n, uint32_t *count);

#endif
