/* Linear predictors come from the fold, at the finite coefficients. Where the fit is separated, a direction of recession d
 * decides first: a class whose x'd is not the largest has probability 0, and the finite coefficients speak among the
 * others. Equation (13). */
#include "model/predict/predict.h"

#include <math.h>

#include <logreg/special.h>

#include "base/error.h"
#include "base/memory.h"
#include "data/slice.h"
#include "design/expansion.h"
#include "engine/fold.h"
#include "model/estimate/leads.h"
#include "model/fitting.h"
#include "model/predict/calibrated.h"
#include "model/predict/reading.h"
#include "model/stated/stated.h"

/* Model coefficients in the design's order. */
static void in_fold_order(double *b, const logreg_model *m, const logreg__design *d,
                          const double *coefficients)
{
    for (size_t c = 0; c < m->k; c++)
        for (size_t j = 0; j < d->p; j++)
            b[c * d->p + j] = coefficients[c * m->p + d->column[j]];
}

/* eta (n x k) at the finite coefficients. */
static logreg_status finite_predictors(const logreg_model *m, const logreg__design *d, int threads,
                                       double *eta, logreg_error *err)
{
    logreg__problem *problem = NULL;
    logreg_status status = logreg__problem_new(&problem, d, m->k, threads, err);
    if (status != LOGREG_OK)
        return status;
    problem->inner = &logreg__baseline_inner; /* a saved model predicts the same bits on every machine */
    double *b = logreg__new_raw(problem->q, sizeof *b), none;
    if (b) {
        in_fold_order(b, m, d, m->finite);
        if (d->n_shifts)
            logreg__problem_b(problem, b, b);
        status = logreg__fold(problem, &logreg__kernel_predictor, 1, b, &none, eta, err);
    } else {
        status = logreg__fail_memory(err);
    }
    free(b);
    logreg__problem_free(problem);
    return status;
}

/* For one row: lead[c] becomes positive where class c is impossible, else 0. tied: what is known of a row whose class is `own`, or
 * NULL. */
static void lead_classes(double *lead, const logreg_model *m, const double *direction, const double *x,
                         size_t p, size_t own, const unsigned char *tied)
{
    double least = m->least_lead > 0 ? m->least_lead : LOGREG__USUAL_LEAD;
    if (!tied)
        logreg__leads(lead, x, direction, p, m->k);
    for (size_t c = 0; c <= m->k; c++)
        if (tied)
            lead[c] = c != own && !tied[c < own ? c : c - 1];
        else
            lead[c] = lead[c] > least;
}

/* Sets the linear predictors of impossible classes to -inf: the first K - 1 columns of each row of P hold those of classes 1 .. K-1,
 * and the last that of class 0. */
static logreg_status close_classes(const logreg_model *m, const logreg__design *d, const unsigned char *tied,
                                   double *P, logreg_error *err)
{
    size_t K = m->n_classes;
    logreg__expansion e;
    double *lead = logreg__new_raw(K, sizeof *lead),
           *direction = logreg__new_raw(m->k * d->p, sizeof *direction);
    bool ok = logreg__expansion_init(&e, d) && lead && direction;
    if (ok)
        in_fold_order(direction, m, d, m->direction);
    while (ok && logreg__expansion_next(&e))
        for (size_t r = 0; r < e.block.rows; r++) {
            double *row = P + (e.first + r) * K;
            bool known = tied && logreg__row_counts(&e.block, r);
            lead_classes(lead, m, direction, e.x + r * d->p, d->p, known ? (size_t)e.block.y[r] : 0,
                         known ? tied + (e.first + r) * m->k : NULL);
            for (size_t c = 0; c < K; c++)
                if (lead[c] > 0)
                    row[c ? c - 1 : K - 1] = -INFINITY;
        }
    logreg__expansion_clear(&e);
    free(lead);
    free(direction);
    return ok ? LOGREG_OK : logreg__fail_memory(err);
}

