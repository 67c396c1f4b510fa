/* Fits to sparse columns: against scikit-learn, LIBLINEAR and glmnet; optimality derived anew; against the same columns made dense; the doors for GSL's matrices; models
 * saved; what is refused. */
#include "harness.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <logreg.h>

#include "case_file.h"
#include "data/sparse.h"
#include "oom.h"

/* What glmnet's, and scikit-learn's, own stopping leaves, relative to the largest coefficient; ours is held to optimality below. */
#define TOL_REFERENCE 1e-7

/* Violations relative to the largest lambda. */
#define TOL_OPTIMAL 1e-9

/* Two roads to one minimum: what 1e-10 of the largest lambda in slopes leaves in coefficients. */
#define TOL_SAME 1e-7

enum { COLUMNS = 61, CLASSES = 3 };

typedef struct {
    char name[80], file[120], penalty[20];
    double C, lambda, l1_ratio, standardize, intercept, objective, estimate[CLASSES][COLUMNS];
} expected;

static bool read_line(void *to, const char *line)
{
    expected *e = to;
    size_t k, j;
    double x;
    if (text_of(e->name, sizeof e->name, line, "case")) {
        e->intercept = 1;
        return true;
    }
    if (sscanf(line, "estimate %zu %zu %lf", &k, &j, &x) == 3 && k < CLASSES && j < COLUMNS) {
        e->estimate[k][j] = x;
        return true;
    }
    return text_of(e->file, sizeof e->file, line, "file") ||
           text_of(e->penalty, sizeof e->penalty, line, "penalty") || number_of(&e->C, line, "C") ||
           number_of(&e->lambda, line, "lambda") || number_of(&e->l1_ratio, line, "l1_ratio") ||
           number_of(&e->standardize, line, "standardize") || number_of(&e->intercept, line, "intercept") ||
           number_of(&e->objective, line, "objective");
}

static logreg_frame *frame_of(const char *file)
{
    logreg_frame *frame = NULL;
    logreg_error err = {.message = ""};
    logreg_status status = logreg_frame_read_svmlight(&frame, source_path(file), NULL, &err);
    if (status != LOGREG_OK)
        printf("# %s\n", err.message);
    CU_ASSERT_EQUAL_FATAL(status, LOGREG_OK);
    return frame;
}

static logreg_model *fit(const logreg_frame *frame, const logreg_options *o, bool intercept)
{
    logreg_model *m = NULL;
    logreg_error err = {.message = ""};
    logreg_status status = logreg_fit_formula(&m, frame, intercept ? "y ~ ." : "y ~ . - 1", o, &err);
    if (status != LOGREG_OK)
        printf("# %s\n", err.message);
    CU_ASSERT_EQUAL_FATAL(status, LOGREG_OK);
    return m;
}

/* Where the coefficient of that name stands; SIZE_MAX: the model has none. */
static size_t place_of(const logreg_model *m, const char *name)
{
    for (size_t j = 0; j < logreg_model_coefficients(m); j++)
        if (strcmp(logreg_model_coefficient_name(m, j), name) == 0)
            return j;
    return SIZE_MAX;
}

/* The coefficient of column j, that of the intercept for 0; 0 where the model has none, as of columns without a number. */
static double coefficient(const logreg_model *m, size_t k, size_t j)
{
    char name[24] = "(Intercept)";
    if (j)
        snprintf(name, sizeof name, "x%zu", j);
    size_t place = place_of(m, name);
    return place == SIZE_MAX ? 0 : logreg_model_coefficient(m, k, place);
}

/* ---- Optimality, from the rows themselves ---- */

/* P(class) of each row, by the model's coefficients. */
static void probabilities(double *p, const logreg_model *m, const gsl_spmatrix *X, size_t row)
{
    size_t K = logreg_model_classes(m), first = logreg_model_first_class(m);
    double sum = 0, most = 0, eta[CLASSES] = {0};
    for (size_t k = first; k < K; k++) {
        eta[k] = coefficient(m, k, 0);
        for (int i = X->p[row]; i < X->p[row + 1]; i++)
            eta[k] += X->data[i] * coefficient(m, k, (size_t)X->i[i] + 1);
        most = fmax(most, eta[k]);
    }
    for (size_t k = 0; k < K; k++)
        sum += p[k] = exp(eta[k] - most);
    for (size_t k = 0; k < K; k++)
        p[k] /= sum;
}

