/* The event's probability over a number: band, curve, rows, and shares of events with Wilson's intervals. */
#include <math.h>
#include <stdint.h>

#include "base/error.h"
#include "base/memory.h"
#include "figures/groups.h"
#include "figures/subject.h"
#include "report/dots.h"
#include "report/lines.h"
#include "report/summary.h"

/* Points of a curve, and of the look that chooses its scale; dots at most, and how many are many or few. */
#define POINTS 201
#define LOOK 41
#define DOTS_MOST 1000
#define DOTS_MANY 300
#define DOTS_FEW 60

/* Room beside the first and the last value; between the scale's ends and the edge, with dots there and without; how far
 * dots scatter; and where they stand off a scale that does not end at 0 or 1: all as shares of the scale. */
#define SIDE 0.04
#define EDGE_DOTS 0.07
#define EDGE_BARE 0.02
#define SCATTER 0.03
#define STAND_OFF 0.055

/* All that one figure shows. */
typedef struct {
    const logreg__subject *subject;
    logreg__dots dots;
    logreg__groups groups;
    logreg__grid grid;
    double x_low, x_high, y_low, y_high;
    bool grouped;
} plot;

/* ---- What it shows ---- */

static logreg_status read_rows(plot *p, logreg_error *err)
{
    const logreg__subject *s = p->subject;
    logreg__observed observed;
    logreg_status status = logreg__observed_open(&observed, s->model, s->frame, s->variable, err);
    if (status == LOGREG_OK)
        status = logreg__groups_new(&p->groups, &observed, 0, LOGREG__GROUPS, s->options.conf_level, err);
    logreg__observed_close(&observed);
    if (status == LOGREG_OK)
        status = logreg__dots_new(&p->dots, s->model, s->frame, s->variable, NULL, DOTS_MOST, err);
    return status;
}

static void choose_ranges(plot *p, const logreg__grid *look)
{
    double least = 1, largest = 0;
    for (size_t i = 0; i < p->groups.n; i++) {
        least = fmin(least, p->groups.group[i].share);
        largest = fmax(largest, p->groups.group[i].share);
    }
    logreg__lines_scale(&p->y_low, &p->y_high, look, least, largest);
}

static logreg_status gather(plot *p, double low, double high, logreg_error *err)
{
    logreg__grid look = {0};
    logreg_status status = p->subject->frame ? read_rows(p, err) : LOGREG_OK;
    if (status != LOGREG_OK)
        return status;
    if (p->groups.rows) {
        low = fmin(low, p->groups.least);
        high = fmax(high, p->groups.largest);
    }
    double side = SIDE * (high - low);
    p->x_low = low - side;
    p->x_high = high + side;
    status = logreg__lines_grid(&look, p->subject, low, high, LOOK, err);
    if (status != LOGREG_OK)
        return status;
    choose_ranges(p, &look);
    logreg__grid_free(&look);
    return logreg__lines_grid(&p->grid, p->subject, p->x_low, p->x_high, POINTS, err);
}

/* ---- Words ---- */

/* Whether the variable's own coefficient says which way the curve goes: significant, and the curve obeys all along. */
static const char *direction(const plot *p)
{
    const logreg__subject *s = p->subject;
    double z = 0, rise = 0;
    for (size_t j = 0; j < logreg_model_coefficients(s->model); j++) {
        size_t variable, level;
        if (!logreg_model_coefficient_variable(s->model, j, &variable, &level) || variable != s->variable)
            continue;
        double se = sqrt(logreg_model_covariance(s->model, 1, j, 1, j));
        double b = logreg_model_coefficient(s->model, 1, j);
        z = isinf(b) || se > 0 ? b / (isinf(b) ? 1 : se) : 0;
    }
    bool up = true, down = true;
    for (size_t i = 1; i < p->grid.n; i++) {
        rise = p->grid.P[2 * i + 1] - p->grid.P[2 * i - 1];
        up = up && rise >= 0;
        down = down && rise <= 0;
    }
    return up && z > 2 ? " rises with " : down && z < -2 ? " falls with " : " by ";
}