static void add_offset(double *P, const logreg__design *d, size_t k, const logreg__column *offset)
{
    size_t place[LOGREG__BLOCK_ROWS];
    for (size_t first = 0; first < d->n; first += LOGREG__BLOCK_ROWS) {
        size_t rows = d->n - first < LOGREG__BLOCK_ROWS ? d->n - first : LOGREG__BLOCK_ROWS;
        logreg__rows_list(d->rows, first, rows, place);
        for (size_t r = 0; r < rows; r++)
            for (size_t c = 0; c < k; c++)
                P[(first + r) * (k + 1) + c] += logreg__column_number(offset, place[r]);
    }
}

logreg_status logreg__class_predictors(const logreg_model *m, const logreg__design *d,
                                       const logreg__column *offset, const unsigned char *tied, int threads,
                                       double *P, logreg_error *err)
{
    size_t n = d->n, k = m->k, K = m->n_classes;
    logreg_status status = finite_predictors(m, d, threads, P, err);
    if (status != LOGREG_OK)
        return status;
    /* Spread the n x k predictors to rows of K, from the end so that none is overwritten. */
    for (size_t i = n; i-- > 0;) {
        for (size_t c = k; c-- > 0;)
            P[i * K + c] = P[i * k + c];
        P[i * K + k] = 0;
    }
    if (offset)
        add_offset(P, d, k, offset);
    return m->direction ? close_classes(m, d, tied, P, err) : LOGREG_OK;
}

/* From linear predictors to probabilities through the model's calibrators. */
static logreg_status calibrate_rows(double *P, size_t n, const logreg_model *m, logreg_error *err)
{
    size_t K = m->n_classes;
    double *score = logreg__new_raw(K, sizeof *score);
    if (!score)
        return logreg__fail_memory(err);
    for (size_t i = 0; i < n; i++) {
        logreg__calibrate_scores(score, P + i * K, K);
        logreg__calibrate_scored(P + i * K, score, m->calibration, K);
    }
    free(score);
    return LOGREG_OK;
}

logreg_status logreg__class_probabilities(double *P, size_t n, const logreg_model *m, logreg_error *err)
{
    size_t K = m->n_classes;
    if (m->calibration)
        return calibrate_rows(P, n, m, err);
    for (size_t i = 0; i < n; i++) {
        double *row = P + i * K;
        if (K == 2) {
            double eta = row[0] - row[1];
            row[0] = logreg_sigmoid_complement(eta);
            row[1] = logreg_sigmoid(eta);
            continue;
        }
        double base = row[K - 1];
        memmove(row + 1, row, (K - 1) * sizeof *row);
        row[0] = base;
        logreg_softmax(row, row, K);
    }
    return LOGREG_OK;
}

logreg_status logreg__predict_rows(const logreg_model *m, const logreg__design *d,
                                   const logreg__column *offset, const unsigned char *tied, int threads,
                                   double *P, logreg_error *err)
{
    logreg_status status = logreg__class_predictors(m, d, offset, tied, threads, P, err);
    return status == LOGREG_OK ? logreg__class_probabilities(P, d->n, m, err) : status;
}

logreg_status logreg__check_probable(const logreg_model *m, logreg_error *err)
{
    if (!m->strata)
        return LOGREG_OK;
    return logreg__fail(
        err, LOGREG_EDATA,
        "the model compares rows of the same stratum of '%.80s', each of which has an intercept that is "
        "not known: it gives odds ratios, and no probabilities",
        m->strata);
}

logreg_status logreg__check_shape(const gsl_matrix *out, size_t rows, size_t columns, logreg_error *err)
{
    if (out->size1 == rows && out->size2 == columns)
        return LOGREG_OK;
    return logreg__fail(err, LOGREG_EINVAL, "the result is %zu x %zu; it needs room for %zu x %zu",
                        out->size1, out->size2, rows, columns);
}

/* Of the columns that the model does not know, the one whose name is nearest to that of one that it needs. */
static const char *mistyped(const logreg_model *m, const logreg_frame *frame, const char *name)
{
    logreg_nearest near = logreg_nearest_to(name);
    for (size_t j = 0; j < frame->n_columns; j++) {
        bool known = false;
        for (size_t v = 0; v < m->terms->n_variables && !known; v++)
            known = m->terms->variable[v].column &&
                    strcmp(m->terms->variable[v].column, frame->column[j].name) == 0;
        if (!known)
            logreg_nearest_offer(&near, frame->column[j].name);
    }
    return near.name;
}

