/* Means of losses over rows, which are walked once in blocks: against two walks in long double by the definitions. */
#include "harness.h"

#include <float.h>
#include <math.h>
#include <stdint.h>
#include <stdlib.h>

#include <logreg/metrics.h>

enum { BLOCK = 256, K = 3 };

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const size_t row_counts[] = {1, 2, 7, BLOCK - 1, BLOCK, BLOCK + 1, 5 * BLOCK + 3};

static uint64_t state = 1;

static double uniform(void)
{
    state = state * 6364136223846793005u + 1442695040888963407u;
    return (double)(state >> 11) / 9007199254740992.0;
}

/* Loss of a row of class k. */
typedef long double loss_of(const double *p, size_t n_classes, size_t k);

static long double log_loss(const double *p, size_t n_classes, size_t k)
{
    return n_classes > 2 ? -logl((long double)p[k]) : k ? -logl((long double)*p) : -log1pl(-(long double)*p);
}

static long double power_loss(const double *p, size_t n_classes, size_t k, long double power)
{
    long double sum = 0;
    for (size_t c = 0; c < (n_classes > 2 ? n_classes : 1); c++) {
        long double came = n_classes > 2 ? c == k : k;
        sum += powl(fabsl((long double)p[c] - came), power);
    }
    return sum;
}

static long double brier(const double *p, size_t n_classes, size_t k)
{
    return power_loss(p, n_classes, k, 2);
}

static long double mae(const double *p, size_t n_classes, size_t k)
{
    return power_loss(p, n_classes, k, 1);
}

/* Mean and standard error of the losses, less those of `other` where there is one. */
static void by_definition(double *mean, double *error, loss_of *loss, const logreg_labelled *r,
                          const double *other)
{
    long double sum = 0, squares = 0, total = 0;
    for (int walk = 0; walk < 2; walk++)
        for (size_t i = 0; i < r->n; i++) {
            double w = r->w ? r->w[i] : 1;
            size_t at = r->n_classes > 2 ? i * r->n_classes : i, several = r->n_classes > 2;
            for (size_t k = 0; k < 2; k++) {
                double part = several ? w * (double)!k : k ? w * r->y[i] : w * (1 - r->y[i]);
                if (part == 0)
                    continue;
                size_t of = several ? (size_t)r->y[i] : k;
                long double cost =
                    loss(r->p + at, r->n_classes, of) - (other ? loss(other + at, r->n_classes, of) : 0);
                if (walk == 0) {
                    sum += part * cost;
                    total += part;
                } else {
                    squares += part * (cost - sum / total) * (cost - sum / total);
                }
            }
        }
    *mean = (double)(sum / total);
    *error = total > 1 ? (double)sqrtl(squares / (total - 1) / total) : (double)NAN;
}

/* A spread of 0 comes out of the definition as what rounding a mean of long doubles leaves. */
static bool same_error(double got, double want, double mean)
{
    return near_abs(got, want, TOL_SUM * want + 16 * (double)LDBL_EPSILON * fabs(mean));
}

static void compare(const logreg_labelled *rows, const double *other)
{
    loss_of *const losses[] = {log_loss, brier, mae};
    const char *const names[] = {"log_loss", "brier", "mae"};
    double mean, error;
    for (size_t i = 0; i < 3; i++) {
        const logreg_metric *metric = logreg_metric_find(names[i]);
        logreg_measure m;
        by_definition(&mean, &error, losses[i], rows, NULL);
        CU_ASSERT_EQUAL(logreg_metric_measure(&m, &metric, 1, rows, NULL), LOGREG_OK);
        CU_ASSERT_TRUE(near_rel(m.value, mean, TOL_EXPRESSION));
        CU_ASSERT_TRUE(same_error(m.std_error, error, mean));
        if (!other || i == 2)
            continue;
        logreg_metric_test test;
        by_definition(&mean, &error, losses[i], rows, other);
        CU_ASSERT_EQUAL(logreg_metric_compare(&test, metric, rows, other, NULL), LOGREG_OK);
        CU_ASSERT_TRUE(near_abs(test.difference, mean, TOL_SUM * (test.value[0] + test.value[1])));
        CU_ASSERT_TRUE(same_error(test.difference_error, error, test.value[0]));
    }
}

typedef struct {
    double *y, *p, *q, *w;
} table;

/* Probabilities of every size: next to 0, next to 1, between. */
static double probability(void)
{
    double u = uniform();
    return u < 0.1   ? ldexp(u, -(int)(900 * uniform()))
           : u > 0.9 ? 1 - ldexp(1 - u, -(int)(40 * uniform()))
                     : u;
}

/* Of so many classes, of two with shares of events in some rows; some weights are 0. */
static table make(size_t n, size_t n_classes, bool shares)
{
    size_t width = n_classes > 2 ? n_classes : 1;
    table t = {calloc(n, 8), calloc(n * width, 8), calloc(n * width, 8), calloc(n, 8)};
    CU_ASSERT_FATAL(t.y && t.p && t.q && t.w);
    for (size_t i = 0; i < n; i++) {
        t.y[i] = floor(uniform() * (double)n_classes);
        if (shares && uniform() < 0.3)
            t.y[i] = uniform();
        t.w[i] = uniform() < 0.2 && i > 0 ? 0 : 3 * uniform() + 1;
        for (size_t c = 0; c < width; c++) {
            t.p[i * width + c] = probability();
            t.q[i * width + c] = probability();
        }
    }
    return t;
}

