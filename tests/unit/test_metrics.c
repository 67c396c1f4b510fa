/* Metrics against scikit-learn, against their definitions in long double, and by hand. */
#include "harness.h"

#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <logreg/metrics.h>

#include "base/random.h"
#include "metrics/bins.h"
#include "metrics/placements.h"
#include "metrics/sort_keys.h"

#include "../reference/metrics.h"
#include "oom.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static double auc_of(const double *y, const double *p, const double *w, size_t n)
{
    double auc = -1;
    CU_ASSERT_EQUAL(logreg_metric_auc(&auc, NULL, y, p, w, n, NULL), LOGREG_OK);
    return auc;
}

static double se_of(const double *y, const double *p, const double *w, size_t n)
{
    double se = -1;
    CU_ASSERT_EQUAL(logreg_metric_auc(NULL, &se, y, p, w, n, NULL), LOGREG_OK);
    return se;
}

static void agree_with_sklearn(void)
{
    for (size_t i = 0; i < COUNT(metrics_reference); i++) {
        __typeof__(&metrics_reference[0]) r = &metrics_reference[i];
        printf("# %s\n", r->name);
        CU_ASSERT_TRUE(near_rel(logreg_metric_log_loss(r->y, r->p, r->w, r->n), r->log_loss, TOL_SUM));
        CU_ASSERT_TRUE(near_rel(logreg_metric_brier(r->y, r->p, r->w, r->n), r->brier, TOL_SUM));
        CU_ASSERT_TRUE(
            near_rel(logreg_metric_accuracy(r->y, r->p, r->w, r->n, 0.5), r->accuracy_half, TOL_SUM));
        CU_ASSERT_TRUE(
            near_rel(logreg_metric_accuracy(r->y, r->p, r->w, r->n, 0.3), r->accuracy_three_tenths, TOL_SUM));
        CU_ASSERT_TRUE(near_abs(logreg_metric_tjur(r->y, r->p, r->w, r->n), r->tjur, TOL_SUM));
        CU_ASSERT_TRUE(near_rel(auc_of(r->y, r->p, r->w, r->n), r->auc, TOL_SUM));
    }
}

/* ---- The table ---- */

static double measured(const logreg_metric *metric, const logreg_labelled *rows)
{
    double value = -1, se = -1;
    CU_ASSERT_EQUAL(metric->measure(&value, &se, rows, NULL), LOGREG_OK);
    return value;
}

/* Every metric of the table has reference values of every data set; one that has none fails here. */
static void every_metric_has_its_reference(void)
{
    for (size_t i = 0; logreg_metric_at(i); i++) {
        const logreg_metric *metric = logreg_metric_at(i);
        size_t found = 0, many = 0;
        printf("# %s\n", metric->name);
        for (size_t j = 0; j < COUNT(metrics_named); j++) {
            if (strcmp(metrics_named[j].metric, metric->name) != 0)
                continue;
            size_t d = 0;
            while (strcmp(metrics_reference[d].name, metrics_named[j].data) != 0)
                d++;
            __typeof__(&metrics_reference[0]) r = &metrics_reference[d];
            logreg_labelled rows = {r->n, 2, r->y, r->p, r->w, metrics_named[j].threshold};
            CU_ASSERT_TRUE(near_abs(measured(metric, &rows), metrics_named[j].value, TOL_SUM));
            found++;
        }
        for (size_t j = 0; j < COUNT(metrics_many); j++) {
            if (strcmp(metrics_many[j].metric, metric->name) != 0)
                continue;
            logreg_labelled rows = {COUNT(many_y), 4, many_y, many_p, many_w, 0};
            CU_ASSERT_TRUE(near_rel(measured(metric, &rows), metrics_many[j].value, TOL_SUM));
            many++;
        }
        CU_ASSERT_EQUAL(found, 2 * COUNT(metrics_reference));
        CU_ASSERT_EQUAL(many, metric->more_classes);
        CU_ASSERT_TRUE(*metric->summary != 0);
    }
}

