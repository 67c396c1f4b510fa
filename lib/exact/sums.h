/* Sums that are possible, each with its weight: a hash table. */
#ifndef LOGREG_EXACT_SUMS_H
#define LOGREG_EXACT_SUMS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Starts as {.width = ..}; a first logreg__sums_grow gives it room. */
typedef struct {
    size_t n, room, width;
    int64_t *key; /* [n x width] */
    double *weight;
    uint32_t *slot; /* a power of two, at least 2 room */
    size_t slots;
} logreg__sums;

/* Weights beyond this are scaled down. */
#define LOGREG__HEAVY 0x1p600

/* Room for so many. False: memory is out, and all that were there still are. */
bool logreg__sums_grow(logreg__sums *sums, size_t room);

/* Adds to the weight of a key, which may be new. False: memory is out. */
bool logreg__sums_add(logreg__sums *sums, const int64_t *key, double weight);

/* Divides all weights by LOGREG__HEAVY, if one is beyond it. */
void logreg__sums_scale(logreg__sums *sums);

/* Forgets all, but for the room. */
void logreg__sums_empty(logreg__sums *sums);

void logreg__sums_clear(logreg__sums *sums);

#endif
