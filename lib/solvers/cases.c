#include "solvers/cases.h"

#include <math.h>
#include <string.h>

#include "base/exact.h"
#include "base/memory.h"

/* Columns are measured on so many blocks of rows. */
#define SAMPLE_BLOCKS 64

/* A column is centred if its mean is so many times its mean distance from there. */
#define FAR_FROM_ZERO 16

/* ---- The walk ---- */

void logreg__cases_rewind(logreg__cases *c, size_t blocks)
{
    size_t all = (c->design->n + LOGREG__BLOCK_ROWS - 1) / LOGREG__BLOCK_ROWS;
    c->step = blocks && blocks < all ? all / blocks * LOGREG__BLOCK_ROWS : LOGREG__BLOCK_ROWS;
    c->block.rows = 0;
    c->first = 0;
    c->index = SIZE_MAX;
}

static void fetch(logreg__cases *c, size_t first)
{
    size_t left = c->design->n - first;
    c->first = c->index = first;
    logreg__design_block(&c->block, c->design, first, left < LOGREG__BLOCK_ROWS ? left : LOGREG__BLOCK_ROWS,
                         c->scratch);
    logreg__block_expand(c->block_x, c->design, &c->block);
}

/* Sets index to the next row, fetching its block where need be. */
static bool advance(logreg__cases *c)
{
    c->index++;
    if (c->index < c->first + c->block.rows)
        return true;
    size_t next = c->block.rows ? c->first + c->step : 0;
    if (next >= c->design->n)
        return false;
    fetch(c, next);
    return true;
}

bool logreg__cases_next(logreg__cases *c)
{
    while (advance(c)) {
        size_t r = c->index - c->first;
        if (c->block.w && !(c->block.w[r] > 0))
            continue;
        double y = c->block.y[r];
        c->x = c->block_x + r * c->p;
        c->both = y != (double)(size_t)y;
        c->winner = (size_t)y;
        for (size_t j = 0; j < c->p; j++)
            c->s[j] = (c->x[j] - c->centre[j]) * c->scale[j];
        return true;
    }
    return false;
}

/* ---- Centre and scale ---- */

/* Sets centre to a value of the column next to its mean, so that the differences of whole numbers stay whole. */
static void find_centres(logreg__cases *c, double *mean, double *nearest, double *distance)
{
    double rows = 0;
    for (logreg__cases_rewind(c, SAMPLE_BLOCKS); logreg__cases_next(c); rows++)
        for (size_t j = 1; j < c->design->n_dense; j++)
            mean[j] += c->x[j];
    for (size_t j = 1; j < c->design->n_dense; j++) {
        mean[j] /= rows;
        nearest[j] = INFINITY;
    }
    for (logreg__cases_rewind(c, SAMPLE_BLOCKS); logreg__cases_next(c);)
        for (size_t j = 1; j < c->design->n_dense; j++) {
            double far = fabs(c->x[j] - mean[j]);
            distance[j] += far / rows;
            if (far < fabs(nearest[j] - mean[j]))
                nearest[j] = c->x[j];
        }
    for (size_t j = 1; j < c->design->n_dense; j++)
        if (fabs(mean[j]) > FAR_FROM_ZERO * distance[j] && isfinite(mean[j]))
            c->centre[j] = nearest[j];
}

/* Sets scale to the power of two that brings the geometric mean of what is not 0 next to 1. */
static void find_scales(logreg__cases *c, double *sum, double *count)
{
    for (logreg__cases_rewind(c, SAMPLE_BLOCKS); logreg__cases_next(c);)
        for (size_t j = 0; j < c->p; j++) {
            int e;
            frexp(c->s[j], &e);
            sum[j] += c->s[j] != 0 ? e - 1 : 0;
            count[j] += c->s[j] != 0;
        }
    for (size_t j = 0; j < c->p; j++)
        if (count[j] > 0)
            c->scale[j] = ldexp(1, -(int)rint(sum[j] / count[j]));
}

static bool measure(logreg__cases *c)
{
    double *room = logreg__new(3 * c->p, sizeof *room);
    if (!room)
        return false;
    for (size_t j = 0; j < c->p; j++)
        c->scale[j] = 1;
    if (c->design->intercept)
        find_centres(c, room, room + c->p, room + 2 * c->p);
    memset(room, 0, 3 * c->p * sizeof *room);
    find_scales(c, room, room + c->p);
    free(room);
    return true;
}

/* ---- Making one ---- */

logreg__cases *logreg__cases_new(const logreg__design *design, size_t k)
{
    logreg__cases *c = logreg__new(1, sizeof *c);
    if (!c)
        return NULL;
    *c = (logreg__cases){.p = design->p, .k = k, .q = k * design->p, .design = design};
    c->s = logreg__new(3 * c->p, sizeof *c->s);
    c->scratch = logreg__scratch_new(design);
    c->block_x = logreg__new_raw(c->p, LOGREG__BLOCK_ROWS * sizeof *c->block_x);
    if (c->s) {
        c->centre = c->s + c->p;
        c->scale = c->centre + c->p;
    }
    if (!c->s || !c->scratch || !c->block_x || !measure(c)) {
        logreg__cases_free(c);
        return NULL;
    }
    logreg__cases_rewind(c, 0);
    return c;
}

void logreg__cases_free(logreg__cases *c)
{
    if (!c)
        return;
    logreg__scratch_free(c->scratch);
    free(c->s);
    free(c->block_x);
    free(c);
}

/* ---- What a row says ---- */

void logreg__cases_compare(const logreg__cases *c, size_t winner, size_t loser, double *z)
{
    memset(z, 0, c->q * sizeof *z);
    if (winner > 0)
        memcpy(z + (winner - 1) * c->p, c->s, c->p * sizeof *z);
    for (size_t j = 0; loser > 0 && j < c->p; j++)
        z[(loser - 1) * c->p + j] = -c->s[j];
}

int logreg__cases_sign(const logreg__cases *c, size_t winner, size_t loser, const double *b)
{
    return logreg__exact_sign(c->x, winner > 0 ? b + (winner - 1) * c->p : NULL,
                              loser > 0 ? b + (loser - 1) * c->p : NULL, c->p);
}

/* x'beta = beta_0 + sum_j (s_j / scale_j + centre_j) beta_j, so the inner coefficients are beta_j / scale_j, and of the
 * intercept beta_0 + sum_j centre_j beta_j. */
void logreg__cases_coefficient(const logreg__cases *c, size_t i, double *z)
{
    size_t first = i / c->p * c->p;
    memset(z, 0, c->q * sizeof *z);
    z[i] = c->scale[i - first];
    for (size_t j = 1; i == first && j < c->p; j++)
        z[first + j] = -c->centre[j] * c->scale[j];
}

void logreg__cases_direction(const logreg__cases *c, const double *inner, double *b)
{
    for (size_t first = 0; first < c->q; first += c->p) {
        b[first] = inner[first] * c->scale[0];
        for (size_t j = 1; j < c->p; j++)
            b[first + j] = inner[first + j] * c->scale[j];
        b[first] -= logreg__exact_dot(b + first, c->centre, c->p);
    }
}
