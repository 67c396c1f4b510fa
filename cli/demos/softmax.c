/* From scores to probabilities of many classes; of two it is the sigmoid. */
#include <math.h>

#include <logreg/special.h>

#include "demos.h"
#include "draw.h"

enum { CLASSES = 3 };

static const double score[CLASSES] = {2.0, 1.0, 0.1};

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
    static const double shift[] = {0, -2, 10, 1000};
    cli_lesson_say(
        l, "Add the same number to all scores: numerator and denominator grow alike, and nothing changes. "
           "Only differences "
           "count. A computer that adds up exp(1002) gets infinity all the same, so the largest score "
           "is taken off first.");
    cli_lesson_head(l, "added   scores                    A      B      C as typed");
    for (size_t i = 0; i < sizeof shift / sizeof *shift; i++) {
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

static void show_two(cli_lesson *l)
{
    static const double x[] = {-4, -2, -1, 0, 1, 2, 4};
    cli_lesson_say(l, "Two classes with scores x and 0: exp(x) / (exp(x) + exp(0)) = 1 / (1 + exp(-x)). That "
                      "is the sigmoid.");
    cli_lesson_head(l, "    x   softmax(x, 0)      sigmoid(x)");
    for (size_t i = 0; i < sizeof x / sizeof *x; i++) {
        const double two[] = {x[i], 0};
        double p[2];
        logreg_softmax(p, two, 2);
        cli_lesson_show(l, "%5.0f  %14.10f  %14.10f", x[i], p[0], logreg_sigmoid(x[i]));
    }
    cli_lesson_gap(l);
}

static void draw(cli_lesson *l)
{
    static const double at[] = {0, 1, 2};
    static const char *const text[] = {"A, score 2.0", "B, score 1.0", "C, score 0.1"};
    double p[CLASSES];
    char label[20];
    logreg_figure *f = NULL;
    if (!cli_lesson_figure(&f, l, "Softmax turns scores into probabilities that sum to one",
                           "One more of a score multiplies the odds against any other class by e = 2.718."))
        return;
    logreg_softmax(p, score, CLASSES);
    logreg_figure_size(f, 1600, 800);
    logreg_figure_set_axis(
        f, 'x',
        &(logreg_figure_axis){
            .low = -0.6, .high = 2.6, .ticks = LOGREG_TICKS_LIST, .n = CLASSES, .at = at, .text = text});
    logreg_figure_set_axis(f, 'y',
                           &(logreg_figure_axis){.label = "probability", .low = 0, .high = 1, .grid = true});
    for (int k = 0; k < CLASSES; k++) {
        double x0 = k - 0.3, x1 = k + 0.3, y0 = 0;
        logreg_figure_boxes(f, &x0, &y0, &x1, &p[k], 1, &(logreg_mark){.colour = k, .opacity = 0.85});
        snprintf(label, sizeof label, "%.4f", p[k]);
        logreg_figure_label(f, k, p[k], label, &(logreg_mark){.colour = LOGREG_INK, .bold = true, .up = 1});
    }
    cli_lesson_draw(l, f);
}

static void tell(cli_lesson *l)
{
    cli_lesson_say(l, "Of many classes each gets a score, any number. Softmax makes probabilities of them: "
                      "exponentials first, so "
                      "that all are positive, then each over their sum.");
    show_scores(l);
    draw(l);
    show_shifts(l);
    show_two(l);
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
