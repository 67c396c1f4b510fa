/* Textbook algorithms: Golub & Van Loan, Matrix Computations, 4th ed., 4.2 (Cholesky), 3.1 (triangles), 5.2 (Householder). */
#include "engine/dense.h"

#include <math.h>
#include <string.h>

/* a := a - L x, of four columns of L, n apart, one after the other: a stays in registers meanwhile. */
static inline void less_four(double *restrict a, const double *restrict L, size_t n, const double x[4],
                             size_t rows)
{
    for (size_t i = 0; i < rows; i++)
        a[i] = a[i] - L[i] * x[0] - L[n + i] * x[1] - L[2 * n + i] * x[2] - L[3 * n + i] * x[3];
}

bool logreg__plain_cholesky(double *A, size_t n)
{
    for (size_t j = 0; j < n; j++) {
        double *a = A + j * n;
        size_t c = 0;
        for (; c + 4 <= j; c += 4) {
            const double *l = A + c * n + j;
            less_four(a + j, l, n, (const double[]){l[0], l[n], l[2 * n], l[3 * n]}, n - j);
        }
        for (; c < j; c++) {
            const double *l = A + c * n;
            double l_jc = l[j];
            for (size_t i = j; i < n; i++)
                a[i] -= l[i] * l_jc;
        }
        if (!(a[j] > 0) || !isfinite(a[j]))
            return false;
        double root = sqrt(a[j]);
        for (size_t i = j; i < n; i++)
            a[i] /= root;
    }
    return true;
}

void logreg__lower_solve(const double *L, size_t n, double *x)
{
    for (size_t j = 0; j < n; j++) {
        x[j] /= L[j * n + j];
        for (size_t i = j + 1; i < n; i++)
            x[i] -= L[j * n + i] * x[j];
    }
}

/* x := inv(L') x */
static void lower_transposed_solve(const double *L, size_t n, double *x)
{
    for (size_t j = n; j-- > 0;) {
        for (size_t i = j + 1; i < n; i++)
            x[j] -= L[j * n + i] * x[i];
        x[j] /= L[j * n + j];
    }
}

void logreg__upper_solve(const double *R, size_t ld, size_t n, double *x)
{
    for (size_t j = n; j-- > 0;) {
        x[j] /= R[j * ld + j];
        for (size_t i = 0; i < j; i++)
            x[i] -= R[j * ld + i] * x[j];
    }
}

void logreg__plain_cholesky_solve(const double *L, size_t n, double *x)
{
    logreg__lower_solve(L, n, x);
    lower_transposed_solve(L, n, x);
}

/* Column after column, each with the columns of L that stand to the right of it. */
void logreg__plain_lower_invert(double *M, const double *L, size_t n)
{
    if (M != L)
        memcpy(M, L, n * n * sizeof *M);
    for (size_t j = 0; j < n; j++) {
        double *m = M + j * n;
        double pivot = 1 / m[j];
        for (size_t i = 0; i < j; i++)
            m[i] = 0;
        for (size_t i = j + 1; i < n; i++)
            m[i] *= -pivot;
        m[j] = pivot;
        for (size_t c = j + 1; c < n; c++) {
            const double *l = M + c * n;
            m[c] /= l[c];
            for (size_t i = c + 1; i < n; i++)
                m[i] -= l[i] * m[c];
        }
    }
}

void logreg__plain_cross_product(double *V, const double *U, size_t n)
{
    for (size_t j = 0; j < n; j++)
        for (size_t i = j; i < n; i++) {
            double sum = 0;
            for (size_t r = 0; r < n; r++)
                sum += U[i * n + r] * U[j * n + r];
            V[j * n + i] = V[i * n + j] = sum;
        }
}

/* Four columns of Y abreast, so that the processor need not wait for one sum after the other. */
void logreg__plain_columns_product(double *G, size_t ld, const double *X, size_t m, const double *Y, size_t l,
                                   size_t p)
{
    for (size_t first = 0; first < l; first += 4) {
        const double *y[4];
        for (size_t c = 0; c < 4; c++)
            y[c] = Y + (first + c < l ? first + c : first) * p;
        for (size_t i = 0; i < m; i++) {
            const double *x = X + i * p;
            double sum[4] = {0};
            for (size_t j = 0; j < p; j++)
                for (size_t c = 0; c < 4; c++)
                    sum[c] += x[j] * y[c][j];
            for (size_t c = 0; c < 4 && first + c < l; c++)
                G[(first + c) * ld + i] = sum[c];
        }
    }
}

/* inv(L L') = M'M with M = inv(L), lower triangular. */
void logreg__plain_cholesky_invert(double *V, const double *L, size_t n)
{
    logreg__plain_lower_invert(V, L, n);
    for (size_t j = 0; j < n; j++)
        for (size_t i = j; i < n; i++) {
            double sum = 0;
            for (size_t r = i; r < n; r++)
                sum += V[i * n + r] * V[j * n + r];
            V[j * n + i] = sum;
        }
    for (size_t j = 0; j < n; j++)
        for (size_t i = j + 1; i < n; i++)
            V[i * n + j] = V[j * n + i];
}

/* Norm of (r, b_1 .. b_m) that neither overflows nor underflows where the result does not. */
static double norm_with(double r, const double *b, size_t m)
{
    double big = fabs(r);
    for (size_t i = 0; i < m; i++)
        big = fmax(big, fabs(b[i]));
    if (big == 0 || !isfinite(big))
        return big;
    double sum = r / big * (r / big);
    for (size_t i = 0; i < m; i++)
        sum += b[i] / big * (b[i] / big);
    return big * sqrt(sum);
}

/* start + x'y, in strands, so that the processor need not wait for one addition after the other. */
static double dot_with(double start, const double *x, const double *y, size_t m)
{
    enum { STRANDS = 8 };
    double sum[STRANDS] = {0};
    size_t i = 0;
    for (; i + STRANDS <= m; i += STRANDS)
        for (size_t l = 0; l < STRANDS; l++)
            sum[l] += x[i + l] * y[i + l];
    for (; i < m; i++)
        start += x[i] * y[i];
    return start + (((sum[0] + sum[1]) + (sum[2] + sum[3])) + ((sum[4] + sum[5]) + (sum[6] + sum[7])));
}

void logreg__qr_append(double *R, size_t n, double *B, size_t m, size_t ldb)
{
    for (size_t j = 0; j < n; j++) {
        double *r = R + j * n, *b = B + j * ldb;
        double norm = norm_with(r[j], b, m);
        if (norm == 0)
            continue;
        /* The reflection I - tau v v' with v = (1, b / (r_jj + s)), s the norm with r_jj's sign, tau = (r_jj + s) / s:
         * quotients only, so that nothing overflows. */
        double signed_norm = r[j] < 0 ? -norm : norm;
        double sum = r[j] + signed_norm, tau = sum / signed_norm;
        for (size_t i = 0; i < m; i++)
            b[i] /= sum;
        r[j] = -signed_norm;
        for (size_t c = j + 1; c < n; c++) {
            double *rc = R + c * n, *bc = B + c * ldb;
            double dot = tau * dot_with(rc[j], b, bc, m);
            rc[j] -= dot;
            for (size_t i = 0; i < m; i++)
                bc[i] -= dot * b[i];
        }
    }
}
