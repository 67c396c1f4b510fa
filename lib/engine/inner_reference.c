/* The inner loops said in the plainest way: one sum, row after row. Slow on purpose. */
#include "engine/inner.h"

#include <math.h>

#include <logreg/special.h>

#include "design/design.h"

static void standardise(double *z, const double *x, size_t rows, double centre, double factor,
                        const double *ahead)
{
    (void)ahead;
    for (size_t r = 0; r < rows; r++)
        z[r] = (x[r] - centre) * factor;
}

static void predictor(double *eta, const double *Z, size_t rows, size_t n_dense, const double *b)
{
    for (size_t r = 0; r < rows; r++)
        for (size_t j = 0; j < n_dense; j++)
            eta[r] += Z[j * LOGREG__BLOCK_ROWS + r] * b[j];
}

static void exp_of_minus(double *e, const double *x, size_t rows)
{
    for (size_t r = 0; r < rows; r++)
        e[r] = exp(-fabs(x[r]));
}

static void log_losses(double *loss, const double *said, const double *miss, size_t rows)
{
    for (size_t r = 0; r < rows; r++)
        loss[r] = said[r] < 0.5 ? -log(said[r]) : -log1p(-miss[r]);
}

static double link(double *residual, double *curvature, double *least, const double *eta, const double *y,
                   const double *w, size_t rows, const double *const *ahead, size_t n_ahead)
{
    (void)ahead;
    (void)n_ahead;
    double loss = 0;
    for (size_t r = 0; r < rows; r++) {
        double mu = logreg_sigmoid(eta[r]), complement = logreg_sigmoid_complement(eta[r]);
        if (residual)
            residual[r] = w[r] * ((1 - y[r]) * mu - y[r] * complement);
        if (curvature)
            curvature[r] = w[r] * mu * complement;
        if (w[r] > 0)
            loss += w[r] * ((1 - y[r]) * logreg_log1pexp(eta[r]) + y[r] * logreg_log1pexp(-eta[r]));
        if (curvature && w[r] > 0)
            *least = fmin(*least, curvature[r]);
    }
    return loss;
}

static double classes(double *mu, double *residual, double *base, const double *y, const double *w,
                      size_t rows, size_t k)
{
    double loss = 0;
    for (size_t r = 0; r < rows; r++) {
        double largest = 0, own = 0, sum = 0, others = 0;
        for (size_t c = 0; c < k; c++) {
            double eta = mu[c * LOGREG__BLOCK_ROWS + r];
            largest = fmax(largest, eta);
            own = y[r] == (double)(c + 1) ? eta : own;
        }
        sum = base[r] = exp(-largest);
        for (size_t c = 0; c < k; c++)
            sum += mu[c * LOGREG__BLOCK_ROWS + r] = exp(mu[c * LOGREG__BLOCK_ROWS + r] - largest);
        if (w[r] > 0)
            loss += w[r] * (log(sum) + largest - own);
        base[r] /= sum;
        others = y[r] == 0 ? 0 : base[r];
        for (size_t c = 0; c < k; c++) {
            mu[c * LOGREG__BLOCK_ROWS + r] /= sum;
            others += y[r] == (double)(c + 1) ? 0 : mu[c * LOGREG__BLOCK_ROWS + r];
        }
        for (size_t c = 0; c < k; c++)
            residual[c * LOGREG__BLOCK_ROWS + r] =
                w[r] * (y[r] == (double)(c + 1) ? -others : mu[c * LOGREG__BLOCK_ROWS + r]);
    }
    return loss;
}

static void add_up(double sum[LOGREG__LANES], double rest[LOGREG__LANES], const double *z, const double *w,
                   size_t rows)
{
    for (size_t l = 0; l < LOGREG__LANES; l++)
        sum[l] = rest[l] = 0;
    for (size_t r = 0; r < rows; r++) {
        size_t l = r % LOGREG__LANES;
        double x = w[r] * z[r], next = sum[l] + x, back = next - sum[l];
        rest[l] += (sum[l] - (next - back)) + (x - back);
        sum[l] = next;
    }
}

static double sum_of_squares(const double *z, const double *w, size_t rows)
{
    double sum = 0;
    for (size_t r = 0; r < rows; r++)
        sum += w[r] * z[r] * z[r];
    return sum;
}

static double extent(double *min, double *max, const double *x, const double *w, size_t rows)
{
    double sum = 0;
    for (size_t r = 0; r < rows; r++) {
        *min = fmin(*min, x[r]);
        *max = fmax(*max, x[r]);
        sum += w[r] * x[r];
    }
    return sum;
}

static void gradient(double *g, const double *Z, size_t rows, size_t n_dense, const double *r)
{
    for (size_t j = 0; j < n_dense; j++)
        for (size_t i = 0; i < rows; i++)
            g[j] += Z[j * LOGREG__BLOCK_ROWS + i] * r[i];
}

