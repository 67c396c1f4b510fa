/* The scales of a nomogram: points, a scale for each variable, the sum and the probability that it means. */
#include <math.h>
#include <string.h>

#include "figures/kinds/nomogram.h"
#include "report/curves/axis.h"

/* Values a number's scale is marked at most, and columns of names of variables. */
enum { TICKS_MOST = 7, NAME_ROOM = 22 };

/* Heights: of all but scales, and of a scale. */
enum { FRAME_HEIGHT = 330, SCALE_HEIGHT = 105 };

/* Probabilities that are marked at most, and how many few are. */
enum { LEVELS_MOST = 32, LEVELS_FEWEST = 4 };

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

/* Points that a mark's text takes up. */
static double room_of(const char *text)
{
    return LOGREG__POINTS_OF_LETTER * (1 + logreg__columns(text, strlen(text)));
}

/* Values of a number, as many as do not run into each other. */
static void add_values(logreg_figure *f, const logreg__nomogram *p, const logreg__scale *s, double y)
{
    double length = (s->most - s->least) / p->unit;
    for (int most = TICKS_MOST;; most--) {
        logreg__ticks ticks = logreg__ticks_nice(s->v.min, s->v.max, most);
        char text[LOGREG__FIGURE_SIZE];
        bool fits = true;
        for (int i = 0; i < ticks.count; i++)
            fits = fits && room_of(logreg__axis_tick(text, &ticks, i, f->title.sign)) <=
                               length * ticks.step / (s->v.max - s->v.min);
        if (most > 2 && !fits)
            continue;
        for (int i = 0; i < ticks.count; i++)
            logreg__nomogram_mark(f, points_at(p, s, logreg__tick_value(&ticks, i)), y,
                                  logreg__axis_tick(text, &ticks, i, f->title.sign), !fits && i % 2 ? 1 : -1);
        return;
    }
}

static void add_scale(logreg_figure *f, const logreg__nomogram *p, const logreg__scale *s, double y)
{
    add_line(f, 0, (s->most - s->least) / p->unit, y, 0);
    (s->v.kind == LOGREG_CATEGORY ? logreg__nomogram_levels : add_values)(f, p, s, y);
}

static void add_points(logreg_figure *f, double y)
{
    add_line(f, 0, LOGREG__FULL_POINTS, y, LOGREG_GREY);
    for (int i = 0; i <= 10; i++) {
        char text[8];
        snprintf(text, sizeof text, "%d", 10 * i);
        logreg__nomogram_mark(f, 10 * i, y, text, 1);
    }
}

/* ---- The sum, and what it means ---- */

/* The sums that have a scale, and points of its width that one of them takes up. */
typedef struct {
    double low, high, unit;
} sums;

static double sum_of(const logreg__nomogram *p, double probability)
{
    return (log(probability) - log1p(-probability) - p->base) / p->unit;
}

static double probability_of(const logreg__nomogram *p, double sum)
{
    return 1 / (1 + exp(-(p->base + p->unit * sum)));
}

static double total_of(const logreg__nomogram *p)
{
    double total = 0;
    for (size_t i = 0; i < p->n; i++)
        total += (p->scale[i].most - p->scale[i].least) / p->unit;
    return total;
}

/* Those that can be, but for such as mean hardly ever or nearly always; should that leave none, all. */
static sums choose_sums(const logreg__nomogram *p)
{
    double total = total_of(p);
    sums s = {fmax(0, sum_of(p, LOGREG__RARE)), fmin(total, sum_of(p, 1 - LOGREG__RARE)), 0};
    if (!(s.high - s.low > 0.02 * total))
        s = (sums){0, total, 0};
    s.unit = LOGREG__FULL_POINTS / (s.high - s.low);
    return s;
}

/* Places of labels that stand on a scale already. */
typedef struct {
    size_t n;
    double left[LEVELS_MOST], right[LEVELS_MOST];
} labels;

/* Marks a probability where there is room. */
static void add_level(logreg_figure *f, const logreg__nomogram *p, const sums *s, labels *taken, double level,
                      double y)
{
    char text[LOGREG__FIGURE_SIZE];
    logreg__figure_plain(text, level, 3, f->title.sign);
    double x = (sum_of(p, level) - s->low) * s->unit, half = room_of(text) / 2;
    bool free = taken->n < LEVELS_MOST && x >= -1e-9 && x <= LOGREG__FULL_POINTS + 1e-9;
    for (size_t i = 0; free && i < taken->n; i++)
        free = x + half <= taken->left[i] || x - half >= taken->right[i];
    if (!free)
        return;
    taken->left[taken->n] = x - half;
    taken->right[taken->n++] = x + half;
    logreg__nomogram_mark(f, x, y, text, -1);
}

