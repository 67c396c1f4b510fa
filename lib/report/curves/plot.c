#include "report/curves/plot.h"

#include <math.h>
#include <string.h>

/* Room beside the first and the last value, as a share of the range. */
#define MARGIN 0.02

/* Widest label of the ticks. */
static int label_width(const logreg__ticks *ticks, const logreg__signs *sign)
{
    int wide = 0;
    for (int i = 0; i < ticks->count; i++) {
        char label[LOGREG__FIGURE_SIZE];
        logreg__tick_label(label, ticks, i, sign);
        int columns = logreg__columns(label, strlen(label));
        wide = columns > wide ? columns : wide;
    }
    return wide;
}

bool logreg__plot_start(logreg__plot *plot, const logreg__page *page, int height, double x_low, double x_high,
                        double y_low, double y_high, int strip, int mark_room, const logreg__layer *layer,
                        int n_layers)
{
    double margin = MARGIN * (x_high - x_low);
    *plot = (logreg__plot){.x_low = x_low - margin,
                           .x_high = x_high + margin,
                           .y_low = y_low,
                           .y_high = y_high,
                           .strip = strip,
                           .mark_room = mark_room};
    int rows = height - 2 * strip;
    plot->y_ticks = logreg__ticks_nice(y_low, y_high, rows < 12 ? 3 : 5);
    plot->gutter = label_width(&plot->y_ticks, page->sign) + 3;
    return logreg__canvas_start(&plot->canvas, page->width - plot->gutter - mark_room, height, layer,
                                n_layers);
}

void logreg__plot_free(logreg__plot *plot)
{
    logreg__canvas_free(&plot->canvas);
}

static int dot_rows(const logreg__plot *plot)
{
    return 4 * (plot->canvas.rows - 2 * plot->strip);
}

int logreg__plot_x(const logreg__plot *plot, double x)
{
    return logreg__axis_dot(x, plot->x_low, plot->x_high, 2 * plot->canvas.columns);
}

double logreg__plot_value(const logreg__plot *plot, int x)
{
    return plot->x_low + (plot->x_high - plot->x_low) * x / (2 * plot->canvas.columns - 1);
}

int logreg__plot_y(const logreg__plot *plot, double y)
{
    return 4 * plot->strip +
           logreg__axis_dot(plot->y_high + plot->y_low - y, plot->y_low, plot->y_high, dot_rows(plot));
}

/* The tick that a row of cells bears, or -1. */
static int tick_of(const logreg__plot *plot, int row)
{
    for (int i = 0; i < plot->y_ticks.count; i++)
        if (logreg__plot_y(plot, logreg__tick_value(&plot->y_ticks, i)) / 4 == row)
            return i;
    return -1;
}

static void print_gutter(logreg__page *page, const logreg__plot *plot, int row)
{
    logreg__page left;
    logreg__page_start_like(&left, page);
    char label[LOGREG__FIGURE_SIZE] = "";
    int tick = tick_of(plot, row);
    if (tick >= 0)
        logreg__tick_label(label, &plot->y_ticks, tick, page->sign);
    logreg__page_repeat(&left, " ", plot->gutter - 2 - logreg__columns(label, strlen(label)));
    logreg__page_add(&left, label);
    logreg__page_add(&left, tick >= 0 ? (page->ascii ? " +" : " ┤") : (page->ascii ? " |" : " │"));
    logreg__page_paste(page, LOGREG__DIM, &left);
}

static void print_mark(logreg__page *page, const logreg__plot *plot, int row, int written)
{
    for (int i = 0; i < plot->n_marks; i++) {
        const logreg__mark *m = &plot->mark[i];
        if (m->row != row)
            continue;
        int sample = logreg__columns(m->sample, strlen(m->sample));
        logreg__page_repeat(page, " ", plot->canvas.columns - written + 1);
        logreg__page_styled(page, m->style, m->sample);
        logreg__page_add(page, " ");
        logreg__page_name(page, m->name, plot->mark_room - sample - 2);
    }
}

static void print_axis(logreg__page *page, const logreg__plot *plot, const char *x_name)
{
    int columns = plot->canvas.columns, at = 0;
    logreg__ticks ticks = logreg__ticks_fit(plot->x_low, plot->x_high, columns, page->sign);
    logreg__page below;
    logreg__page_start_like(&below, page);
    logreg__page_repeat(&below, " ", plot->gutter - 1);
    logreg__page_add(&below, page->ascii ? "+" : "└");
    for (int i = 0; i < ticks.count; i++) {
        int place = logreg__tick_place(&ticks, i, plot->x_low, plot->x_high, columns);
        logreg__page_repeat(&below, page->sign->rule, place - at);
        logreg__page_add(&below, page->ascii ? "+" : "┬");
        at = place + 1;
    }
    logreg__page_repeat(&below, page->sign->rule, columns - at);
    logreg__page_add(&below, "\n");
    logreg__page_repeat(&below, " ", plot->gutter);
    at = 0;
    for (int i = 0; i < ticks.count; i++) {
        char label[LOGREG__FIGURE_SIZE];
        logreg__tick_label(label, &ticks, i, page->sign);
        int start = logreg__tick_start(&ticks, i, plot->x_low, plot->x_high, columns, page->sign);
        logreg__page_repeat(&below, " ", start - at);
        logreg__page_add(&below, label);
        at = start + logreg__columns(label, strlen(label));
    }
    logreg__page_paste(page, LOGREG__DIM, &below);
    logreg__page_add(page, "\n");
    logreg__page name;
    logreg__page_start_like(&name, page);
    logreg__page_name(&name, x_name, columns);
    logreg__page_repeat(page, " ", plot->gutter + (columns - logreg__page_columns(&name)) / 2);
    logreg__page_paste(page, LOGREG__PLAIN, &name);
    logreg__page_add(page, "\n");
}

void logreg__plot_print(logreg__page *page, const logreg__plot *plot, const char *x_name)
{
    for (int row = 0; row < plot->canvas.rows; row++) {
        print_gutter(page, plot, row);
        int written = logreg__canvas_row(page, &plot->canvas, row);
        print_mark(page, plot, row, written);
        logreg__page_add(page, "\n");
    }
    print_axis(page, plot, x_name);
}
