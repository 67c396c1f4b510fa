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

static logreg_measure measured(const logreg_metric *metric, const logreg_labelled *rows)
{
    logreg_measure measure = {-1, -1, -1};
    CU_ASSERT_EQUAL(logreg_metric_measure(&measure, &metric, 1, rows, NULL), LOGREG_OK);
    return measure;
}

static logreg_labelled two_classes(size_t n, const double *y, const double *p, const double *w)
{
    return (logreg_labelled){.n = n, .n_classes = 2, .y = y, .p = p, .w = w, .threshold = 0.5};
}

static logreg_labelled four_classes(size_t set)
{
    __typeof__(&metrics_many_sets[0]) s = &metrics_many_sets[set];
    return (logreg_labelled){.n = s->n, .n_classes = 4, .y = s->y, .p = s->p, .w = s->w};
}

static bool agrees(const logreg_metric *metric, const logreg_labelled *rows, double value, double std_error)
{
    logreg_measure m = measured(metric, rows);
    bool auc = strcmp(metric->name, "auc") == 0; /* has its own test */
    return near_abs(m.value, value, TOL_SUM) && (auc || near_abs(m.std_error, std_error, TOL_SUM));
}

/* Values that scikit-learn has of two classes, and the number of them. A share of nothing is 0 there. */
static size_t agree_of_two(const logreg_metric *metric)
{
    size_t found = 0;
    for (size_t j = 0; j < COUNT(metrics_named); j++) {
        if (strcmp(metrics_named[j].metric, metric->name) != 0)
            continue;
        size_t d = 0;
        while (strcmp(metrics_reference[d].name, metrics_named[j].data) != 0)
            d++;
        __typeof__(&metrics_reference[0]) r = &metrics_reference[d];
        logreg_labelled rows = two_classes(r->n, r->y, r->p, r->w);
        rows.threshold = metrics_named[j].threshold;
        CU_ASSERT_TRUE(agrees(metric, &rows, metrics_named[j].value, metrics_named[j].std_error));
        found++;
    }
    return found;
}

static size_t agree_of_many(const logreg_metric *metric)
{
    size_t found = 0;
    for (size_t j = 0; j < COUNT(metrics_many); j++) {
        if (strcmp(metrics_many[j].metric, metric->name) != 0)
            continue;
        size_t d = 0;
        while (strcmp(metrics_many_sets[d].name, metrics_many[j].data) != 0)
            d++;
        logreg_labelled rows = four_classes(d);
        CU_ASSERT_TRUE(agrees(metric, &rows, metrics_many[j].value, metrics_many[j].std_error));
        found++;
    }
    return found;
}

/* Every metric of the table has reference values of every data set; one that has none fails here. */
static void every_metric_has_its_reference(void)
{
    for (size_t i = 0; logreg_metric_at(i); i++) {
        const logreg_metric *metric = logreg_metric_at(i);
        printf("# %s\n", metric->name);
        CU_ASSERT_EQUAL(agree_of_two(metric), metric->two_classes ? 2 * COUNT(metrics_reference) : 0);
        CU_ASSERT_EQUAL(agree_of_many(metric), metric->more_classes ? COUNT(metrics_many_sets) : 0);
        CU_ASSERT_TRUE(*metric->summary != 0);
        CU_ASSERT_PTR_EQUAL(logreg_metric_find(metric->name), metric);
    }
    CU_ASSERT_PTR_NULL(logreg_metric_find("acuracy"));
}

/* All at once, from one sheet, is each by itself; and a class has no meaning where there are others. */
static void all_metrics_at_once(void)
{
    const logreg_metric *metric[64];
    logreg_measure all[64];
    size_t n = 0;
    for (; logreg_metric_at(n); n++)
        metric[n] = logreg_metric_at(n);
    logreg_labelled rows[] = {two_classes(COUNT(weighted_y), weighted_y, weighted_p, weighted_w),
                              four_classes(0)};
    for (size_t r = 0; r < COUNT(rows); r++) {
        CU_ASSERT_EQUAL(logreg_metric_measure(all, metric, n, &rows[r], NULL), LOGREG_OK);
        for (size_t i = 0; i < n; i++) {
            logreg_measure one = measured(metric[i], &rows[r]);
            bool meant = r ? metric[i]->more_classes : metric[i]->two_classes;
            CU_ASSERT_TRUE(near_abs(all[i].value, one.value, 0) &&
                           near_abs(all[i].std_error, one.std_error, 0) &&
                           near_abs(all[i].out_of, one.out_of, 0));
            CU_ASSERT_EQUAL(isnan(one.value), !meant);
        }
    }
}

