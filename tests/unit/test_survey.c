/* Sampling weights: against R's survey, beside frequencies and trials of the same rows, and what they take away. */
#include "harness.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <logreg.h>

#include "case_file.h"
#include "frames.h"
#include "oom.h"

/* R's fits end where steps no longer change the deviance. */
#define TOL_R 1e-9

enum { COEFFICIENTS = 8 };

typedef struct {
    char name[80], formula[80], cluster[20], strata[20], weights[20], trials[20], offset[20];
    size_t n;
    double b[COEFFICIENTS], p[COEFFICIENTS], V[COEFFICIENTS][COEFFICIENTS], df, f, f_df, f_p;
} case_of;

static bool read_line(void *to, const char *line)
{
    case_of *c = to;
    size_t i, j;
    double x;
    if (sscanf(line, "variance %zu %zu %lf", &i, &j, &x) == 3 && i < COEFFICIENTS && j <= i) {
        c->V[i][j] = c->V[j][i] = x;
        return true;
    }
    if (sscanf(line, "estimate %zu %lf", &i, &x) == 2 && i < COEFFICIENTS) {
        c->b[i] = x;
        c->n = i + 1;
        return true;
    }
    if (sscanf(line, "p %zu %lf", &i, &x) == 2 && i < COEFFICIENTS) {
        c->p[i] = x;
        return true;
    }
    char ignored[80];
    return sscanf(line, "wald %lf %lf", &c->f, &c->f_df) == 2 || sscanf(line, "wald_p %lf", &c->f_p) == 1 ||
           sscanf(line, "df %lf", &c->df) == 1 || text_of(c->name, sizeof c->name, line, "case") ||
           text_of(c->formula, sizeof c->formula, line, "formula") ||
           text_of(c->cluster, sizeof c->cluster, line, "cluster") ||
           text_of(c->strata, sizeof c->strata, line, "strata") ||
           text_of(c->weights, sizeof c->weights, line, "weights") ||
           text_of(c->trials, sizeof c->trials, line, "trials") ||
           text_of(c->offset, sizeof c->offset, line, "offset") ||
           text_of(ignored, sizeof ignored, line, "file") ||
           text_of(ignored, sizeof ignored, line, "sampling");
}

static logreg_frame *pupils(void)
{
    return frame_of_file("tests/reference/data/pupils.csv");
}

static bool agree(const case_of *c, const logreg_model *m)
{
    bool ok = logreg_model_coefficients(m) == c->n && logreg_model_t_df(m) == c->df;
    for (size_t i = 0; ok && i < c->n; i++) {
        logreg_coefficient b;
        ok = logreg_inference_coefficient(&b, m, 1, i, 0.95, NULL) == LOGREG_OK &&
             near_abs(b.estimate, c->b[i], TOL_R * sqrt(c->V[i][i])) && near_rel(b.p, c->p[i], 100 * TOL_R);
        for (size_t j = 0; ok && j < c->n; j++)
            ok = near_abs(logreg_model_covariance(m, 1, i, 1, j), c->V[i][j],
                          TOL_R * sqrt(c->V[i][i] * c->V[j][j]));
    }
    logreg_test wald = logreg_inference_wald(m);
    return ok && near_rel(wald.statistic, c->f, 10 * TOL_R) && wald.df == c->f_df && wald.f_df == c->df &&
           near_rel(wald.p, c->f_p, 1000 * TOL_R) && same_text(logreg_model_vcov(m), "linearized");
}

static void check_case(const void *of, void *frame)
{
    const case_of *c = of;
    logreg_options o = logreg_options_default();
    o.sampling_weights = "w";
    o.clusters[0] = or_null(c->cluster);
    o.survey_strata = or_null(c->strata);
    o.weights = or_null(c->weights);
    o.trials = or_null(c->trials);
    o.offset = or_null(c->offset);
    logreg_model *m = fit_frame(frame, c->formula, &o);
    CU_ASSERT_TRUE(agree(c, m));
    logreg_model_free(m);
}

static void reference(void)
{
    logreg_frame *frame = pupils();
    CU_ASSERT_EQUAL(each_case("tests/reference/survey.txt", sizeof(case_of), read_line, check_case, frame),
                    11);
    logreg_frame_free(frame);
}

/* Weights of three kinds that are alike give the same coefficients and three covariances: those of frequencies shrink by the root of the weight, those of samples do
 * not, and trials are one observation a row. */
