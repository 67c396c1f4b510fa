#include "solvers/existence/pool.h"

#include <math.h>
#include <string.h>

#include "base/memory.h"

void logreg__pool_clear(logreg__pool *p)
{
    free(p->z);
    free(p->U);
    free(p->dU);
}

/* Room for n comparisons, and one row more in U and dU. */
static bool reserve(logreg__pool *p, size_t n)
{
    size_t room = p->room, room_U = p->room, room_dU = p->room, row = p->q * sizeof(double);
    bool ok = logreg__grow(&p->z, &room, n + 1, row) && logreg__grow(&p->U, &room_U, n + 1, row) &&
              logreg__grow(&p->dU, &room_dU, n + 1, row);
    if (ok)
        p->room = room;
    return ok;
}

bool logreg__pool_add(logreg__pool *p, const double *z)
{
    if (!reserve(p, p->n + 1))
        return false;
    memcpy(p->z + p->n * p->q, z, p->q * sizeof *z);
    p->n++;
    return true;
}

/* Scales row i of U by a power of two, which is as good as exact: entries that it takes below the least number are none. */
static void normalise(logreg__pool *p, size_t i, size_t d)
{
    double *u = p->U + i * d, *du = p->dU + i * d, largest = 0;
    int e;
    for (size_t f = 0; f < d; f++)
        largest = fabs(u[f]) > largest ? fabs(u[f]) : largest;
    frexp(largest, &e);
    double half = ldexp(1, -e / 2), rest = ldexp(1, -e - -e / 2);
    for (size_t f = 0; f < d; f++) {
        u[f] = u[f] * half * rest;
        du[f] = du[f] * half * rest;
    }
}

void logreg__pool_project(logreg__pool *p, const logreg__span *span)
{
    size_t q = p->q, d = span->d, i = p->n_projected;
    while (i < p->n) {
        if (logreg__span_project(span, p->z + i * q, p->U + i * d, p->dU + i * d))
            normalise(p, i++, d);
        else if (i < --p->n)
            memcpy(p->z + i * q, p->z + p->n * q, q * sizeof(double));
    }
    p->n_projected = p->n;
}

void logreg__pool_extra(logreg__pool *p, const logreg__span *span, const double *z)
{
    logreg__span_project(span, z, p->U + p->n * span->d, p->dU + p->n * span->d);
    normalise(p, p->n, span->d);
}