static void two_gradients(double *g, double *h, const double *Z, size_t rows, size_t n_dense, const double *r,
                          const double *s)
{
    gradient(g, Z, rows, n_dense, r);
    gradient(h, Z, rows, n_dense, s);
}

static void information(double *H, size_t ldh, const double *Z, size_t rows, size_t n_dense, const double *s,
                        double *scaled, const double *const *ahead, size_t n_ahead)
{
    (void)scaled;
    (void)ahead;
    (void)n_ahead;
    for (size_t j = 0; j < n_dense; j++)
        for (size_t i = j; i < n_dense; i++)
            for (size_t r = 0; r < rows; r++)
                H[j * ldh + i] += Z[i * LOGREG__BLOCK_ROWS + r] * s[r] * Z[j * LOGREG__BLOCK_ROWS + r];
}

static double largest(double most, const double *x, const double *w, size_t rows)
{
    for (size_t r = 0; r < rows; r++)
        if (w[r] > 0 && x[r] > most)
            most = x[r];
    return most;
}

static void squares(double *sum, const double *Z, size_t rows, size_t n_dense, const double *a)
{
    for (size_t r = 0; r < rows; r++)
        for (size_t j = 0; j < n_dense; j++)
            sum[r] += a[j] * Z[j * LOGREG__BLOCK_ROWS + r] * Z[j * LOGREG__BLOCK_ROWS + r];
}

static void dots(double *to, const double *x, const size_t *place, size_t n, const double *Y, size_t apart,
                 size_t m)
{
    for (size_t f = 0; f < m; f++) {
        double sum = 0, rest = 0;
        for (size_t i = 0; i < n; i++) {
            double y = Y[place[i] * apart + f], p = x[i] * y, s = sum + p, t = s - sum;
            rest += fma(x[i], y, -p) + ((sum - (s - t)) + (p - t));
            sum = s;
        }
        to[f] = sum + rest;
    }
}

static void whiten(double *T, const double *B, size_t rows, size_t n, const double *M)
{
    for (size_t j = 0; j < n; j++)
        for (size_t r = 0; r < rows; r++) {
            double sum = 0;
            for (size_t i = 0; i <= j; i++)
                sum += B[i * LOGREG__BLOCK_ROWS + r] * M[j * n + i];
            T[j * LOGREG__BLOCK_ROWS + r] = sum;
        }
}

static void turn(double *T, const double *const *x, const double *const *by, size_t rows)
{
    for (size_t r = 0; r < rows; r++)
        for (size_t l = 0; l < LOGREG__LANES; l++)
            T[r * LOGREG__LANES + l] = x[l][r] * by[l][r];
}

static void cells(uint32_t *cell, const uint32_t *code, size_t rows, uint32_t count, uint32_t stride)
{
    for (size_t r = 0; r < rows; r++)
        cell[r] += stride * (code[r] == LOGREG__NO_COLUMN ? count : code[r]);
}

static void scatter_rows(double *A, size_t apart, const uint32_t *cell, const double *value, size_t rows,
                         const double *T)
{
    for (size_t r = 0; r < rows; r++)
        for (size_t l = 0; l < LOGREG__LANES; l++)
            A[r % LOGREG__COPIES * apart + cell[r] * LOGREG__LANES + l] +=
                (value ? value[r] : 1) * T[r * LOGREG__LANES + l];
}

static void scatter_pairs(double *table, uint32_t width, const uint32_t *cell, const uint32_t *other,
                          size_t rows, const double *s)
{
    for (size_t r = 0; r < rows; r++)
        table[(size_t)width * cell[r] + other[r]] += s[r];
}

static void gather(double *eta, const uint32_t *code, const double *value, size_t rows, const double *b)
{
    for (size_t r = 0; r < rows; r++)
        if (code[r] != LOGREG__NO_COLUMN)
            eta[r] += (value ? value[r] : 1) * b[code[r]];
}

static void scatter(double *g, const uint32_t *code, const double *value, size_t rows, const double *r)
{
    for (size_t i = 0; i < rows; i++)
        if (code[i] != LOGREG__NO_COLUMN)
            g[code[i]] += (value ? value[i] : 1) * r[i];
}

const logreg__inner logreg__inner_reference = {
    .name = "reference",
    .standardise = standardise,
    .predictor = predictor,
    .exp_of_minus = exp_of_minus,
    .log_losses = log_losses,
    .link = link,
    .classes = classes,
    .add_up = add_up,
    .sum_of_squares = sum_of_squares,
    .extent = extent,
    .gradient = gradient,
    .two_gradients = two_gradients,
    .information = information,
    .dots = dots,
    .squares = squares,
    .largest = largest,
    .whiten = whiten,
    .turn = turn,
    .cells = cells,
    .scatter_rows = scatter_rows,
    .scatter_pairs = scatter_pairs,
    .gather = gather,
    .scatter = scatter,
};
