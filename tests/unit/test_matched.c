/* Conditional likelihoods of matched sets: against 50 digits and what defines them. */
#include "harness.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <logreg.h>

#include "frames.h"
#include "oom.h"

#define TOL 1e-11
#define TOL_END 1e-9

/* ---- Against 50 digits ---- */

typedef struct {
    logreg_frame *frame;
    logreg_model *model;
    logreg_profile profile[8];
} set;

static void set_fit(set *s, const char *formula, const char *strata, const char *offset)
{
    logreg_options o = logreg_options_default();
    o.strata = strata;
    o.offset = *offset ? offset : NULL;
    s->model = fit_frame(s->frame, formula, &o);
    logreg_study *study = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_study_new(&study, s->model, s->frame, 0, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL(logreg_study_profile(s->profile, study, 0.95, NULL), LOGREG_OK);
    logreg_study_free(study);
}

static size_t find(const logreg_model *m, const char *name)
{
    size_t j = 0;
    while (j < logreg_model_coefficients(m) && strcmp(logreg_model_coefficient_name(m, j), name) != 0)
        j++;
    return j;
}

/* A line about the fit; false: it does not agree. */
static bool agrees(const set *s, const char *line)
{
    logreg_strata t = logreg_model_strata(s->model);
    char name[80];
    double x, se, low, high;
    size_t n[7];
    if (sscanf(line, "counts %zu %zu %zu %zu %zu %zu %zu", n, n + 1, n + 2, n + 3, n + 4, n + 5, n + 6) == 7)
        return n[0] == t.n && n[1] == t.informative && n[2] == t.single && n[3] == t.eventless &&
               n[4] == t.full && n[5] == t.rows && n[6] == t.events;
    if (sscanf(line, "log_likelihood %lf", &x) == 1)
        return near_rel(logreg_model_log_likelihood(s->model), x, TOL);
    if (sscanf(line, "null %lf", &x) == 1)
        return near_rel(logreg_model_null_log_likelihood(s->model), x, TOL);
    if (sscanf(line, "score %lf", &x) == 1)
        return near_rel(logreg_inference_score(s->model).statistic, x, TOL);
    if (sscanf(line, "coefficient %lf %lf %lf %lf %79s", &x, &se, &low, &high, name) != 5)
        return false;
    size_t j = find(s->model, name);
    if (!near_abs(logreg_model_coefficient(s->model, 1, j), x, TOL * se) ||
        !near_rel(sqrt(logreg_model_covariance(s->model, 1, j, 1, j)), se, TOL))
        return false;
    return low == 0 || (near_abs(s->profile[j].low, low, TOL_END * se) &&
                        near_abs(s->profile[j].high, high, TOL_END * se));
}

static void reference(void)
{
    FILE *file = fopen(source_path("tests/reference/matched.txt"), "r");
    CU_ASSERT_PTR_NOT_NULL_FATAL(file);
    char line[400], name[80] = "", path[200] = "", formula[200] = "", strata[80] = "", offset[80] = "";
    set s = {0};
    int cases = 0, facts = 0;
    for (bool more = true; more;) {
        more = fgets(line, sizeof line, file) != NULL;
        line[strcspn(line, "\n")] = 0;
        if (!more || !*line) {
            logreg_model_free(s.model);
            logreg_frame_free(s.frame);
            s = (set){0};
            *offset = 0;
        } else if (sscanf(line, "case %79[^\n]", name) == 1) {
            cases++;
        } else if (*line != '#' && sscanf(line, "file %199s", path) != 1 &&
                   sscanf(line, "formula %199[^\n]", formula) != 1 &&
                   sscanf(line, "strata %79s", strata) != 1 && sscanf(line, "offset %79s", offset) != 1) {
            if (!s.frame) {
                s.frame = frame_of_file(path);
                set_fit(&s, formula, strata, offset);
            }
            bool ok = agrees(&s, line);
            if (!ok)
                printf("# case %s: %s\n", name, line);
            CU_ASSERT_TRUE(ok);
            facts++;
        }
    }
    fclose(file);
    CU_ASSERT_EQUAL(cases, 5);
    CU_ASSERT_EQUAL(facts, 28);
}

/* ---- What it means ---- */

static const char data[] = "tests/reference/data/sets.csv";

static logreg_model *fit_sets(const logreg_frame *frame, const char *formula, logreg_options o)
{
    o.strata = "set";
    return fit_frame(frame, formula, &o);
}

/* The rows of a frame in another order, and strata called by numbers. */
static logreg_frame *turned(const logreg_frame *frame)
{
    size_t n = logreg_frame_rows(frame);
    logreg_frame *other = NULL;
    double *x = malloc(n * sizeof *x);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_new(&other, NULL), LOGREG_OK);
    for (size_t j = 0; j < logreg_frame_columns(frame); j++) {
        for (size_t i = 0; i < n; i++)
            x[n - 1 - i] = logreg_frame_kind(frame, j) == LOGREG_NUMERIC
                               ? logreg_frame_number(frame, i, j)
                               : -0.5 * atoi(logreg_frame_label(frame, i, j) + 1);
        CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(other, logreg_frame_name(frame, j), x, n, 1, NULL),
                              LOGREG_OK);
    }
    free(x);
    return other;
}

