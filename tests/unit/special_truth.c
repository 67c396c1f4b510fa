#include "special_truth.h"

#include <float.h>
#include <math.h>

/* A sum or product of two doubles and their like, exactly: room for every exponent. */
#define EXACT 4400

double ulps(double got, const mpfr_t want)
{
    if (mpfr_nan_p(want) || isnan(got))
        return mpfr_nan_p(want) && isnan(got) ? 0 : INFINITY;
    if (mpfr_inf_p(want) || isinf(got))
        return mpfr_get_d(want, MPFR_RNDN) == got ? 0 : INFINITY;
    if (mpfr_zero_p(want))
        return got == 0 ? 0 : INFINITY;
    mpfr_t gap;
    mpfr_init2(gap, BITS);
    mpfr_sub_d(gap, want, got, MPFR_RNDN);
    mpfr_exp_t exponent = mpfr_get_exp(want) - DBL_MANT_DIG;
    mpfr_exp_t least = DBL_MIN_EXP - DBL_MANT_DIG;
    mpfr_mul_2si(gap, gap, -(exponent < least ? least : exponent), MPFR_RNDN);
    double result = fabs(mpfr_get_d(gap, MPFR_RNDN));
    mpfr_clear(gap);
    return result;
}

/* ---- Of log-odds ---- */

void true_complement(mpfr_t y, const mpfr_t x)
{
    mpfr_exp(y, x, MPFR_RNDN);
    mpfr_add_ui(y, y, 1, MPFR_RNDN);
    mpfr_ui_div(y, 1, y, MPFR_RNDN);
}

void true_sigmoid(mpfr_t y, const mpfr_t x)
{
    mpfr_neg(y, x, MPFR_RNDN);
    true_complement(y, y);
}

/* e / (1 + e)^2 with e = exp(-|x|). */
void true_derivative(mpfr_t y, const mpfr_t x)
{
    mpfr_t s;
    mpfr_init2(s, BITS);
    mpfr_abs(y, x, MPFR_RNDN);
    mpfr_neg(y, y, MPFR_RNDN);
    mpfr_exp(y, y, MPFR_RNDN);
    mpfr_add_ui(s, y, 1, MPFR_RNDN);
    mpfr_sqr(s, s, MPFR_RNDN);
    mpfr_div(y, y, s, MPFR_RNDN);
    mpfr_clear(s);
}

/* -tanh(x / 2) sigmoid'(x). */
void true_second_derivative(mpfr_t y, const mpfr_t x)
{
    mpfr_t half;
    mpfr_init2(half, BITS);
    mpfr_div_2ui(half, x, 1, MPFR_RNDN);
    mpfr_tanh(half, half, MPFR_RNDN);
    true_derivative(y, x);
    mpfr_mul(y, y, half, MPFR_RNDN);
    mpfr_neg(y, y, MPFR_RNDN);
    mpfr_clear(half);
}

/* max(x, 0) + log(1 + exp(-|x|)). */
void true_log1pexp(mpfr_t y, const mpfr_t x)
{
    mpfr_t e;
    mpfr_init2(e, BITS);
    mpfr_abs(e, x, MPFR_RNDN);
    mpfr_neg(e, e, MPFR_RNDN);
    mpfr_exp(e, e, MPFR_RNDN);
    mpfr_log1p(e, e, MPFR_RNDN);
    if (mpfr_sgn(x) > 0)
        mpfr_add(y, x, e, MPFR_RNDN);
    else
        mpfr_set(y, e, MPFR_RNDN);
    mpfr_clear(e);
}

void true_log_sigmoid(mpfr_t y, const mpfr_t x)
{
    mpfr_neg(y, x, MPFR_RNDN);
    true_log1pexp(y, y);
    mpfr_neg(y, y, MPFR_RNDN);
}

void true_log1mexp(mpfr_t y, const mpfr_t x)
{
    if (mpfr_cmp_si(x, -1) > 0) {
        mpfr_expm1(y, x, MPFR_RNDN);
        mpfr_neg(y, y, MPFR_RNDN);
        mpfr_log(y, y, MPFR_RNDN);
    } else {
        mpfr_exp(y, x, MPFR_RNDN);
        mpfr_neg(y, y, MPFR_RNDN);
        mpfr_log1p(y, y, MPFR_RNDN);
    }
}

void true_exp(mpfr_t y, const mpfr_t x)
{
    mpfr_exp(y, x, MPFR_RNDN);
}

void true_tanh(mpfr_t y, const mpfr_t x)
{
    mpfr_tanh(y, x, MPFR_RNDN);
}

void true_tanh_derivative(mpfr_t y, const mpfr_t x)
{
    mpfr_sech(y, x, MPFR_RNDN);
    mpfr_sqr(y, y, MPFR_RNDN);
}

