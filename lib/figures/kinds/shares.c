#include "figures/kinds/shares.h"

/* From one curve's bars to the next one's, as a share of the range. */
#define DODGE 0.006

size_t logreg__shares_most(size_t n)
{
    size_t most = 12 / (n ? n : 1);
    return most < 4 ? 4 : most;
}

logreg_shape logreg__shape_of(size_t curve)
{
    static const logreg_shape shapes[] = {LOGREG_CIRCLE, LOGREG_DIAMOND, LOGREG_TRIANGLE, LOGREG_SQUARE};
    return shapes[curve % 4];
}

int logreg__dash_of(size_t curve)
{
    static const int dash[] = {0, 1, 3, 2};
    return dash[curve % 4];
}

static void place(double *x, const logreg__groups *groups, size_t curve, size_t n, double range)
{
    double aside = DODGE * range * ((double)curve - 0.5 * (double)(n - 1));
    for (size_t i = 0; i < groups->n; i++)
        x[i] = groups->group[i].x + aside;
}

void logreg__add_bars(logreg_figure *f, const logreg__groups *groups, size_t curve, size_t n, double range)
{
    double x[LOGREG__GROUPS_MOST], low[LOGREG__GROUPS_MOST], high[LOGREG__GROUPS_MOST];
    place(x, groups, curve, n, range);
    for (size_t i = 0; i < groups->n; i++) {
        low[i] = groups->group[i].low;
        high[i] = groups->group[i].high;
    }
    logreg_figure_segments(f, x, low, x, high, groups->n,
                           &(logreg_mark){.colour = (int)curve, .size = 1.6, .opacity = 0.8});
}

void logreg__add_rings(logreg_figure *f, const logreg__groups *groups, size_t curve, size_t n, double range)
{
    double x[LOGREG__GROUPS_MOST], share[LOGREG__GROUPS_MOST];
    place(x, groups, curve, n, range);
    for (size_t i = 0; i < groups->n; i++)
        share[i] = groups->group[i].share;
    logreg_figure_points(
        f, x, share, groups->n,
        &(logreg_mark){.colour = (int)curve, .size = 1.5, .hollow = true, .shape = logreg__shape_of(curve)});
}
