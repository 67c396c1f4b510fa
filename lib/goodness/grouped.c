/* What patterns of covariates say that have observations enough: equation (102). */
#include <math.h>

#include "goodness/parts.h"
#include "inference/chi_squared.h"

/* Cochran's rule: chi-squared will do with no expected count below 1, and one in five below 5. */
#define LEAST_EXPECTED 1
#define SMALL_EXPECTED 5
#define MOST_SMALL 0.2

void logreg__goodness_grouped(logreg_goodness *g, const logreg__patterns *p, size_t rank)
{
    double pearson = 0, deviance = 0, small = 0, cells = (double)(p->n * p->K), least = INFINITY;
    for (size_t i = 0; i < p->n * p->K; i++) {
        double expected = p->total[i / p->K] * p->p[i], observed = p->observed[i];
        least = fmin(least, expected);
        small += expected < SMALL_EXPECTED;
        pearson += logreg__pearson_part(observed, expected);
        deviance += observed > 0 ? 2 * observed * log(observed / expected) : 0;
    }
    double df = ((double)p->n - (double)rank) * ((double)p->K - 1);
    g->n_patterns = p->n;
    g->least_expected = least;
    g->below_five = small / cells;
    g->pearson = logreg__chi_squared(pearson, df);
    g->deviance = logreg__chi_squared(fmax(deviance, 0), df);
    if (least < LEAST_EXPECTED || g->below_five > MOST_SMALL)
        g->pearson.p = g->deviance.p = NAN;
}
