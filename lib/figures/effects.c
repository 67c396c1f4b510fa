/* The event's probability along each variable, the others at their mean or reference level, or where they were told to be. */
#include <math.h>
#include <stdint.h>
#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "figures/layout.h"
#include "figures/stands.h"
#include "figures/subject.h"
#include "report/figure.h"
#include "report/lines.h"
#include "report/summary.h"

/* Variables and levels that there is room for, columns of their names, of a level's beside a row, of one short enough for three panels side by side, points of a curve. */
enum { PANELS_MOST = 9, LEVELS_MOST = 12, TITLE_ROOM = 60, NAME_ROOM = 16, NAME_SHORT = 8, POINTS = 101 };

/* Width of all panels, what is not the panel's own of its share, and between two labels below it. */
enum { WIDTH = 1600, MARGINS = 260, LABEL_GAP = 16 };

/* Heights: of the title, of a row of panels, of a level's row and of all but these in a panel. */
enum { HEAD_HEIGHT = 200, PANEL_HEIGHT = 520, LEVEL_HEIGHT = 36, FRAME_HEIGHT = 200 };

typedef struct {
    const logreg__order *order;
    logreg__subject subject; /* without a variable */
    double low, high;        /* of the scale, which all panels share */
    size_t n, left_out;
    size_t levels;         /* of a factor at most */
    int longest;           /* columns of their names */
    double crowd;          /* width that the names of a factor's levels need side by side */
    double swing;          /* the largest difference that a variable makes, */
    const char *strongest; /* and its name */
    bool rows;             /* levels stand one below the other */
    int columns;           /* of panels */
} plot;

static size_t levels_drawn(const logreg_variable *v)
{
    return v->n_levels < LEVELS_MOST ? v->n_levels : LEVELS_MOST;
}

/* Whether variable i has a panel: the levels of a column that is a number too stand for both. */
static bool is_shown(const plot *p, size_t i, logreg_variable *v)
{
    return logreg_model_variable(p->order->model, i, v) == LOGREG_OK &&
           !(v->kind == LOGREG_NUMERIC && logreg__other_kind(p->order->model, i) != SIZE_MAX);
}

static logreg_status evaluate(logreg__grid *grid, plot *p, size_t i, const logreg_variable *v, double *low,
                              double *high, logreg_error *err)
{
    p->subject.variable = i;
    p->subject.v = *v;
    if (v->kind == LOGREG_CATEGORY)
        return logreg__grid_along(grid, p->order->model, i, NULL, levels_drawn(v), p->subject.stand,
                                  p->subject.n_stands, p->subject.offset, p->order->options->conf_level, err);
    if (!logreg__lines_range(low, high, v))
        return logreg__fail(err, LOGREG_EINVAL, "'%.80s' has a range that no axis can hold", v->name);
    return logreg__lines_grid(grid, &p->subject, *low, *high, POINTS, err);
}

/* The scale of all: from 0 to 1 unless all probabilities lie near one of the two. */
static void widen(plot *p, const logreg__grid *grid)
{
    for (size_t i = 0; i < grid->n; i++) {
        double P = grid->P[2 * i + 1];
        p->low = fmin(p->low, isnan(grid->low[i]) ? P : grid->low[i]);
        p->high = fmax(p->high, isnan(grid->high[i]) ? P : grid->high[i]);
    }
}

/* How much room the names of a factor's levels ask for. */
static void measure(plot *p, const logreg_variable *v)
{
    size_t n = levels_drawn(v);
    int before = 0;
    for (size_t i = 0; i < n; i++) {
        int wide = logreg__columns(v->levels[i], strlen(v->levels[i]));
        double apart = LOGREG__LETTER_WIDTH * 0.5 * (before + wide) + LABEL_GAP;
        p->longest = wide > p->longest ? wide : p->longest;
        p->crowd = i ? fmax(p->crowd, ((double)n + 0.2) * apart) : p->crowd;
        before = wide;
    }
    p->levels = n > p->levels ? n : p->levels;
}

/* Names that have no room below the panels are put beside rows. */
static void lay_out(logreg_figure *f, plot *p)
{
    p->columns = p->n == 1 ? 1 : p->n == 2 || p->n == 4 ? 2 : 3;
    p->rows = p->crowd > WIDTH / p->columns - MARGINS;
    if (p->rows && p->longest > NAME_SHORT && p->columns > 2)
        p->columns = 2;
    int rows = ((int)p->n + p->columns - 1) / p->columns, height = PANEL_HEIGHT;
    if (rows == 1 && p->columns == 1)
        height *= 2;
    else if (p->rows)
        height = (int)fmax(height, FRAME_HEIGHT + LEVEL_HEIGHT * (double)p->levels);
    logreg_figure_columns(f, p->columns);
    logreg_figure_size(f, WIDTH, HEAD_HEIGHT + height * rows);
}

