/* What a model with a penalty keeps, tells and refuses. */
#include "harness.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <logreg.h>

#include "frames.h"
#include "oom.h"

static void kept(void)
{
    char path[] = "/tmp/firth_XXXXXX";
    int made = mkstemp(path);
    CU_ASSERT_TRUE_FATAL(made >= 0);
    close(made);
    logreg_frame *frame = frame_toy_b();
    logreg_options o = firth_options("firth");
    o.firth_se = "augmented";
    logreg_model *m = fit_frame(frame, "y ~ x1 + x2", &o), *back = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_model_save(m, path, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_model_load(&back, path, NULL), LOGREG_OK);
    CU_ASSERT_TRUE(same_text(logreg_model_penalty(back), "firth"));
    CU_ASSERT_TRUE(same_text(logreg_model_firth_se(back), "augmented"));
    CU_ASSERT_EQUAL(logreg_model_penalised_log_likelihood(back), logreg_model_penalised_log_likelihood(m));
    CU_ASSERT_EQUAL(logreg_model_null_penalised_log_likelihood(back),
                    logreg_model_null_penalised_log_likelihood(m));
    logreg_model_free(back);
    logreg_model_free(m);
    m = fit_frame(frame, "y ~ x1", NULL);
    CU_ASSERT_TRUE(same_text(logreg_model_penalty(m), "none"));
    CU_ASSERT_PTR_NULL(logreg_model_firth_se(m));
    CU_ASSERT_TRUE(isnan(logreg_model_penalised_log_likelihood(m)));
    logreg_model_free(m);
    logreg_frame_free(frame);
    unlink(path);
}

