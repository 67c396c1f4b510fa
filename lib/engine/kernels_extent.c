/* Where the numbers of the columns lie. */
#include "engine/kernels.h"

#include <math.h>

static size_t size_extent(const logreg__problem *p)
{
    return LOGREG__EXTENT * p->design->n_dense + 2;
}

/* The last two numbers are the sum of weights, and 1 once there were rows: before, minima and maxima are nothing. */
static void extent_block(const logreg__walk *walk, const double *input, double *acc, double *out)
{
    (void)input;
    (void)out;
    size_t n_dense = walk->problem->design->n_dense;
    double *end = acc + LOGREG__EXTENT * n_dense;
    for (size_t j = 0; j < n_dense; j++) {
        double *a = acc + LOGREG__EXTENT * j;
        const double *x = walk->x[j];
        if (end[1] == 0)
            a[LOGREG__EXTENT_MIN] = a[LOGREG__EXTENT_MAX] = x[0];
        a[LOGREG__EXTENT_SUM] += walk->problem->inner->extent(&a[LOGREG__EXTENT_MIN], &a[LOGREG__EXTENT_MAX],
                                                              x, walk->w, walk->rows);
    }
    for (size_t r = 0; r < walk->rows; r++)
        end[0] += walk->w[r];
    end[1] = 1;
}

static void extent_combine(const logreg__problem *p, double *acc, const double *later, double *scratch)
{
    (void)scratch;
    for (size_t j = 0; j < p->design->n_dense; j++) {
        double *a = acc + LOGREG__EXTENT * j;
        const double *b = later + LOGREG__EXTENT * j;
        a[LOGREG__EXTENT_MIN] = fmin(a[LOGREG__EXTENT_MIN], b[LOGREG__EXTENT_MIN]);
        a[LOGREG__EXTENT_MAX] = fmax(a[LOGREG__EXTENT_MAX], b[LOGREG__EXTENT_MAX]);
        a[LOGREG__EXTENT_SUM] += b[LOGREG__EXTENT_SUM];
    }
    acc[LOGREG__EXTENT * p->design->n_dense] += later[LOGREG__EXTENT * p->design->n_dense];
}

const logreg__kernel logreg__kernel_extent = {.name = "extent",
                                              .size = size_extent,
                                              .by_columns = true,
                                              .block = extent_block,
                                              .combine = extent_combine};
