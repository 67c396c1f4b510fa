/* What the kernel files share. Vectors with one entry a row stand BLOCK_ROWS apart where there are several. */
#ifndef LOGREG_ENGINE_KERNELS_H
#define LOGREG_ENGINE_KERNELS_H

#include <string.h>

#include "engine/fold.h"

/* Columns of Z that are made together, where they are not all there. */
enum { LOGREG__COLUMNS_TOGETHER = 8 };
typedef struct {
    _Alignas(64) double Z[LOGREG__COLUMNS_TOGETHER * LOGREG__BLOCK_ROWS];
} logreg__columns_room;

/* Columns of Z from `first` on, BLOCK_ROWS apart: `count` of them, which is made less where they are not all there. */
const double *logreg__walk_columns(size_t *count, logreg__columns_room *room, const logreg__walk *walk,
                                   size_t first);

/* eta_c = offset + Z b_c for each linear predictor c. */
void logreg__walk_predictor(double *eta, const logreg__walk *walk, const double *b);

/* g (p) += Z' r, categories included. */
void logreg__walk_gradient(double *g, const logreg__walk *walk, const double *r);

/* The same for each of `count` residuals, BLOCK_ROWS apart, and gradients, p apart. */
void logreg__walk_gradients(double *g, const logreg__walk *walk, const double *r, size_t count);

/* The cells of a block's rows in each cluster, and room for what is summed in them. */
typedef struct {
    uint32_t *cell; /* BLOCK_ROWS of each cluster */
    double *scaled; /* SCALED_COLUMNS columns */
    double *by;     /* two columns: s times a cluster's numbers, and times those of two */
    double *ones, *zeros;
    double *tiles; /* what the matrix unit wants */
} logreg__cells_room;

/* Blocks of doubles that it takes but for what tiles want. */
static inline size_t logreg__cells_blocks(const logreg__problem *p)
{
    return p->crossing->n_clusters + LOGREG__SCALED_COLUMNS + 4;
}

/* Makes it in so many blocks. */
logreg__cells_room logreg__walk_cells(double *room, const logreg__walk *walk);

/* Adds Z' diag(s) Z to the sums of one matrix, laid out as crossing.h says; and, unless r is NULL, Z'r: the categories' part to these too,
 * that of dense columns to g. */
void logreg__walk_information(double *sums, double *g, const logreg__walk *walk, const double *s,
                              const double *r, const logreg__cells_room *room);

/* Blocks of linear predictors, means, residuals and curvatures that the kernels of k predictors keep in scratch. */
static inline size_t logreg__link_blocks(const logreg__problem *p)
{
    return 4 * p->k + 4;
}

/* B (BLOCK_ROWS x p, column-major) = diag(s) Z, categories written out. */
void logreg__walk_expand(double *B, const logreg__walk *walk, const double *s);

#define LOGREG__KERNEL_PAIR(name)                                                                            \
    void logreg__binary_##name(const logreg__walk *walk, const double *input, double *acc);                  \
    void logreg__multinomial_##name(const logreg__walk *walk, const double *input, double *acc);

LOGREG__KERNEL_PAIR(value)
LOGREG__KERNEL_PAIR(gradient)
LOGREG__KERNEL_PAIR(information)
LOGREG__KERNEL_PAIR(hessian_vector)
LOGREG__KERNEL_PAIR(reach)

/* Rows of a square root B (BLOCK_ROWS x q, column-major) of a block's information, B'B = H: one for each row of the block, as
 * often as there are classes that need it. */
typedef void (*logreg__take_rows)(const logreg__walk *walk, double *B, const double *M, double *acc);

/* Makes all of them at b in B, and has each B taken in turn, which may spoil it. Returns the bound on the squared reach that the
 * curvatures give, as kernel_information does. */
double logreg__binary_roots(const logreg__walk *walk, const double *b, double *B, logreg__take_rows take,
                            const double *M, double *acc);
double logreg__multinomial_roots(const logreg__walk *walk, const double *b, double *B, logreg__take_rows take,
                                 const double *M, double *acc);

#endif
