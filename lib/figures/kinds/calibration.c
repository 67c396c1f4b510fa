/* Calibration: what share of rows of like probability are events; in bins, and smooth. */
#include <math.h>
#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "figures/kinds/evaluated.h"
#include "figures/kinds/rest.h"
#include "figures/kinds/smooth.h"
#include "figures/kinds/subject.h"
#include "model/predict/labelled.h"
#include "report/curves/curve.h"
#include "report/page/figure.h"
#include "report/summary/summary.h"

/* Bins of about as many rows each, at most, and rows in each at least; places of the smooth curve, and rows that it needs, since outcomes are 0 or 1; bars of the histogram below, and their height on the axis. */
enum { BINS = 10, BIN_ROWS = 5, POINTS = 101, SMOOTH_ROWS = 30, BARS = 50 };
#define BAR_HEIGHT 0.09

typedef struct {
    const logreg__order *order;
    logreg_labelled rows;
    logreg_curve *bins;
    logreg_calibration line;
    double *x, *w;               /* [rows.n], by probability; w NULL: ones */
    size_t n_scores;             /* that differ */
    double *score, *share, *s_w; /* [n_scores]: the shares of events at each, and their weights */
    double observations;         /* that rows stand for */
    double top;                  /* of the scale: 1, or above all where events are rare */
} plot;

/* Sorted copies, shares at each score, and the logistic regression of the outcome on the log-odds. */
static logreg_status arrange(plot *p, logreg_error *err)
{
    size_t n = p->rows.n;
    logreg__point *point = logreg__new(n, sizeof *point);
    p->x = logreg__new(n, 5 * sizeof *p->x);
    if (!point || !p->x) {
        free(point);
        return logreg__fail_memory(err);
    }
    double *weight = p->x + n;
    p->score = p->x + 2 * n;
    p->share = p->x + 3 * n;
    p->s_w = p->x + 4 * n;
    for (size_t i = 0; i < n; i++) {
        point[i] = (logreg__point){p->rows.p[i], p->rows.y[i], p->rows.w ? p->rows.w[i] : 1};
        weight[i] = log(p->rows.p[i]) - log1p(-p->rows.p[i]);
    }
    logreg_metric_calibration(&p->line, p->rows.y, weight, p->rows.w, n);
    logreg__points_sort(point, n);
    for (size_t i = 0; i < n; i++) {
        p->x[i] = point[i].x;
        weight[i] = point[i].w;
    }
    p->w = p->rows.w ? weight : NULL;
    p->n_scores = logreg__points_merge(point, n);
    for (size_t i = 0; i < p->n_scores; i++) {
        p->score[i] = point[i].x;
        p->share[i] = point[i].y;
        p->s_w[i] = point[i].w;
    }
    free(point);
    return LOGREG_OK;
}

/* All bins and their intervals lie below it; of rare events a few rows may not. */
static double scale_of(const plot *p)
{
    const double *x = logreg_curve_column(p->bins, "prob_pred"),
                 *high = logreg_curve_column(p->bins, "conf_high");
    double most = 0;
    for (size_t i = 0; i < p->bins->n_points; i++)
        most = fmax(most, isnan(high[i]) ? x[i] : fmax(x[i], high[i]));
    return logreg__scale_top(most);
}

static size_t rows_beyond(const plot *p)
{
    size_t n = p->rows.n;
    while (n > 0 && p->x[n - 1] > p->top)
        n--;
    return p->rows.n - n;
}

/* Why there is no smooth line, as a sentence; NULL: there is one. */
static const char *lacks_smooth(const plot *p)
{
    return p->observations < SMOOTH_ROWS
               ? " Without a smooth line: through fewer than 30 rows it would follow single ones."
           : p->n_scores < LOGREG__SMOOTH_LEAST
               ? " Without a smooth line: fewer than four probabilities differ."
               : NULL;
}

static void write_words(logreg_figure *f, const plot *p)
{
    char number[LOGREG__FIGURE_SIZE];
    logreg__page *text = &f->sentences;
    logreg__page_add(&f->title, "Predicted and observed ");
    logreg__page_name(&f->title, logreg__target_name(p->order->model), 20);
    logreg__page_add(text, "Dotted: as predicted. Dots are shares of events in bins of rows (");
    logreg__write_percent(text, p->order->options->conf_level);
    const char *lacks = lacks_smooth(p);
    logreg__page_add(text, lacks ? " Wilson), bars below count rows. "
                                 : " Wilson), the line is smooth, bars below count rows. ");
    if (isfinite(p->line.slope)) {
        logreg__page_format(text, "Slope %s", logreg__figure_fixed(number, p->line.slope, 2, text->sign));
        logreg__page_format(text, ", intercept %s (1 and 0 are right)",
                            logreg__figure_fixed(number, p->line.intercept, 2, text->sign));
    } else {
        logreg__page_add(text, "Drawn");
    }
    logreg__write_rows(text, p->order, p->rows.n, p->observations);
    logreg__page_add(text, lacks ? lacks : "");
    size_t beyond = rows_beyond(p);
    if (beyond)
        logreg__page_format(text, " %zu row%s beyond the scale.", beyond, beyond == 1 ? " lies" : "s lie");
}

