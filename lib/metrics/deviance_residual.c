#include <math.h>

#include <logreg/metrics.h>

/* x log(x / m), 0 at x = 0. */
static double part(double x, double m)
{
    return x > 0 ? x * log(x / m) : 0;
}

double logreg_metric_deviance_residual(double y, double w, double p, double complement)
{
    double deviance = 2 * w * (part(y, p) + part(1 - y, complement));
    return deviance > 0 ? copysign(sqrt(deviance), y - p) : 0;
}
