/* The decision in two numbers: which they are, and the probabilities over them. */
#include "figures/kinds/boundary.h"

#include <math.h>
#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "figures/kinds/stands.h"
#include "report/curves/lines.h"
#include "report/summary/summary.h"

/* Variables that are looked at for the second, and room beyond the data. */
enum { CANDIDATES = 64 };
#define SIDE 0.04

/* The number that moves probabilities most, but for the first; or the one that was named. */
static logreg_status choose_second(logreg__plane *p, logreg_error *err)
{
    const logreg_model *model = p->order->model;
    double best = 0;
    if (p->order->options->by) {
        logreg_status status = logreg__variable_named(&p->second, &p->up, model, p->order->options->by, err);
        if (status == LOGREG_OK && (p->up.kind != LOGREG_NUMERIC || p->second == p->subject.variable))
            status = logreg__fail(
                err, LOGREG_EINVAL, "a decision boundary is drawn in two numbers, and '%.80s' is %s",
                p->up.name, p->up.kind == LOGREG_NUMERIC ? "one of them already" : "a category");
        return status;
    }
    p->second = SIZE_MAX;
    for (size_t i = 0; i < logreg_model_variables(model) && i < CANDIDATES; i++) {
        logreg_variable v;
        double here;
        if (i == p->subject.variable || logreg_model_variable(model, i, &v) != LOGREG_OK ||
            v.kind != LOGREG_NUMERIC || strcmp(v.name, p->subject.v.name) == 0)
            continue;
        logreg_status status = logreg__subject_swing(&here, &p->subject, i, err);
        if (status != LOGREG_OK)
            return status;
        if (p->second == SIZE_MAX || here > best) {
            p->second = i;
            p->up = v;
            best = here;
        }
    }
    return p->second < SIZE_MAX
               ? LOGREG_OK
               : logreg__fail(err, LOGREG_EINVAL,
                              "a decision boundary is drawn in two numbers, and the model has only one");
}

/* Places of the middles of cells. */
static void place_cells(const logreg__plane *p, double *x, double *y)
{
    const logreg__surface *s = &p->surface;
    for (size_t i = 0; i < LOGREG__CELLS; i++) {
        x[i] = s->x0 + ((double)(i % LOGREG__CELLS_WIDE) + 0.5) * (s->x1 - s->x0) / LOGREG__CELLS_WIDE;
        y[i] = s->y0 + ((double)(i / LOGREG__CELLS_WIDE) + 0.5) * (s->y1 - s->y0) / LOGREG__CELLS_HIGH;
    }
}

/* What was told to stand, and behind it the two at places of x and y; NULL: out of memory. */
static logreg__stand *stands_at(const logreg__plane *p, const double *x, const double *y)
{
    size_t n = p->subject.n_stands;
    logreg__stand *stand = logreg__new(n + 2, sizeof *stand);
    if (!stand)
        return NULL;
    if (n)
        memcpy(stand, p->subject.stand, n * sizeof *stand);
    stand[n] = (logreg__stand){.variable = p->subject.variable, .x = x};
    stand[n + 1] = (logreg__stand){.variable = p->second, .x = y};
    return stand;
}

logreg_status logreg__plane_at(logreg__grid *grid, const logreg__plane *p, const double *x, const double *y,
                               size_t n, logreg_error *err)
{
    logreg__stand *stand = stands_at(p, x, y);
    if (!stand)
        return logreg__fail_memory(err);
    logreg_status status = logreg__grid_over(grid, p->order->model, stand, p->subject.n_stands + 2, n,
                                             p->subject.offset, NAN, err);
    free(stand);
    return status;
}

/* Probabilities at the middle of each cell; where a formula has no value a little beyond the data, the picture ends with these. */
static logreg_status evaluate(logreg__plane *p, const double low[2], const double high[2], logreg_error *err)
{
    logreg__surface *s = &p->surface;
    double *x = logreg__new(LOGREG__CELLS, 2 * sizeof *x);
    logreg_status status = x ? LOGREG_EDATA : logreg__fail_memory(err);
    for (int within = 0; within < 2 && status == LOGREG_EDATA; within++) {
        double wide = within ? 0 : SIDE * (high[0] - low[0]), tall = within ? 0 : SIDE * (high[1] - low[1]);
        *s = (logreg__surface){p->value,      LOGREG__CELLS_HIGH, LOGREG__CELLS_WIDE, low[0] - wide,
                               low[1] - tall, high[0] + wide,     high[1] + tall};
        place_cells(p, x, x + LOGREG__CELLS);
        status = logreg__plane_at(&p->grid, p, x, x + LOGREG__CELLS, LOGREG__CELLS, err);
    }
    free(x);
    return status;
}

