/* Fits by Firth's penalised likelihood, FLIC and FLAC: against 60 digits, with weights, and of data that are hard. */
#include "harness.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <logreg.h>

#include "base/random.h"
#include "frames.h"
#include "reference_file.h"

/* In standard errors; relative. */
#define TOL_ESTIMATE 1e-10
#define TOL_STD_ERROR 1e-9
#define TOL_VALUE 1e-12
#define TOL_END 1e-9

/* ---- Against 60 digits ---- */

static logreg_options options_of(const reference_case *c, const char *penalty)
{
    logreg_options o = firth_options(penalty);
    o.weights = or_null(c->weights);
    o.offset = or_null(c->offset);
    o.trials = or_null(c->trials);
    o.positive = or_null(c->positive);
    return o;
}

/* Linear predictor and column of the i-th coefficient that is not aliased. */
static void find(size_t *k, size_t *j, const logreg_model *m, size_t i)
{
    size_t p = logreg_model_coefficients(m);
    for (size_t at = 0;; at++) {
        *k = at / p + 1;
        *j = at % p;
        if (logreg_model_coefficient_status(m, *k, *j) == LOGREG_COEF_OK && i-- == 0)
            return;
    }
}

static bool firth_agrees(const reference_case *c, const logreg_model *m)
{
    bool ok = logreg_model_converged(m) && logreg_model_newton_decrement(m) < 1e-10;
    for (size_t i = 0; i < c->n_coefficients; i++) {
        const reference_coefficient *want = &c->coefficient[i];
        size_t k, j;
        find(&k, &j, m, i);
        ok = k == want->k && same_text(logreg_model_coefficient_name(m, j), want->name) && ok;
        ok =
            near_abs(logreg_model_coefficient(m, k, j), want->estimate, TOL_ESTIMATE * want->std_error) && ok;
        ok = near_rel(error_of(m, k, j), want->std_error, TOL_STD_ERROR) && ok;
    }
    double size = fabs(logreg_model_null_log_likelihood(m)) + fabs(reference_value(c, "penalised", 0));
    ok = near_abs(logreg_model_penalised_log_likelihood(m), reference_value(c, "penalised", 0),
                  TOL_VALUE * size) &&
         ok;
    ok = near_abs(logreg_model_null_penalised_log_likelihood(m), reference_value(c, "null_penalised", 0),
                  TOL_VALUE * size) &&
         ok;
    ok =
        near_abs(logreg_model_log_likelihood(m), reference_value(c, "log_likelihood", 0), 1e-10 * size) && ok;
    logreg_test lr = logreg_inference_lr(m);
    if (!isnan(reference_value(c, "lr", 0)))
        ok = near_abs(lr.statistic, reference_value(c, "lr", 0), 4 * TOL_VALUE * size) &&
             near_abs(lr.df, reference_value(c, "lr", 1), 0) &&
             near_rel(lr.p, reference_value(c, "lr", 2), 1e-10 * (1 + lr.statistic)) && ok;
    return ok && isnan(logreg_model_aic(m)) && isnan(logreg_model_bic(m)) &&
           isnan(logreg_model_r2(m).mcfadden) && isnan(logreg_inference_score(m).statistic);
}

/* Estimates and standard errors of flic or flac; false too where the case tells none. */
static bool variant_agrees(const reference_case *c, const char *name, const logreg_model *m)
{
    bool ok = logreg_model_converged(m);
    for (size_t i = 0; i < c->n_coefficients; i++) {
        char key[24];
        size_t k, j;
        find(&k, &j, m, i);
        snprintf(key, sizeof key, "%s%zu", name, i);
        double error = reference_value(c, key, 1);
        ok = near_abs(logreg_model_coefficient(m, k, j), reference_value(c, key, 0), TOL_ESTIMATE * error) &&
             ok;
        ok = near_rel(error_of(m, k, j), error, TOL_STD_ERROR) && ok;
    }
    return ok;
}

