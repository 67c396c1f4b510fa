/* Where the terminal curve lies, by hand, and which rows stand beside it. */
#include "harness.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include <logreg/report.h>
#include <logreg/special.h>

#include "fitted.h"
#include "report/curves/dots.h"
#include "report/curves/grid.h"

/* The variable called name. */
static size_t variable(const logreg_model *model, const char *name)
{
    logreg_variable v;
    for (size_t i = 0; i < logreg_model_variables(model); i++)
        if (logreg_model_variable(model, i, &v) == LOGREG_OK && strcmp(v.name, name) == 0)
            return i;
    CU_FAIL_FATAL("no such variable");
    return 0;
}

static void one_variable_by_hand(void)
{
    fitted f = fit_one(FIT_CHALLENGER);
    const double x[] = {31, 53, 66, 81};
    logreg__grid grid;
    CU_ASSERT_EQUAL_FATAL(logreg__grid_new(&grid, f.model, 0, x, 4, 0.5, 0.95, NULL), LOGREG_OK);
    for (size_t i = 0; i < 4; i++) {
        double eta =
            logreg_model_coefficient(f.model, 1, 0) + logreg_model_coefficient(f.model, 1, 1) * x[i] + 0.5;
        double half = 1.959963984540054 * sqrt(logreg_model_covariance(f.model, 1, 0, 1, 0) +
                                               2 * x[i] * logreg_model_covariance(f.model, 1, 0, 1, 1) +
                                               x[i] * x[i] * logreg_model_covariance(f.model, 1, 1, 1, 1));
        CU_ASSERT_TRUE(near_rel(grid.P[2 * i + 1], logreg_sigmoid(eta), 1e-12));
        CU_ASSERT_TRUE(near_rel(grid.low[i], logreg_sigmoid(eta - half), 1e-9));
        CU_ASSERT_TRUE(near_rel(grid.high[i], logreg_sigmoid(eta + half), 1e-9));
    }
    logreg__grid_free(&grid);
    fitted_free(&f);
}

/* Aliased columns add nothing; factors stand at their reference and numbers at their mean. */
static void other_variables_by_hand(void)
{
    fitted f = fit_one(FIT_ALIASED);
    logreg_variable b;
    logreg_model_variable(f.model, variable(f.model, "b"), &b);
    const double x[] = {-2, 0, 3};
    logreg__grid grid;
    CU_ASSERT_EQUAL_FATAL(logreg__grid_new(&grid, f.model, variable(f.model, "a"), x, 3, 0, 0.9, NULL),
                          LOGREG_OK);
    for (size_t i = 0; i < 3; i++) {
        double eta = logreg_model_coefficient(f.model, 1, 0) +
                     logreg_model_coefficient(f.model, 1, 1) * x[i] +
                     logreg_model_coefficient(f.model, 1, 2) * b.mean;
        CU_ASSERT_TRUE(near_rel(grid.P[2 * i + 1], logreg_sigmoid(eta), 1e-12));
        CU_ASSERT_TRUE(grid.low[i] < grid.P[2 * i + 1] && grid.high[i] > grid.P[2 * i + 1]);
    }
    logreg__grid_free(&grid);
    fitted_free(&f);
}

static void levels_by_hand(void)
{
    fitted f = fit_one(FIT_UCB);
    size_t dept = variable(f.model, "dept");
    logreg__grid grid;
    CU_ASSERT_EQUAL_FATAL(logreg__grid_new(&grid, f.model, dept, NULL, 6, 0, 0.95, NULL), LOGREG_OK);
    /* saturated in gender and dept: the shares of women admitted, from the table of Bickel and others (1975) */
    static const double share[] = {89. / 108, 17. / 25, 202. / 593, 131. / 375, 94. / 393, 24. / 341};
    for (size_t i = 0; i < 6; i++)
        CU_ASSERT_TRUE(near_rel(grid.P[2 * i + 1], share[i], 1e-9));
    logreg__grid_free(&grid);
    fitted_free(&f);
}

