/* The paths of gradient descent and of Newton's method on the contours of the loss; and a step that is too long. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "demos.h"
#include "descents.h"

enum { STEPS_MOST = 100000, TERMS_MOST = 10000000, NEWTON_MOST = 100, TOO_LONG = 1000 };

/* A step so many times 1/L is too long. */
#define TIMES 8

static void descend(cli_slope *s, double b0, double b1)
{
    size_t most = TERMS_MOST / s->rows.n; /* so that it takes seconds */
    cli_valley_take(&s->valley, &s->rows, b0, b1);
    cli_way_newton(&s->newton, &s->valley, NEWTON_MOST);
    cli_way_gradient(&s->gradient, &s->valley, 1 / s->valley.most_bent,
                     most < STEPS_MOST ? most : STEPS_MOST);
}

/* The same rows with z = (x - mean) / sd. */
static bool standardise(cli_rows *to, const cli_rows *from, cli_lesson *l)
{
    double mean = cli_rows_mean(from), sd = cli_rows_deviation(from), *z = malloc(from->n * sizeof *z);
    if (!z)
        return cli_lesson_no_memory(l);
    to->n = from->n;
    to->x = z;
    to->y = malloc(from->n * sizeof *to->y);
    for (size_t i = 0; to->y && i < from->n; i++) {
        z[i] = (from->x[i] - mean) / sd;
        to->y[i] = from->y[i];
    }
    return to->y || cli_lesson_no_memory(l);
}

/* ---- What is told ---- */

static void show_head(cli_lesson *l)
{
    cli_lesson_head(l, "  step   intercept       slope          loss");
}

/* A place of a way, but where the one before reads the same; that is said once. */
static void show_place(cli_lesson *l, const cli_slope *s, const cli_way *way, size_t i, char before[120])
{
    size_t last = way->n - 1, step = i == last ? way->steps : i;
    char b0[CLI_NUMBER_SIZE], b1[CLI_NUMBER_SIZE], text[120];
    snprintf(text, sizeof text, "%10s  %10s  %12.8f", cli_lesson_number(b0, way->b0[i], 5),
             cli_lesson_number(b1, way->b1[i], cli_rows_decimals(&s->rows)),
             cli_valley_loss(&s->valley, way->b0[i], way->b1[i]));
    if (strcmp(text, before) != 0 || i == last)
        cli_lesson_show(l, "%6zu  %s", step, text);
    memcpy(before, text, sizeof text);
}

static void show(cli_lesson *l, const cli_slope *s, const cli_way *way, const char *name)
{
    static const size_t at[] = {0, 1, 2, 3, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000};
    char before[120] = "";
    cli_lesson_head(l, "%s", name);
    show_head(l);
    for (size_t i = 0; i < sizeof at / sizeof *at && at[i] + 1 < way->n; i++)
        show_place(l, s, way, at[i], before);
    show_place(l, s, way, way->n - 1, before);
    if (!way->arrived)
        cli_lesson_show(l, "and not there yet; the lesson goes no further");
    cli_lesson_gap(l);
}

