/* Bars for the levels of a factor. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "model/model.h"
#include "report/curves/axis.h"
#include "report/curves/curve.h"
#include "report/curves/grid.h"
#include "report/page/labels.h"
#include "report/summary/summary.h"

/* Room for the name of a level or class, as a share of the page; and where that would show different ones alike. */
#define NAME_SHARE 3
#define NAME_MOST(width) (2 * (width) / 5)

/* Columns before the name of a level, and of a class below it. */
enum { LEVEL = 2, CLASS = 4 };

/* Lines that bars may fill, for each row that a curve would have. */
#define BARS_PER_ROW 2

typedef struct {
    const logreg__subject *subject;
    const logreg__grid *grid;
    double top;   /* of the scale */
    char **label; /* of bars: the levels, or the classes of each; owned */
    size_t labels;
    int name; /* columns of names */
    int bar;  /* columns of a full bar */
    bool interval;
} chart;

/* A bar to an eighth of a column. */
static void write_bar(logreg__page *page, const chart *c, double p)
{
    static const char *const part[] = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
    int eighths = (int)lround(8 * c->bar * fmin(1, p / c->top));
    logreg__page bar;
    logreg__page_start_like(&bar, page);
    logreg__page_repeat(&bar, page->ascii ? "#" : "█", page->ascii ? (eighths + 4) / 8 : eighths / 8);
    if (!page->ascii)
        logreg__page_add(&bar, part[eighths % 8]);
    int written = logreg__page_columns(&bar);
    logreg__page_paste(page, LOGREG__HUE, &bar);
    logreg__page_repeat(page, " ", c->bar - written);
}

static void write_name(logreg__page *page, const char *label, int indent, int room)
{
    logreg__page_repeat(page, " ", indent);
    logreg__page_add(page, label);
    logreg__page_repeat(page, " ", room - indent - logreg__columns(label, strlen(label)));
}

static int decimals(const chart *c)
{
    return c->top < 1 ? 2 + (int)ceil(-log10(c->top)) : 3;
}

static void write_line(logreg__page *page, const chart *c, const char *label, int indent, size_t level,
                       size_t k)
{
    char text[LOGREG__FIGURE_SIZE];
    const logreg__grid *g = c->grid;
    double p = g->P[level * g->classes + k];
    write_name(page, label, indent, c->name);
    logreg__page_add(page, page->ascii ? " |" : " │");
    write_bar(page, c, p);
    logreg__page_format(page, "  %s", logreg__figure_fixed(text, p, decimals(c), page->sign));
    if (c->interval && !isnan(g->low[level])) {
        logreg__page_format(page, "  %s", logreg__figure_fixed(text, g->low[level], decimals(c), page->sign));
        logreg__page_format(page, " to %s",
                            logreg__figure_fixed(text, g->high[level], decimals(c), page->sign));
    }
    logreg__page_add(page, "\n");
}

static void write_scale(logreg__page *page, const chart *c)
{
    logreg__page line;
    logreg__page_start_like(&line, page);
    logreg__ticks ticks = logreg__ticks_nice(0, c->top, 5);
    int at = 0;
    logreg__page_repeat(&line, " ", c->name + 1);
    for (int i = 0; i < ticks.count; i++) {
        int place = (int)lround(c->bar * logreg__tick_value(&ticks, i) / c->top);
        logreg__page_repeat(&line, page->sign->rule, place - at);
        logreg__page_add(&line, page->ascii ? "+" : i == 0 ? "└" : "┴");
        at = place + 1;
    }
    logreg__page_add(&line, "\n");
    at = -c->name - 1;
    for (int i = 0; i < ticks.count; i++) {
        char label[LOGREG__FIGURE_SIZE];
        logreg__tick_label(label, &ticks, i, page->sign);
        int wide = logreg__columns(label, strlen(label));
        int start = (int)lround(c->bar * logreg__tick_value(&ticks, i) / c->top) - wide / 2;
        logreg__page_repeat(&line, " ", start - at);
        logreg__page_add(&line, label);
        at = start + wide;
    }
    logreg__page_add(&line, "\n");
    logreg__page_paste(page, LOGREG__DIM, &line);
}

