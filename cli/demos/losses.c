/* The gradient of log loss against that of squared loss. */
#include <math.h>

#include <logreg/special.h>

#include "demos.h"
#include "draw.h"

/* Of a row with y = 1, by its logit: losses and their derivatives. */
static double log_loss(double eta)
{
    return -logreg_log_sigmoid(eta);
}

static double squared_loss(double eta)
{
    double q = logreg_sigmoid_complement(eta);
    return q * q;
}

static double log_pull(double eta)
{
    return -logreg_sigmoid_complement(eta);
}

static double squared_pull(double eta)
{
    return -2 * logreg_sigmoid_complement(eta) * logreg_sigmoid_derivative(eta);
}

static void work(cli_lesson *l)
{
    cli_lesson_say(l, "With p = sigmoid(eta), whose derivative is p (1 - p), and y = 1:");
    cli_lesson_show(l, "(-log p)'    = -1/p * p (1 - p)       = -(1 - p)");
    cli_lesson_show(l, "((1 - p)^2)' = -2 (1 - p) * p (1 - p) = -2 p (1 - p)^2");
    cli_lesson_gap(l);
}

static void table(cli_lesson *l)
{
    static const int eta[] = {-20, -10, -5, -3, -1, 0, 1, 3, 5};
    cli_lesson_head(l, "logit          p  log loss     slope   squared       slope");
    for (size_t i = 0; i < sizeof eta / sizeof *eta; i++)
        cli_lesson_show(l, "%5d  %9.3g  %8.5f  %8.4f  %8.6f  %10.3g", eta[i], logreg_sigmoid(eta[i]),
                        log_loss(eta[i]), log_pull(eta[i]), squared_loss(eta[i]), squared_pull(eta[i]));
    cli_lesson_gap(l);
}

static void race(cli_lesson *l)
{
    double by_log = -10, by_squared = -10;
    static const int shown[] = {0, 1, 5, 10, 20, 50, 100};
    size_t next = 0;
    cli_lesson_say(l, "A row that is wrong with conviction, at the logit -10, learns by steps of length 1 "
                      "down either slope:");
    cli_lesson_head(l, "steps    p by log loss   p by squared loss");
    for (int step = 0; next < sizeof shown / sizeof *shown; step++) {
        if (step == shown[next]) {
            cli_lesson_show(l, "%5d  %15.6g  %18.6g", step, logreg_sigmoid(by_log),
                            logreg_sigmoid(by_squared));
            next++;
        }
        by_log -= log_pull(by_log);
        by_squared -= squared_pull(by_squared);
    }
    cli_lesson_gap(l);
}

static void draw(cli_lesson *l)
{
    logreg_figure *f = NULL;
    if (!cli_lesson_figure(&f, l, "Where the fit is most wrong, squared loss does not pull",
                           "Slopes of both losses of a row with y = 1, by its logit: on the left it is "
                           "wrong, on the right it is right."))
        return;
    cli_lesson_words(l, f, "At the logit -10 the slope of log loss is %.4f, that of squared loss %.2g.",
                     log_pull(-10), squared_pull(-10));
    logreg_figure_set_axis(f, 'x', &(logreg_figure_axis){.label = "logit", .low = -10, .high = 10});
    logreg_figure_set_axis(
        f, 'y',
        &(logreg_figure_axis){
            .label = "slope", .low = -1.1, .high = 0.1, .first = -1, .last = 0, .grid = true});
    cli_draw_function(f, log_pull, -10, 10, &(logreg_mark){.colour = 0, .size = 3});
    cli_draw_function(f, squared_pull, -10, 10, &(logreg_mark){.colour = 1, .size = 3});
    cli_draw_text(f, -10, -0.9, 0, -1, "log loss pulls");
    cli_draw_text(f, -10, -0.2, 1, -1, "squared loss hardly pulls");
    cli_lesson_draw(l, f);
}

static void tell(cli_lesson *l)
{
    cli_lesson_say(l, "Of a row with y = 1 the fit says p. How bad is that? Log loss says -log p, squared "
                      "loss says (1 - p)^2. What moves the "
                      "coefficients is the slope of the loss along the logit: the pull.");
    table(l);
    if (l->steps)
        work(l);
    draw(l);
    race(l);
    cli_lesson_say(
        l, "By log loss the pull is the error itself, y - p: at most 1, and nearly that where a row is quite "
           "wrong. By squared loss the error "
           "is multiplied by 2 p (1 - p), which is next to nothing just there. Besides, the mean log loss is "
           "convex, and "
           "has one lowest place; the mean squared loss of probabilities is not, and may have several.");
}

const cli_demo demo_losses = {
    .name = "losses",
    .section = "Finding the fit",
    .title = "Squared loss does not pull where the fit is most wrong",
    .tell = tell,
    .question = "At which p is the pull of squared loss strongest? Differentiate 2 p (1 - p)^2, or look for "
                "it in the picture.",
    .next = "logreg demo separation",
};
