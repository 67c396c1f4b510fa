/* Penalties on sizes: against glmnet and scikit-learn; what is told, kept and refused. */
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

/* glmnet's last steps change its coefficients by less than this, scikit-learn's by the other. */
#define TOL_GLMNET 1e-8
#define TOL_SKLEARN 1e-7

/* Units that are no powers of two round each value anew; slopes are told to 1e-10 of the largest lambda. */
#define TOL_UNITS 1e-9

enum { COEFFICIENTS = 12, CLASSES = 3, PARTS = 4 };

typedef struct {
    char name[80], file[80], formula[120], penalty[20], class_weight[60], weights[20], offset[20], trials[20];
    double C, lambda, l1_ratio, standardize;
    char part_name[PARTS][40];
    logreg_penalty_part part[PARTS];
    size_t n_parts, n, first, last;
    double b[CLASSES][COEFFICIENTS];
} case_of;

static bool read_part(case_of *c, const char *line)
{
    char name[40];
    double x, y;
    bool factor = sscanf(line, "factor %39s %lf", name, &x) == 2;
    if (c->n_parts == PARTS || (!factor && sscanf(line, "bounds %39s %lf %lf", name, &x, &y) != 3))
        return false;
    memcpy(c->part_name[c->n_parts], name, sizeof name);
    c->part[c->n_parts++] =
        factor ? (logreg_penalty_part){NULL, x, -INFINITY, INFINITY} : (logreg_penalty_part){NULL, 1, x, y};
    return true;
}

static bool read_line(void *to, const char *line)
{
    case_of *c = to;
    size_t i, j;
    double x;
    if (sscanf(line, "estimate %zu %zu %lf", &i, &j, &x) == 3 && i < CLASSES && j < COEFFICIENTS) {
        c->first = c->n == 0 ? i : c->first;
        c->last = i;
        c->b[i][j] = x;
        c->n = j + 1;
        return true;
    }
    return text_of(c->name, sizeof c->name, line, "case") || text_of(c->file, sizeof c->file, line, "file") ||
           text_of(c->formula, sizeof c->formula, line, "formula") ||
           text_of(c->penalty, sizeof c->penalty, line, "penalty") ||
           text_of(c->class_weight, sizeof c->class_weight, line, "class_weight") ||
           text_of(c->weights, sizeof c->weights, line, "weights") ||
           text_of(c->offset, sizeof c->offset, line, "offset") ||
           text_of(c->trials, sizeof c->trials, line, "trials") || number_of(&c->C, line, "C") ||
           number_of(&c->lambda, line, "lambda") || number_of(&c->l1_ratio, line, "l1_ratio") ||
           number_of(&c->standardize, line, "standardize") || read_part(c, line);
}

static logreg_options options_of(case_of *c)
{
    logreg_options o = logreg_options_default();
    for (size_t i = 0; i < c->n_parts; i++)
        c->part[i].name = c->part_name[i];
    o.penalty = c->penalty;
    o.C = c->C;
    o.lambda = c->lambda;
    o.l1_ratio = c->l1_ratio > 0 ? c->l1_ratio : o.l1_ratio;
    o.standardize = c->standardize == 1;
    o.parts = c->part;
    o.n_parts = c->n_parts;
    o.class_weight = or_null(c->class_weight);
    o.weights = or_null(c->weights);
    o.offset = or_null(c->offset);
    o.trials = or_null(c->trials);
    return o;
}

/* Within the tolerance of the largest coefficient of its class; what is 0 for one is for the other. */
static bool agrees(const case_of *c, const logreg_model *m, double tolerance, bool zeros)
{
    bool ok = logreg_model_coefficients(m) == c->n && logreg_model_first_class(m) == c->first &&
              logreg_model_classes(m) == c->last + 1;
    for (size_t k = c->first; ok && k <= c->last; k++) {
        double size = 1;
        for (size_t i = 0; i < c->n; i++)
            size = fmax(size, fabs(c->b[k][i]));
        for (size_t i = 0; ok && i < c->n; i++) {
            double b = logreg_model_coefficient(m, k, i);
            ok = near_abs(b, c->b[k][i], tolerance * size) && (!zeros || (b == 0) == (c->b[k][i] == 0));
        }
    }
    if (!ok)
        printf("# case %s\n", c->name);
    return ok;
}

