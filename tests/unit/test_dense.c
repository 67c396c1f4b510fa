/* Dense algebra: LAPACKE against plain loops, and both against what they should solve. */
#include "harness.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "engine/dense.h"

/* A positive definite matrix of about the given condition. */
static double *definite(size_t n, double ridge)
{
    double *A = calloc(n * n, sizeof *A);
    for (size_t k = 0; k < 2 * n; k++)
        for (size_t j = 0; j < n; j++)
            for (size_t i = 0; i < n; i++)
                A[j * n + i] += sin((double)(k * 31 + i * 7 + 1)) * sin((double)(k * 31 + j * 7 + 1));
    for (size_t j = 0; j < n; j++)
        A[j * n + j] += ridge;
    return A;
}

static bool without; /* there is no LAPACKE */

void *__real_dlopen(const char *name, int mode);
void *__wrap_dlopen(const char *name, int mode);

void *__wrap_dlopen(const char *name, int mode)
{
    return without ? NULL : __real_dlopen(name, mode);
}

static double *copy(const double *A, size_t n)
{
    double *B = calloc(n * n, sizeof *B);
    memcpy(B, A, n * n * sizeof *B);
    return B;
}

static const size_t sizes[] = {1, 2, 5, 63, 64, 65, 130};
#define EACH_SIZE(n) for (size_t t_ = 0, n = sizes[0]; t_ < 7; t_++, n = sizes[t_ < 7 ? t_ : 0])

static void both_factor_alike(void)
{
    EACH_SIZE(n)
    {
        double *A = definite(n, 1), *L = copy(A, n), *P = copy(A, n);
        CU_ASSERT_TRUE(logreg__cholesky(L, n));
        CU_ASSERT_TRUE(logreg__plain_cholesky(P, n));
        for (size_t j = 0; j < n; j++)
            for (size_t i = j; i < n; i++)
                CU_ASSERT_TRUE(near_abs(L[j * n + i], P[j * n + i], TOL_LONG));
        free(A);
        free(L);
        free(P);
    }
}

static void both_solve_and_invert(void)
{
    EACH_SIZE(n)
    {
        for (int plain = 0; plain < 2; plain++) {
            double *A = definite(n, 1), *L = copy(A, n), *V = calloc(n * n, sizeof *V),
                   *x = calloc(n, sizeof *x);
            (plain ? logreg__plain_cholesky : logreg__cholesky)(L, n);
            for (size_t i = 0; i < n; i++)
                x[i] = (double)i + 1;
            (plain ? logreg__plain_cholesky_solve : logreg__cholesky_solve)(L, n, x);
            (plain ? logreg__plain_cholesky_invert : logreg__cholesky_invert)(V, L, n);
            for (size_t i = 0; i < n; i++) {
                double b = 0;
                for (size_t j = 0; j < n; j++)
                    b += A[j * n + i] * x[j];
                CU_ASSERT_TRUE(near_abs(b, (double)i + 1, TOL_LONG * (double)n));
                for (size_t j = 0; j < n; j++) {
                    double unit = 0;
                    for (size_t r = 0; r < n; r++)
                        unit += A[r * n + i] * V[j * n + r];
                    CU_ASSERT_TRUE(near_abs(unit, i == j, TOL_LONG * (double)n));
                    CU_ASSERT_EQUAL(V[j * n + i], V[i * n + j]);
                }
            }
            free(A);
            free(L);
            free(V);
            free(x);
        }
    }
}

static void triangles_inverted_and_multiplied(void)
{
    EACH_SIZE(n)
    {
        double *L = definite(n, 1), *M = calloc(n * n, sizeof *M), *V = calloc(n * n, sizeof *V);
        double *W = calloc(n * n, sizeof *W), *inverse = calloc(n * n, sizeof *inverse);
        logreg__plain_cholesky(L, n);
        for (int plain = 0; plain < 2; plain++) {
            (plain ? logreg__plain_lower_invert : logreg__lower_invert)(M, L, n);
            (plain ? logreg__plain_cross_product : logreg__cross_product)(plain ? W : V, M, n);
        }
        logreg__plain_cholesky_invert(inverse, L, n);
        for (size_t i = 0; i < n * n; i++) {
            CU_ASSERT_TRUE(near_abs(V[i], inverse[i], TOL_LONG));
            CU_ASSERT_TRUE(near_abs(W[i], inverse[i], TOL_LONG));
        }
        free(L);
        free(M);
        free(V);
        free(W);
        free(inverse);
    }
}

/* Columns of one matrix times those of another, into a part of a third. */
static void products_of_columns(void)
{
    enum { LD = 150, M = 100, ROWS = 37 };
    static double X[M * ROWS], Y[M * ROWS], G[LD * M], W[LD * M];
    for (size_t i = 0; i < M * ROWS; i++) {
        X[i] = sin((double)i);
        Y[i] = cos(3 * (double)i);
    }
    for (size_t l = 1; l < 7; l++) {
        size_t m = l % 2 ? M : l;
        for (size_t i = 0; i < LD * M; i++)
            G[i] = W[i] = 7;
        logreg__columns_product(G, LD, X, m, Y, l, ROWS);
        logreg__plain_columns_product(W, LD, X, m, Y, l, ROWS);
        for (size_t i = 0; i < LD * M; i++) {
            double sum = 0;
            bool inside = i / LD < l && i % LD < m;
            for (size_t r = 0; inside && r < ROWS; r++)
                sum += X[i % LD * ROWS + r] * Y[i / LD * ROWS + r];
            CU_ASSERT_TRUE(near_abs(G[i], inside ? sum : 7, ROWS * TOL_SUM));
            CU_ASSERT_TRUE(near_abs(W[i], inside ? sum : 7, ROWS * TOL_SUM));
        }
    }
}

