/* Probabilities, log-odds, classes and accuracy of new rows, and rows that have none. */
#include "harness.h"

#include <math.h>

#include <logreg/model.h>

#include "frames.h"
#include "sample.h"

enum { N = SAMPLE_ROWS };

/* 3 and more decimals by hand: P, log-odds, class and accuracy belong together. */
static void predictions_belong_together(void)
{
    for (size_t classes = 2; classes <= 3; classes++) {
        double X[2 * N], y[N], P[3 * N], eta[3 * N], code[N], accuracy;
        sample(X, y, classes);
        logreg_model *m = fit_rows(X, y, N, 2, NULL);
        size_t columns = classes == 2 ? 1 : classes, right = 0;
        gsl_matrix_view Xv = gsl_matrix_view_array(X, N, 2), Pv = gsl_matrix_view_array(P, N, classes);
        gsl_matrix_view ev = gsl_matrix_view_array(eta, N, columns);
        gsl_vector_view cv = gsl_vector_view_array(code, N), yv = gsl_vector_view_array(y, N);
        CU_ASSERT_EQUAL(logreg_predict_proba(m, &Xv.matrix, &Pv.matrix, NULL), LOGREG_OK);
        CU_ASSERT_EQUAL(logreg_decision_function(m, &Xv.matrix, &ev.matrix, NULL), LOGREG_OK);
        CU_ASSERT_EQUAL(logreg_predict(m, &Xv.matrix, &cv.vector, NULL), LOGREG_OK);
        CU_ASSERT_EQUAL(logreg_score(m, &Xv.matrix, &yv.vector, &accuracy, NULL), LOGREG_OK);
        for (size_t i = 0; i < N; i++) {
            size_t best = 0;
            for (size_t c = 1; c < classes; c++) {
                double log_odds = log(P[i * classes + c] / P[i * classes]),
                       want = logreg_model_coefficient(m, c, 0);
                for (size_t j = 0; j < 2; j++)
                    want += X[2 * i + j] * logreg_model_coefficient(m, c, j + 1);
                CU_ASSERT_TRUE(near_abs(log_odds, want, TOL_LONG));
                CU_ASSERT_TRUE(near_abs(eta[i * columns + (classes == 2 ? 0 : c)], want, TOL_LONG));
                best = P[i * classes + c] > P[i * classes + best] ? c : best;
            }
            CU_ASSERT_EQUAL(code[i], (double)best);
            right += code[i] == y[i];
        }
        CU_ASSERT_EQUAL(accuracy, (double)right / N);
        logreg_model_free(m);
    }
}

static void predictions_that_cannot_be_made(void)
{
    static const double x[] = {1, 2, 3, 4, 5, 6};
    static const char *const f[] = {"a", "b", "c", "a", "b", "c"}, *const y[] = {"n", "y", "n",
                                                                                 "y", "y", "n"};
    static const char *const g[] = {"a", "d", "c", "a", "e", "c"};
    logreg_frame *frame = NULL, *other = NULL, *fewer = NULL, *text = NULL;
    bool ok = logreg_frame_new(&frame, NULL) == LOGREG_OK &&
              logreg_frame_add_numeric(frame, "x", x, 6, 1, NULL) == LOGREG_OK &&
              logreg_frame_add_category(frame, "f", f, 6, NULL) == LOGREG_OK &&
              logreg_frame_add_category(frame, "y", y, 6, NULL) == LOGREG_OK &&
              logreg_frame_new(&other, NULL) == LOGREG_OK &&
              logreg_frame_add_category(other, "f", g, 6, NULL) == LOGREG_OK &&
              logreg_frame_add_numeric(other, "x", x, 6, 1, NULL) == LOGREG_OK &&
              logreg_frame_new(&fewer, NULL) == LOGREG_OK &&
              logreg_frame_add_numeric(fewer, "x", x, 6, 1, NULL) == LOGREG_OK &&
              logreg_frame_new(&text, NULL) == LOGREG_OK &&
              logreg_frame_add_category(text, "x", f, 6, NULL) == LOGREG_OK &&
              logreg_frame_add_category(text, "f", f, 6, NULL) == LOGREG_OK;
    CU_ASSERT_TRUE_FATAL(ok);
    logreg_model *m = fit_frame(frame, "y ~ x + f", NULL);
    double P[12];
    gsl_matrix_view Pv = gsl_matrix_view_array(P, 6, 2), small = gsl_matrix_view_array(P, 5, 2);
    logreg_error err;
    CU_ASSERT_EQUAL(logreg_predict_proba_frame(m, other, &Pv.matrix, &err), LOGREG_EDATA);
    CU_ASSERT_TRUE(
        same_text(err.message,
                  "row 2: column 'f' has levels that the model never saw: 'd', 'e'; it knows 'a', 'b', 'c'"));
    CU_ASSERT_EQUAL(logreg_predict_proba_frame(m, fewer, &Pv.matrix, &err), LOGREG_EDATA);
    CU_ASSERT_TRUE(same_text(err.message, "the data lack column 'f', which the model needs"));
    CU_ASSERT_EQUAL(logreg_predict_proba_frame(m, text, &Pv.matrix, &err), LOGREG_EDATA);
    CU_ASSERT_TRUE(same_text(err.message, "column 'x' holds text, but the model knows it as a number"));
    CU_ASSERT_EQUAL(logreg_predict_proba_frame(m, frame, &small.matrix, &err), LOGREG_EINVAL);
    CU_ASSERT_TRUE(same_text(err.message, "the result is 5 x 2; it needs room for 6 x 2"));
    gsl_matrix_const_view Xv = gsl_matrix_const_view_array(x, 6, 1);
    CU_ASSERT_EQUAL(logreg_predict_proba(m, &Xv.matrix, &Pv.matrix, &err), LOGREG_EINVAL);
    logreg_model_free(m);
    logreg_frame_free(frame);
    logreg_frame_free(other);
    logreg_frame_free(fewer);
    logreg_frame_free(text);
}

static void rows_with_missing_values_predict_nan(void)
{
    double X[2 * N], y[N], P[2 * N];
    sample(X, y, 2);
    logreg_frame *frame = sample_frame(X, y);
    logreg_model *m = fit_frame(frame, "y ~ x1 + x2", NULL);
    X[20] = NAN;
    logreg_frame *holes = sample_frame(X, y);
    gsl_matrix_view Pv = gsl_matrix_view_array(P, N, 2);
    CU_ASSERT_EQUAL(logreg_predict_proba_frame(m, holes, &Pv.matrix, NULL), LOGREG_OK);
    for (size_t i = 0; i < N; i++)
        CU_ASSERT_EQUAL(!isnan(P[2 * i]), i != 10);
    logreg_model *fewer = fit_frame(holes, "y ~ x1 + x2", NULL);
    CU_ASSERT_EQUAL(logreg_model_rows_read(fewer), N);
    CU_ASSERT_EQUAL(logreg_model_rows_used(fewer), N - 1);
    logreg_variable v;
    CU_ASSERT_EQUAL(logreg_model_variable(fewer, 0, &v), LOGREG_OK);
    CU_ASSERT_EQUAL(v.n_missing, 1);
    logreg_model_free(m);
    logreg_model_free(fewer);
    logreg_frame_free(frame);
    logreg_frame_free(holes);
}

const test_case tests[] = {
    {"predictions belong together", predictions_belong_together},
    {"predictions that cannot be made", predictions_that_cannot_be_made},
    {"rows with missing values predict NaN", rows_with_missing_values_predict_nan},
    {NULL, NULL},
};
