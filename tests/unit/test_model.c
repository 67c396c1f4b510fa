/* The model: two doors and one answer, what weights and groups mean, aliasing, prediction, errors. */
#include "harness.h"
#include "frames.h"
#include "oom.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <logreg/inference.h>
#include <logreg/model.h>

/* Two fits of the same likelihood by sums in another order. */
#define TOL_SAME_FIT 1e-9

enum { N = 60 };

/* x1, x2 (row by row) and a class that depends on both, none separated. */
static void sample(double *X, double *y, size_t classes)
{
    for (size_t i = 0; i < N; i++) {
        X[2 * i] = sin((double)(i * i) + 0.5) * 2;
        X[2 * i + 1] = cos((double)(3 * i)) + 5;
        double noise = sin((double)(7 * i * i + 3)) * 2;
        double score = X[2 * i] + X[2 * i + 1] - 5 + noise;
        y[i] = classes == 2 ? score > 0 : score > 0.8 ? 2 : score > -0.8 ? 1 : 0;
    }
}

static logreg_model *fit(const double *X, const double *y, size_t n, size_t p, const logreg_options *options)
{
    gsl_matrix_const_view Xv = gsl_matrix_const_view_array(X, n, p);
    gsl_vector_const_view yv = gsl_vector_const_view_array(y, n);
    logreg_model *m = NULL;
    logreg_error err = {.message = ""};
    logreg_status status = logreg_fit(&m, &Xv.matrix, &yv.vector, options, &err);
    if (status != LOGREG_OK)
        printf("# %s\n", err.message);
    CU_ASSERT_EQUAL_FATAL(status, LOGREG_OK);
    return m;
}

static void same_coefficients(const logreg_model *a, const logreg_model *b, double tolerance)
{
    CU_ASSERT_EQUAL_FATAL(logreg_model_coefficients(a), logreg_model_coefficients(b));
    CU_ASSERT_EQUAL_FATAL(logreg_model_classes(a), logreg_model_classes(b));
    for (size_t k = 1; k < logreg_model_classes(a); k++)
        for (size_t j = 0; j < logreg_model_coefficients(a); j++) {
            double se = sqrt(logreg_model_covariance(a, k, j, k, j));
            CU_ASSERT_EQUAL(logreg_model_coefficient_status(a, k, j),
                            logreg_model_coefficient_status(b, k, j));
            CU_ASSERT_TRUE(near_abs(logreg_model_coefficient(a, k, j) / se,
                                    logreg_model_coefficient(b, k, j) / se, tolerance));
            CU_ASSERT_TRUE(near_rel(sqrt(logreg_model_covariance(b, k, j, k, j)), se, tolerance));
        }
}

static logreg_frame *frame_of(const double *X, const double *y)
{
    return frame_of_two(X, X + 1, 2, y, N);
}

static void matrix_and_formula_agree_to_the_bit(void)
{
    for (size_t classes = 2; classes <= 3; classes++) {
        double X[2 * N], y[N];
        sample(X, y, classes);
        logreg_frame *frame = frame_of(X, y);
        logreg_model *a = fit(X, y, N, 2, NULL), *b = fit_frame(frame, "y ~ x1 + x2", NULL);
        for (size_t k = 1; k < classes; k++)
            for (size_t j = 0; j < 3; j++)
                CU_ASSERT_EQUAL(logreg_model_coefficient(a, k, j), logreg_model_coefficient(b, k, j));
        CU_ASSERT_TRUE(logreg_model_converged(a));
        CU_ASSERT_EQUAL(logreg_model_log_likelihood(a), logreg_model_log_likelihood(b));
        gsl_matrix_view Xv = gsl_matrix_view_array(X, N, 2);
        double P[3 * N], Q[3 * N];
        gsl_matrix_view Pv = gsl_matrix_view_array(P, N, classes), Qv = gsl_matrix_view_array(Q, N, classes);
        CU_ASSERT_EQUAL(logreg_predict_proba(a, &Xv.matrix, &Pv.matrix, NULL), LOGREG_OK);
        CU_ASSERT_EQUAL(logreg_predict_proba_frame(b, frame, &Qv.matrix, NULL), LOGREG_OK);
        CU_ASSERT_EQUAL(memcmp(P, Q, classes * N * sizeof *P), 0);
        logreg_model_free(a);
        logreg_model_free(b);
        logreg_frame_free(frame);
    }
}

/* A matrix with a row stride, a vector with a stride. */
static void strides_do_not_matter(void)
{
    double X[2 * N], y[N], wide[5 * N], apart[3 * N];
    sample(X, y, 2);
    for (size_t i = 0; i < N; i++) {
        wide[5 * i] = X[2 * i];
        wide[5 * i + 1] = X[2 * i + 1];
        apart[3 * i] = y[i];
    }
    gsl_matrix_view Xv = gsl_matrix_view_array_with_tda(wide, N, 2, 5);
    gsl_vector_view yv = gsl_vector_view_array_with_stride(apart, 3, N);
    logreg_model *a = fit(X, y, N, 2, NULL), *b = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_fit(&b, &Xv.matrix, &yv.vector, NULL, NULL), LOGREG_OK);
    for (size_t j = 0; j < 3; j++)
        CU_ASSERT_EQUAL(logreg_model_coefficient(a, 1, j), logreg_model_coefficient(b, 1, j));
    logreg_model_free(a);
    logreg_model_free(b);
}