static void add_number(logreg_figure *f, plot *p, const logreg__grid *grid, double low, double high)
{
    double x[POINTS], y[POINTS];
    logreg__spread(x, low, high, POINTS);
    for (size_t i = 0; i < POINTS; i++)
        y[i] = grid->P[2 * i + 1];
    logreg__axis_between(f, 'x', NULL, low, high, 0.03, 5);
    logreg__axis_event(f, 'y', p->order->model, p->low, p->high, 0.03, 5);
    if (logreg__grid_has_interval(grid))
        logreg_figure_band(f, x, grid->low, grid->high, POINTS, &(logreg_mark){0});
    logreg_figure_line(f, x, y, POINTS, &(logreg_mark){.size = 3});
}

/* Levels from left to right, or in rows from the top. */
static void add_factor(logreg_figure *f, plot *p, const logreg__grid *grid, const logreg_variable *v)
{
    double at[LEVELS_MOST], P[LEVELS_MOST];
    char *name[LEVELS_MOST];
    for (size_t i = 0; i < grid->n; i++) {
        at[i] = p->rows ? -(double)i : (double)i;
        P[i] = grid->P[2 * i + 1];
        name[i] = logreg__figure_short(f, v->levels[i], NAME_ROOM);
    }
    const double *x = p->rows ? P : at, *y = p->rows ? at : P;
    if (!f->failed) {
        logreg_figure_set_axis(f, p->rows ? 'y' : 'x',
                               &(logreg_figure_axis){.low = fmin(at[0], at[grid->n - 1]) - 0.6,
                                                     .high = fmax(at[0], at[grid->n - 1]) + 0.6,
                                                     .ticks = LOGREG_TICKS_LIST,
                                                     .n = grid->n,
                                                     .at = at,
                                                     .text = (const char *const *)name});
        logreg__axis_event(f, p->rows ? 'x' : 'y', p->order->model, p->low, p->high, 0.03, p->rows ? 3 : 5);
        logreg__figure_panel(f)->x.grid = p->rows;
    }
    if (logreg__grid_has_interval(grid))
        logreg_figure_segments(f, p->rows ? grid->low : x, p->rows ? y : grid->low, p->rows ? grid->high : x,
                               p->rows ? y : grid->high, grid->n, &(logreg_mark){.size = 7, .opacity = 0.31});
    logreg_figure_points(f, x, y, grid->n, &(logreg_mark){.size = 1.5});
    for (size_t i = 0; i < grid->n; i++)
        free(name[i]);
}

/* Levels that have no row. */
static void write_left_out(logreg__page *text, const plot *p)
{
    size_t shown = 0;
    for (size_t i = 0; i < logreg_model_variables(p->order->model); i++) {
        logreg_variable v;
        if (!is_shown(p, i, &v) || shown++ >= PANELS_MOST || v.kind != LOGREG_CATEGORY ||
            v.n_levels <= LEVELS_MOST)
            continue;
        logreg__page_add(text, " Of ");
        logreg__page_name(text, v.name, LOGREG__NAME_ROOM);
        logreg__page_format(text, ", the first %d of %zu levels are drawn.", LEVELS_MOST, v.n_levels);
    }
}

/* Where each stands while another varies. */
static void write_stands(logreg__page *text, const plot *p)
{
    logreg__subject all = p->subject;
    all.variable = SIZE_MAX;
    logreg__write_others(text, &all);
}

static void write_words(logreg_figure *f, const plot *p)
{
    logreg__page *text = &f->sentences;
    logreg__title_by(f, p->order->model, ", variable by variable", "");
    logreg__page_add(text, p->n == 1 ? "Logistic fit" : "Each varies alone");
    logreg__page_add(text, "; bands and bars are ");
    logreg__write_percent(text, p->order->options->conf_level);
    logreg__page_add(text, " Wald intervals.");
    if (p->left_out)
        logreg__page_format(text, " %zu more variable%s not drawn.", p->left_out,
                            p->left_out == 1 ? " is" : "s are");
    write_left_out(text, p);
    if (p->n > 1)
        write_stands(text, p);
    logreg__write_separated(text, p->order->model);
}

