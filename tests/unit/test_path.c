/* Paths of penalties: against glmnet's, against single fits, against cross-validation by hand; folds; what is refused. */
#include "harness.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <logreg.h>

#include "case_file.h"
#include "frames.h"
#include "oom.h"

/* ---- Against glmnet ---- */

/* Strengths come from the same slopes by two roads of rounding. Coefficients are held to what glmnet's own stopping leaves, relative to the largest; explained and
 * held-out losses change by the square of that, but for those of strengths where a column enters in one and not yet in the other. */
#define TOL_LAMBDA 1e-10
#define TOL_COEFFICIENT 1e-6
#define TOL_LOSS 1e-8

enum { STRENGTHS = 48, COEFFICIENTS = 900 };

typedef struct {
    size_t place, class;
    char name[40];
    double value;
} coefficient;

typedef struct {
    char name[80], file[120], formula[900], where[120], group[20], penalty[20], factor[2][20];
    double l1_ratio, standardize, n_lambda, best, best_1se, multiplier[2];
    size_t n, n_factors, n_coefficients;
    double lambda[STRENGTHS], nonzero[STRENGTHS], explained[STRENGTHS], held_out[STRENGTHS], error[STRENGTHS];
    coefficient coefficient[COEFFICIENTS];
} expected;

static bool one_of(double *list, size_t *n, const char *line, const char *key)
{
    size_t i, length = strlen(key);
    double value;
    if (strncmp(line, key, length) != 0 || sscanf(line + length, " %zu %lf", &i, &value) != 2)
        return false;
    list[i] = value;
    if (n)
        *n = i + 1;
    return true;
}

static bool read_line(void *to, const char *line)
{
    expected *e = to;
    coefficient *c = &e->coefficient[e->n_coefficients];
    if (text_of(e->name, sizeof e->name, line, "case")) {
        e->best = NAN;
        return true;
    }
    if (e->n_factors < 2 &&
        sscanf(line, "factor %19s %lf", e->factor[e->n_factors], &e->multiplier[e->n_factors]) == 2)
        return ++e->n_factors;
    if (e->n_coefficients + 1 < COEFFICIENTS &&
        sscanf(line, "coefficient %zu %zu %39s %lf", &c->place, &c->class, c->name, &c->value) == 4)
        return ++e->n_coefficients;
    return text_of(e->file, sizeof e->file, line, "file") ||
           text_of(e->where, sizeof e->where, line, "where") ||
           text_of(e->formula, sizeof e->formula, line, "formula") ||
           text_of(e->group, sizeof e->group, line, "group") ||
           text_of(e->penalty, sizeof e->penalty, line, "penalty") ||
           number_of(&e->l1_ratio, line, "l1_ratio") || number_of(&e->standardize, line, "standardize") ||
           number_of(&e->n_lambda, line, "n_lambda") || one_of(e->lambda, &e->n, line, "lambda") ||
           one_of(e->nonzero, NULL, line, "nonzero") || one_of(e->explained, NULL, line, "explained") ||
           one_of(e->held_out, NULL, line, "held_out") || one_of(e->error, NULL, line, "error") ||
           number_of(&e->best_1se, line, "best_1se") || number_of(&e->best, line, "best");
}

static logreg_path *path_of(const logreg_frame *frame, const char *formula, const logreg_options *o,
                            const logreg_path_options *p, logreg_model **model)
{
    logreg_error err = {.message = ""};
    logreg_path *path = NULL;
    logreg_model *m = NULL;
    logreg_status status = logreg_path_new(&path, &m, frame, formula, o, p, &err);
    if (status != LOGREG_OK)
        printf("# %s\n", err.message);
    CU_ASSERT_EQUAL_FATAL(status, LOGREG_OK);
    if (model)
        *model = m;
    else
        logreg_model_free(m);
    return path;
}

static double estimate_of(const logreg_path *p, const logreg_model *m, size_t i, size_t class,
                          const char *name)
{
    size_t classes = p->n_classes - p->first_class;
    for (size_t j = 0; j < p->p; j++)
        if (strcmp(logreg_model_coefficient_name(m, j), name) == 0)
            return p->coefficient[(i * classes + class - p->first_class) * p->p + j];
    return NAN;
}

