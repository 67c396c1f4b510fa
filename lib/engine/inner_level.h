/* The inner loops of inner.h at one level of kernels; the files that define them are compiled once for each. */
#ifndef LOGREG_ENGINE_INNER_LEVEL_H
#define LOGREG_ENGINE_INNER_LEVEL_H

#include <stdbool.h>

#include "data/frame.h"
#include "engine/inner.h"
#include "engine/vector.h"

static inline size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* Columns of a predictor or gradient that are walked together. */
#define TOGETHER 8

/* WALK, a macro, of the fewer columns that are left behind those: their number is a constant to it, so that it unrolls all over them. */
#define REST_OF(columns, WALK)                                                                               \
    case columns:                                                                                            \
        WALK(columns);                                                                                       \
        break;
#define WALK_REST(left, WALK)                                                                                \
    switch (left) {                                                                                          \
        REST_OF(1, WALK)                                                                                     \
        REST_OF(2, WALK)                                                                                     \
        REST_OF(3, WALK)                                                                                     \
        REST_OF(4, WALK)                                                                                     \
        REST_OF(5, WALK)                                                                                     \
        REST_OF(6, WALK)                                                                                     \
        REST_OF(7, WALK)                                                                                     \
    default:                                                                                                 \
        break;                                                                                               \
    }

void AT_LEVEL(standardise)(double *z, const double *x, size_t rows, double centre, double factor,
                           const double *ahead);
void AT_LEVEL(predictor)(double *eta, const double *Z, size_t rows, size_t n_dense, const double *b);
void AT_LEVEL(gradient)(double *g, const double *Z, size_t rows, size_t n_dense, const double *r);
void AT_LEVEL(two_gradients)(double *g, double *h, const double *Z, size_t rows, size_t n_dense,
                             const double *r, const double *s);
void AT_LEVEL(information)(double *H, size_t ldh, const double *Z, size_t rows, size_t n_dense,
                           const double *s, double *scaled, const double *const *ahead, size_t n_ahead);
#if WIDTH > 2
/* The same for all columns that fill tiles, with the columns after them; returns how many they are. At least those of one tile. */
size_t AT_LEVEL(outer)(double *H, size_t ldh, const double *Z, size_t rows, size_t n, const double *s,
                       double *panel);
#endif
void AT_LEVEL(exp_of_minus)(double *e, const double *x, size_t rows);
void AT_LEVEL(log_losses)(double *loss, const double *said, const double *miss, size_t rows);
double AT_LEVEL(link)(double *residual, double *curvature, double *least, const double *eta, const double *y,
                      const double *w, size_t rows, const double *const *ahead, size_t n_ahead);
void AT_LEVEL(squares)(double *sum, const double *Z, size_t rows, size_t n_dense, const double *a);
void AT_LEVEL(dots)(double *to, const double *x, const size_t *place, size_t n, const double *Y, size_t apart,
                    size_t m);
double AT_LEVEL(largest)(double most, const double *x, const double *w, size_t rows);
double AT_LEVEL(classes)(double *mu, double *residual, double *base, const double *y, const double *w,
                         size_t rows, size_t k);
void AT_LEVEL(add_up)(double sum[LOGREG__LANES], double rest[LOGREG__LANES], const double *z, const double *w,
                      size_t rows);
double AT_LEVEL(sum_of_squares)(const double *z, const double *w, size_t rows);
double AT_LEVEL(extent)(double *min, double *max, const double *x, const double *w, size_t rows);
void AT_LEVEL(whiten)(double *T, const double *B, size_t rows, size_t n, const double *M);
void AT_LEVEL(turn)(double *T, const double *const *x, const double *const *by, size_t rows);
void AT_LEVEL(cells)(uint32_t *cell, const uint32_t *code, size_t rows, uint32_t count, uint32_t stride);
void AT_LEVEL(scatter_rows)(double *A, size_t apart, const uint32_t *cell, const double *value, size_t rows,
                            const double *T);
void AT_LEVEL(scatter_pairs)(double *table, uint32_t width, const uint32_t *cell, const uint32_t *other,
                             size_t rows, const double *s);
void AT_LEVEL(gather)(double *eta, const uint32_t *code, const double *value, size_t rows, const double *b);
void AT_LEVEL(scatter)(double *g, const uint32_t *code, const double *value, size_t rows, const double *r);

#endif
