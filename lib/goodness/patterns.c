/* Rows are known by 128 bits that are made of their columns and offset: two patterns among a million would share them once in 1e26 files. */
#include "goodness/patterns.h"

#include <float.h>
#include <math.h>

#include <logreg/special.h>

#include "base/error.h"
#include "base/memory.h"
#include "engine/kernels.h"

/* Scores that are nearer than this, relative to their size plus 1, differ by rounding. */
#define SAME_SCORE 1e-10

/* ---- The kernel: linear predictors of a row, and its mark ---- */

#define MARK_WORDS 2

static size_t size_input(const logreg__problem *p)
{
    return p->q;
}

static size_t size_row(const logreg__problem *p)
{
    return p->k + MARK_WORDS;
}

static size_t size_scratch(const logreg__problem *p)
{
    return (p->k + MARK_WORDS) * LOGREG__BLOCK_ROWS;
}

static uint64_t word_of(double x)
{
    uint64_t word;
    x += 0.0; /* -0 is 0 */
    memcpy(&word, &x, sizeof word);
    return word;
}

/* Two mixings that have nothing in common: multiplications by odd numbers (of splitmix64) and shifts, each of them one to one. */
static void mix(uint64_t *first, uint64_t *second, uint64_t word)
{
    *first = (*first ^ word) * 0xbf58476d1ce4e5b9u;
    *first ^= *first >> 29;
    *second = (*second + word) * 0x94d049bb133111ebu;
    *second ^= *second >> 32;
}

static void mark_rows(uint64_t *first, uint64_t *second, const logreg__walk *walk)
{
    const logreg__design *d = walk->problem->design;
    for (size_t r = 0; r < walk->rows; r++) {
        first[r] = second[r] = 0;
        mix(&first[r], &second[r], word_of(walk->offset[r]));
    }
    for (size_t j = d->intercept; j < d->n_dense; j++)
        for (size_t r = 0; r < walk->rows; r++)
            mix(&first[r], &second[r], word_of(walk->x[j][r]));
    for (size_t g = 0; g < d->n_groups; g++)
        for (size_t r = 0; r < walk->rows; r++) {
            bool there = walk->code[g][r] != LOGREG__NO_COLUMN;
            mix(&first[r], &second[r], walk->code[g][r]);
            if (walk->value[g])
                mix(&first[r], &second[r], word_of(there ? walk->value[g][r] : 0));
        }
}

static void block(const logreg__walk *walk, const double *b, double *acc, double *out)
{
    (void)acc;
    size_t k = walk->problem->k, width = k + MARK_WORDS;
    double *eta = walk->scratch;
    uint64_t first[LOGREG__BLOCK_ROWS], second[LOGREG__BLOCK_ROWS];
    logreg__walk_predictor(eta, walk, b);
    mark_rows(first, second, walk);
    for (size_t r = 0; r < walk->rows; r++) {
        for (size_t c = 0; c < k; c++)
            out[r * width + c] = eta[c * LOGREG__BLOCK_ROWS + r];
        memcpy(out + r * width + k, &first[r], sizeof *first);
        memcpy(out + r * width + k + 1, &second[r], sizeof *second);
    }
}

static const logreg__kernel kernel = {
    .name = "marks", .input = size_input, .output = size_row, .scratch = size_scratch, .block = block};

/* ---- Rows by their marks ---- */

typedef struct {
    uint64_t mark[MARK_WORDS];
    size_t row; /* of the kept ones */
} marked;

static int by_mark(const void *a, const void *b)
{
    const marked *x = a, *y = b;
    for (int i = 0; i < MARK_WORDS; i++)
        if (x->mark[i] != y->mark[i])
            return x->mark[i] < y->mark[i] ? -1 : 1;
    return (x->row > y->row) - (x->row < y->row);
}

static bool same(const marked *a, const marked *b)
{
    return memcmp(a->mark, b->mark, sizeof a->mark) == 0;
}

/* ---- Patterns by their scores ---- */

typedef struct {
    double score;
    size_t row, first, end; /* its first row, and its run among the marked rows */
} pattern;

static int by_score(const void *a, const void *b)
{
    const pattern *x = a, *y = b;
    if (x->score != y->score)
        return x->score < y->score ? -1 : 1;
    return (x->row > y->row) - (x->row < y->row);
}

static int by_row(const void *a, const void *b)
{
    const pattern *x = a, *y = b;
    return (x->row > y->row) - (x->row < y->row);
}

static void order(pattern *list, size_t n)
{
    qsort(list, n, sizeof *list, by_score);
    for (size_t i = 0, end; i < n; i = end) {
        for (end = i + 1; end < n; end++)
            if (list[end].score - list[end - 1].score > SAME_SCORE * (1 + fabs(list[end].score)))
                break;
        if (end > i + 1)
            qsort(list + i, end - i, sizeof *list, by_row);
    }
}

static double score_of(const double *eta, size_t k)
{
    return k == 1 ? eta[0] : logreg_logsumexp(eta, k);
}

/* Makes a list of patterns out of marked rows, and puts it in order; their number. */
static size_t list_patterns(pattern *list, const marked *row, size_t n, const double *out, size_t k)
{
    size_t count = 0;
    for (size_t i = 0, end; i < n; i = end) {
        for (end = i + 1; end < n && same(&row[i], &row[end]);)
            end++;
        list[count++] = (pattern){score_of(out + row[i].row * (k + MARK_WORDS), k), row[i].row, i, end};
    }
    order(list, count);
    return count;
}

/* ---- All of it ---- */