static void weights_count_rows(void)
{
    double X[2 * N], y[N], w[N], X2[6 * N], y2[3 * N];
    size_t n = 0;
    sample(X, y, 2);
    for (size_t i = 0; i < N; i++) {
        w[i] = (double)(i % 4);
        for (size_t r = 0; r < i % 4; r++, n++) {
            memcpy(X2 + 2 * n, X + 2 * i, 2 * sizeof *X);
            y2[n] = y[i];
        }
    }
    gsl_vector_view wv = gsl_vector_view_array(w, N);
    logreg_options options = logreg_options_default();
    options.weight_values = &wv.vector;
    logreg_model *a = fit(X, y, N, 2, &options), *b = fit(X2, y2, n, 2, NULL);
    same_coefficients(a, b, TOL_SAME_FIT);
    CU_ASSERT_TRUE(near_rel(logreg_model_deviance(a), logreg_model_deviance(b), TOL_LONG));
    CU_ASSERT_TRUE(near_rel(logreg_model_bic(a), logreg_model_bic(b), TOL_LONG));
    CU_ASSERT_TRUE(near_rel(logreg_model_auc(a), logreg_model_auc(b), TOL_LONG));
    CU_ASSERT_TRUE(near_rel(logreg_model_brier(a), logreg_model_brier(b), TOL_LONG));
    CU_ASSERT_TRUE(
        near_rel(logreg_inference_score(a).statistic, logreg_inference_score(b).statistic, TOL_LONG));
    logreg_model_free(a);
    logreg_model_free(b);
}

/* Events out of trials, and the same people one by one: same coefficients; the log-likelihood differs by sum log C. */
static void groups_are_their_rows(void)
{
    static const double dose[] = {1, 2, 3, 4, 5, 6}, trials[] = {9, 8, 10, 7, 9, 11},
                        events[] = {1, 2, 4, 4, 7, 10};
    double x[60], y[60], log_choose = 0;
    size_t n = 0;
    for (size_t g = 0; g < 6; g++) {
        log_choose += lgamma(trials[g] + 1) - lgamma(events[g] + 1) - lgamma(trials[g] - events[g] + 1);
        for (double t = 0; t < trials[g]; t++, n++) {
            x[n] = dose[g];
            y[n] = t < events[g];
        }
    }
    logreg_frame *frame = NULL;
    bool ok = logreg_frame_new(&frame, NULL) == LOGREG_OK &&
              logreg_frame_add_numeric(frame, "dose", dose, 6, 1, NULL) == LOGREG_OK &&
              logreg_frame_add_numeric(frame, "trials", trials, 6, 1, NULL) == LOGREG_OK &&
              logreg_frame_add_numeric(frame, "events", events, 6, 1, NULL) == LOGREG_OK;
    CU_ASSERT_TRUE_FATAL(ok);
    logreg_options options = logreg_options_default();
    options.trials = "trials";
    logreg_model *a = fit_frame(frame, "events ~ .", &options), *b = fit(x, y, n, 1, NULL);
    same_coefficients(a, b, TOL_SAME_FIT);
    CU_ASSERT_TRUE(logreg_model_grouped(a));
    CU_ASSERT_TRUE(
        near_abs(logreg_model_log_likelihood(a) - logreg_model_log_likelihood(b), log_choose, 1e-11));
    CU_ASSERT_TRUE(near_abs(logreg_model_null_deviance(a) - logreg_model_deviance(a),
                            logreg_model_null_deviance(b) - logreg_model_deviance(b), 1e-11));
    CU_ASSERT_EQUAL(logreg_model_df_residual(a), 4);
    CU_ASSERT_EQUAL(logreg_model_df_residual(b), (double)n - 2);
    CU_ASSERT_TRUE(near_rel(logreg_model_auc(a), logreg_model_auc(b), TOL_LONG));
    CU_ASSERT_TRUE(near_rel(logreg_model_r2(a).mcfadden, logreg_model_r2(b).mcfadden, TOL_LONG));
    CU_ASSERT_TRUE(near_rel(logreg_model_r2(a).tjur, logreg_model_r2(b).tjur, TOL_LONG));
    logreg_model_free(a);
    logreg_model_free(b);
    logreg_frame_free(frame);
}

/* A constant offset moves the intercept by minus itself, in fit and null model alike. */
static void offsets_move_the_intercept(void)
{
    double X[2 * N], y[N], o[N];
    sample(X, y, 2);
    for (size_t i = 0; i < N; i++)
        o[i] = 1.5;
    gsl_vector_view ov = gsl_vector_view_array(o, N);
    logreg_options options = logreg_options_default();
    options.offset_values = &ov.vector;
    logreg_model *a = fit(X, y, N, 2, &options), *b = fit(X, y, N, 2, NULL);
    CU_ASSERT_TRUE(
        near_rel(logreg_model_coefficient(a, 1, 0) + 1.5, logreg_model_coefficient(b, 1, 0), TOL_SAME_FIT));
    CU_ASSERT_TRUE(
        near_rel(logreg_model_coefficient(a, 1, 1), logreg_model_coefficient(b, 1, 1), TOL_SAME_FIT));
    CU_ASSERT_TRUE(near_rel(logreg_model_null_deviance(a), logreg_model_null_deviance(b), TOL_LONG));
    CU_ASSERT_TRUE(
        near_rel(logreg_inference_score(a).statistic, logreg_inference_score(b).statistic, TOL_SAME_FIT));
    logreg_model_free(a);
    logreg_model_free(b);
}

static void raw_steps_reach_the_same_fit(void)
{
    double X[2 * N], y[N];
    sample(X, y, 2);
    logreg_options options = logreg_options_default();
    options.scaling = false;
    logreg_model *a = fit(X, y, N, 2, NULL);
    static const char *const solvers[] = {"newton", "lbfgs", "gd"};
    for (int i = 0; i < 3; i++) {
        options.solver = solvers[i];
        options.max_iter = 200000;
        logreg_model *b = fit(X, y, N, 2, &options);
        CU_ASSERT_TRUE(logreg_model_converged(b));
        same_coefficients(a, b, TOL_SAME_FIT);
        logreg_model_free(b);
    }
    logreg_model_free(a);
}