static void counts_of_confusion(void)
{
    double counts[16];
    logreg_labelled rows = {COUNT(many_y), 4, many_y, many_p, many_w, 0};
    logreg_metric_confusion(counts, &rows);
    for (size_t i = 0; i < 16; i++)
        CU_ASSERT_EQUAL(counts[i], many_confusion[i]);
    /* Shares of events, the threshold itself, and a row of no weight; then a probability that is not there. */
    static const double y[] = {0.25, 1, 0}, p[] = {0.5, 0.4, 0.9}, w[] = {8, 1, 0}, bad[] = {0.5, NAN, 0.9};
    rows = (logreg_labelled){3, 2, y, p, w, 0.5};
    logreg_metric_confusion(counts, &rows);
    CU_ASSERT_TRUE(counts[0] == 0 && counts[1] == 6 && counts[2] == 1 && counts[3] == 2);
    rows.p = bad;
    logreg_metric_confusion(counts, &rows);
    for (size_t i = 0; i < 4; i++)
        CU_ASSERT_TRUE(isnan(counts[i]));
    for (size_t i = 0; logreg_metric_at(i); i++)
        CU_ASSERT_TRUE(isnan(measured(logreg_metric_at(i), &rows)));
    static const double three[] = {0.2, NAN, 0.5}, code[] = {2};
    rows = (logreg_labelled){1, 3, code, three, NULL, 0};
    CU_ASSERT_TRUE(isnan(measured(logreg_metric_at(0), &rows)));
}

/* ---- DeLong by definition: every event against every non-event, in long double ---- */

/* Mean of h(p[i], p[j]) over the rows j of the class `other`, h = 1 where the event is above, 1/2 for a tie.
 */
static long double placement(const double *y, const double *p, size_t n, size_t i, double other)
{
    long double sum = 0;
    size_t count = 0;
    for (size_t j = 0; j < n; j++) {
        if (y[j] != other)
            continue;
        double event = other == 0 ? p[i] : p[j], non_event = other == 0 ? p[j] : p[i];
        sum += event > non_event ? 1 : event == non_event ? 0.5L : 0;
        count++;
    }
    return sum / count;
}

/* Mean and variance of the placements of the rows of class c. */
static void placements(const double *y, const double *p, size_t n, double c, long double *mean,
                       long double *variance_of_mean)
{
    long double sum = 0, squares = 0;
    size_t count = 0;
    for (size_t i = 0; i < n; i++)
        if (y[i] == c) {
            sum += placement(y, p, n, i, 1 - c);
            count++;
        }
    *mean = sum / count;
    for (size_t i = 0; i < n; i++)
        if (y[i] == c) {
            long double d = placement(y, p, n, i, 1 - c) - *mean;
            squares += d * d;
        }
    *variance_of_mean = squares / (count - 1) / count;
}

/* Repeats row i w[i] times; returns the number of rows. */
static size_t repeat(const double *y, const double *p, const double *w, size_t n, double *y_out,
                     double *p_out)
{
    size_t to = 0;
    for (size_t i = 0; i < n; i++)
        for (double left = w[i]; left >= 1; left--, to++) {
            y_out[to] = y[i];
            p_out[to] = p[i];
        }
    return to;
}

static void delong_by_definition(void)
{
    for (size_t i = 0; i < COUNT(metrics_reference); i++) {
        __typeof__(&metrics_reference[0]) r = &metrics_reference[i];
        double y[400], p[400];
        size_t n = repeat(r->y, r->p, r->w, r->n, y, p);
        long double auc, other_auc, s10, s01;
        placements(y, p, n, 1, &auc, &s10);
        placements(y, p, n, 0, &other_auc, &s01);
        CU_ASSERT(fabsl(auc - other_auc) < 1e-15L);
        double want = (double)sqrtl(s10 + s01);
        CU_ASSERT_TRUE(near_rel(auc_of(y, p, NULL, n), (double)auc, TOL_EXPRESSION));
        CU_ASSERT_TRUE(near_rel(se_of(y, p, NULL, n), want, TOL_SUM));
        CU_ASSERT_TRUE(near_rel(se_of(r->y, r->p, r->w, r->n), want, TOL_SUM));
    }
}

