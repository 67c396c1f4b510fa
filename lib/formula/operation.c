#include "formula/operation.h"

#include <math.h>

#include "base/functions.h"

#define ONE(name, value)                                                                                     \
    static void name(double *a, size_t n)                                                                    \
    {                                                                                                        \
        for (size_t i = 0; i < n; i++) {                                                                     \
            double x = a[i];                                                                                 \
            a[i] = (value);                                                                                  \
        }                                                                                                    \
    }

#define TWO(name, value)                                                                                     \
    static void name(double *a, const double *b, size_t n)                                                   \
    {                                                                                                        \
        for (size_t i = 0; i < n; i++) {                                                                     \
            double x = a[i], y = b[i];                                                                       \
            a[i] = (value);                                                                                  \
        }                                                                                                    \
    }

/* A comparison with what is missing is missing. */
#define COMPARE(name, value) TWO(name, isnan(x) || isnan(y) ? NAN : (value))

TWO(plus, x + y)
TWO(minus, x - y)
TWO(times, x *y)
TWO(over, x / y)
TWO(power, y == 2 ? x * x : logreg__power_of(x, y))
COMPARE(equal, x == y)
COMPARE(unequal, x != y)
COMPARE(less, x < y)
COMPARE(greater, x > y)
COMPARE(at_most, x <= y)
COMPARE(at_least, x >= y)
TWO(both, x == 0 || y == 0 ? 0 : isnan(x) || isnan(y) ? NAN : 1)
TWO(either, (x != 0 && !isnan(x)) || (y != 0 && !isnan(y)) ? 1 : isnan(x) || isnan(y) ? NAN : 0)
ONE(not, isnan(x) ? NAN : x == 0)
ONE(negative, -x)
ONE(logarithm, logreg__log_of(x))
ONE(logarithm_2, logreg__log2_of(x))
ONE(logarithm_10, logreg__log10_of(x))
ONE(logarithm_1p, logreg__log1p_of(x))
ONE(exponential, logreg__exp_of(x))
ONE(exponential_m1, logreg__expm1_of(x))
ONE(root, sqrt(x))
ONE(absolute, fabs(x))
ONE(sine, sin(x))
ONE(cosine, cos(x))
ONE(tangent, tan(x))
ONE(hyperbolic_tangent, tanh(x))
ONE(round_down, floor(x))
ONE(round_up, ceil(x))
ONE(is_missing, isnan(x))

#define SLOPE(name, value)                                                                                   \
    static double name(double x)                                                                             \
    {                                                                                                        \
        return (value);                                                                                      \
    }

/* Derivatives; 0 at the corner of abs and at the steps of floor and ceiling. */
SLOPE(slope_log, 1 / x)
SLOPE(slope_log2, 1 / (x * M_LN2))
SLOPE(slope_log10, 1 / (x * M_LN10))
SLOPE(slope_log1p, 1 / (1 + x))
SLOPE(slope_exp, logreg__exp_of(x))
SLOPE(slope_root, 0.5 / sqrt(x))
SLOPE(slope_absolute, (x > 0) - (x < 0))
SLOPE(slope_sine, cos(x))
SLOPE(slope_cosine, -sin(x))
SLOPE(slope_tangent, 1 + tan(x) * tan(x))
SLOPE(slope_hyperbolic, 1 - tanh(x) * tanh(x))
SLOPE(slope_negative, 0 * x - 1)
SLOPE(slope_step, 0 * x)

#define ARITHMETIC LOGREG__ARITHMETIC
#define CONDITION LOGREG__CONDITION
#define CALL LOGREG__FUNCTION, LOGREG__BINDS_CALL, ARITHMETIC, false

const logreg__operation logreg__operations[] = {
    {"|", "||", LOGREG__INFIX, LOGREG__BINDS_OR, CONDITION, false, NULL, either, NULL, true},
    {"&", "&&", LOGREG__INFIX, LOGREG__BINDS_AND, CONDITION, false, NULL, both, NULL, true},
    {"!", NULL, LOGREG__PREFIX, LOGREG__BINDS_NOT, CONDITION, false, not, NULL, NULL, false},
    {"==", NULL, LOGREG__INFIX, LOGREG__BINDS_COMPARISON, CONDITION, true, NULL, equal, NULL, false},
    {"!=", NULL, LOGREG__INFIX, LOGREG__BINDS_COMPARISON, CONDITION, true, NULL, unequal, NULL, false},
    {"<", NULL, LOGREG__INFIX, LOGREG__BINDS_COMPARISON, CONDITION, false, NULL, less, NULL, false},
    {">", NULL, LOGREG__INFIX, LOGREG__BINDS_COMPARISON, CONDITION, false, NULL, greater, NULL, false},
    {"<=", NULL, LOGREG__INFIX, LOGREG__BINDS_COMPARISON, CONDITION, false, NULL, at_most, NULL, false},
    {">=", NULL, LOGREG__INFIX, LOGREG__BINDS_COMPARISON, CONDITION, false, NULL, at_least, NULL, false},
    {"+", NULL, LOGREG__INFIX, LOGREG__BINDS_SUM, ARITHMETIC, false, NULL, plus, NULL, false},
    {"-", NULL, LOGREG__INFIX, LOGREG__BINDS_SUM, ARITHMETIC, false, NULL, minus, NULL, false},
    {"*", NULL, LOGREG__INFIX, LOGREG__BINDS_PRODUCT, ARITHMETIC, false, NULL, times, NULL, false},
    {"/", NULL, LOGREG__INFIX, LOGREG__BINDS_PRODUCT, ARITHMETIC, false, NULL, over, NULL, false},
    {"-", NULL, LOGREG__PREFIX, LOGREG__BINDS_SIGN, ARITHMETIC, false, negative, NULL, slope_negative, false},
    {"^", "**", LOGREG__INFIX, LOGREG__BINDS_POWER, ARITHMETIC, false, NULL, power, NULL, false},
    {"log", NULL, CALL, logarithm, NULL, slope_log, false},
    {"log2", NULL, CALL, logarithm_2, NULL, slope_log2, false},
    {"log10", NULL, CALL, logarithm_10, NULL, slope_log10, false},
    {"log1p", NULL, CALL, logarithm_1p, NULL, slope_log1p, false},
    {"exp", NULL, CALL, exponential, NULL, slope_exp, false},
    {"expm1", NULL, CALL, exponential_m1, NULL, slope_exp, false},
    {"sqrt", NULL, CALL, root, NULL, slope_root, false},
    {"abs", NULL, CALL, absolute, NULL, slope_absolute, false},
    {"sin", NULL, CALL, sine, NULL, slope_sine, false},
    {"cos", NULL, CALL, cosine, NULL, slope_cosine, false},
    {"tan", NULL, CALL, tangent, NULL, slope_tangent, false},
    {"tanh", NULL, CALL, hyperbolic_tangent, NULL, slope_hyperbolic, false},
    {"floor", NULL, CALL, round_down, NULL, slope_step, false},
    {"ceiling", NULL, CALL, round_up, NULL, slope_step, false},
    {"is.na", NULL, LOGREG__FUNCTION, LOGREG__BINDS_CALL, CONDITION, true, is_missing, NULL, NULL, true},
    {0},
};
