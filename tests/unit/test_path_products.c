/* Ridge paths of many sparse columns, which are gone by products of second derivatives with vectors: minima by conditions worked out here, those of the same columns made dense, and single fits; folds, threads, memory. */
#include "harness.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include <logreg.h>

#include "base/random.h"
#include "oom.h"

/* More columns than a matrix of pairs is made for beside sparse ones. */
enum { ROWS = 70, COLUMNS = 500, IN_A_ROW = 9, MOST_CLASSES = 3 };

/* What a path promises of a violation, relative to the largest lambda, and what rounding of this file's own sums adds; coefficients of two ways to a minimum, and held-out losses. */
#define TOL_OPTIMAL (1e-10 + 1e-13)
#define TOL_SAME 1e-7
#define TOL_HELD_OUT 1e-8

/* Rows of a few numbers, in small columns more often than in large ones. The last column has none. */
static gsl_spmatrix *make(gsl_vector *y, size_t classes)
{
    logreg__random random;
    gsl_spmatrix *X = gsl_spmatrix_alloc(ROWS, COLUMNS);
    logreg__random_init(&random, 12, classes);
    for (size_t i = 0; i < ROWS; i++) {
        double utility[MOST_CLASSES] = {0};
        size_t best = 0;
        for (size_t k = 0; k < IN_A_ROW; k++) {
            double u = logreg__random_uniform(&random),
                   value = 0.2 - log(1 - logreg__random_uniform(&random));
            size_t j = (size_t)(u * u * (COLUMNS - 1));
            gsl_spmatrix_set(X, i, j, value);
            utility[j % classes] += value;
        }
        for (size_t c = 0; c < classes; c++) {
            utility[c] -= log(-log(1 - logreg__random_uniform(&random)));
            best = utility[c] > utility[best] ? c : best;
        }
        gsl_vector_set(y, i, (double)best);
    }
    return X;
}