/* Then the plain loops do all, to the bit. */
static void do_without(void)
{
    enum { N = 100 };
    double *A = definite(N, 1), *L = copy(A, N), *P = copy(A, N), *V = copy(A, N), *W = copy(A, N);
    double x[N], y[N];
    for (int i = 0; i < N; i++)
        x[i] = y[i] = i;
    without = true;
    CU_ASSERT_TRUE(logreg__cholesky(L, N));
    CU_ASSERT_TRUE(logreg__plain_cholesky(P, N));
    CU_ASSERT_EQUAL(memcmp(L, P, N * N * sizeof *L), 0);
    logreg__cholesky_solve(L, N, x);
    logreg__plain_cholesky_solve(P, N, y);
    CU_ASSERT_EQUAL(memcmp(x, y, sizeof x), 0);
    logreg__cholesky_invert(V, L, N);
    logreg__plain_cholesky_invert(W, P, N);
    CU_ASSERT_EQUAL(memcmp(V, W, N * N * sizeof *V), 0);
    logreg__lower_invert(L, L, N);
    logreg__plain_lower_invert(P, P, N);
    CU_ASSERT_EQUAL(memcmp(L, P, N * N * sizeof *L), 0);
    logreg__cross_product(V, A, N);
    logreg__plain_cross_product(W, A, N);
    CU_ASSERT_EQUAL(memcmp(V, W, N * N * sizeof *V), 0);
    logreg__columns_product(V, N, A, N, L, N, N);
    logreg__plain_columns_product(W, N, A, N, L, N, N);
    CU_ASSERT_EQUAL(memcmp(V, W, N * N * sizeof *V), 0);
    without = false;
    free(A);
    free(L);
    free(P);
    free(V);
    free(W);
}

static void refuse_what_is_not_definite(void)
{
    EACH_SIZE(n)
    {
        double *A = definite(n, 1), *B = copy(A, n), *C = copy(A, n);
        A[n * n - 1] = -1e6;
        B[(n - 1) * n + n - 1] = NAN;
        C[0] = INFINITY;
        CU_ASSERT_FALSE(logreg__cholesky(A, n));
        CU_ASSERT_FALSE(logreg__cholesky(B, n));
        CU_ASSERT_FALSE(logreg__cholesky(C, n));
        free(A);
        free(B);
        free(C);
    }
}

static void triangles(void)
{
    const double L[] = {2, 1, 3, 0, 4, 5, 0, 0, 6}, R[] = {2, 0, 0, 1, 4, 0, 3, 5, 6};
    double x[] = {2, 9, 32}, y[] = {13, 23, 18};
    logreg__lower_solve(L, 3, x);
    logreg__upper_solve(R, 3, 3, y);
    const double lower[] = {1, 2, 19.0 / 6}, upper[] = {1, 2, 3};
    for (int i = 0; i < 3; i++) {
        CU_ASSERT_TRUE(near_rel(x[i], lower[i], TOL_EXPRESSION));
        CU_ASSERT_TRUE(near_rel(y[i], upper[i], TOL_EXPRESSION));
    }
}

/* R'R of rows appended in three parts is B'B, also for entries that would overflow when squared. */
static void qr_in_parts(void)
{
    enum { M = 11, N = 4 };
    static const double scales[] = {1, 1e200, 1e-200};
    for (int s = 0; s < 3; s++) {
        double B[N * M], R[N * N] = {0}, part[N * M];
        for (size_t j = 0; j < N; j++)
            for (size_t i = 0; i < M; i++)
                B[j * M + i] = scales[s] * cos((double)(5 * i + 3 * j));
        for (size_t first = 0; first < M; first += 4) {
            size_t rows = M - first < 4 ? M - first : 4;
            for (size_t j = 0; j < N; j++)
                memcpy(part + j * M, B + j * M + first, rows * sizeof *part);
            logreg__qr_append(R, N, part, rows, M);
        }
        for (size_t i = 0; i < N; i++)
            for (size_t j = 0; j < N; j++) {
                double left = 0, right = 0;
                for (size_t r = 0; r <= i && r <= j; r++)
                    left += R[i * N + r] / scales[s] * (R[j * N + r] / scales[s]);
                for (size_t r = 0; r < M; r++)
                    right += B[i * M + r] / scales[s] * (B[j * M + r] / scales[s]);
                CU_ASSERT_TRUE(near_abs(left, right, TOL_SUM));
            }
    }
}

const test_case tests[] = {
    {"LAPACKE and the plain loops factor alike", both_factor_alike},
    {"both solve and invert", both_solve_and_invert},
    {"triangles inverted and multiplied", triangles_inverted_and_multiplied},
    {"products of columns", products_of_columns},
    {"the plain loops do all where there is no LAPACKE", do_without},
    {"both refuse what is not positive definite", refuse_what_is_not_definite},
    {"triangular systems", triangles},
    {"QR in parts", qr_in_parts},
    {NULL, NULL},
};