static bool same_fit(const logreg_model *a, const logreg_model *b, double tolerance)
{
    bool ok = near_rel(logreg_model_log_likelihood(a), logreg_model_log_likelihood(b), tolerance);
    for (size_t j = 0; j < logreg_model_coefficients(a); j++) {
        double se = sqrt(logreg_model_covariance(a, 1, j, 1, j));
        if (logreg_model_coefficient_status(a, 1, j) != LOGREG_COEF_OK)
            continue;
        ok = ok &&
             near_abs(logreg_model_coefficient(a, 1, j), logreg_model_coefficient(b, 1, j), tolerance * se);
    }
    return ok;
}

static void invariant(void)
{
    logreg_frame *frame = frame_of_file(data), *other = turned(frame);
    logreg_options o = logreg_options_default();
    logreg_model *m = fit_sets(frame, "y ~ x1 + x2", o), *by_number = fit_sets(other, "y ~ x1 + x2", o);
    CU_ASSERT_TRUE(same_fit(m, by_number, 1e-12));
    static const char *const solver[] = {"lbfgs", "gd"};
    for (int i = 0; i < 2; i++) {
        o.solver = solver[i];
        o.max_iter = 20000;
        logreg_model *same = fit_sets(frame, "y ~ x1 + x2", o);
        CU_ASSERT_TRUE(logreg_model_converged(same));
        CU_ASSERT_TRUE(same_fit(m, same, 1e-9));
        logreg_model_free(same);
    }
    o = logreg_options_default();
    o.scaling = false;
    logreg_model *raw = fit_sets(frame, "y ~ x1 + x2", o), *without = fit_sets(frame, "y ~ x1 + x2 - 1", o);
    CU_ASSERT_TRUE(same_fit(m, raw, 1e-11));
    CU_ASSERT_TRUE(same_fit(m, without, 1e-11));
    CU_ASSERT_FALSE(logreg_model_has_intercept(m));
    logreg_model_free(m);
    logreg_model_free(by_number);
    logreg_model_free(raw);
    logreg_model_free(without);
    logreg_frame_free(frame);
    logreg_frame_free(other);
}

/* Rows of many sets, and one set of many, over several segments. */
static logreg_frame *many(size_t n, size_t rows)
{
    double *s = malloc(n * sizeof *s), *x = malloc(n * sizeof *x), *y = malloc(n * sizeof *y);
    uint64_t state = 1;
    for (size_t i = 0; i < n; i++) {
        state = state * UINT64_C(6364136223846793005) + 1442695040888963407U;
        s[i] = (double)(i / rows);
        x[i] = (double)(state >> 40) / 0x1p23 - 1;
        state = state * UINT64_C(6364136223846793005) + 1442695040888963407U;
        y[i] = (double)(state >> 40) / 0x1p24 < 0.1 + 0.05 * x[i];
    }
    logreg_frame *frame = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_frame_new(&frame, NULL), LOGREG_OK);
    logreg_frame_add_numeric(frame, "set", s, n, 1, NULL);
    logreg_frame_add_numeric(frame, "x", x, n, 1, NULL);
    logreg_frame_add_numeric(frame, "y", y, n, 1, NULL);
    free(s);
    free(x);
    free(y);
    return frame;
}

