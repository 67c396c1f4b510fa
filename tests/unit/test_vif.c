/* Variance inflation against what R's lm gives (tests/reference/vif.R). */
#include "harness.h"
#include "csv_files.h"
#include "frames.h"
#include "oom.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jansson.h>

#include <logreg/doctor.h>

/* Residuals of lm lose digits as columns near each other; 1e-7 where the factor is 5e8. */
static double tolerance(double vif)
{
    return 1e-9 + 1e-15 * vif;
}

static json_t *checkup_of(const char *file, const char *formula, const char *weights)
{
    logreg_frame *f = frame_shipped(file);
    logreg_checkup *c = NULL;
    char *text = NULL;
    logreg_options o = logreg_options_default();
    o.weights = *weights ? weights : NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_checkup_new(&c, f, formula, &o, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_checkup_json(&text, c, NULL), LOGREG_OK);
    json_t *root = json_loads(text, 0, NULL);
    free(text);
    logreg_checkup_free(c);
    logreg_frame_free(f);
    return root;
}

static const json_t *column(const json_t *root, const char *name)
{
    const json_t *columns = json_object_get(root, "columns");
    for (size_t j = 0; j < json_array_size(columns); j++)
        if (strcmp(json_string_value(json_object_get(json_array_get(columns, j), "name")), name) == 0)
            return json_array_get(columns, j);
    return NULL;
}

static bool same_vif(const json_t *root, const char *name, size_t df, double want)
{
    const json_t *found = column(root, name);
    double got = json_real_value(json_object_get(found, "vif"));
    double factor = json_real_value(json_object_get(found, "std_error_factor"));
    size_t got_df = (size_t)json_number_value(json_object_get(found, "vif_df"));
    bool ok = got_df == df && fabs(got - want) <= tolerance(want) * want &&
              fabs(factor - pow(got, 0.5 / (double)df)) <= 1e-12 * factor;
    if (!ok)
        printf("# %s: got %.12g of %zu, want %.12g of %zu\n", name, got, got_df, want, df);
    return ok;
}

static void agrees_with_lm(void)
{
    FILE *file = fopen(source_path("tests/reference/vif.txt"), "r");
    CU_ASSERT_PTR_NOT_NULL_FATAL(file);
    char line[256], data[256] = "", formula[256] = "", name[64];
    json_t *root = NULL;
    size_t df, count = 0;
    double want;
    while (fgets(line, sizeof line, file)) {
        line[strcspn(line, "\n")] = '\0';
        if (strncmp(line, "case ", 5) == 0)
            snprintf(data, sizeof data, "%s", line + 5);
        if (strncmp(line, "formula ", 8) == 0)
            snprintf(formula, sizeof formula, "%s", line + 8);
        if (strncmp(line, "weights ", 8) == 0) {
            json_decref(root);
            root = checkup_of(data, formula, line + 8);
        }
        if (sscanf(line, "vif %63s %zu %lf", name, &df, &want) == 3) {
            CU_ASSERT_TRUE(same_vif(root, name, df, want));
            count++;
        }
    }
    json_decref(root);
    fclose(file);
    CU_ASSERT_TRUE(count >= 50);
}

static void nothing_to_tell_is_null(void)
{
    json_t *root = checkup_of("vaso", "constricted ~ volume", "");
    CU_ASSERT_TRUE(json_is_null(json_object_get(column(root, "volume"), "vif")));
    CU_ASSERT_TRUE(json_is_null(json_object_get(column(root, "rate"), "vif_df")));
    json_decref(root);
}

/* Two columns that one row makes move together, with a target of two classes or of many. */
static logreg_frame *lone_row(void)
{
    char text[4096] = "igm,iga,dose,y\n";
    logreg_frame *f = NULL;
    for (int i = 0; i < 80; i++)
        sprintf(text + strlen(text), "%d,%d,%d,%s\n", i == 40 ? 187122 : 1 + i * 37 % 143,
                i == 40 ? 48547 : 1 + i * 53 % 247, i * 29 % 41, i * i % 7 > 1 ? "yes" : "no");
    CU_ASSERT_EQUAL_FATAL(frame_of_text(&f, text, NULL), LOGREG_OK);
    return f;
}

static bool with_fit(void *f)
{
    logreg_checkup *c = NULL;
    logreg_status status = logreg_checkup_new(&c, f, "y ~ igm + iga", NULL, NULL);
    logreg_checkup_free(c);
    return status == LOGREG_OK || status == LOGREG_ENOMEM;
}

static bool without_fit(void *f)
{
    logreg_checkup *c = NULL;
    logreg_status status = logreg_checkup_new(&c, f, "dose ~ igm + iga", NULL, NULL);
    logreg_checkup_free(c);
    return status == LOGREG_OK || status == LOGREG_ENOMEM;
}

/* How many findings of the code say that line 42 alone makes them. */
static size_t lone(const logreg_frame *f, const char *formula, const char *code)
{
    logreg_checkup *c = NULL;
    size_t n = 0;
    CU_ASSERT_EQUAL_FATAL(logreg_checkup_new(&c, f, formula, NULL, NULL), LOGREG_OK);
    for (size_t i = 0; i < logreg_checkup_findings(c); i++) {
        logreg_finding found = logreg_checkup_finding(c, i);
        n += strcmp(found.code, code) == 0 && strstr(found.message, "line 42 alone makes them") &&
             !strstr(found.advice, "--exclude");
    }
    logreg_checkup_free(c);
    return n;
}

static void tells_the_row_that_makes_them(void)
{
    logreg_frame *f = lone_row();
    CU_ASSERT_EQUAL(lone(f, "y ~ igm + iga", "collinear"), 1);
    CU_ASSERT_EQUAL(lone(f, "dose ~ igm + iga", "correlated"), 1);
    CU_ASSERT_EQUAL(lone(f, "y ~ igm + I(2 * igm + dose)", "collinear"), 0);
    CU_ASSERT_TRUE(oom_each(with_fit, f));
    CU_ASSERT_TRUE(oom_each(without_fit, f));
    logreg_frame_free(f);
}

const test_case tests[] = {
    {"agrees with lm", agrees_with_lm},
    {"nothing to tell is null", nothing_to_tell_is_null},
    {"tells the row that makes them", tells_the_row_that_makes_them},
    {NULL, NULL},
};
