#include "sample.h"

#include <math.h>
#include <stdio.h>

#include "frames.h"
#include "harness.h"

void sample(double *X, double *y, size_t classes)
{
    for (size_t i = 0; i < SAMPLE_ROWS; i++) {
        X[2 * i] = sin((double)(i * i) + 0.5) * 2;
        X[2 * i + 1] = cos((double)(3 * i)) + 5;
        double noise = sin((double)(7 * i * i + 3)) * 2;
        double score = X[2 * i] + X[2 * i + 1] - 5 + noise;
        y[i] = classes == 2 ? score > 0 : score > 0.8 ? 2 : score > -0.8 ? 1 : 0;
    }
}

logreg_frame *sample_frame(const double *X, const double *y)
{
    return frame_of_two(X, X + 1, 2, y, SAMPLE_ROWS);
}

logreg_model *fit_rows(const double *X, const double *y, size_t n, size_t p, const logreg_options *options)
{
    gsl_matrix_const_view Xv = gsl_matrix_const_view_array(X, n, p);
    gsl_vector_const_view yv = gsl_vector_const_view_array(y, n);
    logreg_model *m = NULL;
    logreg_error err = {.message = ""};
    logreg_status status = logreg_fit(&m, &Xv.matrix, &yv.vector, options, &err);
    if (status != LOGREG_OK)
        printf("# %s\n", err.message);
    CU_ASSERT_EQUAL_FATAL(status, LOGREG_OK);
    return m;
}

void same_coefficients(const logreg_model *a, const logreg_model *b, double tolerance)
{
    CU_ASSERT_EQUAL_FATAL(logreg_model_coefficients(a), logreg_model_coefficients(b));
    CU_ASSERT_EQUAL_FATAL(logreg_model_classes(a), logreg_model_classes(b));
    for (size_t k = 1; k < logreg_model_classes(a); k++)
        for (size_t j = 0; j < logreg_model_coefficients(a); j++) {
            double se = sqrt(logreg_model_covariance(a, k, j, k, j));
            CU_ASSERT_EQUAL(logreg_model_coefficient_status(a, k, j),
                            logreg_model_coefficient_status(b, k, j));
            CU_ASSERT_TRUE(near_abs(logreg_model_coefficient(a, k, j) / se,
                                    logreg_model_coefficient(b, k, j) / se, tolerance));
            CU_ASSERT_TRUE(near_rel(sqrt(logreg_model_covariance(b, k, j, k, j)), se, tolerance));
        }
}
