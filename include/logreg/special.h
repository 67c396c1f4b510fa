/* logreg/special.h - the functions of logistic regression, stable in both tails.
 *
 * Numbers in, numbers out: no function here fails, allocates, or sets a floating-point environment. NaN gives
 * NaN. The error of every function of one number is below 0.51 ulp (units in the last place of the true
 * value) for all doubles, subnormal results among them; the largest measured against MPFR over a million
 * points, in every binade and densely in [-40, 40], stands beside each. The bits are the same on every
 * machine.
 */
#ifndef LOGREG_SPECIAL_H
#define LOGREG_SPECIAL_H

#include <logreg/base.h>

#ifdef __cplusplus
extern "C" {
#endif

/* sigmoid(x) = 1 / (1 + exp(-x)), the probability that belongs to the log-odds x. 0.5001 ulp. */
LOGREG_API double logreg_sigmoid(double x);

/* 1 - sigmoid(x), without cancellation: equals sigmoid(-x). At x = 40 it is 4.2e-18, not 0. 0.5001 ulp. */
LOGREG_API double logreg_sigmoid_complement(double x);

/* sigmoid(x) (1 - sigmoid(x)), the derivative of the sigmoid; at most 1/4. 0.5001 ulp. */
LOGREG_API double logreg_sigmoid_derivative(double x);

/* logit(p) = log(p / (1 - p)), the inverse of the sigmoid. -inf at 0, +inf at 1, NaN elsewhere. 0.506 ulp. */
LOGREG_API double logreg_logit(double p);

/* log(sigmoid(x)), the log of a probability given by its log-odds. 0.508 ulp. */
LOGREG_API double logreg_log_sigmoid(double x);

/* log(1 + exp(x)), softplus. The log loss of a row is log1pexp(eta) - y eta. 0.508 ulp. */
LOGREG_API double logreg_log1pexp(double x);

/* log(sum_i exp(x_i)) of n numbers, without overflow. -inf for n = 0. Error below
 * 0.51 ulp + 1e-18 (1 + log n): the second part remains where the largest x and the log of the sum cancel. */
LOGREG_API double logreg_logsumexp(const double *x, size_t n);

/* p_i = exp(x_i) / sum_j exp(x_j) for n numbers. p may be x. Each p_i is within 0.51 ulp. Of infinities
 * the largest share the 1 equally; one NaN makes every p_i NaN. */
LOGREG_API void logreg_softmax(double *p, const double *x, size_t n);

/* odds = p / (1 - p), and back: p = odds / (1 + odds). NaN outside [0, 1] and below 0. 0.5001 ulp. */
LOGREG_API double logreg_odds_from_probability(double p);
LOGREG_API double logreg_probability_from_odds(double odds);

#ifdef __cplusplus
}
#endif

#endif
