/* The rows of a batch through the inner loops of the fold.
 *
 * The information of a row is w A (x) z z', with A = diag(mu) - mu mu', so that, H being no less, u' inv(H) u <= (1 / mu_a + 1 / mu_0) / w for u = e_a (x) z: for most rows that tells, without
 * solving for it, that they do not shorten a step.
 */
#include <math.h>
#include <string.h>

#include "base/memory.h"
#include "engine/dense.h"
#include "learner/learner.h"

/* What rounding may take from either side of that. */
#define MARGIN 0.99

bool logreg__batch_init(logreg_learner *l)
{
    size_t blocks = logreg__waiting_blocks(l->batch), B = LOGREG__BLOCK_ROWS, k = l->k, c = l->c;
    logreg__batch *r = &l->rows;
    r->inner = logreg__inner_level(0);
    r->Z = blocks > SIZE_MAX / B / c ? NULL : logreg__new_lines(blocks * c * B);
    r->limit = l->batch > SIZE_MAX / k ? NULL : logreg__new_raw(l->batch * k, sizeof *r->limit);
    r->y = logreg__new_lines((4 + 2 * k + LOGREG__SCALED_COLUMNS) * B + c * c);
    if (!r->y)
        return false;
    r->w = r->y + B;
    r->s = r->w + B;
    r->base = r->s + B;
    r->eta = r->base + B;
    r->residual = r->eta + k * B;
    r->scaled = r->residual + k * B;
    r->square = r->scaled + LOGREG__SCALED_COLUMNS * B;
    return r->Z && r->limit;
}

void logreg__batch_clear(logreg__batch *r)
{
    free(r->Z);
    free(r->limit);
    free(r->y);
}

static size_t fill_up(size_t rows)
{
    return (rows + LOGREG__LANES - 1) / LOGREG__LANES * LOGREG__LANES;
}

static double *columns_of(const logreg_learner *l, size_t b)
{
    return l->rows.Z + b * l->c * LOGREG__BLOCK_ROWS;
}

void logreg__batch_scale(logreg_learner *l, const double *centre, const double *factor)
{
    size_t blocks = logreg__waiting_blocks(l->waiting.rows);
    for (size_t b = 0; b < blocks; b++) {
        size_t rows = logreg__waiting_count(l, b), rest = fill_up(rows) - rows;
        double *z = columns_of(l, b);
        for (size_t j = 0; j < l->c; j++, z += LOGREG__BLOCK_ROWS) {
            bool ones = l->intercept && j == 0;
            size_t feature = j - l->intercept;
            if (!ones)
                l->rows.inner->standardise(z, logreg__waiting_column(l, b, feature), rows, centre[feature],
                                           factor[feature], NULL);
            for (size_t i = 0; ones && i < rows; i++)
                z[i] = 1;
            memset(z + rows, 0, rest * sizeof *z);
        }
    }
}

/* y and w of a block, w 0 in rows that fill up. */
static void take_outcome(logreg__batch *r, const logreg_learner *l, size_t b, size_t rows)
{
    size_t rest = fill_up(rows) - rows, first = b * LOGREG__BLOCK_ROWS;
    memcpy(r->y, l->waiting.y + first, rows * sizeof *r->y);
    memcpy(r->w, l->waiting.w + first, rows * sizeof *r->w);
    memset(r->y + rows, 0, rest * sizeof *r->y);
    memset(r->w + rows, 0, rest * sizeof *r->w);
}

static void add_two_classes(double *g, double *H, logreg_learner *l, const double *Z, size_t rows,
                            double *limit)
{
    logreg__batch *r = &l->rows;
    double least = HUGE_VAL;
    size_t n = fill_up(rows);
    r->inner->link(r->residual, r->s, &least, r->eta, r->y, r->w, n, NULL, 0);
    r->inner->gradient(g, Z, n, l->c, r->residual);
    r->inner->information(H, l->q, Z, n, l->c, r->s, r->scaled, NULL, 0);
    for (size_t i = 0; i < rows; i++)
        limit[i] = 1 / r->s[i];
}

/* Adds a symmetric matrix, of which the lower triangle is given, to the block of H of classes a < b. */
static void add_square(double *H, const double *square, size_t a, size_t b, const logreg_learner *l)
{
    size_t c = l->c;
    for (size_t j = 0; j < c; j++)
        for (size_t i = 0; i < c; i++)
            H[(a * c + j) * l->q + b * c + i] += i > j ? square[j * c + i] : square[i * c + j];
}

static void add_classes(double *g, double *H, logreg_learner *l, const double *Z, size_t rows, double *limit)
{
    logreg__batch *r = &l->rows;
    size_t c = l->c, k = l->k, B = LOGREG__BLOCK_ROWS, n = fill_up(rows);
    r->inner->classes(r->eta, r->residual, r->base, r->y, r->w, n, k);
    for (size_t a = 0; a < k; a++) {
        const double *mu = r->eta + a * B;
        r->inner->gradient(g + a * c, Z, n, c, r->residual + a * B);
        for (size_t i = 0; i < n; i++)
            r->s[i] = r->w[i] * mu[i] * (1 - mu[i]);
        r->inner->information(H + a * c * l->q + a * c, l->q, Z, n, c, r->s, r->scaled, NULL, 0);
        for (size_t b = a + 1; b < k; b++) {
            for (size_t i = 0; i < n; i++)
                r->s[i] = -r->w[i] * mu[i] * r->eta[b * B + i];
            memset(r->square, 0, c * c * sizeof *r->square);
            r->inner->information(r->square, c, Z, n, c, r->s, r->scaled, NULL, 0);
            add_square(H, r->square, a, b, l);
        }
        for (size_t i = 0; i < rows; i++)
            limit[i * k + a] = (1 / mu[i] + 1 / r->base[i]) / r->w[i];
    }
}

void logreg__batch_add(double *g, double *H, logreg_learner *l, const double *theta)
{
    logreg__batch *r = &l->rows;
    size_t blocks = logreg__waiting_blocks(l->waiting.rows), B = LOGREG__BLOCK_ROWS;
    for (size_t b = 0; b < blocks; b++) {
        const double *Z = columns_of(l, b);
        size_t rows = logreg__waiting_count(l, b);
        double *limit = r->limit + b * B * l->k;
        take_outcome(r, l, b, rows);
        memset(r->eta, 0, l->k * B * sizeof *r->eta);
        for (size_t a = 0; a < l->k; a++)
            r->inner->predictor(r->eta + a * B, Z, fill_up(rows), l->c, theta + a * l->c);
        if (l->k == 1)
            add_two_classes(g, H, l, Z, rows, limit);
        else
            add_classes(g, H, l, Z, rows, limit);
    }
}

double logreg__batch_longest(const logreg_learner *l, const double *L, double lambda, double *z)
{
    size_t c = l->c, q = l->q, k = l->k;
    double longest = 0;
    for (size_t i = 0; i < l->waiting.rows; i++)
        for (size_t a = 0; a < k; a++) {
            if (lambda * lambda * l->rows.limit[i * k + a] < MARGIN)
                continue;
            const double *of = columns_of(l, i / LOGREG__BLOCK_ROWS) + i % LOGREG__BLOCK_ROWS;
            double square = 0;
            memset(z, 0, q * sizeof *z);
            for (size_t j = 0; j < c; j++)
                z[a * c + j] = of[j * LOGREG__BLOCK_ROWS];
            logreg__lower_solve(L, q, z);
            for (size_t j = 0; j < q; j++)
                square += z[j] * z[j];
            longest = fmax(longest, square);
        }
    return sqrt(longest);
}
