#include <math.h>

#include <logreg/metrics.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/sum.h"
#include "data/slice.h"
#include "model/model.h"

/* Rows that are predicted at a time. */
#define PART ((size_t)4 * LOGREG__SEGMENT_ROWS)

/* What rows say and what is said of them: room for all, the first n in use. Of two classes P has the event's column alone. */
typedef struct {
    size_t n, K, columns;
    double *y, *w, *P; /* w NULL: ones */
} labelled;

/* Room for one part, as it comes. */
typedef struct {
    double *y, *w, *P;
} part;

static void labelled_clear(labelled *l)
{
    free(l->y);
    free(l->w);
    free(l->P);
}

static logreg_status predict_part(part *to, const logreg_model *m, const logreg_frame *frame, size_t first,
                                  size_t n, logreg_error *err)
{
    gsl_vector_view y = gsl_vector_view_array(to->y, n), w = gsl_vector_view_array(to->w, n);
    gsl_matrix_view P = gsl_matrix_view_array(to->P, n, m->n_classes);
    logreg_frame *slice = logreg__slice_new(frame, first, n);
    logreg_status status =
        slice ? logreg_model_outcome_frame(m, slice, &y.vector, &w.vector, err) : logreg__fail_memory(err);
    logreg__slice_free(slice);
    return status == LOGREG_OK ? logreg_predict_proba_rows(m, frame, first, &P.matrix, err) : status;
}

/* Adds the rows of a part that miss nothing. */
static void keep(labelled *l, const part *from, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (isnan(from->y[i]) || isnan(from->P[i * l->K]))
            continue;
        l->y[l->n] = from->y[i];
        if (l->w)
            l->w[l->n] = from->w[i];
        memcpy(l->P + l->n * l->columns, from->P + i * l->K + (l->K - l->columns), l->columns * sizeof *l->P);
        l->n++;
    }
}

static logreg_status predict(labelled *l, const logreg_model *m, const logreg_frame *frame, logreg_error *err)
{
    size_t n = logreg_frame_rows(frame), room = n < PART ? n : PART, K = m->n_classes;
    bool weighted = m->weights || m->sampling || m->trials;
    *l = (labelled){.K = K, .columns = K == 2 ? 1 : K};
    l->y = logreg__new_raw(n, sizeof *l->y);
    l->w = weighted ? logreg__new_raw(n, sizeof *l->w) : NULL;
    l->P = logreg__new_raw(n, l->columns * sizeof *l->P);
    part p = {.y = logreg__new_raw(room, sizeof *p.y),
              .w = logreg__new_raw(room, sizeof *p.w),
              .P = logreg__new_raw(room, K * sizeof *p.P)};
    bool ok = l->y && (l->w || !weighted) && l->P && p.y && p.w && p.P;
    logreg_status status = ok ? LOGREG_OK : logreg__fail_memory(err);
    for (size_t first = 0; status == LOGREG_OK && first < n; first += PART) {
        size_t rows = n - first < PART ? n - first : PART;
        status = predict_part(&p, m, frame, first, rows, err);
        if (status == LOGREG_OK)
            keep(l, &p, rows);
    }
    free(p.y);
    free(p.w);
    free(p.P);
    return status;
}

static logreg_status measure(logreg_evaluation *e, const labelled *l, bool sample, logreg_error *err)
{
    logreg_labelled rows = {l->n, l->K, l->y, l->P, l->w, e->threshold};
    for (size_t i = 0; i < e->n_metrics; i++) {
        const logreg_metric *metric = logreg_metric_at(i);
        e->value[i] = e->std_error[i] = NAN;
        if (l->K > 2 && !metric->more_classes)
            continue;
        logreg_status status = metric->measure(&e->value[i], &e->std_error[i], &rows, err);
        if (status != LOGREG_OK)
            return status;
        if (sample) /* standard errors are those of rows drawn alike */
            e->std_error[i] = NAN;
    }
    logreg_metric_confusion(e->confusion, &rows);
    logreg__sum sum = {0, 0};
    for (size_t i = 0; i < l->n; i++)
        logreg__sum_add(&sum, l->w ? l->w[i] : 1);
    e->n_obs = logreg__sum_value(sum);
    if (e->n_obs > 0)
        return LOGREG_OK;
    return logreg__fail(err, LOGREG_EDATA,
                        "no row is left to evaluate: every one has a missing value or no weight");
}

logreg_status logreg_evaluate(logreg_evaluation **evaluation, const logreg_model *m,
                              const logreg_frame *frame, double threshold, logreg_error *err)
{
    if (!(threshold >= 0 && threshold <= 1))
        return logreg__fail(err, LOGREG_EINVAL, "the threshold is %g; it is a probability, from 0 to 1",
                            threshold);
    size_t n = 0, K = m->n_classes;
    while (logreg_metric_at(n))
        n++;
    labelled l = {0};
    logreg_evaluation *e = logreg__new(1, sizeof *e);
    if (e) {
        e->value = logreg__new(n, sizeof *e->value);
        e->std_error = logreg__new(n, sizeof *e->std_error);
        e->confusion = logreg__new(K, K * sizeof *e->confusion);
    }
    bool ok = e && e->value && e->std_error && e->confusion;
    logreg_status status = ok ? predict(&l, m, frame, err) : logreg__fail_memory(err);
    if (status == LOGREG_OK) {
        e->n_rows = logreg_frame_rows(frame);
        e->n_used = l.n;
        e->n_classes = K;
        e->threshold = threshold;
        e->n_metrics = n;
        status = measure(e, &l, m->sampling != NULL, err);
    }
    labelled_clear(&l);
    if (status == LOGREG_OK)
        *evaluation = e;
    else
        logreg_evaluation_free(e);
    return status;
}

void logreg_evaluation_free(logreg_evaluation *e)
{
    if (!e)
        return;
    free(e->value);
    free(e->std_error);
    free(e->confusion);
    free(e);
}