/* Row i of weight w as w rows. */
static void weights_repeat_all_metrics(void)
{
    double y[400], P[1600];
    logreg_labelled rows = four_classes(0), written = rows;
    written.n = 0;
    for (size_t i = 0; i < rows.n; i++)
        for (double left = rows.w[i]; left >= 1; left--, written.n++) {
            y[written.n] = rows.y[i];
            memcpy(P + 4 * written.n, rows.p + 4 * i, 4 * sizeof *P);
        }
    written.y = y;
    written.p = P;
    written.w = NULL;
    for (int quantile = 0; quantile < 2; quantile++) {
        rows.quantile_bins = written.quantile_bins = quantile;
        for (size_t i = 0; logreg_metric_at(i); i++) {
            logreg_measure m = measured(logreg_metric_at(i), &rows),
                           n = measured(logreg_metric_at(i), &written);
            CU_ASSERT_TRUE(near_abs(m.value, n.value, TOL_SUM) &&
                           near_abs(m.std_error, n.std_error, TOL_SUM));
        }
    }
}

static double value_of(const char *name, const logreg_labelled *rows)
{
    return measured(logreg_metric_find(name), rows).value;
}

/* Where scikit-learn warns and says 0: what is a share of nothing has no value, and within means over classes counts 0. */
static void of_nothing(void)
{
    const double none[] = {0, 0, 0}, all[] = {1, 1, 1}, low[] = {0.1, 0.2, 0.3}, high[] = {0.9, 0.8, 0.7};
    logreg_labelled rows = two_classes(3, none, low, NULL); /* no event, and none said */
    CU_ASSERT_EQUAL(value_of("accuracy", &rows), 1);
    CU_ASSERT_EQUAL(value_of("balanced_accuracy", &rows), 1);
    CU_ASSERT_EQUAL(value_of("f1_macro", &rows), 1);
    const char *nothing[] = {"precision", "sensitivity",      "f1", "fbeta", "mcc", "kappa", "auc",
                             "tjur",      "average_precision"};
    for (size_t i = 0; i < COUNT(nothing); i++)
        CU_ASSERT_TRUE(isnan(value_of(nothing[i], &rows)));
    rows.y = all; /* events, and none said */
    CU_ASSERT_EQUAL(value_of("sensitivity", &rows), 0);
    CU_ASSERT_EQUAL(value_of("f1", &rows), 0);
    CU_ASSERT_EQUAL(value_of("precision_macro", &rows), 0);
    CU_ASSERT_TRUE(isnan(value_of("precision", &rows)));
    CU_ASSERT_TRUE(isnan(value_of("specificity", &rows)));
    rows.p = high; /* events alone, and all said */
    CU_ASSERT_EQUAL(value_of("f1", &rows), 1);
    CU_ASSERT_EQUAL(value_of("average_precision", &rows), 1);
    CU_ASSERT_EQUAL(value_of("brier_uncertainty", &rows), 0);
    rows.n = 1;
    CU_ASSERT_EQUAL(value_of("precision", &rows), 1);
    CU_ASSERT_TRUE(isnan(measured(logreg_metric_find("log_loss"), &rows).std_error));
    const char *const without[] = {"ece", "brier_reliability", "log_loss", "brier", "accuracy",
                                   "mcc", "f1_macro"};
    for (int quantile = 0; quantile < 2; quantile++)
        for (rows.n = 0; rows.n < 2; rows.n++) { /* no rows, and one of weight 0 */
            const double zero[] = {0};
            rows.w = zero;
            rows.quantile_bins = quantile;
            for (size_t i = 0; i < COUNT(without); i++)
                CU_ASSERT_TRUE(isnan(value_of(without[i], &rows)));
        }
}

static void sure_and_wrong(void)
{
    const double y[] = {1, 0, 1}, p[] = {0, 1e-300, 1};
    logreg_labelled rows = two_classes(3, y, p, NULL);
    logreg_measure m = measured(logreg_metric_find("log_loss"), &rows);
    double low, high;
    CU_ASSERT_TRUE(m.value == INFINITY && isnan(m.std_error));
    CU_ASSERT_FALSE(logreg_metric_interval(&low, &high, logreg_metric_find("log_loss"), &m, 0.95));
    CU_ASSERT_TRUE(isnan(low) && isnan(high));
    CU_ASSERT_TRUE(near_rel(value_of("brier", &rows), 1.0 / 3, TOL_EXPRESSION));
    CU_ASSERT_TRUE(near_rel(value_of("ece", &rows), 1.0 / 3, TOL_EXPRESSION));
    /* 1e9 others beside one event: nothing is lost in N^2 - sum n^2 */
    const double w[] = {1, 1e9, 1}, q[] = {0.9, 0.1, 0.1};
    rows.w = w;
    rows.p = q;
    CU_ASSERT_TRUE(near_rel(value_of("mcc", &rows), sqrt(1e9 / (2 * (1e9 + 1))), TOL_SUM));
    CU_ASSERT_TRUE(near_rel(value_of("kappa", &rows), 1e9 / (1e9 + (1e9 + 2) / 2), TOL_LONG));
}

