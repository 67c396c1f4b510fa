#include <math.h>
#include <stdlib.h>

#include "figures/kinds/effects.h"
#include "figures/kinds/shares.h"

/* Width over which the dots of classes are spread at a level, and columns of a class's name. */
#define SPREAD 0.36
enum { CLASS_ROOM = 12 };

static bool many(const logreg__effects *e)
{
    return logreg_model_classes(e->model) > 2;
}

/* Of many classes: whose colour k is, at that height or beside that place. */
static void name_class(logreg_figure *f, const logreg__effects *e, int k, double x, double y)
{
    char *name = logreg__figure_short(f, logreg_model_class(e->model, e->choice.class[k]), CLASS_ROOM);
    if (name && isnan(x))
        logreg_figure_name(f, y, name, &(logreg_mark){.colour = k});
    else if (name)
        logreg_figure_label(f, x, y, name,
                            &(logreg_mark){.colour = k, .size = 0.85, .up = 1, .beside = true});
    free(name);
}

void logreg__effect_number(logreg_figure *f, const logreg__effects *e, const logreg__grid *grid, double low,
                           double high)
{
    enum { N = LOGREG__EFFECT_POINTS };
    double x[N], y[N];
    logreg__spread(x, low, high, N);
    logreg__axis_between(f, 'x', NULL, low, high, 0.03, 5);
    logreg__axis_event(f, 'y', e->model, e->low, e->high, 0.03, 5);
    if (logreg__grid_has_interval(grid))
        logreg_figure_band(f, x, grid->low, grid->high, N, &(logreg_mark){0});
    for (int k = 0; k < e->choice.n; k++) {
        for (size_t i = 0; i < N; i++)
            y[i] = grid->P[i * grid->classes + e->choice.class[k]];
        logreg_figure_line(f, x, y, N,
                           &(logreg_mark){.colour = k, .size = 3, .dash = logreg__dash_of((size_t)k)});
        if (many(e))
            name_class(f, e, k, NAN, y[N - 1]);
    }
}

/* Levels from left to right, or in rows from the top. */
static void set_axes(logreg_figure *f, const logreg__effects *e, const logreg_variable *v, const double *at,
                     size_t n)
{
    char *name[LOGREG__EFFECT_LEVELS];
    for (size_t i = 0; i < n; i++)
        name[i] = logreg__figure_short(f, v->levels[i], LOGREG__EFFECT_NAME);
    if (!f->failed) {
        logreg_figure_set_axis(f, e->rows ? 'y' : 'x',
                               &(logreg_figure_axis){.low = fmin(at[0], at[n - 1]) - 0.6,
                                                     .high = fmax(at[0], at[n - 1]) + 0.6,
                                                     .ticks = LOGREG_TICKS_LIST,
                                                     .n = n,
                                                     .at = at,
                                                     .text = (const char *const *)name});
        logreg__axis_event(f, e->rows ? 'x' : 'y', e->model, e->low, e->high, 0.03, e->rows ? 3 : 5);
        logreg__figure_panel(f)->x.grid = e->rows;
    }
    for (size_t i = 0; i < n; i++)
        free(name[i]);
}

void logreg__effect_factor(logreg_figure *f, const logreg__effects *e, const logreg__grid *grid,
                           const logreg_variable *v)
{
    double at[LOGREG__EFFECT_LEVELS], here[LOGREG__EFFECT_LEVELS], P[LOGREG__EFFECT_LEVELS];
    for (size_t i = 0; i < grid->n; i++)
        at[i] = e->rows ? -(double)i : (double)i;
    set_axes(f, e, v, at, grid->n);
    if (logreg__grid_has_interval(grid))
        logreg_figure_segments(f, e->rows ? grid->low : at, e->rows ? at : grid->low,
                               e->rows ? grid->high : at, e->rows ? at : grid->high, grid->n,
                               &(logreg_mark){.size = 7, .opacity = 0.31});
    for (int k = 0; k < e->choice.n; k++) {
        double aside = e->choice.n > 1 ? SPREAD * (k / (double)(e->choice.n - 1) - 0.5) : 0;
        for (size_t i = 0; i < grid->n; i++) {
            P[i] = grid->P[i * grid->classes + e->choice.class[k]];
            here[i] = at[i] + (e->rows ? -aside : aside);
        }
        logreg_figure_points(
            f, e->rows ? P : here, e->rows ? here : P, grid->n,
            &(logreg_mark){.colour = k, .size = many(e) ? 1.2 : 1.5, .shape = logreg__shape_of((size_t)k)});
        if (many(e) && e->rows)
            name_class(f, e, k, P[0], here[0]);
        else if (many(e))
            name_class(f, e, k, NAN, P[grid->n - 1]);
    }
}
