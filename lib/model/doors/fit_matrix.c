/* The door for a matrix, whose columns, outcome, weights and offset become a frame that borrows them. */
#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "model/doors/options.h"
#include "model/doors/prepared.h"
#include "model/held/calibrate.h"
#include "model/held/held_out.h"
#include "model/predict/predict.h"

/* The columns of that frame beside x1, x2, .. */
#define TARGET "y"
#define WEIGHTS "(weights)"
#define OFFSET "(offset)"
#define SAMPLING "(sampling weights)"
#define STRATA "(strata)"
static const char *const cluster_name[] = {"(clusters)", "(other clusters)"};

static logreg_status check_vector(const gsl_vector *v, size_t n, const char *what, logreg_error *err)
{
    if (v->size != n)
        return logreg__fail(err, LOGREG_EINVAL, "%s has %zu entries for %zu rows", what, v->size, n);
    for (size_t i = 0; i < n; i++)
        if (!isfinite(v->data[i * v->stride]))
            return logreg__fail(err, LOGREG_EINVAL, "entry %zu of %s is %g; it must be finite", i, what,
                                v->data[i * v->stride]);
    return LOGREG_OK;
}

static logreg_status check_cells(const gsl_matrix *X, bool imputed, logreg_error *err)
{
    for (size_t i = 0; i < X->size1; i++)
        for (size_t j = 0; j < X->size2; j++)
            if (!isfinite(X->data[i * X->tda + j]) && !(imputed && isnan(X->data[i * X->tda + j])))
                return logreg__fail(err, LOGREG_EINVAL, "X[%zu, %zu] is %g; it must be finite", i, j,
                                    X->data[i * X->tda + j]);
    return LOGREG_OK;
}

/* The values in options that stand beside a matrix of n rows, and y. */
static logreg_status check_vectors(const gsl_vector *y, size_t n, const logreg_options *o, logreg_error *err)
{
    if (o->text || o->weights || o->offset || o->trials || o->positive || o->clusters[0] || o->clusters[1] ||
        o->sampling_weights || o->survey_strata || o->strata || o->calibrate_group)
        return logreg__fail(err, LOGREG_EINVAL,
                            "weights, offset, trials, positive, strata, clusters, sampling_weights, "
                            "survey_strata and calibrate_group name columns of a "
                            "frame; give weight_values, offset_values and the like with a matrix");
    logreg_status status = check_vector(y, n, "y", err);
    if (status == LOGREG_OK && o->weight_values)
        status = check_vector(o->weight_values, n, "weight_values", err);
    if (status == LOGREG_OK && o->offset_values)
        status = check_vector(o->offset_values, n, "offset_values", err);
    if (status == LOGREG_OK && o->sampling_weight_values)
        status = check_vector(o->sampling_weight_values, n, "sampling_weight_values", err);
    if (status == LOGREG_OK && o->survey_strata_values)
        status = check_vector(o->survey_strata_values, n, "survey_strata_values", err);
    for (int i = 0; status == LOGREG_OK && i < 2; i++)
        if (o->cluster_values[i])
            status = check_vector(o->cluster_values[i], n, "cluster_values", err);
    return status;
}

/* Codes are whole numbers 0 .. K-1, and each of them has a row. */
static logreg_status check_codes(const gsl_vector *y, logreg_error *err)
{
    double most = 0;
    for (size_t i = 0; i < y->size; i++) {
        double code = y->data[i * y->stride];
        if (code < 0 || code != floor(code))
            return logreg__fail(err, LOGREG_EDATA, "y[%zu] is %g; classes are coded 0, 1, 2 and so on", i,
                                code);
        most = fmax(most, code);
    }
    if (y->size == 0 || most >= (double)y->size)
        return logreg__fail(err, LOGREG_EDATA, "y has codes up to %g but only %zu rows", most, y->size);
    size_t K = (size_t)most + 1;
    unsigned char *seen = logreg__new(K, 1);
    if (!seen)
        return logreg__fail_memory(err);
    for (size_t i = 0; i < y->size; i++)
        seen[(size_t)y->data[i * y->stride]] = 1;
    size_t missing = 0;
    while (missing < K && seen[missing])
        missing++;
    free(seen);
    if (missing < K)
        return logreg__fail(err, LOGREG_EDATA, "no row has class %zu, though there is a class %g", missing,
                            most);
    return LOGREG_OK;
}

