/* The paths of gradient descent and of Newton's method on the contours of the loss; and a step that is too long. */
#include <math.h>
#include <stdlib.h>

#include <logreg/special.h>

#include "contours.h"
#include "demos.h"
#include "draw.h"
#include "rows.h"

enum { KEPT = 2001, TOO_LONG = 1000, SHOWN = 9 };

/* Where a fit went: the first places, and the last. */
typedef struct {
    double b0[KEPT], b1[KEPT], loss[KEPT];
    size_t n;          /* of these */
    size_t iterations; /* that it took in all */
    bool arrived;
} path;

/* A problem to descend in: the rows, or the rows standardised. */
typedef struct {
    cli_rows rows;
    logreg_frame *frame;
    double rate; /* 1 / L: L is the most that the loss bends anywhere */
    path gradient, newton;
} slope;

static void keep(const logreg_trace_row *row, void *data)
{
    path *p = data;
    if (p->n == KEPT)
        return;
    p->b0[p->n] = row->beta[0];
    p->b1[p->n] = row->beta[1];
    p->loss[p->n++] = row->loss;
}

static bool go(path *p, cli_lesson *l, const cli_rows *rows, const char *solver, double rate, size_t most)
{
    logreg_model *m = NULL;
    logreg_options options = logreg_options_default();
    options.solver = solver;
    options.scaling = false;
    options.learning_rate = rate;
    options.max_iter = most;
    options.trace = keep;
    options.trace_data = p;
    if (!cli_lesson_fit(&m, l, rows->frame, rows->formula, &options))
        return false;
    p->iterations = logreg_model_iterations(m);
    p->arrived = logreg_model_converged(m);
    logreg_model_free(m);
    return true;
}

/* The largest eigenvalue of X'X / 4n, with a column of ones: no Hessian of the mean loss has a larger one. */
static double most_bent(const cli_rows *rows)
{
    double mean = cli_rows_mean(rows), sd = cli_rows_deviation(rows), square = mean * mean + sd * sd;
    return ((1 + square) / 2 + sqrt((1 - square) * (1 - square) / 4 + mean * mean)) / 4;
}

static bool descend(slope *s, cli_lesson *l)
{
    size_t most = 100000000 / s->rows.n; /* so that it takes seconds */
    most = most > 100000 ? 100000 : most;
    s->rate = 1 / most_bent(&s->rows);
    return go(&s->newton, l, &s->rows, "newton", 0, 0) && go(&s->gradient, l, &s->rows, "gd", s->rate, most);
}

/* The same rows with z = (x - mean) / sd. */
static bool standardise(slope *to, const cli_rows *from, cli_lesson *l)
{
    double mean = cli_rows_mean(from), sd = cli_rows_deviation(from), *z = malloc(from->n * sizeof *z);
    if (!z)
        return cli_lesson_no_memory(l);
    for (size_t i = 0; i < from->n; i++)
        z[i] = (from->x[i] - mean) / sd;
    bool ok = cli_lesson_ok(l, logreg_frame_new(&to->frame, &l->err)) &&
              cli_lesson_ok(l, logreg_frame_add_numeric(to->frame, "z", z, from->n, 1, &l->err)) &&
              cli_lesson_ok(l, logreg_frame_add_numeric(to->frame, "y", from->y, from->n, 1, &l->err)) &&
              cli_rows_take_frame(&to->rows, l, to->frame, "y", "z");
    free(z);
    return ok;
}

/* ---- What is told ---- */

static void show_place(cli_lesson *l, const path *p, size_t i, int decimals)
{
    cli_lesson_show(l, "%6zu  %10.5f  %10.*f  %12.8f", i, p->b0[i], decimals, p->b1[i], p->loss[i]);
}

static void show(cli_lesson *l, const path *p, const char *name, int decimals)
{
    static const size_t at[] = {0, 1, 2, 3, 5, 10, 20, 50, 100, 200, 500, 1000};
    cli_lesson_head(l, "%s", name);
    cli_lesson_head(l, "  step   intercept       slope          loss");
    for (size_t i = 0; i < sizeof at / sizeof *at && at[i] + 1 < p->n; i++)
        show_place(l, p, at[i], decimals);
    if (p->n)
        show_place(l, p, p->n - 1, decimals);
    if (p->iterations + 1 > p->n)
        cli_lesson_show(l, "and so on, %zu steps in all%s", p->iterations,
                        p->arrived ? "" : ", and not there yet");
    cli_lesson_gap(l);
}

/* Gradient and Hessian of the mean loss at a place; the Hessian as its three numbers. */
static void bend(double g[2], double h[3], const cli_rows *r, double b0, double b1)
{
    double n = (double)r->n;
    g[0] = g[1] = h[0] = h[1] = h[2] = 0;
    for (size_t i = 0; i < r->n; i++) {
        double x = r->x[i], eta = b0 + b1 * x, error = logreg_sigmoid(eta) - r->y[i],
               w = logreg_sigmoid_derivative(eta);
        g[0] += error / n;
        g[1] += error * x / n;
        h[0] += w / n;
        h[1] += w * x / n;
        h[2] += w * x * x / n;
    }
}

