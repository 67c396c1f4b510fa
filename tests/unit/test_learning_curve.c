/* Learning curves: parts that keep the shares of the classes, measures that follow from them, scikit-learn's curves, sizes, seeds, what is refused. */
#include "harness.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <logreg.h>

#include "case_file.h"
#include "frames.h"
#include "oom.h"

static logreg_learning_curve *curve_of(const logreg_frame *frame, const char *formula,
                                       const logreg_options *o, const logreg_learning_curve_options *how)
{
    logreg_learning_curve *c = NULL;
    logreg_error err;
    if (logreg_learning_curve_new(&c, frame, formula, o, how, &err) != LOGREG_OK) {
        printf("# %s\n", err.message);
        CU_FAIL_FATAL("no curve");
    }
    return c;
}

/* The loss of probability p where a share q are events. */
static double cross(double q, double p)
{
    return -q * log(p) - (1 - q) * log(1 - p);
}

/* Of an intercept alone the fit is the share of events, so that the loss on the rows fitted to tells the share, which must be that of all but for rounding, and the other measures
 * follow: rows held out have 178 of 551 events. */
static void shares(void)
{
    const double sizes[] = {40, 0.25, 1000, 1};
    logreg_frame *frame = frame_shipped("titanic");
    logreg_learning_curve_options how = logreg_learning_curve_options_default();
    how.sizes = sizes;
    how.n_sizes = 4;
    how.repeats = 1;
    logreg_learning_curve *c = curve_of(frame, "survived ~ 1", NULL, &how);
    CU_ASSERT_EQUAL(c->n_rows, 2201);
    CU_ASSERT_EQUAL(c->n_test, 373 + 178); /* quarters of 1490 and 711 */
    CU_ASSERT_EQUAL(c->n_train, 2201 - 551);
    CU_ASSERT_TRUE(same_text(c->target, "survived"));
    CU_ASSERT_EQUAL_FATAL(c->n_points, 4);
    static const size_t n[] = {40, 413, 1000, 1650};
    for (size_t i = 0; i < 4; i++) {
        const logreg_learning_point *p = &c->point[i];
        CU_ASSERT_EQUAL(p->n, n[i]);
        bool found = false;
        for (int off = -1; off <= 1 && !found; off++) { /* as many events as in all, up to one */
            double q = (round((double)n[i] * 533 / 1650) + off) / (double)n[i];
            found = fabs(p->log_loss.train.mean - cross(q, q)) < 1e-12 &&
                    fabs(p->log_loss.test.mean - cross(178.0 / 551, q)) < 1e-12;
        }
        CU_ASSERT_TRUE(found);
        CU_ASSERT_TRUE(isnan(p->log_loss.train.sd));
        CU_ASSERT_TRUE(near_rel(p->accuracy.test.mean, 373.0 / 551, TOL_SUM));
        CU_ASSERT_EQUAL(p->auc.test.mean, 0.5);
        CU_ASSERT_TRUE(p->separated == 0 && p->unsound == 0);
    }
    logreg_learning_curve_free(c);
    logreg_frame_free(frame);
}

static bool same_point(const logreg_learning_point *a, const logreg_learning_point *b)
{
    return a->n == b->n && a->log_loss.test.mean == b->log_loss.test.mean &&
           a->log_loss.train.mean == b->log_loss.train.mean && a->auc.test.sd == b->auc.test.sd;
}

