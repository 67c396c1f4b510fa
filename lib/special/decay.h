/* exp(-|x|), which every function of the log-odds is made of: it neither overflows nor cancels. */
#ifndef LOGREG_SPECIAL_DECAY_H
#define LOGREG_SPECIAL_DECAY_H

#include "base/elementary.h"

/* Beyond it 1 + exp(-|x|) is 1 in double and to 2^-72 relative. */
#define LOGREG__FAR 50

/* exp(-|x|), |x| <= LOGREG__FAR. */
static inline logreg__dd logreg__decay(double x)
{
    int k;
    logreg__dd e = logreg__exp((logreg__dd){-fabs(x), 0}, &k);
    return logreg__dd_scale(e, k);
}

/* 2^shift exp(-|x|) for any x beyond LOGREG__FAR and shift in 0 .. 2, rounded once, to 0 in the end. */
static inline double logreg__far_decay(double x, int shift)
{
    if (fabs(x) > 748)
        return 0;
    int k;
    logreg__dd e = logreg__exp((logreg__dd){-fabs(x), 0}, &k);
    return logreg__dd_round(e, k + shift);
}

/* 1 + e for e in [0, 1]. */
static inline logreg__dd logreg__one_plus(logreg__dd e)
{
    logreg__dd s = logreg__fast_two_sum(1, e.hi);
    return logreg__fast_two_sum(s.hi, s.lo + e.lo);
}

#endif