logreg_status logreg__matrix_frame(logreg_frame **frame, const gsl_matrix *X, const gsl_vector *y,
                                   const logreg_options *o, bool imputed, logreg_error *err)
{
    logreg_status status = check_cells(X, imputed, err);
    if (status == LOGREG_OK && X->size2 == 0 && !o->fit_intercept)
        return logreg__fail(err, LOGREG_EINVAL, "X has no columns and there is no intercept: nothing to fit");
    if (status == LOGREG_OK)
        status = check_vectors(y, X->size1, o, err);
    if (status == LOGREG_OK)
        status = check_codes(y, err);
    return status == LOGREG_OK ? logreg__frame_of_matrix(frame, X, imputed, err) : status;
}

logreg_status logreg__outcome_frame(logreg_frame **frame, const gsl_vector *y, size_t n,
                                    const logreg_options *o, logreg_error *err)
{
    logreg_status status = check_vectors(y, n, o, err);
    if (status == LOGREG_OK)
        status = check_codes(y, err);
    return status == LOGREG_OK ? logreg_frame_new(frame, err) : status;
}

static logreg_status borrow(logreg_frame *frame, const char *name, const gsl_vector *v, logreg_error *err)
{
    return v ? logreg__frame_borrow(frame, name, v->data, v->stride, v->size, 0, err) : LOGREG_OK;
}

logreg_status logreg__matrix_outcome(logreg__outcome *outcome, logreg_frame *frame, const gsl_vector *y,
                                     const logreg_options *o, logreg_error *err)
{
    *outcome = (logreg__outcome){.target = TARGET,
                                 .threads = o->threads,
                                 .class_weight = o->class_weight,
                                 .weights = o->weight_values ? WEIGHTS : NULL,
                                 .sampling = o->sampling_weight_values ? SAMPLING : NULL,
                                 .offset = o->offset_values ? OFFSET : NULL};
    logreg_status status = borrow(frame, TARGET, y, err);
    if (status == LOGREG_OK)
        status = borrow(frame, WEIGHTS, o->weight_values, err);
    if (status == LOGREG_OK)
        status = borrow(frame, OFFSET, o->offset_values, err);
    if (status == LOGREG_OK)
        status = borrow(frame, SAMPLING, o->sampling_weight_values, err);
    if (status == LOGREG_OK)
        status = borrow(frame, STRATA, o->survey_strata_values, err);
    for (int i = 0; status == LOGREG_OK && i < 2; i++)
        status = borrow(frame, cluster_name[i], o->cluster_values[i], err);
    return status;
}

/* The matrix of a door. */
typedef struct {
    const gsl_matrix *X;
    const gsl_vector *y;
} matrix;

logreg_status logreg__matrix_read(logreg_frame **own, logreg__outcome *outcome, logreg__rows **rows,
                                  const gsl_matrix *X, const gsl_vector *y, const logreg_options *o,
                                  const gsl_vector *groups, logreg_error *err)
{
    logreg_status status = logreg__matrix_frame(own, X, y, o, o->n_impute > 0, err);
    if (status == LOGREG_OK)
        status = logreg__matrix_outcome(outcome, *own, y, o, err);
    if (status == LOGREG_OK && groups)
        status = check_vector(groups, X->size1, "the vector of groups", err);
    if (status == LOGREG_OK)
        status = borrow(*own, LOGREG__MATRIX_GROUPS, groups, err);
    if (status == LOGREG_OK)
        status = logreg__rows_counting(rows, *own, NULL, 0, outcome, err);
    return status;
}

