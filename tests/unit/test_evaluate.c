/* What evaluation, outcomes and intervals refuse, and memory that runs out on the way of a model: into a file and back, over rows,
 * into reports. Their numbers are tested by the command line's tests, against R. */
#include "fitted.h"
#include "harness.h"
#include "oom.h"

#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jansson.h>

#include <logreg/report.h>

/* Every kind of outcome: numbers, labels, counts, classes, with weights or an offset or a direction of recession. */
static const int kinds[] = {FIT_CHALLENGER, FIT_BEETLE, FIT_UCB, FIT_SPECIES, FIT_OFFSET, FIT_TOY_B};
enum { KINDS = sizeof kinds / sizeof *kinds };

static bool told(const logreg_error *err, logreg_status status, const char *what)
{
    bool ok = err->status == status && strstr(err->message, what);
    if (!ok)
        printf("# status %d: %s\n", err->status, err->message);
    return ok;
}

/* ---- Refusals ---- */

static bool evaluation_refused(const logreg_model *m, const logreg_frame *frame, double threshold,
                               logreg_status status, const char *what)
{
    logreg_error err;
    logreg_evaluation *e = NULL;
    logreg_evaluation_options o = logreg_evaluation_options_default();
    o.threshold = threshold;
    return logreg_evaluate(&e, m, frame, &o, &err) == status && told(&err, status, what) && !e;
}

