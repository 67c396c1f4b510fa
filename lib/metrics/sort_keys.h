/* Sorting doubles as integers. */
#ifndef LOGREG_METRICS_SORT_KEYS_H
#define LOGREG_METRICS_SORT_KEYS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* An integer that is ordered as the double is; -0 and 0 are alike. */
static inline uint64_t logreg__key_of(double p)
{
    uint64_t bits;
    p += 0.0;
    memcpy(&bits, &p, sizeof bits);
    return bits >> 63 ? ~bits : bits | (uint64_t)1 << 63;
}

static inline double logreg__of_key(uint64_t key)
{
    double p;
    key = key >> 63 ? key ^ (uint64_t)1 << 63 : ~key;
    memcpy(&p, &key, sizeof p);
    return p;
}

/* Sorts n keys with as much room beside them; *sorted is that of the two arrays which holds them in order. O(n). false: out of
 * memory. */
bool logreg__sort_keys(uint64_t **sorted, uint64_t *key, uint64_t *room, size_t n);

#endif
