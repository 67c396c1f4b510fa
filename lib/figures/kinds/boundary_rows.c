/* Rows over a decision in two numbers. */
#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "figures/kinds/boundary.h"
#include "figures/kinds/shares.h"
#include "report/page/figure.h"
#include "report/curves/observed.h"

static void read_rows(logreg__plane_rows *d, const logreg__plane *p, const logreg__observed *observed)
{
    const logreg_frame *frame = p->order->frame;
    size_t rows = logreg_frame_rows(frame), step = (rows + LOGREG__DOTS_MOST - 1) / LOGREG__DOTS_MOST,
           column = logreg_frame_find(frame, p->up.name);
    for (size_t i = 0; i < rows && d->n < LOGREG__DOTS_MOST; i += step) {
        logreg__observation o;
        double up = logreg_frame_number(frame, i, column);
        if (!logreg__observed_row(&o, observed, i) || isnan(up))
            continue;
        d->x[d->n] = o.x;
        d->y[d->n] = up;
        d->class[d->n++] = logreg_model_classes(p->order->model) == 2 ? o.y > 0.5 : o.class;
    }
}

/* Of a class, each dot on a white one. Events have the first colour. */
static void add_dots(logreg_figure *f, const logreg__plane *p, const logreg__plane_rows *d, size_t class)
{
    double x[LOGREG__DOTS_MOST], y[LOGREG__DOTS_MOST];
    size_t n = 0, look = p->grid.classes == 2 ? !class : class;
    for (size_t i = 0; i < d->n; i++) {
        x[n] = d->x[i];
        y[n] = d->y[i];
        n += d->class[i] == class;
    }
    const logreg_shape shape = logreg__shape_of(look);
    double size = logreg_frame_rows(p->order->frame) > 300 ? 0.75 : 1.1;
    logreg_figure_points(f, x, y, n,
                         &(logreg_mark){.colour = LOGREG_WHITE, .size = 1.45 * size, .shape = shape});
    logreg_figure_points(f, x, y, n, &(logreg_mark){.colour = (int)look, .size = size, .shape = shape});
}

/* How many dots lie where their class is said, and that not all rows are drawn. */
static logreg_status tell(logreg_figure *f, const logreg__plane *p, const logreg__plane_rows *d,
                          logreg_error *err)
{
    char number[LOGREG__FIGURE_SIZE];
    logreg__grid grid = {0};
    size_t right = 0, K = p->grid.classes;
    logreg_status status = d->n ? logreg__plane_at(&grid, p, d->x, d->y, d->n, err) : LOGREG_OK;
    if (status != LOGREG_OK)
        return status;
    for (size_t i = 0; i < d->n; i++)
        right += logreg__plane_said(p, grid.P + i * K) == d->class[i];
    logreg__grid_free(&grid);
    if (logreg_frame_rows(p->order->frame) > LOGREG__DOTS_MOST)
        logreg__page_format(
            &f->sentences, " %zu of %s rows are drawn.", d->n,
            logreg__figure_plain(number, (double)logreg_frame_rows(p->order->frame), 12, f->title.sign));
    logreg__page said;
    logreg__page_start_like(&said, &f->title);
    logreg__page_format(&said, "Of %zu rows drawn, %zu lie %s.", d->n, right,
                        K == 2 ? "on their own side of the boundary" : "where their class is the likeliest");
    logreg__figure_say(f, &said);
    return LOGREG_OK;
}

logreg_status logreg__plane_read(logreg__plane *p, logreg_error *err)
{
    logreg__observed observed;
    p->rows = logreg__new(1, sizeof *p->rows);
    logreg_status status =
        logreg__observed_open(&observed, p->order->model, p->order->frame, p->subject.variable, err);
    size_t column = logreg_frame_find(p->order->frame, p->up.name);
    if (status == LOGREG_OK && !p->rows)
        status = logreg__fail_memory(err);
    if (status == LOGREG_OK && logreg_frame_kind(p->order->frame, column) != LOGREG_NUMERIC)
        status = logreg__fail(err, LOGREG_EINVAL,
                              "the rows to draw have text in column '%.80s', where the model takes numbers",
                              p->up.name);
    if (status == LOGREG_OK)
        read_rows(p->rows, p, &observed);
    logreg__observed_close(&observed);
    return status;
}

logreg_status logreg__boundary_rows(logreg_figure *f, const logreg__plane *p, logreg_error *err)
{
    for (size_t k = 0; k < p->grid.classes; k++)
        add_dots(f, p, p->rows, k);
    return tell(f, p, p->rows, err);
}