static void check_coefficients(const expected *e, const logreg_path *p, const logreg_model *m)
{
    double largest = 0;
    for (size_t i = 0; i < e->n_coefficients; i++)
        largest = fmax(largest, fabs(e->coefficient[i].value));
    for (size_t i = 0; i < e->n_coefficients; i++) {
        const coefficient *c = &e->coefficient[i];
        double found = estimate_of(p, m, c->place, c->class, c->name);
        bool right = fabs(found - c->value) <= TOL_COEFFICIENT * largest;
        CU_ASSERT_TRUE(right);
        if (!right)
            printf("# %s: %s at %zu is %.12g, not %.12g\n", e->name, c->name, c->place, found, c->value);
    }
}

static void check_case(const void *of, void *none)
{
    const expected *e = of;
    (void)none;
    logreg_frame *frame = frame_of_file(e->file);
    if (e->where[0])
        CU_ASSERT_EQUAL_FATAL(logreg_frame_filter(frame, e->where, NULL), LOGREG_OK);
    logreg_options o = logreg_options_default();
    logreg_path_options x = logreg_path_options_default();
    logreg_penalty_part part[2];
    for (size_t i = 0; i < e->n_factors; i++)
        part[i] = (logreg_penalty_part){e->factor[i], e->multiplier[i], -INFINITY, INFINITY};
    o.penalty = e->penalty;
    o.l1_ratio = e->l1_ratio;
    o.standardize = e->standardize == 1;
    o.parts = part;
    o.n_parts = e->n_factors;
    x.n_lambda = e->n;
    x.lambda = e->lambda;
    x.folds = e->group[0] ? 5 : 0;
    x.group = e->group[0] ? e->group : NULL;
    logreg_model *m = NULL;
    logreg_path *p = path_of(frame, e->formula, &o, &x, &m);
    CU_ASSERT_EQUAL(p->n, e->n);
    for (size_t i = 0; i < p->n && i < e->n; i++) {
        if (i > 0 || e->l1_ratio > 0) /* the first of squares alone is infinite in glmnet, whatever it says */
            CU_ASSERT_TRUE(fabs(p->explained[i] - e->explained[i]) < TOL_LOSS);
        CU_ASSERT_TRUE(p->converged[i] && p->violation[i] < 1e-9);
        CU_ASSERT_EQUAL((double)p->n_nonzero[i], e->nonzero[i]);
        if ((double)p->n_nonzero[i] != e->nonzero[i])
            printf("# %s: %zu columns at %zu\n", e->name, p->n_nonzero[i], i);
        if (p->folds) {
            CU_ASSERT_TRUE(fabs(p->cv_log_loss[i] - e->held_out[i]) < TOL_LOSS);
            CU_ASSERT_TRUE(fabs(p->cv_error[i] - e->error[i]) < TOL_LOSS);
        }
    }
    if (p->folds) {
        CU_ASSERT_EQUAL((double)p->best, e->best);
        CU_ASSERT_EQUAL((double)p->best_1se, e->best_1se);
    }
    check_coefficients(e, p, m);
    logreg_path_free(p);
    x = (logreg_path_options){.n_lambda = (size_t)e->n_lambda, .rule = "min"};
    p = path_of(frame, e->formula, &o, &x, NULL);
    for (size_t i = 0; i < p->n && i < e->n; i++)
        CU_ASSERT_TRUE(near_rel(p->lambda[i], e->lambda[i], TOL_LAMBDA));
    logreg_path_free(p);
    logreg_model_free(m);
    logreg_frame_free(frame);
}

static void reference(void)
{
    CU_ASSERT_EQUAL(each_case("tests/reference/path.txt", sizeof(expected), read_line, check_case, NULL), 7);
}

/* ---- Against single fits ---- */

static const char formula[] = "y ~ x1 + x2 + x3 + x4 + x5 + x6 + x7 + x8";

static logreg_options lasso(void)
{
    logreg_options o = logreg_options_default();
    o.penalty = "l1";
    o.standardize = true;
    return o;
}

