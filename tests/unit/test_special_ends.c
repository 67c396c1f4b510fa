/* Special functions where no error can be measured: infinities, NaN, the ends of double; strides and overlap. */
#include "harness.h"

#include <float.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include <logreg/special.h>

/* ---- Ends ---- */

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
        {logreg_sigmoid_second_derivative, INFINITY, 0},
        {logreg_sigmoid_second_derivative, -INFINITY, 0},
        {logreg_sigmoid_second_derivative, 0, 0},
        {logreg_sigmoid_second_derivative, 745, -0x1p-1074},
        {logreg_sigmoid_second_derivative, -745, 0x1p-1074},
        {logreg_sigmoid_second_derivative, 0x1p-1070, -0x1p-1073},
        {logreg_sigmoid_second_derivative, NAN, NAN},
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
        {logreg_log1mexp, 0, -INFINITY},
        {logreg_log1mexp, -0.0, -INFINITY},
        {logreg_log1mexp, -INFINITY, 0},
        {logreg_log1mexp, -0x1p-1074, -744.4400719213812},
        {logreg_log1mexp, -745, -0x1p-1074},
        {logreg_log1mexp, 0x1p-1074, NAN},
        {logreg_log1mexp, INFINITY, NAN},
        {logreg_log1mexp, NAN, NAN},
        {logreg_log_odds_from_odds, 0, -INFINITY},
        {logreg_log_odds_from_odds, -0.0, -INFINITY},
        {logreg_log_odds_from_odds, 1, 0},
        {logreg_log_odds_from_odds, INFINITY, INFINITY},
        {logreg_log_odds_from_odds, -1, NAN},
        {logreg_log_odds_from_odds, NAN, NAN},
        {logreg_odds_from_log_odds, 0, 1},
        {logreg_odds_from_log_odds, -INFINITY, 0},
        {logreg_odds_from_log_odds, INFINITY, INFINITY},
        {logreg_odds_from_log_odds, 710, INFINITY},
        {logreg_odds_from_log_odds, -745, 0x1p-1074},
        {logreg_odds_from_log_odds, -746, 0},
        {logreg_odds_from_log_odds, NAN, NAN},
        {logreg_tanh, INFINITY, 1},
        {logreg_tanh, -INFINITY, -1},
        {logreg_tanh, -0x1p-1074, -0x1p-1074},
        {logreg_tanh, NAN, NAN},
        {logreg_tanh_derivative, 0, 1},
        {logreg_tanh_derivative, -INFINITY, 0},
        {logreg_tanh_derivative, DBL_MAX, 0},
        {logreg_tanh_derivative, 373, 0x1p-1074},
        {logreg_tanh_derivative, NAN, NAN},
        {logreg_relu, 3, 3},
        {logreg_relu, -3, 0},
        {logreg_relu, INFINITY, INFINITY},
        {logreg_relu, -INFINITY, 0},
        {logreg_relu, NAN, NAN},
        {logreg_relu_derivative, 0x1p-1074, 1},
        {logreg_relu_derivative, 0, 0},
        {logreg_relu_derivative, -3, 0},
        {logreg_relu_derivative, INFINITY, 1},
        {logreg_relu_derivative, NAN, NAN},
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

