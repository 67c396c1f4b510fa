/* The levels of a factor, one below the other: a dot for the probability, a bar for its interval; of many classes a dot
 * for each. */
#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "figures/subject.h"
#include "report/lines.h"
#include "report/summary.h"

/* Levels that there is room for, and columns of a name. */
enum { LEVELS_MOST = 24, NAME_ROOM = 28 };

/* Height, in levels, over which the dots of classes are spread. */
#define SPREAD 0.5

typedef struct {
    const logreg__subject *subject;
    logreg__grid grid;
    logreg__choice choice; /* classes drawn; of two the event alone */
    double top;            /* of the scale */
    size_t drawn;
} plot;

static void choose(plot *p)
{
    const logreg__grid *g = &p->grid;
    double largest = 0;
    p->choice = g->classes == 2 ? (logreg__choice){.n = 1, .class = {1}} : logreg__lines_choose(g);
    for (size_t i = 0; i < g->n; i++)
        for (int k = 0; k < p->choice.n; k++) {
            largest = fmax(largest, g->P[i * g->classes + p->choice.class[k]]);
            if (g->low && !isnan(g->high[i]))
                largest = fmax(largest, g->high[i]);
        }
    p->top = logreg__scale_top(largest);
}

static void write_words(logreg_figure *f, const plot *p)
{
    logreg__page *text = &f->sentences;
    const logreg__subject *s = p->subject;
    logreg__title_by(f, s->model, " by ", s->v.name);
    logreg__page_add(text, p->grid.classes == 2 ? "Logistic fit" : "Multinomial logistic fit");
    if (logreg__grid_has_interval(&p->grid)) {
        logreg__page_add(text, "; bars are ");
        logreg__write_percent(text, s->options.conf_level);
        logreg__page_add(text, " Wald intervals");
    }
    logreg__page_add(text, ".");
    if (p->drawn < s->v.n_levels)
        logreg__page_format(text, " %zu more levels are not drawn.", s->v.n_levels - p->drawn);
    logreg__write_separated(text, s->model);
    logreg__write_others(text, s);
}

static void say_values(logreg_figure *f, const plot *p)
{
    char text[LOGREG__FIGURE_SIZE];
    for (size_t i = 0; p->grid.classes == 2 && i < p->drawn; i++) {
        logreg__page said;
        logreg__page_start_like(&said, &f->title);
        logreg__page_name(&said, p->subject->v.levels[i], NAME_ROOM);
        logreg__page_format(&said, ": %s.", logreg__figure_digits(text, p->grid.P[2 * i + 1], 2, said.sign));
        logreg__figure_say(f, &said);
    }
}

static void set_axes(logreg_figure *f, const plot *p)
{
    double at[LEVELS_MOST];
    char *name[LEVELS_MOST];
    logreg__axis_event(f, 'x', p->subject->model, 0, p->top, 0.02, 6);
    logreg__figure_panel(f)->x.grid = true;
    for (size_t i = 0; i < p->drawn; i++) {
        at[i] = (double)(p->drawn - i);
        name[i] = logreg__figure_short(f, p->subject->v.levels[i], NAME_ROOM);
    }
    if (!f->failed)
        logreg_figure_set_axis(f, 'y',
                               &(logreg_figure_axis){.low = 0.4,
                                                     .high = (double)p->drawn + 0.6,
                                                     .ticks = LOGREG_TICKS_LIST,
                                                     .n = p->drawn,
                                                     .at = at,
                                                     .text = (const char *const *)name});
    for (size_t i = 0; i < p->drawn; i++)
        free(name[i]);
}

static void add_intervals(logreg_figure *f, const plot *p)
{
    double at[LEVELS_MOST], high[LEVELS_MOST];
    for (size_t i = 0; i < p->drawn; i++) {
        at[i] = (double)(p->drawn - i);
        high[i] = p->grid.high ? fmin(p->top, p->grid.high[i]) : NAN;
    }
    if (logreg__grid_has_interval(&p->grid))
        logreg_figure_segments(f, p->grid.low, at, high, at, p->drawn,
                               &(logreg_mark){.size = 7, .opacity = 0.31});
}

static void add_dots(logreg_figure *f, const plot *p)
{
    static const logreg_shape shapes[] = {LOGREG_CIRCLE, LOGREG_SQUARE, LOGREG_TRIANGLE, LOGREG_DIAMOND};
    double x[LEVELS_MOST], y[LEVELS_MOST];
    for (int k = 0; k < p->choice.n; k++) {
        double shift = p->choice.n > 1 ? SPREAD * (0.5 - k / (double)(p->choice.n - 1)) : 0;
        for (size_t i = 0; i < p->drawn; i++) {
            x[i] = p->grid.P[i * p->grid.classes + p->choice.class[k]];
            y[i] = (double)(p->drawn - i) + shift;
        }
        const logreg_mark look = {.colour = k, .size = 1.5, .shape = shapes[k % 4]};
        logreg_figure_points(f, x, y, p->drawn, &look);
        if (p->grid.classes == 2)
            return;
        char *name =
            logreg__figure_short(f, logreg_model_class(p->subject->model, p->choice.class[k]), NAME_ROOM);
        if (name)
            logreg_figure_name(f, y[0] - k * 0.01, name, &(logreg_mark){.colour = k});
        free(name);
    }
}

logreg_status logreg__curve_levels(logreg_figure *f, const logreg__subject *s, logreg_error *err)
{
    plot p = {.subject = s, .drawn = s->v.n_levels < LEVELS_MOST ? s->v.n_levels : LEVELS_MOST};
    logreg_status status = logreg__grid_along(&p.grid, s->model, s->variable, NULL, p.drawn, s->stand,
                                              s->n_stands, s->offset, s->options.conf_level, err);
    if (status != LOGREG_OK)
        return status;
    choose(&p);
    write_words(f, &p);
    say_values(f, &p);
    set_axes(f, &p);
    add_intervals(f, &p);
    add_dots(f, &p);
    logreg__grid_free(&p.grid);
    return LOGREG_OK;
}
