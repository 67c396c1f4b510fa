/* The ROC curve: the share of events found against the share of others taken for events, over all thresholds. */
#include <math.h>

#include <gsl/gsl_matrix.h>
#include <gsl/gsl_vector.h>

#include <logreg/metrics.h>

#include "base/error.h"
#include "base/memory.h"
#include "figures/figure.h"
#include "metrics/ranked.h"
#include "report/interval.h"
#include "report/summary.h"

/* Steps shorter than this are drawn together: no picture shows them. */
#define STEP 5e-4

/* Rows that miss nothing: outcome, weight, probability of the event. */
typedef struct {
    size_t n;
    double *y, *w, *p;
    logreg__ranked *ranked;
    double auc, se;
} rows;

static logreg_status predict(rows *r, double *P, const logreg_model *model, const logreg_frame *frame,
                             logreg_error *err)
{
    size_t n = logreg_frame_rows(frame);
    gsl_vector_view y = gsl_vector_view_array(r->y, n), w = gsl_vector_view_array(r->w, n);
    gsl_matrix_view p = gsl_matrix_view_array(P, n, 2);
    logreg_status status = logreg_predict_proba_labelled(model, frame, &p.matrix, err);
    if (status == LOGREG_OK)
        status = logreg_model_outcome_frame(model, frame, &y.vector, &w.vector, err);
    for (size_t i = 0; status == LOGREG_OK && i < n; i++) {
        if (isnan(r->y[i]) || isnan(r->w[i]) || isnan(P[2 * i + 1]))
            continue;
        r->y[r->n] = r->y[i];
        r->w[r->n] = r->w[i];
        r->p[r->n++] = P[2 * i + 1];
    }
    return status;
}

static logreg_status read_rows(rows *r, const logreg_model *model, const logreg_frame *frame,
                               logreg_error *err)
{
    size_t n = logreg_frame_rows(frame);
    if (n == 0)
        return logreg__fail(err, LOGREG_EDATA, "there are no rows to draw an ROC curve of");
    double *P = logreg__new_raw(n, 2 * sizeof *P);
    r->y = logreg__new_raw(n, sizeof *r->y);
    r->w = logreg__new_raw(n, sizeof *r->w);
    r->p = logreg__new_raw(n, sizeof *r->p);
    logreg_status status = P && r->y && r->w && r->p ? LOGREG_OK : logreg__fail_memory(err);
    if (status == LOGREG_OK)
        status = predict(r, P, model, frame, err);
    free(P);
    if (status == LOGREG_OK)
        status = logreg__ranked_new(&r->ranked, r->y, r->p, r->w, r->n, err);
    if (status == LOGREG_OK && !(r->ranked->events > 0 && r->ranked->others > 0))
        status = logreg__fail(err, LOGREG_EDATA,
                              "an ROC curve needs events and others, and the rows have only one of the two");
    if (status == LOGREG_OK)
        status = logreg_metric_auc(&r->auc, &r->se, r->y, r->p, r->w, r->n, err);
    return status;
}

static void write_words(logreg__figure *figure, const rows *r, const logreg_frame *frame, double level)
{
    char number[LOGREG__FIGURE_SIZE];
    logreg__page *text = &figure->subtitle;
    logreg__page_add(&figure->title, "ROC curve");
    logreg__page_format(text, "AUC = %s", logreg__figure_fixed(number, r->auc, 3, text->sign));
    double low, high;
    if (logreg__auc_interval(&low, &high, r->auc, r->se, level)) {
        logreg__page_add(text, " (");
        logreg__write_percent(text, level);
        logreg__page_format(text, " %s", logreg__figure_fixed(number, low, 3, text->sign));
        logreg__page_format(text, " to %s)", logreg__figure_fixed(number, high, 3, text->sign));
    }
    logreg__page_add(text, " on ");
    logreg__write_count(text, (double)r->n, "row", "rows");
    if (logreg_frame_source(frame)) {
        logreg__page_add(text, " of ");
        logreg__page_name(text, logreg_frame_source(frame), LOGREG__NAME_ROOM);
    }
}

/* From the highest probability down; rows that share one are a slanted piece. */
static void write_curve(logreg__figure *figure, const logreg__ranked *ranked)
{
    double found = 0, false_alarms = 0, last[2] = {0, 0};
    logreg__figure_add(figure, "$roc << EOD\n0 0\n");
    for (size_t i = ranked->n; i-- > 0;) {
        found += ranked->tie[i].events;
        false_alarms += ranked->tie[i].others;
        double point[] = {fmin(1, false_alarms / ranked->others), fmin(1, found / ranked->events)};
        if (fabs(point[0] - last[0]) < STEP && fabs(point[1] - last[1]) < STEP && i > 0)
            continue;
        logreg__figure_row(figure, point, 2);
        last[0] = point[0];
        last[1] = point[1];
    }
    logreg__figure_add(figure, "EOD\n");
}

static void write_plot(logreg__figure *figure)
{
    logreg__figure_axis(figure, 'x', -0.012, 1.012, 0, 1, 5);
    logreg__figure_axis(figure, 'y', -0.012, 1.012, 0, 1, 5);
    logreg__figure_add(
        figure,
        "set xlabel 'False positive rate' textcolor rgb '" LOGREG__GREY "'\n"
        "set ylabel 'True positive rate' textcolor rgb '" LOGREG__GREY "'\n"
        "set size square\n"
        "set arrow from first 0, first 0 to first 1, first 1 nohead back dashtype 3 linewidth 1.2 linecolor "
        "rgb '" LOGREG__AXIS "'\n"
        "set label 'chance' at first 0.67, first 0.625 center rotate by 45 textcolor rgb '" LOGREG__AXIS
        "'\n");
    logreg__figure_format(
        figure,
        "plot $roc using 1:2:(0) with filledcurves fillcolor rgb '%s' fillstyle transparent solid 0.1 "
        "noborder, \\\n     $roc using 1:2 with lines linewidth 3.4 linecolor rgb '%s'\n",
        logreg__colour[0], logreg__colour[0]);
}

logreg_status logreg__figure_roc(logreg__figure *figure, const logreg_model *model, const logreg_frame *frame,
                                 const logreg_figure_options *options, logreg_error *err)
{
    if (logreg_model_classes(model) != 2)
        return logreg__fail(err, LOGREG_EINVAL, "an ROC curve is of two classes, and the model has %zu",
                            logreg_model_classes(model));
    if (!frame)
        return logreg__fail(err, LOGREG_EINVAL,
                            "an ROC curve needs rows, which a model does not keep: name a file");
    rows r = {0};
    logreg_status status = read_rows(&r, model, frame, err);
    if (status == LOGREG_OK) {
        figure->shape = LOGREG__SQUARE;
        write_words(figure, &r, frame, options->conf_level);
        write_curve(figure, r.ranked);
        write_plot(figure);
    }
    logreg__ranked_free(r.ranked);
    free(r.y);
    free(r.w);
    free(r.p);
    return status;
}
