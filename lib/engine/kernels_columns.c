/* Sums over the rows of each column by itself. */
#include "engine/kernels.h"
#include "engine/sparse.h"

static size_t size_p(const logreg__problem *p)
{
    return p->design->p;
}

static size_t size_two_p(const logreg__problem *p)
{
    return 2 * p->design->p;
}

static size_t size_moments(const logreg__problem *p)
{
    return 2 + 2 * p->design->n_dense;
}

static size_t size_spread(const logreg__problem *p)
{
    return p->design->n_dense + p->design->n_groups;
}

static const double *column_of(logreg__columns_room *room, const logreg__walk *walk, size_t j)
{
    size_t one = 1;
    return logreg__walk_columns(&one, room, walk, j);
}

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
    logreg__columns_room room;
    double sum[LOGREG__LANES], rest[LOGREG__LANES];
    for (size_t r = 0; r < walk->rows; r++)
        add_exactly(&acc[0], &acc[1], walk->w[r]);
    for (size_t j = 0; j < walk->problem->design->n_dense; j++) {
        inner->add_up(sum, rest, column_of(&room, walk, j), walk->w, walk->full_rows);
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

/* sums += sum w z_j^2 of dense columns */
static void add_squares(double *sums, const logreg__walk *walk)
{
    const logreg__problem *p = walk->problem;
    logreg__columns_room room;
    for (size_t j = 0; j < p->design->n_dense; j++)
        sums[j] += p->inner->sum_of_squares(column_of(&room, walk, j), walk->w, walk->full_rows);
}

static void spread_block(const logreg__walk *walk, const double *input, double *acc, double *out)
{
    (void)input;
    (void)out;
    const logreg__design *d = walk->problem->design;
    add_squares(acc, walk);
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
    add_squares(acc, walk);
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
    logreg__columns_room room;
    double sum[LOGREG__LANES], rest[LOGREG__LANES];
    for (size_t j = 0; j < d->n_dense; j++) {
        walk->problem->inner->add_up(sum, rest, column_of(&room, walk, j), walk->w, walk->full_rows);
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

const logreg__kernel logreg__kernel_moments = {.name = "moments",
                                               .size = size_moments,
                                               .by_columns = true,
                                               .block = moments_block,
                                               .combine = moments_combine};
const logreg__kernel logreg__kernel_spread = {
    .name = "spread", .size = size_spread, .by_columns = true, .block = spread_block};
const logreg__kernel logreg__kernel_first_two = {
    .name = "first_two", .size = size_two_p, .by_columns = true, .block = first_two_block};
const logreg__kernel logreg__kernel_lengths = {
    .name = "lengths", .size = size_p, .by_columns = true, .block = lengths_block};
