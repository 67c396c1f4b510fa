/* Learning in one pass: near the maximum of all rows, whatever they are cut into; rows one by one; the rule worked out by others; what is refused. */
#include "harness.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <logreg.h>

#include "case_file.h"
#include "frames.h"
#include "oom.h"
#include "synthetic.h"

static options made_of(size_t n, size_t p, size_t classes, uint64_t seed)
{
    options o = logreg_classification_options_default();
    o.n_samples = n;
    o.n_features = p;
    o.n_informative = p / 2;
    o.n_redundant = 0;
    o.n_classes = classes;
    o.n_clusters_per_class = 1;
    o.class_sep = 0.5;
    o.random_state = seed;
    return o;
}

static logreg_learner *learner_of(size_t p, size_t classes, const logreg_learner_options *o)
{
    logreg_learner *l = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_learner_new(&l, p, classes, o, NULL), LOGREG_OK);
    return l;
}

/* Rows from .. from + m - 1 of X, y and w (NULL: none). */
static void learn(logreg_learner *l, const gsl_matrix *X, const gsl_vector *y, const gsl_vector *w,
                  size_t from, size_t m)
{
    gsl_matrix_const_view x = gsl_matrix_const_submatrix(X, from, 0, m, X->size2);
    gsl_vector_const_view part = gsl_vector_const_subvector(y, from, m);
    gsl_vector_const_view weights = gsl_vector_const_subvector(w ? w : y, from, m);
    CU_ASSERT_EQUAL(logreg_learner_partial_fit(l, &x.matrix, &part.vector, w ? &weights.vector : NULL, NULL),
                    LOGREG_OK);
}

/* The largest distance from the maximum in its standard errors; and whether the learner's own are those to a tenth. */
static double distance(const logreg_learner *l, const logreg_model *m, bool *errors)
{
    double far = 0;
    size_t intercept = logreg_model_has_intercept(m);
    *errors = true;
    for (size_t k = 1; k < logreg_model_classes(m); k++)
        for (size_t j = 0; j < logreg_model_coefficients(m); j++) {
            double se = error_of(m, k, j), b = logreg_learner_coefficient(l, k, j + 1 - intercept);
            far = fmax(far, fabs(b - logreg_model_coefficient(m, k, j)) / se);
            *errors = *errors && near_rel(logreg_learner_std_error(l, k, j + 1 - intercept), se, 0.1);
        }
    return far;
}

static void near_the_maximum(size_t n, size_t p, size_t classes, bool intercept, bool weighted)
{
    gsl_matrix *X;
    gsl_vector *y, *w = gsl_vector_alloc(n);
    options o = made_of(n, p, classes, 5);
    make(&X, &y, &o);
    for (size_t i = 0; i < n; i++) {
        gsl_matrix_set(X, i, 1, 1e6 + 1e3 * gsl_matrix_get(X, i, 1)); /* no need to scale */
        if (p > 3)
            gsl_matrix_set(X, i, 3,
                           gsl_matrix_get(X, i, 2) + 0.01 * gsl_matrix_get(X, i, 3)); /* or to part */
        gsl_vector_set(w, i, (double)(i % 4));
    }
    if (!intercept)
        for (size_t i = 0; i < n; i++)
            gsl_matrix_set(X, i, 1, 1e-3 * (gsl_matrix_get(X, i, 1) - 1e6));
    logreg_options fit = logreg_options_default();
    fit.fit_intercept = intercept;
    fit.weight_values = weighted ? w : NULL;
    logreg_model *m = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_fit(&m, X, y, &fit, NULL), LOGREG_OK);
    logreg_learner_options lo = logreg_learner_options_default();
    lo.fit_intercept = intercept;
    logreg_learner *l = learner_of(p, classes, &lo);
    learn(l, X, y, weighted ? w : NULL, 0, n);
    bool errors;
    double far = distance(l, m, &errors);
    if (!near_abs(far, 0, 1) || !errors)
        printf("# %zu x %zu, %zu classes: %g\n", n, p, classes, far);
    CU_ASSERT_TRUE(far <= 1 && errors);
    CU_ASSERT_EQUAL(logreg_learner_rows(l), weighted ? n - (n + 3) / 4 : n);
    logreg_learner_free(l);
    logreg_model_free(m);
    gsl_matrix_free(X);
    gsl_vector_free(y);
    gsl_vector_free(w);
}

