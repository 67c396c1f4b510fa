/* The ROC curve: the share of events found against the share of others taken for events, over all thresholds. */
#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "figures/evaluated.h"
#include "metrics/interval.h"
#include "report/figure.h"
#include "report/summary.h"

/* Points of the band. */
enum { BAND = 201 };

/* At each threshold both rates are shares of different rows, and so independent: Wilson's intervals at the root of the level make a region that holds both
 * at that level (Campbell, Statist. Med. 13, 1994). The band is what lies between the highest and the lowest corners of these. */
static void add_band(logreg_figure *f, const logreg_evaluation *e, const double *fpr, const double *tpr,
                     size_t n, double level)
{
    double x[BAND], low[BAND], high[BAND], events = logreg__events(e), others = logreg__others(e);
    for (size_t k = 0; k < BAND; k++) {
        x[k] = (double)k / (BAND - 1);
        low[k] = high[k] = 0;
    }
    for (size_t i = 0; i < n; i++) {
        double fl, fh, tl, th;
        if (!logreg__wilson_interval(&fl, &fh, fpr[i], others, sqrt(level)) ||
            !logreg__wilson_interval(&tl, &th, tpr[i], events, sqrt(level)))
            return;
        size_t from = (size_t)fmax(0, ceil(fl * (BAND - 1))), below = (size_t)fmax(0, ceil(fh * (BAND - 1)));
        if (from < BAND)
            high[from] = fmax(high[from], th);
        if (below < BAND)
            low[below] = fmax(low[below], tl);
    }
    for (size_t k = 1; k < BAND; k++) {
        high[k] = fmax(high[k], high[k - 1]);
        low[k] = fmax(low[k], low[k - 1]);
    }
    logreg_figure_band(f, x, low, high, BAND, &(logreg_mark){0});
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
    logreg__write_rows(text, order, e);
    if (isfinite(e->measure->std_error)) {
        logreg__page_add(text, " Shaded: where the curve may lie (");
        logreg__write_percent(text, order->options->conf_level);
        logreg__page_add(text, "); rings are thresholds.");
    }
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
        add_band(f, e, fpr, tpr, n, order->options->conf_level);
    logreg_figure_line(f, fpr, tpr, n, &(logreg_mark){.size = 3.4});
    logreg__mark_thresholds(f, threshold, fpr, tpr, n, 0.9, -0.4);
}

logreg_status logreg__build_roc(logreg_figure *f, const logreg__order *order, logreg_error *err)
{
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
