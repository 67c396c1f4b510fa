/* Paths chosen by measures other than the loss: against cv.glmnet's; nested; what is refused. */
#include "harness.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <logreg.h>

#include "case_file.h"
#include "frames.h"
#include "oom.h"

/* Of measures that change as the coefficients do, what glmnet's own stopping leaves; accuracies and AUCs are shares of rows and pairs, the same or not at all. */
#define TOL_MEASURE 1e-7

enum { STRENGTHS = 24 };

typedef struct {
    char name[40], target[20], penalty[20], measure[20];
    double l1_ratio, best, best_1se, lambda[STRENGTHS], value[STRENGTHS], error[STRENGTHS];
    size_t n;
} expected;

static bool one_of(double *list, size_t *n, const char *line, const char *key)
{
    size_t i, length = strlen(key);
    double value;
    if (strncmp(line, key, length) != 0 || sscanf(line + length, " %zu %lf", &i, &value) != 2 ||
        i >= STRENGTHS)
        return false;
    list[i] = value;
    *n = i + 1;
    return true;
}

static bool read_line(void *to, const char *line)
{
    expected *e = to;
    return text_of(e->name, sizeof e->name, line, "case") ||
           text_of(e->target, sizeof e->target, line, "target") ||
           text_of(e->penalty, sizeof e->penalty, line, "penalty") ||
           text_of(e->measure, sizeof e->measure, line, "measure") ||
           number_of(&e->l1_ratio, line, "l1_ratio") || one_of(e->lambda, &e->n, line, "lambda") ||
           one_of(e->value, &e->n, line, "value") || one_of(e->error, &e->n, line, "error") ||
           number_of(&e->best_1se, line, "best_1se") || number_of(&e->best, line, "best");
}

static logreg_frame *frame_of_rows(void)
{
    return frame_of_file("tests/reference/data/path.csv");
}

static const char *formula_of(const char *target)
{
    return strcmp(target, "y") == 0 ? "y ~ x1 + x2 + x3 + x4 + x5 + x6 + x7 + x8"
                                    : "z ~ x1 + x2 + x3 + x4 + x5 + x6 + x7 + x8";
}

static void check_case(const void *of, void *frame)
{
    const expected *e = of;
    logreg_options o = logreg_options_default();
    logreg_path_options x = logreg_path_options_default();
    o.penalty = e->penalty;
    o.l1_ratio = e->l1_ratio;
    o.standardize = true;
    x.n_lambda = e->n;
    x.lambda = e->lambda;
    x.folds = 5;
    x.group = "g";
    x.measure = e->measure;
    logreg_path *p = NULL;
    logreg_model *m = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_path_new(&p, &m, frame, formula_of(e->target), &o, &x, NULL), LOGREG_OK);
    CU_ASSERT(same_text(p->measure->name, e->measure));
    bool ok = p->n == e->n;
    for (size_t i = 0; ok && i < p->n; i++)
        ok = near_abs(p->cv_measure[i], e->value[i], TOL_MEASURE) &&
             near_abs(p->cv_measure_error[i], e->error[i], TOL_MEASURE) && p->cv_log_loss[i] > 0;
    CU_ASSERT(ok);
    CU_ASSERT_EQUAL((double)p->best, e->best);
    CU_ASSERT_EQUAL((double)p->best_1se, e->best_1se);
    CU_ASSERT(near_abs(logreg_model_lambda(m), e->lambda[p->best], 0));
    if (!ok)
        printf("# case %s\n", e->name);
    logreg_path_free(p);
    logreg_model_free(m);
}

static void equal_to_cv_glmnet(void)
{
    logreg_frame *frame = frame_of_rows();
    CU_ASSERT_EQUAL(
        each_case("tests/reference/path_measures.txt", sizeof(expected), read_line, check_case, frame), 7);
    logreg_frame_free(frame);
}

