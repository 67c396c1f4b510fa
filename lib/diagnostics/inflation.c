/* What columns share: equation (83). */
#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "diagnostics/diagnosis.h"
#include "engine/dense.h"
#include "solvers/vectors.h"

/* Turns of a power iteration; more change the third digit of no condition number. */
#define TURNS 300

/* log det of the correlations of those among n coefficients whose `in` is what is asked for; S is room. NaN: singular. */
static double log_determinant(double *S, const double *V, size_t n, const unsigned char *in, int asked)
{
    size_t m = 0, row = 0;
    for (size_t j = 0; j < n; j++)
        m += asked < 0 || in[j] == asked;
    for (size_t j = 0; j < n; j++) {
        if (asked >= 0 && in[j] != asked)
            continue;
        size_t column = 0;
        for (size_t i = 0; i < n; i++)
            if (asked < 0 || in[i] == asked)
                S[row * m + column++] = V[j * n + i] / sqrt(V[i * n + i] * V[j * n + j]);
        row++;
    }
    if (!logreg__cholesky(S, m))
        return NAN;
    double sum = 0;
    for (size_t j = 0; j < m; j++)
        sum += 2 * log(S[j * m + j]);
    return sum;
}

/* Lists the study's coefficients that are no intercept, of each linear predictor; how many. */
static size_t list_slopes(size_t *slope, const logreg_study *s)
{
    size_t n = 0;
    for (size_t j = 0; j < s->problem->q; j++)
        if (!s->design->intercept || j % s->design->p != 0)
            slope[n++] = j;
    return n;
}

/* Marks which of them are a term's; how many. */
static size_t mark(unsigned char *in, const logreg_study *s, const size_t *slope, size_t n,
                   const logreg__term *term)
{
    size_t marked = 0;
    for (size_t j = 0; j < n; j++) {
        size_t column = s->design->column[slope[j] % s->design->p];
        in[j] = column >= term->first && column < term->first + term->n_columns;
        marked += in[j];
    }
    return marked;
}

static logreg_status inflate(logreg_diagnostics *d, const logreg_study *s, const double *V, logreg_error *err)
{
    const logreg__terms *terms = s->model->terms;
    size_t q = s->problem->q, n = 0, *slope = logreg__new(q, sizeof *slope);
    d->inflation = logreg__new(terms->n_terms, sizeof *d->inflation);
    unsigned char *in = logreg__new(q, 1);
    double *own = logreg__new_raw(q, q * sizeof *own), *S = logreg__new_raw(q, q * sizeof *S);
    bool ok = slope && d->inflation && in && own && S;
    if (ok)
        n = list_slopes(slope, s);
    for (size_t j = 0; ok && j < n; j++)
        for (size_t i = 0; i < n; i++)
            own[j * n + i] = V[slope[j] * q + slope[i]];
    double all = ok ? log_determinant(S, own, n, in, -1) : NAN;
    for (size_t t = 0; ok && t < terms->n_terms; t++) {
        size_t df = mark(in, s, slope, n, &terms->term[t]);
        if (df == 0)
            continue;
        double factor = NAN;
        if (df < n)
            factor = exp(log_determinant(S, own, n, in, 1) + log_determinant(S, own, n, in, 0) - all);
        d->inflation[d->n_inflations++] = (logreg_inflation){.term = logreg_study_term_name(s, t),
                                                             .df = df,
                                                             .factor = factor,
                                                             .per_error = pow(factor, 0.5 / (double)df)};
    }
    free(slope);
    free(in);
    free(own);
    free(S);
    return ok ? LOGREG_OK : logreg__fail_memory(err);
}

/* The largest eigenvalue of A (inverse: of inv(L L'), A being L), from a start that no eigenvector is likely to be orthogonal to. */
static double largest(const double *A, size_t n, bool inverse, double *x, double *y)
{
    double value = 0;
    for (size_t j = 0; j < n; j++)
        x[j] = 1 + 0.5 * sin((double)(j + 1));
    for (int turn = 0; turn < TURNS; turn++) {
        double length = sqrt(logreg__dot(x, x, n));
        for (size_t j = 0; j < n; j++)
            x[j] /= length;
        memcpy(y, x, n * sizeof *y);
        if (inverse)
            logreg__cholesky_solve(A, n, y);
        for (size_t j = 0; !inverse && j < n; j++)
            y[j] = logreg__dot(A + j * n, x, n);
        value = logreg__dot(x, y, n);
        memcpy(x, y, n * sizeof *x);
    }
    return value;
}

/* The information H of columns less their means, of each linear predictor; those of categories have one left. */
static logreg_status centre(double *H, const logreg_study *s, logreg_error *err)
{
    size_t p = s->design->p, q = s->problem->q;
    memcpy(H, s->at->H, q * q * sizeof *H);
    if (!s->design->intercept)
        return LOGREG_OK;
    double *G = logreg__new_raw(p, p * sizeof *G);
    logreg_status status =
        G ? logreg__fold(s->problem, &logreg__kernel_gram, 1, NULL, G, NULL, err) : logreg__fail_memory(err);
    for (size_t j = 0; status == LOGREG_OK && j < q; j++) /* rows of H, then its columns */
        for (size_t i = 0; j % p != 0 && i < q; i++)
            H[j * q + i] -= G[j % p] / G[0] * H[j / p * p * q + i];
    for (size_t j = 0; status == LOGREG_OK && j < q; j++)
        for (size_t i = 0; j % p != 0 && i < q; i++)
            H[i * q + j] -= G[j % p] / G[0] * H[i * q + j / p * p];
    free(G);
    return status;
}

/* Of the information of the centred columns, scaled to a diagonal of ones; its root is that of the columns. */
static logreg_status find_condition(logreg_diagnostics *d, const logreg_study *s, logreg_error *err)
{
    size_t q = s->problem->q;
    double *A = logreg__new_raw(3 * q + 2, q * sizeof *A);
    if (!A)
        return logreg__fail_memory(err);
    double *L = A + q * q, *H = L + q * q, *x = H + q * q, *y = x + q;
    logreg_status status = centre(H, s, err);
    for (size_t j = 0; status == LOGREG_OK && j < q; j++)
        for (size_t i = 0; i < q; i++)
            A[j * q + i] = H[j * q + i] / sqrt(H[i * q + i] * H[j * q + j]);
    if (status == LOGREG_OK)
        memcpy(L, A, q * q * sizeof *L);
    d->condition = INFINITY;
    if (status == LOGREG_OK && logreg__cholesky(L, q))
        d->condition = sqrt(largest(A, q, false, x, y) * largest(L, q, true, x, y));
    free(A);
    return status;
}

logreg_status logreg__diagnose_columns(logreg_diagnostics *d, const logreg_study *s, const double *V,
                                       logreg_error *err)
{
    double coefficients = (double)(s->design->p - s->design->intercept), rarest = INFINITY;
    for (size_t c = 0; c < s->response->n_classes; c++)
        rarest = fmin(rarest, s->response->weight[c]);
    d->events_per_coefficient = coefficients > 0 ? rarest / coefficients : NAN;
    logreg_status status = s->problem->q ? inflate(d, s, V, err) : LOGREG_OK;
    return status == LOGREG_OK && s->problem->q ? find_condition(d, s, err) : status;
}