static void three_kinds(void)
{
    enum { N = 60 };
    double x[N], y[N], w[N], hits[N];
    for (size_t i = 0; i < N; i++) {
        x[i] = sin(7.0 * (double)i);
        y[i] = cos(31.0 * (double)i) + x[i] > 0;
        w[i] = 4;
        hits[i] = 4 * y[i];
    }
    logreg_frame *frame = frame_of_two(x, w, 1, y, N);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(frame, "hits", hits, N, 1, NULL), LOGREG_OK);
    logreg_options o = logreg_options_default();
    logreg_model *plain = fit_frame(frame, "y ~ x1", NULL);
    o.weights = "x2";
    logreg_model *counted = fit_frame(frame, "y ~ x1", &o);
    o.vcov = "HC0";
    logreg_model *counted_robustly = fit_frame(frame, "y ~ x1", &o);
    o = logreg_options_default();
    o.vcov = "HC0";
    logreg_model *robust = fit_frame(frame, "y ~ x1", &o);
    o.trials = "x2";
    logreg_model *tried = fit_frame(frame, "hits ~ x1", &o);
    o = logreg_options_default();
    o.sampling_weights = "x2";
    logreg_model *drawn = fit_frame(frame, "y ~ x1", &o);
    const logreg_model *all[] = {plain, counted, counted_robustly, robust, tried, drawn};
    double v[6];
    for (size_t i = 0; i < 6; i++) {
        v[i] = logreg_model_covariance(all[i], 1, 1, 1, 1);
        CU_ASSERT_TRUE(
            near_rel(logreg_model_coefficient(all[i], 1, 1), logreg_model_coefficient(plain, 1, 1), 1e-12));
    }
    CU_ASSERT_TRUE(near_rel(v[1], v[0] / 4, 1e-12)); /* four of each */
    CU_ASSERT_TRUE(near_rel(v[2], v[3] / 4, 1e-12)); /* robustly too */
    CU_ASSERT_TRUE(near_rel(v[4], v[3], 1e-12));     /* trials of a row, all alike: one observation */
    CU_ASSERT_TRUE(near_rel(v[5], v[3] * N / (N - 1), 1e-12)); /* each for four others, but seen once */
    CU_ASSERT_TRUE(isfinite(logreg_model_aic(plain)) && isfinite(logreg_model_aic(counted)));
    CU_ASSERT_EQUAL(logreg_model_n_obs(drawn), 4 * N);
    for (size_t i = 0; i < 6; i++)
        logreg_model_free((logreg_model *)all[i]);
    logreg_frame_free(frame);
}

