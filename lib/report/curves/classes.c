/* A line for each class, told apart by their dashes and the names at their ends. */
#include <math.h>
#include <stdlib.h>

#include "base/error.h"
#include "report/curves/lines.h"
#include "report/summary/summary.h"

/* Room for a name. */
#define MARK_MOST 24

static const logreg__dashes dashes[LOGREG__LINES_MOST] = {
    {{0}}, {{3, 2}}, {{1, 2}}, {{6, 2, 1, 2}}, {{1, 4}}, {{8, 3}}, {{2, 1, 1, 1}}, {{5, 2, 2, 2}},
};

static const logreg__layer layers[LOGREG__LINES_MOST] = {
    {LOGREG__HUE, 'A'},     {LOGREG__HUE + 1, 'B'}, {LOGREG__HUE + 2, 'C'}, {LOGREG__HUE + 3, 'D'},
    {LOGREG__HUE + 4, 'E'}, {LOGREG__HUE + 5, 'F'}, {LOGREG__HUE, 'G'},     {LOGREG__HUE + 1, 'H'},
};

static double highest(const logreg__grid *grid, size_t k)
{
    double top = 0;
    for (size_t i = 0; i < grid->n; i++)
        top = fmax(top, grid->P[i * grid->classes + k]);
    return top;
}

logreg__choice logreg__lines_choose(const logreg__grid *grid)
{
    logreg__choice c = {0};
    double top[LOGREG__LINES_MOST];
    for (size_t k = 0; k < grid->classes; k++) {
        double here = highest(grid, k), out = here;
        int at = c.n;
        if (c.n == LOGREG__LINES_MOST) {
            at = 0;
            for (int i = 1; i < c.n; i++)
                at = top[i] < top[at] ? i : at;
            out = fmin(here, top[at]);
            c.highest_left_out = fmax(c.highest_left_out, out);
            if (here <= top[at])
                continue;
            for (; at + 1 < c.n; at++) {
                top[at] = top[at + 1];
                c.class[at] = c.class[at + 1];
            }
            c.n--;
        }
        top[at] = here;
        c.class[at] = k;
        c.n++;
    }
    return c;
}

/* A piece of each line, to stand before its name. */
static void write_sample(logreg__page *piece, int line)
{
    const logreg__layer plain = {LOGREG__PLAIN, layers[line].sign};
    logreg__canvas canvas;
    if (!logreg__canvas_start(&canvas, 4, 1, &plain, 1)) {
        piece->text.failed = true;
        return;
    }
    logreg__canvas_line(&canvas, 0, 0, (int[]){2, 2, 2, 2, 2, 2, 2, 2}, 8, &dashes[line]);
    int written = logreg__canvas_row(piece, &canvas, 0);
    logreg__page_repeat(piece, " ", 4 - written);
    logreg__canvas_free(&canvas);
}

/* Names stand where their lines end; where those meet, in the order of the lines and next to each other. */
static void spread_marks(logreg__mark *mark, int n, int rows)
{
    for (int i = 1; i < n; i++)
        for (int j = i; j > 0 && mark[j].row < mark[j - 1].row; j--) {
            logreg__mark swap = mark[j];
            mark[j] = mark[j - 1];
            mark[j - 1] = swap;
        }
    for (int i = 1; i < n; i++)
        if (mark[i].row <= mark[i - 1].row)
            mark[i].row = mark[i - 1].row + 1;
    for (int i = n - 1, last = rows - 1; i >= 0; i--, last--)
        if (mark[i].row > last)
            mark[i].row = last;
}

static int mark_room(const logreg_model *model, const logreg__choice *c, const logreg__page *page)
{
    int wide = 0, most = page->width / 4 < MARK_MOST ? page->width / 4 : MARK_MOST;
    for (int i = 0; i < c->n; i++) {
        logreg__page name;
        logreg__page_start_like(&name, page);
        logreg__page_name(&name, logreg_model_class(model, c->class[i]), most);
        int columns = logreg__page_columns(&name);
        wide = columns > wide ? columns : wide;
        logreg__page_free(&name);
    }
    return wide + 6;
}

static void write_caption(logreg__page *page, const logreg__subject *s, const logreg__choice *c)
{
    logreg__page piece;
    char text[LOGREG__FIGURE_SIZE];
    logreg__page_start_like(&piece, page);
    logreg__page_add(&piece, "Each line is the probability of a class.");
    size_t left_out = logreg_model_classes(s->model) - (size_t)c->n;
    if (left_out)
        logreg__page_format(&piece, " %zu more stay below %s.", left_out,
                            logreg__figure_digits(text, c->highest_left_out, 2, page->sign));
    logreg__write_separated(&piece, s->model);
    logreg__write_others(&piece, s);
    logreg__write_caption(page, &piece);
}

static bool draw(logreg__page *page, logreg__plot *plot, const logreg__subject *s, const logreg__grid *grid,
                 const logreg__choice *c)
{
    logreg__mark mark[LOGREG__LINES_MOST];
    logreg__page sample[LOGREG__LINES_MOST];
    bool ok = true;
    for (int i = 0; i < c->n; i++) {
        const double *p = grid->P + c->class[i];
        ok = logreg__lines_draw(plot, i, p, grid->classes, grid->n, &dashes[i]) && ok;
        logreg__page_start_like(&sample[i], page);
        write_sample(&sample[i], i);
        ok = ok && !sample[i].text.failed;
        size_t last = grid->n - 1;
        while (last > 0 && isnan(p[last * grid->classes]))
            last--;
        int row = logreg__plot_y(plot, p[last * grid->classes]) / 4;
        mark[i] = (logreg__mark){row, layers[i].style, logreg__page_string(&sample[i]),
                                 logreg_model_class(s->model, c->class[i])};
    }
    spread_marks(mark, c->n, plot->canvas.rows);
    plot->mark = mark;
    plot->n_marks = c->n;
    logreg__write_heading(page, s, NULL);
    logreg__plot_print(page, plot, s->v.name);
    for (int i = 0; i < c->n; i++)
        logreg__page_free(&sample[i]);
    return ok;
}

logreg_status logreg__draw_classes(logreg__page *page, const logreg__subject *s, double low, double high,
                                   logreg_error *err)
{
    logreg__grid grid = {0};
    logreg__plot plot = {0};
    logreg_status status = logreg__lines_grid(&grid, s, low, high, 2 * (size_t)page->width, err);
    if (status != LOGREG_OK)
        return status;
    logreg__choice c = logreg__lines_choose(&grid);
    logreg__grid_free(&grid);
    if (!logreg__plot_start(&plot, page, s->options.height, low, high, 0, 1, 0, mark_room(s->model, &c, page),
                            layers, c.n))
        return logreg__fail_memory(err);
    status = logreg__lines_grid(&grid, s, plot.x_low, plot.x_high, 2 * (size_t)plot.canvas.columns, err);
    if (status == LOGREG_OK && !draw(page, &plot, s, &grid, &c))
        status = logreg__fail_memory(err);
    if (status == LOGREG_OK)
        write_caption(page, s, &c);
    logreg__grid_free(&grid);
    logreg__plot_free(&plot);
    return status;
}
