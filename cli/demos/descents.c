#include "descents.h"

#include <math.h>
#include <stdint.h>
#include <stdio.h>

#include "map.h"

const char *cli_way_count(char text[40], const cli_way *way)
{
    snprintf(text, 40, "%s%zu", way->arrived ? "" : "more than ", way->steps);
    return text;
}

/* The lowest that the last panel shows: less loss above the least than that is not worth a line. */
#define FLOOR -8.0

typedef struct {
    const cli_slope *slope;
    const cli_way *way;
    size_t most; /* steps */
    const char *name;
    int colour, dash;
    logreg_shape shape;
    double right, depth; /* on which side its name is rather, and beside the first place so deep */
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
                      dot = {.colour = line->colour, .size = 0.9, .shape = line->shape};
    logreg_figure_line(f, x, y, n, &look);
    logreg_figure_points(f, x, y, n < 10 ? n : 10, &dot);
    size_t at = 0;
    while (at + 1 < n && y[at] > line->depth)
        at++;
    logreg_figure_label(
        f, x[at], y[at], line->name,
        &(logreg_mark){
            .colour = line->colour, .bold = true, .beside = true, .right = line->right, .up = 0.2});
}

static void draw_losses(logreg_figure *f, const cli_descents *d)
{
    double longest = fmax(log10((double)d->raw.gradient.steps + 1), 2.5);
    const loss_line lines[] = {
        {&d->raw, &d->too_long, CLI_LEAPS_SHOWN, "too long", 3, 2, LOGREG_TRIANGLE, 1, FLOOR},
        {&d->raw, &d->raw.gradient, SIZE_MAX, "descent on x", 1, 0, LOGREG_CIRCLE, 1, -1.2},
        {&d->scaled, &d->scaled.gradient, SIZE_MAX, "descent on z", 1, 1, LOGREG_CIRCLE, 1, -5},
        {&d->raw, &d->raw.newton, SIZE_MAX, "Newton", 0, 0, LOGREG_SQUARE, -1, -5},
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

static void draw_pair(logreg_figure *f, const cli_slope *s, const char *title, cli_lesson *l)
{
    /* They lie on one another here and there: a broad pale way, and a narrow broken one on it. */
    const cli_map_way ways[] = {
        {&s->gradient, CLI_WAY_PLACES, "gradient descent", 1, LOGREG_CIRCLE, 9, 0.35, 0, 1, false, 0.022},
        {&s->newton, CLI_WAY_PLACES, "Newton", 0, LOGREG_SQUARE, 2.2, 1, 1, 1.5, true, 0.006},
    };
    logreg_figure_panel(f, title);
    if (!cli_draw_map(f, &s->valley, ways, 2, 0))
        cli_lesson_no_memory(l);
}

void cli_draw_descents(const cli_descents *d, cli_lesson *l)
{
    logreg_figure *f = NULL;
    char text[4][40];
    const cli_map_way leaps = {
        &d->too_long, CLI_LEAPS_SHOWN + 1, "too long", 3, LOGREG_TRIANGLE, 2.2, 1, 2, 1.2, false, 0.006};
    if (!cli_lesson_figure(
            &f, l, "Two ways down, and a step that is too long",
            "Lines of equal loss. Gradient descent is the broad way with dots, Newton's method the "
            "broken one with squares, both from 0 and 0."))
        return;
    cli_lesson_words(l, f,
                     "Gradient descent takes %s steps on x as it is and %s on z, Newton's method %s and %s.",
                     cli_way_count(text[0], &d->raw.gradient), cli_way_count(text[1], &d->scaled.gradient),
                     cli_way_count(text[2], &d->raw.newton), cli_way_count(text[3], &d->scaled.newton));
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
