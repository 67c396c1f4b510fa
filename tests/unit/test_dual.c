/* Ridges by coefficients of rows: optimal by conditions worked out here, as Newton's method has them, whatever the rows are: equal ones, as many as columns, weighed or not. */
#include "harness.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <logreg/path.h>
#include <logreg/sparse.h>

#include "oom.h"

/* Violations of the conditions, relative to the largest lambda; and coefficients of two solvers, beside the largest. */
#define TOL_KKT 1e-10
#define TOL_SAME 1e-9

enum { MOST = 80 };

/* ---- Rows at random ---- */

typedef struct {
    size_t n, p, classes;
    gsl_matrix *X;
    gsl_vector *y, *w, *o;
    unsigned long long state;
} table;

static double uniform(table *t)
{
    t->state = t->state * 6364136223846793005ULL + 1442695040888963407ULL;
    return (double)(t->state >> 11) / 9007199254740992.0;
}

/* Columns of several scales and means; twins: each row of the second half has the numbers of one of the first, whatever its class. */
static table table_new(size_t n, size_t p, size_t classes, bool twins, unsigned long long seed)
{
    table t = {n,
               p,
               classes,
               gsl_matrix_alloc(n, p),
               gsl_vector_alloc(n),
               gsl_vector_alloc(n),
               gsl_vector_alloc(n),
               seed};
    CU_ASSERT_TRUE_FATAL(t.X && t.y && t.w && t.o);
    for (size_t i = 0; i < n; i++) {
        for (size_t j = 0; j < p; j++) {
            double z = uniform(&t) + uniform(&t) + uniform(&t) - 1.5;
            z = j % 7 == 5 ? 100 + z : j % 7 == 3 ? 30 * z : z;
            gsl_matrix_set(t.X, i, j, twins && i >= n / 2 ? gsl_matrix_get(t.X, i - n / 2, j) : z);
        }
        gsl_vector_set(t.y, i, i < classes ? (double)i : floor((double)classes * uniform(&t)));
        gsl_vector_set(t.w, i, i < classes ? 1 : floor(4 * uniform(&t)));
        gsl_vector_set(t.o, i, uniform(&t) - 0.5);
    }
    return t;
}

static void table_clear(table *t)
{
    gsl_matrix_free(t->X);
    gsl_vector_free(t->y);
    gsl_vector_free(t->w);
    gsl_vector_free(t->o);
}

static double weight_of(const table *t, const logreg_options *o, size_t i)
{
    return o->weight_values ? gsl_vector_get(t->w, i) : 1;
}

/* The standard deviation of a column, by 1/n. */
static double deviation(const table *t, const logreg_options *o, size_t j)
{
    long double sum = 0, squares = 0, weight = 0;
    for (size_t i = 0; i < t->n; i++) {
        long double w = weight_of(t, o, i), x = gsl_matrix_get(t->X, i, j);
        weight += w;
        sum += w * x;
        squares += w * x * x;
    }
    return (double)sqrtl(squares / weight - sum / weight * sum / weight);
}

/* Probabilities of a row's classes, of which two have one linear predictor. */
static void probabilities(long double *p, const table *t, const logreg_options *o, const double *beta,
                          size_t i)
{
    size_t first = t->classes == 2, P = t->p + 1;
    long double all = 0, offset = o->offset_values ? gsl_vector_get(t->o, i) : 0;
    for (size_t c = 0; c < t->classes; c++) {
        const double *b = c < first ? NULL : beta + (c - first) * P;
        long double eta = c ? offset : 0;
        for (size_t j = 0; c >= first && j < P; j++)
            eta += b[j] * (j ? (long double)gsl_matrix_get(t->X, i, j - 1) : 1);
        p[c] = expl(eta);
        all += p[c];
    }
    for (size_t c = 0; c < t->classes; c++)
        p[c] /= all;
}

