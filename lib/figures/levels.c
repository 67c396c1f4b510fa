/* The levels of a factor, one below the other: a dot for the probability, a bar for its interval; of many classes a dot
 * for each. */
#include <math.h>

#include "base/error.h"
#include "figures/figure.h"
#include "report/grid.h"
#include "report/lines.h"
#include "report/summary.h"

/* Levels that there is room for, and columns of a name. */
#define LEVELS_MOST 24
#define NAME_ROOM 28

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

static void write_words(logreg__figure *figure, const plot *p)
{
    logreg__page *text = &figure->subtitle;
    const logreg__subject *s = p->subject;
    logreg__figure_title(figure, s->model, " by ", s->v.name);
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

/* Names of levels, left of the axis. */
static void write_levels(logreg__figure *figure, const plot *p)
{
    int wide = 0;
    for (size_t i = 0; i < p->drawn; i++) {
        logreg__page name;
        logreg__page_start_like(&name, &figure->title);
        logreg__page_name(&name, p->subject->v.levels[i], NAME_ROOM);
        int columns = logreg__page_columns(&name);
        wide = columns > wide ? columns : wide;
        logreg__figure_page(figure, "set label ", &name);
        logreg__figure_format(
            figure, " at graph 0, first %zu right offset -1,0 textcolor rgb '" LOGREG__GREY "' noenhanced\n",
            p->drawn - i);
    }
    figure->left = fmax(6, wide + 3);
}

/* Names of classes in their colours, right of the plot. */
static void write_classes(logreg__figure *figure, const plot *p)
{
    int wide = 0;
    for (int k = 0; k < p->choice.n && p->grid.classes > 2; k++) {
        logreg__page name;
        logreg__page_start_like(&name, &figure->title);
        logreg__page_add(&name, "● ");
        logreg__page_name(&name, logreg_model_class(p->subject->model, p->choice.class[k]), NAME_ROOM);
        int columns = logreg__page_columns(&name);
        wide = columns > wide ? columns : wide;
        logreg__figure_page(figure, "set label ", &name);
        logreg__figure_format(figure,
                              " at graph 1, graph 1 left offset 0.8,-%d textcolor rgb '%s' noenhanced\n",
                              k + 1, logreg__colour[k]);
    }
    figure->right = wide ? wide + 2.5 : 4;
}

static void write_axes(logreg__figure *figure, const plot *p)
{
    double side = 0.02 * p->top;
    logreg__figure_axis(figure, 'x', -side, p->top + side, 0, p->top, 6);
    logreg__figure_format(figure, "set yrange [0.4:%zu.6]\nunset ytics\nset border 1\nunset grid\n",
                          p->drawn);
    logreg__figure_add(figure,
                       "set grid xtics back linetype 1 linewidth 1 linecolor rgb '" LOGREG__RULE "'\n");
    logreg__page event;
    logreg__page_start_like(&event, &figure->title);
    if (p->grid.classes == 2)
        logreg__write_event(&event, p->subject->model, 1);
    else
        logreg__page_add(&event, "Probability");
    logreg__figure_page(figure, "set xlabel ", &event);
    logreg__figure_add(figure, " textcolor rgb '" LOGREG__GREY "'\n");
}

/* A block of dots for each class: probability, place; with an interval its ends. */
static void write_data(logreg__figure *figure, const plot *p)
{
    const logreg__grid *g = &p->grid;
    for (int k = 0; k < p->choice.n; k++) {
        logreg__figure_format(figure, "$class%d << EOD\n", k + 1);
        double shift = p->choice.n > 1 ? SPREAD * (0.5 - k / (double)(p->choice.n - 1)) : 0;
        for (size_t i = 0; i < p->drawn; i++)
            logreg__figure_row(
                figure, (double[]){g->P[i * g->classes + p->choice.class[k]], (double)(p->drawn - i) + shift},
                2);
        logreg__figure_add(figure, "EOD\n");
    }
    if (!logreg__grid_has_interval(g))
        return;
    logreg__figure_add(figure, "$intervals << EOD\n");
    for (size_t i = 0; i < p->drawn; i++)
        if (!isnan(g->low[i]))
            logreg__figure_row(figure,
                               (double[]){g->low[i], (double)(p->drawn - i), fmin(p->top, g->high[i])}, 3);
    logreg__figure_add(figure, "EOD\n");
}

static void write_plot(logreg__figure *figure, const plot *p)
{
    logreg__figure_add(figure, "plot ");
    if (logreg__grid_has_interval(&p->grid))
        logreg__figure_format(figure,
                              "$intervals using 1:2:($3-$1):(0) with vectors nohead linewidth 7 linecolor "
                              "rgb '#b0%s', \\\n     ",
                              logreg__colour[0] + 1);
    for (int k = 0; k < p->choice.n; k++)
        logreg__figure_format(figure,
                              "%s$class%d using 1:2 with points pointtype 7 pointsize 1.5 linecolor rgb '%s'",
                              k ? ", \\\n     " : "", k + 1, logreg__colour[k]);
    logreg__figure_add(figure, "\n");
}

logreg_status logreg__figure_levels(logreg__figure *figure, const logreg__subject *s, logreg_error *err)
{
    plot p = {.subject = s, .drawn = s->v.n_levels < LEVELS_MOST ? s->v.n_levels : LEVELS_MOST};
    logreg_status status = logreg__grid_new(&p.grid, s->model, s->variable, NULL, p.drawn, s->offset,
                                            s->options.conf_level, err);
    if (status != LOGREG_OK)
        return status;
    choose(&p);
    write_words(figure, &p);
    write_axes(figure, &p);
    write_levels(figure, &p);
    write_classes(figure, &p);
    write_data(figure, &p);
    write_plot(figure, &p);
    logreg__grid_free(&p.grid);
    return LOGREG_OK;
}
