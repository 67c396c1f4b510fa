/* Doubles to the shortest decimals, against %.15g to %.17g: the first of these that reads back. A run among the usual tests
 * sees a hundred thousand of them, one with -DPROOF five million, and with `--full` twenty million. */
#include "harness.h"

#include <errno.h>
#include <float.h>
#include <locale.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <logreg/base.h>

#ifdef PROOF
#define ROUNDS proof_rounds(4000000)
#else
#define ROUNDS 20000L
#endif

static uint64_t state = 88172645463325252u;
static long wrong, shorter;

static uint64_t next(void)
{
    state ^= state << 13;
    state ^= state >> 7;
    return state ^= state << 17;
}

static double from_bits(uint64_t bits)
{
    double x;
    memcpy(&x, &bits, sizeof x);
    return x;
}

static void by_trial(char *text, double x)
{
    for (int digits = fabs(x) < DBL_MIN ? 1 : 15; digits <= 17; digits++) {
        sprintf(text, "%.*g", digits, x);
        if (strtod(text, NULL) == x)
            break;
    }
}

/* Below a power of two doubles are half as far apart: of the decimals that read back, the nearest with so many digits may not
 * be one, so that trials go on to more. */
static void check(double x)
{
    if (!isfinite(x))
        return;
    char got[LOGREG_NUMBER_SIZE], want[64];
    memset(got, '#', sizeof got);
    size_t n = logreg_number_text(got, x);
    by_trial(want, x);
    int exponent;
    bool same = strcmp(got, want) == 0, power = fabs(frexp(x, &exponent)) == 0.5;
    bool fewer = power && n < strlen(want) && strtod(got, NULL) == x;
    shorter += !same && fewer;
    if ((n != strlen(got) || !(same || fewer)) && !wrong++)
        printf("# %a: got %s, want %s\n", x, got, want);
}

static void agrees_with_trials(void)
{
    for (long i = 0; i < ROUNDS; i++) {
        check(from_bits(next()));
        check(from_bits(next() & 0x800fffffffffffff)); /* subnormal */
        check((double)(next() >> 11) * 0x1p-53);
        check((double)(next() % 2000000000) / pow(10, (double)(next() % 7))); /* as files have them */
        check(ldexp((double)(next() >> 11), (int)(next() % 30) - 15));
    }
    CU_ASSERT_EQUAL(wrong, 0);
}

/* Each with its neighbours. */
static void agrees_at_powers_of_two_and_ten(void)
{
    for (int e = -1074; e <= 1023; e++)
        for (int step = -2; step <= 2; step++)
            check(from_bits((e < -1022 ? UINT64_C(1) << (e + 1074) : (uint64_t)(e + 1023) << 52) +
                            (uint64_t)step));
    for (int e = -323; e <= 308; e++)
        for (int step = -2; step <= 2; step++) {
            char text[16];
            sprintf(text, "1e%d", e);
            double x = strtod(text, NULL);
            for (int i = 0; i < abs(step); i++)
                x = nextafter(x, step < 0 ? 0 : INFINITY);
            check(x);
        }
    CU_ASSERT_EQUAL(wrong, 0);
    printf("# %ld of the powers of two are shorter\n", shorter);
    CU_ASSERT_TRUE(shorter > 0);
}

static void writes_as_ever(void)
{
    static const struct {
        double value;
        const char *text;
    } table[] = {
        {0.1, "0.1"},
        {0.1 + 0.2, "0.30000000000000004"},
        {0x1p-1074, "5e-324"},
        {0x1p-44,
         "5.684341886080802e-14"}, /* not the nearest of 16 digits, 5.684341886080801e-14, which is another double */
        {1e23, "1e+23"},
        {0, "0"},
        {-0.0, "-0"},
        {1.0 / 3, "0.3333333333333333"},
        {-2.5, "-2.5"},
        {100000, "100000"},
        {1e14, "100000000000000"},
        {1e15, "1e+15"},
        {1234567890123456, "1234567890123456"},
        {9007199254740992, "9007199254740992"},
        {12345678901234567000.0, "1.2345678901234567e+19"},
        {0.0001, "0.0001"},
        {0.00012345678901234567, "0.00012345678901234567"},
        {0.00001, "1e-05"},
        {NAN, "nan"},
        {-NAN, "nan"},
        {INFINITY, "inf"},
        {-INFINITY, "-inf"},
        {DBL_MIN, "2.2250738585072014e-308"},
        {-DBL_MAX, "-1.7976931348623157e+308"},
    };
    char text[LOGREG_NUMBER_SIZE];
    errno = 1234;
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        CU_ASSERT_EQUAL(logreg_number_text(text, table[i].value), strlen(table[i].text));
        CU_ASSERT_TRUE(same_text(text, table[i].text));
    }
    CU_ASSERT_EQUAL(errno, 1234);
}

static void ignores_the_locale(void)
{
    if (!use_locale("de_DE")) {
        printf("# no German locale here: not tested\n");
        return;
    }
    writes_as_ever();
    setlocale(LC_ALL, "C");
}

const test_case tests[] = {
    {"agrees with trials", agrees_with_trials},
    {"agrees at powers of two and ten", agrees_at_powers_of_two_and_ten},
    {"writes numbers as ever", writes_as_ever},
    {"is the same in a German locale", ignores_the_locale},
    {NULL, NULL},
};
