/* Odds ratio and risk ratio against a baseline risk p0. With the risk p1:
 *     odds ratio  OR = p1 (1 - p0) / (p0 (1 - p1)),    risk ratio  RR = p1 / p0,
 *     RR = OR / (1 - p0 + p0 OR),    OR = RR (1 - p0) / (1 - p0 RR)
 * (J. Zhang & K. F. Yu, JAMA 280, 1998). Sums and products are held in two doubles, mantissas apart from
 * exponents where either may leave the range of double, and the quotient is rounded once. */
#include <logreg/special.h>

#include <stdbool.h>

#include "base/dd.h"

static bool is_probability(double p)
{
    return p >= 0 && p <= 1;
}

/* a 2^k / b for a, b >= 0, as IEEE 754 divides where one of them is 0. */
static double quotient(logreg__dd a, logreg__dd b, int k)
{
    if (a.hi == 0 || b.hi == 0)
        return fabs(a.hi) / fabs(b.hi);
    int ka, kb;
    frexp(a.hi, &ka);
    frexp(b.hi, &kb);
    a = (logreg__dd){ldexp(a.hi, -ka), ldexp(a.lo, -ka)};
    b = (logreg__dd){ldexp(b.hi, -kb), ldexp(b.lo, -kb)};
    return logreg__dd_round(logreg__dd_divide(a, b), ka - kb + k);
}

/* 1 - p0 + p0 OR. */
static logreg__dd mixture(double odds_ratio, double p0)
{
    return logreg__dd_add(logreg__two_sum(1, -p0), logreg__two_product(p0, odds_ratio));
}

double logreg_odds_ratio(double p1, double p0)
{
    if (!is_probability(p1) || !is_probability(p0))
        return NAN;
    int k1, k0;
    logreg__dd m1 = {frexp(p1, &k1), 0}, m0 = {frexp(p0, &k0), 0};
    return quotient(logreg__dd_multiply(m1, logreg__two_sum(1, -p0)),
                    logreg__dd_multiply(m0, logreg__two_sum(1, -p1)), k1 - k0);
}

double logreg_risk_ratio(double p1, double p0)
{
    return is_probability(p1) && is_probability(p0) ? p1 / fabs(p0) : NAN;
}

double logreg_risk_ratio_from_odds_ratio(double odds_ratio, double p0)
{
    if (!(odds_ratio >= 0) || !is_probability(p0))
        return NAN;
    if (isinf(odds_ratio)) /* then the risk is 1 */
        return 1 / fabs(p0);
    return quotient((logreg__dd){odds_ratio, 0}, mixture(odds_ratio, p0), 0);
}

double logreg_odds_ratio_from_risk_ratio(double risk_ratio, double p0)
{
    if (!(risk_ratio >= 0) || !is_probability(p0))
        return NAN;
    if (isinf(risk_ratio))
        return p0 == 0 ? risk_ratio : NAN;
    logreg__dd risk = logreg__two_product(risk_ratio, p0);
    logreg__dd rest = logreg__dd_add((logreg__dd){1, 0}, logreg__dd_negate(risk));
    if (rest.hi < 0)
        return NAN;
    int k;
    logreg__dd m = {frexp(risk_ratio, &k), 0};
    return quotient(logreg__dd_multiply(m, logreg__two_sum(1, -p0)), rest, k);
}

double logreg_probability_from_odds_ratio(double odds_ratio, double p0)
{
    if (!(odds_ratio >= 0) || !is_probability(p0))
        return NAN;
    if (isinf(odds_ratio))
        return p0 == 0 ? NAN : 1;
    int k, k0;
    double m = frexp(odds_ratio, &k), m0 = frexp(p0, &k0);
    return quotient(logreg__two_product(m, m0), mixture(odds_ratio, p0), k + k0);
}

double logreg_probability_from_risk_ratio(double risk_ratio, double p0)
{
    double p = risk_ratio >= 0 && is_probability(p0) ? risk_ratio * p0 : NAN;
    return p <= 1 ? p : NAN;
}
