/* Odds ratios per unit of a number, against R's. */
#include "harness.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <logreg.h>

#include "frames.h"
#include "oom.h"

/* R's standard errors lag an iteration behind, and an interval multiplies what they lack. */
#define TOL_R 1e-9

static logreg_unit_kind kind_of(const char *word, double *size)
{
    bool sd = strcmp(word, "sd") == 0, iqr = strcmp(word, "iqr") == 0;
    *size = sd || iqr ? 0 : strtod(word, NULL);
    return sd ? LOGREG_UNIT_SD : iqr ? LOGREG_UNIT_IQR : LOGREG_UNIT_SIZE;
}

static bool agrees(const char *line)
{
    char data[32], formula[128], counts[32], variable[32], kind[16];
    double size, ratio, low, high;
    if (sscanf(line, "%31s %127s %31s %31s %15s %lf %lf %lf %lf", data, formula, counts, variable, kind,
               &size, &ratio, &low, &high) != 9)
        return false;
    logreg_options fit = logreg_options_default();
    fit.trials = *counts == '-' ? NULL : counts;
    logreg_frame *frame = frame_shipped(data);
    logreg_model *model = fit_frame(frame, formula, &fit);
    logreg_unit unit = {.variable = variable};
    unit.kind = kind_of(kind, &unit.size);
    logreg_study *study = NULL;
    logreg_inference *got = NULL;
    bool ok = logreg_study_new(&study, model, frame, 1, NULL) == LOGREG_OK;
    logreg_inference_options o = logreg_inference_options_default();
    o.unit = &unit;
    o.n_units = 1;
    o.study = study;
    ok = ok && logreg_inference_new(&got, model, &o, NULL) == LOGREG_OK;
    size_t found = 0;
    for (size_t j = 0; ok && j < got->n_coefficients; j++) {
        const logreg_coefficient *c = &got->coefficient[j];
        bool own = strcmp(c->name, variable) == 0;
        found += own;
        ok = own ? near_rel(c->unit, size, 1e-13) && near_rel(c->odds_ratio, ratio, TOL_R) &&
                       near_rel(c->odds_ratio_low, low, TOL_R) && near_rel(c->odds_ratio_high, high, TOL_R)
                 : c->unit == 1 && c->odds_ratio == exp(c->estimate);
    }
    ok = ok && found == 1 && near_rel(got->unit[0].size, size, 1e-13);
    logreg_inference_free(got);
    logreg_study_free(study);
    logreg_model_free(model);
    logreg_frame_free(frame);
    return ok;
}

static void reference(void)
{
    FILE *file = fopen(source_path("tests/reference/units.txt"), "r");
    char line[512];
    size_t n = 0;
    CU_ASSERT_PTR_NOT_NULL_FATAL(file);
    for (; fgets(line, sizeof line, file); n++)
        if (!agrees(line))
            CU_FAIL(printf("# %s", line) ? "differs from R" : "");
    CU_ASSERT(n >= 7);
    fclose(file);
}

/* Four rows with frequencies are these rows written out: the same deviation and quartiles. */
static void frequencies(void)
{
    static const double x[] = {1, 2, 4, 9, 5}, y[] = {0, 1, 0, 1, 1}, w[] = {3, 2, 4, 1, 0};
    static const double all[] = {1, 1, 1, 2, 2, 4, 4, 4, 4, 9}, outcome[] = {0, 0, 0, 1, 1, 0, 0, 0, 0, 1};
    for (int iqr = 0; iqr < 2; iqr++) {
        logreg_unit unit = {"x1", iqr ? LOGREG_UNIT_IQR : LOGREG_UNIT_SD, 0};
        double size[2];
        for (int out = 0; out < 2; out++) {
            gsl_vector_const_view weights = gsl_vector_const_view_array(w, 5);
            logreg_options fit = logreg_options_default();
            fit.weight_values = out ? NULL : &weights.vector;
            gsl_matrix_const_view X = gsl_matrix_const_view_array(out ? all : x, out ? 10 : 5, 1);
            gsl_vector_const_view Y = gsl_vector_const_view_array(out ? outcome : y, out ? 10 : 5);
            logreg_model *model = NULL;
            logreg_study *study = NULL;
            logreg_inference *got = NULL;
            CU_ASSERT_EQUAL_FATAL(logreg_fit(&model, &X.matrix, &Y.vector, &fit, NULL), LOGREG_OK);
            CU_ASSERT_EQUAL_FATAL(logreg_study_new_matrix(&study, model, &X.matrix, &Y.vector, &fit, NULL),
                                  LOGREG_OK);
            logreg_inference_options o = {.level = 0.95, .unit = &unit, .n_units = 1, .study = study};
            CU_ASSERT_EQUAL_FATAL(logreg_inference_new(&got, model, &o, NULL), LOGREG_OK);
            size[out] = got->unit[0].size;
            logreg_inference_free(got);
            logreg_study_free(study);
            logreg_model_free(model);
        }
        CU_ASSERT(near_rel(size[0], size[1], 1e-14));
    }
}

