#include "figures/setting/cover.h"

#include <math.h>

/* What it costs to cover a point, a letter's height of a line, less of a thin one; and to lie beyond the panel. */
#define ON_POINT 3.0
#define ON_LINE 4.0
#define BEYOND 200.0

double logreg__room_x(const logreg__room *m, double x)
{
    double share = (x - m->panel->x.low) / (m->panel->x.high - m->panel->x.low);
    return m->r->left + (isinf(x) ? x > 0 : share) * (m->r->right - m->r->left);
}

double logreg__room_y(const logreg__room *m, double y)
{
    double share = (y - m->panel->y.low) / (m->panel->y.high - m->panel->y.low);
    return m->r->bottom - (isinf(y) ? y > 0 : share) * (m->r->bottom - m->r->top);
}

static double overlap(const logreg__box *a, const logreg__box *b)
{
    double wide = fmin(a->x1, b->x1) - fmax(a->x0, b->x0), high = fmin(a->y1, b->y1) - fmax(a->y0, b->y0);
    return wide > 0 && high > 0 ? wide * high : 0;
}

/* Liang & Barsky 1984. */
double logreg__length_within(const logreg__box *b, double x0, double y0, double x1, double y1)
{
    const double start[] = {x0 - b->x0, y0 - b->y0}, step[] = {x1 - x0, y1 - y0},
                 side[] = {b->x1 - b->x0, b->y1 - b->y0};
    double from = 0, to = 1;
    for (int k = 0; k < 2; k++) {
        double end = start[k] + step[k];
        if ((start[k] < 0 && end < 0) || (start[k] > side[k] && end > side[k]))
            return 0; /* as most lines are */
        if (step[k] == 0)
            continue;
        double a = -start[k] / step[k], z = (side[k] - start[k]) / step[k];
        from = fmax(from, fmin(a, z));
        to = fmin(to, fmax(a, z));
    }
    return to > from ? (to - from) * hypot(step[0], step[1]) : 0;
}

static double cost_of_points(const logreg__room *m, const logreg__item *item, const logreg__box *b)
{
    double radius = m->letters->point / 2 * (item->look.size > 0 ? item->look.size : 1), cost = 0;
    for (size_t i = 0; i < item->n; i++) {
        double x = logreg__room_x(m, item->value[2 * i]), y = logreg__room_y(m, item->value[2 * i + 1]);
        cost += x > b->x0 - radius && x < b->x1 + radius && y > b->y0 - radius && y < b->y1 + radius
                    ? ON_POINT
                    : 0;
    }
    return cost;
}

/* Of a line, or segments. */
static double cost_of_lines(const logreg__room *m, const logreg__item *item, const logreg__box *label)
{
    double length = 0, thick = m->letters->cells ? 0 : m->letters->point / 4;
    const logreg__box *b =
        &(logreg__box){label->x0 - thick, label->y0 - thick, label->x1 + thick, label->y1 + thick};
    bool path = item->form == LOGREG__LINE;
    for (size_t i = path; i < item->n; i++) {
        const double *v = item->value + (path ? 2 * (i - 1) : 4 * i);
        double x0 = logreg__room_x(m, v[0]), y0 = logreg__room_y(m, v[1]), x1 = logreg__room_x(m, v[2]),
               y1 = logreg__room_y(m, v[3]);
        if (isfinite(x0 + y0 + x1 + y1))
            length += logreg__length_within(b, x0, y0, x1, y1);
    }
    double width = item->look.size > 0 ? fmin(1, item->look.size / 2.4) : 1;
    return ON_LINE * width * length / m->letters->high;
}

double logreg__cover_cost(const logreg__room *m, const logreg__box *b, const logreg__item *own)
{
    double area = (b->x1 - b->x0) * (b->y1 - b->y0),
           cost = BEYOND *
                  (1 - overlap(b, &(logreg__box){m->r->left, m->r->top, m->r->right, m->r->bottom}) / area);
    cost = cost < BEYOND * 1e-9 ? 0 : cost;
    for (size_t i = 0; i < m->n_taken; i++) {
        double shared = overlap(b, &m->taken[i]) / area;
        cost += shared > 0 ? LOGREG__ON_LABEL * (0.5 + shared) : 0;
    }
    for (size_t i = 0; i < m->panel->n; i++) {
        const logreg__spot *s = &m->spot[i];
        cost += s->leads && logreg__length_within(b, s->from_x, s->from_y, s->to_x, s->to_y) > 0
                    ? LOGREG__ON_LABEL / 2
                    : 0;
    }
    for (size_t i = 0; i < m->panel->n; i++) {
        const logreg__item *item = &m->panel->item[i];
        if (item->form == LOGREG__POINTS)
            cost += cost_of_points(m, item, b);
        if (item != own && (item->form == LOGREG__LINE || item->form == LOGREG__SEGMENTS))
            cost += cost_of_lines(m, item, b);
    }
    return cost;
}