/* 3 and more decimals by hand: P, log-odds, class and accuracy belong together. */
static void predictions_belong_together(void)
{
    for (size_t classes = 2; classes <= 3; classes++) {
        double X[2 * N], y[N], P[3 * N], eta[3 * N], code[N], accuracy;
        sample(X, y, classes);
        logreg_model *m = fit(X, y, N, 2, NULL);
        size_t columns = classes == 2 ? 1 : classes, right = 0;
        gsl_matrix_view Xv = gsl_matrix_view_array(X, N, 2), Pv = gsl_matrix_view_array(P, N, classes);
        gsl_matrix_view ev = gsl_matrix_view_array(eta, N, columns);
        gsl_vector_view cv = gsl_vector_view_array(code, N), yv = gsl_vector_view_array(y, N);
        CU_ASSERT_EQUAL(logreg_predict_proba(m, &Xv.matrix, &Pv.matrix, NULL), LOGREG_OK);
        CU_ASSERT_EQUAL(logreg_decision_function(m, &Xv.matrix, &ev.matrix, NULL), LOGREG_OK);
        CU_ASSERT_EQUAL(logreg_predict(m, &Xv.matrix, &cv.vector, NULL), LOGREG_OK);
        CU_ASSERT_EQUAL(logreg_score(m, &Xv.matrix, &yv.vector, &accuracy, NULL), LOGREG_OK);
        for (size_t i = 0; i < N; i++) {
            size_t best = 0;
            for (size_t c = 1; c < classes; c++) {
                double log_odds = log(P[i * classes + c] / P[i * classes]),
                       want = logreg_model_coefficient(m, c, 0);
                for (size_t j = 0; j < 2; j++)
                    want += X[2 * i + j] * logreg_model_coefficient(m, c, j + 1);
                CU_ASSERT_TRUE(near_abs(log_odds, want, TOL_LONG));
                CU_ASSERT_TRUE(near_abs(eta[i * columns + (classes == 2 ? 0 : c)], want, TOL_LONG));
                best = P[i * classes + c] > P[i * classes + best] ? c : best;
            }
            CU_ASSERT_EQUAL(code[i], (double)best);
            right += code[i] == y[i];
        }
        CU_ASSERT_EQUAL(accuracy, (double)right / N);
        logreg_model_free(m);
    }
}

/* ---- Aliasing ---- */

typedef struct {
    const char *column, *formula;
    size_t aliased; /* column that is, of (Intercept), x1, x2, z */
    size_t parts;
    const char *part[3];
    double multiplier[3];
} alias_case;

/* z from x1 and x2 in several ways; the model keeps the earlier columns and says what the later is made of. */
static void aliased_columns_say_what_they_are_made_of(void)
{
    static const alias_case cases[] = {
        {"copy", "y ~ x1 + x2 + z", 3, 1, {"x1"}, {1}},
        {"sum", "y ~ x1 + x2 + z", 3, 2, {"x1", "x2"}, {2, -3}},
        {"shifted", "y ~ x1 + x2 + z", 3, 2, {"(Intercept)", "x2"}, {100, 0.5}},
        {"constant", "y ~ x1 + x2 + z", 3, 1, {"(Intercept)"}, {7}},
        {"zero", "y ~ x1 + x2 + z", 3, 0, {NULL}, {0}},
        {"huge", "y ~ x1 + x2 + z", 3, 2, {"(Intercept)", "x1"}, {1e9, 1e9}},
    };
    double X[2 * N], y[N], z[N];
    sample(X, y, 2);
    for (size_t i = 0; i < 2 * N; i++)
        X[i] = round(X[i] * 64) / 64; /* so that sums are exact */
    for (size_t c = 0; c < sizeof cases / sizeof *cases; c++) {
        for (size_t i = 0; i < N; i++) {
            double values[] = {X[2 * i],
                               2 * X[2 * i] - 3 * X[2 * i + 1],
                               100 + 0.5 * X[2 * i + 1],
                               7,
                               0,
                               1e9 + 1e9 * X[2 * i]};
            z[i] = values[c];
        }
        logreg_frame *frame = frame_of(X, y);
        CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(frame, "z", z, N, 1, NULL), LOGREG_OK);
        logreg_model *m = fit_frame(frame, cases[c].formula, NULL),
                     *plain = fit_frame(frame, "y ~ x1 + x2", NULL);
        CU_ASSERT_EQUAL(logreg_model_rank(m), 3);
        CU_ASSERT_TRUE(logreg_model_converged(m));
        for (size_t j = 0; j < 4; j++) {
            const char *const *names;
            const double *multipliers;
            size_t parts = logreg_model_alias(m, j, &names, &multipliers);
            logreg_coef_status status = logreg_model_coefficient_status(m, 1, j);
            if (j != cases[c].aliased) {
                CU_ASSERT_EQUAL(parts, 0);
                CU_ASSERT_EQUAL(status, LOGREG_COEF_OK);
                CU_ASSERT_EQUAL(logreg_model_coefficient(m, 1, j), logreg_model_coefficient(plain, 1, j));
                continue;
            }
            CU_ASSERT_EQUAL(status, LOGREG_COEF_ALIASED);
            CU_ASSERT_TRUE(isnan(logreg_model_coefficient(m, 1, j)));
            CU_ASSERT_TRUE(isnan(logreg_model_covariance(m, 1, j, 1, 0)));
            CU_ASSERT_EQUAL_FATAL(parts, cases[c].parts);
            for (size_t i = 0; i < parts; i++) {
                CU_ASSERT_TRUE(same_text(names[i], cases[c].part[i]));
                CU_ASSERT_TRUE(near_rel(multipliers[i], cases[c].multiplier[i], 1e-7));
            }
        }
        CU_ASSERT_EQUAL(logreg_model_df_residual(m), N - 3);
        logreg_model_free(m);
        logreg_model_free(plain);
        logreg_frame_free(frame);
    }
}

