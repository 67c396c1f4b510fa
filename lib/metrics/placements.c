/* Scores of events and of non-events are sorted apart, by two threads where there are, and then walked along together. Twice a
 * placement times the size of the other class is a whole number, and sums of their squares fit into 128 bits. Very many rows are
 * sorted a range of scores after the other, in a small part of the memory: sums over ranges add up exactly.
 */
#include "metrics/placements.h"

#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "metrics/sort_keys.h"

/* Fewer rows are sorted before a second thread has begun. */
#define WORTH_A_THREAD 50000

#define MOST_THREADS 16

/* n^4 must fit into 128 bits. */
#define MOST_ROWS ((size_t)1 << 31)

/* More rows than these are cut into ranges of so many parts of them, by the first bits of their keys. */
#define MOST_AT_ONCE ((size_t)1 << 18)
#define RANGES 32
#define BIN_BITS 16
#define BINS ((size_t)1 << BIN_BITS)

typedef unsigned __int128 wide;

/* Scores of one class, in one range. */
typedef struct {
    uint64_t *key; /* ascending */
    size_t n;
    size_t below; /* so many stand below the range */
} scores;

bool logreg__placements_apply(const double *y, const double *w, size_t n)
{
    if (n >= MOST_ROWS)
        return false;
    size_t coded = 0, once = w ? 0 : n;
    for (size_t i = 0; i < n; i++)
        coded += (y[i] == 0) | (y[i] == 1);
    for (size_t i = 0; w && i < n; i++)
        once += w[i] == 1;
    return coded == n && once == n;
}

/* Sums of c and of c^2 over the rows of one class, c being twice the number of the other class below plus the number tied. */
typedef struct {
    wide sum, squares;
} places;

static void add(places *to, uint64_t c, uint64_t times)
{
    to->sum += (wide)times * c;
    to->squares += (wide)times * c * c;
}

/* Rows of both classes that tie at the head of both lists; what stands below is known. */
static void add_tie(places *event, places *other, const scores *events, const scores *others, size_t *i,
                    size_t *j)
{
    size_t e = 1, o = 1;
    uint64_t key = events->key[*i];
    while (*i + e < events->n && events->key[*i + e] == key)
        e++;
    while (*j + o < others->n && others->key[*j + o] == key)
        o++;
    add(event, 2 * (others->below + *j) + o, e);
    add(other, 2 * (events->below + *i) + e, o);
    *i += e;
    *j += o;
}

/* Walks along both lists, from events i and others j on up to the keys below `end`. Which comes next is a toss-up, so that there
 * is no branch on it. */
static void sum_places(places *event, places *other, const scores *events, const scores *others, size_t i,
                       size_t j, uint64_t end)
{
    while (i < events->n && j < others->n) {
        uint64_t a = events->key[i], b = others->key[j], least = a < b ? a : b;
        if (least >= end)
            return;
        if (a == b) {
            add_tie(event, other, events, others, &i, &j);
            continue;
        }
        bool is_event = a < b;
        uint64_t mask = -(uint64_t)is_event, c_event = 2 * (others->below + j) & mask,
                 c_other = 2 * (events->below + i) & ~mask;
        event->sum += c_event;
        event->squares += (wide)c_event * c_event;
        other->sum += c_other;
        other->squares += (wide)c_other * c_other;
        i += is_event;
        j += !is_event;
    }
    for (; i < events->n && events->key[i] < end; i++)
        add(event, 2 * (others->below + others->n), 1);
    for (; j < others->n && others->key[j] < end; j++)
        add(other, 2 * (events->below + events->n), 1);
}

