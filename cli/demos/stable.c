/* The formula as it stands in books against one that computers can trust. */
#include <math.h>

#include <logreg/special.h>

#include "demos.h"

/* exp(x) / (1 + exp(x)), as it is often typed. */
static double naive(double x)
{
    volatile double e = exp(x);
    return e / (1 + e);
}

static void table(cli_lesson *l)
{
    static const int x[] = {-1000, -800, -745, -100, -40, -1, 0, 1, 40, 100, 709, 710, 800, 1000};
    cli_lesson_head(l, "    x      exp(x)        naive   sigmoid(x)  1-sigmoid(x)");
    for (size_t i = 0; i < sizeof x / sizeof *x; i++) {
        double e = exp(x[i]), p = naive(x[i]);
        cli_lesson_show(l, "%5d  %10.4g  %11.5g  %11.5g  %12.4g", x[i], e, isnan(p) ? NAN : p,
                        logreg_sigmoid(x[i]), logreg_sigmoid_complement(x[i]));
    }
    cli_lesson_gap(l);
}

static void losses(cli_lesson *l)
{
    static const int x[] = {-1000, -100, -40, 0, 40};
    cli_lesson_say(l, "What a fit adds up is the logarithm of the sigmoid, the log-likelihood of a row. "
                      "There the naive way breaks sooner: a "
                      "probability that has been rounded to 0 has no logarithm.");
    cli_lesson_head(l, "    x   log(naive(x))  log_sigmoid(x)");
    for (size_t i = 0; i < sizeof x / sizeof *x; i++)
        cli_lesson_show(l, "%5d  %14.9g  %14.9g", x[i], log(naive(x[i])), logreg_log_sigmoid(x[i]));
    cli_lesson_gap(l);
}

/* Both formulas, number by number, where they agree and where one breaks. */
static void work(cli_lesson *l)
{
    static const double x[] = {2, 710, -710};
    cli_lesson_say(l,
                   "Line by line. The book's formula needs exp(x), the stable one exp(-|x|), which never is "
                   "more than 1:");
    for (size_t i = 0; i < sizeof x / sizeof *x; i++) {
        volatile double e = exp(x[i]), small = exp(-fabs(x[i]));
        double book = e / (1 + e);
        cli_lesson_show(l, "x = %g", x[i]);
        if (isnan(book))
            cli_lesson_show(l, "  book:    %.5g / (1 + %.5g) = %.5g / %.5g, which is no number", e, e, e,
                            1 + e);
        else
            cli_lesson_show(l, "  book:    %.5g / (1 + %.5g) = %.5g / %.5g = %.5g", e, e, e, 1 + e, book);
        if (x[i] < 0)
            cli_lesson_show(l, "  stable:  exp(x) / (1 + exp(x)) = %.5g / (1 + %.5g) = %.5g", small, small,
                            small / (1 + small));
        else
            cli_lesson_show(l, "  stable:  1 / (1 + exp(-x)) = 1 / (1 + %.5g) = %.5g", small,
                            1 / (1 + small));
        cli_lesson_show(l, "  missing from 1:  exp(-x) / (1 + exp(-x)) = %.5g",
                        logreg_sigmoid_complement(x[i]));
    }
    cli_lesson_gap(l);
    cli_lesson_say(l, "The logarithm too takes two formulas. For x >= 0 log(sigmoid(x)) = -log(1 + exp(-x)); "
                      "for x < 0 it is x - log(1 + exp(x)):");
    const volatile double e = exp(-2.0);
    cli_lesson_show(l, "x =  2:  -log(1 + %.5g) = %.5g", e, -log1p(e));
    cli_lesson_show(l, "x = -2:  -2 - log(1 + %.5g) = %.5g", e, -2 - log1p(e));
    cli_lesson_gap(l);
}

static void draw(cli_lesson *l)
{
    enum { POINTS = 801 };
    double x[POINTS], stable[POINTS], book[POINTS];
    logreg_figure *f = NULL;
    if (!cli_lesson_figure(&f, l, "The naive sigmoid breaks off where exp(x) overflows",
                           "Beyond x = 709.8 the formula of the books gives no number at all."))
        return;
    cli_lesson_words(l, f, "The stable sigmoid is %.0f at -1000, %.1f at 0 and %.0f at 1000.",
                     logreg_sigmoid(-1000), logreg_sigmoid(0), logreg_sigmoid(1000));
    for (size_t i = 0; i < POINTS; i++) {
        x[i] = -1000 + 2000 * (double)i / (POINTS - 1);
        stable[i] = logreg_sigmoid(x[i]);
        book[i] = naive(x[i]);
    }
    logreg_figure_set_axis(f, 'x', &(logreg_figure_axis){.label = "x", .low = -1000, .high = 1000});
    logreg_figure_set_axis(
        f, 'y',
        &(logreg_figure_axis){.label = "sigmoid(x)", .low = -0.1, .high = 1.2, .first = 0, .last = 1});
    logreg_figure_line(f, x, stable, POINTS, &(logreg_mark){.colour = 0, .size = 6, .opacity = 0.4});
    logreg_figure_line(f, x, book, POINTS, &(logreg_mark){.colour = 1, .dash = 1});
    const double at = 709.78, low = -0.1, high = 1.2;
    logreg_figure_segments(f, &at, &low, &at, &high, 1, &(logreg_mark){.colour = LOGREG_GREY, .dash = 2});
    logreg_figure_label(f, at, 0.5, "exp(x) is infinite from here on",
                        &(logreg_mark){.colour = LOGREG_INK, .align = 1, .right = -1});
    logreg_figure_label(f, -990, 0.08, "naive, dashed, and stable agree",
                        &(logreg_mark){.colour = 1, .align = -1});
    cli_lesson_draw(l, f);
}

static void tell(cli_lesson *l)
{
    cli_lesson_say(l, "exp(x) / (1 + exp(x)) is the sigmoid on paper. A computer's numbers end near 1.8e308, "
                      "which exp(x) passes at x = 709.8; "
                      "infinity over infinity is then not a number, and one such row spoils a whole fit.");
    table(l);
    draw(l);
    losses(l);
    cli_lesson_say(l, "The cure takes two formulas, each where its exponential is at most 1:");
    cli_lesson_show(l, "x >= 0:  1 / (1 + exp(-x))");
    cli_lesson_show(l, "x <  0:  exp(x) / (1 + exp(x))");
    cli_lesson_gap(l);
    if (l->steps)
        work(l);
    cli_lesson_say(l, "And note the last column: at 40 the sigmoid is 1 to sixteen digits, and yet what is "
                      "missing, 4.2e-18, is known to all "
                      "of its own. Where a chance is nearly certain, keep the chance that it fails.");
}

const cli_demo demo_stable = {
    .name = "stable",
    .section = "The sigmoid",
    .title = "The sigmoid at 1000 and -1000, naive and stable",
    .tell = tell,
    .question =
        "1 / (1 + exp(-x)) alone never gives \"not a number\". Why does it still lose something at x = -710?",
    .next = "logreg demo sigmoid",
};
