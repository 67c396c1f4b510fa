#include "figures/setting/lead.h"

#include <math.h>

/* What it costs to stand nearest to another point, the same with a line to its own, to stand nearest to a segment of others, and of a line to pass over a point, or over a
 * line to another label. */
#define ASTRAY 8.0
#define ASTRAY_LED 3.0
#define AT_OTHERS 1.5
#define OVER_POINT 8.0

/* A line leads to what begins so many letters' heights away; or less, where another point is nearer. Cells are far apart as they are. */
#define AFAR 0.75
#define NEAR 0.3
#define CELLS_AFAR 1.6
#define CELLS_NEAR 1.1

/* How much nearer its own point must be to a label than any other, in letters' heights. */
#define NEARER 0.15

/* Points so near to each other, in points, are one. */
#define SAME 0.1

/* Of two places; a label is tried at many, beside all points. */
static double apart(double x, double y)
{
    return sqrt(x * x + y * y);
}

static double length_to(const logreg__box *b, double x, double y)
{
    return apart(fmin(b->x1, fmax(b->x0, x)) - x, fmin(b->y1, fmax(b->y0, y)) - y);
}

/* From a place to what is nearest of a straight line. */
static double length_to_line(const logreg__spot *s, double x, double y)
{
    double dx = s->to_x - s->from_x, dy = s->to_y - s->from_y, square = dx * dx + dy * dy,
           t = square > 0 ? ((x - s->from_x) * dx + (y - s->from_y) * dy) / square : 0;
    t = fmin(1, fmax(0, t));
    return apart(s->from_x + t * dx - x, s->from_y + t * dy - y);
}

/* On which side of a line a place lies. */
static double side_of(const logreg__spot *s, double x, double y)
{
    return (s->to_x - s->from_x) * (y - s->from_y) - (s->to_y - s->from_y) * (x - s->from_x);
}

static bool cross(const logreg__spot *a, const logreg__spot *b)
{
    return side_of(a, b->from_x, b->from_y) * side_of(a, b->to_x, b->to_y) < 0 &&
           side_of(b, a->from_x, a->from_y) * side_of(b, a->to_x, a->to_y) < 0;
}

/* The ends of segment k of an item, in the room. */
typedef struct {
    double x0, y0, x1, y1;
} ends;

static ends ends_of(const logreg__room *m, const logreg__item *item, size_t k)
{
    const double *v = item->value + 4 * k;
    return (ends){logreg__room_x(m, v[0]), logreg__room_y(m, v[1]), logreg__room_x(m, v[2]),
                  logreg__room_y(m, v[3])};
}

/* Whether a segment joins two points of the panel: they are of one thing then. */
static bool joined(const logreg__room *m, double x, double y, double px, double py)
{
    double same = SAME * m->letters->point;
    for (size_t i = 0; i < m->panel->n; i++) {
        const logreg__item *item = &m->panel->item[i];
        for (size_t k = 0; item->form == LOGREG__SEGMENTS && k < item->n; k++) {
            ends e = ends_of(m, item, k);
            if ((apart(e.x0 - x, e.y0 - y) < same && apart(e.x1 - px, e.y1 - py) < same) ||
                (apart(e.x1 - x, e.y1 - y) < same && apart(e.x0 - px, e.y0 - py) < same))
                return true;
        }
    }
    return false;
}

/* From a box to what is nearest of a segment. */
static double length_between(const logreg__box *b, double x0, double y0, double x1, double y1)
{
    if (logreg__length_within(b, x0, y0, x1, y1) > 0)
        return 0;
    const logreg__spot s = {.from_x = x0, .from_y = y0, .to_x = x1, .to_y = y1};
    double corners = fmin(fmin(length_to_line(&s, b->x0, b->y0), length_to_line(&s, b->x0, b->y1)),
                          fmin(length_to_line(&s, b->x1, b->y0), length_to_line(&s, b->x1, b->y1)));
    return fmin(corners, fmin(length_to(b, x0, y0), length_to(b, x1, y1)));
}