/* The worst of the conditions of optimality at beta [classes, or 1, x (1 + p)] under lambda, in the columns as they stand, in units of lambda. */
static double violation(const table *t, const logreg_options *o, const double *beta, double lambda)
{
    size_t first = t->classes == 2, P = t->p + 1;
    long double total = 0, worst = 0, *g = calloc(t->classes * P, sizeof *g), p[MOST];
    CU_ASSERT_PTR_NOT_NULL_FATAL(g);
    for (size_t i = 0; i < t->n; i++) {
        long double w = weight_of(t, o, i);
        total += w;
        probabilities(p, t, o, beta, i);
        for (size_t c = first; c < t->classes; c++)
            for (size_t j = 0; j < P; j++)
                g[(c - first) * P + j] += w * (p[c] - (gsl_vector_get(t->y, i) == (double)c)) *
                                          (j ? (long double)gsl_matrix_get(t->X, i, j - 1) : 1);
    }
    for (size_t j = 0; j < P; j++) {
        char name[32];
        double s = j && o->standardize ? deviation(t, o, j - 1) : 1, v = j > 0;
        snprintf(name, sizeof name, "x%zu", j);
        for (size_t i = 0; i < o->n_parts; i++)
            v = strcmp(o->parts[i].name, name) == 0 ? o->parts[i].factor : v;
        for (size_t c = 0; c < t->classes - first; c++) {
            long double slope = g[c * P + j] / total + lambda * v * s * s * beta[c * P + j];
            worst = fmaxl(worst, fabsl(slope) / s);
        }
    }
    free(g);
    return (double)worst;
}

/* ---- Fits ---- */

static const logreg_penalty_part some_parts[] = {
    {"x1", 0, -INFINITY, INFINITY}, {"x2", 0.1, -INFINITY, INFINITY}, {"x3", 7, -INFINITY, INFINITY}};

static logreg_options ridge(const table *t, size_t number, const char *solver)
{
    logreg_options o = logreg_options_default();
    o.penalty = "l2";
    o.solver = solver;
    o.standardize = number % 2;
    o.weight_values = number % 3 == 1 ? t->w : NULL;
    o.offset_values = number % 4 == 2 && t->classes == 2 ? t->o : NULL;
    o.parts = some_parts;
    o.n_parts = number % 5 == 3 ? 3 : 0;
    return o;
}

static logreg_model *fitted(const table *t, const logreg_options *o)
{
    logreg_model *m = NULL;
    logreg_error err = {0};
    if (logreg_fit(&m, t->X, t->y, o, &err) != LOGREG_OK)
        printf("# %s\n", err.message);
    CU_ASSERT_PTR_NOT_NULL_FATAL(m);
    return m;
}

static double *coefficients(const logreg_model *m, const table *t)
{
    size_t first = t->classes == 2, P = t->p + 1;
    double *beta = malloc(t->classes * P * sizeof *beta);
    CU_ASSERT_PTR_NOT_NULL_FATAL(beta);
    for (size_t c = first; c < t->classes; c++)
        for (size_t j = 0; j < P; j++)
            beta[(c - first) * P + j] = logreg_model_coefficient(m, c, j);
    return beta;
}

static void check(const table *t, const logreg_options *o, size_t number)
{
    logreg_model *m = fitted(t, o), *other;
    logreg_options newton = *o;
    newton.solver = "newton";
    other = fitted(t, &newton);
    double *beta = coefficients(m, t), *want = coefficients(other, t), apart = 0, largest = 0;
    size_t count = (t->classes - (t->classes == 2)) * (t->p + 1);
    for (size_t i = 0; i < count; i++) {
        apart = fmax(apart, fabs(beta[i] - want[i]));
        largest = fmax(largest, fabs(want[i]));
    }
    double worst = violation(t, o, beta, logreg_model_lambda(m)) / logreg_model_largest_lambda(m);
    /* where the penalty is so weak that slopes are flat, coefficients are known as well as slopes over it */
    double known = fmax(TOL_SAME, 1e-2 * TOL_KKT * logreg_model_largest_lambda(m) / logreg_model_lambda(m));
    bool ok = strcmp(logreg_model_solver(m), "dual") == 0 && logreg_model_converged(m) && worst < TOL_KKT &&
              apart <= known * largest;
    if (!ok)
        printf("# case %zu, %zu x %zu x %zu, lambda %g: violation %g, %g from Newton's\n", number, t->n, t->p,
               t->classes, logreg_model_lambda(m), worst, apart / largest);
    CU_ASSERT_TRUE(ok);
    free(beta);
    free(want);
    logreg_model_free(m);
    logreg_model_free(other);
}

