/* log(1 + exp(x)), its mirror image the log of the sigmoid, and log(1 - exp(x)). */
#include <logreg/special.h>

#include "special/decay.h"

double logreg_log1pexp(double x)
{
    if (isnan(x) || x > LOGREG__FAR) /* then exp(-x) is below a thousandth of x's ulp */
        return x;
    if (x < -LOGREG__FAR) /* then log(1 + e) is e to 2^-72 relative */
        return logreg__far_decay(x, 0);
    logreg__dd log1p = logreg__log1p(logreg__decay(x));
    return x > 0 ? logreg__dd_add((logreg__dd){x, 0}, log1p).hi : log1p.hi;
}

double logreg_log_sigmoid(double x)
{
    return -logreg_log1pexp(-x);
}

/* Of 1 - exp(x) and exp(x), the one that is below 1/2 is known to all its digits (M. Maechler, "Accurately
 * computing log(1 - exp(-|a|))", vignette of R's package Rmpfr, 2012). */
double logreg_log1mexp(double x)
{
    if (isnan(x) || x > 0)
        return NAN;
    if (x == 0)
        return -INFINITY;
    if (x < -LOGREG__FAR)
        return -logreg__far_decay(x, 0);
    if (x > -0.6931471805599453)
        return logreg__log(logreg__dd_negate(logreg__expm1((logreg__dd){x, 0}))).hi;
    return logreg__log1p(logreg__dd_negate(logreg__decay(x))).hi;
}
