#include <logreg/metrics.h>

#include "base/sum.h"

double logreg_metric_log_loss(const double *y, const double *p, const double *w, size_t n)
{
    logreg__sum loss = {0, 0}, total = {0, 0};
    for (size_t i = 0; i < n; i++) {
        double weight = w ? w[i] : 1;
        if (weight == 0)
            continue;
        double events = weight * y[i], others = weight * (1 - y[i]);
        if (events != 0) /* 0 log 0 is 0 */
            logreg__sum_add(&loss, -events * log(p[i]));
        if (others != 0)
            logreg__sum_add(&loss, -others * log1p(-p[i]));
        logreg__sum_add(&total, weight);
    }
    return logreg__sum_value(loss) / logreg__sum_value(total);
}
