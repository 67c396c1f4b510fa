#include "solvers/coordinate.h"

#include <math.h>
#include <string.h>

#include "engine/dense.h"
#include "solvers/vectors.h"

/* Sweeps over coordinates that move before the rest is looked at again; and looks. */
#define MOST_SWEEPS 1000
#define MOST_LOOKS 100

/* A little of the diagonal is added to second derivatives, for those that are singular: of several classes along shifts that leave probabilities as they
 * are, of more coordinates than rows. Slopes along such directions then lead to the next crease, where they end. */
#define FIRM 1e-11

typedef struct {
    const logreg__creases *q;
    double *u, *g; /* g: H (u - at) + g(at) */
    double tol;
    size_t *active; /* coordinates that may move, n_active of them */
    size_t n_active;
    double *L, *step; /* room for Newton's step on those that are free */
    size_t *free_one;
} descent;

double logreg__crease_slope(double slope, double lasso, double t, double low, double high)
{
    double up = slope + (t >= 0 ? lasso : -lasso), down = slope + (t > 0 ? lasso : -lasso);
    if (up < 0 && t < high)
        return up;
    return down > 0 && t > low ? down : 0;
}

static bool optimal(const descent *d, size_t i)
{
    const logreg__creases *q = d->q;
    double u = d->u[i], smooth = d->g[i] + q->ridge[i] * u;
    double slope = logreg__crease_slope(smooth, q->lasso[i], u, q->low[i], q->high[i]);
    return q->unit[i] == 0 || fabs(slope) <= fmax(d->tol * q->unit[i], q->noise[i] / 4);
}

static void move(descent *d, size_t i, double to)
{
    double by = to - d->u[i];
    if (by == 0)
        return;
    d->u[i] = to;
    logreg__add(d->g, by, d->q->H + i * d->q->n, d->q->n);
}

/* The least point along coordinate i: soft thresholding, then the bounds. */
static double least(const descent *d, size_t i)
{
    const logreg__creases *q = d->q;
    double h = q->H[i * q->n + i], centre = h * d->u[i] - d->g[i], over = fabs(centre) - q->lasso[i];
    double to = over > 0 && h + q->ridge[i] > 0 ? copysign(over, centre) / (h + q->ridge[i]) : 0;
    return fmin(fmax(to, q->low[i]), q->high[i]);
}

/* One sweep over the active ones; whether all of them were optimal already. */
static bool sweep(descent *d, bool *same_signs)
{
    bool all = true;
    *same_signs = true;
    for (size_t a = 0; a < d->n_active; a++) {
        size_t i = d->active[a];
        if (optimal(d, i))
            continue;
        double from = d->u[i], to = least(d, i);
        all = false;
        *same_signs = *same_signs && (from > 0) == (to > 0) && (from < 0) == (to < 0);
        move(d, i, to);
    }
    return all;
}

/* Coordinates that neither a crease nor a bound holds, in free_one. */
static size_t list_free(descent *d)
{
    const logreg__creases *q = d->q;
    size_t n = 0;
    for (size_t a = 0; a < d->n_active; a++) {
        size_t i = d->active[a];
        if ((q->lasso[i] == 0 || d->u[i] != 0) && d->u[i] > q->low[i] && d->u[i] < q->high[i])
            d->free_one[n++] = i;
    }
    return n;
}

/* How much of its step coordinate i can go before it meets its crease or a bound, and where that is. */
static double stretch(const descent *d, size_t i, double step, double *end)
{
    const logreg__creases *q = d->q;
    double to = d->u[i] + step, stop = step > 0 ? q->high[i] : q->low[i];
    if (q->lasso[i] > 0 && d->u[i] * step < 0)
        stop = step > 0 ? fmin(stop, 0) : fmax(stop, 0);
    *end = stop;
    return (step > 0 ? to > stop : to < stop) ? (stop - d->u[i]) / step : 1;
}

/* Newton's step on the free ones, as far as none of them meets anything; there it stops. */
static void step_freely(descent *d)
{
    const logreg__creases *q = d->q;
    size_t n = list_free(d), first = 0;
    for (size_t b = 0; b < n; b++) {
        size_t j = d->free_one[b];
        for (size_t a = b; a < n; a++)
            d->L[b * n + a] = q->H[j * q->n + d->free_one[a]];
        d->L[b * n + b] += q->ridge[j] + FIRM * q->H[j * q->n + j];
        d->step[b] = -(d->g[j] + q->ridge[j] * d->u[j] +
                       (d->u[j] > 0   ? q->lasso[j]
                        : d->u[j] < 0 ? -q->lasso[j]
                                      : 0));
    }
    if (n == 0 || !logreg__cholesky(d->L, n))
        return;
    logreg__cholesky_solve(d->L, n, d->step);
    double t = 1, end = 0, at = 0;
    for (size_t a = 0; a < n; a++) {
        double far = stretch(d, d->free_one[a], d->step[a], &end);
        if (!(far >= t)) {
            t = far;
            first = a;
            at = end;
        }
    }
    for (size_t a = 0; t > 0 && a < n; a++)
        if (isfinite(d->step[a]))
            move(d, d->free_one[a], t < 1 && a == first ? at : d->u[d->free_one[a]] + t * d->step[a]);
}

/* Sweeps until the active ones are optimal. Newton's step on n of them costs about n / 3 sweeps, and is tried once their signs have stood as many. */
static void settle(descent *d)
{
    size_t still = 0, enough = 2 + d->n_active / 4;
    bool same;
    for (int i = 0; i < MOST_SWEEPS && !sweep(d, &same); i++) {
        still = same ? still + 1 : 0;
        if (still < enough)
            continue;
        step_freely(d);
        still = 0;
    }
}

bool logreg__coordinate_descend(double *u, double *g, const logreg__creases *q, double tol, double *room,
                                size_t *order)
{
    size_t n = q->n;
    descent d = {.q = q,
                 .u = u,
                 .g = g,
                 .tol = tol,
                 .L = room,
                 .step = room + n * n,
                 .active = order,
                 .free_one = order + n};
    for (int look = 0; look < MOST_LOOKS; look++) {
        bool all = true;
        d.n_active = 0;
        for (size_t i = 0; i < n; i++) {
            bool here = optimal(&d, i);
            all = all && here;
            if (q->unit[i] > 0 && (!here || u[i] != 0 || q->lasso[i] == 0))
                d.active[d.n_active++] = i;
        }
        if (all)
            return true;
        settle(&d);
    }
    return false;
}
