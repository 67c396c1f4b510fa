/* The kernel table, and the kernels that do not depend on the number of classes. Those of two classes are in
 * kernels_binary.c, those of more in kernels_multinomial.c, sums over single columns in kernels_columns.c. */
#include "engine/kernels.h"
#include "engine/tiles.h"

#include <math.h>

#include "engine/dense.h"

/* ---- Sizes ---- */

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

static size_t size_two_q(const logreg__problem *p)
{
    return 2 * p->q;
}

static size_t size_q_squared(const logreg__problem *p)
{
    return p->q * p->q;
}

static size_t size_p_squared(const logreg__problem *p)
{
    return p->design->p * p->design->p;
}

static size_t size_gradient(const logreg__problem *p)
{
    return 1 + p->q;
}

static size_t size_information(const logreg__problem *p)
{
    return 2 + p->q + p->q * p->q;
}

/* Loss, bound, gradient and the sums of each pair of linear predictors. */
static size_t partial_information(const logreg__problem *p)
{
    return 2 + p->q + p->k * (p->k + 1) / 2 * p->crossing->size;
}

static size_t partial_gram(const logreg__problem *p)
{
    return p->crossing->size;
}

/* Linear predictors, means, residuals and weights for k classes, a column or two. */
static size_t scratch_link(const logreg__problem *p)
{
    return LOGREG__BLOCK_ROWS * logreg__link_blocks(p);
}

static size_t scratch_information(const logreg__problem *p)
{
    size_t blocks = logreg__link_blocks(p) + logreg__cells_blocks(p);
    return LOGREG__BLOCK_ROWS * blocks + (p->parts ? logreg__tiles_room(p->design->n_dense) : 0);
}

static size_t scratch_reach(const logreg__problem *p)
{
    return p->q * p->k + p->design->p;
}

/* ---- Of the design alone, and of a linear predictor ---- */

static void gram_block(const logreg__walk *walk, const double *input, double *acc, double *out)
{
    (void)input;
    (void)out;
    logreg__cells_room room = logreg__walk_cells(walk->scratch, walk);
    logreg__walk_information(acc, NULL, walk, walk->w, NULL, &room);
}

static void gram_clear(const logreg__problem *p, double *acc)
{
    logreg__crossing_clear(acc, p->crossing, p->design);
}

static void gram_combine(const logreg__problem *p, double *acc, const double *later, double *scratch)
{
    (void)scratch;
    logreg__crossing_add(acc, later, p->crossing, p->design);
}

static void gram_finish(const logreg__problem *p, double *acc, const double *sum)
{
    memset(acc, 0, size_p_squared(p) * sizeof *acc);
    logreg__crossing_write(acc, p->design->p, NULL, p->crossing, p->design, sum);
}

static void predictor_block(const logreg__walk *walk, const double *b, double *acc, double *out)
{
    (void)acc;
    size_t k = walk->problem->k;
    double *eta = walk->scratch;
    logreg__walk_predictor(eta, walk, b);
    for (size_t c = 0; c < k; c++)
        for (size_t r = 0; r < walk->rows; r++)
            out[r * k + c] = eta[c * LOGREG__BLOCK_ROWS + r];
}

/* ---- Sums with a maximum among them ---- */

static void information_clear(const logreg__problem *p, double *acc)
{
    memset(acc, 0, (2 + p->q) * sizeof *acc);
    for (size_t i = 2 + p->q; i < partial_information(p); i += p->crossing->size)
        logreg__crossing_clear(acc + i, p->crossing, p->design);
}

static void information_combine(const logreg__problem *p, double *acc, const double *later, double *scratch)
{
    (void)scratch;
    double bound = fmax(acc[1], later[1]);
    for (size_t i = 0; i < 2 + p->q; i++)
        acc[i] += later[i];
    acc[1] = bound;
    for (size_t i = 2 + p->q; i < partial_information(p); i += p->crossing->size)
        logreg__crossing_add(acc + i, later + i, p->crossing, p->design);
}

static void information_finish(const logreg__problem *p, double *acc, const double *sum)
{
    size_t q = p->q, width = p->design->p;
    double *g = acc + 2, *H = acc + 2 + q;
    memcpy(acc, sum, (2 + q) * sizeof *acc);
    memset(H, 0, q * q * sizeof *H);
    sum += 2 + q;
    for (size_t c = 0; c < p->k; c++)
        for (size_t d = c; d < p->k; d++) {
            logreg__crossing_write(H + c * width * q + d * width, q, d == c ? g + c * width : NULL,
                                   p->crossing, p->design, sum);
            sum += p->crossing->size;
        }
}

static void reach_combine(const logreg__problem *p, double *acc, const double *later, double *scratch)
{
    (void)p;
    (void)scratch;
    acc[0] = fmax(acc[0], later[0]);
}

/* ---- Two classes or more ---- */

#define EITHER(name)                                                                                         \
    static void name##_block(const logreg__walk *walk, const double *input, double *acc, double *out)        \
    {                                                                                                        \
        (void)out;                                                                                           \
        if (walk->problem->k == 1)                                                                           \
            logreg__binary_##name(walk, input, acc);                                                         \
        else                                                                                                 \
            logreg__multinomial_##name(walk, input, acc);                                                    \
    }

EITHER(value)
EITHER(gradient)
EITHER(information)
EITHER(hessian_vector)
EITHER(reach)

/* ---- The table ---- */

const logreg__kernel logreg__kernel_value = {.name = "value",
                                             .input = size_q,
                                             .size = size_one,
                                             .scratch = scratch_link,
                                             .by_columns = true,
                                             .block = value_block,
                                             .of_sets = &logreg__sets_value};
const logreg__kernel logreg__kernel_gradient = {.name = "gradient",
                                                .input = size_q,
                                                .size = size_gradient,
                                                .scratch = scratch_link,
                                                .by_columns = true,
                                                .block = gradient_block,
                                                .of_sets = &logreg__sets_gradient};
const logreg__kernel logreg__kernel_information = {.name = "information",
                                                   .input = size_q,
                                                   .size = size_information,
                                                   .partial = partial_information,
                                                   .scratch = scratch_information,
                                                   .block = information_block,
                                                   .clear = information_clear,
                                                   .combine = information_combine,
                                                   .finish = information_finish,
                                                   .of_sets = &logreg__sets_information};
const logreg__kernel logreg__kernel_hessian_vector = {.name = "hessian-vector",
                                                      .input = size_two_q,
                                                      .size = size_q,
                                                      .scratch = scratch_link,
                                                      .by_columns = true,
                                                      .block = hessian_vector_block};
const logreg__kernel logreg__kernel_predictor = {.name = "predictor",
                                                 .input = size_q,
                                                 .output = size_k,
                                                 .scratch = scratch_link,
                                                 .by_columns = true,
                                                 .block = predictor_block};
const logreg__kernel logreg__kernel_gram = {.name = "gram",
                                            .size = size_p_squared,
                                            .partial = partial_gram,
                                            .scratch = scratch_information,
                                            .block = gram_block,
                                            .clear = gram_clear,
                                            .combine = gram_combine,
                                            .finish = gram_finish};
const logreg__kernel logreg__kernel_reach = {.name = "reach",
                                             .input = size_q_squared,
                                             .size = size_one,
                                             .scratch = scratch_reach,
                                             .block = reach_block,
                                             .combine = reach_combine,
                                             .of_sets = &logreg__sets_reach};