/* By the solver that 'auto' takes, and those that can otherwise. */
typedef struct {
    double tolerance;
    bool zeros;
} strictness;

static void check_case(const void *of, void *data)
{
    case_of own = *(const case_of *)of, *c = &own; /* parts are to name it */
    const strictness *as = data;
    logreg_frame *frame = frame_of_file(c->file);
    logreg_options o = options_of(c);
    static const char *const solvers[] = {"auto", "cd", "lbfgs", "dual"};
    bool bounded = false;
    for (size_t i = 0; i < o.n_parts; i++)
        bounded = bounded || isfinite(o.parts[i].low) || isfinite(o.parts[i].high);
    bool ridge = strcmp(o.penalty, "l2") == 0 && !bounded;
    for (size_t s = 0; s < sizeof solvers / sizeof *solvers - !ridge; s++) {
        o.solver = solvers[s];
        o.max_iter = 20000;
        logreg_model *m = fit_frame(frame, c->formula, &o);
        CU_ASSERT_TRUE(agrees(c, m, as->tolerance, as->zeros));
        CU_ASSERT_TRUE(logreg_model_converged(m) && logreg_model_violation(m) < 1e-9);
        if (c->lambda > 0)
            CU_ASSERT_EQUAL(logreg_model_lambda(m), c->lambda);
        if (c->C > 0)
            CU_ASSERT_TRUE(near_rel(logreg_model_C(m), c->C, TOL_EXPRESSION));
        logreg_model_free(m);
    }
    logreg_frame_free(frame);
}

static size_t check_file(const char *name, double tolerance, bool zeros)
{
    strictness as = {tolerance, zeros};
    return each_case(name, sizeof(case_of), read_line, check_case, &as);
}

static void glmnet(void)
{
    CU_ASSERT_EQUAL(check_file("tests/reference/penalties.txt", TOL_GLMNET, true), 27);
}

static void sklearn(void)
{
    CU_ASSERT_EQUAL(check_file("tests/reference/penalties_sklearn.txt", TOL_SKLEARN, false), 14);
}

/* ---- What is told ---- */

static logreg_options lasso(double lambda)
{
    logreg_options o = logreg_options_default();
    o.penalty = "l1";
    o.lambda = lambda;
    return o;
}

/* From the largest lambda on all coefficients are 0; just below it one is not. */
static void the_largest_lambda(void)
{
    static const char *const formulas[] = {"vs ~ mpg + wt + hp", "gear ~ mpg + wt + hp + C(am)"};
    logreg_frame *frame = frame_shipped("mtcars");
    for (size_t i = 0; i < 2; i++) {
        logreg_options o = lasso(1e6);
        logreg_model *m = fit_frame(frame, formulas[i], &o);
        double largest = logreg_model_largest_lambda(m);
        CU_ASSERT_EQUAL(logreg_model_nonzero(m), 0);
        CU_ASSERT_TRUE(near_abs(logreg_model_explained(m), 0, TOL_LONG));
        CU_ASSERT_TRUE(logreg_model_converged(m));
        logreg_model_free(m);
        o.lambda = largest * (1 - 1e-6);
        m = fit_frame(frame, formulas[i], &o);
        CU_ASSERT_EQUAL(logreg_model_nonzero(m), 1);
        logreg_model_free(m);
        o.lambda = largest * (1 + 1e-6);
        m = fit_frame(frame, formulas[i], &o);
        CU_ASSERT_EQUAL(logreg_model_nonzero(m), 0);
        logreg_model_free(m);
    }
    logreg_frame_free(frame);
}

