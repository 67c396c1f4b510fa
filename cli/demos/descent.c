/* The paths of gradient descent and of Newton's method on the contours of the loss; and a step that is too long. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "demos.h"
#include "draw.h"
#include "map.h"

enum { STEPS_MOST = 100000, TERMS_MOST = 10000000, NEWTON_MOST = 100, TOO_LONG = 1000, SHOWN = 9 };

/* A step so many times 1/L is too long. */
#define TIMES 8

/* A problem to descend in: the rows, or the rows standardised. */
typedef struct {
    cli_rows rows;
    cli_valley valley;
    cli_way gradient, newton;
} slope;

typedef struct {
    slope raw, scaled;
    cli_way too_long;
} descents;

static void descend(slope *s, double b0, double b1)
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
static void show_place(cli_lesson *l, const slope *s, const cli_way *way, size_t i, char before[120])
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

static void show(cli_lesson *l, const slope *s, const cli_way *way, const char *name)
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
static void work(const slope *s, cli_lesson *l)
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

/* "35", or "more than 500" of a way that has not arrived. */
static const char *count(char text[40], const cli_way *way)
{
    snprintf(text, 40, "%s%zu", way->arrived ? "" : "more than ", way->steps);
    return text;
}

static void compare(const slope *raw, const slope *scaled, cli_lesson *l)
{
    char text[4][40];
    cli_lesson_say(l,
                   "Until they are within a millionth of a standard error of the bottom, gradient descent "
                   "takes %s steps on x as it is and %s on z; Newton's method takes %s and %s, for it does "
                   "not mind the scale. Steps of 1/L grow in number with L over what the loss bends at the "
                   "bottom, along the valley: that is %.3g for x and %.3g for z.",
                   count(text[0], &raw->gradient), count(text[1], &scaled->gradient),
                   count(text[2], &raw->newton), count(text[3], &scaled->newton), raw->valley.unevenness,
                   scaled->valley.unevenness);
    if (raw->newton.halved)
        cli_lesson_say(l,
                       "Steps of Newton's that would have led uphill, too far for the bowl to be like the "
                       "ground, were halved until they did not: %zu.",
                       raw->newton.halved);
}