/* Six hundred columns in four of the design: what is looked up for each must not be looked for among all. */
static void many_variables(void)
{
    enum { VARIABLES = 600, SUMS = 4, ROWS = 40 };
    logreg_frame *frame = NULL;
    logreg_model *model = NULL;
    logreg_error err = {.message = ""};
    char formula[32 * VARIABLES] = "y ~ 1";
    double x[ROWS], mean[SUMS] = {0};
    CU_ASSERT_EQUAL_FATAL(logreg_frame_new(&frame, &err), LOGREG_OK);
    for (size_t j = 0; j < VARIABLES; j++) {
        size_t sum = j * SUMS / VARIABLES;
        bool first = j % (VARIABLES / SUMS) == 0, last = (j + 1) % (VARIABLES / SUMS) == 0;
        char name[16];
        snprintf(name, sizeof name, "x%zu", j);
        snprintf(formula + strlen(formula), 32, "%s%s%s", first ? " + I(" : " + ", name, last ? ")" : "");
        for (size_t i = 0; i < ROWS; i++) {
            x[i] = sin((double)(i * (j + 3)));
            mean[sum] += j == 7 ? 0 : x[i] / ROWS;
        }
        logreg_frame_add_numeric(frame, name, x, ROWS, 1, &err);
    }
    for (size_t i = 0; i < ROWS; i++)
        x[i] = (double)(i * 7 % 5 % 2);
    logreg_frame_add_numeric(frame, "y", x, ROWS, 1, &err);
    CU_ASSERT_EQUAL_FATAL(logreg_fit_formula(&model, frame, formula, NULL, &err), LOGREG_OK);
    CU_ASSERT_EQUAL(logreg_model_variables(model), VARIABLES);
    logreg__grid grid;
    const double at[] = {-2, 3};
    CU_ASSERT_EQUAL_FATAL(logreg__grid_new(&grid, model, variable(model, "x7"), at, 2, 0, 0.95, NULL),
                          LOGREG_OK);
    for (size_t i = 0; i < 2; i++) {
        double eta = logreg_model_coefficient(model, 1, 0) + logreg_model_coefficient(model, 1, 1) * at[i];
        for (size_t k = 0; k < SUMS; k++)
            eta += logreg_model_coefficient(model, 1, 1 + k) * mean[k];
        CU_ASSERT_TRUE(near_rel(grid.P[2 * i + 1], logreg_sigmoid(eta), 1e-12));
    }
    logreg__grid_free(&grid);
    logreg_model_free(model);
    logreg_frame_free(frame);
}