static logreg_status lacks(const logreg_model *m, const logreg_frame *frame, const char *name,
                           logreg_error *err)
{
    const char *near = mistyped(m, frame, name);
    return logreg__fail(err, LOGREG_EDATA, "the data lack column '%s', which the model needs%s%.80s%s", name,
                        near ? "; the nearest name there is '" : "", near ? near : "", near ? "'" : "");
}

logreg_status logreg__needed_columns(size_t *column, size_t *n, const logreg_model *m,
                                     const logreg_frame *frame, logreg_error *err)
{
    if (m->terms->text && logreg_frame_find(frame, m->terms->text) != SIZE_MAX)
        column[(*n)++] = logreg_frame_find(frame, m->terms->text);
    for (size_t v = 0; v < m->terms->n_variables + (m->offset != NULL); v++) {
        const char *name = v < m->terms->n_variables ? m->terms->variable[v].column : m->offset;
        if (!name || (v < m->terms->n_variables && m->terms->variable[v].indicates))
            continue; /* made of others, which are listed too */
        size_t j = logreg_frame_find(frame, name);
        if (j == SIZE_MAX)
            return lacks(m, frame, name, err);
        if (v == m->terms->n_variables || !logreg__terms_forgive(m->terms, v))
            column[(*n)++] = j;
    }
    if (m->offset && frame->column[column[*n - 1]].kind != LOGREG_NUMERIC)
        return logreg__fail(err, LOGREG_EDATA, "column '%s', the model's offset, holds text", m->offset);
    return LOGREG_OK;
}

/* The rows used at their places among all; NaN in the others. The frame's first `skip` rows are left out. */
static void scatter_rows(gsl_matrix *P, double *std_error, const double *p, const double *v,
                         const logreg__rows *rows, size_t skip)
{
    size_t K = P->size2, place[LOGREG__BLOCK_ROWS];
    for (size_t i = 0; i < P->size1; i++) {
        for (size_t c = 0; c < K; c++)
            P->data[i * P->tda + c] = NAN;
        if (std_error)
            std_error[i] = NAN;
    }
    for (size_t first = 0; first < rows->n; first += LOGREG__BLOCK_ROWS) {
        size_t count = rows->n - first < LOGREG__BLOCK_ROWS ? rows->n - first : LOGREG__BLOCK_ROWS;
        logreg__rows_list(rows, first, count, place);
        for (size_t i = 0; i < count; i++) {
            if (place[i] < skip)
                continue;
            double *row = P->data + (place[i] - skip) * P->tda;
            memcpy(row, p + (first + i) * K, K * sizeof *row);
            if (std_error)
                std_error[place[i] - skip] = v[first + i];
        }
    }
}

/* The rows that miss nothing, and their design; weighed: only those that stand for something. */
static logreg_status design_rows(logreg__rows **rows, logreg__design **design, const logreg_model *m,
                                 const logreg_frame *frame, const size_t *column, size_t n_columns,
                                 bool weighed, logreg_error *err)
{
    const logreg__outcome outcome = {.target = m->target,
                                     .weights = weighed ? m->weights : NULL,
                                     .sampling = weighed ? m->sampling : NULL,
                                     .trials = weighed ? m->trials : NULL};
    logreg_status status = logreg__rows_counting(rows, frame, column, n_columns, &outcome, err);
    if (status == LOGREG_OK)
        status = logreg__terms_answered(*rows, m->terms, frame, err);
    if (status == LOGREG_OK)
        status = logreg__design_new(design, m->terms, frame, *rows, NULL, NULL, err);
    if (status != LOGREG_OK) {
        logreg__rows_free(*rows);
        *rows = NULL;
    }
    return status;
}