/* The same seed gives the same bits at any number of threads; sizes come ascending, each once; a size asked for alone is the same as among others, since larger ones only go on. */
static void seeds_and_sizes(void)
{
    const double sizes[] = {300, 0.5, 100, 300}, one[] = {300};
    logreg_frame *frame = frame_shipped("titanic");
    logreg_learning_curve_options how = logreg_learning_curve_options_default();
    logreg_options o = logreg_options_default();
    how.sizes = sizes;
    how.n_sizes = 4;
    how.repeats = 2;
    o.threads = 1;
    logreg_learning_curve *a = curve_of(frame, "survived ~ class + sex", &o, &how);
    o.threads = 4;
    logreg_learning_curve *b = curve_of(frame, "survived ~ class + sex", &o, &how);
    CU_ASSERT_EQUAL_FATAL(a->n_points, 3);
    for (size_t i = 0; i < 3; i++)
        CU_ASSERT_TRUE(same_point(&a->point[i], &b->point[i]));
    logreg_learning_curve_free(b);
    how.sizes = one;
    how.n_sizes = 1;
    b = curve_of(frame, "survived ~ class + sex", &o, &how);
    CU_ASSERT_TRUE(same_point(&a->point[1], &b->point[0]));
    logreg_learning_curve_free(b);
    how.random_state = 1;
    b = curve_of(frame, "survived ~ class + sex", &o, &how);
    CU_ASSERT_FALSE(same_point(&a->point[1], &b->point[0]));
    logreg_learning_curve_free(b);
    how = logreg_learning_curve_options_default();
    how.repeats = 1;
    b = curve_of(frame, "survived ~ class + sex", &o, &how);
    CU_ASSERT_EQUAL(b->n_points, 6);
    CU_ASSERT_EQUAL(b->point[0].n, 52); /* a 32nd of 1650 */
    CU_ASSERT_TRUE(isnan(b->point[5].log_loss.test.sd));
    logreg_learning_curve_free(b);
    logreg_learning_curve_free(a);
    logreg_frame_free(frame);
}

/* ---- Against scikit-learn: tests/reference/learning_curve.py ---- */

enum { LINES = 12 };

/* Penalised fits stop at a violation of 1e-10 of the largest lambda. */
#define TOL_CURVE 1e-9

typedef struct {
    size_t n;
    char measure[20];
    double value[4]; /* mean and deviation, of the rows fitted to and of those held out */
} known;

typedef struct {
    char name[40], target[4], penalty[20], impute[20], words[20];
    double C, repeats, seed, test_size, indicator, min_rows;
    size_t n;
    known lines[LINES];
} expected;

static bool read_line(void *to, const char *line)
{
    expected *e = to;
    known *x = &e->lines[e->n];
    if (sscanf(line, "point %zu %19s %lf %lf %lf %lf", &x->n, x->measure, &x->value[0], &x->value[1],
               &x->value[2], &x->value[3]) == 6)
        return ++e->n < LINES;
    if (sscanf(line, "text %19s %lf", e->words, &e->min_rows) == 2)
        return true;
    return text_of(e->name, sizeof e->name, line, "case") ||
           text_of(e->impute, sizeof e->impute, line, "impute") ||
           number_of(&e->indicator, line, "indicator") ||
           text_of(e->target, sizeof e->target, line, "target") ||
           text_of(e->penalty, sizeof e->penalty, line, "penalty") || number_of(&e->C, line, "C") ||
           number_of(&e->repeats, line, "repeats") || number_of(&e->seed, line, "seed") ||
           number_of(&e->test_size, line, "test_size");
}

static bool has_point(const logreg_learning_curve *c, const known *x)
{
    for (size_t i = 0; i < c->n_points; i++) {
        const logreg_learning_point *p = &c->point[i];
        const logreg_learning_measure *of = *x->measure == 'l'               ? &p->log_loss
                                            : strcmp(x->measure, "auc") == 0 ? &p->auc
                                                                             : &p->accuracy;
        if (p->n == x->n)
            return near_abs(of->train.mean, x->value[0], TOL_CURVE) &&
                   near_abs(of->train.sd, x->value[1], TOL_CURVE) &&
                   near_abs(of->test.mean, x->value[2], TOL_CURVE) &&
                   near_abs(of->test.sd, x->value[3], TOL_CURVE);
    }
    return false;
}

