/* A threshold moved along the ROC curve, with the confusion matrix at each stop. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <logreg/metrics.h>
#include <logreg/special.h>

#include "demos.h"
#include "draw.h"
#include "rows.h"

enum { STOPS = 9 };

/* Tenths; where no probability reaches three of them, as of rare events, multiples of a round number of at most half the share of events. */
static void choose_stops(double stop[STOPS], const logreg_labelled *rows)
{
    static const double round[] = {1, 5, 2};
    double most = 0, share = 0, unit = 0.1;
    for (size_t i = 0; i < rows->n; i++) {
        most = fmax(most, rows->p[i]);
        share += rows->y[i] / (double)rows->n;
    }
    for (int k = 1; most < 0.3 && unit > share / 2; k++)
        unit = round[k % 3] * pow(10, -1 - (k + 2) / 3);
    for (int i = 0; i < STOPS; i++)
        stop[i] = (i + 1) * unit;
}

typedef struct {
    double tn, fp, fn, tp;
} counts;

static counts confusion(const logreg_labelled *rows, double threshold)
{
    logreg_labelled at = *rows;
    double c[4];
    at.threshold = threshold;
    logreg_metric_confusion(c, &at);
    return (counts){c[0], c[1], c[2], c[3]};
}

static double sensitivity(counts c)
{
    return c.tp / (c.tp + c.fn);
}

static double false_alarms(counts c)
{
    return c.fp / (c.fp + c.tn);
}

static void list_rows(const cli_rows *rows, cli_lesson *l, const double *p)
{
    size_t shown = rows->n < 20 ? rows->n : 20;
    cli_lesson_say(l, "The rows and their probabilities:");
    cli_lesson_head(l, "        x  y       p  said from 0.5 on");
    for (size_t i = 0; i < shown; i++)
        cli_lesson_show(l, "%9.6g  %.0f  %6.4f  %s", rows->x[i], rows->y[i], p[i],
                        p[i] >= 0.5 ? (rows->y[i] > 0 ? "1, true positive" : "1, false positive")
                                    : (rows->y[i] > 0 ? "0, false negative" : "0, true negative"));
    if (rows->n > shown)
        cli_lesson_show(l, "and %zu rows more", rows->n - shown);
    cli_lesson_gap(l);
}

static void show_stops(const logreg_labelled *rows, cli_lesson *l, const double stop[STOPS])
{
    cli_lesson_head(l, "threshold    TP    FN    FP    TN  sensitivity specificity");
    for (int i = 0; i < STOPS; i++) {
        counts c = confusion(rows, stop[i]);
        cli_lesson_show(l, "%9.4g  %4.0f  %4.0f  %4.0f  %4.0f  %11.3f %11.3f", stop[i], c.tp, c.fn, c.fp,
                        c.tn, sensitivity(c), 1 - false_alarms(c));
        if (l->steps)
            cli_lesson_show(l, "           sensitivity %.0f / %.0f, specificity %.0f / %.0f", c.tp,
                            c.tp + c.fn, c.tn, c.tn + c.fp);
    }
    cli_lesson_gap(l);
}

static void show_matrix(const logreg_labelled *rows, cli_lesson *l, const cli_rows *named)
{
    counts c = confusion(rows, 0.5);
    cli_lesson_say(l, "At 0.5 as a confusion matrix, what was said against what was so:");
    char cell[CLI_CELL_SIZE], target[CLI_CELL_SIZE], label[CLI_CELL_SIZE], event[2 * CLI_CELL_SIZE + 8];
    snprintf(event, sizeof event, "%s = %s", cli_lesson_brief(target, named->target, 24),
             cli_lesson_brief(label, named->event, 24));
    cli_lesson_head(l, "                          said no  said yes");
    cli_lesson_show(l, "others                    %7.0f  %8.0f", c.tn, c.fp);
    cli_lesson_show(l, "%s  %7.0f  %8.0f", cli_lesson_cell(cell, event, 24), c.fn, c.tp);
    cli_lesson_show(l, "right: %.0f of %zu", c.tn + c.tp, rows->n);
    cli_lesson_gap(l);
}

/* A mark a stop; stops at one place share it, and its name tells all: "0.8, 0.9". */
static void draw_stops(logreg_figure *f, const logreg_labelled *rows, const double stop[STOPS])
{
    double x[STOPS], y[STOPS];
    char name[STOPS][40];
    int n = 0, first = 0;
    for (int i = 0; i < STOPS; i++) {
        counts c = confusion(rows, stop[i]);
        bool again = n && fabs(x[n - 1] - false_alarms(c)) + fabs(y[n - 1] - sensitivity(c)) < 1e-9;
        if (again) {
            snprintf(name[n - 1], sizeof name[n - 1], i > first + 1 ? "%.4g to %.4g" : "%.4g, %.4g",
                     stop[first], stop[i]);
            continue;
        }
        first = i;
        snprintf(name[n], sizeof name[n], "%.4g", stop[i]);
        x[n] = false_alarms(c);
        y[n++] = sensitivity(c);
    }
    logreg_figure_points(f, x, y, (size_t)n, &(logreg_mark){.colour = 1, .size = 1.3});
    for (int i = 0; i < n; i++)
        logreg_figure_label(f, x[i], y[i], name[i],
                            &(logreg_mark){.colour = 1, .right = 1, .up = -0.6, .beside = true});
}

