/* How cross-validation deals rows: the folds that it is to deal (tests/reference/folds.py), and what cv.glmnet loses on the same (folds.R). */
#include "harness.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <logreg.h>

#include "case_file.h"
#include "frames.h"

enum { ROWS = 150, REPEATS = 3, STRENGTHS = 12 };

/* What glmnet's own stopping leaves. */
#define TOL_LOSS 1e-7

typedef struct {
    char name[40], target[4], penalty[20], group[4], class_weight[12];
    double l1_ratio, folds, repeats, seed;
    size_t n;
    uint32_t fold[REPEATS * ROWS];
} dealt;

typedef struct {
    char name[40];
    size_t n;
    double lambda[STRENGTHS], mean[STRENGTHS], error[STRENGTHS], explained[STRENGTHS], best, best_1se;
} expected;

static bool read_folds(dealt *d, const char *line)
{
    if (strncmp(line, "fold ", 5) != 0)
        return false;
    char *at = (char *)line + 4;
    for (size_t to = d->n + ROWS; *at && d->n < to && to <= REPEATS * ROWS; d->n++)
        d->fold[d->n] = (uint32_t)strtoul(at, &at, 10);
    return !*at && d->n % ROWS == 0;
}

static bool read_dealt(void *to, const char *line)
{
    dealt *d = to;
    return text_of(d->name, sizeof d->name, line, "case") ||
           text_of(d->target, sizeof d->target, line, "target") ||
           text_of(d->penalty, sizeof d->penalty, line, "penalty") ||
           text_of(d->group, sizeof d->group, line, "group") ||
           text_of(d->class_weight, sizeof d->class_weight, line, "class_weight") ||
           number_of(&d->l1_ratio, line, "l1_ratio") || number_of(&d->folds, line, "folds") ||
           number_of(&d->repeats, line, "repeats") || number_of(&d->seed, line, "seed") ||
           read_folds(d, line);
}

static bool read_expected(void *to, const char *line)
{
    expected *e = to;
    size_t i;
    double lambda, mean, error;
    if (sscanf(line, "strength %zu %lf %lf %lf", &i, &lambda, &mean, &error) == 4 && i == e->n &&
        i < STRENGTHS) {
        e->lambda[i] = lambda;
        e->mean[i] = mean;
        e->error[i] = error;
        e->n++;
        return true;
    }
    if (sscanf(line, "explained %zu %lf", &i, &mean) == 2 && i < STRENGTHS) {
        e->explained[i] = mean;
        return true;
    }
    return text_of(e->name, sizeof e->name, line, "case") || number_of(&e->best_1se, line, "best_1se") ||
           number_of(&e->best, line, "best");
}

/* The rows, and the file that has what glmnet loses on the same folds, case by case. */
typedef struct {
    logreg_frame *frame;
    FILE *glmnet;
} beside;

static void check_case(const void *of, void *data)
{
    const dealt *d = of;
    const beside *b = data;
    expected next;
    const expected *e = &next;
    CU_ASSERT_TRUE_FATAL(next_case(&next, sizeof next, read_expected, b->glmnet));
    CU_ASSERT_TRUE(same_text(d->name, e->name));
    logreg_options o = logreg_options_default();
    logreg_path_options x = logreg_path_options_default();
    char formula[80];
    snprintf(formula, sizeof formula, "%s ~ x1 + x2 + x3 + x4 + x5 + x6 + x7 + x8", d->target);
    o.penalty = d->penalty;
    o.l1_ratio = d->l1_ratio;
    o.standardize = true;
    o.class_weight = or_null(d->class_weight);
    x.lambda = e->lambda;
    x.n_lambda = e->n;
    x.folds = (size_t)d->folds;
    x.repeats = (size_t)d->repeats;
    x.random_state = (uint64_t)d->seed;
    x.group = or_null(d->group);
    logreg_path *p = NULL;
    logreg_model *m = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_path_new(&p, &m, b->frame, formula, &o, &x, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(p->n_rows * p->repeats, d->n);
    CU_ASSERT_TRUE(memcmp(p->fold, d->fold, d->n * sizeof *d->fold) == 0);
    bool ok = true;
    for (size_t i = 0; i < e->n; i++)
        ok = near_abs(p->cv_log_loss[i], e->mean[i], TOL_LOSS) &&
             near_abs(p->cv_error[i], e->error[i], TOL_LOSS) &&
             near_abs(p->explained[i], e->explained[i], TOL_LOSS) && ok;
    if (x.repeats == 1)
        ok = (double)p->best == e->best && (double)p->best_1se == e->best_1se && ok;
    CU_ASSERT_TRUE(ok);
    logreg_path_free(p);
    logreg_model_free(m);
}

static void equal_to_cv_glmnet(void)
{
    beside b = {frame_of_file("tests/reference/data/path.csv"),
                fopen(source_path("tests/reference/folds_glmnet.txt"), "r")};
    CU_ASSERT_PTR_NOT_NULL_FATAL(b.glmnet);
    CU_ASSERT_EQUAL(each_case("tests/reference/folds.txt", sizeof(dealt), read_dealt, check_case, &b), 7);
    logreg_frame_free(b.frame);
    fclose(b.glmnet);
}

const test_case tests[] = {{"folds as they are to be dealt, equal to cv.glmnet", equal_to_cv_glmnet},
                           {NULL, NULL}};
