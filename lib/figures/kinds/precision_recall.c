/* Precision against recall over all thresholds. */
#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "figures/kinds/evaluated.h"
#include "figures/kinds/rest.h"
#include "report/curves/curve.h"
#include "report/page/figure.h"
#include "report/summary/summary.h"

static void write_words(logreg_figure *f, const logreg__order *order, const logreg_evaluation *e)
{
    logreg__page_add(&f->title, "Precision and recall of ");
    logreg__page_name(&f->title, logreg__target_name(order->model), 20);
    logreg__write_measure(&f->sentences, "Average precision", e, order->options->conf_level);
    logreg__write_rows(&f->sentences, order, e->n_used, e->n_obs);
    logreg__page_add(&f->sentences, " It is the area below the steps; rings are thresholds.");
}

static void add_axes(logreg_figure *f, const logreg_evaluation *e)
{
    char number[LOGREG__FIGURE_SIZE], text[LOGREG__FIGURE_SIZE + 32];
    double share = logreg__events(e) / (logreg__events(e) + logreg__others(e)), most = share;
    const double *precision = logreg_curve_column(e->curve[0], "precision");
    for (size_t i = 0; i + 1 < e->curve[0]->n_points; i++)
        most = fmax(most, precision[i]);
    double top = logreg__scale_top(most); /* of rare events all of the curve may lie near 0 */
    logreg_figure_size(f, 1100, 1100);
    logreg_figure_square(f);
    logreg__axis_between(f, 'x', "Recall: share of events found", 0, 1, 0.012, 5);
    logreg__axis_between(f, 'y', "Precision: events among those said", 0, top, 0.012, 5);
    logreg_figure_line(f, (const double[]){0, 1}, (const double[]){share, share}, 2,
                       &(logreg_mark){.colour = LOGREG_PALE, .size = 1.2, .dash = 2});
    snprintf(text, sizeof text, "by chance %s", logreg__figure_digits(number, share, 2, f->title.sign));
    logreg_figure_label(f, 0, share, text,
                        &(logreg_mark){.colour = LOGREG_SOFT,
                                       .size = 0.85,
                                       .align = -1,
                                       .right = 0.6,
                                       .up = share < 0.08 * top ? 0.7 : -0.7});
}

/* The precision at which so much is found, for who cannot see it. */
static void say_heights(logreg_figure *f, const double *recall, const double *precision, size_t n)
{
    static const double found[] = {0.25, 0.5, 0.75, 0.9};
    char x[LOGREG__FIGURE_SIZE], y[LOGREG__FIGURE_SIZE];
    logreg__page said;
    logreg__page_start_like(&said, &f->title);
    for (size_t k = 0, i = 0; k < 4; k++) {
        while (i + 1 < n && recall[i] < found[k])
            i++;
        logreg__page_format(&said, "%s %s at a recall of %s",
                            k == 0   ? "Precision is"
                            : k == 3 ? " and"
                                     : ",",
                            logreg__figure_digits(y, precision[i], 2, said.sign),
                            logreg__figure_plain(x, found[k], 2, said.sign));
    }
    logreg__page_add(&said, ".");
    logreg__figure_say(f, &said);
}

/* From the highest threshold down, by the steps that average precision sums, since what lies between two thresholds cannot be had by mixing them as on an ROC curve (Davis &
 * Goadrich, Proc. 23rd ICML, 2006); the point that says nothing has no precision of its own and is left out. */
static void add_curve(logreg_figure *f, const logreg_curve *c, size_t *keep, double *room)
{
    const double *threshold = logreg_curve_column(c, "threshold"),
                 *precision = logreg_curve_column(c, "precision"), *recall = logreg_curve_column(c, "recall");
    size_t n = c->n_points - 1;
    double *x = room, *y = room + n, *t = room + 2 * n;
    for (size_t i = 0; i < n; i++) {
        x[i] = recall[n - 1 - i];
        y[i] = precision[n - 1 - i];
        t[i] = threshold[n - 1 - i];
    }
    size_t kept = logreg__thin(keep, x, y, n), steps = 0;
    double *across = room + 3 * n, *up = room + 5 * n;
    for (size_t i = 0; i < kept; i++) {
        x[i] = x[keep[i]];
        y[i] = y[keep[i]];
        t[i] = t[keep[i]];
        if (i == 0 || y[i] != y[i - 1]) {
            across[steps] = i ? x[i - 1] : 0;
            up[steps++] = y[i];
        }
        across[steps] = x[i];
        up[steps++] = y[i];
    }
    logreg_figure_line(f, across, up, steps, &(logreg_mark){.size = 3.4});
    say_heights(f, x, y, kept);
    logreg__mark_thresholds(f, t, x, y, kept, 0.6, 0.6);
}

logreg_status logreg__build_precision_recall(logreg_figure *f, const logreg__order *order, logreg_error *err)
{
    if (logreg_model_classes(order->model) > 2)
        return logreg__rest_build(f, order, "precision-recall", err);
    logreg_evaluation *e = NULL;
    logreg_status status = logreg__evaluated(&e, order, "precision_recall", "average_precision",
                                             "a curve of precision and recall", err);
    if (status != LOGREG_OK)
        return status;
    size_t *keep = logreg__new(e->curve[0]->n_points, sizeof *keep);
    double *room = logreg__new(e->curve[0]->n_points, 7 * sizeof *room);
    if (keep && room) {
        write_words(f, order, e);
        add_axes(f, e);
        add_curve(f, e->curve[0], keep, room);
    } else {
        status = logreg__fail_memory(err);
    }
    free(keep);
    free(room);
    logreg_evaluation_free(e);
    return status;
}
