/* Rows are dealt into buckets by score, each of which is sorted and walked along on its own, by as many threads as there are: how many events and
 * others stand below it is known. Of very many rows a range of buckets is at hand at a time.
 */
#include "metrics/placements.h"

#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/sum.h"
#include "metrics/placing.h"
#include "metrics/sort_keys.h"

/* Fewer rows are done before a second thread has begun. */
#define WORTH_A_THREAD 20000

#define MOST_THREADS 16

/* n^4 must fit into 128 bits. */
#define MOST_ROWS ((size_t)1 << 31)

#define BUCKETS 1024

/* More rows than these are looked at several times, a range of buckets after the other, so that they take little memory. */
#define MOST_AT_ONCE ((size_t)1 << 20)
#define RANGES 16
#define LEAST_RANGE (MOST_AT_ONCE / 2)

/* Scores that differ by less, or by so small a part, stand in one bucket: what ties is to be in one. */
#define LEAST_WIDTH 1e-300
#define LEAST_SPREAD 1e-6

/* The first bucket begins so many widths before the least score, so that round numbers do not stand where one bucket ends and the next begins: what ties
 * but for rounding is in one. */
#define BEFORE 0.6180339887

/* Side by side, so that the compiler makes vectors of them. */
#define ABREAST 8

typedef struct {
    const double *y, *p, *w;
    size_t n;
    int threads;
    bool precision;    /* is asked for */
    double low, scale; /* where the first bucket begins, and from scores to buckets */
} table;

/* The rows that thread t looks at. */
static size_t first_row(const table *rows, int t)
{
    return rows->n / (size_t)rows->threads * (size_t)t +
           (t == rows->threads ? rows->n % (size_t)rows->threads : 0);
}

/* ---- What the rows are ---- */

typedef struct {
    double low, high, events;
    double odd; /* 0 where all rows count once, are of class 0 or 1, and have a score */
} survey;

static void look(survey *at, double y, double p)
{
    at->low = p < at->low ? p : at->low;
    at->high = p > at->high ? p : at->high;
    at->events += y;
    at->odd += fabs(y * (1 - y)) + p * 0;
}

static survey look_at(const table *rows, size_t from, size_t end)
{
    survey part[ABREAST], all = {INFINITY, -INFINITY, 0, 0};
    for (size_t l = 0; l < ABREAST; l++)
        part[l] = all;
    size_t i = from;
    for (; i + ABREAST <= end; i += ABREAST)
        for (size_t l = 0; l < ABREAST; l++)
            look(&part[l], rows->y[i + l], rows->p[i + l]);
    for (; i < end; i++)
        look(&part[0], rows->y[i], rows->p[i]);
    for (i = from; rows->w && i < end; i++)
        all.odd += fabs(rows->w[i] - 1);
    for (size_t l = 0; l < ABREAST; l++)
        all = (survey){fmin(all.low, part[l].low), fmax(all.high, part[l].high), all.events + part[l].events,
                       all.odd + part[l].odd};
    return all;
}

static survey look_at_all(const table *rows)
{
    survey part[MOST_THREADS], all = {INFINITY, -INFINITY, 0, 0};
#pragma omp parallel for num_threads(rows->threads) if (rows->threads > 1)
    for (int t = 0; t < rows->threads; t++)
        part[t] = look_at(rows, first_row(rows, t), first_row(rows, t + 1));
    for (int t = 0; t < rows->threads; t++)
        all = (survey){fmin(all.low, part[t].low), fmax(all.high, part[t].high), all.events + part[t].events,
                       all.odd + part[t].odd};
    return all;
}

/* ---- Buckets ---- */

/* Of rows, and of events among them. */
typedef struct {
    uint32_t rows, events;
} counts;

typedef struct {
    counts of[MOST_THREADS]
             [BUCKETS];        /* a thread's rows in each bucket, and then where the next of them goes */
    counts first[BUCKETS + 1]; /* what stands before each bucket */
    double precision[BUCKETS]; /* sum over a bucket's events of the precision at their score */
    uint64_t *key;             /* [rows] */
} buckets;

