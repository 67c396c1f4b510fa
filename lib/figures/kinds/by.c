/* The event's probability over a number, a curve for each level of a factor; and of each level the rows, and shares of events with Wilson's intervals. */
#include <math.h>
#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/number.h"
#include "figures/kinds/adjusted.h"
#include "figures/kinds/caveats.h"
#include "figures/kinds/shares.h"
#include "figures/kinds/stands.h"
#include "figures/kinds/subject.h"
#include "figures/telling/turns.h"
#include "report/curves/dots.h"
#include "report/curves/lines.h"
#include "report/summary/summary.h"

/* Points of a curve, levels that can be told apart, dots at most, room beside the range as a share of it, room for a name, and for a level in it that does not stand alone. */
enum { POINTS = 201, LEVELS_MOST = 6, DOTS_MOST = 1000, NAME_ROOM = 20, VALUE_ROOM = 8 };
#define SIDE 0.02

/* Room beyond 0 and 1, with dots there and without; where the first level's strip of dots begins there, and the last one's ends. */
#define EDGE_DOTS 0.11
#define EDGE_BARE 0.02
#define STRIP_FIRST 0.02
#define STRIP_LAST 0.1

/* The curve of one level beside what the subject's others stand at. */
typedef struct {
    logreg__subject subject;
    logreg__stand *stand; /* the subject's, and last the level */
    logreg_variable by;
    size_t level[POINTS]; /* that of the curve at hand */
    size_t drawn;
    double low, high, below, above; /* the range, and how far curves go on beyond it */
    double x[POINTS], y[POINTS];
    logreg__dots dots;
    logreg__groups groups[LEVELS_MOST];
    bool grouped, intervals;
    bool others, moved; /* other variables stand still, and shares are moved to there */
} plot;

/* ---- Rows ---- */

/* Moves the shares of each level, which its rows all have. */
static logreg_status move_shares(plot *p, const logreg__observed *observed, logreg_error *err)
{
    logreg_status status = LOGREG_OK;
    logreg__stand *last = &p->stand[p->subject.n_stands - 1];
    const logreg__stand by = *last;
    p->others = logreg__others_stand(&p->subject);
    bool finite = logreg_model_separation(p->subject.model) == LOGREG_SEPARATION_NONE;
    for (size_t k = 0; p->others && finite && status == LOGREG_OK && k < p->drawn; k++) {
        *last = (logreg__stand){.variable = by.variable, .place = k};
        status = logreg__groups_adjust(&p->moved, &p->groups[k], observed, k, &p->subject, err);
    }
    *last = by;
    return status;
}

static logreg_status read_rows(plot *p, logreg_error *err)
{
    const logreg__subject *s = &p->subject;
    logreg__observed observed;
    logreg_status status = logreg__observed_open(&observed, s->model, s->frame, s->variable, err);
    if (status == LOGREG_OK)
        status = logreg__observed_by(&observed, &p->by, err);
    for (size_t k = 0; status == LOGREG_OK && k < p->drawn; k++)
        status = logreg__groups_new(&p->groups[k], &observed, k, logreg__shares_most(p->drawn),
                                    s->options.conf_level, err);
    if (status == LOGREG_OK)
        status = move_shares(p, &observed, err);
    logreg__observed_close(&observed);
    if (status == LOGREG_OK && !p->grouped)
        status = logreg__dots_new(&p->dots, s->model, s->frame, s->variable, &p->by, DOTS_MOST, err);
    return status;
}

static size_t rows_of(const plot *p)
{
    size_t n = 0;
    for (size_t k = 0; k < p->drawn; k++)
        n += p->groups[k].rows;
    return n;
}

/* Dots of levels that have a curve. */
static size_t dots_of(const plot *p)
{
    size_t n = 0;
    for (size_t i = 0; i < p->dots.n; i++)
        n += p->dots.dot[i].level < p->drawn;
    return n;
}

static void widen_to_rows(plot *p)
{
    for (size_t k = 0; k < p->drawn; k++) {
        if (!p->groups[k].rows)
            continue;
        p->low = fmin(p->low, p->groups[k].least);
        p->high = fmax(p->high, p->groups[k].largest);
    }
}