/* More columns than rows: the first n that are independent stay; the fit is then separated or saturated, never an error. */
static void more_columns_than_rows(void)
{
    double X[4 * 7], y[] = {0, 1, 0, 1};
    for (size_t i = 0; i < 28; i++)
        X[i] = sin((double)(i * i + 1));
    logreg_model *m = fit(X, y, 4, 7, NULL);
    CU_ASSERT_EQUAL(logreg_model_rank(m), 4);
    CU_ASSERT_FALSE(logreg_model_converged(m));
    logreg_model_free(m);
}

/* ---- Save and load ---- */

static void a_loaded_model_is_the_saved_one(void)
{
    for (size_t classes = 2; classes <= 3; classes++) {
        double X[2 * N], y[N], P[3 * N], Q[3 * N];
        const char *f[N];
        sample(X, y, classes);
        for (size_t i = 0; i < N; i++)
            f[i] = i % 3 ? "caf\xc3\xa9 \"noir\"" : "th\xc3\xa9";
        logreg_frame *frame = frame_of(X, y);
        CU_ASSERT_EQUAL_FATAL(logreg_frame_add_category(frame, "drink", f, N, NULL), LOGREG_OK);
        CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(frame, "twice", X, N, 2, NULL), LOGREG_OK);
        logreg_model *a = fit_frame(frame, "y ~ x1*drink + x2 + twice", NULL), *b = NULL;
        logreg_error err = {.message = ""};
        const char *path = "model-under-test.json";
        CU_ASSERT_EQUAL_FATAL(logreg_model_save(a, path, &err), LOGREG_OK);
        CU_ASSERT_EQUAL(logreg_model_load(&b, path, &err), LOGREG_OK);
        if (!b)
            printf("# %s\n", err.message);
        CU_ASSERT_PTR_NOT_NULL_FATAL(b);
        gsl_matrix_view Pv = gsl_matrix_view_array(P, N, classes), Qv = gsl_matrix_view_array(Q, N, classes);
        CU_ASSERT_EQUAL(logreg_predict_proba_frame(a, frame, &Pv.matrix, NULL), LOGREG_OK);
        CU_ASSERT_EQUAL(logreg_predict_proba_frame(b, frame, &Qv.matrix, NULL), LOGREG_OK);
        CU_ASSERT_EQUAL(memcmp(P, Q, classes * N * sizeof *P), 0);
        CU_ASSERT_TRUE(same_text(logreg_model_formula(a), logreg_model_formula(b)));
        CU_ASSERT_EQUAL(logreg_model_log_likelihood(a), logreg_model_log_likelihood(b));
        CU_ASSERT_TRUE(near_abs(logreg_model_auc(a), logreg_model_auc(b), 0));
        CU_ASSERT_EQUAL(logreg_model_alias(b, 4, NULL, NULL), logreg_model_alias(a, 4, NULL, NULL));
        same_coefficients(a, b, 0);
        logreg_model_free(a);
        logreg_model_free(b);
        logreg_frame_free(frame);
        remove(path);
    }
}

/* Without measures: the same fit to the bit, NaN where nothing was measured, and a file that keeps that. */
static void the_fit_alone(void)
{
    double X[2 * N], y[N];
    for (size_t classes = 2; classes <= 3; classes++) {
        sample(X, y, classes);
        logreg_options o = logreg_options_default();
        o.measures = false;
        logreg_model *whole = fit(X, y, N, 2, NULL), *alone = fit(X, y, N, 2, &o), *loaded = NULL;
        const char *path = "model-alone.json";
        CU_ASSERT_EQUAL_FATAL(logreg_model_save(alone, path, NULL), LOGREG_OK);
        CU_ASSERT_EQUAL_FATAL(logreg_model_load(&loaded, path, NULL), LOGREG_OK);
        for (int i = 0; i < 2; i++) {
            const logreg_model *m = i ? loaded : alone;
            logreg_variable v;
            same_coefficients(m, whole, 0);
            CU_ASSERT_EQUAL(logreg_model_log_likelihood(m), logreg_model_log_likelihood(whole));
            CU_ASSERT_EQUAL(logreg_model_bic(m), logreg_model_bic(whole));
            CU_ASSERT_EQUAL(logreg_inference_lr(m).statistic, logreg_inference_lr(whole).statistic);
            CU_ASSERT_TRUE(same_text(logreg_model_fingerprint(m), logreg_model_fingerprint(whole)));
            CU_ASSERT_TRUE(isnan(logreg_model_auc(m)) && isnan(logreg_model_auc_se(m)));
            CU_ASSERT_TRUE(isnan(logreg_model_brier(m)) && isnan(logreg_model_r2(m).tjur));
            CU_ASSERT_TRUE(isnan(logreg_inference_score(m).statistic));
            CU_ASSERT_EQUAL(logreg_model_variable(m, 1, &v), LOGREG_OK);
            CU_ASSERT_TRUE(isnan(v.mean) && isnan(v.min) && isnan(v.max));
        }
        o.score_test = true;
        logreg_model *asked = fit(X, y, N, 2, &o);
        CU_ASSERT_EQUAL(logreg_inference_score(asked).statistic, logreg_inference_score(whole).statistic);
        logreg_model_free(whole);
        logreg_model_free(alone);
        logreg_model_free(asked);
        logreg_model_free(loaded);
        remove(path);
    }
}