static void no_errors_are_told(void)
{
    logreg_frame *frame = frame_shipped("mtcars");
    logreg_options o = lasso(0.05);
    logreg_model *m = fit_frame(frame, "vs ~ mpg + wt + hp", &o);
    logreg_coefficient c;
    CU_ASSERT_EQUAL_FATAL(logreg_inference_coefficient(&c, m, 1, 1, 0.95, NULL), LOGREG_OK);
    const double none[] = {c.std_error,
                           c.p,
                           c.low,
                           logreg_model_aic(m),
                           logreg_model_bic(m),
                           logreg_model_r2(m).mcfadden,
                           logreg_model_covariance(m, 1, 1, 1, 1),
                           logreg_inference_lr(m).p,
                           logreg_inference_score(m).p,
                           logreg_inference_wald(m).p,
                           logreg_model_null_penalised_log_likelihood(m)};
    for (size_t i = 0; i < sizeof none / sizeof *none; i++)
        CU_ASSERT_TRUE(isnan(none[i]));
    double explained = 1 - logreg_model_deviance(m) / logreg_model_null_deviance(m), sum = 0;
    for (size_t j = 1; j < 4; j++)
        sum += fabs(logreg_model_coefficient(m, 1, j));
    CU_ASSERT_TRUE(near_rel(logreg_model_explained(m), explained, TOL_SUM));
    CU_ASSERT_TRUE(near_rel(logreg_model_penalised_log_likelihood(m),
                            logreg_model_log_likelihood(m) - 32 * 0.05 * sum, TOL_SUM));
    logreg_model_free(m);
    m = fit_frame(frame, "vs ~ mpg", NULL);
    CU_ASSERT_TRUE(isnan(logreg_model_lambda(m)) && isnan(logreg_model_C(m)) &&
                   isnan(logreg_model_l1_ratio(m)) && isnan(logreg_model_violation(m)) &&
                   isnan(logreg_model_largest_lambda(m)));
    CU_ASSERT_EQUAL(logreg_model_first_class(m), 1);
    logreg_model_free(m);
    logreg_frame_free(frame);
}

/* A column of one value has the coefficient 0, whatever the penalty makes of it. */
static void constant_columns(void)
{
    const double x1[] = {1, 2, 3, 4, 5, 6}, x2[] = {7, 7, 7, 7, 7, 7}, y[] = {0, 1, 0, 1, 0, 1};
    logreg_frame *frame = frame_of_two(x1, x2, 1, y, 6);
    static const char *const penalties[] = {"l2", "l1", "elasticnet"};
    for (size_t i = 0; i < 8; i++) {
        logreg_options o = logreg_options_default();
        o.penalty = penalties[i / 2 % 3];
        o.standardize = i % 2;
        o.solver = i < 6 ? "auto" : "lbfgs";
        o.scaling = i < 6;
        logreg_model *both = fit_frame(frame, "y ~ x1 + x2", &o), *one = fit_frame(frame, "y ~ x1", &o);
        CU_ASSERT_EQUAL(logreg_model_coefficient(both, 1, 2), 0);
        for (size_t j = 0; j < 2; j++)
            CU_ASSERT_EQUAL(logreg_model_coefficient(both, 1, j), logreg_model_coefficient(one, 1, j));
        logreg_model_free(both);
        logreg_model_free(one);
    }
    logreg_frame_free(frame);
}

/* Of standardised columns units decide nothing but coefficients: here tiny numbers far from 0, which have a spread all the same, beside huge ones. */
static void units(void)
{
    static const double unit[] = {1, 1e-7, 1e7};
    enum { N = 40 };
    double x1[N], x2[N], y[N], first[3] = {0};
    for (size_t u = 0; u < 3; u++) {
        for (size_t i = 0; i < N; i++) {
            double t = (double)i;
            x1[i] = unit[u] * (50 + sin(t));
            x2[i] = (10 + cos(2 * t)) / unit[u];
            y[i] = sin(t) + cos(2 * t) + 1.5 * sin(3 * t * t) > 0;
        }
        logreg_frame *frame = frame_of_two(x1, x2, 1, y, N);
        for (size_t s = 0; s < 2; s++) {
            logreg_options o = lasso(0.02);
            o.standardize = true;
            o.solver = s ? "lbfgs" : "cd";
            logreg_model *m = fit_frame(frame, "y ~ x1 + x2", &o);
            for (size_t j = 0; j < 3; j++) {
                double b = logreg_model_coefficient(m, 1, j);
                b *= j == 1 ? unit[u] : j == 2 ? 1 / unit[u] : 1;
                CU_ASSERT_TRUE(b != 0);
                if (u == 0 && s == 0)
                    first[j] = b;
                CU_ASSERT_TRUE(near_rel(b, first[j], TOL_UNITS));
            }
            logreg_model_free(m);
        }
        logreg_frame_free(frame);
    }
}

