#include "report/interval.h"

#include <float.h>
#include <math.h>

#include <gsl/gsl_cdf.h>

bool logreg__auc_interval(double *low, double *high, double auc, double std_error, double level)
{
    double half = gsl_cdf_ugaussian_Qinv((1 - level) / 2) * std_error;
    bool known = isfinite(auc) && std_error > DBL_EPSILON && isfinite(half);
    *low = known ? fmax(0, auc - half) : (double)NAN;
    *high = known ? fmin(1, auc + half) : (double)NAN;
    return known;
}
