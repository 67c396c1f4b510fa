/* What the joint distribution of several statistics says of their coefficients: equation (93). */
#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "engine/dense.h"
#include "exact/tests.h"

/* Probabilities and scores that differ by less, relatively, are equal. Scores go through an inverse. */
#define EQUAL 1e-10
#define EQUAL_SCORE 1e-8

/* A statistic is a combination of those before it where they leave less of its variance. */
#define LEAST_LEFT 1e-10

typedef struct {
    const logreg__distribution *d;
    double total, *mean,
        *L; /* L: [m x m] lower factor of the covariance, rows of statistics that others settle 0 */
    double *v;
} moments;

/* Less the mean. */
static void deviation(const moments *s, size_t i)
{
    for (size_t k = 0; k < s->d->m; k++)
        s->v[k] =
            (double)(s->d->value[i * s->d->m + k] - s->d->value[s->d->observed * s->d->m + k]) - s->mean[k];
}

static void find_moments(moments *s)
{
    size_t m = s->d->m;
    for (size_t i = 0; i < s->d->n; i++)
        s->total += s->d->weight[i];
    for (size_t i = 0; i < s->d->n; i++) { /* which are 0 so far: deviations from what was observed */
        deviation(s, i);
        for (size_t k = 0; k < m; k++)
            s->L[k] += s->d->weight[i] / s->total * s->v[k];
    }
    memcpy(s->mean, s->L, m * sizeof *s->mean);
    memset(s->L, 0, m * sizeof *s->L);
    for (size_t i = 0; i < s->d->n; i++) {
        deviation(s, i);
        for (size_t k = 0; k < m; k++)
            for (size_t j = 0; j <= k; j++)
                s->L[k * m + j] += s->d->weight[i] / s->total * s->v[k] * s->v[j];
    }
}

/* Row after row; the rank. */
static size_t factor(double *L, size_t m)
{
    size_t rank = 0;
    for (size_t k = 0; k < m; k++) {
        double own = L[k * m + k], left = own;
        for (size_t j = 0; j < k; j++) {
            double dot = L[k * m + j];
            for (size_t i = 0; i < j; i++)
                dot -= L[k * m + i] * L[j * m + i];
            L[k * m + j] = L[j * m + j] > 0 ? dot / L[j * m + j] : 0;
            left -= L[k * m + j] * L[k * m + j];
        }
        bool stands = left > LEAST_LEFT * own;
        L[k * m + k] = stands ? sqrt(left) : 0;
        rank += stands;
    }
    return rank;
}

/* v' inv(V) v, the statistics that others settle left out. */
static double score(const moments *s, size_t i)
{
    size_t m = s->d->m;
    double sum = 0;
    deviation(s, i);
    for (size_t k = 0; k < m; k++) {
        const double *row = s->L + k * m;
        for (size_t j = 0; j < k; j++)
            s->v[k] -= row[j] * s->v[j];
        s->v[k] = row[k] > 0 ? s->v[k] / row[k] : 0;
        sum += s->v[k] * s->v[k];
    }
    return sum;
}

logreg_status logreg__exact_joint(logreg_exact_term *t, const logreg__distribution *d, logreg_error *err)
{
    size_t m = d->m;
    double *room = logreg__new(m + 2, m * sizeof *room);
    if (!room)
        return logreg__fail_memory(err);
    moments s = {.d = d, .mean = room, .v = room + m, .L = room + 2 * m};
    double own = d->weight[d->observed], no_more = 0, as_far = 0;
    find_moments(&s);
    t->df = factor(s.L, m);
    t->score = score(&s, d->observed);
    for (size_t i = 0; i < d->n; i++) {
        no_more += d->weight[i] <= own * (1 + EQUAL) ? d->weight[i] : 0;
        as_far += score(&s, i) >= t->score * (1 - EQUAL_SCORE) ? d->weight[i] : 0;
    }
    t->probability = own / s.total;
    t->p_probability = fmin(1, no_more / s.total);
    t->p_score = fmin(1, as_far / s.total);
    t->p_probability_mid = t->p_probability - t->probability / 2;
    t->p_score_mid = t->p_score - t->probability / 2;
    free(room);
    return LOGREG_OK;
}
