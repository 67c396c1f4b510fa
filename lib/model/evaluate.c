#include <math.h>

#include <logreg/metrics.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/sum.h"
#include "model/model.h"

/* What rows say and what is said of them: room for all, the first n in use. */
typedef struct {
    size_t n, K;
    double *y, *w, *P;
} labelled;

static void labelled_clear(labelled *l)
{
    free(l->y);
    free(l->w);
    free(l->P);
}

static logreg_status predict(labelled *l, const logreg_model *m, const logreg_frame *frame, logreg_error *err)
{
    size_t n = logreg_frame_rows(frame);
    l->n = n;
    l->K = m->n_classes;
    l->y = logreg__new_raw(n, sizeof *l->y);
    l->w = logreg__new_raw(n, sizeof *l->w);
    l->P = logreg__new_raw(n, l->K * sizeof *l->P);
    if (!l->y || !l->w || !l->P)
        return logreg__fail_memory(err);
    if (n == 0)
        return LOGREG_OK;
    gsl_vector_view y = gsl_vector_view_array(l->y, n), w = gsl_vector_view_array(l->w, n);
    gsl_matrix_view P = gsl_matrix_view_array(l->P, n, l->K);
    logreg_status status = logreg_model_outcome_frame(m, frame, &y.vector, &w.vector, err);
    return status == LOGREG_OK ? logreg_predict_proba_frame(m, frame, &P.matrix, err) : status;
}

/* Leaves out the rows that miss something; of two classes P keeps the event's column alone. */
static void compact(labelled *l)
{
    size_t kept = 0, columns = l->K == 2 ? 1 : l->K;
    for (size_t i = 0; i < l->n; i++) {
        if (isnan(l->y[i]) || isnan(l->P[i * l->K]))
            continue;
        l->y[kept] = l->y[i];
        l->w[kept] = l->w[i];
        memmove(l->P + kept * columns, l->P + i * l->K + (l->K - columns), columns * sizeof *l->P);
        kept++;
    }
    l->n = kept;
}

static logreg_status measure(logreg_evaluation *e, const labelled *l, logreg_error *err)
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
    }
    logreg_metric_confusion(e->confusion, &rows);
    logreg__sum sum = {0, 0};
    for (size_t i = 0; i < l->n; i++)
        logreg__sum_add(&sum, l->w[i]);
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
        e->n_rows = l.n;
        compact(&l);
        e->n_used = l.n;
        e->n_classes = K;
        e->threshold = threshold;
        e->n_metrics = n;
        status = measure(e, &l, err);
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
