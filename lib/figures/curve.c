/* The event's probability over a number: band, curve, rows, and shares of events with Wilson's intervals. */
#include <math.h>
#include <stdint.h>

#include "base/error.h"
#include "base/memory.h"
#include "figures/figure.h"
#include "figures/groups.h"
#include "report/dots.h"
#include "report/lines.h"
#include "report/summary.h"

/* Points of a curve, and of the look that chooses its scale; dots at most, and how many are many or few. */
#define POINTS 401
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
        status = logreg__groups_new(&p->groups, &observed, s->options.conf_level, err);
    logreg__observed_close(&observed);
    if (status == LOGREG_OK)
        status = logreg__dots_new(&p->dots, s->model, s->frame, s->variable, DOTS_MOST, err);
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

static void write_words(logreg__figure *figure, const plot *p)
{
    logreg__page *text = &figure->subtitle;
    logreg__figure_title(figure, p->subject->model, direction(p), p->subject->v.name);
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

/* ---- Data ---- */

static double on_scale(const plot *p, double y)
{
    return fmin(p->y_high, fmax(p->y_low, y));
}

/* Stretches that have an interval; between them an empty line breaks the band. */
static void write_band(logreg__figure *figure, const plot *p)
{
    logreg__figure_add(figure, "$band << EOD\n");
    bool open = false;
    for (size_t i = 0; i < p->grid.n; i++) {
        double x = p->x_low + (p->x_high - p->x_low) * (double)i / (double)(p->grid.n - 1);
        bool has = !isnan(p->grid.low[i]);
        if (has)
            logreg__figure_row(figure,
                               (double[]){x, on_scale(p, p->grid.low[i]), on_scale(p, p->grid.high[i])}, 3);
        else if (open)
            logreg__figure_add(figure, "\n");
        open = has;
    }
    logreg__figure_add(figure, "EOD\n");
}

static void write_curve(logreg__figure *figure, const plot *p)
{
    logreg__figure_add(figure, "$curve << EOD\n");
    for (size_t i = 0; i < p->grid.n; i++) {
        double x = p->x_low + (p->x_high - p->x_low) * (double)i / (double)(p->grid.n - 1);
        logreg__figure_row(figure, (double[]){x, on_scale(p, p->grid.P[2 * i + 1])}, 2);
    }
    logreg__figure_add(figure, "EOD\n");
}

/* Events, or the others; returns how many. On a scale that does not reach 0 or 1, their dots stand off its end. */
static size_t write_dots(logreg__figure *figure, const plot *p, bool events)
{
    size_t n = 0;
    double span = p->y_high - p->y_low;
    double at = events ? p->y_high + (p->y_high < 1 ? STAND_OFF * span : 0)
                       : p->y_low - (p->y_low > 0 ? STAND_OFF * span : 0);
    logreg__figure_format(figure, "$%s << EOD\n", events ? "events" : "others");
    for (size_t i = 0; i < p->dots.n; i++) {
        const logreg__dot *dot = &p->dots.dot[i];
        if ((dot->y > 0.5) != events)
            continue;
        logreg__figure_row(figure, (double[]){dot->x, at + SCATTER * span * (2 * dot->jitter - 1)}, 2);
        n++;
    }
    logreg__figure_add(figure, "EOD\n");
    return n;
}

static void write_groups(logreg__figure *figure, const plot *p)
{
    logreg__figure_add(figure, "$groups << EOD\n");
    for (size_t i = 0; i < p->groups.n; i++) {
        const logreg__group *g = &p->groups.group[i];
        logreg__figure_row(figure, (double[]){g->x, g->share, on_scale(p, g->low), on_scale(p, g->high)}, 4);
    }
    logreg__figure_add(figure, "EOD\n");
}

/* ---- The plot ---- */

static void write_axes(logreg__figure *figure, const plot *p, bool dots)
{
    double span = p->y_high - p->y_low;
    double above = span * (dots ? EDGE_DOTS + (p->y_high < 1 ? 0.5 * STAND_OFF : 0) : EDGE_BARE);
    double below = span * (dots ? EDGE_DOTS + (p->y_low > 0 ? 0.5 * STAND_OFF : 0) : EDGE_BARE);
    logreg__figure_axis(figure, 'x', p->x_low, p->x_high, p->x_low, p->x_high, 9);
    logreg__figure_axis(figure, 'y', p->y_low - below, p->y_high + above, p->y_low, p->y_high, 5);
    logreg__figure_string(figure, "set xlabel ", p->subject->v.name);
    logreg__figure_add(figure, " textcolor rgb '" LOGREG__GREY "'\n");
    logreg__page event;
    logreg__page_start_like(&event, &figure->title);
    logreg__write_event(&event, p->subject->model, 1);
    logreg__figure_page(figure, "set ylabel ", &event);
    logreg__figure_add(figure, " textcolor rgb '" LOGREG__GREY "'\n");
    if (p->y_low == 0 && p->y_high == 1)
        logreg__figure_add(figure,
                           "set arrow from graph 0, first 0.5 to graph 1, first 0.5 nohead back dashtype 3 "
                           "linewidth 1 linecolor rgb '" LOGREG__AXIS "'\n");
}

static void write_plot(logreg__figure *figure, const plot *p, size_t events, size_t others)
{
    const char *style = p->dots.n > DOTS_MANY  ? "0.6 linecolor rgb '#a8"
                        : p->dots.n < DOTS_FEW ? "1.1 linecolor rgb '#60"
                                               : "0.85 linecolor rgb '#60";
    logreg__figure_add(figure, "plot ");
    if (logreg__grid_has_interval(&p->grid))
        logreg__figure_format(figure,
                              "$band using 1:2:3 with filledcurves fillcolor rgb '%s' fillstyle transparent "
                              "solid 0.16 noborder, \\\n     ",
                              logreg__colour[0]);
    if (events)
        logreg__figure_format(figure, "$events using 1:2 with points pointtype 7 pointsize %s%s', \\\n     ",
                              style, logreg__colour[0] + 1);
    if (others)
        logreg__figure_format(figure, "$others using 1:2 with points pointtype 7 pointsize %s%s', \\\n     ",
                              style, logreg__colour[1] + 1);
    if (p->groups.n)
        logreg__figure_add(
            figure,
            "$groups using 1:3:(0):($4-$3) with vectors nohead linewidth 1.6 linecolor rgb '" LOGREG__STEEL
            "', \\\n     ");
    logreg__figure_format(figure, "$curve using 1:2 with lines linewidth 3.4 linecolor rgb '%s'",
                          logreg__colour[0]);
    if (p->groups.n)
        logreg__figure_add(
            figure,
            ", \\\n     $groups using 1:2 with points pointtype 7 pointsize 1.5 linecolor rgb '" LOGREG__STEEL
            "', \\\n     "
            "$groups using 1:2 with points pointtype 7 pointsize 0.95 linecolor rgb '#ffffff'");
    logreg__figure_add(figure, "\n");
}

logreg_status logreg__figure_curve(logreg__figure *figure, const logreg__subject *subject, double low,
                                   double high, logreg_error *err)
{
    plot p = {.subject = subject, .grouped = logreg_model_grouped(subject->model)};
    logreg_status status = gather(&p, low, high, err);
    if (status == LOGREG_OK) {
        bool dots = p.dots.n && !p.grouped;
        write_words(figure, &p);
        write_axes(figure, &p, dots);
        write_band(figure, &p);
        write_curve(figure, &p);
        size_t events = dots ? write_dots(figure, &p, true) : 0,
               others = dots ? write_dots(figure, &p, false) : 0;
        write_groups(figure, &p);
        write_plot(figure, &p, events, others);
    }
    logreg__dots_free(&p.dots);
    logreg__groups_free(&p.groups);
    logreg__grid_free(&p.grid);
    return status;
}
