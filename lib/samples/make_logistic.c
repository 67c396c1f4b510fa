#include <math.h>

#include <logreg/special.h>

#include "base/error.h"
#include "base/number.h"
#include "base/random.h"
#include "samples/generate.h"

static logreg_status check(const gsl_matrix *X, const gsl_vector *y, const gsl_vector *beta,
                           logreg_error *err)
{
    if (y->size != X->size1)
        return logreg__fail(err, LOGREG_EINVAL, "y has %zu entries; X has %zu rows", y->size, X->size1);
    if (beta->size != X->size2 + 1)
        return logreg__fail(err, LOGREG_EINVAL,
                            "beta has %zu numbers; X of %zu columns needs %zu, the intercept first",
                            beta->size, X->size2, X->size2 + 1);
    char text[LOGREG__NUMBER_SIZE];
    for (size_t j = 0; j < beta->size; j++)
        if (!isfinite(gsl_vector_get(beta, j)))
            return logreg__fail(err, LOGREG_EINVAL, "beta[%zu] is %s; coefficients must be finite", j,
                                logreg__number_shortest(text, gsl_vector_get(beta, j)));
    return LOGREG_OK;
}

logreg_status logreg_make_logistic(gsl_matrix *X, gsl_vector *y, const gsl_vector *beta,
                                   uint64_t random_state, logreg_error *err)
{
    logreg_status status = check(X, y, beta, err);
    if (status != LOGREG_OK)
        return status;
    logreg__random points, outcome;
    logreg__random_init(&points, random_state, LOGREG__STREAM_POINTS);
    logreg__random_init(&outcome, random_state, LOGREG__STREAM_OUTCOME);
    for (size_t i = 0; i < X->size1; i++) {
        double eta = gsl_vector_get(beta, 0);
        for (size_t j = 0; j < X->size2; j++) {
            double x = logreg__random_normal(&points);
            gsl_matrix_set(X, i, j, x);
            eta += x * gsl_vector_get(beta, j + 1);
        }
        gsl_vector_set(y, i, logreg__random_uniform(&outcome) < logreg_sigmoid(eta));
    }
    return LOGREG_OK;
}
