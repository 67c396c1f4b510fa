/* A radix sort from the last digit to the first (Knuth, TAOCP 3, 5.2.5). Scores between 0 and 1, as probabilities are, are first sorted
 * by 33 bits of their value alone, in half the passes; the few that are then still out of order are near their places.
 */
#include "metrics/sort_keys.h"

#include "base/memory.h"

#define BITS 11
#define VALUES (1 << BITS)
#define DIGITS 6
#define SHORT_DIGITS 3

/* Insertion may move so many keys for each of them before it is given up. */
#define NEAR_PLACE 4

typedef size_t (*digit_of)(uint64_t key, int d);

static size_t digit(uint64_t key, int d)
{
    return key >> (BITS * d) & (VALUES - 1);
}

/* Of the integer below p 2^33, for the key of a p in [0, 1); 1 itself counts as the number below. */
static size_t short_digit(uint64_t key, int d)
{
    double p;
    key ^= (uint64_t)1 << 63;
    memcpy(&p, &key, sizeof p);
    uint64_t value = (uint64_t)(p * 0x1p33);
    value -= value >> (BITS * SHORT_DIGITS);
    return value >> (BITS * d) & (VALUES - 1);
}

static inline __attribute__((always_inline)) uint64_t *
sort_by(digit_of of, int digits, uint64_t *key, uint64_t *room, size_t n, size_t (*place)[VALUES])
{
    memset(place, 0, (size_t)digits * sizeof *place);
    for (size_t i = 0; i < n; i++)
        for (int d = 0; d < digits; d++)
            place[d][of(key[i], d)]++;
    for (int d = 0; d < digits; d++) {
        if (n == 0 || place[d][of(key[0], d)] == n)
            continue;
        size_t before = 0;
        for (size_t v = 0; v < VALUES; v++) {
            size_t count = place[d][v];
            place[d][v] = before;
            before += count;
        }
        for (size_t i = 0; i < n; i++)
            room[place[d][of(key[i], d)]++] = key[i];
        uint64_t *swap = key;
        key = room;
        room = swap;
    }
    return key;
}

static bool all_in_unit(const uint64_t *key, size_t n)
{
    bool in = true;
    for (size_t i = 0; i < n; i++)
        in &= key[i] >= logreg__key_of(0) && key[i] <= logreg__key_of(1);
    return in;
}

/* false: too many are far from their places; the keys are all there, in some order. */
static bool insert_all(uint64_t *key, size_t n)
{
    size_t moves = 0;
    for (size_t i = 1; i < n; i++) {
        uint64_t k = key[i];
        size_t j = i;
        for (; j > 0 && key[j - 1] > k; j--)
            key[j] = key[j - 1];
        key[j] = k;
        moves += i - j;
        if (moves > NEAR_PLACE * n)
            return false;
    }
    return true;
}

bool logreg__sort_keys(uint64_t **sorted, uint64_t *key, uint64_t *room, size_t n)
{
    size_t(*place)[VALUES] = logreg__new_raw(DIGITS, sizeof *place);
    if (!place)
        return false;
    *sorted = NULL;
    uint64_t *by_value = key;
    if (all_in_unit(key, n)) {
        by_value = sort_by(short_digit, SHORT_DIGITS, key, room, n, place);
        *sorted = insert_all(by_value, n) ? by_value : NULL;
    }
    if (!*sorted)
        *sorted = sort_by(digit, DIGITS, by_value, by_value == key ? room : key, n, place);
    free(place);
    return true;
}