/* What would go by a likelihood is not told, and intervals go by t; from a file too. */
static void without_likelihood(void)
{
    logreg_frame *frame = pupils();
    logreg_options o = logreg_options_default();
    o.sampling_weights = "w";
    o.survey_strata = "district";
    o.clusters[0] = "school";
    logreg_model *fitted = fit_frame(frame, "passed ~ x + sex", &o), *m = NULL;
    char path[] = "/tmp/logreg-survey-XXXXXX";
    CU_ASSERT_TRUE_FATAL(mkstemp(path) >= 0);
    CU_ASSERT_EQUAL_FATAL(logreg_model_save(fitted, path, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_model_load(&m, path, NULL), LOGREG_OK);
    remove(path);
    CU_ASSERT_TRUE(isnan(logreg_model_log_likelihood(m)) && isnan(logreg_model_null_log_likelihood(m)));
    CU_ASSERT_TRUE(isnan(logreg_model_deviance(m)) && isnan(logreg_model_null_deviance(m)));
    CU_ASSERT_TRUE(isnan(logreg_model_aic(m)) && isnan(logreg_model_bic(m)));
    CU_ASSERT_TRUE(isnan(logreg_inference_lr(m).statistic) && isnan(logreg_inference_score(m).statistic));
    CU_ASSERT_TRUE(isfinite(logreg_model_auc(m)) && isnan(logreg_model_auc_se(m)));
    CU_ASSERT_TRUE(logreg_model_r2(m).mcfadden > 0 && logreg_model_r2(m).mcfadden < 1);
    size_t n = 0;
    CU_ASSERT_TRUE(same_text(logreg_model_sampling_weights(m), "w"));
    CU_ASSERT_TRUE(same_text(logreg_model_survey_strata(m, &n), "district") && n == 3);
    CU_ASSERT_TRUE(same_text(logreg_model_cluster(m, 0, &n), "school") && n == 36);
    CU_ASSERT_EQUAL(logreg_model_t_df(m), 31);
    logreg_coefficient c;
    CU_ASSERT_EQUAL_FATAL(logreg_inference_coefficient(&c, m, 1, 1, 0.95, NULL), LOGREG_OK);
    CU_ASSERT_TRUE(
        near_rel((c.high - c.low) / 2 / c.std_error, 2.0395134463964077, 1e-12)); /* R: qt(0.975, 31) */
    logreg_comparison comparison;
    CU_ASSERT_EQUAL(logreg_compare(&comparison, (const logreg_model *const *)&m, 1, NULL), LOGREG_EDATA);
    logreg_model_free(m);
    logreg_model_free(fitted);
    logreg_frame_free(frame);
}

/* Rows of weight 0 are not there; nor are those that miss their weight, stratum or cluster. */
static void no_rows(void)
{
    logreg_frame *frame = pupils(), *positive = pupils();
    CU_ASSERT_EQUAL_FATAL(logreg_frame_filter(positive, "w > 0", NULL), LOGREG_OK);
    logreg_options o = logreg_options_default();
    o.sampling_weights = "w";
    o.survey_strata = "district";
    logreg_model *m = fit_frame(frame, "grade ~ x + sex", &o),
                 *without = fit_frame(positive, "grade ~ x + sex", &o);
    CU_ASSERT_EQUAL(logreg_model_t_df(m), logreg_model_t_df(without));
    for (size_t k = 1; k <= 2; k++)
        for (size_t j = 0; j < 3; j++)
            CU_ASSERT_TRUE(near_rel(logreg_model_covariance(m, k, j, k, j),
                                    logreg_model_covariance(without, k, j, k, j), 1e-11));
    CU_ASSERT_TRUE(isfinite(logreg_inference_wald(m).p));
    logreg_model_free(m);
    logreg_model_free(without);
    logreg_frame_free(frame);
    logreg_frame_free(positive);
}

/* Profiles, exact tests and leverages take weights for counts. */
static void counts(void)
{
    logreg_frame *frame = pupils();
    logreg_options o = logreg_options_default();
    o.sampling_weights = "w";
    logreg_model *m = fit_frame(frame, "passed ~ x", &o);
    logreg_study *study = NULL;
    logreg_profile profile[2];
    logreg_exacts *exacts = NULL;
    logreg_diagnostics *diagnostics = NULL;
    logreg_error err;
    CU_ASSERT_EQUAL_FATAL(logreg_study_new(&study, m, frame, 0, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL(logreg_study_profile(profile, study, 0.95, &err), LOGREG_EDATA);
    CU_ASSERT_PTR_NOT_NULL(strstr(err.message, "no profile of it"));
    CU_ASSERT_EQUAL(logreg_exacts_new(&exacts, study, NULL, &err), LOGREG_EDATA);
    CU_ASSERT_PTR_NOT_NULL(strstr(err.message, "(linearized)"));
    CU_ASSERT_EQUAL(logreg_diagnostics_new(&diagnostics, study, NULL, &err), LOGREG_EDATA);
    CU_ASSERT_PTR_NOT_NULL(strstr(err.message, "not told of a sample"));
    logreg_study_free(study);
    logreg_model_free(m);
    logreg_frame_free(frame);
}

static void refused(const logreg_frame *frame, const char *formula, const logreg_options *o,
                    const char *sentence)
{
    logreg_model *m = NULL;
    logreg_error err = {.message = ""};
    CU_ASSERT_NOT_EQUAL(logreg_fit_formula(&m, frame, formula, o, &err), LOGREG_OK);
    CU_ASSERT_PTR_NULL(m);
    CU_ASSERT_PTR_NOT_NULL(strstr(err.message, sentence));
    if (!strstr(err.message, sentence))
        printf("# %s\n", err.message);
}

static void refusals(void)
{
    logreg_frame *frame = pupils();
    logreg_options o = logreg_options_default();
    o.sampling_weights = "w";
    o.vcov = "HC3";
    refused(frame, "passed ~ x", &o, "not HC3");
    o.vcov = "classical";
    refused(frame, "passed ~ x", &o, "not classical");
    o.vcov = "cluster";
    o.clusters[0] = "school";
    o.clusters[1] = "year";
    refused(frame, "passed ~ x", &o, "of one kind");
    o.clusters[0] = o.clusters[1] = o.vcov = NULL;
    o.survey_strata = "distict";
    refused(frame, "passed ~ x", &o, "to take the strata from; did you mean 'district'");
    o.survey_strata = "x";
    refused(frame, "passed ~ sex", &o, "has a single row");
    o.survey_strata = "school";
    o.clusters[0] = "district";
    refused(frame, "passed ~ sex", &o, "has a single cluster");
    o.survey_strata = NULL;
    o.clusters[0] = NULL;
    o.sampling_weights = "school";
    refused(frame, "passed ~ x", &o, "cannot give the sampling weights: it holds text");
    o.sampling_weights = "x";
    refused(frame, "passed ~ sex", &o, "must be 0 or more");
    o.sampling_weights = NULL;
    o.survey_strata = "district";
    refused(frame, "passed ~ x", &o, "name its sampling weights");
    o.survey_strata = NULL;
    o.vcov = "linearized";
    refused(frame, "passed ~ x", &o, "name its sampling weights");
    o = logreg_options_default();
    o.sampling_weights = "w";
    o.penalty = "firth";
    refused(frame, "passed ~ x", &o, "not computed for samples");
    logreg_frame_free(frame);
    frame = frame_toy_b();
    o = logreg_options_default();
    o.sampling_weights = "x1";
    refused(frame, "y ~ x1 + x2", &o, "the classes are separated");
    logreg_frame_free(frame);
}

/* By a matrix too. */
static void matrix(void)
{
    enum { N = 40 };
    double X[N], y[N], w[N], g[N], h[N];
    for (size_t i = 0; i < N; i++) {
        X[i] = sin(7.0 * (double)i);
        y[i] = cos(31.0 * (double)i) + X[i] > 0;
        w[i] = (double)(i % 5);
        g[i] = (double)(i % 9);
        h[i] = (double)(i % 3);
    }
    logreg_frame *frame = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_frame_new(&frame, NULL), LOGREG_OK);
    const struct {
        const char *name;
        const double *x;
    } column[] = {{"x1", X}, {"y", y}, {"w", w}, {"g", g}, {"h", h}};
    for (size_t i = 0; i < 5; i++)
        CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(frame, column[i].name, column[i].x, N, 1, NULL),
                              LOGREG_OK);
    logreg_options o = logreg_options_default();
    o.sampling_weights = "w";
    o.clusters[0] = "g";
    o.survey_strata = "h";
    logreg_model *m = fit_frame(frame, "y ~ x1", &o), *same = NULL;
    gsl_matrix_view Xv = gsl_matrix_view_array(X, N, 1);
    gsl_vector_view yv = gsl_vector_view_array(y, N), wv = gsl_vector_view_array(w, N),
                    gv = gsl_vector_view_array(g, N), hv = gsl_vector_view_array(h, N);
    o = logreg_options_default();
    o.sampling_weight_values = &wv.vector;
    o.cluster_values[0] = &gv.vector;
    o.survey_strata_values = &hv.vector;
    CU_ASSERT_EQUAL_FATAL(logreg_fit(&same, &Xv.matrix, &yv.vector, &o, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL(logreg_model_covariance(m, 1, 1, 1, 1), logreg_model_covariance(same, 1, 1, 1, 1));
    CU_ASSERT_EQUAL(logreg_model_t_df(m), logreg_model_t_df(same));
    h[3] = NAN;
    logreg_model *none = NULL;
    CU_ASSERT_EQUAL(logreg_fit(&none, &Xv.matrix, &yv.vector, &o, NULL), LOGREG_EINVAL);
    logreg_model_free(m);
    logreg_model_free(same);
    logreg_frame_free(frame);
}

static bool fit_once(void *context)
{
    const logreg_frame *frame = context;
    bool ok = true;
    for (int i = 0; i < 3; i++) {
        logreg_options o = logreg_options_default();
        o.threads = 1;
        o.sampling_weights = "w";
        o.weights = i == 1 ? "n" : NULL;
        o.survey_strata = i ? "district" : NULL;
        o.clusters[0] = i == 2 ? "school" : NULL;
        logreg_model *m = NULL;
        logreg_status status = logreg_fit_formula(&m, frame, "passed ~ x", &o, NULL);
        ok = ok && (status == LOGREG_ENOMEM || (status == LOGREG_OK && logreg_model_t_df(m) > 30));
        logreg_model_free(m);
    }
    return ok;
}

static void memory(void)
{
    logreg_frame *frame = pupils();
    CU_ASSERT_TRUE(oom_each(fit_once, frame));
    logreg_frame_free(frame);
}

const test_case tests[] = {
    {"coefficients, covariances and tests equal those of R's survey", reference},
    {"frequencies, samples and trials are three things", three_kinds},
    {"nothing goes by a likelihood, and intervals by t", without_likelihood},
    {"nor by counts that weights are not", counts},
    {"zero weights count nowhere", no_rows},
    {"what cannot be is refused", refusals},
    {"a matrix gives the same", matrix},
    {"memory that runs out", memory},
    {NULL, NULL},
};
