/* The levels of a factor, one below the other, and in each a dot for each level of another: the probability with its interval, and the share of events among the rows of
 * both with Wilson's. */
#include <math.h>
#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "figures/kinds/caveats.h"
#include "figures/kinds/shares.h"
#include "figures/kinds/stands.h"
#include "figures/kinds/subject.h"
#include "metrics/interval.h"
#include "report/curves/lines.h"
#include "report/curves/observed.h"
#include "report/summary/summary.h"

/* Levels that there is room for, and columns of their names. */
enum { LEVELS_MOST = 16, BY_MOST = 6, NAME_ROOM = 28 };

/* Heights: of all but levels, and of a dot. */
enum { FRAME_HEIGHT = 420, DOT_HEIGHT = 46 };

/* Height, in levels, over which dots are spread; and by which part of the distance of two of them shares stand below theirs. */
#define SPREAD 0.62
#define BELOW 0.38

/* What there is of the rows of two levels. */
typedef struct {
    double n, share, low, high;
} cell;

typedef struct {
    logreg__subject subject;
    logreg__stand *stand; /* the subject's, and last the level of the other factor */
    logreg_variable by;
    size_t drawn, drawn_by, n_rows;
    bool intervals;
    double top;
    double P[BY_MOST][LEVELS_MOST], low[BY_MOST][LEVELS_MOST], high[BY_MOST][LEVELS_MOST];
    cell rows[BY_MOST][LEVELS_MOST];
} plot;

/* ---- Numbers ---- */

static logreg_status evaluate(plot *p, logreg_error *err)
{
    const logreg__subject *s = &p->subject;
    for (size_t k = 0; k < p->drawn_by; k++) {
        logreg__grid grid = {0};
        p->stand[s->n_stands - 1].place = k;
        logreg_status status = logreg__grid_along(&grid, s->model, s->variable, NULL, p->drawn, s->stand,
                                                  s->n_stands, s->offset, s->options.conf_level, err);
        if (status != LOGREG_OK)
            return status;
        for (size_t i = 0; i < p->drawn; i++) {
            p->P[k][i] = grid.P[2 * i + 1];
            p->low[k][i] = grid.low[i];
            p->high[k][i] = grid.high[i];
            p->top = fmax(p->top, fmax(p->P[k][i], isnan(grid.high[i]) ? 0 : grid.high[i]));
        }
        p->intervals = p->intervals || logreg__grid_has_interval(&grid);
        logreg__grid_free(&grid);
    }
    return LOGREG_OK;
}

static void count(plot *p, const logreg__observed *of, const logreg__observed *by)
{
    logreg__observation row, other;
    for (size_t i = 0; i < logreg_frame_rows(of->frame); i++) {
        if (!logreg__observed_row(&row, of, i) || !logreg__observed_row(&other, by, i) || !(row.weight > 0) ||
            row.level >= p->drawn || other.level >= p->drawn_by)
            continue;
        cell *c = &p->rows[other.level][row.level];
        c->n += row.weight;
        c->share += row.weight * row.y;
        p->n_rows++;
    }
    for (size_t k = 0; k < p->drawn_by; k++)
        for (size_t i = 0; i < p->drawn; i++) {
            cell *c = &p->rows[k][i];
            c->share = c->n > 0 ? c->share / c->n : NAN;
            logreg__wilson_interval(&c->low, &c->high, c->share, c->n, p->subject.options.conf_level);
            p->top = fmax(p->top, c->n > 0 ? c->high : 0);
        }
}

static logreg_status read_rows(plot *p, logreg_error *err)
{
    const logreg__subject *s = &p->subject;
    logreg__observed of, by;
    logreg_status status = logreg__observed_open(&of, s->model, s->frame, SIZE_MAX, err),
                  second = status == LOGREG_OK ? logreg__observed_open(&by, s->model, s->frame, SIZE_MAX, err)
                                               : status;
    if (second == LOGREG_OK)
        second = logreg__observed_by(&of, &s->v, err);
    if (second == LOGREG_OK)
        second = logreg__observed_by(&by, &p->by, err);
    if (second == LOGREG_OK)
        count(p, &of, &by);
    if (status == LOGREG_OK)
        logreg__observed_close(&by);
    logreg__observed_close(&of);
    return second;
}

/* ---- Words ---- */

static void write_words(logreg_figure *f, const plot *p)
{
    logreg__page *text = &f->sentences;
    const logreg__subject *s = &p->subject;
    logreg__title_by(f, s->model, " by ", s->v.name);
    logreg__page_add(&f->title, " and ");
    logreg__page_name(&f->title, p->by.name, 24);
    logreg__write_fitted(text, s->model);
    if (p->intervals) {
        logreg__page_add(text, "; broad bars are ");
        logreg__write_percent(text, s->options.conf_level);
        logreg__page_add(text, " Wald intervals");
    }
    if (p->n_rows) {
        logreg__page_add(text, "; rings are shares of events in ");
        logreg__write_count(text, (double)p->n_rows, "row", "rows");
        logreg__page_add(text, ", thin bars their ");
        logreg__write_percent(text, s->options.conf_level);
        logreg__page_add(text, " Wilson intervals");
    }
    logreg__page_add(text, ".");
    if (p->n_rows)
        logreg__write_unadjusted(text, s->model, 2);
    const logreg_variable *of[] = {&s->v, &p->by};
    const size_t drawn[] = {p->drawn, p->drawn_by};
    for (int i = 0; i < 2; i++)
        if (drawn[i] < of[i]->n_levels) {
            logreg__page_add(text, " Of ");
            logreg__page_name(text, of[i]->name, LOGREG__NAME_ROOM);
            logreg__page_format(text, ", the first %zu of %zu levels are drawn.", drawn[i], of[i]->n_levels);
        }
    logreg__write_intervalless(text, s->model, p->intervals);
    logreg__write_separated(text, s->model);
    logreg__write_others(text, s);
}

