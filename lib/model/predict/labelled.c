/* Labelled rows of a frame, and what a model says of them. */
#include "model/predict/labelled.h"

#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "data/slice.h"
#include "model/predict/predict.h"

/* Rows that are predicted at a time. */
#define PART ((size_t)4 * LOGREG__SEGMENT_ROWS)

/* Room for one part, as it comes. */
typedef struct {
    double *y, *w, *P;
    double *other; /* NULL: there is no other model */
} part;

void logreg__labelled_clear(logreg__labelled *l)
{
    free(l->y);
    free(l->w);
    free(l->P);
    free(l->other);
}

static logreg_status predict_part(part *to, const logreg_model *m, const logreg_frame *frame,
                                  const logreg__other *other, size_t first, size_t n, logreg_error *err)
{
    gsl_vector_view y = gsl_vector_view_array(to->y, n), w = gsl_vector_view_array(to->w, n);
    gsl_matrix_view P = gsl_matrix_view_array(to->P, n, m->n_classes);
    logreg_frame *slice = logreg__slice_new(frame, first, n);
    logreg_status status =
        slice ? logreg_model_outcome_frame(m, slice, &y.vector, &w.vector, err) : logreg__fail_memory(err);
    logreg__slice_free(slice);
    if (status == LOGREG_OK)
        status = logreg__predict_frame(m, frame, first, &P.matrix, NULL, true, err);
    if (status == LOGREG_OK && other) {
        gsl_matrix_view Q = gsl_matrix_view_array(to->other, n, m->n_classes);
        status = logreg__predict_frame(other->model, other->frame, first, &Q.matrix, NULL, true, err);
    }
    return status;
}

/* Adds the rows of a part that miss nothing and stand for something. */
static void keep(logreg__labelled *l, const part *from, const logreg__other *other, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        bool nothing = from->w[i] == 0;
        l->n_weightless += nothing;
        if (nothing || isnan(from->y[i]) || isnan(from->P[i * l->K]) ||
            (other && isnan(from->other[i * l->K])))
            continue;
        l->y[l->n] = from->y[i];
        if (l->w)
            l->w[l->n] = from->w[i];
        memcpy(l->P + l->n * l->columns, from->P + i * l->K + (l->K - l->columns), l->columns * sizeof *l->P);
        for (size_t k = 0; other && k < l->columns; k++)
            l->other[l->n * l->columns + k] = from->other[i * l->K + other->place[l->K - l->columns + k]];
        l->n++;
    }
}

logreg_status logreg__labelled_predict_both(logreg__labelled *l, const logreg_model *m,
                                            const logreg_frame *frame, const logreg__other *other,
                                            logreg_error *err)
{
    size_t n = logreg_frame_rows(frame), room = n < PART ? n : PART, K = m->n_classes;
    bool weighted = m->weights || m->sampling || m->trials;
    *l = (logreg__labelled){.K = K, .columns = K == 2 ? 1 : K};
    l->y = logreg__new_raw(n, sizeof *l->y);
    l->w = weighted ? logreg__new_raw(n, sizeof *l->w) : NULL;
    l->P = logreg__new_raw(n, l->columns * sizeof *l->P);
    l->other = other ? logreg__new_raw(n, l->columns * sizeof *l->other) : NULL;
    part p = {.y = logreg__new_raw(room, sizeof *p.y),
              .w = logreg__new_raw(room, sizeof *p.w),
              .P = logreg__new_raw(room, K * sizeof *p.P),
              .other = other ? logreg__new_raw(room, K * sizeof *p.other) : NULL};
    bool ok = l->y && (l->w || !weighted) && l->P && p.y && p.w && p.P;
    ok = ok && (!other || (l->other && p.other));
    logreg_status status = ok ? LOGREG_OK : logreg__fail_memory(err);
    for (size_t first = 0; status == LOGREG_OK && first < n; first += PART) {
        size_t rows = n - first < PART ? n - first : PART;
        status = predict_part(&p, m, frame, other, first, rows, err);
        if (status == LOGREG_OK)
            keep(l, &p, other, rows);
    }
    free(p.y);
    free(p.w);
    free(p.P);
    free(p.other);
    return status;
}

logreg_status logreg__labelled_predict(logreg__labelled *l, const logreg_model *m, const logreg_frame *frame,
                                       logreg_error *err)
{
    return logreg__labelled_predict_both(l, m, frame, NULL, err);
}

logreg_status logreg__measure_kept(logreg_measure *found, const logreg_metric *const *metric, size_t n,
                                   const logreg_model *m, const logreg_frame *frame, const logreg__rows *rows,
                                   const logreg__response *response, int threads, logreg_error *err)
{
    size_t K = m->n_classes;
    logreg__design *design = NULL;
    double *P = logreg__new_raw(rows->n, K * sizeof *P), *y = logreg__new_raw(rows->n, 2 * sizeof *y);
    logreg_status status = P && y ? logreg__design_new(&design, m->terms, frame, rows, response, NULL, err)
                                  : logreg__fail_memory(err);
    if (status == LOGREG_OK)
        status = logreg__predict_rows(m, design, NULL, NULL, threads, P, err);
    if (status == LOGREG_OK) {
        const logreg_labelled labelled = {
            .n = rows->n, .n_classes = K, .y = y, .p = P, .w = y + rows->n, .threshold = 0.5};
        logreg__response_fill_kept(response, rows, 0, rows->n, y, y + rows->n);
        for (size_t i = 0; K == 2 && i < rows->n; i++)
            P[i] = P[2 * i + 1];
        status = logreg_metric_measure(found, metric, n, &labelled, err);
    }
    logreg__design_free(design);
    free(P);
    free(y);
    return status;
}