static size_t bucket_of(const table *rows, double p)
{
    size_t b = (size_t)((p - rows->low) * rows->scale);
    return b < BUCKETS ? b : BUCKETS - 1;
}

static void count_rows(buckets *b, const table *rows)
{
#pragma omp parallel for num_threads(rows->threads) if (rows->threads > 1)
    for (int t = 0; t < rows->threads; t++) {
        memset(b->of[t], 0, sizeof b->of[t]);
        for (size_t i = first_row(rows, t); i < first_row(rows, t + 1); i++) {
            counts *to = &b->of[t][bucket_of(rows, rows->p[i])];
            to->rows++;
            to->events += rows->y[i] == 1;
        }
    }
    counts before = {0, 0};
    for (size_t k = 0; k < BUCKETS; k++) {
        b->first[k] = before;
        for (int t = 0; t < rows->threads; t++) {
            counts own = b->of[t][k];
            b->of[t][k] = before;
            before.rows += own.rows;
            before.events += own.events;
        }
    }
    b->first[BUCKETS] = before;
}

/* The bucket behind those from `from` on that hold up to `most` rows, or one. */
static size_t next_range(const buckets *b, size_t from, size_t most)
{
    size_t end = from + 1;
    while (end < BUCKETS && b->first[end + 1].rows - b->first[from].rows <= most)
        end++;
    return end;
}

static void deal_rows(buckets *b, const table *rows, size_t from, size_t end)
{
    size_t before = b->first[from].rows;
#pragma omp parallel for num_threads(rows->threads) if (rows->threads > 1)
    for (int t = 0; t < rows->threads; t++)
        for (size_t i = first_row(rows, t); i < first_row(rows, t + 1); i++) {
            size_t k = bucket_of(rows, rows->p[i]);
            if (k >= from && k < end)
                b->key[b->of[t][k].rows++ - before] = logreg__key_of(rows->p[i], rows->y[i] == 1);
        }
}

/* ---- Walks ---- */

/* The first bucket of thread t in a range: each has about as many rows. */
static size_t first_bucket(const buckets *b, size_t from, size_t end, int t, int threads)
{
    size_t rows = b->first[end].rows - b->first[from].rows, k = from;
    while (k < end && b->first[k].rows - b->first[from].rows < rows / (size_t)threads * (size_t)t)
        k++;
    return t == threads ? end : k;
}

/* The buckets from .. end - 1 of a range, whose first row is number `before`. false: out of memory. */
static bool walk_buckets(logreg__placing *w, buckets *b, bool precision, size_t from, size_t end,
                         size_t before)
{
    const counts all = b->first[BUCKETS];
    size_t largest = 0;
    for (size_t k = from; k < end; k++) {
        size_t rows = b->first[k + 1].rows - b->first[k].rows;
        largest = rows > largest ? rows : largest;
    }
    uint64_t *room = logreg__new_raw(largest, sizeof *room);
    uint32_t *count = logreg__new_raw(logreg__sort_counts(largest), sizeof *count);
    *w = (logreg__placing){.n_events = b->first[from].events,
                           .n_others = b->first[from].rows - b->first[from].events};
    for (size_t k = from; room && count && k < end; k++) {
        size_t rows = b->first[k + 1].rows - b->first[k].rows;
        const uint64_t *key = logreg__sort_keys(b->key + (b->first[k].rows - before), room, rows, count);
        logreg__placing_walk(w, key, rows);
        if (precision)
            b->precision[k] = logreg__placing_precision(key, rows, all.events - b->first[k].events,
                                                        all.rows - b->first[k].rows);
    }
    bool ok = room && count;
    free(room);
    free(count);
    return ok;
}

