/* Curves against scikit-learn's, thresholds against all others that there are. */
#include "harness.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include <logreg/metrics.h>

#include "../reference/metric_curves.h"
#include "oom.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static logreg_labelled rows_of(const char *name)
{
    size_t d = 0;
    while (strcmp(curves_sets[d].name, name) != 0)
        d++;
    return (logreg_labelled){.n = curves_sets[d].n,
                             .n_classes = 2,
                             .y = curves_sets[d].y,
                             .p = curves_sets[d].p,
                             .w = curves_sets[d].w};
}

static logreg_curve *curve_of(const char *name, const logreg_labelled *rows, bool drop)
{
    logreg_curve *curve = NULL;
    logreg_curve_options o = logreg_curve_options_default();
    o.drop_intermediate = drop;
    CU_ASSERT_EQUAL_FATAL(logreg_curve_new(&curve, name, rows, 1, &o, NULL), LOGREG_OK);
    return curve;
}

static void agree_with_sklearn(void)
{
    for (size_t i = 0; i < COUNT(curves_columns); i++) {
        __typeof__(&curves_columns[0]) c = &curves_columns[i];
        logreg_labelled rows = rows_of(c->data);
        rows.n_bins = c->n_bins;
        rows.quantile_bins = c->quantile;
        logreg_curve *curve = curve_of(c->curve, &rows, c->drop_intermediate);
        const double *column = logreg_curve_column(curve, c->column);
        CU_ASSERT_PTR_NOT_NULL_FATAL(column);
        if (curve->n_points != c->n)
            printf("# %s %s %zu\n", c->data, c->curve, c->n_bins);
        CU_ASSERT_EQUAL(curve->n_points, c->n);
        for (size_t k = 0; k < c->n && k < curve->n_points; k++)
            CU_ASSERT_TRUE(near_abs(column[k], c->value[k], TOL_SUM));
        logreg_curve_free(curve);
    }
}

/* What curves and metrics say of the same rows is the same. */
static void agree_with_metrics(void)
{
    const char *const name[] = {"auc", "average_precision", "ece"};
    for (size_t d = 0; d < COUNT(curves_sets); d++) {
        logreg_labelled rows = rows_of(curves_sets[d].name);
        logreg_measure measure[3];
        const logreg_metric *metric[3];
        for (size_t i = 0; i < 3; i++)
            metric[i] = logreg_metric_find(name[i]);
        CU_ASSERT_EQUAL(logreg_metric_measure(measure, metric, 3, &rows, NULL), LOGREG_OK);
        double area = 0, precision = 0, distance = 0, n = 0;
        logreg_curve *roc = curve_of("roc", &rows, true), *pr = curve_of("precision_recall", &rows, true),
                     *bins = curve_of("calibration", &rows, true);
        for (size_t i = 1; i < roc->n_points; i++)
            area +=
                (roc->column[1][i] - roc->column[1][i - 1]) * (roc->column[2][i] + roc->column[2][i - 1]) / 2;
        for (size_t i = 1; i < pr->n_points; i++)
            precision += (pr->column[2][i - 1] - pr->column[2][i]) * pr->column[1][i - 1];
        for (size_t i = 0; i < bins->n_points; i++) {
            n += bins->column[2][i];
            distance += bins->column[2][i] * fabs(bins->column[3][i] - bins->column[4][i]);
            CU_ASSERT_TRUE(bins->column[5][i] <= bins->column[4][i] &&
                           bins->column[4][i] <= bins->column[6][i]);
            CU_ASSERT_TRUE(bins->column[0][i] <= bins->column[3][i] &&
                           bins->column[3][i] <= bins->column[1][i]);
        }
        CU_ASSERT_TRUE(near_rel(area, measure[0].value, TOL_SUM));
        CU_ASSERT_TRUE(near_rel(precision, measure[1].value, TOL_SUM));
        CU_ASSERT_TRUE(near_rel(distance / n, measure[2].value, TOL_SUM));
        logreg_curve_free(roc);
        logreg_curve_free(pr);
        logreg_curve_free(bins);
    }
}

