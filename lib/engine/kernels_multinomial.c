/* More than two classes: k = K - 1 linear predictors against class 0, mu the softmax of (0, eta). Equations (14), (15). */
#include <math.h>

#include "engine/dense.h"
#include "engine/kernels.h"
#include "engine/sparse.h"

/* For each class c = 1 .. k (stored from 0): mu_c and the residual w (mu_c - [y = c]); base holds mu_0. */
typedef struct {
    double *mu, *r, *base, *s, *column;
} rows_of;

static double link(rows_of *v, const logreg__walk *walk, const double *b)
{
    size_t k = walk->problem->k;
    double *room = walk->scratch;
    *v = (rows_of){.mu = room,
                   .r = room + k * LOGREG__BLOCK_ROWS,
                   .base = room + 2 * k * LOGREG__BLOCK_ROWS,
                   .s = room + (2 * k + 1) * LOGREG__BLOCK_ROWS,
                   .column = room + (2 * k + 2) * LOGREG__BLOCK_ROWS};
    logreg__walk_predictor(v->mu, walk, b);
    return walk->problem->inner->classes(v->mu, v->r, v->base, walk->y, walk->w, walk->full_rows, k);
}

void logreg__multinomial_value(const logreg__walk *walk, const double *b, double *acc)
{
    rows_of v;
    acc[0] += link(&v, walk, b);
}

void logreg__multinomial_gradient(const logreg__walk *walk, const double *b, double *acc)
{
    rows_of v;
    acc[0] += link(&v, walk, b);
    logreg__walk_gradients(acc + 1, walk, v.r, walk->problem->k);
}

/* s = w mu_c ([c = d] - mu_d), the curvature between linear predictors c and d. */
static void curvature(rows_of *v, const logreg__walk *walk, size_t c, size_t d)
{
    size_t rows = walk->full_rows;
    const double *mu_c = v->mu + c * LOGREG__BLOCK_ROWS, *mu_d = v->mu + d * LOGREG__BLOCK_ROWS;
    if (c != d) {
        for (size_t r = 0; r < rows; r++)
            v->s[r] = walk->w[r] * mu_c[r] * -mu_d[r];
        return;
    }
    memcpy(v->s, v->base, rows * sizeof *v->s);
    for (size_t e = 0; e < walk->problem->k; e++)
        for (size_t r = 0; e != c && r < rows; r++)
            v->s[r] += v->mu[e * LOGREG__BLOCK_ROWS + r];
    for (size_t r = 0; r < rows; r++)
        v->s[r] *= walk->w[r] * mu_c[r];
}

/* The bound on the squared reach, equation (15); s is spoilt. */
static double bound(rows_of *v, const logreg__walk *walk)
{
    double *least = v->s, all = INFINITY;
    memcpy(least, v->base, walk->rows * sizeof *least);
    for (size_t c = 0; c < walk->problem->k; c++)
        for (size_t r = 0; r < walk->rows; r++) {
            double mu = v->mu[c * LOGREG__BLOCK_ROWS + r];
            least[r] = mu < least[r] ? mu : least[r];
        }
    for (size_t r = 0; r < walk->rows; r++)
        all = walk->w[r] > 0 ? fmin(all, walk->w[r] * least[r]) : all;
    return 2 / all;
}

void logreg__multinomial_information(const logreg__walk *walk, const double *b, double *acc)
{
    rows_of v;
    size_t k = walk->problem->k, p = walk->problem->design->p, q = walk->problem->q;
    acc[0] += link(&v, walk, b);
    acc[1] = fmax(acc[1], bound(&v, walk));
    double *g = acc + 2, *sums = acc + 2 + q;
    logreg__cells_room room = logreg__walk_cells(v.column, walk);
    for (size_t c = 0; c < k; c++) {
        const double *r = v.r + c * LOGREG__BLOCK_ROWS;
        /* Each block is symmetric, so its lower triangle is enough. */
        for (size_t d = c; d < k; d++) {
            curvature(&v, walk, c, d);
            logreg__walk_information(sums, g + c * p, walk, v.s, d == c ? r : NULL, &room);
            sums += walk->problem->crossing->size;
        }
    }
}

