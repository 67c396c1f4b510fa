/* The event's probability over a number, with its interval and the rows. */
#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "report/curves/curve.h"
#include "report/curves/dots.h"
#include "report/curves/lines.h"
#include "report/summary/summary.h"

/* Dots for each column of the page: more would run into a bar. */
#define DOTS_PER_COLUMN 3

/* Points that a look at the curve takes before the scale is chosen. */
#define LOOK 41

enum { BAND, BELOW, ABOVE, CURVE, N_LAYERS };

static const logreg__layer layers[N_LAYERS] = {
    [BAND] = {LOGREG__DIM, '.'},
    [BELOW] = {LOGREG__HUE + 1, 'o'},
    [ABOVE] = {LOGREG__HUE, 'o'},
    [CURVE] = {LOGREG__BOLD, 0},
};

/* ---- What other kinds of plot need too ---- */

bool logreg__lines_range(double *low, double *high, const logreg_variable *v)
{
    *low = v->min;
    *high = v->max;
    if (!(*high > *low)) {
        double half = fmax(0.5, fabs(*low) / 2);
        *low -= half;
        *high += half;
    }
    return isfinite(*high - *low) && *high - *low > 1e-290;
}

/* No probability there. */
static void clear(logreg__grid *grid, size_t i)
{
    for (size_t k = 0; k < grid->classes; k++)
        grid->P[i * grid->classes + k] = NAN;
    if (grid->low)
        grid->low[i] = grid->high[i] = NAN;
}

logreg_status logreg__lines_grid(logreg__grid *grid, const logreg__subject *s, double low, double high,
                                 size_t n, logreg_error *err)
{
    double *x = logreg__new(n, sizeof *x);
    if (!x)
        return logreg__fail_memory(err);
    for (size_t i = 0; i < n; i++)
        x[i] = low + (high - low) * (double)i / (double)(n - 1);
    logreg_status status = logreg__grid_along(grid, s->model, s->variable, x, n, s->stand, s->n_stands,
                                              s->offset, s->options.conf_level, err);
    if (status == LOGREG_EDATA) {
        /* An axis reaches a little beyond the data, where log() and its kin may have no value: there is no curve there. */
        for (size_t i = 0; i < n; i++)
            x[i] = fmin(fmax(x[i], s->v.min), s->v.max);
        status = logreg__grid_along(grid, s->model, s->variable, x, n, s->stand, s->n_stands, s->offset,
                                    s->options.conf_level, err);
        for (size_t i = 0; status == LOGREG_OK && i < n; i++) {
            double at = low + (high - low) * (double)i / (double)(n - 1);
            if (at < s->v.min || at > s->v.max)
                clear(grid, i);
        }
    }
    free(x);
    return status;
}

logreg_status logreg__lines_reach(double *below, double *above, const logreg__subject *s, double low,
                                  double high, double side, logreg_error *err)
{
    const double end[] = {low - side, high + side};
    double *reach[] = {below, above};
    for (int i = 0; i < 2; i++) {
        logreg__grid grid = {0};
        logreg_status status = logreg__grid_along(&grid, s->model, s->variable, &end[i], 1, s->stand,
                                                  s->n_stands, s->offset, NAN, err);
        logreg__grid_free(&grid);
        *reach[i] = status == LOGREG_OK ? side : 0;
        if (status != LOGREG_OK && status != LOGREG_EDATA)
            return status;
    }
    return LOGREG_OK;
}

void logreg__lines_scale(double *low, double *high, const logreg__grid *look, double least_share,
                         double largest_share)
{
    double least = 1, largest = 0;
    for (size_t i = 0; i < look->n; i++) {
        least = fmin(least, look->P[2 * i + 1]);
        largest = fmax(largest, look->P[2 * i + 1]);
    }
    double top = fmax(largest, largest_share), bottom = fmin(least, least_share);
    for (size_t i = 0; i < look->n; i++) {
        if (isnan(look->low[i]))
            continue;
        top = fmax(top, fmin(look->high[i], 2 * largest));
        bottom = fmin(bottom, fmax(look->low[i], 1 - 2 * (1 - least)));
    }
    *high = logreg__scale_top(top);
    *low = *high < 1 ? 0 : 1 - logreg__scale_top(1 - bottom);
}

/* Rows of dots of a probability; what lies beyond the scale stays at its edge. */
static int place(const logreg__plot *plot, double p)
{
    return isnan(p) ? -1 : logreg__plot_y(plot, fmin(plot->y_high, fmax(plot->y_low, p)));
}

bool logreg__lines_draw(logreg__plot *plot, int layer, const double *p, size_t stride, size_t n,
                        const logreg__dashes *dashes)
{
    int *y = logreg__new(n, sizeof *y);
    if (!y)
        return false;
    for (size_t i = 0; i < n; i++)
        y[i] = place(plot, p[i * stride]);
    logreg__canvas_line(&plot->canvas, layer, 0, y, (int)n, dashes);
    free(y);
    return true;
}

/* ---- One curve ---- */

