/* Scores of each class, and their means, as in scikit-learn's classification_report. */
#include "metrics/counts.h"

#include <math.h>
#include <stdlib.h>

#include <logreg/metrics.h>

static logreg_class_scores of_class(const double *counts, size_t K, size_t k)
{
    double right = counts[k * K + k], so = 0, said = 0;
    for (size_t j = 0; j < K; j++) {
        so += counts[k * K + j];
        said += counts[j * K + k];
    }
    return (logreg_class_scores){right / said, right / so, 2 * right / (said + so), so};
}

/* A score of nothing counts 0, and a class that is neither there nor said does not count. */
static logreg_class_scores mean_of(const logreg_class_scores *scores, size_t K, bool by_support)
{
    logreg_class_scores mean = {0, 0, 0, 0};
    double total = 0;
    for (size_t k = 0; k < K; k++) {
        const logreg_class_scores *s = &scores[k];
        bool counts = !isnan(s->precision) || !isnan(s->recall) || isnan(s->support);
        double weight = !counts ? 0 : by_support ? s->support : 1;
        mean.precision += isnan(s->precision) ? 0 : weight * s->precision;
        mean.recall += isnan(s->recall) ? 0 : weight * s->recall;
        mean.f1 += isnan(s->f1) ? 0 : weight * s->f1;
        mean.support += s->support;
        total += weight;
    }
    return (logreg_class_scores){mean.precision / total, mean.recall / total, mean.f1 / total, mean.support};
}

void logreg_metric_report(logreg_class_scores *scores, const double *counts, size_t K)
{
    for (size_t k = 0; k < K; k++)
        scores[k] = of_class(counts, K, k);
    scores[K] = mean_of(scores, K, false);
    scores[K + 1] = mean_of(scores, K, true);
}