static void bad_models_are_refused(void)
{
    static const struct {
        const char *text, *message;
    } files[] = {
        {"", "bad.json:1:0: not a model: '[' or '{' expected near end of file"},
        {"{\"schema\":\"logreg.fit/1\"}",
         "'bad.json' is not a model that can be used: 'schema' should be logreg.model/1"},
        {"{\"schema\":\"logreg.model/2\"}", "'bad.json' is not a model that can be used: 'schema' is of "
                                            "another version than logreg.model/1; use the "
                                            "program that made it"},
        {"{\"schema\":\"logreg.model/1\",\"schema\":\"logreg.model/1\"}",
         "bad.json:1:35: not a model: duplicate object key near '\"schema\"'"},
        {"{\"schema\":\"logreg.model/1\"}",
         "'bad.json' is not a model that can be used: 'classes' should be a list"},
        {"{\"schema\":\"logreg.model/1\",\"classes\":[\"a\"]}",
         "'bad.json' is not a model that can be used: 'classes' should name two or more"},
        {"{\"schema\":\"logreg.model/1\",\"classes\":[\"a\",\"b\"],\"x\":1e999}",
         "bad.json:1:56: not a model: real number overflow near '1e999'"},
    };
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        FILE *out = fopen("bad.json", "w");
        CU_ASSERT_PTR_NOT_NULL_FATAL(out);
        fputs(files[i].text, out);
        fclose(out);
        logreg_model *m = NULL;
        logreg_error err = {.message = ""};
        CU_ASSERT_EQUAL(logreg_model_load(&m, "bad.json", &err), LOGREG_EDATA);
        CU_ASSERT_PTR_NULL(m);
        CU_ASSERT_TRUE(same_text(err.message, files[i].message));
    }
    remove("bad.json");
}

/* Every beginning of a model file, and the file with each of its bytes in turn replaced, is refused or loads: it never
 * crashes. */
static void damaged_models_do_no_harm(void)
{
    double X[2 * N], y[N];
    sample(X, y, 2);
    logreg_model *m = fit(X, y, N, 2, NULL);
    CU_ASSERT_EQUAL_FATAL(logreg_model_save(m, "whole.json", NULL), LOGREG_OK);
    logreg_model_free(m);
    FILE *in = fopen("whole.json", "r");
    static char text[1 << 16];
    size_t n = fread(text, 1, sizeof text, in);
    fclose(in);
    for (size_t cut = 0; cut < n; cut += 7) {
        logreg_model *loaded = NULL;
        FILE *out = fopen("part.json", "w");
        fwrite(text, 1, cut, out);
        fclose(out);
        CU_ASSERT_EQUAL(logreg_model_load(&loaded, "part.json", NULL), LOGREG_EDATA);
        char keep = text[cut];
        text[cut] = "9[x\"-"[cut % 5];
        out = fopen("part.json", "w");
        fwrite(text, 1, n, out);
        fclose(out);
        text[cut] = keep;
        if (logreg_model_load(&loaded, "part.json", NULL) == LOGREG_OK) {
            double P[2 * N];
            gsl_matrix_view Xv = gsl_matrix_view_array(X, N, 2), Pv = gsl_matrix_view_array(P, N, 2);
            logreg_predict_proba(loaded, &Xv.matrix, &Pv.matrix, NULL);
            logreg_model_free(loaded);
        }
    }
    remove("whole.json");
    remove("part.json");
}

static void files_that_cannot_be_used(void)
{
    double X[2 * N], y[N];
    sample(X, y, 2);
    logreg_model *m = fit(X, y, N, 2, NULL), *loaded = NULL;
    logreg_error err;
    CU_ASSERT_EQUAL(logreg_model_save(m, "no/such/folder/model.json", &err), LOGREG_EIO);
    CU_ASSERT_TRUE(
        same_text(err.message, "cannot write 'no/such/folder/model.json': No such file or directory"));
    CU_ASSERT_EQUAL(logreg_model_load(&loaded, "no-such-model.json", &err), LOGREG_EIO);
    CU_ASSERT_TRUE(same_text(err.message, "cannot read 'no-such-model.json': No such file or directory"));
    CU_ASSERT_EQUAL(logreg_model_load(&loaded, ".", &err), LOGREG_EIO);
    logreg_model_free(m);
}

/* ---- Errors at the doors ---- */