/* The class of a row, by the model's labels. */
static size_t class_of(const logreg_model *m, const logreg_frame *frame, size_t row)
{
    for (size_t k = 0; k < logreg_model_classes(m); k++)
        if (strtod(logreg_model_class(m, k), NULL) == logreg_frame_number(frame, row, 0))
            return k;
    return SIZE_MAX;
}

/* The largest violation of the conditions of Karush, Kuhn and Tucker over the largest lambda, of a penalty on coefficients as they stand; *objective: n times what is minimised. */
static double violation(double *objective, const logreg_model *m, const logreg_frame *frame)
{
    const gsl_spmatrix *X = logreg_frame_sparse(frame);
    size_t K = logreg_model_classes(m), first = logreg_model_first_class(m), n = X->size1;
    double slope[CLASSES][COLUMNS] = {{0}}, p[CLASSES], worst = 0;
    double lambda = logreg_model_lambda(m), a = logreg_model_l1_ratio(m);
    *objective = 0;
    for (size_t r = 0; r < n; r++) {
        size_t own = class_of(m, frame, r);
        probabilities(p, m, X, r);
        *objective -= log(p[own]);
        for (size_t k = first; k < K; k++) {
            double residual = (p[k] - (k == own)) / (double)n;
            slope[k][0] += residual;
            for (int i = X->p[r]; i < X->p[r + 1]; i++)
                slope[k][X->i[i] + 1] += residual * X->data[i];
        }
    }
    for (size_t k = first; k < K; k++)
        for (size_t j = !logreg_model_has_intercept(m); j <= X->size2; j++) {
            double b = coefficient(m, k, j), g = slope[k][j];
            double l1 = j ? lambda * a : 0, l2 = j ? lambda * (1 - a) : 0;
            *objective += (double)n * (l2 / 2 * b * b + l1 * fabs(b));
            g += l2 * b;
            double off = b != 0 ? fabs(g + copysign(l1, b)) : fmax(fabs(g) - l1, 0);
            worst = fmax(worst, off);
        }
    return worst / logreg_model_largest_lambda(m);
}

/* ---- Against others ---- */

static void check_case(const void *of, void *none)
{
    const expected *e = of;
    (void)none;
    logreg_frame *frame = frame_of(e->file);
    logreg_options o = logreg_options_default();
    o.penalty = e->penalty;
    o.C = e->C;
    o.lambda = e->lambda;
    o.l1_ratio = e->l1_ratio;
    o.standardize = e->standardize == 1;
    static const char *const solvers[] = {"auto", "newton-cg", "newton", "cd"};
    bool smooth = strcmp(e->penalty, "l2") == 0;
    for (size_t s = 0; s < 4; s++) {
        o.solver = solvers[s];
        if (s > 0 && smooth == (s == 3))
            continue;
        logreg_model *m = fit(frame, &o, e->intercept == 1);
        double largest = 0, objective, optimal;
        for (size_t k = 0; k < CLASSES; k++)
            for (size_t j = 1; j < COLUMNS; j++)
                largest = fmax(largest, fabs(e->estimate[k][j]));
        CU_ASSERT_TRUE(logreg_model_converged(m) && logreg_model_violation(m) < TOL_OPTIMAL);
        for (size_t k = logreg_model_first_class(m); k < logreg_model_classes(m); k++)
            for (size_t j = 1; j <= logreg_model_features(m); j++)
                if (!near_abs(coefficient(m, k, j), e->estimate[k][j], TOL_REFERENCE * largest)) {
                    printf("# %s by %s: class %zu, x%zu\n", e->name, o.solver, k, j);
                    CU_FAIL("a coefficient differs");
                }
        if (!o.standardize) {
            optimal = violation(&objective, m, frame);
            if (!(optimal < TOL_OPTIMAL))
                printf("# %s by %s: violated by %g\n", e->name, o.solver, optimal);
            CU_ASSERT_TRUE(optimal < TOL_OPTIMAL);
            if (e->objective > 0)
                CU_ASSERT_TRUE(objective <= e->objective * (1 + 1e-12));
        }
        logreg_model_free(m);
    }
    logreg_frame_free(frame);
}

