/* The sigmoid and its derivative: e = exp(-|x|) and one division in two doubles, rounded once at the end. */
#include <logreg/special.h>

#include "base/elementary.h"

/* Beyond it 1 + exp(-|x|) is 1 in double and to 2^-72 relative. */
#define FAR 50

/* exp(-|x|), |x| <= FAR. */
static logreg__dd decay(double x)
{
    int k;
    logreg__dd e = logreg__exp((logreg__dd){-fabs(x), 0}, &k);
    return logreg__dd_scale(e, k);
}

/* exp(-|x|) for any x beyond FAR, rounded once, to 0 in the end. */
static double far_decay(double x)
{
    if (fabs(x) > 746)
        return 0;
    int k;
    logreg__dd e = logreg__exp((logreg__dd){-fabs(x), 0}, &k);
    return logreg__dd_round(e, k);
}

static logreg__dd one_plus(logreg__dd e)
{
    logreg__dd s = logreg__fast_two_sum(1, e.hi);
    return logreg__fast_two_sum(s.hi, s.lo + e.lo);
}

double logreg_sigmoid(double x)
{
    if (isnan(x))
        return x;
    if (fabs(x) > FAR)
        return x > 0 ? 1 : far_decay(x);
    logreg__dd e = decay(x);
    logreg__dd numerator = x < 0 ? e : (logreg__dd){1, 0};
    return logreg__dd_divide(numerator, one_plus(e)).hi;
}

double logreg_sigmoid_complement(double x)
{
    return logreg_sigmoid(-x);
}

double logreg_sigmoid_derivative(double x)
{
    if (isnan(x))
        return x;
    if (fabs(x) > FAR)
        return far_decay(x);
    logreg__dd e = decay(x), s = one_plus(e);
    return logreg__dd_divide(e, logreg__dd_multiply(s, s)).hi;
}
