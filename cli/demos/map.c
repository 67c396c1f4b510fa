/* Lines of equal height are convex about the bottom, and so each is found along rays from there, in the directions in which the loss
 * bends alike: smooth however narrow the valley is. */
#include "chart.h"

#include <math.h>
#include <stdlib.h>

#include <logreg/special.h>

enum { RAYS = 120, LINES = 8, GROUPS = 150 };

/* Rows of about the same number and the same outcome; of either outcome there are GROUPS at most. */
typedef struct {
    double x, y, n;
} group;

/* Lines begin at a sixteenth of that above the least where 0 and 0 are nearer to it. */
#define LOW 0.05

typedef struct {
    cli_chart chart;
    const cli_valley *valley;
    group *groups;
    size_t n_groups;
    double line[LINES][2][RAYS + 1]; /* of equal height */
} map;

/* ---- The loss of groups ---- */

static int by_outcome(const void *a, const void *b)
{
    const group *p = a, *q = b;
    if (p->y != q->y)
        return p->y < q->y ? -1 : 1;
    return (p->x > q->x) - (p->x < q->x);
}

static bool gather(map *m)
{
    const cli_rows *rows = m->valley->rows;
    double events = 0;
    m->groups = malloc(rows->n * sizeof *m->groups);
    if (!m->groups)
        return false;
    for (size_t i = 0; i < rows->n; i++) {
        m->groups[i] = (group){rows->x[i], rows->y[i], 1};
        events += rows->y[i];
    }
    qsort(m->groups, rows->n, sizeof *m->groups, by_outcome);
    for (size_t i = 0; i < rows->n; i++) {
        group *last = m->groups + m->n_groups - 1, *next = m->groups + i;
        double of_them = next->y > 0 ? events : (double)rows->n - events;
        if (i && last->y == next->y && last->n < ceil(of_them / GROUPS)) {
            last->n++;
            last->x += (next->x - last->x) / last->n;
        } else
            m->groups[m->n_groups++] = *next;
    }
    return true;
}

/* The loss of the groups at a place, and its slope in a direction. */
static double loss_along(const map *m, double b0, double b1, const double way[2], double *slope)
{
    double sum = 0, rise = 0;
    for (size_t i = 0; i < m->n_groups; i++) {
        const group *g = &m->groups[i];
        double eta = b0 + b1 * g->x;
        sum -= g->n * logreg_log_sigmoid(g->y > 0 ? eta : -eta);
        rise += g->n * (logreg_sigmoid(eta) - g->y) * (way[0] + way[1] * g->x);
    }
    *slope = rise / (double)m->valley->rows->n;
    return sum / (double)m->valley->rows->n;
}

/* How far from the bottom a ray is at a height, by Newton's method from a guess: the loss along it is convex. */
static double reach(const map *m, const double way[2], double height, double guess)
{
    const cli_valley *v = m->valley;
    double r = guess, change = r, slope;
    for (int i = 0; i < 40 && fabs(change) > 1e-4 * r; i++) {
        double loss = loss_along(m, v->b0 + r * way[0], v->b1 + r * way[1], way, &slope);
        change = (loss - height) / slope;
        r = fmax(r - change, r / 4);
    }
    return r;
}

/* ---- Where things are ---- */

static void widen(double range[2], const double *value, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        range[0] = fmin(range[0], value[i]);
        range[1] = fmax(range[1], value[i]);
    }
}

/* Room for the ways and the bottom, and as much again as a third beside them. */
static void stake_out(map *m, const cli_map_way *ways, size_t n)
{
    const cli_valley *v = m->valley;
    double wide = 0, tall = 0;
    m->chart.x[0] = m->chart.x[1] = v->b0;
    m->chart.y[0] = m->chart.y[1] = v->b1;
    for (size_t k = 0; k < n; k++) {
        widen(m->chart.x, ways[k].way->b0, cli_chart_places(&ways[k]));
        widen(m->chart.y, ways[k].way->b1, cli_chart_places(&ways[k]));
    }
    /* Where one of the two hardly changes there is room by how far the valley goes. */
    wide = fmax(m->chart.x[1] - m->chart.x[0], 1 / sqrt(v->bottom.a));
    tall = fmax(m->chart.y[1] - m->chart.y[0], 1 / sqrt(v->bottom.spread));
    for (int i = 0; i < 2; i++) {
        m->chart.x[i] += (i ? 1 : -1) * wide / 3;
        m->chart.y[i] += (i ? 1 : -1) * tall / 3;
    }
    logreg_figure_set_axis(
        m->chart.figure, 'x',
        &(logreg_figure_axis){.label = "intercept", .low = m->chart.x[0], .high = m->chart.x[1], .most = 5});
    logreg_figure_set_axis(
        m->chart.figure, 'y',
        &(logreg_figure_axis){.label = "slope", .low = m->chart.y[0], .high = m->chart.y[1]});
}

/* ---- The lines of equal height ---- */

