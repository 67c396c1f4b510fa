/* Weights of classes: against R and scikit-learn, by every solver; what is told, kept and refused. */
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

/* R's fits end where steps no longer change the deviance; scikit-learn's where conjugate gradients no longer pay. */
#define TOL_R 1e-9
#define TOL_SKLEARN 2e-7

enum { COEFFICIENTS = 8, CLASSES = 3 };

typedef struct {
    char name[80], file[80], formula[80], class_weight[40], weights[20], trials[20];
    size_t n, k;
    double b[CLASSES][COEFFICIENTS], error[COEFFICIENTS], factor[CLASSES];
} case_of;

static bool read_line(void *to, const char *line)
{
    case_of *c = to;
    size_t i, j;
    double x;
    if (sscanf(line, "estimate %zu %zu %lf", &i, &j, &x) == 3 && i < CLASSES && j < COEFFICIENTS) {
        c->b[i][j] = x;
        c->n = j + 1;
        return true;
    }
    if (sscanf(line, "error %zu %lf", &i, &x) == 2 && i < COEFFICIENTS) {
        c->error[i] = x;
        return true;
    }
    if (sscanf(line, "factor %zu %lf", &i, &x) == 2 && i < CLASSES) {
        c->factor[i] = x;
        c->k = i;
        return true;
    }
    return text_of(c->name, sizeof c->name, line, "case") || text_of(c->file, sizeof c->file, line, "file") ||
           text_of(c->formula, sizeof c->formula, line, "formula") ||
           text_of(c->class_weight, sizeof c->class_weight, line, "class_weight") ||
           text_of(c->weights, sizeof c->weights, line, "weights") ||
           text_of(c->trials, sizeof c->trials, line, "trials");
}

static logreg_options options_of(const case_of *c)
{
    logreg_options o = logreg_options_default();
    o.class_weight = c->class_weight;
    o.weights = or_null(c->weights);
    o.trials = or_null(c->trials);
    return o;
}

/* Estimates within `tolerance` standard errors, or of 1 where the case has none. */
static bool agrees(const case_of *c, const logreg_model *m, double tolerance)
{
    bool ok = logreg_model_coefficients(m) == c->n && logreg_model_classes(m) == c->k + 1;
    for (size_t k = 0; ok && k <= c->k; k++)
        ok = near_rel(logreg_model_class_factor(m, k), c->factor[k], TOL_EXPRESSION);
    for (size_t k = 1; ok && k <= c->k; k++)
        for (size_t i = 0; ok && i < c->n; i++)
            ok = near_abs(logreg_model_coefficient(m, k, i), c->b[k][i],
                          tolerance * (c->error[i] > 0 ? c->error[i] : 1));
    if (!ok)
        printf("# case %s\n", c->name);
    return ok;
}

static void check_case(const void *of, void *tolerance)
{
    const case_of *c = of;
    logreg_frame *frame = frame_of_file(c->file);
    logreg_options o = options_of(c);
    logreg_model *m = fit_frame(frame, c->formula, &o);
    CU_ASSERT_TRUE(agrees(c, m, *(const double *)tolerance));
    CU_ASSERT_TRUE(logreg_model_class_weighted(m) && logreg_model_converged(m));
    logreg_model_free(m);
    logreg_frame_free(frame);
}

static size_t check_file(const char *name, double tolerance)
{
    return each_case(name, sizeof(case_of), read_line, check_case, &tolerance);
}

static void r(void)
{
    CU_ASSERT_EQUAL(check_file("tests/reference/class_weights.txt", TOL_R), 8);
}

static void sklearn(void)
{
    CU_ASSERT_EQUAL(check_file("tests/reference/class_weights_sklearn.txt", TOL_SKLEARN), 3);
}

