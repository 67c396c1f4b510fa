/* The same through LAPACKE for matrices that are large enough to repay it, where there is one. */
#include "engine/dense.h"

#include <math.h>
#include <string.h>

#include "base/memory.h"
#include "engine/lapack.h"

/* Up to here the plain loops are quicker than a call that may wake threads. */
#define SMALL 64

static bool worth(logreg__lapack *lapack, size_t n)
{
    return n > SMALL && logreg__lapack_load(lapack);
}

bool logreg__cholesky(double *A, size_t n)
{
    logreg__lapack lapack;
    if (!worth(&lapack, n))
        return logreg__plain_cholesky(A, n);
    /* Some builds of OpenBLAS have called matrices indefinite that are not, and pass NaN through: a refusal is believed only
     * when the plain loops agree, on a copy kept in the upper triangle and a spare diagonal. */
    double *diagonal = logreg__new_raw(n, sizeof *diagonal);
    if (!diagonal)
        return logreg__plain_cholesky(A, n);
    for (size_t j = 0; j < n; j++) {
        diagonal[j] = A[j * n + j];
        for (size_t i = j + 1; i < n; i++)
            A[i * n + j] = A[j * n + i];
    }
    bool ok = lapack.potrf(LAPACK_COL_MAJOR, 'L', (lapack_int)n, A, (lapack_int)n) == 0;
    for (size_t j = 0; ok && j < n; j++)
        ok = A[j * n + j] > 0 && isfinite(A[j * n + j]);
    if (!ok) {
        for (size_t j = 0; j < n; j++) {
            A[j * n + j] = diagonal[j];
            for (size_t i = j + 1; i < n; i++)
                A[j * n + i] = A[i * n + j];
        }
        ok = logreg__plain_cholesky(A, n);
    }
    free(diagonal);
    return ok;
}

void logreg__cholesky_solve(const double *L, size_t n, double *x)
{
    logreg__lapack lapack;
    if (!worth(&lapack, n))
        logreg__plain_cholesky_solve(L, n, x);
    else
        lapack.potrs(LAPACK_COL_MAJOR, 'L', (lapack_int)n, 1, L, (lapack_int)n, x, (lapack_int)n);
}

void logreg__cholesky_invert(double *V, const double *L, size_t n)
{
    logreg__lapack lapack;
    if (!worth(&lapack, n)) {
        logreg__plain_cholesky_invert(V, L, n);
        return;
    }
    if (V != L)
        memcpy(V, L, n * n * sizeof *V);
    lapack.potri(LAPACK_COL_MAJOR, 'L', (lapack_int)n, V, (lapack_int)n);
    for (size_t j = 0; j < n; j++)
        for (size_t i = j + 1; i < n; i++)
            V[i * n + j] = V[j * n + i];
}

void logreg__lower_invert(double *M, const double *L, size_t n)
{
    logreg__lapack lapack;
    if (!worth(&lapack, n)) {
        logreg__plain_lower_invert(M, L, n);
        return;
    }
    if (M != L)
        memcpy(M, L, n * n * sizeof *M);
    for (size_t j = 0; j < n; j++)
        memset(M + j * n, 0, j * sizeof *M);
    lapack.trtri(LAPACK_COL_MAJOR, 'L', 'N', (lapack_int)n, M, (lapack_int)n);
}

void logreg__lower_invert_rows(double *M, const double *L, size_t n)
{
    logreg__lower_invert(M, L, n);
    for (size_t j = 0; j < n; j++)
        for (size_t i = 0; i < j; i++) {
            M[j * n + i] = M[i * n + j];
            M[i * n + j] = 0;
        }
}

void logreg__cross_product(double *V, const double *U, size_t n)
{
    logreg__lapack lapack;
    if (!worth(&lapack, n)) {
        logreg__plain_cross_product(V, U, n);
        return;
    }
    int size = (int)n;
    lapack.syrk(CblasColMajor, CblasLower, CblasTrans, size, size, 1, U, size, 0, V, size);
    for (size_t j = 0; j < n; j++)
        for (size_t i = j + 1; i < n; i++)
            V[i * n + j] = V[j * n + i];
}

void logreg__columns_product(double *G, size_t ld, const double *X, size_t m, const double *Y, size_t l,
                             size_t p)
{
    logreg__lapack lapack;
    if (!worth(&lapack, m))
        logreg__plain_columns_product(G, ld, X, m, Y, l, p);
    else
        lapack.gemm(CblasColMajor, CblasTrans, CblasNoTrans, (int)m, (int)l, (int)p, 1, X, (int)p, Y, (int)p,
                    0, G, (int)ld);
}