static int name_width(const logreg__page *page, const char *name, int indent)
{
    logreg__page piece;
    logreg__page_start_like(&piece, page);
    logreg__page_name(&piece, name, page->width);
    int columns = logreg__page_columns(&piece);
    logreg__page_free(&piece);
    return indent + columns;
}

/* What bars are called, in at most c->name columns or, where these would show different names alike, in more. */
static void name_bars(chart *c, const logreg__page *page)
{
    bool binary = c->grid->classes == 2;
    const char *const *name =
        binary ? c->subject->v.levels : (const char *const *)c->subject->model->class_label;
    int indent = binary ? LEVEL : CLASS;
    c->labels = binary ? c->grid->n : c->grid->classes;
    c->name = indent +
              logreg__labels_room(page, name, c->labels, c->name - indent, NAME_MOST(page->width) - indent);
    c->label = logreg__labels_new(page, name, c->labels, c->name - indent);
}

/* Columns, scale and which numbers there are. */
static chart lay_out(const logreg__page *page, const logreg__subject *s, const logreg__grid *grid)
{
    chart c = {.subject = s, .grid = grid};
    bool binary = grid->classes == 2;
    double largest = 0;
    for (size_t i = 0; i < grid->n; i++) {
        for (size_t k = binary; k < grid->classes; k++)
            largest = fmax(largest, grid->P[i * grid->classes + k]);
        c.interval = c.interval || (binary && !isnan(grid->low[i]));
        c.name = (int)fmax(c.name, name_width(page, s->v.levels[i], LEVEL));
    }
    for (size_t k = 0; !binary && k < grid->classes; k++)
        c.name = (int)fmax(c.name, name_width(page, logreg_model_class(s->model, k), CLASS));
    c.name = (int)fmin(c.name, page->width / NAME_SHARE);
    name_bars(&c, page);
    c.top = logreg__scale_top(largest);
    int number = 2 + decimals(&c);
    c.bar = page->width - c.name - 2 - 2 - number - (c.interval ? 2 + 4 + 2 * number : 0);
    return c;
}

static void write_caption(logreg__page *page, const chart *c, size_t left_out)
{
    logreg__page piece;
    logreg__page_start_like(&piece, page);
    if (c->interval) {
        logreg__page_add(&piece, "Numbers: the probability and its ");
        logreg__write_percent(&piece, c->subject->options.conf_level);
        logreg__page_add(&piece, " Wald interval.");
    }
    if (left_out)
        logreg__page_format(&piece, " %zu more levels are not drawn.", left_out);
    logreg__write_separated(&piece, c->subject->model);
    logreg__write_others(&piece, c->subject);
    logreg__write_caption(page, &piece);
}

/* How many levels there is room for: a line each, or one for its name and one for each class. */
static size_t levels_drawn(const logreg__subject *s)
{
    size_t classes = logreg_model_classes(s->model), lines = classes == 2 ? 1 : 1 + classes;
    size_t most = BARS_PER_ROW * (size_t)s->options.height / lines;
    return s->v.n_levels <= most ? s->v.n_levels : most ? most : 1;
}

logreg_status logreg__draw_bars(logreg__page *page, const logreg__subject *s, logreg_error *err)
{
    logreg__grid grid;
    size_t drawn = levels_drawn(s);
    logreg_status status =
        logreg__grid_new(&grid, s->model, s->variable, NULL, drawn, s->offset, s->options.conf_level, err);
    if (status != LOGREG_OK)
        return status;
    chart c = lay_out(page, s, &grid);
    page->text.failed = page->text.failed || !c.label;
    logreg__write_heading(page, s, s->v.name);
    for (size_t level = 0; c.label && level < drawn; level++) {
        if (grid.classes == 2) {
            write_line(page, &c, c.label[level], LEVEL, level, 1);
            continue;
        }
        logreg__page_add(page, "  ");
        logreg__page_name(page, s->v.levels[level], page->width - 2);
        logreg__page_add(page, "\n");
        for (size_t k = 0; k < grid.classes; k++)
            write_line(page, &c, c.label[k], CLASS, level, k);
    }
    write_scale(page, &c);
    write_caption(page, &c, s->v.n_levels - drawn);
    logreg__labels_free(c.label, c.labels);
    logreg__grid_free(&grid);
    return LOGREG_OK;
}