/* How many rows have about this probability: bars that hang from the lower edge. */
static void add_histogram(logreg_figure *f, const plot *p)
{
    double count[BARS] = {0}, x0[BARS], x1[BARS], y0[BARS], y1[BARS], most = 0;
    for (size_t i = 0; i < p->rows.n - rows_beyond(p); i++) {
        size_t bar = (size_t)fmin(BARS - 1, floor(p->x[i] / p->top * BARS));
        count[bar] += p->w ? p->w[i] : 1;
        most = fmax(most, count[bar]);
    }
    for (int k = 0; k < BARS; k++) {
        x0[k] = p->top * k / (double)BARS;
        x1[k] = p->top * (k + 0.85) / BARS;
        y0[k] = p->top * (-0.02 - BAR_HEIGHT);
        y1[k] = y0[k] + p->top * BAR_HEIGHT * count[k] / most;
    }
    logreg_figure_boxes(f, x0, y0, x1, y1, BARS, &(logreg_mark){.colour = LOGREG_PALE, .opacity = 0.55});
}

static void add_smooth(logreg_figure *f, const plot *p)
{
    double at[POINTS], y[POINTS];
    logreg__spread(at, p->x[0], fmin(p->top, p->x[p->rows.n - 1]), POINTS);
    logreg__smooth(y, at, POINTS, p->score, p->share, p->s_w, p->n_scores, LOGREG__SPAN);
    for (int i = 0; i < POINTS; i++)
        y[i] = y[i] > p->top && p->top < 1 ? NAN : fmin(1, fmax(0, y[i]));
    if (!lacks_smooth(p))
        logreg_figure_line(f, at, y, POINTS, &(logreg_mark){.size = 3.4});
}

static void add_bins(logreg_figure *f, const plot *p)
{
    const double *x = logreg_curve_column(p->bins, "prob_pred"),
                 *y = logreg_curve_column(p->bins, "prob_true");
    const double *low = logreg_curve_column(p->bins, "conf_low"),
                 *high = logreg_curve_column(p->bins, "conf_high");
    size_t n = p->bins->n_points;
    logreg_figure_segments(f, x, low, x, high, n, &(logreg_mark){.colour = LOGREG_STEEL, .size = 1.6});
    logreg_figure_points(f, x, y, n, &(logreg_mark){.colour = LOGREG_STEEL, .size = 1.5, .hollow = true});
    for (size_t i = 0; i < n; i++) {
        char said[2 * LOGREG__FIGURE_SIZE + 64], a[LOGREG__FIGURE_SIZE], b[LOGREG__FIGURE_SIZE];
        snprintf(said, sizeof said, "Where %s were predicted, %s were events.",
                 logreg__figure_digits(a, x[i], 2, f->title.sign),
                 logreg__figure_digits(b, y[i], 2, f->title.sign));
        logreg_figure_say(f, said);
    }
}

static void add_all(logreg_figure *f, const plot *p)
{
    const double low = p->top * (-0.03 - BAR_HEIGHT);
    logreg_figure_size(f, 1100, 1150);
    logreg_figure_square(f);
    logreg__axis_between(f, 'x', "Predicted probability", 0, p->top, 0.012, 5);
    logreg_figure_set_axis(f, 'y',
                           &(logreg_figure_axis){.label = "Share of events",
                                                 .low = low,
                                                 .high = 1.012 * p->top,
                                                 .first = 0,
                                                 .last = p->top,
                                                 .most = 5,
                                                 .grid = true});
    add_histogram(f, p);
    logreg_figure_line(f, (const double[]){0, p->top}, (const double[]){0, p->top}, 2,
                       &(logreg_mark){.colour = LOGREG_PALE, .size = 1.2, .dash = 2});
    add_smooth(f, p);
    add_bins(f, p);
}

static logreg_status build(logreg_figure *f, plot *p, const logreg__labelled *l, logreg_error *err)
{
    logreg_curve_options o = logreg_curve_options_default();
    o.conf_level = p->order->options->conf_level;
    bool counted = l->w && !logreg_model_sampling_weights(p->order->model);
    for (size_t i = 0; i < l->n; i++)
        p->observations += counted ? l->w[i] : 1;
    p->rows = (logreg_labelled){.n = l->n,
                                .n_classes = 2,
                                .y = l->y,
                                .p = l->P,
                                .w = l->w,
                                .n_bins = (size_t)fmin(BINS, fmax(2, floor(p->observations / BIN_ROWS))),
                                .quantile_bins = true};
    if (l->n == 0)
        return logreg__fail(err, LOGREG_EDATA,
                            "no row is left to draw: every one has a missing value or no weight");
    logreg_status status = logreg_curve_new(&p->bins, "calibration", &p->rows, 1, &o, err);
    if (status == LOGREG_OK)
        status = arrange(p, err);
    if (status == LOGREG_OK) {
        p->top = scale_of(p);
        write_words(f, p);
        add_all(f, p);
    }
    free(p->x);
    logreg_curve_free(p->bins);
    return status;
}

logreg_status logreg__build_calibration(logreg_figure *f, const logreg__order *order, logreg_error *err)
{
    if (logreg_model_classes(order->model) > 2)
        return logreg__rest_build(f, order, "calibration", err);
    plot p = {.order = order};
    logreg__labelled rows = {0};
    logreg_status status = logreg__labelled_predict(&rows, order->model, order->frame, err);
    if (status == LOGREG_OK)
        status = build(f, &p, &rows, err);
    logreg__labelled_clear(&rows);
    return status;
}
