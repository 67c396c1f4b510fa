/* Models side by side. */
#include "harness.h"

#include <math.h>
#include <stdio.h>
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
    CU_ASSERT_EQUAL(c[2].same, SIZE_MAX);
    CU_ASSERT_EQUAL(c[3].against, 1); /* as many parameters, and an offset that x makes up for */
    CU_ASSERT_EQUAL(c[3].same, 2);
    free_all(m, frame);
}

/* ---- Column spaces, against R's ranks ---- */

enum { FORMULAS = 64 };

static bool pair_agrees(logreg_model *const *m, const char *line, size_t n)
{
    size_t i, j;
    char word[8];
    double statistic = NAN, df = NAN;
    logreg_comparison c[2];
    int read = sscanf(line, "%zu %zu %7s %lf %lf", &i, &j, word, &statistic, &df);
    bool yes = read == 5 && strcmp(word, "yes") == 0;
    if (read < 3 || i >= n || j >= n ||
        logreg_compare(c, (const logreg_model *const[]){m[i], m[j]}, 2, NULL) != LOGREG_OK)
        return false;
    if (!yes)
        return c[1].against == SIZE_MAX && c[1].same == (strcmp(word, "same") == 0 ? 0 : SIZE_MAX);
    return c[1].against == 0 && c[1].same == SIZE_MAX && c[1].lr.df == df &&
           near_abs(c[1].lr.statistic, statistic, 1e-8);
}

static void spaces(void)
{
    FILE *file = fopen(source_path("tests/reference/nesting.txt"), "r");
    logreg_frame *frame = frame_of_file("tests/reference/data/pupils.csv");
    logreg_model *m[FORMULAS];
    char line[256];
    size_t n = 0, pairs = 0;
    CU_ASSERT_PTR_NOT_NULL_FATAL(file);
    while (fgets(line, sizeof line, file)) {
        line[strcspn(line, "\n")] = 0;
        if (strncmp(line, "formula ", 8) == 0 && n < FORMULAS) {
            m[n++] = fit_frame(frame, line + 8, NULL);
        } else if (pairs++, !pair_agrees(m, line, n)) {
            printf("# %s\n", line);
            CU_FAIL("differs from R");
        }
    }
    CU_ASSERT(pairs > 500);
    fclose(file);
    while (n > 0)
        logreg_model_free(m[--n]);
    logreg_frame_free(frame);
}

/* One of the models reads a column as a category that the other has the logarithm of, and there is none of some points. */
static void doubtful(void)
{
    logreg_frame *frame = frame_of_file("tests/reference/data/pupils.csv");
    logreg_options event = logreg_options_default(), bare = logreg_options_default();
    event.positive = "0";
    bare.measures = false;
    logreg_model *m[] = {fit_frame(frame, "passed ~ log(w - x + 1)", NULL),
                         fit_frame(frame, "passed ~ log2(w - x + 1) + n", NULL),
                         fit_frame(frame, "passed ~ log(n + 1)", NULL),
                         fit_frame(frame, "passed ~ C(n)", NULL),
                         fit_frame(frame, "passed ~ offset(w / 50)", NULL),
                         fit_frame(frame, "passed ~ w", &event),
                         fit_frame(frame, "passed ~ I(2 * w)", &bare),
                         fit_frame(frame, "passed ~ poly(w, 2)", &bare)};
    static const struct {
        int small, large;
        bool nested;
    } pair[] = {{0, 1, true}, {2, 3, true}, {4, 5, false}, {6, 7, false}, {6, 3, false}};
    for (size_t i = 0; i < sizeof pair / sizeof *pair; i++) {
        logreg_comparison c[2];
        const logreg_model *both[] = {m[pair[i].small], m[pair[i].large]};
        CU_ASSERT_EQUAL_FATAL(logreg_compare(c, both, 2, NULL), LOGREG_OK);
        CU_ASSERT_EQUAL(c[1].against, pair[i].nested ? 0 : SIZE_MAX);
    }
    for (size_t i = 0; i < sizeof m / sizeof *m; i++)
        logreg_model_free(m[i]);
    logreg_frame_free(frame);
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
    {"columns that are combinations of others", spaces},
    {"what points cannot tell", doubtful},
    {"models of other rows are refused", other_rows},
    {"memory that runs out", memory},
    {NULL, NULL},
};