static bool augmented_agrees(const reference_case *c, const logreg_model *m)
{
    bool ok = true;
    for (size_t i = 0; i < c->n_coefficients; i++) {
        char key[24];
        size_t k, j;
        find(&k, &j, m, i);
        snprintf(key, sizeof key, "augmented%zu", i);
        ok = near_abs(logreg_model_coefficient(m, k, j), c->coefficient[i].estimate,
                      TOL_ESTIMATE * c->coefficient[i].std_error) &&
             ok;
        ok = near_rel(error_of(m, k, j), reference_value(c, key, 0), TOL_STD_ERROR) && ok;
    }
    return ok;
}

static bool profiles_agree(const reference_case *c, const logreg_model *m, const logreg_frame *frame)
{
    size_t p = logreg_model_coefficients(m), q = p * (logreg_model_classes(m) - 1);
    logreg_study *study = NULL;
    logreg_profile *got = malloc(q * sizeof *got);
    bool ok = logreg_study_new(&study, m, frame, 0, NULL) == LOGREG_OK &&
              logreg_study_profile(got, study, 0.95, NULL) == LOGREG_OK;
    for (size_t i = 0; ok && i < c->n_profiles; i++) {
        const reference_profile *want = &c->profile[i];
        size_t k, j;
        find(&k, &j, m, i);
        const logreg_profile *have = &got[(k - 1) * p + j];
        double se = c->coefficient[i].std_error;
        bool good = near_abs(have->low, want->low, TOL_END * se) &&
                    near_abs(have->high, want->high, TOL_END * se) &&
                    near_abs(have->statistic, want->statistic, 1e-11 * (want->statistic + 10)) &&
                    near_rel(have->p, want->p, 1e-10 * (want->statistic + 10));
        if (!good)
            printf("# profile of %s\n", want->name);
        ok = ok && good;
    }
    free(got);
    logreg_study_free(study);
    return ok;
}

static logreg_model *fit_case(const reference_case *c, const logreg_frame *frame, const char *penalty)
{
    logreg_options o = options_of(c, penalty);
    return fit_frame(frame, c->formula, &o);
}

static bool case_agrees(const reference_case *c, const logreg_frame *frame)
{
    logreg_model *m = fit_case(c, frame, "firth");
    bool ok = firth_agrees(c, m);
    if (c->n_profiles)
        ok = profiles_agree(c, m, frame) && ok;
    logreg_model_free(m);
    static const char *const variant[] = {"flic", "flac"};
    for (int i = 0; i < 2; i++) {
        char first[24];
        snprintf(first, sizeof first, "%s0", variant[i]);
        if (isnan(reference_value(c, first, 0)))
            continue;
        m = fit_case(c, frame, variant[i]);
        ok = variant_agrees(c, variant[i], m) && ok;
        logreg_model_free(m);
    }
    if (isnan(reference_value(c, "augmented0", 0)))
        return ok;
    logreg_options o = options_of(c, "firth");
    o.firth_se = "augmented";
    m = fit_frame(frame, c->formula, &o);
    ok = augmented_agrees(c, m) && ok;
    logreg_model_free(m);
    return ok;
}

static void reference(void)
{
    static reference_case c;
    FILE *file = fopen(source_path("tests/reference/firth.txt"), "r");
    CU_ASSERT_PTR_NOT_NULL_FATAL(file);
    int count = 0, profiles = 0;
    for (; reference_next(&c, file); count++) {
        /* Four times as dear as all others together. */
        if (SANITIZED && strcmp(c.name, "iris, separated") == 0)
            continue;
        logreg_frame *frame = frame_of_file(c.file);
        bool ok = case_agrees(&c, frame);
        if (!ok)
            printf("# in case %s\n", c.name);
        CU_ASSERT_TRUE(ok);
        profiles += c.n_profiles > 0;
        logreg_frame_free(frame);
    }
    fclose(file);
    CU_ASSERT_TRUE(count >= 14);
    CU_ASSERT_TRUE(profiles >= 8);
}

/* ---- Rows that count several times ---- */

enum { DISTINCT = 600, WIDE = 80, COPIES = 8 };

