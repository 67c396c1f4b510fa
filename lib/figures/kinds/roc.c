/* The ROC curve: the share of events found against the share of others taken for events, over all thresholds. */
#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "figures/kinds/evaluated.h"
#include "figures/kinds/rest.h"
#include "figures/kinds/roc_band.h"
#include "report/page/figure.h"
#include "report/summary/summary.h"

/* The band is reckoned at all points of the curve, and between them so close. */
#define APART 0.01

/* Limits at each point of the curve, made to rise with it, which only widens them. At the end all rows are taken for events, for certain. */
static void add_band(logreg_figure *f, const logreg__roc *c, double level)
{
    size_t n = 0, room = c->n + (size_t)(1 / APART) + 1;
    double *x = logreg__new(room, 3 * sizeof *x), *low = x ? x + room : NULL, *high = x ? low + room : NULL;
    f->failed = f->failed || !x;
    for (size_t k = 0; x && k + 1 < c->n; k++) {
        double wide = c->fpr[k + 1] - c->fpr[k];
        int steps = wide > APART ? (int)(wide / APART) : 1;
        for (int i = 0; i < steps; i++, n++) {
            x[n] = c->fpr[k] + i * wide / steps;
            if (!logreg__roc_limits(&low[n], &high[n], c, k, (double)i / steps, level))
                break;
        }
    }
    if (n) {
        x[n] = low[n] = high[n] = 1;
        n++;
    }
    for (size_t i = 1; i < n; i++) {
        high[i] = fmax(high[i], high[i - 1]);
        low[n - 1 - i] = fmin(low[n - 1 - i], low[n - i]);
    }
    if (n)
        logreg_figure_band(f, x, low, high, n, &(logreg_mark){0});
    free(x);
}

static void add_axes(logreg_figure *f)
{
    logreg_figure_size(f, 1100, 1100);
    logreg_figure_square(f);
    logreg__axis_between(f, 'x', "False positive rate", 0, 1, 0.012, 5);
    logreg__axis_between(f, 'y', "True positive rate", 0, 1, 0.012, 5);
    logreg_figure_line(f, (const double[]){0, 1}, (const double[]){0, 1}, 2,
                       &(logreg_mark){.colour = LOGREG_PALE, .size = 1.2, .dash = 2});
    logreg_figure_label(f, 0.7, 0.66, "chance", &(logreg_mark){.colour = LOGREG_PALE, .angle = 45});
}

static void write_words(logreg_figure *f, const logreg__order *order, const logreg_evaluation *e)
{
    logreg__page *text = &f->sentences;
    logreg__page_add(&f->title, "ROC curve of ");
    logreg__page_name(&f->title, logreg__target_name(order->model), 20);
    logreg__write_measure(text, "AUC", e, order->options->conf_level);
    logreg__write_rows(text, order, e->n_used, e->n_obs);
    if (isfinite(e->measure->std_error)) {
        logreg__page_add(text, " Shaded: ");
        logreg__write_percent(text, order->options->conf_level);
        logreg__page_add(text, " band by rate (DeLong); rings are thresholds.");
    }
}

/* The curve's height at a rate of false alarms. */
static double height_at(const double *fpr, const double *tpr, size_t n, double at)
{
    size_t i = 0;
    while (i + 2 < n && fpr[i + 1] <= at)
        i++;
    double step = fpr[i + 1] - fpr[i];
    return step > 0 ? tpr[i] + (at - fpr[i]) / step * (tpr[i + 1] - tpr[i]) : tpr[i + 1];
}

/* How many events are found at some rates of false alarms, for who cannot see it. */
static void say_heights(logreg_figure *f, const double *fpr, const double *tpr, size_t n)
{
    static const double rate[] = {0.05, 0.1, 0.25};
    char x[LOGREG__FIGURE_SIZE], y[LOGREG__FIGURE_SIZE];
    logreg__page said;
    logreg__page_start_like(&said, &f->title);
    for (int i = 0; i < 3 && n > 1; i++)
        logreg__page_format(&said, "%s %s at a false positive rate of %s",
                            i == 0   ? "The true positive rate is"
                            : i == 1 ? ","
                                     : " and",
                            logreg__figure_digits(y, height_at(fpr, tpr, n, rate[i]), 2, said.sign),
                            logreg__figure_plain(x, rate[i], 2, said.sign));
    logreg__page_add(&said, ".");
    logreg__figure_say(f, &said);
}

static void add_curve(logreg_figure *f, const logreg__order *order, const logreg_evaluation *e, size_t *keep,
                      double *thinned)
{
    const logreg_curve *c = e->curve[0];
    const double *column[] = {logreg_curve_column(c, "threshold"), logreg_curve_column(c, "fpr"),
                              logreg_curve_column(c, "tpr")};
    size_t n = logreg__thin(keep, column[1], column[2], c->n_points);
    for (int k = 0; k < 3; k++)
        for (size_t i = 0; i < n; i++)
            thinned[(size_t)k * n + i] = column[k][keep[i]];
    double *threshold = thinned, *fpr = thinned + n, *tpr = thinned + 2 * n;
    if (isfinite(e->measure->std_error))
        add_band(f, &(logreg__roc){fpr, tpr, n, logreg__others(e), logreg__events(e)},
                 order->options->conf_level);
    logreg_figure_line(f, fpr, tpr, n, &(logreg_mark){.size = 3.4});
    say_heights(f, fpr, tpr, n);
    logreg__mark_thresholds(f, threshold, fpr, tpr, n, 0.9, -0.4);
}

logreg_status logreg__build_roc(logreg_figure *f, const logreg__order *order, logreg_error *err)
{
    if (logreg_model_classes(order->model) > 2)
        return logreg__rest_build(f, order, "roc", err);
    logreg_evaluation *e = NULL;
    logreg_status status = logreg__evaluated(&e, order, "roc", "auc", "an ROC curve", err);
    if (status != LOGREG_OK)
        return status;
    size_t *keep = logreg__new(e->curve[0]->n_points, sizeof *keep);
    double *thinned = logreg__new(e->curve[0]->n_points, 3 * sizeof *thinned);
    if (keep && thinned) {
        write_words(f, order, e);
        add_axes(f);
        add_curve(f, order, e, keep, thinned);
    } else {
        status = logreg__fail_memory(err);
    }
    free(keep);
    free(thinned);
    logreg_evaluation_free(e);
    return status;
}
