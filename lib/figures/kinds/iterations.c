/* How far each iteration's loss lies above the last one's. */
#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "figures/kinds/subject.h"
#include "report/page/figure.h"
#include "report/summary/summary.h"

/* Excesses below this are rounding; the axis ends there. */
#define LEAST 4e-15

static void write_words(logreg_figure *f, const logreg__order *order, size_t n, bool held_out)
{
    logreg__page *text = &f->sentences;
    logreg__page_add(&f->title, "The loss falls, iteration by iteration");
    logreg__page_format(text, "Solver %s on a model of ", logreg_model_solver(order->model));
    logreg__page_name(text, logreg__target_name(order->model), LOGREG__NAME_ROOM);
    logreg__page_format(text, ", %zu iteration%s; ", n - 1, n == 2 ? "" : "s");
    logreg__page_add(text, held_out ? "mean loss on the rows of the fit and on those held out."
                                    : "how much the mean loss lies above the smallest, on a log scale.");
}

/* With rows held out both losses as they are: where the second turns up again is what matters. */
static void add_both(logreg_figure *f, const logreg_trace_row *row, size_t n, double *x, double *y)
{
    double low = INFINITY, high = -INFINITY;
    for (size_t i = 0; i < n; i++) {
        x[i] = (double)row[i].iteration;
        low = fmin(low, fmin(row[i].loss, row[i].validation_loss));
        high = fmax(high, fmax(row[i].loss, row[i].validation_loss));
    }
    logreg__axis_between(f, 'x', "Iteration", 0, fmax(1, x[n - 1]), 0.02, 9);
    logreg__axis_between(f, 'y', "Mean loss", low, high > low ? high : low + 1, 0.04, 6);
    for (int held_out = 0; held_out < 2; held_out++) {
        for (size_t i = 0; i < n; i++)
            y[i] = held_out ? row[i].validation_loss : row[i].loss;
        const logreg_mark look = {.colour = held_out, .size = 2.6};
        logreg_figure_line(f, x, y, n, &look);
        logreg_figure_name(f, y[n - 1], held_out ? "held out" : "fit", &(logreg_mark){.colour = held_out});
    }
}

static void add_excess(logreg_figure *f, const logreg_trace_row *row, size_t n, double *x, double *y)
{
    double least = INFINITY, low = INFINITY, high = -INFINITY;
    size_t kept = 0;
    for (size_t i = 0; i < n; i++)
        least = fmin(least, row[i].loss);
    for (size_t i = 0; i < n; i++) {
        double above = row[i].loss - least;
        if (!(above > LEAST * fabs(least)) || !isfinite(above))
            continue;
        x[kept] = (double)row[i].iteration;
        y[kept] = log10(above);
        low = fmin(low, y[kept]);
        high = fmax(high, y[kept++]);
    }
    if (n - kept > 1 && kept)
        logreg__page_format(&f->sentences,
                            " The %zu that are not drawn are at the smallest, but for rounding.", n - kept);
    low = kept ? floor(low) : -1;
    high = kept ? fmax(ceil(high), low + 1) : 0;
    logreg__axis_between(f, 'x', "Iteration", 0, fmax(1, (double)row[n - 1].iteration), 0.02, 9);
    logreg_figure_set_axis(f, 'y',
                           &(logreg_figure_axis){.label = "Mean loss above the smallest",
                                                 .low = low - 0.02 * (high - low),
                                                 .high = high + 0.02 * (high - low),
                                                 .first = low,
                                                 .last = high,
                                                 .ticks = LOGREG_TICKS_LOG,
                                                 .most = 8,
                                                 .grid = true});
    logreg_figure_line(f, x, y, kept, &(logreg_mark){.size = 2.6});
    if (kept <= 60)
        logreg_figure_points(f, x, y, kept, &(logreg_mark){.size = 1.3, .hollow = true});
}

static void say_losses(logreg_figure *f, const logreg_trace_row *row, size_t n)
{
    char said[3 * LOGREG__FIGURE_SIZE + 64], first[LOGREG__FIGURE_SIZE], last[LOGREG__FIGURE_SIZE];
    snprintf(said, sizeof said, "The loss goes from %s at the start to %s after %zu iterations.",
             logreg__figure_digits(first, row[0].loss, 6, f->title.sign),
             logreg__figure_digits(last, row[n - 1].loss, 6, f->title.sign), row[n - 1].iteration);
    logreg_figure_say(f, said);
}

logreg_status logreg__build_iterations(logreg_figure *f, const logreg__order *order, logreg_error *err)
{
    size_t n = order->source->n_trace;
    const logreg_trace_row *row = order->source->trace;
    bool held_out = !isnan(row[n - 1].validation_loss);
    double *x = logreg__new(n, 2 * sizeof *x);
    if (!x)
        return logreg__fail_memory(err);
    write_words(f, order, n, held_out);
    say_losses(f, row, n);
    (held_out ? add_both : add_excess)(f, row, n, x, x + n);
    free(x);
    return LOGREG_OK;
}
