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

#define ARITHMETIC LOGREG__ARITHMETIC
#define CONDITION LOGREG__CONDITION
#define CALL LOGREG__FUNCTION, LOGREG__BINDS_CALL, ARITHMETIC, false

const logreg__operation logreg__operations[] = {
    {"|", "||", LOGREG__INFIX, LOGREG__BINDS_OR, CONDITION, false, NULL, either},
    {"&", "&&", LOGREG__INFIX, LOGREG__BINDS_AND, CONDITION, false, NULL, both},
    {"!", NULL, LOGREG__PREFIX, LOGREG__BINDS_NOT, CONDITION, false, not, NULL},
    {"==", NULL, LOGREG__INFIX, LOGREG__BINDS_COMPARISON, CONDITION, true, NULL, equal},
    {"!=", NULL, LOGREG__INFIX, LOGREG__BINDS_COMPARISON, CONDITION, true, NULL, unequal},
    {"<", NULL, LOGREG__INFIX, LOGREG__BINDS_COMPARISON, CONDITION, false, NULL, less},
    {">", NULL, LOGREG__INFIX, LOGREG__BINDS_COMPARISON, CONDITION, false, NULL, greater},
    {"<=", NULL, LOGREG__INFIX, LOGREG__BINDS_COMPARISON, CONDITION, false, NULL, at_most},
    {">=", NULL, LOGREG__INFIX, LOGREG__BINDS_COMPARISON, CONDITION, false, NULL, at_least},
    {"+", NULL, LOGREG__INFIX, LOGREG__BINDS_SUM, ARITHMETIC, false, NULL, plus},
    {"-", NULL, LOGREG__INFIX, LOGREG__BINDS_SUM, ARITHMETIC, false, NULL, minus},
    {"*", NULL, LOGREG__INFIX, LOGREG__BINDS_PRODUCT, ARITHMETIC, false, NULL, times},
    {"/", NULL, LOGREG__INFIX, LOGREG__BINDS_PRODUCT, ARITHMETIC, false, NULL, over},
    {"-", NULL, LOGREG__PREFIX, LOGREG__BINDS_SIGN, ARITHMETIC, false, negative, NULL},
    {"^", "**", LOGREG__INFIX, LOGREG__BINDS_POWER, ARITHMETIC, false, NULL, power},
    {"log", NULL, CALL, logarithm, NULL},
    {"log2", NULL, CALL, logarithm_2, NULL},
    {"log10", NULL, CALL, logarithm_10, NULL},
    {"log1p", NULL, CALL, logarithm_1p, NULL},
    {"exp", NULL, CALL, exponential, NULL},
    {"expm1", NULL, CALL, exponential_m1, NULL},
    {"sqrt", NULL, CALL, root, NULL},
    {"abs", NULL, CALL, absolute, NULL},
    {"sin", NULL, CALL, sine, NULL},
    {"cos", NULL, CALL, cosine, NULL},
    {"tan", NULL, CALL, tangent, NULL},
    {"tanh", NULL, CALL, hyperbolic_tangent, NULL},
    {"floor", NULL, CALL, round_down, NULL},
    {"ceiling", NULL, CALL, round_up, NULL},
    {"is.na", NULL, LOGREG__FUNCTION, LOGREG__BINDS_CALL, CONDITION, true, is_missing, NULL},
    {0},
};
