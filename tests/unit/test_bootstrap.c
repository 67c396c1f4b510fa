/* Bootstrap intervals of penalised fits: against glmnet on the same resamples, against fits through the door; kept, told, refused. */
#include "harness.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <logreg.h>

#include "case_file.h"
#include "frames.h"
#include "oom.h"

#include "model/held/resample.h"

/* What glmnet's own stopping leaves, and what the refits' does: violations of 1e-9 of the largest lambda. */
#define TOL_GLMNET 1e-6
#define TOL_DOOR 1e-7

enum { COEFFICIENTS = 12, STRENGTHS = 8 };

typedef struct {
    char name[60], file[80], formula[80], weights[20], penalty[20], seed[30], group[20];
    double refits, l1_ratio, lambda, level, folds, low[COEFFICIENTS], high[COEFFICIENTS];
    size_t n, n_strengths; /* of a path */
    double strength[STRENGTHS];
} expected;

static bool read_line(void *to, const char *line)
{
    expected *e = to;
    size_t i;
    double low, high;
    if (sscanf(line, "interval %zu %lf %lf", &i, &low, &high) == 3 && i < COEFFICIENTS) {
        e->low[i] = low;
        e->high[i] = high;
        e->n = i + 1;
        return true;
    }
    if (e->n_strengths < STRENGTHS && sscanf(line, "strength %*u %lf", &e->strength[e->n_strengths]) == 1)
        return ++e->n_strengths;
    return text_of(e->group, sizeof e->group, line, "group") || number_of(&e->folds, line, "folds") ||
           text_of(e->name, sizeof e->name, line, "case") || text_of(e->file, sizeof e->file, line, "file") ||
           text_of(e->formula, sizeof e->formula, line, "formula") ||
           text_of(e->weights, sizeof e->weights, line, "weights") ||
           text_of(e->penalty, sizeof e->penalty, line, "penalty") ||
           text_of(e->seed, sizeof e->seed, line, "seed") || number_of(&e->refits, line, "refits") ||
           number_of(&e->l1_ratio, line, "l1_ratio") || number_of(&e->lambda, line, "lambda") ||
           number_of(&e->level, line, "level");
}

static bool agrees(const expected *e)
{
    logreg_frame *frame = frame_of_file(e->file);
    logreg_options o = logreg_options_default();
    logreg_bootstrap_options b = logreg_bootstrap_options_default();
    logreg_model *m = NULL;
    char weights[20];
    o.penalty = e->penalty;
    o.l1_ratio = e->l1_ratio;
    o.lambda = e->lambda;
    o.standardize = true;
    o.weights = sscanf(e->weights, "%19s", weights) == 1 ? weights : NULL;
    b.n_refits = (size_t)e->refits;
    b.level = e->level;
    b.random_state = strtoull(e->seed, NULL, 10);
    logreg_error err = {.message = ""};
    logreg_path_options p = logreg_path_options_default();
    logreg_path *path = NULL;
    p.lambda = e->strength;
    p.n_lambda = e->n_strengths;
    p.folds = (size_t)e->folds;
    p.group = e->group;
    p.bootstrap = &b;
    logreg_status status = p.n_lambda ? logreg_path_new(&path, &m, frame, e->formula, &o, &p, &err)
                                      : logreg_fit_bootstrap(&m, frame, e->formula, &o, &b, &err);
    bool ok = status == LOGREG_OK && logreg_model_coefficients(m) == e->n &&
              logreg_model_bootstrapped(m).lambda_chosen == (path != NULL);
    for (size_t j = 0; ok && j < e->n; j++) {
        double low, high;
        ok = logreg_model_bootstrap_interval(&low, &high, m, 1, j) && near_abs(low, e->low[j], TOL_GLMNET) &&
             near_abs(high, e->high[j], TOL_GLMNET);
    }
    if (!ok)
        printf("# case %s %s\n", e->name, err.message);
    logreg_path_free(path);
    logreg_model_free(m);
    logreg_frame_free(frame);
    return ok;
}

static void check_case(const void *of, void *data)
{
    (void)data;
    CU_ASSERT(agrees(of));
}

static void equal_to_glmnet(void)
{
    CU_ASSERT_EQUAL(each_case("tests/reference/bootstrap.txt", sizeof(expected), read_line, check_case, NULL),
                    4);
}

/* ---- Against fits through the door ---- */

static logreg_frame *frame_of_rows(void)
{
    return frame_of_file("tests/reference/data/path.csv");
}

enum { B = 39, CLASSES = 3, P = 4 };