/* "women: 0.97 at 1st, of its rows 0.97, 0.87 at 2nd, .." */
static void say_level(logreg_figure *f, const plot *p, size_t k)
{
    char number[LOGREG__FIGURE_SIZE];
    logreg__page said;
    logreg__page_start_like(&said, &f->title);
    logreg__page_name(&said, p->by.levels[k], NAME_ROOM);
    for (size_t i = 0; i < p->drawn; i++) {
        logreg__page_format(&said, "%s %s at ", i ? "," : ":",
                            logreg__figure_digits(number, p->P[k][i], 2, said.sign));
        logreg__page_name(&said, p->subject.v.levels[i], NAME_ROOM);
        if (p->rows[k][i].n > 0)
            logreg__page_format(&said, " (of rows %s)",
                                logreg__figure_digits(number, p->rows[k][i].share, 2, said.sign));
    }
    logreg__page_add(&said, ".");
    logreg__figure_say(f, &said);
}

/* ---- Marks ---- */

/* Of one level of the other factor. */
static void add_level(logreg_figure *f, const plot *p, size_t k)
{
    double y[LEVELS_MOST], below[LEVELS_MOST], share[LEVELS_MOST], low[LEVELS_MOST], high[LEVELS_MOST],
        apart = SPREAD / (double)p->drawn_by;
    for (size_t i = 0; i < p->drawn; i++) {
        const cell *c = &p->rows[k][i];
        y[i] = (double)(p->drawn - i) + SPREAD / 2 - apart * ((double)k + 0.3);
        below[i] = c->n > 0 ? y[i] - BELOW * apart : NAN;
        share[i] = c->share;
        low[i] = c->low;
        high[i] = c->high;
    }
    if (p->intervals)
        logreg_figure_segments(f, p->low[k], y, p->high[k], y, p->drawn,
                               &(logreg_mark){.colour = (int)k, .size = 7, .opacity = 0.31});
    if (p->n_rows) {
        logreg_figure_segments(f, low, below, high, below, p->drawn,
                               &(logreg_mark){.colour = (int)k, .size = 1.6, .opacity = 0.8});
        logreg_figure_points(
            f, share, below, p->drawn,
            &(logreg_mark){.colour = (int)k, .size = 1.2, .hollow = true, .shape = logreg__shape_of(k)});
    }
    logreg_figure_points(f, p->P[k], y, p->drawn,
                         &(logreg_mark){.colour = (int)k, .size = 1.4, .shape = logreg__shape_of(k)});
    char *name = logreg__figure_short(f, p->by.levels[k], NAME_ROOM);
    if (name)
        logreg_figure_name(f, y[0], name, &(logreg_mark){.colour = (int)k, .size = 0.9});
    free(name);
    say_level(f, p, k);
}

/* ---- The figure ---- */

static logreg_status build(logreg_figure *f, plot *p, logreg_error *err)
{
    logreg_status status = evaluate(p, err);
    if (status == LOGREG_OK && p->subject.frame)
        status = read_rows(p, err);
    if (status != LOGREG_OK)
        return status;
    /* Where the level stands differs, which words on the others leave out. */
    static const size_t anywhere = 0;
    p->stand[p->subject.n_stands - 1].level = &anywhere;
    p->top = logreg__scale_top(p->top);
    write_words(f, p);
    logreg_figure_size(f, 1600, FRAME_HEIGHT + DOT_HEIGHT * (int)(p->drawn * (p->drawn_by + 1)));
    logreg__levels_axes(f, &p->subject, p->drawn, p->top);
    for (size_t k = 0; k < p->drawn_by; k++)
        add_level(f, p, k);
    return LOGREG_OK;
}

logreg_status logreg__curve_crossed(logreg_figure *f, const logreg__subject *subject, const char *by,
                                    logreg_error *err)
{
    plot *p = logreg__new(1, sizeof *p);
    size_t variable = 0, n = subject->n_stands;
    if (!p)
        return logreg__fail_memory(err);
    p->subject = *subject;
    logreg_status status = logreg__by_factor(&p->stand, &variable, &p->by, subject, by, err);
    if (status == LOGREG_OK && variable == subject->variable)
        status = logreg__fail(err, LOGREG_EINVAL,
                              "'%.80s' cannot be both what goes along and what is told apart", by);
    if (status == LOGREG_OK) {
        p->subject.stand = p->stand;
        p->subject.n_stands = n + 1;
        p->drawn = subject->v.n_levels < LEVELS_MOST ? subject->v.n_levels : LEVELS_MOST;
        p->drawn_by = p->by.n_levels < BY_MOST ? p->by.n_levels : BY_MOST;
        status = build(f, p, err);
    }
    free(p->stand);
    free(p);
    return status;
}
