/* Special functions to BITS bits, by MPFR, from formulas that lose nothing there; and distances from them. */
#ifndef TESTS_SPECIAL_TRUTH_H
#define TESTS_SPECIAL_TRUTH_H

#include <stddef.h>

#include <mpfr.h>

#define BITS 160

/* y = f(x) with an error far below a double's; y has BITS bits, x is a double. */
typedef void truth_of_one(mpfr_t y, const mpfr_t x);
typedef void truth_of_two(mpfr_t y, double a, double b);

truth_of_one true_sigmoid, true_complement, true_derivative, true_second_derivative, true_log_sigmoid,
    true_log1pexp, true_log1mexp, true_exp, true_tanh, true_tanh_derivative; /* any x; log1mexp: x <= 0 */
truth_of_one true_odds, true_logit;                                          /* of a probability */
truth_of_one true_probability, true_log;                                     /* of odds */

/* Against a baseline risk b: see logreg/special.h. NaN where 0/0, or where a risk would exceed 1. */
truth_of_two true_odds_ratio, true_risk_ratio, true_risk_ratio_of_odds, true_odds_ratio_of_risk,
    true_probability_of_odds_ratio, true_probability_of_risk_ratio;

/* sum_i exp(x_i). */
void true_sum(mpfr_t sum, const double *x, size_t n);

/* |got - want| in units in the last place of want, which may be subnormal; 0 for the same infinity or NaN. */
double ulps(double got, const mpfr_t want);

#endif