/* Weights of rows that say the same give the same coefficients, whatever the solver. */
static void every_solver(void)
{
    logreg_frame *frame = frame_of_file("tests/reference/data/pupils.csv");
    size_t n = logreg_frame_rows(frame), passed = logreg_frame_find(frame, "passed");
    double *w = malloc(n * sizeof *w);
    CU_ASSERT_PTR_NOT_NULL_FATAL(w);
    for (size_t i = 0; i < n; i++)
        w[i] = logreg_frame_number(frame, i, passed) == 1 ? 4 : 0.5;
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(frame, "v", w, n, 1, NULL), LOGREG_OK);
    free(w);
    logreg_options o = logreg_options_default();
    o.weights = "v";
    logreg_model *want = fit_frame(frame, "passed ~ x + sex", &o);
    o = logreg_options_default();
    o.class_weight = "0=0.5,1=4";
    for (size_t s = 0; logreg_solver_name(s); s++) {
        o.solver = logreg_solver_name(s);
        if (strcmp(o.solver, "cd") == 0 || strcmp(o.solver, "dual") == 0)
            continue; /* wants a penalty */
        logreg_model *m = fit_frame(frame, "passed ~ x + sex", &o);
        double tolerance = logreg_model_converged(m) ? 1e-9 : 1;
        for (size_t j = 0; j < 3; j++)
            CU_ASSERT_TRUE(near_abs(logreg_model_coefficient(m, 1, j), logreg_model_coefficient(want, 1, j),
                                    tolerance * error_of(want, 1, j)));
        CU_ASSERT_EQUAL(logreg_model_n_obs(m), (double)n);
        logreg_model_free(m);
    }
    logreg_model_free(want);
    logreg_frame_free(frame);
}