/* frames: of calibrated.csv and of learned.csv. */
static void check_case(const void *of, void *frames)
{
    const expected *e = of;
    const char *const rule = e->impute;
    const logreg_frame *frame = ((logreg_frame **)frames)[*rule != 0];
    logreg_options o = logreg_options_default();
    logreg_learning_curve_options how = logreg_learning_curve_options_default();
    double sizes[LINES];
    char formula[20];
    snprintf(formula, sizeof formula, "%s ~ x1 + x2", e->target);
    o.penalty = e->penalty;
    o.C = strcmp(e->penalty, "none") == 0 ? 0 : e->C;
    o.impute = &rule;
    o.n_impute = *rule != 0;
    o.missing_indicator = e->indicator > 0;
    o.text = *e->words ? "said" : NULL;
    o.text_weight = *e->words ? e->words : o.text_weight;
    o.text_min_rows = *e->words ? (size_t)e->min_rows : o.text_min_rows;
    for (size_t i = 0; i < e->n; i++)
        sizes[i] = (double)e->lines[i].n;
    how.sizes = sizes;
    how.n_sizes = e->n;
    how.repeats = (size_t)e->repeats;
    how.random_state = (uint64_t)e->seed;
    how.test_size = e->test_size;
    logreg_learning_curve *c = curve_of(frame, formula, &o, &how);
    for (size_t i = 0; i < e->n; i++) {
        bool ok = has_point(c, &e->lines[i]);
        if (!ok)
            printf("# %s of %zu rows\n", e->lines[i].measure, e->lines[i].n);
        CU_ASSERT_TRUE(ok);
    }
    logreg_learning_curve_free(c);
}

static void reference(void)
{
    logreg_frame *frames[] = {frame_of_file("tests/reference/data/calibrated.csv"),
                              frame_of_file("tests/reference/data/learned.csv")};
    CU_ASSERT_EQUAL(
        each_case("tests/reference/learning_curve.txt", sizeof(expected), read_line, check_case, frames), 6);
    logreg_frame_free(frames[0]);
    logreg_frame_free(frames[1]);
}

/* All rows fitted to, the measures are those of the model that has the same rows. */
static void measures(void)
{
    const double x1[] = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, x2[] = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0},
                 y[] = {0, 0, 1, 0, 1, 0, 1, 1, 0, 1}, one[] = {1};
    logreg_frame *frame = frame_of_two(x1, x2, 1, y, 10);
    logreg_learning_curve_options how = logreg_learning_curve_options_default();
    how.sizes = one;
    how.n_sizes = 1;
    how.repeats = 1;
    how.test_size = 0.2; /* one row of each class */
    logreg_learning_curve *c = curve_of(frame, "y ~ x1", NULL, &how);
    CU_ASSERT_EQUAL(c->n_test, 2);
    bool found = false;
    for (size_t i = 0; i < 10 && !found; i++) /* which they are, the loss tells */
        for (size_t j = 0; j < 10 && !found; j++) {
            if (y[i] != 0 || y[j] != 1)
                continue;
            double a[8], b[8], p[2];
            for (size_t r = 0, to = 0; r < 10; r++)
                if (r != i && r != j) {
                    a[to] = x1[r];
                    b[to++] = y[r];
                }
            gsl_matrix_view X = gsl_matrix_view_array(a, 8, 1);
            gsl_vector_view Y = gsl_vector_view_array(b, 8);
            logreg_model *m = NULL;
            CU_ASSERT_EQUAL_FATAL(logreg_fit(&m, &X.matrix, &Y.vector, NULL, NULL), LOGREG_OK);
            double pair[] = {x1[i], x1[j]}, P[4];
            gsl_matrix_view N = gsl_matrix_view_array(pair, 2, 1), Q = gsl_matrix_view_array(P, 2, 2);
            CU_ASSERT_EQUAL(logreg_predict_proba(m, &N.matrix, &Q.matrix, NULL), LOGREG_OK);
            p[0] = P[1];
            p[1] = P[3];
            found = fabs(c->point[0].log_loss.test.mean + (log(1 - p[0]) + log(p[1])) / 2) < 1e-9 &&
                    fabs(c->point[0].log_loss.train.mean + logreg_model_log_likelihood(m) / 8) < 1e-9 &&
                    c->point[0].accuracy.test.mean == ((p[0] < 0.5) + (p[1] >= 0.5)) / 2.0;
            logreg_model_free(m);
        }
    CU_ASSERT_TRUE(found);
    logreg_learning_curve_free(c);
    logreg_frame_free(frame);
}

