/* log, exp and powers against MPFR: errors in units of the last place at random points, and values that are exact. */
#include "harness.h"

#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <mpfr.h>

#include "base/functions.h"

#define POINTS 20000

static uint64_t state = 1;

static double uniform(double low, double high)
{
    state = state * 6364136223846793005ULL + 1442695040888963407ULL;
    return low + (high - low) * (double)(state >> 11) * 0x1p-53;
}

/* |got - want| in units of the last place of want. */
static double ulps(double got, const mpfr_t want)
{
    double near = mpfr_get_d(want, MPFR_RNDN);
    if (got == near && (isinf(near) || near == 0))
        return 0;
    mpfr_t gap;
    mpfr_init2(gap, 200);
    mpfr_d_sub(gap, got, want, MPFR_RNDN);
    double ulp = nextafter(fabs(near), INFINITY) - fabs(near);
    double error = fabs(mpfr_get_d(gap, MPFR_RNDN)) / ulp;
    mpfr_clear(gap);
    return error;
}

typedef struct {
    const char *name;
    double (*function)(double);
    int (*truth)(mpfr_t, const mpfr_t, mpfr_rnd_t);
    double low, high; /* of the argument; of its log2 where it is positive over many scales */
    bool scales;
} row;

static const row rows[] = {
    {"log", logreg__log_of, mpfr_log, -1074, 1024, true},
    {"log near 1", logreg__log_of, mpfr_log, 0.4, 2.2, false},
    {"log2", logreg__log2_of, mpfr_log2, -1074, 1024, true},
    {"log2 near 1", logreg__log2_of, mpfr_log2, 0.4, 2.2, false},
    {"log10", logreg__log10_of, mpfr_log10, -1074, 1024, true},
    {"log10 near 1", logreg__log10_of, mpfr_log10, 0.4, 2.2, false},
    {"log1p", logreg__log1p_of, mpfr_log1p, -1020, 1020, true},
    {"log1p below 0", logreg__log1p_of, mpfr_log1p, -1, 0.1, false},
    {"exp", logreg__exp_of, mpfr_exp, -745, 709.7, false},
    {"exp near 0", logreg__exp_of, mpfr_exp, -1, 1, false},
    {"expm1", logreg__expm1_of, mpfr_expm1, -50, 709.7, false},
    {"expm1 near 0", logreg__expm1_of, mpfr_expm1, -0.2, 0.2, false},
    {"expm1 of small numbers", logreg__expm1_of, mpfr_expm1, -1020, -3, true},
};

static void functions_of_one_number(void)
{
    mpfr_t x, want;
    mpfr_inits2(200, x, want, (mpfr_ptr)0);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        double worst = 0, at = 0;
        for (int k = 0; k < POINTS; k++) {
            double a = uniform(rows[i].low, rows[i].high);
            a = rows[i].scales ? exp2(a) : a;
            mpfr_set_d(x, a, MPFR_RNDN);
            rows[i].truth(want, x, MPFR_RNDN);
            double error = ulps(rows[i].function(a), want);
            if (error > worst)
                worst = error, at = a;
        }
        printf("# %s: %.4f ulp at %a\n", rows[i].name, worst, at);
        CU_ASSERT_TRUE(worst < 0.52);
    }
    mpfr_clears(x, want, (mpfr_ptr)0);
}

/* Powers of `points` random x in [e^-scale, e^scale], the exponent drawn as whole halves or freely. */
static double worst_power(double scale, double most, bool halves)
{
    mpfr_t x, y, want;
    mpfr_inits2(200, x, y, want, (mpfr_ptr)0);
    double worst = 0, at_x = 0, at_y = 0;
    for (int k = 0; k < POINTS; k++) {
        double a = exp(uniform(-scale, scale)), b = uniform(-most, most);
        b = halves ? rint(2 * b) / 2 : b;
        mpfr_set_d(x, a, MPFR_RNDN);
        mpfr_set_d(y, b, MPFR_RNDN);
        mpfr_pow(want, x, y, MPFR_RNDN);
        double error = ulps(logreg__power_of(a, b), want);
        if (error > worst)
            worst = error, at_x = a, at_y = b;
    }
    printf("# %.4f ulp at %a ^ %a\n", worst, at_x, at_y);
    mpfr_clears(x, y, want, (mpfr_ptr)0);
    return worst;
}

