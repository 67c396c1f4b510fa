/* The levels of a factor, one below the other: a dot for the probability, a bar for its interval, and the share of events among the level's rows with Wilson's; of many
 * classes a dot for each. */
#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "figures/kinds/caveats.h"
#include "figures/kinds/subject.h"
#include "metrics/interval.h"
#include "report/curves/lines.h"
#include "report/curves/observed.h"
#include "report/summary/summary.h"

/* Levels that there is room for, and columns of a name. */
enum { LEVELS_MOST = 24, NAME_ROOM = 28 };

/* Height, in levels, over which the dots of classes are spread; and by which shares of rows stand below, less where few levels are wide apart. */
#define SPREAD 0.5
#define BELOW(levels) fmin(0.26, 0.04 + 0.05 * (double)(levels))

/* What there is of a level's rows: how many observations they stand for, the share of events, and its interval. */
typedef struct {
    double n, share, low, high;
} shares;

typedef struct {
    const logreg__subject *subject;
    logreg__grid grid;
    logreg__choice choice; /* classes drawn; of two the event alone */
    shares *rows;          /* [levels], or NULL: no rows, or many classes */
    size_t n_rows;         /* that are of a level */
    double top;            /* of the scale */
    size_t drawn;
} plot;

static logreg_status read_rows(plot *p, logreg_error *err)
{
    const logreg__subject *s = p->subject;
    logreg__observed observed;
    logreg__observation row;
    logreg_status status = logreg__observed_open(&observed, s->model, s->frame, SIZE_MAX, err);
    if (status == LOGREG_OK)
        status = logreg__observed_by(&observed, &s->v, err);
    if (status == LOGREG_OK && !(p->rows = logreg__new(s->v.n_levels, sizeof *p->rows)))
        status = logreg__fail_memory(err);
    for (size_t i = 0; status == LOGREG_OK && i < logreg_frame_rows(s->frame); i++) {
        if (!logreg__observed_row(&row, &observed, i) || !(row.weight > 0))
            continue;
        p->rows[row.level].n += row.weight;
        p->rows[row.level].share += row.weight * row.y;
        p->n_rows++;
    }
    logreg__observed_close(&observed);
    for (size_t i = 0; status == LOGREG_OK && i < s->v.n_levels; i++) {
        shares *r = &p->rows[i];
        r->share = r->n > 0 ? r->share / r->n : NAN;
        logreg__wilson_interval(&r->low, &r->high, r->share, r->n, s->options.conf_level);
    }
    return status;
}

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
            if (p->rows && p->rows[i].n > 0)
                largest = fmax(largest, p->rows[i].high);
        }
    p->top = logreg__scale_top(largest);
}

static void write_words(logreg_figure *f, const plot *p)
{
    logreg__page *text = &f->sentences;
    const logreg__subject *s = p->subject;
    logreg__title_by(f, s->model, " by ", s->v.name);
    logreg__write_fitted(text, s->model);
    if (logreg__grid_has_interval(&p->grid)) {
        logreg__page_add(text, "; bars are ");
        logreg__write_percent(text, s->options.conf_level);
        logreg__page_add(text, " Wald intervals");
    }
    if (p->rows && p->n_rows) {
        logreg__page_add(text, "; rings are shares of events in ");
        logreg__write_count(text, (double)p->n_rows, "row", "rows");
        logreg__page_add(text, logreg_model_variables(s->model) > 1
                                   ? ", whatever else these have, thin bars their "
                                   : ", thin bars their ");
        logreg__write_percent(text, s->options.conf_level);
        logreg__page_add(text, " Wilson intervals");
    }
    logreg__page_add(text, ".");
    if (p->drawn < s->v.n_levels)
        logreg__page_format(text, " %zu more levels are not drawn.", s->v.n_levels - p->drawn);
    logreg__write_intervalless(text, s->model, logreg__grid_has_interval(&p->grid));
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
        logreg__page_format(&said, ": %s", logreg__figure_digits(text, p->grid.P[2 * i + 1], 2, said.sign));
        if (p->rows && p->rows[i].n > 0)
            logreg__page_format(&said, ", of its rows %s",
                                logreg__figure_digits(text, p->rows[i].share, 2, said.sign));
        logreg__page_add(&said, ".");
        logreg__figure_say(f, &said);
    }
}

void logreg__levels_axes(logreg_figure *f, const logreg__subject *s, size_t drawn, double top)
{
    double at[LEVELS_MOST];
    char *name[LEVELS_MOST];
    logreg__axis_event(f, 'x', s->model, 0, top, 0.02, 6);
    logreg__figure_panel(f)->x.grid = true;
    for (size_t i = 0; i < drawn; i++) {
        at[i] = (double)(drawn - i);
        name[i] = logreg__figure_short(f, s->v.levels[i], NAME_ROOM);
    }
    if (!f->failed)
        logreg_figure_set_axis(f, 'y',
                               &(logreg_figure_axis){.low = 0.4,
                                                     .high = (double)drawn + 0.6,
                                                     .ticks = LOGREG_TICKS_LIST,
                                                     .n = drawn,
                                                     .at = at,
                                                     .text = (const char *const *)name});
    for (size_t i = 0; i < drawn; i++)
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

static void add_shares(logreg_figure *f, const plot *p)
{
    double at[LEVELS_MOST], share[LEVELS_MOST], low[LEVELS_MOST], high[LEVELS_MOST];
    for (size_t i = 0; i < p->drawn; i++) {
        at[i] = p->rows[i].n > 0 ? (double)(p->drawn - i) - BELOW(p->drawn) : NAN;
        share[i] = p->rows[i].share;
        low[i] = p->rows[i].low;
        high[i] = p->rows[i].high;
    }
    logreg_figure_segments(f, low, at, high, at, p->drawn,
                           &(logreg_mark){.colour = LOGREG_STEEL, .size = 1.6});
    logreg_figure_points(f, share, at, p->drawn,
                         &(logreg_mark){.colour = LOGREG_STEEL, .size = 1.3, .hollow = true});
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
    if (status == LOGREG_OK && s->frame && p.grid.classes == 2)
        status = read_rows(&p, err);
    if (status == LOGREG_OK) {
        choose(&p);
        write_words(f, &p);
        say_values(f, &p);
        logreg__levels_axes(f, p.subject, p.drawn, p.top);
        add_intervals(f, &p);
        if (p.rows)
            add_shares(f, &p);
        add_dots(f, &p);
    }
    free(p.rows);
    logreg__grid_free(&p.grid);
    return status;
}