static void tell_too_long(const slope *s, const cli_way *way, cli_lesson *l)
{
    double start = cli_valley_loss(&s->valley, 0, 0);
    bool worse = false;
    char before[120] = "";
    cli_lesson_say(l,
                   "Steps may be longer than 1/L, but beyond 2/L nothing is promised. With %.4g, which is "
                   "%d/L, on x as it is:",
                   TIMES / s->valley.most_bent, TIMES);
    show_head(l);
    for (size_t i = 0; i < way->n && i <= SHOWN; i++) {
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

/* ---- The figure ---- */

/* The lowest that the last panel shows: less loss above the least than that is not worth a line. */
#define FLOOR -8.0

typedef struct {
    const slope *slope;
    const cli_way *way;
    size_t most; /* steps */
    const char *name;
    int colour, dash, side; /* of the line its name stands on, as align */
    double up[2];           /* of a line that ends high, and of one that leaves the panel below */
} loss_line;

/* log10 of the loss above the least, at steps that are evenly apart in theirs. */
static void draw_loss(logreg_figure *f, const loss_line *line)
{
    enum { POINTS = 120 };
    const cli_valley *v = &line->slope->valley;
    const cli_way *way = line->way;
    double x[POINTS], y[POINTS], least = cli_valley_loss(v, v->b0, v->b1);
    size_t n = 0, last = way->n - 1;
    for (size_t i = 1; i <= last && i <= line->most && n < POINTS; i += 1 + i / 10) {
        x[n] = log10((double)i);
        y[n++] = log10(fmax(cli_valley_loss(v, way->b0[i], way->b1[i]) - least, 1e-17));
        if (y[n - 1] < FLOOR)
            break;
    }
    if (n < 2) /* it is below after its first step */
        return;
    const logreg_mark look = {.colour = line->colour, .dash = line->dash, .size = 2.4},
                      dot = {.colour = line->colour, .size = 0.8};
    logreg_figure_line(f, x, y, n, &look);
    logreg_figure_points(f, x, y, n < 10 ? n : 10, &dot);
    bool deep = y[n - 1] < FLOOR / 2;
    logreg_figure_label(f, x[n - 1], deep ? FLOOR : y[n - 1], line->name,
                        &(logreg_mark){.colour = line->colour,
                                       .bold = true,
                                       .align = deep ? line->side : 1,
                                       .right = deep ? -1.2 * line->side : 0,
                                       .up = line->up[deep]});
}

static void draw_losses(logreg_figure *f, const descents *d)
{
    double longest = fmax(log10((double)d->raw.gradient.steps + 1), 2.5);
    const loss_line lines[] = {
        {&d->raw, &d->too_long, SHOWN, "too long", 3, 2, 1, {1.8, 1}},
        {&d->raw, &d->raw.gradient, SIZE_MAX, "descent", 1, 0, longest > 3 ? 1 : -1, {1, 1}},
        {&d->scaled, &d->scaled.gradient, SIZE_MAX, "descent on z", 1, 1, -1, {-1.2, 3}},
        {&d->raw, &d->raw.newton, SIZE_MAX, "Newton", 0, 0, 1, {1, 1}},
    };
    logreg_figure_panel(f, "Loss above the least");
    logreg_figure_set_axis(f, 'x',
                           &(logreg_figure_axis){.label = "step",
                                                 .low = -0.3 * longest,
                                                 .high = longest + (longest > 3 ? 0.2 : 1.4),
                                                 .first = 0,
                                                 .last = 9,
                                                 .ticks = LOGREG_TICKS_LOG});
    logreg_figure_set_axis(
        f, 'y', &(logreg_figure_axis){.low = FLOOR, .high = 2, .ticks = LOGREG_TICKS_LOG, .grid = true});
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        draw_loss(f, &lines[i]);
}

static void draw_pair(logreg_figure *f, const slope *s, const char *title, cli_lesson *l)
{
    const cli_map_way ways[] = {
        {&s->gradient, CLI_WAY_PLACES, "gradient descent", 1, LOGREG_CIRCLE, 3.6},
        {&s->newton, CLI_WAY_PLACES, "Newton", 0, LOGREG_SQUARE, 2.4},
    };
    logreg_figure_panel(f, title);
    if (!cli_draw_map(f, &s->valley, ways, 2, 0))
        cli_lesson_no_memory(l);
}

static void draw(const descents *d, cli_lesson *l)
{
    logreg_figure *f = NULL;
    char text[4][40];
    const cli_map_way leaps = {&d->too_long, SHOWN + 1, "too long", 3, LOGREG_TRIANGLE, 2.4};
    if (!cli_lesson_figure(&f, l, "Two ways down, and a step that is too long",
                           "Lines of equal loss. Gradient descent in dots, Newton's method in squares, both "
                           "from 0 and 0."))
        return;
    cli_lesson_words(l, f,
                     "Gradient descent takes %s steps on x as it is and %s on z, Newton's method %s and %s.",
                     count(text[0], &d->raw.gradient), count(text[1], &d->scaled.gradient),
                     count(text[2], &d->raw.newton), count(text[3], &d->scaled.newton));
    logreg_figure_size(f, 1600, 1500);
    logreg_figure_columns(f, 2);
    draw_pair(f, &d->raw, "x as it is", l);
    draw_pair(f, &d->scaled, "Standardised: z", l);
    logreg_figure_panel(f, "A step too long, on x as it is");
    if (!cli_draw_map(f, &d->raw.valley, &leaps, 1, 3))
        cli_lesson_no_memory(l);
    draw_losses(f, d);
    cli_lesson_draw(l, f);
}

/* ---- Together ---- */

static void tell_ways(const descents *d, cli_lesson *l)
{
    const slope *raw = &d->raw, *scaled = &d->scaled;
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
        draw(d, l);
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
    draw(d, l);
}

static void take_steps(descents *d)
{
    slope *raw = &d->raw, *scaled = &d->scaled;
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
    descents *d = calloc(1, sizeof *d);
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
    .question = "Hours are told in minutes instead: x is sixty times as large. What becomes of L, of the "
                "longest safe step, and of the two "
                "methods?",
    .next = "logreg demo neuron",
};
