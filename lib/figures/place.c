/* Each label is put, one after the other, at the cheapest of some places (Christensen, Marks & Shieber, ACM Trans. Graph. 14, 1995, on why that does well where
 * labels are few): what it would cover costs, and so does being far away or on another side than was asked for. */
#include "figures/place.h"

#include <math.h>
#include <string.h>

#include "base/memory.h"

/* Places around a point: directions, and distances in half letters. */
enum { DIRECTIONS = 16, DISTANCES = 9 };

/* Places along a line that are tried at most. */
enum { TRIED = 80 };

/* What it costs: to cover a label, a point, a letter's height of a line, less of a thin one; to lie beyond the panel; a step away; half a turn; half a panel from the middle. */
#define ON_LABEL 12.0
#define ON_POINT 3.0
#define ON_LINE 4.0
#define BEYOND 200.0
#define A_STEP 0.45
#define HALF_TURN 1.2
#define OFF_MIDDLE 0.6

/* From which on a label along a line is left out. */
#define TOO_MUCH 9.0

/* How much wider bold letters are. */
#define BOLD 1.1

/* A line leads to what begins so many letters' heights away. */
#define AFAR 0.75

typedef struct {
    double x0, y0, x1, y1;
} box;

typedef struct {
    const logreg__panel *panel;
    const logreg__rectangle *r;
    const logreg__letters *letters;
    box *taken;
    size_t n_taken;
    const logreg__spot *spot; /* of the panel's items, as far as they have one */
} room;

static double to_x(const room *m, double x)
{
    double share = (x - m->panel->x.low) / (m->panel->x.high - m->panel->x.low);
    return m->r->left + (isinf(x) ? x > 0 : share) * (m->r->right - m->r->left);
}

static double to_y(const room *m, double y)
{
    double share = (y - m->panel->y.low) / (m->panel->y.high - m->panel->y.low);
    return m->r->bottom - (isinf(y) ? y > 0 : share) * (m->r->bottom - m->r->top);
}

static void size_of(double *wide, double *high, const room *m, const logreg__item *item)
{
    double size = item->look.size > 0 ? item->look.size : 1;
    *wide = logreg__columns(item->text, strlen(item->text)) * m->letters->wide * size *
            (item->look.bold && !m->letters->cells ? BOLD : 1);
    *high = m->letters->high * size;
}

static box box_at(const room *m, double x, double y, double wide, double high)
{
    double left = m->letters->cells ? round(x - wide / 2) : x - wide / 2,
           top = m->letters->cells ? floor(y) : y - high / 2;
    return (box){left, top, left + wide, top + high};
}

/* ---- What a label would cover ---- */

static double overlap(const box *a, const box *b)
{
    double wide = fmin(a->x1, b->x1) - fmax(a->x0, b->x0), high = fmin(a->y1, b->y1) - fmax(a->y0, b->y0);
    return wide > 0 && high > 0 ? wide * high : 0;
}

/* Length of a straight line within a box (Liang & Barsky 1984). */
static double length_within(const box *b, double x0, double y0, double x1, double y1)
{
    const double start[] = {x0 - b->x0, y0 - b->y0}, step[] = {x1 - x0, y1 - y0},
                 side[] = {b->x1 - b->x0, b->y1 - b->y0};
    double from = 0, to = 1;
    for (int k = 0; k < 2; k++) {
        if (step[k] == 0) {
            if (start[k] < 0 || start[k] > side[k])
                return 0;
            continue;
        }
        double a = -start[k] / step[k], z = (side[k] - start[k]) / step[k];
        from = fmax(from, fmin(a, z));
        to = fmin(to, fmax(a, z));
    }
    return to > from ? (to - from) * hypot(step[0], step[1]) : 0;
}

static double cost_of_points(const room *m, const logreg__item *item, const box *b)
{
    double radius = m->letters->point / 2 * (item->look.size > 0 ? item->look.size : 1), cost = 0;
    for (size_t i = 0; i < item->n; i++) {
        double x = to_x(m, item->value[2 * i]), y = to_y(m, item->value[2 * i + 1]);
        cost += x > b->x0 - radius && x < b->x1 + radius && y > b->y0 - radius && y < b->y1 + radius
                    ? ON_POINT
                    : 0;
    }
    return cost;
}

/* Of a line, or segments. */
static double cost_of_lines(const room *m, const logreg__item *item, const box *label)
{
    double length = 0, thick = m->letters->cells ? 0 : m->letters->point / 4;
    const box *b = &(box){label->x0 - thick, label->y0 - thick, label->x1 + thick, label->y1 + thick};
    bool path = item->form == LOGREG__LINE;
    for (size_t i = path; i < item->n; i++) {
        const double *v = item->value + (path ? 2 * (i - 1) : 4 * i);
        double x0 = to_x(m, v[0]), y0 = to_y(m, v[1]), x1 = to_x(m, v[2]), y1 = to_y(m, v[3]);
        if (isfinite(x0 + y0 + x1 + y1))
            length += length_within(b, x0, y0, x1, y1);
    }
    double width = item->look.size > 0 ? fmin(1, item->look.size / 2.4) : 1;
    return ON_LINE * width * length / m->letters->high;
}