void logreg__multinomial_hessian_vector(const logreg__walk *walk, const double *input, double *acc)
{
    rows_of v;
    size_t k = walk->problem->k;
    link(&v, walk, input);
    double *Zv = walk->scratch + (2 * k + 4) * LOGREG__BLOCK_ROWS;
    logreg__walk_predictor(Zv, walk, input + walk->problem->q);
    for (size_t r = 0; r < walk->full_rows; r++) {
        double mean = 0;
        for (size_t c = 0; c < k; c++) {
            Zv[c * LOGREG__BLOCK_ROWS + r] -= walk->offset[r];
            mean += v.mu[c * LOGREG__BLOCK_ROWS + r] * Zv[c * LOGREG__BLOCK_ROWS + r];
        }
        for (size_t c = 0; c < k; c++)
            v.r[c * LOGREG__BLOCK_ROWS + r] =
                walk->w[r] * v.mu[c * LOGREG__BLOCK_ROWS + r] * (Zv[c * LOGREG__BLOCK_ROWS + r] - mean);
    }
    logreg__walk_gradients(acc, walk, v.r, k);
}

/* H = sum_i w sum_{c = 0}^{k} mu_c v_c v_c' with v_c = (e_c - mu) (x) z, e_0 = 0: k + 1 rows for each observation. */
double logreg__multinomial_roots(const logreg__walk *walk, const double *b, double *B, logreg__take_rows take,
                                 const double *M, double *acc)
{
    rows_of v;
    size_t k = walk->problem->k, p = walk->problem->design->p;
    link(&v, walk, b);
    for (size_t c = 0; c <= k; c++) {
        const double *mu_c = c == 0 ? v.base : v.mu + (c - 1) * LOGREG__BLOCK_ROWS;
        for (size_t d = 1; d <= k; d++) {
            const double *mu_d = v.mu + (d - 1) * LOGREG__BLOCK_ROWS;
            for (size_t r = 0; r < walk->rows; r++)
                v.s[r] = sqrt(walk->w[r] * mu_c[r]) * ((c == d) - mu_d[r]);
            logreg__walk_expand(B + (d - 1) * p * LOGREG__BLOCK_ROWS, walk, v.s);
        }
        take(walk, B, M, acc);
    }
    return bound(&v, walk);
}

/* max over rows and pairs of classes (a, b) of |inv(L) ((e_a - e_b) (x) z)|^2, e_0 = 0. */
void logreg__multinomial_reach(const logreg__walk *walk, const double *L, double *acc)
{
    const logreg__design *d = walk->problem->design;
    size_t k = walk->problem->k, q = walk->problem->q;
    double *u = walk->scratch, *z = u + q * k;
    for (size_t r = 0; r < walk->rows; r++) {
        if (!(walk->w[r] > 0))
            continue;
        memset(z, 0, d->p * sizeof *z);
        for (size_t j = 0; j < d->n_dense; j++)
            z[j] = walk->Z[j * LOGREG__BLOCK_ROWS + r];
        for (size_t g = 0; g < d->n_groups; g++)
            if (walk->code[g][r] != LOGREG__NO_COLUMN)
                z[d->group[g].first + walk->code[g][r]] = walk->value[g] ? walk->value[g][r] : 1;
        logreg__sparse_row(z, &walk->sparse, r);
        memset(u, 0, q * k * sizeof *u);
        for (size_t c = 0; c < k; c++) {
            memcpy(u + c * q + c * d->p, z, d->p * sizeof *z);
            logreg__lower_solve(L, q, u + c * q);
        }
        for (size_t a = 0; a < k; a++)
            for (size_t b = a; b < k; b++) {
                double square = 0;
                for (size_t j = 0; j < q; j++) {
                    double difference = u[a * q + j] - (b > a ? u[b * q + j] : 0);
                    square += difference * difference;
                }
                acc[0] = fmax(acc[0], square);
            }
    }
}
