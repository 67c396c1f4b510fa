/* Data of a known logistic model: they follow it, and senseless arguments are named. */
#include "harness.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>

#include <logreg/data.h>

#include "synthetic.h"

/* The score of the true coefficients, X'(y - p), has mean 0 and the information X'WX as its variance. */
static void logistic_data_follow_their_model(void)
{
    enum { N = 20000, P = 3 };
    double coefficients[P + 1] = {-0.5, 1, -2, 0.25}, score[P + 1] = {0}, information[P + 1] = {0};
    double *x = malloc(sizeof(double) * N * P), *labels = malloc(sizeof(double) * N);
    CU_ASSERT_FATAL(x && labels);
    gsl_matrix_view X = gsl_matrix_view_array(x, N, P);
    gsl_vector_view y = gsl_vector_view_array(labels, N), beta = gsl_vector_view_array(coefficients, P + 1);
    CU_ASSERT_EQUAL(logreg_make_logistic(&X.matrix, &y.vector, &beta.vector, 7, NULL), LOGREG_OK);
    for (size_t i = 0; i < N; i++) {
        double eta = coefficients[0];
        for (size_t j = 0; j < P; j++)
            eta += x[i * P + j] * coefficients[j + 1];
        double p = 1 / (1 + exp(-eta));
        CU_ASSERT_FATAL(labels[i] == 0 || labels[i] == 1);
        for (size_t j = 0; j <= P; j++) {
            double column = j ? x[i * P + j - 1] : 1;
            score[j] += column * (labels[i] - p);
            information[j] += column * column * p * (1 - p);
        }
    }
    for (size_t j = 0; j <= P; j++)
        CU_ASSERT_TRUE(near_abs(score[j], 0, 4.9 * sqrt(information[j])));
    for (size_t j = 0; j < P; j++) {
        CU_ASSERT_TRUE(near_abs(mean(x + j, N, P), 0, 4.9 / sqrt(N)));
        CU_ASSERT_TRUE(near_abs(covariance(x + j, x + j, N, P), 1, 4.9 * sqrt(2.0 / N)));
    }
    CU_ASSERT_TRUE(same_data(fingerprint(&X.matrix, &y.vector), 0x1a407ae0810a7261));
    free(x);
    free(labels);
}

static void logistic_arguments_are_checked(void)
{
    double x[6] = {0}, labels[3] = {0}, coefficients[] = {0, 1, NAN, 2};
    gsl_matrix_view X = gsl_matrix_view_array(x, 3, 2);
    gsl_vector_view y = gsl_vector_view_array(labels, 3), short_y = gsl_vector_view_array(labels, 2);
    gsl_vector_view beta = gsl_vector_view_array(coefficients, 3),
                    four = gsl_vector_view_array(coefficients, 4);
    logreg_error err;
    CU_ASSERT_EQUAL(logreg_make_logistic(&X.matrix, &short_y.vector, &beta.vector, 0, &err), LOGREG_EINVAL);
    CU_ASSERT_TRUE(same_text(err.message, "y has 2 entries; X has 3 rows"));
    CU_ASSERT_EQUAL(logreg_make_logistic(&X.matrix, &y.vector, &four.vector, 0, &err), LOGREG_EINVAL);
    CU_ASSERT_TRUE(same_text(err.message, "beta has 4 numbers; X of 2 columns needs 3, the intercept first"));
    CU_ASSERT_EQUAL(logreg_make_logistic(&X.matrix, &y.vector, &beta.vector, 0, &err), LOGREG_EINVAL);
    CU_ASSERT_TRUE(same_text(err.message, "beta[2] is nan; coefficients must be finite"));
    CU_ASSERT_TRUE(gsl_matrix_isnull(&X.matrix) && gsl_vector_isnull(&y.vector));
}

const test_case tests[] = {
    {"logistic data follow their model", logistic_data_follow_their_model},
    {"logistic arguments are checked", logistic_arguments_are_checked},
    {NULL, NULL},
};