static void same_bits(void)
{
    logreg_frame *frame = many(30000, 7);
    logreg_options o = logreg_options_default();
    o.threads = 1;
    logreg_model *one = fit_sets(frame, "y ~ x", o);
    o.threads = 3;
    logreg_model *three = fit_sets(frame, "y ~ x", o);
    CU_ASSERT_TRUE(logreg_model_converged(one));
    CU_ASSERT_EQUAL(logreg_model_coefficient(one, 1, 0), logreg_model_coefficient(three, 1, 0));
    CU_ASSERT_EQUAL(logreg_model_covariance(one, 1, 0, 1, 0), logreg_model_covariance(three, 1, 0, 1, 0));
    logreg_model_free(one);
    logreg_model_free(three);
    logreg_frame_free(frame);
}

/* A set of 6000 rows and about 600 events has some 10^840 subsets. With one set the conditional likelihood tends to the
 * unconditional one's estimate. */
static void one_set(void)
{
    logreg_frame *frame = many(6000, 6000);
    logreg_model *m = fit_sets(frame, "y ~ x", logreg_options_default()),
                 *plain = fit_frame(frame, "y ~ x", NULL);
    double se = sqrt(logreg_model_covariance(m, 1, 0, 1, 0));
    CU_ASSERT_TRUE(logreg_model_converged(m));
    CU_ASSERT_TRUE(
        near_abs(logreg_model_coefficient(m, 1, 0), logreg_model_coefficient(plain, 1, 1), 0.01 * se));
    CU_ASSERT_TRUE(near_rel(se, sqrt(logreg_model_covariance(plain, 1, 1, 1, 1)), 1e-3));
    double events = (double)logreg_model_strata(m).events;
    CU_ASSERT_TRUE(near_rel(logreg_model_null_log_likelihood(m),
                            lgamma(events + 1) + lgamma(6001 - events) - lgamma(6001), 1e-11));
    logreg_model_free(m);
    logreg_model_free(plain);
    logreg_frame_free(frame);
}

/* Linear predictors that exp cannot hold: log-likelihoods at 0, of the offset alone, by hand. */
static void far(void)
{
    static const double s[] = {1, 1, 1, 2, 2, 2, 2, 2, 3, 3, 3}, y[] = {1, 0, 0, 1, 1, 0, 0, 1, 0, 1, 1},
                        x[] = {1, 2, 0, 3, 1, 2, 2, 0, 1, 0, 1},
                        o[] = {-1000, 1000, 999, 2000, -2000, 0, 5, 4, -3000, 3000, 2999};
    logreg_frame *frame = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_frame_new(&frame, NULL), LOGREG_OK);
    logreg_frame_add_numeric(frame, "set", s, 11, 1, NULL);
    logreg_frame_add_numeric(frame, "y", y, 11, 1, NULL);
    logreg_frame_add_numeric(frame, "x", x, 11, 1, NULL);
    logreg_frame_add_numeric(frame, "o", o, 11, 1, NULL);
    logreg_options options = logreg_options_default();
    options.offset = "o";
    options.max_iter = 1;
    logreg_model *m = fit_sets(frame, "y ~ x", options);
    /* set 1: -1000 - log(e^1000 + e^999); set 2: 4 of 5 events are 2000 - 2000 + 4 against 2000 + 5 + 4 and less; set 3: none lost */
    double first = -2000 - log1p(exp(-1));
    double second = -2005 - log1p(exp(-4) + exp(-5));
    CU_ASSERT_TRUE(near_rel(logreg_model_null_log_likelihood(m), first + second, 1e-14));
    logreg_model_free(m);
    logreg_frame_free(frame);
}

