/* From scores to probabilities of many classes; of two it is the sigmoid. */
#include <math.h>

#include <logreg/special.h>

#include "demos.h"
#include "draw.h"

enum { CLASSES = 3, SHIFTS = 4 };

static const double score[CLASSES] = {2.0, 1.0, 0.1}, shift[SHIFTS] = {0, -2, 10, 1000};

static void show_scores(cli_lesson *l)
{
    double p[CLASSES], sum = 0, total = 0;
    logreg_softmax(p, score, CLASSES);
    for (int k = 0; k < CLASSES; k++)
        sum += exp(score[k]);
    cli_lesson_head(l, "class  score  exp(score)  probability");
    for (int k = 0; k < CLASSES; k++) {
        cli_lesson_show(l, "%5c  %5.1f  %10.4f  %11.4f", 'A' + k, score[k], exp(score[k]), p[k]);
        if (l->steps)
            cli_lesson_show(l, "       %.4f / %.4f = %.4f", exp(score[k]), sum, p[k]);
        total += p[k];
    }
    cli_lesson_show(l, "  sum         %10.4f  %11.4f", sum, total);
    cli_lesson_gap(l);
}

static void show_shifts(cli_lesson *l)
{
    cli_lesson_say(
        l, "Add the same number to all scores: numerator and denominator grow alike, and nothing changes. "
           "Only differences "
           "count. A computer that adds up exp(1002) gets infinity all the same, so the largest score "
           "is taken off first.");
    cli_lesson_head(l, "added   scores                    A      B      C A, naive");
    for (int i = 0; i < SHIFTS; i++) {
        double x[CLASSES], p[CLASSES], sum = 0;
        for (int k = 0; k < CLASSES; k++) {
            x[k] = score[k] + shift[i];
            sum += exp(x[k]);
        }
        double typed = exp(x[0]) / sum;
        logreg_softmax(p, x, CLASSES);
        cli_lesson_show(l, "%5.0f %7.1f%7.1f%7.1f %7.4f%7.4f%7.4f %8.4g", shift[i], x[0], x[1], x[2], p[0],
                        p[1], p[2], isnan(typed) ? NAN : typed);
    }
    cli_lesson_gap(l);
}

/* The first probability of two classes with the scores x and 0. */
static double of_two(double x)
{
    double p[2];
    logreg_softmax(p, (const double[]){x, 0}, 2);
    return p[0];
}

static void show_two(cli_lesson *l)
{
    static const double x[] = {-4, -2, -1, 0, 1, 2, 4};
    cli_lesson_say(l, "Two classes with scores x and 0: exp(x) / (exp(x) + exp(0)) = 1 / (1 + exp(-x)). That "
                      "is the sigmoid.");
    cli_lesson_head(l, "    x   softmax(x, 0)      sigmoid(x)");
    for (size_t i = 0; i < sizeof x / sizeof *x; i++) {
        cli_lesson_show(l, "%5.0f  %14.10f  %14.10f", x[i], of_two(x[i]), logreg_sigmoid(x[i]));
    }
    cli_lesson_gap(l);
}

static void draw_bars(logreg_figure *f, const double *p, double at, double width)
{
    for (int k = 0; k < CLASSES; k++) {
        double x0 = at + (k - 1.45) * width, x1 = x0 + 0.9 * width, y0 = 0;
        logreg_figure_boxes(f, &x0, &y0, &x1, &p[k], 1, &(logreg_mark){.colour = k, .opacity = 0.85});
    }
}

static void begin(logreg_figure *f, const char *title, const char *label, double low, double high, size_t n,
                  const double *at, const char *const *text)
{
    logreg_figure_panel(f, title);
    logreg_figure_set_axis(f, 'x',
                           &(logreg_figure_axis){.label = label,
                                                 .low = low,
                                                 .high = high,
                                                 .ticks = n ? LOGREG_TICKS_LIST : LOGREG_TICKS_ROUND,
                                                 .n = n,
                                                 .at = at,
                                                 .text = text,
                                                 .most = 5});
    logreg_figure_set_axis(f, 'y', &(logreg_figure_axis){.low = 0, .high = 1, .grid = true});
}