static int ascending(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* Draws as the library does, and fits each resample anew, with draws for frequencies, of three classes; 39 of them have their ends at level 0.95 in the outermost. */
static void refits_are_fits(void)
{
    logreg_frame *frame = frame_of_rows();
    const char *formula = "z ~ x1 + x2 + x8";
    logreg_options o = logreg_options_default();
    logreg_bootstrap_options b = {.n_refits = B, .level = 0.95, .random_state = 5};
    o.penalty = "elasticnet";
    o.lambda = 0.02;
    o.standardize = true;
    o.threads = 3;
    logreg_model *m = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_fit_bootstrap(&m, frame, formula, &o, &b, NULL), LOGREG_OK);

    logreg__rows *rows = NULL;
    logreg__response *response = NULL;
    const logreg__outcome outcome = {.target = "z"};
    size_t n = logreg_frame_rows(frame);
    CU_ASSERT_EQUAL_FATAL(logreg__rows_complete(&rows, frame, NULL, 0, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg__response_new(&response, &outcome, frame, rows, NULL), LOGREG_OK);
    logreg__population population;
    logreg__resample resample;
    const logreg__design none = {0};
    CU_ASSERT_EQUAL_FATAL(logreg__population_make(&population, frame, rows, response, NULL), LOGREG_OK);
    CU_ASSERT_FATAL(logreg__resample_init(&resample, &population, &none));
    static double value[CLASSES][P][B];
    for (size_t i = 0; i < B; i++) {
        logreg_frame *drawn = frame_of_rows();
        logreg_options weighted = o;
        logreg__resample_draw(&resample, 5, i);
        CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(drawn, "drawn", resample.w, n, 1, NULL), LOGREG_OK);
        weighted.weights = "drawn";
        logreg_model *again = fit_frame(drawn, formula, &weighted);
        for (size_t k = 0; k < CLASSES; k++)
            for (size_t j = 0; j < P; j++)
                value[k][j][i] = logreg_model_coefficient(again, k, j);
        logreg_model_free(again);
        logreg_frame_free(drawn);
    }
    for (size_t k = 0; k < CLASSES; k++)
        for (size_t j = 0; j < P; j++) {
            double low, high;
            qsort(value[k][j], B, sizeof(double), ascending);
            CU_ASSERT(logreg_model_bootstrap_interval(&low, &high, m, k, j));
            CU_ASSERT(near_abs(low, value[k][j][0], TOL_DOOR));
            CU_ASSERT(near_abs(high, value[k][j][B - 1], TOL_DOOR));
        }
    logreg__resample_clear(&resample);
    logreg__population_clear(&population);
    logreg__response_free(response);
    logreg__rows_free(rows);
    logreg_model_free(m);
    logreg_frame_free(frame);
}

/* ---- Kept and told ---- */

static void models_keep_them(void)
{
    logreg_frame *frame = frame_of_rows();
    const char *formula = "y ~ x1 + x2";
    logreg_options o = logreg_options_default();
    logreg_bootstrap_options b = {.n_refits = 19, .level = 0.9};
    o.penalty = "l1";
    o.lambda = 0.05;
    o.threads = 1;
    logreg_model *m = NULL, *many = NULL, *back = NULL, *plain = fit_frame(frame, formula, &o);
    CU_ASSERT_EQUAL_FATAL(logreg_fit_bootstrap(&m, frame, formula, &o, &b, NULL), LOGREG_OK);
    o.threads = 4;
    CU_ASSERT_EQUAL_FATAL(logreg_fit_bootstrap(&many, frame, formula, &o, &b, NULL), LOGREG_OK);
    char path[] = "/tmp/logreg-bootstrap-XXXXXX";
    close(mkstemp(path));
    CU_ASSERT_EQUAL_FATAL(logreg_model_save(m, path, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_model_load(&back, path, NULL), LOGREG_OK);
    unlink(path);
    logreg_model_bootstrap x = logreg_model_bootstrapped(back);
    CU_ASSERT(x.n_refits == 19 && x.level == 0.9 && x.n_lacking == 0 && x.n_unconverged == 0);
    logreg_inference_options io = logreg_inference_options_default();
    logreg_inference *inference = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_inference_new(&inference, back, &io, NULL), LOGREG_OK);
    CU_ASSERT(inference->level == 0.9 && same_text(inference->method, "bootstrap"));
    for (size_t j = 0; j < 3; j++) {
        double low, high, low_many, high_many;
        const logreg_coefficient *c = &inference->coefficient[j];
        CU_ASSERT(logreg_model_bootstrap_interval(&low, &high, m, 1, j));
        CU_ASSERT(logreg_model_bootstrap_interval(&low_many, &high_many, many, 1, j));
        CU_ASSERT(low == low_many && high == high_many); /* the same bits at any number of threads */
        CU_ASSERT(c->low == low && c->high == high && low <= high && isnan(c->std_error) && isnan(c->p));
        CU_ASSERT(c->odds_ratio_low == exp(low) && c->odds_ratio_high == exp(high));
        CU_ASSERT(logreg_model_coefficient(m, 1, j) == logreg_model_coefficient(plain, 1, j));
        logreg_coefficient other;
        CU_ASSERT_EQUAL(logreg_inference_coefficient(&other, m, 1, j, 0.8, NULL), LOGREG_OK);
        CU_ASSERT(isnan(other.low) && isnan(other.high)); /* what is kept is of one level */
    }
    double low, high;
    CU_ASSERT(!logreg_model_bootstrap_interval(&low, &high, plain, 1, 0) && isnan(low) && isnan(high));
    CU_ASSERT(!logreg_model_bootstrap_interval(&low, &high, m, 2, 0));
    CU_ASSERT(!logreg_model_bootstrap_interval(&low, &high, m, 1, 3));
    CU_ASSERT_EQUAL(logreg_model_bootstrapped(plain).n_refits, 0);
    logreg_inference_free(inference);
    logreg_model_free(m);
    logreg_model_free(many);
    logreg_model_free(back);
    logreg_model_free(plain);
    logreg_frame_free(frame);
}