/* Balanced classes make a world of halves: mean probabilities, rows so weighed, are 1/2; ranks stay what they are. */
static void what_is_told(void)
{
    logreg_frame *frame = frame_shipped("challenger");
    logreg_options o = logreg_options_default();
    logreg_model *plain = fit_frame(frame, "distress ~ temperature", &o);
    o.class_weight = "balanced";
    logreg_model *m = fit_frame(frame, "distress ~ temperature", &o);
    size_t n = logreg_frame_rows(frame);
    gsl_matrix *P = gsl_matrix_alloc(n, 2);
    gsl_vector *y = gsl_vector_alloc(n), *w = gsl_vector_alloc(n);
    CU_ASSERT_EQUAL_FATAL(logreg_predict_proba_frame(m, frame, P, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_model_outcome_frame(m, frame, y, w, NULL), LOGREG_OK);
    double sum = 0;
    for (size_t i = 0; i < n; i++) {
        CU_ASSERT_EQUAL(gsl_vector_get(w, i), 1);
        sum += logreg_model_class_factor(m, (size_t)gsl_vector_get(y, i)) * gsl_matrix_get(P, i, 1);
    }
    CU_ASSERT_TRUE(near_rel(sum, (double)n / 2, TOL_LONG));
    CU_ASSERT_TRUE(near_rel(logreg_model_auc(m), logreg_model_auc(plain), TOL_SUM));
    CU_ASSERT_EQUAL(logreg_model_class_weight(m, 1), 7);
    CU_ASSERT_EQUAL(logreg_model_class_factor(plain, 1), 1);
    CU_ASSERT_FALSE(logreg_model_class_weighted(plain));
    CU_ASSERT_TRUE(isnan(logreg_model_class_factor(m, 2)));
    const double none[] = {logreg_model_log_likelihood(m),
                           logreg_model_deviance(m),
                           logreg_model_aic(m),
                           logreg_model_bic(m),
                           logreg_model_brier(m),
                           logreg_model_r2(m).mcfadden,
                           logreg_model_auc_se(m),
                           logreg_model_covariance(m, 1, 1, 1, 1),
                           logreg_inference_lr(m).p,
                           logreg_inference_score(m).p,
                           logreg_inference_wald(m).p};
    for (size_t i = 0; i < sizeof none / sizeof *none; i++)
        CU_ASSERT_TRUE(isnan(none[i]));
    CU_ASSERT_TRUE(isfinite(logreg_model_r2(m).tjur));
    gsl_matrix_free(P);
    gsl_vector_free(y);
    gsl_vector_free(w);
    logreg_model_free(plain);
    logreg_model_free(m);
    logreg_frame_free(frame);
}

static void kept(void)
{
    char path[] = "/tmp/class_weights_XXXXXX";
    int made = mkstemp(path);
    CU_ASSERT_TRUE_FATAL(made >= 0);
    close(made);
    logreg_frame *frame = frame_shipped("challenger");
    logreg_options o = logreg_options_default();
    o.class_weight = "1=2.5";
    logreg_model *m = fit_frame(frame, "distress ~ temperature", &o), *back = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_model_save(m, path, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_model_load(&back, path, NULL), LOGREG_OK);
    CU_ASSERT_TRUE(logreg_model_class_weighted(back));
    CU_ASSERT_EQUAL(logreg_model_class_factor(back, 0), 1);
    CU_ASSERT_EQUAL(logreg_model_class_factor(back, 1), 2.5);
    CU_ASSERT_TRUE(isnan(logreg_model_aic(back)));
    logreg_model_free(back);
    logreg_model_free(m);
    logreg_frame_free(frame);
    unlink(path);
}

/* Labels may hold what the list is made of; numbers may be written in any way. */
static void labels(void)
{
    const double x[] = {1, 2, 3, 4, 5, 6};
    const char *y[] = {"a=1,b", "a", "a=1,b", "a", "a=1,b", "a"};
    logreg_frame *frame = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_frame_new(&frame, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(frame, "x", x, 6, 1, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_category(frame, "y", y, 6, NULL), LOGREG_OK);
    logreg_options o = logreg_options_default();
    o.class_weight = "a=1,b=3,a=2";
    logreg_model *m = fit_frame(frame, "y ~ x", &o);
    CU_ASSERT_EQUAL(logreg_model_class_factor(m, 0), 2);
    CU_ASSERT_EQUAL(logreg_model_class_factor(m, 1), 3);
    logreg_model_free(m);
    logreg_frame_free(frame);
    frame = frame_shipped("challenger");
    o.class_weight = "1.0=2,0e0=3";
    m = fit_frame(frame, "distress ~ temperature", &o);
    CU_ASSERT_EQUAL(logreg_model_class_factor(m, 0), 3);
    CU_ASSERT_EQUAL(logreg_model_class_factor(m, 1), 2);
    logreg_model_free(m);
    logreg_frame_free(frame);
}

static bool refuses(const logreg_frame *frame, const logreg_options *o, logreg_status want, const char *part)
{
    logreg_error err = {.message = ""};
    logreg_model *m = NULL;
    bool ok = logreg_fit_formula(&m, frame, "distress ~ temperature", o, &err) == want && !m &&
              strstr(err.message, part);
    if (!ok)
        printf("# %s: %s\n", part, err.message);
    logreg_model_free(m);
    return ok;
}

static void refused(void)
{
    logreg_frame *frame = frame_shipped("challenger");
    logreg_options o = logreg_options_default();
    static const struct {
        const char *text;
        logreg_status status;
        const char *part;
    } list[] = {
        {"", LOGREG_EINVAL, "class weights are empty"},
        {"even", LOGREG_EINVAL, "such as '1=2': 'even' is neither"},
        {"2=1", LOGREG_EDATA,
         "class weights name '2', which is no class of the target 'distress'; it has '0', '1'"},
        {"1=0", LOGREG_EINVAL, "the weight of class '1' is '0'"},
        {"1=-2", LOGREG_EINVAL, "the weight of class '1' is '-2'"},
        {"0=1,1=inf", LOGREG_EINVAL, "the weight of class '1' is 'inf'"},
        {"1=1,1=2", LOGREG_EINVAL, "class '1' is given two weights"},
        {"1=2,,", LOGREG_EINVAL, "',' is neither"},
    };
    for (size_t i = 0; i < sizeof list / sizeof *list; i++) {
        o.class_weight = list[i].text;
        CU_ASSERT_TRUE(refuses(frame, &o, list[i].status, list[i].part));
    }
    o.class_weight = "balanced";
    o.vcov = "HC0";
    CU_ASSERT_TRUE(refuses(frame, &o, LOGREG_EINVAL, "class_weight does not go with vcov"));
    o.vcov = NULL;
    o.penalty = "firth";
    CU_ASSERT_TRUE(refuses(frame, &o, LOGREG_EINVAL, "class_weight does not go with this penalty"));
    o.penalty = "none";
    o.strata = "temperature";
    CU_ASSERT_TRUE(refuses(frame, &o, LOGREG_EINVAL, "class_weight does not go with strata"));
    o.strata = NULL;
    o.sampling_weights = "temperature";
    CU_ASSERT_TRUE(refuses(frame, &o, LOGREG_EINVAL, "class_weight does not go with sampling weights"));
    o.sampling_weights = NULL;

    logreg_error err;
    logreg_model *m = fit_frame(frame, "distress ~ temperature", &o), *stepped = NULL;
    logreg_study *study = NULL;
    logreg_hypotheses *hypotheses = NULL;
    logreg_steps *steps = NULL;
    const logreg_model *both[] = {m, m};
    const char *text = "temperature = 0";
    logreg_comparison compared[2];
    gsl_vector *low = gsl_vector_alloc(23), *high = gsl_vector_alloc(23);
    CU_ASSERT_EQUAL(logreg_study_new(&study, m, frame, 0, &err), LOGREG_EDATA);
    CU_ASSERT_PTR_NOT_NULL(strstr(err.message, "class weights"));
    CU_ASSERT_EQUAL(logreg_hypotheses_new(&hypotheses, m, &text, 1, NULL, &err), LOGREG_EDATA);
    CU_ASSERT_PTR_NOT_NULL(strstr(err.message, "class weights"));
    CU_ASSERT_EQUAL(logreg_compare(compared, both, 2, &err), LOGREG_EDATA);
    CU_ASSERT_PTR_NOT_NULL(strstr(err.message, "class weights"));
    CU_ASSERT_EQUAL(logreg_predict_interval_frame(m, frame, 0.95, low, high, &err), LOGREG_EDATA);
    CU_ASSERT_PTR_NOT_NULL(strstr(err.message, "class weights"));
    CU_ASSERT_EQUAL(logreg_step(&stepped, &steps, frame, "distress ~ temperature", &o, NULL, &err),
                    LOGREG_EINVAL);
    CU_ASSERT_PTR_NOT_NULL(strstr(err.message, "class weights"));
    gsl_vector_free(low);
    gsl_vector_free(high);
    logreg_model_free(m);
    logreg_frame_free(frame);
}

static bool fit_once(void *context)
{
    logreg_options o = logreg_options_default();
    logreg_model *m = NULL;
    o.class_weight = "0=2,1.0=3";
    logreg_status status = logreg_fit_formula(&m, context, "y ~ x1 + x2", &o, NULL);
    bool ok = status == LOGREG_OK ? logreg_model_class_factor(m, 1) == 3 : status == LOGREG_ENOMEM && !m;
    logreg_model_free(m);
    return ok;
}

static void memory(void)
{
    const double x1[] = {1, 2, 3, 4, 5, 6}, x2[] = {2, 1, 4, 1, 3, 5}, y[] = {0, 1, 0, 1, 0, 1};
    logreg_frame *frame = frame_of_two(x1, x2, 1, y, 6);
    CU_ASSERT_TRUE(oom_each(fit_once, frame));
    logreg_frame_free(frame);
}

const test_case tests[] = {{"R's glm", r},
                           {"scikit-learn", sklearn},
                           {"every solver", every_solver},
                           {"what is told", what_is_told},
                           {"save and load", kept},
                           {"labels", labels},
                           {"refused", refused},
                           {"failing allocations", memory},
                           {NULL, NULL}};