static void matrices_that_cannot_be_fitted(void)
{
    double X[] = {1, 2, 3, 4, 5, 6}, y[] = {0, 1, 0, 1, 0, 1};
    struct {
        size_t n, p, n_y;
        int bad; /* what is spoilt */
        logreg_status status;
        const char *message;
    } cases[] = {
        {6, 1, 5, 0, LOGREG_EINVAL, "y has 5 entries for 6 rows"},
        {6, 1, 6, 1, LOGREG_EINVAL, "X[2, 0] is nan; it must be finite"},
        {6, 1, 6, 2, LOGREG_EDATA, "y[3] is 0.5; classes are coded 0, 1, 2 and so on"},
        {6, 1, 6, 3, LOGREG_EDATA, "y[3] is -1; classes are coded 0, 1, 2 and so on"},
        {6, 1, 6, 4, LOGREG_EDATA, "no row has class 1, though there is a class 2"},
        {6, 1, 6, 5, LOGREG_EDATA,
         "the target 'y' has one class only, '0': a fit needs rows of at least two classes"},
        {6, 1, 6, 6, LOGREG_EINVAL, "there is no solver 'simplex'; there are newton, lbfgs, gd"},
        {6, 1, 6, 7, LOGREG_EINVAL, "tol is 0; it must be a positive number"},
        {6, 1, 6, 8, LOGREG_EINVAL, "momentum is 1; it must be at least 0 and less than 1"},
        {6, 1, 6, 9, LOGREG_EINVAL, "threads is -1; it must be positive, or 0 for one a processor"},
        {6, 1, 6, 10, LOGREG_EDATA,
         "row 2: the weight in column '(weights)' is -1; weights count rows and must be 0 or more"},
        {6, 1, 6, 11, LOGREG_EINVAL,
         "weights, offset, trials, positive, strata, clusters, sampling_weights and survey_strata name columns of a "
         "frame; give weight_values, offset_values and the like with a matrix"},
        {6, 1, 6, 12, LOGREG_EDATA, "y has codes up to 1e+06 but only 6 rows"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        double Xc[6], yc[6], w[] = {1, -1, 1, 1, 1, 1};
        memcpy(Xc, X, sizeof X);
        memcpy(yc, y, sizeof y);
        logreg_options options = logreg_options_default();
        gsl_vector_view wv = gsl_vector_view_array(w, 6);
        int bad = cases[i].bad;
        if (bad == 1)
            Xc[2] = NAN;
        if (bad >= 2 && bad <= 3)
            yc[3] = bad == 2 ? 0.5 : -1;
        for (int j = 0; j < 6 && (bad == 4 || bad == 5); j++)
            yc[j] = bad == 4 ? 2 * y[j] : 0;
        if (bad == 6)
            options.solver = "simplex";
        if (bad == 7)
            options.tol = 0;
        if (bad == 8)
            options.momentum = 1;
        if (bad == 9)
            options.threads = -1;
        if (bad == 10)
            options.weight_values = &wv.vector;
        if (bad == 11)
            options.weights = "w";
        if (bad == 12)
            yc[0] = 1e6;
        gsl_matrix_view Xv = gsl_matrix_view_array(Xc, cases[i].n, cases[i].p);
        gsl_vector_view yv = gsl_vector_view_array(yc, cases[i].n_y);
        logreg_model *m = NULL;
        logreg_error err = {.message = ""};
        CU_ASSERT_EQUAL(logreg_fit(&m, &Xv.matrix, &yv.vector, &options, &err), cases[i].status);
        CU_ASSERT_TRUE(same_text(err.message, cases[i].message));
        CU_ASSERT_EQUAL(logreg_fit(&m, &Xv.matrix, &yv.vector, &options, NULL), cases[i].status);
        CU_ASSERT_PTR_NULL(m);
    }
}

static void frames_that_cannot_be_fitted(void)
{
    static const double x[] = {1, 2, 3, 4}, share[] = {0.5, 0.1, 1, 0}, trials[] = {3, 3, 3, 2.5},
                        nothing[] = {NAN, NAN, NAN, NAN};
    static const double events[] = {1, 2, 4, 0}, y[] = {0, 1, 1, 0};
    static const char *const label[] = {"a", "b", "b", "a"}, *const same[] = {"a", "a", "a", "a"};
    logreg_frame *frame = NULL;
    bool ok = logreg_frame_new(&frame, NULL) == LOGREG_OK &&
              logreg_frame_add_numeric(frame, "x", x, 4, 1, NULL) == LOGREG_OK &&
              logreg_frame_add_numeric(frame, "share", share, 4, 1, NULL) == LOGREG_OK &&
              logreg_frame_add_numeric(frame, "trials", trials, 4, 1, NULL) == LOGREG_OK &&
              logreg_frame_add_numeric(frame, "events", events, 4, 1, NULL) == LOGREG_OK &&
              logreg_frame_add_numeric(frame, "y", y, 4, 1, NULL) == LOGREG_OK &&
              logreg_frame_add_numeric(frame, "nothing", nothing, 4, 1, NULL) == LOGREG_OK &&
              logreg_frame_add_category(frame, "label", label, 4, NULL) == LOGREG_OK &&
              logreg_frame_add_category(frame, "same", same, 4, NULL) == LOGREG_OK;
    CU_ASSERT_TRUE_FATAL(ok);
    static const struct {
        const char *formula, *positive, *weights, *trials, *message;
    } cases[] = {
        {"share ~ x", NULL, NULL, NULL,
         "row 1: the target 'share' holds 0.5: shares of events need the number of trials, so give counts of "
         "events "
         "and "
         "--trials"},
        {"events ~ x", NULL, NULL, "trials",
         "row 3: 4 events in column 'events' of 3 trials; events are whole numbers from 0 to the trials"},
        {"y ~ x", NULL, NULL, "trials", "row 4: 2.5 trials in column 'trials'; trials are whole numbers"},
        {"label ~ x", "c", NULL, NULL, "the target 'label' has no class 'c'; it has 'a' and 'b'"},
        {"label ~ x", NULL, "label", NULL,
         "column 'label' cannot give the weights: it holds text, not numbers"},
        {"label ~ x", NULL, "wieght", NULL, "there is no column 'wieght' to take the weights from"},
        {"label ~ x", NULL, NULL, "trails",
         "there is no column 'trails' to take the trials from; did you mean 'trials'?"},
        {"label ~ x + nothing", NULL, NULL, NULL,
         "no rows are left to fit: each of the 4 has a missing value, 4 of them in column 'nothing'; leave "
         "it out with --exclude 'nothing', or out of the formula"},
        {"same ~ x", NULL, NULL, NULL,
         "the target 'same' has one class only, 'a': a fit needs rows of at least two classes"},
        {"label ~ 0", NULL, NULL, NULL,
         "the formula leaves neither a term nor an intercept: there is nothing to estimate"},
        {"label ~ x", NULL, NULL, "trials",
         "with trials the target counts events, but column 'label' holds text"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        logreg_options options = logreg_options_default();
        options.positive = cases[i].positive;
        options.weights = cases[i].weights;
        options.trials = cases[i].trials;
        logreg_model *m = NULL;
        logreg_error err = {.message = ""};
        CU_ASSERT_NOT_EQUAL(logreg_fit_formula(&m, frame, cases[i].formula, &options, &err), LOGREG_OK);
        CU_ASSERT_TRUE(same_text(err.message, cases[i].message));
        CU_ASSERT_PTR_NULL(m);
    }
    logreg_frame_free(frame);
}

static void predictions_that_cannot_be_made(void)
{
    static const double x[] = {1, 2, 3, 4, 5, 6};
    static const char *const f[] = {"a", "b", "c", "a", "b", "c"}, *const y[] = {"n", "y", "n",
                                                                                 "y", "y", "n"};
    static const char *const g[] = {"a", "d", "c", "a", "e", "c"};
    logreg_frame *frame = NULL, *other = NULL, *fewer = NULL, *text = NULL;
    bool ok = logreg_frame_new(&frame, NULL) == LOGREG_OK &&
              logreg_frame_add_numeric(frame, "x", x, 6, 1, NULL) == LOGREG_OK &&
              logreg_frame_add_category(frame, "f", f, 6, NULL) == LOGREG_OK &&
              logreg_frame_add_category(frame, "y", y, 6, NULL) == LOGREG_OK &&
              logreg_frame_new(&other, NULL) == LOGREG_OK &&
              logreg_frame_add_category(other, "f", g, 6, NULL) == LOGREG_OK &&
              logreg_frame_add_numeric(other, "x", x, 6, 1, NULL) == LOGREG_OK &&
              logreg_frame_new(&fewer, NULL) == LOGREG_OK &&
              logreg_frame_add_numeric(fewer, "x", x, 6, 1, NULL) == LOGREG_OK &&
              logreg_frame_new(&text, NULL) == LOGREG_OK &&
              logreg_frame_add_category(text, "x", f, 6, NULL) == LOGREG_OK &&
              logreg_frame_add_category(text, "f", f, 6, NULL) == LOGREG_OK;
    CU_ASSERT_TRUE_FATAL(ok);
    logreg_model *m = fit_frame(frame, "y ~ x + f", NULL);
    double P[12];
    gsl_matrix_view Pv = gsl_matrix_view_array(P, 6, 2), small = gsl_matrix_view_array(P, 5, 2);
    logreg_error err;
    CU_ASSERT_EQUAL(logreg_predict_proba_frame(m, other, &Pv.matrix, &err), LOGREG_EDATA);
    CU_ASSERT_TRUE(
        same_text(err.message,
                  "row 2: column 'f' has levels that the model never saw: 'd', 'e'; it knows 'a', 'b', 'c'"));
    CU_ASSERT_EQUAL(logreg_predict_proba_frame(m, fewer, &Pv.matrix, &err), LOGREG_EDATA);
    CU_ASSERT_TRUE(same_text(err.message, "the data lack column 'f', which the model needs"));
    CU_ASSERT_EQUAL(logreg_predict_proba_frame(m, text, &Pv.matrix, &err), LOGREG_EDATA);
    CU_ASSERT_TRUE(same_text(err.message, "column 'x' holds text, but the model knows it as a number"));
    CU_ASSERT_EQUAL(logreg_predict_proba_frame(m, frame, &small.matrix, &err), LOGREG_EINVAL);
    CU_ASSERT_TRUE(same_text(err.message, "the result is 5 x 2; it needs room for 6 x 2"));
    gsl_matrix_const_view Xv = gsl_matrix_const_view_array(x, 6, 1);
    CU_ASSERT_EQUAL(logreg_predict_proba(m, &Xv.matrix, &Pv.matrix, &err), LOGREG_EINVAL);
    logreg_model_free(m);
    logreg_frame_free(frame);
    logreg_frame_free(other);
    logreg_frame_free(fewer);
    logreg_frame_free(text);
}

static void rows_with_missing_values_predict_nan(void)
{
    double X[2 * N], y[N], P[2 * N];
    sample(X, y, 2);
    logreg_frame *frame = frame_of(X, y);
    logreg_model *m = fit_frame(frame, "y ~ x1 + x2", NULL);
    X[20] = NAN;
    logreg_frame *holes = frame_of(X, y);
    gsl_matrix_view Pv = gsl_matrix_view_array(P, N, 2);
    CU_ASSERT_EQUAL(logreg_predict_proba_frame(m, holes, &Pv.matrix, NULL), LOGREG_OK);
    for (size_t i = 0; i < N; i++)
        CU_ASSERT_EQUAL(!isnan(P[2 * i]), i != 10);
    logreg_model *fewer = fit_frame(holes, "y ~ x1 + x2", NULL);
    CU_ASSERT_EQUAL(logreg_model_rows_read(fewer), N);
    CU_ASSERT_EQUAL(logreg_model_rows_used(fewer), N - 1);
    logreg_variable v;
    CU_ASSERT_EQUAL(logreg_model_variable(fewer, 0, &v), LOGREG_OK);
    CU_ASSERT_EQUAL(v.n_missing, 1);
    logreg_model_free(m);
    logreg_model_free(fewer);
    logreg_frame_free(frame);
    logreg_frame_free(holes);
}

static void the_event_can_be_chosen(void)
{
    double X[2 * N], y[N];
    sample(X, y, 2);
    logreg_frame *frame = frame_of(X, y);
    logreg_options options = logreg_options_default();
    options.positive = "0";
    logreg_model *a = fit_frame(frame, "y ~ x1 + x2", NULL), *b = fit_frame(frame, "y ~ x1 + x2", &options);
    CU_ASSERT_TRUE(same_text(logreg_model_class(a, 1), "1"));
    CU_ASSERT_TRUE(same_text(logreg_model_class(b, 1), "0"));
    for (size_t j = 0; j < 3; j++)
        CU_ASSERT_TRUE(
            near_rel(logreg_model_coefficient(a, 1, j), -logreg_model_coefficient(b, 1, j), TOL_SAME_FIT));
    logreg_model_free(a);
    logreg_model_free(b);
    logreg_frame_free(frame);
}

/* ---- Memory ---- */

static bool whole_life(void *context)
{
    const logreg_frame *frame = context;
    logreg_model *m = NULL, *loaded = NULL;
    double P[2 * N] = {-1};
    gsl_matrix_view Pv = gsl_matrix_view_array(P, N, 2);
    logreg_options options = logreg_options_default();
    options.threads = 1;
    logreg_status status = logreg_fit_formula(&m, frame, "y ~ x1 + x2 + twice + f", &options, NULL);
    if (status == LOGREG_OK)
        status = logreg_predict_proba_frame(m, frame, &Pv.matrix, NULL);
    if (status == LOGREG_ENOMEM && P[0] != -1)
        return false;
    if (status == LOGREG_OK)
        status = logreg_model_save(m, "memory.json", NULL);
    if (status == LOGREG_OK)
        status = logreg_model_load(&loaded, "memory.json", NULL);
    logreg_model_free(m);
    logreg_model_free(loaded);
    return status == LOGREG_OK || status == LOGREG_ENOMEM;
}

static void failing_allocations(void)
{
    double X[2 * N], y[N];
    const char *f[N];
    sample(X, y, 2);
    for (size_t i = 0; i < N; i++)
        f[i] = i % 2 ? "odd" : "even";
    logreg_frame *frame = frame_of(X, y);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(frame, "twice", X, N, 2, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_category(frame, "f", f, N, NULL), LOGREG_OK);
    CU_ASSERT_TRUE(oom_each(whole_life, frame));
    remove("memory.json");
    logreg_frame_free(frame);
}

/* Distances of 1e-300 beside one of 1e100: no rounding tells whether the classes overlap. */
static void what_cannot_be_decided_is_said(void)
{
    double X[] = {1e-300, 2e-300, 3e-300, 4e-300, 1e100}, y[] = {0, 1, 0, 1, 0};
    logreg_model *m = fit(X, y, 5, 1, NULL), *back = NULL;
    CU_ASSERT_TRUE(logreg_model_undecided(m));
    CU_ASSERT_FALSE(logreg_model_converged(m));
    CU_ASSERT_EQUAL(logreg_model_separation(m), LOGREG_SEPARATION_NONE);
    char path[] = "/tmp/logreg-undecided-XXXXXX";
    CU_ASSERT_NOT_EQUAL_FATAL(mkstemp(path), -1);
    CU_ASSERT_EQUAL_FATAL(logreg_model_save(m, path, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_model_load(&back, path, NULL), LOGREG_OK);
    remove(path);
    CU_ASSERT_TRUE(logreg_model_undecided(back));
    logreg_model_free(back);
    logreg_model_free(m);
    X[4] = 5e-300;
    for (int i = 0; i < 5; i++)
        X[i] *= 1e300;
    m = fit(X, y, 5, 1, NULL);
    CU_ASSERT_FALSE(logreg_model_undecided(m));
    CU_ASSERT_TRUE(logreg_model_converged(m));
    logreg_model_free(m);
}

/* Within reach of doubles scales do not matter; beyond, a variance would be 0 or infinite, and the fit is refused. */
static void scales_beyond_doubles_are_refused(void)
{
    static const struct {
        double scale;
        const char *want;
    } cases[] = {
        {1e100, NULL},
        {1e-100, NULL},
        {1e200,
         "the standard deviation of 'x1' is 1.4e+200: its coefficient's variance would be beyond what a "
         "double holds; multiply it by a constant so that it lies between 1e-120 and 1e120"},
        {1e-200,
         "the standard deviation of 'x1' is 1.4e-200: its coefficient's variance would be beyond what a "
         "double holds; multiply it by a constant so that it lies between 1e-120 and 1e120"},
        {3e307,
         "the standard deviation of 'x1' is beyond 1e308: its coefficient's variance would be beyond what "
         "a double holds; multiply it by a constant so that it lies between 1e-120 and 1e120"},
    };
    static const double y[] = {0, 1, 0, 1, 1};
    double plain[] = {1, 2, 3, 4, 5};
    logreg_model *unit = fit(plain, y, 5, 1, NULL);
    double beta = logreg_model_coefficient(unit, 1, 1), se = sqrt(logreg_model_covariance(unit, 1, 1, 1, 1));
    logreg_model_free(unit);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        double X[5], scale = cases[i].scale;
        for (int r = 0; r < 5; r++)
            X[r] = plain[r] * scale;
        gsl_matrix_const_view Xv = gsl_matrix_const_view_array(X, 5, 1);
        gsl_vector_const_view yv = gsl_vector_const_view_array(y, 5);
        logreg_model *m = NULL;
        logreg_error err = {.message = ""};
        logreg_status status = logreg_fit(&m, &Xv.matrix, &yv.vector, NULL, &err);
        CU_ASSERT_EQUAL(status, cases[i].want ? LOGREG_EDATA : LOGREG_OK);
        if (cases[i].want)
            CU_ASSERT_TRUE(same_text(err.message, cases[i].want));
        if (!m)
            continue;
        CU_ASSERT_TRUE(near_rel(logreg_model_coefficient(m, 1, 1) * scale, beta, 1e-12));
        CU_ASSERT_TRUE(near_rel(sqrt(logreg_model_covariance(m, 1, 1, 1, 1)) * scale, se, 1e-12));
        logreg_model_free(m);
    }
}

const test_case tests[] = {
    {"matrix and formula agree to the bit", matrix_and_formula_agree_to_the_bit},
    {"strides do not matter", strides_do_not_matter},
    {"weights count rows", weights_count_rows},
    {"groups are their rows", groups_are_their_rows},
    {"offsets move the intercept", offsets_move_the_intercept},
    {"raw steps reach the same fit", raw_steps_reach_the_same_fit},
    {"predictions belong together", predictions_belong_together},
    {"aliased columns say what they are made of", aliased_columns_say_what_they_are_made_of},
    {"more columns than rows", more_columns_than_rows},
    {"a loaded model is the saved one", a_loaded_model_is_the_saved_one},
    {"the fit alone", the_fit_alone},
    {"bad models are refused", bad_models_are_refused},
    {"damaged models do no harm", damaged_models_do_no_harm},
    {"files that cannot be used", files_that_cannot_be_used},
    {"matrices that cannot be fitted", matrices_that_cannot_be_fitted},
    {"frames that cannot be fitted", frames_that_cannot_be_fitted},
    {"predictions that cannot be made", predictions_that_cannot_be_made},
    {"rows with missing values predict NaN", rows_with_missing_values_predict_nan},
    {"the event can be chosen", the_event_can_be_chosen},
    {"what cannot be decided is said", what_cannot_be_decided_is_said},
    {"scales beyond doubles are refused", scales_beyond_doubles_are_refused},
    {"failing allocations", failing_allocations},
    {NULL, NULL},
};