static void one_pass(void)
{
    near_the_maximum(4000, 4, 2, true, false);
    near_the_maximum(4000, 12, 2, true, false);
    near_the_maximum(6000, 60, 2, true, false);
    near_the_maximum(4000, 4, 3, true, false);
    near_the_maximum(4000, 4, 2, false, false);
    near_the_maximum(4000, 5, 2, true, true);
    near_the_maximum(16000, 100, 2, true, false); /* by shares of the rows */
    near_the_maximum(9000, 48, 3, true, false);
}

/* The same bits from one batch, from single rows, from batches of any size, looked at in between. */
static void any_cut(void)
{
    enum { N = 300, P = 4, K = 3 };
    gsl_matrix *X;
    gsl_vector *y;
    options o = made_of(N, P, K, 6);
    make(&X, &y, &o);
    logreg_learner *whole = learner_of(P, K, NULL), *single = learner_of(P, K, NULL),
                   *mixed = learner_of(P, K, NULL);
    learn(whole, X, y, NULL, 0, N);
    for (size_t i = 0; i < N; i++) {
        learn(single, X, y, NULL, i, 1);
        CU_ASSERT_TRUE(isfinite(logreg_learner_coefficient(single, 2, 1)));
    }
    for (size_t from = 0, m = 0; from < N; from += m, m = (3 * m + 1) % 101)
        learn(mixed, X, y, NULL, from, from + m > N ? N - from : m);
    for (size_t k = 1; k < K; k++)
        for (size_t j = 0; j <= P; j++) {
            CU_ASSERT_EQUAL(logreg_learner_coefficient(single, k, j),
                            logreg_learner_coefficient(whole, k, j));
            CU_ASSERT_EQUAL(logreg_learner_std_error(single, k, j), logreg_learner_std_error(whole, k, j));
        }
    logreg_learner_free(whole);
    logreg_learner_free(single);
    logreg_learner_free(mixed);
    gsl_matrix_free(X);
    gsl_vector_free(y);
}

/* The same where later batches tell their information by shares of their rows, of which the last batch, not full, tells it by all. */
static void any_cut_of_many(void)
{
    enum { N = 2600, P = 100, BATCH = 512 };
    gsl_matrix *X;
    gsl_vector *y;
    options o = made_of(N, P, 2, 7);
    make(&X, &y, &o);
    logreg_learner_options lo = logreg_learner_options_default();
    lo.batch_size = BATCH;
    logreg_learner *whole = learner_of(P, 2, &lo), *cut = learner_of(P, 2, &lo);
    learn(whole, X, y, NULL, 0, N);
    for (size_t from = 0, m = 1; from < N; from += m, m = (3 * m + 1) % 401)
        learn(cut, X, y, NULL, from, from + m > N ? N - from : m);
    for (size_t j = 0; j <= P; j++)
        CU_ASSERT_EQUAL(logreg_learner_coefficient(cut, 1, j), logreg_learner_coefficient(whole, 1, j));
    logreg_learner_free(whole);
    logreg_learner_free(cut);
    gsl_matrix_free(X);
    gsl_vector_free(y);
}