static void write_rows(logreg__page *text, const plot *p)
{
    static const char *const words[] = {"no",  "one",   "two",   "three", "four", "five",
                                        "six", "seven", "eight", "nine",  "ten"};
    char number[LOGREG__FIGURE_SIZE];
    const char *n = p->groups.n <= 10 ? words[p->groups.n] : "", *many = p->groups.n == 1 ? "" : "s";
    logreg__page_add(text, "; dots are ");
    if (p->groups.each)
        logreg__page_format(text, "shares of events in %zu rows, bars their", p->groups.rows);
    else if (p->grouped)
        logreg__page_format(text, "shares of events in %s group%s of rows, bars their", n, many);
    else if (p->dots.thinned)
        logreg__page_format(text, "%zu of %s rows, bars shares of events in %s group%s (Wilson", p->dots.n,
                            logreg__figure_plain(number, (double)p->groups.rows, 12, text->sign), n, many);
    else
        logreg__page_format(text, "the %zu rows, bars shares of events in %s group%s (Wilson", p->dots.n, n,
                            many);
    logreg__page_add(text, " ");
    logreg__write_percent(text, p->subject->options.conf_level);
    logreg__page_add(text, p->grouped ? " Wilson intervals" : ")");
}

static void write_words(logreg_figure *f, const plot *p)
{
    logreg__page *text = &f->sentences;
    logreg__title_by(f, p->subject->model, direction(p), p->subject->v.name);
    logreg__page_add(text, "Logistic fit");
    if (logreg__grid_has_interval(&p->grid)) {
        logreg__page_add(text, ", ");
        logreg__write_percent(text, p->subject->options.conf_level);
        logreg__page_add(text, " band");
    }
    if (p->groups.n)
        write_rows(text, p);
    logreg__page_add(text, ".");
    logreg__write_separated(text, p->subject->model);
    logreg__write_others(text, p->subject);
}

/* What the curve is at the ends and in the middle, for who cannot see it. */
static void say_values(logreg_figure *f, const plot *p)
{
    char x[LOGREG__FIGURE_SIZE], y[LOGREG__FIGURE_SIZE];
    logreg__page said;
    logreg__page_start_like(&said, &f->title);
    logreg__page_add(&said, "The curve is at");
    for (int i = 0; i < 3; i++) {
        size_t at = (size_t)i * (p->grid.n - 1) / 2;
        double value = p->x_low + (p->x_high - p->x_low) * (double)at / (double)(p->grid.n - 1);
        logreg__page_format(&said, "%s %s where ",
                            i == 0   ? ""
                            : i == 1 ? ","
                                     : " and",
                            logreg__figure_digits(y, p->grid.P[2 * at + 1], 2, said.sign));
        logreg__page_name(&said, p->subject->v.name, LOGREG__NAME_ROOM);
        logreg__page_format(&said, " is %s", logreg__figure_plain(x, value, 3, said.sign));
    }
    logreg__figure_say(f, &said);
}

/* ---- Marks ---- */

static double on_scale(const plot *p, double y)
{
    return isnan(y) ? y : fmin(p->y_high, fmax(p->y_low, y));
}

/* Events, or the others. On a scale that does not reach 0 or 1, their dots stand off its end. */
static void add_dots(logreg_figure *f, const plot *p, bool events, double *x, double *y)
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
    bool many = p->dots.n > DOTS_MANY, few = p->dots.n < DOTS_FEW;
    logreg_figure_points(f, x, y, n,
                         &(logreg_mark){.colour = !events,
                                        .size = many  ? 0.6
                                                : few ? 1.1
                                                      : 0.85,
                                        .opacity = many ? 0.34 : 0.62});
}

/* Bars, or the dots on them. */
static void add_groups(logreg_figure *f, const plot *p, bool bars)
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
static void add_strips(logreg_figure *f, const plot *p)
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

static void add_axes(logreg_figure *f, const plot *p, bool dots)
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

static void add_marks(logreg_figure *f, const plot *p, double *x, double *y)
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
    plot p = {.subject = subject, .grouped = logreg_model_grouped(subject->model)};
    double *x = logreg__new(DOTS_MOST, sizeof *x), *y = logreg__new(DOTS_MOST, sizeof *y);
    logreg_status status = x && y ? gather(&p, low, high, err) : logreg__fail_memory(err);
    if (status == LOGREG_OK) {
        write_words(f, &p);
        say_values(f, &p);
        add_marks(f, &p, x, y);
    }
    free(x);
    free(y);
    logreg__dots_free(&p.dots);
    logreg__groups_free(&p.groups);
    logreg__grid_free(&p.grid);
    return status;
}