static size_t check_file(const char *path)
{
    return each_case(path, sizeof(expected), read_line, check_case, NULL);
}

static void test_sklearn(void)
{
    CU_ASSERT_EQUAL(check_file("tests/reference/sparse.txt"), 5);
}

static void test_glmnet(void)
{
    CU_ASSERT_EQUAL(check_file("tests/reference/sparse_glmnet.txt"), 11);
}

/* ---- Against the same columns made dense ---- */

/* The frame's matrix as columns x1 .. xp, and y. */
static logreg_frame *dense_of(const logreg_frame *frame)
{
    const gsl_spmatrix *X = logreg_frame_sparse(frame);
    logreg_frame *dense = NULL;
    double *x = malloc(X->size1 * sizeof *x);
    CU_ASSERT_TRUE_FATAL(x && logreg_frame_new(&dense, NULL) == LOGREG_OK);
    for (size_t j = 0; j <= X->size2; j++) {
        char name[24] = "y";
        if (j)
            snprintf(name, sizeof name, "x%zu", j);
        for (size_t r = 0; r < X->size1; r++) {
            x[r] = j ? 0 : logreg_frame_number(frame, r, 0);
            for (int i = X->p[r]; j && i < X->p[r + 1]; i++)
                x[r] = (size_t)X->i[i] + 1 == j ? X->data[i] : x[r];
        }
        CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(dense, name, x, X->size1, 1, NULL), LOGREG_OK);
    }
    free(x);
    return dense;
}

/* A sparse model and one of the same columns made dense, which has those without a number too. */
static void compare(const logreg_model *a, const logreg_model *b)
{
    CU_ASSERT_TRUE_FATAL(logreg_model_coefficients(a) <= logreg_model_coefficients(b));
    CU_ASSERT_TRUE(near_rel(logreg_model_log_likelihood(a), logreg_model_log_likelihood(b), TOL_SAME));
    CU_ASSERT_TRUE(near_abs(logreg_model_auc(a), logreg_model_auc(b), TOL_SAME));
    CU_ASSERT_TRUE(near_rel(logreg_model_brier(a), logreg_model_brier(b), TOL_SAME));
    CU_ASSERT_TRUE(near_rel(logreg_model_largest_lambda(a), logreg_model_largest_lambda(b), 1e-12));
    for (size_t k = logreg_model_first_class(a); k < logreg_model_classes(a); k++)
        for (size_t j = 0, held = 0; j < logreg_model_coefficients(b); j++) {
            size_t i = place_of(a, logreg_model_coefficient_name(b, j));
            double own = i == SIZE_MAX ? 0 : logreg_model_coefficient(a, k, i);
            CU_ASSERT_TRUE(i == SIZE_MAX || i == held);
            held += i != SIZE_MAX;
            CU_ASSERT_TRUE(near_abs(own, logreg_model_coefficient(b, k, j), TOL_SAME));
            CU_ASSERT_TRUE(j + 1 < logreg_model_coefficients(b) || held == logreg_model_coefficients(a));
        }
}

static void test_dense(void)
{
    static const char *const files[] = {"tests/reference/data/sparse_two.svm",
                                        "tests/reference/data/sparse_three.svm"};
    static const char *const penalties[] = {"l2", "l1", "elasticnet"};
    for (size_t f = 0; f < 2; f++) {
        logreg_frame *sparse = frame_of(files[f]), *dense = dense_of(sparse);
        for (size_t p = 0; p < 3; p++) {
            logreg_options o = logreg_options_default();
            o.penalty = penalties[p];
            o.standardize = p == 1;
            o.C = 0.8;
            logreg_model *a = fit(sparse, &o, true), *b = fit(dense, &o, true);
            compare(a, b);
            logreg_model_free(a);
            logreg_model_free(b);
        }
        logreg_frame_free(sparse);
        logreg_frame_free(dense);
    }
}

