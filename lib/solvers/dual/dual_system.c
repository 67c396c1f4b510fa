#include "solvers/dual/dual_system.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "engine/dense.h"
#include "solvers/vectors.h"

bool logreg__dual_system_init(logreg__dual_system *s, const logreg__gram *gram,
                              const logreg__problem *problem)
{
    size_t n = gram->n, k = problem->k, m = k * n, free = k * gram->n_free;
    *s = (logreg__dual_system){
        .gram = gram, .inner = problem->inner, .n = n, .k = k, .m = m, .free = free, .cross = k > 1};
    size_t link = (2 * k + 1) * LOGREG__BLOCK_ROWS;
    s->room = logreg__new(k * m + 3 * m + m * m + 2 * m * free + free * free + link, sizeof *s->room);
    if (!s->room)
        return false;
    s->R = s->room;
    s->sums = s->R + k * m;
    s->x = s->sums + m;
    s->y = s->x + m;
    s->B = s->y + m;
    s->T = s->B + m * m;
    s->U = s->T + m * free;
    s->N = s->U + m * free;
    s->link = s->N + free * free;
    return true;
}

void logreg__dual_system_clear(logreg__dual_system *s)
{
    free(s->room);
}

/* ---- The link ---- */

/* The root of diag(p) - pp' of a row that weighs w, p_1 .. p_k of its classes: with q_c = 1 - p_1 - .. - p_c, R_cc^2 = p_c q_c / q_(c-1) and
 * R_dc = -p_d sqrt(p_c / (q_c q_(c-1))), where sums of probabilities stand for differences from 1. */
static void take_root(logreg__dual_system *s, size_t i, double w, const double *p, double first)
{
    size_t k = s->k, n = s->n;
    double left[LOGREG__MOST_CLASSES]; /* q_c */
    left[k - 1] = first;
    for (size_t c = k - 1; c-- > 0;)
        left[c] = left[c + 1] + p[c + 1];
    for (size_t c = 0; c < k; c++) {
        double before = left[c] + p[c];
        bool none = !(left[c] > 0) || !(p[c] > 0);
        double root = none ? 0 : sqrt(w * p[c] / before), whole = none ? 0 : sqrt(left[c]);
        s->R[(c * k + c) * n + i] = root * whole;
        for (size_t d = c + 1; d < k; d++)
            s->R[(d * k + c) * n + i] = none ? 0 : -p[d] * root / whole;
    }
}

/* Of rows first .. first + rows - 1. */
static double link_block(logreg__dual_system *s, double *r, const double *eta, size_t first, size_t rows)
{
    enum { ROWS = LOGREG__BLOCK_ROWS };
    const logreg__gram *m = s->gram;
    size_t n = s->n, k = s->k, full = (rows + LOGREG__LANES - 1) / LOGREG__LANES * LOGREG__LANES;
    double *mu = s->link, *residual = mu + k * ROWS, *rest = residual + k * ROWS, least = 0;
    for (size_t c = 0; c < k; c++)
        for (size_t i = 0; i < full; i++)
            mu[c * ROWS + i] = i < rows ? eta[c * n + first + i] : 0;
    double loss = k == 1
                      ? s->inner->link(residual, rest, &least, mu, m->y + first, m->w + first, full, NULL, 0)
                      : s->inner->classes(mu, residual, rest, m->y + first, m->w + first, full, k);
    for (size_t c = 0; c < k; c++)
        memcpy(r + c * n + first, residual + c * ROWS, rows * sizeof *r);
    for (size_t i = 0; i < rows; i++) {
        double p[LOGREG__MOST_CLASSES];
        for (size_t c = 0; c < k; c++)
            p[c] = mu[c * ROWS + i];
        if (k == 1)
            s->R[first + i] = sqrt(rest[i]);
        else
            take_root(s, first + i, m->w[first + i], p, rest[i]);
    }
    return loss;
}

double logreg__dual_link(logreg__dual_system *s, double *r, const double *eta)
{
    double loss = 0;
    for (size_t first = 0; first < s->n; first += LOGREG__BLOCK_ROWS)
        loss += link_block(s, r, eta, first,
                           s->n - first < LOGREG__BLOCK_ROWS ? s->n - first : LOGREG__BLOCK_ROWS);
    memset(s->sums, 0, s->m * sizeof *s->sums);
    for (size_t c = 0; c < s->k; c++)
        for (size_t d = c; d < s->k; d++)
            logreg__add(s->sums + c * s->n, 1, s->R + (d * s->k + c) * s->n, s->n);
    return loss;
}

/* ---- Products ---- */

void logreg__dual_products(double *to, const logreg__dual_system *s, const double *x)
{
    size_t n = s->n, k = s->k;
    for (size_t c = 0; c < k; c++)
        for (size_t i = 0; i < n; i++)
            to[c * n + i] = logreg__dot(s->gram->G + i * n, x + c * n, n);
    for (size_t i = 0; s->cross > 0 && i < n; i++) {
        double sum = 0;
        for (size_t c = 0; c < k; c++)
            sum += to[c * n + i];
        for (size_t c = 0; c < k; c++)
            to[c * n + i] += s->cross * sum;
    }
}