/* Three classes, counts with trials, rows that are missing, separated fits. */
static void kinds(void)
{
    logreg_learning_curve_options how = logreg_learning_curve_options_default();
    how.repeats = 2;
    logreg_frame *frame = frame_of_file("tests/reference/data/pupils.csv");
    logreg_learning_curve *c = curve_of(frame, "grade ~ x", NULL, &how);
    CU_ASSERT_EQUAL(c->n_classes, 3);
    CU_ASSERT_TRUE(isnan(c->point[0].auc.test.mean) && c->point[0].accuracy.test.mean > 0);
    logreg_learning_curve_free(c);
    logreg_options o = logreg_options_default();
    o.trials = "tries";
    o.weights = "n";
    c = curve_of(frame, "hits ~ x", &o, &how);
    CU_ASSERT_TRUE(c->point[0].log_loss.test.mean > 0.3 && c->point[0].log_loss.test.mean < 1.5);
    logreg_learning_curve_free(c);
    logreg_frame_free(frame);
    const double all[] = {1};
    frame = frame_toy_a();
    how.sizes = all;
    how.n_sizes = 1;
    c = curve_of(frame, "y ~ x1 + x2", NULL, &how);
    CU_ASSERT_EQUAL(c->point[0].separated, 2);
    logreg_learning_curve_free(c);
    logreg_frame_free(frame);
}

static bool refuses(const logreg_frame *frame, const logreg_options *o,
                    const logreg_learning_curve_options *how, logreg_status want, const char *part)
{
    logreg_error err = {.message = ""};
    logreg_learning_curve *c = NULL;
    bool ok = logreg_learning_curve_new(&c, frame, "y ~ x1", o, how, &err) == want && !c &&
              strstr(err.message, part);
    if (!ok)
        printf("# %s: %s\n", part, err.message);
    logreg_learning_curve_free(c);
    return ok;
}

static void refused(void)
{
    const double x1[] = {1, 2, 3, 4, 5, 6}, x2[] = {2, 1, 4, 1, 3, 5}, y[] = {0, 0, 0, 1, 0, 0};
    double size = 1;
    logreg_frame *lone = frame_of_two(x1, x2, 1, y, 6), *frame = frame_toy_b();
    logreg_options o = logreg_options_default();
    logreg_learning_curve_options how = logreg_learning_curve_options_default();
    CU_ASSERT_TRUE(refuses(lone, NULL, NULL, LOGREG_EDATA, "class '1' has a single row"));
    how.test_size = 1;
    CU_ASSERT_TRUE(refuses(frame, NULL, &how, LOGREG_EINVAL, "test_size is 1"));
    how.test_size = 0.25;
    how.repeats = 0;
    CU_ASSERT_TRUE(refuses(frame, NULL, &how, LOGREG_EINVAL, "repeats is 0"));
    how.repeats = 1;
    how.sizes = &size;
    how.n_sizes = 1;
    size = 2.5;
    CU_ASSERT_TRUE(refuses(frame, NULL, &how, LOGREG_EINVAL, "a size is 2.5"));
    size = -1;
    CU_ASSERT_TRUE(refuses(frame, NULL, &how, LOGREG_EINVAL, "a size is -1"));
    size = 100;
    CU_ASSERT_TRUE(refuses(frame, NULL, &how, LOGREG_EDATA, "a size is 100, but there are"));
    size = 0.01;
    CU_ASSERT_TRUE(refuses(frame, NULL, &how, LOGREG_EDATA, "has no room for the 2 classes"));
    o.strata = "x2";
    CU_ASSERT_TRUE(refuses(frame, &o, NULL, LOGREG_EINVAL, "do not go with strata"));
    o.strata = NULL;
    o.sampling_weights = "x2";
    CU_ASSERT_TRUE(refuses(frame, &o, NULL, LOGREG_EINVAL, "do not go with sampling weights"));
    o.sampling_weights = NULL;
    o.validation_fraction = 0.2;
    CU_ASSERT_TRUE(refuses(frame, &o, NULL, LOGREG_EINVAL, "do not go with rows held out"));
    o = logreg_options_default();
    o.calibrate = "platt";
    CU_ASSERT_TRUE(refuses(frame, &o, NULL, LOGREG_EINVAL, "do not go with calibration"));
    logreg_frame_free(frame);
    logreg_frame_free(lone);
}