/* Rows that miss the stratum are left out, as are those that miss anything else. */
static void missing(void)
{
    static const char *const set_of[] = {"a", "a", NULL, "b", "b", "b", NULL};
    static const double y[] = {1, 0, 1, 0, 1, 0, 0}, x[] = {1, 2, 9, 3, 2, 1, 9};
    logreg_frame *frame = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_frame_new(&frame, NULL), LOGREG_OK);
    logreg_frame_add_category(frame, "set", set_of, 7, NULL);
    logreg_frame_add_numeric(frame, "x", x, 7, 1, NULL);
    logreg_frame_add_numeric(frame, "y", y, 7, 1, NULL);
    logreg_model *m = fit_sets(frame, "y ~ .", logreg_options_default());
    CU_ASSERT_EQUAL(logreg_model_coefficients(m), 1); /* the dot leaves the strata out */
    CU_ASSERT_EQUAL(logreg_model_rows_used(m), 5);
    CU_ASSERT_EQUAL(logreg_model_strata(m).n, 2);
    logreg_model_free(m);
    logreg_frame_free(frame);
}

/* ---- Separation ---- */

/* Limits are the same whether existence is decided in differences, for many sets, or with intercepts, for few: the same sets, once
 * more and once more. */
static void both_ways(void)
{
    logreg_frame *few = frame_of_file("tests/reference/data/sets_quasi.csv"), *lots = NULL;
    size_t n = logreg_frame_rows(few), times = 4;
    CU_ASSERT_EQUAL_FATAL(logreg_frame_new(&lots, NULL), LOGREG_OK);
    double *x = malloc(times * n * sizeof *x);
    for (size_t j = 0; j < 4; j++) {
        for (size_t i = 0; i < times * n; i++)
            x[i] = logreg_frame_number(few, i % n, j) + (j == 0 ? 1000.0 * (double)(i / n) : 0);
        logreg_frame_add_numeric(lots, logreg_frame_name(few, j), x, times * n, 1, NULL);
    }
    free(x);
    logreg_options o = logreg_options_default();
    o.strata = "s";
    logreg_model *a = fit_frame(few, "y ~ x1 + x2", &o), *b = fit_frame(lots, "y ~ x1 + x2", &o);
    CU_ASSERT_EQUAL(logreg_model_separation(a), LOGREG_SEPARATION_QUASI);
    CU_ASSERT_EQUAL(logreg_model_separation(b), LOGREG_SEPARATION_QUASI);
    CU_ASSERT_EQUAL(logreg_model_coefficient(a, 1, 0), INFINITY);
    CU_ASSERT_EQUAL(logreg_model_coefficient(b, 1, 0), INFINITY);
    CU_ASSERT_TRUE(near_rel(logreg_model_coefficient(b, 1, 1), logreg_model_coefficient(a, 1, 1), 1e-11));
    CU_ASSERT_TRUE(near_rel(logreg_model_log_likelihood(b), 4 * logreg_model_log_likelihood(a), 1e-12));
    CU_ASSERT_TRUE(
        near_rel(logreg_model_covariance(b, 1, 1, 1, 1), logreg_model_covariance(a, 1, 1, 1, 1) / 4, 1e-11));
    CU_ASSERT_FALSE(logreg_model_converged(a));
    logreg_model_free(a);
    logreg_model_free(b);
    logreg_frame_free(few);
    logreg_frame_free(lots);
}

/* One pair: everything runs off. */
static void pair(void)
{
    static const double s[] = {1, 1}, y[] = {0, 1}, x1[] = {1, 0.5}, x2[] = {4, 5};
    logreg_frame *frame = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_frame_new(&frame, NULL), LOGREG_OK);
    logreg_frame_add_numeric(frame, "set", s, 2, 1, NULL);
    logreg_frame_add_numeric(frame, "y", y, 2, 1, NULL);
    logreg_frame_add_numeric(frame, "x1", x1, 2, 1, NULL);
    logreg_frame_add_numeric(frame, "x2", x2, 2, 1, NULL);
    logreg_model *m = fit_sets(frame, "y ~ x1 + x2", logreg_options_default());
    CU_ASSERT_EQUAL(logreg_model_separation(m), LOGREG_SEPARATION_COMPLETE);
    CU_ASSERT_EQUAL(logreg_model_coefficient(m, 1, 0), -INFINITY);
    const double *by;
    CU_ASSERT_EQUAL(logreg_model_alias(m, 1, NULL, &by), 1);
    CU_ASSERT_TRUE(near_rel(by[0], -2, 1e-14));
    CU_ASSERT_EQUAL(logreg_model_log_likelihood(m), 0);
    CU_ASSERT_TRUE(near_rel(logreg_model_null_log_likelihood(m), -log(2), 1e-15));
    logreg_model_free(m);
    logreg_frame_free(frame);
}

