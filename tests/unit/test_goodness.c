/* Tests of fit against R, grouped data against the same rows written out, and where there is no test. */
#include "harness.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <logreg.h>

#include "case_file.h"
#include "frames.h"
#include "oom.h"
#include "studied.h"

/* R's last digits are those of a solve of the normal equations; small differences of large sums lose some more. */
#define TOL_R 1e-9
#define TOL_DIFFERENCE 1e-7

enum { GROUPS = 20, CLASSES = 3 };

typedef struct {
    char name[80], file[80], formula[120], weights[20], trials[20], offset[20];
    size_t groups, n_groups, n_classes, n_patterns;
    double hosmer[3], pearson[2], deviance[2], least, below_five, squares[5], score[3], lr[3];
    struct {
        double n, low, high, count[2 * CLASSES];
    } group[GROUPS];
} case_of;

static bool read_group(case_of *c, const char *line)
{
    double x[3 + 2 * CLASSES];
    int n = sscanf(line, "group %lf %lf %lf %lf %lf %lf %lf %lf %lf", x, x + 1, x + 2, x + 3, x + 4, x + 5,
                   x + 6, x + 7, x + 8);
    if (n < 7 || c->n_groups == GROUPS)
        return false;
    c->n_classes = (size_t)(n - 3) / 2;
    c->group[c->n_groups].n = x[0];
    c->group[c->n_groups].low = x[1];
    c->group[c->n_groups].high = x[2];
    memcpy(c->group[c->n_groups++].count, x + 3, sizeof c->group->count);
    return true;
}

static bool read_line(void *to, const char *line)
{
    case_of *c = to;
    double *h = c->hosmer, *s = c->squares;
    if (sscanf(line, "case %79[^\n]", c->name) == 1 || sscanf(line, "file %79s", c->file) == 1 ||
        sscanf(line, "formula %119[^\n]", c->formula) == 1 || sscanf(line, "weights %19s", c->weights) == 1 ||
        sscanf(line, "trials %19s", c->trials) == 1 || sscanf(line, "offset %19s", c->offset) == 1 ||
        sscanf(line, "groups %zu", &c->groups) == 1)
        return true;
    return sscanf(line, "hosmer %lf %lf %lf", h, h + 1, h + 2) == 3 ||
           sscanf(line, "pearson %lf %lf", c->pearson, c->pearson + 1) == 2 ||
           sscanf(line, "deviance %lf %lf", c->deviance, c->deviance + 1) == 2 ||
           sscanf(line, "patterns %zu %lf %lf", &c->n_patterns, &c->least, &c->below_five) == 3 ||
           sscanf(line, "squares %lf %lf %lf %lf %lf", s, s + 1, s + 2, s + 3, s + 4) == 5 ||
           sscanf(line, "score %lf %lf %lf", c->score, c->score + 1, c->score + 2) == 3 ||
           sscanf(line, "lr %lf %lf %lf", c->lr, c->lr + 1, c->lr + 2) == 3 || read_group(c, line);
}

typedef struct {
    studied of;
    logreg_goodness *g;
} subject;

static subject tested(logreg_frame *frame, const char *formula, const logreg_options *options, size_t groups)
{
    subject s = {.of = study_frame(frame, formula, options, 0)};
    logreg_goodness_options o = {.n_groups = groups};
    CU_ASSERT_EQUAL_FATAL(logreg_goodness_new(&s.g, s.of.study, groups ? &o : NULL, NULL), LOGREG_OK);
    return s;
}

static void clear(subject *s)
{
    logreg_goodness_free(s->g);
    studied_free(&s->of);
}

static bool test_agrees(const logreg_test *got, const double *want, double tolerance)
{
    return near_rel(got->statistic, want[0], tolerance) && near_abs(got->df, want[1], 0);
}

static bool groups_agree(const case_of *c, const logreg_goodness *g)
{
    bool ok = g->n_groups == c->n_groups && g->n_classes == c->n_classes;
    for (size_t i = 0; ok && i < c->n_groups; i++) {
        const logreg_goodness_group *group = &g->group[i];
        ok = near_abs(group->observations, c->group[i].n, 0) &&
             near_rel(group->low, c->group[i].low, TOL_R) && near_rel(group->high, c->group[i].high, TOL_R);
        for (size_t k = 0; ok && k < c->n_classes; k++)
            ok = near_abs(group->observed[k], c->group[i].count[2 * k], 0) &&
                 near_rel(group->expected[k], c->group[i].count[2 * k + 1], TOL_R);
    }
    return ok;
}

