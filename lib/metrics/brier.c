#include <logreg/metrics.h>

#include "base/sum.h"

double logreg_metric_brier(const double *y, const double *p, const double *w, size_t n)
{
    logreg__sum score = {0, 0}, total = {0, 0};
    for (size_t i = 0; i < n; i++) {
        double weight = w ? w[i] : 1;
        if (weight == 0)
            continue;
        double miss = 1 - p[i];
        logreg__sum_add(&score, weight * (y[i] * miss * miss + (1 - y[i]) * p[i] * p[i]));
        logreg__sum_add(&total, weight);
    }
    return logreg__sum_value(score) / logreg__sum_value(total);
}