/* ---- Doors ---- */

static bool refused(const logreg_frame *frame, const char *formula, const logreg_options *o,
                    logreg_status status, const char *words)
{
    logreg_model *m = NULL;
    logreg_error err = {.message = ""};
    bool ok = logreg_fit_formula(&m, frame, formula, o, &err) == status && !m && strstr(err.message, words);
    if (!ok)
        printf("# %d: %s\n", err.status, err.message);
    return ok;
}

static void refusals(void)
{
    logreg_frame *frame = frame_of_file(data);
    logreg_options o = logreg_options_default();
    o.strata = "sett";
    CU_ASSERT_TRUE(refused(frame, "y ~ x1", &o, LOGREG_EINVAL,
                           "there is no column 'sett' to take the strata from; did you mean 'set'?"));
    o.strata = "y";
    CU_ASSERT_TRUE(refused(frame, "y ~ x1", &o, LOGREG_EINVAL, "cannot be the strata too"));
    o.strata = "x1";
    CU_ASSERT_TRUE(refused(frame, "y ~ 1", &o, LOGREG_EDATA, "there is no column to fit"));
    o.strata = "set";
    o.vcov = "HC1";
    CU_ASSERT_TRUE(
        refused(frame, "y ~ x1", &o, LOGREG_EINVAL, "a covariance of kind HC1 does not go with strata"));
    o.vcov = NULL;
    o.weights = "x2";
    CU_ASSERT_TRUE(refused(frame, "y ~ x1", &o, LOGREG_EINVAL, "weights do not go with strata"));
    o.weights = NULL;
    o.trials = "x2";
    CU_ASSERT_TRUE(refused(frame, "y ~ x1", &o, LOGREG_EINVAL, "trials do not go with strata"));
    o.trials = NULL;
    logreg_frame_free(frame);
    frame = frame_of_file("tests/reference/data/infert.csv");
    o.strata = "stratum";
    CU_ASSERT_TRUE(refused(frame, "induced ~ age", &o, LOGREG_EDATA, "so that there must be two"));
    o.strata = "case";
    logreg_frame_filter(frame, "induced < 2 & (case == 0 & induced == 0 | case == 1 & induced == 1)", NULL);
    CU_ASSERT_TRUE(refused(frame, "induced ~ age", &o, LOGREG_EDATA,
                           "none of the 2 strata of column 'case' has both an event and a non-event"));
    logreg_frame_free(frame);

    double X[] = {1, 2, 3, 4}, y[] = {0, 1, 0, 1};
    gsl_matrix_const_view M = gsl_matrix_const_view_array(X, 4, 1);
    gsl_vector_const_view v = gsl_vector_const_view_array(y, 4);
    logreg_model *m = NULL;
    CU_ASSERT_EQUAL(logreg_fit(&m, &M.matrix, &v.vector, &o, NULL), LOGREG_EINVAL);
}

/* What needs a probability says that there is none. */
static void no_probabilities(void)
{
    logreg_frame *frame = frame_of_file(data);
    logreg_model *m = fit_sets(frame, "y ~ x1 + x2", logreg_options_default());
    logreg_error err;
    gsl_matrix *P = gsl_matrix_alloc(logreg_frame_rows(frame), 2);
    CU_ASSERT_EQUAL(logreg_predict_proba_frame(m, frame, P, &err), LOGREG_EDATA);
    CU_ASSERT_PTR_NOT_NULL(strstr(err.message, "it gives odds ratios, and no probabilities"));
    gsl_matrix_free(P);
    logreg_evaluation *e = NULL;
    CU_ASSERT_EQUAL(logreg_evaluate(&e, m, frame, NULL, &err), LOGREG_EDATA);
    char *text = NULL;
    CU_ASSERT_EQUAL(logreg_report_curve(&text, m, frame, NULL, &err), LOGREG_EDATA);
    CU_ASSERT_TRUE(isnan(logreg_model_auc(m)) && isnan(logreg_model_brier(m)) &&
                   isnan(logreg_model_df_residual(m)));
    logreg_model_free(m);
    logreg_frame_free(frame);
}