/* A strength of the path is the fit at that lambda, and the chosen model is one of them. */
static void single(void)
{
    logreg_frame *frame = frame_of_file("tests/reference/data/path.csv");
    static const char *const of[] = {formula, "z ~ x1 * x2 + C(x8) + x3"};
    for (int f = 0; f < 2; f++) {
        logreg_options o = lasso();
        logreg_path_options x = logreg_path_options_default();
        logreg_model *m = NULL;
        x.n_lambda = 12;
        x.rule = f ? "1se" : "min";
        logreg_path *p = path_of(frame, of[f], &o, &x, &m);
        size_t classes = p->n_classes - p->first_class, at[] = {p->chosen, p->n / 2, p->n - 1};
        CU_ASSERT_EQUAL(p->chosen, f ? p->best_1se : p->best);
        CU_ASSERT_EQUAL(logreg_model_lambda(m), p->lambda[p->chosen]);
        for (int i = 0; i < 3; i++) {
            o.lambda = p->lambda[at[i]];
            logreg_model *own = i ? fit_frame(frame, of[f], &o) : m;
            CU_ASSERT_EQUAL(logreg_model_nonzero(own), p->n_nonzero[at[i]]);
            CU_ASSERT_TRUE(near_rel(logreg_model_explained(own), p->explained[at[i]], 1e-9));
            for (size_t c = 0; c < classes; c++)
                for (size_t j = 0; j < p->p; j++) {
                    double b = p->coefficient[(at[i] * classes + c) * p->p + j];
                    double own_b = logreg_model_coefficient(own, c + p->first_class, j);
                    CU_ASSERT_TRUE(fabs(b - own_b) < 1e-7 * (1 + fabs(b))); /* flat where levels are rare */
                }
            logreg_model_free(own);
        }
        logreg_path_free(p);
    }
    logreg_frame_free(frame);
}

/* A constant column, of which penalised fits make nothing, takes its place among the others: their coefficients stay where they are. */
static void constants(void)
{
    logreg_frame *frame = frame_of_file("tests/reference/data/path.csv");
    const double one = 3;
    logreg_options o = lasso();
    logreg_path_options x = logreg_path_options_default();
    logreg_model *m = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(frame, "k", &one, logreg_frame_rows(frame), 0, NULL),
                          LOGREG_OK);
    x.n_lambda = 8;
    x.folds = 3;
    x.nested = 2;
    static const char *const with[] = {"y ~ x1 + k + x2 + x3", "z ~ x1 + k + x2 + x3"};
    static const char *const without[] = {"y ~ x1 + x2 + x3", "z ~ x1 + x2 + x3"};
    for (int f = 0; f < 2; f++) {
        logreg_path *p = path_of(frame, with[f], &o, &x, NULL), *q = path_of(frame, without[f], &o, &x, &m);
        size_t classes = p->n_classes - p->first_class;
        CU_ASSERT_EQUAL(p->n, q->n);
        CU_ASSERT_EQUAL(p->p, q->p + 1);
        for (size_t i = 0; i < p->n * classes; i++)
            for (size_t j = 0; j < p->p; j++)
                CU_ASSERT_TRUE(fabs(p->coefficient[i * p->p + j] -
                                    (j == 2 ? 0 : q->coefficient[i * q->p + j - (j > 2)])) < 1e-9);
        for (size_t i = 0; i < p->n; i++)
            CU_ASSERT_TRUE(fabs(p->cv_log_loss[i] - q->cv_log_loss[i]) < 1e-9);
        CU_ASSERT_TRUE(fabs(p->nested_log_loss - q->nested_log_loss) < 1e-9);
        logreg_path_free(p);
        logreg_path_free(q);
        logreg_model_free(m);
    }
    logreg_frame_free(frame);
}

/* ---- Folds ---- */