/* A first batch of several blocks of the inner loops, its last one not full, ends where slopes of the loss, row by row, and of the ridge on scaled columns sum to 0. */
static void one_batch(size_t classes, bool intercept)
{
    enum { N = 603, P = 5 };
    gsl_matrix *X;
    gsl_vector *y, *w = gsl_vector_alloc(N);
    options made = made_of(N, P, classes, 8);
    make(&X, &y, &made);
    for (size_t i = 0; i < N; i++)
        gsl_vector_set(w, i, 1 + (double)(i % 3));
    logreg_learner_options o = logreg_learner_options_default();
    o.batch_size = N;
    o.fit_intercept = intercept;
    o.ridge = 0.5;
    logreg_learner *l = learner_of(P, classes, &o);
    learn(l, X, y, w, 0, N);
    gsl_matrix *Q = gsl_matrix_alloc(N, classes);
    CU_ASSERT_EQUAL(logreg_learner_predict_proba(l, X, Q, NULL), LOGREG_OK);
    for (size_t k = 1; k < classes; k++) {
        double level = logreg_learner_coefficient(l, k, 0), total = 0;
        for (size_t j = 0; j < P; j++) {
            double mean = 0, square = 0, slope = 0, b = logreg_learner_coefficient(l, k, j + 1);
            for (size_t i = 0; i < N; i++)
                mean += gsl_matrix_get(X, i, j) / N;
            for (size_t i = 0; i < N; i++)
                square += pow(gsl_matrix_get(X, i, j) - mean, 2) / N;
            for (size_t i = 0; i < N; i++)
                slope += gsl_vector_get(w, i) *
                         (gsl_matrix_get(Q, i, k) - (gsl_vector_get(y, i) == (double)k)) *
                         (gsl_matrix_get(X, i, j) - (intercept ? mean : 0)) / sqrt(square);
            CU_ASSERT_TRUE(fabs(slope + o.ridge * b * sqrt(square)) < 1e-6);
            level += b * mean;
        }
        for (size_t i = 0; i < N; i++)
            total += gsl_vector_get(w, i) * (gsl_matrix_get(Q, i, k) - (gsl_vector_get(y, i) == (double)k));
        CU_ASSERT_TRUE(!intercept || fabs(total + o.ridge * level) < 1e-6);
    }
    logreg_learner_free(l);
    gsl_matrix_free(Q);
    gsl_matrix_free(X);
    gsl_vector_free(y);
    gsl_vector_free(w);
}

static void a_batch_of_blocks(void)
{
    one_batch(2, true);
    one_batch(2, false);
    one_batch(3, true);
    one_batch(4, false);
}

/* ---- Against tests/reference/learner.py ---- */

enum { LINES = 40 };

/* Each batch is a few solves, of matrices whose condition is some thousands in units of the data. */
#define TOL_RULE 1e-11

typedef struct {
    size_t rows, k, j; /* rows 0: the maximum of all */
    double b, se;
} known;

typedef struct {
    char name[60], target[4];
    double batch, weights, intercept, ridge;
    size_t n;
    known lines[LINES];
} expected;

static bool read_line(void *to, const char *line)
{
    expected *e = to;
    known x = {0};
    if (sscanf(line, "after %zu %zu %zu %lf %lf", &x.rows, &x.k, &x.j, &x.b, &x.se) == 5 ||
        sscanf(line, "maximum %zu %zu %lf %lf", &x.k, &x.j, &x.b, &x.se) == 4) {
        e->lines[e->n++] = x;
        return e->n < LINES;
    }
    return text_of(e->name, sizeof e->name, line, "case") ||
           text_of(e->target, sizeof e->target, line, "target") || number_of(&e->batch, line, "batch_size") ||
           number_of(&e->weights, line, "weights") || number_of(&e->intercept, line, "intercept") ||
           number_of(&e->ridge, line, "ridge");
}

/* The numbers that the script gives its rule: two columns, the codes of the target, weights. */
static void fill(gsl_matrix *X, gsl_vector *y, gsl_vector *w, const logreg_frame *frame, const expected *e)
{
    size_t x1 = logreg_frame_find(frame, "x1"), x2 = logreg_frame_find(frame, "x2"),
           target = logreg_frame_find(frame, e->target), weight = logreg_frame_find(frame, "w");
    const char first = *e->target == 'y' ? 'n' : 'a';
    for (size_t i = 0; i < X->size1; i++) {
        char label = *logreg_frame_label(frame, i, target);
        gsl_matrix_set(X, i, 0, logreg_frame_number(frame, i, x1));
        gsl_matrix_set(X, i, 1, (e->intercept > 0 ? 1000 : 0) + 20 * logreg_frame_number(frame, i, x2));
        gsl_vector_set(y, i, first == 'n' ? label == 'y' : label - first);
        gsl_vector_set(w, i, e->weights > 0 ? logreg_frame_number(frame, i, weight) : 1);
    }
}

