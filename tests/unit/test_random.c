/* Random streams: bit for bit against NumPy, and their distributions. Seeds are fixed, so nothing here can
 * fail by chance; bounds are those that a true random stream breaks once in a million times. */
#include "harness.h"

#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/random.h"

#include "../reference/streams.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))
#define SIGMAS 4.9

static void same_bits_as_numpy(void)
{
    for (size_t i = 0; i < COUNT(streams_reference); i++) {
        __typeof__(&streams_reference[0]) r = &streams_reference[i];
        logreg__random random;
        logreg__random_init(&random, r->seed, r->stream);
        for (size_t j = 0; j < COUNT(r->word); j++)
            CU_ASSERT_EQUAL(logreg__random_bits(&random), r->word[j]);
        logreg__random_init(&random, r->seed, r->stream);
        CU_ASSERT_EQUAL(logreg__random_uniform(&random), (double)(r->word[0] >> 11) * 0x1p-53);
        logreg__random_init(&random, r->seed, r->stream);
        for (size_t j = 0; j < COUNT(r->normal); j++)
            CU_ASSERT_TRUE(near_rel(logreg__random_normal(&random), r->normal[j], 0));
    }
}

static int ascending(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* Kolmogorov and Smirnov's sqrt(n) max |F_n - F| of n numbers that should be uniform; sorts them. Beyond 2.7
 * once in a million times. */
static double kolmogorov(double *u, size_t n)
{
    qsort(u, n, sizeof *u, ascending);
    double d = 0;
    for (size_t i = 0; i < n; i++) {
        d = fmax(d, fabs(u[i] - (double)i / (double)n));
        d = fmax(d, fabs(u[i] - (double)(i + 1) / (double)n));
    }
    return sqrt((double)n) * d;
}

enum { N = 200000 };
static double sample[N];

static void uniforms_are_uniform(void)
{
    logreg__random random;
    logreg__random_init(&random, 1, 0);
    for (size_t i = 0; i < N; i++) {
        sample[i] = logreg__random_uniform(&random);
        CU_ASSERT_FATAL(sample[i] >= 0 && sample[i] < 1);
    }
    CU_ASSERT(kolmogorov(sample, N) < 2.7);
}

static void normals_are_normal(void)
{
    logreg__random random;
    logreg__random_init(&random, 2, 0);
    double power[5] = {0};
    for (size_t i = 0; i < N; i++) {
        double x = logreg__random_normal(&random), y = 1;
        for (int k = 0; k < 5; k++, y *= x)
            power[k] += y / N;
        sample[i] = 0.5 * erfc(-x * M_SQRT1_2);
    }
    CU_ASSERT_TRUE(near_abs(power[1], 0, SIGMAS * sqrt(1.0 / N)));
    CU_ASSERT_TRUE(near_abs(power[2], 1, SIGMAS * sqrt(2.0 / N)));
    CU_ASSERT_TRUE(near_abs(power[3], 0, SIGMAS * sqrt(15.0 / N)));
    CU_ASSERT_TRUE(near_abs(power[4], 3, SIGMAS * sqrt(96.0 / N)));
    CU_ASSERT(kolmogorov(sample, N) < 2.7);
}

/* Beyond the last layer, at 3.654.., another method draws. */
static void tail_of_the_normal(void)
{
    logreg__random random;
    logreg__random_init(&random, 3, 0);
    const double edge = 3.6, beyond = erfc(edge * M_SQRT1_2);
    size_t draws = 3000000, count = 0, negative = 0;
    for (size_t i = 0; i < draws; i++) {
        double x = logreg__random_normal(&random);
        if (fabs(x) <= edge)
            continue;
        negative += x < 0;
        sample[count++] = erfc(fabs(x) * M_SQRT1_2) / beyond;
    }
    double want = (double)draws * beyond;
    CU_ASSERT_TRUE(near_abs((double)count, want, SIGMAS * sqrt(want)));
    CU_ASSERT_TRUE(near_abs((double)negative, want / 2, SIGMAS * sqrt(want / 2)));
    CU_ASSERT(kolmogorov(sample, count) < 2.7);
}

/* For n = 3/4 of 2^64 a plain remainder hits the first third twice as often as the others. */
static void integers_have_no_bias(void)
{
    logreg__random random;
    logreg__random_init(&random, 4, 0);
    uint64_t n = (uint64_t)3 << 62, third = n / 3;
    double count[3] = {0};
    for (size_t i = 0; i < N; i++) {
        uint64_t k = logreg__random_below(&random, n);
        CU_ASSERT_FATAL(k < n);
        count[k / third]++;
    }
    for (int i = 0; i < 3; i++)
        CU_ASSERT_TRUE(near_abs(count[i], N / 3.0, SIGMAS * sqrt(N * 2 / 9.0)));

    double face[6] = {0};
    for (size_t i = 0; i < N; i++)
        face[logreg__random_below(&random, 6)]++;
    for (int i = 0; i < 6; i++)
        CU_ASSERT_TRUE(near_abs(face[i], N / 6.0, SIGMAS * sqrt(N * 5 / 36.0)));
    CU_ASSERT_EQUAL(logreg__random_below(&random, 1), 0);
}

static void permutations_are_equally_likely(void)
{
    logreg__random random;
    logreg__random_init(&random, 5, 0);
    double count[256] = {0};
    for (size_t i = 0; i < N; i++) {
        size_t p[4];
        logreg__random_permutation(&random, p, 4);
        CU_ASSERT_FATAL(p[0] + p[1] + p[2] + p[3] == 6 &&
                        (1 << p[0] | 1 << p[1] | 1 << p[2] | 1 << p[3]) == 15);
        count[p[0] | p[1] << 2 | p[2] << 4 | p[3] << 6]++;
    }
    int kinds = 0;
    for (int i = 0; i < 256; i++)
        if (count[i] > 0) {
            kinds++;
            CU_ASSERT_TRUE(near_abs(count[i], N / 24.0, SIGMAS * sqrt(N / 24.0)));
        }
    CU_ASSERT_EQUAL(kinds, 24);
    logreg__random_permutation(&random, NULL, 0);
}

/* Neighbouring streams and neighbouring seeds know nothing of each other. */
static void streams_are_independent(void)
{
    const uint64_t key[][2] = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};
    logreg__random random[COUNT(key)];
    double product[COUNT(key)][COUNT(key)] = {{0}};
    for (size_t i = 0; i < COUNT(key); i++)
        logreg__random_init(&random[i], key[i][0], key[i][1]);
    for (size_t draw = 0; draw < N; draw++) {
        double x[COUNT(key)];
        for (size_t i = 0; i < COUNT(key); i++)
            x[i] = logreg__random_normal(&random[i]);
        for (size_t i = 0; i < COUNT(key); i++)
            for (size_t j = 0; j < i; j++)
                product[i][j] += x[i] * x[j];
    }
    for (size_t i = 0; i < COUNT(key); i++)
        for (size_t j = 0; j < i; j++)
            CU_ASSERT_TRUE(near_abs(product[i][j], 0, SIGMAS * sqrt((double)N)));
}

const test_case tests[] = {
    {"the same bits as NumPy", same_bits_as_numpy},
    {"uniforms are uniform", uniforms_are_uniform},
    {"normals are normal", normals_are_normal},
    {"the tail of the normal", tail_of_the_normal},
    {"integers have no bias", integers_have_no_bias},
    {"permutations are equally likely", permutations_are_equally_likely},
    {"streams are independent", streams_are_independent},
    {NULL, NULL},
};