static void weights_repeat_rows(void)
{
    for (size_t i = 0; i < COUNT(metrics_reference); i++) {
        __typeof__(&metrics_reference[0]) r = &metrics_reference[i];
        double y[400], p[400];
        size_t n = repeat(r->y, r->p, r->w, r->n, y, p);
#define SAME(metric, ...)                                                                                    \
    near_rel(metric(r->y, r->p, r->w, r->n __VA_ARGS__), metric(y, p, NULL, n __VA_ARGS__), TOL_EXPRESSION)
        CU_ASSERT_TRUE(SAME(logreg_metric_log_loss));
        CU_ASSERT_TRUE(SAME(logreg_metric_brier));
        CU_ASSERT_TRUE(SAME(logreg_metric_accuracy, , 0.4));
        CU_ASSERT_TRUE(SAME(logreg_metric_tjur));
        CU_ASSERT_TRUE(SAME(auc_of));
#undef SAME
    }
}

/* Grouped rows: 3 events of 4 trials at p = 0.8, 1 of 2 at 0.3, against the six rows written out. */
static void shares_are_events_among_trials(void)
{
    const double share[] = {0.75, 0.5}, q[] = {0.8, 0.3}, trials[] = {4, 2};
    const double y[] = {1, 1, 1, 0, 1, 0}, p[] = {0.8, 0.8, 0.8, 0.8, 0.3, 0.3};
    CU_ASSERT_TRUE(near_rel(logreg_metric_log_loss(share, q, trials, 2),
                            logreg_metric_log_loss(y, p, NULL, 6), TOL_EXPRESSION));
    CU_ASSERT_TRUE(near_rel(logreg_metric_brier(share, q, trials, 2), logreg_metric_brier(y, p, NULL, 6),
                            TOL_EXPRESSION));
    CU_ASSERT_TRUE(near_rel(logreg_metric_accuracy(share, q, trials, 2, 0.5),
                            logreg_metric_accuracy(y, p, NULL, 6, 0.5), TOL_EXPRESSION));
    CU_ASSERT_TRUE(
        near_rel(logreg_metric_tjur(share, q, trials, 2), logreg_metric_tjur(y, p, NULL, 6), TOL_EXPRESSION));
    CU_ASSERT_TRUE(near_rel(auc_of(share, q, trials, 2), auc_of(y, p, NULL, 6), TOL_EXPRESSION));
    CU_ASSERT_TRUE(near_rel(se_of(share, q, trials, 2), se_of(y, p, NULL, 6), TOL_EXPRESSION));
}

/* Events at .8 and .4, others at .4 and .2: of four pairs three are won and one is tied. Placements 1 and
 * 3/4, and 3/4 and 1: both variances are 1/32. */
static void by_hand(void)
{
    const double y[] = {0, 1, 0, 1}, p[] = {0.4, 0.8, 0.2, 0.4};
    CU_ASSERT_EQUAL(auc_of(y, p, NULL, 4), 0.875);
    CU_ASSERT_TRUE(near_rel(se_of(y, p, NULL, 4), sqrt(1 / 32.0), TOL_EXPRESSION));
    CU_ASSERT_TRUE(
        near_rel(logreg_metric_brier(y, p, NULL, 4), (0.16 + 0.04 + 0.04 + 0.36) / 4, TOL_EXPRESSION));
    CU_ASSERT_TRUE(near_rel(logreg_metric_tjur(y, p, NULL, 4), 0.3, TOL_EXPRESSION));
    CU_ASSERT_EQUAL(logreg_metric_accuracy(y, p, NULL, 4, 0.4), 0.75); /* p = threshold says event */
    CU_ASSERT_TRUE(near_rel(logreg_metric_log_loss(y, p, NULL, 4),
                            -(log(0.6) + log(0.8) + log(0.8) + log(0.4)) / 4, TOL_EXPRESSION));

    const double all_tied[] = {0.5, 0.5, 0.5, 0.5}, zeros[] = {0.0, -0.0, 0.0, -0.0};
    CU_ASSERT_EQUAL(auc_of(y, all_tied, NULL, 4), 0.5);
    CU_ASSERT_EQUAL(se_of(y, all_tied, NULL, 4), 0);
    CU_ASSERT_EQUAL(auc_of(y, zeros, NULL, 4), 0.5);
    const double log_odds[] = {-1e300, 5, -INFINITY, INFINITY}, reversed[] = {1, -0.5, 2, -3};
    CU_ASSERT_EQUAL(auc_of(y, log_odds, NULL, 4), 1);
    CU_ASSERT_EQUAL(auc_of(y, reversed, NULL, 4), 0);
}

