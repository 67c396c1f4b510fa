/* The kernel table, and the kernels that do not depend on the number of classes. Those of two classes are in
 * kernels_binary.c, those of more in kernels_multinomial.c. */
#include "engine/kernels.h"
#include "engine/sparse.h"
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

static size_t size_p(const logreg__problem *p)
{
    return p->design->p;
}

static size_t size_two_p(const logreg__problem *p)
{
    return 2 * p->design->p;
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

static size_t size_moments(const logreg__problem *p)
{
    return 2 + 2 * p->design->n_dense;
}

static size_t size_spread(const logreg__problem *p)
{
    return p->design->n_dense + p->design->n_groups;
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

/* ---- Sums over columns ---- */

/* (sum, rest) += x, Knuth's two-sum. */
static void add_exactly(double *sum, double *rest, double x)
{
    double next = *sum + x, back = next - *sum;
    *rest += (*sum - (next - back)) + (x - back);
    *sum = next;
}

static void moments_block(const logreg__walk *walk, const double *input, double *acc, double *out)
{
    (void)input;
    (void)out;
    const logreg__inner *inner = walk->problem->inner;
    double sum[LOGREG__LANES], rest[LOGREG__LANES];
    for (size_t r = 0; r < walk->rows; r++)
        add_exactly(&acc[0], &acc[1], walk->w[r]);
    for (size_t j = 0; j < walk->problem->design->n_dense; j++) {
        inner->add_up(sum, rest, walk->Z + j * LOGREG__BLOCK_ROWS, walk->w, walk->full_rows);
        for (size_t l = 0; l < LOGREG__LANES; l++) {
            add_exactly(&acc[2 + 2 * j], &acc[3 + 2 * j], sum[l]);
            acc[3 + 2 * j] += rest[l];
        }
    }
}

static void moments_combine(const logreg__problem *p, double *acc, const double *later, double *scratch)
{
    (void)scratch;
    for (size_t i = 0; i < size_moments(p); i += 2) {
        add_exactly(&acc[i], &acc[i + 1], later[i]);
        acc[i + 1] += later[i + 1];
    }
}

static void spread_block(const logreg__walk *walk, const double *input, double *acc, double *out)
{
    (void)input;
    (void)out;
    const logreg__design *d = walk->problem->design;
    for (size_t j = 0; j < d->n_dense; j++)
        acc[j] +=
            walk->problem->inner->sum_of_squares(walk->Z + j * LOGREG__BLOCK_ROWS, walk->w, walk->full_rows);
    for (size_t g = 0; g < d->n_groups; g++) {
        double sum = 0;
        for (size_t r = 0; walk->value[g] && r < walk->rows; r++)
            if (walk->code[g][r] != LOGREG__NO_COLUMN)
                sum += walk->w[r] * walk->value[g][r] * walk->value[g][r];
        acc[d->n_dense + g] += sum;
    }
}

static void lengths_block(const logreg__walk *walk, const double *input, double *acc, double *out)
{
    (void)input;
    (void)out;
    const logreg__design *d = walk->problem->design;
    for (size_t j = 0; j < d->n_dense; j++)
        acc[j] +=
            walk->problem->inner->sum_of_squares(walk->Z + j * LOGREG__BLOCK_ROWS, walk->w, walk->full_rows);
    for (size_t g = 0; g < d->n_groups; g++)
        for (size_t r = 0; r < walk->rows; r++)
            if (walk->code[g][r] != LOGREG__NO_COLUMN) {
                double x = walk->value[g] ? walk->value[g][r] : 1;
                acc[d->group[g].first + walk->code[g][r]] += walk->w[r] * x * x;
            }
    logreg__sparse_squares(acc, &walk->sparse, walk->rows, walk->w);
}

/* Sums of z_j, then those of their squares. */
static void first_two_block(const logreg__walk *walk, const double *input, double *acc, double *out)
{
    const logreg__design *d = walk->problem->design;
    double sum[LOGREG__LANES], rest[LOGREG__LANES];
    for (size_t j = 0; j < d->n_dense; j++) {
        walk->problem->inner->add_up(sum, rest, walk->Z + j * LOGREG__BLOCK_ROWS, walk->w, walk->full_rows);
        for (size_t l = 0; l < LOGREG__LANES; l++)
            acc[j] += sum[l] + rest[l];
    }
    for (size_t g = 0; g < d->n_groups; g++)
        for (size_t r = 0; r < walk->rows; r++)
            if (walk->code[g][r] != LOGREG__NO_COLUMN)
                acc[d->group[g].first + walk->code[g][r]] +=
                    walk->w[r] * (walk->value[g] ? walk->value[g][r] : 1);
    logreg__sparse_gradient(acc, &walk->sparse, walk->rows, walk->w);
    lengths_block(walk, input, acc + d->p, out);
}

/* ---- The linear predictor ---- */

void logreg__walk_predictor(double *eta, const logreg__walk *walk, const double *b)
{
    const logreg__problem *p = walk->problem;
    const logreg__design *d = p->design;
    for (size_t c = 0; c < p->k; c++) {
        double *e = eta + c * LOGREG__BLOCK_ROWS;
        const double *bc = d->p ? b + c * d->p : b; /* there may be no coefficients at all */
        memcpy(e, walk->offset, walk->full_rows * sizeof *e);
        p->inner->predictor(e, walk->Z, walk->full_rows, d->n_dense, bc);
        for (size_t g = 0; g < d->n_groups; g++)
            p->inner->gather(e, walk->code[g], walk->value[g], walk->rows, bc + d->group[g].first);
        logreg__sparse_predictor(e, &walk->sparse, walk->rows, bc);
        /* infinite coefficients make NaN of the zeros that fill up */
        memset(e + walk->rows, 0, (walk->full_rows - walk->rows) * sizeof *e);
    }
}

void logreg__walk_gradient(double *g, const logreg__walk *walk, const double *r)
{
    const logreg__problem *p = walk->problem;
    const logreg__design *d = p->design;
    p->inner->gradient(g, walk->Z, walk->full_rows, d->n_dense, r);
    for (size_t i = 0; i < d->n_groups; i++)
        p->inner->scatter(g + d->group[i].first, walk->code[i], walk->value[i], walk->rows, r);
    logreg__sparse_gradient(g, &walk->sparse, walk->rows, r);
}

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

const logreg__kernel logreg__kernel_moments = {
    .name = "moments", .size = size_moments, .block = moments_block, .combine = moments_combine};
const logreg__kernel logreg__kernel_spread = {.name = "spread", .size = size_spread, .block = spread_block};
const logreg__kernel logreg__kernel_first_two = {
    .name = "first_two", .size = size_two_p, .block = first_two_block};
const logreg__kernel logreg__kernel_lengths = {.name = "lengths", .size = size_p, .block = lengths_block};
const logreg__kernel logreg__kernel_value = {.name = "value",
                                             .input = size_q,
                                             .size = size_one,
                                             .scratch = scratch_link,
                                             .block = value_block,
                                             .of_sets = &logreg__sets_value};
const logreg__kernel logreg__kernel_gradient = {.name = "gradient",
                                                .input = size_q,
                                                .size = size_gradient,
                                                .scratch = scratch_link,
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
                                                      .block = hessian_vector_block};
const logreg__kernel logreg__kernel_predictor = {.name = "predictor",
                                                 .input = size_q,
                                                 .output = size_k,
                                                 .scratch = scratch_link,
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
