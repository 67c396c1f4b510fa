/* Kernels that keep the digits of ill-conditioned data: QR factors, which take rows as they are, and the information of rows that
 * another factor has made nearly orthogonal. */
#include "engine/kernels.h"

#include <math.h>

#include "engine/dense.h"

static size_t size_q(const logreg__problem *p)
{
    return p->q;
}

static size_t size_q_squared(const logreg__problem *p)
{
    return p->q * p->q;
}

static size_t size_p_squared(const logreg__problem *p)
{
    return p->design->p * p->design->p;
}

static size_t link_room(const logreg__problem *p)
{
    return LOGREG__BLOCK_ROWS * logreg__link_blocks(p);
}

void logreg__walk_expand(double *B, const logreg__walk *walk, const double *s)
{
    const logreg__design *d = walk->problem->design;
    memset(B, 0, d->p * LOGREG__BLOCK_ROWS * sizeof *B);
    for (size_t j = 0; j < d->n_dense; j++)
        for (size_t r = 0; r < walk->rows; r++)
            B[j * LOGREG__BLOCK_ROWS + r] = s[r] * walk->Z[j * LOGREG__BLOCK_ROWS + r];
    for (size_t g = 0; g < d->n_groups; g++)
        for (size_t r = 0; r < walk->rows; r++)
            if (walk->code[g][r] != LOGREG__NO_COLUMN)
                B[(d->group[g].first + walk->code[g][r]) * LOGREG__BLOCK_ROWS + r] =
                    s[r] * (walk->value[g] ? walk->value[g][r] : 1);
    const logreg__sparse_rows *x = &walk->sparse;
    for (size_t r = 0; x->n && r < walk->rows; r++)
        for (size_t k = x->from[r]; k < x->to[r]; k++)
            B[(x->first + (size_t)x->column[k]) * LOGREG__BLOCK_ROWS + r] = s[r] * x->value[k];
}

/* ---- Rows of a square root of the information ---- */

static double roots(const logreg__walk *walk, const double *b, logreg__take_rows take, const double *M,
                    double *acc)
{
    double *B = walk->scratch + link_room(walk->problem);
    return walk->problem->k == 1 ? logreg__binary_roots(walk, b, B, take, M, acc)
                                 : logreg__multinomial_roots(walk, b, B, take, M, acc);
}

static void append(const logreg__walk *walk, double *B, const double *M, double *acc)
{
    (void)M;
    logreg__qr_append(acc, walk->problem->q, B, walk->rows, LOGREG__BLOCK_ROWS);
}

static void qr_block(const logreg__walk *walk, const double *b, double *acc, double *out)
{
    (void)out;
    roots(walk, b, append, NULL, acc);
}

/* The square root, or a triangle to be joined. */
static size_t scratch_qr(const logreg__problem *p)
{
    return link_room(p) + LOGREG__BLOCK_ROWS * p->q + p->q * p->q;
}

static void join_triangles(size_t n, double *acc, const double *later, double *scratch)
{
    memcpy(scratch, later, n * n * sizeof *scratch);
    logreg__qr_append(acc, n, scratch, n, n);
}

static void qr_combine(const logreg__problem *p, double *acc, const double *later, double *scratch)
{
    join_triangles(p->q, acc, later, scratch);
}

/* ---- Whitened rows ---- */

/* Numbers that are 1: as many as there are rows or columns. */
static size_t count_ones(const logreg__problem *p)
{
    return p->q > LOGREG__BLOCK_ROWS ? p->q : LOGREG__BLOCK_ROWS;
}

/* Behind the square root: T = B M', squared lengths of its rows, ones, room for scaled columns. */
static void whiten(const logreg__walk *walk, double *B, const double *M, double *acc)
{
    const logreg__problem *p = walk->problem;
    double *T = B + p->q * LOGREG__BLOCK_ROWS, *square = T + p->q * LOGREG__BLOCK_ROWS,
           *ones = square + LOGREG__BLOCK_ROWS, *longest = acc + p->q * p->q + LOGREG__WHITE_LONGEST;
    for (size_t i = 0; i < count_ones(p); i++)
        ones[i] = 1;
    p->inner->whiten(T, B, walk->full_rows, p->q, M);
    p->inner->information(acc, p->q, T, walk->full_rows, p->q, ones, ones + count_ones(p), walk->ahead,
                          walk->n_ahead);
    memset(square, 0, LOGREG__BLOCK_ROWS * sizeof *square);
    p->inner->squares(square, T, walk->full_rows, p->q, ones);
    for (size_t r = 0; r < walk->rows; r++)
        *longest = square[r] > *longest ? square[r] : *longest;
}

static void white_block(const logreg__walk *walk, const double *input, double *acc, double *out)
{
    (void)out;
    size_t q = walk->problem->q;
    double *bound = acc + q * q + LOGREG__WHITE_BOUND;
    *bound = fmax(*bound, roots(walk, input, whiten, input + q, acc));
}

static void white_combine(const logreg__problem *p, double *acc, const double *later, double *scratch)
{
    (void)scratch;
    size_t n = p->q * p->q;
    for (size_t i = 0; i < n; i++)
        acc[i] += later[i];
    for (size_t i = n; i < n + LOGREG__WHITE_ENDS; i++)
        acc[i] = fmax(acc[i], later[i]);
}

static size_t scratch_white(const logreg__problem *p)
{
    return link_room(p) + LOGREG__BLOCK_ROWS * (2 * p->q + 1 + LOGREG__SCALED_COLUMNS) + count_ones(p);
}

static size_t input_white(const logreg__problem *p)
{
    return p->q + p->q * p->q;
}

static size_t size_white(const logreg__problem *p)
{
    return p->q * p->q + LOGREG__WHITE_ENDS;
}

/* ---- Prior weights alone ---- */

static void rank_block(const logreg__walk *walk, const double *input, double *acc, double *out)
{
    (void)input;
    (void)out;
    size_t p = walk->problem->design->p;
    double *root = walk->scratch, *B = root + LOGREG__BLOCK_ROWS;
    for (size_t r = 0; r < walk->rows; r++)
        root[r] = sqrt(walk->w[r]);
    logreg__walk_expand(B, walk, root);
    logreg__qr_append(acc, p, B, walk->rows, LOGREG__BLOCK_ROWS);
}

static size_t scratch_rank(const logreg__problem *p)
{
    return LOGREG__BLOCK_ROWS * (1 + p->design->p) + p->design->p * p->design->p;
}

static void rank_combine(const logreg__problem *p, double *acc, const double *later, double *scratch)
{
    join_triangles(p->design->p, acc, later, scratch);
}

/* ---- Rows of the table ---- */

const logreg__kernel logreg__kernel_qr = {.name = "qr",
                                          .input = size_q,
                                          .size = size_q_squared,
                                          .scratch = scratch_qr,
                                          .block = qr_block,
                                          .combine = qr_combine};
const logreg__kernel logreg__kernel_white = {.name = "white",
                                             .input = input_white,
                                             .size = size_white,
                                             .scratch = scratch_white,
                                             .block = white_block,
                                             .combine = white_combine};
const logreg__kernel logreg__kernel_rank = {.name = "rank",
                                            .size = size_p_squared,
                                            .scratch = scratch_rank,
                                            .block = rank_block,
                                            .combine = rank_combine};
