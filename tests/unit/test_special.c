/* Special functions against MPFR: the largest error, in units in the last place of the true value, over every
 * binade of the argument and densely where they bend. POINTS may be raised at compile time. */
#include "harness.h"

#include <float.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>

#include <mpfr.h>

#include <logreg/special.h>

#ifndef POINTS
#define POINTS 20000
#endif

#define BITS 240

/* What the headers promise. */
#define ULP 0.51

static uint64_t state = 1;

/* Uniform in [0, 1): a linear congruence is good enough to choose points. */
static double uniform(void)
{
    state = state * 6364136223846793005u + 1442695040888963407u;
    return (double)(state >> 11) * 0x1p-53;
}

static double uniform_in(double low, double high)
{
    return low + (high - low) * uniform();
}

/* |got - want| in units in the last place of want, which may be subnormal; 0 for the same infinity. */
static double ulps(double got, const mpfr_t want)
{
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

/* ---- The truth: y = f(x) to BITS bits ---- */

static void true_complement(mpfr_t y, const mpfr_t x)
{
    mpfr_exp(y, x, MPFR_RNDN);
    mpfr_add_ui(y, y, 1, MPFR_RNDN);
    mpfr_ui_div(y, 1, y, MPFR_RNDN);
}

static void true_sigmoid(mpfr_t y, const mpfr_t x)
{
    mpfr_neg(y, x, MPFR_RNDN);
    true_complement(y, y);
}

static void true_derivative(mpfr_t y, const mpfr_t x)
{
    mpfr_t other;
    mpfr_init2(other, BITS);
    true_complement(other, x);
    true_sigmoid(y, x);
    mpfr_mul(y, y, other, MPFR_RNDN);
    mpfr_clear(other);
}

static void true_log1pexp(mpfr_t y, const mpfr_t x)
{
    mpfr_exp(y, x, MPFR_RNDN);
    mpfr_log1p(y, y, MPFR_RNDN);
}

static void true_log_sigmoid(mpfr_t y, const mpfr_t x)
{
    mpfr_neg(y, x, MPFR_RNDN);
    true_log1pexp(y, y);
    mpfr_neg(y, y, MPFR_RNDN);
}

static void true_odds(mpfr_t y, const mpfr_t p)
{
    mpfr_t rest;
    mpfr_init2(rest, 1200); /* 1 - p exactly */
    mpfr_ui_sub(rest, 1, p, MPFR_RNDN);
    mpfr_div(y, p, rest, MPFR_RNDN);
    mpfr_clear(rest);
}

static void true_logit(mpfr_t y, const mpfr_t p)
{
    true_odds(y, p);
    mpfr_log(y, y, MPFR_RNDN);
}

static void true_probability(mpfr_t y, const mpfr_t odds)
{
    mpfr_t sum;
    mpfr_init2(sum, 2200); /* 1 + odds exactly */
    mpfr_add_ui(sum, odds, 1, MPFR_RNDN);
    mpfr_div(y, odds, sum, MPFR_RNDN);
    mpfr_clear(sum);
}

/* ---- Sweeps ---- */

static double worst, worst_at;

static void try_point(double (*f)(double), void (*truth)(mpfr_t, const mpfr_t), double x)
{
    mpfr_t argument, want;
    mpfr_init2(argument, DBL_MANT_DIG);
    mpfr_init2(want, BITS);
    mpfr_set_d(argument, x, MPFR_RNDN);
    truth(want, argument);
    double error = ulps(f(x), want);
    if (!(error <= worst)) {
        worst = error;
        worst_at = x;
    }
    mpfr_clear(argument);
    mpfr_clear(want);
}

static double in_binade(int exponent)
{
    return ldexp(1 + uniform(), exponent);
}

static bool promise_holds(void)
{
    printf("# largest error %.4f ulp, at %.17g\n", worst, worst_at);
    return worst <= ULP;
}

/* Arguments on the log-odds scale: every binade up to 1024, both signs, then densely about 0. */
static bool sweep_line(double (*f)(double), void (*truth)(mpfr_t, const mpfr_t))
{
    worst = 0;
    int spent = 0;
    for (int e = -1074; e < 10; e++, spent += 2) {
        try_point(f, truth, in_binade(e));
        try_point(f, truth, -in_binade(e));
    }
    for (; spent < POINTS * 3 / 4; spent++)
        try_point(f, truth, uniform_in(-40, 40));
    for (; spent < POINTS; spent++)
        try_point(f, truth, uniform_in(-1000, 1000));
    return promise_holds();
}

/* Probabilities: every binade from both ends, then densely, and close to 1/2. */
static bool sweep_probability(double (*f)(double), void (*truth)(mpfr_t, const mpfr_t))
{
    worst = 0;
    int spent = 0;
    for (int e = -1074; e < 0; e++, spent += 2) {
        try_point(f, truth, in_binade(e));
        try_point(f, truth, 1 - in_binade(-1 - spent % 52));
    }
    for (; spent < POINTS * 3 / 4; spent++)
        try_point(f, truth, uniform());
    for (; spent < POINTS; spent++)
        try_point(f, truth, 0.5 + (spent % 2 ? 1 : -1) * in_binade(-2 - spent % 52));
    return promise_holds();
}

static bool sweep_odds(double (*f)(double), void (*truth)(mpfr_t, const mpfr_t))
{
    worst = 0;
    int spent = 0;
    for (int e = -1074; e < 1024; e++, spent++)
        try_point(f, truth, in_binade(e));
    for (; spent < POINTS; spent++)
        try_point(f, truth, exp(uniform_in(-40, 40)));
    return promise_holds();
}

static void sigmoid_is_accurate(void)
{
    CU_ASSERT_TRUE(sweep_line(logreg_sigmoid, true_sigmoid));
}

static void complement_is_accurate(void)
{
    CU_ASSERT_TRUE(sweep_line(logreg_sigmoid_complement, true_complement));
}

static void derivative_is_accurate(void)
{
    CU_ASSERT_TRUE(sweep_line(logreg_sigmoid_derivative, true_derivative));
}

static void log1pexp_is_accurate(void)
{
    CU_ASSERT_TRUE(sweep_line(logreg_log1pexp, true_log1pexp));
}

static void log_sigmoid_is_accurate(void)
{
    CU_ASSERT_TRUE(sweep_line(logreg_log_sigmoid, true_log_sigmoid));
}

static void logit_is_accurate(void)
{
    CU_ASSERT_TRUE(sweep_probability(logreg_logit, true_logit));
}

static void odds_are_accurate(void)
{
    CU_ASSERT_TRUE(sweep_probability(logreg_odds_from_probability, true_odds));
    CU_ASSERT_TRUE(sweep_odds(logreg_probability_from_odds, true_probability));
}

/* ---- Vectors ---- */

#define MOST 12

/* n numbers about a centre; one of them now and then far below. */
static size_t random_vector(double *x)
{
    size_t n = 1 + (size_t)(uniform() * MOST);
    double centre = uniform() < 0.5 ? 0 : uniform_in(-1000, 1000), spread = exp(uniform_in(-20, 5));
    for (size_t i = 0; i < n; i++)
        x[i] = centre + spread * uniform_in(-1, 1) - (uniform() < 0.1 ? uniform_in(0, 1500) : 0);
    return n;
}

static void true_sum(mpfr_t sum, const double *x, size_t n)
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

/* Where the largest number and the log of the sum cancel, the bound is an absolute one. */
static void logsumexp_is_accurate(void)
{
    mpfr_t want, gap;
    mpfr_init2(want, BITS);
    mpfr_init2(gap, BITS);
    double worst_share = 0;
    for (int i = 0; i < POINTS / 4; i++) {
        double x[MOST];
        size_t n = random_vector(x);
        if (i % 4 == 0) { /* the sum of n equal exponentials near 1 */
            n = 2 + n % (MOST - 1);
            for (size_t j = 0; j < n; j++)
                x[j] = -log((double)n) * (1 + 1e-15 * uniform_in(-1, 1));
        }
        true_sum(want, x, n);
        mpfr_log(want, want, MPFR_RNDN);
        double got = logreg_logsumexp(x, n), size = fabs(mpfr_get_d(want, MPFR_RNDN));
        mpfr_sub_d(gap, want, got, MPFR_RNDN);
        double bound = ULP * (nextafter(size, INFINITY) - size) + 1e-18 * (1 + log((double)n));
        double share = fabs(mpfr_get_d(gap, MPFR_RNDN)) / bound;
        worst_share = share > worst_share ? share : worst_share;
    }
    printf("# largest error over its bound: %.4f\n", worst_share);
    CU_ASSERT(worst_share <= 1);
    mpfr_clear(want);
    mpfr_clear(gap);
}

static void softmax_is_accurate(void)
{
    mpfr_t sum, want;
    mpfr_init2(sum, BITS);
    mpfr_init2(want, BITS);
    worst = 0;
    for (int i = 0; i < POINTS / 4; i++) {
        double x[MOST], p[MOST];
        size_t n = random_vector(x);
        true_sum(sum, x, n);
        logreg_softmax(p, x, n);
        for (size_t j = 0; j < n; j++) {
            mpfr_set_d(want, x[j], MPFR_RNDN);
            mpfr_exp(want, want, MPFR_RNDN);
            mpfr_div(want, want, sum, MPFR_RNDN);
            double error = ulps(p[j], want);
            if (!(error <= worst)) {
                worst = error;
                worst_at = x[j];
            }
        }
        logreg_softmax(x, x, n);
        CU_ASSERT_EQUAL(memcmp(x, p, n * sizeof *p), 0);
    }
    CU_ASSERT_TRUE(promise_holds());
    mpfr_clear(sum);
    mpfr_clear(want);
}

/* ---- Ends and corners ---- */

static void ends_are_right(void)
{
    static const struct {
        double (*f)(double);
        double x, y;
    } rows[] = {
        {logreg_sigmoid, INFINITY, 1},
        {logreg_sigmoid, -INFINITY, 0},
        {logreg_sigmoid, 1000, 1},
        {logreg_sigmoid, -1000, 0},
        {logreg_sigmoid, -DBL_MAX, 0},
        {logreg_sigmoid, -745, 0x1p-1074},
        {logreg_sigmoid, 0, 0.5},
        {logreg_sigmoid, -0.0, 0.5},
        {logreg_sigmoid, NAN, NAN},
        {logreg_sigmoid_complement, INFINITY, 0},
        {logreg_sigmoid_complement, -INFINITY, 1},
        {logreg_sigmoid_complement, 40, 4.248354255291589e-18},
        {logreg_sigmoid_complement, NAN, NAN},
        {logreg_sigmoid_derivative, INFINITY, 0},
        {logreg_sigmoid_derivative, -INFINITY, 0},
        {logreg_sigmoid_derivative, 0, 0.25},
        {logreg_sigmoid_derivative, 745, 0x1p-1074},
        {logreg_sigmoid_derivative, -745, 0x1p-1074},
        {logreg_sigmoid_derivative, NAN, NAN},
        {logreg_logit, 0, -INFINITY},
        {logreg_logit, 1, INFINITY},
        {logreg_logit, 0.5, 0},
        {logreg_logit, 0x1p-1074, -744.4400719213812},
        {logreg_logit, -0x1p-1074, NAN},
        {logreg_logit, 1 + DBL_EPSILON, NAN},
        {logreg_logit, -INFINITY, NAN},
        {logreg_logit, NAN, NAN},
        {logreg_log_sigmoid, INFINITY, 0},
        {logreg_log_sigmoid, -INFINITY, -INFINITY},
        {logreg_log_sigmoid, -1000, -1000},
        {logreg_log_sigmoid, 745, -0x1p-1074},
        {logreg_log_sigmoid, NAN, NAN},
        {logreg_log1pexp, INFINITY, INFINITY},
        {logreg_log1pexp, -INFINITY, 0},
        {logreg_log1pexp, 1000, 1000},
        {logreg_log1pexp, -1000, 0},
        {logreg_log1pexp, -745, 0x1p-1074},
        {logreg_log1pexp, 0, 0.6931471805599453},
        {logreg_log1pexp, NAN, NAN},
        {logreg_odds_from_probability, 0, 0},
        {logreg_odds_from_probability, 0.5, 1},
        {logreg_odds_from_probability, 1, INFINITY},
        {logreg_odds_from_probability, 1 - DBL_EPSILON / 2, 0x1p53 - 1},
        {logreg_odds_from_probability, -0.1, NAN},
        {logreg_odds_from_probability, 1.1, NAN},
        {logreg_odds_from_probability, NAN, NAN},
        {logreg_probability_from_odds, 0, 0},
        {logreg_probability_from_odds, 1, 0.5},
        {logreg_probability_from_odds, DBL_MAX, 1},
        {logreg_probability_from_odds, INFINITY, 1},
        {logreg_probability_from_odds, -1, NAN},
        {logreg_probability_from_odds, NAN, NAN},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        double got = rows[i].f(rows[i].x);
        bool same = got == rows[i].y || (isnan(got) && isnan(rows[i].y));
        if (!same)
            printf("# row %zu: f(%.17g) is %.17g, not %.17g\n", i, rows[i].x, got, rows[i].y);
        CU_ASSERT_TRUE(same);
    }
}

static void vectors_with_infinities(void)
{
    double p[3];
    CU_ASSERT_EQUAL(logreg_logsumexp(NULL, 0), -INFINITY);
    CU_ASSERT_EQUAL(logreg_logsumexp((double[]){-INFINITY, -INFINITY}, 2), -INFINITY);
    CU_ASSERT_EQUAL(logreg_logsumexp((double[]){-INFINITY, 3}, 2), 3);
    CU_ASSERT_EQUAL(logreg_logsumexp((double[]){INFINITY, -INFINITY, 1}, 3), INFINITY);
    CU_ASSERT_EQUAL(logreg_logsumexp((double[]){DBL_MAX, -DBL_MAX}, 2), DBL_MAX);
    CU_ASSERT_TRUE(isnan(logreg_logsumexp((double[]){INFINITY, NAN}, 2)));

    logreg_softmax(p, (double[]){-INFINITY, 0, 0}, 3);
    CU_ASSERT(p[0] == 0 && p[1] == 0.5 && p[2] == 0.5);
    logreg_softmax(p, (double[]){INFINITY, 7, INFINITY}, 3);
    CU_ASSERT(p[0] == 0.5 && p[1] == 0 && p[2] == 0.5);
    logreg_softmax(p, (double[]){-INFINITY, -INFINITY}, 2);
    CU_ASSERT(p[0] == 0.5 && p[1] == 0.5);
    logreg_softmax(p, (double[]){DBL_MAX, -DBL_MAX}, 2);
    CU_ASSERT(p[0] == 1 && p[1] == 0);
    logreg_softmax(p, (double[]){NAN, 0, 1}, 3);
    CU_ASSERT(isnan(p[0]) && isnan(p[1]) && isnan(p[2]));
    p[0] = 7;
    logreg_softmax(p, NULL, 0);
    CU_ASSERT_EQUAL(p[0], 7);
}

const test_case tests[] = {
    {"sigmoid", sigmoid_is_accurate},
    {"complement of the sigmoid", complement_is_accurate},
    {"derivative of the sigmoid", derivative_is_accurate},
    {"log1pexp", log1pexp_is_accurate},
    {"log of the sigmoid", log_sigmoid_is_accurate},
    {"logit", logit_is_accurate},
    {"odds and probability", odds_are_accurate},
    {"logsumexp", logsumexp_is_accurate},
    {"softmax", softmax_is_accurate},
    {"infinities, NaN and the ends of double", ends_are_right},
    {"vectors with infinities", vectors_with_infinities},
    {NULL, NULL},
};