/* Class 0 of two is the event turned round; class k of more is that class against the rest. */
static void of_any_class(void)
{
    const double y[] = {0, 1, 1, 0}, p[] = {0.25, 0.5, 0.75, 0.625};
    const double code[] = {0, 2, 1, 2},
                 P[] = {0.5, 0.25, 0.25, 0.25, 0.25, 0.5, 0.25, 0.625, 0.125, 0, 0.75, 0.25};
    const double is[] = {0, 1, 0, 1}, q[] = {0.25, 0.5, 0.125, 0.25}, not_y[] = {1, 0, 0, 1},
                 not_p[] = {0.75, 0.5, 0.25, 0.375};
    logreg_labelled two = {.n = 4, .n_classes = 2, .y = y, .p = p}, turned = two;
    logreg_labelled three = {.n = 4, .n_classes = 3, .y = code, .p = P}, one = two;
    turned.y = not_y;
    turned.p = not_p;
    one.y = is;
    one.p = q;
    const logreg_labelled *rows[] = {&two, &three}, *same[] = {&turned, &one};
    const size_t class[] = {0, 2};
    for (size_t r = 0; r < 2; r++)
        for (size_t k = 0; logreg_curve_name(k); k++) {
            logreg_curve *a = NULL, *b = curve_of(logreg_curve_name(k), same[r], true);
            CU_ASSERT_EQUAL_FATAL(logreg_curve_new(&a, logreg_curve_name(k), rows[r], class[r], NULL, NULL),
                                  LOGREG_OK);
            CU_ASSERT_EQUAL(a->of_class, class[r]);
            CU_ASSERT_EQUAL_FATAL(a->n_points, b->n_points);
            for (size_t c = 0; c < a->n_columns; c++)
                for (size_t i = 0; i < a->n_points; i++)
                    CU_ASSERT_TRUE(near_abs(a->column[c][i], b->column[c][i], 0));
            CU_ASSERT_PTR_NULL(logreg_curve_column(a, "other"));
            CU_ASSERT_TRUE(*logreg_curve_title(k) != 0);
            logreg_curve_free(a);
            logreg_curve_free(b);
        }
    CU_ASSERT_PTR_NULL(logreg_curve_title(99));
}

static bool refuses(const char *name, const logreg_labelled *rows, size_t of_class, double level,
                    logreg_status status, const char *what)
{
    logreg_error err;
    logreg_curve *curve = NULL;
    const logreg_curve_options o = {.conf_level = level};
    return logreg_curve_new(&curve, name, rows, of_class, &o, &err) == status && !curve &&
           strstr(err.message, what);
}

/* Probabilities on the edges of equally wide bins and next to them: each bin holds those above its low edge and up to its high one. */
static void on_the_edges(void)
{
    static const size_t bins[] = {1, 2, 3, 7, 10, 49, 300};
    for (size_t b = 0; b < COUNT(bins); b++) {
        size_t n = 0;
        double p[3 * 301], y[3 * 301];
        for (size_t i = 0; i <= bins[b]; i++) {
            double edge = i == bins[b] ? 1 : (double)i * (1 / (double)bins[b]);
            p[n++] = edge;
            p[n++] = nextafter(edge, 0);
            p[n++] = fmin(nextafter(edge, 2), 1);
        }
        for (size_t i = 0; i < n; i++)
            y[i] = (double)(i % 2);
        const logreg_labelled rows = {.n = n, .n_classes = 2, .y = y, .p = p, .n_bins = bins[b]};
        logreg_curve *c = NULL;
        CU_ASSERT_EQUAL_FATAL(logreg_curve_new(&c, "calibration", &rows, 1, NULL, NULL), LOGREG_OK);
        const double *low = logreg_curve_column(c, "low"), *high = logreg_curve_column(c, "high");
        CU_ASSERT_EQUAL(c->n_points, bins[b]);
        for (size_t k = 0; k < c->n_points; k++) {
            double within = 0;
            for (size_t i = 0; i < n; i++)
                within += (p[i] > low[k] || (k == 0 && p[i] == low[k])) && p[i] <= high[k];
            CU_ASSERT_EQUAL(logreg_curve_column(c, "n")[k], within);
        }
        logreg_curve_free(c);
    }
}

