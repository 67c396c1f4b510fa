#include "figures/contour.h"

#include <math.h>

#include "base/memory.h"

/* Labels stand on pieces within this share of the rectangle. */
#define INNER 0.94

typedef struct {
    double x, y;
} place;

typedef struct {
    const logreg__surface *s;
    double level;
    size_t n, room;
    double *x0, *y0, *x1, *y1; /* one array each, grown together */
    bool failed;
} pieces;

static double at(const logreg__surface *s, size_t row, size_t column)
{
    return s->value[row * s->columns + column];
}

static place middle(const logreg__surface *s, double row, double column)
{
    return (place){s->x0 + (column + 0.5) * (s->x1 - s->x0) / (double)s->columns,
                   s->y0 + (row + 0.5) * (s->y1 - s->y0) / (double)s->rows};
}

static void add(pieces *p, place a, place b)
{
    if (p->n == p->room) {
        size_t room = p->room ? 2 * p->room : 256;
        double *grown = realloc(p->x0, 4 * room * sizeof *grown);
        if (!grown) {
            p->failed = true;
            return;
        }
        for (size_t k = 4; k-- > 1;) /* the later arrays move up, the last one first */
            memmove(grown + k * room, grown + k * p->room, p->n * sizeof *grown);
        p->x0 = grown;
        p->y0 = grown + room;
        p->x1 = grown + 2 * room;
        p->y1 = grown + 3 * room;
        p->room = room;
    }
    p->x0[p->n] = a.x;
    p->y0[p->n] = a.y;
    p->x1[p->n] = b.x;
    p->y1[p->n++] = b.y;
}

/* The square between four middles: where the line crosses its edges, taken in turn, pairs of crossings are pieces. */
static void cross(pieces *p, size_t row, size_t column)
{
    static const size_t up[] = {0, 0, 1, 1, 0}, right[] = {0, 1, 1, 0, 0};
    place found[4];
    int n = 0;
    for (int k = 0; k < 4; k++) {
        double a = at(p->s, row + up[k], column + right[k]) - p->level,
               b = at(p->s, row + up[k + 1], column + right[k + 1]) - p->level;
        if (!isfinite(a + b) || (a < 0) == (b < 0))
            continue;
        double t = a / (a - b);
        found[n++] =
            middle(p->s, (double)row + (double)up[k] + t * ((double)up[k + 1] - (double)up[k]),
                   (double)column + (double)right[k] + t * ((double)right[k + 1] - (double)right[k]));
    }
    for (int k = 0; k + 1 < n; k += 2)
        add(p, found[k], found[k + 1]);
}

/* The piece with room for a label that lies nearest to this share of the height, and rather to the right. */
static size_t labelled(const pieces *p, double height)
{
    size_t best = p->n;
    double nearest = INFINITY;
    for (size_t i = 0; i < p->n; i++) {
        double u = (p->x0[i] - p->s->x0) / (p->s->x1 - p->s->x0),
               v = (p->y0[i] - p->s->y0) / (p->s->y1 - p->s->y0);
        double away = fabs(v - height) + 0.2 * fabs(u - 0.8);
        if (u > INNER || v > INNER || u < 1 - INNER || v < 1 - INNER || away > nearest)
            continue;
        nearest = away;
        best = i;
    }
    return best;
}

/* Whether values rise to the right of a piece. */
static bool rises(const pieces *p, size_t piece)
{
    const logreg__surface *s = p->s;
    size_t column =
               (size_t)fmin((double)s->columns - 2,
                            fmax(0, (p->x0[piece] - s->x0) / (s->x1 - s->x0) * (double)s->columns - 0.5)),
           row = (size_t)fmin((double)s->rows - 1,
                              fmax(0, (p->y0[piece] - s->y0) / (s->y1 - s->y0) * (double)s->rows - 0.5));
    return at(s, row, column + 1) >= at(s, row, column);
}

bool logreg__contour(logreg_figure *f, const logreg__surface *s, double level, const logreg_mark *mark,
                     const char *label, double height, int side)
{
    pieces p = {.s = s, .level = level};
    for (size_t row = 0; row + 1 < s->rows; row++)
        for (size_t column = 0; column + 1 < s->columns && !p.failed; column++)
            cross(&p, row, column);
    f->failed = f->failed || p.failed;
    if (p.n)
        logreg_figure_segments(f, p.x0, p.y0, p.x1, p.y1, p.n, mark);
    size_t on = label ? labelled(&p, height) : p.n;
    side = on < p.n && !rises(&p, on) ? -side : side;
    if (on < p.n)
        logreg_figure_label(
            f, p.x0[on], p.y0[on], label,
            &(logreg_mark){.colour = LOGREG_INK, .size = 0.85, .align = -side, .right = 0.6 * side});
    bool found = p.n > 0;
    free(p.x0);
    return found;
}