/* What the first step of gradient descent is made of, and each of Newton's. */
static void work(const cli_slope *s, cli_lesson *l)
{
    const cli_way *way = &s->newton;
    cli_bend at = cli_bend_at(&s->rows, 0, 0);
    double rate = 1 / s->valley.most_bent, step[2];
    int decimals = cli_rows_decimals(&s->rows);
    char from[CLI_NUMBER_SIZE], by[CLI_NUMBER_SIZE], to[CLI_NUMBER_SIZE];
    cli_lesson_say(l, "The first step of gradient descent by hand. With both coefficients 0 each probability "
                      "is 1/2, so that the gradient is the mean of 1/2 - y, and that of (1/2 - y) x:");
    cli_lesson_show(l, "0 - %.5g x (%.4f) = %s", rate, at.gradient[0],
                    cli_lesson_number(to, -rate * at.gradient[0], 5));
    cli_lesson_show(l, "0 - %.5g x (%.6g) = %s", rate, at.gradient[1],
                    cli_lesson_number(to, -rate * at.gradient[1], decimals));
    cli_lesson_gap(l);
    cli_lesson_say(l, "Newton's method. With p the probability and w = p (1 - p), the gradient g has the "
                      "means of p - y and of (p - y) x, the Hessian those of w, w x and w x^2, here a, b and "
                      "c. A step is the Hessian's inverse times the gradient, taken off: with d = a c - b^2 "
                      "that is (c g0 - b g1) / d and (a g1 - b g0) / d.");
    cli_lesson_head(l, "step         g0         g1          a         b         c");
    for (size_t i = 0; i + 1 < way->n; i++) {
        double b0 = way->b0[i], b1 = way->b1[i];
        at = cli_bend_at(&s->rows, b0, b1);
        cli_newton_step(step, &at);
        if (fabs(step[0]) < 1e-7 && fabs(step[1]) * cli_rows_deviation(&s->rows) < 1e-7)
            break; /* nothing but the last digits */
        double b = at.a * at.middle;
        cli_lesson_show(l, "%4zu  %9.2g  %9.2g  %9.4g %9.4g %9.4g", i, at.gradient[0], at.gradient[1], at.a,
                        b, at.spread + b * at.middle);
        cli_lesson_show(l, "      intercept %s - (%s) = %s", cli_lesson_number(from, b0, 5),
                        cli_lesson_number(by, b0 - way->b0[i + 1], 5),
                        cli_lesson_number(to, way->b0[i + 1], 5));
        cli_lesson_show(l, "      slope     %s - (%s) = %s", cli_lesson_number(from, b1, decimals),
                        cli_lesson_number(by, b1 - way->b1[i + 1], decimals),
                        cli_lesson_number(to, way->b1[i + 1], decimals));
    }
    cli_lesson_gap(l);
}

static void compare(const cli_slope *raw, const cli_slope *scaled, cli_lesson *l)
{
    char text[4][40];
    cli_lesson_say(l,
                   "Until they are within a millionth of a standard error of the bottom, gradient descent "
                   "takes %s steps on x as it is and %s on z; Newton's method takes %s and %s, for it does "
                   "not mind the scale. Steps of 1/L grow in number with L over what the loss bends at the "
                   "bottom, along the valley: that is %.3g for x and %.3g for z.",
                   cli_way_count(text[0], &raw->gradient), cli_way_count(text[1], &scaled->gradient),
                   cli_way_count(text[2], &raw->newton), cli_way_count(text[3], &scaled->newton),
                   raw->valley.unevenness, scaled->valley.unevenness);
    if (raw->newton.halved)
        cli_lesson_say(l,
                       "Steps of Newton's that would have led uphill, too far for the bowl to be like the "
                       "ground, were halved until they did not: %zu.",
                       raw->newton.halved);
}

static void tell_too_long(const cli_slope *s, const cli_way *way, cli_lesson *l)
{
    double start = cli_valley_loss(&s->valley, 0, 0);
    bool worse = false;
    char before[120] = "";
    cli_lesson_say(l,
                   "Steps may be longer than 1/L, but beyond 2/L nothing is promised. With %.4g, which is "
                   "%d/L, on x as it is:",
                   TIMES / s->valley.most_bent, TIMES);
    show_head(l);
    for (size_t i = 0; i < way->n && i <= CLI_LEAPS_SHOWN; i++) {
        show_place(l, s, way, i, before);
        worse = worse || cli_valley_loss(&s->valley, way->b0[i], way->b1[i]) > start;
    }
    cli_lesson_gap(l);
    const char *leap = worse ? "It leaps over the valley to places that are worse than the start."
                             : "Here it does not get worse than the start.";
    if (way->arrived)
        cli_lesson_say(l, "%s It arrives%s, after %zu steps.", leap, worse ? " all the same" : "",
                       way->steps);
    else
        cli_lesson_say(
            l,
            "%s After %zu steps it has not arrived. It cannot fly off for ever, since no row pulls "
            "with more than its x; a loss whose slope grows with the distance, such as that of a "
            "straight line, would have sent it to infinity.",
            leap, way->steps);
}