/* Paths with cross-validation, whose folds are rows of the same matrix. */
static void test_path(void)
{
    logreg_frame *sparse = frame_of("tests/reference/data/sparse_two.svm"), *dense = dense_of(sparse);
    logreg_options o = logreg_options_default();
    logreg_path_options x = logreg_path_options_default();
    o.penalty = "l1";
    o.standardize = true;
    x.n_lambda = 12;
    x.least = 0.05;
    x.folds = 3;
    logreg_path *a = NULL, *b = NULL;
    logreg_model *m = NULL, *n = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_path_new(&a, &m, sparse, "y ~ .", &o, &x, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_path_new(&b, &n, dense, "y ~ .", &o, &x, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(a->n, b->n);
    for (size_t i = 0; i < a->n; i++) {
        CU_ASSERT_TRUE(a->converged[i] && a->violation[i] < TOL_OPTIMAL);
        CU_ASSERT_EQUAL(a->n_nonzero[i], b->n_nonzero[i]);
        CU_ASSERT_TRUE(near_rel(a->cv_log_loss[i], b->cv_log_loss[i], TOL_SAME));
        for (size_t j = 0; j < b->p; j++) {
            size_t place = place_of(m, logreg_model_coefficient_name(n, j));
            double own = place == SIZE_MAX ? 0 : a->coefficient[i * a->p + place];
            CU_ASSERT_TRUE(near_abs(own, b->coefficient[i * b->p + j], TOL_SAME));
        }
    }
    CU_ASSERT_EQUAL(a->chosen, b->chosen);
    compare(m, n);
    logreg_path_free(a);
    logreg_path_free(b);
    logreg_model_free(m);
    logreg_model_free(n);
    logreg_frame_free(sparse);
    logreg_frame_free(dense);
}

/* ---- Threads ---- */

/* Rows enough for several segments, of random numbers. */
static gsl_spmatrix *large(gsl_vector *y, size_t n, size_t p)
{
    gsl_spmatrix *X = gsl_spmatrix_alloc(n, p);
    unsigned long state = 1;
    CU_ASSERT_PTR_NOT_NULL_FATAL(X);
    for (size_t i = 0; i < n; i++) {
        double eta = 0;
        for (int k = 0; k < 4; k++) {
            state = state * 6364136223846793005u + 1442695040888963407u;
            size_t j = (state >> 33) % p;
            double x = (double)(state >> 50) / 16384 - 0.3;
            gsl_spmatrix_set(X, i, j, x);
            eta += x * ((double)(j % 5) - 2);
        }
        state = state * 6364136223846793005u + 1442695040888963407u;
        gsl_vector_set(y, i, 1 / (1 + exp(-eta)) > (double)(state >> 40) / 16777216);
    }
    return X;
}

/* ---- Many columns ---- */

/* The largest violation of optimality over the largest lambda, two classes, from the rows themselves. */
static double violation_of_many(const logreg_model *m, const gsl_spmatrix *X, const gsl_vector *y)
{
    size_t p = X->size2;
    double *slope = calloc(p + 1, sizeof *slope), *eta = malloc(X->size1 * sizeof *eta), worst = 0;
    CU_ASSERT_TRUE_FATAL(slope && eta);
    for (size_t i = 0; i < X->size1; i++)
        eta[i] = coefficient(m, 1, 0);
    for (size_t k = 0; k < X->nz; k++)
        eta[X->i[k]] += X->data[k] * coefficient(m, 1, (size_t)X->p[k] + 1);
    for (size_t i = 0; i < X->size1; i++) {
        eta[i] = (1 / (1 + exp(-eta[i])) - gsl_vector_get(y, i)) / (double)X->size1;
        slope[0] += eta[i];
    }
    for (size_t k = 0; k < X->nz; k++)
        slope[X->p[k] + 1] += X->data[k] * eta[X->i[k]];
    for (size_t j = 0; j <= p; j++) {
        double b = coefficient(m, 1, j), lambda = j ? logreg_model_lambda(m) * logreg_model_l1_ratio(m) : 0;
        double g = slope[j] + (j ? logreg_model_lambda(m) * (1 - logreg_model_l1_ratio(m)) * b : 0);
        worst = fmax(worst, b != 0 ? fabs(g + copysign(lambda, b)) : fmax(fabs(g) - lambda, 0));
    }
    free(slope);
    free(eta);
    return worst / logreg_model_largest_lambda(m);
}

/* So many that the matrix of their pairs is not made. */
static void test_many(void)
{
    enum { N = 6000, P = 4000 };
    gsl_vector *y = gsl_vector_alloc(N);
    gsl_spmatrix *X = large(y, N, P);
    logreg_options o = logreg_options_default();
    static const double ratio[] = {1, 0.5};
    for (size_t i = 0; i < 3; i++) {
        logreg_model *m = NULL;
        o.penalty = "elasticnet";
        o.solver = i < 2 ? "auto" : "lbfgs";
        o.l1_ratio = ratio[i % 2];
        o.C = 6;
        CU_ASSERT_EQUAL_FATAL(logreg_fit_sparse(&m, X, y, &o, NULL), LOGREG_OK);
        CU_ASSERT_TRUE(logreg_model_converged(m) && logreg_model_nonzero(m) > 1500);
        CU_ASSERT_TRUE(violation_of_many(m, X, y) < TOL_OPTIMAL);
        logreg_model_free(m);
    }
    gsl_vector_free(y);
    gsl_spmatrix_free(X);
}

/* Columns of tiny numbers are as well fitted as others: sums over their rows round as they do. */
static void test_tiny(void)
{
    enum { N = 400, P = 60 };
    const double unit = 0x1p-30;
    gsl_vector *y = gsl_vector_alloc(N);
    gsl_spmatrix *X = large(y, N, P);
    static const char *const solvers[] = {"cd", "lbfgs", "auto"};
    for (size_t s = 0; s < 3; s++) {
        logreg_options o = logreg_options_default();
        logreg_model *m[2];
        for (size_t tiny = 0; tiny < 2; tiny++) {
            o.penalty = s < 2 ? "l1" : "l2";
            o.solver = solvers[s];
            o.standardize = true;
            o.lambda = 1e-3;
            gsl_spmatrix_scale(X, tiny ? unit : 1);
            CU_ASSERT_EQUAL_FATAL(logreg_fit_sparse(&m[tiny], X, y, &o, NULL), LOGREG_OK);
            gsl_spmatrix_scale(X, tiny ? 1 / unit : 1);
            CU_ASSERT_TRUE(logreg_model_converged(m[tiny]));
        }
        for (size_t j = 0; j <= P; j++) {
            double size = fmax(1, fabs(coefficient(m[0], 1, j)));
            CU_ASSERT_TRUE(
                near_abs(coefficient(m[1], 1, j) * (j ? unit : 1), coefficient(m[0], 1, j), TOL_SAME * size));
        }
        logreg_model_free(m[0]);
        logreg_model_free(m[1]);
    }
    gsl_vector_free(y);
    gsl_spmatrix_free(X);
}

static void test_threads(void)
{
    enum { N = 20000, P = 30 };
    gsl_vector *y = gsl_vector_alloc(N);
    gsl_spmatrix *X = large(y, N, P);
    logreg_options o = logreg_options_default();
    logreg_model *m[3] = {NULL};
    o.penalty = "l2";
    o.solver = "newton-cg";
    for (int t = 0; t < 3; t++) {
        o.threads = t + 1;
        CU_ASSERT_EQUAL_FATAL(logreg_fit_sparse(&m[t], X, y, &o, NULL), LOGREG_OK);
    }
    for (size_t j = 0; j <= P; j++)
        CU_ASSERT_TRUE(logreg_model_coefficient(m[0], 1, j) == logreg_model_coefficient(m[1], 1, j) &&
                       logreg_model_coefficient(m[0], 1, j) == logreg_model_coefficient(m[2], 1, j));
    for (int t = 0; t < 3; t++)
        logreg_model_free(m[t]);
    gsl_vector_free(y);
    gsl_spmatrix_free(X);
}

/* ---- GSL's matrices ---- */

typedef struct {
    gsl_spmatrix *X;
    gsl_vector *y;
    logreg_options options;
} doors;

/* Of 9 rows and 4 columns, of three classes or two. */
static doors small(int classes)
{
    doors d = {gsl_spmatrix_alloc(9, 4), gsl_vector_alloc(9), logreg_options_default()};
    CU_ASSERT_TRUE_FATAL(d.X && d.y);
    for (size_t i = 0; i < 9; i++) {
        gsl_spmatrix_set(d.X, i, (5 * i + 3) % 4, 1 + (double)(i % 3));
        gsl_spmatrix_set(d.X, i, (3 * i) % 4, (double)(i % 5) - 2.5);
        gsl_vector_set(d.y, i, (double)(i % (size_t)classes));
    }
    d.options.penalty = "l2";
    return d;
}

static void clear(doors *d)
{
    gsl_spmatrix_free(d->X);
    gsl_vector_free(d->y);
}

static void test_storages(void)
{
    for (int classes = 2; classes <= 3; classes++) {
        doors d = small(classes);
        size_t K = (size_t)classes;
        gsl_spmatrix *as[] = {d.X, gsl_spmatrix_ccs(d.X), gsl_spmatrix_crs(d.X)};
        gsl_matrix *dense = gsl_matrix_alloc(9, 4), *P = gsl_matrix_alloc(9, K), *Q = gsl_matrix_alloc(9, K);
        logreg_model *b = NULL;
        gsl_spmatrix_sp2d(dense, d.X);
        CU_ASSERT_EQUAL_FATAL(logreg_fit(&b, dense, d.y, &d.options, NULL), LOGREG_OK);
        CU_ASSERT_EQUAL(logreg_predict_proba(b, dense, Q, NULL), LOGREG_OK);
        for (int s = 0; s < 3; s++) {
            logreg_model *a = NULL;
            CU_ASSERT_EQUAL_FATAL(logreg_fit_sparse(&a, as[s], d.y, &d.options, NULL), LOGREG_OK);
            compare(a, b);
            CU_ASSERT_EQUAL(logreg_predict_proba_sparse(a, as[s], P, NULL), LOGREG_OK);
            for (size_t i = 0; i < 9; i++)
                for (size_t k = 0; k < K; k++)
                    CU_ASSERT_TRUE(near_abs(gsl_matrix_get(P, i, k), gsl_matrix_get(Q, i, k), TOL_SAME));
            logreg_model_free(a);
        }
        logreg_model_free(b);
        gsl_matrix_free(dense);
        gsl_matrix_free(P);
        gsl_matrix_free(Q);
        gsl_spmatrix_free(as[1]);
        gsl_spmatrix_free(as[2]);
        clear(&d);
    }
}

static bool refused(const doors *d, const char *sentence)
{
    logreg_model *m = NULL;
    logreg_error err = {.message = ""};
    logreg_status status = logreg_fit_sparse(&m, d->X, d->y, &d->options, &err);
    CU_ASSERT_PTR_NULL(m);
    return status == LOGREG_EINVAL && same_text(err.message, sentence);
}

static void test_refused(void)
{
    doors d = small(2);
    d.options.penalty = "none";
    CU_ASSERT_TRUE(refused(&d,
                           "sparse columns are fitted with a penalty on sizes: take penalty 'l2', 'l1' or "
                           "'elasticnet', not 'none'"));
    d.options.penalty = "l2";
    d.options.calibrate = "platt";
    CU_ASSERT_TRUE(
        refused(&d, "calibrate is not computed for a sparse matrix by itself; put it into a frame, and "
                    "fit a formula"));
    d.options.calibrate = NULL;
    d.options.C = INFINITY;
    CU_ASSERT_TRUE(
        refused(&d, "C is inf; it must be a positive number (a larger one penalises less, and penalty 'none' "
                    "not at all)"));
    d.options.C = 0;
    gsl_spmatrix_set(d.X, 2, 1, NAN);
    CU_ASSERT_TRUE(refused(&d, "X(2, 1) is nan; numbers should be finite, and 1e100 at most"));
    gsl_spmatrix_set(d.X, 2, 1, 1);
    gsl_vector *y = d.y;
    d.y = gsl_vector_calloc(3);
    CU_ASSERT_TRUE(refused(&d, "y has 3 entries for 9 rows"));
    gsl_vector_free(d.y);
    d.y = y;
    gsl_spmatrix *rows = gsl_spmatrix_crs(d.X), *kept = d.X;
    rows->i[1] = rows->i[0];
    d.X = rows;
    logreg_model *m = NULL;
    CU_ASSERT_EQUAL(logreg_fit_sparse(&m, rows, d.y, &d.options, NULL), LOGREG_EINVAL);
    rows->i[1] = 17;
    CU_ASSERT_TRUE(refused(&d, "X has an index out of its range of 9 x 4"));
    d.X = kept;
    gsl_spmatrix_free(rows);
    CU_ASSERT_EQUAL_FATAL(logreg_fit_sparse(&m, d.X, d.y, &d.options, NULL), LOGREG_OK);
    gsl_spmatrix *other = gsl_spmatrix_alloc(2, 5);
    gsl_matrix *P = gsl_matrix_calloc(2, 2);
    gsl_spmatrix_set(other, 0, 0, 1);
    CU_ASSERT_EQUAL(logreg_predict_proba_sparse(m, other, P, NULL), LOGREG_EINVAL);
    CU_ASSERT_EQUAL(gsl_matrix_get(P, 0, 0), 0);
    gsl_spmatrix_free(other);
    gsl_matrix_free(P);
    logreg_model_free(m);
    clear(&d);
}

/* A column for each row, all of which enter at once: the second derivatives of so many pairs are not made. */
static void test_too_many(void)
{
    enum { N = 6900 };
    int column[N], start[N + 1];
    double *ones = malloc(N * sizeof *ones);
    gsl_vector *y = gsl_vector_alloc(N);
    CU_ASSERT_TRUE_FATAL(ones && y);
    for (int i = 0; i < N; i++) {
        column[i] = start[i] = i;
        ones[i] = 1;
        gsl_vector_set(y, (size_t)i, i % 3);
    }
    start[N] = N;
    const gsl_spmatrix X = {.size1 = N,
                            .size2 = N,
                            .i = column,
                            .data = ones,
                            .p = start,
                            .nzmax = N,
                            .nz = N,
                            .sptype = GSL_SPMATRIX_CSR};
    logreg_options o = logreg_options_default();
    logreg_model *m = NULL;
    logreg_error err = {.message = ""};
    o.penalty = "l1";
    o.C = 10;
    CU_ASSERT_EQUAL(logreg_fit_sparse(&m, &X, y, &o, &err), LOGREG_EDATA);
    CU_ASSERT_TRUE(
        same_text(err.message,
                  "20703 coefficients matter together at this strength of the penalty, of which all pairs "
                  "are looked at; that is done for 20000 at most: take a stronger penalty (of a path, larger "
                  "lambdas), or l2"));
    o.penalty = "l2";
    CU_ASSERT_EQUAL_FATAL(logreg_fit_sparse(&m, &X, y, &o, &err), LOGREG_OK);
    CU_ASSERT_TRUE(same_text(logreg_model_solver(m), "newton-cg") && logreg_model_converged(m));
    logreg_model_free(m);
    gsl_vector_free(y);
    free(ones);
}

/* ---- Models that are saved ---- */

static void test_saved(void)
{
    char path[] = "/tmp/logreg-sparse-XXXXXX";
    int file = mkstemp(path);
    CU_ASSERT_TRUE_FATAL(file >= 0);
    for (int classes = 2; classes <= 3; classes++) {
        doors d = small(classes);
        size_t K = (size_t)classes;
        gsl_matrix *P = gsl_matrix_alloc(9, K), *Q = gsl_matrix_alloc(9, K);
        logreg_model *a = NULL, *b = NULL;
        d.options.penalty = "l1";
        d.options.C = 2;
        CU_ASSERT_EQUAL_FATAL(logreg_fit_sparse(&a, d.X, d.y, &d.options, NULL), LOGREG_OK);
        CU_ASSERT_EQUAL_FATAL(logreg_model_save(a, path, NULL), LOGREG_OK);
        CU_ASSERT_EQUAL_FATAL(logreg_model_load(&b, path, NULL), LOGREG_OK);
        CU_ASSERT_EQUAL(logreg_model_features(b), 4);
        CU_ASSERT_EQUAL(logreg_predict_proba_sparse(a, d.X, P, NULL), LOGREG_OK);
        CU_ASSERT_EQUAL(logreg_predict_proba_sparse(b, d.X, Q, NULL), LOGREG_OK);
        for (size_t i = 0; i < 9; i++)
            for (size_t k = 0; k < K; k++)
                CU_ASSERT_TRUE(gsl_matrix_get(P, i, k) == gsl_matrix_get(Q, i, k));
        for (size_t k = logreg_model_first_class(a); k < K; k++)
            for (size_t j = 0; j < 5; j++)
                CU_ASSERT_TRUE(logreg_model_coefficient(a, k, j) == logreg_model_coefficient(b, k, j));
        logreg_model_free(a);
        logreg_model_free(b);
        gsl_matrix_free(P);
        gsl_matrix_free(Q);
        clear(&d);
    }
    remove(path);
}

/* ---- Memory ---- */

static bool fit_or_report(void *context)
{
    const doors *d = context;
    logreg_model *m = NULL;
    logreg_error err;
    logreg_status status = logreg_fit_sparse(&m, d->X, d->y, &d->options, &err);
    logreg_model_free(m);
    return status == LOGREG_OK || status == LOGREG_ENOMEM;
}

static void test_memory(void)
{
    doors d = small(2);
    static const char *const solvers[] = {"newton-cg", "newton", "cd"};
    d.options.threads = 1;
    for (size_t s = 0; s < 3; s++) {
        d.options.solver = solvers[s];
        d.options.penalty = s == 2 ? "l1" : "l2";
        CU_ASSERT_TRUE(oom_each(fit_or_report, &d));
    }
    clear(&d);
}

/* Columns are picked by a list of all, or by searches where these are too many for one: the same numbers, at any row. */
static void test_picked(void)
{
    static const uint32_t wanted[] = {2, 3, 7};
    static const int column[] = {0, 2, 3, 1, 7, 9, 2, 7}, start[] = {0, 3, 3, 6, 8};
    static const int picked[] = {2, 0, 2}, ends[] = {0, 0, 1, 3};
    for (size_t p = 10; p <= 1000; p *= 100) {
        logreg__sparse *s = logreg__sparse_new(4, p, 8);
        memcpy(s->start, start, sizeof start);
        memcpy(s->column, column, sizeof column);
        for (int k = 0; k < 8; k++)
            s->value[k] = k;
        logreg__sparse *few = logreg__sparse_pick(s, 1, 3, wanted, 3);
        CU_ASSERT_PTR_NOT_NULL_FATAL(few);
        CU_ASSERT_TRUE(few->n == 3 && few->p == 3 && memcmp(few->start, ends, sizeof ends) == 0);
        CU_ASSERT_EQUAL(memcmp(few->column, picked, sizeof picked), 0);
        CU_ASSERT_TRUE(few->value[0] == 4 && few->value[1] == 6 && few->value[2] == 7);
        logreg__sparse_free(few);
        logreg__sparse_free(s);
    }
}

const test_case tests[] = {{"as scikit-learn and LIBLINEAR", test_sklearn},
                           {"some of the columns", test_picked},
                           {"as glmnet", test_glmnet},
                           {"as the same columns made dense", test_dense},
                           {"paths, as of dense columns", test_path},
                           {"optimal without the matrix of all pairs", test_many},
                           {"columns of tiny numbers", test_tiny},
                           {"the same bits at any number of threads", test_threads},
                           {"all storages of GSL", test_storages},
                           {"what is refused", test_refused},
                           {"more columns than l1 can hold", test_too_many},
                           {"saved and loaded", test_saved},
                           {"allocations that fail", test_memory},
                           {NULL, NULL}};
