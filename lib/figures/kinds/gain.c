/* What share of the events is found among the rows that look likeliest (gain), and how many times as many as by chance (lift). */
#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "figures/kinds/evaluated.h"
#include "figures/kinds/rest.h"
#include "report/page/figure.h"
#include "report/summary/summary.h"

/* Shares of rows that are marked. */
static const double marks[] = {0.1, 0.2, 0.5};
enum { MARKS = sizeof marks / sizeof *marks };

/* A curve: y upwards against the share of rows. */
typedef struct {
    size_t n;
    double *x, *y;
    bool lift;
} curve;

static double value_at(const curve *c, double x)
{
    size_t i = 0;
    while (i + 1 < c->n && c->x[i + 1] <= x)
        i++;
    if (i + 1 == c->n || !(c->x[i + 1] > c->x[i]) || isnan(c->y[i]))
        return c->y[i + 1 < c->n && isnan(c->y[i]) ? i + 1 : i];
    return c->y[i] + (x - c->x[i]) / (c->x[i + 1] - c->x[i]) * (c->y[i + 1] - c->y[i]);
}

static void write_words(logreg_figure *f, const logreg__order *order, const logreg_evaluation *e,
                        const curve *c)
{
    char number[LOGREG__FIGURE_SIZE];
    logreg__page *text = &f->sentences;
    double tenth = value_at(c, 0.1);
    logreg__page_add(&f->title, c->lift ? "Lift: events among the likeliest rows, against chance"
                                        : "Gain: events found among the likeliest rows");
    if (c->lift)
        logreg__page_format(
            text, "The likeliest tenth of rows has %s times as many events as a tenth drawn blindly",
            logreg__figure_digits(number, tenth, 2, text->sign));
    else
        logreg__page_format(text, "The likeliest tenth of rows holds %s%% of all events",
                            logreg__figure_digits(number, 100 * tenth, 2, text->sign));
    logreg__page_add(text, logreg_model_coefficients(order->model) ? "; model of " : "; ");
    logreg__page_name(text, logreg__target_name(order->model), LOGREG__NAME_ROOM);
    logreg__write_rows(text, order, e->n_used, e->n_obs);
}

static void add_marks(logreg_figure *f, const curve *c)
{
    for (int i = 0; i < MARKS; i++) {
        char text[LOGREG__FIGURE_SIZE], label[LOGREG__FIGURE_SIZE + 4], said[LOGREG__FIGURE_SIZE + 64];
        double x = marks[i], y = value_at(c, x);
        if (isnan(y))
            continue;
        logreg__figure_digits(text, c->lift ? y : 100 * y, c->lift ? 2 : y < 0.995 ? 2 : 3, f->title.sign);
        snprintf(label, sizeof label, c->lift ? "%s×" : "%s%%", text);
        snprintf(said, sizeof said, "At %.0f%% of rows the curve is at %s.", 100 * x, label);
        logreg_figure_say(f, said);
        logreg_figure_points(f, &x, &y, 1,
                             &(logreg_mark){.colour = LOGREG_STEEL, .size = 1.3, .hollow = true});
        logreg_figure_label(
            f, x, y, label,
            &(logreg_mark){.colour = LOGREG_INK, .right = 1, .up = c->lift ? 0.6 : -0.6, .beside = true});
    }
}

/* Chance; and, of a gain, the best that can be: all events first. */
static void add_bounds(logreg_figure *f, const logreg_evaluation *e, const curve *c)
{
    double share = logreg__events(e) / (logreg__events(e) + logreg__others(e));
    const logreg_mark look = {.colour = LOGREG_PALE, .size = 1.2, .dash = 2};
    logreg_mark name = {.colour = LOGREG_SOFT, .size = 0.85, .up = -0.8, .right = 1};
    logreg_figure_line(f, (const double[]){0, 1}, (const double[]){c->lift, 1}, 2, &look);
    logreg_figure_label(f, 0.8, c->lift ? 1 : 0.8, "chance", &name);
    if (c->lift)
        return;
    logreg_figure_line(f, (const double[]){0, share, 1}, (const double[]){0, 1, 1}, 3, &look);
    name = (logreg_mark){.colour = LOGREG_SOFT, .size = 0.85, .align = 1, .right = -0.6};
    logreg_figure_label(f, 0.92 * share, 0.92, "perfect", &name);
}

static void add_all(logreg_figure *f, const logreg_evaluation *e, const curve *c)
{
    double top = 1;
    for (size_t i = 0; c->lift && i < c->n; i++)
        top = isnan(c->y[i]) ? top : fmax(top, c->y[i]);
    logreg__axis_between(f, 'x', "Share of rows, likeliest first", 0, 1, 0.012, 6);
    logreg__axis_between(f, 'y', c->lift ? "Times as many events as by chance" : "Share of events found", 0,
                         c->lift ? 1.08 * top : 1, 0.012, 6);
    add_bounds(f, e, c);
    logreg_figure_line(f, c->x, c->y, c->n, &(logreg_mark){.size = 3.4});
    add_marks(f, c);
}

static logreg_status build(logreg_figure *f, const logreg__order *order, bool lift, logreg_error *err)
{
    logreg_evaluation *e = NULL;
    logreg_status status =
        logreg__evaluated(&e, order, "gain", NULL, lift ? "a lift curve" : "a gain curve", err);
    if (status != LOGREG_OK)
        return status;
    const logreg_curve *all = e->curve[0];
    const double *x = logreg_curve_column(all, "rate"), *y = logreg_curve_column(all, lift ? "lift" : "gain");
    size_t *keep = logreg__new(all->n_points, sizeof *keep);
    double *room = logreg__new(all->n_points, 2 * sizeof *room);
    if (keep && room) {
        curve c = {logreg__thin(keep, x, y, all->n_points), room, room + all->n_points, lift};
        for (size_t i = 0; i < c.n; i++) {
            c.x[i] = x[keep[i]];
            c.y[i] = y[keep[i]];
        }
        if (c.n > 1 &&
            isnan(c.y[0])) /* rows of equal probability have, in any order, as many events on average */
            c.y[0] = c.y[1];
        write_words(f, order, e, &c);
        add_all(f, e, &c);
    } else {
        status = logreg__fail_memory(err);
    }
    free(keep);
    free(room);
    logreg_evaluation_free(e);
    return status;
}

logreg_status logreg__build_gain(logreg_figure *f, const logreg__order *order, logreg_error *err)
{
    if (logreg_model_classes(order->model) > 2)
        return logreg__rest_build(f, order, "gain", err);
    return build(f, order, false, err);
}

logreg_status logreg__build_lift(logreg_figure *f, const logreg__order *order, logreg_error *err)
{
    if (logreg_model_classes(order->model) > 2)
        return logreg__rest_build(f, order, "lift", err);
    return build(f, order, true, err);
}
