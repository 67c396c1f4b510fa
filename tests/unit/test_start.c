/* Fits of so many rows that they start from a sample, held against those that start from the null model: designs that a sample
 * misjudges among them. The optimum is the same, however it was reached. */
#include "harness.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <logreg.h>

#include "base/random.h"
#include "kept_models.h"

#define ROWS 120000
#define COLUMNS 5

/* Both ways end within the rounding level of the optimum; standard errors follow to the square root of the information. */
#define TOL_BETA 1e-9
#define TOL_ERRORS 1e-9

/* A design: what x[0 .. COLUMNS-1], weight and linear predictor of row i are made from. */
typedef struct {
    const char *name;
    void (*row)(double *x, double *w, size_t i, logreg__random *random);
    double beta[1 + COLUMNS];
    bool sorted; /* events last */
    bool weights;
    size_t classes;
    size_t passes; /* over all rows that it may take: a later change that takes more is seen here */
    bool refused; /* the sample is no good, and all is done from the null model */
} design_kind;

static void plain(double *x, double *w, size_t i, logreg__random *random)
{
    (void)w;
    (void)i;
    for (size_t j = 0; j < COLUMNS; j++)
        x[j] = logreg__random_normal(random);
}

static void scales(double *x, double *w, size_t i, logreg__random *random)
{
    plain(x, w, i, random);
    x[0] = 1e9 + x[0];
    x[1] *= 1e-12;
    x[2] = 1e20 * (x[2] + 3);
}

static void duplicates(double *x, double *w, size_t i, logreg__random *random)
{
    plain(x, w, i, random);
    x[3] = 2 * x[1] - 1;
}

static void nearly_collinear(double *x, double *w, size_t i, logreg__random *random)
{
    plain(x, w, i, random);
    x[3] = x[1] + 1e-5 * x[3];
}

/* Just beyond the tolerance of an alias, and just within. */
static void barely_apart(double *x, double *w, size_t i, logreg__random *random)
{
    plain(x, w, i, random);
    x[3] = x[1] + 3e-7 * x[3];
}

static void barely_aliased(double *x, double *w, size_t i, logreg__random *random)
{
    plain(x, w, i, random);
    x[3] = x[1] + 3e-12 * x[3];
}

static void outliers(double *x, double *w, size_t i, logreg__random *random)
{
    plain(x, w, i, random);
    if (i % 9001 == 17)
        x[4] = 1e6;
}

/* Constant in every block but one. */
static void lonely(double *x, double *w, size_t i, logreg__random *random)
{
    plain(x, w, i, random);
    x[4] = i / 256 == 100 ? x[4] : 7;
}

static void heavy_tails(double *x, double *w, size_t i, logreg__random *random)
{
    plain(x, w, i, random);
    x[0] /= logreg__random_uniform(random) + 1e-4;
}

static void weighted(double *x, double *w, size_t i, logreg__random *random)
{
    plain(x, w, i, random);
    *w = i % 5 == 0 ? 0 : 3 * logreg__random_uniform(random);
}

/* The first rows of the file have no weight, so that neither have many blocks of the sample. */
static void weighted_late(double *x, double *w, size_t i, logreg__random *random)
{
    plain(x, w, i, random);
    *w = i < 40000 ? 0 : 1000;
}

