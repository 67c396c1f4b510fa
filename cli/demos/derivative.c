/* The derivative of the sigmoid, line by line; its ceiling of a quarter and what becomes of it far out. */
#include <math.h>

#include <logreg/special.h>

#include "demos.h"
#include "draw.h"

static void work(cli_lesson *l)
{
    cli_lesson_show(l, "s(x)  = 1 / (1 + exp(-x)) = (1 + exp(-x))^(-1)");
    cli_lesson_show(l, "s'(x) = -(1 + exp(-x))^(-2) * (1 + exp(-x))'  chain rule");
    cli_lesson_show(l, "      = -(1 + exp(-x))^(-2) * (-exp(-x))");
    cli_lesson_show(l, "      = exp(-x) / (1 + exp(-x))^2");
    cli_lesson_show(l, "      = 1 / (1 + exp(-x)) * exp(-x) / (1 + exp(-x))");
    cli_lesson_show(l, "      = s(x) * (1 + exp(-x) - 1) / (1 + exp(-x))");
    cli_lesson_show(l, "      = s(x) * (1 - 1 / (1 + exp(-x)))");
    cli_lesson_show(l, "      = s(x) * (1 - s(x))");
    cli_lesson_gap(l);
}

static void table(cli_lesson *l)
{
    static const int x[] = {-10, -5, -2, -1, 0, 1, 2, 5, 10, 20, 40};
    cli_lesson_head(l, "  x         s(x)     1 - s(x)        s'(x)   of the 1/4");
    for (size_t i = 0; i < sizeof x / sizeof *x; i++)
        cli_lesson_show(l, "%3d  %11.5g  %11.5g  %11.5g  %10.3g%%", x[i], logreg_sigmoid(x[i]),
                        logreg_sigmoid_complement(x[i]), logreg_sigmoid_derivative(x[i]),
                        400 * logreg_sigmoid_derivative(x[i]));
    cli_lesson_gap(l);
}

/* Difference quotients, which need no rule. */
static void quotients(cli_lesson *l)
{
    cli_lesson_say(l, "Without any rule, at x = 1: the slope between two points h to either side.");
    cli_lesson_head(l, "       h    s(1 + h)    s(1 - h)   difference / (2 h)");
    for (int k = 0; k <= 4; k++) {
        double h = pow(10, -k), up = logreg_sigmoid(1 + h), down = logreg_sigmoid(1 - h);
        cli_lesson_show(l, "%8.4f  %10.8f  %10.8f  %19.9f", h, up, down, (up - down) / (2 * h));
    }
    cli_lesson_show(l, "                     s(1) (1 - s(1))   %.9f", logreg_sigmoid_derivative(1));
    cli_lesson_gap(l);
}

static void axes(logreg_figure *f, double low, double high)
{
    logreg_figure_set_axis(f, 'x', &(logreg_figure_axis){.label = "x", .low = -8, .high = 8});
    logreg_figure_set_axis(
        f, 'y', &(logreg_figure_axis){.low = low, .high = high, .first = 0, .last = high > 0.5 ? 1 : 0.25});
    cli_draw_level(f, 0, &(logreg_mark){.colour = LOGREG_INK, .size = 1});
    cli_draw_upright(f, 0, &(logreg_mark){.colour = LOGREG_INK, .size = 1});
}

static void draw(cli_lesson *l)
{
    logreg_figure *f = NULL;
    if (!cli_lesson_figure(&f, l, "The sigmoid is steepest in the middle, and never steeper than 1/4",
                           "The derivative alone, and with the sigmoid on the same centred axes."))
        return;
    cli_lesson_words(
        l, f, "The derivative is %.4f at -4, %.4f at -1, %.2f at 0, and the same on the other side.",
        logreg_sigmoid_derivative(-4), logreg_sigmoid_derivative(-1), logreg_sigmoid_derivative(0));
    logreg_figure_size(f, 1600, 800);
    logreg_figure_columns(f, 2);
    logreg_figure_panel(f, "The derivative");
    axes(f, -0.02, 0.3);
    cli_draw_level(f, 0.25, &(logreg_mark){.colour = LOGREG_GREY, .dash = 1});
    cli_draw_function(f, logreg_sigmoid_derivative, -8, 8, &(logreg_mark){.colour = 1, .size = 3});
    cli_draw_text(f, -8, 0.272, LOGREG_GREY, -1, "ceiling 1/4");
    logreg_figure_panel(f, "Both");
    axes(f, -0.07, 1.07);
    cli_draw_function(f, logreg_sigmoid, -8, 8, &(logreg_mark){.colour = 0, .size = 3});
    cli_draw_function(f, logreg_sigmoid_derivative, -8, 8, &(logreg_mark){.colour = 1, .size = 3});
    cli_draw_text(f, 2.5, 0.85, 0, -1, "sigmoid");
    cli_draw_text(f, 2.5, 0.2, 1, -1, "derivative");
    cli_lesson_draw(l, f);
}

static void tell(cli_lesson *l)
{
    cli_lesson_say(l, "How steep is the sigmoid? Line by line, with s for the sigmoid:");
    work(l);
    cli_lesson_say(l, "So who has the value has the slope too: at s = 0.8 it is 0.8 x 0.2 = 0.16.");
    draw(l);
    table(l);
    if (l->steps)
        quotients(l);
    cli_lesson_say(
        l,
        "A product of two shares that sum to 1 is largest where they are equal: 1/2 x 1/2 = 1/4, at x = 0. "
        "That is the ceiling. So in a logistic regression one unit of a column never adds more to the "
        "probability than its coefficient divided by 4, and nearly as much where that is small and the "
        "probability about 1/2.");
    cli_lesson_say(l, "Far out the sigmoid is saturated: at 10 the slope is a five-thousandth of the "
                      "ceiling, at 40 it is nothing "
                      "that would move anything. What learns by slopes stops learning there.");
}

const cli_demo demo_derivative = {
    .name = "derivative",
    .section = "The sigmoid",
    .title = "The derivative of the sigmoid is s (1 - s), and at most 1/4",
    .tell = tell,
    .question = "A fit has the coefficient 0.8 for a year of age. By how much does the probability rise with "
                "one year, at most? "
                "Where does it rise as much as that?",
    .next = "logreg demo vanishing",
};