/* All rows of a frame but the first `skip`. */
static logreg_status predict_slice(const logreg_model *m, const logreg_frame *raw, size_t skip, gsl_matrix *P,
                                   double *std_error, bool labelled, logreg_error *err)
{
    logreg__rows *rows = NULL;
    logreg__design *design = NULL;
    logreg__reading reading = {0};
    double *p = NULL, *v = NULL;
    size_t n_columns = 0, *column = logreg__new(m->terms->n_variables + 2, sizeof *column);
    logreg_status status =
        column ? logreg__reading_open(&reading, raw, m->terms, err) : logreg__fail_memory(err);
    const logreg_frame *frame = reading.frame;
    if (status == LOGREG_OK)
        status = logreg__needed_columns(column, &n_columns, m, frame, err);
    if (status == LOGREG_OK) {
        status = design_rows(&rows, &design, m, frame, column, n_columns, false, err);
        if (status == LOGREG_EDATA &&
            labelled) /* a level, or a logarithm, that only rows of weight 0 have? */
            status = design_rows(&rows, &design, m, frame, column, n_columns, true, err);
    }
    if (status == LOGREG_OK) {
        p = logreg__new_raw(rows->n, m->n_classes * sizeof *p);
        const logreg__column *offset = m->offset ? &frame->column[column[n_columns - 1]] : NULL;
        status = !p          ? logreg__fail_memory(err)
                 : std_error ? logreg__class_predictors(m, design, offset, NULL, 0, p, err)
                             : logreg__predict_rows(m, design, offset, NULL, 0, p, err);
    }
    if (status == LOGREG_OK && std_error) {
        v = logreg__new_raw(rows->n, sizeof *v);
        status = v ? logreg__std_error_rows(v, m, design, err) : logreg__fail_memory(err);
    }
    if (status == LOGREG_OK)
        scatter_rows(P, std_error, p, v, rows, skip);
    free(p);
    free(v);
    free(column);
    logreg__design_free(design);
    logreg__rows_free(rows);
    logreg__reading_clear(&reading);
    return status;
}

logreg_status logreg__check_rows(const logreg_frame *frame, size_t first, size_t n, logreg_error *err)
{
    if (first <= frame->n_rows && n <= frame->n_rows - first)
        return LOGREG_OK;
    return logreg__fail(err, LOGREG_EINVAL, "rows %zu to %zu are asked for; the frame has %zu", first + 1,
                        first + n, frame->n_rows);
}

logreg_status logreg__predict_frame(const logreg_model *m, const logreg_frame *frame, size_t first,
                                    gsl_matrix *P, double *std_error, bool labelled, logreg_error *err)
{
    size_t n = P->size1, skip = first % LOGREG__SEGMENT_ROWS;
    logreg_status status = logreg__check_probable(m, err);
    if (status == LOGREG_OK)
        status = logreg__check_shape(P, n, m->n_classes, err);
    if (status == LOGREG_OK)
        status = logreg__check_rows(frame, first, n, err);
    if (status != LOGREG_OK)
        return status;
    for (size_t i = 0; i < n && std_error && m->stated; i++)
        std_error[i] = NAN;
    if (m->stated)
        return logreg__stated_read(P, m, frame, first, err);
    logreg_frame *slice = logreg__slice_new(frame, first - skip, skip + n);
    status = slice ? predict_slice(m, slice, skip, P, std_error, labelled, err) : logreg__fail_memory(err);
    logreg__slice_free(slice);
    return status;
}

logreg_status logreg_predict_proba_frame(const logreg_model *m, const logreg_frame *frame, gsl_matrix *P,
                                         logreg_error *err)
{
    logreg_status status = logreg__check_shape(P, frame->n_rows, m->n_classes, err);
    return status == LOGREG_OK ? logreg__predict_frame(m, frame, 0, P, NULL, false, err) : status;
}

logreg_status logreg_predict_proba_rows(const logreg_model *m, const logreg_frame *frame, size_t first,
                                        gsl_matrix *P, logreg_error *err)
{
    return logreg__predict_frame(m, frame, first, P, NULL, false, err);
}

logreg_status logreg_predict_proba_labelled(const logreg_model *m, const logreg_frame *frame, gsl_matrix *P,
                                            logreg_error *err)
{
    logreg_status status = logreg__check_shape(P, frame->n_rows, m->n_classes, err);
    return status == LOGREG_OK ? logreg__predict_frame(m, frame, 0, P, NULL, true, err) : status;
}
