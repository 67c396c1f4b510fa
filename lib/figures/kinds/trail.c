#include "figures/kinds/trail.h"

#include <math.h>
#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "figures/kinds/evaluated.h"

double logreg__trail_area(const logreg__trail *t)
{
    double sum = 0;
    for (size_t i = 1; i < t->n; i++)
        sum += (t->x[i] - t->x[i - 1]) * (t->y[i] + t->y[i - 1]) / 2;
    return sum;
}

double logreg__trail_height(const logreg__trail *t, double x)
{
    size_t i = 1;
    if (t->n < 2) /* all rows have one score */
        return t->y[0];
    while (i + 1 < t->n && t->x[i] < x)
        i++;
    double wide = t->x[i] - t->x[i - 1];
    return wide > 0 ? t->y[i - 1] + (x - t->x[i - 1]) / wide * (t->y[i] - t->y[i - 1]) : t->y[i];
}

void logreg__trail_place(double at[2], const logreg__trail *t, double top, double share)
{
    double length = 0, gone = 0;
    for (size_t i = 1; i < t->n; i++)
        length += hypot(t->x[i] - t->x[i - 1], (t->y[i] - t->y[i - 1]) / top);
    at[0] = t->x[t->n - 1];
    at[1] = t->y[t->n - 1];
    for (size_t i = 1; i < t->n; i++) {
        double step = hypot(t->x[i] - t->x[i - 1], (t->y[i] - t->y[i - 1]) / top);
        if (gone + step < share * length || !(step > 0)) {
            gone += step;
            continue;
        }
        double part = (share * length - gone) / step;
        at[0] = t->x[i - 1] + part * (t->x[i] - t->x[i - 1]);
        at[1] = t->y[i - 1] + part * (t->y[i] - t->y[i - 1]);
        return;
    }
}

/* Places of a line that its name may stand at; and what it is worth to be away from another name, beside being away from another line. */
enum { PLACES = 41 };
#define FROM_NAMES 0.02

/* How far a place is from all lines but k, and from the names before it. */
static double freedom(const double at[2], double (*anchor)[2], const logreg__trail *trail, size_t n, size_t k,
                      double top)
{
    double line = INFINITY, name = INFINITY, other[2];
    for (size_t c = 0; c < n; c++) {
        if (c == k || !trail[c].n)
            continue;
        if (c < k)
            name = fmin(name, hypot(at[0] - anchor[c][0], (at[1] - anchor[c][1]) / top));
        for (int j = 0; j < PLACES; j++) {
            logreg__trail_place(other, &trail[c], top, j / (double)(PLACES - 1));
            line = fmin(line, hypot(at[0] - other[0], (at[1] - other[1]) / top));
        }
    }
    return (isinf(line) ? 0 : line) + (isinf(name) ? 0 : FROM_NAMES * name);
}

void logreg__trail_anchor(double (*anchor)[2], const logreg__trail *trail, size_t n, size_t k, double top,
                          bool corners)
{
    const logreg__trail *t = &trail[k];
    double best = -1;
    corners = corners || t->n < 2;
    for (size_t i = 0; i < (corners ? t->n : PLACES); i++) {
        double at[2] = {corners ? t->x[i] : 0, corners ? t->y[i] : 0};
        if (!corners)
            logreg__trail_place(at, t, top, 0.08 + 0.84 * (double)i / (PLACES - 1));
        double here = freedom(at, anchor, trail, n, k, top);
        if (here <= best)
            continue;
        best = here;
        memcpy(anchor[k], at, sizeof at);
    }
}

logreg_status logreg__trail_draw(logreg_figure *f, const logreg__trail *t, const logreg_mark *look,
                                 logreg_error *err)
{
    size_t *keep = logreg__new(t->n, sizeof *keep);
    double *x = logreg__new(t->n, 2 * sizeof *x);
    if (keep && x) {
        double *y = x + t->n;
        size_t n = logreg__thin(keep, t->x, t->y, t->n);
        for (size_t i = 0; i < n; i++) {
            x[i] = t->x[keep[i]];
            y[i] = t->y[keep[i]];
        }
        logreg_figure_line(f, x, y, n, look);
    }
    bool ok = keep && x;
    free(keep);
    free(x);
    return ok ? LOGREG_OK : logreg__fail_memory(err);
}