static void draw(cli_lesson *l)
{
    static const double place[] = {-1, 0, 1}, shifted[] = {0, 1, 2, 3};
    const char *const letter[] = {"A", "B", "C"}, *name[] = {"0", "", "10", "1000"};
    double p[CLASSES];
    char label[20], less[CLI_CELL_SIZE];
    name[1] = cli_lesson_signed(less, l, "-2");
    logreg_figure *f = NULL;
    if (!cli_lesson_figure(&f, l, "Softmax turns scores into probabilities that sum to one",
                           "Only differences of scores count; of two classes it is the sigmoid."))
        return;
    logreg_figure_size(f, 1600, 700);
    logreg_figure_columns(f, 3);
    logreg_softmax(p, score, CLASSES);
    cli_lesson_words(l, f, "Scores of 2.0, 1.0 and 0.1 give %.3f, %.3f and %.3f, whatever is added to all.",
                     p[0], p[1], p[2]);
    begin(f, "Scores 2.0, 1.0, 0.1", "class", -1.6, 1.6, CLASSES, place, letter);
    draw_bars(f, p, 0, 1);
    for (int k = 0; k < CLASSES; k++) {
        snprintf(label, sizeof label, "%.3f", p[k]);
        logreg_figure_label(f, k - 1, p[k], label,
                            &(logreg_mark){.colour = LOGREG_INK, .bold = true, .up = 1});
    }
    begin(f, "The same added to all", "added to the scores", -0.6, 3.6, 4, shifted, name);
    for (int i = 0; i < SHIFTS; i++) {
        double x[CLASSES];
        for (int k = 0; k < CLASSES; k++)
            x[k] = score[k] + shift[i];
        logreg_softmax(p, x, CLASSES);
        draw_bars(f, p, i, 0.28);
        for (int k = 0; k < CLASSES; k++)
            logreg_figure_label(f, i + (k - 1) * 0.28, p[k], letter[k],
                                &(logreg_mark){.colour = LOGREG_INK, .size = 0.8, .up = 0.7});
    }
    begin(f, "Two: scores x and 0", "x", -5, 5, 0, NULL, NULL);
    cli_draw_function(f, logreg_sigmoid, -5, 5, &(logreg_mark){.colour = 0, .size = 3});
    for (int i = -4; i <= 4; i++) {
        double x = i, y = of_two(x);
        logreg_figure_points(f, &x, &y, 1, &(logreg_mark){.colour = 1, .size = 1.3});
    }
    cli_draw_text(f, 5, 0.27, 0, 1, "sigmoid(x)");
    cli_draw_text(f, 5, 0.12, 1, 1, "softmax");
    cli_lesson_draw(l, f);
}

static void tell(cli_lesson *l)
{
    cli_lesson_say(l, "Of many classes each gets a score, any number. Softmax makes probabilities of them: "
                      "exponentials first, so "
                      "that all are positive, then each over their sum.");
    show_scores(l);
    show_shifts(l);
    show_two(l);
    draw(l);
    cli_lesson_say(l,
                   "A against B: %.4f / %.4f = exp(2.0 - 1.0) = %.4f, whatever C has. These are odds between "
                   "two classes, not a ratio of "
                   "risks against all others.",
                   exp(2.0), exp(1.0), exp(1.0));
}

const cli_demo demo_softmax = {
    .name = "softmax",
    .section = "Many classes",
    .title = "Softmax: scores of many classes, and the sigmoid of two",
    .tell = tell,
    .question =
        "C's score falls to minus infinity. What becomes of the three probabilities, and of the odds of A "
        "against B?",
    .next = "logreg demo digits",
};
