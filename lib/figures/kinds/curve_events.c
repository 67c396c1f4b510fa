/* The event's probability over a number: band, curve, rows, and shares of events with Wilson's intervals. */
#include "figures/kinds/curve_events.h"

#include <math.h>
#include <stdint.h>

#include "base/error.h"
#include "base/memory.h"
#include "figures/kinds/adjusted.h"
#include "figures/telling/direction.h"
#include "figures/kinds/subject.h"
#include "report/curves/lines.h"
#include "report/summary/summary.h"

/* Points of a curve, and of the look that chooses its scale; dots at most, and how many are many or few. */
#define POINTS 201
#define LOOK 41
#define DOTS_MOST 1000
#define DOTS_MANY 300
#define DOTS_FEW 60

/* From which share of the scale on a title says that the curve rises or falls. */
#define SEEN 0.01

/* Room beside the first and the last value; between the scale's ends and the edge, with dots there and without; how far
 * dots scatter; and where they stand off a scale that does not end at 0 or 1: all as shares of the scale. */
#define SIDE 0.04
#define EDGE_DOTS 0.07
#define EDGE_BARE 0.02
#define SCATTER 0.03
#define STAND_OFF 0.055

/* ---- What it shows ---- */

static logreg_status read_rows(logreg__event_curve *p, logreg_error *err)
{
    const logreg__subject *s = p->subject;
    logreg__observed observed;
    logreg_status status = logreg__observed_open(&observed, s->model, s->frame, s->variable, err);
    if (status == LOGREG_OK)
        status = logreg__groups_new(&p->groups, &observed, 0, LOGREG__GROUPS, s->options.conf_level, err);
    p->others = logreg__others_stand(s);
    bool finite = logreg_model_separation(s->model) == LOGREG_SEPARATION_NONE;
    if (status == LOGREG_OK && p->others && finite)
        status = logreg__groups_adjust(&p->moved, &p->groups, &observed, 0, s, err);
    logreg__observed_close(&observed);
    if (status == LOGREG_OK)
        status = logreg__dots_new(&p->dots, s->model, s->frame, s->variable, NULL, DOTS_MOST, err);
    return status;
}

static void choose_ranges(logreg__event_curve *p, const logreg__grid *look)
{
    double least = 1, largest = 0;
    for (size_t i = 0; i < p->groups.n; i++) {
        least = fmin(least, p->groups.group[i].share);
        largest = fmax(largest, p->groups.group[i].share);
    }
    logreg__lines_scale(&p->y_low, &p->y_high, look, least, largest);
}

static logreg_status gather(logreg__event_curve *p, double low, double high, logreg_error *err)
{
    logreg__grid look = {0};
    logreg_status status = p->subject->frame ? read_rows(p, err) : LOGREG_OK;
    if (status != LOGREG_OK)
        return status;
    if (p->groups.rows) {
        low = fmin(low, p->groups.least);
        high = fmax(high, p->groups.largest);
    }
    double below, above;
    status = logreg__lines_reach(&below, &above, p->subject, low, high, SIDE * (high - low), err);
    if (status != LOGREG_OK)
        return status;
    p->x_low = low - below;
    p->x_high = high + above;
    status = logreg__lines_grid(&look, p->subject, low, high, LOOK, err);
    if (status != LOGREG_OK)
        return status;
    choose_ranges(p, &look);
    logreg__grid_free(&look);
    status = logreg__lines_grid(&p->grid, p->subject, p->x_low, p->x_high, POINTS, err);
    if (status == LOGREG_OK)
        status = logreg__direction(&p->way, p->subject, &p->grid, SEEN * (p->y_high - p->y_low), err);
    return status;
}

/* ---- Marks ---- */

static double on_scale(const logreg__event_curve *p, double y)
{
    return isnan(y) ? y : fmin(p->y_high, fmax(p->y_low, y));
}

/* Events, or the others. On a scale that does not reach 0 or 1, their dots stand off its end. */
static void add_dots(logreg_figure *f, const logreg__event_curve *p, bool events, double *x, double *y)
{
    size_t n = 0;
    double span = p->y_high - p->y_low;
    double at = events ? p->y_high + (p->y_high < 1 ? STAND_OFF * span : 0)
                       : p->y_low - (p->y_low > 0 ? STAND_OFF * span : 0);
    for (size_t i = 0; i < p->dots.n; i++) {
        const logreg__dot *dot = &p->dots.dot[i];
        if ((dot->y > 0.5) != events)
            continue;
        x[n] = dot->x;
        y[n++] = at + SCATTER * span * (2 * dot->jitter - 1);
    }
    bool many = n > DOTS_MANY, few = n < DOTS_FEW;
    logreg_figure_points(f, x, y, n,
                         &(logreg_mark){.colour = !events,
                                        .size = many  ? 0.6
                                                : few ? 1.1
                                                      : 0.85,
                                        .opacity = many ? 0.34 : 0.62});
}

