/* log(1 + exp(x)), and the log of the sigmoid, which is its mirror image. */
#include <logreg/special.h>

#include "base/elementary.h"

double logreg_log1pexp(double x)
{
    if (isnan(x) || x > 50) /* then exp(-x) is below a thousandth of x's ulp */
        return x;
    if (x < -746)
        return 0;
    int k;
    logreg__dd e = logreg__exp((logreg__dd){-fabs(x), 0}, &k);
    if (x < -50) /* then log(1 + e) is e to 2^-72 relative */
        return logreg__dd_round(e, k);
    logreg__dd log1p = logreg__log1p(logreg__dd_scale(e, k));
    return x > 0 ? logreg__dd_add((logreg__dd){x, 0}, log1p).hi : log1p.hi;
}

double logreg_log_sigmoid(double x)
{
    return -logreg_log1pexp(-x);
}
