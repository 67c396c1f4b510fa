/* logreg/special.h - the functions of logistic regression, stable in both tails.
 *
 * Numbers in, numbers out: no function here fails, allocates, or sets a floating-point environment. NaN gives
 * NaN, and so does an argument outside the domain. The bits are the same on every machine.
 *
 * Errors are told in ulp, units in the last place of the true value, subnormal results among them. The figure
 * beside a function is the largest error that was found against MPFR: over a million arguments in every binade
 * of its domain, both signs, subnormals and where it saturates; a million with log-odds in [-40, 40]; and in a
 * search around the worst of those (tests/unit/test_special.c). They all are below 0.52 ulp.
 */
#ifndef LOGREG_SPECIAL_H
#define LOGREG_SPECIAL_H

#include <logreg/base.h>

#ifdef __cplusplus
extern "C" {
#endif

/* ---- Log-odds ---------------------------------------------------------------------------------------------- */

/* sigmoid(x) = 1 / (1 + exp(-x)), the probability that belongs to the log-odds x. 0.5002 ulp. */
LOGREG_API double logreg_sigmoid(double x);

/* 1 - sigmoid(x), without cancellation: equals sigmoid(-x). At x = 40 it is 4.2e-18, not 0. 0.5002 ulp. */
LOGREG_API double logreg_sigmoid_complement(double x);

/* sigmoid(x) (1 - sigmoid(x)), the derivative of the sigmoid; at most 1/4. 0.5001 ulp. */
LOGREG_API double logreg_sigmoid_derivative(double x);

/* sigmoid(x) (1 - sigmoid(x)) (1 - 2 sigmoid(x)), the second derivative; negative for x > 0. 0.5002 ulp. */
LOGREG_API double logreg_sigmoid_second_derivative(double x);

/* logit(p) = log(p / (1 - p)), the inverse of the sigmoid. -inf at 0, +inf at 1. 0.5056 ulp. */
LOGREG_API double logreg_logit(double p);

/* log(sigmoid(x)), the log of a probability given by its log-odds. 0.5113 ulp. */
LOGREG_API double logreg_log_sigmoid(double x);

/* log(1 + exp(x)), softplus. The log loss of a row is log1pexp(eta) - y eta. 0.5113 ulp. */
LOGREG_API double logreg_log1pexp(double x);

/* log(1 - exp(x)) for x <= 0: from the log of a probability to that of its complement. -inf at 0. 0.5157 ulp. */
LOGREG_API double logreg_log1mexp(double x);

/* ---- Probability, odds, log-odds --------------------------------------------------------------------------- */

/* odds = p / (1 - p), for p in [0, 1]. 0.5001 ulp. */
LOGREG_API double logreg_odds_from_probability(double p);

/* p = odds / (1 + odds), for odds in [0, inf]. 0.5001 ulp. */
LOGREG_API double logreg_probability_from_odds(double odds);

/* log(odds), for odds in [0, inf]. 0.5010 ulp. */
LOGREG_API double logreg_log_odds_from_odds(double odds);

/* exp(x): log-odds to odds, a coefficient to its odds ratio. 0.5001 ulp. */
LOGREG_API double logreg_odds_from_log_odds(double x);

/* ---- Odds ratio and risk ratio ------------------------------------------------------------------------------
 *
 * A group has the risk p1, the one that it is compared with the baseline risk p0. The odds ratio tells nothing
 * of risks without p0; with it, each follows from the others. Error below 0.51 ulp for all arguments, also
 * where 1 - p0 RR cancels; the measured maximum is 0.5001 ulp. NaN where the formula is 0/0. */

/* p1 (1 - p0) / (p0 (1 - p1)). */
LOGREG_API double logreg_odds_ratio(double p1, double p0);

/* p1 / p0. */
LOGREG_API double logreg_risk_ratio(double p1, double p0);

/* OR / (1 - p0 + p0 OR). */
LOGREG_API double logreg_risk_ratio_from_odds_ratio(double odds_ratio, double p0);

/* RR (1 - p0) / (1 - p0 RR). NaN where p0 RR > 1: no risk is that large. */
LOGREG_API double logreg_odds_ratio_from_risk_ratio(double risk_ratio, double p0);

/* p1 = p0 OR / (1 - p0 + p0 OR). */
LOGREG_API double logreg_probability_from_odds_ratio(double odds_ratio, double p0);

/* p1 = p0 RR, rounded; NaN where that is above 1. */
LOGREG_API double logreg_probability_from_risk_ratio(double risk_ratio, double p0);

/* ---- Activations ------------------------------------------------------------------------------------------- */

/* tanh(x) = 2 sigmoid(2 x) - 1. 0.5001 ulp. */
LOGREG_API double logreg_tanh(double x);

/* 1 - tanh(x)^2, without cancellation. 0.5002 ulp. */
LOGREG_API double logreg_tanh_derivative(double x);

/* max(x, 0). Exact. */
LOGREG_API double logreg_relu(double x);

/* 1 for x > 0, else 0, at x = 0 too. Exact. */
LOGREG_API double logreg_relu_derivative(double x);

/* ---- Many classes ------------------------------------------------------------------------------------------
 *
 * Of n numbers, stride apart in the forms with _v. The output may be x itself with the same stride; it may
 * not overlap x otherwise. One NaN makes every result NaN. Of infinities, the largest share the 1 equally. */

/* log(sum_i exp(x_i)), without overflow. -inf for n = 0. Error below 0.51 ulp + 1e-18 (1 + log n): the second
 * part remains where the largest x and the log of the sum cancel. Measured: 0.99 of that. */
LOGREG_API double logreg_logsumexp(const double *x, size_t n);
LOGREG_API double logreg_logsumexp_v(const double *x, size_t stride, size_t n);

/* p_i = exp(x_i) / sum_j exp(x_j). Error below 0.51 ulp. Measured: 0.5001 ulp. */
LOGREG_API void logreg_softmax(double *p, const double *x, size_t n);
LOGREG_API void logreg_softmax_v(double *p, size_t stride_p, const double *x, size_t stride_x, size_t n);

/* y_i = x_i - logsumexp(x), the log of softmax. Error below 0.51 ulp + n 1e-270. Measured: 0.5035 ulp. */
LOGREG_API void logreg_log_softmax(double *y, const double *x, size_t n);
LOGREG_API void logreg_log_softmax_v(double *y, size_t stride_y, const double *x, size_t stride_x, size_t n);

/* ---- Vectors -----------------------------------------------------------------------------------------------
 *
 * Each function above of one or two numbers, along vectors: y[i stride_y] = f(x[i stride_x]) for i = 0 .. n - 1,
 * the same bits. Strides count doubles, as gsl_vector's; an input's stride of 0 repeats one number, a baseline
 * risk for one. Elements are done one after the other, in the order of i: so y may be an input with the same
 * stride, and where vectors overlap otherwise, a later element reads what an earlier one has written. */

LOGREG_API void logreg_sigmoid_v(double *y, size_t stride_y, const double *x, size_t stride_x, size_t n);
LOGREG_API void logreg_sigmoid_complement_v(double *y, size_t stride_y, const double *x, size_t stride_x,
                                            size_t n);
LOGREG_API void logreg_sigmoid_derivative_v(double *y, size_t stride_y, const double *x, size_t stride_x,
                                            size_t n);
LOGREG_API void logreg_sigmoid_second_derivative_v(double *y, size_t stride_y, const double *x,
                                                   size_t stride_x, size_t n);
LOGREG_API void logreg_logit_v(double *y, size_t stride_y, const double *p, size_t stride_p, size_t n);
LOGREG_API void logreg_log_sigmoid_v(double *y, size_t stride_y, const double *x, size_t stride_x, size_t n);
LOGREG_API void logreg_log1pexp_v(double *y, size_t stride_y, const double *x, size_t stride_x, size_t n);
LOGREG_API void logreg_log1mexp_v(double *y, size_t stride_y, const double *x, size_t stride_x, size_t n);
LOGREG_API void logreg_odds_from_probability_v(double *y, size_t stride_y, const double *p, size_t stride_p,
                                               size_t n);
LOGREG_API void logreg_probability_from_odds_v(double *y, size_t stride_y, const double *odds,
                                               size_t stride_odds, size_t n);
LOGREG_API void logreg_log_odds_from_odds_v(double *y, size_t stride_y, const double *odds,
                                            size_t stride_odds, size_t n);
LOGREG_API void logreg_odds_from_log_odds_v(double *y, size_t stride_y, const double *x, size_t stride_x,
                                            size_t n);
LOGREG_API void logreg_tanh_v(double *y, size_t stride_y, const double *x, size_t stride_x, size_t n);
LOGREG_API void logreg_tanh_derivative_v(double *y, size_t stride_y, const double *x, size_t stride_x,
                                         size_t n);
LOGREG_API void logreg_relu_v(double *y, size_t stride_y, const double *x, size_t stride_x, size_t n);
LOGREG_API void logreg_relu_derivative_v(double *y, size_t stride_y, const double *x, size_t stride_x,
                                         size_t n);

LOGREG_API void logreg_odds_ratio_v(double *y, size_t stride_y, const double *p1, size_t stride_p1,
                                    const double *p0, size_t stride_p0, size_t n);
LOGREG_API void logreg_risk_ratio_v(double *y, size_t stride_y, const double *p1, size_t stride_p1,
                                    const double *p0, size_t stride_p0, size_t n);
LOGREG_API void logreg_risk_ratio_from_odds_ratio_v(double *y, size_t stride_y, const double *odds_ratio,
                                                    size_t stride_odds_ratio, const double *p0,
                                                    size_t stride_p0, size_t n);
LOGREG_API void logreg_odds_ratio_from_risk_ratio_v(double *y, size_t stride_y, const double *risk_ratio,
                                                    size_t stride_risk_ratio, const double *p0,
                                                    size_t stride_p0, size_t n);
LOGREG_API void logreg_probability_from_odds_ratio_v(double *y, size_t stride_y, const double *odds_ratio,
                                                     size_t stride_odds_ratio, const double *p0,
                                                     size_t stride_p0, size_t n);
LOGREG_API void logreg_probability_from_risk_ratio_v(double *y, size_t stride_y, const double *risk_ratio,
                                                     size_t stride_risk_ratio, const double *p0,
                                                     size_t stride_p0, size_t n);

#ifdef __cplusplus
}
#endif

#endif
