#include "inference/wald.h"

#include <math.h>

#include "base/memory.h"
#include "engine/dense.h"
#include "inference/chi_squared.h"
#include "solvers/vectors.h"

/* A squared pivot this small, of a matrix with a diagonal of ones, is what rounding leaves of a covariance that has not the rank: that of
 * few clusters. That of the information may be as small and sound. */
#define SINGULAR 1e-12

/* Is L L' - sum of d d', with Y = inv(L) D, positive definite? It is where 1 - Y'Y is. D [n x m] becomes Y; room [m x m]. */
static bool stands_alone(const double *L, size_t n, double *D, size_t m, double *room)
{
    for (size_t j = 0; j < m; j++)
        logreg__lower_solve(L, n, D + j * n);
    for (size_t j = 0; j < m; j++)
        for (size_t i = 0; i < m; i++)
            room[j * m + i] = (i == j) - logreg__dot(D + i * n, D + j * n, n);
    return logreg__cholesky(room, m);
}

size_t logreg__wald_added(const logreg_model *m, size_t n)
{
    return n > 1 ? m->n_mending : 0;
}

double logreg__wald(double *V, double *c, size_t n, double *added, size_t n_added, bool robust)
{
    double statistic = 0;
    for (size_t i = 0; i < n; i++) {
        c[i] /= sqrt(V[i * n + i]);
        for (size_t j = 0; j < n_added; j++)
            added[j * n + i] /= sqrt(V[i * n + i]);
    }
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
    if (n_added && !stands_alone(V, n, added, n_added, added + n * n_added))
        return NAN;
    return statistic;
}

logreg_coefficient logreg__wald_line(const logreg_model *m, double estimate, double se, double value,
                                     double level)
{
    double width = logreg__model_quantile(m, (1 - level) / 2) * se, z = (estimate - value) / se;
    return (logreg_coefficient){
        .estimate = estimate,
        .std_error = se,
        .z = z,
        .p = 2 * logreg__model_tail(m, fabs(z)),
        .low = estimate - width,
        .high = estimate + width,
        .unit = 1,
        .odds_ratio = exp(estimate),
        .odds_ratio_low = exp(estimate - width),
        .odds_ratio_high = exp(estimate + width),
    };
}

bool logreg__wald_form(double *V, double *c, const logreg_model *m, const double *C, const double *value,
                       size_t n)
{
    size_t q = m->q;
    double *row = logreg__new_raw(q, sizeof *row);
    for (size_t i = 0; row && i < n; i++) {
        const double *own = C + i * q;
        memset(row, 0, q * sizeof *row);
        c[i] = value ? -value[i] : 0;
        for (size_t b = 0; b < q; b++) {
            if (own[b] == 0)
                continue;
            c[i] += own[b] * m->beta[b];
            for (size_t a = 0; a < q; a++)
                row[a] += own[b] * m->covariance[b * q + a];
        }
        for (size_t j = 0; j < n; j++) {
            double sum = 0;
            for (size_t a = 0; a < q; a++)
                sum += C[j * q + a] != 0 ? C[j * q + a] * row[a] : 0;
            V[j * n + i] = sum;
        }
    }
    bool ok = row != NULL;
    free(row);
    return ok;
}

bool logreg__wald_of(double *statistic, const logreg_model *m, const double *C, const double *value, size_t n)
{
    size_t n_added = logreg__wald_added(m, n);
    double *V = logreg__new_raw(n + 1, n * sizeof *V),
           *added = logreg__new_raw(n_added, (n + n_added) * sizeof *added);
    bool ok = V && added && logreg__wald_form(V, V + n * n, m, C, value, n);
    for (size_t j = 0; ok && j < n_added; j++)
        for (size_t i = 0; i < n; i++)
            added[j * n + i] = logreg__dot(C + i * m->q, m->mending + j * m->q, m->q);
    if (ok)
        *statistic = logreg__wald(V, V + n * n, n, added, n_added, logreg__model_robust(m));
    free(V);
    free(added);
    return ok;
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