static void kept(void)
{
    char path[] = "/tmp/penalties_XXXXXX";
    int made = mkstemp(path);
    CU_ASSERT_TRUE_FATAL(made >= 0);
    close(made);
    logreg_frame *frame = frame_shipped("iris");
    const logreg_penalty_part parts[] = {{"sepal_length", 2, -INFINITY, INFINITY},
                                         {"petal_width", 1, 0, 0.5}};
    logreg_options o = lasso(0.03);
    o.penalty = "elasticnet";
    o.l1_ratio = 0.25;
    o.standardize = true;
    o.parts = parts;
    o.n_parts = 2;
    logreg_model *m = fit_frame(frame, "species ~ .", &o), *back = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_model_save(m, path, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_model_load(&back, path, NULL), LOGREG_OK);
    CU_ASSERT_STRING_EQUAL(logreg_model_penalty(back), "elasticnet");
    CU_ASSERT_STRING_EQUAL(logreg_model_solver(back), "cd");
    CU_ASSERT_TRUE(logreg_model_standardized(back));
    CU_ASSERT_EQUAL(logreg_model_lambda(back), 0.03);
    CU_ASSERT_EQUAL(logreg_model_l1_ratio(back), 0.25);
    CU_ASSERT_EQUAL(logreg_model_violation(back), logreg_model_violation(m));
    CU_ASSERT_EQUAL(logreg_model_largest_lambda(back), logreg_model_largest_lambda(m));
    CU_ASSERT_EQUAL(logreg_model_explained(back), logreg_model_explained(m));
    for (size_t i = 0; i < 15; i++)
        CU_ASSERT_EQUAL(logreg_model_coefficient(back, i / 5, i % 5),
                        logreg_model_coefficient(m, i / 5, i % 5));
    logreg_penalty_part part;
    for (size_t i = 0; i < 2; i++) {
        CU_ASSERT_TRUE_FATAL(logreg_model_penalty_part(&part, back, i));
        CU_ASSERT_STRING_EQUAL(part.name, parts[i].name);
        CU_ASSERT_TRUE(part.factor == parts[i].factor && part.low == parts[i].low &&
                       part.high == parts[i].high);
    }
    CU_ASSERT_FALSE(logreg_model_penalty_part(&part, back, 2));
    logreg_model_free(back);
    logreg_model_free(m);
    logreg_frame_free(frame);
    unlink(path);
}

/* ---- What is refused ---- */

static bool refuses(const logreg_frame *frame, const char *formula, const logreg_options *o,
                    logreg_status want, const char *part)
{
    logreg_error err = {.message = ""};
    logreg_model *m = NULL;
    bool ok = logreg_fit_formula(&m, frame, formula, o, &err) == want && !m && strstr(err.message, part);
    if (!ok)
        printf("# %s: %s\n", part, err.message);
    logreg_model_free(m);
    return ok;
}

