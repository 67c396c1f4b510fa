/* A factor of the information whose digits the condition number of sqrt(W) Z costs once, not squared.
 *
 * A Cholesky factor L of H is wrong by eps cond^2, but rows multiplied by inv(L)' are nearly orthogonal all the same, and their
 * information C C' has a condition number near 1: then L C is a factor of H as good as one by QR (CholeskyQR2: Yamamoto & al.,
 * ETNA 44, 2015), at the cost of two products instead of Householder's reflections row by row. Where Cholesky breaks down, H is shifted a
 * little and the step repeated (Fukaya & al., SIAM J. Sci. Comput. 42, 2020). Equation (26).
 */
#ifndef LOGREG_SOLVERS_FACTOR_H
#define LOGREG_SOLVERS_FACTOR_H

#include "engine/fold.h"

/* About 1/sqrt of the smallest pivot relative to its diagonal entry: a column's length over its residual's. */
double logreg__factor_condition(const double *H, const double *L, size_t q);

/* Makes L, a factor of the information H at b, fine. `begun`: L is a factor already, if a rough one. One or a few passes over the
 * rows, by QR where all else fails; *fine is false where H is singular. ENOMEM. */
logreg_status logreg__factor_finely(bool *fine, double *L, const double *H, bool begun,
                                    const logreg__problem *problem, const double *b, logreg_error *err);

/* L := L C, lower triangles. H := L L', both triangles. */
void logreg__factor_multiply(double *L, const double *C, size_t q);
void logreg__factor_multiply_out(double *H, const double *L, size_t q);

/* Rows whose information has a smaller condition, by factor_condition, are orthogonal enough: the factor is fine. */
#define LOGREG__NEARLY_ORTHOGONAL 10

/* Input (b, to be filled in, and inv(L)) and accumulator of kernel_white, one after the other; the caller frees them. held: NULL, or
 * the problem's, where L is a factor of an information that has 1 for these. ENOMEM. */
logreg_status logreg__factor_begin(double **white, const double *L, size_t q, const unsigned char *held,
                                   logreg_error *err);

/* After the walk: L := L C. Returns the condition of what C is a factor of; infinity, with L as it was, where there is no C. */
double logreg__factor_end(double *L, double *white, size_t q, const unsigned char *held);

#endif