static const design_kind kinds[] = {
    {.name = "plain", .row = plain, .beta = {0.3, 1, -1, 0.5, 0, 2}, .classes = 2, .passes = 3},
    {.name = "no effect", .row = plain, .beta = {0}, .classes = 2, .passes = 4},
    {.name = "scales", .row = scales, .beta = {-1e9, 1, -1e12, 1e-20, 1, 0.1}, .classes = 2, .passes = 4},
    {.name = "an exact duplicate",
     .row = duplicates,
     .beta = {0, 1, 1, 0, 0, 1},
     .classes = 2,
     .passes = 6,
     .refused = true},
    {.name = "nearly collinear",
     .row = nearly_collinear,
     .beta = {0, 1, 1, 0, 0, 1},
     .classes = 2,
     .passes = 4},
    {.name = "barely apart",
     .row = barely_apart,
     .beta = {0, 1, 1, 0, 0, 1},
     .classes = 2,
     .passes = 7,
     .refused = true},
    {.name = "barely aliased",
     .row = barely_aliased,
     .beta = {0, 1, 1, 0, 0, 1},
     .classes = 2,
     .passes = 6,
     .refused = true},
    {.name = "outliers", .row = outliers, .beta = {0, 1, 1, 0, 0, 1e-6}, .classes = 2, .passes = 7},
    {.name = "a column that is constant in most blocks",
     .row = lonely,
     .beta = {0, 1, 1, 0, 0, 1e-6},
     .classes = 2,
     .passes = 6,
     .refused = true},
    {.name = "heavy tails", .row = heavy_tails, .beta = {0, 1, 1, 0, 0, 1}, .classes = 2, .passes = 8},
    {.name = "rare events", .row = plain, .beta = {-5.5, 0.5, 0, 0, 0, 0}, .classes = 2, .passes = 4},
    {.name = "near separation", .row = plain, .beta = {0, 60, 0, 0, 0, 0}, .classes = 2, .passes = 7},
    {.name = "sorted",
     .row = plain,
     .beta = {0.3, 1, -1, 0.5, 0, 2},
     .sorted = true,
     .classes = 2,
     .passes = 4},
    {.name = "weights",
     .row = weighted,
     .beta = {0.3, 1, -1, 0.5, 0, 1},
     .weights = true,
     .classes = 2,
     .passes = 4},
    {.name = "weights at the end",
     .row = weighted_late,
     .beta = {0.3, 1, -1, 0.5, 0, 1},
     .weights = true,
     .classes = 2,
     .passes = 3},
    {.name = "three classes", .row = plain, .beta = {0.3, 1, -1, 0.5, 0, 1}, .classes = 3, .passes = 4},
    {.name = NULL},
};

typedef struct {
    gsl_matrix *X;
    gsl_vector *y, *w;
} data_set;

static double outcome(const design_kind *kind, const double *x, logreg__random *random)
{
    double eta = kind->beta[0];
    for (size_t j = 0; j < COLUMNS; j++)
        eta += kind->beta[1 + j] * x[j];
    double y = 0;
    for (size_t c = 1; c < kind->classes; c++)
        y += logreg__random_uniform(random) < logreg_sigmoid(eta / (double)c);
    return y;
}

static int by_y(const void *a, const void *b)
{
    double u = ((const double *)a)[0], v = ((const double *)b)[0];
    return (u > v) - (u < v);
}

static data_set make(const design_kind *kind)
{
    data_set s = {gsl_matrix_alloc(ROWS, COLUMNS), gsl_vector_alloc(ROWS), gsl_vector_alloc(ROWS)};
    double(*row)[COLUMNS + 2] = malloc(ROWS * sizeof *row);
    logreg__random random;
    logreg__random_init(&random, 20, 0);
    for (size_t i = 0; i < ROWS; i++) {
        row[i][1] = 1;
        kind->row(row[i] + 2, &row[i][1], i, &random);
        row[i][0] = outcome(kind, row[i] + 2, &random);
    }
    if (kind->sorted)
        qsort(row, ROWS, sizeof *row, by_y);
    for (size_t i = 0; i < ROWS; i++) {
        gsl_vector_set(s.y, i, row[i][0]);
        gsl_vector_set(s.w, i, row[i][1]);
        for (size_t j = 0; j < COLUMNS; j++)
            gsl_matrix_set(s.X, i, j, row[i][2 + j]);
    }
    free(row);
    return s;
}

static void clear(data_set *s)
{
    gsl_matrix_free(s->X);
    gsl_vector_free(s->y);
    gsl_vector_free(s->w);
}

static void same(const logreg_model *a, const logreg_model *b)
{
    CU_ASSERT_EQUAL(logreg_model_converged(a), logreg_model_converged(b));
    CU_ASSERT_EQUAL(logreg_model_rank(a), logreg_model_rank(b));
    CU_ASSERT_EQUAL(logreg_model_separation(a), logreg_model_separation(b));
    size_t p = logreg_model_coefficients(a);
    for (size_t k = 1; k < logreg_model_classes(a); k++)
        for (size_t j = 0; j < p; j++) {
            CU_ASSERT_EQUAL(logreg_model_coefficient_status(a, k, j),
                            logreg_model_coefficient_status(b, k, j));
            if (logreg_model_coefficient_status(b, k, j) != LOGREG_COEF_OK)
                continue;
            double error = sqrt(logreg_model_covariance(b, k, j, k, j)),
                   t = logreg_model_coefficient(b, k, j) / error;
            CU_ASSERT_TRUE(near_rel(sqrt(logreg_model_covariance(a, k, j, k, j)), error, TOL_ERRORS));
            CU_ASSERT_TRUE(
                near_abs(logreg_model_coefficient(a, k, j) / error, t, TOL_BETA * fmax(1, 1e-6 * fabs(t))));
        }
}

