/* Each label is put, one after the other, at the cheapest of some places (Christensen, Marks & Shieber, ACM Trans. Graph. 14, 1995, on why that does well where
 * labels are few): what it would cover costs, and so does being far away or on another side than was asked for. */
#include "figures/setting/place.h"

#include <math.h>
#include <string.h>

#include "base/memory.h"
#include "figures/setting/cover.h"
#include "figures/setting/lead.h"
#include "figures/setting/width.h"

/* Places around a point: directions, and distances in half letters. */
enum { DIRECTIONS = 16, DISTANCES = 9 };

/* Places along a line that are tried at most. */
enum { TRIED = 80 };

/* What it costs, beside what is covered: a step away; half a turn; half a panel from the middle. */
#define A_STEP 0.45
#define HALF_TURN 1.2
#define OFF_MIDDLE 0.6

/* From which on a label along a line is left out. */
#define TOO_MUCH 9.0

static void size_of(double *wide, double *high, const logreg__room *m, const logreg__item *item)
{
    double size = item->look.size > 0 ? item->look.size : 1;
    *wide = m->letters->cells ? logreg__columns(item->text, strlen(item->text)) * m->letters->wide * size
                              : logreg__width(item->text, size, item->look.bold);
    *high = m->letters->high * size;
}

static logreg__box box_at(const logreg__room *m, double x, double y, double wide, double high)
{
    double left = m->letters->cells ? round(x - wide / 2) : x - wide / 2,
           top = m->letters->cells ? floor(y) : y - high / 2;
    return (logreg__box){left, top, left + wide, top + high};
}

/* ---- Labels beside a point ---- */

static logreg__box put_beside(logreg__spot *spot, const logreg__room *m, const logreg__item *item)
{
    double wide, high, x = logreg__room_x(m, item->value[0]), y = logreg__room_y(m, item->value[1]),
                       least = INFINITY;
    logreg__box best = {0};
    size_of(&wide, &high, m, item);
    double asked = atan2(item->look.up, item->look.right);
    for (int d = 0; d < DISTANCES; d++)
        for (int k = 0; k < DIRECTIONS; k++) {
            double angle = 2 * M_PI * k / DIRECTIONS, right = cos(angle), up = sin(angle);
            double far_x = wide / 2 + 0.9 * (1 + d) * m->letters->wide,
                   far_y = high / 2 + ((m->letters->cells ? 0.25 : 0.4) + 0.45 * d) * m->letters->high;
            /* on a rectangle around the point, so that corners come near as sides do */
            double stretch = 1 / fmax(fabs(right), fabs(up));
            logreg__box here = box_at(m, x + stretch * right * far_x, y - stretch * up * far_y, wide, high);
            logreg__spot try = {.leads = false};
            double cost = A_STEP * d + HALF_TURN * fabs(remainder(angle - asked, 2 * M_PI)) / M_PI;
            if (cost < least) /* the dearest questions last */
                cost += logreg__lead(&try, m, &here, x, y);
            if (cost < least)
                cost += logreg__cover_cost(m, &here, NULL);
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
static logreg__box put_along(logreg__spot *spot, const logreg__room *m, const logreg__item *item)
{
    const logreg__item *line = item - 1;
    double wide, high, least = INFINITY;
    logreg__box best = {0};
    size_of(&wide, &high, m, item);
    for (size_t i = 0; i < line->n; i += 1 + line->n / TRIED) {
        const double *v = line->value + 4 * i;
        double x = logreg__room_x(m, (v[0] + v[2]) / 2), y = logreg__room_y(m, (v[1] + v[3]) / 2);
        logreg__box here = box_at(m, x, y, wide, high);
        double cost = logreg__cover_cost(m, &here, line) +
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
static logreg__box fixed(const logreg__room *m, const logreg__item *item)
{
    double wide, high;
    size_of(&wide, &high, m, item);
    wide = item->look.angle != 0 ? high : wide;
    double x = logreg__room_x(m, item->value[0]) + item->look.right * m->letters->wide -
               item->look.align * wide / 2,
           y = logreg__room_y(m, item->value[1]) - item->look.up * m->letters->high;
    return box_at(m, x, y, wide, high);
}

bool logreg__place_labels(logreg__spot *spot, const logreg__panel *panel, const logreg__rectangle *r,
                          const logreg__letters *letters)
{
    logreg__room m = {panel, r, letters, logreg__new(panel->n, sizeof *m.taken), 0, spot};
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
            logreg__box b = turn == 0   ? fixed(&m, item)
                            : turn == 1 ? put_beside(&spot[i], &m, item)
                                        : put_along(&spot[i], &m, item);
            spot[i].x = (b.x0 + b.x1) / 2;
            spot[i].y = (b.y0 + b.y1) / 2;
            if (!spot[i].left_out) /* with a letter's room between two of them */
                m.taken[m.n_taken++] = (logreg__box){b.x0 - letters->wide, b.y0, b.x1 + letters->wide, b.y1};
        }
    free(m.taken);
    return true;
}
