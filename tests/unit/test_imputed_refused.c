/* Rules and data that cannot be imputed by, and files that say what no model says. */
#include "imputed.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* ---- What is refused ---- */

static void refused_rules(void)
{
    static const struct {
        const char *formula, *rule[3], *message;
        logreg_status status;
        bool indicator;
    } cases[] = {
        {"y ~ age",
         {"average"},
         "--impute: 'average' is no way to impute; there are mean, median, most_frequent, constant:VALUE and "
         "level, for "
         "all columns or one, as in age=median",
         LOGREG_EINVAL,
         false},
        {"y ~ age",
         {"age=average"},
         "--impute: 'age=average' is no way to impute; there are mean, median, most_frequent, constant:VALUE "
         "and "
         "level, for all columns or one, as in age=median",
         LOGREG_EINVAL,
         false},
        {"y ~ age",
         {"agee=mean"},
         "--impute: no column is called 'agee'; did you mean 'age'?",
         LOGREG_EINVAL,
         false},
        {"y ~ age",
         {"y=mean"},
         "--impute: 'y' is no column that explains the target in this model, and only these are imputed",
         LOGREG_EINVAL,
         false},
        {"y ~ age", {"age=mean", "age=median"}, "--impute: 'age' is named twice", LOGREG_EINVAL, false},
        {"y ~ age",
         {"mean", "median"},
         "--impute: mean and median are for the same columns; name some of them, as in age=median",
         LOGREG_EINVAL,
         false},
        {"y ~ sex",
         {"sex=mean"},
         "column 'sex' is a category and has no mean; impute it by most_frequent, level or constant:VALUE",
         LOGREG_EINVAL,
         false},
        {"y ~ C(age)",
         {"age=median"},
         "column 'age' is used as a category and has no median; impute it by most_frequent or constant:VALUE",
         LOGREG_EINVAL,
         false},
        {"y ~ age",
         {"age=level"},
         "column 'age' holds numbers, beside which missing values are no level of their own; read it as a "
         "category "
         "(--categorical) or impute it by most_frequent",
         LOGREG_EINVAL,
         false},
        {"y ~ age",
         {"age=constant:old"},
         "column 'age' holds numbers, and 'old' is none to impute them by",
         LOGREG_EINVAL,
         false},
        {"y ~ age + is_missing(bmi)",
         {"age=mean"},
         "the formula has is_missing(bmi), but 'bmi' is not imputed, so that rows that miss it are left out",
         LOGREG_EINVAL,
         false},
        {"y ~ age + is_missing(pulse)",
         {"mean"},
         "formula, character 11: there is no is_missing(pulse), which tells where a column is missing that "
         "is "
         "imputed: it needs --impute, and a column that misses something",
         LOGREG_EFORMULA,
         false},
        {"y ~ age + is_missing(bmi)",
         {NULL},
         "formula, character 11: there is no is_missing(bmi), which tells where a column is missing that is "
         "imputed: it needs --impute, and a column that misses something",
         LOGREG_EFORMULA,
         false},
        {"y ~ is_missing(age",
         {"mean"},
         "formula, character 5: the function is_missing() is not supported",
         LOGREG_EFORMULA,
         false},
        {"y ~ age + is_missing(y)",
         {"mean"},
         "the formula has is_missing(y), but 'y' is not imputed, so that rows that miss it are left out",
         LOGREG_EINVAL,
         false},
        {"y ~ age",
         {NULL},
         "missing_indicator goes with impute: without it rows that miss something are left out",
         LOGREG_EINVAL,
         true},
    };
    logreg_frame *frame = rows_where("part == 1");
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        size_t n = 0;
        while (cases[i].rule[n])
            n++;
        logreg_options o = options_of(cases[i].rule, n, cases[i].indicator);
        logreg_model *m = NULL;
        logreg_error err = {.message = ""};
        CU_ASSERT_EQUAL(logreg_fit_formula(&m, frame, cases[i].formula, &o, &err), cases[i].status);
        CU_ASSERT_PTR_NULL(m);
        CU_ASSERT_TRUE(strncmp(err.message, cases[i].message, strlen(cases[i].message)) == 0 ||
                       same_text(err.message, cases[i].message));
    }
    logreg_frame_free(frame);
}

