/* A first fit from arrays: were the shuttle's O-rings in distress, by the temperature at launch?
 *
 *     cc first_fit.c $(pkg-config --cflags --libs logreg) -o first_fit
 */
#include <stdio.h>

#include <logreg.h>

/* The 23 flights before Challenger's last; degrees Fahrenheit, and 1 where an O-ring showed thermal distress. */
static const double temperature[] = {66, 70, 69, 68, 67, 72, 73, 70, 57, 63, 70, 78,
                                     67, 53, 67, 75, 70, 81, 76, 79, 75, 76, 58};
static const double distress[] = {0, 1, 0, 0, 0, 0, 0, 0, 1, 1, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 0, 1};
enum { FLIGHTS = sizeof temperature / sizeof *temperature };

int main(void)
{
    gsl_matrix_const_view X = gsl_matrix_const_view_array(temperature, FLIGHTS, 1);
    gsl_vector_const_view y = gsl_vector_const_view_array(distress, FLIGHTS);

    logreg_model *model = NULL;
    logreg_error err;
    if (logreg_fit(&model, &X.matrix, &y.vector, NULL, &err) != LOGREG_OK) {
        fprintf(stderr, "%s\n", err.message);
        return 1;
    }

    for (size_t j = 0; j < logreg_model_coefficients(model); j++) {
        logreg_coefficient c;
        logreg_inference_coefficient(&c, model, 1, j, 0.95, NULL);
        printf("%-12s %9.4f  (std. error %.4f, p = %.4f)\n", c.name, c.estimate, c.std_error, c.p);
    }

    double cold = 31, probability[2];
    gsl_matrix_const_view launch = gsl_matrix_const_view_array(&cold, 1, 1);
    gsl_matrix_view P = gsl_matrix_view_array(probability, 1, 2);
    if (logreg_predict_proba(model, &launch.matrix, &P.matrix, &err) == LOGREG_OK)
        printf("at 31 degrees, as on 28 January 1986: P(distress) = %.4f\n", probability[1]);

    logreg_model_free(model);
    return 0;
}
