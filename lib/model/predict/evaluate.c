#include <math.h>

#include <logreg/metrics.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/sum.h"
#include "model/predict/labelled.h"

logreg_evaluation_options logreg_evaluation_options_default(void)
{
    return (logreg_evaluation_options){
        .threshold = 0.5, .beta = 2, .top_k = 2, .n_bins = 10, .conf_level = 0.95};
}

static logreg_status check(const logreg_evaluation_options *o, logreg_error *err)
{
    if (!(o->threshold >= 0 && o->threshold <= 1))
        return logreg__fail(err, LOGREG_EINVAL, "the threshold is %g; it is a probability, from 0 to 1",
                            o->threshold);
    if (!(o->beta > 0 && isfinite(o->beta)))
        return logreg__fail(err, LOGREG_EINVAL, "beta is %g; it must be above 0 and finite", o->beta);
    if (o->top_k < 1 || o->n_bins < 1)
        return logreg__fail(err, LOGREG_EINVAL, "top_k is %zu and n_bins %zu; both must be 1 or more",
                            o->top_k, o->n_bins);
    return LOGREG_OK;
}

static size_t all_metrics(void)
{
    size_t n = 0;
    while (logreg_metric_at(n))
        n++;
    return n;
}

static bool make_room(logreg_evaluation *e, const logreg_evaluation_options *o, size_t K)
{
    size_t n = o->metric ? o->n_metrics : all_metrics();
    *e = (logreg_evaluation){.n_classes = K,
                             .threshold = o->threshold,
                             .rule = o->rule,
                             .beta = o->beta,
                             .top_k = o->top_k,
                             .n_bins = o->n_bins,
                             .quantile_bins = o->quantile_bins};
    e->n_metrics = n;
    e->metric = logreg__new(n, sizeof *e->metric);
    e->measure = logreg__new(n, sizeof *e->measure);
    e->confusion = logreg__new(K, K * sizeof *e->confusion);
    if (!e->metric || !e->measure || !e->confusion)
        return false;
    for (size_t i = 0; i < n; i++)
        e->metric[i] = o->metric ? o->metric[i] : logreg_metric_at(i);
    return true;
}

static logreg_status make_curves(logreg_evaluation *e, const logreg_labelled *rows,
                                 const logreg_evaluation_options *o, logreg_error *err)
{
    size_t K = rows->n_classes, each = K == 2 ? 1 : K;
    const logreg_curve_options options = {.drop_intermediate = true, .conf_level = o->conf_level};
    logreg_status status = LOGREG_OK;
    e->curve = logreg__new(o->n_curves, each * sizeof *e->curve);
    if (!e->curve)
        return logreg__fail_memory(err);
    for (size_t i = 0; status == LOGREG_OK && i < each * o->n_curves; i++) {
        status =
            logreg_curve_new(&e->curve[i], o->curve[i / each], rows, K == 2 ? 1 : i % each, &options, err);
        e->n_curves += status == LOGREG_OK;
    }
    return status;
}

static logreg_status measure(logreg_evaluation *e, const logreg__labelled *l,
                             const logreg_evaluation_options *o, bool sample, logreg_error *err)
{
    logreg_labelled rows = {.n = l->n,
                            .n_classes = l->K,
                            .y = l->y,
                            .p = l->P,
                            .w = l->w,
                            .beta = e->beta,
                            .top_k = e->top_k,
                            .n_bins = e->n_bins,
                            .quantile_bins = e->quantile_bins};
    logreg__sum sum = {0, 0};
    for (size_t i = 0; i < l->n; i++)
        logreg__sum_add(&sum, l->w ? l->w[i] : 1);
    e->n_obs = logreg__sum_value(sum);
    if (!(e->n_obs > 0))
        return logreg__fail(err, LOGREG_EDATA,
                            "no row is left to evaluate: every one has a missing value or no weight");
    logreg_status status =
        e->rule.name ? logreg_metric_threshold(&e->threshold, &e->rule, &rows, err) : LOGREG_OK;
    rows.threshold = e->threshold;
    if (status == LOGREG_OK) {
        logreg_metric_confusion(e->confusion, &rows);
        status = logreg_metric_measure(e->measure, e->metric, e->n_metrics, &rows, err);
    }
    for (size_t i = 0; sample && i < e->n_metrics; i++) /* standard errors are those of rows drawn alike */
        e->measure[i].std_error = e->measure[i].out_of = NAN;
    return status == LOGREG_OK ? make_curves(e, &rows, o, err) : status;
}

logreg_status logreg_evaluate(logreg_evaluation **evaluation, const logreg_model *m,
                              const logreg_frame *frame, const logreg_evaluation_options *options,
                              logreg_error *err)
{
    logreg_evaluation_options o = options ? *options : logreg_evaluation_options_default();
    logreg_status status = check(&o, err);
    if (status != LOGREG_OK)
        return status;
    logreg__labelled l = {0};
    logreg_evaluation *e = logreg__new(1, sizeof *e);
    bool ok = e && make_room(e, &o, m->n_classes);
    status = ok ? logreg__labelled_predict(&l, m, frame, err) : logreg__fail_memory(err);
    if (status == LOGREG_OK) {
        e->n_rows = logreg_frame_rows(frame);
        e->n_used = l.n;
        e->n_weightless = l.n_weightless;
        status = measure(e, &l, &o, m->sampling != NULL, err);
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
    for (size_t i = 0; i < e->n_curves; i++)
        logreg_curve_free(e->curve[i]);
    free(e->curve);
    free(e->metric);
    free(e->measure);
    free(e->confusion);
    free(e);
}