static void refused_data(void)
{
    static const char *const mean = "mean";
    static const double empty[] = {NAN, NAN, NAN, NAN}, x[] = {1, NAN, 3, 2}, y[] = {0, 1, 1, 0};
    logreg_frame *frame = NULL;
    logreg_options o = impute_by(&mean, false);
    logreg_model *m = NULL;
    logreg_error err = {.message = ""};
    CU_ASSERT_EQUAL_FATAL(logreg_frame_new(&frame, NULL), LOGREG_OK);
    logreg_frame_add_numeric(frame, "x", x, 4, 1, NULL);
    logreg_frame_add_numeric(frame, "empty", empty, 4, 1, NULL);
    logreg_frame_add_numeric(frame, "y", y, 4, 1, NULL);
    CU_ASSERT_EQUAL(logreg_fit_formula(&m, frame, "y ~ x + empty", &o, &err), LOGREG_EDATA);
    CU_ASSERT_TRUE(same_text(
        err.message,
        "column 'empty' has no value in the 4 rows used, so that there is nothing to impute by; leave it "
        "out, --formula 'y ~ x', or give a value, as in empty=constant:0"));
    logreg_frame_add_numeric(frame, "is_missing(x)", y, 4, 1, NULL);
    o.missing_indicator = true;
    CU_ASSERT_EQUAL(logreg_fit_formula(&m, frame, "y ~ x", &o, &err), LOGREG_EDATA);
    CU_ASSERT_TRUE(same_text(
        err.message,
        "the data have a column 'is_missing(x)', which is what the indicator of missing values of 'x' "
        "is called; rename it"));
    CU_ASSERT_PTR_NULL(m);
    logreg_frame_free(frame);
    double X[] = {1, NAN, 2, 3, 3, NAN, 4, 5}, infinite[] = {1, INFINITY, 2, 3, 3, 1, 4, 5};
    gsl_matrix_view Xv = gsl_matrix_view_array(X, 4, 2), bad = gsl_matrix_view_array(infinite, 4, 2),
                    column = gsl_matrix_view_array_with_tda(X + 1, 1, 1, 2);
    gsl_vector_const_view yv = gsl_vector_const_view_array(y, 4);
    static const char *const first = "x1=mean";
    o = impute_by(&first, false);
    CU_ASSERT_EQUAL(logreg_fit(&m, &Xv.matrix, &yv.vector, &o, &err), LOGREG_EINVAL);
    CU_ASSERT_TRUE(
        same_text(err.message, "column 1 of X has entries that are NaN, and no rule of impute is for x2"));
    o = impute_by(&mean, false);
    CU_ASSERT_EQUAL(logreg_fit(&m, &bad.matrix, &yv.vector, &o, &err), LOGREG_EINVAL);
    CU_ASSERT_TRUE(same_text(err.message, "X[0, 1] is inf; it must be finite"));
    gsl_vector_const_view one = gsl_vector_const_view_array(y, 1);
    CU_ASSERT_EQUAL(logreg_fit(&m, &column.matrix, &one.vector, &o, &err), LOGREG_EDATA);
    CU_ASSERT_TRUE(same_text(
        err.message, "column 0 of X has no value in the rows used, so that there is nothing to impute by"));
    o.impute = NULL;
    CU_ASSERT_EQUAL(logreg_fit(&m, &Xv.matrix, &yv.vector, &o, &err), LOGREG_EINVAL);
    CU_ASSERT_TRUE(same_text(err.message, "impute is NULL, and n_impute 1"));
    CU_ASSERT_PTR_NULL(m);
}

/* ---- Files that say what no model says ---- */

static void damaged_files(void)
{
    static const struct {
        const char *from, *to, *message;
    } cases[] = {
        {"\"how\": \"mean\"", "\"how\": \"best\"", "'how' holds a word that is not known"},
        {"\"number\": 50", "\"number\": null, \"n\": 50", "'number' should be a finite number"},
        {"\"column\": \"sex\",\n   \"how\"", "\"column\": \"age\",\n   \"how\"",
         "'imputed' names a column twice"},
        {"\"indicated\": true", "\"indicated\": 1", "'indicated' should be true or false"},
        {"\"label\": \"f\"", "\"label\": 2", "'label' should be a text"},
        {"\"imputed\": [", "\"imputed\": 3, \"was\": [", "'imputed' should be a list"},
    };
    static const char *const rule = "mean";
    static char text[1 << 16], damaged[1 << 16];
    logreg_frame *frame = rows_where("part == 1");
    logreg_options o = impute_by(&rule, true);
    logreg_model *m = fit_frame(frame, "y ~ age + sex", &o), *loaded = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_model_save(m, "imputed.json", NULL), LOGREG_OK);
    FILE *file = fopen("imputed.json", "r");
    text[fread(text, 1, sizeof text - 1, file)] = '\0';
    fclose(file);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *at = strstr(text, cases[i].from);
        char want[200];
        logreg_error err = {.message = ""};
        CU_ASSERT_PTR_NOT_NULL_FATAL(at);
        snprintf(damaged, sizeof damaged, "%.*s%s%s", (int)(at - text), text, cases[i].to,
                 at + strlen(cases[i].from));
        file = fopen("imputed.json", "w");
        fputs(damaged, file);
        fclose(file);
        snprintf(want, sizeof want, "'imputed.json' is not a model that can be used: %s", cases[i].message);
        CU_ASSERT_EQUAL(logreg_model_load(&loaded, "imputed.json", &err), LOGREG_EDATA);
        CU_ASSERT_TRUE(same_text(err.message, want));
    }
    remove("imputed.json");
    logreg_model_free(m);
    logreg_frame_free(frame);
}

const test_case tests[] = {
    {"rules that are none or do not suit", refused_rules},
    {"data that cannot be imputed", refused_data},
    {"files that say what no model says", damaged_files},
    {NULL, NULL},
};