/* Probabilities of one group, found by different sums, tie; those next to 1 are told apart, and so are scores beyond. */
static void ties_but_for_rounding(void)
{
    const double y[] = {0, 1, 0, 1}, w[] = {1, 1, 1, 2}, once[] = {1, 1, 1, 1};
    const double near[] = {0.25, nextafter(0.5, 0), 0.5, 0.75},
                 odd[] = {0.2, 0.7142857142857137, 0.7142857142857139, 0.9};
    const double apart[] = {0.25, 0.5 - 1e-12, 0.5, 0.75}, sure[] = {0.25, 1 - 2e-14, 1 - 1e-14, 1},
                 beyond[] = {-1, nextafter(2, 0), 2, 3};
    CU_ASSERT_EQUAL(auc_of(y, near, NULL, 4), 0.875);
    CU_ASSERT_EQUAL(auc_of(y, near, once, 4), 0.875);
    CU_ASSERT_TRUE(near_rel(auc_of(y, near, w, 4), 5.5 / 6, TOL_EXPRESSION));
    CU_ASSERT_EQUAL(auc_of(y, odd, NULL, 4), 0.875);
    CU_ASSERT_TRUE(near_rel(se_of(y, odd, NULL, 4), sqrt(1 / 32.0), TOL_EXPRESSION));
    CU_ASSERT_TRUE(near_rel(auc_of(y, odd, w, 4), 5.5 / 6, TOL_EXPRESSION));
    CU_ASSERT_EQUAL(auc_of(y, apart, NULL, 4), 0.75);
    CU_ASSERT_EQUAL(auc_of(y, sure, NULL, 4), 0.75);
    CU_ASSERT_TRUE(near_rel(auc_of(y, sure, w, 4), 5.0 / 6, TOL_EXPRESSION));
    CU_ASSERT_EQUAL(auc_of(y, beyond, NULL, 4), 0.75);
}

static void certainty_gone_wrong(void)
{
    CU_ASSERT_EQUAL(logreg_metric_log_loss((double[]){1, 0}, (double[]){0, 0.5}, NULL, 2), INFINITY);
    CU_ASSERT_EQUAL(logreg_metric_log_loss((double[]){1, 0}, (double[]){0.5, 1}, NULL, 2), INFINITY);
    CU_ASSERT_EQUAL(logreg_metric_log_loss((double[]){1, 0}, (double[]){1, 0}, NULL, 2), 0);
    /* 1 - 1e-300 is 1 as a double, yet the loss of a non-event at 1e-300 is no zero */
    CU_ASSERT_EQUAL(logreg_metric_log_loss((double[]){0}, (double[]){1e-300}, NULL, 1), 1e-300);
}

static void without_meaning_is_nan(void)
{
    const double ones[] = {1, 1, 1}, y[] = {0, 1, 1}, p[] = {0.2, 0.5, 0.9}, bad[] = {0.2, NAN, 0.9};
    const double none[] = {0, 0, 0}, skip[] = {1, 0, 1};
    CU_ASSERT_TRUE(isnan(auc_of(ones, p, NULL, 3)));
    CU_ASSERT_TRUE(isnan(se_of(ones, p, NULL, 3)));
    CU_ASSERT_TRUE(isnan(se_of(y, p, NULL, 3))); /* one non-event has no variance */
    CU_ASSERT_TRUE(isnan(logreg_metric_tjur(ones, p, NULL, 3)));

    double (*const metric[])(const double *, const double *, const double *, size_t) = {
        logreg_metric_log_loss, logreg_metric_brier, logreg_metric_tjur, auc_of, se_of};
    for (size_t i = 0; i < COUNT(metric); i++) {
        CU_ASSERT_TRUE(isnan(metric[i](y, p, NULL, 0)));
        CU_ASSERT_TRUE(isnan(metric[i](y, p, none, 3)));
        CU_ASSERT_TRUE(isnan(metric[i](y, bad, NULL, 3)));
        if (metric[i] != se_of)
            CU_ASSERT_EQUAL(metric[i](y, bad, skip, 3), metric[i](y, p, skip, 3));
    }
    CU_ASSERT_TRUE(isnan(logreg_metric_accuracy(y, p, NULL, 0, 0.5)));
    CU_ASSERT_TRUE(isnan(logreg_metric_accuracy(y, p, none, 3, 0.5)));
    CU_ASSERT_TRUE(isnan(logreg_metric_accuracy(y, bad, NULL, 3, 0.5)));
    CU_ASSERT_EQUAL(logreg_metric_accuracy(y, bad, skip, 3, 0.5), 1);
}