static void without_meaning(void)
{
    const double y[] = {1, 1}, p[] = {0.4, 0.8}, bad[] = {0.4, NAN}, none[] = {0, 0};
    logreg_labelled rows = {.n = 2, .n_classes = 2, .y = y, .p = p};
    CU_ASSERT_TRUE(refuses("rock", &rows, 1, 0.9, LOGREG_EINVAL, "no curve 'rock'"));
    CU_ASSERT_TRUE(refuses("roc", &rows, 2, 0.9, LOGREG_EINVAL, "class 2 of 2"));
    CU_ASSERT_TRUE(refuses("calibration", &rows, 1, 1, LOGREG_EINVAL, "confidence level"));
    /* events alone: there is no rate of others; all the rest is there */
    logreg_curve *roc = curve_of("roc", &rows, true), *gain = curve_of("gain", &rows, true);
    CU_ASSERT_TRUE(isnan(roc->column[1][0]) && isnan(roc->column[1][2]) && roc->column[2][2] == 1);
    CU_ASSERT_TRUE(gain->column[3][1] == 1 && isnan(gain->column[3][0]));
    logreg_curve_free(roc);
    logreg_curve_free(gain);
    logreg_curve_free(NULL);
    for (size_t k = 0; logreg_curve_name(k); k++)
        for (int quantile = 0; quantile < 2; quantile++) {
            const char *name = logreg_curve_name(k);
            rows = (logreg_labelled){.n = 2, .n_classes = 2, .y = y, .p = bad, .quantile_bins = quantile};
            CU_ASSERT_TRUE(refuses(name, &rows, 1, 0.9, LOGREG_EDATA, "not a number"));
            rows.w = none;
            rows.p = p;
            CU_ASSERT_TRUE(refuses(name, &rows, 1, 0.9, LOGREG_EDATA, "no rows"));
            rows.n = 0;
            CU_ASSERT_TRUE(refuses(name, &rows, 1, 0.9, LOGREG_EDATA, "no rows"));
        }
}

/* ---- Thresholds ---- */

/* How good a threshold is by a rule, from the counts; higher is better. */
static double goodness(const logreg_threshold_rule *rule, const logreg_labelled *rows, double threshold)
{
    double c[4], value = rule->value[0];
    logreg_labelled at = *rows;
    at.threshold = threshold;
    logreg_metric_confusion(c, &at);
    double sensitivity = c[3] / (c[2] + c[3]), specificity = c[0] / (c[0] + c[1]);
    double said = c[1] + c[3], all = said + c[0] + c[2];
    switch (*rule->name) {
    case 'y':
        return sensitivity + specificity;
    case 'f':
        return 2 * c[3] / (2 * c[3] + c[1] + c[2]);
    case 'c':
        return -(value * c[1] + rule->value[1] * c[2]);
    case 'r':
        return said / all <= value ? said : -1;
    default:
        return strcmp(rule->name, "sensitivity") == 0 ? (sensitivity >= value ? -said : -all - 1)
                                                      : (specificity >= value ? said : -1);
    }
}

static const logreg_threshold_rule rules[] = {
    {"youden", {0}},        {"f1", {0}},          {"cost", {1, 1}},
    {"cost", {1, 7}},       {"cost", {4, 1}},     {"cost", {1, 0}},
    {"sensitivity", {0.9}}, {"sensitivity", {0}}, {"sensitivity", {1}},
    {"specificity", {0.8}}, {"specificity", {0}}, {"specificity", {1}},
    {"rate", {0.25}},       {"rate", {0}},        {"rate", {1}},
};

