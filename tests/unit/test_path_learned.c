/* Cross-validation of paths whose columns are learned from rows, of which those held out have no part: against scikit-learn's pipelines, and against
 * fits that never saw them. */
#include "harness.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <logreg.h>

#include "case_file.h"
#include "frames.h"
#include "oom.h"

static const char data[] = "tests/reference/data/learned.csv";

enum { FOLDS = 4, STRENGTHS = 2 };

/* Fits of folds stop at a violation of 1e-9 of the largest lambda, which losses follow by its square where they are least, and by it on other rows. */
#define TOL_LOSS 2e-10

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

static logreg_path_options by_column(const double *lambda, size_t n)
{
    logreg_path_options p = logreg_path_options_default();
    p.lambda = lambda;
    p.n_lambda = n;
    p.folds = FOLDS;
    p.group = "fold";
    return p;
}

/* ---- Against scikit-learn ---- */

typedef struct {
    char name[40], formula[200], impute[40], text[40], penalty[20];
    double indicator, l1_ratio, standardize, lambda[STRENGTHS], held_out[STRENGTHS], error[STRENGTHS];
} expected;

static bool one_of(double *list, const char *line, const char *key)
{
    size_t i, length = strlen(key);
    double value;
    if (strncmp(line, key, length) != 0 || sscanf(line + length, " %zu %lf", &i, &value) != 2 ||
        i >= STRENGTHS)
        return false;
    list[i] = value;
    return true;
}

static bool read_line(void *to, const char *line)
{
    expected *e = to;
    return text_of(e->name, sizeof e->name, line, "case") ||
           text_of(e->formula, sizeof e->formula, line, "formula") ||
           text_of(e->impute, sizeof e->impute, line, "impute") ||
           text_of(e->text, sizeof e->text, line, "text") ||
           text_of(e->penalty, sizeof e->penalty, line, "penalty") ||
           number_of(&e->indicator, line, "indicator") || number_of(&e->l1_ratio, line, "l1_ratio") ||
           number_of(&e->standardize, line, "standardize") || one_of(e->lambda, line, "lambda") ||
           one_of(e->held_out, line, "held_out") || one_of(e->error, line, "error");
}

static void check_case(const void *of, void *none)
{
    const expected *e = of;
    (void)none;
    logreg_frame *frame = frame_of_file(data);
    logreg_options o = logreg_options_default();
    const char *rule = e->impute;
    char weight[20];
    o.penalty = e->penalty;
    o.l1_ratio = e->l1_ratio;
    o.standardize = e->standardize == 1;
    o.impute = &rule;
    o.n_impute = rule[0] != '\0';
    o.missing_indicator = e->indicator == 1;
    if (e->text[0]) {
        CU_ASSERT_EQUAL_FATAL(sscanf(e->text, "%19s %zu", weight, &o.text_min_rows), 2);
        o.text = "said";
        o.text_weight = weight;
    }
    const logreg_path_options x = by_column(e->lambda, STRENGTHS);
    logreg_path *p = path_of(frame, e->formula, &o, &x, NULL);
    for (size_t i = 0; i < STRENGTHS; i++) {
        bool right = fabs(p->cv_log_loss[i] - e->held_out[i]) < TOL_LOSS &&
                     fabs(p->cv_error[i] - e->error[i]) < TOL_LOSS;
        CU_ASSERT_TRUE(right);
        if (!right)
            printf("# %s: %.12g (%.12g) at %g, not %.12g (%.12g)\n", e->name, p->cv_log_loss[i],
                   p->cv_error[i], e->lambda[i], e->held_out[i], e->error[i]);
    }
    logreg_path_free(p);
    logreg_frame_free(frame);
}

static void reference(void)
{
    CU_ASSERT_EQUAL(
        each_case("tests/reference/path_learned.txt", sizeof(expected), read_line, check_case, NULL), 10);
}

/* ---- Against other roads ---- */

static const char mean[] = "mean", *const by_mean = mean;
static const char formula[] = "y ~ poly(x3, 2) + x1 + x2";

