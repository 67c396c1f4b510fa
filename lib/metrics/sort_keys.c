/* Keys are dealt into cells of equal width between the least and the largest, twice as many as there are keys, and then moved the few
 * places that they are still out of order. Where that is not so, as where most huddle in one cell, a radix sort from the last digit to
 * the first (Knuth, TAOCP 3, 5.2.5) takes over.
 */
#include "metrics/sort_keys.h"

#define BITS 8
#define VALUES (1 << BITS)
#define DIGITS 8

/* Fewer keys are moved to their places from the start. */
#define FEW 24

#define MOST_CELLS ((size_t)1 << 18)

/* Beyond it products of subnormal differences would be infinite. */
#define WIDEST_SCALE 0x1p1000

/* Insertion may move so many keys for each of them before it is given up. */
#define NEAR_PLACE 4

static size_t cells_for(size_t n)
{
    size_t cells = VALUES;
    while (cells < 2 * n && cells < MOST_CELLS)
        cells *= 2;
    return cells;
}

size_t logreg__sort_counts(size_t n)
{
    return cells_for(n);
}

/* false: that takes more moves than `most`; the keys are all there, in some order. */
static bool insert_all(uint64_t *key, size_t n, size_t most)
{
    size_t moves = 0;
    for (size_t i = 1; i < n; i++) {
        uint64_t k = key[i];
        size_t j = i;
        for (; j > 0 && key[j - 1] >> 1 > k >> 1; j--)
            key[j] = key[j - 1];
        key[j] = k;
        moves += i - j;
        if (moves > most)
            return false;
    }
    return true;
}

/* Counts become the places where each cell begins. */
static void begin(uint32_t *count, size_t cells)
{
    uint32_t before = 0;
    for (size_t c = 0; c < cells; c++) {
        uint32_t own = count[c];
        count[c] = before;
        before += own;
    }
}

/* Deals the keys, from low on, into cells by value, weakly in order: a difference, a product and the whole part of it each keep the
 * order. */
static void deal(uint64_t *to, const uint64_t *key, size_t n, double low, double scale, size_t cells,
                 uint32_t *count)
{
    memset(count, 0, cells * sizeof *count);
    for (size_t i = 0; i < n; i++)
        count[(size_t)((logreg__key_value(key[i]) - low) * scale)]++;
    begin(count, cells);
    for (size_t i = 0; i < n; i++)
        to[count[(size_t)((logreg__key_value(key[i]) - low) * scale)]++] = key[i];
}

static uint64_t *sort_by_digits(uint64_t *key, uint64_t *room, size_t n, uint32_t *count)
{
    for (int shift = 0; shift < DIGITS * BITS; shift += BITS) {
        memset(count, 0, VALUES * sizeof *count);
        for (size_t i = 0; i < n; i++)
            count[key[i] >> shift & (VALUES - 1)]++;
        if (count[key[0] >> shift & (VALUES - 1)] == n)
            continue;
        begin(count, VALUES);
        for (size_t i = 0; i < n; i++)
            room[count[key[i] >> shift & (VALUES - 1)]++] = key[i];
        uint64_t *swap = key;
        key = room;
        room = swap;
    }
    return key;
}

uint64_t *logreg__sort_keys(uint64_t *key, uint64_t *room, size_t n, uint32_t *count)
{
    if (n <= FEW) {
        insert_all(key, n, SIZE_MAX);
        return key;
    }
    uint64_t least = key[0], most = key[0];
    for (size_t i = 1; i < n; i++) {
        least = key[i] < least ? key[i] : least;
        most = key[i] > most ? key[i] : most;
    }
    if (least >> 1 == most >> 1)
        return key;
    size_t cells = cells_for(n);
    double low = logreg__key_value(least), scale = (double)(cells - 1) / (logreg__key_value(most) - low);
    if (!(scale < WIDEST_SCALE))
        return sort_by_digits(key, room, n, count);
    deal(room, key, n, low, scale, cells, count);
    return insert_all(room, n, NEAR_PLACE * n) ? room : sort_by_digits(room, key, n, count);
}