static logreg_frame *of_two(const char *name, const double *x, const double *y, const char *const *label,
                            size_t n)
{
    logreg_frame *frame = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_frame_new(&frame, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(frame, "temperature", x, n, 1, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(label ? logreg_frame_add_category(frame, name, label, n, NULL)
                                : logreg_frame_add_numeric(frame, name, y, n, 1, NULL),
                          LOGREG_OK);
    return frame;
}

static void evaluation_refuses(void)
{
    fitted f = fit_one(FIT_CHALLENGER), plain = fit_one(FIT_MATRIX);
    const double x[] = {60, 70, NAN}, y[] = {1, 0, 1}, strange[] = {1, 2, 0}, missing[] = {NAN, NAN, 1};
    const char *label[] = {"1", "maybe", "0"};
    logreg_frame *no_target = of_two("y", x, y, NULL, 3), *numbers = of_two("distress", x, strange, NULL, 3),
                 *labels = of_two("distress", x, NULL, label, 3),
                 *nothing = of_two("distress", x, missing, NULL, 3),
                 *good = of_two("distress", x, y, NULL, 3);
    CU_ASSERT_TRUE(evaluation_refused(f.model, f.frame, -0.1, LOGREG_EINVAL, "it is a probability"));
    CU_ASSERT_TRUE(evaluation_refused(f.model, f.frame, NAN, LOGREG_EINVAL, "it is a probability"));
    CU_ASSERT_TRUE(evaluation_refused(plain.model, f.frame, 0.5, LOGREG_EINVAL, "matrix"));
    CU_ASSERT_TRUE(evaluation_refused(f.model, no_target, 0.5, LOGREG_EDATA, "lack column 'distress'"));
    CU_ASSERT_TRUE(evaluation_refused(f.model, numbers, 0.5, LOGREG_EDATA, "'2', which is no class"));
    CU_ASSERT_TRUE(evaluation_refused(f.model, labels, 0.5, LOGREG_EDATA, "'maybe', which is no class"));
    CU_ASSERT_TRUE(evaluation_refused(f.model, nothing, 0.5, LOGREG_EDATA, "no row"));
    logreg_evaluation *e = NULL;
    logreg_error err;
    const char *rock = "rock";
    logreg_evaluation_options o[5];
    for (size_t i = 0; i < 5; i++)
        o[i] = logreg_evaluation_options_default();
    o[0].beta = 0;
    o[1].top_k = 0;
    o[2].n_bins = 0;
    o[3].curve = &rock;
    o[3].n_curves = 1;
    o[4].rule.name = "best";
    const char *const what[] = {"beta", "top_k is 0", "n_bins 0", "no curve 'rock'", "no rule 'best'"};
    for (size_t i = 0; i < 5; i++) {
        CU_ASSERT_EQUAL(logreg_evaluate(&e, f.model, good, &o[i], &err), LOGREG_EINVAL);
        CU_ASSERT_TRUE(strstr(err.message, what[i]) && !e);
    }
    CU_ASSERT_EQUAL_FATAL(logreg_evaluate(&e, f.model, good, NULL, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL(e->n_rows, 3);
    CU_ASSERT_EQUAL(e->n_used, 2);
    CU_ASSERT_EQUAL(e->n_obs, 2);
    logreg_evaluation_free(e);
    logreg_evaluation_free(NULL);
    logreg_frame_free(no_target);
    logreg_frame_free(numbers);
    logreg_frame_free(labels);
    logreg_frame_free(nothing);
    logreg_frame_free(good);
    fitted_free(&f);
    fitted_free(&plain);
}

static void lengths_are_checked(void)
{
    fitted f = fit_one(FIT_CHALLENGER), three = fit_one(FIT_SPECIES);
    double room[64];
    logreg_error err;
    gsl_vector_view all = gsl_vector_view_array(room, 23), few = gsl_vector_view_array(room + 24, 22);
    for (int i = 0; i < 2; i++) {
        gsl_vector *a = i ? &all.vector : &few.vector, *b = i ? &few.vector : &all.vector;
        CU_ASSERT_EQUAL(logreg_model_outcome_frame(f.model, f.frame, a, b, &err), LOGREG_EINVAL);
        CU_ASSERT_TRUE(told(&err, LOGREG_EINVAL, "for 23 rows"));
        CU_ASSERT_EQUAL(logreg_predict_interval_frame(f.model, f.frame, 0.9, a, b, &err), LOGREG_EINVAL);
        CU_ASSERT_TRUE(told(&err, LOGREG_EINVAL, "for 23 rows"));
    }
    gsl_vector *both = &all.vector;
    CU_ASSERT_EQUAL(logreg_predict_interval_frame(f.model, f.frame, 1, both, both, &err), LOGREG_EINVAL);
    CU_ASSERT_TRUE(told(&err, LOGREG_EINVAL, "between 0 and 1"));
    CU_ASSERT_EQUAL(logreg_predict_interval_frame(three.model, f.frame, 0.9, both, both, &err),
                    LOGREG_EINVAL);
    CU_ASSERT_TRUE(told(&err, LOGREG_EINVAL, "two classes"));
    fitted_free(&f);
    fitted_free(&three);
}

/* ---- Memory ---- */

/* The results of a row each, which a failure leaves alone. */
typedef struct {
    const fitted *f;
    double *a, *b;
    size_t n;
} rows;

static bool untouched(const rows *r)
{
    for (size_t i = 0; i < r->n; i++)
        if (r->a[i] != -7 || r->b[i] != -7)
            return false;
    return true;
}

/* Fills both before a call, and judges it. */
static bool over_rows(const rows *r, bool interval)
{
    logreg_error err = {.status = LOGREG_OK};
    for (size_t i = 0; i < r->n; i++)
        r->a[i] = r->b[i] = -7;
    gsl_vector_view a = gsl_vector_view_array(r->a, r->n), b = gsl_vector_view_array(r->b, r->n);
    const fitted *f = r->f;
    logreg_status status =
        interval ? logreg_predict_interval_frame(f->model, f->frame, 0.95, &a.vector, &b.vector, &err)
                 : logreg_model_outcome_frame(f->model, f->frame, &a.vector, &b.vector, &err);
    return status == LOGREG_OK || (status == LOGREG_ENOMEM && err.status == status && untouched(r));
}

static bool outcome(void *context)
{
    return over_rows(context, false);
}

static bool interval(void *context)
{
    return over_rows(context, true);
}

static bool refit(void *context)
{
    const fitted *f = context;
    logreg_error err = {.status = LOGREG_OK};
    logreg_options o = logreg_options_default();
    o.weights = logreg_model_weights(f->model);
    o.offset = logreg_model_offset(f->model);
    o.trials = logreg_model_trials(f->model);
    o.threads = 1;
    logreg_model *m = NULL;
    logreg_status status = logreg_fit_formula(&m, f->frame, logreg_model_formula(f->model), &o, &err);
    bool ok = status == LOGREG_OK ? m != NULL : status == LOGREG_ENOMEM && err.status == status && !m;
    logreg_model_free(m);
    return ok;
}

/* Any part of the rows, across the runs that columns stand in, gets the bits that all rows get; what a row is called too. */
static void part_of_the_rows(void)
{
    enum { N = 10000, GAP = 5000, BAD = 9000 };
    static const size_t parts[][2] = {{0, N},      {0, 1},   {4095, 2}, {4096, 4096},
                                      {777, 8000}, {GAP, 3}, {N - 1, 1}};
    double *x = calloc(N, sizeof *x), *y = calloc(N, sizeof *y);
    const char **g = calloc(N, sizeof *g);
    for (size_t i = 0; i < N; i++) {
        x[i] = i == GAP ? NAN : 1 + cos((double)i);
        g[i] = i % 3 ? "a" : "b";
        y[i] = sin((double)(7 * i)) + x[i] > 1;
    }
    fitted f = {0};
    CU_ASSERT_EQUAL_FATAL(logreg_frame_new(&f.frame, NULL), LOGREG_OK);
    logreg_frame_add_numeric(f.frame, "x", x, N, 1, NULL);
    logreg_frame_add_category(f.frame, "g", g, N, NULL);
    logreg_frame_add_numeric(f.frame, "y", y, N, 1, NULL);
    CU_ASSERT_EQUAL_FATAL(logreg_fit_formula(&f.model, f.frame, "y ~ log(x + 1) + g", NULL, NULL), LOGREG_OK);
    double *whole = calloc(4 * N, sizeof *whole), *part = calloc(4 * N, sizeof *part);
    gsl_matrix_view W = gsl_matrix_view_array(whole, N, 2);
    gsl_vector_view wl = gsl_vector_view_array(whole + 2 * N, N),
                    wh = gsl_vector_view_array(whole + 3 * N, N);
    logreg_error err;
    CU_ASSERT_EQUAL(logreg_predict_proba_frame(f.model, f.frame, &W.matrix, &err), LOGREG_OK);
    CU_ASSERT_EQUAL(logreg_predict_interval_frame(f.model, f.frame, 0.9, &wl.vector, &wh.vector, &err),
                    LOGREG_OK);
    CU_ASSERT_TRUE(isnan(whole[2 * GAP]) && !isnan(whole[2 * GAP + 2]));
    for (size_t k = 0; k < sizeof parts / sizeof *parts; k++) {
        size_t first = parts[k][0], n = parts[k][1];
        gsl_matrix_view P = gsl_matrix_view_array(part, n, 2);
        gsl_vector_view l = gsl_vector_view_array(part + 2 * N, n),
                        h = gsl_vector_view_array(part + 3 * N, n);
        CU_ASSERT_EQUAL(logreg_predict_proba_rows(f.model, f.frame, first, &P.matrix, &err), LOGREG_OK);
        CU_ASSERT_EQUAL(
            logreg_predict_interval_rows(f.model, f.frame, 0.9, first, &l.vector, &h.vector, &err),
            LOGREG_OK);
        CU_ASSERT_EQUAL(memcmp(part, whole + 2 * first, 2 * n * sizeof *part), 0);
        CU_ASSERT_EQUAL(memcmp(part + 2 * N, whole + 2 * N + first, n * sizeof *part), 0);
        CU_ASSERT_EQUAL(memcmp(part + 3 * N, whole + 3 * N + first, n * sizeof *part), 0);
    }
    gsl_matrix_view two = gsl_matrix_view_array(part, 2, 2);
    gsl_vector_view a = gsl_vector_view_array(part, 2), b = gsl_vector_view_array(part + 2, 2);
    CU_ASSERT_EQUAL(logreg_predict_proba_rows(f.model, f.frame, N - 1, &two.matrix, &err), LOGREG_EINVAL);
    CU_ASSERT_TRUE(same_text(err.message, "rows 10000 to 10001 are asked for; the frame has 10000"));
    CU_ASSERT_EQUAL(logreg_predict_proba_rows(f.model, f.frame, SIZE_MAX, &two.matrix, &err), LOGREG_EINVAL);
    CU_ASSERT_EQUAL(logreg_predict_interval_rows(f.model, f.frame, 0.9, N - 1, &a.vector, &b.vector, &err),
                    LOGREG_EINVAL);
    logreg_frame *other = NULL;
    x[BAD] = -3;
    CU_ASSERT_EQUAL_FATAL(logreg_frame_new(&other, NULL), LOGREG_OK);
    logreg_frame_add_numeric(other, "x", x, N, 1, NULL);
    logreg_frame_add_category(other, "g", g, N, NULL);
    part[0] = -7;
    CU_ASSERT_EQUAL(logreg_predict_proba_rows(f.model, other, BAD - 1, &two.matrix, &err), LOGREG_EDATA);
    CU_ASSERT_TRUE(part[0] == -7 && strstr(err.message, "row 9001:"));
    CU_ASSERT_EQUAL(logreg_predict_proba_rows(f.model, other, 0, &two.matrix, &err), LOGREG_OK);
    logreg_frame_free(other);
    fitted_free(&f);
    free(x);
    free(y);
    free(g);
    free(whole);
    free(part);
}

/* Of a frame whose column g has a level that the model does not know. */
static bool refuse_level(void *context)
{
    const fitted *f = context;
    double P[4] = {-7, -7, -7, -7};
    gsl_matrix_view view = gsl_matrix_view_array(P, 2, 2);
    logreg_error err = {.status = LOGREG_OK};
    logreg_status status = logreg_predict_proba_frame(f->model, f->frame, &view.matrix, &err);
    return (status == LOGREG_EDATA || status == LOGREG_ENOMEM) && err.status == status && P[0] == -7 &&
           P[3] == -7;
}

static bool evaluation(void *context)
{
    const fitted *f = context;
    logreg_error err = {.status = LOGREG_OK};
    logreg_evaluation *e = NULL;
    const char *const curves[] = {"roc", "calibration"};
    logreg_evaluation_options o = logreg_evaluation_options_default();
    o.curve = curves;
    o.n_curves = 2;
    if (logreg_model_classes(f->model) == 2)
        o.rule.name = "youden";
    logreg_report_options report = logreg_report_options_default();
    report.class_report = true;
    logreg_status status = logreg_evaluate(&e, f->model, f->frame, &o, &err);
    if (status != LOGREG_OK)
        return status == LOGREG_ENOMEM && err.status == status && !e;
    bool ok = true;
    for (int json = 0; json < 2; json++) {
        char none, *text = &none;
        status = json ? logreg_report_evaluation_json(&text, f->model, e, &report, &err)
                      : logreg_report_evaluation(&text, f->model, e, &report, &err);
        ok =
            ok && (status == LOGREG_OK || (status == LOGREG_ENOMEM && err.status == status && text == &none));
        if (status == LOGREG_OK)
            free(text);
    }
    logreg_evaluation_free(e);
    return ok;
}

static const char file[] = "evaluate.json";

static bool saves(void *context)
{
    const fitted *f = context;
    logreg_error err = {.status = LOGREG_OK};
    logreg_status status = logreg_model_save(f->model, file, &err);
    return status == LOGREG_OK || (status == LOGREG_ENOMEM && err.status == status);
}

static bool loads(void *context)
{
    (void)context;
    logreg_error err = {.status = LOGREG_OK};
    logreg_model *m = NULL;
    logreg_status status = logreg_model_load(&m, file, &err);
    bool ok = status == LOGREG_OK ? m != NULL : status == LOGREG_ENOMEM && err.status == status && !m;
    if (!ok)
        printf("# status %d: %s\n", status, err.message);
    logreg_model_free(m);
    return ok;
}

static void rows_without_memory(void)
{
    for (size_t i = 0; i < KINDS; i++) {
        fitted f = fit_one(kinds[i]);
        rows r = {.f = &f, .n = logreg_frame_rows(f.frame)};
        r.a = malloc(r.n * sizeof *r.a);
        r.b = malloc(r.n * sizeof *r.b);
        CU_ASSERT_TRUE_FATAL(r.a && r.b);
        CU_ASSERT_TRUE(oom_each(outcome, &r));
        if (logreg_model_classes(f.model) == 2)
            CU_ASSERT_TRUE(oom_each(interval, &r));
        CU_ASSERT_TRUE(oom_each(evaluation, &f));
        CU_ASSERT_TRUE(oom_each(refit, &f));
        free(r.a);
        free(r.b);
        fitted_free(&f);
    }
    fitted twice = fit_one(FIT_TWICE);
    CU_ASSERT_TRUE(oom_each(evaluation, &twice));
    CU_ASSERT_TRUE(oom_each(refit, &twice));
    fitted_free(&twice);
}

static void unseen_levels_without_memory(void)
{
    const double x[] = {1, 2, 3, 4, 5, 6}, y[] = {0, 1, 0, 1, 1, 0};
    const char *known[] = {"a", "a", "b", "b", "a", "b"}, *strange[] = {"c", "a"};
    fitted f = {.name = "levels"};
    logreg_frame *good = of_two("g", x, NULL, known, 6);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(good, "y", y, 6, 1, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_fit_formula(&f.model, good, "y ~ g", NULL, NULL), LOGREG_OK);
    f.frame = of_two("g", x, NULL, strange, 2);
    CU_ASSERT_TRUE(oom_each(refuse_level, &f));
    fitted_free(&f);
    logreg_frame_free(good);
}

/* jansson allocates for itself: a counter of its own makes that fail. Not where it lets the text of a string grow, to twice
 * 16 bytes and on: where that fails, jansson 2.14 reads on behind its end. */
static long left = -1;

static void *failing_malloc(size_t n)
{
    bool grows = n >= 32 && (n & (n - 1)) == 0;
    if (left == 0 && !grows) {
        errno = ENOMEM;
        return NULL;
    }
    left -= left > 0 && !grows;
    return malloc(n);
}

/* As oom_each. */
static bool json_each(bool (*action)(void *context), void *context)
{
    json_malloc_t own_malloc;
    json_free_t own_free;
    json_get_alloc_funcs(&own_malloc, &own_free);
    json_set_alloc_funcs(failing_malloc, free);
    bool ok = true, reached = true;
    long k = 0;
    for (; ok && reached; k = oom_next(k)) {
        left = k;
        ok = action(context);
        reached = left == 0;
    }
    left = -1;
    json_set_alloc_funcs(own_malloc, own_free);
    if (!ok)
        printf("# allocation %ld of jansson failed, and all was not well\n", k);
    return ok && k > 1;
}

static void files_without_memory(void)
{
    static const int which[] = {FIT_BEETLE, FIT_SPECIES, FIT_TOY_B, FIT_ALIASED};
    for (size_t i = 0; i < sizeof which / sizeof *which; i++) {
        fitted f = fit_one(which[i]);
        CU_ASSERT_TRUE(oom_each(saves, &f));
        CU_ASSERT_TRUE(json_each(saves, &f));
        CU_ASSERT_TRUE(oom_each(loads, NULL));
        CU_ASSERT_TRUE(json_each(loads, NULL));
        if (which[i] != FIT_ALIASED)
            CU_ASSERT_TRUE(json_each(evaluation, &f));
        remove(file);
        fitted_free(&f);
    }
}

const test_case tests[] = {
    {"evaluation refuses", evaluation_refuses},
    {"lengths are checked", lengths_are_checked},
    {"rows without memory", rows_without_memory},
    {"unseen levels without memory", unseen_levels_without_memory},
    {"files without memory", files_without_memory},
    {"any part of the rows gets the bits of all", part_of_the_rows},
    {NULL, NULL},
};