static void options_refused(void)
{
    static const struct {
        const char *penalty, *solver;
        double C, lambda, l1_ratio;
        logreg_penalty_part part;
        const char *message;
    } list[] = {
        {"l2", "auto", -1, 0, 0.5, {0}, "C is -1; it must be a positive number"},
        {"l2", "auto", NAN, 0, 0.5, {0}, "C is nan"},
        {"l2", "auto", INFINITY, 0, 0.5, {0}, "C is inf"},
        {"l1", "auto", 0, -2, 0.5, {0}, "lambda is -2; it must be a positive number"},
        {"l1", "auto", 0, INFINITY, 0.5, {0}, "lambda is inf"},
        {"l1", "auto", 1, 1, 0.5, {0}, "which say the same thing"},
        {"elasticnet", "auto", 1, 0, 1.5, {0}, "l1_ratio is 1.5; it must be between 0 and 1"},
        {"elasticnet", "auto", 1, 0, NAN, {0}, "l1_ratio is nan"},
        {"none",
         "auto",
         1,
         0,
         0.5,
         {0},
         "are about penalties 'l2', 'l1' and 'elasticnet', and penalty is 'none'"},
        {"firth", "auto", 0, 1, 0.5, {0}, "and penalty is 'firth'"},
        {"ridge", "auto", 0, 1, 0.5, {0}, "there is no penalty 'ridge'"},
        {"none", "cd", 0, 0, 0.5, {0}, "solver 'cd' is for penalties 'l2', 'l1' and 'elasticnet'"},
        {"l1", "newton", 0, 0, 0.5, {0}, "solver 'newton' goes by slopes"},
        {"l2", "gd", 0, 0, 0.5, {"mpg", 1, 0, 1}, "solver 'gd' goes by slopes"},
        {"l1", "newton-cg", 0, 0, 0.5, {0}, "take 'cd' or 'lbfgs'"},
        {"l2", "auto", 0, 0, 0.5, {"mpg", -1, -INFINITY, INFINITY}, "factor of 'mpg' is -1"},
        {"l2",
         "auto",
         0,
         0,
         0.5,
         {"mpg", 1, 1, 2},
         "the coefficient of 'mpg' is to lie between 1 and 2; 0 must be"},
        {"l2", "auto", 0, 0, 0.5, {"mpg", 1, NAN, 2}, "0 must be within"},
    };
    logreg_frame *frame = frame_shipped("mtcars");
    for (size_t i = 0; i < sizeof list / sizeof *list; i++) {
        logreg_options o = logreg_options_default();
        o.penalty = list[i].penalty;
        o.solver = list[i].solver;
        o.C = list[i].C;
        o.lambda = list[i].lambda;
        o.l1_ratio = list[i].l1_ratio;
        o.parts = &list[i].part;
        o.n_parts = list[i].part.name != NULL;
        CU_ASSERT_TRUE(refuses(frame, "vs ~ mpg + wt", &o, LOGREG_EINVAL, list[i].message));
    }
    static const double beyond[] = {1e-120, 1e120, 1e-320, 1e308};
    for (size_t i = 0; i < 8; i++) {
        logreg_options far = lasso(0);
        *(i % 2 ? &far.C : &far.lambda) = beyond[i / 2];
        CU_ASSERT_TRUE(
            refuses(frame, "vs ~ mpg + wt", &far, LOGREG_EINVAL, "it should lie between 1e-100 and"));
    }
    logreg_options weakest = lasso(0);
    weakest.C = 1e308; /* times the sum of weights it is no number */
    CU_ASSERT_TRUE(refuses(frame, "vs ~ mpg + wt", &weakest, LOGREG_EINVAL, "which is 1 / C, is 1e-308;"));
    logreg_options o = lasso(0.1);
    logreg_penalty_part part = {NULL, 1, -INFINITY, INFINITY};
    o.parts = &part;
    o.n_parts = 1;
    CU_ASSERT_TRUE(refuses(frame, "vs ~ mpg + wt", &o, LOGREG_EINVAL, "part 1 of the penalty has no name"));
    part.name = "hp";
    CU_ASSERT_TRUE(refuses(frame, "vs ~ mpg + wt", &o, LOGREG_EDATA, "'hp', which is no term and no column"));
    part.name = "(Intercept)";
    CU_ASSERT_TRUE(refuses(frame, "vs ~ mpg + wt", &o, LOGREG_EDATA, "the intercept is never penalised"));
    o.n_parts = 0;
    o.strata = "am";
    CU_ASSERT_TRUE(refuses(frame, "vs ~ mpg + wt", &o, LOGREG_EINVAL, "is not computed for matched sets"));
    logreg_frame_free(frame);
}

/* Columns without a penalty must be told by the rows alone. */
static void free_columns(void)
{
    logreg_frame *frame = frame_toy_a();
    const logreg_penalty_part free_one = {"x1", 0, -INFINITY, INFINITY}, bounded = {"x1", 0, -1, 1};
    logreg_options o = lasso(0.1);
    o.parts = &free_one;
    o.n_parts = 1;
    CU_ASSERT_TRUE(refuses(frame, "y ~ x1 + x2", &o, LOGREG_EDATA, "collinear, or part the classes"));
    CU_ASSERT_TRUE(
        refuses(frame, "y ~ x2 + x1 + I(2 * x1)", &o, LOGREG_EDATA, "the columns without a penalty"));
    o.parts = &bounded;
    logreg_model *m = fit_frame(frame, "y ~ x1 + x2", &o);
    CU_ASSERT_TRUE(logreg_model_converged(m));
    CU_ASSERT_EQUAL(logreg_model_coefficient(m, 1, 1), 1);
    logreg_model_free(m);
    logreg_frame_free(frame);
}