static void ends_of_ratios(void)
{
    static const struct {
        double (*f)(double, double);
        double a, p0, y;
    } rows[] = {
        {logreg_odds_ratio, 0.5, 0.25, 3},
        {logreg_odds_ratio, 0, 0.2, 0},
        {logreg_odds_ratio, 1, 0.2, INFINITY},
        {logreg_odds_ratio, 0.2, 0, INFINITY},
        {logreg_odds_ratio, 0.2, 1, 0},
        {logreg_odds_ratio, 0, 0, NAN},
        {logreg_odds_ratio, 1, 1, NAN},
        {logreg_odds_ratio, 0.2, -0.0, INFINITY},
        {logreg_odds_ratio, 1.5, 0.2, NAN},
        {logreg_odds_ratio, 0.2, NAN, NAN},
        {logreg_risk_ratio, 0.5, 0.25, 2},
        {logreg_risk_ratio, 0.5, 0, INFINITY},
        {logreg_risk_ratio, 0.5, -0.0, INFINITY},
        {logreg_risk_ratio, 0, 0, NAN},
        {logreg_risk_ratio, -0.5, 0.25, NAN},
        {logreg_risk_ratio_from_odds_ratio, 9, 0.5, 1.8},
        {logreg_risk_ratio_from_odds_ratio, INFINITY, 0.25, 4},
        {logreg_risk_ratio_from_odds_ratio, INFINITY, -0.0, INFINITY},
        {logreg_risk_ratio_from_odds_ratio, DBL_MAX, 0.25, 4},
        {logreg_risk_ratio_from_odds_ratio, DBL_MAX, 0, DBL_MAX},
        {logreg_risk_ratio_from_odds_ratio, 0x1p-1074, 0.5, 0x1p-1073},
        {logreg_risk_ratio_from_odds_ratio, 7, 1, 1},
        {logreg_risk_ratio_from_odds_ratio, 0, 1, NAN},
        {logreg_risk_ratio_from_odds_ratio, -1, 0.5, NAN},
        {logreg_risk_ratio_from_odds_ratio, 2, 1.5, NAN},
        {logreg_odds_ratio_from_risk_ratio, 1.5, 0.5, 3},
        {logreg_odds_ratio_from_risk_ratio, 2, 0.5, INFINITY},
        {logreg_odds_ratio_from_risk_ratio, 2 + 2 * DBL_EPSILON, 0.5, NAN},
        {logreg_odds_ratio_from_risk_ratio, INFINITY, 0, INFINITY},
        {logreg_odds_ratio_from_risk_ratio, INFINITY, 0.1, NAN},
        {logreg_odds_ratio_from_risk_ratio, 1, 1, NAN},
        {logreg_odds_ratio_from_risk_ratio, 3, 0, 3},
        {logreg_odds_ratio_from_risk_ratio, NAN, 0.5, NAN},
        {logreg_probability_from_odds_ratio, 3, 0.5, 0.75},
        {logreg_probability_from_odds_ratio, INFINITY, 0.5, 1},
        {logreg_probability_from_odds_ratio, INFINITY, 0, NAN},
        {logreg_probability_from_odds_ratio, DBL_MAX, 1, 1},
        {logreg_probability_from_odds_ratio, 0, 1, NAN},
        {logreg_probability_from_odds_ratio, -1, 0.5, NAN},
        {logreg_probability_from_risk_ratio, 3, 0.25, 0.75},
        {logreg_probability_from_risk_ratio, 4, 0.25, 1},
        {logreg_probability_from_risk_ratio, 5, 0.25, NAN},
        {logreg_probability_from_risk_ratio, -1, 0.25, NAN},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        double got = rows[i].f(rows[i].a, rows[i].p0);
        bool same = got == rows[i].y || (isnan(got) && isnan(rows[i].y));
        if (!same)
            printf("# row %zu: f(%.17g, %.17g) is %.17g, not %.17g\n", i, rows[i].a, rows[i].p0, got,
                   rows[i].y);
        CU_ASSERT_TRUE(same);
    }
}

static void classes_with_infinities(void)
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

    logreg_log_softmax(p, (double[]){-INFINITY, 0, 0}, 3);
    CU_ASSERT(p[0] == -INFINITY && p[1] == -0.6931471805599453 && p[2] == p[1]);
    logreg_log_softmax(p, (double[]){INFINITY, 7, INFINITY}, 3);
    CU_ASSERT(p[0] == -0.6931471805599453 && p[1] == -INFINITY && p[2] == p[0]);
    logreg_log_softmax(p, (double[]){-INFINITY, -INFINITY}, 2);
    CU_ASSERT(p[0] == -0.6931471805599453 && p[1] == p[0]);
    logreg_log_softmax(p, (double[]){DBL_MAX, -DBL_MAX}, 2);
    CU_ASSERT(p[0] == 0 && p[1] == -INFINITY);
    logreg_log_softmax(p, (double[]){NAN, 0, 1}, 3);
    CU_ASSERT(isnan(p[0]) && isnan(p[1]) && isnan(p[2]));
    logreg_log_softmax(p, (double[]){-1e4}, 1);
    CU_ASSERT_EQUAL(p[0], 0);
}

/* ---- Vectors ---- */

typedef void map_of_one(double *, size_t, const double *, size_t, size_t);
typedef void map_of_two(double *, size_t, const double *, size_t, const double *, size_t, size_t);

#define V(name) logreg_##name, logreg_##name##_v

static const struct {
    double (*f)(double);
    map_of_one *map;
} maps[] = {
    {V(sigmoid)},
    {V(sigmoid_complement)},
    {V(sigmoid_derivative)},
    {V(sigmoid_second_derivative)},
    {V(logit)},
    {V(log_sigmoid)},
    {V(log1pexp)},
    {V(log1mexp)},
    {V(odds_from_probability)},
    {V(probability_from_odds)},
    {V(log_odds_from_odds)},
    {V(odds_from_log_odds)},
    {V(tanh)},
    {V(tanh_derivative)},
    {V(relu)},
    {V(relu_derivative)},
};

static const struct {
    double (*f)(double, double);
    map_of_two *map;
} maps_of_two[] = {
    {V(odds_ratio)},
    {V(risk_ratio)},
    {V(risk_ratio_from_odds_ratio)},
    {V(odds_ratio_from_risk_ratio)},
    {V(probability_from_odds_ratio)},
    {V(probability_from_risk_ratio)},
};

