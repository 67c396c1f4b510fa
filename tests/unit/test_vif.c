/* Variance inflation against what R's lm gives (tests/reference/vif.R). */
#include "harness.h"
#include "frames.h"

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

const test_case tests[] = {
    {"agrees with lm", agrees_with_lm},
    {"nothing to tell is null", nothing_to_tell_is_null},
    {NULL, NULL},
};