/* Products are told for the product of the units. */
static void products(void)
{
    logreg_frame *frame = frame_shipped("vaso");
    logreg_model *model = fit_frame(frame, "constricted ~ volume*rate", NULL);
    const logreg_unit unit[] = {{"rate", LOGREG_UNIT_SIZE, 0.5}, {"volume", LOGREG_UNIT_SIZE, 0.25}};
    logreg_inference_options o = {.level = 0.95, .unit = unit, .n_units = 2};
    logreg_inference *got = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_inference_new(&got, model, &o, NULL), LOGREG_OK);
    static const double want[] = {1, 0.25, 0.5, 0.125};
    for (size_t j = 0; j < 4; j++) {
        CU_ASSERT(got->coefficient[j].unit == want[j]);
        CU_ASSERT(
            near_rel(got->coefficient[j].odds_ratio, exp(want[j] * got->coefficient[j].estimate), 1e-15));
    }
    logreg_inference_free(got);
    logreg_model_free(model);
    logreg_frame_free(frame);
}

static void refused(void)
{
    logreg_frame *frame = frame_shipped("titanic");
    logreg_model *model = fit_frame(frame, "survived ~ class + sex", NULL);
    logreg_frame *vaso = frame_shipped("vaso");
    logreg_model *logs = fit_frame(vaso, "constricted ~ log(volume) + poly(rate, 2)", NULL);
    const struct {
        const logreg_model *model;
        logreg_unit unit;
        const char *says;
    } wrong[] = {
        {model, {"sex", LOGREG_UNIT_SIZE, 1}, "'sex' is a category"},
        {model, {"sec", LOGREG_UNIT_SIZE, 1}, "did you mean 'sex'?"},
        {logs, {"volume", LOGREG_UNIT_SIZE, 1}, "'volume' stands in functions alone"},
        {logs, {"poly(rate, 2)", LOGREG_UNIT_SIZE, 1}, "no variable 'poly(rate, 2)'"},
        {logs, {"log(volume", LOGREG_UNIT_SIZE, 1}, "did you mean 'log(volume)'?"},
        {logs, {"log(volume)", LOGREG_UNIT_SIZE, 0}, "it must be positive"},
        {logs, {"log(volume)", LOGREG_UNIT_SIZE, NAN}, "it must be positive"},
        {logs, {"log(volume)", LOGREG_UNIT_SD, 0}, "need a study"},
        {logs, {NULL, LOGREG_UNIT_SD, 0}, "'all numbers' are those of rows, and need a study"},
        {logs, {NULL, LOGREG_UNIT_SIZE, 10}, "name the variable that 10 is a unit of"},
    };
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        logreg_inference *got = NULL;
        logreg_error err = {.message = ""};
        logreg_inference_options o = {.level = 0.95, .unit = &wrong[i].unit, .n_units = 1};
        CU_ASSERT_EQUAL(logreg_inference_new(&got, wrong[i].model, &o, &err), LOGREG_EINVAL);
        CU_ASSERT_PTR_NULL(got);
        if (!strstr(err.message, wrong[i].says))
            CU_FAIL(printf("# %s\n", err.message) ? "another sentence" : "");
    }
    logreg_model_free(model);
    logreg_model_free(logs);
    logreg_frame_free(frame);
    logreg_frame_free(vaso);
}