static void saved(void)
{
    logreg_frame *frame = frame_of_file(data);
    logreg_model *m = fit_sets(frame, "y ~ x1 * z + x2", logreg_options_default()), *back = NULL,
                 *plain = fit_frame(frame, "y ~ x1 * z + x2", NULL);
    char path[] = "/tmp/logreg-matched-XXXXXX";
    int fd = mkstemp(path);
    CU_ASSERT_NOT_EQUAL_FATAL(fd, -1);
    close(fd);
    CU_ASSERT_EQUAL_FATAL(logreg_model_save(m, path, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_model_load(&back, path, NULL), LOGREG_OK);
    unlink(path);
    char *first = NULL, *second = NULL;
    CU_ASSERT_EQUAL(logreg_report_json(&first, m, NULL, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL(logreg_report_json(&second, back, NULL, NULL), LOGREG_OK);
    CU_ASSERT_TRUE(same_text(second, first));
    free(first);
    free(second);

    const logreg_model *pair_of[] = {back, plain};
    logreg_comparison c[2];
    CU_ASSERT_EQUAL(logreg_compare(c, pair_of, 2, NULL), LOGREG_EDATA); /* other likelihoods */
    logreg_study *study = NULL;
    CU_ASSERT_EQUAL(logreg_study_new(&study, back, frame, 0, NULL), LOGREG_OK);
    logreg_term_test test[4];
    CU_ASSERT_EQUAL_FATAL(logreg_study_term_count(study), 4);
    CU_ASSERT_EQUAL(logreg_study_terms(test, study, NULL), LOGREG_OK);
    logreg_model *small = fit_sets(frame, "y ~ x1 * z", logreg_options_default());
    CU_ASSERT_TRUE(near_rel(test[2].lr.statistic,
                            2 * (logreg_model_log_likelihood(m) - logreg_model_log_likelihood(small)), 1e-8));
    logreg_study_free(study);
    logreg_model_free(small);
    logreg_model_free(m);
    logreg_model_free(back);
    logreg_model_free(plain);
    logreg_frame_free(frame);
}

/* ---- Memory ---- */

static bool fit_again(void *context)
{
    logreg_options o = logreg_options_default();
    o.strata = "s";
    o.threads = 1;
    o.max_iter = 3;
    logreg_model *m = NULL;
    logreg_error err;
    logreg_status status = logreg_fit_formula(&m, context, "y ~ x1 + x2", &o, &err);
    logreg_study *study = NULL;
    if (status == LOGREG_OK)
        status = logreg_study_new(&study, m, context, 1, &err);
    logreg_study_free(study);
    logreg_model_free(m);
    return status == LOGREG_OK || status == LOGREG_ENOMEM;
}

static void memory(void)
{
    static const double s[] = {1, 1, 1, 2, 2, 3, 3}, y[] = {1, 0, 0, 1, 0, 0, 1},
                        x1[] = {2, 1, 2, 3, 3, 1, 1}, x2[] = {30, 31, 36, 42, 41, 57, 50};
    logreg_frame *frame = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_frame_new(&frame, NULL), LOGREG_OK);
    logreg_frame_add_numeric(frame, "s", s, 7, 1, NULL);
    logreg_frame_add_numeric(frame, "x1", x1, 7, 1, NULL);
    logreg_frame_add_numeric(frame, "x2", x2, 7, 1, NULL);
    logreg_frame_add_numeric(frame, "y", y, 7, 1, NULL);
    CU_ASSERT_TRUE(oom_each(fit_again, frame));
    logreg_frame_free(frame);
}

const test_case tests[] = {
    {"estimates, tests and intervals in 50 digits", reference},
    {"the order of rows, names of strata, solvers and an intercept do not matter", invariant},
    {"the same bits at any number of threads", same_bits},
    {"one set of thousands of rows", one_set},
    {"linear predictors beyond what exp holds", far},
    {"rows without a stratum are left out", missing},
    {"separation, by differences and by intercepts", both_ways},
    {"a single pair", pair},
    {"what cannot be is refused", refusals},
    {"no probabilities", no_probabilities},
    {"saved, compared, tested", saved},
    {"memory that runs out", memory},
    {NULL, NULL},
};
