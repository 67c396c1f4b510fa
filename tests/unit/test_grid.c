/* Grids of paths: candidates on the same folds, the best of them, what the choice is worth; what is refused. */
#include "harness.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <logreg.h>

#include "frames.h"
#include "oom.h"

static const char *const formulas[] = {"y ~ x1 + x2", "y ~ x1 + x2 + x7 + x8", "y ~ x3"};
static const double ratios[] = {0.2, 0.9};

static logreg_frame *frame_of_rows(void)
{
    return frame_of_file("tests/reference/data/path.csv");
}

static logreg_options net(void)
{
    logreg_options o = logreg_options_default();
    o.penalty = "elasticnet";
    o.standardize = true;
    return o;
}

static logreg_path_options few(void)
{
    logreg_path_options x = logreg_path_options_default();
    x.n_lambda = 7;
    x.folds = 5;
    x.group = "g";
    return x;
}

/* Each candidate is the path that it is by itself, and the best is the best. */
static void candidates_are_paths(void)
{
    logreg_frame *frame = frame_of_rows();
    logreg_options o = net();
    logreg_path_options x = few();
    const logreg_grid_options how = {formulas, 3, ratios, 2};
    logreg_grid *g = NULL;
    logreg_model *m = NULL;
    x.measure = "auc";
    CU_ASSERT_EQUAL_FATAL(logreg_grid_new(&g, &m, frame, &o, &x, &how, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(g->n, 6);
    CU_ASSERT_EQUAL(g->nested, 0);
    for (size_t i = 0; i < g->n; i++) {
        logreg_path *p = NULL;
        logreg_model *own = NULL;
        o.l1_ratio = ratios[i % 2];
        CU_ASSERT_EQUAL(g->formula[i], i / 2);
        CU_ASSERT_EQUAL(g->l1_ratio[i], ratios[i % 2]);
        CU_ASSERT_EQUAL_FATAL(logreg_path_new(&p, &own, frame, formulas[i / 2], &o, &x, NULL), LOGREG_OK);
        CU_ASSERT(p->n == g->path[i]->n &&
                  memcmp(p->cv_measure, g->path[i]->cv_measure, p->n * sizeof(double)) == 0);
        CU_ASSERT(memcmp(p->fold, g->path[0]->fold, p->n_rows * sizeof *p->fold) == 0);
        CU_ASSERT(p->cv_measure[p->best] <= g->path[g->best]->cv_measure[g->path[g->best]->best]);
        if (i == g->best) {
            CU_ASSERT_EQUAL(logreg_model_lambda(m), logreg_model_lambda(own));
            CU_ASSERT_EQUAL(logreg_model_l1_ratio(m), o.l1_ratio);
            CU_ASSERT_EQUAL(logreg_model_coefficient(m, 1, 1), logreg_model_coefficient(own, 1, 1));
        }
        logreg_path_free(p);
        logreg_model_free(own);
    }
    logreg_grid_free(g);
    logreg_model_free(m);
    logreg_frame_free(frame);
}

/* Nested by hand: one outer fold's rows are taken away by a condition, the grid gone on the others, its best measured on them. Groups are outer folds here, so that
 * a condition can say which rows they are. */
static void nested_by_hand(void)
{
    enum { F = 5 };
    logreg_frame *frame = frame_of_rows();
    logreg_options o = net();
    logreg_path_options x = few();
    const logreg_grid_options how = {formulas, 2, ratios, 2};
    logreg_grid *g = NULL;
    logreg_model *m = NULL;
    x.folds = 3;
    x.nested = F;
    x.measure = "brier";
    CU_ASSERT_EQUAL_FATAL(logreg_grid_new(&g, &m, frame, &o, &x, &how, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(g->nested, F);
    logreg_model_free(m);
    double sum = 0, all = 0;
    size_t choices[4] = {0}, told[4] = {0}, n = logreg_frame_rows(frame);
    for (int k = 1; k <= F; k++) {
        logreg_frame *part = frame_of_rows();
        logreg_grid *inner = NULL;
        logreg_path_options within = x;
        char condition[20];
        snprintf(condition, sizeof condition, "g != %d", k);
        CU_ASSERT_EQUAL_FATAL(logreg_frame_filter(part, condition, NULL), LOGREG_OK);
        within.nested = 0;
        m = NULL;
        CU_ASSERT_EQUAL_FATAL(logreg_grid_new(&inner, &m, part, &o, &within, &how, NULL), LOGREG_OK);
        gsl_matrix *P = gsl_matrix_alloc(n, 2);
        CU_ASSERT_EQUAL_FATAL(logreg_predict_proba_frame(m, frame, P, NULL), LOGREG_OK);
        for (size_t i = 0; i < n; i++)
            if (logreg_frame_number(frame, i, logreg_frame_find(frame, "g")) == k) {
                double miss =
                    logreg_frame_number(frame, i, logreg_frame_find(frame, "y")) - gsl_matrix_get(P, i, 1);
                sum += miss * miss;
                all++;
            }
        choices[inner->best]++;
        gsl_matrix_free(P);
        logreg_model_free(m);
        logreg_grid_free(inner);
        logreg_frame_free(part);
    }
    for (size_t k = 0; k < F; k++)
        told[g->nested_choice[k]]++;
    CU_ASSERT(memcmp(choices, told, sizeof told) == 0);
    CU_ASSERT(near_rel(g->nested_measure, sum / all, 1e-9));
    CU_ASSERT(g->nested_error > 0);
    logreg_grid_free(g);
    logreg_frame_free(frame);
}

static void grids_that_are_refused(void)
{
    static const char *const other_outcome[] = {"y ~ x1", "x7 ~ x1"}, *const other_rows[] = {"y ~ x1",
                                                                                             "y ~ gaps"};
    static const double beyond[] = {0.5, 1.5};
    static const struct {
        const char *penalty;
        logreg_grid_options how;
        size_t folds;
        logreg_status status;
        const char *message;
    } cases[] = {
        {"l1", {formulas, 0, NULL, 0}, 5, LOGREG_EINVAL, "a grid has at least one formula"},
        {"l1", {formulas, 2, NULL, 0}, 0, LOGREG_EINVAL, "a grid is compared on folds, and folds is 0"},
        {"l1",
         {formulas, 1, ratios, 2},
         5,
         LOGREG_EINVAL,
         "several l1_ratios are about penalty 'elasticnet', and penalty is 'l1'"},
        {"elasticnet",
         {formulas, 1, beyond, 2},
         5,
         LOGREG_EINVAL,
         "l1_ratio is 1.5; it must be between 0 and 1"},
        {"none",
         {formulas, 1, NULL, 0},
         5,
         LOGREG_EINVAL,
         "a path is one of penalty 'l1', 'elasticnet' or 'l2', and penalty is 'none'"},
        {"l1",
         {other_outcome, 2, NULL, 0},
         5,
         LOGREG_EINVAL,
         "'y ~ x1' and 'x7 ~ x1' are about different outcomes, and cannot be compared"},
        {"l1",
         {other_rows, 2, NULL, 0},
         5,
         LOGREG_EDATA,
         "'y ~ x1' and 'y ~ gaps' are fitted to different rows, since others miss something of them; leave "
         "such "
         "rows out, or impute, so that all are compared on the same"},
    };
    logreg_frame *frame = frame_of_rows();
    size_t n = logreg_frame_rows(frame);
    double *gaps = malloc(n * sizeof *gaps);
    for (size_t i = 0; i < n; i++)
        gaps[i] = i % 9 ? (double)(i % 4) : NAN;
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(frame, "gaps", gaps, n, 1, NULL), LOGREG_OK);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        logreg_options o = net();
        logreg_path_options x = few();
        logreg_error err = {0};
        logreg_grid *g = NULL;
        logreg_model *m = NULL;
        o.penalty = cases[i].penalty;
        x.folds = cases[i].folds;
        CU_ASSERT_EQUAL(logreg_grid_new(&g, &m, frame, &o, &x, &cases[i].how, &err), cases[i].status);
        CU_ASSERT(same_text(err.message, cases[i].message));
        CU_ASSERT(g == NULL && m == NULL);
    }
    const logreg_grid_options how = {formulas, 1, NULL, 0};
    logreg_options o = net();
    logreg_path_options x = few();
    logreg_error err;
    logreg_grid *g = NULL;
    logreg_model *m = NULL;
    x.group = "site";
    CU_ASSERT_EQUAL(logreg_grid_new(&g, &m, frame, &o, &x, &how, &err), LOGREG_EINVAL);
    CU_ASSERT(same_text(err.message, "there is no column 'site' to group rows by"));
    free(gaps);
    logreg_frame_free(frame);
}

/* Shares compared on a matrix are those compared on a frame of the same numbers, gaps imputed and outer folds too. */
static void matrices(void)
{
    logreg_frame *frame = frame_of_file("tests/reference/data/learned.csv");
    const char *rule = "median", *formula = "y ~ x1 + x2 + x3";
    const double lambda[] = {0.1, 0.03, 0.01};
    const logreg_grid_options shares = {.l1_ratio = ratios, .n_l1_ratios = 2},
                              named = {&formula, 1, ratios, 2};
    size_t n = logreg_frame_rows(frame), fold = logreg_frame_find(frame, "fold"),
           y = logreg_frame_find(frame, "y");
    gsl_matrix *X = gsl_matrix_alloc(n, 3);
    gsl_vector *Y = gsl_vector_alloc(n), *groups = gsl_vector_alloc(n);
    logreg_options o = net();
    logreg_path_options x = few();
    logreg_grid *g = NULL, *h = NULL;
    logreg_model *m = NULL, *k = NULL;
    logreg_error err;
    for (size_t i = 0; i < n; i++) {
        for (size_t j = 0; j < 3; j++)
            gsl_matrix_set(X, i, j, logreg_frame_number(frame, i, j));
        gsl_vector_set(Y, i, logreg_frame_number(frame, i, y));
        gsl_vector_set(groups, i, logreg_frame_number(frame, i, fold));
    }
    o.impute = &rule;
    o.n_impute = 1;
    x.lambda = lambda;
    x.n_lambda = 3;
    x.folds = 2;
    x.nested = 4;
    x.group = "fold";
    CU_ASSERT_EQUAL_FATAL(logreg_grid_new(&g, &m, frame, &o, &x, &named, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL(logreg_grid_new_matrix(&h, &k, X, Y, &o, &x, &shares, &err), LOGREG_EINVAL);
    CU_ASSERT_PTR_NOT_NULL(strstr(err.message, "give group_values with a matrix"));
    x.group = NULL;
    x.group_values = groups;
    CU_ASSERT_EQUAL(logreg_grid_new_matrix(&h, &k, X, Y, &o, &x, &named, &err), LOGREG_EINVAL);
    CU_ASSERT_PTR_NOT_NULL(strstr(err.message, "candidates of a matrix differ by their l1_ratio"));
    CU_ASSERT_EQUAL_FATAL(logreg_grid_new_matrix(&h, &k, X, Y, &o, &x, &shares, NULL), LOGREG_OK);
    CU_ASSERT(g->n == 2 && h->n == 2 && g->best == h->best && h->formula[1] == 0);
    for (size_t i = 0; i < 2; i++)
        CU_ASSERT_EQUAL(memcmp(g->path[i]->cv_log_loss, h->path[i]->cv_log_loss, 3 * sizeof(double)), 0);
    CU_ASSERT(h->nested == 4 && g->nested_measure == h->nested_measure && g->nested_error == h->nested_error);
    CU_ASSERT_EQUAL(memcmp(g->nested_choice, h->nested_choice, 4 * sizeof *g->nested_choice), 0);
    logreg_grid_free(g);
    logreg_grid_free(h);
    logreg_model_free(m);
    logreg_model_free(k);
    gsl_matrix_free(X);
    gsl_vector_free(Y);
    gsl_vector_free(groups);
    logreg_frame_free(frame);
}

static bool go_small(void *data)
{
    static const char *const two[] = {"y ~ x1", "y ~ x2"};
    logreg_options o = logreg_options_default();
    logreg_path_options x = logreg_path_options_default();
    const logreg_grid_options how = {two, 2, NULL, 0};
    o.penalty = "l2";
    o.measures = false;
    o.threads = 1;
    x.n_lambda = 2;
    x.folds = 2;
    x.nested = 2;
    logreg_grid *g = NULL;
    logreg_model *m = NULL;
    logreg_status status = logreg_grid_new(&g, &m, data, &o, &x, &how, NULL);
    logreg_grid_free(g);
    logreg_model_free(m);
    return status == LOGREG_OK || status == LOGREG_ENOMEM;
}

typedef struct {
    const gsl_matrix *X;
    const gsl_vector *y;
} matrix;

static bool go_matrix(void *data)
{
    const matrix *of = data;
    logreg_options o = net();
    logreg_path_options x = logreg_path_options_default();
    const logreg_grid_options how = {.l1_ratio = ratios, .n_l1_ratios = 1};
    o.measures = false;
    o.threads = 1;
    x.n_lambda = 1;
    x.folds = x.nested = 2;
    logreg_grid *g = NULL;
    logreg_model *m = NULL;
    logreg_status status = logreg_grid_new_matrix(&g, &m, of->X, of->y, &o, &x, &how, NULL);
    logreg_grid_free(g);
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
    gsl_matrix *X = gsl_matrix_alloc(8, 1);
    gsl_vector_const_view Y = gsl_vector_const_view_array(y, 8);
    for (size_t i = 0; i < 8; i++)
        gsl_matrix_set(X, i, 0, x1[i]);
    CU_ASSERT(oom_each(go_matrix, &(matrix){X, &Y.vector}));
    gsl_matrix_free(X);
}

const test_case tests[] = {
    {"candidates are paths", candidates_are_paths},
    {"nested by hand", nested_by_hand},
    {"matrices", matrices},
    {"grids that are refused", grids_that_are_refused},
    {"memory may be out", memory_may_be_out},
    {NULL, NULL},
};