static bool same_bits(double a, double b)
{
    return memcmp(&a, &b, sizeof a) == 0 || (isnan(a) && isnan(b));
}

/* x by three, y by two: what lies between is left alone. */
static void vectors_are_the_scalars(void)
{
    const double x[] = {-2, 7, 7, 0.25, 7, 7, NAN, 7, 7, 0.75}, b[] = {0.5, 0.125, 0.25, 1};
    for (size_t k = 0; k < sizeof maps / sizeof *maps; k++) {
        double y[] = {9, 9, 9, 9, 9, 9, 9, 9};
        maps[k].map(y, 2, x, 3, 4);
        for (size_t i = 0; i < 4; i++)
            CU_ASSERT(same_bits(y[2 * i], maps[k].f(x[3 * i])) && y[2 * i + 1] == 9);
        maps[k].map(y, 1, x, 1, 0);
        CU_ASSERT_TRUE(same_bits(y[0], maps[k].f(x[0])));
    }
    for (size_t k = 0; k < sizeof maps_of_two / sizeof *maps_of_two; k++) {
        double y[] = {9, 9, 9, 9, 9, 9, 9, 9};
        maps_of_two[k].map(y, 2, x, 3, b, 1, 4);
        for (size_t i = 0; i < 4; i++)
            CU_ASSERT(same_bits(y[2 * i], maps_of_two[k].f(x[3 * i], b[i])) && y[2 * i + 1] == 9);
        maps_of_two[k].map(y, 2, x, 3, b + 1, 0, 4); /* one baseline for all */
        for (size_t i = 0; i < 4; i++)
            CU_ASSERT_TRUE(same_bits(y[2 * i], maps_of_two[k].f(x[3 * i], 0.125)));
    }
}

/* In place; written before what is still to be read; and written after it, which then is read. */
static void vectors_overlap_in_order(void)
{
    for (size_t k = 0; k < sizeof maps / sizeof *maps; k++) {
        const double x[] = {0.125, 0.25, 0.375, 0.5};
        double in_place[4], before[5] = {9}, after[5];
        memcpy(in_place, x, sizeof x);
        maps[k].map(in_place, 1, in_place, 1, 4);
        memcpy(before + 1, x, sizeof x);
        maps[k].map(before, 1, before + 1, 1, 4);
        memcpy(after, x, sizeof x);
        maps[k].map(after + 1, 1, after, 1, 4);
        double chain = x[0];
        for (size_t i = 0; i < 4; i++) {
            CU_ASSERT_TRUE(same_bits(in_place[i], maps[k].f(x[i])));
            CU_ASSERT_TRUE(same_bits(before[i], maps[k].f(x[i])));
            chain = maps[k].f(chain);
            CU_ASSERT_TRUE(same_bits(after[i + 1], chain));
        }
    }
}

static void classes_with_strides(void)
{
    enum { N = 4 };
    const double x[N] = {1, -700, 2.5, 2};
    double p[N], log_p[N], wide[3 * N], out[2 * N];
    logreg_softmax(p, x, N);
    logreg_log_softmax(log_p, x, N);
    for (size_t i = 0; i < 3 * N; i++)
        wide[i] = i % 3 ? 1e300 : x[i / 3];
    for (size_t i = 0; i < 2 * N; i++)
        out[i] = 9;
    CU_ASSERT_TRUE(same_bits(logreg_logsumexp_v(wide, 3, N), logreg_logsumexp(x, N)));
    logreg_softmax_v(out, 2, wide, 3, N);
    for (size_t i = 0; i < N; i++)
        CU_ASSERT(same_bits(out[2 * i], p[i]) && out[2 * i + 1] == 9);
    logreg_log_softmax_v(out, 2, wide, 3, N);
    for (size_t i = 0; i < N; i++)
        CU_ASSERT(same_bits(out[2 * i], log_p[i]) && out[2 * i + 1] == 9);
    logreg_log_softmax_v(wide, 3, wide, 3, N);
    for (size_t i = 0; i < N; i++)
        CU_ASSERT(same_bits(wide[3 * i], log_p[i]) && wide[3 * i + 1] == 1e300);
    memcpy(out, x, sizeof x);
    logreg_softmax(out, out, N);
    CU_ASSERT_EQUAL(memcmp(out, p, sizeof p), 0);
}

const test_case tests[] = {
    {"infinities, NaN and the ends of double", ends_are_right},
    {"ends of ratios", ends_of_ratios},
    {"many classes with infinities", classes_with_infinities},
    {"strided vectors", vectors_are_the_scalars},
    {"overlapping vectors", vectors_overlap_in_order},
    {"many classes with strides and in place", classes_with_strides},
    {NULL, NULL},
};