/* What is measured on the rows, on walks that the quick way shares; a pair of rows may swap places for the AUC. */
static void same_measures(const logreg_model *a, const logreg_model *b)
{
    CU_ASSERT_TRUE(near_abs(logreg_model_auc(a), logreg_model_auc(b), TOL_BETA));
    CU_ASSERT_TRUE(near_abs(logreg_model_auc_se(a), logreg_model_auc_se(b), TOL_BETA));
    CU_ASSERT_TRUE(near_rel(logreg_model_brier(a), logreg_model_brier(b), TOL_BETA));
    CU_ASSERT_TRUE(near_rel(logreg_model_log_likelihood(a), logreg_model_log_likelihood(b), TOL_BETA));
    CU_ASSERT_TRUE(same_text(logreg_model_fingerprint(a), logreg_model_fingerprint(b)));
    for (size_t i = 0; i < logreg_model_variables(a); i++) {
        logreg_variable u, v;
        CU_ASSERT_EQUAL(logreg_model_variable(a, i, &u), LOGREG_OK);
        CU_ASSERT_EQUAL(logreg_model_variable(b, i, &v), LOGREG_OK);
        CU_ASSERT_TRUE(u.min == v.min && u.max == v.max);
        CU_ASSERT_TRUE(near_abs(u.mean, v.mean, TOL_BETA * fmax(fabs(v.min), fabs(v.max))));
    }
}

static void agrees_with_plain_newton(void)
{
    for (const design_kind *kind = kinds; kind->name; kind++) {
        data_set s = make(kind);
        logreg_options quick = logreg_options_default(), whole = quick;
        if (kind->weights)
            quick.weight_values = whole.weight_values = s.w;
        whole.max_iter = 100; /* asks for Newton's own iterations, from the null model */
        logreg_model *a = NULL, *b = NULL;
        CU_ASSERT_EQUAL_FATAL(logreg_fit(&a, s.X, s.y, &quick, NULL), LOGREG_OK);
        CU_ASSERT_EQUAL_FATAL(logreg_fit(&b, s.X, s.y, &whole, NULL), LOGREG_OK);
        same(a, b);
        if (kind->classes == 2)
            same_measures(a, b);
        CU_ASSERT_TRUE(logreg_model_iterations(a) <= kind->passes);
        CU_ASSERT_EQUAL(logreg_model_iterations(a) == logreg_model_iterations(b), kind->refused);
        printf("# %s: %zu iterations, %zu from the null model\n", kind->name, logreg_model_iterations(a),
               logreg_model_iterations(b));
        logreg_model_free(a);
        logreg_model_free(b);
        clear(&s);
    }
}

/* Whole models, as they are saved, by one thread, by two and by three. */
static void same_bits_at_any_number_of_threads(void)
{
    for (const design_kind *kind = kinds; kind->name; kind++) {
        data_set s = make(kind);
        size_t n = 0;
        char *text = NULL;
        for (int threads = 1; threads <= 3; threads++) {
            logreg_options options = logreg_options_default();
            options.threads = threads;
            options.weight_values = kind->weights ? s.w : NULL;
            logreg_model *m = NULL;
            CU_ASSERT_EQUAL_FATAL(logreg_fit(&m, s.X, s.y, &options, NULL), LOGREG_OK);
            CU_ASSERT_EQUAL_FATAL(logreg_model_save(m, "started.json", NULL), LOGREG_OK);
            text = text ? text : read_text("started.json", &n);
            CU_ASSERT_TRUE(same_file("started.json", text, n));
            logreg_model_free(m);
        }
        free(text);
        clear(&s);
    }
    remove("started.json");
}