static bool two_classes_agree(const case_of *c, const logreg_goodness *g)
{
    if (c->n_classes > 2)
        return isnan(g->squares) && isnan(g->squares_p) && isnan(g->stukel_score.statistic) &&
               isnan(g->stukel_lr.statistic);
    const double squares[] = {g->squares, g->squares_expected, g->squares_error, g->squares_z, g->squares_p};
    bool ok = test_agrees(&g->stukel_score, c->score, TOL_DIFFERENCE) &&
              test_agrees(&g->stukel_lr, c->lr, TOL_DIFFERENCE) &&
              near_rel(g->stukel_score.p, c->score[2], TOL_DIFFERENCE) &&
              near_rel(g->stukel_lr.p, c->lr[2], TOL_DIFFERENCE);
    for (int i = 0; ok && i < 5; i++)
        ok = near_rel(squares[i], c->squares[i], i < 3 ? TOL_R : TOL_DIFFERENCE);
    return ok;
}

static bool all_agrees(const case_of *c, const logreg_goodness *g)
{
    bool grouped = c->least >= 1 && c->below_five <= 0.2;
    return groups_agree(c, g) && test_agrees(&g->hosmer_lemeshow, c->hosmer, TOL_R) &&
           near_rel(g->hosmer_lemeshow.p, c->hosmer[2], TOL_DIFFERENCE) && g->n_patterns == c->n_patterns &&
           near_rel(g->least_expected, c->least, TOL_R) && near_abs(g->below_five, c->below_five, 1e-12) &&
           test_agrees(&g->pearson, c->pearson, TOL_R) && test_agrees(&g->deviance, c->deviance, TOL_R) &&
           isnan(g->pearson.p) == !grouped && isnan(g->deviance.p) == !grouped && two_classes_agree(c, g);
}

static void check_case(const void *of, void *data)
{
    const case_of *c = of;
    (void)data;
    logreg_options o = logreg_options_default();
    o.weights = or_null(c->weights);
    o.trials = or_null(c->trials);
    o.offset = or_null(c->offset);
    subject s = tested(frame_of_file(c->file), c->formula, &o, c->groups);
    CU_ASSERT_TRUE(all_agrees(c, s.g));
    clear(&s);
}

static void reference(void)
{
    CU_ASSERT_EQUAL(each_case("tests/reference/goodness.txt", sizeof(case_of), read_line, check_case, NULL),
                    10);
}

/* Trials, frequencies, and rows of one outcome each are the same data. */
static void three_ways(void)
{
    enum { N = 6, MOST = 60 };
    static const double dose[N] = {1, 2, 3, 4, 5, 6}, trials[N] = {9, 8, 10, 7, 9, 10},
                        dead[N] = {1, 1, 4, 3, 7, 8};
    double x[MOST], y[MOST], pair_x[2 * N], pair_y[2 * N], w[2 * N];
    size_t n = 0;
    for (size_t i = 0; i < N; i++) {
        for (size_t t = 0; t < (size_t)trials[i]; t++, n++) {
            x[n] = dose[i];
            y[n] = t < (size_t)dead[i];
        }
        pair_x[i] = pair_x[N + i] = dose[i];
        pair_y[i] = 1;
        pair_y[N + i] = 0;
        w[i] = dead[i];
        w[N + i] = trials[i] - dead[i];
    }
    logreg_options grouped = logreg_options_default(), weighted = logreg_options_default();
    grouped.trials = "x2";
    weighted.weights = "x2";
    subject s[3] = {tested(frame_of_two(dose, trials, 1, dead, N), "y ~ x1", &grouped, 4),
                    tested(frame_of_two(pair_x, w, 1, pair_y, 2 * N), "y ~ x1", &weighted, 4),
                    tested(frame_of_two(x, x, 1, y, n), "y ~ x1", NULL, 4)};
    for (int i = 1; i < 3; i++) {
        const logreg_goodness *a = s[0].g, *b = s[i].g;
        CU_ASSERT_TRUE(near_rel(a->hosmer_lemeshow.statistic, b->hosmer_lemeshow.statistic, 1e-12));
        CU_ASSERT_TRUE(near_rel(a->pearson.statistic, b->pearson.statistic, 1e-12));
        CU_ASSERT_TRUE(near_rel(a->deviance.statistic, b->deviance.statistic, 1e-12));
        CU_ASSERT_TRUE(near_rel(a->squares_z, b->squares_z, 1e-10));
        CU_ASSERT_TRUE(near_rel(a->stukel_score.statistic, b->stukel_score.statistic, 1e-10));
        CU_ASSERT_TRUE(near_rel(a->stukel_lr.statistic, b->stukel_lr.statistic, 1e-10));
        CU_ASSERT_TRUE(a->n_groups == b->n_groups && a->n_patterns == N && b->n_patterns == N);
    }
    /* the deviance over patterns is that of the grouped data */
    CU_ASSERT_TRUE(near_rel(s[2].g->deviance.statistic, logreg_model_deviance(s[0].of.model), 1e-12));
    for (int i = 0; i < 3; i++)
        clear(&s[i]);
}