/* By log loss the measure is the loss, in nested folds too; and the metric's own road gives what the fold's sum does. */
static void log_loss_is_one_of_them(void)
{
    logreg_frame *frame = frame_of_rows();
    logreg_options o = logreg_options_default();
    logreg_path_options x = logreg_path_options_default();
    o.penalty = "l1";
    x.n_lambda = 6;
    x.folds = 3;
    x.nested = 2;
    logreg_path *p = NULL, *q = NULL;
    logreg_model *m = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_path_new(&p, &m, frame, formula_of("z"), &o, &x, NULL), LOGREG_OK);
    logreg_model_free(m);
    for (size_t i = 0; i < p->n; i++)
        CU_ASSERT(p->cv_measure[i] == p->cv_log_loss[i] && p->cv_measure_error[i] == p->cv_error[i]);
    CU_ASSERT(near_rel(p->nested_measure, p->nested_log_loss, 1e-12));
    x.measure = "accuracy";
    o.threads = 1;
    CU_ASSERT_EQUAL_FATAL(logreg_path_new(&q, &m, frame, formula_of("z"), &o, &x, NULL), LOGREG_OK);
    logreg_model_free(m);
    CU_ASSERT(memcmp(p->cv_log_loss, q->cv_log_loss, p->n * sizeof(double)) == 0);
    CU_ASSERT(q->nested_measure > 0.3 && q->nested_measure < 1 && q->nested_measure_error > 0);
    logreg_path_free(p);
    logreg_path_free(q);
    logreg_frame_free(frame);
}

static void measures_that_are_refused(void)
{
    static const struct {
        const char *measure, *target, *group;
        logreg_status status;
        const char *message;
    } cases[] = {
        {NULL, "y", NULL, LOGREG_EINVAL,
         "there is no measure ''; measures are the metrics, such as log_loss, brier, mae, accuracy and auc"},
        {"deviance", "y", NULL, LOGREG_EINVAL,
         "there is no measure 'deviance'; measures are the metrics, such as log_loss, brier, mae, accuracy "
         "and auc"},
        {"auc", "z", NULL, LOGREG_EINVAL,
         "measure 'auc' has no meaning for 3 classes; auc_ovr and auc_ovo are AUCs of many"},
        {"auc_ovo", "y", NULL, LOGREG_EINVAL, "measure 'auc_ovo' has no meaning for 2 classes"},
        {"auc", "y", "pure", LOGREG_EDATA,
         "'auc' has no value in one fold or another, whatever the lambda; take fewer folds, other groups, or "
         "another measure"},
    };
    logreg_frame *frame = frame_of_rows();
    size_t n = logreg_frame_rows(frame), y = logreg_frame_find(frame, "y");
    double *pure = malloc(n * sizeof *pure); /* groups of one class each, two of either */
    for (size_t i = 0; i < n; i++)
        pure[i] = 2 * logreg_frame_number(frame, i, y) + (double)(i % 2);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(frame, "pure", pure, n, 1, NULL), LOGREG_OK);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        logreg_options o = logreg_options_default();
        logreg_path_options x = logreg_path_options_default();
        logreg_error err = {0};
        logreg_path *p = NULL;
        logreg_model *m = NULL;
        o.penalty = "l1";
        x.n_lambda = 3;
        x.folds = 4;
        x.group = cases[i].group;
        x.measure = cases[i].measure;
        CU_ASSERT_EQUAL(logreg_path_new(&p, &m, frame, formula_of(cases[i].target), &o, &x, &err),
                        cases[i].status);
        CU_ASSERT(same_text(err.message, cases[i].message));
    }
    free(pure);
    logreg_frame_free(frame);
}

