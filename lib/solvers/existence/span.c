/* Elimination by rows as they come. A row z that leaves u = N'z != 0 takes its largest entry u_f as the pivot: column f
 * is no longer free, null_g -= null_f u_g / u_f for the others, and null_f / u_f becomes the dual of z. The dual basis P
 * (row' P = I) then gives both iterative refinement, null -= P (row' null) with residuals in twice the
 * precision, and the first-order effect of relative changes of the cells: |P| |row|' |null|. */
#include "solvers/existence/span.h"

#include <float.h>
#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/exact.h"
#include "base/memory.h"
#include "solvers/vectors.h"

#define VISIBLE 0x1p-10

/* The sizes of v against which cells round: z'size bounds what of z'v was there before terms cancelled. */
static void sizes_of(const logreg__span *s, const double *v, double *size)
{
    size_t p = s->p;
    for (size_t j = 0; j < s->q; j++)
        size[j] = fabs(v[j]) * (s->blur ? s->blur[j % p * p + j % p] : 1);
    for (size_t first = 0; s->blur && s->sparse && first < s->q; first += p)
        size[first] = logreg__dot_sizes(v + first, s->blur, p);
    for (size_t j = 0; s->blur && !s->sparse && j < s->q; j++)
        size[j] = logreg__dot_sizes(v + j / p * p, s->blur + j % p * p, p);
}

static bool is_sparse(const double *blur, size_t p)
{
    bool all = true;
    for (size_t i = 1; blur && all && i < p; i++)
        for (size_t j = 0; all && j < p; j++)
            all = i == j || blur[i * p + j] == 0;
    return all;
}

/* One block: the struct, then its arrays. */
logreg__span *logreg__span_new(size_t q, size_t p, const double *blur)
{
    size_t room = sizeof(logreg__span);
    if (q > UINT32_MAX / 8)
        return NULL;
    room += (4 * q * q + q) * sizeof(double) + q * sizeof(size_t);
    logreg__span *s = logreg__new(1, room);
    if (!s)
        return NULL;
    *s = (logreg__span){.q = q, .d = q, .p = p, .blur = blur, .sparse = is_sparse(blur, p)};
    s->null = (double *)(s + 1);
    s->spread = s->null + q * q;
    s->row = s->spread + q * q;
    s->dual = s->row + q * q;
    s->size = s->dual + q * q;
    s->free = (size_t *)(s->size + q);
    for (size_t f = 0; f < q; f++) {
        s->null[f * q + f] = 1;
        sizes_of(s, s->null + f * q, s->spread + f * q);
        s->free[f] = f;
    }
    return s;
}

/* Column f stops being free, its null vector v being taken by the new row: the last free column moves to its place. */
static void remove_free(logreg__span *s, size_t f)
{
    size_t last = --s->d, q = s->q;
    if (f != last) {
        memcpy(s->null + f * q, s->null + last * q, q * sizeof(double));
        s->free[f] = s->free[last];
    }
}

/* The free column whose null vector row z hits hardest, or d: none, but for rounding. */
static size_t find_pivot(const logreg__span *s, const double *z)
{
    size_t pivot = s->d;
    double largest = 0;
    for (size_t f = 0; f < s->d; f++) {
        double u = fabs(logreg__dot(z, s->null + f * s->q, s->q));
        if (u > largest && u > LOGREG__SUM_ROUNDING * logreg__dot_sizes(z, s->null + f * s->q, s->q)) {
            largest = u;
            pivot = f;
        }
    }
    return pivot;
}

void logreg__span_add(logreg__span *s, const double *z)
{
    size_t q = s->q, pivot = find_pivot(s, z);
    if (pivot == s->d)
        return;
    double *dual = s->dual + s->rank * q, u = logreg__dot(z, s->null + pivot * q, q);
    for (size_t j = 0; j < q; j++)
        dual[j] = s->null[pivot * q + j] / u;
    for (size_t i = 0; i < s->rank; i++)
        logreg__add(s->dual + i * q, -logreg__dot(z, s->dual + i * q, q), dual, q);
    remove_free(s, pivot);
    for (size_t f = 0; f < s->d; f++)
        logreg__add(s->null + f * q, -logreg__dot(z, s->null + f * q, q), dual, q);
    memcpy(s->row + s->rank * q, z, q * sizeof(double));
    s->rank++;
}

/* fix = P (row' null): what null is off by. */
static void find_fix(const logreg__span *s, const double *null, double *fix)
{
    memset(fix, 0, s->q * sizeof *fix);
    for (size_t i = 0; i < s->rank; i++)
        logreg__add(fix, logreg__exact_dot(s->row + i * s->q, null, s->q), s->dual + i * s->q, s->q);
}

/* Two steps of refinement. An entry that the second still changes visibly holds nothing but rounding: it is 0. */
static void refine(const logreg__span *s, double *null, double *fix)
{
    find_fix(s, null, fix);
    logreg__add(null, -1, fix, s->q);
    find_fix(s, null, fix);
    for (size_t j = 0; j < s->q; j++)
        null[j] = fabs(fix[j]) > VISIBLE * fabs(null[j]) ? 0 : null[j] - fix[j];
}

void logreg__span_settle(logreg__span *s)
{
    size_t q = s->q;
    for (size_t f = 0; f < s->d; f++) {
        double *null = s->null + f * q, *spread = s->spread + f * q;
        refine(s, null, spread);
        sizes_of(s, null, s->size);
        memcpy(spread, s->size, q * sizeof *spread);
        for (size_t i = 0; i < s->rank; i++) {
            double size = logreg__dot_sizes(s->row + i * q, s->size, q);
            for (size_t j = 0; j < q; j++)
                spread[j] += size * fabs(s->dual[i * q + j]);
        }
    }
}

/* z'spread_f; before there are rows, spread_f may have two entries only. */
static double noise_of(const logreg__span *s, const double *z, size_t f)
{
    if (s->rank > 0 || !s->sparse)
        return logreg__dot_sizes(z, s->spread + f * s->q, s->q);
    size_t first = s->p ? f / s->p * s->p : f;
    double noise = fabs(z[f]) * s->spread[f * s->q + f];
    return first == f ? noise : noise + fabs(z[first]) * s->spread[f * s->q + first];
}

bool logreg__span_project(const logreg__span *s, const double *z, double *u, double *du)
{
    bool outside = false;
    for (size_t f = 0; f < s->d && (u || du || !outside); f++) {
        double value = s->rank > 0 ? logreg__exact_dot(z, s->null + f * s->q, s->q) : z[f];
        double noise = LOGREG__DATA_ROUNDING * noise_of(s, z, f);
        outside |= !(fabs(value) <= noise); /* so that a NaN shows */
        if (u)
            u[f] = value;
        if (du)
            du[f] = noise;
    }
    return outside;
}