/* Wide, square and tall tables of two classes and more, with twins and without, under penalties of all strengths. */
static void fits_are_optimal(void)
{
    static const size_t rows[] = {12, 20, 40}, columns[] = {30, 20, 6};
    static const double C[] = {1e-3, 1, 100, 1e5};
    for (size_t i = 0; i < 3 * 2 * 4 * 2; i++) {
        size_t shape = i % 3;
        table t = table_new(rows[shape], columns[shape], i / 3 % 2 ? 4 : 2, i / 6 % 2, i);
        logreg_options o = ridge(&t, i / 2, "dual");
        o.C = C[i / 12];
        check(&t, &o, i);
        table_clear(&t);
    }
}

/* More rows than one block has. */
static void many_rows(void)
{
    table t = table_new(600, 20, 2, true, 5);
    logreg_options o = ridge(&t, 1, "dual");
    o.fit_intercept = true;
    check(&t, &o, 0);
    o.threads = 3;
    logreg_model *m = fitted(&t, &o);
    o.threads = 1;
    logreg_model *one = fitted(&t, &o);
    for (size_t j = 0; j <= t.p; j++)
        CU_ASSERT_EQUAL(logreg_model_coefficient(m, 1, j), logreg_model_coefficient(one, 1, j));
    logreg_model_free(m);
    logreg_model_free(one);
    table_clear(&t);
}

static void no_intercept(void)
{
    table t = table_new(10, 40, 2, false, 9);
    logreg_options o = ridge(&t, 0, "dual");
    o.fit_intercept = false;
    logreg_model *m = fitted(&t, &o);
    o.solver = "newton";
    logreg_model *want = fitted(&t, &o);
    for (size_t j = 0; j < t.p; j++)
        CU_ASSERT_TRUE(
            near_abs(logreg_model_coefficient(m, 1, j), logreg_model_coefficient(want, 1, j), TOL_SAME));
    CU_ASSERT_STRING_EQUAL(logreg_model_solver(m), "dual");
    logreg_model_free(m);
    logreg_model_free(want);
    table_clear(&t);
}

/* ---- Choice, and what is refused ---- */

static bool chosen(size_t n, size_t p, const char *penalty, const char *solver)
{
    table t = table_new(n, p, 2, false, 2);
    logreg_options o = ridge(&t, 0, "auto");
    o.penalty = penalty;
    logreg_model *m = fitted(&t, &o);
    bool same = strcmp(logreg_model_solver(m), solver) == 0;
    logreg_model_free(m);
    table_clear(&t);
    return same;
}

static void is_chosen_where_rows_are_few(void)
{
    CU_ASSERT_TRUE(chosen(30, 400, "l2", "dual"));
    CU_ASSERT_TRUE(chosen(400, 30, "l2", "newton"));
    CU_ASSERT_TRUE(chosen(30, 400, "l1", "cd"));
}

/* Products of rows of which one column is large, as times in seconds are, leave nothing of the others: columns go on. */
static void columns_go_on(void)
{
    for (size_t classes = 2; classes <= 3; classes++)
        for (double unit = 1e6; unit < 1e10; unit *= 10) {
            table t = table_new(40, 60, classes, false, 7);
            for (size_t i = 0; i < t.n; i++)
                gsl_matrix_set(t.X, i, 9, unit * (1 + gsl_matrix_get(t.X, i, 9)));
            logreg_options o = ridge(&t, 0, "auto");
            o.C = 10;
            logreg_model *m = fitted(&t, &o);
            double *beta = coefficients(m, &t);
            double worst = violation(&t, &o, beta, logreg_model_lambda(m)) / logreg_model_largest_lambda(m);
            CU_ASSERT_TRUE(logreg_model_converged(m));
            CU_ASSERT_TRUE(worst < TOL_KKT);
            free(beta);
            logreg_model_free(m);
            table_clear(&t);
        }
}

