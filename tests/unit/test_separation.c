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
#include <logreg/report.h>

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

/* ---- Columns far from zero ---- */

enum { GRID = 7, FAR_ROWS = 2 * GRID * GRID };

/* Two numbers at `far`, their product about `far` telling the classes apart, but for rows of 0, which have all classes in turn; gap
 * moves these to one side. With `parts` the numbers are no whole ones. */
static logreg_frame *far_frame(double far, size_t classes, double gap, double part)
{
    double a[FAR_ROWS], b[FAR_ROWS], c[FAR_ROWS], y[FAR_ROWS];
    for (size_t i = 0; i < FAR_ROWS; i++) {
        double u = (double)(i / 2 % GRID) - 3, v = (double)(i / 2 / GRID) - 3, t = u * v;
        a[i] = far + u * part;
        b[i] = far + v * part;
        c[i] = (double)(i * 37 % 11) - 5;
        double event = classes == 2 ? 1 : 1 + (double)(i % 2);
        y[i] = t + gap > 0 ? event : t + gap < 0 ? 0 : (double)(i * 29 % 13 % classes);
    }
    logreg_frame *frame = NULL;
    const double *column[] = {a, b, c, y};
    static const char *const name[] = {"a", "b", "c", "y"};
    CU_ASSERT_EQUAL_FATAL(logreg_frame_new(&frame, NULL), LOGREG_OK);
    for (int j = 0; j < 4; j++)
        CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(frame, name[j], column[j], FAR_ROWS, 1, NULL),
                              LOGREG_OK);
    return frame;
}