/* What the first step of gradient descent is made of, and each of Newton's. */
static void work(const slope *s, cli_lesson *l)
{
    const path *p = &s->newton;
    double g[2], h[3];
    cli_lesson_say(l, "The first step of gradient descent by hand. With both coefficients 0 each probability "
                      "is 1/2, so that the gradient is "
                      "the mean of 1/2 - y, and that of (1/2 - y) x:");
    bend(g, h, &s->rows, 0, 0);
    cli_lesson_show(l, "0 - %.5f x (%.4f) = %.5f", s->rate, g[0], -s->rate * g[0]);
    cli_lesson_show(l, "0 - %.5f x (%.4f) = %.5f", s->rate, g[1], -s->rate * g[1]);
    cli_lesson_gap(l);
    cli_lesson_say(l, "Newton's method. With p the probability and w = p (1 - p), the gradient g has the "
                      "means of p - y and of (p - y) x, the Hessian those "
                      "of w, w x and w x^2, here a, b and c. A step is the Hessian's inverse times the "
                      "gradient, taken off: with d = a c - b^2 "
                      "that is (c g0 - b g1) / d and (a g1 - b g0) / d.");
    cli_lesson_head(l, "step         g0         g1          a         b         c");
    for (size_t i = 0; i + 1 < p->n; i++) {
        bend(g, h, &s->rows, p->b0[i], p->b1[i]);
        double d = h[0] * h[2] - h[1] * h[1], step0 = (h[2] * g[0] - h[1] * g[1]) / d,
               step1 = (h[0] * g[1] - h[1] * g[0]) / d;
        if (fabs(step0) + fabs(step1) < 1e-7) /* nothing but the last digits */
            break;
        cli_lesson_show(l, "%4zu  %9.2g  %9.2g  %9.4g %9.4g %9.4g", i, fabs(g[0]) < 1e-12 ? 0 : g[0], g[1],
                        h[0], h[1], h[2]);
        cli_lesson_show(l, "      intercept %.5f - (%.5f) = %.5f", p->b0[i], step0, p->b0[i] - step0);
        cli_lesson_show(l, "      slope     %.5f - (%.5f) = %.5f", p->b1[i], step1, p->b1[i] - step1);
    }
    cli_lesson_gap(l);
}

static double loss_at(double b0, double b1, const void *data)
{
    const cli_rows *rows = data;
    return -cli_rows_log_likelihood(rows, b0, b1) / (double)rows->n;
}

static void widen(double range[2], const double *value, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        range[0] = fmin(range[0], value[i]);
        range[1] = fmax(range[1], value[i]);
    }
}

static void draw_panel(logreg_figure *f, const slope *s, const char *title)
{
    double x[2] = {INFINITY, -INFINITY}, y[2] = {INFINITY, -INFINITY};
    const path *g = &s->gradient, *n = &s->newton;
    widen(x, g->b0, g->n);
    widen(x, n->b0, n->n);
    widen(y, g->b1, g->n);
    widen(y, n->b1, n->n);
    double wide = fmax(fmax(x[1] - x[0], y[1] - y[0]) / 3, 0.1),
           tall = y[1] > y[0] ? fmin(wide, 0.7 * (y[1] - y[0])) : wide;
    x[0] -= wide;
    x[1] += wide;
    y[0] -= tall;
    y[1] += tall;
    logreg_figure_panel(f, title);
    logreg_figure_set_axis(f, 'x',
                           &(logreg_figure_axis){.label = "intercept", .low = x[0], .high = x[1], .most = 5});
    logreg_figure_set_axis(f, 'y', &(logreg_figure_axis){.label = "slope", .low = y[0], .high = y[1]});
    double bottom = n->loss[n->n - 1], start = n->loss[0];
    for (int k = 0; k < 7; k++) /* heights over the bottom: 1/16 of the start's, 1/8, .. */
        cli_draw_contour(f, loss_at, &s->rows, x, y, bottom + (start - bottom) * pow(2, k - 4),
                         &(logreg_mark){.colour = LOGREG_SOFT, .size = 1.2});
    logreg_figure_line(f, g->b0, g->b1, g->n, &(logreg_mark){.colour = 1, .size = 2.4});
    logreg_figure_points(f, g->b0, g->b1, g->n < 40 ? g->n : 40, &(logreg_mark){.colour = 1, .size = 0.7});
    logreg_figure_line(f, n->b0, n->b1, n->n, &(logreg_mark){.colour = 0, .size = 2.4});
    logreg_figure_points(f, n->b0, n->b1, n->n, &(logreg_mark){.colour = 0, .shape = LOGREG_SQUARE});
    double away = n->b1[n->n - 1] < n->b1[0] ? 1.2 : -1.2; /* from where the paths go */
    logreg_figure_label(f, n->b0[0], n->b1[0], "Newton",
                        &(logreg_mark){.colour = 0, .bold = true, .align = 1, .up = away});
    logreg_figure_label(f, g->b0[0], g->b1[0], "descent",
                        &(logreg_mark){.colour = 1, .bold = true, .align = -1, .up = away});
}

