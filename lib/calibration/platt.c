/* Platt's sigmoid: the logistic regression of softened outcomes on the score, equation (130). */
#include <math.h>

#include <logreg/metrics.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/sum.h"
#include "calibration/calibrator.h"

logreg_status logreg__platt_learn(logreg_calibrator *c, const double *y, const double *score, const double *w,
                                  size_t n, logreg_error *err)
{
    logreg__sum events = {0, 0}, others = {0, 0}, sum = {0, 0};
    double *target = logreg__new(n, sizeof *target);
    if (!target)
        return logreg__fail_memory(err);
    for (size_t i = 0; i < n; i++) {
        logreg__sum_add(&events, (w ? w[i] : 1) * y[i]);
        logreg__sum_add(&others, (w ? w[i] : 1) * (1 - y[i]));
    }
    double n1 = logreg__sum_value(events), n0 = logreg__sum_value(others);
    double high = (n1 + 1) / (n1 + 2), low = 1 / (n0 + 2);
    for (size_t i = 0; i < n; i++) {
        target[i] = y[i] * high + (1 - y[i]) * low;
        logreg__sum_add(&sum, (w ? w[i] : 1) * target[i]);
    }
    logreg_calibration line;
    logreg_metric_calibration(&line, target, score, w, n);
    c->slope = line.slope;
    c->intercept = line.intercept;
    if (isnan(line.slope)) { /* the scores are all the same */
        double mean = logreg__sum_value(sum) / (n0 + n1);
        c->slope = 0;
        c->intercept = log(mean / (1 - mean));
    }
    free(target);
    return LOGREG_OK;
}
