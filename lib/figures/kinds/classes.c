/* A line for each of many classes over a number, its name at its end; and the shares of the classes in groups of rows, with Wilson's intervals. */
#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "figures/kinds/caveats.h"
#include "figures/kinds/shares.h"
#include "figures/kinds/subject.h"
#include "figures/telling/turns.h"
#include "report/curves/lines.h"
#include "report/summary/summary.h"

/* Points of a line, room beside the range as a share of it, and room for a name. */
enum { POINTS = 201, NAME_ROOM = 20 };
#define SIDE 0.02

typedef struct {
    const logreg__subject *subject;
    logreg__grid grid;
    logreg__choice choice; /* the classes that are drawn */
    logreg__groups groups[LOGREG__LINES_MOST];
    double low, high, x[POINTS];
} plot;

static logreg_status read_rows(plot *p, logreg_error *err)
{
    const logreg__subject *s = p->subject;
    logreg__observed observed;
    logreg_status status = logreg__observed_open(&observed, s->model, s->frame, s->variable, err);
    size_t n = (size_t)p->choice.n;
    for (size_t k = 0; status == LOGREG_OK && k < n; k++) {
        observed.event = p->choice.class[k];
        status = logreg__groups_new(&p->groups[k], &observed, 0, logreg__shares_most(n),
                                    s->options.conf_level, err);
    }
    logreg__observed_close(&observed);
    return status;
}

static void write_words(logreg_figure *f, const plot *p)
{
    char text[LOGREG__FIGURE_SIZE];
    const logreg__subject *s = p->subject;
    logreg__page *page = &f->sentences;
    logreg__title_by(f, s->model, " by ", s->v.name);
    logreg__write_fitted(page, s->model);
    logreg__page_add(page, "; each line is the probability of a class");
    if (p->groups->rows) {
        logreg__page_format(page, ", rings are the classes' shares of groups of the %zu rows, bars their ",
                            p->groups->rows);
        logreg__write_percent(page, s->options.conf_level);
        logreg__page_add(page, " Wilson intervals");
    }
    logreg__page_add(page, ".");
    size_t left_out = logreg_model_classes(s->model) - (size_t)p->choice.n;
    if (left_out)
        logreg__page_format(page, " %zu more stay below %s.", left_out,
                            logreg__figure_digits(text, p->choice.highest_left_out, 2, page->sign));
    if (p->groups->rows)
        logreg__write_unadjusted(page, s->model, 1);
    logreg__write_separated(page, s->model);
    logreg__write_others(page, s);
}

static void add_lines(logreg_figure *f, const plot *p)
{
    double y[POINTS];
    size_t n = (size_t)p->choice.n;
    for (size_t k = 0; k < n; k++)
        logreg__add_bars(f, &p->groups[k], k, n, p->high - p->low);
    for (size_t k = 0; k < n; k++) {
        for (size_t i = 0; i < POINTS; i++)
            y[i] = p->grid.P[i * p->grid.classes + p->choice.class[k]];
        logreg_figure_line(f, p->x, y, POINTS,
                           &(logreg_mark){.colour = (int)k, .size = 3.4, .dash = logreg__dash_of(k)});
        char *name =
            logreg__figure_short(f, logreg_model_class(p->subject->model, p->choice.class[k]), NAME_ROOM);
        if (name)
            logreg_figure_name(f, y[POINTS - 1], name, &(logreg_mark){.colour = (int)k});
        free(name);
    }
    for (size_t k = 0; k < n; k++)
        logreg__add_rings(f, &p->groups[k], k, n, p->high - p->low);
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
    logreg__page_add(&said, ".");
    logreg__figure_say(f, &said);
}

/* The way of each class that is drawn. */
static void say_ways(logreg_figure *f, const plot *p)
{
    for (int k = 0; k < p->choice.n; k++) {
        const logreg__way way = {p->grid.P + p->choice.class[k], p -> grid.classes, p->grid.n, p->x[0],
                                 p->x[POINTS - 1]};
        logreg__page said;
        logreg__page_start_like(&said, &f->title);
        logreg__page_name(&said, logreg_model_class(p->subject->model, p->choice.class[k]), NAME_ROOM);
        logreg__page_add(&said, ": ");
        logreg__write_way(&said, &way, LOGREG__TURN);
        logreg__page_add(&said, ".");
        logreg__figure_say(f, &said);
    }
}

static logreg_status build(logreg_figure *f, plot *p, logreg_error *err)
{
    double below, above;
    logreg_status status =
        logreg__lines_reach(&below, &above, p->subject, p->low, p->high, SIDE * (p->high - p->low), err);
    if (status == LOGREG_OK)
        status = logreg__lines_grid(&p->grid, p->subject, p->low - below, p->high + above, POINTS, err);
    if (status != LOGREG_OK)
        return status;
    p->choice = logreg__lines_choose(&p->grid);
    status = p->subject->frame ? read_rows(p, err) : LOGREG_OK;
    if (status != LOGREG_OK)
        return status;
    logreg__spread(p->x, p->low - below, p->high + above, POINTS);
    write_words(f, p);
    say_likeliest(f, p->subject, &p->grid, p->x);
    say_ways(f, p);
    logreg__say_intervalless(f, p->subject->model);
    logreg__axis_between(f, 'x', p->subject->v.name, p->low - below, p->high + above, 0, 9);
    logreg__axis_between(f, 'y', "Probability", 0, 1, 0.02, 5);
    add_lines(f, p);
    return LOGREG_OK;
}

logreg_status logreg__curve_classes(logreg_figure *f, const logreg__subject *s, double low, double high,
                                    logreg_error *err)
{
    plot p = {.subject = s, .low = low, .high = high};
    logreg_status status = build(f, &p, err);
    for (size_t k = 0; k < LOGREG__LINES_MOST; k++)
        logreg__groups_free(&p.groups[k]);
    logreg__grid_free(&p.grid);
    return status;
}
