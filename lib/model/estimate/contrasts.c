/* Differences of two classes' coefficients that stay finite where the coefficients themselves run away together, as all do where the first class
 * stands apart from the others.
 */
#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "model/fitting.h"

/* Where the pair of linear predictors c > d begins among all pairs, each of p columns. */
static size_t pair_of(const logreg_model *m, size_t c, size_t d)
{
    return (c * (c - 1) / 2 + d) * m->p;
}

size_t logreg__contrast_count(const logreg_model *m)
{
    return m->k * (m->k - 1) / 2 * m->p;
}

/* The limit's fit holds some coefficients where they are, without a variance; of what is finite it tells all the same. */
static void keep(logreg_model *m, size_t c, size_t d, size_t j)
{
    size_t a = c * m->p + j, b = d * m->p + j, q = m->q;
    const double *V = m->covariance;
    double *to = m->contrast + 2 * (pair_of(m, c, d) + j);
    to[0] = m->finite[a] - m->finite[b];
    to[1] = sqrt(V[a * q + a] + V[b * q + b] - 2 * V[a * q + b]);
}

logreg_status logreg__contrasts_keep(logreg_model *m, const logreg__existence *e, logreg_error *err)
{
    size_t n = logreg__contrast_count(m);
    bool any = false;
    for (size_t c = 1; e->contrast && c < m->k; c++)
        for (size_t d = 0; d < c; d++)
            for (size_t j = 0; j < m->p; j++)
                any = any || (e->contrast[pair_of(m, c, d) + j] && m->status[c * m->p + j] != LOGREG_COEF_OK);
    if (!any)
        return LOGREG_OK;
    m->contrast = logreg__new_raw(2 * n, sizeof *m->contrast);
    if (!m->contrast)
        return logreg__fail_memory(err);
    for (size_t i = 0; i < 2 * n; i++)
        m->contrast[i] = NAN;
    for (size_t c = 1; c < m->k; c++)
        for (size_t d = 0; d < c; d++)
            for (size_t j = 0; j < m->p; j++)
                if (e->contrast[pair_of(m, c, d) + j])
                    keep(m, c, d, j);
    return LOGREG_OK;
}

bool logreg_model_contrast(double *estimate, double *std_error, const logreg_model *m, size_t k,
                           size_t against, size_t j)
{
    if (!m->contrast || against < 1 || k <= against || k > m->k || j >= m->p)
        return false;
    const double *at = m->contrast + 2 * (pair_of(m, k - 1, against - 1) + j);
    *estimate = at[0];
    *std_error = at[1];
    return !isnan(at[0]);
}