/* The first place whose key is not below `key`. */
static size_t place_of(const scores *s, uint64_t key)
{
    size_t low = 0, high = s->n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (s->key[middle] < key)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Variance of the placements of a class of n, in units of the square of twice the other class's size. */
static double variance(wide sum, wide squares, size_t n)
{
    return (double)(n * squares - sum * sum) / ((double)n * (double)(n - 1));
}

/* Sums are whole numbers, so that parts may be added in any order. The larger list is cut into equal parts, and the other at the
 * same keys. */
static void add_range(places total[2], const scores *events, const scores *others, int threads)
{
    const scores *longer = events->n > others->n ? events : others;
    places event[MOST_THREADS] = {{0, 0}}, other[MOST_THREADS] = {{0, 0}};
#pragma omp parallel for num_threads(threads) if (threads > 1)
    for (int t = 0; t < threads; t++) {
        size_t part = longer->n / (size_t)threads;
        uint64_t from = t == 0 ? 0 : longer->key[(size_t)t * part];
        uint64_t end = t == threads - 1 ? UINT64_MAX : longer->key[(size_t)(t + 1) * part];
        sum_places(&event[t], &other[t], events, others, place_of(events, from), place_of(others, from), end);
    }
    for (int t = 0; t < threads; t++) {
        total[0].sum += other[t].sum;
        total[0].squares += other[t].squares;
        total[1].sum += event[t].sum;
        total[1].squares += event[t].squares;
    }
}

static void conclude(double *auc, double *se, const places total[2], const size_t n[2])
{
    double others = (double)n[0], events = (double)n[1];
    *auc = (double)total[1].sum / (2 * events * others);
    if (n[0] < 2 || n[1] < 2)
        return;
    double s10 = variance(total[1].sum, total[1].squares, n[1]) / (4 * others * others);
    double s01 = variance(total[0].sum, total[0].squares, n[0]) / (4 * events * events);
    *se = sqrt(s10 / events + s01 / others);
}

/* false: out of memory. */
static bool sort_both(scores *events, scores *others, uint64_t *key, uint64_t *room, bool abreast)
{
    bool ok[2];
#pragma omp parallel sections num_threads(2) if (abreast)
    {
#pragma omp section
        ok[0] = logreg__sort_keys(&events->key, key, room, events->n);
#pragma omp section
        ok[1] = logreg__sort_keys(&others->key, key + events->n, room + events->n, others->n);
    }
    return ok[0] && ok[1];
}

static size_t bin_of(double p)
{
    return (size_t)(logreg__key_of(p) >> (64 - BIN_BITS));
}

/* The least score of a bin; of the first one all are, and of none behind the last. */
static double least_of(size_t bin)
{
    if (bin == 0)
        return -INFINITY;
    return bin == BINS ? (double)NAN : logreg__of_key((uint64_t)bin << (64 - BIN_BITS));
}

/* Rows of both classes in each bin. NULL: out of memory. */
static uint32_t (*count_bins(const double *y, const double *p, size_t n))[2]
{
    uint32_t(*count)[2] = logreg__new(BINS, sizeof *count);
    for (size_t i = 0; count && i < n; i++)
        count[bin_of(p[i])][y[i] == 1]++;
    return count;
}

/* The bin behind those from `bin` on that hold up to `most` rows, or behind the next one that holds any; how many rows of either
 * class. */
static size_t next_range(size_t in[2], uint32_t (*count)[2], size_t bin, size_t most)
{
    in[0] = in[1] = 0;
    for (; bin < BINS; bin++) {
        size_t all = in[0] + in[1];
        if (all && all + count[bin][0] + count[bin][1] > most)
            break;
        in[0] += count[bin][0];
        in[1] += count[bin][1];
    }
    return bin;
}

/* Scores of either class. */
typedef struct {
    const double *y, *p;
    size_t n, of[2];
    int threads;
} labelled;

/* How many of so many scores are from `low` on, but not from `high` on. */
static inline size_t count_between(const double *p, size_t n, double low, double high)
{
    size_t hits = 0;
    for (size_t k = 0; k < n; k++)
        hits += (p[k] >= low) & !(p[k] >= high);
    return hits;
}

/* Puts the keys of those scores into their places. They are few, so that most looks are at many at once. */
static void collect(uint64_t *key, size_t to[2], const labelled *l, double low, double high)
{
    enum { LOOK = 16 };
    for (size_t i = 0; i < l->n;) {
        if (l->n - i >= LOOK && !count_between(l->p + i, LOOK, low, high)) {
            i += LOOK;
            continue;
        }
        for (size_t end = l->n - i < LOOK ? l->n : i + LOOK; i < end; i++)
            if (count_between(l->p + i, 1, low, high))
                key[to[l->y[i] == 1]++] = logreg__key_of(l->p[i]);
    }
}

/* Adds the rows whose bins are first .. end - 1, `in` of either class, below which stand so many. false: out of memory. */
static bool measure_range(places total[2], const labelled *l, size_t first, size_t end, const size_t in[2],
                          const size_t below[2])
{
    size_t n = in[0] + in[1], to[2] = {in[1], 0};
    scores others = {.n = in[0], .below = below[0]}, events = {.n = in[1], .below = below[1]};
    uint64_t *key = logreg__new_raw(n, sizeof *key), *room = logreg__new_raw(n, sizeof *room);
    bool ok = key && room;
    if (ok)
        collect(key, to, l, least_of(first), least_of(end));
    ok = ok && sort_both(&events, &others, key, room, l->threads > 1);
    if (ok)
        add_range(total, &events, &others, l->threads);
    free(key);
    free(room);
    return ok;
}

static bool measure_ranges(places total[2], const labelled *l)
{
    static const size_t none[2] = {0, 0};
    if (l->n <= MOST_AT_ONCE)
        return measure_range(total, l, 0, BINS, l->of, none);
    uint32_t(*count)[2] = count_bins(l->y, l->p, l->n);
    size_t most = l->n / RANGES > MOST_AT_ONCE ? l->n / RANGES : MOST_AT_ONCE, below[2] = {0, 0}, in[2];
    bool ok = count;
    for (size_t first = 0, end; ok && below[0] + below[1] < l->n; first = end) {
        end = next_range(in, count, first, most);
        ok = measure_range(total, l, first, end, in, below);
        below[0] += in[0];
        below[1] += in[1];
    }
    free(count);
    return ok;
}

logreg_status logreg__placements_auc(double *auc, double *se, const double *y, const double *p, size_t n,
                                     int threads, logreg_error *err)
{
    labelled l = {.y = y, .p = p, .n = n};
    l.threads = n < WORTH_A_THREAD ? 1 : threads < MOST_THREADS ? threads : MOST_THREADS;
    bool ordered = true;
    for (size_t i = 0; i < n; i++) {
        l.of[1] += y[i] == 1;
        ordered = ordered && !isnan(p[i]);
    }
    l.of[0] = n - l.of[1];
    *auc = *se = NAN;
    if (!ordered || l.of[0] == 0 || l.of[1] == 0)
        return LOGREG_OK;
    places total[2] = {{0, 0}};
    if (!measure_ranges(total, &l))
        return logreg__fail_memory(err);
    conclude(auc, se, total, l.of);
    return LOGREG_OK;
}
