/* Data without a finite maximum: what is said of them, and the limit of what stays finite. Values of the toys were computed with 40
 * digits on the rows that are not separated. */
#include "harness.h"
#include "frames.h"
#include "oom.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <logreg/inference.h>
#include <logreg/model.h>

#define TOL_LIMIT 1e-9

static void complete(void)
{
    logreg_frame *frame = frame_toy_a();
    logreg_model *m = fit_frame(frame, "y ~ x1 + x2", NULL);
    CU_ASSERT_EQUAL(logreg_model_separation(m), LOGREG_SEPARATION_COMPLETE);
    CU_ASSERT_FALSE(logreg_model_converged(m));
    CU_ASSERT_EQUAL(logreg_model_coefficient_status(m, 1, 0), LOGREG_COEF_MINUS_INFINITY);
    CU_ASSERT_EQUAL(logreg_model_coefficient_status(m, 1, 1), LOGREG_COEF_PLUS_INFINITY);
    CU_ASSERT_EQUAL(logreg_model_coefficient_status(m, 1, 2), LOGREG_COEF_UNDETERMINED);
    CU_ASSERT_EQUAL(logreg_model_coefficient(m, 1, 0), -INFINITY);
    CU_ASSERT_TRUE(isnan(logreg_model_coefficient(m, 1, 2)));
    CU_ASSERT_EQUAL(logreg_model_deviance(m), 0);
    CU_ASSERT_TRUE(isnan(logreg_inference_wald(m).statistic));
    double P[16];
    gsl_matrix_view Pv = gsl_matrix_view_array(P, 8, 2);
    CU_ASSERT_EQUAL(logreg_predict_proba_frame(m, frame, &Pv.matrix, NULL), LOGREG_OK);
    for (size_t i = 0; i < 8; i++)
        CU_ASSERT_EQUAL(P[2 * i + 1], logreg_frame_number(frame, i, 2));
    logreg_model_free(m);
    logreg_frame_free(frame);
}

static void check_quasi(const logreg_model *m)
{
    CU_ASSERT_EQUAL(logreg_model_separation(m), LOGREG_SEPARATION_QUASI);
    CU_ASSERT_EQUAL(logreg_model_coefficient(m, 1, 0), -INFINITY);
    CU_ASSERT_EQUAL(logreg_model_coefficient(m, 1, 1), INFINITY);
    CU_ASSERT_TRUE(near_rel(logreg_model_coefficient(m, 1, 2), -0.120625720033, TOL_LIMIT));
    CU_ASSERT_TRUE(near_rel(sqrt(logreg_model_covariance(m, 1, 2, 1, 2)), 0.609836099926, TOL_LIMIT));
    CU_ASSERT_TRUE(isnan(logreg_model_covariance(m, 1, 1, 1, 2)));
    CU_ASSERT_TRUE(near_rel(logreg_model_deviance(m), 3.77918252596, TOL_LIMIT));
    CU_ASSERT_EQUAL(logreg_model_df_residual(m), 7);
}

static void quasi(void)
{
    logreg_frame *frame = frame_toy_b();
    static const char *const solvers[] = {"newton", "lbfgs", "gd"};
    for (int i = 0; i < 3; i++) {
        logreg_options options = logreg_options_default();
        options.solver = solvers[i];
        logreg_model *m = fit_frame(frame, "y ~ x1 + x2", &options), *loaded = NULL;
        check_quasi(m);
        CU_ASSERT_EQUAL(logreg_model_save(m, "separated.json", NULL), LOGREG_OK);
        CU_ASSERT_EQUAL_FATAL(logreg_model_load(&loaded, "separated.json", NULL), LOGREG_OK);
        check_quasi(loaded);
        double P[20];
        gsl_matrix_view Pv = gsl_matrix_view_array(P, 10, 2);
        CU_ASSERT_EQUAL(logreg_predict_proba_frame(loaded, frame, &Pv.matrix, NULL), LOGREG_OK);
        for (size_t j = 0; j < 10; j++) {
            bool open = logreg_frame_number(frame, j, 0) == 3;
            CU_ASSERT_TRUE(open ? P[2 * j + 1] > 0.01 && P[2 * j + 1] < 0.99
                                : P[2 * j + 1] == logreg_frame_number(frame, j, 2));
        }
        logreg_model_free(m);
        logreg_model_free(loaded);
    }
    remove("separated.json");
    logreg_frame_free(frame);
}