/* Plain sums of a million equal terms are off by thousands of roundings. The AUC of so many rows is taken from several ranges of buckets. */
static void sums_are_compensated(void)
{
    enum { N = 1200000 };
    double *y = calloc(N, sizeof *y), *p = malloc(N * sizeof *p);
    CU_ASSERT_FATAL(y && p);
    for (size_t i = 0; i < N; i++)
        p[i] = 0.1;
    CU_ASSERT_EQUAL(logreg_metric_brier(y, p, NULL, N), 0.1 * 0.1);
    CU_ASSERT_EQUAL(logreg_metric_log_loss(y, p, NULL, N), -log1p(-0.1));
    for (size_t i = 0; i < N; i++) {
        y[i] = (double)(i % 2);
        p[i] = (double)((i * 7919) % N) / N; /* even and odd numbers, all distinct */
    }
    /* of the pairs (event odd, other even) the event is above in N/2 (N/2 + 1) / 2 */
    CU_ASSERT_EQUAL(auc_of(y, p, NULL, N), 0.5 + 1.0 / N);
    free(y);
    free(p);
}

static bool auc_without_memory(void *context)
{
    (void)context;
    const double y[] = {0, 1, 0, 1}, p[] = {0.4, 0.8, 0.2, 0.4};
    double auc = -1, se = -1;
    logreg_error err;
    logreg_status status = logreg_metric_auc(&auc, &se, y, p, NULL, 4, &err);
    if (status == LOGREG_OK)
        return auc == 0.875;
    return status == LOGREG_ENOMEM && err.status == LOGREG_ENOMEM && auc == -1 && se == -1;
}

static bool weighted_auc_without_memory(void *context)
{
    (void)context;
    const double y[] = {0, 1, 0, 1}, p[] = {0.4, 0.8, 0.2, 0.4}, w[] = {2, 2, 2, 2};
    double auc = -1, se = -1;
    logreg_error err;
    logreg_status status = logreg_metric_auc(&auc, &se, y, p, w, 4, &err);
    if (status == LOGREG_OK)
        return auc == 0.875;
    return status == LOGREG_ENOMEM && err.status == LOGREG_ENOMEM && auc == -1 && se == -1;
}

static bool bins_without_memory(void *context)
{
    (void)context;
    logreg__bins *bins = logreg__bins_new();
    logreg__bins_free(bins);
    return true;
}

#define MANY 20000

/* Counts in bins against sorted probabilities: the error is within its bound, and the bound is no worse than it says. */
static void counts_in_bins(void)
{
    static double y[MANY], p[MANY], w[MANY];
    logreg__random random;
    for (int weighted = 0; weighted < 2; weighted++)
        for (double width = 1; width > 1e-8; width /= 1000) {
            logreg__random_init(&random, 5, (uint64_t)weighted);
            for (size_t i = 0; i < MANY; i++) {
                p[i] = i % 1000 == 0 ? (double)(i % 2000 == 0)
                                     : 0.3 + width * (logreg__random_uniform(&random) - 0.3);
                y[i] = logreg__random_uniform(&random) < 0.5 + (p[i] - 0.3) / width / 3;
                w[i] = 1 + (double)(i % 4);
            }
            const double *weight = weighted ? w : NULL;
            double auc, se, want, want_se, error;
            logreg__bins *bins = logreg__bins_new();
            CU_ASSERT_PTR_NOT_NULL_FATAL(bins);
            logreg__bins_add(bins, y, p, weight, MANY / 2);
            logreg__bins_add(bins, y + MANY / 2, p + MANY / 2, weight ? weight + MANY / 2 : NULL, MANY / 2);
            logreg__bins_auc(&auc, &se, &error, bins);
            logreg__bins_free(bins);
            CU_ASSERT_EQUAL(logreg_metric_auc(&want, &want_se, y, p, weight, MANY, NULL), LOGREG_OK);
            CU_ASSERT_TRUE(fabs(auc - want) <= error + TOL_SUM);
            CU_ASSERT_TRUE(fabs(se - want_se) <= want_se * (4 * error + TOL_LONG));
            CU_ASSERT_TRUE(error < 0x1p-20 / width + 0.5);
        }
}

