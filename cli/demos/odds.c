/* Probability, odds and logit: a table, and three scales side by side. */
#include <math.h>
#include <stdlib.h>

#include <logreg/special.h>

#include "demos.h"
#include "rows.h"

static const double shares[] = {0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99};
enum { SHARES = sizeof shares / sizeof *shares };

static void row(cli_lesson *l, double p, const char *whose)
{
    double odds = logreg_odds_from_probability(p);
    cli_lesson_show(l, "%11.4g  %9.4g  %8.3f  %s", p, odds, logreg_logit(p), whose);
    if (l->steps)
        cli_lesson_show(l, "       %.4g / %.4g = %.4g, and log %.4g = %.3f", p, 1 - p, odds, odds,
                        logreg_logit(p));
}

/* The share of the event among the class's own rows; NaN where there are none. */
static double own_share(cli_lesson *l, char whose[200])
{
    logreg_model *m = NULL;
    double p = NAN;
    if (!l->frame)
        return p;
    char *formula = cli_rows_formula(l->target, NULL, NULL);
    if (!formula)
        cli_lesson_no_memory(l);
    else if (cli_lesson_fit(&m, l, l->frame, formula, NULL)) {
        p = logreg_model_class_weight(m, 1) / logreg_model_n_obs(m);
        snprintf(whose, 200, "%.0f of your %.0f rows", logreg_model_class_weight(m, 1),
                 logreg_model_n_obs(m));
        if (logreg_model_classes(m) == 2)
            cli_lesson_say(l, "In your rows '%s' is '%s' in a share of %.4g; it stands in the table too.",
                           l->target, logreg_model_class(m, 1), p);
        else
            cli_lesson_refuse(l, "the target '%s' has %zu values, and this lesson is about two", l->target,
                              logreg_model_classes(m));
    }
    logreg_model_free(m);
    free(formula);
    return p;
}

/* A scale at height y: a line from the logit -5 to 5, and marks where its values stand. */
static void scale(logreg_figure *f, double y, const char *name, const double *logit, const char *const *text,
                  size_t n, int colour)
{
    const double ends[] = {-5, 5}, level[] = {y, y};
    const logreg_mark line = {.colour = colour}, label = {.colour = LOGREG_INK, .up = 1},
                      title = {.colour = colour, .bold = true, .align = -1, .up = -1.2};
    logreg_figure_line(f, ends, level, 2, &line);
    for (size_t i = 0; i < n; i++) {
        double low = y - 0.08, high = y + 0.08;
        logreg_figure_segments(f, &logit[i], &low, &logit[i], &high, 1, &line);
        logreg_figure_label(f, logit[i], y, text[i], &label);
    }
    logreg_figure_label(f, -5, y, name, &title);
}

static void draw(cli_lesson *l, double own)
{
    static const char *const p_text[] = {"1%", "5%", "10%", "25%", "50%", "75%", "90%", "95%", "99%"};
    static const char *const odds_text[] = {"1:99", "1:19", "1:9",  "1:3", "1:1",
                                            "3:1",  "9:1",  "19:1", "99:1"};
    const char *logit_text[] = {"-4", "-3", "-2", "-1", "0", "1", "2", "3", "4"};
    char minus[4][CLI_CELL_SIZE];
    static const double logits[] = {-4, -3, -2, -1, 0, 1, 2, 3, 4};
    double at[SHARES];
    logreg_figure *f = NULL;
    if (!cli_lesson_figure(
            &f, l, "One chance, three scales",
            "A step of 1 on the logit is 23 points of probability in the middle, and 3 points from 3 to 4."))
        return;
    cli_lesson_words(
        l, f, "1%% is odds of 1 to 99 and a logit of %.2f; 50%% is 1 to 1 and 0; 90%% is 9 to 1 and %.2f.",
        logreg_logit(0.01), logreg_logit(0.9));
    for (size_t i = 0; i < SHARES; i++)
        at[i] = logreg_logit(shares[i]);
    for (int i = 0; i < 4; i++)
        logit_text[i] = cli_lesson_signed(minus[i], l, logit_text[i]);
    logreg_figure_size(f, 1600, 700);
    logreg_figure_set_axis(f, 'x',
                           &(logreg_figure_axis){.low = -5.3, .high = 5.3, .ticks = LOGREG_TICKS_NONE});
    logreg_figure_set_axis(f, 'y',
                           &(logreg_figure_axis){.low = 0.3, .high = 3.6, .ticks = LOGREG_TICKS_NONE});
    if (isfinite(own)) {
        double x = fmin(fmax(logreg_logit(own), -5), 5), low = 0.8, high = 3.2;
        logreg_figure_segments(f, &x, &low, &x, &high, 1, &(logreg_mark){.colour = 1, .dash = 1});
    }
    scale(f, 3, "probability", at, p_text, SHARES, 0);
    scale(f, 2, "odds", at, odds_text, SHARES, 2);
    scale(f, 1, "logit", logits, logit_text, 9, 3);
    cli_lesson_draw(l, f);
}

static void tell(cli_lesson *l)
{
    char whose[200] = "";
    cli_lesson_say(l, "Of ten tosses of a bent coin eight are heads. Its probability of heads is 8/10 = 0.8. "
                      "Its odds are what "
                      "comes against what does not: 8 to 2, or 0.8 / 0.2 = 4. Its logit is the natural "
                      "logarithm of the odds: "
                      "log 4 = 1.386.");
    double own = own_share(l, whose);
    cli_lesson_head(l, "probability       odds     logit");
    for (size_t i = 0; i < SHARES; i++) {
        if (own <= shares[i] && (i == 0 || own > shares[i - 1]))
            row(l, own, whose);
        row(l, shares[i], "");
    }
    if (own > shares[SHARES - 1])
        row(l, own, whose);
    cli_lesson_gap(l);
    draw(l, own);
    cli_lesson_say(l, "The logit of 0.5 is 0, and changing sides changes its sign: log 9 = 2.197 at 0.9, and "
                      "-2.197 at 0.1. "
                      "Probabilities end at 0 and 1; logits do not end, and so a straight line may run along "
                      "them. That is why "
                      "logistic regression draws its line there.");
    cli_lesson_say(l, "Odds are no probabilities: odds of 4 are a chance of 80%%, not of 4 times anything.");
}

const cli_demo demo_odds = {
    .name = "odds",
    .section = "Odds and logit",
    .title = "Probability, odds and logit are three names of one chance",
    .rows = "a target of two values",
    .columns = 1,
    .tell = tell,
    .question = "A horse's odds of winning are 1 to 3. What is its probability? And by how much does its "
                "logit rise if the "
                "odds become even?",
    .next = "logreg calc --from odds 0.5 1 3",
};
