/* From a meat to a covariance, by a square root of the meat, so that no variance comes out negative. */
#include "covariance/covariance.h"

#include <float.h>
#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "engine/dense.h"
#include "solvers/vectors.h"

/* An eigenvalue of a meat that is this far below 0, beside the largest, is no rounding. */
#define NEGATIVE 1e-10

#define MOST_SWEEPS 60

/* Turns columns i and j of X (n numbers each) by an angle. */
static void turn(double *X, size_t n, size_t i, size_t j, double cosine, double sine)
{
    for (size_t r = 0; r < n; r++) {
        double a = X[i * n + r], b = X[j * n + r];
        X[i * n + r] = cosine * a - sine * b;
        X[j * n + r] = sine * a + cosine * b;
    }
}

/* The same for its rows. */
static void turn_rows(double *X, size_t n, size_t i, size_t j, double cosine, double sine)
{
    for (size_t c = 0; c < n; c++) {
        double a = X[c * n + i], b = X[c * n + j];
        X[c * n + i] = cosine * a - sine * b;
        X[c * n + j] = sine * a + cosine * b;
    }
}

/* Makes W diagonal by rotations (Jacobi 1846; Golub & Van Loan, Matrix Computations, 8.5), W = Q diag(W) Q'. false: an entry that is
 * not finite. */
static bool diagonalise(double *W, double *Q, size_t n)
{
    memset(Q, 0, n * n * sizeof *Q);
    for (size_t i = 0; i < n; i++)
        Q[i * n + i] = 1;
    double size = 0;
    for (size_t i = 0; i < n * n; i++)
        size += W[i] * W[i];
    if (!isfinite(size))
        return false;
    for (int sweep = 0; sweep < MOST_SWEEPS; sweep++) {
        double off = 0;
        for (size_t j = 0; j < n; j++)
            for (size_t i = j + 1; i < n; i++) {
                double x = W[j * n + i];
                off += x * x;
                if (x * x <= DBL_EPSILON * DBL_EPSILON * DBL_EPSILON * size)
                    continue;
                double tau = (W[j * n + j] - W[i * n + i]) / (2 * x),
                       t = (tau >= 0 ? 1 : -1) / (fabs(tau) + sqrt(1 + tau * tau)),
                       cosine = 1 / sqrt(1 + t * t);
                turn(W, n, i, j, cosine, t * cosine);
                turn_rows(W, n, i, j, cosine, t * cosine);
                turn(Q, n, i, j, cosine, t * cosine);
            }
        if (off <= DBL_EPSILON * DBL_EPSILON * size)
            break;
    }
    return true;
}

/* C with C C' the nearest positive semidefinite matrix to W, which is spoilt. Where W was none itself, D D' is what it takes to make it one,
 * D having *n_added columns. false: W is not finite. */
static bool square_root(double *C, double *D, size_t *n_added, double *W, size_t n)
{
    *n_added = 0;
    memcpy(C, W, n * n * sizeof *C);
    if (logreg__cholesky(C, n)) {
        for (size_t j = 1; j < n; j++)
            memset(C + j * n, 0, j * sizeof *C);
        return true;
    }
    if (!diagonalise(W, C, n))
        return false;
    double largest = 0;
    for (size_t j = 0; j < n; j++)
        largest = fmax(largest, fabs(W[j * n + j]));
    for (size_t j = 0; j < n; j++) {
        double value = W[j * n + j];
        if (value < -NEGATIVE * largest) {
            for (size_t i = 0; i < n; i++)
                D[*n_added * n + i] = C[j * n + i] * sqrt(-value);
            ++*n_added;
        }
        for (size_t i = 0; i < n; i++)
            C[j * n + i] *= sqrt(fmax(value, 0));
    }
    return true;
}

/* The columns of D, in the coordinates of W, as vectors among coefficients of the x: U'D. false: out of memory. */
static bool keep_added(double **added, const double *D, size_t n, const double *U, size_t q)
{
    if (n == 0)
        return true;
    *added = logreg__new_raw(n, q * sizeof **added);
    for (size_t i = 0; *added && i < n; i++)
        for (size_t j = 0; j < q; j++)
            (*added)[i * q + j] = logreg__dot(D + i * q, U + j * q, q);
    return *added != NULL;
}

logreg_status logreg__sandwich(double *V, double **added, size_t *n_added, double *W, const double *L,
                               const logreg__problem *problem, logreg_error *err)
{
    size_t q = problem->q;
    double *room = logreg__new_raw(4 * q, q * sizeof *room);
    if (!room)
        return logreg__fail_memory(err);
    double *U = room, *C = U + q * q, *X = C + q * q, *D = X + q * q;
    bool ok = true;
    *added = NULL;
    *n_added = 0;
    logreg__problem_root(problem, U, L);
    if (square_root(C, D, n_added, W, q)) {
        ok = keep_added(added, D, *n_added, U, q);
        for (size_t j = 0; j < q; j++)
            for (size_t i = 0; i < q; i++) {
                double sum = 0;
                for (size_t r = 0; r < q; r++)
                    sum += C[i * q + r] * U[j * q + r];
                X[j * q + i] = sum;
            }
        logreg__cross_product(V, X, q);
    } else {
        for (size_t i = 0; i < q * q; i++)
            V[i] = NAN;
    }
    free(room);
    return ok ? LOGREG_OK : logreg__fail_memory(err);
}