/* Probabilities of the rows, of a model as saved. */
static void predict_saved(double *P, const logreg_model *m, const logreg_frame *frame)
{
    logreg_model *loaded = NULL;
    gsl_matrix_view Pv = gsl_matrix_view_array(P, FAR_ROWS, logreg_model_classes(m));
    CU_ASSERT_EQUAL(logreg_model_save(m, "far.json", NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_model_load(&loaded, "far.json", NULL), LOGREG_OK);
    CU_ASSERT_EQUAL(logreg_predict_proba_frame(loaded, frame, &Pv.matrix, NULL), LOGREG_OK);
    logreg_model_free(loaded);
    remove("far.json");
}

/* What is decided is decided at any distance from 0, and so is the AUC. */
static void complete_far_from_zero(void)
{
    static const double far[] = {0, 1e4, 1e5, 1e6, -1e6};
    static const double part[] = {1, 0.3, 0.37};
    for (int i = 0; i < 15; i++) {
        logreg_frame *frame = far_frame(far[i % 5], 2, 0.5, part[i / 5]);
        logreg_model *m = fit_frame(frame, "y ~ a*b + c", NULL);
        double P[2 * FAR_ROWS];
        CU_ASSERT_EQUAL(logreg_model_separation(m), LOGREG_SEPARATION_COMPLETE);
        CU_ASSERT_TRUE(logreg_model_auc(m) == 1 && logreg_model_brier(m) == 0);
        predict_saved(P, m, frame);
        for (size_t r = 0; r < FAR_ROWS; r++)
            CU_ASSERT_TRUE(P[2 * r + 1] == logreg_frame_number(frame, r, 3));
        logreg_model_free(m);
        logreg_frame_free(frame);
    }
}

/* The limit is that of the same rows about 0. */
static void quasi_far_from_zero(void)
{
    static const double far[] = {1e4, 1e5, 1e6, -1e6};
    for (size_t classes = 2; classes <= 3; classes++) {
        logreg_frame *near = far_frame(0, classes, 0, 1);
        logreg_model *here = fit_frame(near, "y ~ a*b + c", NULL);
        CU_ASSERT_EQUAL(logreg_model_separation(here), LOGREG_SEPARATION_QUASI);
        double want[3 * FAR_ROWS], P[3 * FAR_ROWS];
        predict_saved(want, here, near);
        for (int i = 0; i < (classes == 2 ? 4 : 1); i++) {
            logreg_frame *frame = far_frame(far[i], classes, 0, 1);
            logreg_model *m = fit_frame(frame, "y ~ a*b + c", NULL);
            CU_ASSERT_EQUAL(logreg_model_separation(m), LOGREG_SEPARATION_QUASI);
            CU_ASSERT_TRUE(near_rel(logreg_model_deviance(m), logreg_model_deviance(here), TOL_LIMIT));
            predict_saved(P, m, frame);
            for (size_t r = 0; r < classes * FAR_ROWS; r++)
                CU_ASSERT_TRUE(near_abs(P[r], want[r], 1e-6));
            logreg_model_free(m);
            logreg_frame_free(frame);
        }
        logreg_model_free(here);
        logreg_frame_free(near);
    }
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

/* A first level that lacks a class, between two that do not. */
static logreg_frame *frame_reference(void)
{
    enum { ROWS = 18 };
    static const char *const level[] = {"a", "b", "c"};
    const char *city[ROWS];
    double y[ROWS];
    for (size_t i = 0; i < ROWS; i++) {
        city[i] = level[i % 3];
        y[i] = i % 3 && i % 2;
    }
    logreg_frame *frame = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_frame_new(&frame, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(frame, "y", y, ROWS, 1, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_category(frame, "city", city, ROWS, NULL), LOGREG_OK);
    return frame;
}

static bool fit_and_tell(void *frame)
{
    logreg_model *m = NULL;
    char *text = NULL;
    logreg_options options = logreg_options_default();
    logreg_report_options o = logreg_report_options_default();
    options.threads = 1;
    logreg_status status = logreg_fit_formula(&m, frame, "y ~ city", &options, NULL);
    if (status == LOGREG_OK)
        status = logreg_report_warnings(&text, m, &o, NULL);
    bool well =
        status == LOGREG_OK ? strstr(text, "--reference city=b ") != NULL : status == LOGREG_ENOMEM && !text;
    free(text);
    logreg_model_free(m);
    return well;
}

static void reference_lacks_a_class(void)
{
    logreg_frame *frame = frame_reference();
    CU_ASSERT_TRUE(fit_and_tell(frame));
    CU_ASSERT_TRUE(oom_each(fit_and_tell, frame));
    logreg_frame_free(frame);
}

/* Digits of the published fit of virginica against versicolor, which R made. */
#define TOL_PUBLISHED 1e-7

static bool differ(const logreg_model *m, size_t j, double estimate, double error)
{
    double b, se;
    return logreg_model_contrast(&b, &se, m, 2, 1, j) && near_abs(b, estimate, TOL_LIMIT * error) &&
           near_rel(se, error, TOL_LIMIT);
}

/* Setosa stands apart; the two others overlap, and differ as if it were not there. Whichever class comes first. */
static void contrasts(void)
{
    static const double published[] = {-42.6378038, -2.46522020, -6.68088701, 9.42938515, 18.28613689};
    logreg_frame *frame = frame_shipped("iris"), *two = frame_shipped("iris");
    CU_ASSERT_EQUAL_FATAL(logreg_frame_filter(two, "species != 'setosa'", NULL), LOGREG_OK);
    logreg_model *m = fit_frame(frame, "species ~ .", NULL), *own = fit_frame(two, "species ~ .", NULL),
                 *again = NULL;
    CU_ASSERT_EQUAL(logreg_model_save(m, "separated.json", NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_model_load(&again, "separated.json", NULL), LOGREG_OK);
    remove("separated.json");
    for (size_t j = 0; j < 5; j++) {
        double b = logreg_model_coefficient(own, 1, j), se = sqrt(logreg_model_covariance(own, 1, j, 1, j));
        CU_ASSERT_TRUE(near_rel(b, published[j], TOL_PUBLISHED));
        CU_ASSERT_TRUE(differ(m, j, b, se) && differ(again, j, b, se));
        CU_ASSERT_EQUAL(logreg_model_coefficient_status(m, 2, j), LOGREG_COEF_UNDETERMINED);
        logreg_coefficient c, alone;
        CU_ASSERT_EQUAL(logreg_inference_contrast(&c, m, 2, 1, j, 0.9, NULL), LOGREG_OK);
        CU_ASSERT_EQUAL(logreg_inference_coefficient(&alone, own, 1, j, 0.9, NULL), LOGREG_OK);
        CU_ASSERT_TRUE(near_rel(c.p, alone.p, 1e-7) && near_rel(c.low, alone.low, 1e-7) &&
                       near_rel(c.high, alone.high, 1e-7));
        CU_ASSERT_TRUE(c.status == LOGREG_COEF_OK && same_text(c.name, alone.name));
    }
    double b, se;
    CU_ASSERT_FALSE(
        logreg_model_contrast(&b, &se, m, 1, 1, 0) || logreg_model_contrast(&b, &se, m, 2, 0, 0) ||
        logreg_model_contrast(&b, &se, m, 3, 1, 0) || logreg_model_contrast(&b, &se, m, 2, 1, 5) ||
        logreg_model_contrast(&b, &se, own, 2, 1, 0));
    logreg_coefficient c;
    CU_ASSERT_EQUAL(logreg_inference_contrast(&c, m, 1, 2, 0, 0.9, NULL), LOGREG_EINVAL);
    CU_ASSERT_EQUAL(logreg_inference_contrast(&c, m, 2, 1, 0, 1, NULL), LOGREG_EINVAL);
    logreg_model_free(again);
    logreg_model_free(own);
    logreg_model_free(m);
    logreg_frame_free(two);
    logreg_frame_free(frame);
}

/* A class whose rows stand apart from one class but not from the other, and a column that only it has: what is finite of all that has the errors of the
 * fit without what is decided. */
static void partly_apart(void)
{
    enum { N = 24 };
    double x1[N], x2[N], y[N];
    for (size_t i = 0; i < N; i++) {
        y[i] = (double)(i % 3);
        x2[i] = sin((double)(7 * i));
        x1[i] = y[i] == 0 ? 10 + cos((double)i) : sin((double)(3 * i)) + 0.3 * y[i];
    }
    logreg_frame *frame = frame_of_two(x1, x2, 1, y, N), *two = frame_of_two(x1, x2, 1, y, N);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_filter(two, "y > 0", NULL), LOGREG_OK);
    logreg_model *m = fit_frame(frame, "y ~ x1 + x2", NULL), *own = fit_frame(two, "y ~ x1 + x2", NULL);
    CU_ASSERT_EQUAL(logreg_model_separation(m), LOGREG_SEPARATION_QUASI);
    for (size_t j = 0; j < 3; j++)
        CU_ASSERT_TRUE(differ(m, j, logreg_model_coefficient(own, 1, j),
                              sqrt(logreg_model_covariance(own, 1, j, 1, j))));
    logreg_model_free(own);
    logreg_model_free(m);
    logreg_frame_free(two);
    logreg_frame_free(frame);
}

static bool iris_life(void *frame)
{
    logreg_model *m = NULL;
    logreg_status status = logreg_fit_formula(&m, frame, "species ~ .", NULL, NULL);
    double b, se;
    bool well =
        status == LOGREG_ENOMEM || (status == LOGREG_OK && logreg_model_contrast(&b, &se, m, 2, 1, 4));
    logreg_model_free(m);
    return well;
}

static void contrasts_without_memory(void)
{
    logreg_frame *frame = frame_shipped("iris");
    CU_ASSERT_TRUE(oom_each(iris_life, frame));
    logreg_frame_free(frame);
}

const test_case tests[] = {
    {"classes that differ though the first stands apart", contrasts},
    {"a class apart in one column", partly_apart},
    {"contrasts without memory", contrasts_without_memory},
    {"complete separation", complete},
    {"quasi-complete separation and its limit", quasi},
    {"a level with events only", a_level_with_events_only},
    {"separated rows that stand alone", rows_that_stand_alone},
    {"shipped data that are separated or not", shipped_data},
    {"nearly separated is not separated", nearly_separated},
    {"complete separation far from zero", complete_far_from_zero},
    {"a limit far from zero", quasi_far_from_zero},
    {"failing allocations", failing_allocations},
    {"reference that lacks a class", reference_lacks_a_class},
    {NULL, NULL},
};
