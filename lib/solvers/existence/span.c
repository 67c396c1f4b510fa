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

/* Before there are rows: the null vectors are those of the unit. */
static void start(logreg__span *s)
{
    for (size_t f = 0; f < s->q; f++) {
        s->null[f * s->q + f] = 1;
        sizes_of(s, s->null + f * s->q, s->value);
        for (size_t j = 0; j < s->q; j++)
            s->spread[j * s->q + f] = s->value[j];
        s->free[f] = f;
    }
}

/* One block: the struct, then its arrays. */
logreg__span *logreg__span_new(size_t q, size_t p, const double *blur)
{
    size_t room = sizeof(logreg__span), half = q / 2 + 1;
    if (q > UINT32_MAX / 8)
        return NULL;
    room += (5 * q * q + 3 * q + half * half) * sizeof(double) + 2 * q * sizeof(size_t);
    logreg__span *s = logreg__new(1, room);
    if (!s)
        return NULL;
    *s = (logreg__span){.q = q, .d = q, .p = p, .blur = blur, .sparse = is_sparse(blur, p)};
    s->inner = logreg__inner_level(0);
    s->null = (double *)(s + 1);
    s->entry = s->null + q * q;
    s->spread = s->entry + q * q;
    s->row = s->spread + q * q;
    s->dual = s->row + q * q;
    s->some = s->dual + q * q;
    s->value = s->some + q;
    s->noise = s->value + q;
    s->sizes = s->noise + q;
    s->free = (size_t *)(s->sizes + half * half);
    s->place = s->free + q;
    start(s);
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

/* ---- By entries ---- */

/* Gathers what is not 0 of z in some and place; how many. */
static size_t gather(const logreg__span *s, const double *z)
{
    size_t n = 0;
    for (size_t j = 0; j < s->q; j++) {
        s->some[n] = z[j];
        s->place[n] = j;
        n += z[j] != 0;
    }
    return n;
}

/* to_f = sum_i |some_i| Y_place(i),f */
static void add_sizes(double *to, const logreg__span *s, size_t n, const double *Y)
{
    memset(to, 0, s->d * sizeof *to);
    for (size_t i = 0; i < n; i++)
        logreg__add(to, fabs(s->some[i]), Y + s->place[i] * s->q, s->d);
}

static bool is_zero(const double *x, size_t n)
{
    bool zero = true;
    for (size_t i = 0; i < n; i++)
        zero &= x[i] == 0;
    return zero;
}

/* fix = P (row' null): what null is off by. */
static void find_fix(const logreg__span *s, double *fix)
{
    size_t q = s->q;
    memset(fix, 0, q * q * sizeof *fix);
    for (size_t i = 0; i < s->rank; i++) {
        const double *dual = s->dual + i * q;
        size_t n = gather(s, s->row + i * q);
        s->inner->dots(s->value, s->some, s->place, n, s->entry, q, s->d);
        bool none = is_zero(s->value, s->d);
        for (size_t j = 0; !none && j < q; j++)
            if (dual[j] != 0)
                logreg__add(fix + j * q, dual[j], s->value, s->d);
    }
}

/* Two steps of refinement. An entry that the second still changes visibly holds nothing but rounding: it is 0. */
static void refine(const logreg__span *s, double *fix)
{
    size_t q = s->q;
    find_fix(s, fix);
    for (size_t j = 0; j < q; j++)
        logreg__add(s->entry + j * q, -1, fix + j * q, s->d);
    find_fix(s, fix);
    for (size_t j = 0; j < q; j++)
        for (size_t i = j * q; i < j * q + s->d; i++)
            s->entry[i] = fabs(fix[i]) > VISIBLE * fabs(s->entry[i]) ? 0 : s->entry[i] - fix[i];
}

/* Turns the basis into its entries, or back. */
static void turn(const logreg__span *s, bool back)
{
    for (size_t f = 0; f < s->d; f++)
        for (size_t j = 0; j < s->q; j++) {
            double *entry = &s->entry[j * s->q + f], *null = &s->null[f * s->q + j];
            *(back ? null : entry) = back ? *entry : *null;
        }
}

void logreg__span_settle(logreg__span *s)
{
    size_t q = s->q, d = s->d;
    turn(s, false);
    refine(s, s->spread);
    turn(s, true);
    for (size_t f = 0; f < d; f++) {
        sizes_of(s, s->null + f * q, s->value);
        for (size_t j = 0; j < q; j++)
            s->spread[j * q + f] = s->value[j];
    }
    for (size_t i = 0; i < s->rank; i++)
        add_sizes(s->sizes + i * d, s, gather(s, s->row + i * q), s->spread);
    for (size_t i = 0; i < s->rank; i++)
        for (size_t j = 0; j < q; j++)
            if (s->dual[i * q + j] != 0)
                logreg__add(s->spread + j * q, fabs(s->dual[i * q + j]), s->sizes + i * d, d);
}

/* Before there are rows; spread_f may have two entries only. */
static void project_first(const logreg__span *s, const double *z, size_t n)
{
    memcpy(s->value, z, s->q * sizeof *z);
    if (!s->sparse)
        add_sizes(s->noise, s, n, s->spread);
    for (size_t f = 0; s->sparse && f < s->q; f++) {
        size_t first = s->p ? f / s->p * s->p : f;
        s->noise[f] = fabs(z[f]) * s->spread[f * s->q + f];
        if (first != f)
            s->noise[f] += fabs(z[first]) * s->spread[first * s->q + f];
    }
}

bool logreg__span_project(const logreg__span *s, const double *z, double *u, double *du)
{
    bool outside = false;
    size_t n = gather(s, z);
    if (s->rank > 0) {
        s->inner->dots(s->value, s->some, s->place, n, s->entry, s->q, s->d);
        add_sizes(s->noise, s, n, s->spread);
    } else {
        project_first(s, z, n);
    }
    for (size_t f = 0; f < s->d; f++) {
        double noise = LOGREG__DATA_ROUNDING * s->noise[f];
        outside |= !(fabs(s->value[f]) <= noise); /* so that a NaN shows */
        if (u)
            u[f] = s->value[f];
        if (du)
            du[f] = noise;
    }
    return outside;
}
