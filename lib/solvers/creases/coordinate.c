#include "solvers/creases/coordinate.h"

#include <math.h>
#include <string.h>

#include "engine/dense.h"
#include "solvers/vectors.h"

/* Sweeps over coordinates that move before the rest is looked at again, and looks; and sweeps that take as long as what is tried before the first. */
#define MOST_SWEEPS 1000
#define SWEEPS_AT_FIRST 30

/* The BLAS factors a matrix in so much less time than sweeps take for as many operations. */
#define QUICK 4
#define MOST_LOOKS 100

/* A little of the diagonal is added to second derivatives, for those that are singular: of several classes along shifts that leave probabilities as they
 * are, of more coordinates than rows. Slopes along such directions then lead to the next crease, where they end. */
#define FIRM 1e-11

typedef struct {
    const logreg__creases *q;
    double *u, *g;         /* g: H (u - at) + g(at) */
    double tol, allowance; /* allowance: sweeps that pursue() may take the time of */
    size_t *active;        /* coordinates that may move, n_active of them */
    size_t n_active;
    double *L, *step, *slope; /* room for Newton's step on those that are free */
    size_t *free_one;
} descent;

double logreg__crease_slope(double slope, double lasso, double t, double low, double high)
{
    double up = slope + (t >= 0 ? lasso : -lasso), down = slope + (t > 0 ? lasso : -lasso);
    if (up < 0 && t < high)
        return up;
    return down > 0 && t > low ? down : 0;
}

/* How far coordinate i is from optimal, in units of lambda; what is within the tolerance counts as none. */
static double violation(const descent *d, size_t i)
{
    const logreg__creases *q = d->q;
    double u = d->u[i], smooth = d->g[i] + q->ridge[i] * u;
    double slope = fabs(logreg__crease_slope(smooth, q->lasso[i], u, q->low[i], q->high[i]));
    bool none = q->unit[i] == 0 || slope <= fmax(d->tol * q->unit[i], q->noise[i] / 4);
    return none ? 0 : slope / q->unit[i];
}

static bool optimal(const descent *d, size_t i)
{
    return violation(d, i) == 0;
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
static bool sweep(descent *d)
{
    bool all = true;
    for (size_t a = 0; a < d->n_active; a++) {
        size_t i = d->active[a];
        if (optimal(d, i))
            continue;
        move(d, i, least(d, i));
        all = false;
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

/* Newton's step on the free ones, n of them, as far as none of them meets anything; there it stops. Whether it went all the way, or has nowhere to go. */
static bool step_freely(descent *d, size_t *count)
{
    const logreg__creases *q = d->q;
    size_t n = *count = list_free(d), first = 0;
    for (size_t b = 0; b < n; b++) {
        size_t j = d->free_one[b];
        for (size_t a = b; a < n; a++)
            d->L[b * n + a] = q->H[j * q->n + d->free_one[a]];
        d->L[b * n + b] += q->ridge[j] + FIRM * q->H[j * q->n + j];
        d->slope[b] = d->g[j] + q->ridge[j] * d->u[j] +
                      (d->u[j] > 0   ? q->lasso[j]
                       : d->u[j] < 0 ? -q->lasso[j]
                                     : 0);
        d->step[b] = -d->slope[b];
    }
    if (n == 0 || !logreg__cholesky(d->L, n))
        return true;
    logreg__cholesky_solve(d->L, n, d->step);
    double t = 1, end = 0, at = 0, firm = 0;
    for (size_t a = 0; a < n; a++) {
        size_t j = d->free_one[a];
        double far = stretch(d, j, d->step[a], &end);
        if (!(far >= t)) {
            t = far;
            first = a;
            at = end;
        }
        firm += FIRM * q->H[j * q->n + j] * d->step[a] * d->step[a];
    }
    if (t == 1 && !(firm < -logreg__dot(d->slope, d->step, n) / 2))
        return true; /* a flat direction that leads to no crease: its slope is rounding */
    for (size_t a = 0; t > 0 && a < n; a++)
        if (isfinite(d->step[a]))
            move(d, d->free_one[a], t < 1 && a == first ? at : d->u[d->free_one[a]] + t * d->step[a]);
    return t == 1;
}

/* Moves the active one that is farthest from optimal; whether there is any. */
static bool let_in(descent *d)
{
    size_t worst = d->n_active;
    double most = 0;
    for (size_t a = 0; a < d->n_active; a++) {
        double off = violation(d, d->active[a]);
        if (off > most) {
            most = off;
            worst = a;
        }
    }
    if (worst < d->n_active)
        move(d, d->active[worst], least(d, d->active[worst]));
    return worst < d->n_active;
}

/* An active set method: Newton's steps until one goes all the way, each of which else takes one coordinate to its crease, and then the worst of those that are not optimal comes in. From a start that knows nearly all that are free,
 * as on a path, that is a few steps, however collinear columns are, where sweeps let them all in by little and little. Gives up after the time of d->allowance sweeps, twice as many each time. Whether all of the active ones are optimal. */
static bool pursue(descent *d)
{
    double width = (double)d->q->n, budget = d->allowance * (double)d->n_active * width;
    d->allowance *= 2;
    while (budget > 0) {
        size_t n;
        bool whole = step_freely(d, &n);
        if (whole && !let_in(d))
            return true;
        budget -= (double)n * (width + (double)n * (double)n / (3 * QUICK)) + (double)d->n_active;
    }
    return false;
}

/* Until the active ones are optimal. */
static void settle(descent *d)
{
    size_t since = 0, enough = 2 + d->n_active / 4;
    if (pursue(d))
        return;
    for (int i = 0; i < MOST_SWEEPS && !sweep(d); i++) {
        if (++since < enough)
            continue;
        if (pursue(d))
            return;
        since = 0;
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
                 .allowance = SWEEPS_AT_FIRST,
                 .L = room,
                 .step = room + n * n,
                 .slope = room + n * (n + 1),
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