/* Brown, Cai & DasGupta, Statist. Sci. 16, 2001: Wilson's interval; 0 and 1 are ends of their own. */
static void intervals_of_shares(void)
{
    const logreg_metric *accuracy = logreg_metric_find("accuracy");
    const double z2 = 1.959963984540054 * 1.959963984540054;
    logreg_measure m = {0, 0, 10};
    double low, high;
    CU_ASSERT_TRUE(logreg_metric_interval(&low, &high, accuracy, &m, 0.95));
    CU_ASSERT_TRUE(low == 0 && near_rel(high, z2 / (10 + z2), TOL_SUM));
    m.value = 1;
    CU_ASSERT_TRUE(logreg_metric_interval(&low, &high, accuracy, &m, 0.95));
    CU_ASSERT_TRUE(near_rel(low, 10 / (10 + z2), TOL_SUM) && high == 1);
    /* its ends are the shares s whose score test just rejects: |value - s| = z sqrt(s (1 - s) / n) */
    m.value = 0.3;
    CU_ASSERT_TRUE(logreg_metric_interval(&low, &high, accuracy, &m, 0.95));
    CU_ASSERT_TRUE(near_rel((m.value - low) * (m.value - low), z2 * low * (1 - low) / 10, TOL_SUM));
    CU_ASSERT_TRUE(near_rel((high - m.value) * (high - m.value), z2 * high * (1 - high) / 10, TOL_SUM));
    m = (logreg_measure){NAN, NAN, 0};
    CU_ASSERT_FALSE(logreg_metric_interval(&low, &high, accuracy, &m, 0.95));
    m = (logreg_measure){0.9, 0.2, NAN};
    CU_ASSERT_TRUE(logreg_metric_interval(&low, &high, logreg_metric_find("auc"), &m, 0.95));
    CU_ASSERT_TRUE(near_rel(low, 0.9 - 0.2 * sqrt(z2), TOL_SUM) && high == 1);
}

static void reports_of_classes(void)
{
    logreg_class_scores scores[6];
    for (size_t s = 0; s < COUNT(metrics_many_sets); s++) {
        logreg_metric_report(scores, metrics_many_sets[s].confusion, 4);
        for (size_t i = 0; i < 2; i++) {
            const double *means = metrics_many_sets[s].means + 4 * i;
            CU_ASSERT_TRUE(near_rel(scores[4 + i].precision, means[0], TOL_SUM));
            CU_ASSERT_TRUE(near_rel(scores[4 + i].recall, means[1], TOL_SUM));
            CU_ASSERT_TRUE(near_rel(scores[4 + i].f1, means[2], TOL_SUM));
            CU_ASSERT_EQUAL(scores[4 + i].support, means[3]);
        }
    }
    const double counts[] = {0, 0, 2, 3};
    logreg_metric_report(scores, counts, 2);
    CU_ASSERT_TRUE(isnan(scores[0].recall) && scores[0].precision == 0 && scores[0].f1 == 0);
    CU_ASSERT_TRUE(scores[1].precision == 1 && scores[1].recall == 0.6 && scores[1].f1 == 0.75);
    CU_ASSERT_TRUE(scores[2].recall == 0.3 && scores[3].recall == 0.6 && scores[3].support == 5);
}

