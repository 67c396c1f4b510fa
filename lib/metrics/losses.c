#include "metrics/losses.h"

#include <math.h>
#include <string.h>

#include "metrics/row_mean.h"

enum { CASES = LOGREG__ROWS_AVERAGED };

/* What came about in some rows, a case each; rows of two classes that were events in part are two cases. */
typedef struct {
    size_t n;
    double said[CASES], miss[CASES], weight[CASES]; /* the probability of what came about, and of the rest */
    double loss[CASES];
} block;

struct logreg__loss {
    /* Losses of the cases of a block, which are filled up to rows of LANES. */
    void (*of_cases)(block *b, const logreg__inner *inner);
    /* Of a row of K > 2 classes of which k came about; where there is one, `of_cases` is for two classes alone. */
    double (*of_row)(const double *p, size_t K, size_t k);
};

static void log_of_cases(block *b, const logreg__inner *inner)
{
    inner->log_losses(b->loss, b->said, b->miss, (b->n + LOGREG__LANES - 1) / LOGREG__LANES * LOGREG__LANES);
}

static void squares_of_cases(block *b, const logreg__inner *inner)
{
    (void)inner;
    for (size_t i = 0; i < b->n; i++)
        b->loss[i] = b->miss[i] * b->miss[i];
}

static double square_of_row(const double *p, size_t K, size_t k)
{
    double sum = 0;
    for (size_t c = 0; c < K; c++)
        sum += (p[c] - (c == k)) * (p[c] - (c == k));
    return sum;
}

static void distances_of_cases(block *b, const logreg__inner *inner)
{
    (void)inner;
    memcpy(b->loss, b->miss, b->n * sizeof *b->loss);
}

static double distance_of_row(const double *p, size_t K, size_t k)
{
    double sum = 0;
    for (size_t c = 0; c < K; c++)
        sum += fabs(p[c] - (c == k));
    return sum;
}

const logreg__loss logreg__loss_log = {log_of_cases, NULL};
const logreg__loss logreg__loss_brier = {squares_of_cases, square_of_row};
const logreg__loss logreg__loss_absolute = {distances_of_cases, distance_of_row};

/* ---- Cases ---- */

static void put(block *b, double said, double miss, double weight)
{
    b->said[b->n] = said;
    b->miss[b->n] = miss;
    b->weight[b->n] = weight;
    b->n += weight != 0;
}

/* Rows that all count and are events or not: one case each, without a branch, since what came about cannot be foreseen. False: some are not. */
static bool take_plain(block *restrict b, size_t n, const double *restrict y, const double *restrict p,
                       const double *restrict w)
{
    bool plain = true;
    uint64_t in_part = 0;
    for (size_t i = 0; i < n; i++) {
        double other = 1 - p[i], against = 1 - y[i], both = y[i] * against;
        uint64_t bits; /* compilers make vectors of whole numbers alone here */
        memcpy(&bits, &both, sizeof bits);
        in_part |= bits;
        b->said[i] = y[i] * p[i] + against * other;
        b->miss[i] = y[i] * other + against * p[i];
        b->weight[i] = 1;
    }
    for (size_t i = 0; w && i < n; i++) {
        b->weight[i] = w[i];
        plain &= w[i] != 0;
    }
    plain &= in_part == 0;
    b->n = plain ? n : 0;
    return plain;
}

/* Cases of two classes, of row *at and those after it. */
static void take_two(block *b, size_t *at, const logreg_labelled *r, const double *p)
{
    size_t left = r->n - *at, n = left < CASES ? left : CASES;
    if (take_plain(b, n, r->y + *at, p + *at, r->w ? r->w + *at : NULL)) {
        *at += n;
        return;
    }
    for (; *at < r->n && b->n + 2 <= CASES; ++*at) {
        double y = r->y[*at], weight = r->w ? r->w[*at] : 1, event = p[*at], other = 1 - event;
        put(b, event, other, weight * y);
        put(b, other, event, weight * (1 - y));
    }
}

/* Of more classes; no number among the probabilities, no loss. */
static void take_many(block *b, size_t *at, const logreg_labelled *r, const double *p,
                      const logreg__loss *loss)
{
    size_t K = r->n_classes;
    for (; *at < r->n && b->n < CASES; ++*at) {
        const double *of = p + *at * K;
        size_t k = (size_t)r->y[*at];
        double whole = 0;
        for (size_t c = 0; c < K; c++)
            whole += of[c];
        b->loss[b->n] = loss->of_row ? loss->of_row(of, K, k) : 0;
        put(b, of[k], isnan(whole) ? NAN : 1 - of[k], r->w ? r->w[*at] : 1);
    }
}

/* Losses of the rows from *at on, as many as there is room for, and their weights; false at the end. */
static bool take(block *b, size_t *at, const logreg_labelled *r, const double *p, const logreg__loss *loss,
                 const logreg__inner *inner)
{
    b->n = 0;
    if (r->n_classes > 2)
        take_many(b, at, r, p, loss);
    else
        take_two(b, at, r, p);
    for (size_t i = b->n; i % LOGREG__LANES; i++) {
        b->said[i] = 1;
        b->miss[i] = 0;
    }
    if (r->n_classes == 2 || !loss->of_row)
        loss->of_cases(b, inner);
    return b->n > 0;
}

logreg_measure logreg__loss_mean(const logreg__loss *loss, const logreg_labelled *rows)
{
    logreg__row_mean mean = logreg__row_mean_new();
    block b;
    for (size_t at = 0; at < rows->n && take(&b, &at, rows, rows->p, loss, mean.inner);)
        logreg__row_mean_add(&mean, b.loss, b.weight, b.n);
    return logreg__row_mean_measure(&mean);
}

logreg_measure logreg__loss_difference(const logreg__loss *loss, const logreg_labelled *rows,
                                       const double *other_p)
{
    logreg__row_mean mean = logreg__row_mean_new();
    block b, other;
    for (size_t at = 0, again = 0; at < rows->n && take(&b, &at, rows, rows->p, loss, mean.inner);) {
        take(&other, &again, rows, other_p, loss, mean.inner);
        for (size_t i = 0; i < b.n; i++)
            b.loss[i] -= other.loss[i];
        logreg__row_mean_add(&mean, b.loss, b.weight, b.n);
    }
    return logreg__row_mean_measure(&mean);
}