static void draw(const logreg_labelled *rows, cli_lesson *l, const logreg_curve *roc,
                 const double stop[STOPS])
{
    logreg_figure *f = NULL;
    const double diagonal[] = {0, 1};
    char label[CLI_CELL_SIZE];
    if (!cli_lesson_figure(
            &f, l, "A threshold, moved along the ROC curve",
            "Each mark is a threshold: lower ones find more events and raise more false alarms."))
        return;
    counts lowest = confusion(rows, stop[0]), highest = confusion(rows, stop[STOPS - 1]);
    cli_lesson_words(l, f,
                     "At %.4g sensitivity is %.3f and false alarms %.3f, at %.4g they are %.3f and %.3f.",
                     stop[0], sensitivity(lowest), false_alarms(lowest), stop[STOPS - 1],
                     sensitivity(highest), false_alarms(highest));
    logreg_figure_square(f);
    logreg_figure_size(f, 1200, 1200);
    logreg_figure_set_axis(
        f, 'x',
        &(logreg_figure_axis){.label = cli_lesson_signed(label, l, "false alarms: 1 - specificity"),
                              .low = -0.03,
                              .high = 1.03,
                              .first = 0,
                              .last = 1});
    logreg_figure_set_axis(
        f, 'y',
        &(logreg_figure_axis){
            .label = "sensitivity", .low = -0.03, .high = 1.03, .first = 0, .last = 1, .grid = true});
    logreg_figure_line(f, diagonal, diagonal, 2, &(logreg_mark){.colour = LOGREG_GREY, .dash = 1});
    logreg_figure_label(
        f, 0.5, 0.5, "by chance",
        &(logreg_mark){.colour = LOGREG_SOFT, .size = 0.85, .right = 1, .up = -0.6, .beside = true});
    logreg_figure_line(f, logreg_curve_column(roc, "fpr"), logreg_curve_column(roc, "tpr"), roc->n_points,
                       &(logreg_mark){.colour = 0, .size = 3});
    draw_stops(f, rows, stop);
    cli_lesson_draw(l, f);
}

static void tell_rows(const cli_rows *rows, cli_lesson *l, const double *p)
{
    logreg_labelled labelled = {.n = rows->n, .n_classes = 2, .y = rows->y, .p = p, .threshold = 0.5};
    logreg_curve *roc = NULL;
    double auc = NAN, stop[STOPS];
    choose_stops(stop, &labelled);
    if (!cli_lesson_ok(l, logreg_curve_new(&roc, "roc", &labelled, 1, NULL, &l->err)))
        return;
    if (cli_lesson_ok(l, logreg_metric_auc(&auc, NULL, rows->y, p, NULL, rows->n, &l->err))) {
        cli_rows_introduce(rows, l);
        cli_lesson_say(
            l, "A fit gives probabilities. To act, somebody must say yes or no: yes from some threshold on. "
               "Each "
               "threshold is right and wrong in its own way: events found (true positives, TP) and missed "
               "(FN), false alarms (FP) and rightly let pass (TN).");
        if (l->steps)
            list_rows(rows, l, p);
        show_stops(&labelled, l, stop);
        draw(&labelled, l, roc, stop);
        show_matrix(&labelled, l, rows);
        cli_lesson_say(
            l,
            "The area under the curve, %.4f, needs no threshold: it is the chance that of an event and a "
            "non-event, drawn at random, the event has the higher probability. Judged by the "
            "rows that they were fitted to, all these numbers flatter.",
            auc);
    }
    logreg_curve_free(roc);
}

static void tell(cli_lesson *l)
{
    cli_rows rows = {0};
    if (cli_rows_take(&rows, l)) {
        double *p = malloc(rows.n * sizeof *p);
        for (size_t i = 0; p && i < rows.n; i++)
            p[i] = logreg_sigmoid(logreg_model_coefficient(rows.model, 1, 0) +
                                  logreg_model_coefficient(rows.model, 1, 1) * rows.x[i]);
        if (p)
            tell_rows(&rows, l, p);
        else
            cli_lesson_no_memory(l);
        free(p);
    }
    cli_rows_free(&rows);
}

const cli_demo demo_threshold = {
    .name = "threshold",
    .section = "Using the fit",
    .title = "A threshold decides, and each has its price",
    .rows = "a target of two values and a --feature of numbers",
    .columns = 2,
    .tell = tell,
    .question =
        "The event is a disease, a missed case costs ten times what a false alarm costs. Which threshold of "
        "the table is cheapest? Work out 10 FN + FP for each.",
    .next = "logreg demo threshold @mtcars --target am --feature wt",
};