static void clear(table *t)
{
    free(t->y);
    free(t->p);
    free(t->q);
    free(t->w);
}

static void rows_of_two_classes(void)
{
    for (size_t k = 0; k < COUNT(row_counts); k++)
        for (int kind = 0; kind < 4; kind++) {
            table t = make(row_counts[k], 2, kind & 1);
            const logreg_labelled rows = {
                .n = row_counts[k], .n_classes = 2, .y = t.y, .p = t.p, .w = kind & 2 ? t.w : NULL};
            compare(&rows, t.q);
            clear(&t);
        }
}

static void rows_of_more_classes(void)
{
    for (size_t k = 0; k < COUNT(row_counts); k++)
        for (int weighted = 0; weighted < 2; weighted++) {
            table t = make(row_counts[k], K, false);
            const logreg_labelled rows = {
                .n = row_counts[k], .n_classes = K, .y = t.y, .p = t.p, .w = weighted ? t.w : NULL};
            compare(&rows, t.q);
            clear(&t);
        }
}

/* The first block says nothing of the rest: wrong by hundreds, where others hardly differ; and the other way round. */
static void blocks_that_differ(void)
{
    enum { N = 64 * BLOCK };
    table t = make(N, 2, false);
    for (int late = 0; late < 2; late++) {
        for (size_t i = 0; i < N; i++) {
            bool wrong = late ? i >= N - BLOCK : i < BLOCK;
            t.y[i] = 1;
            t.p[i] = wrong ? ldexp(uniform(), -800) : 0.5 + 1e-6 * uniform();
        }
        const logreg_labelled rows = {.n = N, .n_classes = 2, .y = t.y, .p = t.p};
        compare(&rows, NULL);
    }
    clear(&t);
}

/* Losses that are all the same have no spread, not one of their rounding. */
static void equal_losses(void)
{
    enum { N = 1000 };
    table t = make(N, 2, false);
    for (size_t i = 0; i < N; i++) {
        t.y[i] = 0;
        t.p[i] = 0.3;
    }
    const logreg_labelled rows = {.n = N, .n_classes = 2, .y = t.y, .p = t.p, .w = t.w};
    const char *const names[] = {"log_loss", "brier", "mae"};
    for (size_t i = 0; i < 3; i++) {
        const logreg_metric *metric = logreg_metric_find(names[i]);
        logreg_measure m;
        double low, high;
        CU_ASSERT_EQUAL(logreg_metric_measure(&m, &metric, 1, &rows, NULL), LOGREG_OK);
        CU_ASSERT_EQUAL(m.std_error, 0);
        CU_ASSERT_FALSE(logreg_metric_interval(&low, &high, metric, &m, 0.95));
    }
    clear(&t);
}

/* Certainties that went wrong, wherever they stand, cost everything; where they do not count, nothing. */
static void certainties_anywhere(void)
{
    enum { N = 2 * BLOCK + 5 };
    table t = make(N, 2, false);
    const logreg_labelled rows = {.n = N, .n_classes = 2, .y = t.y, .p = t.p, .w = t.w};
    const logreg_metric *metric = logreg_metric_find("log_loss");
    for (size_t at = 0; at < N; at += 17) {
        double p = t.p[at], w = t.w[at];
        logreg_measure m;
        t.p[at] = 1 - t.y[at];
        t.w[at] = 1;
        CU_ASSERT_EQUAL(logreg_metric_measure(&m, &metric, 1, &rows, NULL), LOGREG_OK);
        CU_ASSERT_TRUE(m.value == INFINITY && isnan(m.std_error));
        t.w[at] = 0;
        CU_ASSERT_EQUAL(logreg_metric_measure(&m, &metric, 1, &rows, NULL), LOGREG_OK);
        CU_ASSERT_TRUE(isfinite(m.value) && isfinite(m.std_error));
        t.p[at] = NAN;
        CU_ASSERT_EQUAL(logreg_metric_measure(&m, &metric, 1, &rows, NULL), LOGREG_OK);
        CU_ASSERT_TRUE(isfinite(m.value) && isfinite(m.std_error));
        t.w[at] = 1;
        CU_ASSERT_EQUAL(logreg_metric_measure(&m, &metric, 1, &rows, NULL), LOGREG_OK);
        CU_ASSERT_TRUE(isnan(m.value) && isnan(m.std_error));
        t.p[at] = p;
        t.w[at] = w;
    }
    clear(&t);
}

const test_case tests[] = {
    {"rows of two classes", rows_of_two_classes},   {"rows of more classes", rows_of_more_classes},
    {"blocks that differ", blocks_that_differ},     {"equal losses", equal_losses},
    {"certainties anywhere", certainties_anywhere}, {NULL, NULL},
};