static bool curve_once(void *context)
{
    const double sizes[] = {4};
    logreg_learning_curve_options how = {.sizes = sizes, .n_sizes = 1, .repeats = 1, .test_size = 0.3};
    logreg_learning_curve *c = NULL;
    logreg_status status = logreg_learning_curve_new(&c, context, "y ~ x1", NULL, &how, NULL);
    bool ok = status == LOGREG_OK ? c && c->n_points == 1 : status == LOGREG_ENOMEM && !c;
    logreg_learning_curve_free(c);
    return ok;
}

static bool filled_once(void *context)
{
    static const char *const mean = "mean";
    const double sizes[] = {4};
    logreg_learning_curve_options how = {.sizes = sizes, .n_sizes = 1, .repeats = 1, .test_size = 0.3};
    logreg_options o = logreg_options_default();
    logreg_learning_curve *c = NULL;
    o.impute = &mean;
    o.n_impute = 1;
    o.missing_indicator = true;
    logreg_status status = logreg_learning_curve_new(&c, context, "y ~ x1", &o, &how, NULL);
    bool ok = status == LOGREG_OK ? c && c->n_points == 1 : status == LOGREG_ENOMEM && !c;
    logreg_learning_curve_free(c);
    return ok;
}

static bool report_once(void *context)
{
    char *text = NULL, *json = NULL;
    logreg_status status = logreg_report_learning_curve(&text, context, NULL, NULL);
    bool ok = status == LOGREG_OK ? text != NULL : status == LOGREG_ENOMEM && !text;
    status = logreg_report_learning_curve_json(&json, context, NULL, NULL);
    ok = ok && (status == LOGREG_OK ? json != NULL : status == LOGREG_ENOMEM && !json);
    free(text);
    free(json);
    return ok;
}

static void memory(void)
{
    double x1[] = {1, 2, 3, 4, 5, 6}, x2[] = {2, 1, 4, 1, 3, 5}, y[] = {0, 1, 0, 1, 0, 1};
    logreg_frame *frame = frame_of_two(x1, x2, 1, y, 6);
    CU_ASSERT_TRUE(oom_each(curve_once, frame));
    logreg_frame_free(frame);
    x1[2] = x1[3] = NAN;
    frame = frame_of_two(x1, x2, 1, y, 6);
    CU_ASSERT_TRUE(oom_each(filled_once, frame));
    logreg_frame_free(frame);
    logreg_learning_point point[2] = {{.n = 2, .log_loss = {{1, 0.1}, {2, 0.1}}},
                                      {.n = 4, .log_loss = {{0.5, 0.1}, {1, NAN}}, .separated = 1}};
    char target[] = "y";
    logreg_learning_curve c = {.n_points = 2,
                               .point = point,
                               .n_rows = 6,
                               .n_train = 4,
                               .n_test = 2,
                               .n_classes = 2,
                               .repeats = 2,
                               .target = target};
    CU_ASSERT_TRUE(oom_each(report_once, &c));
}

const test_case tests[] = {{"shares of classes", shares},        {"the curves of scikit-learn", reference},
                           {"seeds and sizes", seeds_and_sizes}, {"measures", measures},
                           {"kinds of outcomes", kinds},         {"refused", refused},
                           {"failing allocations", memory},      {NULL, NULL}};