/* Whether a segment that does not end at the label's own point at x, y, and belongs to another then, is so near; pieces of a contour are short, and of no point. */
static bool at_others(const logreg__room *m, const logreg__box *b, double x, double y, double near)
{
    double same = SAME * m->letters->point;
    for (size_t i = 0; i < m->panel->n; i++) {
        const logreg__item *item = &m->panel->item[i];
        for (size_t k = 0; item->form == LOGREG__SEGMENTS && k < item->n; k++) {
            ends e = ends_of(m, item, k);
            bool own = apart(e.x0 - x, e.y0 - y) < same || apart(e.x1 - x, e.y1 - y) < same,
                 piece = apart(e.x1 - e.x0, e.y1 - e.y0) < 2 * m->letters->high;
            if (!own && !piece && length_between(b, e.x0, e.y0, e.x1, e.y1) < near &&
                !joined(m, x, y, e.x0, e.y0) && !joined(m, x, y, e.x1, e.y1))
                return true;
        }
    }
    return false;
}

/* What other points do to a label whose own is at x, y: whether one is nearer to it, or to where its line begins, and how many that passes over. */
typedef struct {
    bool nearer, at_start, beside; /* beside: nearer, and a letter away at most */
    int over;
} company;

static company look_around(const logreg__room *m, const logreg__box *b, const logreg__spot *s, double x,
                           double y)
{
    company c = {.nearer = false};
    double own = length_to(b, x, y) + NEARER * m->letters->high, start = apart(s->from_x - x, s->from_y - y);
    for (size_t i = 0; i < m->panel->n; i++) {
        const logreg__item *item = &m->panel->item[i];
        if (item->form != LOGREG__POINTS)
            continue;
        double radius = m->letters->point / 2 * (item->look.size > 0 ? item->look.size : 1);
        for (size_t k = 0; k < item->n; k++) {
            double px = logreg__room_x(m, item->value[2 * k]), py = logreg__room_y(m, item->value[2 * k + 1]);
            if (isnan(px + py) || apart(px - x, py - y) < SAME * m->letters->point)
                continue;
            double away = length_to(b, px, py);
            bool near = away < own, crowds = near || apart(px - s->from_x, py - s->from_y) <= start;
            if (crowds && joined(m, x, y, px, py))
                continue;
            c.nearer = c.nearer || near;
            c.beside = c.beside || (near && away < m->letters->high);
            c.at_start = c.at_start || apart(px - s->from_x, py - s->from_y) <= start;
            c.over += length_to_line(s, px, py) < radius && apart(px - x, py - y) > radius;
        }
    }
    return c;
}

double logreg__lead(logreg__spot *spot, const logreg__room *m, const logreg__box *b, double x, double y)
{
    spot->to_x = fmin(b->x1, fmax(b->x0, x));
    spot->to_y = fmin(b->y1, fmax(b->y0, y));
    double length = apart(spot->to_x - x, spot->to_y - y), off = 0.7 * m->letters->point / length, cost = 0;
    spot->from_x = x + off * (spot->to_x - x);
    spot->from_y = y + off * (spot->to_y - y);
    company c = look_around(m, b, spot, x, y);
    double afar = m->letters->cells ? (c.nearer ? CELLS_NEAR : CELLS_AFAR) : c.nearer ? NEAR : AFAR;
    spot->leads = length > afar * m->letters->high;
    if (!spot->leads)
        return c.nearer ? ASTRAY : at_others(m, b, x, y, length) ? AT_OTHERS : 0;
    if (c.at_start) {
        spot->from_x = x;
        spot->from_y = y;
    }
    for (size_t i = 0; i < m->n_taken; i++)
        cost += logreg__length_within(&m->taken[i], spot->from_x, spot->from_y, spot->to_x, spot->to_y) > 0
                    ? LOGREG__ON_LABEL / 2
                    : 0;
    for (size_t i = 0; i < m->panel->n; i++)
        cost += m->spot[i].leads && cross(spot, &m->spot[i]) ? OVER_POINT : 0;
    return cost + OVER_POINT * c.over + (c.beside ? ASTRAY_LED : 0);
}