static void find_line(map *m, double line[2][RAYS + 1], double height)
{
    const cli_valley *v = m->valley;
    double slope, none[] = {0, 0}, r = sqrt(2 * (height - loss_along(m, v->b0, v->b1, none, &slope)));
    for (int i = 0; i <= RAYS; i++) {
        double turn = 2 * M_PI * i / RAYS, d1 = sin(turn) / sqrt(v->bottom.spread),
               way[] = {cos(turn) / sqrt(v->bottom.a) - v->bottom.middle * d1, d1};
        r = reach(m, way, height, r);
        line[0][i] = v->b0 + r * way[0];
        line[1][i] = v->b1 + r * way[1];
    }
}

/* Writes the height on its line, where that is far from all else. */
static void write_height(map *m, double line[2][RAYS + 1], double height, int decimals)
{
    double best = 0.09;
    char text[30];
    int n = snprintf(text, sizeof text, "%.*f", decimals, height), at = -1;
    double wide = 0.014 * n + 0.01, tall = 0.035;
    for (int i = 0; i < RAYS; i++) {
        double u = cli_chart_across(&m->chart, line[0][i]), v = cli_chart_upwards(&m->chart, line[1][i]);
        bool fits = u > wide && u < 1 - wide && v > tall && v < 1 - tall &&
                    cli_chart_is_free(&m->chart, (cli_box){u - wide, v - tall, u + wide, v + tall});
        double lonely = fits ? cli_chart_loneliness(&m->chart, u, v) : 0;
        if (lonely > best) {
            best = lonely;
            at = i;
        }
    }
    if (at < 0)
        return;
    double u = cli_chart_across(&m->chart, line[0][at]), v = cli_chart_upwards(&m->chart, line[1][at]);
    logreg_figure_label(m->chart.figure, line[0][at], line[1][at], text,
                        &(logreg_mark){.colour = LOGREG_GREY, .size = 0.8});
    cli_chart_take(&m->chart, (cli_box){u - wide, v - tall, u + wide, v + tall});
}

/* Draws what of a line lies in the panel, but for where something is written. */
static void draw_line(map *m, double line[2][RAYS + 1])
{
    enum { POINTS = 1000, PIECES = 60 };
    double x[POINTS], y[POINTS];
    size_t n = 0;
    for (int i = 0; i < RAYS; i++) {
        double u = cli_chart_across(&m->chart, line[0][i]), v = cli_chart_upwards(&m->chart, line[1][i]),
               du = cli_chart_across(&m->chart, line[0][i + 1]) - u,
               dv = cli_chart_upwards(&m->chart, line[1][i + 1]) - v;
        bool beside =
            fmax(u, u + du) < 0 || fmin(u, u + du) > 1 || fmax(v, v + dv) < 0 || fmin(v, v + dv) > 1;
        int pieces = beside ? 1 : (int)fmin(PIECES, ceil(PIECES * hypot(du, dv)));
        for (int k = 0; k <= pieces && n < POINTS; k++) {
            double t = (double)k / pieces, at[] = {u + t * du, v + t * dv};
            bool drawn = !beside && cli_chart_is_free(&m->chart, (cli_box){at[0], at[1], at[0], at[1]});
            x[n] = drawn ? line[0][i] + t * (line[0][i + 1] - line[0][i]) : NAN;
            y[n] = drawn ? line[1][i] + t * (line[1][i + 1] - line[1][i]) : NAN;
            n += drawn || (n && !isnan(x[n - 1]));
        }
    }
    logreg_figure_line(m->chart.figure, x, y, n, &(logreg_mark){.colour = LOGREG_SOFT, .size = 1.2});
}

/* Above the least by 2^(first - 4) of what 0 and 0 are, twice that, and so on, each rounded to what is written. */
static void draw_heights(map *m, int first)
{
    const cli_valley *v = m->valley;
    double least = cli_valley_loss(v, v->b0, v->b1), above = fmax(cli_valley_loss(v, 0, 0) - least, LOW);
    int decimals = (int)fmax(ceil(-log10(above / 16)), 0);
    for (int k = 0; k < LINES; k++) {
        int doublings = first + k - 4, written = decimals - (doublings > 0);
        double digits = pow(10, written),
               height = round((least + above * pow(2, doublings)) * digits) / digits;
        find_line(m, m->line[k], height);
        write_height(m, m->line[k], height, written);
    }
    for (int k = 0; k < LINES; k++)
        draw_line(m, m->line[k]);
}

bool cli_draw_map(logreg_figure *f, const cli_valley *v, const cli_map_way *ways, size_t n, int first)
{
    map *m = calloc(1, sizeof *m);
    if (!m)
        return false;
    m->chart.figure = f;
    m->valley = v;
    bool ok = gather(m);
    if (ok) {
        stake_out(m, ways, n);
        for (size_t k = 0; k < n; k++)
            cli_chart_mark(&m->chart, &ways[k]);
        cli_chart_names(&m->chart, ways, n);
        draw_heights(m, first);
        for (size_t k = 0; k < n; k++)
            cli_chart_way(&m->chart, &ways[k]);
    }
    free(m->groups);
    free(m);
    return ok;
}
