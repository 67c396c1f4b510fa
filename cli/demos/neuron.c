/* A neuron with one input: from weight and bias to output, and trained until it meets Newton's coefficients. */
#include <math.h>
#include <stdlib.h>

#include <logreg/special.h>

#include "demos.h"
#include "draw.h"
#include "rows.h"

#define RATE 1.0

enum { MOST = 100000 };

/* What a fit went through. */
typedef struct {
    size_t n, room;
    double *b0, *b1, *loss;
    bool failed, arrived;
} history;

static void keep(const logreg_trace_row *row, void *data)
{
    history *h = data;
    if (h->n == h->room) {
        h->failed = true;
        return;
    }
    h->b0[h->n] = row->beta[0];
    h->b1[h->n] = row->beta[1];
    h->loss[h->n++] = row->loss;
}

/* The rows with x standardised: z has the mean 0 and the deviation 1. */
static bool standardise(logreg_frame **frame, const cli_rows *rows, cli_lesson *l)
{
    double mean = cli_rows_mean(rows), sd = cli_rows_deviation(rows), *z = malloc(rows->n * sizeof *z);
    if (!z)
        return cli_lesson_no_memory(l);
    for (size_t i = 0; i < rows->n; i++)
        z[i] = (rows->x[i] - mean) / sd;
    bool ok = cli_lesson_ok(l, logreg_frame_new(frame, &l->err)) &&
              cli_lesson_ok(l, logreg_frame_add_numeric(*frame, "z", z, rows->n, 1, &l->err)) &&
              cli_lesson_ok(l, logreg_frame_add_numeric(*frame, "y", rows->y, rows->n, 1, &l->err));
    free(z);
    return ok;
}

static bool train(history *h, const logreg_frame *frame, cli_lesson *l)
{
    size_t most = 20000000 / logreg_frame_rows(frame); /* so that it takes seconds */
    logreg_model *m = NULL;
    logreg_options options = logreg_options_default();
    options.solver = "gd";
    options.scaling = false;
    options.learning_rate = RATE;
    options.max_iter = most < MOST ? most : MOST;
    options.trace = keep;
    options.trace_data = h;
    bool ok = cli_lesson_fit(&m, l, frame, "y ~ z", &options);
    h->arrived = ok && logreg_model_converged(m);
    logreg_model_free(m);
    return ok;
}

static void forward(cli_lesson *l)
{
    double w = 0.8, x = 2, b = -1, z = w * x + b;
    cli_lesson_say(
        l,
        "A neuron with one input multiplies it by a weight, adds a bias, and sends the sum through "
        "the sigmoid. With weight %.1f, bias %.1f and input %.0f:",
        w, b, x);
    cli_lesson_show(l, "sum     %.1f x %.0f + (%.1f) = %.1f", w, x, b, z);
    cli_lesson_show(l, "output  1 / (1 + exp(%.1f)) = %.4f", -z, logreg_sigmoid(z));
    cli_lesson_gap(l);
    cli_lesson_say(
        l, "That is a logistic regression: the weight is the slope, the bias is the intercept, the output "
           "is the probability.");
}

/* The first step, from the rows themselves; what the solver did must be the same. */
static void first_step(const cli_rows *rows, cli_lesson *l)
{
    double mean = cli_rows_mean(rows), sd = cli_rows_deviation(rows), g0 = 0, g1 = 0;
    size_t shown = rows->n < 12 ? rows->n : 12;
    cli_lesson_say(
        l, "The first step by hand. z = (x %c %.6g) / %.6g; with weight and bias 0 each output is 0.5:",
        mean < 0 ? '+' : '-', fabs(mean), sd);
    cli_lesson_head(l, "        x        z  y  output   error  error x z");
    for (size_t i = 0; i < rows->n; i++) {
        double z = (rows->x[i] - mean) / sd, error = 0.5 - rows->y[i];
        g0 += error / (double)rows->n;
        g1 += error * z / (double)rows->n;
        if (i < shown)
            cli_lesson_show(l, "%9.6g  %7.4f  %.0f  %6.1f  %6.1f  %9.4f", rows->x[i], z, rows->y[i], 0.5,
                            error, error * z);
    }
    if (rows->n > shown)
        cli_lesson_show(l, "and %zu rows more", rows->n - shown);
    cli_lesson_show(l, "                        mean  %6.4f  %9.4f", g0, g1);
    cli_lesson_show(l, "bias    0 - %.0f x (%.4f) = %.4f", RATE, g0, -RATE * g0);
    cli_lesson_show(l, "weight  0 - %.0f x (%.4f) = %.4f", RATE, g1, -RATE * g1);
    cli_lesson_gap(l);
}

static void show_training(const history *h, cli_lesson *l)
{
    static const size_t at[] = {0,   1,   2,    3,    5,    10,    20,    50,   100,
                                200, 500, 1000, 2000, 5000, 10000, 20000, 50000};
    cli_lesson_head(l, " step       bias     weight       loss");
    for (size_t i = 0; i < sizeof at / sizeof *at && at[i] + 1 < h->n; i++)
        cli_lesson_show(l, "%5zu  %9.6f  %9.6f  %9.6f", at[i], h->b0[at[i]], h->b1[at[i]], h->loss[at[i]]);
    size_t last = h->n - 1;
    cli_lesson_show(l, "%5zu  %9.6f  %9.6f  %9.6f", last, h->b0[last], h->b1[last], h->loss[last]);
    cli_lesson_gap(l);
}

