/* Grids and nested cross-validation against scikit-learn's GridSearchCV on the same folds: tests/reference/grid.py. */
#include "harness.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <logreg.h>

#include "case_file.h"
#include "frames.h"

enum { COLUMNS = 3, RATIOS = 2, STRENGTHS = 5, CANDIDATES = COLUMNS * RATIOS, FOLDS = 6 };

/* Fits of folds stop at a violation of 1e-9 of the largest lambda. AUCs are shares of pairs, the same or not at all. */
#define TOL_GRID 1e-9

typedef struct {
    double mean, error;
} measured;

typedef struct {
    char name[40], target[4], penalty[20], measure[20], formula[COLUMNS][60];
    double folds, outer, seed, ratio[RATIOS], lambda[STRENGTHS];
    measured value[CANDIDATES][STRENGTHS], nested;
    size_t n_columns, n_ratios, n_lambda, best, best_lambda, choice[FOLDS];
} expected;

static bool read_list(expected *e, const char *line)
{
    size_t i;
    double x;
    int at = 0;
    if (sscanf(line, "columns %zu %n", &i, &at) == 1 && at && i < COLUMNS) {
        snprintf(e->formula[i], sizeof e->formula[i], "%s ~ %s", e->target, line + at);
        e->n_columns = i + 1;
        return true;
    }
    if (sscanf(line, "ratio %zu %lf", &i, &x) == 2 && i < RATIOS) {
        e->ratio[i] = x;
        e->n_ratios = i + 1;
        return true;
    }
    if (sscanf(line, "lambda %zu %lf", &i, &x) == 2 && i < STRENGTHS) {
        e->lambda[i] = x;
        e->n_lambda = i + 1;
        return true;
    }
    return false;
}

static bool read_result(expected *e, const char *line)
{
    size_t c, i;
    measured m;
    if (sscanf(line, "value %zu %zu %lf %lf", &c, &i, &m.mean, &m.error) == 4 && c < CANDIDATES &&
        i < STRENGTHS) {
        e->value[c][i] = m;
        return true;
    }
    if (sscanf(line, "choice %zu %zu", &i, &c) == 2 && i < FOLDS) {
        e->choice[i] = c;
        return true;
    }
    return sscanf(line, "best %zu %zu", &e->best, &e->best_lambda) == 2 ||
           sscanf(line, "nested %lf %lf", &e->nested.mean, &e->nested.error) == 2;
}

static bool read_line(void *to, const char *line)
{
    expected *e = to;
    return text_of(e->name, sizeof e->name, line, "case") ||
           text_of(e->target, sizeof e->target, line, "target") ||
           text_of(e->penalty, sizeof e->penalty, line, "penalty") ||
           text_of(e->measure, sizeof e->measure, line, "measure") || number_of(&e->folds, line, "folds") ||
           number_of(&e->outer, line, "outer") || number_of(&e->seed, line, "seed") || read_list(e, line) ||
           read_result(e, line);
}

static bool same(double mean, double error, const measured *want)
{
    return near_abs(mean, want->mean, TOL_GRID) && near_abs(error, want->error, TOL_GRID);
}

static bool same_path(const logreg_path *p, const expected *e, size_t candidate)
{
    bool ok = p->n == e->n_lambda;
    for (size_t i = 0; ok && i < p->n; i++)
        ok = same(p->cv_measure[i], p->cv_measure_error[i], &e->value[candidate][i]);
    return ok;
}

/* A path by itself nests on a road of its own. */
static bool same_alone(const expected *e, const logreg_frame *frame, const logreg_options *o,
                       const logreg_path_options *x)
{
    logreg_path *p = NULL;
    logreg_model *m = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_path_new(&p, &m, frame, e->formula[0], o, x, NULL), LOGREG_OK);
    bool ok = same_path(p, e, 0) && same(p->nested_measure, p->nested_measure_error, &e->nested);
    logreg_path_free(p);
    logreg_model_free(m);
    return ok;
}

static void check_case(const void *of, void *frame)
{
    const expected *e = of;
    const char *formula[COLUMNS];
    for (size_t i = 0; i < e->n_columns; i++)
        formula[i] = e->formula[i];
    logreg_options o = logreg_options_default();
    logreg_path_options x = logreg_path_options_default();
    const logreg_grid_options how = {formula, e->n_columns, e->ratio, e->n_ratios};
    o.penalty = e->penalty;
    o.standardize = true;
    x.lambda = e->lambda;
    x.n_lambda = e->n_lambda;
    x.folds = (size_t)e->folds;
    x.nested = (size_t)e->outer;
    x.random_state = (uint64_t)e->seed;
    x.measure = e->measure;
    logreg_grid *g = NULL;
    logreg_model *m = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_grid_new(&g, &m, frame, &o, &x, &how, NULL), LOGREG_OK);
    bool ok = g->best == e->best && g->path[g->best]->best == e->best_lambda &&
              logreg_model_lambda(m) == e->lambda[e->best_lambda] &&
              same(g->nested_measure, g->nested_error, &e->nested);
    for (size_t c = 0; c < g->n; c++)
        ok = same_path(g->path[c], e, c) && ok;
    for (size_t f = 0; f < g->nested; f++)
        ok = g->nested_choice[f] == e->choice[f] && ok;
    if (g->n == 1)
        ok = same_alone(e, frame, &o, &x) && ok;
    CU_ASSERT_TRUE(ok);
    logreg_grid_free(g);
    logreg_model_free(m);
}

static void equal_to_grid_search(void)
{
    logreg_frame *frame = frame_of_file("tests/reference/data/path.csv");
    CU_ASSERT_EQUAL(each_case("tests/reference/grid.txt", sizeof(expected), read_line, check_case, frame), 4);
    logreg_frame_free(frame);
}

const test_case tests[] = {{"equal to GridSearchCV, nested too", equal_to_grid_search}, {NULL, NULL}};