/* What goes by the likelihood's maximum says so. */
static void what_needs_a_maximum(void)
{
    logreg_frame *frame = frame_shipped("mtcars");
    logreg_options o = lasso(0.05);
    logreg_model *m = fit_frame(frame, "vs ~ mpg + wt", &o), *stepped = NULL;
    logreg_error err;
    logreg_study *study = NULL;
    logreg_hypotheses *hypotheses = NULL;
    logreg_steps *steps = NULL;
    logreg_profile profile[3];
    const logreg_model *both[] = {m, m};
    const char *text = "mpg = 0";
    logreg_comparison compared[2];
    gsl_vector *low = gsl_vector_alloc(32), *high = gsl_vector_alloc(32);
    CU_ASSERT_EQUAL_FATAL(logreg_study_new(&study, m, frame, 0, &err), LOGREG_OK);
    CU_ASSERT_EQUAL(logreg_study_profile(profile, study, 0.95, &err), LOGREG_EDATA);
    CU_ASSERT_PTR_NOT_NULL(strstr(err.message, "penalty 'l1' moves the coefficients away"));
    CU_ASSERT_EQUAL(logreg_hypotheses_new(&hypotheses, m, &text, 1, NULL, &err), LOGREG_EDATA);
    CU_ASSERT_PTR_NOT_NULL(strstr(err.message, "penalty l1"));
    CU_ASSERT_EQUAL(logreg_compare(compared, both, 2, &err), LOGREG_EDATA);
    CU_ASSERT_PTR_NOT_NULL(strstr(err.message, "penalty 'l1'"));
    CU_ASSERT_EQUAL(logreg_predict_interval_frame(m, frame, 0.95, low, high, &err), LOGREG_EDATA);
    CU_ASSERT_PTR_NOT_NULL(strstr(err.message, "penalty l1"));
    CU_ASSERT_EQUAL(logreg_step(&stepped, &steps, frame, "vs ~ mpg + wt", &o, NULL, &err), LOGREG_EINVAL);
    gsl_vector_free(low);
    gsl_vector_free(high);
    logreg_study_free(study);
    logreg_model_free(m);
    logreg_frame_free(frame);
}

/* ---- Memory ---- */

static bool fit_once(void *context)
{
    static const logreg_penalty_part parts[] = {{"x1", 0, -INFINITY, INFINITY}, {"x2", 1, 0, 1}};
    static const char *const path = "penalties_memory.json";
    bool ok = true;
    for (size_t i = 0; ok && i < 3; i++) {
        logreg_options o = lasso(0.1);
        logreg_model *m = NULL, *back = NULL;
        o.penalty = i ? "l1" : "l2";
        o.solver = i == 2 ? "lbfgs" : "auto";
        o.standardize = i;
        o.parts = parts;
        o.n_parts = i ? 2 : 0;
        logreg_status status = logreg_fit_formula(&m, context, "y ~ x1 + x2", &o, NULL);
        ok = status == LOGREG_OK ? logreg_model_converged(m) : status == LOGREG_ENOMEM && !m;
        if (m) {
            status = logreg_model_save(m, path, NULL);
            ok = ok && (status == LOGREG_OK || status == LOGREG_ENOMEM);
            if (status == LOGREG_OK) {
                status = logreg_model_load(&back, path, NULL);
                ok = ok && (status == LOGREG_OK || (status == LOGREG_ENOMEM && !back));
            }
        }
        logreg_model_free(back);
        logreg_model_free(m);
    }
    remove(path);
    return ok;
}

static void memory(void)
{
    const double x1[] = {1, 2, 3, 4, 5, 6}, x2[] = {2, 1, 4, 1, 3, 5}, y[] = {0, 1, 0, 2, 2, 1};
    logreg_frame *frame = frame_of_two(x1, x2, 1, y, 6);
    CU_ASSERT_TRUE(oom_each(fit_once, frame));
    logreg_frame_free(frame);
}

const test_case tests[] = {{"glmnet", glmnet},
                           {"scikit-learn", sklearn},
                           {"the largest lambda", the_largest_lambda},
                           {"no errors are told", no_errors_are_told},
                           {"constant columns", constant_columns},
                           {"units of columns", units},
                           {"save and load", kept},
                           {"options refused", options_refused},
                           {"columns without a penalty", free_columns},
                           {"what needs a maximum", what_needs_a_maximum},
                           {"failing allocations", memory},
                           {NULL, NULL}};