/* A row of weight 0 is no row; rows that miss a value neither. */
static void rows_that_do_not_count(void)
{
    static const double x[] = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, NAN}, w[] = {1, 2, 1, 3, 1, 1, 2, 1, 1, 0, 5},
                        y[] = {0, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1};
    logreg_options o = logreg_options_default();
    o.weights = "x2";
    subject all = tested(frame_of_two(x, w, 1, y, 11), "y ~ x1", &o, 3),
            some = tested(frame_of_two(x, w, 1, y, 9), "y ~ x1", &o, 3);
    CU_ASSERT_TRUE(all.g->n_patterns == 9 && some.g->n_patterns == 9);
    CU_ASSERT_TRUE(near_rel(all.g->hosmer_lemeshow.statistic, some.g->hosmer_lemeshow.statistic, 1e-12));
    CU_ASSERT_TRUE(near_rel(all.g->stukel_lr.statistic, some.g->stukel_lr.statistic, 1e-9));
    clear(&all);
    clear(&some);
}

/* Two patterns: two groups, and nothing that the model does not fit. */
static void nothing_to_test(void)
{
    static const double x[] = {0, 0, 0, 0, 1, 1, 1, 1, 1}, y[] = {0, 1, 0, 0, 1, 1, 0, 1, 1};
    subject s = tested(frame_of_two(x, x, 1, y, 9), "y ~ x1", NULL, 0);
    CU_ASSERT_TRUE(s.g->n_groups == 2 && s.g->n_patterns == 2);
    CU_ASSERT_TRUE(near_abs(s.g->hosmer_lemeshow.statistic, 0, 1e-12) && isnan(s.g->hosmer_lemeshow.p));
    CU_ASSERT_TRUE(s.g->hosmer_lemeshow.df == 0 && s.g->pearson.df == 0 && isnan(s.g->pearson.p));
    CU_ASSERT_TRUE(isnan(s.g->squares_z) && isnan(s.g->squares_p) && isfinite(s.g->squares));
    CU_ASSERT_TRUE(isnan(s.g->stukel_score.statistic) && s.g->stukel_score.df == 0);
    clear(&s);
    /* an intercept alone: one group */
    s = tested(frame_of_two(x, x, 1, y, 9), "y ~ 1", NULL, 0);
    CU_ASSERT_TRUE(s.g->n_groups == 1 && s.g->hosmer_lemeshow.df == 0 && isnan(s.g->hosmer_lemeshow.p));
    clear(&s);
}

/* No probability above one half: one of Stukel's columns is 0. Aliased columns of the model stay out. */
static void one_column_of_two(void)
{
    double x[80], y[40];
    for (size_t i = 0; i < 40; i++) {
        x[i] = (double)i;
        x[40 + i] = 3 - 2 * x[i];
        y[i] = i % 7 == 3;
    }
    subject s = tested(frame_of_two(x, x + 40, 1, y, 40), "y ~ x1 + x2", NULL, 0);
    CU_ASSERT_TRUE(s.g->stukel_score.df == 1 && s.g->stukel_lr.df == 1 &&
                   near_abs(s.g->stukel_lr.statistic, 0.05270778, 1e-8)); /* R */
    CU_ASSERT_TRUE(s.g->pearson.df == 38 && s.g->n_patterns == 40);
    clear(&s);
}

