/* The scales of a nomogram: points, a scale for each variable, the sum and the probability that it means. */
#include <math.h>
#include <string.h>

#include "figures/nomogram.h"
#include "report/axis.h"

/* Values a number's scale is marked at most, columns of names of variables and of levels. */
enum { TICKS_MOST = 7, NAME_ROOM = 22, LEVEL_ROOM = 12 };

/* Heights: of all but scales, and of a scale; and points that a letter of a mark takes up. */
enum { FRAME_HEIGHT = 330, SCALE_HEIGHT = 105 };
#define LETTER 1.25

/* A mark on the scale at height y, its text below or above in turn. */
static void add_mark(logreg_figure *f, double x, double y, const char *text, bool above)
{
    const double top = y + (above ? 0.12 : 0), low = y - (above ? 0 : 0.12);
    logreg_figure_segments(f, &x, &low, &x, &top, 1, &(logreg_mark){.colour = LOGREG_GREY, .size = 1.4});
    logreg_figure_label(f, x, y, text,
                        &(logreg_mark){.colour = LOGREG_GREY, .size = 0.85, .up = above ? 0.95 : -0.95});
}

static void add_line(logreg_figure *f, double from, double to, double y, int colour)
{
    logreg_figure_segments(f, &from, &y, &to, &y, 1, &(logreg_mark){.colour = colour, .size = 2});
}

/* Points at a value, between the two neighbours that are known. */
static double points_at(const logreg__nomogram *p, const logreg__scale *s, double value)
{
    double place = (value - s->v.min) / (s->v.max - s->v.min) * (LOGREG__SCALE_POINTS - 1);
    size_t i = (size_t)fmin(LOGREG__SCALE_POINTS - 2, fmax(0, floor(place)));
    return (s->eta[i] + (place - (double)i) * (s->eta[i + 1] - s->eta[i])) / p->unit;
}

/* Levels by what they give, in turn below and above. */
static void add_levels(logreg_figure *f, const logreg__nomogram *p, const logreg__scale *s, double y)
{
    size_t order[LOGREG__SCALE_LEVELS];
    for (size_t i = 0; i < s->n; i++) {
        size_t k = i;
        for (; k > 0 && s->eta[order[k - 1]] > s->eta[i]; k--)
            order[k] = order[k - 1];
        order[k] = i;
    }
    for (size_t i = 0; i < s->n; i++) {
        char *name = logreg__figure_short(f, s->v.levels[order[i]], LEVEL_ROOM);
        add_mark(f, s->eta[order[i]] / p->unit, y, name ? name : "", i % 2);
        free(name);
    }
}

/* Values of a number, as many as do not run into each other. */
static void add_values(logreg_figure *f, const logreg__nomogram *p, const logreg__scale *s, double y)
{
    double length = (s->most - s->least) / p->unit;
    for (int most = TICKS_MOST;; most--) {
        logreg__ticks ticks = logreg__ticks_nice(s->v.min, s->v.max, most);
        char text[LOGREG__FIGURE_SIZE];
        double wide =
            1 + LETTER * (double)strlen(logreg__tick_label(text, &ticks, ticks.count - 1, f->title.sign));
        if (most > 2 &&
            wide * (ticks.count - 1) > length * ticks.step * (ticks.count - 1) / (s->v.max - s->v.min))
            continue;
        for (int i = 0; i < ticks.count; i++)
            add_mark(f, points_at(p, s, logreg__tick_value(&ticks, i)), y,
                     logreg__tick_label(text, &ticks, i, f->title.sign), false);
        return;
    }
}

static void add_scale(logreg_figure *f, const logreg__nomogram *p, const logreg__scale *s, double y)
{
    add_line(f, 0, (s->most - s->least) / p->unit, y, 0);
    (s->v.kind == LOGREG_CATEGORY ? add_levels : add_values)(f, p, s, y);
}

static void add_points(logreg_figure *f, double y)
{
    add_line(f, 0, LOGREG__FULL_POINTS, y, LOGREG_GREY);
    for (int i = 0; i <= 10; i++) {
        char text[8];
        snprintf(text, sizeof text, "%d", 10 * i);
        add_mark(f, 10 * i, y, text, true);
    }
}

/* Sums of points over the whole width, and below them the probabilities that they mean. */
static void add_total(logreg_figure *f, const logreg__nomogram *p, double y)
{
    static const double levels[] = {0.001, 0.01, 0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.99, 0.999};
    double total = 0, last = -INFINITY;
    for (size_t i = 0; i < p->n; i++)
        total += (p->scale[i].most - p->scale[i].least) / p->unit;
    logreg__ticks ticks = logreg__ticks_nice(0, total, 9);
    double width = LOGREG__FULL_POINTS / total, from = NAN, to = NAN;
    add_line(f, 0, LOGREG__FULL_POINTS, y, LOGREG_GREY);
    for (int i = 0; i < ticks.count; i++) {
        char text[LOGREG__FIGURE_SIZE];
        add_mark(f, logreg__tick_value(&ticks, i) * width, y,
                 logreg__tick_label(text, &ticks, i, f->title.sign), true);
    }
    for (size_t i = 0; i < sizeof levels / sizeof *levels; i++) {
        double x = (log(levels[i]) - log1p(-levels[i]) - p->base) / p->unit * width;
        char text[LOGREG__FIGURE_SIZE];
        if (x < 0 || x > LOGREG__FULL_POINTS || x < last + 6.5)
            continue;
        from = isnan(from) ? x : from;
        to = last = x;
        add_mark(f, x, y - 1, logreg__figure_plain(text, levels[i], 3, f->title.sign), false);
    }
    if (to > from)
        add_line(f, from, to, y - 1, 1);
}

void logreg__nomogram_draw(logreg_figure *f, const logreg__nomogram *p)
{
    double at[LOGREG__SCALES_MOST + 3];
    char *name[LOGREG__SCALES_MOST + 3];
    size_t n = p->n + 3;
    for (size_t i = 0; i < n; i++) {
        at[i] = (double)(n - i);
        if (i > 0 && i <= p->n) {
            name[i] = logreg__figure_short(f, p->scale[i - 1].v.name, NAME_ROOM);
            continue;
        }
        name[i] = logreg__figure_short(f,
                                       i == 0       ? "Points"
                                       : i == n - 1 ? "Probability"
                                                    : "Sum of points",
                                       NAME_ROOM);
    }
    logreg_figure_size(f, 1600, FRAME_HEIGHT + SCALE_HEIGHT * (int)n);
    logreg_figure_set_axis(
        f, 'x',
        &(logreg_figure_axis){.low = -2, .high = LOGREG__FULL_POINTS + 2, .ticks = LOGREG_TICKS_NONE});
    if (!f->failed)
        logreg_figure_set_axis(f, 'y',
                               &(logreg_figure_axis){.low = 0.4,
                                                     .high = (double)n + 0.6,
                                                     .ticks = LOGREG_TICKS_LIST,
                                                     .n = n,
                                                     .at = at,
                                                     .bare = true,
                                                     .text = (const char *const *)name});
    for (size_t i = 0; i < n; i++)
        free(name[i]);
    add_points(f, (double)n);
    for (size_t i = 0; i < p->n; i++)
        add_scale(f, p, &p->scale[i], (double)(n - 1 - i));
    add_total(f, p, 2);
}