/* Each class stands in every fold as often as in any other, but for one row; repeats and seeds deal otherwise; groups stay whole. */
static void folds(void)
{
    static const char *const label[] = {"a", "b", "c"};
    logreg_frame *frame = frame_of_file("tests/reference/data/path.csv");
    logreg_options o = lasso();
    logreg_path_options x = logreg_path_options_default();
    x.n_lambda = 3;
    x.folds = 4;
    x.repeats = 2;
    logreg_path *p = path_of(frame, "z ~ x1 + x2", &o, &x, NULL);
    size_t n = logreg_frame_rows(frame), z = logreg_frame_find(frame, "z"), g = logreg_frame_find(frame, "g");
    CU_ASSERT_EQUAL_FATAL(p->n_rows, n);
    for (size_t r = 0; r < 2; r++)
        for (size_t c = 0; c < 3; c++) {
            size_t count[4] = {0}, least = n, most = 0;
            for (size_t i = 0; i < n; i++)
                count[p->fold[r * n + i]] += strcmp(logreg_frame_label(frame, i, z), label[c]) == 0;
            for (int k = 0; k < 4; k++) {
                least = count[k] < least ? count[k] : least;
                most = count[k] > most ? count[k] : most;
            }
            CU_ASSERT_TRUE(most - least <= 1);
        }
    CU_ASSERT_TRUE(memcmp(p->fold, p->fold + n, n * sizeof *p->fold) != 0);
    x.random_state = 1;
    logreg_path *other = path_of(frame, "z ~ x1 + x2", &o, &x, NULL);
    CU_ASSERT_TRUE(memcmp(p->fold, other->fold, n * sizeof *p->fold) != 0);
    logreg_path_free(other);
    x.group = "g";
    x.folds = 3;
    other = path_of(frame, "z ~ x1 + x2", &o, &x, NULL);
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j < i; j++)
            if (logreg_frame_number(frame, i, g) == logreg_frame_number(frame, j, g))
                CU_ASSERT_EQUAL(other->fold[i], other->fold[j]);
    logreg_path_free(other);
    logreg_path_free(p);
    logreg_frame_free(frame);
}

/* Held-out losses by hand: a frame without the fold's rows is fitted, and predicts them. */
static void by_hand(void)
{
    logreg_frame *frame = frame_of_file("tests/reference/data/path.csv");
    logreg_options o = lasso();
    logreg_path_options x = logreg_path_options_default();
    x.n_lambda = 5;
    x.folds = 3;
    logreg_path *p = path_of(frame, formula, &o, &x, NULL);
    size_t n = p->n_rows, yj = logreg_frame_find(frame, "y");
    gsl_matrix *P = gsl_matrix_alloc(n, 2);
    double held[5] = {0};
    for (size_t k = 0; k < 3; k++) {
        gsl_vector *in = gsl_vector_alloc(n);
        for (size_t i = 0; i < n; i++)
            gsl_vector_set(in, i, p->fold[i] != k);
        logreg_frame *part = frame_of_file("tests/reference/data/path.csv");
        CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(part, "in_fold", in->data, n, 1, NULL), LOGREG_OK);
        CU_ASSERT_EQUAL_FATAL(logreg_frame_filter(part, "in_fold == 1", NULL), LOGREG_OK);
        for (size_t i = 0; i < p->n; i++) {
            o.lambda = p->lambda[i];
            logreg_model *m = fit_frame(part, formula, &o);
            CU_ASSERT_EQUAL_FATAL(logreg_predict_proba_frame(m, frame, P, NULL), LOGREG_OK);
            for (size_t r = 0; r < n; r++)
                if (p->fold[r] == k)
                    held[i] -= log(gsl_matrix_get(P, r, (size_t)logreg_frame_number(frame, r, yj)));
            logreg_model_free(m);
        }
        logreg_frame_free(part);
        gsl_vector_free(in);
    }
    for (size_t i = 0; i < p->n; i++)
        CU_ASSERT_TRUE(fabs(held[i] / (double)n - p->cv_log_loss[i]) < 1e-9);
    gsl_matrix_free(P);
    logreg_path_free(p);
    logreg_frame_free(frame);
}

