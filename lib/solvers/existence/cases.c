#include "solvers/existence/cases.h"

#include <math.h>
#include <string.h>

#include "base/exact.h"
#include "base/memory.h"
#include "solvers/vectors.h"

/* Columns are measured on so many blocks of rows. */
#define SAMPLE_BLOCKS 64

/* Of more columns than these not all are reduced. */
#define MOST_REDUCED 512

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

static void reduce(logreg__cases *c)
{
    logreg__reduction_apply(&c->reduction, c->s);
    for (size_t j = 0; j < c->p; j++)
        c->s[j] *= c->rest[j];
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
        if (c->reduction.n)
            reduce(c);
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
static void find_scales(logreg__cases *c, double *scale, double *sum, double *count)
{
    memset(sum, 0, c->p * sizeof *sum);
    memset(count, 0, c->p * sizeof *count);
    for (logreg__cases_rewind(c, SAMPLE_BLOCKS); logreg__cases_next(c);)
        for (size_t j = 0; j < c->p; j++) {
            int e;
            frexp(c->s[j], &e);
            sum[j] += c->s[j] != 0 ? e - 1 : 0;
            count[j] += c->s[j] != 0;
        }
    for (size_t j = 0; j < c->p; j++)
        if (count[j] > 0)
            scale[j] = ldexp(1, -(int)rint(sum[j] / count[j]));
}

/* Reduces the first p columns, as a sample of rows shows them. */
static bool find_reduction(logreg__cases *c, size_t p)
{
    size_t n = 0, blocks = 2 * p / LOGREG__BLOCK_ROWS + 2, most = (blocks + 1) * LOGREG__BLOCK_ROWS;
    size_t all = c->design->n < most ? c->design->n : most;
    double *sample = logreg__new_raw(p + 1, all * sizeof *sample), *rank = logreg__new_raw(p, sizeof *rank);
    bool ok = sample && rank;
    for (logreg__cases_rewind(c, blocks); ok && n < all && logreg__cases_next(c); n++)
        for (size_t j = 0; j < p; j++)
            sample[j * all + n] = c->s[j];
    for (size_t j = 0; ok && j < p; j++) {
        memmove(sample + j * n, sample + j * all, n * sizeof *sample);
        rank[j] = -log2(c->scale[j]);
    }
    if (ok && c->design->intercept)
        rank[0] = -INFINITY;
    ok = ok && logreg__reduction_find(&c->reduction, sample, n, p, rank);
    free(sample);
    free(rank);
    return ok;
}

static bool is_whole(double x)
{
    return fabs(x) < 0x1p53 && x == rint(x);
}

/* What is centred or reduced counts as exact where whole numbers stayed whole in every row. */
static void find_exact(logreg__cases *c)
{
    memset(c->exact, 1, c->p);
    for (logreg__cases_rewind(c, 0); logreg__cases_next(c);) {
        for (size_t j = 0; j < c->p; j++) {
            c->exact[j] &= is_whole(c->x[j]) && is_whole(c->x[j] - c->centre[j]);
            c->s[j] = (c->x[j] - c->centre[j]) * c->scale[j];
        }
        logreg__reduction_try(&c->reduction, c->s, c->exact);
    }
}

static bool is_centred(const logreg__cases *c)
{
    bool any = false;
    for (size_t j = 0; j < c->p; j++)
        any |= c->centre[j] != 0;
    return any;
}

static bool measure(logreg__cases *c)
{
    double *room = logreg__new(3 * c->p, sizeof *room);
    if (!room)
        return false;
    for (size_t j = 0; j < c->p; j++)
        c->scale[j] = c->rest[j] = 1;
    if (c->design->intercept)
        find_centres(c, room, room + c->p, room + 2 * c->p);
    find_scales(c, c->scale, room, room + c->p);
    size_t n_dense = c->design->n_dense, wanted = c->p <= MOST_REDUCED ? c->p : n_dense;
    bool ok = wanted > MOST_REDUCED || find_reduction(c, wanted);
    if (ok && c->reduction.n)
        find_scales(c, c->rest, room, room + c->p);
    if (ok && (c->reduction.n || is_centred(c)))
        find_exact(c);
    free(room);
    return ok;
}

/* ---- Making one ---- */

logreg__cases *logreg__cases_new(const logreg__design *design, size_t k)
{
    logreg__cases *c = logreg__new(1, sizeof *c);
    if (!c)
        return NULL;
    *c = (logreg__cases){.p = design->p, .k = k, .q = k * design->p, .design = design};
    c->s = logreg__new(4 * c->p, sizeof *c->s);
    c->scratch = logreg__scratch_new(design);
    c->exact = logreg__new(c->p, 1);
    c->block_x = logreg__new_raw(c->p, LOGREG__BLOCK_ROWS * sizeof *c->block_x);
    if (c->s) {
        c->centre = c->s + c->p;
        c->scale = c->centre + c->p;
        c->rest = c->scale + c->p;
    }
    if (!c->s || !c->exact || !c->scratch || !c->block_x || !measure(c)) {
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
    logreg__reduction_clear(&c->reduction);
    free(c->s);
    free(c->exact);
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

/* x'beta = s'b with s = S x, so that beta = S'b; and a coefficient is what S makes of a row that has 1 there. */
void logreg__cases_coefficient(const logreg__cases *c, size_t i, double *z)
{
    size_t first = i / c->p * c->p;
    memset(z, 0, c->q * sizeof *z);
    z[i] = c->scale[i - first];
    for (size_t j = 1; i == first && j < c->p; j++)
        z[first + j] = -c->centre[j] * c->scale[j];
    logreg__reduction_apply(&c->reduction, z + first);
    for (size_t j = 0; j < c->p; j++)
        z[first + j] *= c->rest[j];
}

void logreg__cases_direction(const logreg__cases *c, const double *inner, double *b, double *size)
{
    for (size_t first = 0; first < c->q; first += c->p) {
        double *v = b + first, *w = size ? size + first : NULL;
        for (size_t j = 0; j < c->p; j++) {
            v[j] = inner[first + j] * c->rest[j];
            if (w)
                w[j] = fabs(v[j]);
        }
        logreg__reduction_transpose(&c->reduction, v, w);
        for (size_t j = 0; j < c->p; j++) {
            v[j] *= c->scale[j];
            if (w)
                w[j] *= c->scale[j];
        }
        v[0] -= logreg__exact_dot(v, c->centre, c->p);
        if (w)
            w[0] += logreg__dot_sizes(w, c->centre, c->p);
    }
}

void logreg__cases_blur(const logreg__cases *c, double *blur)
{
    for (size_t i = 0; i < c->p; i++, blur += c->p) {
        memset(blur, 0, c->p * sizeof *blur);
        blur[i] = 1 / c->rest[i];
        for (size_t j = 0; j < c->p; j++)
            c->s[j] = fabs(c->centre[j] * c->scale[j]);
        logreg__reduction_blur(&c->reduction, blur, c->s, c->exact, c->p);
        for (size_t j = 0; j < c->p; j++)
            blur[j] *= c->rest[j];
        blur[i] = fmax(blur[i], 1);
    }
}
