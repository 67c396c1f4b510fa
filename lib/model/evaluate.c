#include <math.h>

#include <logreg/metrics.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/sum.h"
#include "model/labelled.h"

static logreg_status measure(logreg_evaluation *e, const logreg__labelled *l, bool sample, logreg_error *err)
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
    logreg__labelled l = {0};
    logreg_evaluation *e = logreg__new(1, sizeof *e);
    if (e) {
        e->value = logreg__new(n, sizeof *e->value);
        e->std_error = logreg__new(n, sizeof *e->std_error);
        e->confusion = logreg__new(K, K * sizeof *e->confusion);
    }
    bool ok = e && e->value && e->std_error && e->confusion;
    logreg_status status = ok ? logreg__labelled_predict(&l, m, frame, err) : logreg__fail_memory(err);
    if (status == LOGREG_OK) {
        e->n_rows = logreg_frame_rows(frame);
        e->n_used = l.n;
        e->n_weightless = l.n_weightless;
        e->n_classes = K;
        e->threshold = threshold;
        e->n_metrics = n;
        status = measure(e, &l, m->sampling != NULL, err);
    }
    logreg__labelled_clear(&l);
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