/* Bars, or the dots on them. */
static void add_groups(logreg_figure *f, const logreg__event_curve *p, bool bars)
{
    double x[LOGREG__GROUPS_MOST], share[LOGREG__GROUPS_MOST], low[LOGREG__GROUPS_MOST],
        high[LOGREG__GROUPS_MOST];
    size_t n = p->groups.n;
    for (size_t i = 0; i < n; i++) {
        const logreg__group *g = &p->groups.group[i];
        x[i] = g->x;
        share[i] = g->share;
        low[i] = on_scale(p, g->low);
        high[i] = on_scale(p, g->high);
    }
    if (bars)
        logreg_figure_segments(f, x, low, x, high, n, &(logreg_mark){.colour = LOGREG_STEEL, .size = 1.6});
    else
        logreg_figure_points(f, x, share, n,
                             &(logreg_mark){.colour = LOGREG_STEEL, .size = 1.5, .hollow = true});
}

/* Where the scale ends before 0 or 1, its end is drawn, and the dots beyond are named: they stand at no height of it. */
static void add_strips(logreg_figure *f, const logreg__event_curve *p)
{
    static const double across[] = {-INFINITY, INFINITY};
    double span = p->y_high - p->y_low;
    const struct {
        bool there;
        double end, at;
        const char *name;
        int colour;
    } strip[] = {{p->y_high < 1, p->y_high, p->y_high + STAND_OFF * span, "events", 0},
                 {p->y_low > 0, p->y_low, p->y_low - STAND_OFF * span, "others", 1}};
    for (int i = 0; i < 2; i++) {
        if (!strip[i].there)
            continue;
        logreg_figure_line(f, across, (const double[]){strip[i].end, strip[i].end}, 2,
                           &(logreg_mark){.colour = LOGREG_PALE, .size = 1.2});
        logreg_figure_name(f, strip[i].at, strip[i].name,
                           &(logreg_mark){.colour = strip[i].colour, .size = 0.85});
    }
}

static void add_axes(logreg_figure *f, const logreg__event_curve *p, bool dots)
{
    double span = p->y_high - p->y_low;
    double above = span * (dots ? EDGE_DOTS + (p->y_high < 1 ? 0.5 * STAND_OFF : 0) : EDGE_BARE);
    double below = span * (dots ? EDGE_DOTS + (p->y_low > 0 ? 0.5 * STAND_OFF : 0) : EDGE_BARE);
    logreg__axis_between(f, 'x', p->subject->v.name, p->x_low, p->x_high, 0, 9);
    logreg__page event;
    logreg__page_start_like(&event, &f->title);
    logreg__write_event(&event, p->subject->model, 1);
    logreg__axis_of_page(f, 'y', &event,
                         &(logreg_figure_axis){.low = p->y_low - below,
                                               .high = p->y_high + above,
                                               .first = p->y_low,
                                               .last = p->y_high,
                                               .most = 5,
                                               .grid = true});
    if (dots)
        add_strips(f, p);
    if (p->y_low == 0 && p->y_high == 1)
        logreg_figure_line(f, (const double[]){-INFINITY, INFINITY}, (const double[]){0.5, 0.5}, 2,
                           &(logreg_mark){.colour = LOGREG_PALE, .size = 1, .dash = 2});
}

static void add_marks(logreg_figure *f, const logreg__event_curve *p, double *x, double *y)
{
    bool dots = p->dots.n && !p->grouped;
    size_t n = p->grid.n;
    add_axes(f, p, dots);
    logreg__spread(x, p->x_low, p->x_high, n);
    for (size_t i = 0; i < n; i++) {
        p->grid.low[i] = on_scale(p, p->grid.low[i]);
        p->grid.high[i] = on_scale(p, p->grid.high[i]);
    }
    if (logreg__grid_has_interval(&p->grid))
        logreg_figure_band(f, x, p->grid.low, p->grid.high, n, &(logreg_mark){0});
    if (dots) {
        add_dots(f, p, true, x, y);
        add_dots(f, p, false, x, y);
    }
    add_groups(f, p, true);
    logreg__spread(x, p->x_low, p->x_high, n);
    for (size_t i = 0; i < n; i++)
        y[i] = on_scale(p, p->grid.P[2 * i + 1]);
    logreg_figure_line(f, x, y, n, &(logreg_mark){.size = 3.4});
    add_groups(f, p, false);
}

logreg_status logreg__curve_events(logreg_figure *f, const logreg__subject *subject, double low, double high,
                                   logreg_error *err)
{
    logreg__event_curve p = {.subject = subject, .grouped = logreg_model_grouped(subject->model)};
    double *x = logreg__new(DOTS_MOST, sizeof *x), *y = logreg__new(DOTS_MOST, sizeof *y);
    logreg_status status = x && y ? gather(&p, low, high, err) : logreg__fail_memory(err);
    if (status == LOGREG_OK) {
        logreg__event_curve_words(f, &p);
        logreg__event_curve_say(f, &p);
        add_marks(f, &p, x, y);
    }
    free(x);
    free(y);
    logreg__dots_free(&p.dots);
    logreg__groups_free(&p.groups);
    logreg__grid_free(&p.grid);
    return status;
}