static logreg_status fit_matrix(logreg_model **model, void *data, const logreg_options *options,
                                const logreg__prelude *prelude, logreg_error *err)
{
    const matrix *x = data;
    logreg_options o = *options;
    logreg_frame *own = NULL;
    logreg__terms *terms = NULL;
    logreg__rows *rows = NULL;
    logreg__imputing imputing = {0};
    logreg__outcome outcome;
    logreg_status status =
        logreg__matrix_read(&own, &outcome, &rows, x->X, x->y, &o, prelude ? prelude->groups : NULL, err);
    const logreg_frame *frame = own;
    if (status == LOGREG_OK && prelude && prelude->leaving)
        status = logreg__held_out_leave(&rows, prelude->leaving, err);
    if (status == LOGREG_OK)
        status = logreg__held_out_choose(&rows, &outcome, frame, &o, err);
    if (status == LOGREG_OK)
        status = logreg__matrix_imputed(&terms, &imputing, &frame, x->X->size2, rows, &outcome, &o, err);
    o.sampling_weights = o.sampling_weight_values ? SAMPLING : NULL;
    o.survey_strata = o.survey_strata_values ? STRATA : NULL;
    for (int i = 0; i < 2; i++)
        o.clusters[i] = o.cluster_values[i] ? cluster_name[i] : NULL;
    if (status == LOGREG_OK) {
        logreg__imputing_hand(&imputing, terms);
        const logreg__source source = {
            .raw = own, .n_features = x->X->size2, .outcome = &outcome, .options = options, .rows = rows};
        status = logreg__fit_terms(model, terms, frame, rows, &outcome, &o, prelude, &source, err);
        terms = NULL;
    }
    if (status == LOGREG_OK) {
        (*model)->plain = true;
        free((*model)->offset); /* of these rows only: prediction is without */
        (*model)->offset = NULL;
    }
    logreg__terms_free(terms);
    logreg__rows_free(rows);
    logreg__imputing_clear(&imputing);
    logreg_frame_free(own);
    return status;
}

/* The same folds for rows of a matrix as for those of a frame that says the same. */
static logreg_status calibrate_matrix(logreg_model *m, const matrix *x, const logreg_options *o,
                                      logreg_error *err)
{
    logreg_frame *own = NULL;
    logreg__rows *rows = NULL;
    logreg__outcome outcome;
    logreg_status status =
        logreg__matrix_read(&own, &outcome, &rows, x->X, x->y, o, o->calibrate_group_values, err);
    const logreg__calibrating of = {.frame = own,
                                    .rows = rows,
                                    .outcome = &outcome,
                                    .options = o,
                                    .group = o->calibrate_group_values ? LOGREG__MATRIX_GROUPS : NULL,
                                    .fit = fit_matrix,
                                    .data = (void *)x};
    if (status == LOGREG_OK)
        status = logreg__calibrate(m, &of, err);
    logreg__rows_free(rows);
    logreg_frame_free(own);
    return status;
}

logreg_status logreg__fit_matrix(logreg_model **model, const gsl_matrix *X, const gsl_vector *y,
                                 const logreg_options *o, const logreg__prelude *prelude, logreg_error *err)
{
    matrix x = {X, y};
    logreg_status status = logreg__options_check(o, err);
    return status == LOGREG_OK ? fit_matrix(model, &x, o, prelude, err) : status;
}

logreg_status logreg_fit(logreg_model **model, const gsl_matrix *X, const gsl_vector *y,
                         const logreg_options *options, logreg_error *err)
{
    const logreg_options usual = logreg_options_default(), *o = options ? options : &usual;
    matrix x = {X, y};
    logreg_model *m = NULL;
    logreg_status status = logreg__fit_matrix(&m, X, y, o, NULL, err);
    if (status == LOGREG_OK && o->calibrate)
        status = calibrate_matrix(m, &x, o, err);
    if (status == LOGREG_OK)
        *model = m;
    else
        logreg_model_free(m);
    return status;
}
