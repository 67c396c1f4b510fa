/* Scores of events and of non-events are sorted apart, as integers in the order of the doubles, by a radix sort from the last digit to the
 * first (Knuth, TAOCP 3, 5.2.5), and then walked along together. Twice a placement times the size of the other class is a
 * whole number, and sums of their squares fit into 128 bits.
 */
#include "metrics/placements.h"

#include <math.h>

#include "base/error.h"
#include "base/memory.h"

#define BITS 11
#define DIGITS 6
#define VALUES (1 << BITS)

/* n^4 must fit into 128 bits. */
#define MOST_ROWS ((size_t)1 << 31)

typedef unsigned __int128 wide;

/* Scores of one class. */
typedef struct {
    uint64_t *key; /* ascending */
    size_t n;
} scores;

bool logreg__placements_apply(const double *y, const double *w, size_t n)
{
    bool once = n < MOST_ROWS;
    for (size_t i = 0; once && i < n; i++)
        once = (y[i] == 0 || y[i] == 1) && (!w || w[i] == 1);
    return once;
}

/* An integer that is ordered as the double is; -0 and 0 are alike. */
static uint64_t key_of(double p)
{
    uint64_t bits;
    p += 0.0;
    memcpy(&bits, &p, sizeof bits);
    return bits >> 63 ? ~bits : bits | (uint64_t)1 << 63;
}

static size_t digit(uint64_t key, int d)
{
    return key >> (BITS * d) & (VALUES - 1);
}

/* Sorts n keys, with as much room beside them; returns which of the two arrays holds them in order. */
static uint64_t *sort(uint64_t *key, uint64_t *room, size_t n, size_t (*place)[VALUES])
{
    memset(place, 0, DIGITS * sizeof *place);
    for (size_t i = 0; i < n; i++)
        for (int d = 0; d < DIGITS; d++)
            place[d][digit(key[i], d)]++;
    for (int d = 0; d < DIGITS; d++) {
        if (n == 0 || place[d][digit(key[0], d)] == n)
            continue;
        size_t before = 0;
        for (size_t v = 0; v < VALUES; v++) {
            size_t count = place[d][v];
            place[d][v] = before;
            before += count;
        }
        for (size_t i = 0; i < n; i++)
            room[place[d][digit(key[i], d)]++] = key[i];
        uint64_t *swap = key;
        key = room;
        room = swap;
    }
    return key;
}

static size_t count_equal(const scores *s, size_t from)
{
    size_t to = from + 1;
    while (to < s->n && s->key[to] == s->key[from])
        to++;
    return to - from;
}

/* Sums of c and of c^2 over a class, c being twice the number of the other class below plus the number tied. */
static void sum_places(wide *sum, wide *squares, const scores *of, const scores *other)
{
    *sum = *squares = 0;
    size_t below = 0;
    for (size_t i = 0; i < of->n;) {
        size_t equal = count_equal(of, i), tied = 0;
        while (below < other->n && other->key[below] < of->key[i])
            below++;
        while (below + tied < other->n && other->key[below + tied] == of->key[i])
            tied++;
        wide c = 2 * (wide)below + tied;
        *sum += equal * c;
        *squares += equal * c * c;
        i += equal;
    }
}

/* Variance of the placements of a class of n, in units of the square of twice the other class's size. */
static double variance(wide sum, wide squares, size_t n)
{
    return (double)(n * squares - sum * sum) / ((double)n * (double)(n - 1));
}

static void measure(double *auc, double *se, const scores *events, const scores *others)
{
    double m = (double)events->n, n = (double)others->n;
    wide sum, squares;
    sum_places(&sum, &squares, events, others);
    *auc = (double)sum / (2 * m * n);
    *se = NAN;
    if (events->n < 2 || others->n < 2)
        return;
    double s10 = variance(sum, squares, events->n) / (4 * n * n);
    sum_places(&sum, &squares, others, events);
    double s01 = variance(sum, squares, others->n) / (4 * m * m);
    *se = sqrt(s10 / m + s01 / n);
}

logreg_status logreg__placements_auc(double *auc, double *se, const double *y, const double *p, size_t n,
                                     logreg_error *err)
{
    scores events = {.n = 0}, others = {.n = 0};
    bool ordered = true;
    for (size_t i = 0; i < n; i++) {
        events.n += y[i] == 1;
        ordered = ordered && !isnan(p[i]);
    }
    others.n = n - events.n;
    *auc = *se = NAN;
    if (!ordered || events.n == 0 || others.n == 0)
        return LOGREG_OK;
    uint64_t *key = logreg__new_raw(n, sizeof *key), *room = logreg__new_raw(n, sizeof *room);
    size_t(*place)[VALUES] = logreg__new_raw(DIGITS, sizeof *place);
    bool ok = key && room && place;
    if (ok) {
        uint64_t *to[2] = {key + events.n, key};
        for (size_t i = 0; i < n; i++)
            *to[y[i] == 1]++ = key_of(p[i]);
        events.key = sort(key, room, events.n, place);
        others.key = sort(key + events.n, room + events.n, others.n, place);
        measure(auc, se, &events, &others);
    }
    free(key);
    free(room);
    free(place);
    return ok ? LOGREG_OK : logreg__fail_memory(err);
}
