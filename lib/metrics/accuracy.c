#include <logreg/metrics.h>

#include "base/sum.h"

double logreg_metric_accuracy(const double *y, const double *p, const double *w, size_t n, double threshold)
{
    logreg__sum right = {0, 0}, total = {0, 0};
    for (size_t i = 0; i < n; i++) {
        double weight = w ? w[i] : 1;
        if (weight == 0)
            continue;
        if (isnan(p[i]))
            return NAN;
        logreg__sum_add(&right, weight * (p[i] >= threshold ? y[i] : 1 - y[i]));
        logreg__sum_add(&total, weight);
    }
    return logreg__sum_value(right) / logreg__sum_value(total);
}