/* own: the item that it may cover. */
static double cost_of(const room *m, const box *b, const logreg__item *own)
{
    double area = (b->x1 - b->x0) * (b->y1 - b->y0),
           cost = BEYOND * (1 - overlap(b, &(box){m->r->left, m->r->top, m->r->right, m->r->bottom}) / area);
    cost = cost < BEYOND * 1e-9 ? 0 : cost;
    for (size_t i = 0; i < m->n_taken; i++) {
        double shared = overlap(b, &m->taken[i]) / area;
        cost += shared > 0 ? ON_LABEL * (0.5 + shared) : 0;
    }
    for (size_t i = 0; i < m->panel->n; i++) {
        const logreg__spot *s = &m->spot[i];
        cost += s->leads && length_within(b, s->from_x, s->from_y, s->to_x, s->to_y) > 0 ? ON_LABEL / 2 : 0;
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

/* ---- Labels beside a point ---- */

/* From the edge of a point to what of a box is nearest to it. */
static void lead(logreg__spot *spot, const room *m, const box *b, double x, double y)
{
    spot->to_x = fmin(b->x1, fmax(b->x0, x));
    spot->to_y = fmin(b->y1, fmax(b->y0, y));
    double length = hypot(spot->to_x - x, spot->to_y - y), off = 0.7 * m->letters->point / length;
    spot->leads = length > AFAR * m->letters->high;
    spot->from_x = x + off * (spot->to_x - x);
    spot->from_y = y + off * (spot->to_y - y);
}

/* What the line to a label crosses: other labels. */
static double cost_of_leading(const room *m, const logreg__spot *s)
{
    double cost = 0;
    for (size_t i = 0; s->leads && i < m->n_taken; i++)
        cost += length_within(&m->taken[i], s->from_x, s->from_y, s->to_x, s->to_y) > 0 ? ON_LABEL / 2 : 0;
    return cost;
}

static box put_beside(logreg__spot *spot, const room *m, const logreg__item *item)
{
    double wide, high, x = to_x(m, item->value[0]), y = to_y(m, item->value[1]), least = INFINITY;
    box best = {0};
    size_of(&wide, &high, m, item);
    double asked = atan2(item->look.up, item->look.right);
    for (int d = 0; d < DISTANCES; d++)
        for (int k = 0; k < DIRECTIONS; k++) {
            double angle = 2 * M_PI * k / DIRECTIONS, right = cos(angle), up = sin(angle);
            double far_x = wide / 2 + 0.9 * (1 + d) * m->letters->wide,
                   far_y = high / 2 + (0.25 + 0.45 * d) * m->letters->high;
            /* on a rectangle around the point, so that corners come near as sides do */
            double stretch = 1 / fmax(fabs(right), fabs(up));
            box here = box_at(m, x + stretch * right * far_x, y - stretch * up * far_y, wide, high);
            logreg__spot try = {.leads = false};
            lead(&try, m, &here, x, y);
            double cost = cost_of(m, &here, NULL) + cost_of_leading(m, &try) + A_STEP * d +
                          HALF_TURN * fabs(remainder(angle - asked, 2 * M_PI)) / M_PI;
            if (cost >= least)
                continue;
            least = cost;
            best = here;
            *spot = try;
        }
    return best;
}

/* ---- Labels along a line ---- */

/* At one of the pieces of the mark before it. */
static box put_along(logreg__spot *spot, const room *m, const logreg__item *item)
{
    const logreg__item *line = item - 1;
    double wide, high, least = INFINITY;
    box best = {0};
    size_of(&wide, &high, m, item);
    for (size_t i = 0; i < line->n; i += 1 + line->n / TRIED) {
        const double *v = line->value + 4 * i;
        double x = to_x(m, (v[0] + v[2]) / 2), y = to_y(m, (v[1] + v[3]) / 2);
        box here = box_at(m, x, y, wide, high);
        double cost = cost_of(m, &here, line) +
                      OFF_MIDDLE * 2 * fabs((y - m->r->top) / (m->r->bottom - m->r->top) - 0.5);
        if (cost >= least)
            continue;
        least = cost;
        best = here;
    }
    spot->left_out = least > TOO_MUCH;
    return best;
}

/* ---- All of them ---- */

/* What a label that stays where it was put takes up, or nearly: one that is turned counts as its middle. */
static box fixed(const room *m, const logreg__item *item)
{
    double wide, high;
    size_of(&wide, &high, m, item);
    wide = item->look.angle != 0 ? high : wide;
    double x = to_x(m, item->value[0]) + item->look.right * m->letters->wide - item->look.align * wide / 2,
           y = to_y(m, item->value[1]) - item->look.up * m->letters->high;
    return box_at(m, x, y, wide, high);
}

bool logreg__place_labels(logreg__spot *spot, const logreg__panel *panel, const logreg__rectangle *r,
                          const logreg__letters *letters)
{
    room m = {panel, r, letters, logreg__new(panel->n, sizeof *m.taken), 0, spot};
    if (!m.taken)
        return false;
    for (size_t i = 0; i < panel->n; i++)
        spot[i] = (logreg__spot){.leads = false};
    for (int turn = 0; turn < 3; turn++)
        for (size_t i = 0; i < panel->n; i++) {
            const logreg__item *item = &panel->item[i];
            int own = item->look.beside ? 1 : item->look.along ? 2 : 0;
            if (item->form != LOGREG__LABEL || own != turn || !item->text)
                continue;
            box b = turn == 0   ? fixed(&m, item)
                    : turn == 1 ? put_beside(&spot[i], &m, item)
                                : put_along(&spot[i], &m, item);
            spot[i].x = (b.x0 + b.x1) / 2;
            spot[i].y = (b.y0 + b.y1) / 2;
            if (!spot[i].left_out) /* with a letter's room between two of them */
                m.taken[m.n_taken++] = (box){b.x0 - letters->wide, b.y0, b.x1 + letters->wide, b.y1};
        }
    free(m.taken);
    return true;
}