static void powers(void)
{
    CU_ASSERT_TRUE(worst_power(11, 64, true) < 0.51);
    CU_ASSERT_TRUE(worst_power(700, 2, true) < 0.51);
    CU_ASSERT_TRUE(worst_power(4, 4, false) < 1);
    CU_ASSERT_TRUE(worst_power(700, 1, false) < 11);
    CU_ASSERT_TRUE(worst_power(1, 700, false) < 11);
}

static void exact_values(void)
{
    for (int k = -1074; k < 1024; k++)
        CU_ASSERT_EQUAL(logreg__log2_of(ldexp(1, k)), k);
    double ten = 1;
    for (int k = 0; k < 23; k++, ten *= 10) {
        CU_ASSERT_EQUAL(logreg__log10_of(ten), k);
        CU_ASSERT_EQUAL(logreg__power_of(10, k), ten);
    }
    CU_ASSERT_EQUAL(logreg__power_of(10, -3), 1e-3);
    CU_ASSERT_EQUAL(logreg__power_of(3, 3), 27);
    CU_ASSERT_EQUAL(logreg__power_of(-3, 3), -27);
    CU_ASSERT_EQUAL(logreg__power_of(-3, 4), 81);
    CU_ASSERT_EQUAL(logreg__power_of(9, 0.5), 3);
    CU_ASSERT_EQUAL(logreg__power_of(4, -1.5), 0.125);
    CU_ASSERT_EQUAL(logreg__power_of(8, 1 / 3.0), 2);
    CU_ASSERT_EQUAL(logreg__power_of(2, -1074), 0x1p-1074);
    CU_ASSERT_EQUAL(logreg__power_of(2, 1000), 0x1p1000);
    CU_ASSERT_EQUAL(logreg__exp_of(0), 1);
    CU_ASSERT_EQUAL(logreg__expm1_of(0), 0);
}

/* Where C fixes the value, so do these. */
static void special_values(void)
{
    static const double values[] = {NAN, -INFINITY, -0x1p1023, -3, -2.5, -1, -0.5, -0x1p-1074, -0.0,
                                    0,   0x1p-1074, 0.5,       1,  2.5,  3,  64.5, 0x1p1023,   INFINITY};
    size_t n = sizeof values / sizeof *values;
    for (size_t i = 0; i < n; i++) {
        double x = values[i];
        CU_ASSERT_TRUE(near_rel(logreg__log_of(x), log(x), TOL_EXPRESSION));
        CU_ASSERT_TRUE(near_rel(logreg__log2_of(x), log2(x), TOL_EXPRESSION));
        CU_ASSERT_TRUE(near_rel(logreg__log10_of(x), log10(x), TOL_EXPRESSION));
        CU_ASSERT_TRUE(near_rel(logreg__log1p_of(x), log1p(x), TOL_EXPRESSION));
        CU_ASSERT_TRUE(near_rel(logreg__exp_of(x), exp(x), TOL_EXPRESSION));
        CU_ASSERT_TRUE(near_rel(logreg__expm1_of(x), expm1(x), TOL_EXPRESSION));
        for (size_t j = 0; j < n; j++) {
            double got = logreg__power_of(x, values[j]), want = pow(x, values[j]);
            CU_ASSERT_TRUE(near_rel(got, want, 16 * TOL_EXPRESSION));
            CU_ASSERT_EQUAL(!!signbit(got), !!signbit(isnan(want) ? got : want));
        }
    }
}

const test_case tests[] = {
    {"functions of one number", functions_of_one_number},
    {"powers", powers},
    {"exact values", exact_values},
    {"special values", special_values},
    {NULL, NULL},
};
