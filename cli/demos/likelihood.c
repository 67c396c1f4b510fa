/* Two coefficients moved in steps, the log-likelihood after each, and then the maximum. */
#include <math.h>

#include <logreg/special.h>

#include "demos.h"
#include "draw.h"
#include "rows.h"

enum { MOVES = 14 };

/* The curve sigmoid(m + b (x - mean)): the logit in the middle of the rows, and the slope. Steps in these two do not get in each other's way, as those in
 * an intercept far from the rows would. */
typedef struct {
    double m, b, value;
} place;

static double intercept(const cli_rows *rows, place at)
{
    return at.m - at.b * cli_rows_mean(rows);
}

static place at_place(const cli_rows *rows, double m, double b)
{
    place at = {m, b, 0};
    at.value = cli_rows_log_likelihood(rows, intercept(rows, at), b);
    return at;
}

/* The best of the eight neighbours a step away, or the place itself. */
static place best_move(const cli_rows *rows, place from, double step_m, double step_b)
{
    place best = from;
    for (int i = -1; i <= 1; i++)
        for (int j = -1; j <= 1; j++) {
            place there = at_place(rows, from.m + i * step_m, from.b + j * step_b);
            if (there.value > best.value)
                best = there;
        }
    return best;
}

/* As somebody does by hand: moves while it helps, then with half the step. Returns how many places. */
static size_t climb(place at[MOVES], const cli_rows *rows)
{
    /* Half a unit, or more where the middle is far off, as of rare events. */
    double share = logreg_model_class_weight(rows->model, 1) / logreg_model_n_obs(rows->model),
           step_m = pow(2, fmax(-1, round(log2(fabs(logreg_logit(share)) / 4)))),
           step_b = pow(2, round(log2(0.5 / cli_rows_deviation(rows))));
    size_t n = 1;
    at[0] = at_place(rows, 0, 0);
    for (int halvings = 0; n < MOVES && halvings < 20;) {
        place to = best_move(rows, at[n - 1], step_m, step_b);
        if (to.value > at[n - 1].value) {
            at[n++] = to;
            continue;
        }
        step_m /= 2;
        step_b /= 2;
        halvings++;
    }
    return n;
}

static void contributions(const cli_rows *rows, cli_lesson *l, place at)
{
    size_t shown = rows->n < 12 ? rows->n : 12;
    cli_lesson_say(l,
                   "Row by row at m = %.5g and b = %.5g, and the probability of what happened, which is P(y "
                   "= 1) where y is 1, and "
                   "else the rest:",
                   at.m, at.b);
    cli_lesson_head(l, "        x  y      logit   P(y = 1)   happened    its log");
    for (size_t i = 0; i < shown; i++) {
        double eta = intercept(rows, at) + at.b * rows->x[i], sign = rows->y[i] > 0 ? eta : -eta;
        cli_lesson_show(l, "%9.6g  %.0f  %9.4f  %9.6f  %9.6f  %9.6f", rows->x[i], rows->y[i], eta,
                        logreg_sigmoid(eta), logreg_sigmoid(sign), logreg_log_sigmoid(sign));
    }
    if (rows->n > shown)
        cli_lesson_show(l, "and %zu rows more", rows->n - shown);
    cli_lesson_show(l, "                                      sum  %12.6f", at.value);
    cli_lesson_gap(l);
}

static void draw(const cli_rows *rows, cli_lesson *l, const place *at, size_t n, place top)
{
    logreg_figure *f = NULL;
    double move[MOVES], value[MOVES];
    if (!cli_lesson_figure(
            &f, l, "Two coefficients, moved until the curve fits",
            "Dashed: where the moves began and the first three. Solid: the maximum of the likelihood."))
        return;
    cli_lesson_words(l, f, "In %zu moves the log-likelihood goes from %.6g to %.6g; the maximum is %.6g.",
                     n - 1, at[0].value, at[n - 1].value, top.value);
    logreg_figure_size(f, 1600, 800);
    logreg_figure_columns(f, 2);
    logreg_figure_panel(f, "The curves");
    cli_rows_draw(rows, f);
    for (size_t i = 0; i < n && i < 4; i++)
        cli_rows_draw_curve(rows, f, intercept(rows, at[i]), at[i].b,
                            &(logreg_mark){.colour = LOGREG_GREY, .dash = 1});
    cli_rows_draw_curve(rows, f, intercept(rows, top), top.b, &(logreg_mark){.colour = 0, .size = 3.4});
    logreg_figure_panel(f, "Their log-likelihood");
    for (size_t i = 0; i < n; i++) {
        move[i] = (double)i;
        value[i] = at[i].value;
    }
    double room = fmax((top.value - value[0]) / 10, 0.01);
    logreg_figure_set_axis(
        f, 'x',
        &(logreg_figure_axis){
            .label = "move", .low = -0.5, .high = (double)n - 0.5, .first = 0, .last = (double)n - 1});
    logreg_figure_set_axis(
        f, 'y', &(logreg_figure_axis){.low = value[0] - room, .high = top.value + 2 * room, .grid = true});
    cli_draw_level(f, top.value, &(logreg_mark){.colour = 0, .dash = 1});
    logreg_figure_line(f, move, value, n, &(logreg_mark){.colour = 1});
    logreg_figure_points(f, move, value, n, &(logreg_mark){.colour = 1});
    logreg_figure_label(f, 0, top.value, "the maximum", &(logreg_mark){.colour = 0, .align = -1, .up = 1});
    cli_lesson_draw(l, f);
}