void logreg__dual_add_free(double *to, const logreg__dual_system *s, const double *phi)
{
    size_t each = s->gram->n_free;
    for (size_t c = 0; c < s->k; c++)
        for (size_t f = 0; f < each; f++)
            logreg__add(to + c * s->n, phi[c * each + f], s->gram->F + f * s->n, s->n);
}

void logreg__dual_sum_free(double *to, const logreg__dual_system *s, const double *x)
{
    size_t each = s->gram->n_free;
    for (size_t c = 0; c < s->k; c++)
        for (size_t f = 0; f < each; f++)
            to[c * each + f] = logreg__dot(x + c * s->n, s->gram->F + f * s->n, s->n);
}

/* to := R x, or R'x. */
static void multiply_root(double *to, const logreg__dual_system *s, const double *x, bool transposed)
{
    size_t n = s->n, k = s->k;
    memset(to, 0, s->m * sizeof *to);
    for (size_t d = 0; d < k; d++)
        for (size_t c = 0; c <= d; c++) {
            const double *R = s->R + (d * k + c) * n, *from = x + (transposed ? d : c) * n;
            double *into = to + (transposed ? c : d) * n;
            for (size_t i = 0; i < n; i++)
                into[i] += R[i] * from[i];
        }
}

/* ---- The factor ---- */

/* Column l of linear predictor e of tau + R'P R, for predictors c from e on. */
static void fill_column(logreg__dual_system *s, size_t e, size_t l)
{
    size_t n = s->n, k = s->k;
    const double *g = s->gram->G + l * n;
    for (size_t c = e; c < k; c++) {
        double *to = s->B + (e * n + l) * s->m + c * n;
        double all = s->cross * s->sums[e * n + l];
        for (size_t i = 0; i < n; i++)
            to[i] = all * s->sums[c * n + i];
        for (size_t d = c; d < k; d++)
            logreg__add(to, s->R[(d * k + e) * n + l], s->R + (d * k + c) * n, n);
        for (size_t i = 0; i < n; i++)
            to[i] *= g[i];
    }
    s->B[(e * n + l) * s->m + e * n + l] += s->tau;
}

/* T, U and N of the factor. */
static bool factor_free(logreg__dual_system *s)
{
    size_t each = s->gram->n_free, m = s->m;
    for (size_t a = 0; a < s->free; a++) {
        double *u = s->U + a * m;
        memset(s->x, 0, m * sizeof *s->x);
        memcpy(s->x + a / each * s->n, s->gram->F + a % each * s->n, s->n * sizeof *s->x);
        multiply_root(s->T + a * m, s, s->x, true);
        memcpy(u, s->T + a * m, m * sizeof *u);
        logreg__cholesky_solve(s->B, m, u);
        for (size_t b = 0; b <= a; b++)
            s->N[b * s->free + a] = s->N[a * s->free + b] = logreg__dot(s->T + b * m, u, m);
    }
    return s->free == 0 || logreg__cholesky(s->N, s->free);
}

bool logreg__dual_factor(logreg__dual_system *s)
{
    for (size_t e = 0; e < s->k; e++)
        for (size_t l = 0; l < s->n; l++)
            fill_column(s, e, l);
    return logreg__cholesky(s->B, s->m) && factor_free(s);
}

/* ---- Steps ---- */

void logreg__dual_step(double *da, double *dphi, logreg__dual_system *s, const double *a, double *h)
{
    size_t m = s->m;
    logreg__dual_products(da, s, h);
    multiply_root(s->y, s, da, true);
    logreg__cholesky_solve(s->B, m, s->y);
    multiply_root(s->x, s, s->y, false);
    for (size_t i = 0; i < m; i++) {
        da[i] = (h[i] - s->x[i]) / s->tau;
        h[i] = a[i] + da[i];
    }
    logreg__dual_sum_free(dphi, s, h);
    if (s->free == 0)
        return;
    logreg__cholesky_solve(s->N, s->free, dphi);
    memset(s->y, 0, m * sizeof *s->y);
    for (size_t f = 0; f < s->free; f++)
        logreg__add(s->y, dphi[f], s->U + f * m, m);
    multiply_root(s->x, s, s->y, false);
    logreg__add(da, -1, s->x, m);
}

void logreg__dual_correct(double *rho, double *dphi, logreg__dual_system *s, double *t, const double *g)
{
    size_t m = s->m;
    multiply_root(s->y, s, t, true);
    for (size_t f = 0; f < s->free; f++)
        dphi[f] = logreg__dot(s->U + f * m, s->y, m) - g[f] / s->tau;
    if (s->free)
        logreg__cholesky_solve(s->N, s->free, dphi);
    for (size_t i = 0; i < m; i++)
        t[i] = -t[i];
    logreg__dual_add_free(t, s, dphi);
    multiply_root(s->y, s, t, true);
    logreg__cholesky_solve(s->B, m, s->y);
    multiply_root(rho, s, s->y, false);
    for (size_t i = 0; i < m; i++)
        rho[i] *= s->tau;
}