static void find_probabilities(double *p, const double *eta, size_t k)
{
    if (k == 1) {
        p[0] = logreg_sigmoid_complement(eta[0]);
        p[1] = logreg_sigmoid(eta[0]);
        return;
    }
    p[0] = 0;
    memcpy(p + 1, eta, k * sizeof *p);
    logreg_softmax(p, p, k + 1);
}

static bool make_room(logreg__patterns *to, size_t n, size_t K)
{
    *to = (logreg__patterns){.K = K,
                             .score = logreg__new_raw(n, sizeof(double)),
                             .total = logreg__new(n, sizeof(double)),
                             .observed = logreg__new(n, K * sizeof(double)),
                             .p = logreg__new_raw(n, K * sizeof(double))};
    return to->score && to->total && to->observed && to->p;
}

/* Events are whole but for what the share of trials has lost. */
static double whole(double events)
{
    double nearest = nearbyint(events);
    return fabs(events - nearest) <= 4 * DBL_EPSILON * events ? nearest : events;
}

/* Adds a row to what was observed of a pattern. */
static void count(double *observed, double *total, double y, double w, size_t K)
{
    *total += w;
    if (K > 2) {
        observed[(size_t)y] += w;
        return;
    }
    double events = whole(w * y);
    observed[0] += w - events;
    observed[1] += events;
}

static logreg_status gather(logreg__patterns *to, const pattern *list, size_t n, const marked *row,
                            const double *out, const double *y, const double *w, logreg_error *err)
{
    size_t K = to->K, k = K - 1;
    if (!make_room(to, n, K))
        return logreg__fail_memory(err);
    to->n = n;
    for (size_t j = 0; j < n; j++) {
        to->score[j] = list[j].score;
        find_probabilities(to->p + j * K, out + list[j].row * (k + MARK_WORDS), k);
        for (size_t i = list[j].first; i < list[j].end; i++)
            count(to->observed + j * K, &to->total[j], y[row[i].row], w[row[i].row], K);
    }
    return LOGREG_OK;
}

/* Rows that count, by their marks; how many. */
static size_t mark(marked *row, const double *out, const double *w, size_t n, size_t k)
{
    size_t kept = 0;
    for (size_t r = 0; r < n; r++) {
        if (!(w[r] > 0))
            continue;
        row[kept].row = r;
        memcpy(row[kept++].mark, out + r * (k + MARK_WORDS) + k, sizeof row->mark);
    }
    qsort(row, kept, sizeof *row, by_mark);
    return kept;
}

logreg_status logreg__patterns_find(logreg__patterns *patterns, const logreg_study *s, logreg_error *err)
{
    size_t n = s->rows->n, k = s->problem->k;
    *patterns = (logreg__patterns){.K = k + 1};
    double *out = logreg__new_raw(n, (k + MARK_WORDS) * sizeof *out), *y = logreg__new_raw(n, sizeof *y),
           *w = logreg__new_raw(n, sizeof *w);
    marked *row = logreg__new_raw(n, sizeof *row);
    pattern *list = logreg__new_raw(n, sizeof *list);
    bool ok = out && y && w && row && list;
    logreg_status status =
        ok ? logreg__fold(s->problem, &kernel, 1, s->b, NULL, out, err) : logreg__fail_memory(err);
    if (status == LOGREG_OK) {
        logreg__response_fill_kept(s->response, s->rows, 0, n, y, w);
        size_t kept = mark(row, out, w, n, k), count = list_patterns(list, row, kept, out, k);
        status = gather(patterns, list, count, row, out, y, w, err);
    }
    free(out);
    free(y);
    free(w);
    free(row);
    free(list);
    return status;
}

void logreg__patterns_free(logreg__patterns *p)
{
    free(p->score);
    free(p->total);
    free(p->observed);
    free(p->p);
}

/* ---- Rows of which probabilities alone are known ---- */

/* P: of two classes the event's, else all. */
static void spread_probabilities(double *p, const double *P, size_t K)
{
    if (K > 2) {
        memcpy(p, P, K * sizeof *p);
        return;
    }
    p[0] = 1 - P[0];
    p[1] = P[0];
}

/* Log-odds of any class but the first. */
static double score_of_probabilities(const double *P, size_t K)
{
    double sum = 0;
    for (size_t c = 1; K > 2 && c < K; c++)
        sum += P[c];
    return K > 2 ? log(sum / P[0]) : logreg_logit(P[0]);
}

static bool same_probabilities(const double *a, const double *b, size_t columns)
{
    bool same = true;
    for (size_t c = 0; same && c < columns; c++)
        same = fabs(a[c] - b[c]) <= SAME_SCORE * fmax(a[c], b[c]);
    return same;
}

logreg_status logreg__patterns_of(logreg__patterns *to, const double *y, const double *P, const double *w,
                                  size_t n, size_t K, logreg_error *err)
{
    size_t columns = K > 2 ? K : 1, kept = 0;
    pattern *list = logreg__new_raw(n, sizeof *list);
    if (!make_room(to, n, K) || !list) {
        free(list);
        return logreg__fail_memory(err);
    }
    for (size_t r = 0; r < n; r++)
        if (!w || w[r] > 0)
            list[kept++] = (pattern){score_of_probabilities(P + r * columns, K), r, 0, 0};
    order(list, kept);
    for (size_t i = 0; i < kept; i++) {
        const double *own = P + list[i].row * columns;
        if (i == 0 || !same_probabilities(own, P + list[i - 1].row * columns, columns)) {
            to->score[to->n] = list[i].score;
            spread_probabilities(to->p + to->n++ * K, own, K);
        }
        count(to->observed + (to->n - 1) * K, &to->total[to->n - 1], y[list[i].row], w ? w[list[i].row] : 1,
              K);
    }
    free(list);
    return LOGREG_OK;
}
