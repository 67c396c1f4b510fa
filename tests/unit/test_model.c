/* The fit of a model: two doors and one answer, what weights, groups and offsets mean, aliasing. */
#include "harness.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <logreg/inference.h>
#include <logreg/model.h>

#include "frames.h"
#include "oom.h"
#include "sample.h"

/* Two fits of the same likelihood by sums in another order. */
#define TOL_SAME_FIT 1e-9

enum { N = SAMPLE_ROWS };

static void matrix_and_formula_agree_to_the_bit(void)
{
    for (size_t classes = 2; classes <= 3; classes++) {
        double X[2 * N], y[N];
        sample(X, y, classes);
        logreg_frame *frame = sample_frame(X, y);
        logreg_model *a = fit_rows(X, y, N, 2, NULL), *b = fit_frame(frame, "y ~ x1 + x2", NULL);
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
    logreg_model *a = fit_rows(X, y, N, 2, NULL), *b = NULL;
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
    logreg_model *a = fit_rows(X, y, N, 2, &options), *b = fit_rows(X2, y2, n, 2, NULL);
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
    logreg_model *a = fit_frame(frame, "events ~ .", &options), *b = fit_rows(x, y, n, 1, NULL);
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
    logreg_model *a = fit_rows(X, y, N, 2, &options), *b = fit_rows(X, y, N, 2, NULL);
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
    logreg_model *a = fit_rows(X, y, N, 2, NULL);
    static const char *const solvers[] = {"newton", "lbfgs", "gd"};
    for (int i = 0; i < 3; i++) {
        options.solver = solvers[i];
        options.max_iter = 200000;
        logreg_model *b = fit_rows(X, y, N, 2, &options);
        CU_ASSERT_TRUE(logreg_model_converged(b));
        same_coefficients(a, b, TOL_SAME_FIT);
        logreg_model_free(b);
    }
    logreg_model_free(a);
}

static void the_event_can_be_chosen(void)
{
    double X[2 * N], y[N];
    sample(X, y, 2);
    logreg_frame *frame = sample_frame(X, y);
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

/* Without measures: the same fit to the bit, NaN where nothing was measured, and a file that keeps that. */
static void the_fit_alone(void)
{
    double X[2 * N], y[N];
    for (size_t classes = 2; classes <= 3; classes++) {
        sample(X, y, classes);
        logreg_options o = logreg_options_default();
        o.measures = false;
        logreg_model *whole = fit_rows(X, y, N, 2, NULL), *alone = fit_rows(X, y, N, 2, &o), *loaded = NULL;
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
        logreg_model *asked = fit_rows(X, y, N, 2, &o);
        CU_ASSERT_EQUAL(logreg_inference_score(asked).statistic, logreg_inference_score(whole).statistic);
        logreg_model_free(whole);
        logreg_model_free(alone);
        logreg_model_free(asked);
        logreg_model_free(loaded);
        remove(path);
    }
}

/* Distances of 1e-300 beside one of 1e100: no rounding tells whether the classes overlap. */
static void what_cannot_be_decided_is_said(void)
{
    double X[] = {1e-300, 2e-300, 3e-300, 4e-300, 1e100}, y[] = {0, 1, 0, 1, 0};
    logreg_model *m = fit_rows(X, y, 5, 1, NULL), *back = NULL;
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
    m = fit_rows(X, y, 5, 1, NULL);
    CU_ASSERT_FALSE(logreg_model_undecided(m));
    CU_ASSERT_TRUE(logreg_model_converged(m));
    logreg_model_free(m);
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
        logreg_frame *frame = sample_frame(X, y);
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
/* Seconds over ten years, at which things began and ended a few seconds later: one says all but nothing that the other does not. The difference in its own column has
 * the coefficient to the digits that the larger one leaves, about 1e9 times 1e-16 of it. */
static void differences_of_large_numbers(void)
{
    enum { CALLS = 40 };
    static const double lasted[CALLS] = {3,  9, 14, 2, 7,  11, 5,  18, 1,  6, 12, 4,  16, 8,
                                         10, 2, 13, 5, 19, 7,  4,  15, 1,  9, 6,  17, 3,  8,
                                         11, 2, 14, 5, 10, 7,  12, 1,  18, 4, 6,  9};
    double start[CALLS], end[CALLS], y[CALLS];
    for (size_t i = 0; i < CALLS; i++) {
        start[i] = 1.4e9 + 7919.0 * 1009 * (double)((i * 17) % CALLS);
        end[i] = start[i] + lasted[i];
        y[i] = lasted[i] + (double)((i * 7) % 11) > 12;
    }
    logreg_frame *frame = frame_of_two(start, end, 1, y, CALLS);
    logreg_model *both = fit_frame(frame, "y ~ x1 + x2", NULL),
                 *own = fit_frame(frame, "y ~ x1 + I(x2 - x1)", NULL);
    CU_ASSERT_EQUAL(logreg_model_rank(both), 3);
    CU_ASSERT_TRUE(logreg_model_converged(both));
    CU_ASSERT_TRUE(near_rel(logreg_model_coefficient(both, 1, 2), logreg_model_coefficient(own, 1, 2), 1e-6));
    CU_ASSERT_TRUE(near_rel(logreg_model_deviance(both), logreg_model_deviance(own), TOL_SAME_FIT));
    logreg_model_free(both);
    logreg_model_free(own);
    logreg_frame_free(frame);
}

static void more_columns_than_rows(void)
{
    double X[4 * 7], y[] = {0, 1, 0, 1};
    for (size_t i = 0; i < 28; i++)
        X[i] = sin((double)(i * i + 1));
    logreg_model *m = fit_rows(X, y, 4, 7, NULL);
    CU_ASSERT_EQUAL(logreg_model_rank(m), 4);
    CU_ASSERT_FALSE(logreg_model_converged(m));
    logreg_model_free(m);
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
    logreg_frame *frame = sample_frame(X, y);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(frame, "twice", X, N, 2, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_category(frame, "f", f, N, NULL), LOGREG_OK);
    CU_ASSERT_TRUE(oom_each(whole_life, frame));
    remove("memory.json");
    logreg_frame_free(frame);
}

const test_case tests[] = {
    {"matrix and formula agree to the bit", matrix_and_formula_agree_to_the_bit},
    {"strides do not matter", strides_do_not_matter},
    {"weights count rows", weights_count_rows},
    {"groups are their rows", groups_are_their_rows},
    {"offsets move the intercept", offsets_move_the_intercept},
    {"raw steps reach the same fit", raw_steps_reach_the_same_fit},
    {"aliased columns say what they are made of", aliased_columns_say_what_they_are_made_of},
    {"differences of large numbers", differences_of_large_numbers},
    {"more columns than rows", more_columns_than_rows},
    {"the fit alone", the_fit_alone},
    {"the event can be chosen", the_event_can_be_chosen},
    {"what cannot be decided is said", what_cannot_be_decided_is_said},
    {"failing allocations", failing_allocations},
    {NULL, NULL},
};