static logreg_frame *sparse_frame(const gsl_spmatrix *X, const gsl_vector *y)
{
    logreg_frame *frame = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_frame_new(&frame, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(frame, "y", y->data, y->size, y->stride, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_sparse(frame, X, NULL), LOGREG_OK);
    return frame;
}

static logreg_options ridge(void)
{
    logreg_options o = logreg_options_default();
    o.penalty = "l2";
    o.standardize = true;
    return o;
}

static logreg_path_options few_strengths(size_t n)
{
    logreg_path_options x = logreg_path_options_default();
    x.n_lambda = n;
    x.least = 1e-4;
    x.folds = 0;
    return x;
}

typedef struct {
    gsl_vector *y;
    gsl_spmatrix *X;
    logreg_frame *frame;
} table;

static table table_of(size_t classes)
{
    table t = {.y = gsl_vector_alloc(ROWS)};
    t.X = make(t.y, classes);
    t.frame = sparse_frame(t.X, t.y);
    return t;
}

static void table_free(table *t)
{
    logreg_frame_free(t->frame);
    gsl_spmatrix_free(t->X);
    gsl_vector_free(t->y);
}

static logreg_path *go(const table *t, const logreg_options *o, const logreg_path_options *x,
                       logreg_model **m)
{
    logreg_error err = {.message = ""};
    logreg_path *path = NULL;
    *m = NULL;
    logreg_status status = logreg_path_new(&path, m, t->frame, "y ~ .", o, x, &err);
    if (status != LOGREG_OK)
        printf("# %s\n", err.message);
    CU_ASSERT_EQUAL_FATAL(status, LOGREG_OK);
    return path;
}

/* The matrix's column that coefficient j of the path's model is of. */
static size_t column_of(const logreg_model *m, size_t j)
{
    size_t column = 0;
    CU_ASSERT_EQUAL_FATAL(sscanf(logreg_model_coefficient_name(m, j), "x%zu", &column), 1);
    return column - 1;
}

/* residual[c][i] = P(c) - [y_i = c], of all classes that have coefficients. */
static void find_residuals(long double residual[MOST_CLASSES][ROWS], const table *t, const logreg_path *path,
                           size_t i, const logreg_model *m)
{
    size_t first = path->first_class, classes = path->n_classes;
    for (size_t r = 0; r < ROWS; r++) {
        long double eta[MOST_CLASSES] = {0}, sum = 0;
        for (size_t c = first; c < classes; c++) {
            const double *b = path->coefficient + (i * (classes - first) + c - first) * path->p;
            eta[c] = b[0];
            for (size_t j = 1; j < path->p; j++)
                eta[c] += (long double)b[j] * gsl_spmatrix_get(t->X, r, column_of(m, j));
        }
        for (size_t c = 0; c < classes; c++)
            sum += expl(eta[c]);
        for (size_t c = first; c < classes; c++)
            residual[c][r] = expl(eta[c]) / sum - (gsl_vector_get(t->y, r) == (double)c);
    }
}

/* The worst violation at strength i, relative to the largest lambda. */
static double violation(const table *t, const logreg_path *path, size_t i, const logreg_model *m)
{
    static long double residual[MOST_CLASSES][ROWS];
    long double worst = 0;
    size_t first = path->first_class, n = path->n_classes - first;
    find_residuals(residual, t, path, i, m);
    for (size_t j = 1; j < path->p; j++) {
        long double mean = 0, square = 0, x[ROWS];
        for (size_t r = 0; r < ROWS; r++) {
            x[r] = gsl_spmatrix_get(t->X, r, column_of(m, j));
            mean += x[r] / ROWS;
            square += x[r] * x[r] / ROWS;
        }
        long double sd = sqrtl(square - mean * mean);
        for (size_t c = 0; c < n; c++) {
            long double slope = 0;
            for (size_t r = 0; r < ROWS; r++)
                slope += (x[r] - mean) * residual[first + c][r] / (ROWS * sd);
            slope += path->lambda[i] * sd * path->coefficient[(i * n + c) * path->p + j];
            worst = fmaxl(worst, fabsl(slope));
        }
    }
    for (size_t c = 0; c < n; c++) {
        long double sum = 0;
        for (size_t r = 0; r < ROWS; r++)
            sum += residual[first + c][r] / ROWS;
        worst = fmaxl(worst, fabsl(sum));
    }
    return (double)(worst / path->largest_lambda);
}

static void paths_are_optimal(void)
{
    for (size_t classes = 2; classes <= MOST_CLASSES; classes++) {
        table t = table_of(classes);
        const logreg_options o = ridge();
        const logreg_path_options x = few_strengths(12);
        logreg_model *m;
        logreg_path *path = go(&t, &o, &x, &m);
        CU_ASSERT_TRUE_FATAL(path->n == 12 && path->p > 1 + 300);
        for (size_t i = 0; i < path->n; i++) {
            CU_ASSERT_TRUE(path->converged[i] && path->violation[i] <= TOL_OPTIMAL);
            CU_ASSERT_TRUE(violation(&t, path, i, m) <= TOL_OPTIMAL);
            CU_ASSERT_TRUE(i == 0 || path->explained[i] > path->explained[i - 1]);
        }
        CU_ASSERT_TRUE(path->explained[path->n - 1] > 0.5);
        logreg_path_free(path);
        logreg_model_free(m);
        table_free(&t);
    }
}

/* Each strength is the fit at it. */
static void single_fits(void)
{
    table t = table_of(2);
    logreg_options o = ridge();
    const logreg_path_options x = few_strengths(4);
    logreg_model *m, *alone;
    logreg_path *path = go(&t, &o, &x, &m);
    for (size_t i = 0; i < path->n; i++) {
        o.lambda = path->lambda[i];
        CU_ASSERT_EQUAL_FATAL(logreg_fit_formula(&alone, t.frame, "y ~ .", &o, NULL), LOGREG_OK);
        for (size_t j = 0; j < path->p; j++)
            CU_ASSERT_TRUE(near_rel(path->coefficient[i * path->p + j], logreg_model_coefficient(alone, 1, j),
                                    TOL_SAME));
        logreg_model_free(alone);
    }
    logreg_path_free(path);
    logreg_model_free(m);
    table_free(&t);
}

/* The columns made dense go another way, by coefficients of rows. */
static void dense_columns_agree(void)
{
    for (size_t classes = 2; classes <= MOST_CLASSES; classes++) {
        table t = table_of(classes);
        const logreg_options o = ridge();
        logreg_path_options x = few_strengths(6);
        logreg_model *m, *n = NULL;
        logreg_path *dense = NULL;
        gsl_matrix *D = gsl_matrix_calloc(ROWS, COLUMNS);
        x.folds = 3;
        logreg_path *path = go(&t, &o, &x, &m);
        for (size_t r = 0; r < ROWS; r++)
            for (size_t j = 0; j < COLUMNS; j++)
                gsl_matrix_set(D, r, j, gsl_spmatrix_get(t.X, r, j));
        CU_ASSERT_EQUAL_FATAL(logreg_path_new_matrix(&dense, &n, D, t.y, &o, &x, NULL), LOGREG_OK);
        CU_ASSERT_TRUE_FATAL(dense->n == path->n && dense->chosen == path->chosen);
        size_t of = path->n_classes - path->first_class;
        for (size_t i = 0; i < path->n; i++) {
            CU_ASSERT_TRUE(near_rel(path->lambda[i], dense->lambda[i], 1e-12));
            CU_ASSERT_TRUE(near_rel(path->cv_log_loss[i], dense->cv_log_loss[i], TOL_HELD_OUT));
            for (size_t c = 0; c < of; c++)
                for (size_t j = 0; j < path->p; j++) {
                    size_t at = j ? 1 + column_of(m, j) : 0;
                    CU_ASSERT_TRUE(near_abs(path->coefficient[(i * of + c) * path->p + j],
                                            dense->coefficient[(i * of + c) * dense->p + at], TOL_SAME));
                }
        }
        gsl_matrix_free(D);
        logreg_path_free(path);
        logreg_path_free(dense);
        logreg_model_free(m);
        logreg_model_free(n);
        table_free(&t);
    }
}

/* A loose tolerance is kept to, and no more is done than it asks for; the path ends where all is explained. */
static void loose(void)
{
    table t = table_of(2);
    logreg_options o = ridge();
    logreg_path_options x = few_strengths(30);
    logreg_model *m;
    double worst = 0;
    x.least = 1e-9;
    o.tol = 1e-4;
    logreg_path *path = go(&t, &o, &x, &m);
    for (size_t i = 0; i < path->n; i++)
        worst = fmax(worst, violation(&t, path, i, m));
    CU_ASSERT_TRUE(worst <= 1e-4 && worst > 1e-7);
    CU_ASSERT_TRUE(path->n < 30 && path->explained[path->n - 1] > 0.99);
    logreg_path_free(path);
    logreg_model_free(m);
    table_free(&t);
}

static void threads(void)
{
    table t = table_of(3);
    logreg_options o = ridge();
    logreg_path_options x = few_strengths(3);
    logreg_model *m;
    x.folds = 2;
    o.threads = 1;
    logreg_path *one = go(&t, &o, &x, &m);
    logreg_model_free(m);
    o.threads = 3;
    logreg_path *three = go(&t, &o, &x, &m);
    CU_ASSERT_TRUE(memcmp(one->coefficient, three->coefficient, 3 * one->n * one->p * sizeof(double)) == 0);
    CU_ASSERT_TRUE(memcmp(one->cv_log_loss, three->cv_log_loss, one->n * sizeof(double)) == 0);
    logreg_path_free(one);
    logreg_path_free(three);
    logreg_model_free(m);
    table_free(&t);
}

static bool go_without_memory(void *context)
{
    logreg_options o = ridge();
    const logreg_path_options x = few_strengths(1);
    logreg_path *path = NULL;
    logreg_model *m = NULL;
    o.threads = 1;
    o.measures = false;
    logreg_status status = logreg_path_new(&path, &m, context, "y ~ .", &o, &x, NULL);
    bool sound = status == LOGREG_OK ? path && m : status == LOGREG_ENOMEM && !path && !m;
    logreg_path_free(path);
    logreg_model_free(m);
    return sound;
}

static void memory(void)
{
    table t = table_of(2);
    CU_ASSERT_TRUE(oom_each(go_without_memory, t.frame));
    table_free(&t);
}

const test_case tests[] = {{"paths are optimal", paths_are_optimal},
                           {"each strength is a fit of its own", single_fits},
                           {"dense columns agree", dense_columns_agree},
                           {"loose tolerances", loose},
                           {"threads", threads},
                           {"memory", memory},
                           {NULL, NULL}};