/* One half first, then those that are read off most, then what lies between; and round ones where all are near each other. */
static void add_probabilities(logreg_figure *f, const logreg__nomogram *p, const sums *s, double y)
{
    static const double level[] = {0.5,   0.1,  0.9,   0.01,  0.99, 0.2,  0.8,  0.3,  0.7,
                                   0.05,  0.95, 0.001, 0.999, 0.4,  0.6,  0.02, 0.98, 0.005,
                                   0.995, 0.25, 0.75,  0.15,  0.85, 0.35, 0.65, 0.45, 0.55};
    labels taken = {.n = 0};
    for (size_t i = 0; i < sizeof level / sizeof *level; i++)
        add_level(f, p, s, &taken, level[i], y);
    double low = probability_of(p, s->low), high = probability_of(p, s->high);
    if (taken.n < LEVELS_FEWEST && high > low) {
        logreg__ticks ticks = logreg__ticks_nice(low, high, TICKS_MOST);
        for (int i = 0; i < ticks.count; i++)
            add_level(f, p, s, &taken, logreg__tick_value(&ticks, i), y);
    }
}

/* Sums of points over the whole width, and below them the probabilities that they mean. */
static void add_total(logreg_figure *f, const logreg__nomogram *p, double y)
{
    sums s = choose_sums(p);
    bool low = s.low > 0, high = s.high < total_of(p);
    logreg__page_add(&f->sentences, low && high
                                        ? " Sums beyond that scale mean less than 0.001, or more than 0.999."
                                    : low  ? " Sums below that scale mean less than 0.001."
                                    : high ? " Sums above that scale mean more than 0.999."
                                           : "");
    logreg__ticks ticks = logreg__ticks_nice(s.low, s.high, 9);
    add_line(f, 0, LOGREG__FULL_POINTS, y, LOGREG_GREY);
    for (int i = 0; i < ticks.count; i++) {
        char text[LOGREG__FIGURE_SIZE];
        logreg__nomogram_mark(f, (logreg__tick_value(&ticks, i) - s.low) * s.unit, y,
                              logreg__tick_label(text, &ticks, i, f->title.sign), 1);
    }
    add_line(f, 0, LOGREG__FULL_POINTS, y - 1, 1);
    add_probabilities(f, p, &s, y - 1);
}

/* Where the points, each variable, the sum and its probability stand, from the top down: the lowest at 1. Returns the height of all. */
static double place_scales(double *at, const logreg__nomogram *p)
{
    double below = 0;
    for (size_t i = p->n + 3; i-- > 0;) {
        below += 1 + (i > 0 && i <= p->n ? logreg__nomogram_depth(p, &p->scale[i - 1]) : 0);
        at[i] = below;
    }
    return below;
}

void logreg__nomogram_draw(logreg_figure *f, const logreg__nomogram *p)
{
    double at[LOGREG__SCALES_MOST + 3], high = place_scales(at, p);
    char *name[LOGREG__SCALES_MOST + 3];
    size_t n = p->n + 3;
    for (size_t i = 0; i < n; i++)
        name[i] = logreg__figure_short(f,
                                       i == 0      ? "Points"
                                       : i <= p->n ? p->scale[i - 1].v.name
                                       : i < n - 1 ? "Sum of points"
                                                   : "Probability",
                                       NAME_ROOM);
    logreg_figure_size(f, 1600, FRAME_HEIGHT + (int)(SCALE_HEIGHT * high));
    logreg_figure_set_axis(
        f, 'x',
        &(logreg_figure_axis){.low = -3, .high = LOGREG__FULL_POINTS + 3, .ticks = LOGREG_TICKS_NONE});
    if (!f->failed)
        logreg_figure_set_axis(f, 'y',
                               &(logreg_figure_axis){.low = 0.4,
                                                     .high = high + 0.6,
                                                     .ticks = LOGREG_TICKS_LIST,
                                                     .n = n,
                                                     .at = at,
                                                     .bare = true,
                                                     .text = (const char *const *)name});
    for (size_t i = 0; i < n; i++)
        free(name[i]);
    add_points(f, at[0]);
    for (size_t i = 0; i < p->n; i++)
        add_scale(f, p, &p->scale[i], at[i + 1]);
    add_total(f, p, at[n - 2]);
}
