/* A line for each of many classes over a number, its name at its end. */
#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "figures/subject.h"
#include "report/lines.h"
#include "report/summary.h"

/* Points of a line, room beside the range as a share of it, and room for a name. */
enum { POINTS = 201, NAME_ROOM = 20 };
#define SIDE 0.02

static void write_words(logreg_figure *f, const logreg__subject *s, const logreg__choice *c)
{
    char text[LOGREG__FIGURE_SIZE];
    logreg__page *page = &f->sentences;
    logreg__title_by(f, s->model, " by ", s->v.name);
    logreg__page_add(page, "Multinomial logistic fit; each line is the probability of a class.");
    size_t left_out = logreg_model_classes(s->model) - (size_t)c->n;
    if (left_out)
        logreg__page_format(page, " %zu more stay below %s.", left_out,
                            logreg__figure_digits(text, c->highest_left_out, 2, page->sign));
    logreg__write_separated(page, s->model);
    logreg__write_others(page, s);
}

static void add_lines(logreg_figure *f, const logreg__subject *s, const logreg__grid *grid,
                      const logreg__choice *c, double *x, double *y)
{
    for (int k = 0; k < c->n; k++) {
        for (size_t i = 0; i < grid->n; i++)
            y[i] = grid->P[i * grid->classes + c->class[k]];
        logreg_figure_line(f, x, y, grid->n, &(logreg_mark){.colour = k, .size = 3.4});
        char *name = logreg__figure_short(f, logreg_model_class(s->model, c->class[k]), NAME_ROOM);
        if (name)
            logreg_figure_name(f, y[grid->n - 1], name, &(logreg_mark){.colour = k});
        free(name);
    }
}

/* Where each class is likeliest, for who cannot see it. */
static void say_likeliest(logreg_figure *f, const logreg__subject *s, const logreg__grid *grid,
                          const double *x)
{
    char text[LOGREG__FIGURE_SIZE];
    logreg__page said;
    logreg__page_start_like(&said, &f->title);
    size_t last = SIZE_MAX;
    for (size_t i = 0; i < grid->n; i++) {
        size_t best = 0;
        for (size_t k = 1; k < grid->classes; k++)
            best = grid->P[i * grid->classes + k] > grid->P[i * grid->classes + best] ? k : best;
        if (best == last)
            continue;
        if (last == SIZE_MAX)
            logreg__page_add(&said, "The likeliest class is first ");
        else
            logreg__page_format(&said, ", from %s on ", logreg__figure_plain(text, x[i], 3, said.sign));
        logreg__page_name(&said, logreg_model_class(s->model, best), NAME_ROOM);
        last = best;
    }
    logreg__figure_say(f, &said);
}

logreg_status logreg__curve_classes(logreg_figure *f, const logreg__subject *s, double low, double high,
                                    logreg_error *err)
{
    logreg__grid grid = {0};
    double x[POINTS], y[POINTS], side = SIDE * (high - low);
    logreg_status status = logreg__lines_grid(&grid, s, low - side, high + side, POINTS, err);
    if (status != LOGREG_OK)
        return status;
    logreg__choice c = logreg__lines_choose(&grid);
    logreg__spread(x, low - side, high + side, POINTS);
    write_words(f, s, &c);
    say_likeliest(f, s, &grid, x);
    logreg__axis_between(f, 'x', s->v.name, low - side, high + side, 0, 9);
    logreg__axis_between(f, 'y', "Probability", 0, 1, 0.02, 5);
    add_lines(f, s, &grid, &c, x, y);
    logreg__grid_free(&grid);
    return LOGREG_OK;
}