/* What a panel shows, for who cannot see it. */
static void say_panel(logreg_figure *f, const logreg__grid *grid, const logreg_variable *v, double low,
                      double high)
{
    char x[LOGREG__FIGURE_SIZE], y[LOGREG__FIGURE_SIZE];
    logreg__page said;
    logreg__page_start_like(&said, &f->title);
    logreg__page_name(&said, v->name, LOGREG__NAME_ROOM);
    for (size_t i = 0; v->kind == LOGREG_CATEGORY && i < grid->n; i++) {
        logreg__page_format(&said, "%s %s at ", i ? "," : ":",
                            logreg__figure_digits(y, grid->P[2 * i + 1], 2, said.sign));
        logreg__page_name(&said, v->levels[i], NAME_ROOM);
    }
    for (size_t end = 0; v->kind == LOGREG_NUMERIC && end < 2; end++) {
        logreg__page_format(&said, "%s %s at ", end ? " to" : ": from",
                            logreg__figure_digits(y, grid->P[end ? 2 * grid->n - 1 : 1], 2, said.sign));
        logreg__page_add(&said, logreg__figure_plain(x, end ? high : low, 3, said.sign));
    }
    logreg__page_add(&said, ".");
    logreg__figure_say(f, &said);
}

static void say_strongest(logreg_figure *f, const plot *p)
{
    char number[LOGREG__FIGURE_SIZE];
    logreg__page said;
    logreg__page_start_like(&said, &f->title);
    logreg__page_name(&said, p->strongest, LOGREG__NAME_ROOM);
    logreg__page_format(&said, " makes the largest difference, %s.",
                        logreg__figure_digits(number, p->swing, 2, said.sign));
    logreg__figure_say(f, &said);
}

static double swing_of(const logreg__grid *grid)
{
    double least = 1, most = 0;
    for (size_t i = 0; i < grid->n; i++) {
        least = fmin(least, grid->P[2 * i + 1]);
        most = fmax(most, grid->P[2 * i + 1]);
    }
    return most - least;
}

/* First a look at all, for the scale; then the panels. */
static logreg_status add_panels(logreg_figure *f, plot *p, bool look, logreg_error *err)
{
    logreg_status status = LOGREG_OK;
    size_t shown = 0;
    for (size_t i = 0; status == LOGREG_OK && i < logreg_model_variables(p->order->model); i++) {
        logreg_variable v;
        logreg__grid grid = {0};
        double low = 0, high = 1;
        if (!is_shown(p, i, &v))
            continue;
        if (shown++ >= PANELS_MOST)
            continue;
        status = evaluate(&grid, p, i, &v, &low, &high, err);
        if (status != LOGREG_OK)
            return status;
        if (look) {
            widen(p, &grid);
            if (!p->strongest || swing_of(&grid) > p->swing) {
                p->swing = swing_of(&grid);
                p->strongest = v.name;
            }
            if (v.kind == LOGREG_CATEGORY)
                measure(p, &v);
        } else {
            char *title = logreg__figure_short(f, v.name, TITLE_ROOM);
            logreg_figure_panel(f, title ? title : "");
            free(title);
            if (v.kind == LOGREG_CATEGORY)
                add_factor(f, p, &grid, &v);
            else
                add_number(f, p, &grid, low, high);
            say_panel(f, &grid, &v, low, high);
        }
        logreg__grid_free(&grid);
    }
    p->n = shown < PANELS_MOST ? shown : PANELS_MOST;
    p->left_out = shown - p->n;
    return status;
}

logreg_status logreg__build_effects(logreg_figure *f, const logreg__order *order, logreg_error *err)
{
    plot p = {.order = order, .low = 1, .high = 0};
    logreg_report_options choice = logreg_report_options_default();
    choice.conf_level = order->options->conf_level;
    logreg_status status = logreg__subject_choose(&p.subject, order->model, order->frame, &choice, err);
    if (status != LOGREG_OK)
        return status;
    if (logreg__subject_lacks(&p.subject))
        return logreg__fail(err, LOGREG_EINVAL, "there are no effects to draw: %s",
                            logreg__subject_lacks(&p.subject));
    logreg__stand *stand = NULL;
    status = logreg__stands_new(&stand, order->model, order->options, err);
    p.subject.stand = stand;
    p.subject.n_stands = order->options->n_at;
    if (status == LOGREG_OK)
        status = add_panels(f, &p, true, err);
    p.high = logreg__scale_top(p.high);
    p.low = p.high < 1 ? 0 : 1 - logreg__scale_top(1 - p.low);
    if (status == LOGREG_OK) {
        lay_out(f, &p);
        write_words(f, &p);
        if (p.n > 1)
            say_strongest(f, &p);
        status = add_panels(f, &p, false, err);
    }
    free(stand);
    return status;
}