/* No other threshold is better, none that is as good says fewer rows, and no number of fewer decimals says the same. */
static void best_of_all(void)
{
    for (size_t d = 0; d < COUNT(curves_sets); d++)
        for (size_t r = 0; r < COUNT(rules); r++) {
            logreg_labelled rows = rows_of(curves_sets[d].name);
            double chosen = -1;
            CU_ASSERT_EQUAL_FATAL(logreg_metric_threshold(&chosen, &rules[r], &rows, NULL), LOGREG_OK);
            double best = goodness(&rules[r], &rows, chosen), above = 2;
            CU_ASSERT_TRUE(chosen >= 0 && chosen <= 1);
            for (size_t i = 0; i <= rows.n; i++) {
                double other = i < rows.n ? rows.p[i] : 1;
                if (i < rows.n && rows.w[i] == 0)
                    continue;
                double good = goodness(&rules[r], &rows, other);
                CU_ASSERT_TRUE(good <= best + TOL_SUM);
                if (other > chosen && fabs(good - best) <= TOL_SUM)
                    above = fmin(above, other);
            }
            /* what is higher and as good says the same */
            double low[4], high[4];
            logreg_labelled at = rows;
            at.threshold = chosen;
            logreg_metric_confusion(low, &at);
            at.threshold = above > 1 ? chosen : above;
            logreg_metric_confusion(high, &at);
            CU_ASSERT_TRUE(memcmp(low, high, sizeof low) == 0);
        }
}

/* Rules that turn once rank the rows near that place alone. Rows that count twice are ranked all, and say the same: spread, tied, huddled, apart by less than what ties, with 0 and 1 among
 * them. */
static void near_the_turn(void)
{
    enum { N = 700, SHAPES = 6, STEPS = 41 };
    static const char *const turning[] = {"sensitivity", "specificity", "rate"};
    double y[N], p[N], w[N];
    for (int shape = 0; shape < SHAPES; shape++)
        for (size_t n = 5; n <= N; n += 139) {
            for (size_t i = 0; i < n; i++) {
                double u = fmod((double)(i + 1) * 0.6180339887498949, 1);
                y[i] = fmod((double)(i + 1) * 0.7548776662466927, 1) < 0.2 + 0.6 * u;
                p[i] = shape == 0   ? u
                       : shape == 1 ? round(20 * u) / 20
                       : shape == 2 ? 0.3 + 1e-5 * u
                       : shape == 3 ? 0.3 + 1e-13 * u
                       : shape == 4 ? fmin(1, fmax(0, 2 * u - 0.5))
                                    : u * u * u * u + (double)(i % 7) * 1e-15;
                w[i] = 2;
            }
            for (size_t r = 0; r < COUNT(turning); r++)
                for (int step = 0; step < STEPS; step++) {
                    logreg_labelled once = {.n = n, .n_classes = 2, .y = y, .p = p}, twice = once;
                    const logreg_threshold_rule rule = {turning[r], {(double)step / (STEPS - 1)}};
                    twice.w = w;
                    double a = -7, b = -7;
                    CU_ASSERT_EQUAL(logreg_metric_threshold(&a, &rule, &once, NULL),
                                    logreg_metric_threshold(&b, &rule, &twice, NULL));
                    if (a != b)
                        printf("# shape %d, %zu rows, %s %g: %.17g, not %.17g\n", shape, n, rule.name,
                               *rule.value, a, b);
                    CU_ASSERT_EQUAL(a, b);
                }
        }
}

