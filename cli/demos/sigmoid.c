/* The sigmoid from -10 to 10, its formula, its limits, and its value at 1 by hand. */
#include <math.h>

#include <logreg/special.h>

#include "demos.h"

enum { POINTS = 401 };

static void table(cli_lesson *l)
{
    static const int x[] = {-10, -6, -4, -2, -1, 0, 1, 2, 4, 6, 10};
    cli_lesson_head(l, "  x       exp(-x)      sigmoid(x)   1 - sigmoid(x)");
    for (size_t i = 0; i < sizeof x / sizeof *x; i++)
        cli_lesson_show(l, "%3d  %12.6g  %14.7g  %15.7g", x[i], exp(-x[i]), logreg_sigmoid(x[i]),
                        logreg_sigmoid_complement(x[i]));
    cli_lesson_gap(l);
}

static void by_hand(cli_lesson *l)
{
    double e = exp(-1);
    cli_lesson_say(l, "By hand, at x = 1:");
    cli_lesson_show(l, "sigmoid(1) = 1 / (1 + exp(-1))");
    cli_lesson_show(l, "           = 1 / (1 + %.4f)        exp(-1) = 1 / 2.7183", e);
    cli_lesson_show(l, "           = 1 / %.4f", 1 + e);
    cli_lesson_show(l, "           = %.4f", logreg_sigmoid(1));
    cli_lesson_gap(l);
}

/* Without a calculator: the series of exp(-1), term by term. */
static void series(cli_lesson *l)
{
    double term = 1, sum = 1;
    cli_lesson_say(l, "And exp(-1) without a calculator, as 1 - 1 + 1/2 - 1/6 + ...:");
    for (int k = 1; k <= 8; k++) {
        term /= -k;
        sum += term;
        cli_lesson_show(l, "after %d  %+.6f  sum %.6f  sigmoid %.6f", k, term, sum, 1 / (1 + sum));
    }
    cli_lesson_gap(l);
}

static void draw(cli_lesson *l)
{
    double x[POINTS], y[POINTS];
    const double ends[] = {-10, 10}, zero[] = {0, 0}, one[] = {1, 1};
    logreg_figure *f = NULL;
    if (!cli_lesson_figure(&f, l, "The sigmoid turns any number into a probability",
                           "It never reaches 0 or 1, and crosses 1/2 at 0."))
        return;
    cli_lesson_words(l, f, "It is %.4f at -4, %.4f at -1, %.4f at 1 and %.4f at 4.", logreg_sigmoid(-4),
                     logreg_sigmoid(-1), logreg_sigmoid(1), logreg_sigmoid(4));
    for (size_t i = 0; i < POINTS; i++) {
        x[i] = -10 + 20 * (double)i / (POINTS - 1);
        y[i] = logreg_sigmoid(x[i]);
    }
    logreg_figure_set_axis(f, 'x', &(logreg_figure_axis){.label = "x", .low = -10, .high = 10});
    logreg_figure_set_axis(
        f, 'y',
        &(logreg_figure_axis){.label = "sigmoid(x)", .low = -0.05, .high = 1.05, .first = 0, .last = 1});
    logreg_figure_line(f, ends, zero, 2, &(logreg_mark){.colour = LOGREG_GREY, .dash = 1});
    logreg_figure_line(f, ends, one, 2, &(logreg_mark){.colour = LOGREG_GREY, .dash = 1});
    logreg_figure_line(f, x, y, POINTS, &(logreg_mark){.colour = 0, .size = 3});
    const double at[] = {0, 1}, is[] = {0.5, logreg_sigmoid(1)};
    logreg_figure_points(f, at, is, 2, &(logreg_mark){.colour = 1});
    logreg_figure_label(f, at[0], is[0], "sigmoid(0) = 1/2",
                        &(logreg_mark){.colour = 1, .align = 1, .right = -1.5});
    logreg_figure_label(f, at[1], is[1], "sigmoid(1) = 0.7311",
                        &(logreg_mark){.colour = 1, .align = -1, .right = 1.5});
    cli_lesson_draw(l, f);
}

static void tell(cli_lesson *l)
{
    cli_lesson_say(l, "Take any number x, however large or small, and make a probability of it:");
    cli_lesson_show(l, "sigmoid(x) = 1 / (1 + exp(-x))");
    cli_lesson_gap(l);
    draw(l);
    cli_lesson_say(
        l, "Its limits. As x goes to +infinity, exp(-x) goes to 0, and 1 / (1 + 0) = 1. As x goes to "
           "-infinity, exp(-x) "
           "grows without bound, and 1 over that goes to 0. At 0, exp(0) = 1, and 1 / (1 + 1) = 1/2.");
    table(l);
    by_hand(l);
    if (l->steps)
        series(l);
    cli_lesson_say(l, "Read the table from both ends: sigmoid(-x) = 1 - sigmoid(x). What says yes with 0.88 "
                      "at 2 says no with 0.88 "
                      "at -2.");
}

const cli_demo demo_sigmoid = {
    .name = "sigmoid",
    .section = "The sigmoid",
    .title = "The sigmoid turns any number into a probability",
    .tell = tell,
    .question =
        "At which x is the sigmoid 0.9? Guess from the picture first; then solve 1 / (1 + exp(-x)) = 0.9.",
    .next = "logreg calc 0.9",
};