/* Words, gaps and a basis at once. */
static logreg_options everything(void)
{
    logreg_options o = logreg_options_default();
    o.penalty = "elasticnet";
    o.standardize = true;
    o.impute = &by_mean;
    o.n_impute = 1;
    o.missing_indicator = true;
    o.text = "said";
    o.text_weight = "tfidf";
    o.text_min_rows = 12;
    return o;
}

/* Outer folds of a grid of one candidate go through the door, which learns everything without them. */
static void nested(void)
{
    static const double lambda[] = {0.05, 0.02, 0.01};
    static const char *const of[] = {formula};
    logreg_frame *frame = frame_of_file(data);
    logreg_options o = everything();
    logreg_path_options x = by_column(lambda, 3);
    const logreg_grid_options how = {.formula = of, .n_formulas = 1};
    logreg_grid *grid = NULL;
    logreg_model *m = NULL;
    x.folds = 3;
    x.nested = 4;
    logreg_path *p = path_of(frame, formula, &o, &x, NULL);
    CU_ASSERT_EQUAL_FATAL(logreg_grid_new(&grid, &m, frame, &o, &x, &how, NULL), LOGREG_OK);
    CU_ASSERT_TRUE(fabs(p->nested_log_loss - grid->nested_measure) < TOL_LOSS);
    CU_ASSERT_TRUE(fabs(p->nested_error - grid->nested_error) < TOL_LOSS);
    logreg_grid_free(grid);
    logreg_model_free(m);
    logreg_path_free(p);
    logreg_frame_free(frame);
}

/* A matrix is imputed fold by fold as a frame is. */
static void matrix(void)
{
    static const double lambda[] = {0.1, 0.02};
    logreg_frame *frame = frame_of_file(data);
    logreg_options o = logreg_options_default();
    logreg_path_options x = by_column(lambda, 2);
    logreg_path *q = NULL;
    logreg_model *m = NULL;
    size_t n = logreg_frame_rows(frame), fold = logreg_frame_find(frame, "fold"),
           y = logreg_frame_find(frame, "y");
    gsl_matrix *X = gsl_matrix_alloc(n, 2);
    gsl_vector *Y = gsl_vector_alloc(n), *groups = gsl_vector_alloc(n);
    for (size_t i = 0; i < n; i++) {
        for (size_t j = 0; j < 2; j++)
            gsl_matrix_set(X, i, j, logreg_frame_number(frame, i, j));
        gsl_vector_set(Y, i, logreg_frame_number(frame, i, y));
        gsl_vector_set(groups, i, logreg_frame_number(frame, i, fold));
    }
    o.penalty = "l1";
    o.standardize = o.missing_indicator = true;
    o.impute = &by_mean;
    o.n_impute = 1;
    logreg_path *p = path_of(frame, "y ~ x1 + x2", &o, &x, NULL);
    x.group = NULL;
    x.group_values = groups;
    CU_ASSERT_EQUAL_FATAL(logreg_path_new_matrix(&q, &m, X, Y, &o, &x, NULL), LOGREG_OK);
    CU_ASSERT_TRUE(memcmp(p->cv_log_loss, q->cv_log_loss, 2 * sizeof(double)) == 0);
    CU_ASSERT_TRUE(memcmp(p->cv_error, q->cv_error, 2 * sizeof(double)) == 0);
    logreg_path_free(p);
    logreg_path_free(q);
    logreg_model_free(m);
    gsl_matrix_free(X);
    gsl_vector_free(Y);
    gsl_vector_free(groups);
    logreg_frame_free(frame);
}

