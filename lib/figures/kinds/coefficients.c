/* Coefficients along a path of penalties: a line each. */
#include <math.h>
#include <stdlib.h>

#include "base/error.h"
#include "base/memory.h"
#include "figures/kinds/penalties.h"
#include "figures/kinds/shares.h"
#include "report/page/figure.h"
#include "report/summary/summary.h"

/* Room beside the lines for a name. */
enum { NAME_ROOM = 18, CLASS_ROOM = 8 };

/* A line: a column's coefficient of a class, in units of the column's standard deviation where the penalty is. */
typedef struct {
    size_t class, column;
    double chosen, last; /* its size in the chosen model, and where the path ends */
    bool moves;          /* it is not 0 all along */
} line;

typedef struct {
    const logreg_path *path;
    const logreg_model *model;
    line *line; /* those that move, farthest from 0 in the chosen model first */
    size_t n, named;
    double *x, *y; /* [path->n] */
} plot;

static double coefficient(const logreg_path *p, size_t i, const line *l)
{
    size_t classes = p->n_classes - p->first_class;
    return p->unit[l->column] * p->coefficient[(i * classes + l->class) * p->p + l->column];
}

static int larger_first(const void *a, const void *b)
{
    const line *x = a, *y = b;
    if (x->chosen != y->chosen)
        return x->chosen < y->chosen ? 1 : -1;
    if (fabs(x->last) != fabs(y->last))
        return fabs(x->last) < fabs(y->last) ? 1 : -1;
    return (x->column > y->column) - (x->column < y->column);
}

static void list_lines(plot *g)
{
    const logreg_path *p = g->path;
    for (size_t c = 0; c < p->n_classes - p->first_class; c++)
        for (size_t j = logreg_model_has_intercept(g->model); j < p->p; j++) {
            line l = {.class = c, .column = j};
            for (size_t i = 0; i < p->n; i++)
                l.moves = l.moves || coefficient(p, i, &l) != 0;
            l.chosen = fabs(coefficient(p, p->chosen, &l));
            l.last = coefficient(p, p->n - 1, &l);
            if (l.moves)
                g->line[g->n++] = l;
        }
    qsort(g->line, g->n, sizeof *g->line, larger_first);
    g->named = g->n < LOGREG_COLOURS ? g->n : LOGREG_COLOURS;
}

static void write_words(logreg_figure *f, const plot *g)
{
    logreg__page *text = &f->sentences;
    logreg__page_add(&f->title, "Coefficients as the penalty falls");
    logreg__page_format(text, "Penalty %s on a model of ", logreg_model_penalty(g->model));
    logreg__page_name(text, logreg__target_name(g->model), LOGREG__NAME_ROOM);
    logreg__page_add(text, "; each line is a column.");
    if (g->n > g->named)
        logreg__page_format(text, " Named: the %zu farthest from 0 in the chosen model.", g->named);
}

static void set_axes(logreg_figure *f, const plot *g)
{
    double low = 0, high = 0;
    for (size_t k = 0; k < g->n; k++)
        for (size_t i = 0; i < g->path->n; i++) {
            low = fmin(low, coefficient(g->path, i, &g->line[k]));
            high = fmax(high, coefficient(g->path, i, &g->line[k]));
        }
    logreg__penalty_axes(f, g->path, low, high,
                         logreg_model_standardized(g->model) ? "Coefficient per standard deviation"
                                                             : "Coefficient");
    logreg_figure_line(f, (const double[]){-INFINITY, INFINITY}, (const double[]){0, 0}, 2,
                       &(logreg_mark){.colour = LOGREG_PALE, .size = 1});
}

static void write_name(logreg__page *name, const plot *g, const line *l, int room)
{
    logreg__page_name(name, logreg_model_coefficient_name(g->model, l->column), room);
    if (g->path->first_class == 0) {
        logreg__page_add(name, " (");
        logreg__page_name(name, logreg_model_class(g->model, l->class), CLASS_ROOM);
        logreg__page_add(name, ")");
    }
}

