#include "solvers/descent/secants.h"

#include <float.h>
#include <math.h>

#include "base/memory.h"
#include "solvers/vectors.h"

bool logreg__secants_init(logreg__secants *w, size_t q, size_t most)
{
    *w = (logreg__secants){.q = q, .most = most, .room = logreg__new_raw(2 * (most + 1) * q, sizeof(double))};
    for (size_t i = 0; w->room && i <= most; i++) {
        w->s[i] = w->room + 2 * i * q;
        w->y[i] = w->s[i] + q;
    }
    return w->room;
}

void logreg__secants_clear(logreg__secants *w)
{
    free(w->room);
}

static size_t place(const logreg__secants *w, size_t pair)
{
    return pair % (w->most + 1);
}

static size_t first_kept(const logreg__secants *w)
{
    return w->pairs > w->most ? w->pairs - w->most : 0;
}

void logreg__secants_keep(logreg__secants *w, const double *to, const double *from, const double *g_to,
                          const double *g_from)
{
    size_t at = place(w, w->pairs), q = w->q;
    double *s = w->s[at], *y = w->y[at];
    for (size_t j = 0; j < q; j++) {
        s[j] = to[j] - from[j];
        y[j] = g_to[j] - g_from[j];
    }
    double curvature = logreg__dot(s, y, q);
    double size = sqrt(logreg__dot(s, s, q)) * sqrt(logreg__dot(y, y, q));
    if (curvature > DBL_EPSILON * size && isfinite(1 / curvature)) {
        w->rho[at] = 1 / curvature;
        w->pairs++;
    }
}

void logreg__secants_before(logreg__secants *w, double *v)
{
    for (size_t i = w->pairs; i-- > first_kept(w);) {
        size_t at = place(w, i);
        w->alpha[at] = w->rho[at] * logreg__dot(w->s[at], v, w->q);
        logreg__add(v, -w->alpha[at], w->y[at], w->q);
    }
}

void logreg__secants_after(const logreg__secants *w, double *v)
{
    for (size_t i = first_kept(w); i < w->pairs; i++) {
        size_t at = place(w, i);
        double beta = w->rho[at] * logreg__dot(w->y[at], v, w->q);
        logreg__add(v, w->alpha[at] - beta, w->s[at], w->q);
    }
}

double logreg__secants_scale(const logreg__secants *w, const double *guess, double otherwise)
{
    if (w->pairs == 0)
        return otherwise;
    size_t last = place(w, w->pairs - 1);
    double sum = 0;
    for (size_t j = 0; j < w->q; j++)
        sum += (guess ? guess[j] : 1) * w->y[last][j] * w->y[last][j];
    return 1 / (w->rho[last] * sum);
}
