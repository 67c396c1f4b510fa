/* Scores of events and of non-events are sorted apart, by two threads where there are, and then walked along together. Twice a
 * placement times the size of the other class is a whole number, and sums of their squares fit into 128 bits.
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

typedef unsigned __int128 wide;

/* Scores of one class. */
typedef struct {
    uint64_t *key; /* ascending */
    size_t n;
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
    add(event, 2 * *j + o, e);
    add(other, 2 * *i + e, o);
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
        uint64_t mask = -(uint64_t)is_event, c_event = 2 * j & mask, c_other = 2 * i & ~mask;
        event->sum += c_event;
        event->squares += (wide)c_event * c_event;
        other->sum += c_other;
        other->squares += (wide)c_other * c_other;
        i += is_event;
        j += !is_event;
    }
    for (; i < events->n && events->key[i] < end; i++)
        add(event, 2 * others->n, 1);
    for (; j < others->n && others->key[j] < end; j++)
        add(other, 2 * events->n, 1);
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
static void measure(double *auc, double *se, const scores *events, const scores *others, int threads)
{
    double m = (double)events->n, n = (double)others->n;
    const scores *longer = events->n > others->n ? events : others;
    places event[MOST_THREADS] = {{0, 0}}, other[MOST_THREADS] = {{0, 0}};
#pragma omp parallel for num_threads(threads) if (threads > 1)
    for (int t = 0; t < threads; t++) {
        size_t part = longer->n / (size_t)threads;
        uint64_t from = t == 0 ? 0 : longer->key[(size_t)t * part];
        uint64_t end = t == threads - 1 ? UINT64_MAX : longer->key[(size_t)(t + 1) * part];
        sum_places(&event[t], &other[t], events, others, place_of(events, from), place_of(others, from), end);
    }
    for (int t = 1; t < threads; t++) {
        event[0].sum += event[t].sum;
        event[0].squares += event[t].squares;
        other[0].sum += other[t].sum;
        other[0].squares += other[t].squares;
    }
    *auc = (double)event[0].sum / (2 * m * n);
    *se = NAN;
    if (events->n < 2 || others->n < 2)
        return;
    double s10 = variance(event[0].sum, event[0].squares, events->n) / (4 * n * n);
    double s01 = variance(other[0].sum, other[0].squares, others->n) / (4 * m * m);
    *se = sqrt(s10 / m + s01 / n);
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

logreg_status logreg__placements_auc(double *auc, double *se, const double *y, const double *p, size_t n,
                                     int threads, logreg_error *err)
{
    scores events = {.n = 0}, others = {.n = 0};
    bool ordered = true;
    threads = n < WORTH_A_THREAD ? 1 : threads < MOST_THREADS ? threads : MOST_THREADS;
    for (size_t i = 0; i < n; i++) {
        events.n += y[i] == 1;
        ordered = ordered && !isnan(p[i]);
    }
    others.n = n - events.n;
    *auc = *se = NAN;
    if (!ordered || events.n == 0 || others.n == 0)
        return LOGREG_OK;
    uint64_t *key = logreg__new_raw(n, sizeof *key), *room = logreg__new_raw(n, sizeof *room);
    bool ok = key && room;
    if (ok) {
        size_t to[2] = {events.n, 0};
        for (size_t i = 0; i < n; i++)
            key[to[y[i] == 1]++] = logreg__key_of(p[i]);
        ok = sort_both(&events, &others, key, room, threads > 1);
    }
    if (ok)
        measure(auc, se, &events, &others, threads);
    free(key);
    free(room);
    return ok ? LOGREG_OK : logreg__fail_memory(err);
}