/* How many lines have left 0 in the chosen model, and where those with names leave it and lead, for who cannot see them. */
static void say_lines(logreg_figure *f, const plot *g)
{
    char chosen[LOGREG__FIGURE_SIZE], last[LOGREG__FIGURE_SIZE], text[LOGREG__FIGURE_SIZE];
    size_t there = 0;
    logreg__page said;
    logreg__page_start_like(&said, &f->title);
    for (size_t k = 0; k < g->n; k++)
        there += g->line[k].chosen != 0;
    logreg__page_format(&said, "Lambda falls from %s",
                        logreg__figure_digits(text, g->path->lambda[0], 2, said.sign));
    logreg__page_format(&said, " to %s; in the chosen model",
                        logreg__figure_digits(text, g->path->lambda[g->path->n - 1], 2, said.sign));
    logreg__page_format(&said, ", at %s, %zu of %zu coefficients are not 0.",
                        logreg__figure_digits(text, g->path->lambda[g->path->chosen], 2, said.sign), there,
                        g->n);
    for (size_t k = 0; k < g->named; k++) {
        const line *l = &g->line[k];
        size_t first = 0;
        while (coefficient(g->path, first, l) == 0)
            first++;
        logreg__page_add(&said, " ");
        write_name(&said, g, l, LOGREG__NAME_ROOM);
        if (first > 0)
            logreg__page_format(&said, " leaves 0 at %s,",
                                logreg__figure_digits(text, g->path->lambda[first], 2, said.sign));
        logreg__page_format(
            &said, " is %s in the chosen model and ends at %s.",
            logreg__figure_digits(chosen, coefficient(g->path, g->path->chosen, l), 2, said.sign),
            logreg__figure_digits(last, l->last, 2, said.sign));
    }
    logreg__figure_say(f, &said);
}

static void add_name(logreg_figure *f, const plot *g, size_t k)
{
    const line *l = &g->line[k];
    logreg__page name;
    logreg__page_start_like(&name, &f->title);
    write_name(&name, g, l, NAME_ROOM);
    logreg_figure_name(f, l->last, logreg__page_string(&name), &(logreg_mark){.colour = (int)k});
    f->failed = f->failed || name.text.failed;
    logreg__page_free(&name);
}

/* Those with names lie above the others. */
static void add_lines(logreg_figure *f, const plot *g)
{
    for (size_t i = 0; i < g->path->n; i++)
        g->x[i] = logreg__penalty_x(g->path, i);
    for (size_t k = g->n; k-- > 0;) {
        bool named = k < g->named;
        for (size_t i = 0; i < g->path->n; i++)
            g->y[i] = coefficient(g->path, i, &g->line[k]);
        logreg_figure_line(f, g->x, g->y, g->path->n,
                           &(logreg_mark){.colour = named ? (int)k : LOGREG_PALE,
                                          .size = named ? 2.6 : 0.8,
                                          .dash = named ? logreg__dash_of(k) : 0});
        if (g->path->n == 1) /* which no line shows */
            logreg_figure_points(f, g->x, g->y, 1, &(logreg_mark){.colour = named ? (int)k : LOGREG_PALE});
        if (named)
            add_name(f, g, k);
    }
}

logreg_status logreg__build_coefficients(logreg_figure *f, const logreg__order *order, logreg_error *err)
{
    const logreg_path *p = order->source->path;
    plot g = {.path = p,
              .model = order->model,
              .line = logreg__new((p->n_classes - p->first_class) * p->p, sizeof *g.line),
              .x = logreg__new(p->n, sizeof *g.x),
              .y = logreg__new(p->n, sizeof *g.y)};
    logreg_status status = LOGREG_OK;
    if (g.line && g.x && g.y)
        list_lines(&g);
    else
        status = logreg__fail_memory(err);
    if (status == LOGREG_OK && g.n == 0)
        status = logreg__fail(err, LOGREG_EINVAL,
                              "there is nothing to draw: all coefficients are 0 all along the path");
    if (status == LOGREG_OK) {
        write_words(f, &g);
        say_lines(f, &g);
        set_axes(f, &g);
        add_lines(f, &g);
    }
    free(g.line);
    free(g.x);
    free(g.y);
    return status;
}