static void check_case(const void *of, void *frame)
{
    const expected *e = of;
    size_t n = logreg_frame_rows(frame), seen = 0;
    gsl_matrix *X = gsl_matrix_alloc(n, 2);
    gsl_vector *y = gsl_vector_alloc(n), *w = gsl_vector_alloc(n);
    fill(X, y, w, frame, e);
    logreg_learner_options o = logreg_learner_options_default();
    o.fit_intercept = e->intercept > 0;
    o.batch_size = (size_t)e->batch;
    o.ridge = e->ridge;
    logreg_learner *l = learner_of(2, *e->target == 'y' ? 2 : 3, &o);
    for (size_t i = 0; i < e->n; i++) {
        const known *x = &e->lines[i];
        double b, se;
        if (x->rows > seen) {
            learn(l, X, y, w, seen, x->rows - seen);
            seen = x->rows;
        }
        b = logreg_learner_coefficient(l, x->k, x->j);
        se = logreg_learner_std_error(l, x->k, x->j);
        bool ok = x->rows ? near_abs(b, x->b, TOL_RULE * x->se) && near_rel(se, x->se, TOL_RULE)
                          : fabs(b - x->b) <= x->se && near_rel(se, x->se, 0.125);
        if (!ok)
            printf("# %s, line %zu: class %zu, coefficient %zu\n", e->name, i, x->k, x->j);
        CU_ASSERT_TRUE(ok);
    }
    logreg_learner_free(l);
    gsl_matrix_free(X);
    gsl_vector_free(y);
    gsl_vector_free(w);
}

static void reference(void)
{
    logreg_frame *frame = frame_of_file("tests/reference/data/calibrated.csv");
    CU_ASSERT_EQUAL(each_case("tests/reference/learner.txt", sizeof(expected), read_line, check_case, frame),
                    5);
    logreg_frame_free(frame);
}

