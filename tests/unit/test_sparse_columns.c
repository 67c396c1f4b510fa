/* Columns that no row has a number in, which are none of a model's: the same fits as of rows without them, saved, loaded, and given rows that know more columns. */
#include "harness.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jansson.h>

#include <logreg.h>

#include "oom.h"

/* Rows of few columns, told apart by the indices that they stand under. */
static logreg_frame *spread(int classes, const size_t index[4], size_t width)
{
    static const double x[9][4] = {{1, 0, 2, 0},  {0, 1, 0, -1}, {2, 0.5, 0, 0}, {0, 0, 1, 3}, {-1, 0, 0, 1},
                                   {0, -2, 1, 0}, {1, 1, 0, 0},  {0, 0, -1, 2},  {3, 0, 0, -2}};
    char text[2000], *at = text, *end = text + sizeof text;
    for (int r = 0; r < 9; r++) {
        at += snprintf(at, (size_t)(end - at), "%d", r % classes);
        for (int j = 0; j < 4; j++)
            if (x[r][j] != 0)
                at += snprintf(at, (size_t)(end - at), " %zu:%g", index[j], x[r][j]);
        at += snprintf(at, (size_t)(end - at), "\n");
    }
    logreg_svmlight_options o = logreg_svmlight_options_default();
    logreg_frame *frame = NULL;
    FILE *stream = fmemopen(text, (size_t)(at - text), "r");
    o.n_features = width;
    CU_ASSERT_TRUE_FATAL(stream != NULL);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_read_svmlight_stream(&frame, stream, "rows", &o, NULL), LOGREG_OK);
    fclose(stream);
    return frame;
}

static logreg_model *fit(const logreg_frame *frame, const logreg_options *o)
{
    logreg_model *m = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_fit_formula(&m, frame, "y ~ .", o, NULL), LOGREG_OK);
    return m;
}

static const size_t near_by[4] = {1, 2, 3, 4}, far_out[4] = {1, 7, 64, 1000000};

static void test_empty_columns(void)
{
    char path[] = "/tmp/logreg-sparse-XXXXXX";
    int file = mkstemp(path);
    CU_ASSERT_TRUE_FATAL(file >= 0);
    static const char *const penalties[] = {"l2", "l1"}, *const names[] = {"x1", "x7", "x64", "x1000000"};
    for (int classes = 2; classes <= 3; classes++)
        for (int p = 0; p < 2; p++) {
            logreg_options o = logreg_options_default();
            o.penalty = penalties[p];
            o.C = 2;
            logreg_frame *few = spread(classes, near_by, 0), *wide = spread(classes, far_out, 0);
            logreg_model *a = fit(few, &o), *b = fit(wide, &o), *c = NULL;
            CU_ASSERT_EQUAL(logreg_model_features(b), 1000000);
            CU_ASSERT_EQUAL_FATAL(logreg_model_coefficients(b), 5);
            CU_ASSERT_EQUAL(logreg_model_dense(b), 1);
            CU_ASSERT_EQUAL_FATAL(logreg_model_save(b, path, NULL), LOGREG_OK);
            CU_ASSERT_EQUAL_FATAL(logreg_model_load(&c, path, NULL), LOGREG_OK);
            CU_ASSERT_EQUAL(logreg_model_features(c), 1000000);
            for (size_t k = logreg_model_first_class(a); k < (size_t)classes; k++)
                for (size_t j = 0; j < 5; j++) {
                    CU_ASSERT_TRUE(!j || strcmp(logreg_model_coefficient_name(c, j), names[j - 1]) == 0);
                    CU_ASSERT_TRUE(logreg_model_coefficient(a, k, j) == logreg_model_coefficient(b, k, j));
                    CU_ASSERT_TRUE(logreg_model_coefficient(c, k, j) == logreg_model_coefficient(b, k, j));
                }
            gsl_matrix *P = gsl_matrix_alloc(9, (size_t)classes), *Q = gsl_matrix_alloc(9, (size_t)classes);
            CU_ASSERT_EQUAL(logreg_predict_proba_frame(a, few, P, NULL), LOGREG_OK);
            CU_ASSERT_EQUAL(logreg_predict_proba_frame(c, wide, Q, NULL), LOGREG_OK);
            CU_ASSERT_TRUE(gsl_matrix_equal(P, Q));
            gsl_matrix_free(P);
            gsl_matrix_free(Q);
            logreg_model_free(a);
            logreg_model_free(b);
            logreg_model_free(c);
            logreg_frame_free(few);
            logreg_frame_free(wide);
        }
    remove(path);
}