/* The same bits at any number of threads; a factor for a word that some folds do not know is a factor where they do. */
static void threads(void)
{
    static const double lambda[] = {0.05, 0.02};
    const logreg_penalty_part part = {"said[good]", 0.5, -INFINITY, INFINITY};
    logreg_frame *frame = frame_of_file(data);
    logreg_options o = everything();
    logreg_path_options x = by_column(lambda, 2);
    o.parts = &part;
    o.n_parts = 1;
    o.text_min_rows = 1;
    o.threads = 1;
    logreg_path *p = path_of(frame, formula, &o, &x, NULL);
    o.threads = 3;
    logreg_path *q = path_of(frame, formula, &o, &x, NULL);
    CU_ASSERT_TRUE(memcmp(p->cv_log_loss, q->cv_log_loss, 2 * sizeof(double)) == 0);
    CU_ASSERT_TRUE(memcmp(p->cv_error, q->cv_error, 2 * sizeof(double)) == 0);
    logreg_path_free(p);
    logreg_path_free(q);
    logreg_frame_free(frame);
}

/* ---- Folds that nothing can be learned without, and memory that runs out ---- */

static void refusals(void)
{
    static const double lambda[] = {0.1};
    logreg_frame *frame = frame_of_file(data);
    logreg_options o = logreg_options_default();
    logreg_path_options x = by_column(lambda, 1);
    logreg_path *p = NULL;
    logreg_model *m = NULL;
    logreg_error err;
    size_t n = logreg_frame_rows(frame), fold = logreg_frame_find(frame, "fold");
    double *alone = malloc(n * sizeof *alone);
    for (size_t i = 0; i < n; i++)
        alone[i] = logreg_frame_number(frame, i, fold) == 2 ? (double)i : NAN;
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(frame, "alone", alone, n, 1, NULL), LOGREG_OK);
    o.penalty = "l2";
    o.impute = &by_mean;
    o.n_impute = 1;
    for (o.threads = 1; o.threads <= 2; o.threads++) {
        CU_ASSERT_EQUAL(logreg_path_new(&p, &m, frame, "y ~ alone", &o, &x, &err), LOGREG_EDATA);
        CU_ASSERT_PTR_NOT_NULL(strstr(err.message, "without the rows of fold "));
        CU_ASSERT_PTR_NOT_NULL(strstr(err.message, ": column 'alone' has no value in the 90 rows used"));
        CU_ASSERT_TRUE(!p && !m);
    }
    free(alone);
    logreg_frame_free(frame);
}

static bool go_without_memory(void *context)
{
    logreg_options o = everything();
    logreg_path_options x = logreg_path_options_default();
    logreg_path *path = NULL;
    logreg_model *m = NULL;
    o.threads = 1;
    o.measures = false;
    o.text_min_rows = 1;
    x.n_lambda = 1;
    x.folds = 2;
    logreg_status status = logreg_path_new(&path, &m, context, "y ~ scale(x) + g", &o, &x, NULL);
    bool sound = status == LOGREG_OK ? path && m : status == LOGREG_ENOMEM && !path && !m;
    logreg_path_free(path);
    logreg_model_free(m);
    return sound;
}

static void memory(void)
{
    static const double x[] = {1, 2, NAN, 4, 5, 3}, y[] = {0, 1, 0, 1, 1, 0};
    static const char *const said[] = {"ab", "ab cd", "cd", "ab", "ab cd", "cd"}, *const g[] = {"u",  "v",
                                                                                                NULL, "u",
                                                                                                "v",  "u"};
    logreg_frame *frame = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_frame_new(&frame, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL(logreg_frame_add_numeric(frame, "x", x, 6, 1, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL(logreg_frame_add_numeric(frame, "y", y, 6, 1, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL(logreg_frame_add_category(frame, "said", said, 6, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL(logreg_frame_add_category(frame, "g", g, 6, NULL), LOGREG_OK);
    CU_ASSERT_TRUE(oom_each(go_without_memory, frame));
    logreg_frame_free(frame);
}

const test_case tests[] = {{"scikit-learn's pipelines", reference},
                           {"nested as through the door", nested},
                           {"matrices", matrix},
                           {"threads, and words that folds lack", threads},
                           {"folds without enough to learn from", refusals},
                           {"memory", memory},
                           {NULL, NULL}};
