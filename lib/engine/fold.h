/* The fold: one walk over the rows, sums in a tree.
 *
 * Rows stand in segments of SEGMENT_ROWS kept rows. A kernel turns each segment into a partial sum, and partial sums
 * combine in one binary tree over the segment numbers, so that the result has the same bits however the segments
 * are handed to threads. All fitting goes through here.
 */
#ifndef LOGREG_ENGINE_FOLD_H
#define LOGREG_ENGINE_FOLD_H

#include "engine/problem.h"

/* So many columns of the next block have room in cache beside those at hand. */
#define LOGREG__FEW_COLUMNS 32

/* The block that a thread has at hand, as a kernel sees it. Z holds the n_dense centred and scaled columns, BLOCK_ROWS
 * apart; value the groups' scaled entries (NULL: ones); w and offset are there even where the data have none. Z, y, w and
 * offset go on, with zeros, to full_rows, which is rows rounded up to a multiple of LANES. */
typedef struct {
    const logreg__problem *problem;
    bool
        by_columns; /* nobody on this walk wants all columns of Z side by side: it is NULL, and logreg__walk_columns makes some */
    size_t rows, full_rows;
    const double *Z;
    const double *const *x; /* n_dense columns of `rows` numbers as they were before */
    const uint32_t *const *code;
    const double *const *value;
    const double *y, *w, *offset;
    const double *
        unit; /* the part of w that one observation has, `rows` numbers; NULL: ones. Of designs with units only */
    size_t first; /* which of the kept rows the first is */
    logreg__sparse_rows sparse;
    const double *const *ahead; /* n_ahead columns of the block that comes next, where they stand */
    size_t n_ahead;
    double *scratch; /* kernel->scratch doubles */
} logreg__walk;

/* A row of the kernel table. Sizes are in doubles. */
typedef struct logreg__kernel {
    const char *name;
    size_t (*input)(
        const logreg__problem *); /* what the kernel is given: a beta, or a beta and a vector; 0 if NULL */
    size_t (*size)(const logreg__problem *);    /* accumulator of one input; 0 if NULL */
    size_t (*partial)(const logreg__problem *); /* of which partial sums are made; NULL: size */
    size_t (*output)(const logreg__problem *);  /* doubles written per row; 0 if NULL */
    size_t (*scratch)(const logreg__problem *); /* beyond what the walk holds; 0 if NULL */
    bool by_columns;                            /* takes columns of Z by logreg__walk_columns alone */
    /* Makes zeros of acc, which is done before every segment; NULL: of all of it. */
    void (*clear)(const logreg__problem *, double *acc);
    /* Adds one block to acc, and writes out[row * output]. */
    void (*block)(const logreg__walk *walk, const double *input, double *acc, double *out);
    /* Joins the sum of later segments into acc; NULL: adds. */
    void (*combine)(const logreg__problem *, double *acc, const double *later, double *scratch);
    /* Makes the accumulator that is handed out of the sum of all, where partial sums are laid out otherwise. */
    void (*finish)(const logreg__problem *, double *acc, const double *sum);
    /* Where the problem has matched sets (sets.h), the kernel that takes this one's place; it is handed set after set instead of blocks, and
     * has no output. */
    const struct logreg__kernel *of_sets;
    void (*set)(const logreg__problem *, size_t set, const double *input, double *acc, double *scratch);
} logreg__kernel;

/* The table (kernels.c). Sums are over rows i with prior weight w_i; b holds coefficients of the z, k p of them.
 * Matrices are column-major. */
extern const logreg__kernel
    logreg__kernel_moments; /* [sum w, rest, then sum w z_j, rest for each dense j]: a compensated
                                                      * sum is its two parts */
extern const logreg__kernel
    logreg__kernel_spread; /* [sum w z_j^2: each dense column, then each group's numbers] */
extern const logreg__kernel logreg__kernel_first_two; /* [sum w z_j, then sum w z_j^2, of each column (p)] */
extern const logreg__kernel logreg__kernel_lengths;   /* [sum w z_j^2 of each column (p)] */
extern const logreg__kernel logreg__kernel_value;     /* b: [loss] */
extern const logreg__kernel logreg__kernel_gradient;  /* b: [loss, g (q)] */
extern const logreg__kernel
    logreg__kernel_information; /* b: [loss, bound, g (q), H (q x q, lower)]; bound is that of
                                                            * equations (8) and (15) on the squared reach */
extern const logreg__kernel logreg__kernel_hessian_vector; /* b and v: [H v (q)] */
extern const logreg__kernel
    logreg__kernel_curved_gradient; /* b: [loss, g (q)]; out k numbers a row, which the next two take for all rows (k n) */
extern const logreg__kernel
    logreg__kernel_curved_product; /* v, then those numbers: [H v (q)], H at the b they are of */