/* The nested loss by hand: outer folds are the groups, and a path of its own on all others of them chooses the model that predicts each. */
static void nested(void)
{
    logreg_frame *frame = frame_of_file("tests/reference/data/path.csv");
    logreg_options o = lasso();
    logreg_path_options x = logreg_path_options_default();
    x.n_lambda = 6;
    x.folds = 4;
    x.nested = 5;
    x.group = "g";
    x.rule = "1se";
    logreg_path *p = path_of(frame, formula, &o, &x, NULL);
    size_t n = p->n_rows, y = logreg_frame_find(frame, "y"), g = logreg_frame_find(frame, "g");
    gsl_matrix *P = gsl_matrix_alloc(n, 2);
    double sum = 0;
    x.lambda = p->lambda;
    x.n_lambda = p->n;
    x.nested = 0;
    for (int k = 1; k <= 5; k++) {
        char condition[20];
        snprintf(condition, sizeof condition, "g != %d", k);
        logreg_frame *part = frame_of_file("tests/reference/data/path.csv");
        logreg_model *m = NULL;
        CU_ASSERT_EQUAL_FATAL(logreg_frame_filter(part, condition, NULL), LOGREG_OK);
        logreg_path_free(path_of(part, formula, &o, &x, &m));
        CU_ASSERT_EQUAL_FATAL(logreg_predict_proba_frame(m, frame, P, NULL), LOGREG_OK);
        for (size_t i = 0; i < n; i++)
            if (logreg_frame_number(frame, i, g) == k)
                sum -= log(gsl_matrix_get(P, i, (size_t)logreg_frame_number(frame, i, y)));
        logreg_model_free(m);
        logreg_frame_free(part);
    }
    CU_ASSERT_EQUAL(p->nested, 5);
    CU_ASSERT_TRUE(near_rel(p->nested_log_loss, sum / (double)n, 1e-8));
    CU_ASSERT_TRUE(p->nested_error > 0);
    gsl_matrix_free(P);
    logreg_path_free(p);
    logreg_frame_free(frame);
}

/* The same bits at one, two and three threads, whichever way threads are given out. */
static void threads(void)
{
    logreg_frame *frame = frame_of_file("tests/reference/data/path.csv");
    logreg_options o = lasso();
    logreg_path_options x = logreg_path_options_default();
    x.n_lambda = 10;
    o.threads = 1;
    logreg_path *p = path_of(frame, formula, &o, &x, NULL);
    for (o.threads = 2; o.threads <= 3; o.threads++) {
        logreg_path *q = path_of(frame, formula, &o, &x, NULL);
        CU_ASSERT_TRUE(memcmp(p->coefficient, q->coefficient, p->n * p->p * sizeof(double)) == 0);
        CU_ASSERT_TRUE(memcmp(p->cv_log_loss, q->cv_log_loss, p->n * sizeof(double)) == 0);
        CU_ASSERT_TRUE(memcmp(p->cv_error, q->cv_error, p->n * sizeof(double)) == 0);
        logreg_path_free(q);
    }
    logreg_path_free(p);
    logreg_frame_free(frame);
}

/* ---- What is refused, and memory that runs out ---- */

static bool refused(const logreg_frame *frame, const char *of, const logreg_options *o,
                    const logreg_path_options *x, logreg_status as, const char *sentence)
{
    logreg_error err = {.message = ""};
    logreg_path *path = NULL;
    logreg_model *m = NULL;
    bool right = logreg_path_new(&path, &m, frame, of, o, x, &err) == as && !path && !m &&
                 strstr(err.message, sentence);
    if (!right)
        printf("# %s\n", err.message);
    return right;
}

static void refusals(void)
{
    logreg_frame *frame = frame_of_file("tests/reference/data/path.csv");
    const double rising[] = {0.1, 0.2}, negative[] = {-1};
    const logreg_path_options usual = logreg_path_options_default();
    logreg_path_options x = usual;
    logreg_options o = lasso();
    o.penalty = "none";
    CU_ASSERT_TRUE(refused(frame, formula, &o, &x, LOGREG_EINVAL, "and penalty is 'none'"));
    o = lasso();
    x.n_lambda = 0;
    CU_ASSERT_TRUE(refused(frame, formula, &o, &x, LOGREG_EINVAL, "at least one lambda"));
    x = usual;
    x.least = 1;
    CU_ASSERT_TRUE(refused(frame, formula, &o, &x, LOGREG_EINVAL, "between 0 and 1"));
    x = usual;
    x.lambda = rising;
    x.n_lambda = 2;
    CU_ASSERT_TRUE(refused(frame, formula, &o, &x, LOGREG_EINVAL, "lambda number 2 is 0.2"));
    x.lambda = negative;
    x.n_lambda = 1;
    CU_ASSERT_TRUE(refused(frame, formula, &o, &x, LOGREG_EINVAL, "lambda number 1 is -1"));
    x = usual;
    x.folds = 1;
    CU_ASSERT_TRUE(refused(frame, formula, &o, &x, LOGREG_EINVAL, "2 folds or more"));
    x.folds = 5;
    x.repeats = 0;
    CU_ASSERT_TRUE(refused(frame, formula, &o, &x, LOGREG_EINVAL, "1 repeat or more"));
    x = usual;
    x.nested = 1;
    CU_ASSERT_TRUE(refused(frame, formula, &o, &x, LOGREG_EINVAL, "2 outer folds or more"));
    x.nested = 3;
    x.folds = 0;
    CU_ASSERT_TRUE(refused(frame, formula, &o, &x, LOGREG_EINVAL, "folds within them, not 3 and 0"));
    x = usual;
    x.rule = "best";
    CU_ASSERT_TRUE(refused(frame, formula, &o, &x, LOGREG_EINVAL, "no rule 'best'"));
    x = usual;
    x.group = "site";
    CU_ASSERT_TRUE(refused(frame, formula, &o, &x, LOGREG_EINVAL, "no column 'site'"));
    x.group = "g";
    CU_ASSERT_TRUE(refused(frame, formula, &o, &x, LOGREG_EDATA, "take 5 folds or fewer"));
    x = usual;
    x.folds = 151;
    CU_ASSERT_TRUE(refused(frame, formula, &o, &x, LOGREG_EDATA, "150 rows are too few for 151 folds"));
    x.folds = 2;
    x.group = "y";
    CU_ASSERT_TRUE(refused(frame, formula, &o, &x, LOGREG_EDATA, "holds out all rows of class"));
    logreg_frame_free(frame);
}

