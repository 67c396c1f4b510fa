/* The boundary of probabilities that leap from 0 to 1, as those of separated classes do: between the middles of two cells nothing tells where, so that a line through them is a
 * staircase. Cutting the way between them, and again the part where it leaps, finds it. */
#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "figures/kinds/boundary.h"

/* Parts that the way between two cells is cut into, and how often. */
enum { PARTS = 16, CUTS = 3, WITHIN = PARTS - 1 };

typedef struct {
    size_t n;             /* ends of pieces */
    double *x, *y;        /* [n] where they are */
    double *low, *high;   /* [n] between what one of the two is; which, and what is said at its low end: */
    bool *across, *first; /* [n] */
    double *at_x, *at_y;  /* [n x WITHIN] places that are asked about */
} ends;

bool logreg__plane_leaps(const logreg__plane *p)
{
    for (size_t i = 0; i < LOGREG__CELLS; i++)
        if (fabs(p->value[i]) < 1 - 1e-9)
            return false;
    return true;
}

/* An end lies on the line from one cell's middle to the next, to the right or upwards. */
static void enclose(ends *e, const logreg__plane *p, size_t i)
{
    const logreg__surface *s = &p->surface;
    double wide = (s->x1 - s->x0) / (double)s->columns, high = (s->y1 - s->y0) / (double)s->rows,
           u = (e->x[i] - s->x0) / wide - 0.5, v = (e->y[i] - s->y0) / high - 0.5;
    e->across[i] = fabs(v - round(v)) <= fabs(u - round(u));
    double column = e->across[i] ? floor(u) : round(u), row = e->across[i] ? round(v) : floor(v);
    e->low[i] = e->across[i] ? s->x0 + (column + 0.5) * wide : s->y0 + (row + 0.5) * high;
    e->high[i] = e->low[i] + (e->across[i] ? wide : high);
    e->first[i] = s->value[(size_t)row * s->columns + (size_t)column] > 0;
}

static logreg_status cut(ends *e, const logreg__plane *p, logreg_error *err)
{
    logreg__grid grid = {0};
    for (size_t i = 0; i < e->n * WITHIN; i++) {
        size_t k = i / WITHIN;
        double at = e->low[k] + (e->high[k] - e->low[k]) * (double)(i % WITHIN + 1) / PARTS;
        e->at_x[i] = e->across[k] ? at : e->x[k];
        e->at_y[i] = e->across[k] ? e->y[k] : at;
    }
    logreg_status status = logreg__plane_at(&grid, p, e->at_x, e->at_y, e->n * WITHIN, err);
    for (size_t k = 0; status == LOGREG_OK && k < e->n; k++) {
        const double *P = grid.P + 2 * k * WITHIN + 1;
        double part = (e->high[k] - e->low[k]) / PARTS;
        size_t same = 0;
        while (same < WITHIN && (P[2 * same] > 0.5) == e->first[k])
            same++;
        e->low[k] += (double)same * part;
        e->high[k] = e->low[k] + part;
        (e->across[k] ? e->x : e->y)[k] = e->low[k] + part / 2;
    }
    logreg__grid_free(&grid);
    return status;
}

logreg_status logreg__boundary_sharpen(logreg_figure *f, const logreg__plane *p, logreg_error *err)
{
    logreg__panel *panel = logreg__figure_panel(f);
    logreg__item *line = panel->n ? &panel->item[panel->n - 1] : NULL;
    if (!line || line->form != LOGREG__SEGMENTS)
        return LOGREG_OK;
    ends e = {.n = 2 * line->n};
    e.x = logreg__new(e.n, (4 + 2 * WITHIN) * sizeof *e.x);
    e.across = logreg__new(e.n, 2 * sizeof *e.across);
    logreg_status status = e.x && e.across ? LOGREG_OK : logreg__fail_memory(err);
    if (status == LOGREG_OK) {
        e.y = e.x + e.n;
        e.low = e.y + e.n;
        e.high = e.low + e.n;
        e.at_x = e.high + e.n;
        e.at_y = e.at_x + e.n * WITHIN;
        e.first = e.across + e.n;
    }
    for (size_t i = 0; status == LOGREG_OK && i < e.n; i++) {
        e.x[i] = line->value[2 * i];
        e.y[i] = line->value[2 * i + 1];
        enclose(&e, p, i);
    }
    for (int k = 0; k < CUTS && status == LOGREG_OK; k++)
        status = cut(&e, p, err);
    for (size_t i = 0; status == LOGREG_OK && i < e.n; i++) {
        line->value[2 * i] = e.x[i];
        line->value[2 * i + 1] = e.y[i];
    }
    free(e.x);
    free(e.across);
    return status;
}
