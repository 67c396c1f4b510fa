/* What a saved model keeps of what data decided, and that it believes no file. */
#include "harness.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <logreg/model.h>

#include "design_reference.h"

/* A model that was saved and loaded predicts the same bits from raw columns. */
static void keeps(const two_frames *f, const char *formula, const char *path)
{
    logreg_model *m = NULL, *back = NULL;
    logreg_error err = {.message = ""};
    CU_ASSERT_EQUAL_FATAL(logreg_fit_formula(&m, f->old, formula, NULL, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL(logreg_model_save(m, path, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL(logreg_model_load(&back, path, &err), LOGREG_OK);
    CU_ASSERT_TRUE(same_text(err.message, ""));
    gsl_matrix *P = gsl_matrix_alloc(NEW, 2), *Q = gsl_matrix_alloc(NEW, 2);
    CU_ASSERT_EQUAL(logreg_predict_proba_frame(m, f->new, P, NULL), LOGREG_OK);
    CU_ASSERT_TRUE(back && logreg_predict_proba_frame(back, f->new, Q, NULL) == LOGREG_OK);
    for (size_t i = 0; i < NEW; i++)
        CU_ASSERT_TRUE(isfinite(gsl_matrix_get(P, i, 1)));
    CU_ASSERT_EQUAL(memcmp(P->data, Q->data, NEW * 2 * sizeof(double)), 0);
    CU_ASSERT_TRUE(back && logreg_model_variables(back) == logreg_model_variables(m));
    gsl_matrix_free(P);
    gsl_matrix_free(Q);
    logreg_model_free(m);
    logreg_model_free(back);
}

static void keeps_what_data_decided(void)
{
    static const char *const formulas[] = {
        EVERYTHING,
        "y ~ poly(a, 3, raw = TRUE) + poly(b, 1)",
        "y ~ scale(a) * scale(log(a), scale = FALSE)",
        "y ~ bs(a, df = 5, degree = 2):s + bs(b, knots = c(-3, 0), intercept = TRUE) - 1",
        "y ~ ns(t, knots = 2000, Boundary.knots = c(1990, 2020)) * ns(a, df = 2, intercept = TRUE)",
        "y ~ I(a^2) + I(a/b) + C(h, helmert) + C(h, poly):a + C(g, base = 2)"};
    two_frames f = {0};
    char line[MOST_TEXT], formula[60], *path = scratch_file();
    const char *function;
    fclose(open_reference(&f, line));
    for (size_t i = 0; i < sizeof formulas / sizeof *formulas; i++)
        keeps(&f, formulas[i], path);
    for (size_t i = 0; (function = logreg__expression_function(i, LOGREG__ARITHMETIC)); i++) {
        snprintf(formula, sizeof formula, "y ~ %s(a/10) + s:%s(a)", function, function);
        keeps(&f, formula, path);
    }
    unlink(path);
    free(path);
    free_frames(&f);
}

/* The file with the first `from` replaced. */
static void damage(const char *path, const char *from, const char *to)
{
    static char text[400000], after[400000];
    FILE *file = fopen(path, "r");
    size_t n = fread(text, 1, sizeof text - 1, file);
    fclose(file);
    text[n] = '\0';
    char *at = strstr(text, from);
    CU_ASSERT_PTR_NOT_NULL_FATAL(at);
    strcpy(after, at + strlen(from));
    *at = '\0';
    file = fopen(path, "w");
    fprintf(file, "%s%s%s", text, to, after);
    fclose(file);
}

static void believes_no_file(void)
{
    static const struct {
        const char *from, *to, *want;
    } table[] = {
        {"\"poly(b, 2)\",", "\"poly(b, 3)\",",
         "'alpha' and 'norm2' do not have the length that 'written' says (in number 2 of 'variables')"},
        {"\"poly(b, 2)\",", "\"scale(b)\",",
         "'alpha' and 'norm2' do not have the length that 'written' says (in number 2 of 'variables')"},
        {"\"poly(b, 2)\",", "\"poly(b, 2) + 1\",",
         "'written' should be a variable, such as log(x) or poly(x, 2) (in number 2 of 'variables')"},
        {"\"poly(b, 2)\",", "\"nothing(b)\",",
         "'written' should be a variable, such as log(x) or poly(x, 2) (in number 2 of 'variables')"},
        {"\"norm2\": [\n    40.0", "\"norm2\": [\n    -40.0",
         "'norm2' should hold positive numbers (in number 2 of 'variables')"},
        {"\"norm2\": [\n    40.0", "\"norm2\": [\n    null",
         "'norm2' should hold finite numbers; number 1 is none (in number 2 of 'variables')"},
        {"\"knots\": [\n    4.0", "\"knots\": [\n    400.0",
         "'knots' should ascend within 'boundary' (in number 3 of 'variables')"},
        {"\"contrast\": \"sum\"", "\"contrast\": \"summa\"",
         "'contrast' holds a word that is not known (in number 6 of 'variables')"},
        {"\"written\": \"log(a)\"", "\"written\": \"log(zz)\"",
         "'variables' lacks a column that another of them is made of"},
        {"\"formula_offset\": \"b/10\"", "\"formula_offset\": \"b/\"",
         "'formula_offset' should be an expression, such as log(t)"},
        {"\"formula_offset\": \"b/10\"", "\"formula_offset\": \"q/10\"",
         "'variables' lacks a column that another of them is made of"},
    };
    two_frames f = {0};
    char line[MOST_TEXT], *path = scratch_file(), want[300];
    fclose(open_reference(&f, line));
    logreg_model *m = NULL, *back = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_fit_formula(&m, f.old, EVERYTHING, NULL, NULL), LOGREG_OK);
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        logreg_error err = {.message = ""};
        CU_ASSERT_EQUAL(logreg_model_save(m, path, NULL), LOGREG_OK);
        damage(path, table[i].from, table[i].to);
        CU_ASSERT_EQUAL(logreg_model_load(&back, path, &err), LOGREG_EDATA);
        snprintf(want, sizeof want, "'%s' is not a model that can be used: %s", path, table[i].want);
        CU_ASSERT_TRUE(same_text(err.message, want));
        CU_ASSERT_PTR_NULL(back);
    }
    logreg_model_free(m);
    unlink(path);
    free(path);
    free_frames(&f);
}

const test_case tests[] = {
    {"keeps what data decided", keeps_what_data_decided},
    {"believes no file", believes_no_file},
    {NULL, NULL},
};