static int by_value(const void *a, const void *b)
{
    double u = *(const double *)a, v = *(const double *)b;
    return (u > v) - (u < v);
}

/* Scores of the kinds that the sort treats apart: spread over (0, 1), huddled far below 2^-33, few, beyond (0, 1). */
static double score(logreg__random *random, int kind)
{
    double u = logreg__random_uniform(random);
    switch (kind) {
    case 0:
        return u;
    case 1:
        return 1e-12 * u;
    case 2:
        return 1 - 1e-14 * u;
    case 3:
        return floor(4 * u) / 4;
    case 4:
        return 0.5;
    case 5:
        return u < 0.1 ? 0 : u > 0.9 ? 1 : ldexp(u, -(int)(1000 * u));
    default:
        return 10 * u - 5;
    }
}

/* Keys in order of value, each mark with its own. */
static void keys_are_sorted(void)
{
    logreg__random random;
    logreg__random_init(&random, 31, 0);
    for (int kind = 0; kind < 6; kind++)
        for (size_t n = 0; n < 20000; n = 3 * n + 1) {
            uint64_t *key = calloc(n + 1, sizeof *key), *room = calloc(n + 1, sizeof *room);
            uint32_t *count = calloc(logreg__sort_counts(n), sizeof *count);
            double *expected = calloc(n + 1, sizeof *expected);
            size_t marks = 0;
            for (size_t i = 0; i < n; i++) {
                expected[i] = score(&random, kind);
                bool mark = fmod(expected[i] * 0x1p40, 2) >= 1;
                marks += mark;
                key[i] = logreg__key_of(expected[i], mark);
            }
            qsort(expected, n, sizeof *expected, by_value);
            const uint64_t *sorted = logreg__sort_keys(key, room, n, count);
            for (size_t i = 0; i < n; i++) {
                CU_ASSERT_EQUAL(logreg__key_value(sorted[i]), expected[i]);
                marks -= sorted[i] & 1;
                CU_ASSERT_EQUAL(sorted[i] & 1, fmod(expected[i] * 0x1p40, 2) >= 1);
            }
            CU_ASSERT_EQUAL(marks, 0);
            free(key);
            free(room);
            free(count);
            free(expected);
        }
}

/* Whole numbers: the same bits however the rows are cut, ties across the cuts among them. */
static void auc_at_any_thread_count(void)
{
    enum { N = 60000 };
    double *y = malloc(N * sizeof *y), *p = malloc(N * sizeof *p);
    logreg__random random;
    logreg__random_init(&random, 32, 0);
    for (int kind = 0; kind < 7; kind++) {
        for (size_t i = 0; i < N; i++) {
            p[i] = score(&random, kind);
            y[i] = logreg__random_uniform(&random) < (kind == 3 ? 0.001 : 0.3);
        }
        double auc, se, area, error;
        CU_ASSERT_EQUAL(logreg_metric_auc(&auc, &se, y, p, NULL, N, NULL), LOGREG_OK);
        for (int threads = 2; threads < 30; threads = 2 * threads - 1) {
            CU_ASSERT_EQUAL(logreg__auc(&area, &error, y, p, NULL, N, threads, NULL), LOGREG_OK);
            CU_ASSERT_EQUAL(area, auc);
            CU_ASSERT_EQUAL(error, se);
        }
        /* scores beyond 1, and their ties, go another way */
        for (size_t i = 0; i < N; i++)
            p[i] *= 0x1p60;
        CU_ASSERT_EQUAL(logreg_metric_auc(&area, &error, y, p, NULL, N, NULL), LOGREG_OK);
        CU_ASSERT_TRUE(near_rel(auc, area, TOL_LONG));
        CU_ASSERT_TRUE(near_rel(se, error, TOL_LONG));
    }
    free(y);
    free(p);
}

