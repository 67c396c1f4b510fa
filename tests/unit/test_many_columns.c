/* Fits of many columns, whose informations on the way are rough where the processor has a matrix unit, held against Newton's method from the
 * null model: the optimum is the same, however it was reached. */
#include "harness.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include <logreg.h>

#include "base/random.h"

#define ROWS 66000
#define COLUMNS 70

/* That the quick way may take over all rows. */
#define PASSES 6

/* Both ways end within the rounding level of the optimum; standard errors follow to the square root of the information. */
#define TOL_BETA 1e-9
#define TOL_ERRORS 1e-9

/* Rounding costs collinear columns their condition number, twice. */
#define TOL_COLLINEAR 1e-7

typedef struct {
    const char *name;
    double shared; /* of each column, a part that all have in common: the condition number */
    double digits; /* columns are rounded to so many values about 0; 0: they are not */
    double spread; /* powers of ten between the smallest column and the largest */
    double effect;
    size_t classes;
    double tolerance;
} design_kind;

static const design_kind kinds[] = {
    {.name = "independent", .effect = 0.2, .classes = 2, .tolerance = TOL_BETA},
    {.name = "yes or no", .digits = 1, .effect = 0.2, .classes = 2, .tolerance = TOL_BETA},
    {.name = "of all sizes", .spread = 12, .effect = 0.2, .classes = 2, .tolerance = TOL_BETA},
    {.name = "correlated", .shared = 0.9, .effect = 0.1, .classes = 2, .tolerance = TOL_BETA},
    {.name = "much correlated", .shared = 0.999, .effect = 0.1, .classes = 2, .tolerance = TOL_BETA},
    {.name = "nearly collinear", .shared = 1 - 1e-7, .effect = 0.1, .classes = 2, .tolerance = TOL_COLLINEAR},
    {.name = "strong", .effect = 1.5, .classes = 2, .tolerance = TOL_BETA},
    {.name = "three classes", .shared = 0.5, .effect = 0.2, .classes = 3, .tolerance = TOL_BETA},
};

static void make(gsl_matrix *X, gsl_vector *y, const design_kind *kind)
{
    logreg__random random;
    logreg__random_init(&random, 77, 0);
    for (size_t i = 0; i < ROWS; i++) {
        double common = logreg__random_normal(&random), eta = 0, outcome = 0;
        for (size_t j = 0; j < COLUMNS; j++) {
            double x = sqrt(kind->shared) * common + sqrt(1 - kind->shared) * logreg__random_normal(&random);
            if (kind->digits > 0)
                x = fmax(0, fmin(kind->digits, rint(x)));
            eta += (j % 2 ? kind->effect : -kind->effect) * x;
            gsl_matrix_set(X, i, j, x * pow(10, kind->spread * ((double)j / COLUMNS - 0.5)));
        }
        for (size_t c = 1; c < kind->classes; c++)
            outcome += logreg__random_uniform(&random) < logreg_sigmoid(eta / (double)c);
        gsl_vector_set(y, i, outcome);
    }
}

static void same(const logreg_model *a, const logreg_model *b, double tolerance)
{
    CU_ASSERT_TRUE(logreg_model_converged(a) && logreg_model_converged(b));
    for (size_t k = 1; k < logreg_model_classes(b); k++)
        for (size_t j = 0; j < logreg_model_coefficients(b); j++) {
            double error = sqrt(logreg_model_covariance(b, k, j, k, j));
            CU_ASSERT_TRUE(near_abs(logreg_model_coefficient(a, k, j) / error,
                                    logreg_model_coefficient(b, k, j) / error, tolerance));
            CU_ASSERT_TRUE(
                near_rel(sqrt(logreg_model_covariance(a, k, j, k, j)), error, fmax(tolerance, TOL_ERRORS)));
        }
}

static void agrees_with_plain_newton(void)
{
    gsl_matrix *X = gsl_matrix_alloc(ROWS, COLUMNS);
    gsl_vector *y = gsl_vector_alloc(ROWS);
    for (size_t i = SANITIZED; i < sizeof kinds / sizeof *kinds; i += 1 + SANITIZED) {
        make(X, y, &kinds[i]);
        logreg_options whole = logreg_options_default();
        whole.max_iter = 100; /* asks for Newton's own iterations, from the null model */
        logreg_model *a = NULL, *b = NULL;
        CU_ASSERT_EQUAL_FATAL(logreg_fit(&a, X, y, NULL, NULL), LOGREG_OK);
        CU_ASSERT_EQUAL_FATAL(logreg_fit(&b, X, y, &whole, NULL), LOGREG_OK);
        same(a, b, kinds[i].tolerance);
        printf("# %s: %zu iterations, %zu from the null model\n", kinds[i].name, logreg_model_iterations(a),
               logreg_model_iterations(b));
        CU_ASSERT_TRUE(logreg_model_iterations(a) <= PASSES);
        logreg_model_free(a);
        logreg_model_free(b);
    }
    gsl_matrix_free(X);
    gsl_vector_free(y);
}

const test_case tests[] = {
    {"fits agree with Newton's method from the null model", agrees_with_plain_newton},
    {NULL, NULL},
};