/* ---- Words ---- */

/* Whether a level says by itself what it is of; "0", "yes" and "B" do not. */
static bool speaks(const char *level)
{
    static const char *const mute[] = {"yes",  "Yes",   "YES",   "true", "True",
                                       "TRUE", "false", "False", "FALSE"};
    double number;
    for (size_t i = 0; i < sizeof mute / sizeof *mute; i++)
        if (strcmp(level, mute[i]) == 0)
            return false;
    return strlen(level) > 2 && !logreg__number_parse(&number, level, strlen(level), '.');
}

/* "am = 0" or "crew" of a level. */
static void write_level(logreg__page *page, const plot *p, size_t level)
{
    bool alone = speaks(p->by.levels[level]);
    if (!alone) {
        logreg__page_name(page, p->by.name, NAME_ROOM - VALUE_ROOM);
        logreg__page_add(page, " = ");
    }
    logreg__page_name(page, p->by.levels[level], alone ? NAME_ROOM : VALUE_ROOM);
}

static void write_rows(logreg__page *text, const plot *p)
{
    size_t rows = rows_of(p);
    logreg__page_add(text, p->grouped ? "; rings are " : "; dots are ");
    if (p->groups->each)
        logreg__page_format(text, "shares of events in %zu rows, bars their", rows);
    else if (p->grouped)
        logreg__page_add(text, "shares of events in groups of rows, bars their");
    else {
        logreg__write_dots(text, &p->dots, dots_of(p), rows);
        logreg__page_add(text, ", rings shares of events in groups, bars their");
    }
    logreg__page_add(text, " ");
    logreg__write_percent(text, p->subject.options.conf_level);
    logreg__page_add(text, " Wilson intervals");
}

static void write_words(logreg_figure *f, const plot *p)
{
    logreg__page *text = &f->sentences;
    logreg__title_by(f, p->subject.model, " by ", p->subject.v.name);
    logreg__page_add(&f->title, " and ");
    logreg__page_name(&f->title, p->by.name, 24);
    logreg__write_fitted(text, p->subject.model);
    logreg__page_add(text, ", a curve for each level");
    if (p->intervals) {
        logreg__page_add(text, " with its ");
        logreg__write_percent(text, p->subject.options.conf_level);
        logreg__page_add(text, " band");
    }
    if (rows_of(p))
        write_rows(text, p);
    logreg__page_add(text, ".");
    if (rows_of(p))
        logreg__write_moved(text, p->subject.model, p->others, p->moved);
    if (p->drawn < p->by.n_levels)
        logreg__page_format(text, " %zu more level%s not drawn.", p->by.n_levels - p->drawn,
                            p->by.n_levels - p->drawn == 1 ? " is" : "s are");
    logreg__write_intervalless(text, p->subject.model, p->intervals);
    logreg__write_separated(text, p->subject.model);
    logreg__write_others(text, &p->subject);
}

static void say_level(logreg_figure *f, const plot *p, size_t level)
{
    const logreg__groups *groups = &p->groups[level];
    const logreg__way way = {p->y, 1, POINTS, p->low - p->below, p->high + p->above};
    logreg__page said;
    logreg__page_start_like(&said, &f->title);
    write_level(&said, p, level);
    logreg__page_add(&said, ": ");
    logreg__write_way(&said, &way, LOGREG__TURN);
    if (groups->rows)
        logreg__page_format(&said, "; %zu row%s", groups->rows, groups->rows == 1 ? "" : "s");
    logreg__page_add(&said, ".");
    logreg__figure_say(f, &said);
}

/* ---- Marks ---- */

static void add_axes(logreg_figure *f, const plot *p)
{
    logreg__axis_between(f, 'x', p->subject.v.name, p->low - p->below, p->high + p->above, 0, 9);
    logreg__axis_event(f, 'y', p->subject.model, 0, 1, p->dots.n ? EDGE_DOTS : EDGE_BARE, 5);
}

