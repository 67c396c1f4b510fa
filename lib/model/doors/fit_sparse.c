/* The doors for sparse matrices: a frame of the outcome with a copy of the matrix beside it. */
#include <math.h>

#include <logreg/sparse.h>

#include "base/error.h"
#include "base/memory.h"
#include "model/doors/options.h"
#include "model/estimate/penalised.h"
#include "model/fitting.h"
#include "model/predict/predict.h"

/* Options that are about matrices whose columns can be made anew, or about likelihoods. */
static logreg_status check_options(const logreg_options *o, logreg_error *err)
{
    logreg_status status = logreg__options_check(o, err);
    if (status != LOGREG_OK)
        return status;
    if (!logreg__penalty_shrinks(logreg__penalty_find(o->penalty)))
        return logreg__fail(err, LOGREG_EINVAL,
                            "sparse columns are fitted with a penalty on sizes: take penalty 'l2', 'l1' or "
                            "'elasticnet', not '%s'",
                            o->penalty);
    if (o->calibrate)
        return logreg__fail(
            err, LOGREG_EINVAL,
            "calibrate is not computed for a sparse matrix by itself; put it into a frame, and fit a "
            "formula");
    return o->n_impute
               ? logreg__fail(err, LOGREG_EINVAL, "no number of a sparse matrix is missing: leave impute out")
               : LOGREG_OK;
}

/* Terms of an intercept, if asked for, and p sparse columns. */
static logreg_status make_terms(logreg__terms **terms, size_t p, bool intercept, logreg_error *err)
{
    logreg_frame *none = NULL;
    logreg__terms *t = NULL;
    logreg_status status = logreg_frame_new(&none, err);
    if (status == LOGREG_OK)
        status = logreg__terms_plain(&t, none, intercept, err);
    if (status == LOGREG_OK && !logreg__terms_add_sparse(t, p, NULL, p))
        status = logreg__fail_memory(err);
    logreg_frame_free(none);
    if (status == LOGREG_OK)
        *terms = t;
    else
        logreg__terms_free(t);
    return status;
}

logreg_status logreg_fit_sparse(logreg_model **model, const gsl_spmatrix *X, const gsl_vector *y,
                                const logreg_options *options, logreg_error *err)
{
    logreg_options o = options ? *options : logreg_options_default();
    logreg_frame *frame = NULL;
    logreg__terms *terms = NULL;
    logreg__rows *rows = NULL;
    logreg_model *m = NULL;
    logreg__outcome outcome;
    logreg_status status = check_options(&o, err);
    if (status == LOGREG_OK)
        status = logreg__outcome_frame(&frame, y, X->size1, &o, err);
    if (status == LOGREG_OK)
        status = logreg__matrix_outcome(&outcome, frame, y, &o, err);
    if (status == LOGREG_OK)
        status = logreg_frame_add_sparse(frame, X, err);
    if (status == LOGREG_OK)
        status = logreg__rows_counting(&rows, frame, NULL, 0, &outcome, err);
    if (status == LOGREG_OK)
        status = make_terms(&terms, X->size2, o.fit_intercept, err);
    if (status == LOGREG_OK) {
        status = logreg__fit_terms(&m, terms, frame, rows, &outcome, &o, NULL, NULL, err);
        if (status == LOGREG_OK) {
            m->plain = true;
            free(m->offset); /* of these rows only: prediction is without */
            m->offset = NULL;
            *model = m;
        }
    }
    logreg__rows_free(rows);
    logreg_frame_free(frame);
    return status;
}

size_t logreg_model_features(const logreg_model *m)
{
    return m->terms->sparse_width;
}

size_t logreg_model_dense(const logreg_model *m)
{
    return m->p - m->terms->n_sparse;
}

logreg_status logreg_predict_proba_sparse(const logreg_model *m, const gsl_spmatrix *X, gsl_matrix *P,
                                          logreg_error *err)
{
    logreg_frame *frame = NULL;
    logreg_status status = logreg__check_shape(P, X->size1, m->n_classes, err);
    double *zeros = logreg__new(1, sizeof *zeros);
    if (status == LOGREG_OK && (!m->terms->n_sparse || m->terms->n_variables || m->offset))
        status = logreg__fail(err, LOGREG_EINVAL, "the model was not fitted to a sparse matrix alone");
    if (status == LOGREG_OK && X->size2 != m->terms->sparse_width)
        status = logreg__fail(err, LOGREG_EINVAL, "the matrix has %zu columns; the model was fitted to %zu",
                              X->size2, m->terms->sparse_width);
    if (status == LOGREG_OK)
        status = zeros ? logreg_frame_new(&frame, err) : logreg__fail_memory(err);
    if (status == LOGREG_OK)
        status = logreg__frame_borrow(frame, "y", zeros, 0, X->size1, 0, err);
    if (status == LOGREG_OK)
        status = logreg_frame_add_sparse(frame, X, err);
    if (status == LOGREG_OK)
        status = logreg_predict_proba_frame(m, frame, P, err);
    logreg_frame_free(frame);
    free(zeros);
    return status;
}
