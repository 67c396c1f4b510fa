/* The fold: one walk over the rows, sums in a tree.
 *
 * Rows stand in segments of SEGMENT_ROWS kept rows. A kernel turns each segment into a partial sum, and partial sums
 * combine in one binary tree over the segment numbers, so that the result has the same bits however the segments
 * are handed to threads. All fitting goes through here.
 */
#ifndef LOGREG_ENGINE_FOLD_H
#define LOGREG_ENGINE_FOLD_H

#include "engine/problem.h"

/* Per-thread state of a walk, as a kernel sees it. */
typedef struct logreg__walk logreg__walk;

/* A row of the kernel table. Sizes are in doubles. */
typedef struct {
    const char *name;
    size_t (*input)(const logreg__problem *);  /* what the kernel is given: a beta, or a beta and a vector; 0 if NULL */
    size_t (*size)(const logreg__problem *);   /* accumulator of one input; 0 if NULL */
    size_t (*output)(const logreg__problem *); /* doubles written per row; 0 if NULL */
    size_t (*scratch)(const logreg__problem *); /* beyond what the walk holds; 0 if NULL */
    /* Adds one block to acc, and writes out[row * output]; acc starts as zeros in every segment. */
    void (*block)(logreg__walk *walk, const double *input, double *acc, double *out);
    /* Joins the sum of later segments into acc; NULL: adds. */
    void (*combine)(const logreg__problem *, double *acc, const double *later, double *scratch);
} logreg__kernel;

/* The table (kernels.c). Sums are over rows i with prior weight w_i; b is in the coordinates of the z. */
extern const logreg__kernel logreg__kernel_moments;     /* x_j and w: compensated sums; for means */
extern const logreg__kernel logreg__kernel_spread;      /* w z_j^2 */
extern const logreg__kernel logreg__kernel_value;       /* [loss] */
extern const logreg__kernel logreg__kernel_gradient;    /* [loss, g (q)] */
extern const logreg__kernel logreg__kernel_information; /* [loss, bound, g (q), H (q x q, column-major, lower)] */
extern const logreg__kernel logreg__kernel_hessian_vector; /* input b and v; [H v (q)] */
extern const logreg__kernel logreg__kernel_predictor;   /* out: k linear predictors a row */
extern const logreg__kernel logreg__kernel_qr;          /* [R (q x q, upper)] of sqrt(W) Z; combined by QR */
extern const logreg__kernel logreg__kernel_rank;        /* [R (p x p, upper)] of sqrt(w) Z; combined by QR */
extern const logreg__kernel logreg__kernel_reach;       /* input b and chol(H); [max x' inv(H) x] */

/* Walks once over the rows for m inputs of kernel->input doubles each, one after the other. acc receives m
 * accumulators; out (may be NULL where the kernel has no output) n rows of kernel->output doubles for each input.
 * Fails only with ENOMEM, leaving acc untouched. */
logreg_status logreg__fold(const logreg__problem *problem, const logreg__kernel *kernel, size_t m,
                           const double *input, double *acc, double *out, logreg_error *err);

#endif