/* Corrections among columns are iterations too. */
static void keeps_limits(void)
{
    table t = table_new(40, 200, 2, false, 9);
    for (size_t limit = 1; limit < 5; limit++) {
        logreg_options o = ridge(&t, 0, "dual");
        o.max_iter = limit;
        logreg_model *m = fitted(&t, &o);
        CU_ASSERT_EQUAL(logreg_model_iterations(m), limit);
        CU_ASSERT_FALSE(logreg_model_converged(m));
        logreg_model_free(m);
    }
    table_clear(&t);
}

static bool refused(const table *t, const logreg_options *o, const char *words)
{
    logreg_model *m = NULL;
    logreg_error err = {0};
    logreg_status status = logreg_fit(&m, t->X, t->y, o, &err);
    bool ok = status == LOGREG_EINVAL && !m && strstr(err.message, words);
    if (!ok)
        printf("# %s\n", err.message);
    logreg_model_free(m);
    return ok;
}

static void refusals(void)
{
    table t = table_new(12, 30, 2, false, 1), tall = table_new(4100, 2, 2, false, 1);
    logreg_options o = ridge(&t, 0, "dual");
    const logreg_penalty_part bound = {"x1", 1, 0, 1};
    CU_ASSERT_TRUE(refused(&tall, &o, "it is for up to 4096, and here are 4100"));
    o.penalty = "l1";
    CU_ASSERT_TRUE(refused(&t, &o, "solver 'dual' goes by slopes"));
    o.penalty = "none";
    CU_ASSERT_TRUE(refused(&t, &o, "solver 'dual' is for penalty 'l2', and penalty is 'none'"));
    o.penalty = "l2";
    o.parts = &bound;
    o.n_parts = 1;
    CU_ASSERT_TRUE(refused(&t, &o, "solver 'dual' goes by slopes"));
    o.n_parts = 0;
    gsl_spmatrix *sparse = gsl_spmatrix_alloc(t.X->size1, t.X->size2);
    logreg_error err;
    logreg_model *m = NULL;
    gsl_spmatrix_d2sp(sparse, t.X);
    CU_ASSERT_EQUAL(logreg_fit_sparse(&m, sparse, t.y, &o, &err), LOGREG_EINVAL);
    CU_ASSERT_PTR_NOT_NULL(strstr(err.message, "which sparse columns are not made for"));
    gsl_spmatrix_free(sparse);
    table_clear(&t);
    table_clear(&tall);
}

/* ---- Steps ---- */

typedef struct {
    size_t rows;
    double loss;
    bool falls;
} trail;

static void follow(const logreg_trace_row *row, void *data)
{
    trail *t = data;
    t->falls =
        t->falls && row->iteration == t->rows && (t->rows == 0 || row->loss <= t->loss * (1 + TOL_SUM));
    t->loss = row->loss;
    t->rows++;
}

static void traces_fall(void)
{
    table t = table_new(12, 30, 3, false, 4);
    logreg_options o = ridge(&t, 0, "dual");
    trail steps = {.falls = true};
    o.trace = follow;
    o.trace_data = &steps;
    logreg_model *m = fitted(&t, &o);
    CU_ASSERT_TRUE(steps.falls && steps.rows == logreg_model_iterations(m) + 1);
    logreg_model_free(m);
    o.max_iter = 1;
    o.trace = NULL;
    m = fitted(&t, &o);
    CU_ASSERT_FALSE(logreg_model_converged(m));
    logreg_model_free(m);
    table_clear(&t);
}

/* ---- Paths ---- */

static logreg_path *gone(const table *t, const logreg_options *o, size_t folds)
{
    logreg_path *path = NULL;
    logreg_model *m = NULL;
    logreg_path_options p = logreg_path_options_default();
    p.n_lambda = 30;
    p.folds = folds;
    CU_ASSERT_EQUAL_FATAL(logreg_path_new_matrix(&path, &m, t->X, t->y, o, &p, NULL), LOGREG_OK);
    logreg_model_free(m);
    return path;
}

