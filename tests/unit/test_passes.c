/* How often a plain fit walks over all of its rows: the statistician's options cost those who ask for them, and nobody else. */
#include "harness.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include <logreg.h>

#include "base/random.h"
#include "engine/fold.h"
#include "frames.h"

enum { MOST_ROWS = 120000, NUMBERS = 3 };

/* ---- Walks over all rows, a sample being none ---- */

static size_t walks;

logreg_status __real_logreg__fold_jobs(const logreg__problem *problem, size_t n_jobs, const logreg__job *job,
                                       logreg_error *err);
logreg_status __wrap_logreg__fold_jobs(const logreg__problem *problem, size_t n_jobs, const logreg__job *job,
                                       logreg_error *err);
logreg_status __real_logreg__fold(const logreg__problem *problem, const logreg__kernel *kernel, size_t m,
                                  const double *input, double *acc, double *out, logreg_error *err);
logreg_status __wrap_logreg__fold(const logreg__problem *problem, const logreg__kernel *kernel, size_t m,
                                  const double *input, double *acc, double *out, logreg_error *err);

logreg_status __wrap_logreg__fold_jobs(const logreg__problem *problem, size_t n_jobs, const logreg__job *job,
                                       logreg_error *err)
{
    walks += !problem->sample;
    return __real_logreg__fold_jobs(problem, n_jobs, job, err);
}

/* One walk, whether the linker wraps what is called in the file of the function too, as lld does, or not, as GNU ld. */
logreg_status __wrap_logreg__fold(const logreg__problem *problem, const logreg__kernel *kernel, size_t m,
                                  const double *input, double *acc, double *out, logreg_error *err)
{
    size_t before = walks;
    logreg_status status = __real_logreg__fold(problem, kernel, m, input, acc, out, err);
    walks = before + !problem->sample;
    return status;
}

/* ---- Fits ---- */

/* x1 .. x3, a factor f, a class c of three, and y. */
static logreg_frame *make(size_t rows)
{
    static double x[NUMBERS][MOST_ROWS], y[MOST_ROWS];
    static const char *f[MOST_ROWS], *c[MOST_ROWS];
    static const char *const level[] = {"a", "b", "c", "d", "e"};
    logreg__random random;
    logreg__random_init(&random, 1, 1);
    for (size_t i = 0; i < rows; i++) {
        for (size_t j = 0; j < NUMBERS; j++)
            x[j][i] = logreg__random_normal(&random);
        f[i] = level[logreg__random_below(&random, 5)];
        double eta = x[0][i] - 0.5 * x[1][i] + (f[i] == level[0]), u = logreg__random_uniform(&random);
        y[i] = u < 1 / (1 + exp(-eta));
        c[i] = level[u < 0.3 ? 0 : y[i] > 0 ? 1 : 2];
    }
    logreg_frame *frame = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_frame_new(&frame, NULL), LOGREG_OK);
    for (size_t j = 0; j < NUMBERS; j++) {
        char name[8];
        snprintf(name, sizeof name, "x%zu", j + 1);
        logreg_frame_add_numeric(frame, name, x[j], rows, 1, NULL);
    }
    logreg_frame_add_category(frame, "f", f, rows, NULL);
    logreg_frame_add_category(frame, "c", c, rows, NULL);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(frame, "y", y, rows, 1, NULL), LOGREG_OK);
    return frame;
}

static size_t walks_of(logreg_model **model, const logreg_frame *frame, const char *formula,
                       const logreg_options *options)
{
    walks = 0;
    *model = fit_frame(frame, formula, options);
    CU_ASSERT_TRUE(logreg_model_converged(*model));
    return walks;
}

static const char *const formulas[] = {"y ~ x1 + x2 + x3", "y ~ x1 + x2 + x3 + f", "y ~ x1 * x2 + f",
                                       "c ~ x1 + x2 + f"};
enum { FORMULAS = sizeof formulas / sizeof *formulas };

/* With few rows: two walks for scales, one for the rank, one an iteration, and one or two that prove the maximum; then those for the measures: AUC
 * and the like, the score test, and the null model of more than two classes. Each of the sandwich's covariances costs one. */
static void few_rows(void)
{
    logreg_frame *frame = make(3000);
    for (int i = 0; i < FORMULAS; i++) {
        logreg_options bare = logreg_options_default(), sandwich = logreg_options_default();
        logreg_model *m[3];
        bare.measures = false;
        sandwich.vcov = "HC0";
        size_t plain = walks_of(&m[0], frame, formulas[i], NULL),
               alone = walks_of(&m[1], frame, formulas[i], &bare),
               robust = walks_of(&m[2], frame, formulas[i], &sandwich);
        CU_ASSERT_TRUE(alone <= logreg_model_iterations(m[0]) + 5);
        CU_ASSERT_TRUE(plain <= alone + (logreg_model_classes(m[0]) == 2 ? 2 : 3));
        CU_ASSERT_TRUE(robust == plain + 1);
        for (int j = 0; j < 3; j++)
            logreg_model_free(m[j]);
    }
    logreg_frame_free(frame);
}

/* With many rows a sample gives scales and start, and whatever is measured goes along with the last step. */
static void many_rows(void)
{
    logreg_frame *frame = make(MOST_ROWS);
    for (int i = 0; i < FORMULAS; i++) {
        logreg_model *m = NULL;
        size_t plain = walks_of(&m, frame, formulas[i], NULL), more = logreg_model_classes(m) > 2;
        CU_ASSERT_TRUE(plain <= logreg_model_iterations(m) + more && plain <= 4 + more);
        logreg_model_free(m);
    }
    logreg_frame_free(frame);
}

/* A report reads the model alone, and so do Wald's tests and intervals; what goes back to the rows is asked of a study. */
static void reports(void)
{
    logreg_frame *frame = make(3000);
    logreg_model *m = fit_frame(frame, formulas[1], NULL);
    logreg_report_options options = logreg_report_options_default();
    logreg_inference_options asked = logreg_inference_options_default();
    char *text = NULL, *json = NULL;
    logreg_study *study = NULL;
    logreg_inference *inference = NULL;
    walks = 0;
    CU_ASSERT_EQUAL(logreg_inference_new(&inference, m, &asked, NULL), LOGREG_OK);
    logreg_inference_free(inference);
    CU_ASSERT_EQUAL(logreg_report_text(&text, m, &options, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL(logreg_report_json(&json, m, &options, NULL), LOGREG_OK);
    free(text);
    free(json);
    CU_ASSERT_EQUAL(walks, 0);
    CU_ASSERT_EQUAL_FATAL(logreg_study_new(&study, m, frame, 1, NULL), LOGREG_OK);
    CU_ASSERT_TRUE(walks > 0);
    walks = 0;
    asked.profile = true;
    asked.study = study;
    CU_ASSERT_EQUAL_FATAL(logreg_inference_new(&inference, m, &asked, NULL), LOGREG_OK);
    CU_ASSERT_TRUE(walks > 0); /* they are counted */
    logreg_inference_free(inference);
    logreg_study_free(study);
    logreg_model_free(m);
    logreg_frame_free(frame);
}

const test_case tests[] = {
    {"with few rows: the solver's walks, and two for the measures", few_rows},
    {"with many rows: the solver's walks, and none beside them", many_rows},
    {"reports walk over no rows", reports},
    {NULL, NULL},
};
