/* Signs of dot products: sums built to cancel, over the whole range of doubles. */
#include "harness.h"

#include <float.h>
#include <math.h>
#include <stdint.h>

#include "base/exact.h"

typedef struct {
    double x[4], a[4], b[4];
    int sign;
} example;

static const example examples[] = {
    {{1, 1, 1, 0}, {1e16, 1, -1e16, 0}, {0}, 1},   /* naive: 0 */
    {{1, 1, 1, 0}, {1e16, -1, -1e16, 0}, {0}, -1}, /* naive: 0 */
    {{1, 2, 3, 4}, {4, 3, -2, -1}, {0}, 0},        /* 4 + 6 - 6 - 4 */
    {{0.1, 0.2, 0.3, 0}, {1, 1, -1, 0}, {0}, 1},   /* the doubles of 0.1 and 0.2 exceed 0.3's */
    {{0.1, 0.3, 0, 0}, {3, -1, 0, 0}, {0}, 1},     /* 3 x 0.1's double is 2.8e-17 above 0.3's */
    {{DBL_MAX, DBL_MAX, 1, 0}, {DBL_MAX, -DBL_MAX, -1, 0}, {0}, -1},
    {{DBL_MAX, DBL_MAX, DBL_MAX, 0}, {2, -1, -1, 0}, {0}, 0},   /* the products overflow */
    {{DBL_TRUE_MIN, 0, 0, 0}, {DBL_TRUE_MIN, 0, 0, 0}, {0}, 1}, /* .. and underflow */
    {{DBL_TRUE_MIN, 0, 0, 0}, {-DBL_TRUE_MIN, 0, 0, 0}, {0}, -1},
    {{DBL_TRUE_MIN, DBL_MAX, DBL_MAX, 0}, {DBL_TRUE_MIN, 1, -1, 0}, {0}, 1},
    {{0.1, 0.7, 3, 0}, {0.3, 0.9, 5, 0}, {0.3, 0.9, 5, 0}, 0}, /* a - b */
    {{1, 1, 0, 0}, {1, 0x1p-53, 0, 0}, {1, 0, 0, 0}, 1},
    {{0, 0, 0, 0}, {1, 2, 3, 4}, {0}, 0},
};

static void decides_sums_that_cancel(void)
{
    for (size_t i = 0; i < sizeof examples / sizeof *examples; i++) {
        const example *e = &examples[i];
        CU_ASSERT_EQUAL(logreg__exact_sign(e->x, e->a, e->b, 4), e->sign);
        CU_ASSERT_EQUAL(logreg__exact_sign(e->x, e->b, e->a, 4), -e->sign);
    }
}

static void takes_missing_vectors_as_zeros(void)
{
    double x[] = {1, 2}, a[] = {-2, 1.5};
    CU_ASSERT_EQUAL(logreg__exact_sign(x, a, NULL, 2), 1);
    CU_ASSERT_EQUAL(logreg__exact_sign(x, NULL, a, 2), -1);
    CU_ASSERT_EQUAL(logreg__exact_sign(x, NULL, NULL, 2), 0);
    CU_ASSERT_EQUAL(logreg__exact_sign(x, a, NULL, 0), 0);
}

static uint64_t state = 1;

static int64_t draw(int64_t most)
{
    state = state * 6364136223846793005u + 1442695040888963407u;
    return (int64_t)((state >> 33) % (uint64_t)(2 * most + 1)) - most;
}

/* Six products of numbers of 30 bits, in units of 2^-20, the last made to cancel all of the others but a little; a
 * 128-bit integer holds their sum. */
static void agrees_with_integers(void)
{
    for (int round = 0; round < 20000; round++) {
        double x[6], a[6];
        int64_t sum = 0;
        for (int j = 0; j < 4; j++) {
            int64_t u = draw(INT64_C(1) << 25), v = draw(INT64_C(1) << 25);
            x[j] = (double)u;
            a[j] = (double)v;
            sum += u * v;
        }
        x[4] = 0x1p-20 * (double)draw(1);
        a[4] = (double)draw(3);
        x[5] = 1;
        a[5] = -(double)sum;
        __int128 want = 0;
        for (int j = 0; j < 6; j++)
            want += (__int128)(int64_t)ldexp(x[j], 20) * (int64_t)a[j];
        int sign = (want > 0) - (want < 0), scale = (int)draw(900);
        CU_ASSERT_EQUAL(logreg__exact_sign(x, a, NULL, 6), sign);
        for (int j = 0; j < 6; j++)
            a[j] = ldexp(a[j], scale);
        CU_ASSERT_EQUAL(logreg__exact_sign(x, a, NULL, 6), sign);
    }
}

static void sums_in_twice_the_precision(void)
{
    double x[] = {1e16, 1, -1e16, 0x1p-60}, ones[] = {1, 1, 1, 1};
    CU_ASSERT_EQUAL(logreg__exact_dot(x, ones, 4), 1);
    double a[] = {1 + 0x1p-30, -1}, b[] = {1 + 0x1p-30, 1 + 0x1p-29};
    CU_ASSERT_EQUAL(logreg__exact_dot(a, b, 2), 0x1p-60);
}

const test_case tests[] = {
    {"decides sums that cancel", decides_sums_that_cancel},
    {"takes missing vectors as zeros", takes_missing_vectors_as_zeros},
    {"agrees with integer arithmetic", agrees_with_integers},
    {"sums in twice the precision", sums_in_twice_the_precision},
    {NULL, NULL},
};
