/* The inner loops of the kernels, over one block. They are what a faster machine replaces: there is a set for each level of
 * kernels, the same source compiled for other vectors (vector.h); inner_reference.c says the same in the plainest way, and
 * the tests hold all of them against it.
 *
 * Shapes: rows <= BLOCK_ROWS; Z holds n_dense columns, BLOCK_ROWS apart; vectors have one entry a row. Where the functions say
 * so, rows is a multiple of LANES; rows that only fill up have zeros in Z and weight 0.
 */
#ifndef LOGREG_ENGINE_INNER_H
#define LOGREG_ENGINE_INNER_H

#include <stddef.h>
#include <stdint.h>

/* The widest vectors of any level, in doubles. */
#define LOGREG__LANES 8

/* Rows that follow one another add to so many copies of the same few cells. */
#define LOGREG__COPIES 4

/* An information of so few columns brings nothing near, since it is over too soon; the link has more time. */
#define LOGREG__VERY_FEW_COLUMNS 6

/* Room for scaled columns that `information` wants. */
#define LOGREG__SCALED_COLUMNS 12

typedef struct {
    const char *name;

    /* z = (x - centre) factor, any number of rows. Meanwhile as many numbers from `ahead` are brought near; NULL: none */
    void (*standardise)(double *z, const double *x, size_t rows, double centre, double factor,
                        const double *ahead);

    /* eta += Z b; rows of LANES */
    void (*predictor)(double *eta, const double *Z, size_t rows, size_t n_dense, const double *b);

    /* e = exp(-|x|); rows of LANES */
    void (*exp_of_minus)(double *e, const double *x, size_t rows);

    /* loss = -log of the chance of what came about, `said`, which is 1 - miss but for its rounding; rows of LANES */
    void (*log_losses)(double *loss, const double *said, const double *miss, size_t rows);

    /* Rows of LANES. For rows with linear predictor eta, outcome y in [0, 1] and prior weight w: residual w (mu - y), curvature
     * w mu (1 - mu), and *least the smaller of itself and the least curvature where w > 0; returns sum w loss. Without
     * residual (NULL) the loss alone, without curvature these two. Meanwhile `rows` numbers from each of n_ahead places are brought near. */
    double (*link)(double *residual, double *curvature, double *least, const double *eta, const double *y,
                   const double *w, size_t rows, const double *const *ahead, size_t n_ahead);

    /* The same for k linear predictors eta in mu, BLOCK_ROWS apart, and y a class 0 .. k: mu of the classes 1 .. k takes their place, base is
     * that of class 0, residual w (mu_c - [y = c]). Rows of LANES; returns sum w loss. */
    double (*classes)(double *mu, double *residual, double *base, const double *y, const double *w,
                      size_t rows, size_t k);

    /* Sums of w z in LANES lanes, and what is lost of them by rounding; rows of LANES */
    void (*add_up)(double sum[LOGREG__LANES], double rest[LOGREG__LANES], const double *z, const double *w,
                   size_t rows);

    /* Sum of w z^2; rows of LANES */
    double (*sum_of_squares)(const double *z, const double *w, size_t rows);

    /* *min and *max the smaller and the larger of themselves and x; returns the sum of w x. Any number of rows */
    double (*extent)(double *min, double *max, const double *x, const double *w, size_t rows);

    /* g += Z' r; rows of LANES */
    void (*gradient)(double *g, const double *Z, size_t rows, size_t n_dense, const double *r);

    /* g += Z' r and h += Z' s; rows of LANES */
    void (*two_gradients)(double *g, double *h, const double *Z, size_t rows, size_t n_dense, const double *r,
                          const double *s);

    /* H += Z' diag(s) Z, the lower triangle of a column-major matrix, ldh apart; rows of LANES; `scaled` is room for
     * SCALED_COLUMNS columns. Meanwhile `rows` numbers from each of n_ahead places are brought near, unless columns are very few. */
    void (*information)(double *H, size_t ldh, const double *Z, size_t rows, size_t n_dense, const double *s,
                        double *scaled, const double *const *ahead, size_t n_ahead);

    /* sum += (Z o Z) a, products of entries; rows of LANES */
    void (*squares)(double *sum, const double *Z, size_t rows, size_t n_dense, const double *a);

    /* to_f = sum_i x_i Y_place(i),f for f < m, rows of Y `apart`, as if summed in twice the precision and rounded at the end: the same bits at
     * every level. Any n and m. */
    void (*dots)(double *to, const double *x, const size_t *place, size_t n, const double *Y, size_t apart,
                 size_t m);

    /* The largest of `most` and the x where w > 0; rows of LANES */
    double (*largest)(double most, const double *x, const double *w, size_t rows);

    /* T = B M', n columns each, BLOCK_ROWS apart; rows of LANES. M is a lower triangle, its rows n apart, zeros above. */
    void (*whiten)(double *T, const double *B, size_t rows, size_t n, const double *M);

    /* T (rows x LANES, row after row): products of LANES columns and as many others; rows of LANES */
    void (*turn)(double *T, const double *const *x, const double *const *by, size_t rows);

    /* cell_r += stride code_r; `count` stands for NO_COLUMN. Any number of rows, as below */
    void (*cells)(uint32_t *cell, const uint32_t *code, size_t rows, uint32_t count, uint32_t stride);

    /* A[cell_r] (LANES numbers each) += value_r T_r, value NULL: 1. Row r adds to copy r % COPIES of A, `apart` doubles from one to the next */
    void (*scatter_rows)(double *A, size_t apart, const uint32_t *cell, const double *value, size_t rows,
                         const double *T);

    /* table[width cell_r + other_r] += s_r */
    void (*scatter_pairs)(double *table, uint32_t width, const uint32_t *cell, const uint32_t *other,
                          size_t rows, const double *s);

    /* eta_r += value_r b[code_r], value NULL: 1; NO_COLUMN adds nothing */
    void (*gather)(double *eta, const uint32_t *code, const double *value, size_t rows, const double *b);

    /* g[code_r] += value_r r_r, likewise */
    void (*scatter)(double *g, const uint32_t *code, const double *value, size_t rows, const double *r);
} logreg__inner;

/* The levels that this machine has, the fastest first; NULL from the last on. */
const logreg__inner *logreg__inner_level(size_t i);

/* The level of every machine: products and sums are never fused, so that its predictor gives the same bits everywhere. */
extern const logreg__inner logreg__baseline_inner;

extern const logreg__inner logreg__inner_reference;

#endif