/* Few dots are drawn four times as large as many. */
static void draw_dots(logreg__plot *plot, const logreg__dots *dots, bool grouped)
{
    int size = dots->n <= (size_t)plot->canvas.columns ? 2 : 1, last = 4 * plot->canvas.rows - 4;
    for (size_t i = 0; i < dots->n; i++) {
        const logreg__dot *dot = &dots->dot[i];
        bool above = grouped || dot->y > 0.5;
        int x = logreg__plot_x(plot, dot->x), y = (above ? 0 : last) + (int)((5 - size) * dot->jitter);
        if (grouped)
            y = logreg__plot_y(plot, dot->y);
        for (int d = 0; d < size * size; d++)
            logreg__canvas_dot(&plot->canvas, above ? ABOVE : BELOW, x + d % size, y + d / size);
    }
}

static void write_dots(logreg__page *piece, const logreg__subject *s, const logreg__dots *dots)
{
    char text[LOGREG__FIGURE_SIZE];
    logreg__page_add(piece, logreg_model_grouped(s->model) ? "Dots: the share of events in each row"
                                                           : "Dots: events above, the others below");
    if (dots->thinned)
        logreg__page_format(piece, " (%zu of %s drawn%s)", dots->n,
                            logreg__figure_plain(text, logreg_model_n_obs(s->model), 10, piece->sign),
                            logreg__dots_whole(dots));
    logreg__page_add(piece, ".");
}

static void write_caption(logreg__page *page, const logreg__subject *s, const logreg__dots *dots,
                          bool interval)
{
    logreg__page piece;
    logreg__page_start_like(&piece, page);
    if (dots->n)
        write_dots(&piece, s, dots);
    if (interval) {
        logreg__page_add(&piece, " Dotted lines: ");
        logreg__write_percent(&piece, s->options.conf_level);
        logreg__page_add(&piece, " Wald interval.");
    }
    logreg__write_separated(&piece, s->model);
    logreg__write_others(&piece, s);
    logreg__write_caption(page, &piece);
}

static logreg_status draw_curve(logreg__page *page, const logreg__subject *s, const logreg__dots *dots,
                                double low, double high, logreg_error *err)
{
    double y_low, y_high;
    bool grouped = logreg_model_grouped(s->model);
    logreg__grid grid = {0};
    logreg__plot plot = {0};
    logreg_status status = logreg__lines_grid(&grid, s, low, high, LOOK, err);
    if (status != LOGREG_OK)
        return status;
    double least = 1, largest = 0;
    for (size_t i = 0; grouped && i < dots->n; i++) {
        least = fmin(least, dots->dot[i].y);
        largest = fmax(largest, dots->dot[i].y);
    }
    logreg__lines_scale(&y_low, &y_high, &grid, least, largest);
    logreg__grid_free(&grid);
    bool ok = logreg__plot_start(&plot, page, s->options.height, low, high, y_low, y_high,
                                 dots->n && !grouped, 0, layers, N_LAYERS);
    if (!ok)
        return logreg__fail_memory(err);
    size_t n = 2 * (size_t)plot.canvas.columns;
    status = logreg__lines_grid(&grid, s, plot.x_low, plot.x_high, n, err);
    if (status == LOGREG_OK) {
        const logreg__dashes dotted = {{1, 3}}, solid = {{0}};
        ok = logreg__lines_draw(&plot, BAND, grid.low, 1, n, &dotted) &&
             logreg__lines_draw(&plot, BAND, grid.high, 1, n, &dotted) &&
             logreg__lines_draw(&plot, CURVE, grid.P + 1, 2, n, &solid);
        draw_dots(&plot, dots, grouped);
        logreg__write_heading(page, s, NULL);
        logreg__plot_print(page, &plot, s->v.name);
        write_caption(page, s, dots, logreg__grid_has_interval(&grid));
        status = ok ? LOGREG_OK : logreg__fail_memory(err);
    }
    logreg__grid_free(&grid);
    logreg__plot_free(&plot);
    return status;
}

static logreg_status draw_binary(logreg__page *page, const logreg__subject *s, double low, double high,
                                 logreg_error *err)
{
    logreg__dots dots = {0};
    logreg_status status = LOGREG_OK;
    if (s->frame)
        status = logreg__dots_new(&dots, s->model, s->frame, s->variable, NULL,
                                  DOTS_PER_COLUMN * (size_t)s->options.width, err);
    if (status == LOGREG_OK)
        status = draw_curve(page, s, &dots, low, high, err);
    logreg__dots_free(&dots);
    return status;
}

logreg_status logreg__draw_lines(logreg__page *page, const logreg__subject *s, logreg_error *err)
{
    double low, high;
    if (!logreg__lines_range(&low, &high, &s->v)) {
        logreg__write_no_curve(page, "its variable has a range that no axis can hold");
        return LOGREG_OK;
    }
    return logreg_model_classes(s->model) == 2 ? draw_binary(page, s, low, high, err)
                                               : logreg__draw_classes(page, s, low, high, err);
}