static void offsets_move_every_class(void)
{
    fitted f = fit_one(FIT_SPECIES);
    const double x[] = {1};
    size_t i = variable(f.model, "x");
    logreg__grid still, moved;
    CU_ASSERT_EQUAL_FATAL(logreg__grid_new(&still, f.model, i, x, 1, 0, 0.95, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg__grid_new(&moved, f.model, i, x, 1, 0.7, 0.95, NULL), LOGREG_OK);
    CU_ASSERT_PTR_NULL(moved.low);
    for (size_t k = 1; k < 3; k++)
        CU_ASSERT_TRUE(near_abs(log(moved.P[k] / moved.P[0]), log(still.P[k] / still.P[0]) + 0.7, 1e-12));
    CU_ASSERT_TRUE(near_abs(moved.P[0] + moved.P[1] + moved.P[2], 1, TOL_SUM));
    logreg__grid_free(&still);
    logreg__grid_free(&moved);
    fitted_free(&f);
}

static void few_rows_are_all_there(void)
{
    fitted f = fit_one(FIT_CHALLENGER);
    logreg__dots dots;
    CU_ASSERT_EQUAL_FATAL(logreg__dots_new(&dots, f.model, f.frame, 0, NULL, 100, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL(dots.n, 23);
    CU_ASSERT_FALSE(dots.thinned);
    for (size_t i = 0; i < dots.n; i++) {
        CU_ASSERT_EQUAL(dots.dot[i].x, logreg_frame_number(f.frame, i, 0));
        CU_ASSERT_EQUAL(dots.dot[i].y, logreg_frame_number(f.frame, i, 1));
        CU_ASSERT_TRUE(dots.dot[i].jitter >= 0 && dots.dot[i].jitter < 1);
    }
    logreg__dots_free(&dots);
    fitted_free(&f);
}

static void many_rows_are_thinned_alike(void)
{
    fitted f = fit_one(FIT_OFFSET);
    logreg__dots dots, again;
    CU_ASSERT_EQUAL_FATAL(logreg__dots_new(&dots, f.model, f.frame, 0, NULL, 200, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg__dots_new(&again, f.model, f.frame, 0, NULL, 200, NULL), LOGREG_OK);
    CU_ASSERT_TRUE(dots.thinned);
    CU_ASSERT_EQUAL(dots.n, 200);
    CU_ASSERT_EQUAL(memcmp(dots.dot, again.dot, dots.n * sizeof *dots.dot), 0);
    /* one out of each ten rows: each dot is a row of its tenth */
    for (size_t i = 0; i < dots.n; i++) {
        bool found = false;
        for (size_t row = 10 * i; row < 10 * i + 10; row++)
            found = found || (dots.dot[i].x == logreg_frame_number(f.frame, row, 0) &&
                              dots.dot[i].y == logreg_frame_number(f.frame, row, 2));
        CU_ASSERT_TRUE(found);
    }
    logreg__dots_free(&dots);
    logreg__dots_free(&again);
    fitted_free(&f);
}

/* 25 events among 10,000 rows are all there, each once; of the others one out of each part of as many. */
static void few_events_are_all_there(void)
{
    enum { ROWS = 10000, MOST = 500 };
    static double x[ROWS], y[ROWS];
    for (int i = 0; i < ROWS; i++) {
        x[i] = i;
        y[i] = i % 400 == 399;
    }
    logreg_frame *frame = NULL;
    logreg_frame_new(&frame, NULL);
    logreg_frame_add_numeric(frame, "x", x, ROWS, 1, NULL);
    logreg_frame_add_numeric(frame, "y", y, ROWS, 1, NULL);
    logreg_model *model = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_fit_formula(&model, frame, "y ~ x", NULL, NULL), LOGREG_OK);
    logreg__dots dots;
    CU_ASSERT_EQUAL_FATAL(logreg__dots_new(&dots, model, frame, 0, NULL, MOST, NULL), LOGREG_OK);
    CU_ASSERT_TRUE(dots.thinned && dots.whole == 1);
    CU_ASSERT_EQUAL(dots.n, MOST);
    size_t events = 0, others = 0;
    for (size_t i = 0; i < dots.n; i++) {
        CU_ASSERT_TRUE(i == 0 || dots.dot[i].x > dots.dot[i - 1].x);
        if (dots.dot[i].y > 0.5) {
            CU_ASSERT_EQUAL(dots.dot[i].x, (double)(400 * events + 399));
            events++;
        } else {
            double part = (ROWS - 25) / (double)(MOST - 25),
                   rank = dots.dot[i].x - floor((dots.dot[i].x + 1) / 400);
            CU_ASSERT_EQUAL((size_t)(rank / part), others);
            others++;
        }
    }
    CU_ASSERT_TRUE(events == 25 && others == MOST - 25);
    CU_ASSERT_STRING_EQUAL(logreg__dots_whole(&dots), ", with all events");
    logreg__dots_free(&dots);
    logreg_model_free(model);
    logreg_frame_free(frame);
}

static void rows_that_were_dropped_are_not_drawn(void)
{
    fitted f = fit_one(FIT_ALIASED);
    logreg__dots dots;
    CU_ASSERT_EQUAL_FATAL(logreg__dots_new(&dots, f.model, f.frame, 0, NULL, 1000, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL(dots.n, logreg_model_rows_used(f.model));
    logreg__dots_free(&dots);
    fitted_free(&f);
}

static void weights_count_as_rows(void)
{
    logreg_frame *frame = NULL;
    logreg_frame_new(&frame, NULL);
    logreg_frame_add_numeric(frame, "x", (double[]){1, 2, 3, 4}, 4, 1, NULL);
    logreg_frame_add_numeric(frame, "w", (double[]){100, 0, 300, 600}, 4, 1, NULL);
    logreg_frame_add_category(frame, "y", (const char *const[]){"b", "a", "a", "b"}, 4, NULL);
    logreg_options o = logreg_options_default();
    o.weights = "w";
    logreg_model *model = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_fit_formula(&model, frame, "y ~ x", &o, NULL), LOGREG_OK);
    logreg__dots dots;
    CU_ASSERT_EQUAL_FATAL(logreg__dots_new(&dots, model, frame, 0, NULL, 100, NULL), LOGREG_OK);
    size_t count[5] = {0}, events = 0;
    for (size_t i = 0; i < dots.n; i++) {
        count[(size_t)dots.dot[i].x]++;
        events += dots.dot[i].y == 1;
    }
    CU_ASSERT_EQUAL(count[1], 10);
    CU_ASSERT_EQUAL(count[2], 0);
    CU_ASSERT_EQUAL(count[3], 30);
    CU_ASSERT_EQUAL(count[4], 60);
    CU_ASSERT_EQUAL(events, 70);
    logreg__dots_free(&dots);
    logreg_model_free(model);
    logreg_frame_free(frame);
}

const test_case tests[] = {
    {"one variable, by hand", one_variable_by_hand},
    {"other variables, by hand", other_variables_by_hand},
    {"levels, by hand", levels_by_hand},
    {"many variables", many_variables},
    {"offsets move every class", offsets_move_every_class},
    {"few rows are all there", few_rows_are_all_there},
    {"many rows are thinned alike", many_rows_are_thinned_alike},
    {"of few events all are there", few_events_are_all_there},
    {"rows that were dropped are not drawn", rows_that_were_dropped_are_not_drawn},
    {"weights count as rows", weights_count_as_rows},
    {NULL, NULL},
};