/* DISTINCT rows of normal numbers, drawn anew each time alike; each `copies` times as rows, or as a weight. The weighted table has rows
 * of weight 0 too. */
static logreg_model *fit_copies(size_t copies, bool weighted, size_t p, const char *penalty, int threads)
{
    size_t each = weighted ? 1 : copies, n = DISTINCT * each + weighted;
    gsl_matrix *X = gsl_matrix_calloc(n, p);
    gsl_vector *y = gsl_vector_calloc(n), *w = gsl_vector_calloc(n);
    logreg__random random;
    logreg__random_init(&random, 7, 0);
    for (size_t i = 0; i < DISTINCT; i++) {
        double eta = -1, row[WIDE];
        for (size_t j = 0; j < p; j++) {
            row[j] = logreg__random_normal(&random);
            eta += row[j] / sqrt((double)p);
        }
        double event = logreg__random_uniform(&random) < 1 / (1 + exp(-eta));
        for (size_t r = i * each; r < (i + 1) * each; r++) {
            memcpy(X->data + r * X->tda, row, p * sizeof *row);
            y->data[r] = event;
            w->data[r] = (double)copies;
        }
    }
    logreg_options o = firth_options(penalty);
    o.threads = threads;
    o.weight_values = weighted ? w : NULL;
    logreg_model *m = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_fit(&m, X, y, &o, NULL), LOGREG_OK);
    gsl_matrix_free(X);
    gsl_vector_free(y);
    gsl_vector_free(w);
    return m;
}

static bool same_fit(const logreg_model *a, const logreg_model *b, double tolerance)
{
    bool ok = logreg_model_converged(a) && logreg_model_converged(b);
    for (size_t j = 0; j < logreg_model_coefficients(a); j++) {
        double se = error_of(a, 1, j);
        ok = near_abs(logreg_model_coefficient(b, 1, j), logreg_model_coefficient(a, 1, j), tolerance * se) &&
             ok;
        ok = near_rel(error_of(b, 1, j), se, fmax(tolerance, 1e-12)) && ok;
    }
    return ok && near_rel(logreg_model_penalised_log_likelihood(b), logreg_model_penalised_log_likelihood(a),
                          1e-12);
}

static void one_thread_agrees(const logreg_model *two)
{
    logreg_model *one = fit_copies(COPIES, false, WIDE, "firth", 1);
    for (size_t j = 0; j <= WIDE; j++)
        CU_ASSERT_EQUAL(logreg_model_coefficient(one, 1, j), logreg_model_coefficient(two, 1, j));
    logreg_model_free(one);
}

/* Weights are copies, and threads change no bit. Of 80 columns, 4,800 rows are so many that second derivatives are not taken: the solver goes another way. */
static void copies(void)
{
    static const char *const penalty[] = {"firth", "flic", "flac"};
    for (size_t i = 0; i < 3; i++) {
        logreg_model *rows = fit_copies(3, false, 4, penalty[i], 0),
                     *weights = fit_copies(3, true, 4, penalty[i], 0);
        CU_ASSERT_TRUE(same_fit(rows, weights, 1e-10));
        logreg_model_free(rows);
        logreg_model_free(weights);
        if (i == 1)
            continue;
        rows = fit_copies(COPIES, false, WIDE, penalty[i], 2);
        weights = fit_copies(COPIES, true, WIDE, penalty[i], 0);
        CU_ASSERT_TRUE(same_fit(rows, weights, 1e-9));
        if (i == 0)
            one_thread_agrees(rows);
        logreg_model_free(rows);
        logreg_model_free(weights);
    }
    logreg_model *plain = fit_copies(COPIES, true, WIDE, "none", 0),
                 *firth = fit_copies(COPIES, true, WIDE, "firth", 0);
    double apart = logreg_model_coefficient(plain, 1, 3) - logreg_model_coefficient(firth, 1, 3);
    CU_ASSERT_TRUE(fabs(apart) > 1e-5 * error_of(plain, 1, 3));
    logreg_model_free(plain);
    logreg_model_free(firth);
}