static void tell_rows(const cli_rows *rows, cli_lesson *l)
{
    place at[MOVES];
    size_t n = climb(at, rows);
    int decimals = cli_rows_decimals(rows);
    double b0 = logreg_model_coefficient(rows->model, 1, 0), b1 = logreg_model_coefficient(rows->model, 1, 1),
           mean = cli_rows_mean(rows), more = cli_rows_step(rows);
    char middle[CLI_NUMBER_SIZE], b[CLI_NUMBER_SIZE], one[40] = "One", by[2 * CLI_NUMBER_SIZE];
    snprintf(middle, sizeof middle, mean < 0 ? "(%.7g)" : "%.7g", mean);
    if (more != 1)
        snprintf(one, sizeof one, "%.6g", more);
    snprintf(by, sizeof by, more == 1 ? "%s" : "%s x %.6g", cli_lesson_number(b, b1, decimals), more);
    place top = at_place(rows, b0 + b1 * mean, b1);
    cli_rows_introduce(rows, l);
    cli_lesson_say(l,
                   "A curve has two coefficients. Take m, the logit in the middle of the rows, at x = %s, "
                   "and b, the slope: each row then has the probability "
                   "sigmoid(m + b (x - %s)). How good are they? Take the probability of what did happen, "
                   "of each row, and add up the logarithms: "
                   "the log-likelihood. It is 0 at best, and the higher the better. Move one coefficient or "
                   "both by a step, wherever that "
                   "helps most; where nothing helps, halve the step.",
                   middle, middle);
    cli_lesson_head(l, "move          m           b   log-likelihood");
    for (size_t i = 0; i < n; i++)
        cli_lesson_show(l, "%4zu  %9.5f  %10s  %15.6f", i, at[i].m, cli_lesson_number(b, at[i].b, decimals),
                        at[i].value);
    cli_lesson_gap(l);
    if (l->steps) {
        contributions(rows, l, at[0]);
        contributions(rows, l, at[n - 1]);
    }
    draw(rows, l, at, n, top);
    cli_lesson_say(l, "And here is the maximum, as Newton's method finds it in %zu iterations:",
                   logreg_model_iterations(rows->model));
    cli_lesson_show(l, "      %9.5f  %10s  %15.6f", top.m, cli_lesson_number(b, top.b, decimals), top.value);
    cli_lesson_gap(l);
    cli_lesson_say(l,
                   "With an intercept, as programs tell it: b0 = m - b x %s = %.5f. No pair of numbers "
                   "does better. There is one top and no other, since the "
                   "log-likelihood bends downwards everywhere. %s more of x multiplies the odds by "
                   "exp(%s) = %.4g; the probability by that only "
                   "where it is small.",
                   middle, b0, one, by, logreg_odds_from_log_odds(b1 * more));
}

static void tell(cli_lesson *l)
{
    cli_rows rows = {0};
    if (cli_rows_take(&rows, l))
        tell_rows(&rows, l);
    cli_rows_free(&rows);
}

const cli_demo demo_likelihood = {
    .name = "likelihood",
    .section = "Finding the fit",
    .title = "Two coefficients, moved until the fit is best",
    .rows = "a target of two values and a --feature of numbers",
    .columns = 2,
    .tell = tell,
    .question =
        "With m and b at 0 each row has the probability 1/2. What is the log-likelihood of n rows then? "
        "Why is no fit with an intercept ever worse than that?",
    .next = "logreg demo descent",
};
