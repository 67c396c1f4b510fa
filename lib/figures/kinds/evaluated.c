#include "figures/kinds/evaluated.h"

#include <math.h>

#include "base/error.h"
#include "report/evaluation.h"
#include "report/page/figure.h"
#include "report/summary/summary.h"

/* Marks of thresholds stand at least so far apart; how many are few, so that lower ones are tried; and how many there are to try. */
#define APART 0.045
enum { FEW = 4, THRESHOLDS = 9 + 3 * 6 };

logreg_status logreg__evaluated(logreg_evaluation **evaluation, const logreg__order *order, const char *curve,
                                const char *metric, const char *title, logreg_error *err)
{
    logreg_evaluation_options o = logreg_evaluation_options_default();
    const logreg_metric *measured = metric ? logreg_metric_find(metric) : NULL;
    logreg_evaluation *e = NULL;
    o.threshold = order->options->threshold;
    o.conf_level = order->options->conf_level;
    o.curve = &curve;
    o.n_curves = curve != NULL;
    o.quantile_bins = true;
    o.metric = &measured;
    o.n_metrics = metric != NULL;
    logreg_status status = logreg_evaluate(&e, order->model, order->frame, &o, err);
    if (status != LOGREG_OK)
        return status;
    if (e->n_classes == 2 && !(logreg__events(e) > 0 && logreg__others(e) > 0)) {
        logreg_evaluation_free(e);
        return logreg__fail(err, LOGREG_EDATA,
                            "%s needs events and others, and the rows have only one of the two", title);
    }
    *evaluation = e;
    return LOGREG_OK;
}

double logreg__events(const logreg_evaluation *e)
{
    return e->confusion[2] + e->confusion[3];
}

double logreg__others(const logreg_evaluation *e)
{
    return e->confusion[0] + e->confusion[1];
}

void logreg__write_measure(logreg__page *page, const char *name, const logreg_evaluation *e, double level)
{
    char number[LOGREG__FIGURE_SIZE];
    double low, high;
    logreg__page_format(page, "%s = %s", name,
                        logreg__figure_fixed(number, e->measure->value, 3, page->sign));
    if (!logreg_metric_interval(&low, &high, *e->metric, e->measure, level))
        return;
    logreg__page_add(page, " (");
    logreg__write_percent(page, level);
    logreg__page_format(page, " %s", logreg__figure_fixed(number, low, 3, page->sign));
    logreg__page_format(page, " to %s)", logreg__figure_fixed(number, high, 3, page->sign));
}

void logreg__write_rows(logreg__page *page, const logreg__order *order, size_t rows, double observations)
{
    logreg__page_add(page, " on ");
    bool counted = !logreg_model_sampling_weights(order->model);
    if (counted && observations != (double)rows && observations == floor(observations)) { /* or trials */
        logreg__write_count(page, observations, "observation", "observations");
        logreg__page_add(page, " in ");
    }
    logreg__write_count(page, (double)rows, "row", "rows");
    if (logreg_frame_source(order->frame)) {
        logreg__page_add(page, " of ");
        logreg__page_name(page, logreg_frame_source(order->frame), LOGREG__NAME_ROOM);
    }
    logreg__write_stated(page, ", predictions from ", order->model);
    logreg__page_add(page, ".");
    if (logreg_model_separation(order->model) != LOGREG_SEPARATION_NONE)
        logreg__page_add(page, " Separated: probabilities are 0 or 1 where the separating variables decide.");
}

size_t logreg__thin(size_t *keep, const double *x, const double *y, size_t n)
{
    size_t kept = 0;
    for (size_t i = 0; i < n; i++)
        if (kept == 0 || i + 1 == n || fabs(x[i] - x[keep[kept - 1]]) >= LOGREG__STEP ||
            fabs(y[i] - y[keep[kept - 1]]) >= LOGREG__STEP)
            keep[kept++] = i;
    return kept;
}

/* Thresholds that marks stand at: 0.9, 0.8, .. 0.1, then 0.05, 0.02, 0.01 and on, for events that are rare. */
static double threshold_of(int k)
{
    static const double within[] = {5, 2, 1};
    return k < 9 ? (9 - k) / 10.0 : within[(k - 9) % 3] * pow(10, -2 - (k - 9) / 3);
}

void logreg__mark_thresholds(logreg_figure *f, const double *threshold, const double *x, const double *y,
                             size_t n, double right, double up)
{
    double last[2] = {-1, -1};
    int marks = 0;
    size_t i = 0;
    for (int k = 0; k < THRESHOLDS && (k < 9 || marks < FEW); k++) {
        char text[LOGREG__FIGURE_SIZE];
        double level = threshold_of(k);
        while (i + 1 < n && threshold[i + 1] >= level)
            i++;
        if (!(threshold[i] >= level) || isinf(threshold[i]) || isnan(y[i]) ||
            hypot(x[i] - last[0], y[i] - last[1]) < APART)
            continue;
        logreg_figure_points(f, &x[i], &y[i], 1,
                             &(logreg_mark){.colour = LOGREG_STEEL, .size = 1.1, .hollow = true});
        logreg_figure_label(
            f, x[i], y[i], logreg__figure_plain(text, level, 1, f->title.sign),
            &(logreg_mark){.colour = LOGREG_SOFT, .size = 0.85, .right = right, .up = up, .beside = true});
        last[0] = x[i];
        last[1] = y[i];
        marks++;
    }
}