static void paths_are_optimal(void)
{
    for (size_t i = 0; i < 8; i++) {
        table t = table_new(24, 70, i % 2 ? 3 : 2, i / 2 % 2, 20 + i);
        logreg_options o = ridge(&t, i, "auto");
        logreg_path *path = gone(&t, &o, 0);
        size_t each = (path->n_classes - path->first_class) * path->p;
        for (size_t l = 0; l < path->n; l++) {
            double worst =
                violation(&t, &o, path->coefficient + l * each, path->lambda[l]) / path->largest_lambda;
            CU_ASSERT_TRUE(path->converged[l] && worst < TOL_KKT);
        }
        CU_ASSERT_TRUE(path->n > 10);
        logreg_path_free(path);
        table_clear(&t);
    }
}

/* A fold's path by rows is that by columns, which goes within a hair's breadth: alpha of next to nothing. */
static void folds_agree_with_columns(void)
{
    table t = table_new(30, 90, 2, false, 3);
    logreg_options o = ridge(&t, 1, "auto");
    logreg_path *rows = gone(&t, &o, 3);
    o.penalty = "elasticnet";
    o.l1_ratio = 1e-9;
    logreg_path *columns = gone(&t, &o, 3);
    CU_ASSERT_EQUAL_FATAL(rows->n, columns->n);
    for (size_t l = 0; l < rows->n; l++) {
        CU_ASSERT_TRUE(near_rel(rows->cv_log_loss[l], columns->cv_log_loss[l], 1e-6));
        CU_ASSERT_TRUE(near_rel(rows->log_loss[l], columns->log_loss[l], 1e-6));
    }
    o.penalty = "l2";
    o.threads = 3;
    logreg_path *three = gone(&t, &o, 3);
    CU_ASSERT_EQUAL(memcmp(three->cv_log_loss, rows->cv_log_loss, rows->n * sizeof(double)), 0);
    CU_ASSERT_EQUAL(memcmp(three->coefficient, rows->coefficient, rows->n * rows->p * sizeof(double)), 0);
    logreg_path_free(rows);
    logreg_path_free(columns);
    logreg_path_free(three);
    table_clear(&t);
}

/* ---- Memory ---- */

static bool fit_action(void *context)
{
    const table *t = context;
    logreg_model *m = NULL;
    logreg_options o = ridge(t, 1, "dual");
    logreg_status status = logreg_fit(&m, t->X, t->y, &o, NULL);
    logreg_model_free(m);
    return status == LOGREG_OK || (status == LOGREG_ENOMEM && !m);
}

static bool path_action(void *context)
{
    const table *t = context;
    logreg_path *path = NULL;
    logreg_model *m = NULL;
    logreg_options o = ridge(t, 0, "auto");
    logreg_path_options p = logreg_path_options_default();
    p.n_lambda = 3;
    p.folds = 0;
    logreg_status status = logreg_path_new_matrix(&path, &m, t->X, t->y, &o, &p, NULL);
    logreg_path_free(path);
    logreg_model_free(m);
    return status == LOGREG_OK || (status == LOGREG_ENOMEM && !m);
}

static void failing_allocations(void)
{
    table t = table_new(5, 12, 2, false, 6);
    CU_ASSERT_TRUE(oom_each(fit_action, &t));
    CU_ASSERT_TRUE(oom_each(path_action, &t));
    table_clear(&t);
}

const test_case tests[] = {
    {"fits are optimal, and Newton's", fits_are_optimal},
    {"more rows than a block has; threads", many_rows},
    {"no intercept", no_intercept},
    {"is chosen where rows are few", is_chosen_where_rows_are_few},
    {"columns go on where one is large", columns_go_on},
    {"keeps limits of iterations", keeps_limits},
    {"refusals", refusals},
    {"traces fall", traces_fall},
    {"paths are optimal", paths_are_optimal},
    {"folds agree with columns", folds_agree_with_columns},
    {"survive failing allocations", failing_allocations},
    {NULL, NULL},
};
