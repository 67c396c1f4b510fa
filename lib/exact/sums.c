#include "exact/sums.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define EMPTY UINT32_MAX

static uint64_t hash(const int64_t *key, size_t width)
{
    uint64_t h = 0;
    for (size_t i = 0; i < width; i++) {
        h = (h ^ (uint64_t)key[i]) * UINT64_C(0x9e3779b97f4a7c15);
        h ^= h >> 29;
    }
    return h;
}

void logreg__sums_clear(logreg__sums *t)
{
    free(t->key);
    free(t->weight);
    free(t->slot);
}

void logreg__sums_empty(logreg__sums *t)
{
    t->n = 0;
    memset(t->slot, 0xFF, t->slots * sizeof *t->slot);
}

/* The slot of a key, or the empty one where it goes. */
static size_t find(const logreg__sums *t, const int64_t *key)
{
    size_t at = hash(key, t->width) & (t->slots - 1);
    while (t->slot[at] != EMPTY && memcmp(t->key + t->slot[at] * t->width, key, t->width * sizeof *key) != 0)
        at = (at + 1) & (t->slots - 1);
    return at;
}

bool logreg__sums_grow(logreg__sums *t, size_t room)
{
    size_t slots = 4;
    while (slots < 2 * room)
        slots *= 2;
    int64_t *key = realloc(t->key, room * t->width * sizeof *key);
    t->key = key ? key : t->key;
    double *weight = key ? realloc(t->weight, room * sizeof *weight) : NULL;
    t->weight = weight ? weight : t->weight;
    uint32_t *slot = weight ? realloc(t->slot, slots * sizeof *slot) : NULL;
    if (!slot)
        return false;
    t->slot = slot;
    t->slots = slots;
    t->room = room;
    memset(slot, 0xFF, slots * sizeof *slot);
    for (size_t i = 0; i < t->n; i++)
        slot[find(t, t->key + i * t->width)] = (uint32_t)i;
    return true;
}

bool logreg__sums_add(logreg__sums *t, const int64_t *key, double weight)
{
    size_t at = find(t, key);
    if (t->slot[at] != EMPTY) {
        t->weight[t->slot[at]] += weight;
        return true;
    }
    if (t->n == t->room) {
        if (!logreg__sums_grow(t, 2 * t->room))
            return false;
        at = find(t, key);
    }
    memcpy(t->key + t->n * t->width, key, t->width * sizeof *key);
    t->weight[t->n] = weight;
    t->slot[at] = (uint32_t)t->n++;
    return true;
}

void logreg__sums_scale(logreg__sums *t)
{
    double most = 0;
    for (size_t i = 0; i < t->n; i++)
        most = fmax(most, t->weight[i]);
    for (size_t i = 0; most > LOGREG__HEAVY && i < t->n; i++)
        t->weight[i] /= LOGREG__HEAVY;
}