/* The other coefficients are those of the fit on the rows that are not separated: a level of a factor with events only. */
static void a_level_with_events_only(void)
{
    enum { N = 40 };
    double x[N], y[N], keep[N];
    const char *f[N];
    logreg_frame *frame = NULL, *rest = NULL;
    size_t n = 0;
    for (size_t i = 0; i < N; i++) {
        x[i] = sin((double)(i * i));
        y[i] = i % 4 == 0 || sin((double)(5 * i)) > 0.2;
        f[i] = i % 4 == 0 ? "certain" : "b";
    }
    for (size_t i = 0; i < N; i++)
        if (i % 4) {
            keep[n] = x[i];
            n++;
        }
    bool ok = logreg_frame_new(&frame, NULL) == LOGREG_OK &&
              logreg_frame_add_numeric(frame, "x", x, N, 1, NULL) == LOGREG_OK &&
              logreg_frame_add_numeric(frame, "y", y, N, 1, NULL) == LOGREG_OK &&
              logreg_frame_add_category(frame, "f", f, N, NULL) == LOGREG_OK;
    for (size_t i = 0, j = 0; i < N; i++)
        if (i % 4)
            y[j++] = y[i];
    ok = ok && logreg_frame_new(&rest, NULL) == LOGREG_OK &&
         logreg_frame_add_numeric(rest, "x", keep, n, 1, NULL) == LOGREG_OK &&
         logreg_frame_add_numeric(rest, "y", y, n, 1, NULL) == LOGREG_OK;
    CU_ASSERT_TRUE_FATAL(ok);
    logreg_model *m = fit_frame(frame, "y ~ x + f", NULL), *alone = fit_frame(rest, "y ~ x", NULL);
    CU_ASSERT_EQUAL(logreg_model_separation(m), LOGREG_SEPARATION_QUASI);
    CU_ASSERT_EQUAL(logreg_model_coefficient_status(m, 1, 2), LOGREG_COEF_PLUS_INFINITY);
    for (size_t j = 0; j < 2; j++) {
        CU_ASSERT_TRUE(
            near_rel(logreg_model_coefficient(m, 1, j), logreg_model_coefficient(alone, 1, j), TOL_LIMIT));
        CU_ASSERT_TRUE(near_rel(logreg_model_covariance(m, 1, j, 1, j),
                                logreg_model_covariance(alone, 1, j, 1, j), TOL_LIMIT));
    }
    CU_ASSERT_TRUE(near_rel(logreg_model_deviance(m), logreg_model_deviance(alone), TOL_LIMIT));
    logreg_model_free(m);
    logreg_model_free(alone);
    logreg_frame_free(frame);
    logreg_frame_free(rest);
}

/* Separated rows that no others share a column with: the proof of a maximum then comes as near to passing as it can. The limit
 * is that of the other rows. */
static void rows_that_stand_alone(void)
{
    static const char *const solvers[] = {"newton", "lbfgs", "gd"};
    const double y[] = {1, 0, 0, 0, 0, 1, 1, 1};
    for (size_t i = 0; i < 3 * 3 * 3; i++) {
        double size = pow(10, (double)(i / 3 % 3) - 1), own[8] = {0}, other[8] = {0};
        for (size_t r = 0; r < 4; r++)
            other[r] = size;
        own[1] = i / 9 == 0 ? size : -size * (double)(i / 9);
        logreg_frame *frame = frame_of_two(other, own, 1, y, 8);
        logreg_options options = logreg_options_default();
        options.solver = solvers[i % 3];
        logreg_model *m = fit_frame(frame, "y ~ x1 + x2", &options);
        CU_ASSERT_EQUAL(logreg_model_separation(m), LOGREG_SEPARATION_QUASI);
        CU_ASSERT_EQUAL(logreg_model_coefficient_status(m, 1, 1), LOGREG_COEF_OK);
        CU_ASSERT_EQUAL(logreg_model_coefficient(m, 1, 2), own[1] > 0 ? -INFINITY : INFINITY);
        CU_ASSERT_TRUE(near_rel(logreg_model_coefficient(m, 1, 0), log(3), TOL_LIMIT));
        CU_ASSERT_TRUE(near_rel(logreg_model_coefficient(m, 1, 1), -log(6) / size, TOL_LIMIT));
        logreg_model_free(m);
        logreg_frame_free(frame);
    }
}

