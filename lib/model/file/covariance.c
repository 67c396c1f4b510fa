/* The covariance of coefficients, and what stands beside it where it had to be mended or does not tell all. */
#include <math.h>

#include "base/memory.h"
#include "model/estimate/penalised.h"
#include "model/file/section.h"

/* ---- Its lower triangle, row after row ---- */

static void put(json_t **file, const logreg_model *m)
{
    if (!m->covariance)
        return;
    json_t *array = json_array();
    for (size_t i = 0; i < m->q; i++)
        for (size_t j = 0; j <= i; j++)
            logreg__json_append(&array, logreg__json_real(m->covariance[i * m->q + j]));
    logreg__json_set(file, "covariance", array);
}

/* No more of rounding than this makes a correlation pass 1. */
#define CORRELATION 1e-6

/* Variances are not negative, and correlations at most 1; coefficients without an estimate have neither. */
static bool check(logreg_model *m, logreg__model_reader *r)
{
    for (size_t i = 0; m->covariance && i < m->q; i++)
        for (size_t j = 0; j <= i; j++) {
            double v = m->covariance[i * m->q + j], vi = m->covariance[i * m->q + i],
                   vj = m->covariance[j * m->q + j];
            bool none = m->status[i] != LOGREG_COEF_OK || m->status[j] != LOGREG_COEF_OK;
            if (none && !isnan(v))
                return logreg__read_wrong(r, "covariance", "holds a number for a coefficient that has none");
            if (!isnan(v) == (isnan(vi) || isnan(vj)))
                return logreg__read_wrong(r, "covariance",
                                          "lacks a number for a coefficient that has others");
            if (vi < 0 || fabs(v) > sqrt(vi) * sqrt(vj) * (1 + CORRELATION))
                return logreg__read_wrong(r, "covariance",
                                          "is none: a variance is negative or a correlation beyond 1");
        }
    return true;
}

static bool get(logreg_model *m, logreg__model_reader *r, const json_t *file)
{
    if (logreg__penalty_shrinks(m->penalty)) {
        free(m->covariance);
        m->covariance = NULL;
        return true;
    }
    const json_t *a = logreg__read_array(r, file, "covariance");
    if (!a)
        return false;
    if (json_array_size(a) != m->q * (m->q + 1) / 2)
        return logreg__read_wrong(r, "covariance", "has the wrong length");
    for (size_t i = 0, at = 0; i < m->q; i++)
        for (size_t j = 0; j <= i; j++, at++) {
            double x;
            if (!logreg__read_real(&x, json_array_get(a, at)))
                return logreg__read_wrong(r, "covariance", "should hold numbers");
            m->covariance[i * m->q + j] = m->covariance[j * m->q + i] = x;
        }
    return true;
}

const logreg__section logreg__section_covariance = {put, get, check};

/* ---- Vectors that mended one by two kinds of clusters ---- */

static void put_mending(json_t **file, const logreg_model *m)
{
    if (m->mending)
        logreg__json_set(file, "vcov_mending", logreg__json_reals(m->mending, m->n_mending * m->q));
}

/* Models of old lack it where they were mended: which tests live by it is then not known. */
static bool get_mending(logreg_model *m, logreg__model_reader *r, const json_t *file)
{
    size_t n = json_array_size(logreg__read_member(r, file, "vcov_mending"));
    if (!logreg__read_member(r, file, "vcov_mending"))
        return true;
    if (n == 0 || n % m->q != 0 || !m->vcov_mended)
        return logreg__read_wrong(r, "vcov_mending", "has the wrong length");
    m->n_mending = n / m->q;
    m->mending = logreg__new_raw(n, sizeof *m->mending);
    return m->mending ? logreg__read_reals(m->mending, n, false, r, file, "vcov_mending")
                      : logreg__read_no_memory(r);
}

const logreg__section logreg__section_mending = {put_mending, get_mending, NULL};

/* ---- Differences between classes that stay finite where coefficients run away ---- */

static void put_contrasts(json_t **file, const logreg_model *m)
{
    if (m->contrast)
        logreg__json_set(file, "contrasts", logreg__json_reals(m->contrast, 2 * logreg__contrast_count(m)));
}

static bool get_contrasts(logreg_model *m, logreg__model_reader *r, const json_t *file)
{
    size_t n = 2 * logreg__contrast_count(m);
    if (!logreg__read_member(r, file, "contrasts"))
        return true;
    m->contrast = logreg__new_raw(n, sizeof *m->contrast);
    return m->contrast ? logreg__read_reals(m->contrast, n, true, r, file, "contrasts")
                       : logreg__read_no_memory(r);
}

const logreg__section logreg__section_contrasts = {put_contrasts, get_contrasts, NULL};
