#include "inference/wald.h"

#include <math.h>

#include "base/memory.h"
#include "engine/dense.h"
#include "inference/chi_squared.h"

/* A squared pivot this small, of a matrix with a diagonal of ones, is what rounding leaves of a covariance that has not the rank: that of
 * few clusters. That of the information may be as small and sound. */
#define SINGULAR 1e-12

double logreg__wald(double *V, double *c, size_t n, bool robust)
{
    double statistic = 0;
    for (size_t i = 0; i < n; i++)
        c[i] /= sqrt(V[i * n + i]);
    for (size_t j = 0; j < n; j++) /* a unit diagonal, so that units do not matter */
        for (size_t i = 0; i < n; i++)
            if (i != j)
                V[j * n + i] /= sqrt(V[i * n + i] * V[j * n + j]);
    for (size_t i = 0; i < n; i++)
        V[i * n + i] /= V[i * n + i];
    if (!logreg__cholesky(V, n))
        return NAN;
    logreg__lower_solve(V, n, c);
    for (size_t i = 0; i < n; i++) {
        if (robust && V[i * n + i] * V[i * n + i] < SINGULAR)
            return NAN;
        statistic += c[i] * c[i];
    }
    return statistic;
}

bool logreg__wald_of(double *statistic, const logreg_model *m, const double *C, size_t n)
{
    size_t q = m->q;
    double *room = logreg__new_raw(n + 2, (n + q) * sizeof *room);
    if (!room)
        return false;
    double *V = room, *c = V + n * n, *row = c + n;
    for (size_t i = 0; i < n; i++) {
        c[i] = 0;
        for (size_t a = 0; a < q; a++) {
            double sum = 0;
            for (size_t b = 0; b < q; b++)
                sum += C[i * q + b] != 0 ? C[i * q + b] * m->covariance[a * q + b] : 0;
            row[a] = sum;
            c[i] += C[i * q + a] != 0 ? C[i * q + a] * m->beta[a] : 0;
        }
        for (size_t j = 0; j < n; j++) {
            double sum = 0;
            for (size_t a = 0; a < q; a++)
                sum += C[j * q + a] != 0 ? C[j * q + a] * row[a] : 0;
            V[j * n + i] = sum;
        }
    }
    *statistic = logreg__wald(V, c, n, logreg__model_robust(m));
    free(room);
    return true;
}

logreg_test logreg__wald_test(const logreg_model *m, double statistic, double df)
{
    double others = logreg_model_t_df(m);
    if (isinf(others))
        return logreg__chi_squared(statistic, df);
    double f = statistic / df;
    bool meant = df > 0 && others > 0 && isfinite(f);
    return (logreg_test){f, df, meant ? gsl_cdf_fdist_Q(fmax(f, 0), df, others) : NAN, others};
}
