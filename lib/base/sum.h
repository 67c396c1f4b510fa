/* A sum with its rounding errors carried along (Neumaier 1974): as if summed in twice the precision. */
#ifndef LOGREG_BASE_SUM_H
#define LOGREG_BASE_SUM_H

#include <math.h>

#include "base/dd.h"

/* Starts as {0, 0}. */
typedef logreg__dd logreg__sum;

static inline void logreg__sum_add(logreg__sum *sum, double x)
{
    logreg__dd s = logreg__two_sum(sum->hi, x);
    sum->hi = s.hi;
    sum->lo += s.lo;
}

/* Infinities and NaN come out as a plain sum would have them. */
static inline double logreg__sum_value(logreg__sum sum)
{
    return isfinite(sum.hi) ? sum.hi + sum.lo : sum.hi;
}

#endif
