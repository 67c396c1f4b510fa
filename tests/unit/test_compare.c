/* Models side by side. */
#include "harness.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <logreg.h>

#include "frames.h"
#include "oom.h"

enum { MODELS = 4 };

static void fit_all(logreg_model *m[MODELS], logreg_frame *frame)
{
    m[0] = fit_frame(frame, "survived ~ class * sex + age", NULL);
    m[1] = fit_frame(frame, "survived ~ sex", NULL);
    m[2] = fit_frame(frame, "survived ~ class + sex + age", NULL);
    m[3] = fit_frame(frame, "survived ~ class", NULL);
}

static void free_all(logreg_model *m[MODELS], logreg_frame *frame)
{
    for (int i = 0; i < MODELS; i++)
        logreg_model_free(m[i]);
    logreg_frame_free(frame);
}

/* R's anova and AIC, see tests/cli/compare; weights and differences from these. */
static void numbers(void)
{
    logreg_frame *frame = frame_shipped("titanic");
    logreg_model *m[MODELS];
    logreg_comparison c[MODELS];
    fit_all(m, frame);
    CU_ASSERT_EQUAL_FATAL(logreg_compare(c, (const logreg_model *const *)m, MODELS, NULL), LOGREG_OK);
    static const size_t place[MODELS] = {1, 3, 2, 0}, against[MODELS] = {SIZE_MAX, SIZE_MAX, 1, 2};
    double sum = 0;
    for (int i = 0; i < MODELS; i++) {
        CU_ASSERT_EQUAL(c[i].place, place[i]);
        CU_ASSERT_EQUAL(c[i].against, against[i]);
        CU_ASSERT_EQUAL(isnan(c[i].lr.statistic), against[i] == SIZE_MAX);
        CU_ASSERT_TRUE(near_abs(c[i].aic_delta, c[i].aic - c[3].aic, 0));
        sum += c[i].bic_weight;
    }
    CU_ASSERT_TRUE(near_abs(sum, 1, TOL_EXPRESSION));
    CU_ASSERT_TRUE(near_rel(c[3].lr.statistic, 66.6673912, 1e-9));
    CU_ASSERT_TRUE(near_rel(c[3].lr.p, 2.2061e-14, 1e-4));
    CU_ASSERT_TRUE(near_rel(c[2].aic, 2222.061106, 1e-9));
    CU_ASSERT_TRUE(near_rel(c[2].aic_weight / c[3].aic_weight, exp(-c[2].aic_delta / 2), 1e-12));
    free_all(m, frame);
}

/* Aliased columns are no reason; an offset is. */
static void nesting(void)
{
    double x[] = {1, 2, 3, 4, 5, 6, 7, 8}, twice[] = {2, 4, 6, 8, 10, 12, 14, 16},
           y[] = {0, 1, 0, 0, 1, 0, 1, 1}, z[] = {3, 1, 4, 1, 5, 9, 2, 6};
    logreg_frame *frame = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_frame_new(&frame, NULL), LOGREG_OK);
    logreg_frame_add_numeric(frame, "x", x, 8, 1, NULL);
    logreg_frame_add_numeric(frame, "twice", twice, 8, 1, NULL);
    logreg_frame_add_numeric(frame, "z", z, 8, 1, NULL);
    logreg_frame_add_numeric(frame, "y", y, 8, 1, NULL);
    logreg_options offset = logreg_options_default();
    offset.offset = "z";
    logreg_model *m[MODELS] = {fit_frame(frame, "y ~ x + twice", NULL), fit_frame(frame, "y ~ x + z", NULL),
                               fit_frame(frame, "y ~ x + z + offset(x / 10)", NULL),
                               fit_frame(frame, "y ~ 1", &offset)};
    logreg_comparison c[MODELS];
    CU_ASSERT_EQUAL_FATAL(logreg_compare(c, (const logreg_model *const *)m, MODELS, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL(c[0].place, 3);
    CU_ASSERT_EQUAL(c[1].against, SIZE_MAX); /* y ~ x has not the offset z */
    CU_ASSERT_EQUAL(c[2].against, 1);        /* in which the aliased column plays no part */
    CU_ASSERT_EQUAL(c[3].against, SIZE_MAX); /* as many parameters, and another offset */
    free_all(m, frame);
}

static void other_rows(void)
{
    logreg_frame *frame = frame_shipped("mtcars"), *fewer = frame_shipped("mtcars");
    logreg_error err;
    CU_ASSERT_EQUAL_FATAL(logreg_frame_filter(fewer, "wt > 2", NULL), LOGREG_OK);
    logreg_model *m[2] = {fit_frame(frame, "am ~ wt", NULL), fit_frame(fewer, "am ~ wt", NULL)};
    logreg_comparison c[2];
    CU_ASSERT_EQUAL(logreg_compare(c, (const logreg_model *const *)m, 2, &err), LOGREG_EDATA);
    CU_ASSERT_PTR_NOT_NULL(strstr(err.message, "28 rows against 32"));
    logreg_model_free(m[0]);
    logreg_model_free(m[1]);
    logreg_frame_free(frame);
    logreg_frame_free(fewer);
}

static bool compare(void *context)
{
    const logreg_model *const *m = context;
    logreg_comparison c[MODELS];
    char *text = NULL;
    static const char *const name[MODELS] = {"a", "b", "c", "d"};
    logreg_status status = logreg_compare(c, m, MODELS, NULL);
    if (status == LOGREG_OK)
        status = logreg_report_comparison(&text, c, MODELS, name, NULL, NULL);
    free(text);
    text = NULL;
    if (status == LOGREG_OK)
        status = logreg_report_comparison_json(&text, c, MODELS, name, NULL, NULL);
    free(text);
    return status == LOGREG_OK || status == LOGREG_ENOMEM;
}

static void memory(void)
{
    logreg_frame *frame = frame_shipped("titanic");
    logreg_model *m[MODELS];
    fit_all(m, frame);
    CU_ASSERT_TRUE(oom_each(compare, m));
    free_all(m, frame);
}

const test_case tests[] = {
    {"tests, criteria and weights", numbers},
    {"which model is nested in which", nesting},
    {"models of other rows are refused", other_rows},
    {"memory that runs out", memory},
    {NULL, NULL},
};
