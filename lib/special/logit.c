/* Probability, odds and log-odds, from one to another. */
#include <logreg/special.h>

#include "base/elementary.h"

double logreg_logit(double p)
{
    if (!(p >= 0 && p <= 1))
        return NAN;
    if (p == 0 || p == 1)
        return p == 0 ? -INFINITY : INFINITY;
    logreg__dd q = logreg__two_sum(1, -p);
    double excess = 2 * p - 1; /* exact where it counts: p in [1/4, 3/4] */
    if (fabs(excess) < 0x1p-8) /* odds near 1: their distance from 1, without cancellation */
        return logreg__log1p(logreg__dd_divide((logreg__dd){excess, 0}, q)).hi;
    return logreg__log(logreg__dd_divide((logreg__dd){p, 0}, q)).hi;
}

double logreg_odds_from_probability(double p)
{
    if (!(p >= 0 && p <= 1))
        return NAN;
    if (p == 1)
        return INFINITY;
    return logreg__dd_divide((logreg__dd){p, 0}, logreg__two_sum(1, -p)).hi;
}

double logreg_probability_from_odds(double odds)
{
    if (!(odds >= 0))
        return NAN;
    if (odds > 0x1p60) /* infinity among them */
        return 1;
    return logreg__dd_divide((logreg__dd){odds, 0}, logreg__two_sum(1, odds)).hi;
}

double logreg_log_odds_from_odds(double odds)
{
    if (!(odds >= 0))
        return NAN;
    if (odds == 0 || isinf(odds))
        return odds == 0 ? -INFINITY : INFINITY;
    if (odds > 0.5 && odds < 2) /* the distance from 1 is exact */
        return logreg__log1p((logreg__dd){odds - 1, 0}).hi;
    return logreg__log((logreg__dd){odds, 0}).hi;
}

double logreg_odds_from_log_odds(double x)
{
    if (isnan(x))
        return x;
    if (fabs(x) > 750)
        return x > 0 ? INFINITY : 0;
    int k;
    logreg__dd e = logreg__exp((logreg__dd){x, 0}, &k);
    return logreg__dd_round(e, k);
}
