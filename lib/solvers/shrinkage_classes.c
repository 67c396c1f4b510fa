/* Coefficients of each class from differences of classes, and back: by the shift between classes that penalties like best. */
#include <float.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "engine/fold.h"
#include "solvers/shrinkage.h"

size_t logreg__shrinkage_classes(const logreg__problem *problem)
{
    return problem->k == 1 ? 1 : problem->k + 1;
}

static int ascending(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* The t that makes sum_c ridge/2 (v_c - t)^2 + lasso |v_c - t| least within [low, high], v ascending: the slope rises from one v to the next by 2 lasso
 * at each. Where a whole interval is least, as medians of an even number are, its middle. */
static double least_shift(const double *v, size_t K, double ridge, double lasso, double low, double high)
{
    double sum = 0, n = (double)K;
    for (size_t c = 0; c < K; c++)
        sum += v[c];
    if (!(lasso > 0))
        return fmin(fmax(sum / n, low), high);
    double t = v[K - 1];
    for (size_t c = 0; c < K; c++) {
        double before = n * ridge * v[c] - ridge * sum + lasso * (2 * (double)c - n);
        if (before + 2 * lasso < 0)
            continue;
        t = v[c];
        if (before > 0) /* between the one before and this */
            t = (ridge * sum - lasso * (2 * (double)c - n)) / (n * ridge);
        else if (before + 2 * lasso == 0 && ridge == 0 && c + 1 < K)
            t = (v[c] + v[c + 1]) / 2;
        break;
    }
    return fmin(fmax(t, low), high);
}

/* x, which differences of classes have led to; its crease or a bound where only rounding parts them. */
static double snap(double x, double rounding, const logreg__shrinkage *s, size_t j)
{
    if (x <= s->low[j] + rounding)
        return s->low[j];
    if (x >= s->high[j] - rounding)
        return s->high[j];
    return s->lasso[j] > 0 && fabs(x) <= rounding ? 0 : x;
}

void logreg__shrinkage_theta(double *theta, const logreg__problem *problem, const double *b)
{
    const logreg__shrinkage *s = problem->shrinkage;
    size_t p = s->p, K = logreg__shrinkage_classes(problem);
    if (K == 1) {
        memcpy(theta, b, p * sizeof *theta);
        return;
    }
    for (size_t j = 0; j < p; j++) {
        double v[LOGREG__MOST_CLASSES];
        v[0] = 0;
        for (size_t c = 1; c < K; c++)
            v[c] = b[(c - 1) * p + j];
        qsort(v, K, sizeof *v, ascending);
        double t = least_shift(v, K, s->ridge[j], s->lasso[j], v[K - 1] - s->high[j], v[0] - s->low[j]);
        double rounding = 4 * DBL_EPSILON * (fabs(t) + fmax(fabs(v[0]), fabs(v[K - 1])));
        for (size_t c = 0; c < K; c++) {
            double own = c ? b[(c - 1) * p + j] : 0;
            theta[c * p + j] = snap(own - t, rounding, s, j);
        }
    }
}

void logreg__shrinkage_b(double *b, const logreg__problem *problem, const double *theta)
{
    size_t p = problem->design->p, K = logreg__shrinkage_classes(problem);
    if (K == 1)
        memcpy(b, theta, p * sizeof *b);
    for (size_t c = 1; c < K; c++)
        for (size_t j = 0; j < p; j++)
            b[(c - 1) * p + j] = theta[c * p + j] - theta[j];
}

void logreg__shrinkage_gradient(double *g, const logreg__problem *problem, const double *gradient)
{
    size_t p = problem->design->p, K = logreg__shrinkage_classes(problem);
    if (K == 1) {
        memcpy(g, gradient, p * sizeof *g);
        return;
    }
    memcpy(g + p, gradient, problem->q * sizeof *g);
    for (size_t j = 0; j < p; j++) {
        g[j] = 0;
        for (size_t c = 1; c < K; c++)
            g[j] -= g[c * p + j];
    }
}
