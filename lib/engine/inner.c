/* The inner loops in the shape that compilers turn into vector code without leave to reorder sums: a sum over rows is LANES
 * sums, one row in LANES each, added in pairs at the end. */
#include "engine/inner.h"

#include <math.h>

#include "data/design.h"

#define LANES 8

static double add_lanes(const double *sum)
{
    return ((sum[0] + sum[4]) + (sum[2] + sum[6])) + ((sum[1] + sum[5]) + (sum[3] + sum[7]));
}

static double dot(const double *a, const double *b, size_t rows)
{
    double sum[LANES] = {0};
    size_t r = 0;
    for (; r + LANES <= rows; r += LANES)
        for (size_t l = 0; l < LANES; l++)
            sum[l] += a[r + l] * b[r + l];
    for (size_t l = 0; r + l < rows; l++)
        sum[l] += a[r + l] * b[r + l];
    return add_lanes(sum);
}

/* Dots of four columns with one: the one is loaded once. */
static void dot4(double *out, const double *a, const double *b, size_t rows)
{
    double sum[4][LANES] = {{0}};
    size_t r = 0;
    for (; r + LANES <= rows; r += LANES)
        for (size_t c = 0; c < 4; c++)
            for (size_t l = 0; l < LANES; l++)
                sum[c][l] += a[c * LOGREG__BLOCK_ROWS + r + l] * b[r + l];
    for (size_t l = 0; r + l < rows; l++)
        for (size_t c = 0; c < 4; c++)
            sum[c][l] += a[c * LOGREG__BLOCK_ROWS + r + l] * b[r + l];
    for (size_t c = 0; c < 4; c++)
        out[c] += add_lanes(sum[c]);
}

static void predictor(double *eta, const double *Z, size_t rows, size_t n_dense, const double *b)
{
    for (size_t j = 0; j < n_dense; j++) {
        const double *z = Z + j * LOGREG__BLOCK_ROWS;
        double b_j = b[j];
        for (size_t r = 0; r < rows; r++)
            eta[r] += z[r] * b_j;
    }
}

/* One exponential of -|eta| serves both tails of mu and the loss, equations (2) and (3). */
static double link(double *residual, double *curvature, const double *eta, const double *y, const double *w,
                   size_t rows)
{
    double sum[LANES] = {0};
    for (size_t r = 0; r < rows; r++) {
        double e = exp(-fabs(eta[r]));
        double large = 1 / (1 + e), small = e * large;
        double mu = eta[r] >= 0 ? large : small, complement = eta[r] >= 0 ? small : large;
        residual[r] = w[r] * ((1 - y[r]) * mu - y[r] * complement);
        curvature[r] = w[r] * (small * large);
        double against = eta[r] >= 0 ? (1 - y[r]) * eta[r] : -y[r] * eta[r];
        if (w[r] > 0)
            sum[r % LANES] += w[r] * (log1p(e) + against);
    }
    return add_lanes(sum);
}

static void gradient(double *g, const double *Z, size_t rows, size_t n_dense, const double *r)
{
    for (size_t j = 0; j < n_dense; j++)
        g[j] += dot(Z + j * LOGREG__BLOCK_ROWS, r, rows);
}

static void information(double *H, size_t ldh, const double *Z, size_t rows, size_t n_dense, const double *s,
                        double *scaled)
{
    for (size_t j = 0; j < n_dense; j++) {
        const double *z = Z + j * LOGREG__BLOCK_ROWS;
        for (size_t r = 0; r < rows; r++)
            scaled[r] = z[r] * s[r];
        size_t i = j;
        for (; i + 4 <= n_dense; i += 4)
            dot4(H + j * ldh + i, Z + i * LOGREG__BLOCK_ROWS, scaled, rows);
        for (; i < n_dense; i++)
            H[j * ldh + i] += dot(Z + i * LOGREG__BLOCK_ROWS, scaled, rows);
    }
}

static void gather(double *eta, const uint32_t *code, const double *value, size_t rows, const double *b)
{
    for (size_t r = 0; r < rows; r++)
        if (code[r] != LOGREG__NO_COLUMN)
            eta[r] += value ? value[r] * b[code[r]] : b[code[r]];
}

static void scatter(double *g, const uint32_t *code, const double *value, size_t rows, const double *r)
{
    for (size_t i = 0; i < rows; i++)
        if (code[i] != LOGREG__NO_COLUMN)
            g[code[i]] += value ? value[i] * r[i] : r[i];
}

const logreg__inner logreg__inner_tuned = {
    .name = "tuned",
    .predictor = predictor,
    .link = link,
    .gradient = gradient,
    .information = information,
    .gather = gather,
    .scatter = scatter,
};