/* All numbers at once are those that have a unit by themselves, each with its own; what was named keeps what it was given. */
static void all_numbers(void)
{
    static const char *const impute = "mean";
    logreg_frame *frame = frame_of_file("tests/reference/data/gaps.csv");
    logreg_options fit = logreg_options_default();
    fit.impute = &impute;
    fit.n_impute = 1;
    logreg_model *model = fit_frame(
        frame, "y ~ age + log(bmi) + sex + poly(pulse, 2) + is_missing(age) + I(0*n + 3) + age:sex", &fit);
    logreg_study *study = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_study_new(&study, model, frame, 1, NULL), LOGREG_OK);
    const logreg_unit all[] = {{NULL, LOGREG_UNIT_SD, 0}, {"age", LOGREG_UNIT_SIZE, 10}},
                      each[] = {{"age", LOGREG_UNIT_SIZE, 10}, {"log(bmi)", LOGREG_UNIT_SD, 0}},
                      twice[] = {{NULL, LOGREG_UNIT_SD, 0}, {NULL, LOGREG_UNIT_IQR, 0}};
    logreg_inference_options o = {.level = 0.95, .unit = all, .n_units = 2, .study = study};
    logreg_inference *got = NULL, *want = NULL;
    logreg_error err = {.message = ""};
    CU_ASSERT_EQUAL_FATAL(logreg_inference_new(&got, model, &o, NULL), LOGREG_OK);
    o.unit = each;
    CU_ASSERT_EQUAL_FATAL(logreg_inference_new(&want, model, &o, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL(got->n_units, 2);
    CU_ASSERT_TRUE(same_text(got->unit[0].variable, "age") && same_text(got->unit[1].variable, "log(bmi)"));
    for (size_t j = 0; j < want->n_coefficients; j++) {
        CU_ASSERT_EQUAL(got->coefficient[j].unit, want->coefficient[j].unit);
        CU_ASSERT_TRUE(near_abs(got->coefficient[j].odds_ratio, want->coefficient[j].odds_ratio, 0));
    }
    logreg_inference_free(want);
    logreg_inference_free(got);
    got = NULL;
    o.unit = twice;
    CU_ASSERT_EQUAL(logreg_inference_new(&got, model, &o, &err), LOGREG_EINVAL);
    CU_ASSERT_TRUE(same_text(err.message, "all numbers have two units; give one"));
    logreg_study_free(study);
    logreg_model_free(model);
    logreg_frame_free(frame);
}

typedef struct {
    const logreg_model *model;
    const logreg_study *study;
} beside;

static bool gather(void *context)
{
    const beside *b = context;
    const logreg_unit unit[] = {{" log( volume )", LOGREG_UNIT_SD, 0}, {NULL, LOGREG_UNIT_SD, 0}};
    logreg_inference_options o = {.level = 0.95, .unit = unit, .n_units = 2, .study = b->study};
    logreg_inference *got = NULL;
    logreg_status status = logreg_inference_new(&got, b->model, &o, NULL);
    bool ok = status == LOGREG_OK ? got != NULL : status == LOGREG_ENOMEM && !got;
    logreg_inference_free(got);
    return ok;
}

static void memory(void)
{
    logreg_frame *frame = frame_shipped("vaso");
    logreg_model *model = fit_frame(frame, "constricted ~ log(volume) + rate", NULL);
    logreg_study *study = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_study_new(&study, model, frame, 1, NULL), LOGREG_OK);
    beside b = {model, study};
    CU_ASSERT(oom_each(gather, &b));
    logreg_study_free(study);
    logreg_model_free(model);
    logreg_frame_free(frame);
}

const test_case tests[] = {{"units as R has them", reference},
                           {"frequencies are rows written out", frequencies},
                           {"products", products},
                           {"all numbers at once", all_numbers},
                           {"what has no unit", refused},
                           {"memory", memory},
                           {NULL, NULL}};