/* Products of columns far from 0, which are centred before the sample is drawn: plain() moved away gives the reference. */
static void agrees_on_products(void)
{
    static const design_kind kind = {.row = plain, .beta = {0.2, 0.5, -0.5}, .classes = 2};
    data_set s = make(&kind);
    double *near = malloc(2 * ROWS * sizeof *near), *far = malloc(2 * ROWS * sizeof *far);
    for (size_t i = 0; i < 2 * ROWS; i++) {
        near[i] = ldexp(rint(ldexp(gsl_matrix_get(s.X, i % ROWS, i / ROWS), 20)), -20);
        far[i] = 0x1p20 + near[i];
    }
    logreg_options whole = logreg_options_default();
    whole.max_iter = 100;
    logreg_model *m[3] = {NULL};
    for (size_t k = 0; k < 3; k++) {
        const double *x = k ? far : near;
        logreg_frame *f = NULL;
        CU_ASSERT_EQUAL_FATAL(logreg_frame_new(&f, NULL), LOGREG_OK);
        logreg_frame_add_numeric(f, "y", s.y->data, ROWS, 1, NULL);
        logreg_frame_add_numeric(f, "a", x, ROWS, 1, NULL);
        logreg_frame_add_numeric(f, "b", x + ROWS, ROWS, 1, NULL);
        CU_ASSERT_EQUAL_FATAL(logreg_fit_formula(&m[k], f, "y ~ a * b", k == 2 ? &whole : NULL, NULL),
                              LOGREG_OK);
        logreg_frame_free(f);
    }
    CU_ASSERT_TRUE(logreg_model_iterations(m[1]) < logreg_model_iterations(m[2]));
    same(m[1], m[2]);
    /* the product's coefficient and its error are those about 0 */
    CU_ASSERT_TRUE(
        near_rel(logreg_model_coefficient(m[1], 1, 3), logreg_model_coefficient(m[0], 1, 3), TOL_ERRORS));
    CU_ASSERT_TRUE(near_rel(logreg_model_covariance(m[1], 1, 3, 1, 3),
                            logreg_model_covariance(m[0], 1, 3, 1, 3), TOL_ERRORS));
    for (size_t k = 0; k < 3; k++)
        logreg_model_free(m[k]);
    free(near);
    free(far);
    clear(&s);
}

#define MANY 1000100

/* Above a million rows the AUC comes from counts. */
static void counts_many_rows(void)
{
    gsl_matrix *X = gsl_matrix_alloc(MANY, 1), *P = gsl_matrix_alloc(MANY, 2);
    gsl_vector *y = gsl_vector_alloc(MANY);
    double *p = malloc(MANY * sizeof *p);
    logreg__random random;
    logreg__random_init(&random, 8, 0);
    for (size_t i = 0; i < MANY; i++) {
        double x = logreg__random_normal(&random);
        gsl_matrix_set(X, i, 0, x);
        gsl_vector_set(y, i, logreg__random_uniform(&random) < logreg_sigmoid(x - 1));
    }
    logreg_model *m = NULL;
    double auc, se, error;
    CU_ASSERT_EQUAL_FATAL(logreg_fit(&m, X, y, NULL, NULL), LOGREG_OK);
    CU_ASSERT_TRUE(logreg_model_iterations(m) <= 3);
    CU_ASSERT_EQUAL(logreg_predict_proba(m, X, P, NULL), LOGREG_OK);
    for (size_t i = 0; i < MANY; i++)
        p[i] = gsl_matrix_get(P, i, 1);
    CU_ASSERT_EQUAL(logreg_metric_auc(&auc, &se, y->data, p, NULL, MANY, NULL), LOGREG_OK);
    error = logreg_model_auc_error(m);
    CU_ASSERT_TRUE(error > 0 && error < 1e-5);
    CU_ASSERT_TRUE(fabs(logreg_model_auc(m) - auc) <= error);
    CU_ASSERT_TRUE(near_rel(logreg_model_auc_se(m), se, 1e-4));
    CU_ASSERT_TRUE(near_rel(logreg_model_brier(m), logreg_metric_brier(y->data, p, NULL, MANY), TOL_LONG));
    CU_ASSERT_TRUE(near_rel(logreg_model_r2(m).tjur, logreg_metric_tjur(y->data, p, NULL, MANY), TOL_LONG));
    logreg_model_free(m);
    gsl_matrix_free(X);
    gsl_matrix_free(P);
    gsl_vector_free(y);
    free(p);
}

const test_case tests[] = {
    {"fits agree with Newton's method from the null model", agrees_with_plain_newton},
    {"the same bits by one thread, by two and by three", same_bits_at_any_number_of_threads},
    {"fits with products agree, near 0 and far from it", agrees_on_products},
    {"a million rows are counted", counts_many_rows},
    {NULL, NULL},
};