/* ---- Of probabilities and odds ---- */

void true_odds(mpfr_t y, const mpfr_t p)
{
    mpfr_t rest;
    mpfr_init2(rest, EXACT);
    mpfr_ui_sub(rest, 1, p, MPFR_RNDN);
    mpfr_div(y, p, rest, MPFR_RNDN);
    mpfr_clear(rest);
}

void true_logit(mpfr_t y, const mpfr_t p)
{
    true_odds(y, p);
    mpfr_log(y, y, MPFR_RNDN);
}

void true_probability(mpfr_t y, const mpfr_t odds)
{
    mpfr_t sum;
    mpfr_init2(sum, EXACT);
    mpfr_add_ui(sum, odds, 1, MPFR_RNDN);
    mpfr_div(y, odds, sum, MPFR_RNDN);
    mpfr_clear(sum);
}

void true_log(mpfr_t y, const mpfr_t odds)
{
    mpfr_log(y, odds, MPFR_RNDN);
}

/* ---- Ratios: numerator and denominator are exact, so that one division rounds ---- */

/* u = 1 - b. */
static void set_rest(mpfr_t u, double b)
{
    mpfr_set_d(u, b, MPFR_RNDN);
    mpfr_ui_sub(u, 1, u, MPFR_RNDN);
}

void true_odds_ratio(mpfr_t y, double p1, double p0)
{
    mpfr_t u, v;
    mpfr_inits2(EXACT, u, v, (mpfr_ptr)0);
    set_rest(u, p0);
    mpfr_mul_d(u, u, p1, MPFR_RNDN);
    set_rest(v, p1);
    mpfr_mul_d(v, v, p0, MPFR_RNDN);
    mpfr_div(y, u, v, MPFR_RNDN);
    mpfr_clears(u, v, (mpfr_ptr)0);
}

void true_risk_ratio(mpfr_t y, double p1, double p0)
{
    mpfr_set_d(y, p1, MPFR_RNDN);
    mpfr_div_d(y, y, p0, MPFR_RNDN);
}

void true_probability_of_odds_ratio(mpfr_t y, double ratio, double p0)
{
    mpfr_t u, v;
    mpfr_inits2(EXACT, u, v, (mpfr_ptr)0);
    set_rest(u, p0);
    mpfr_set_d(v, p0, MPFR_RNDN);
    mpfr_mul_d(v, v, ratio, MPFR_RNDN);
    mpfr_add(u, u, v, MPFR_RNDN);
    mpfr_div(y, v, u, MPFR_RNDN);
    mpfr_clears(u, v, (mpfr_ptr)0);
}

void true_risk_ratio_of_odds(mpfr_t y, double ratio, double p0)
{
    mpfr_t u, v;
    mpfr_inits2(EXACT, u, v, (mpfr_ptr)0);
    set_rest(u, p0);
    mpfr_set_d(v, p0, MPFR_RNDN);
    mpfr_mul_d(v, v, ratio, MPFR_RNDN);
    mpfr_add(u, u, v, MPFR_RNDN);
    mpfr_set_d(v, ratio, MPFR_RNDN);
    mpfr_div(y, v, u, MPFR_RNDN);
    mpfr_clears(u, v, (mpfr_ptr)0);
}

void true_odds_ratio_of_risk(mpfr_t y, double ratio, double p0)
{
    mpfr_t u, v;
    mpfr_inits2(EXACT, u, v, (mpfr_ptr)0);
    set_rest(u, p0);
    mpfr_mul_d(u, u, ratio, MPFR_RNDN);
    mpfr_set_d(v, p0, MPFR_RNDN);
    mpfr_mul_d(v, v, ratio, MPFR_RNDN);
    mpfr_ui_sub(v, 1, v, MPFR_RNDN);
    mpfr_div(y, u, v, MPFR_RNDN);
    if (mpfr_sgn(v) < 0)
        mpfr_set_nan(y);
    mpfr_clears(u, v, (mpfr_ptr)0);
}

void true_probability_of_risk_ratio(mpfr_t y, double ratio, double p0)
{
    mpfr_set_d(y, ratio, MPFR_RNDN);
    mpfr_mul_d(y, y, p0, MPFR_RNDN);
    if (mpfr_cmp_ui(y, 1) > 0)
        mpfr_set_nan(y);
}

void true_sum(mpfr_t sum, const double *x, size_t n)
{
    mpfr_t e;
    mpfr_init2(e, BITS);
    mpfr_set_ui(sum, 0, MPFR_RNDN);
    for (size_t i = 0; i < n; i++) {
        mpfr_set_d(e, x[i], MPFR_RNDN);
        mpfr_exp(e, e, MPFR_RNDN);
        mpfr_add(sum, sum, e, MPFR_RNDN);
    }
    mpfr_clear(e);
}