static void roundest(void)
{
    const double y[] = {0, 1, 0, 1}, p[] = {0.1234, 0.34567, 0.30001, 0.9};
    logreg_labelled rows = {.n = 4, .n_classes = 2, .y = y, .p = p};
    double t;
    CU_ASSERT_EQUAL(logreg_metric_threshold(&t, &rules[0], &rows, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL(t, 0.34);
    const double near[] = {0.1, 0.3, 0.29999999999, 0.30000000001};
    rows.p = near;
    CU_ASSERT_EQUAL(logreg_metric_threshold(&t, &rules[0], &rows, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL(t, 0.3);
    const double tiny[] = {1e-20, 3e-20, 2e-20, 4e-20}; /* no decimals part them */
    rows.p = tiny;
    CU_ASSERT_EQUAL(logreg_metric_threshold(&t, &rules[0], &rows, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL(t, 3e-20);
}

static bool no_threshold(const logreg_threshold_rule *rule, const logreg_labelled *rows, logreg_status status,
                         const char *what)
{
    logreg_error err;
    double t = -7;
    return logreg_metric_threshold(&t, rule, rows, &err) == status && t == -7 && strstr(err.message, what);
}

static void refused(void)
{
    const double y[] = {0, 1}, ones[] = {1, 1}, p[] = {0.4, 0.8}, sure[] = {1, 1};
    logreg_labelled rows = {.n = 2, .n_classes = 2, .y = y, .p = p}, three = rows;
    three.n_classes = 3;
    const logreg_threshold_rule unknown = {"best", {0}}, wide = {"rate", {1.5}}, nan = {"rate", {NAN}},
                                free = {"cost", {0, 0}}, less = {"cost", {-1, 2}},
                                strict = {"specificity", {0.5}};
    CU_ASSERT_TRUE(no_threshold(&unknown, &rows, LOGREG_EINVAL, "no rule 'best'"));
    CU_ASSERT_TRUE(no_threshold(&rules[0], &three, LOGREG_EINVAL, "likeliest"));
    CU_ASSERT_TRUE(no_threshold(&wide, &rows, LOGREG_EINVAL, "between 0 and 1"));
    CU_ASSERT_TRUE(no_threshold(&nan, &rows, LOGREG_EINVAL, "between 0 and 1"));
    CU_ASSERT_TRUE(no_threshold(&free, &rows, LOGREG_EINVAL, "not both 0"));
    CU_ASSERT_TRUE(no_threshold(&less, &rows, LOGREG_EINVAL, "0 or more"));
    rows.p = sure;
    CU_ASSERT_TRUE(no_threshold(&strict, &rows, LOGREG_EDATA, "probability of 1"));
    rows.y = ones;
    CU_ASSERT_TRUE(no_threshold(&rules[0], &rows, LOGREG_EDATA, "of one"));
}

/* ---- Memory ---- */

static bool curve_without_memory(void *context)
{
    logreg_labelled rows = rows_of("tied");
    rows.quantile_bins = true;
    logreg_error err;
    logreg_curve *curve = NULL;
    logreg_status status = logreg_curve_new(&curve, context, &rows, 0, NULL, &err);
    bool ok = status == LOGREG_OK ? curve != NULL : status == LOGREG_ENOMEM && err.status == status && !curve;
    logreg_curve_free(curve);
    return ok;
}

static bool threshold_without_memory(void *context)
{
    logreg_labelled rows = rows_of("tied");
    logreg_error err;
    double t = -7;
    logreg_status status = logreg_metric_threshold(&t, context, &rows, &err);
    return status == LOGREG_OK ? t >= 0 : status == LOGREG_ENOMEM && err.status == status && t == -7;
}

static void memory_runs_out(void)
{
    for (size_t k = 0; logreg_curve_name(k); k++)
        CU_ASSERT_TRUE(oom_each(curve_without_memory, (void *)logreg_curve_name(k)));
    for (size_t r = 0; r < COUNT(rules); r += 3)
        CU_ASSERT_TRUE(oom_each(threshold_without_memory, (void *)&rules[r]));
}

const test_case tests[] = {
    {"agree with scikit-learn", agree_with_sklearn},
    {"agree with metrics", agree_with_metrics},
    {"of any class", of_any_class},
    {"on the edges of bins", on_the_edges},
    {"without meaning", without_meaning},
    {"thresholds: the best of all", best_of_all},
    {"thresholds: near the turn", near_the_turn},
    {"thresholds: the roundest", roundest},
    {"thresholds: refused", refused},
    {"memory runs out", memory_runs_out},
    {NULL, NULL},
};