static logreg_status draw(const logreg_path *p, const logreg_model *m, const char *what, const char *file)
{
    logreg_figure *figure = NULL;
    const logreg_figure_source source = {.model = m, .path = p};
    logreg_status status = logreg_figure_build(&figure, what, &source, NULL, NULL);
    if (status == LOGREG_OK)
        status = logreg_figure_write(file, figure, NULL, NULL);
    logreg_figure_free(figure);
    return status;
}

static void pictures(void)
{
    logreg_frame *frame = frame_of_file("tests/reference/data/path.csv");
    logreg_options o = lasso();
    logreg_path_options x = logreg_path_options_default();
    logreg_model *m = NULL;
    const double strong[] = {1e3};
    x.n_lambda = 5;
    x.folds = 0;
    logreg_path *p = path_of(frame, formula, &o, &x, &m);
    CU_ASSERT_EQUAL(draw(p, m, "loss", "path.gp"), LOGREG_EINVAL);
    CU_ASSERT_EQUAL(draw(p, m, "coefficients", "path.doc"), LOGREG_EINVAL);
    CU_ASSERT_EQUAL(draw(p, m, "coefficients", "/nowhere/path.gp"), LOGREG_EIO);
    logreg_path_free(p);
    logreg_model_free(m);
    x.lambda = strong;
    x.n_lambda = 1;
    p = path_of(frame, formula, &o, &x, &m);
    CU_ASSERT_EQUAL(draw(p, m, "coefficients", "path.gp"), LOGREG_EINVAL);
    logreg_path_free(p);
    logreg_model_free(m);
    logreg_frame_free(frame);
}

static bool go_without_memory(void *context)
{
    logreg_options o = lasso();
    logreg_path_options x = logreg_path_options_default();
    logreg_path *path = NULL;
    logreg_model *m = NULL;
    o.threads = 1;
    o.measures = false;
    x.n_lambda = 1;
    x.folds = x.nested = 2;
    logreg_status status = logreg_path_new(&path, &m, context, "y ~ x1", &o, &x, NULL);
    bool sound = status == LOGREG_OK ? path && m : status == LOGREG_ENOMEM && !path && !m;
    logreg_path_free(path);
    logreg_model_free(m);
    return sound;
}

static void memory(void)
{
    logreg_frame *frame = frame_toy_b();
    CU_ASSERT_TRUE(oom_each(go_without_memory, frame));
    logreg_frame_free(frame);
}

const test_case tests[] = {{"glmnet's paths and cross-validation", reference},
                           {"each strength is a fit of its own", single},
                           {"constant columns", constants},
                           {"folds", folds},
                           {"held-out losses by hand", by_hand},
                           {"nested cross-validation by hand", nested},
                           {"threads", threads},
                           {"refusals", refusals},
                           {"pictures that cannot be", pictures},
                           {"memory", memory},
                           {NULL, NULL}};
