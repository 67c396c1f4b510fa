/* The rows of a batch through the inner loops of the fold. */
#include <math.h>
#include <string.h>

#include "base/memory.h"
#include "learner/learner.h"

bool logreg__batch_init(logreg_learner *l)
{
    size_t blocks = logreg__waiting_blocks(l->batch), B = LOGREG__BLOCK_ROWS, k = l->k, c = l->c;
    logreg__batch *r = &l->rows;
    r->inner = logreg__inner_level(0);
    r->Z = blocks > SIZE_MAX / B / c ? NULL : logreg__new_lines(blocks * c * B);
    r->at = blocks > SIZE_MAX / B / k ? NULL : logreg__new_lines(blocks * k * B);
    r->move = r->at ? logreg__new_lines(blocks * k * B) : NULL;
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
    for (size_t b = 0; r->Z && b < blocks; b++)
        for (size_t i = 0; i < c * B; i++)
            r->Z[b * c * B + i] = l->intercept && i < B;
    return r->Z && r->move;
}

void logreg__batch_clear(logreg__batch *r)
{
    free(r->Z);
    free(r->at);
    free(r->move);
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

/* to = (row - centre) factor, as the inner loops have it, or row itself. Column by column, so that a line of the cache of each is filled at once. */
static inline __attribute__((always_inline)) void put_rows(double *restrict to, const double *const *row,
                                                           size_t n, size_t p, const double *centre,
                                                           const double *factor)
{
    for (size_t j = 0; j < p; j++, to += LOGREG__BLOCK_ROWS)
        for (size_t i = 0; i < n; i++)
            to[i] = centre ? (row[i][j] - centre[j]) * factor[j] : row[i][j];
}

void logreg__batch_take(logreg_learner *l, const double *const *row, size_t n)
{
    size_t block = l->waiting.rows / LOGREG__BLOCK_ROWS, at = l->waiting.rows % LOGREG__BLOCK_ROWS;
    double *to = l->begun ? columns_of(l, block) + l->intercept * LOGREG__BLOCK_ROWS
                          : logreg__waiting_column(l, block, 0);
    if (!l->begun)
        put_rows(to + at, row, n, l->p, NULL, NULL);
    else if (n < LOGREG__ROWS_TAKEN)
        put_rows(to + at, row, n, l->p, l->centre, l->factor);
    else /* so many that the compiler knows */
        put_rows(to + at, row, LOGREG__ROWS_TAKEN, l->p, l->centre, l->factor);
}

void logreg__batch_scale(logreg_learner *l, const double *centre, const double *factor)
{
    size_t blocks = logreg__waiting_blocks(l->waiting.rows);
    for (size_t b = 0; b < blocks; b++) {
        double *z = columns_of(l, b) + l->intercept * LOGREG__BLOCK_ROWS;
        for (size_t j = 0; j < l->p; j++, z += LOGREG__BLOCK_ROWS)
            l->rows.inner->standardise(z, logreg__waiting_column(l, b, j), logreg__waiting_count(l, b),
                                       centre[j], factor[j], NULL);
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

static double *predictors_of(const logreg_learner *l, double *all, size_t b)
{
    return all + b * l->k * LOGREG__BLOCK_ROWS;
}

static void add_two_classes(double *g, double *H, logreg_learner *l, size_t b, size_t rows, double weight)
{
    logreg__batch *r = &l->rows;
    const double *Z = columns_of(l, b);
    double least = HUGE_VAL;
    size_t n = fill_up(rows);
    r->inner->link(r->residual, r->s, &least, predictors_of(l, r->at, b), r->y, r->w, n, NULL, 0);
    r->inner->gradient(g, Z, n, l->c, r->residual);
    for (size_t i = 0; H && i < n; i++)
        r->s[i] *= weight;
    if (H)
        r->inner->information(H, l->q, Z, n, l->c, r->s, r->scaled, NULL, 0);
}

/* Adds a symmetric matrix, of which the lower triangle is given, to the block of H of classes a < b. */
static void add_square(double *H, const double *square, size_t a, size_t b, const logreg_learner *l)
{
    size_t c = l->c;
    for (size_t j = 0; j < c; j++)
        for (size_t i = 0; i < c; i++)
            H[(a * c + j) * l->q + b * c + i] += i > j ? square[j * c + i] : square[i * c + j];
}

static void add_classes(double *g, double *H, logreg_learner *l, size_t b, size_t rows, double weight)
{
    logreg__batch *r = &l->rows;
    const double *Z = columns_of(l, b);
    size_t c = l->c, k = l->k, B = LOGREG__BLOCK_ROWS, n = fill_up(rows);
    memcpy(r->eta, predictors_of(l, r->at, b), k * B * sizeof *r->eta);
    r->inner->classes(r->eta, r->residual, r->base, r->y, r->w, n, k);
    for (size_t a = 0; a < k; a++)
        r->inner->gradient(g + a * c, Z, n, c, r->residual + a * B);
    for (size_t a = 0; H && a < k; a++) {
        const double *mu = r->eta + a * B;
        for (size_t i = 0; i < n; i++)
            r->s[i] = weight * r->w[i] * mu[i] * (1 - mu[i]);
        r->inner->information(H + a * c * l->q + a * c, l->q, Z, n, c, r->s, r->scaled, NULL, 0);
        for (size_t o = a + 1; o < k; o++) {
            for (size_t i = 0; i < n; i++)
                r->s[i] = -weight * r->w[i] * mu[i] * r->eta[o * B + i];
            memset(r->square, 0, c * c * sizeof *r->square);
            r->inner->information(r->square, c, Z, n, c, r->s, r->scaled, NULL, 0);
            add_square(H, r->square, a, o, l);
        }
    }
}

/* to := Z theta, block by block and class by class. */
static void predict(double *to, logreg_learner *l, const double *theta)
{
    size_t blocks = logreg__waiting_blocks(l->waiting.rows), B = LOGREG__BLOCK_ROWS;
    memset(to, 0, blocks * l->k * B * sizeof *to);
    for (size_t b = 0; b < blocks; b++)
        for (size_t a = 0; a < l->k; a++)
            l->rows.inner->predictor(predictors_of(l, to, b) + a * B, columns_of(l, b),
                                     fill_up(logreg__waiting_count(l, b)), l->c, theta + a * l->c);
}

void logreg__batch_aim(logreg_learner *l, const double *theta)
{
    predict(l->rows.at, l, theta);
}

void logreg__batch_add(double *g, double *H, logreg_learner *l, const logreg__share *share)
{
    size_t blocks = logreg__waiting_blocks(l->waiting.rows);
    for (size_t b = 0; b < blocks; b++) {
        size_t rows = logreg__waiting_count(l, b);
        double *told = b % share->every == share->first ? H : NULL;
        take_outcome(&l->rows, l, b, rows);
        if (l->k == 1)
            add_two_classes(g, told, l, b, rows, share->weight);
        else
            add_classes(g, told, l, b, rows, share->weight);
    }
}

double logreg__batch_farthest(logreg_learner *l, const double *step)
{
    size_t blocks = logreg__waiting_blocks(l->waiting.rows);
    double farthest = 0;
    predict(l->rows.move, l, step);
    for (size_t b = 0; b < blocks; b++) {
        const double *move = predictors_of(l, l->rows.move, b);
        for (size_t i = 0; i < logreg__waiting_count(l, b); i++) {
            double least = 0, most = 0;
            for (size_t a = 0; a < l->k; a++) {
                double change = move[a * LOGREG__BLOCK_ROWS + i];
                least = fmin(least, change);
                most = fmax(most, change);
            }
            farthest = fmax(farthest, most - least);
        }
    }
    return farthest;
}

static double bend_of_two(logreg_learner *l, const double *at, const double *move, size_t n)
{
    logreg__batch *r = &l->rows;
    double least = HUGE_VAL, bend = -r->inner->link(r->residual, r->s, &least, at, r->y, r->w, n, NULL, 0);
    for (size_t i = 0; i < n; i++) {
        bend += (r->residual[i] - r->s[i] * move[i] / 2) * move[i];
        r->eta[i] = at[i] - move[i];
    }
    return bend + r->inner->link(NULL, NULL, &least, r->eta, r->y, r->w, n, NULL, 0);
}

static double bend_of_classes(logreg_learner *l, const double *at, const double *move, size_t n)
{
    logreg__batch *r = &l->rows;
    size_t k = l->k, B = LOGREG__BLOCK_ROWS;
    memcpy(r->eta, at, k * B * sizeof *r->eta);
    double bend = -r->inner->classes(r->eta, r->residual, r->base, r->y, r->w, n, k);
    for (size_t i = 0; i < n; i++) {
        double mean = 0, square = 0;
        for (size_t a = 0; a < k; a++) {
            double m = move[a * B + i], mu = r->eta[a * B + i];
            bend += r->residual[a * B + i] * m;
            mean += mu * m;
            square += mu * m * m;
        }
        bend -= r->w[i] * (square - mean * mean) / 2;
    }
    for (size_t i = 0; i < k * B; i++)
        r->eta[i] = at[i] - move[i];
    return bend + r->inner->classes(r->eta, r->residual, r->base, r->y, r->w, n, k);
}

double logreg__batch_bend(logreg_learner *l)
{
    size_t blocks = logreg__waiting_blocks(l->waiting.rows);
    double bend = 0;
    for (size_t b = 0; b < blocks; b++) {
        size_t rows = logreg__waiting_count(l, b);
        const double *at = predictors_of(l, l->rows.at, b), *move = predictors_of(l, l->rows.move, b);
        take_outcome(&l->rows, l, b, rows);
        bend += (l->k == 1 ? bend_of_two : bend_of_classes)(l, at, move, fill_up(rows));
    }
    return bend;
}

void logreg__batch_move(logreg_learner *l, double t)
{
    size_t n = logreg__waiting_blocks(l->waiting.rows) * l->k * LOGREG__BLOCK_ROWS;
    for (size_t i = 0; i < n; i++)
        l->rows.at[i] -= t * l->rows.move[i];
}
