/* A saved model loads as it was; what is no model, or is damaged, is refused by a sentence. */
#include "harness.h"

#include <stdio.h>
#include <string.h>

#include <logreg/model.h>

#include "frames.h"
#include "sample.h"

enum { N = SAMPLE_ROWS };

static void a_loaded_model_is_the_saved_one(void)
{
    for (size_t classes = 2; classes <= 3; classes++) {
        double X[2 * N], y[N], P[3 * N], Q[3 * N];
        const char *f[N];
        sample(X, y, classes);
        for (size_t i = 0; i < N; i++)
            f[i] = i % 3 ? "caf\xc3\xa9 \"noir\"" : "th\xc3\xa9";
        logreg_frame *frame = sample_frame(X, y);
        CU_ASSERT_EQUAL_FATAL(logreg_frame_add_category(frame, "drink", f, N, NULL), LOGREG_OK);
        CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(frame, "twice", X, N, 2, NULL), LOGREG_OK);
        logreg_model *a = fit_frame(frame, "y ~ x1*drink + x2 + twice", NULL), *b = NULL;
        logreg_error err = {.message = ""};
        const char *path = "model-under-test.json";
        CU_ASSERT_EQUAL_FATAL(logreg_model_save(a, path, &err), LOGREG_OK);
        CU_ASSERT_EQUAL(logreg_model_load(&b, path, &err), LOGREG_OK);
        if (!b)
            printf("# %s\n", err.message);
        CU_ASSERT_PTR_NOT_NULL_FATAL(b);
        gsl_matrix_view Pv = gsl_matrix_view_array(P, N, classes), Qv = gsl_matrix_view_array(Q, N, classes);
        CU_ASSERT_EQUAL(logreg_predict_proba_frame(a, frame, &Pv.matrix, NULL), LOGREG_OK);
        CU_ASSERT_EQUAL(logreg_predict_proba_frame(b, frame, &Qv.matrix, NULL), LOGREG_OK);
        CU_ASSERT_EQUAL(memcmp(P, Q, classes * N * sizeof *P), 0);
        CU_ASSERT_TRUE(same_text(logreg_model_formula(a), logreg_model_formula(b)));
        CU_ASSERT_EQUAL(logreg_model_log_likelihood(a), logreg_model_log_likelihood(b));
        CU_ASSERT_TRUE(near_abs(logreg_model_auc(a), logreg_model_auc(b), 0));
        CU_ASSERT_EQUAL(logreg_model_alias(b, 4, NULL, NULL), logreg_model_alias(a, 4, NULL, NULL));
        same_coefficients(a, b, 0);
        logreg_model_free(a);
        logreg_model_free(b);
        logreg_frame_free(frame);
        remove(path);
    }
}

static void bad_models_are_refused(void)
{
    static const struct {
        const char *text, *message;
    } files[] = {
        {"", "bad.json:1:0: not a model: '[' or '{' expected near end of file"},
        {"{\"schema\":\"logreg.fit/1\"}",
         "'bad.json' is not a model that can be used: 'schema' should be logreg.model/1"},
        {"{\"schema\":\"logreg.model/2\"}", "'bad.json' is not a model that can be used: 'schema' is of "
                                            "another version than logreg.model/1; use the "
                                            "program that made it"},
        {"{\"schema\":\"logreg.model/1\",\"schema\":\"logreg.model/1\"}",
         "bad.json:1:35: not a model: duplicate object key near '\"schema\"'"},
        {"{\"schema\":\"logreg.model/1\"}",
         "'bad.json' is not a model that can be used: 'classes' should be a list"},
        {"{\"schema\":\"logreg.model/1\",\"classes\":[\"a\"]}",
         "'bad.json' is not a model that can be used: 'classes' should name two or more"},
        {"{\"schema\":\"logreg.model/1\",\"classes\":[\"a\",\"b\"],\"x\":1e999}",
         "bad.json:1:56: not a model: real number overflow near '1e999'"},
    };
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        FILE *out = fopen("bad.json", "w");
        CU_ASSERT_PTR_NOT_NULL_FATAL(out);
        fputs(files[i].text, out);
        fclose(out);
        logreg_model *m = NULL;
        logreg_error err = {.message = ""};
        CU_ASSERT_EQUAL(logreg_model_load(&m, "bad.json", &err), LOGREG_EDATA);
        CU_ASSERT_PTR_NULL(m);
        CU_ASSERT_TRUE(same_text(err.message, files[i].message));
    }
    remove("bad.json");
}

/* Every beginning of a model file, and the file with each of its bytes in turn replaced, is refused or loads: it never
 * crashes. */
static void damaged_models_do_no_harm(void)
{
    double X[2 * N], y[N];
    sample(X, y, 2);
    logreg_model *m = fit_rows(X, y, N, 2, NULL);
    CU_ASSERT_EQUAL_FATAL(logreg_model_save(m, "undamaged.json", NULL), LOGREG_OK);
    logreg_model_free(m);
    FILE *in = fopen("undamaged.json", "r");
    static char text[1 << 16];
    size_t n = fread(text, 1, sizeof text, in);
    fclose(in);
    for (size_t cut = 0; cut < n; cut += 7) {
        logreg_model *loaded = NULL;
        FILE *out = fopen("shortened.json", "w");
        fwrite(text, 1, cut, out);
        fclose(out);
        CU_ASSERT_EQUAL(logreg_model_load(&loaded, "shortened.json", NULL), LOGREG_EDATA);
        char keep = text[cut];
        text[cut] = "9[x\"-"[cut % 5];
        out = fopen("shortened.json", "w");
        fwrite(text, 1, n, out);
        fclose(out);
        text[cut] = keep;
        if (logreg_model_load(&loaded, "shortened.json", NULL) == LOGREG_OK) {
            double P[2 * N];
            gsl_matrix_view Xv = gsl_matrix_view_array(X, N, 2), Pv = gsl_matrix_view_array(P, N, 2);
            logreg_predict_proba(loaded, &Xv.matrix, &Pv.matrix, NULL);
            logreg_model_free(loaded);
        }
    }
    remove("undamaged.json");
    remove("shortened.json");
}

static void files_that_cannot_be_used(void)
{
    double X[2 * N], y[N];
    sample(X, y, 2);
    logreg_model *m = fit_rows(X, y, N, 2, NULL), *loaded = NULL;
    logreg_error err;
    CU_ASSERT_EQUAL(logreg_model_save(m, "no/such/folder/model.json", &err), LOGREG_EIO);
    CU_ASSERT_TRUE(
        same_text(err.message, "cannot write 'no/such/folder/model.json': No such file or directory"));
    CU_ASSERT_EQUAL(logreg_model_load(&loaded, "no-such-model.json", &err), LOGREG_EIO);
    CU_ASSERT_TRUE(same_text(err.message, "cannot read 'no-such-model.json': No such file or directory"));
    CU_ASSERT_EQUAL(logreg_model_load(&loaded, ".", &err), LOGREG_EIO);
    logreg_model_free(m);
}

const test_case tests[] = {
    {"a loaded model is the saved one", a_loaded_model_is_the_saved_one},
    {"bad models are refused", bad_models_are_refused},
    {"damaged models do no harm", damaged_models_do_no_harm},
    {"files that cannot be used", files_that_cannot_be_used},
    {NULL, NULL},
};
