/* The event's probability over a number, a curve for each level of a factor. */
#include <math.h>
#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "figures/stands.h"
#include "figures/subject.h"
#include "report/lines.h"
#include "report/summary.h"

/* Points of a curve, levels that can be told apart, room beside the range as a share of it, room for a name. */
enum { POINTS = 201, LEVELS_MOST = 6, NAME_ROOM = 20 };
#define SIDE 0.02

/* The curve of one level beside what the subject's others stand at. */
typedef struct {
    logreg__subject subject;
    logreg__stand *stand; /* the subject's, and last the level */
    logreg_variable by;
    size_t drawn;
    double x[POINTS], y[POINTS];
} plot;

static void write_words(logreg_figure *f, const plot *p)
{
    logreg__page *text = &f->sentences;
    logreg__title_by(f, p->subject.model, " by ", p->subject.v.name);
    logreg__page_add(&f->title, " and ");
    logreg__page_name(&f->title, p->by.name, 24);
    logreg__page_add(text, "Logistic fit, a curve for each level with its ");
    logreg__write_percent(text, p->subject.options.conf_level);
    logreg__page_add(text, " band.");
    if (p->drawn < p->by.n_levels)
        logreg__page_format(text, " %zu more levels are not drawn.", p->by.n_levels - p->drawn);
    logreg__write_separated(text, p->subject.model);
}

static logreg_status add_level(logreg_figure *f, plot *p, size_t level, double low, double high,
                               logreg_error *err)
{
    logreg__grid grid = {0};
    const logreg_mark look = {.colour = (int)level, .size = 3.4};
    p->stand[p->subject.n_stands - 1].place = level;
    logreg_status status = logreg__lines_grid(&grid, &p->subject, low, high, POINTS, err);
    if (status != LOGREG_OK)
        return status;
    for (size_t i = 0; i < POINTS; i++)
        p->y[i] = grid.P[2 * i + 1];
    if (logreg__grid_has_interval(&grid))
        logreg_figure_band(f, p->x, grid.low, grid.high, POINTS,
                           &(logreg_mark){.colour = (int)level, .opacity = 0.12});
    logreg_figure_line(f, p->x, p->y, POINTS, &look);
    char *name = logreg__figure_short(f, p->by.levels[level], NAME_ROOM);
    if (name)
        logreg_figure_name(f, p->y[POINTS - 1], name, &(logreg_mark){.colour = (int)level});
    free(name);
    char from[LOGREG__FIGURE_SIZE], to[LOGREG__FIGURE_SIZE];
    logreg__page said;
    logreg__page_start_like(&said, &f->title);
    logreg__page_name(&said, p->by.levels[level], NAME_ROOM);
    logreg__page_format(&said, ": from %s on the left to %s on the right.",
                        logreg__figure_digits(from, p->y[0], 2, said.sign),
                        logreg__figure_digits(to, p->y[POINTS - 1], 2, said.sign));
    logreg_figure_say(f, logreg__page_string(&said));
    f->failed = f->failed || said.text.failed;
    logreg__page_free(&said);
    logreg__grid_free(&grid);
    return LOGREG_OK;
}

static logreg_status check(const plot *p, size_t variable, const char *by, logreg_error *err)
{
    if (logreg_model_classes(p->subject.model) != 2)
        return logreg__fail(err, LOGREG_EINVAL,
                            "curves for each level of '%.80s' are of two classes, and the model has %zu", by,
                            logreg_model_classes(p->subject.model));
    if (p->by.kind != LOGREG_CATEGORY)
        return logreg__fail(err, LOGREG_EINVAL,
                            "'%.80s' is a number to the model, and has no levels to draw a curve each for",
                            by);
    for (size_t i = 0; i + 1 < p->subject.n_stands; i++)
        if (p->stand[i].variable == variable)
            return logreg__fail(err, LOGREG_EINVAL,
                                "'%.80s' cannot stand at one level and have a curve for each", by);
    return LOGREG_OK;
}

logreg_status logreg__curve_by(logreg_figure *f, const logreg__subject *subject, const char *by, double low,
                               double high, logreg_error *err)
{
    plot p = {.subject = *subject};
    size_t variable = 0;
    logreg_status status = logreg__variable_named(&variable, &p.by, subject->model, by, err);
    if (status != LOGREG_OK)
        return status;
    p.stand = logreg__new(subject->n_stands + 1, sizeof *p.stand);
    if (!p.stand)
        return logreg__fail_memory(err);
    if (subject->n_stands)
        memcpy(p.stand, subject->stand, subject->n_stands * sizeof *p.stand);
    p.stand[subject->n_stands].variable = variable;
    p.subject.stand = p.stand;
    p.subject.n_stands = subject->n_stands + 1;
    p.drawn = p.by.n_levels < LEVELS_MOST ? p.by.n_levels : LEVELS_MOST;
    status = check(&p, variable, by, err);
    double side = SIDE * (high - low);
    if (status == LOGREG_OK) {
        write_words(f, &p);
        logreg__spread(p.x, low - side, high + side, POINTS);
        logreg__axis_between(f, 'x', p.subject.v.name, low - side, high + side, 0, 9);
        logreg__axis_event(f, 'y', p.subject.model, 0, 1, 0.02, 5);
    }
    for (size_t level = 0; status == LOGREG_OK && level < p.drawn; level++)
        status = add_level(f, &p, level, low - side, high + side, err);
    free(p.stand);
    return status;
}
