/* Dense linear algebra on small matrices, column-major, n columns n apart unless said otherwise.
 *
 * dense.c asks LAPACKE; dense_plain.c does the same in plain loops. The plain set serves small matrices, where it is quicker
 * than starting a library, serves within the threads of the fold, where a threaded BLAS must not be called, and is what
 * the tests hold the other against.
 */
#ifndef LOGREG_ENGINE_DENSE_H
#define LOGREG_ENGINE_DENSE_H

#include <stdbool.h>
#include <stddef.h>

/* A = L L', reading and writing the lower triangle. false if a pivot is not positive, or not finite; A is then spoilt. */
bool logreg__cholesky(double *A, size_t n);
bool logreg__plain_cholesky(double *A, size_t n);

/* x := inv(L L') x. */
void logreg__cholesky_solve(const double *L, size_t n, double *x);
void logreg__plain_cholesky_solve(const double *L, size_t n, double *x);

/* V := inv(L L'), both triangles filled; V may be L. */
void logreg__cholesky_invert(double *V, const double *L, size_t n);
void logreg__plain_cholesky_invert(double *V, const double *L, size_t n);

/* M := inv(L), lower triangle, zeros above; M may be L. */
void logreg__lower_invert(double *M, const double *L, size_t n);
void logreg__plain_lower_invert(double *M, const double *L, size_t n);

/* The same with the rows of inv(L) one after the other, zeros above the diagonal, as kernels take them. */
void logreg__lower_invert_rows(double *M, const double *L, size_t n);

/* V := U'U, both triangles filled; U (n x n) is full. V may not be U. */
void logreg__cross_product(double *V, const double *U, size_t n);
void logreg__plain_cross_product(double *V, const double *U, size_t n);

/* G (m x l, columns ld apart) := X'Y of X (p x m) and Y (p x l). */
void logreg__columns_product(double *G, size_t ld, const double *X, size_t m, const double *Y, size_t l,
                             size_t p);
void logreg__plain_columns_product(double *G, size_t ld, const double *X, size_t m, const double *Y, size_t l,
                                   size_t p);

/* x := inv(L) x. */
void logreg__lower_solve(const double *L, size_t n, double *x);

/* x := inv(R) x for the leading n x n of an upper triangle with leading dimension ld. */
void logreg__upper_solve(const double *R, size_t ld, size_t n, double *x);

/* Replaces R (n x n, upper) by the R of [R; B], where B has m rows, ldb apart; B is spoilt. Householder reflections;
 * the diagonal may have either sign. O(m n^2). */
void logreg__qr_append(double *R, size_t n, double *B, size_t m, size_t ldb);

#endif
