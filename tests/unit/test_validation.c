/* Models on rows that they were not fitted to, against R, and where there is nothing to say. */
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

#define TOL_R 1e-8

typedef struct {
    char name[80], file[80], formula[120], where[80], weights[20], trials[20];
    double hosmer[3], spiegelhalter[2], slope[2], intercept[2], in_the_large[2], test[2];
} case_of;

static bool read_line(void *to, const char *line)
{
    case_of *c = to;
    double *h = c->hosmer;
    if (sscanf(line, "case %79[^\n]", c->name) == 1 || sscanf(line, "file %79s", c->file) == 1 ||
        sscanf(line, "formula %119[^\n]", c->formula) == 1 || sscanf(line, "where %79[^\n]", c->where) == 1 ||
        sscanf(line, "weights %19s", c->weights) == 1 || sscanf(line, "trials %19s", c->trials) == 1)
        return true;
    return sscanf(line, "hosmer %lf %lf %lf", h, h + 1, h + 2) == 3 ||
           sscanf(line, "spiegelhalter %lf %lf", c->spiegelhalter, c->spiegelhalter + 1) == 2 ||
           sscanf(line, "slope %lf %lf", c->slope, c->slope + 1) == 2 ||
           sscanf(line, "intercept %lf %lf", c->intercept, c->intercept + 1) == 2 ||
           sscanf(line, "in_the_large %lf %lf", c->in_the_large, c->in_the_large + 1) == 2 ||
           sscanf(line, "test %lf %lf", c->test, c->test + 1) == 2;
}

static logreg_frame *rows_where(const char *file, const char *condition)
{
    logreg_frame *frame = frame_of_file(file);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_filter(frame, condition, NULL), LOGREG_OK);
    return frame;
}

/* Rows that stand for something. */
static size_t count_weighty(const logreg_frame *frame, const char *weights, const char *trials)
{
    size_t n = 0;
    for (size_t i = 0; i < logreg_frame_rows(frame); i++)
        n += (!weights || logreg_frame_number(frame, i, logreg_frame_find(frame, weights)) > 0) &&
             (!trials || logreg_frame_number(frame, i, logreg_frame_find(frame, trials)) > 0);
    return n;
}

static bool both(double a, double b, const double *want)
{
    return near_rel(a, want[0], TOL_R) && near_rel(b, want[1], TOL_R);
}

static bool agrees(const case_of *c, const logreg_validation *v)
{
    const logreg_calibration *k = &v->calibration;
    bool ok = both(v->hosmer_lemeshow.statistic, v->hosmer_lemeshow.df, c->hosmer) &&
              near_rel(v->hosmer_lemeshow.p, c->hosmer[2], 1e-6) && !v->own_rows;
    if (v->n_classes > 2)
        return ok && isnan(v->spiegelhalter_z) && isnan(k->slope) && isnan(k->in_the_large) && isnan(k->p);
    return ok && both(v->spiegelhalter_z, v->spiegelhalter_p, c->spiegelhalter) &&
           both(k->slope, k->slope_error, c->slope) && both(k->intercept, k->intercept_error, c->intercept) &&
           both(k->in_the_large, k->in_the_large_error, c->in_the_large) && both(k->statistic, k->p, c->test);
}

static void check_case(const void *of, void *data)
{
    const case_of *c = of;
    (void)data;
    char others[100];
    snprintf(others, sizeof others, "!(%s)", c->where);
    logreg_options o = logreg_options_default();
    o.weights = or_null(c->weights);
    o.trials = or_null(c->trials);
    logreg_frame *in = rows_where(c->file, c->where), *out = rows_where(c->file, others);
    logreg_model *model = fit_frame(in, c->formula, &o);
    logreg_validation *v = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_validate(&v, model, out, NULL, NULL), LOGREG_OK);
    CU_ASSERT_TRUE(agrees(c, v) && v->n_used == count_weighty(out, or_null(c->weights), or_null(c->trials)));
    logreg_validation_free(v);
    logreg_model_free(model);
    logreg_frame_free(in);
    logreg_frame_free(out);
}

static void reference(void)
{
    CU_ASSERT_EQUAL(each_case("tests/reference/validation.txt", sizeof(case_of), read_line, check_case, NULL),
                    4);
}