/* A model of a matrix has neither frame nor formula of its own. */
static void matrix(void)
{
    enum { N = 50 };
    double x[2 * N], y[N], wide[2 * N];
    for (size_t i = 0; i < N; i++) {
        x[i] = wide[2 * i] = sin((double)i) * 2;
        x[N + i] = wide[2 * i + 1] = (double)(i % 7);
        y[i] = i * i % 11 < 5;
    }
    gsl_matrix_const_view X = gsl_matrix_const_view_array(wide, N, 2);
    gsl_vector_const_view Y = gsl_vector_const_view_array(y, N);
    subject s = tested(frame_of_two(x, x + N, 1, y, N), "y ~ x1 + x2", NULL, 0), m = {.g = NULL};
    logreg_optimism *of_matrix = NULL, *of_frame = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_fit(&m.of.model, &X.matrix, &Y.vector, NULL, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_study_new_matrix(&m.of.study, m.of.model, &X.matrix, &Y.vector, NULL, NULL),
                          LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_goodness_new(&m.g, m.of.study, NULL, NULL), LOGREG_OK);
    CU_ASSERT_TRUE(near_rel(m.g->hosmer_lemeshow.statistic, s.g->hosmer_lemeshow.statistic, 1e-12) &&
                   near_rel(m.g->stukel_lr.statistic, s.g->stukel_lr.statistic, 1e-9) &&
                   near_rel(m.g->squares_z, s.g->squares_z, 1e-10));
    logreg_optimism_options o = {8, 3};
    CU_ASSERT_EQUAL_FATAL(logreg_optimism_new(&of_matrix, m.of.study, &o, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_optimism_new(&of_frame, s.of.study, &o, NULL), LOGREG_OK);
    CU_ASSERT_TRUE(near_abs(of_matrix->slope.corrected, of_frame->slope.corrected, 1e-9));
    logreg_optimism_free(of_matrix);
    logreg_optimism_free(of_frame);
    clear(&m);
    clear(&s);
}

static void refuse(studied s, size_t groups, logreg_status status, const char *why)
{
    logreg_error err;
    logreg_goodness_options o = {.n_groups = groups};
    logreg_goodness *g = NULL;
    CU_ASSERT_EQUAL(logreg_goodness_new(&g, s.study, &o, &err), status);
    CU_ASSERT_PTR_NULL(g);
    if (!strstr(err.message, why))
        printf("# %s\n", err.message);
    CU_ASSERT_PTR_NOT_NULL(strstr(err.message, why));
    studied_free(&s);
}

static void refused(void)
{
    static const double x[] = {1, 2, 3, 4, 5, 6}, sets[] = {1, 1, 1, 2, 2, 2}, y[] = {0, 1, 0, 1, 0, 1};
    logreg_options firth = logreg_options_default(), sample = firth, matched = firth;
    firth.penalty = "firth";
    sample.sampling_weights = "x2";
    matched.strata = "x2";
    refuse(study_frame(frame_of_two(x, sets, 1, y, 6), "y ~ x1", NULL, 0), 2, LOGREG_EINVAL,
           "2 groups are too few");
    refuse(study_frame(frame_toy_a(), "y ~ x1 + x2", NULL, 0), 10, LOGREG_EDATA, "the classes are separated");
    refuse(study_frame(frame_of_two(x, sets, 1, y, 6), "y ~ x1", &firth, 0), 10, LOGREG_EDATA,
           "penalty 'firth'");
    refuse(study_frame(frame_of_two(x, sets, 1, y, 6), "y ~ x1", &sample, 0), 10, LOGREG_EDATA,
           "sampling weights");
    refuse(study_frame(frame_of_two(x, sets, 1, y, 6), "y ~ x1", &matched, 0), 10, LOGREG_EDATA,
           "matched sets");
}

static bool once(void *context)
{
    logreg_goodness *g = NULL;
    logreg_status status = logreg_goodness_new(&g, context, NULL, NULL);
    logreg_goodness_free(g);
    return status == LOGREG_OK || status == LOGREG_ENOMEM;
}

static void starved(void)
{
    studied s = study_frame(frame_shipped("vaso"), "constricted ~ volume + rate", NULL, 0);
    CU_ASSERT_TRUE(oom_each(once, s.study));
    studied_free(&s);
}

const test_case tests[] = {
    {"tests and groups as R has them", reference},
    {"trials, frequencies and single outcomes are the same", three_ways},
    {"rows that do not count", rows_that_do_not_count},
    {"nothing to test", nothing_to_test},
    {"one of Stukel's columns", one_column_of_two},
    {"a model of a matrix", matrix},
    {"what is not tested", refused},
    {"without memory", starved},
    {NULL, NULL},
};
