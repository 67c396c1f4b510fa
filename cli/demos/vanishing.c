/* Gradients through a chain of sigmoids: they vanish, or explode; and outputs that are not centred on zero. */
#include <math.h>
#include <stdlib.h>

#include <logreg/special.h>

#include "demos.h"
#include "draw.h"

enum { DEPTH = 20, DRAWS = 1000, BINS = 40 };

/* A chain a = f(w a + b), with the slope of its end along its beginning after each link. */
typedef struct {
    const char *name;
    double (*value)(double), (*slope)(double);
    double w, b, start;
    double a[DEPTH + 1], gradient[DEPTH + 1];
} chain;

static void follow(chain *c)
{
    c->a[0] = c->start;
    c->gradient[0] = 1;
    for (int k = 1; k <= DEPTH; k++) {
        double z = c->w * c->a[k - 1] + c->b;
        c->a[k] = c->value(z);
        c->gradient[k] = c->gradient[k - 1] * c->w * c->slope(z);
    }
}

static void show_chains(cli_lesson *l, const chain *c)
{
    static const int at[] = {0, 1, 2, 3, 4, 5, 10, 15, 20};
    cli_lesson_head(l, "       weight 1, bias 0      weight 8, bias -4");
    cli_lesson_head(l, "links      output  gradient        output   gradient");
    for (size_t i = 0; i < sizeof at / sizeof *at; i++) {
        int k = at[i];
        cli_lesson_show(l, "%5d  %10.6f  %8.3g    %10.6f  %9.4g", k, c[0].a[k], c[0].gradient[k], c[1].a[k],
                        c[1].gradient[k]);
    }
    cli_lesson_gap(l);
}

static void work(cli_lesson *l, const chain *c)
{
    cli_lesson_say(l, "By the chain rule, with weight 1 and bias 0, each link multiplies by its weight times "
                      "its slope, which is s (1 - s):");
    for (int k = 1; k <= 4; k++) {
        double slope = logreg_sigmoid_derivative(c->w * c->a[k - 1] + c->b);
        cli_lesson_show(l, "%d  sigmoid(%.4f) = %.4f; %.4f x %.4f = %.4f", k, c->a[k - 1], c->a[k], c->a[k],
                        1 - c->a[k], slope);
        cli_lesson_show(l, "   %.6f x %.4f = %.6f", c->gradient[k - 1], slope, c->gradient[k]);
    }
    cli_lesson_gap(l);
}

/* A thousand inputs about zero. */
static bool drawn(double x[DRAWS], cli_lesson *l)
{
    gsl_matrix_view X = gsl_matrix_view_array(x, DRAWS, 1);
    gsl_vector *y = gsl_vector_alloc(DRAWS), *beta = gsl_vector_calloc(2);
    bool ok = (y && beta) || cli_lesson_no_memory(l);
    ok = ok && cli_lesson_ok(l, logreg_make_logistic(&X.matrix, y, beta, l->seed, &l->err));
    gsl_vector_free(y);
    gsl_vector_free(beta);
    return ok;
}

static double mean_of(double (*f)(double), const double x[DRAWS])
{
    double sum = 0;
    for (int i = 0; i < DRAWS; i++)
        sum += f(x[i]);
    return sum / DRAWS;
}

static double as_it_is(double x)
{
    return x;
}

/* What they become. */
static void centres(cli_lesson *l, const double x[DRAWS])
{
    int below = 0;
    for (int i = 0; i < DRAWS; i++)
        below += x[i] < 0;
    cli_lesson_say(
        l,
        "And one more thing: the outputs of a sigmoid are not centred on zero. Of %d normal draws:", DRAWS);
    cli_lesson_show(l, "           inputs    sigmoid       tanh");
    cli_lesson_show(l, "mean     %8.4f   %8.4f   %8.4f", mean_of(as_it_is, x), mean_of(logreg_sigmoid, x),
                    mean_of(logreg_tanh, x));
    cli_lesson_show(l, "below 0  %8d   %8d   %8d", below, 0, below);
    cli_lesson_gap(l);
    cli_lesson_say(l, "The gradient for a weight is the error times the input that it weighs. If all "
                      "inputs are positive, all weights of a neuron are pushed up together or down together, "
                      "and a path that should go up for one and down for another must zigzag.");
}

static void draw_chains(logreg_figure *f, const chain *c, int n)
{
    double at[DEPTH + 1], size[DEPTH + 1];
    logreg_figure_panel(f, "Gradients along twenty links");
    logreg_figure_set_axis(f, 'x',
                           &(logreg_figure_axis){.label = "links", .low = 0, .high = DEPTH, .most = 5});
    logreg_figure_set_axis(
        f, 'y', &(logreg_figure_axis){.low = -15, .high = 9, .ticks = LOGREG_TICKS_LOG, .grid = true});
    for (int i = 0; i < n; i++) {
        for (int k = 0; k <= DEPTH; k++) {
            at[k] = k;
            size[k] = log10(c[i].gradient[k]);
        }
        logreg_figure_line(f, at, size, DEPTH + 1, &(logreg_mark){.colour = i, .size = 3, .dash = i});
        static const int middle[] = {8, 14, 8};
        logreg_figure_label(f, middle[i], size[middle[i]], c[i].name,
                            &(logreg_mark){.colour = i,
                                           .bold = true,
                                           .align = i == 1 ? 1 : -1,
                                           .right = i == 0 ? 0.5 : 0,
                                           .up = i == 2 ? -0.8 : 0.8});
    }
}