/* Intervals of what a path chooses: the same bits at any number of threads, kept, and told from those at one lambda; and what has none. */
static void paths(void)
{
    logreg_frame *frame = frame_of_rows();
    const char *formula = "z ~ poly(x1, 2) + x2";
    logreg_options o = logreg_options_default();
    logreg_bootstrap_options b = {.n_refits = 19, .level = 0.9};
    logreg_path_options p = logreg_path_options_default();
    logreg_path *path = NULL, *other = NULL;
    logreg_model *one = NULL, *many = NULL, *back = NULL;
    o.penalty = "l1";
    o.threads = 1;
    p.n_lambda = 6;
    p.folds = 3;
    p.rule = "1se";
    p.bootstrap = &b;
    CU_ASSERT_EQUAL_FATAL(logreg_path_new(&path, &one, frame, formula, &o, &p, NULL), LOGREG_OK);
    o.threads = 3;
    CU_ASSERT_EQUAL_FATAL(logreg_path_new(&other, &many, frame, formula, &o, &p, NULL), LOGREG_OK);
    char file[] = "/tmp/logreg-bootstrap-XXXXXX";
    close(mkstemp(file));
    CU_ASSERT_EQUAL_FATAL(logreg_model_save(one, file, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_model_load(&back, file, NULL), LOGREG_OK);
    unlink(file);
    CU_ASSERT(logreg_model_bootstrapped(back).lambda_chosen);
    for (size_t k = 0; k < 3; k++)
        for (size_t j = 0; j < 4; j++) {
            double low[3], high[3];
            const logreg_model *m[] = {one, many, back};
            for (int i = 0; i < 3; i++)
                CU_ASSERT(logreg_model_bootstrap_interval(&low[i], &high[i], m[i], k, j));
            CU_ASSERT(low[0] == low[1] && low[0] == low[2] && high[0] == high[1] && high[0] == high[2]);
        }
    logreg_path_free(path);
    logreg_path_free(other);
    logreg_model_free(one);
    logreg_model_free(many);
    logreg_model_free(back);

    static const char *const of[] = {"y ~ x1", "y ~ x2"};
    const logreg_grid_options how = {.formula = of, .n_formulas = 2};
    logreg_grid *grid = NULL;
    logreg_error err;
    path = NULL;
    one = NULL;
    CU_ASSERT_EQUAL(logreg_grid_new(&grid, &one, frame, &o, &p, &how, &err), LOGREG_EINVAL);
    CU_ASSERT_PTR_NOT_NULL(strstr(err.message, "bootstrap intervals are of one path"));
    p.folds = 0;
    CU_ASSERT_EQUAL(logreg_path_new(&path, &one, frame, formula, &o, &p, &err), LOGREG_EINVAL);
    CU_ASSERT_PTR_NOT_NULL(strstr(err.message, "choose lambda on folds, and folds is 0"));
    p.folds = 3;
    b.n_refits = 18;
    CU_ASSERT_EQUAL(logreg_path_new(&path, &one, frame, formula, &o, &p, &err), LOGREG_EINVAL);
    CU_ASSERT_PTR_NOT_NULL(strstr(err.message, "take 19 or more"));
    CU_ASSERT(!path && !one && !grid);
    logreg_frame_free(frame);
}

static void fits_that_are_refused(void)
{
    const double x[] = {1, 2, 3, 4, 5, 6}, rare[] = {0, 0, 0, 0, 0, 1}, half[] = {1, 1.5, 1, 1, 1, 1};
    logreg_frame *frame = frame_of_two(x, half, 1, rare, 6);
    static const struct {
        const char *penalty, *class_weight, *weights;
        size_t n;
        double level;
        logreg_status status;
        const char *message;
    } cases[] = {
        {"none", NULL, NULL, 39, 0.95, LOGREG_EINVAL,
         "bootstrap intervals are for penalties 'l2', 'l1' and 'elasticnet', and penalty is 'none', whose "
         "fits "
         "have intervals by their likelihood"},
        {"l2", "balanced", NULL, 39, 0.95, LOGREG_EINVAL,
         "resamples draw rows as they are, not as class weights count them; leave class_weight out"},
        {"l2", NULL, NULL, 39, 1, LOGREG_EINVAL, "the confidence level is 1; it must be between 0 and 1"},
        {"l2", NULL, NULL, 38, 0.95, LOGREG_EINVAL,
         "38 resamples are too few for intervals at level 0.95, whose ends lie beyond the outermost of them; "
         "take "
         "39 or more"},
        {"l2", NULL, "x2", 39, 0.95, LOGREG_EDATA,
         "row 2: a frequency of 1.5 in column 'x2' is no number of rows that could be drawn; resamples need "
         "whole "
         "frequencies"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        logreg_options o = logreg_options_default();
        logreg_bootstrap_options b = {.n_refits = cases[i].n, .level = cases[i].level};
        logreg_model *m = NULL;
        logreg_error err = {0};
        o.penalty = cases[i].penalty;
        o.class_weight = cases[i].class_weight;
        o.weights = cases[i].weights;
        CU_ASSERT_EQUAL(logreg_fit_bootstrap(&m, frame, "y ~ x1", &o, &b, &err), cases[i].status);
        CU_ASSERT(same_text(err.message, cases[i].message));
        CU_ASSERT_PTR_NULL(m);
    }
    /* Of one event in six rows a third of the resamples has none; of one in two, half of them lack a class. */
    logreg_options o = logreg_options_default();
    logreg_bootstrap_options b = {.n_refits = 39, .level = 0.95};
    logreg_model *m = NULL;
    o.penalty = "l2";
    CU_ASSERT_EQUAL_FATAL(logreg_fit_bootstrap(&m, frame, "y ~ x1", &o, &b, NULL), LOGREG_OK);
    size_t lacking = logreg_model_bootstrapped(m).n_lacking;
    CU_ASSERT(lacking > 4 && lacking < 20);
    logreg_model_free(m);
    logreg_frame_free(frame);
    m = NULL;
    frame = frame_of_two(x, x, 1, rare + 4, 2);
    logreg_error err;
    size_t failed = 0;
    for (b.random_state = 0; b.random_state < 4;
         b.random_state++) { /* of two rows half of the resamples are one of them twice */
        logreg_status status = logreg_fit_bootstrap(&m, frame, "y ~ x1", &o, &b, &err);
        CU_ASSERT(status == LOGREG_OK ||
                  (status == LOGREG_EDATA && strstr(err.message, "of 39 resamples cannot be fitted")));
        failed += status == LOGREG_EDATA;
        logreg_model_free(m);
        m = NULL;
    }
    CU_ASSERT(failed > 0);
    logreg_frame_free(frame);
}

static bool fit_small(void *data)
{
    logreg_options o = logreg_options_default();
    logreg_bootstrap_options b = {.n_refits = 3, .level = 0.5};
    o.penalty = "l2";
    o.measures = false;
    o.threads = 1;
    logreg_model *m = NULL;
    logreg_status status = logreg_fit_bootstrap(&m, data, "y ~ x1", &o, &b, NULL);
    logreg_model_free(m);
    return status == LOGREG_OK || status == LOGREG_ENOMEM;
}

static bool path_small(void *data)
{
    logreg_options o = logreg_options_default();
    logreg_bootstrap_options b = {.n_refits = 3, .level = 0.5};
    logreg_path_options p = logreg_path_options_default();
    logreg_path *path = NULL;
    logreg_model *m = NULL;
    o.penalty = "l2";
    o.measures = false;
    o.threads = 1;
    p.n_lambda = 1;
    p.folds = 2;
    p.bootstrap = &b;
    logreg_status status = logreg_path_new(&path, &m, data, "y ~ x1", &o, &p, NULL);
    logreg_path_free(path);
    logreg_model_free(m);
    return status == LOGREG_OK || status == LOGREG_ENOMEM;
}

static void memory_may_be_out(void)
{
    const double x[] = {1, 2, 3, 4, 5, 6}, y[] = {0, 1, 0, 1, 0, 1};
    logreg_frame *frame = frame_of_two(x, x, 1, y, 6);
    CU_ASSERT(oom_each(fit_small, frame));
    CU_ASSERT(oom_each(path_small, frame));
    logreg_frame_free(frame);
}

const test_case tests[] = {
    {"intervals are glmnet's on the same resamples", equal_to_glmnet},
    {"refits are fits", refits_are_fits},
    {"models keep them", models_keep_them},
    {"paths choose in each resample", paths},
    {"fits that are refused", fits_that_are_refused},
    {"memory may be out", memory_may_be_out},
    {NULL, NULL},
};
