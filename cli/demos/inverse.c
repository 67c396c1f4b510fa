/* Sigmoid and logit undo each other. */
#include <math.h>

#include <logreg/special.h>

#include "demos.h"
#include "draw.h"

static void from_p(cli_lesson *l)
{
    static const double p[] = {0.001, 0.01, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99, 0.999};
    cli_lesson_head(l, "    p     logit(p)   sigmoid(logit(p))");
    for (size_t i = 0; i < sizeof p / sizeof *p; i++) {
        double x = logreg_logit(p[i]);
        cli_lesson_show(l, "%5.4g  %11.6f  %18.12g", p[i], x, logreg_sigmoid(x));
        if (l->steps)
            cli_lesson_show(l, " log(%.4g/%.4g) = %.3f;  1/(1 + exp(%.3f)) = %.4g", p[i], 1 - p[i], x, -x,
                            logreg_sigmoid(x));
    }
    cli_lesson_gap(l);
}

static void from_x(cli_lesson *l)
{
    static const int x[] = {-40, -20, -5, -1, 0, 1, 5, 20, 36, 40};
    cli_lesson_head(l, "  x      sigmoid(x)   logit(sigmoid(x))");
    for (size_t i = 0; i < sizeof x / sizeof *x; i++)
        cli_lesson_show(l, "%3d  %14.10g  %18.12g", x[i], logreg_sigmoid(x[i]),
                        logreg_logit(logreg_sigmoid(x[i])));
    cli_lesson_gap(l);
}

static void algebra(cli_lesson *l)
{
    cli_lesson_show(l, "p = 1 / (1 + exp(-x))");
    cli_lesson_show(l, "1 / p = 1 + exp(-x)                 turned over");
    cli_lesson_show(l, "(1 - p) / p = exp(-x)               1 taken away");
    cli_lesson_show(l, "p / (1 - p) = exp(x)                turned over: the odds");
    cli_lesson_show(l, "log(p / (1 - p)) = x                the logit");
    cli_lesson_gap(l);
}

static void draw(cli_lesson *l)
{
    logreg_figure *f = NULL;
    if (!cli_lesson_figure(&f, l, "Sigmoid and logit are each other's picture in the mirror",
                           "Change the axes of one and the other is there."))
        return;
    cli_lesson_words(l, f, "The sigmoid takes -2 to %.4f and 2 to %.4f, and the logit takes these back.",
                     logreg_sigmoid(-2), logreg_sigmoid(2));
    logreg_figure_size(f, 1600, 800);
    logreg_figure_columns(f, 2);
    logreg_figure_panel(f, "From x to p: sigmoid");
    logreg_figure_set_axis(f, 'x', &(logreg_figure_axis){.label = "x", .low = -6, .high = 6, .grid = true});
    logreg_figure_set_axis(
        f, 'y',
        &(logreg_figure_axis){.label = "p", .low = -0.02, .high = 1.02, .first = 0, .last = 1, .grid = true});
    cli_draw_function(f, logreg_sigmoid, -6, 6, &(logreg_mark){.colour = 0, .size = 3});
    logreg_figure_panel(f, "From p to x: logit");
    logreg_figure_set_axis(
        f, 'x',
        &(logreg_figure_axis){.label = "p", .low = -0.02, .high = 1.02, .first = 0, .last = 1, .grid = true});
    logreg_figure_set_axis(f, 'y', &(logreg_figure_axis){.label = "x", .low = -6, .high = 6, .grid = true});
    cli_draw_function(f, logreg_logit, logreg_sigmoid(-6), logreg_sigmoid(6),
                      &(logreg_mark){.colour = 1, .size = 3});
    cli_lesson_draw(l, f);
}

static void tell(cli_lesson *l)
{
    cli_lesson_say(l, "The sigmoid makes a probability of any number, the logit makes a number of any "
                      "probability. Each undoes the other:");
    algebra(l);
    draw(l);
    from_p(l);
    cli_lesson_say(l, "And the other way round:");
    from_x(l);
    cli_lesson_say(l, "On paper the last column is the first. A computer keeps some sixteen digits of a "
                      "number, and near 1 they are nines: what tells 36 from "
                      "its neighbours is lost there, and at 40 the probability has become 1, whose logit is "
                      "infinite. Near 0 nothing "
                      "is lost, as -40 shows. So work with the logit, and take 1 - p from sigmoid(-x).");
}

const cli_demo demo_inverse = {
    .name = "inverse",
    .section = "The sigmoid",
    .title = "Sigmoid and logit undo each other",
    .tell = tell,
    .question = "Which way would you lose nothing at 40, if you may keep two numbers, p and 1 - p?",
    .next = "logreg calc --from logit -40 0 40",
};