/* The rows of the fit are known again: a slope of 1, and the groups that the test of the fit has. */
static void own_rows(void)
{
    studied s = study_frame(frame_shipped("titanic"), "survived ~ class + sex", NULL, 0);
    logreg_goodness *g = NULL;
    logreg_validation *v = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_goodness_new(&g, s.study, NULL, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_validate(&v, s.model, s.frame, NULL, NULL), LOGREG_OK);
    CU_ASSERT_TRUE(v->own_rows && near_abs(v->calibration.slope, 1, 1e-9) &&
                   near_abs(v->calibration.statistic, 0, 1e-9));
    CU_ASSERT_TRUE(v->n_groups == g->n_groups && v->hosmer_lemeshow.df == g->hosmer_lemeshow.df + 2);
    CU_ASSERT_TRUE(near_rel(v->hosmer_lemeshow.statistic, g->hosmer_lemeshow.statistic, 1e-9));
    logreg_validation_free(v);
    logreg_goodness_free(g);
    studied_free(&s);
}

/* Of a separated model probabilities are 0 and 1: what they miss is infinitely unlikely. */
static void certain(void)
{
    static const double x[] = {1, 2, 3, 4, 5, 6, 7, 8}, apart[] = {0, 0, 0, 0, 1, 1, 1, 1},
                        mixed[] = {0, 0, 1, 0, 1, 0, 1, 1};
    logreg_frame *in = frame_of_two(x, x, 1, apart, 8), *out = frame_of_two(x, x, 1, mixed, 8);
    logreg_model *model = fit_frame(in, "y ~ x1", NULL);
    logreg_validation *v = NULL, *own = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_validate(&v, model, out, NULL, NULL), LOGREG_OK);
    CU_ASSERT_TRUE(v->n_groups == 2 && isinf(v->hosmer_lemeshow.statistic) && isnan(v->hosmer_lemeshow.p));
    CU_ASSERT_TRUE(isnan(v->spiegelhalter_z) && isnan(v->calibration.slope) &&
                   isnan(v->calibration.in_the_large));
    CU_ASSERT_EQUAL_FATAL(logreg_validate(&own, model, in, NULL, NULL), LOGREG_OK);
    CU_ASSERT_TRUE(own->own_rows && own->hosmer_lemeshow.statistic == 0 && own->hosmer_lemeshow.p == 1);
    logreg_validation_free(v);
    logreg_validation_free(own);
    logreg_model_free(model);
    logreg_frame_free(in);
    logreg_frame_free(out);
}

static void refused(void)
{
    static const double x[] = {1, 2, 3, 4, 5, 6}, w[] = {1, 1, 1, 2, 2, 2}, zeros[] = {0, 0, 0, 0, 0, 0},
                        y[] = {0, 1, 0, 1, 0, 1};
    logreg_options o = logreg_options_default(), sample = o;
    o.weights = sample.sampling_weights = "x2";
    logreg_frame *frame = frame_of_two(x, w, 1, y, 6), *nothing = frame_of_two(x, zeros, 1, y, 6);
    logreg_model *model = fit_frame(frame, "y ~ x1", &o), *drawn = fit_frame(frame, "y ~ x1", &sample);
    logreg_goodness_options two = {.n_groups = 2};
    logreg_validation *v = NULL;
    logreg_error err;
    CU_ASSERT_EQUAL(logreg_validate(&v, model, frame, &two, &err), LOGREG_EINVAL);
    CU_ASSERT_PTR_NOT_NULL(strstr(err.message, "2 groups are too few"));
    CU_ASSERT_EQUAL(logreg_validate(&v, drawn, frame, NULL, &err), LOGREG_EDATA);
    CU_ASSERT_PTR_NOT_NULL(strstr(err.message, "a model of a sample"));
    CU_ASSERT_EQUAL(logreg_validate(&v, model, nothing, NULL, &err), LOGREG_EDATA);
    CU_ASSERT_PTR_NOT_NULL(strstr(err.message, "no row is left to validate on"));
    CU_ASSERT_PTR_NULL(v);
    logreg_model_free(model);
    logreg_model_free(drawn);
    logreg_frame_free(frame);
    logreg_frame_free(nothing);
}

typedef struct {
    logreg_model *model;
    logreg_frame *frame;
} pair;

static bool once(void *context)
{
    const pair *p = context;
    logreg_validation *v = NULL;
    logreg_status status = logreg_validate(&v, p->model, p->frame, NULL, NULL);
    logreg_validation_free(v);
    return status == LOGREG_OK || status == LOGREG_ENOMEM;
}

static void starved(void)
{
    pair p = {.frame = frame_shipped("vaso")};
    p.model = fit_frame(p.frame, "constricted ~ volume + rate", NULL);
    CU_ASSERT_TRUE(oom_each(once, &p));
    logreg_model_free(p.model);
    logreg_frame_free(p.frame);
}

const test_case tests[] = {
    {"as R has it", reference},
    {"the rows of the fit", own_rows},
    {"probabilities of 0 and 1", certain},
    {"what is not validated", refused},
    {"without memory", starved},
    {NULL, NULL},
};
