#include "chart.h"

#include <math.h>
#include <string.h>

double cli_chart_across(const cli_chart *c, double b0)
{
    return (b0 - c->x[0]) / (c->x[1] - c->x[0]);
}

double cli_chart_upwards(const cli_chart *c, double b1)
{
    return (b1 - c->y[0]) / (c->y[1] - c->y[0]);
}

size_t cli_chart_places(const cli_map_way *w)
{
    return w->way->n < w->places ? w->way->n : w->places;
}

bool cli_chart_is_free(const cli_chart *c, cli_box b)
{
    bool is = true;
    for (size_t i = 0; i < c->n_taken && is; i++) {
        const cli_box *t = &c->taken[i];
        is = b.x1 < t->x0 || b.x0 > t->x1 || b.y1 < t->y0 || b.y0 > t->y1;
    }
    return is;
}

void cli_chart_take(cli_chart *c, cli_box b)
{
    if (c->n_taken < CLI_CHART_BOXES)
        c->taken[c->n_taken++] = b;
}

double cli_chart_loneliness(const cli_chart *c, double u, double v)
{
    double nearest = 1;
    for (size_t i = 0; i < c->n_at; i++)
        nearest = fmin(nearest, hypot(u - c->at[i][0], v - c->at[i][1]));
    for (size_t i = 0; i < c->n_taken; i++) {
        const cli_box *b = &c->taken[i];
        nearest = fmin(nearest, hypot(u - (b->x0 + b->x1) / 2, v - (b->y0 + b->y1) / 2));
    }
    return nearest;
}

/* ---- Ways ---- */

void cli_chart_mark(cli_chart *c, const cli_map_way *w)
{
    for (size_t i = 0, places = cli_chart_places(w); i < places; i++) {
        size_t next = i + 1 < places ? i + 1 : i;
        double u = cli_chart_across(c, w->way->b0[i]), v = cli_chart_upwards(c, w->way->b1[i]),
               du = cli_chart_across(c, w->way->b0[next]) - u,
               dv = cli_chart_upwards(c, w->way->b1[next]) - v;
        int pieces = 1 + (int)(50 * hypot(du, dv));
        bool is_new = c->n_at == 0 || hypot(u - c->at[c->n_at - 1][0], v - c->at[c->n_at - 1][1]) > 0.02;
        for (int k = 0; k < pieces && (pieces > 1 || is_new) && c->n_at < CLI_CHART_PLACES; k++) {
            c->at[c->n_at][0] = u + du * k / pieces;
            c->at[c->n_at++][1] = v + dv * k / pieces;
        }
    }
}

void cli_chart_way(cli_chart *c, const cli_map_way *w)
{
    double x[CLI_CHART_PLACES], y[CLI_CHART_PLACES];
    size_t n = 0, places = cli_chart_places(w);
    for (size_t i = 0; i < places && n < CLI_CHART_PLACES; i++) {
        double u = cli_chart_across(c, w->way->b0[i]), v = cli_chart_upwards(c, w->way->b1[i]);
        bool ends = i == 0 || i + 1 == places;
        if (!ends && hypot(u - cli_chart_across(c, x[n - 1]), v - cli_chart_upwards(c, y[n - 1])) < w->apart)
            continue;
        x[n] = w->way->b0[i];
        y[n++] = w->way->b1[i];
    }
    logreg_figure_line(
        c->figure, x, y, n,
        &(logreg_mark){.colour = w->colour, .size = w->width, .dash = w->dash, .opacity = w->opacity});
    logreg_figure_points(
        c->figure, x, y, n < 40 ? n : 40,
        &(logreg_mark){.colour = w->colour, .shape = w->shape, .size = w->size, .hollow = w->hollow});
}

/* ---- Names ---- */

/* Of a name: from its place to the nearest of its way, what is too near to a way, a letter's width and a line's height; all in shares of the panel. */
#define ASIDE 0.045
#define NEAR 0.025
#define LETTER 0.035
#define HEIGHT 0.085

/* What it costs a name to lie on a place of a way, on something written, and a panel's width away from the middle of its way's length. */
#define ON_WAY 1.0
#define ON_WORDS 5.0
#define OFF_MIDDLE 0.3

static double cost_of(const cli_chart *c, cli_box b)
{
    const cli_box inside = {0.01, 0.01, 0.99, 0.99};
    double cost = b.x0 < inside.x0 || b.x1 > inside.x1 || b.y0 < inside.y0 || b.y1 > inside.y1 ? 100 : 0;
    for (size_t i = 0; i < c->n_at; i++) {
        const double *at = c->at[i];
        cost += at[0] > b.x0 - NEAR && at[0] < b.x1 + NEAR && at[1] > b.y0 - NEAR && at[1] < b.y1 + NEAR
                    ? ON_WAY
                    : 0;
    }
    return cost + (cli_chart_is_free(c, b) ? 0 : ON_WORDS);
}

/* Tries places beside the way, at those that are marked on it, on its side of the panel: ways that lie on one another have their names on either side. */
static cli_box find_place(const cli_chart *c, const cli_chart *own, double wide, double side)
{
    enum { DIRECTIONS = 16 };
    double least = INFINITY;
    cli_box best = {0};
    for (size_t i = 0; i < own->n_at; i++)
        for (int d = 0; d < DIRECTIONS; d++) {
            double turn = 2 * M_PI * d / DIRECTIONS, right = cos(turn), up = sin(turn);
            double u = own->at[i][0] + right * (ASIDE + wide / 2),
                   v = own->at[i][1] + up * (ASIDE + HEIGHT / 2);
            cli_box here = {u - wide / 2, v - HEIGHT / 2, u + wide / 2, v + HEIGHT / 2};
            double off = fabs((double)i / (double)own->n_at - 0.5);
            double cost = cost_of(c, here) + OFF_MIDDLE * off + 0.2 * (1 - side * up);
            if (cost >= least)
                continue;
            least = cost;
            best = here;
        }
    return best;
}

void cli_chart_names(cli_chart *c, const cli_map_way *ways, size_t n)
{
    for (size_t k = 0; k < n; k++) {
        cli_chart own = *c;
        own.n_at = 0;
        cli_chart_mark(&own, &ways[k]);
        cli_box b = find_place(c, &own, LETTER * (double)strlen(ways[k].name), k ? 1 : -1);
        logreg_figure_label(c->figure, c->x[0] + (b.x0 + b.x1) / 2 * (c->x[1] - c->x[0]),
                            c->y[0] + (b.y0 + b.y1) / 2 * (c->y[1] - c->y[0]), ways[k].name,
                            &(logreg_mark){.colour = ways[k].colour, .bold = true});
        cli_chart_take(c, b);
    }
}
