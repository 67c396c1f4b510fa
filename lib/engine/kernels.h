/* What the kernel files share. Vectors with one entry a row stand BLOCK_ROWS apart where there are several. */
#ifndef LOGREG_ENGINE_KERNELS_H
#define LOGREG_ENGINE_KERNELS_H

#include <string.h>

#include "engine/fold.h"

/* eta_c = offset + Z b_c for each linear predictor c. */
void logreg__walk_predictor(double *eta, const logreg__walk *walk, const double *b);

/* g (p) += Z' r, categories included. */
void logreg__walk_gradient(double *g, const logreg__walk *walk, const double *r);

/* H (lower triangle, ldh apart) += Z' diag(s) Z, categories included; column is room for SCALED_COLUMNS columns. */
void logreg__walk_information(double *H, size_t ldh, const logreg__walk *walk, const double *s,
                              double *column);

/* B (BLOCK_ROWS x p, column-major) = diag(s) Z, categories written out. */
void logreg__walk_expand(double *B, const logreg__walk *walk, const double *s);

#define LOGREG__KERNEL_PAIR(name)                                                                            \
    void logreg__binary_##name(const logreg__walk *walk, const double *input, double *acc);                  \
    void logreg__multinomial_##name(const logreg__walk *walk, const double *input, double *acc);

LOGREG__KERNEL_PAIR(value)
LOGREG__KERNEL_PAIR(gradient)
LOGREG__KERNEL_PAIR(information)
LOGREG__KERNEL_PAIR(hessian_vector)
LOGREG__KERNEL_PAIR(qr)
LOGREG__KERNEL_PAIR(reach)

#endif