/* A range of buckets. false: out of memory. */
static bool walk_range(logreg__placing *all, buckets *b, const table *rows, size_t from, size_t end)
{
    logreg__placing part[MOST_THREADS];
    bool ok[MOST_THREADS];
    int threads = rows->threads;
    deal_rows(b, rows, from, end);
#pragma omp parallel for num_threads(threads) if (threads > 1)
    for (int t = 0; t < threads; t++)
        ok[t] = walk_buckets(&part[t], b, rows->precision, first_bucket(b, from, end, t, threads),
                             first_bucket(b, from, end, t + 1, threads), b->first[from].rows);
    bool fine = true;
    for (int t = 0; t < threads; t++) {
        fine = fine && ok[t];
        all->events.sum += part[t].events.sum;
        all->events.squares += part[t].events.squares;
        all->others.sum += part[t].others.sum;
        all->others.squares += part[t].others.squares;
    }
    return fine;
}

/* Variance of the placements of a class of n, in units of the square of twice the other class's size. */
static double variance(const logreg__places *p, size_t n)
{
    return (double)(n * p->squares - p->sum * p->sum) / ((double)n * (double)(n - 1));
}

static void tell(logreg__order *order, const logreg__placing *all, const buckets *b, bool precision)
{
    size_t events = b->first[BUCKETS].events, others = b->first[BUCKETS].rows - events;
    double m = (double)events, n = (double)others;
    *order = (logreg__order){(double)all->events.sum / (2 * m * n), NAN, NAN};
    if (events > 1 && others > 1) {
        double s10 = variance(&all->events, events) / (4 * n * n);
        double s01 = variance(&all->others, others) / (4 * m * m);
        order->std_error = sqrt(s10 / m + s01 / n);
    }
    if (!precision)
        return;
    logreg__sum sum = {0, 0};
    for (size_t k = 0; k < BUCKETS; k++)
        logreg__sum_add(&sum, b->precision[k]);
    order->average_precision = logreg__sum_value(sum) / m;
}

/* false: out of memory. */
static bool measure(logreg__order *order, buckets *b, const table *rows)
{
    logreg__placing all = {.n_events = 0};
    size_t part = rows->n / RANGES > LEAST_RANGE ? rows->n / RANGES : LEAST_RANGE;
    size_t most = rows->n > MOST_AT_ONCE ? part : rows->n, largest = 0;
    count_rows(b, rows);
    for (size_t from = 0, end; from < BUCKETS; from = end) {
        end = next_range(b, from, most);
        size_t n = b->first[end].rows - b->first[from].rows;
        largest = n > largest ? n : largest;
    }
    b->key = logreg__new_raw(largest, sizeof *b->key);
    bool ok = b->key;
    for (size_t from = 0, end; ok && from < BUCKETS; from = end) {
        end = next_range(b, from, most);
        ok = walk_range(&all, b, rows, from, end);
    }
    free(b->key);
    if (ok)
        tell(order, &all, b, rows->precision);
    return ok;
}

logreg_status logreg__placements_find(bool *applies, logreg__order *order, bool precision, const double *y,
                                      const double *p, const double *w, size_t n, int threads,
                                      logreg_error *err)
{
    *applies = false;
    if (n >= MOST_ROWS)
        return LOGREG_OK;
    table rows = {.y = y, .p = p, .w = w, .n = n, .precision = precision};
    rows.threads = n < WORTH_A_THREAD ? 1 : threads < MOST_THREADS ? threads : MOST_THREADS;
    survey all = look_at_all(&rows);
    *applies = all.odd == 0 && all.low >= 0 && all.high <= 1 && all.events > 0 && all.events < (double)n;
    if (!*applies)
        return LOGREG_OK;
    bool wide_enough = all.high - all.low > LEAST_WIDTH && all.high - all.low > LEAST_SPREAD * all.high;
    rows.scale = wide_enough ? (BUCKETS - 1) / (all.high - all.low) : 0;
    rows.low = rows.scale > 0 ? all.low - BEFORE / rows.scale : all.low;
    buckets *b = logreg__new_raw(1, sizeof *b);
    bool ok = b && measure(order, b, &rows);
    free(b);
    return ok ? LOGREG_OK : logreg__fail_memory(err);
}
