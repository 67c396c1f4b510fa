#include "solvers/factor.h"

#include <float.h>
#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "engine/dense.h"

#define MOST_WALKS 4

/* Products with inv(L) carry rounding that grows with its size: a smaller pivot may be that alone, and is left to QR. */
#define WHITE_NOISE (64 * DBL_EPSILON)

double logreg__factor_condition(const double *H, const double *L, size_t q)
{
    double worst = 1;
    for (size_t j = 0; j < q; j++)
        worst = fmax(worst, sqrt(H[j * q + j]) / fabs(L[j * q + j]));
    return worst;
}

/* Rows of a square root have entries for held coefficients too, which nothing is to be made of. */
logreg_status logreg__factor_begin(double **white, const double *L, size_t q, const unsigned char *held,
                                   logreg_error *err)
{
    *white = logreg__new_raw(q + 3 * q * q + LOGREG__WHITE_ENDS, sizeof **white);
    if (!*white)
        return logreg__fail_memory(err);
    logreg__lower_invert_rows(*white + q, L, q);
    for (size_t j = 0; held && j < q; j++)
        if (held[j])
            (*white)[q + j * q + j] = 0;
    return LOGREG_OK;
}

/* A column of the product needs columns of L from its own on. */
void logreg__factor_multiply(double *L, const double *C, size_t q)
{
    for (size_t j = 0; j < q; j++) {
        double *l = L + j * q;
        for (size_t i = j; i < q; i++)
            l[i] *= C[j * q + j];
        for (size_t c = j + 1; c < q; c++)
            for (size_t i = c; i < q; i++)
                l[i] += L[c * q + i] * C[j * q + c];
    }
}

void logreg__factor_multiply_out(double *H, const double *L, size_t q)
{
    memset(H, 0, q * q * sizeof *H);
    for (size_t c = 0; c < q; c++)
        for (size_t j = c; j < q; j++)
            for (size_t i = j; i < q; i++)
                H[j * q + i] += L[c * q + i] * L[c * q + j];
    for (size_t j = 0; j < q; j++)
        for (size_t i = j + 1; i < q; i++)
            H[i * q + j] = H[j * q + i];
}

double logreg__factor_end(double *L, double *white, size_t q, const unsigned char *held)
{
    double *G = white + q + q * q, *C = G + q * q + LOGREG__WHITE_ENDS;
    for (size_t j = 0; held && j < q; j++)
        if (held[j])
            G[j * q + j] = 1;
    memcpy(C, G, q * q * sizeof *C);
    if (!logreg__cholesky(C, q))
        return INFINITY;
    logreg__factor_multiply(L, C, q);
    return logreg__factor_condition(G, C, q);
}

/* A factor of H with columns scaled to length one and a shift of rounding size added. false: there is none. */
static bool begin_shifted(double *L, const double *H, size_t q)
{
    double shift = 16 * DBL_EPSILON * (double)q;
    for (size_t j = 0; j < q; j++)
        for (size_t i = j; i < q; i++)
            L[j * q + i] = H[j * q + i] / sqrt(H[i * q + i]) / sqrt(H[j * q + j]) + (i == j ? shift : 0);
    bool ok = logreg__cholesky(L, q);
    for (size_t j = 0; ok && j < q; j++)
        for (size_t i = j; i < q; i++)
            L[j * q + i] *= sqrt(H[i * q + i]);
    return ok;
}

/* Are the pivots beyond the noise of rounding? */
static bool regular(const double *L, const double *H, size_t q, double noise)
{
    bool all = true;
    for (size_t j = 0; all && j < q; j++)
        all = fabs(L[j * q + j]) > noise * sqrt(H[j * q + j]);
    return all;
}

static logreg_status by_qr(bool *fine, double *L, const double *H, const logreg__problem *problem,
                           const double *b, logreg_error *err)
{
    size_t q = problem->q;
    double *R = logreg__new_raw(q * q, sizeof *R);
    logreg_status status = R ? LOGREG_OK : logreg__fail_memory(err);
    if (status == LOGREG_OK)
        status = logreg__fold(problem, &logreg__kernel_qr, 1, b, R, NULL, err);
    for (size_t j = 0; status == LOGREG_OK && j < q; j++) {
        double sign = R[j * q + j] < 0 ? -1 : 1;
        for (size_t i = j; i < q; i++)
            L[j * q + i] = sign * R[i * q + j];
    }
    *fine = status == LOGREG_OK && regular(L, H, q, DBL_EPSILON);
    free(R);
    return status;
}

logreg_status logreg__factor_finely(bool *fine, double *L, const double *H, bool begun,
                                    const logreg__problem *problem, const double *b, logreg_error *err)
{
    size_t q = problem->q;
    bool going = begun || begin_shifted(L, H, q);
    *fine = false;
    for (int walk = 0; going && !*fine && walk < MOST_WALKS; walk++) {
        double *white = NULL;
        logreg_status status = logreg__factor_begin(&white, L, q, problem->held, err);
        if (status == LOGREG_OK) {
            memcpy(white, b, q * sizeof *white);
            status = logreg__fold(problem, &logreg__kernel_white, 1, white, white + q + q * q, NULL, err);
        }
        double condition = status == LOGREG_OK ? logreg__factor_end(L, white, q, problem->held) : INFINITY;
        free(white);
        if (status != LOGREG_OK)
            return status;
        going = isfinite(condition) && regular(L, H, q, WHITE_NOISE);
        *fine = going && condition < LOGREG__NEARLY_ORTHOGONAL;
    }
    return *fine || problem->held ? LOGREG_OK : by_qr(fine, L, H, problem, b, err);
}
