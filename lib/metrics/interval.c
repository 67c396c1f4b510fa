/* Intervals of measures. */
#include <math.h>
#include <float.h>

#include <gsl/gsl_cdf.h>
#include <logreg/metrics.h>

#include "metrics/interval.h"

bool logreg__wilson_interval(double *low, double *high, double share, double out_of, double level)
{
    double z = gsl_cdf_ugaussian_Qinv((1 - level) / 2), zz = z * z / out_of;
    double middle = (share + zz / 2) / (1 + zz);
    double half = z / (1 + zz) * sqrt(share * (1 - share) / out_of + zz / out_of / 4);
    bool known = out_of > 0 && isfinite(half);
    /* the ends of 0 and of 1 are these, which rounding misses */
    *low = !known ? (double)NAN : share == 0 ? 0 : fmax(0, middle - half);
    *high = !known ? (double)NAN : share == 1 ? 1 : fmin(1, middle + half);
    return known;
}

bool logreg_metric_interval(double *low, double *high, const logreg_metric *metric,
                            const logreg_measure *measure, double level)
{
    if (!isnan(measure->out_of))
        return logreg__wilson_interval(low, high, measure->value, measure->out_of, level);
    double half = gsl_cdf_ugaussian_Qinv((1 - level) / 2) * measure->std_error;
    bool known = isfinite(measure->value) && measure->std_error > DBL_EPSILON && isfinite(half);
    *low = known ? fmax(metric->low, measure->value - half) : (double)NAN;
    *high = known ? fmin(metric->high, measure->value + half) : (double)NAN;
    return known;
}