/* ---- Data that are hard ---- */

/* Units do not matter: columns times powers far apart, and far from 0. Jeffreys' penalty moves by a constant. */
static void units(void)
{
    logreg_frame *plain = frame_toy_a();
    double x1[8], x2[8], y[8] = {0, 0, 0, 0, 1, 1, 1, 1};
    static const double a[8] = {1, 2, 3, 3, 5, 6, 10, 11}, b[8] = {3, 2, -1, -1, 2, 4, 1, 0};
    for (int i = 0; i < 8; i++) {
        x1[i] = 1e9 * a[i];
        x2[i] = 1e-12 * b[i] + 1e-9;
    }
    logreg_frame *scaled = frame_of_two(x1, x2, 1, y, 8);
    logreg_options o = firth_options("firth");
    logreg_model *m = fit_frame(plain, "y ~ x1 + x2", &o), *far = fit_frame(scaled, "y ~ x1 + x2", &o);
    CU_ASSERT_TRUE(
        near_rel(logreg_model_coefficient(far, 1, 1) * 1e9, logreg_model_coefficient(m, 1, 1), 1e-10));
    CU_ASSERT_TRUE(
        near_rel(logreg_model_coefficient(far, 1, 2) * 1e-12, logreg_model_coefficient(m, 1, 2), 1e-9));
    CU_ASSERT_TRUE(near_rel(error_of(far, 1, 2) * 1e-12, error_of(m, 1, 2), 1e-9));
    CU_ASSERT_TRUE(
        near_abs(logreg_model_penalised_log_likelihood(far) - logreg_model_penalised_log_likelihood(m),
                 log(1e9) + log(1e-12), 1e-8));
    o.scaling = false;
    logreg_model *raw = fit_frame(plain, "y ~ x1 + x2", &o);
    CU_ASSERT_TRUE(same_fit(m, raw, 1e-9));
    logreg_model_free(raw);
    logreg_model_free(m);
    logreg_model_free(far);
    logreg_frame_free(plain);
    logreg_frame_free(scaled);
}

/* Thirty collinear columns that separate the classes: the rounding of log|H| is above that of the likelihood, and steps near the end are
 * judged without it. Under sanitizers, ten of them. */
static void collinear(void)
{
    logreg_frame *frame = frame_shipped("wdbc");
    logreg_options o = firth_options("firth");
    logreg_model *m =
        fit_frame(frame,
                  SANITIZED ? "diagnosis ~ mean_radius + mean_texture + mean_perimeter + mean_area"
                              " + mean_smoothness + mean_compactness + mean_concavity"
                              " + mean_concave_points + mean_symmetry + mean_fractal_dimension"
                            : "diagnosis ~ .",
                  &o);
    logreg_study *study = NULL;
    CU_ASSERT_TRUE(logreg_model_converged(m));
    CU_ASSERT_EQUAL_FATAL(logreg_study_new(&study, m, frame, 0, NULL), LOGREG_OK);
    gsl_matrix *C = gsl_matrix_calloc(1, logreg_model_coefficients(m));
    gsl_matrix_set(C, 0, 10, 1);
    logreg_profile profile;
    CU_ASSERT_EQUAL(logreg_study_profile_of(&profile, study, C, 0.95, NULL), LOGREG_OK);
    CU_ASSERT_TRUE(isfinite(profile.low) && isfinite(profile.high) && isfinite(profile.statistic));
    CU_ASSERT_TRUE(profile.low < profile.estimate && profile.estimate < profile.high);
    gsl_matrix_free(C);
    logreg_study_free(study);
    logreg_model_free(m);
    logreg_frame_free(frame);
}

/* Ten classes that are separated, and too many coefficients for second derivatives to be quick. */
static void many_classes(void)
{
    logreg_frame *frame = frame_shipped("digits");
    logreg_options o = firth_options("firth");
    logreg_model *m = fit_frame(frame, "digit ~ p22 + p23 + p24 + p32 + p33 + p34 + p42 + p43", &o);
    CU_ASSERT_TRUE(logreg_model_converged(m));
    CU_ASSERT_TRUE(logreg_model_newton_decrement(m) < 1e-10);
    logreg_model_free(m);
    logreg_frame_free(frame);
}

