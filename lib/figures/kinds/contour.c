#include "figures/kinds/contour.h"

#include <math.h>

#include "base/memory.h"

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

bool logreg__contour(logreg_figure *f, const logreg__surface *s, double level, const logreg_mark *mark,
                     const char *label)
{
    pieces p = {.s = s, .level = level};
    for (size_t row = 0; row + 1 < s->rows; row++)
        for (size_t column = 0; column + 1 < s->columns && !p.failed; column++)
            cross(&p, row, column);
    f->failed = f->failed || p.failed;
    if (p.n)
        logreg_figure_segments(f, p.x0, p.y0, p.x1, p.y1, p.n, mark);
    if (p.n && label)
        logreg_figure_label(f, p.x0[0], p.y0[0], label,
                            &(logreg_mark){.colour = LOGREG_INK, .size = 0.85, .along = true});
    bool found = p.n > 0;
    free(p.x0);
    return found;
}
