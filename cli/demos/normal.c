/* A thousand normal draws, before and after the sigmoid. */
#include <math.h>

#include <logreg/special.h>

#include "demos.h"
#include "draw.h"

enum { DRAWS = 1000, BINS = 16, TABLE = 8 };

static double mean(const double *x)
{
    double sum = 0;
    for (int i = 0; i < DRAWS; i++)
        sum += x[i];
    return sum / DRAWS;
}

static double deviation(const double *x)
{
    double m = mean(x), sum = 0;
    for (int i = 0; i < DRAWS; i++)
        sum += (x[i] - m) * (x[i] - m);
    return sqrt(sum / DRAWS);
}

static void count(int *n, int bins, const double *x, double low, double high)
{
    for (int b = 0; b < bins; b++)
        n[b] = 0;
    for (int i = 0; i < DRAWS; i++) {
        int b = (int)floor((x[i] - low) / (high - low) * bins);
        if (b >= 0 && b < bins)
            n[b]++;
    }
}

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

static void panel(logreg_figure *f, const char *title, const char *label, const double *x, double low,
                  double high, int colour)
{
    int n[BINS], most = 0;
    double x0[BINS], x1[BINS], y0[BINS], y1[BINS], width = (high - low) / BINS;
    count(n, BINS, x, low, high);
    for (int b = 0; b < BINS; b++) {
        x0[b] = low + b * width;
        x1[b] = x0[b] + 0.92 * width;
        y0[b] = 0;
        y1[b] = n[b];
        most = n[b] > most ? n[b] : most;
    }
    logreg_figure_panel(f, title);
    logreg_figure_set_axis(f, 'x', &(logreg_figure_axis){.label = label, .low = low, .high = high});
    logreg_figure_set_axis(
        f, 'y', &(logreg_figure_axis){.label = "draws", .low = 0, .high = 1.1 * most, .grid = true});
    logreg_figure_boxes(f, x0, y0, x1, y1, BINS, &(logreg_mark){.colour = colour, .opacity = 0.85});
}

static void draw(cli_lesson *l, const double *x, const double *p)
{
    logreg_figure *f = NULL;
    if (!cli_lesson_figure(&f, l, "The sigmoid draws the middle apart and presses the tails together",
                           "1,000 normal draws, before and after."))
        return;
    cli_lesson_words(l, f, "Before, the mean is %.2f and the standard deviation %.2f; after, %.2f and %.2f.",
                     mean(x), deviation(x), mean(p), deviation(p));
    logreg_figure_size(f, 1600, 800);
    logreg_figure_columns(f, 2);
    panel(f, "Before", "x", x, -4, 4, 0);
    panel(f, "After", "sigmoid(x)", p, 0, 1, 1);
    cli_lesson_draw(l, f);
}

static void table(cli_lesson *l, const double *x, const double *p)
{
    int before[TABLE], after[TABLE];
    count(before, TABLE, x, -4, 4);
    count(after, TABLE, p, 0, 1);
    cli_lesson_head(l, "           x   draws      sigmoid(x)   draws");
    for (int b = 0; b < TABLE; b++)
        cli_lesson_show(l, "%4d to %4d   %5d  %.3f to %.3f   %5d", b - 4, b - 3, before[b], (double)b / TABLE,
                        (double)(b + 1) / TABLE, after[b]);
    cli_lesson_gap(l);
    cli_lesson_show(l, "mean               %7.4f       %7.4f", mean(x), mean(p));
    cli_lesson_show(l, "standard deviation %7.4f       %7.4f", deviation(x), deviation(p));
    cli_lesson_gap(l);
}

static void tell(cli_lesson *l)
{
    double x[DRAWS], p[DRAWS];
    if (!drawn(x, l))
        return;
    logreg_sigmoid_v(p, 1, x, 1, DRAWS);
    cli_lesson_say(l, "Draw 1,000 numbers from the normal distribution, with mean 0 and standard deviation "
                      "1, and send each through the sigmoid.");
    draw(l, x, p);
    table(l, x, p);
    if (l->steps) {
        cli_lesson_say(l, "The first draws:");
        cli_lesson_head(l, "        x   sigmoid(x)");
        for (int i = 0; i < 5; i++)
            cli_lesson_show(l, "%9.5f  %11.5f", x[i], p[i]);
        cli_lesson_gap(l);
    }
    cli_lesson_say(
        l,
        "What is below 0 before is below 1/2 after, one for one: order stays, and so does the "
        "median. Distances do not. About 0 a unit of x is worth "
        "nearly 1/4 of probability, between 3 and 4 hardly 0.03; so the mean of the sigmoids is "
        "not the sigmoid of the mean. Here they are %.4f and %.4f, close by only because the draws lie "
        "nearly alike on both sides of 0.",
        mean(p), logreg_sigmoid(mean(x)));
}

const cli_demo demo_normal = {
    .name = "normal",
    .section = "The sigmoid",
    .title = "A thousand normal draws, before and after the sigmoid",
    .tell = tell,
    .question = "The draws get a standard deviation of 10 instead of 1. What does the histogram of the "
                "sigmoids look like then?",
    .next = "logreg demo normal --seed 2 --steps",
};
