/* Gradients through a chain of sigmoids: they vanish, or explode; and outputs that are not centred on zero. */
#include <math.h>
#include <stdlib.h>

#include <logreg/special.h>

#include "demos.h"
#include "draw.h"

enum { DEPTH = 20, DRAWS = 1000 };

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

/* What a thousand inputs about zero become. */
static void centres(cli_lesson *l)
{
    gsl_matrix *X = gsl_matrix_alloc(DRAWS, 1);
    gsl_vector *y = gsl_vector_alloc(DRAWS), *beta = gsl_vector_calloc(2);
    if (!X || !y || !beta)
        cli_lesson_no_memory(l);
    else if (cli_lesson_ok(l, logreg_make_logistic(X, y, beta, l->seed, &l->err))) {
        double mean = 0, sigmoid = 0, tanh = 0, below = 0;
        for (size_t i = 0; i < DRAWS; i++) {
            double x = gsl_matrix_get(X, i, 0);
            mean += x / DRAWS;
            sigmoid += logreg_sigmoid(x) / DRAWS;
            tanh += logreg_tanh(x) / DRAWS;
            below += x < 0;
        }
        cli_lesson_say(l,
                       "And one more thing: its outputs are not centred on zero. Of %d normal draws:", DRAWS);
        cli_lesson_show(l, "           inputs    sigmoid       tanh");
        cli_lesson_show(l, "mean     %8.4f   %8.4f   %8.4f", mean, sigmoid, tanh);
        cli_lesson_show(l, "below 0  %8.0f   %8.0f   %8.0f", below, 0.0, below);
        cli_lesson_gap(l);
        cli_lesson_say(l, "The gradient for a weight is the error times the input that it weighs. If all "
                          "inputs are positive, all weights of a neuron "
                          "are pushed up together or down together, and a path that should go up for one and "
                          "down for another must zigzag.");
    }
    gsl_matrix_free(X);
    gsl_vector_free(y);
    gsl_vector_free(beta);
}

static void draw(cli_lesson *l, const chain *c, int n)
{
    logreg_figure *f = NULL;
    double at[DEPTH + 1], size[DEPTH + 1];
    if (!cli_lesson_figure(&f, l, "Gradients through a chain of twenty links",
                           "How much the end moves with the beginning, on a scale of powers of ten."))
        return;
    logreg_figure_set_axis(f, 'x',
                           &(logreg_figure_axis){.label = "links", .low = 0, .high = DEPTH, .most = 5});
    logreg_figure_set_axis(
        f, 'y',
        &(logreg_figure_axis){
            .label = "gradient", .low = -17, .high = 8, .ticks = LOGREG_TICKS_LOG, .grid = true});
    for (int i = 0; i < n; i++) {
        for (int k = 0; k <= DEPTH; k++) {
            at[k] = k;
            size[k] = log10(c[i].gradient[k]);
            if (size[k] < -17)
                size[k] = NAN;
        }
        logreg_figure_line(f, at, size, DEPTH + 1, &(logreg_mark){.colour = i, .size = 3, .dash = i});
        logreg_figure_name(f, size[DEPTH], c[i].name, &(logreg_mark){.colour = i, .bold = true});
    }
    cli_lesson_draw(l, f);
}

static void tell(cli_lesson *l)
{
    chain c[] = {{.name = "sigmoid, 1",
                  .value = logreg_sigmoid,
                  .slope = logreg_sigmoid_derivative,
                  .w = 1,
                  .b = 0,
                  .start = 0.5},
                 {.name = "sigmoid, 8",
                  .value = logreg_sigmoid,
                  .slope = logreg_sigmoid_derivative,
                  .w = 8,
                  .b = -4,
                  .start = 0.5},
                 {.name = "ReLU, 1",
                  .value = logreg_relu,
                  .slope = logreg_relu_derivative,
                  .w = 1,
                  .b = 0,
                  .start = 0.5}};
    enum { CHAINS = sizeof c / sizeof *c };
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
    draw(l, c, CHAINS);
    cli_lesson_say(l,
                   "With weights of 1 (and bias 0) twenty links leave %.2g: the first layers learn nothing. "
                   "With weights of 8, and a bias of -4 that "
                   "keeps each link in its steep middle, each multiplies by 8 x 1/4 = 2, and twenty of them "
                   "by 2^20 = %.0f: the gradient explodes. "
                   "ReLU with weight 1 passes it on as it is.",
                   c[0].gradient[DEPTH], c[1].gradient[DEPTH]);
    centres(l);
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
