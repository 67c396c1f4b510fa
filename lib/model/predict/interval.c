/* Wald's interval of a probability, built on the log-odds, where it is symmetric, and then transformed: within 0 and 1. */
#include <math.h>

#include <logreg/special.h>

#include "base/error.h"
#include "base/functions.h"
#include "base/memory.h"
#include "model/predict/predict.h"
#include "model/stated/stated.h"

static logreg_status check(const logreg_model *m, size_t n, double level, const gsl_vector *low,
                           const gsl_vector *high, logreg_error *err)
{
    if (logreg__check_fitted(m, err) != LOGREG_OK)
        return LOGREG_EINVAL;
    if (m->n_classes != 2)
        return logreg__fail(
            err, LOGREG_EINVAL,
            "intervals are those of two classes; the model has %zu, whose probabilities move together",
            m->n_classes);
    if (logreg__model_errorless(m))
        return logreg__fail(err, LOGREG_EDATA,
                            "the model was fitted with %s%s, whose coefficients have no standard errors; "
                            "intervals come with a model that was fitted without",
                            m->class_factor ? "class weights" : "penalty ",
                            m->class_factor ? "" : logreg_model_penalty(m));
    if (m->calibration)
        return logreg__fail(
            err, LOGREG_EDATA,
            "the model's probabilities are calibrated, and how far off the calibration is, is not "
            "known: there are no intervals; they come with a model that was fitted without");
    if (!(level > 0 && level < 1))
        return logreg__fail(err, LOGREG_EINVAL, "the confidence level is %g; it must be between 0 and 1",
                            level);
    if (low->size != n || high->size != n)
        return logreg__fail(err, LOGREG_EINVAL, "low and high have %zu and %zu entries for %zu rows",
                            low->size, high->size, n);
    return LOGREG_OK;
}

logreg_status logreg_predict_interval_rows(const logreg_model *m, const logreg_frame *frame, double level,
                                           size_t first, gsl_vector *low, gsl_vector *high, logreg_error *err)
{
    size_t n = low->size;
    logreg_status status = check(m, n, level, low, high, err);
    if (status == LOGREG_OK)
        status = logreg__check_rows(frame, first, n, err);
    if (status != LOGREG_OK || n == 0)
        return status;
    double *P = logreg__new_raw(n, 2 * sizeof *P), *std_error = logreg__new_raw(n, sizeof *std_error);
    gsl_matrix_view view = gsl_matrix_view_array(P, P ? n : 1, 2);
    status = P && std_error ? logreg__predict_frame(m, frame, first, &view.matrix, std_error, false, err)
                            : logreg__fail_memory(err);
    double z = logreg__model_quantile(m, (1 - level) / 2);
    for (size_t i = 0; status == LOGREG_OK && i < n; i++) {
        double eta = P[2 * i] - P[2 * i + 1], half = z * std_error[i];
        low->data[i * low->stride] = logreg_sigmoid(eta - half);
        high->data[i * high->stride] = logreg_sigmoid(eta + half);
    }
    free(P);
    free(std_error);
    return status;
}

logreg_status logreg_predict_interval_frame(const logreg_model *m, const logreg_frame *frame, double level,
                                            gsl_vector *low, gsl_vector *high, logreg_error *err)
{
    logreg_status status = check(m, logreg_frame_rows(frame), level, low, high, err);
    return status == LOGREG_OK ? logreg_predict_interval_rows(m, frame, level, 0, low, high, err) : status;
}