/* One event among n rows, at the far end of x1; x2 is x1 but for a millionth: the fit converges. */
static void rare(void)
{
    enum { N = 400 };
    static double x1[N], x2[N], y[N];
    for (int i = 0; i < N; i++) {
        x1[i] = (double)i / 20;
        x2[i] = x1[i] + 1e-5 * sin(i);
        y[i] = i == N - 1;
    }
    logreg_frame *frame = frame_of_two(x1, x2, 1, y, N);
    logreg_options o = firth_options("firth");
    logreg_model *m = fit_frame(frame, "y ~ x1 + x2", &o);
    CU_ASSERT_TRUE(logreg_model_converged(m));
    CU_ASSERT_TRUE(logreg_model_iterations(m) < 40);
    CU_ASSERT_EQUAL(logreg_model_rank(m), 3);
    for (size_t j = 0; j < 3; j++)
        CU_ASSERT_TRUE(isfinite(logreg_model_coefficient(m, 1, j)));
    logreg_model_free(m);
    logreg_frame_free(frame);
}

/* As many coefficients as rows: each row has leverage 1, and (y + 1/2) / 2 as its probability. */
static void saturated(void)
{
    static const double x[] = {0, 1}, y[] = {0, 1};
    logreg_frame *frame = frame_of_two(x, x, 1, y, 2);
    logreg_options o = firth_options("firth");
    logreg_model *m = fit_frame(frame, "y ~ x1 + x2", &o);
    CU_ASSERT_TRUE(logreg_model_converged(m));
    CU_ASSERT_EQUAL(logreg_model_coefficient_status(m, 1, 2), LOGREG_COEF_ALIASED);
    CU_ASSERT_TRUE(near_rel(logreg_model_coefficient(m, 1, 0), -log(3), 1e-13));
    CU_ASSERT_TRUE(near_rel(logreg_model_coefficient(m, 1, 1), 2 * log(3), 1e-13));
    logreg_model_free(m);
    logreg_frame_free(frame);
}

/* Mean predictions are the shares of the classes: of two classes after flic and flac, of three after flic. */
static void calibrated(void)
{
    static const char *const penalty[] = {"flic", "flac", "flic"};
    static const char *const formula[] = {"y ~ x1 + x2", "y ~ x1 + x2",
                                          "species ~ petal_width + sepal_length"};
    for (int i = 0; i < 3; i++) {
        logreg_frame *frame = i < 2 ? frame_toy_b() : frame_shipped("iris");
        logreg_options o = firth_options(penalty[i]);
        logreg_model *m = fit_frame(frame, formula[i], &o);
        size_t n = logreg_frame_rows(frame), K = logreg_model_classes(m);
        gsl_matrix *P = gsl_matrix_alloc(n, K);
        CU_ASSERT_EQUAL_FATAL(logreg_predict_proba_frame(m, frame, P, NULL), LOGREG_OK);
        for (size_t c = 0; c < K; c++) {
            double sum = 0;
            for (size_t r = 0; r < n; r++)
                sum += gsl_matrix_get(P, r, c);
            CU_ASSERT_TRUE(near_rel(sum, logreg_model_class_weight(m, c), 1e-10));
        }
        gsl_matrix_free(P);
        logreg_model_free(m);
        logreg_frame_free(frame);
    }
}

const test_case tests[] = {
    {"estimates, standard errors, profiles, FLIC and FLAC in 60 digits", reference},
    {"weights are copies, few or many, and threads change no bit", copies},
    {"units do not matter", units},
    {"thirty collinear columns", collinear},
    {"ten classes", many_classes},
    {"one event, columns that nearly are one", rare},
    {"as many coefficients as rows", saturated},
    {"mean predictions are the shares of classes", calibrated},
    {NULL, NULL},
};
