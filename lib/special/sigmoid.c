/* The sigmoid and its derivatives: e = exp(-|x|) and one division in two doubles, rounded once at the end. */
#include <logreg/special.h>

#include "special/decay.h"

double logreg_sigmoid(double x)
{
    if (isnan(x))
        return x;
    if (fabs(x) > LOGREG__FAR)
        return x > 0 ? 1 : logreg__far_decay(x, 0);
    logreg__dd e = logreg__decay(x);
    logreg__dd numerator = x < 0 ? e : (logreg__dd){1, 0};
    return logreg__dd_divide(numerator, logreg__one_plus(e)).hi;
}

double logreg_sigmoid_complement(double x)
{
    return logreg_sigmoid(-x);
}

double logreg_sigmoid_derivative(double x)
{
    if (isnan(x))
        return x;
    if (fabs(x) > LOGREG__FAR)
        return logreg__far_decay(x, 0);
    logreg__dd e = logreg__decay(x), s = logreg__one_plus(e);
    return logreg__dd_divide(e, logreg__dd_multiply(s, s)).hi;
}

/* -sign(x) e (1 - e) / (1 + e)^3. */
double logreg_sigmoid_second_derivative(double x)
{
    if (isnan(x))
        return x;
    if (fabs(x) < 0x1p-28) /* then it is -x / 8 to 2^-57 relative */
        return -x / 8;
    double size;
    if (fabs(x) > LOGREG__FAR) {
        size = logreg__far_decay(x, 0);
    } else {
        logreg__dd e = logreg__decay(x), s = logreg__one_plus(e);
        logreg__dd rest = logreg__dd_negate(logreg__expm1((logreg__dd){-fabs(x), 0}));
        logreg__dd cube = logreg__dd_multiply(logreg__dd_multiply(s, s), s);
        size = logreg__dd_divide(logreg__dd_multiply(e, rest), cube).hi;
    }
    return x > 0 ? -size : size;
}