static void draw(const history *h, cli_lesson *l, double bias, double weight)
{
    logreg_figure *f = NULL;
    double *step = malloc(h->n * sizeof *step);
    if (!step) {
        cli_lesson_no_memory(l);
        return;
    }
    for (size_t i = 0; i < h->n; i++)
        step[i] = log10((double)i + 1);
    double low = fmin(0, fmin(bias, weight)), high = fmax(0, fmax(bias, weight)),
           room = fmax((high - low) / 8, 0.1);
    if (cli_lesson_figure(&f, l,
                          h->arrived ? "Gradient descent goes where Newton's method goes"
                                     : "Gradient descent, on its way to where Newton's method goes",
                          "Weight and bias after each step; dashed, what Newton's method finds.")) {
        cli_lesson_words(
            l, f,
            "After %zu steps the weight is %.4g and the bias %.4g; Newton's method finds %.4g and %.4g.",
            h->n - 1, h->b1[h->n - 1], h->b0[h->n - 1], weight, bias);
        logreg_figure_set_axis(
            f, 'x',
            &(logreg_figure_axis){
                .label = "steps + 1", .low = 0, .high = fmax(step[h->n - 1], 1), .ticks = LOGREG_TICKS_LOG});
        logreg_figure_set_axis(f, 'y',
                               &(logreg_figure_axis){.low = low - room, .high = high + room, .grid = true});
        cli_draw_level(f, weight, &(logreg_mark){.colour = LOGREG_GREY, .dash = 1});
        cli_draw_level(f, bias, &(logreg_mark){.colour = LOGREG_GREY, .dash = 1});
        logreg_figure_line(f, step, h->b1, h->n, &(logreg_mark){.colour = 0, .size = 3});
        logreg_figure_line(f, step, h->b0, h->n, &(logreg_mark){.colour = 1, .size = 3});
        logreg_figure_name(f, weight, "weight", &(logreg_mark){.colour = 0, .bold = true});
        logreg_figure_name(f, bias, "bias", &(logreg_mark){.colour = 1, .bold = true});
        cli_lesson_draw(l, f);
    }
    free(step);
}

static void tell_rows(const cli_rows *rows, const history *h, cli_lesson *l)
{
    double mean = cli_rows_mean(rows), sd = cli_rows_deviation(rows);
    double b0 = logreg_model_coefficient(rows->model, 1, 0), b1 = logreg_model_coefficient(rows->model, 1, 1);
    double w = h->b1[h->n - 1], b = h->b0[h->n - 1];
    cli_lesson_say(
        l,
        "Now it learns. Of each row the error is output less outcome; the gradient of the mean log loss is "
        "the mean "
        "error for the bias, and the mean of error times input for the weight. A step goes "
        "against it, by a rate of %.0f. The input is standardised first: z has mean 0 and standard "
        "deviation 1.",
        RATE);
    cli_rows_introduce(rows, l);
    if (l->steps)
        first_step(rows, l);
    show_training(h, l);
    if (!h->arrived)
        cli_lesson_say(l, "It is not there yet: these rows make the loss nearly flat, and steps downhill are "
                          "short. The lesson goes no further.");
    draw(h, l, b0 + b1 * mean, b1 * sd);
    cli_lesson_say(
        l, "Back on the scale of x, beside the coefficients that Newton's method finds in %zu iterations:",
        logreg_model_iterations(rows->model));
    cli_lesson_head(l, "                  neuron           Newton");
    cli_lesson_show(l, "slope      %#13.8g   %#14.8g", w / sd, b1);
    cli_lesson_show(l, "intercept  %#13.8g   %#14.8g", b - w / sd * mean, b0);
    if (l->steps) {
        cli_lesson_show(l, "slope      weight / deviation  = %.6g / %.6g", w, sd);
        cli_lesson_show(l, "intercept  bias - slope x mean = %.5g - (%.6g) x (%.5g)", b, w / sd, mean);
    }
    cli_lesson_gap(l);
}

static void tell(cli_lesson *l)
{
    cli_rows rows = {0};
    logreg_frame *frame = NULL;
    history h = {.room = MOST + 1};
    h.b0 = malloc(h.room * sizeof *h.b0);
    h.b1 = malloc(h.room * sizeof *h.b1);
    h.loss = malloc(h.room * sizeof *h.loss);
    if (!h.b0 || !h.b1 || !h.loss)
        cli_lesson_no_memory(l);
    else if (cli_rows_take(&rows, l) && standardise(&frame, &rows, l) && train(&h, frame, l)) {
        forward(l);
        tell_rows(&rows, &h, l);
    }
    cli_rows_free(&rows);
    logreg_frame_free(frame);
    free(h.b0);
    free(h.b1);
    free(h.loss);
}

const cli_demo demo_neuron = {
    .name = "neuron",
    .section = "Neurons",
    .title = "A neuron with a sigmoid learns a logistic regression",
    .rows = "a target of two values and a --feature of numbers",
    .columns = 2,
    .tell = tell,
    .question =
        "A network puts a hundred such neurons side by side and feeds their outputs to one more. Is that "
        "still a logistic regression? Of what?",
    .next = "logreg demo vanishing",
};