static void counts_of_confusion(void)
{
    double counts[16];
    logreg_labelled rows;
    for (size_t s = 0; s < COUNT(metrics_many_sets); s++) {
        rows = four_classes(s);
        logreg_metric_confusion(counts, &rows);
        for (size_t i = 0; i < 16; i++)
            CU_ASSERT_EQUAL(counts[i], metrics_many_sets[s].confusion[i]);
    }
    /* Shares of events, the threshold itself, and a row of no weight; then a probability that is not there. */
    static const double y[] = {0.25, 1, 0}, p[] = {0.5, 0.4, 0.9}, w[] = {8, 1, 0}, bad[] = {0.5, NAN, 0.9};
    rows = two_classes(3, y, p, w);
    logreg_metric_confusion(counts, &rows);
    CU_ASSERT_TRUE(counts[0] == 0 && counts[1] == 6 && counts[2] == 1 && counts[3] == 2);
    rows.p = bad;
    logreg_metric_confusion(counts, &rows);
    for (size_t i = 0; i < 4; i++)
        CU_ASSERT_TRUE(isnan(counts[i]));
    for (int quantile = 0; quantile < 2; quantile++) {
        rows.quantile_bins = quantile;
        for (size_t i = 0; logreg_metric_at(i); i++)
            CU_ASSERT_TRUE(isnan(measured(logreg_metric_at(i), &rows).value));
    }
    static const double three[] = {0.2, NAN, 0.5}, code[] = {2};
    rows = (logreg_labelled){.n = 1, .n_classes = 3, .y = code, .p = three};
    for (size_t i = 0; logreg_metric_at(i); i++)
        CU_ASSERT_TRUE(isnan(measured(logreg_metric_at(i), &rows).value));
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

static bool metrics_without_memory(void *context)
{
    const logreg_labelled *rows = context;
    const logreg_metric *metric[64];
    logreg_measure measure[64];
    size_t n = 0;
    for (; logreg_metric_at(n); n++) {
        metric[n] = logreg_metric_at(n);
        measure[n].value = -7;
    }
    logreg_error err;
    logreg_status status = logreg_metric_measure(measure, metric, n, rows, &err);
    bool untouched = true;
    for (size_t i = 0; i < n; i++)
        untouched = untouched && measure[i].value == -7;
    return status == LOGREG_OK ? !untouched : status == LOGREG_ENOMEM && err.status == status && untouched;
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
        logreg__order one, order;
        CU_ASSERT_EQUAL(logreg_metric_auc(&auc, &se, y, p, NULL, N, NULL), LOGREG_OK);
        CU_ASSERT_EQUAL(logreg__order_find(&one, true, y, p, NULL, N, 1, NULL), LOGREG_OK);
        for (int threads = 2; threads < 30; threads = 2 * threads - 1) {
            CU_ASSERT_EQUAL(logreg__order_find(&order, true, y, p, NULL, N, threads, NULL), LOGREG_OK);
            CU_ASSERT_EQUAL(order.auc, auc);
            CU_ASSERT_EQUAL(order.std_error, se);
            CU_ASSERT_EQUAL(order.average_precision, one.average_precision);
        }
        /* scores beyond 1, and their ties, go another way */
        for (size_t i = 0; i < N; i++)
            p[i] *= 0x1p60;
        CU_ASSERT_EQUAL(logreg_metric_auc(&area, &error, y, p, NULL, N, NULL), LOGREG_OK);
        CU_ASSERT_TRUE(near_rel(auc, area, TOL_LONG));
        CU_ASSERT_TRUE(near_rel(se, error, TOL_LONG));
        CU_ASSERT_EQUAL(logreg__order_find(&order, true, y, p, NULL, N, 1, NULL), LOGREG_OK);
        CU_ASSERT_TRUE(near_rel(order.average_precision, one.average_precision, TOL_LONG));
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
    for (int kind = 0; kind < 6; kind += 6 / (int)fewer(6, 3)) {
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
        logreg__order whole, parts, weighted;
        CU_ASSERT_EQUAL(logreg__order_find(&whole, true, y, p, NULL, N, 1, NULL), LOGREG_OK);
        CU_ASSERT_EQUAL(logreg__order_find(&parts, true, y, p, NULL, N, 2, NULL), LOGREG_OK);
        CU_ASSERT_EQUAL(logreg__order_find(&weighted, true, y, p, w, N + 1, 1, NULL), LOGREG_OK);
        CU_ASSERT_TRUE(parts.auc == auc && parts.std_error == se);
        CU_ASSERT_EQUAL(parts.average_precision, whole.average_precision);
        CU_ASSERT_TRUE(near_rel(weighted.average_precision, whole.average_precision, TOL_SUM));
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
    logreg_labelled two = two_classes(COUNT(weighted_y), weighted_y, weighted_p, weighted_w),
                    four = four_classes(1);
    for (int quantile = 0; quantile < 2; quantile++) {
        two.quantile_bins = four.quantile_bins = quantile;
        CU_ASSERT_TRUE(oom_each(metrics_without_memory, &two));
        CU_ASSERT_TRUE(oom_each(metrics_without_memory, &four));
    }
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
    {"all metrics at once", all_metrics_at_once},
    {"weights repeat rows in all metrics", weights_repeat_all_metrics},
    {"shares of nothing", of_nothing},
    {"sure and wrong", sure_and_wrong},
    {"intervals of shares", intervals_of_shares},
    {"reports of classes", reports_of_classes},
    {"counts of confusion", counts_of_confusion},
    {NULL, NULL},
};