/* Pairs of data sets, one separated and one that overlaps. */
static void shipped_data(void)
{
    static const char *const ten =
        "diagnosis ~ mean_radius + mean_texture + mean_perimeter + mean_area + mean_smoothness "
        "+ mean_compactness + mean_concavity + mean_concave_points + mean_symmetry + "
        "mean_fractal_dimension";
    logreg_frame *wdbc = frame_shipped("wdbc"), *iris = frame_shipped("iris");
    logreg_model *all = fit_frame(wdbc, "diagnosis ~ .", NULL), *means = fit_frame(wdbc, ten, NULL);
    logreg_model *three = fit_frame(iris, "species ~ petal_length", NULL);
    CU_ASSERT_EQUAL(logreg_model_separation(all), LOGREG_SEPARATION_COMPLETE);
    CU_ASSERT_EQUAL(logreg_model_separation(means), LOGREG_SEPARATION_NONE);
    CU_ASSERT_TRUE(logreg_model_converged(means));
    CU_ASSERT_EQUAL(logreg_model_separation(three), LOGREG_SEPARATION_QUASI);
    /* setosa stands apart: what is left is virginica against versicolor, whose log-odds differ by a finite line */
    double P[450];
    gsl_matrix_view Pv = gsl_matrix_view_array(P, 150, 3);
    CU_ASSERT_EQUAL(logreg_predict_proba_frame(three, iris, &Pv.matrix, NULL), LOGREG_OK);
    for (size_t i = 0; i < 50; i++)
        CU_ASSERT_TRUE(P[3 * i] == 1 && P[3 * i + 1] == 0);
    for (size_t i = 50; i < 150; i++)
        CU_ASSERT_TRUE(P[3 * i] == 0 && P[3 * i + 1] > 0 && P[3 * i + 2] > 0);
    /* R: glm(Species == "virginica" ~ Petal.Length) without setosa has deviance 33.4319222482044 */
    CU_ASSERT_TRUE(near_rel(logreg_model_deviance(three), 33.4319222482044, TOL_LIMIT));
    logreg_model_free(all);
    logreg_model_free(means);
    logreg_model_free(three);
    logreg_frame_free(wdbc);
    logreg_frame_free(iris);
}

/* A gap that closes: overlap by one part in a million is overlap, and has its maximum. */
static void nearly_separated(void)
{
    double x[] = {-3, -2, -1, 1e-6, -1e-6, 1, 2, 3}, y[] = {0, 0, 0, 0, 1, 1, 1, 1},
           none[8] = {1, 0, 0, 1, 1, 0, 1, 0};
    logreg_frame *frame = frame_of_two(x, none, 1, y, 8);
    logreg_model *m = fit_frame(frame, "y ~ x1", NULL);
    CU_ASSERT_EQUAL(logreg_model_separation(m), LOGREG_SEPARATION_NONE);
    CU_ASSERT_TRUE(logreg_model_converged(m));
    logreg_model_free(m);
    logreg_frame_free(frame);
}

static bool whole_life(void *context)
{
    const logreg_frame *frame = context;
    logreg_model *m = NULL;
    double P[20];
    gsl_matrix_view Pv = gsl_matrix_view_array(P, 10, 2);
    logreg_options options = logreg_options_default();
    options.threads = 1;
    logreg_status status = logreg_fit_formula(&m, frame, "y ~ x1 + x2", &options, NULL);
    if (status == LOGREG_OK)
        status = logreg_predict_proba_frame(m, frame, &Pv.matrix, NULL);
    bool well = status == LOGREG_ENOMEM ||
                (status == LOGREG_OK && logreg_model_separation(m) == LOGREG_SEPARATION_QUASI);
    logreg_model_free(m);
    return well;
}

static void failing_allocations(void)
{
    logreg_frame *frame = frame_toy_b();
    CU_ASSERT_TRUE(oom_each(whole_life, frame));
    logreg_frame_free(frame);
}

const test_case tests[] = {
    {"complete separation", complete},
    {"quasi-complete separation and its limit", quasi},
    {"a level with events only", a_level_with_events_only},
    {"separated rows that stand alone", rows_that_stand_alone},
    {"shipped data that are separated or not", shipped_data},
    {"nearly separated is not separated", nearly_separated},
    {"failing allocations", failing_allocations},
    {NULL, NULL},
};