static void draw(const slope *raw, const slope *scaled, cli_lesson *l)
{
    logreg_figure *f = NULL;
    if (!cli_lesson_figure(&f, l, "Two ways down to the same place",
                           "Contours of the loss. Newton's method in squares, gradient descent in dots: as "
                           "it is, it creeps along the valley."))
        return;
    logreg_figure_size(f, 1600, 800);
    logreg_figure_columns(f, 2);
    draw_panel(f, raw, "As it is");
    draw_panel(f, scaled, "Standardised");
    cli_lesson_draw(l, f);
}

static void too_long(const slope *s, cli_lesson *l)
{
    path *p = calloc(1, sizeof *p);
    double rate = 8 * s->rate;
    if (!p) {
        cli_lesson_no_memory(l);
        return;
    }
    if (go(p, l, &s->rows, "gd", rate, TOO_LONG)) {
        cli_lesson_say(l,
                       "Steps may be longer than 1/L, but beyond 2/L nothing is promised. With %.4f, eight "
                       "times as long, on the column "
                       "as it is:",
                       rate);
        cli_lesson_head(l, "  step   intercept       slope          loss");
        for (size_t i = 0; i < p->n && i <= SHOWN; i++)
            show_place(l, p, i, cli_rows_decimals(&s->rows));
        cli_lesson_gap(l);
        cli_lesson_say(
            l, "It leaps over the valley to a place that is worse than the start, and back over it again. %s",
            p->arrived
                ? "It arrived all the same in the end, by luck."
                : "After a thousand steps it has not arrived. It cannot fly off for ever, since no row pulls "
                  "with more than its x; a loss whose slope grows with the distance, such as that of a "
                  "straight line, would have "
                  "sent it to infinity.");
    }
    free(p);
}

static void tell_slopes(const slope *raw, const slope *scaled, cli_lesson *l)
{
    cli_rows_introduce(&raw->rows, l);
    cli_lesson_say(l, "The loss of an intercept and a slope is the mean of -log P(what happened). Gradient "
                      "descent steps straight "
                      "downhill, by a rate times the gradient. Newton's method looks at how the ground "
                      "bends, and steps to where "
                      "a bowl of that shape would have its bottom. Gradient descent begins at 0 and 0; "
                      "Newton's method here with the intercept "
                      "that is best alone, the logit of the share of y = 1.");
    int decimals = cli_rows_decimals(&raw->rows);
    show(l, &raw->newton, "Newton's method", decimals);
    char name[120];
    snprintf(name, sizeof name, "Gradient descent, rate 1/L = %.5f", raw->rate);
    show(l, &raw->gradient, name, decimals);
    if (l->steps)
        work(raw, l);
    cli_lesson_say(l, "The loss is a long narrow valley: a slope can be made up for by an intercept. "
                      "Standardise x, z = (x - mean) / sd, and the "
                      "valley is round:");
    snprintf(name, sizeof name, "Gradient descent on z, rate 1/L = %.5f", scaled->rate);
    show(l, &scaled->gradient, name, cli_rows_decimals(&scaled->rows));
    draw(raw, scaled, l);
    cli_lesson_say(l,
                   "Gradient descent took %zu steps on x as it is, %zu on z; Newton's method took %zu and "
                   "%zu, for it does not mind the scale.",
                   raw->gradient.iterations, scaled->gradient.iterations, raw->newton.iterations,
                   scaled->newton.iterations);
    too_long(raw, l);
}

static void tell(cli_lesson *l)
{
    slope *raw = calloc(1, sizeof *raw), *scaled = calloc(1, sizeof *scaled);
    if (!raw || !scaled)
        cli_lesson_no_memory(l);
    else if (cli_rows_take(&raw->rows, l) && standardise(scaled, &raw->rows, l) && descend(raw, l) &&
             descend(scaled, l))
        tell_slopes(raw, scaled, l);
    if (raw)
        cli_rows_free(&raw->rows);
    if (scaled) {
        cli_rows_free(&scaled->rows);
        logreg_frame_free(scaled->frame);
    }
    free(raw);
    free(scaled);
}

const cli_demo demo_descent = {
    .name = "descent",
    .section = "Finding the fit",
    .title = "Gradient descent and Newton's method, on the map of the loss",
    .rows = "a target of two values and a --feature of numbers",
    .columns = 2,
    .tell = tell,
    .question = "Hours are told in minutes instead: x is sixty times as large. What becomes of L, of the "
                "longest safe step, and of the two "
                "methods?",
    .next = "logreg demo neuron",
};