size_t logreg__plane_said(const logreg__plane *p, const double *P)
{
    size_t K = p->grid.classes, best = 0;
    if (K == 2)
        return P[1] >= p->order->options->threshold;
    for (size_t k = 1; k < K; k++)
        best = P[k] > P[best] ? k : best;
    return best;
}

/* Where variables but the two stand. */
static void write_others_of(logreg_figure *f, const logreg__plane *p)
{
    static const double anywhere = 0;
    logreg__subject others = p->subject;
    logreg__stand *stand = stands_at(p, &anywhere, &anywhere);
    f->failed = f->failed || !stand;
    if (!stand)
        return;
    others.stand = stand;
    others.n_stands += 2;
    logreg__write_others(&f->sentences, &others);
    free(stand);
}

void logreg__write_plane(logreg_figure *f, const logreg__plane *p)
{
    static const char *const shape[] = {"Circles", "diamonds", "triangles", "squares"};
    const logreg_model *model = p->order->model;
    size_t K = logreg_model_classes(model);
    logreg__page *text = &f->sentences;
    if (p->order->frame && K == 2)
        logreg__page_add(text, " Circles are events, diamonds others.");
    for (size_t k = 0; p->order->frame && K > 2 && K <= 4 && k < K; k++) {
        logreg__page_format(text, k ? ", %s " : " %s are ", shape[k]);
        logreg__page_name(text, logreg_model_class(model, k), LOGREG__NAME_ROOM);
        logreg__page_add(text, k + 1 == K ? "." : "");
    }
    logreg__write_separated(text, model);
    write_others_of(f, p);
}

static logreg_status build(logreg_figure *f, logreg__plane *p, logreg_error *err)
{
    const logreg__surface *s = &p->surface;
    double low[2], high[2];
    if (!logreg__lines_range(&low[0], &high[0], &p->subject.v) ||
        !logreg__lines_range(&low[1], &high[1], &p->up))
        return logreg__fail(err, LOGREG_EINVAL,
                            "there is no boundary to draw: a range is such that no axis can hold it");
    logreg_status status = p->order->frame ? logreg__plane_read(p, err) : LOGREG_OK;
    if (status == LOGREG_OK)
        status = evaluate(p, low, high, err);
    if (status != LOGREG_OK)
        return status;
    logreg__title_by(f, p->order->model, " by ", p->subject.v.name);
    logreg__page_add(&f->title, " and ");
    logreg__page_name(&f->title, p->up.name, 24);
    logreg__axis_between(f, 'x', p->subject.v.name, s->x0, s->x1, 0, 9);
    logreg__axis_between(f, 'y', p->up.name, s->y0, s->y1, 0, 6);
    status = p->grid.classes == 2 ? logreg__boundary_two(f, p, err) : logreg__boundary_classes(f, p, err);
    return status == LOGREG_OK && p->rows ? logreg__boundary_rows(f, p, err) : status;
}

logreg_status logreg__build_boundary(logreg_figure *f, const logreg__order *order, logreg_error *err)
{
    logreg__plane p = {.order = order};
    logreg_report_options choice = logreg_report_options_default();
    choice.conf_level = order->options->conf_level;
    choice.feature = order->options->feature;
    logreg_status status = logreg__subject_choose(&p.subject, order->model, order->frame, &choice, err);
    if (status == LOGREG_OK && (logreg__subject_lacks(&p.subject) || p.subject.v.kind != LOGREG_NUMERIC))
        status = logreg__fail(err, LOGREG_EINVAL, "a decision boundary is drawn in two numbers: %s",
                              logreg__subject_lacks(&p.subject) ? logreg__subject_lacks(&p.subject)
                              : order->options->feature         ? "what was named is a category"
                                                                : "the model has none");
    if (status != LOGREG_OK)
        return status;
    logreg__stand *stand = NULL;
    p.value = logreg__new(LOGREG__CELLS, sizeof *p.value);
    status =
        p.value ? logreg__stands_new(&stand, order->model, order->options, err) : logreg__fail_memory(err);
    p.subject.stand = stand;
    p.subject.n_stands = order->options->n_at;
    if (status == LOGREG_OK)
        status = choose_second(&p, err);
    if (status == LOGREG_OK)
        status = build(f, &p, err);
    free(p.value);
    free(p.rows);
    logreg__grid_free(&p.grid);
    free(stand);
    return status;
}