/* A term's penalised likelihood-ratio test is that of its coefficient's profile; there is no score test. */
static void terms(void)
{
    logreg_frame *frame = frame_toy_b();
    logreg_options o = firth_options("firth");
    logreg_model *m = fit_frame(frame, "y ~ x1 + x2", &o);
    logreg_study *study = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_study_new(&study, m, frame, 0, NULL), LOGREG_OK);
    logreg_term_test test[2];
    logreg_profile profile[3];
    CU_ASSERT_EQUAL(logreg_study_terms(test, study, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL(logreg_study_profile(profile, study, 0.95, NULL), LOGREG_OK);
    for (int i = 0; i < 2; i++) {
        double z = logreg_model_coefficient(m, 1, (size_t)i + 1) / error_of(m, 1, (size_t)i + 1);
        CU_ASSERT_TRUE(near_rel(test[i].lr.statistic, profile[i + 1].statistic, 1e-11));
        CU_ASSERT_TRUE(near_rel(test[i].wald.statistic, z * z, 1e-10));
        CU_ASSERT_TRUE(isnan(test[i].score.statistic));
    }
    logreg_study_free(study);
    logreg_model_free(m);
    logreg_frame_free(frame);
}

static bool refuses(logreg_status want, const logreg_frame *frame, const char *formula,
                    const logreg_options *o, const char *part)
{
    logreg_error err = {.message = ""};
    logreg_model *m = NULL;
    logreg_status got = logreg_fit_formula(&m, frame, formula, o, &err);
    bool ok = got == want && !m && strstr(err.message, part);
    if (!ok)
        printf("# %d: %s\n", (int)got, err.message);
    logreg_model_free(m);
    return ok;
}

static void refused(void)
{
    logreg_frame *frame = frame_toy_b(), *iris = frame_shipped("iris");
    logreg_options o = firth_options("ridge");
    CU_ASSERT_TRUE(refuses(LOGREG_EINVAL, frame, "y ~ x1", &o, "no penalty 'ridge'"));
    o.penalty = NULL;
    CU_ASSERT_TRUE(refuses(LOGREG_EINVAL, frame, "y ~ x1", &o, "no penalty ''"));
    o = firth_options("firth");
    o.solver = "gd";
    CU_ASSERT_TRUE(refuses(LOGREG_EINVAL, frame, "y ~ x1", &o, "goes with solver 'newton' alone"));
    o = firth_options("firth");
    o.firth_se = "sandwich";
    CU_ASSERT_TRUE(refuses(LOGREG_EINVAL, frame, "y ~ x1", &o, "firth_se is 'sandwich'"));
    o = firth_options("flic");
    o.firth_se = "augmented";
    CU_ASSERT_TRUE(refuses(LOGREG_EINVAL, frame, "y ~ x1", &o, "is about penalty 'firth'"));
    o.firth_se = "information";
    o.vcov = "HC0";
    CU_ASSERT_TRUE(refuses(LOGREG_EINVAL, frame, "y ~ x1", &o, "is about maximum likelihood"));
    o.vcov = NULL;
    o.strata = "x2";
    CU_ASSERT_TRUE(refuses(LOGREG_EINVAL, frame, "y ~ x1", &o, "not computed for matched sets"));
    o.strata = NULL;
    CU_ASSERT_TRUE(refuses(LOGREG_EDATA, frame, "y ~ x1 - 1", &o, "this model has none"));
    o = firth_options("flac");
    CU_ASSERT_TRUE(refuses(LOGREG_EDATA, frame, "y ~ x1 - 1", &o, "this model has none"));
    CU_ASSERT_TRUE(refuses(LOGREG_EDATA, iris, "species ~ petal_width", &o, "'flac' is for two classes"));
    o = firth_options("firth");
    o.firth_se = "augmented";
    CU_ASSERT_TRUE(
        refuses(LOGREG_EDATA, iris, "species ~ petal_width", &o, "'augmented' are for two classes"));
    logreg_frame_free(frame);
    logreg_frame_free(iris);
}

/* Comparisons of flac. */
static void refused_later(void)
{
    logreg_frame *frame = frame_toy_b();
    logreg_error err = {.message = ""};
    logreg_options o = firth_options("flac");
    logreg_model *flac = fit_frame(frame, "y ~ x1 + x2", &o), *plain = fit_frame(frame, "y ~ x2", NULL);
    const logreg_model *both[] = {plain, flac};
    logreg_comparison out[2];
    CU_ASSERT_EQUAL(logreg_compare(out, both, 2, &err), LOGREG_EDATA);
    CU_ASSERT_PTR_NOT_NULL(strstr(err.message, "model 2 was fitted with penalty 'flac'"));
    logreg_model_free(flac);
    logreg_model_free(plain);
    logreg_frame_free(frame);
}

typedef struct {
    const logreg_frame *frame;
    const char *penalty;
} fit_of;

static bool all_of_it(void *context)
{
    const fit_of *what = context;
    bool firth = strcmp(what->penalty, "firth") == 0;
    logreg_options o = firth_options(what->penalty);
    logreg_model *m = NULL;
    logreg_study *study = NULL;
    o.threads = 1;
    o.firth_se = firth ? "augmented" : "information";
    logreg_status status = logreg_fit_formula(&m, what->frame, "y ~ x1", &o, NULL);
    if (status == LOGREG_OK)
        status = logreg_study_new(&study, m, what->frame, 1, NULL);
    logreg_study_free(study);
    logreg_model_free(m);
    return status == LOGREG_OK || status == LOGREG_ENOMEM;
}

/* Classes that overlap take few steps, each of which allocates. */
static void out_of_memory(void)
{
    static const char *const penalty[] = {"firth", "flic", "flac"};
    static const double y[] = {0, 1, 0, 1, 0, 1}, x1[] = {1, 2, 3, 4, 5, 6};
    logreg_frame *frame = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_frame_new(&frame, NULL), LOGREG_OK);
    logreg_frame_add_numeric(frame, "y", y, 6, 1, NULL);
    logreg_frame_add_numeric(frame, "x1", x1, 6, 1, NULL);
    for (int i = 0; i < 3; i++) {
        fit_of what = {frame, penalty[i]};
        CU_ASSERT_TRUE(oom_each(all_of_it, &what));
    }
    logreg_frame_free(frame);
}

const test_case tests[] = {
    {"a model file keeps it", kept},  {"tests of terms", terms},
    {"what is refused", refused},     {"what is refused of a model", refused_later},
    {"out of memory", out_of_memory}, {NULL, NULL},
};