/* A matrix of the same numbers goes the same path, folds of groups, offsets and weights too. */
static void matrices_go_the_same_path(void)
{
    logreg_frame *frame = frame_of_rows();
    size_t n = logreg_frame_rows(frame);
    gsl_matrix *X = gsl_matrix_alloc(n, 3);
    gsl_vector *y = gsl_vector_alloc(n), *g = gsl_vector_alloc(n), *w = gsl_vector_alloc(n);
    const char *const names[] = {"x1", "x2", "x8"};
    for (size_t i = 0; i < n; i++) {
        for (size_t j = 0; j < 3; j++)
            gsl_matrix_set(X, i, j, logreg_frame_number(frame, i, logreg_frame_find(frame, names[j])));
        gsl_vector_set(y, i, logreg_frame_number(frame, i, logreg_frame_find(frame, "y")));
        gsl_vector_set(g, i, logreg_frame_number(frame, i, logreg_frame_find(frame, "g")));
        gsl_vector_set(w, i, logreg_frame_number(frame, i, logreg_frame_find(frame, "x7")) + 1);
    }
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(frame, "w", w->data, n, 1, NULL), LOGREG_OK);
    logreg_options o = logreg_options_default(), of_frame;
    logreg_path_options x = logreg_path_options_default(), x_of_frame;
    o.penalty = "l1";
    o.standardize = true;
    of_frame = o;
    x.n_lambda = 8;
    x.folds = 5;
    x.measure = "auc";
    x_of_frame = x;
    o.weight_values = w;
    of_frame.weights = "w";
    x.group_values = g;
    x_of_frame.group = "g";
    logreg_path *p = NULL, *q = NULL;
    logreg_model *m = NULL, *other = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_path_new_matrix(&p, &m, X, y, &o, &x, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(
        logreg_path_new(&q, &other, frame, "y ~ x1 + x2 + x8", &of_frame, &x_of_frame, NULL), LOGREG_OK);
    CU_ASSERT(p->n == q->n && p->best == q->best && p->best_1se == q->best_1se);
    CU_ASSERT(memcmp(p->fold, q->fold, n * sizeof *p->fold) == 0);
    CU_ASSERT(memcmp(p->cv_measure, q->cv_measure, p->n * sizeof(double)) == 0);
    CU_ASSERT(memcmp(p->coefficient, q->coefficient, p->n * 4 * sizeof(double)) == 0);
    gsl_matrix *P = gsl_matrix_alloc(n, 2), *Q = gsl_matrix_alloc(n, 2);
    CU_ASSERT_EQUAL(logreg_predict_proba(m, X, P, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL(logreg_predict_proba_frame(other, frame, Q, NULL), LOGREG_OK);
    CU_ASSERT(memcmp(P->data, Q->data, 2 * n * sizeof(double)) == 0);
    logreg_model_free(m);
    logreg_model_free(other);
    logreg_path_free(p);
    logreg_path_free(q);

    logreg_error err;
    gsl_vector_view few = gsl_vector_subvector(g, 0, 5);
    m = NULL;
    p = NULL;
    x.group_values = &few.vector;
    CU_ASSERT_EQUAL(logreg_path_new_matrix(&p, &m, X, y, &o, &x, &err), LOGREG_EINVAL);
    CU_ASSERT(same_text(err.message, "the vector of groups has 5 entries for 150 rows"));
    x.group = "g";
    CU_ASSERT_EQUAL(logreg_path_new_matrix(&p, &m, X, y, &o, &x, &err), LOGREG_EINVAL);
    CU_ASSERT(same_text(err.message, "group names a column of a frame; give group_values with a matrix"));
    CU_ASSERT_EQUAL(logreg_path_new(&p, &m, frame, "y ~ x1", &of_frame, &x, &err), LOGREG_EINVAL);
    CU_ASSERT(
        same_text(err.message, "group_values go with a matrix; name a column of the frame as group instead"));
    o.penalty = "none";
    CU_ASSERT_EQUAL(logreg_path_new_matrix(&p, &m, X, y, &o, &x, &err), LOGREG_EINVAL);
    CU_ASSERT(p == NULL && m == NULL);
    gsl_matrix_free(X);
    gsl_matrix_free(P);
    gsl_matrix_free(Q);
    gsl_vector_free(y);
    gsl_vector_free(g);
    gsl_vector_free(w);
    logreg_frame_free(frame);
}

static bool go_small(void *data)
{
    logreg_options o = logreg_options_default();
    logreg_path_options x = logreg_path_options_default();
    o.penalty = "l2";
    o.measures = false;
    o.threads = 1;
    x.n_lambda = 2;
    x.folds = 2;
    x.nested = 2;
    x.measure = "accuracy";
    logreg_path *p = NULL;
    logreg_model *m = NULL;
    logreg_status status = logreg_path_new(&p, &m, data, "y ~ x1 + x2", &o, &x, NULL);
    logreg_path_free(p);
    logreg_model_free(m);
    return status == LOGREG_OK || status == LOGREG_ENOMEM;
}

static void memory_may_be_out(void)
{
    const double x1[] = {1, 2, 3, 4, 5, 6, 7, 8}, x2[] = {2, 1, 4, 3, 6, 5, 8, 7},
                 y[] = {0, 1, 0, 1, 0, 1, 0, 1};
    logreg_frame *frame = frame_of_two(x1, x2, 1, y, 8);
    CU_ASSERT(oom_each(go_small, frame));
    logreg_frame_free(frame);
}

const test_case tests[] = {
    {"measures are cv.glmnet's", equal_to_cv_glmnet},
    {"log loss is one of them", log_loss_is_one_of_them},
    {"measures that are refused", measures_that_are_refused},
    {"matrices go the same path", matrices_go_the_same_path},
    {"memory may be out", memory_may_be_out},
    {NULL, NULL},
};
