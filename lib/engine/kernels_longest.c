/* The longest row in a diagonal metric: what bounds the reach, equation (29). */
#include "engine/kernels.h"

#include <math.h>

static size_t size_metric(const logreg__problem *p)
{
    return p->q;
}

static size_t size_one(const logreg__problem *p)
{
    (void)p;
    return 1;
}

/* Squared lengths of the rows for one linear predictor, the largest of all so far, and the largest pair. */
static size_t scratch_lengths(const logreg__problem *p)
{
    (void)p;
    return 3 * LOGREG__BLOCK_ROWS;
}

/* square = (Z o Z) a, categories included. */
static void fill_squares(double *square, const logreg__walk *walk, const double *a)
{
    const logreg__problem *p = walk->problem;
    const logreg__design *d = p->design;
    memset(square, 0, LOGREG__BLOCK_ROWS * sizeof *square);
    p->inner->squares(square, walk->Z, walk->full_rows, d->n_dense, a);
    for (size_t g = 0; g < d->n_groups; g++)
        for (size_t r = 0; r < walk->rows; r++)
            if (walk->code[g][r] != LOGREG__NO_COLUMN) {
                double x = walk->value[g] ? walk->value[g][r] : 1;
                square[r] += a[d->group[g].first + walk->code[g][r]] * x * x;
            }
}

/* Of the row (e_c - e_d) (x) z the square is that for c plus that for d, where neither is class 0. */
static void longest_block(const logreg__walk *walk, const double *a, double *acc, double *out)
{
    (void)out;
    const logreg__problem *p = walk->problem;
    double *square = walk->scratch, *largest = square + LOGREG__BLOCK_ROWS,
           *pair = p->k == 1 ? square : largest + LOGREG__BLOCK_ROWS;
    if (p->k == 1)
        fill_squares(square, walk, a);
    else
        memset(largest, 0, 2 * LOGREG__BLOCK_ROWS * sizeof *largest);
    for (size_t c = 0; p->k > 1 && c < p->k; c++) {
        fill_squares(square, walk, a + c * p->design->p);
        for (size_t r = 0; r < walk->rows; r++) {
            double both = largest[r] + square[r];
            pair[r] = both > pair[r] ? both : pair[r];
            largest[r] = square[r] > largest[r] ? square[r] : largest[r];
        }
    }
    acc[0] = p->inner->largest(acc[0], pair, walk->w, walk->full_rows);
}

static void longest_combine(const logreg__problem *p, double *acc, const double *later, double *scratch)
{
    (void)p;
    (void)scratch;
    acc[0] = fmax(acc[0], later[0]);
}

const logreg__kernel logreg__kernel_longest = {.name = "longest",
                                               .input = size_metric,
                                               .size = size_one,
                                               .scratch = scratch_lengths,
                                               .block = longest_block,
                                               .combine = longest_combine};
