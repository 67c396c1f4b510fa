#include "report/page/interval.h"

#include <math.h>

#include <logreg/metrics.h>

bool logreg__auc_interval(double *low, double *high, double auc, double std_error, double level)
{
    const logreg_measure measure = {auc, std_error, NAN};
    return logreg_metric_interval(low, high, logreg_metric_find("auc"), &measure, level);
}