/* So many rows that they are sorted range by range: the same as by weights, one of them 0, which go another way. */
static void auc_of_very_many(void)
{
    enum { N = 700000 };
    double *y = malloc((N + 1) * sizeof *y), *p = malloc((N + 1) * sizeof *p),
           *w = malloc((N + 1) * sizeof *w);
    logreg__random random;
    logreg__random_init(&random, 33, 0);
    for (int kind = 0; kind < 6; kind++) {
        for (size_t i = 0; i <= N; i++) {
            p[i] = score(&random, kind);
            y[i] = logreg__random_uniform(&random) < (kind == 3 ? 0.001 : 0.3);
            w[i] = 1;
        }
        const double ends[] = {-0.0, 0, 1, 1e-320, 0x1p-1074};
        memcpy(p + 5, ends, sizeof ends);
        w[N] = 0;
        double auc, se, area, error;
        CU_ASSERT_EQUAL(logreg_metric_auc(&auc, &se, y, p, NULL, N, NULL), LOGREG_OK);
        CU_ASSERT_EQUAL(logreg_metric_auc(&area, &error, y, p, w, N + 1, NULL), LOGREG_OK);
        CU_ASSERT_TRUE(near_rel(auc, area, TOL_SUM));
        CU_ASSERT_TRUE(near_rel(se, error, TOL_LONG));
        CU_ASSERT_EQUAL(logreg__auc(&area, &error, y, p, NULL, N, 2, NULL), LOGREG_OK);
        CU_ASSERT_TRUE(area == auc && error == se);
    }
    /* One score alone: a range that cannot be cut. */
    for (size_t i = 0; i < N; i++)
        p[i] = 0.25;
    CU_ASSERT_EQUAL(auc_of(y, p, NULL, N), 0.5);
    free(y);
    free(p);
    free(w);
}

static bool long_auc_without_memory(void *context)
{
    enum { N = 300000 };
    (void)context;
    double *y = malloc(N * sizeof *y), *p = malloc(N * sizeof *p), auc = -1, se = -1;
    bool ok = !y || !p;
    if (!ok) {
        for (size_t i = 0; i < N; i++) {
            p[i] = (double)i / N;
            y[i] = i % 2 == 1;
        }
        logreg_error err = {.status = LOGREG_OK};
        logreg_status status = logreg_metric_auc(&auc, &se, y, p, NULL, N, &err);
        ok = status == LOGREG_OK ? auc == 0.5 + 1.0 / N : status == LOGREG_ENOMEM && auc == -1 && se == -1;
    }
    free(y);
    free(p);
    return ok;
}

static void memory_runs_out(void)
{
    CU_ASSERT_TRUE(oom_each(long_auc_without_memory, NULL));
    CU_ASSERT_TRUE(oom_each(auc_without_memory, NULL));
    CU_ASSERT_TRUE(oom_each(weighted_auc_without_memory, NULL));
    CU_ASSERT_TRUE(oom_each(bins_without_memory, NULL));
    const double y = 1, p = 1;
    CU_ASSERT_EQUAL(logreg_metric_auc(NULL, NULL, &y, &p, NULL, SIZE_MAX / 2, NULL), LOGREG_ENOMEM);
}

const test_case tests[] = {
    {"agree with scikit-learn", agree_with_sklearn},
    {"DeLong's standard error by definition", delong_by_definition},
    {"weights repeat rows", weights_repeat_rows},
    {"shares are events among trials", shares_are_events_among_trials},
    {"by hand", by_hand},
    {"ties but for rounding", ties_but_for_rounding},
    {"certainty gone wrong", certainty_gone_wrong},
    {"without meaning is NaN", without_meaning_is_nan},
    {"sums are compensated", sums_are_compensated},
    {"counts in bins", counts_in_bins},
    {"keys are sorted", keys_are_sorted},
    {"the AUC at any number of threads", auc_at_any_thread_count},
    {"the AUC of very many rows", auc_of_very_many},
    {"memory runs out", memory_runs_out},
    {"every metric has its reference", every_metric_has_its_reference},
    {"counts of confusion", counts_of_confusion},
    {NULL, NULL},
};