/* ---- Together ---- */

static void tell_ways(const cli_descents *d, cli_lesson *l)
{
    const cli_slope *raw = &d->raw, *scaled = &d->scaled;
    char name[120];
    cli_rows_introduce(&raw->rows, l);
    cli_lesson_say(l, "The loss of an intercept and a slope is the mean of -log P(what happened). Gradient "
                      "descent steps straight downhill, by a rate times the gradient. Newton's method looks "
                      "at how the ground bends, and steps to where a bowl of that shape would have its "
                      "bottom. Both begin at 0 and 0.");
    if (raw->newton.steps == 0) {
        cli_lesson_say(
            l, "Of these rows the least loss is at 0 and 0, since x tells nothing of y and as many are 1 as "
               "are 0: there is no way down to go.");
        cli_draw_descents(d, l);
        return;
    }
    show(l, raw, &raw->newton, "Newton's method");
    snprintf(name, sizeof name, "Gradient descent, rate 1/L = %.5g", 1 / raw->valley.most_bent);
    show(l, raw, &raw->gradient, name);
    if (l->steps)
        work(raw, l);
    cli_lesson_say(l, "L is the most that the loss bends anywhere, in any direction; a step of 1/L is never "
                      "too long.");
    if (raw->valley.unevenness > 4 * scaled->valley.unevenness)
        cli_lesson_say(l,
                       "But the loss is a long narrow valley: a slope can be made up for by an intercept. "
                       "Standardise x, z = (x - mean) / sd, and the valley is %s:",
                       scaled->valley.unevenness < 10 ? "round" : "rounder");
    else
        cli_lesson_say(l, "The loss would be a long narrow valley if x stood far from 0 or went far; this x "
                          "is nearly standardised as it is. Standardised wholly, z = (x - mean) / sd:");
    snprintf(name, sizeof name, "Gradient descent on z, rate 1/L = %.5g", 1 / scaled->valley.most_bent);
    show(l, scaled, &scaled->gradient, name);
    compare(raw, scaled, l);
    cli_lesson_say(l, "On z both ways begin with the same step: at 0 and 0 the loss bends by 1/4 in every "
                      "direction, and a step of Newton's is the gradient over that.");
    tell_too_long(raw, &d->too_long, l);
    cli_draw_descents(d, l);
}

static void take_steps(cli_descents *d)
{
    cli_slope *raw = &d->raw, *scaled = &d->scaled;
    double b0 = logreg_model_coefficient(raw->rows.model, 1, 0),
           b1 = logreg_model_coefficient(raw->rows.model, 1, 1);
    size_t most = TERMS_MOST / raw->rows.n;
    descend(raw, b0, b1);
    descend(scaled, b0 + b1 * cli_rows_mean(&raw->rows), b1 * cli_rows_deviation(&raw->rows));
    cli_way_gradient(&d->too_long, &raw->valley, TIMES / raw->valley.most_bent,
                     most < TOO_LONG ? most : TOO_LONG);
}

static void tell(cli_lesson *l)
{
    cli_descents *d = calloc(1, sizeof *d);
    if (!d) {
        cli_lesson_no_memory(l);
        return;
    }
    if (cli_rows_take(&d->raw.rows, l) && standardise(&d->scaled.rows, &d->raw.rows, l)) {
        take_steps(d);
        tell_ways(d, l);
    }
    cli_rows_free(&d->raw.rows);
    cli_rows_free(&d->scaled.rows);
    free(d);
}

const cli_demo demo_descent = {
    .name = "descent",
    .section = "Finding the fit",
    .title = "Gradient descent and Newton's method on the map of the loss",
    .rows = "a target of two values and a --feature of numbers",
    .columns = 2,
    .tell = tell,
    .question =
        "x is told in another unit, such as minutes for hours, and is sixty times as large. What becomes "
        "of L, of the longest safe step, and of the two methods?",
    .next = "logreg demo neuron",
};