/* Probabilities, log-odds and classes say the same; a class that has not come yet is unlikely, not impossible. */
static void predictions(void)
{
    enum { N = 100, P = 2, K = 3 };
    gsl_matrix *X, *out = gsl_matrix_alloc(N, K), *eta = gsl_matrix_alloc(N, K);
    gsl_vector *y, *code = gsl_vector_alloc(N);
    options o = made_of(N, P, 2, 7);
    make(&X, &y, &o);
    logreg_learner *l = learner_of(P, K, NULL);
    CU_ASSERT_EQUAL(logreg_learner_features(l), P);
    CU_ASSERT_EQUAL(logreg_learner_classes(l), K);
    CU_ASSERT_TRUE(isnan(logreg_learner_coefficient(l, 1, 1)));
    learn(l, X, y, NULL, 0, N);
    CU_ASSERT_EQUAL_FATAL(logreg_learner_predict_proba(l, X, out, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_learner_decision_function(l, X, eta, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_learner_predict(l, X, code, NULL), LOGREG_OK);
    for (size_t i = 0; i < N; i++) {
        double sum = 0, best = 0;
        for (size_t k = 0; k < K; k++) {
            sum += gsl_matrix_get(out, i, k);
            best = fmax(best, gsl_matrix_get(out, i, k));
            CU_ASSERT_TRUE(near_abs(log(gsl_matrix_get(out, i, k) / gsl_matrix_get(out, i, 0)),
                                    gsl_matrix_get(eta, i, k), TOL_LONG));
        }
        CU_ASSERT_TRUE(near_abs(sum, 1, TOL_SUM));
        CU_ASSERT_EQUAL(gsl_matrix_get(out, i, (size_t)gsl_vector_get(code, i)), best);
        CU_ASSERT_TRUE(gsl_matrix_get(out, i, 2) > 0 && gsl_matrix_get(out, i, 2) < 0.2);
    }
    CU_ASSERT_TRUE(isnan(logreg_learner_coefficient(l, 3, 1)) && isnan(logreg_learner_coefficient(l, 1, 3)));
    logreg_learner_free(l);
    gsl_matrix_free(X);
    gsl_matrix_free(out);
    gsl_matrix_free(eta);
    gsl_vector_free(y);
    gsl_vector_free(code);
}

/* One class alone, and classes that a column parts, keep finite. */
static void odd_rows(void)
{
    enum { N = 400 };
    double x[N], y[N];
    for (size_t i = 0; i < N; i++) {
        x[i] = sin((double)(37 * i));
        y[i] = x[i] > 0;
    }
    gsl_matrix_view X = gsl_matrix_view_array(x, N, 1);
    gsl_vector_view parted = gsl_vector_view_array(y, N);
    gsl_vector *one = gsl_vector_calloc(N);
    logreg_learner *l = learner_of(1, 2, NULL), *single = learner_of(1, 2, NULL);
    learn(l, &X.matrix, &parted.vector, NULL, 0, N);
    CU_ASSERT_TRUE(logreg_learner_coefficient(l, 1, 1) > 3 && isfinite(logreg_learner_coefficient(l, 1, 1)));
    learn(single, &X.matrix, one, NULL, 0, N);
    CU_ASSERT_TRUE(logreg_learner_coefficient(single, 1, 0) < -3 &&
                   isfinite(logreg_learner_coefficient(single, 1, 0)));
    logreg_learner_free(l);
    logreg_learner_free(single);
    gsl_vector_free(one);
}

static bool refuses(logreg_learner *l, const gsl_matrix *X, const gsl_vector *y, const gsl_vector *w,
                    logreg_status want, const char *part)
{
    logreg_error err = {.message = ""};
    size_t before = logreg_learner_rows(l);
    bool ok = logreg_learner_partial_fit(l, X, y, w, &err) == want && strstr(err.message, part) &&
              logreg_learner_rows(l) == before;
    if (!ok)
        printf("# %s: %s\n", part, err.message);
    return ok;
}

/* Numbers of the largest size pass though their sum is larger, and one beyond it is found wherever it stands. */
static void largest_numbers(void)
{
    enum { P = 11 };
    double x[2 * P], y[] = {0, 1};
    gsl_matrix_view X = gsl_matrix_view_array(x, 2, P);
    gsl_vector_view Y = gsl_vector_view_array(y, 2);
    for (size_t i = 0; i < 2 * P; i++)
        x[i] = i < P ? 1e100 : -1e100;
    logreg_learner *l = learner_of(P, 2, NULL);
    for (size_t j = 0; j < P; j++) {
        char where[16];
        snprintf(where, sizeof where, "X[1, %zu] is ", j);
        x[P + j] = j % 2 ? NAN : -1.01e100;
        CU_ASSERT_TRUE(refuses(l, &X.matrix, &Y.vector, NULL, LOGREG_EINVAL, where));
        x[P + j] = -1e100;
    }
    learn(l, &X.matrix, &Y.vector, NULL, 0, 2);
    CU_ASSERT_EQUAL(logreg_learner_rows(l), 2);
    logreg_learner_free(l);
}

static void refused(void)
{
    logreg_error err;
    logreg_learner *none = NULL;
    logreg_learner_options o = logreg_learner_options_default();
    CU_ASSERT_EQUAL(logreg_learner_new(&none, 0, 2, NULL, &err), LOGREG_EINVAL);
    CU_ASSERT_EQUAL(logreg_learner_new(&none, 2, 1, NULL, &err), LOGREG_EINVAL);
    CU_ASSERT_PTR_NOT_NULL(strstr(err.message, "not 2 and 1"));
    o.ridge = 0;
    CU_ASSERT_EQUAL(logreg_learner_new(&none, 2, 2, &o, &err), LOGREG_EINVAL);
    CU_ASSERT_EQUAL(logreg_learner_new(&none, (size_t)1 << 40, 2, NULL, &err), LOGREG_ENOMEM);
    CU_ASSERT_PTR_NULL(none);

    double x[] = {1, 2, 3, 4}, y[] = {0, 1}, w[] = {1, 1};
    gsl_matrix_view X = gsl_matrix_view_array(x, 2, 2), narrow = gsl_matrix_view_array(x, 2, 1);
    gsl_vector_view Y = gsl_vector_view_array(y, 2), W = gsl_vector_view_array(w, 2),
                    one = gsl_vector_view_array(y, 1);
    gsl_matrix *P = gsl_matrix_alloc(2, 2);
    logreg_learner *l = learner_of(2, 2, NULL);
    CU_ASSERT_EQUAL(logreg_learner_predict_proba(l, &X.matrix, P, &err), LOGREG_EDATA);
    CU_ASSERT_PTR_NOT_NULL(strstr(err.message, "has seen no rows yet"));
    CU_ASSERT_TRUE(
        refuses(l, &narrow.matrix, &Y.vector, NULL, LOGREG_EINVAL, "X has 1 columns; the learner has 2"));
    CU_ASSERT_TRUE(refuses(l, &X.matrix, &one.vector, NULL, LOGREG_EINVAL, "X has 2 rows, y 1 entries"));
    CU_ASSERT_TRUE(refuses(l, &X.matrix, &Y.vector, &one.vector, LOGREG_EINVAL, "and weights 1"));
    y[1] = 2;
    CU_ASSERT_TRUE(refuses(l, &X.matrix, &Y.vector, NULL, LOGREG_EDATA,
                           "y[1] is 2; classes are the whole numbers from 0 to 1"));
    y[1] = 0.5;
    CU_ASSERT_TRUE(refuses(l, &X.matrix, &Y.vector, NULL, LOGREG_EDATA, "y[1] is 0.5"));
    y[1] = 1;
    w[1] = -1;
    CU_ASSERT_TRUE(refuses(l, &X.matrix, &Y.vector, &W.vector, LOGREG_EDATA, "weights[1] is -1"));
    w[1] = NAN;
    CU_ASSERT_TRUE(refuses(l, &X.matrix, &Y.vector, &W.vector, LOGREG_EINVAL, "weights[1] is"));
    x[3] = INFINITY;
    CU_ASSERT_TRUE(refuses(l, &X.matrix, &Y.vector, NULL, LOGREG_EINVAL, "X[1, 1] is inf"));
    x[3] = 4;
    learn(l, &X.matrix, &Y.vector, NULL, 0, 2);
    CU_ASSERT_EQUAL(logreg_learner_predict_proba(l, &narrow.matrix, P, &err), LOGREG_EINVAL);
    CU_ASSERT_EQUAL(logreg_learner_predict_proba(l, &X.matrix, &narrow.matrix, &err), LOGREG_EINVAL);
    logreg_learner_free(l);

    o = logreg_learner_options_default();
    o.batch_size = 2;
    l = learner_of(2, 2, &o);
    x[0] = 1e-60;
    x[2] = 2e-60;
    learn(l, &X.matrix, &Y.vector, NULL, 0, 2);
    x[2] = 1e60;
    CU_ASSERT_TRUE(
        refuses(l, &X.matrix, &Y.vector, NULL, LOGREG_EDATA, "more than 1e100 times as far from the mean"));
    logreg_learner_free(l);
    gsl_matrix_free(P);
}

static bool new_once(void *context)
{
    logreg_learner *l = NULL;
    logreg_status status = logreg_learner_new(&l, 3, 2, context, NULL);
    bool ok = status == LOGREG_OK ? l != NULL : status == LOGREG_ENOMEM && !l;
    logreg_learner_free(l);
    return ok;
}

static void memory(void)
{
    logreg_learner_options o = logreg_learner_options_default();
    CU_ASSERT_TRUE(oom_each(new_once, &o));
}

const test_case tests[] = {{"near the maximum in one pass", one_pass},
                           {"any cut gives the same bits", any_cut},
                           {"any cut of many columns", any_cut_of_many},
                           {"a batch of several blocks", a_batch_of_blocks},
                           {"the rule, and the maximum of statsmodels", reference},
                           {"predictions", predictions},
                           {"one class, and classes parted", odd_rows},
                           {"the largest numbers", largest_numbers},
                           {"refused", refused},
                           {"failing allocations", memory},
                           {NULL, NULL}};