/* Events above 1 and others below 0, each level in a strip of its own. */
static void add_dots(logreg_figure *f, const plot *p)
{
    double x[DOTS_MOST], y[DOTS_MOST], wide = (STRIP_LAST - STRIP_FIRST) / (double)p->drawn;
    for (size_t k = 0; k < p->drawn; k++) {
        size_t n = 0;
        for (size_t i = 0; i < p->dots.n; i++) {
            const logreg__dot *dot = &p->dots.dot[i];
            if (dot->level != k)
                continue;
            double off = STRIP_FIRST + wide * ((double)k + 0.15 + 0.7 * dot->jitter);
            x[n] = dot->x;
            y[n++] = dot->y > 0.5 ? 1 + off : -off;
        }
        logreg_figure_points(f, x, y, n,
                             &(logreg_mark){.colour = (int)k,
                                            .size = p->dots.n > 300 ? 0.55 : 0.8,
                                            .opacity = p->dots.n > 300 ? 0.4 : 0.62,
                                            .shape = logreg__shape_of(k)});
    }
}

static logreg_status add_level(logreg_figure *f, plot *p, size_t level, logreg_error *err)
{
    logreg__grid grid = {0};
    for (size_t i = 0; i < POINTS; i++)
        p->level[i] = level;
    logreg_status status =
        logreg__lines_grid(&grid, &p->subject, p->low - p->below, p->high + p->above, POINTS, err);
    if (status != LOGREG_OK)
        return status;
    logreg__spread(p->x, p->low - p->below, p->high + p->above, POINTS);
    for (size_t i = 0; i < POINTS; i++)
        p->y[i] = grid.P[2 * i + 1];
    p->intervals = p->intervals || logreg__grid_has_interval(&grid);
    if (logreg__grid_has_interval(&grid))
        logreg_figure_band(f, p->x, grid.low, grid.high, POINTS,
                           &(logreg_mark){.colour = (int)level, .opacity = 0.12});
    logreg__add_bars(f, &p->groups[level], level, p->drawn, p->high - p->low);
    logreg_figure_line(f, p->x, p->y, POINTS,
                       &(logreg_mark){.colour = (int)level, .size = 3.4, .dash = logreg__dash_of(level)});
    logreg__add_rings(f, &p->groups[level], level, p->drawn, p->high - p->low);
    logreg__page name;
    logreg__page_start_like(&name, &f->title);
    write_level(&name, p, level);
    logreg_figure_name(f, p->y[POINTS - 1], logreg__page_string(&name), &(logreg_mark){.colour = (int)level});
    f->failed = f->failed || name.text.failed;
    logreg__page_free(&name);
    say_level(f, p, level);
    logreg__grid_free(&grid);
    return LOGREG_OK;
}

/* ---- The figure ---- */

static logreg_status build(logreg_figure *f, plot *p, logreg_error *err)
{
    logreg_status status = p->subject.frame ? read_rows(p, err) : LOGREG_OK;
    if (status != LOGREG_OK)
        return status;
    widen_to_rows(p);
    status = logreg__lines_reach(&p->below, &p->above, &p->subject, p->low, p->high,
                                 SIDE * (p->high - p->low), err);
    if (status != LOGREG_OK)
        return status;
    add_axes(f, p);
    add_dots(f, p);
    for (size_t level = 0; status == LOGREG_OK && level < p->drawn; level++)
        status = add_level(f, p, level, err);
    if (status == LOGREG_OK)
        write_words(f, p);
    return status;
}

logreg_status logreg__curve_by(logreg_figure *f, const logreg__subject *subject, const char *by, double low,
                               double high, logreg_error *err)
{
    plot p = {.subject = *subject, .low = low, .high = high, .grouped = logreg_model_grouped(subject->model)};
    size_t variable = 0;
    logreg_status status = logreg__by_factor(&p.stand, &variable, &p.by, subject, by, err);
    if (status != LOGREG_OK)
        return status;
    p.stand[subject->n_stands].level = p.level;
    p.subject.stand = p.stand;
    p.subject.n_stands = subject->n_stands + 1;
    p.drawn = p.by.n_levels < LEVELS_MOST ? p.by.n_levels : LEVELS_MOST;
    status = build(f, &p, err);
    for (size_t k = 0; k < p.drawn; k++)
        logreg__groups_free(&p.groups[k]);
    logreg__dots_free(&p.dots);
    free(p.stand);
    return status;
}
