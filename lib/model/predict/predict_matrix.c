/* Prediction from a matrix: its columns become a frame of their own. */
#include <math.h>
#include <stdio.h>

#include "base/error.h"
#include "base/memory.h"
#include "model/predict/predict.h"

/* Row by row, as X stands. */
static void count_missing(size_t *missing, const gsl_matrix *X)
{
    for (size_t i = 0; i < X->size1; i++)
        for (size_t j = 0; j < X->size2; j++)
            missing[j] += isnan(X->data[i * X->tda + j]);
}

logreg_status logreg__frame_of_matrix(logreg_frame **out, const gsl_matrix *X, bool count, logreg_error *err)
{
    logreg_frame *frame = NULL;
    size_t *missing = logreg__new(X->size2, sizeof *missing);
    logreg_status status = missing ? logreg_frame_new(&frame, err) : logreg__fail_memory(err);
    if (status == LOGREG_OK && count)
        count_missing(missing, X);
    for (size_t j = 0; status == LOGREG_OK && j < X->size2; j++) {
        char name[32];
        snprintf(name, sizeof name, "x%zu", j + 1);
        status = logreg__frame_borrow(frame, name, X->data + j, X->tda, X->size1, missing[j], err);
    }
    free(missing);
    if (status == LOGREG_OK)
        *out = frame;
    else
        logreg_frame_free(frame);
    return status;
}

static logreg_status check_matrix(const logreg_model *m, const gsl_matrix *X, logreg_error *err)
{
    if (!m->plain)
        return logreg__fail(err, LOGREG_EINVAL,
                            "the model was fitted to a formula; predict from a frame with its columns");
    if (X->size2 != m->n_variables)
        return logreg__fail(err, LOGREG_EINVAL, "the matrix has %zu columns; the model was fitted to %zu",
                            X->size2, m->n_variables);
    return LOGREG_OK;
}

/* Classes' linear predictors or probabilities of a matrix's rows, n x K in new memory. */
static logreg_status from_matrix(double **P, const logreg_model *m, const gsl_matrix *X, bool probabilities,
                                 logreg_error *err)
{
    logreg_frame *own = NULL;
    logreg__filled *filled = NULL;
    logreg__rows *rows = NULL;
    logreg__design *design = NULL;
    double *out = NULL;
    logreg_status status = check_matrix(m, X, err);
    if (status == LOGREG_OK)
        status = logreg__frame_of_matrix(&own, X, m->terms->n_fills > 0, err);
    const logreg_frame *frame = own;
    if (status == LOGREG_OK)
        status = logreg__fills_apply(&filled, &frame, m->terms->fill, m->terms->n_fills, err);
    if (status == LOGREG_OK)
        status = logreg__rows_complete(&rows, frame, NULL, 0, err);
    if (status == LOGREG_OK)
        status = logreg__design_new(&design, m->terms, frame, rows, NULL, NULL, err);
    if (status == LOGREG_OK) {
        out = logreg__new_raw(X->size1, m->n_classes * sizeof *out);
        status = !out            ? logreg__fail_memory(err)
                 : probabilities ? logreg__predict_rows(m, design, NULL, NULL, 0, out, err)
                                 : logreg__class_predictors(m, design, NULL, NULL, 0, out, err);
    }
    logreg__design_free(design);
    logreg__rows_free(rows);
    logreg__filled_free(filled);
    logreg_frame_free(own);
    if (status == LOGREG_OK)
        *P = out;
    else
        free(out);
    return status;
}

logreg_status logreg_predict_proba(const logreg_model *m, const gsl_matrix *X, gsl_matrix *P,
                                   logreg_error *err)
{
    double *p = NULL;
    logreg_status status = logreg__check_shape(P, X->size1, m->n_classes, err);
    if (status == LOGREG_OK)
        status = from_matrix(&p, m, X, true, err);
    for (size_t i = 0; status == LOGREG_OK && i < X->size1; i++)
        memcpy(P->data + i * P->tda, p + i * m->n_classes, m->n_classes * sizeof *p);
    free(p);
    return status;
}

logreg_status logreg_decision_function(const logreg_model *m, const gsl_matrix *X, gsl_matrix *eta,
                                       logreg_error *err)
{
    size_t K = m->n_classes;
    double *p = NULL;
    logreg_status status = logreg__check_shape(eta, X->size1, K == 2 ? 1 : K, err);
    if (status == LOGREG_OK)
        status = from_matrix(&p, m, X, false, err);
    for (size_t i = 0; status == LOGREG_OK && i < X->size1; i++) {
        double *row = eta->data + i * eta->tda, base = p[i * K + K - 1];
        for (size_t c = 1; c < K; c++)
            row[K == 2 ? 0 : c] = p[i * K + c - 1] - base;
        if (K > 2)
            row[0] = 0;
    }
    free(p);
    return status;
}

/* The first of the likeliest classes. */
static size_t likeliest(const double *p, size_t K)
{
    size_t best = 0;
    for (size_t c = 1; c < K; c++)
        if (p[c] > p[best])
            best = c;
    return best;
}

logreg_status logreg_predict(const logreg_model *m, const gsl_matrix *X, gsl_vector *y, logreg_error *err)
{
    if (y->size != X->size1)
        return logreg__fail(err, LOGREG_EINVAL, "y has %zu entries for %zu rows", y->size, X->size1);
    double *p = NULL;
    logreg_status status = from_matrix(&p, m, X, true, err);
    for (size_t i = 0; status == LOGREG_OK && i < X->size1; i++)
        y->data[i * y->stride] = (double)likeliest(p + i * m->n_classes, m->n_classes);
    free(p);
    return status;
}

logreg_status logreg_score(const logreg_model *m, const gsl_matrix *X, const gsl_vector *y, double *accuracy,
                           logreg_error *err)
{
    if (y->size != X->size1 || y->size == 0)
        return logreg__fail(err, LOGREG_EINVAL, "y has %zu entries for %zu rows", y->size, X->size1);
    double *p = NULL;
    logreg_status status = from_matrix(&p, m, X, true, err);
    size_t right = 0;
    for (size_t i = 0; status == LOGREG_OK && i < X->size1; i++)
        right += y->data[i * y->stride] == (double)likeliest(p + i * m->n_classes, m->n_classes);
    if (status == LOGREG_OK)
        *accuracy = (double)right / (double)X->size1;
    free(p);
    return status;
}