/* Numbers in columns that the rows of the fit have none in say nothing. */
static void test_unknown_columns(void)
{
    static const size_t other[4] = {1, 8, 64, 999999};
    logreg_options o = logreg_options_default();
    o.penalty = "l2";
    logreg_frame *fitted = spread(2, far_out, 0), *rows = spread(2, other, 1000000);
    logreg_model *m = fit(fitted, &o);
    gsl_matrix *P = gsl_matrix_alloc(9, 2);
    CU_ASSERT_EQUAL_FATAL(logreg_predict_proba_frame(m, rows, P, NULL), LOGREG_OK);
    const gsl_spmatrix *X = logreg_frame_sparse(rows);
    for (size_t r = 0; r < 9; r++) {
        double eta = logreg_model_coefficient(m, 1, 0);
        for (int i = X->p[r]; i < X->p[r + 1]; i++)
            for (size_t j = 0; j < 4; j++)
                if ((size_t)X->i[i] + 1 == far_out[j])
                    eta += logreg_model_coefficient(m, 1, j + 1) * X->data[i];
        CU_ASSERT_TRUE(near_rel(gsl_matrix_get(P, r, 1), logreg_sigmoid(eta), 1e-14));
    }
    gsl_matrix_free(P);
    logreg_model_free(m);
    logreg_frame_free(fitted);
    logreg_frame_free(rows);
}

/* Lists of columns that do not ascend, or are beyond the matrix, or lack one that has a coefficient. */
static void test_damaged_columns(void)
{
    static const char *const list[] = {
        "[0, 63, 6, 999999]", "[0, 6, 63, 1000000]", "[0, 6, 6, 63]", "[]", "[0, 5, 63, 999999]", "7",
        "[-1, 6, 63, 999999]"};
    char path[] = "/tmp/logreg-sparse-XXXXXX";
    int file = mkstemp(path);
    CU_ASSERT_TRUE_FATAL(file >= 0);
    logreg_options o = logreg_options_default();
    o.penalty = "l2";
    logreg_frame *frame = spread(2, far_out, 0);
    logreg_model *m = fit(frame, &o), *back = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_model_save(m, path, NULL), LOGREG_OK);
    json_t *root = json_load_file(path, 0, NULL);
    CU_ASSERT_TRUE_FATAL(root != NULL);
    for (size_t i = 0; i < sizeof list / sizeof *list; i++) {
        logreg_error err = {.message = ""};
        json_object_set_new(root, "sparse_columns", json_loads(list[i], JSON_DECODE_ANY, NULL));
        CU_ASSERT_EQUAL_FATAL(json_dump_file(root, path, JSON_REAL_PRECISION(17)), 0);
        CU_ASSERT_EQUAL(logreg_model_load(&back, path, &err), LOGREG_EDATA);
        CU_ASSERT_TRUE(strstr(err.message, "sparse_co") != NULL);
        CU_ASSERT_TRUE(back == NULL);
    }
    json_decref(root);
    logreg_model_free(m);
    logreg_frame_free(frame);
    remove(path);
}

/* ---- Memory ---- */

static bool fit_or_report(void *context)
{
    logreg_options o = logreg_options_default();
    logreg_model *m = NULL;
    logreg_error err;
    o.penalty = "l2";
    o.threads = 1;
    logreg_status status = logreg_fit_formula(&m, context, "y ~ .", &o, &err);
    logreg_model_free(m);
    return status == LOGREG_OK || status == LOGREG_ENOMEM;
}

static void test_memory(void)
{
    logreg_frame *wide = spread(2, far_out, 0);
    CU_ASSERT_TRUE(oom_each(fit_or_report, wide));
    logreg_frame_free(wide);
}

const test_case tests[] = {{"columns that no row has a number in", test_empty_columns},
                           {"numbers in columns unknown to the model", test_unknown_columns},
                           {"lists of columns that are damaged", test_damaged_columns},
                           {"allocations that fail", test_memory},
                           {NULL, NULL}};