/* A histogram of what a function makes of the draws, above a level, and a line at its mean. */
static void draw_outputs(logreg_figure *f, const double x[DRAWS], double (*value)(double), double level,
                         int colour, const char *name)
{
    int n[BINS] = {0};
    char text[60];
    double mean = mean_of(value, x), top = level + 1;
    for (int i = 0; i < DRAWS; i++) {
        int bin = (int)floor((value(x[i]) + 1) / 2 * BINS);
        n[bin < 0 ? 0 : bin >= BINS ? BINS - 1 : bin]++;
    }
    for (int b = 0; b < BINS; b++) {
        double x0 = -1 + 2.0 * b / BINS, x1 = x0 + 1.84 / BINS, y1 = level + n[b] / 110.0;
        if (n[b])
            logreg_figure_boxes(f, &x0, &level, &x1, &y1, 1,
                                &(logreg_mark){.colour = colour, .opacity = 0.7});
    }
    logreg_figure_segments(f, &mean, &level, &mean, &top, 1,
                           &(logreg_mark){.colour = LOGREG_INK, .size = 1.6, .dash = 1});
    snprintf(text, sizeof text, "%s, mean %.2f", name, mean);
    logreg_figure_label(f, -0.97, level + 0.82, text,
                        &(logreg_mark){.colour = colour, .bold = true, .align = -1});
}

static void draw(cli_lesson *l, const chain *c, int n, const double x[DRAWS])
{
    logreg_figure *f = NULL;
    if (!cli_lesson_figure(
            &f, l, "Sigmoids in a chain: gradients vanish or explode, outputs stand off zero",
            "First, how much the end moves with the beginning, in powers of ten. Then inputs about "
            "zero: tanh keeps their middle, the sigmoid does not."))
        return;
    cli_lesson_words(l, f,
                     "After %d links the gradient is %.2g with weight 1, and %.3g with weight 8. The mean of "
                     "the sigmoids is %.2f, that of tanh %.2f.",
                     DEPTH, c[0].gradient[DEPTH], c[1].gradient[DEPTH], mean_of(logreg_sigmoid, x),
                     mean_of(logreg_tanh, x));
    logreg_figure_size(f, 1600, 800);
    logreg_figure_columns(f, 2);
    draw_chains(f, c, n);
    logreg_figure_panel(f, "Outputs of 1,000 draws");
    logreg_figure_set_axis(f, 'x', &(logreg_figure_axis){.label = "output", .low = -1, .high = 1, .most = 5});
    logreg_figure_set_axis(
        f, 'y', &(logreg_figure_axis){.low = 0, .high = 2.2, .ticks = LOGREG_TICKS_NONE, .bare = true});
    cli_draw_upright(f, 0, &(logreg_mark){.colour = LOGREG_RULE, .size = 1.2});
    draw_outputs(f, x, logreg_sigmoid, 1.1, 0, "sigmoid");
    draw_outputs(f, x, logreg_tanh, 0, 1, "tanh");
    cli_lesson_draw(l, f);
}

static void tell(cli_lesson *l)
{
    chain c[] = {{.name = "sigmoid, weight 1",
                  .value = logreg_sigmoid,
                  .slope = logreg_sigmoid_derivative,
                  .w = 1,
                  .b = 0,
                  .start = 0.5},
                 {.name = "sigmoid, weight 8",
                  .value = logreg_sigmoid,
                  .slope = logreg_sigmoid_derivative,
                  .w = 8,
                  .b = -4,
                  .start = 0.5},
                 {.name = "ReLU, weight 1",
                  .value = logreg_relu,
                  .slope = logreg_relu_derivative,
                  .w = 1,
                  .b = 0,
                  .start = 0.5}};
    enum { CHAINS = sizeof c / sizeof *c };
    double x[DRAWS];
    for (int i = 0; i < CHAINS; i++)
        follow(&c[i]);
    cli_lesson_say(l, "A deep network is a chain: the output of a neuron is the input of the next, a -> "
                      "sigmoid(w a + b). How much does the end move if the "
                      "beginning moves a little? By the chain rule each link multiplies by w times the slope "
                      "of the sigmoid, "
                      "and that is 1/4 at most.");
    show_chains(l, c);
    if (l->steps)
        work(l, c);
    cli_lesson_say(l,
                   "With weights of 1 (and bias 0) twenty links leave %.2g: the first layers learn nothing. "
                   "With weights of 8, and a bias of -4 that "
                   "keeps each link in its steep middle, each multiplies by 8 x 1/4 = 2, and twenty of them "
                   "by 2^20 = %.0f: the gradient explodes. "
                   "ReLU with weight 1 passes it on as it is.",
                   c[0].gradient[DEPTH], c[1].gradient[DEPTH]);
    if (drawn(x, l)) {
        centres(l, x);
        draw(l, c, CHAINS, x);
    }
}

const cli_demo demo_vanishing = {
    .name = "vanishing",
    .section = "Neurons",
    .title = "Through many sigmoids gradients vanish, or explode",
    .tell = tell,
    .question = "With which weight would a link in its steep middle pass the gradient on as it is? And what "
                "if the link is saturated?",
    .next = "logreg demo activations",
};
