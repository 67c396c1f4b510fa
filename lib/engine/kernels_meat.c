/* The meat of a sandwich: sums of products of scores, of rows that a factor of the information has made nearly orthogonal, so that
 * collinear columns cost no digits. Equation (50).
 */
#include "engine/kernels.h"

#include <math.h>

static size_t input_meat(const logreg__problem *p)
{
    return p->q + p->q * p->q + 1;
}

static size_t size_meat(const logreg__problem *p)
{
    return p->q * p->q + LOGREG__MEAT_ENDS;
}

/* Numbers that are 1: as many as there are rows or columns. */
static size_t count_ones(const logreg__problem *p)
{
    return p->q > LOGREG__BLOCK_ROWS ? p->q : LOGREG__BLOCK_ROWS;
}

/* Linear predictors and what follows from them; rows, the same made orthogonal; factors of rows, squared lengths, room for scaled columns. */
static size_t scratch_meat(const logreg__problem *p)
{
    return LOGREG__BLOCK_ROWS * (logreg__link_blocks(p) + 2 * p->q + 2 + LOGREG__SCALED_COLUMNS) +
           count_ones(p);
}

typedef struct {
    double *link, *B, *T, *s, *square, *ones, *scaled;
} room;

static room room_of(const logreg__walk *walk)
{
    const logreg__problem *p = walk->problem;
    room m = {.link = walk->scratch};
    m.B = m.link + LOGREG__BLOCK_ROWS * logreg__link_blocks(p);
    m.T = m.B + p->q * LOGREG__BLOCK_ROWS;
    m.s = m.T + p->q * LOGREG__BLOCK_ROWS;
    m.square = m.s + LOGREG__BLOCK_ROWS;
    m.ones = m.square + LOGREG__BLOCK_ROWS;
    m.scaled = m.ones + count_ones(p);
    for (size_t i = 0; i < count_ones(p); i++)
        m.ones[i] = 1;
    return m;
}

/* A row with weight w stands for w / unit observations of weight `unit`: the part of one of them. */
static double share(const logreg__walk *walk, size_t r)
{
    return walk->w[r] > 0 ? (walk->unit ? walk->unit[r] : 1) / walk->w[r] : 0;
}

static void add_products(double *acc, const room *m, const double *s, const logreg__walk *walk)
{
    const logreg__problem *p = walk->problem;
    p->inner->information(acc, p->q, m->T, walk->full_rows, p->q, s, m->scaled, walk->ahead, walk->n_ahead);
}

/* Two classes: the scores r z have one residual r a row, and h = s z' inv(H) z. */
static void binary(const logreg__walk *walk, const double *b, const double *M, double power, double *acc)
{
    const logreg__problem *p = walk->problem;
    room m = room_of(walk);
    double *eta = m.link, *r = eta + LOGREG__BLOCK_ROWS, *s = r + LOGREG__BLOCK_ROWS, least = INFINITY,
           *ends = acc + p->q * p->q;
    logreg__walk_predictor(eta, walk, b);
    p->inner->link(r, s, &least, eta, walk->y, walk->w, walk->full_rows, NULL, 0);
    logreg__walk_expand(m.B, walk, m.ones);
    p->inner->whiten(m.T, m.B, walk->full_rows, p->q, M);
    memset(m.square, 0, LOGREG__BLOCK_ROWS * sizeof *m.square);
    memset(m.s, 0, LOGREG__BLOCK_ROWS * sizeof *m.s);
    p->inner->squares(m.square, m.T, walk->full_rows, p->q, m.ones);
    for (size_t i = 0; i < walk->rows; i++) {
        double one = share(walk, i), h = one * s[i] * m.square[i];
        if (h > ends[LOGREG__MEAT_LEVERAGE]) {
            ends[LOGREG__MEAT_LEVERAGE] = h;
            ends[LOGREG__MEAT_ROW] = (double)(walk->first + i);
        }
        if (power == 0)
            m.s[i] = one * r[i] * r[i];
        else if (h < LOGREG__WHOLE_LEVERAGE)
            m.s[i] = one * r[i] * r[i] / (power == 1 ? 1 - h : (1 - h) * (1 - h));
    }
    add_products(acc, &m, m.s, walk);
}

/* More: a row's score has a part r_c z for each linear predictor. */
static void multinomial(const logreg__walk *walk, const double *b, const double *M, double *acc)
{
    const logreg__problem *p = walk->problem;
    room m = room_of(walk);
    double *mu = m.link, *r = mu + p->k * LOGREG__BLOCK_ROWS, *base = r + p->k * LOGREG__BLOCK_ROWS;
    logreg__walk_predictor(mu, walk, b);
    p->inner->classes(mu, r, base, walk->y, walk->w, walk->full_rows, p->k);
    for (size_t c = 0; c < p->k; c++) {
        for (size_t i = 0; i < walk->rows; i++)
            m.s[i] = sqrt(share(walk, i)) * r[c * LOGREG__BLOCK_ROWS + i];
        logreg__walk_expand(m.B + c * p->design->p * LOGREG__BLOCK_ROWS, walk, m.s);
    }
    p->inner->whiten(m.T, m.B, walk->full_rows, p->q, M);
    add_products(acc, &m, m.ones, walk);
}

static void meat_block(const logreg__walk *walk, const double *input, double *acc, double *out)
{
    (void)out;
    size_t q = walk->problem->q;
    if (walk->problem->k == 1)
        binary(walk, input, input + q, input[q + q * q], acc);
    else
        multinomial(walk, input, input + q, acc);
}

static void meat_combine(const logreg__problem *p, double *acc, const double *later, double *scratch)
{
    (void)scratch;
    size_t n = p->q * p->q;
    for (size_t i = 0; i < n; i++)
        acc[i] += later[i];
    if (later[n + LOGREG__MEAT_LEVERAGE] > acc[n + LOGREG__MEAT_LEVERAGE])
        memcpy(acc + n, later + n, LOGREG__MEAT_ENDS * sizeof *acc);
}

const logreg__kernel logreg__kernel_meat = {.name = "meat",
                                            .input = input_meat,
                                            .size = size_meat,
                                            .scratch = scratch_meat,
                                            .block = meat_block,
                                            .combine = meat_combine};
