/* Tjur (2009), "Coefficients of determination in logistic regression models". */
#include <logreg/metrics.h>

#include "base/sum.h"

double logreg_metric_tjur(const double *y, const double *p, const double *w, size_t n)
{
    logreg__sum p_events = {0, 0}, p_others = {0, 0}, events = {0, 0}, others = {0, 0};
    for (size_t i = 0; i < n; i++) {
        double weight = w ? w[i] : 1;
        if (weight == 0)
            continue;
        double event = weight * y[i], other = weight * (1 - y[i]);
        logreg__sum_add(&p_events, event * p[i]);
        logreg__sum_add(&p_others, other * p[i]);
        logreg__sum_add(&events, event);
        logreg__sum_add(&others, other);
    }
    return logreg__sum_value(p_events) / logreg__sum_value(events) -
           logreg__sum_value(p_others) / logreg__sum_value(others);
}
