/* Second derivatives at one point times many vectors: what they need of the rows at the point is kept, so that a product takes two passes over the numbers of a row
 * and no exponential. Of two classes that is the curvature w mu (1 - mu), of more the probabilities mu_1 .. mu_k. Combinations of rows take numbers in the same order. Whole problems only, since kept rows are numbered. */
#include "engine/kernels.h"
#include "engine/sparse.h"

static size_t size_one(const logreg__problem *p)
{
    (void)p;
    return 1;
}

static size_t size_k(const logreg__problem *p)
{
    return p->k;
}

static size_t size_q(const logreg__problem *p)
{
    return p->q;
}

static size_t size_gradient(const logreg__problem *p)
{
    return 1 + p->q;
}

static size_t size_kept(const logreg__problem *p)
{
    return p->k * p->design->n;
}

static size_t size_vector_and_kept(const logreg__problem *p)
{
    return p->q + size_kept(p);
}

static size_t scratch_link(const logreg__problem *p)
{
    return LOGREG__BLOCK_ROWS * logreg__link_blocks(p);
}

static size_t scratch_combination(const logreg__problem *p)
{
    return LOGREG__BLOCK_ROWS * p->k;
}

static void gradient_block(const logreg__walk *walk, const double *b, double *acc, double *out)
{
    const logreg__problem *p = walk->problem;
    size_t k = p->k;
    double *mu = walk->scratch, *r = mu + k * LOGREG__BLOCK_ROWS, *s = r + k * LOGREG__BLOCK_ROWS;
    double least = 0; /* of the curvatures, which nobody asks for */
    logreg__walk_predictor(mu, walk, b);
    if (k == 1)
        acc[0] += p->inner->link(r, s, &least, mu, walk->y, walk->w, walk->full_rows, NULL, 0);
    else
        acc[0] += p->inner->classes(mu, r, s, walk->y, walk->w, walk->full_rows, k);
    logreg__walk_gradients(acc + 1, walk, r, k);
    for (size_t c = 0; c < k; c++) {
        const double *kept = k == 1 ? s : mu + c * LOGREG__BLOCK_ROWS;
        for (size_t i = 0; i < walk->rows; i++)
            out[i * k + c] = kept[i];
    }
}

static void residual_block(const logreg__walk *walk, const double *b, double *acc, double *out)
{
    const logreg__problem *p = walk->problem;
    size_t k = p->k;
    double *mu = walk->scratch, *r = mu + k * LOGREG__BLOCK_ROWS, *base = r + k * LOGREG__BLOCK_ROWS;
    logreg__walk_predictor(mu, walk, b);
    if (k == 1)
        acc[0] += p->inner->link(r, NULL, NULL, mu, walk->y, walk->w, walk->full_rows, NULL, 0);
    else
        acc[0] += p->inner->classes(mu, r, base, walk->y, walk->w, walk->full_rows, k);
    for (size_t c = 0; c < k; c++)
        for (size_t i = 0; i < walk->rows; i++)
            out[i * k + c] = r[c * LOGREG__BLOCK_ROWS + i];
}

/* Z v without the offset, for each linear predictor. */
static void multiply(double *Zv, const logreg__walk *walk, const double *v)
{
    logreg__walk without = *walk;
    double zeros[LOGREG__BLOCK_ROWS] = {0};
    without.offset = zeros;
    logreg__walk_predictor(Zv, &without, v);
}

static void product_block(const logreg__walk *walk, const double *input, double *acc, double *out)
{
    (void)out;
    const logreg__problem *p = walk->problem;
    size_t k = p->k;
    const double *kept = input + p->q + walk->first * k;
    double *Zv = walk->scratch;
    multiply(Zv, walk, input);
    for (size_t i = 0; k == 1 && i < walk->rows; i++)
        Zv[i] *= kept[i];
    for (size_t i = 0; k > 1 && i < walk->rows; i++) {
        double mean = 0;
        for (size_t c = 0; c < k; c++)
            mean += kept[i * k + c] * Zv[c * LOGREG__BLOCK_ROWS + i];
        for (size_t c = 0; c < k; c++)
            Zv[c * LOGREG__BLOCK_ROWS + i] =
                walk->w[i] * kept[i * k + c] * (Zv[c * LOGREG__BLOCK_ROWS + i] - mean);
    }
    logreg__walk_gradients(acc, walk, Zv, k);
}

static void diagonal_block(const logreg__walk *walk, const double *kept, double *acc, double *out)
{
    (void)out;
    const logreg__problem *p = walk->problem;
    size_t k = p->k;
    logreg__walk weighed = *walk;
    double s[LOGREG__BLOCK_ROWS] = {0};
    weighed.w = s;
    for (size_t c = 0; c < k; c++) {
        for (size_t i = 0; i < walk->rows; i++) {
            double mu = kept[(walk->first + i) * k + c];
            s[i] = k == 1 ? mu : walk->w[i] * mu * (1 - mu);
        }
        logreg__kernel_lengths.block(&weighed, NULL, acc + c * p->design->p, NULL);
    }
}

static void combination_block(const logreg__walk *walk, const double *kept, double *acc, double *out)
{
    (void)out;
    size_t k = walk->problem->k;
    double *v = walk->scratch;
    for (size_t c = 0; c < k; c++) {
        double *to = v + c * LOGREG__BLOCK_ROWS;
        for (size_t i = 0; i < walk->rows; i++)
            to[i] = kept[(walk->first + i) * k + c];
        memset(to + walk->rows, 0, (walk->full_rows - walk->rows) * sizeof *to);
    }
    logreg__walk_gradients(acc, walk, v, k);
}

const logreg__kernel logreg__kernel_curved_gradient = {.name = "curved-gradient",
                                                       .input = size_q,
                                                       .size = size_gradient,
                                                       .output = size_k,
                                                       .scratch = scratch_link,
                                                       .by_columns = true,
                                                       .block = gradient_block};
const logreg__kernel logreg__kernel_residual = {.name = "residual",
                                                .input = size_q,
                                                .size = size_one,
                                                .output = size_k,
                                                .scratch = scratch_link,
                                                .by_columns = true,
                                                .block = residual_block};
const logreg__kernel logreg__kernel_curved_product = {.name = "curved-product",
                                                      .input = size_vector_and_kept,
                                                      .size = size_q,
                                                      .scratch = scratch_link,
                                                      .by_columns = true,
                                                      .block = product_block};
const logreg__kernel logreg__kernel_curved_diagonal = {.name = "curved-diagonal",
                                                       .input = size_kept,
                                                       .size = size_q,
                                                       .scratch = scratch_link,
                                                       .by_columns = true,
                                                       .block = diagonal_block};
const logreg__kernel logreg__kernel_combination = {.name = "combination",
                                                   .input = size_kept,
                                                   .size = size_q,
                                                   .scratch = scratch_combination,
                                                   .by_columns = true,
                                                   .block = combination_block};