extern const logreg__kernel logreg__kernel_curved_diagonal; /* those numbers: [diagonal of H (q)] */
extern const logreg__kernel logreg__kernel_residual; /* b: [loss]; out k residuals w (mu_c - [y = c]) a row */
extern const logreg__kernel logreg__kernel_combination; /* k numbers v a row, for all rows: [Z'v (q)] */
extern const logreg__kernel logreg__kernel_predictor;   /* b: out k linear predictors a row */
extern const logreg__kernel
    logreg__kernel_fitted; /* b, two classes: FITTED_SUMS; out the fitted probability of a row */
extern const logreg__kernel
    logreg__kernel_extent; /* EXTENT numbers of each dense column, uncentred, then sum w */
extern const logreg__kernel logreg__kernel_qr; /* b: [R (q x q, upper)] with R'R = H */
extern const logreg__kernel
    logreg__kernel_white; /* b and the rows of a lower triangle M: [M H M' (q x q, lower), WHITE_ENDS] */
extern const logreg__kernel logreg__kernel_gram; /* [Z' diag(w) Z (p x p, lower)] */
extern const logreg__kernel logreg__kernel_rank; /* [R (p x p, upper)] with R'R = Z' diag(w) Z */
extern const logreg__kernel
    logreg__kernel_meat; /* b, the rows of M = inv(L) and the power of 1 - h: [M (sum of products of scores) M' (q x q, lower),
                                                            * MEAT_ENDS], equation (50) */
extern const logreg__kernel
    logreg__kernel_longest; /* a (q): [largest sum a_j z_j^2 of a row; of a pair of classes], equation (29) */
extern const logreg__kernel
    logreg__kernel_reach; /* L with L L' = H: [squared reach], equations (7) and (15) */

extern const logreg__kernel
    logreg__kernel_leverage; /* b and M with M H M' = 1, its rows, a lower triangle: [sum of leverages]; out the leverage of a row */
extern const logreg__kernel
    logreg__kernel_jeffreys; /* the same: [gradient of log|H| (q), sum h K / (2 k) sum_c mu_c t_c t_c' (q x q, lower)] */
extern const logreg__kernel
    logreg__kernel_jeffreys_curvature; /* the same: [gradient of log|H| (q), D (q x q, lower), S (slabs)], equation (70) */

extern const logreg__kernel
    logreg__kernel_pseudo; /* two classes; b, then b and M as above: the information at the first b of rows that weigh the leverages at the
                            * second, half event and half none */

/* What takes the place of value, gradient, information and reach where there are matched sets (kernels_sets.c). */
extern const logreg__kernel logreg__sets_value, logreg__sets_gradient, logreg__sets_information,
    logreg__sets_reach;

/* What follows on M H M': the bound on the squared reach that curvatures give, and the largest squared length of a row of sqrt(S) Z M'. */
enum { LOGREG__WHITE_BOUND, LOGREG__WHITE_LONGEST, LOGREG__WHITE_ENDS };

/* What follows on that: the largest leverage h, and which of the kept rows has it. Of two classes only. */
enum { LOGREG__MEAT_LEVERAGE, LOGREG__MEAT_ROW, LOGREG__MEAT_ENDS };

/* A leverage this near to 1 leaves nothing of its row's residual but rounding: it is left out of sums that divide by 1 - h. */
#define LOGREG__WHOLE_LEVERAGE (1 - 1e-8)

/* Minimum and maximum over all rows, and sum w x. */
enum { LOGREG__EXTENT_MIN, LOGREG__EXTENT_MAX, LOGREG__EXTENT_SUM, LOGREG__EXTENT };

/* Sums over rows of w (y (1 - mu)^2 + (1 - y) mu^2), of w y mu and of w (1 - y) mu. */
enum { LOGREG__FITTED_BRIER, LOGREG__FITTED_EVENTS, LOGREG__FITTED_OTHERS, LOGREG__FITTED_SUMS };

/* What a kernel is to do on a walk: m inputs of kernel->input doubles each, one after the other. acc receives m
 * accumulators; out (may be NULL where the kernel has no output) rows of kernel->output doubles for each input: n, or those of the
 * sample's blocks, of which only the last may then have less than BLOCK_ROWS. */
typedef struct {
    const logreg__kernel *kernel;
    size_t m;
    const double *input;
    double *acc, *out;
} logreg__job;

/* Walks once over the rows for all of the jobs: each block is fetched, centred and scaled once. Sums have the bits that walks
 * of their own would give. Fails only with ENOMEM, leaving each acc untouched. */
logreg_status logreg__fold_jobs(const logreg__problem *problem, size_t n_jobs, const logreg__job *job,
                                logreg_error *err);

/* The same for one job. */
logreg_status logreg__fold(const logreg__problem *problem, const logreg__kernel *kernel, size_t m,
                           const double *input, double *acc, double *out, logreg_error *err);

#endif
