/* Decimals to doubles against strtod: random ones, and those made to be hard, around half the way between two doubles. A
 * run among the usual tests sees a million of them, one with -DPROOF twenty-five million, and with `--full` a hundred million. */
#include "harness.h"

#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "base/quick.h"
#include "base/quick_four.h"

#ifdef PROOF
#define ROUNDS proof_rounds(12500000)
#else
#define ROUNDS 125000L
#endif

static uint64_t state = 88172645463325252u;

static uint64_t next(void)
{
    state ^= state << 13;
    state ^= state >> 7;
    return state ^= state << 17;
}

/* Room before the text, which the short cuts read too. */
static char room[LOGREG__LONG + 900];
static char *const text = room + LOGREG__LONG;
static long wrong, quick, lengthy;

/* Reads the text by all roads. */
static void check(void)
{
    size_t n = strlen(text);
    double want = strtod(text, NULL), got = NAN, short_cut;
    bool ok = logreg__number_parse(&got, text, n, '.');
    if (ok ? memcmp(&got, &want, sizeof got) != 0 : !isinf(want)) {
        if (!wrong++)
            printf("# '%s': got %a, want %a\n", text, got, want);
    }
    bool is_quick = logreg__number_quick(&short_cut, text, text + n, '.');
    quick += is_quick;
    if (is_quick && memcmp(&short_cut, &want, sizeof want) != 0 && !wrong++)
        printf("# '%s': got %a in short, want %a\n", text, short_cut, want);
    bool is_long = logreg__number_long(&short_cut, text, text + n, '.');
    lengthy += is_long;
    if (((is_quick && !is_long) || (is_long && memcmp(&short_cut, &want, sizeof want) != 0)) && !wrong++)
        printf("# '%s': %s %a at length, want %a\n", text, is_long ? "got" : "not", short_cut, want);
}

static double random_double(void)
{
    uint64_t bits;
    double x;
    do {
        bits = next();
        memcpy(&x, &bits, sizeof x);
    } while (!isfinite(x));
    return x;
}

/* Up to 20 digits with a mark anywhere, and an exponent half of the time. */
static void any_digits(unsigned digits, int range)
{
    char *p = text;
    uint64_t random = next();
    if (random & 1)
        *p++ = '-';
    unsigned mark = (unsigned)(random >> 8) % (digits + 1);
    for (unsigned k = 0; k < digits; k++) {
        if (k == mark)
            *p++ = '.';
        *p++ = (char)('0' + next() % 10);
    }
    *p = '\0';
    if (range)
        sprintf(p, "e%d", (int)(next() % (unsigned)(2 * range)) - range);
}

/* The middle between x and the next double, in so many digits: below, at or above it, however near. */
static void near_half(double x, int digits)
{
    long double half = (long double)x + ((long double)nextafter(x, INFINITY) - (long double)x) / 2;
    if (!isfinite(half))
        half = 1;
    sprintf(text, "%.*Le", digits, half);
    char *last = strchr(text, 'e') - 1;
    int step = (int)(next() % 3) - 1;
    if (*last + step >= '0' && *last + step <= '9')
        *last = (char)(*last + step);
}

/* What doubles look like in files: printed in so many digits. */
static void printed(void)
{
    double x = ((double)(next() >> 11) * 0x1p-53 - 0.5) * pow(10, (double)(next() % 12) - 6);
    sprintf(text, "%.*g", (int)(3 + next() % 15), x);
}

static void agrees_with_strtod(void)
{
    for (long i = 0; i < ROUNDS; i++) {
        any_digits(1 + (unsigned)(next() % 20), 0), check();
        any_digits(1 + (unsigned)(next() % 20), 30), check();
        any_digits(15 + (unsigned)(next() % 6), 345), check();
        printed(), check();
        sprintf(text, "%.17g", random_double()), check();
        near_half(random_double(), 15 + (int)(next() % 8)), check();
        near_half(ldexp((double)(next() >> 11), (int)(next() % 120) - 60), 16 + (int)(next() % 20)), check();
        near_half(random_double() * 0x1p-1000, 17 + (int)(next() % 4)), check();
    }
    printf("# %ld numbers, %ld of them by the quick road, %ld by that of long ones\n", 8 * ROUNDS, quick,
           lengthy);
    CU_ASSERT_EQUAL(wrong, 0);
}

/* Whole middles, in up to 770 digits: they go to the even one, and a digit far behind turns them. */
static void rounds_exact_halves(void)
{
    for (int i = 0; i < ROUNDS / 50; i++) {
        double x = fabs(random_double());
        if (i % 2)
            x = ldexp((double)(next() >> 11), (int)(next() % 200) - 100);
        long double half = (long double)x + ((long double)nextafter(x, INFINITY) - (long double)x) / 2;
        if (!isfinite(half))
            continue;
        sprintf(text, "%.770Le", half);
        check();
        strchr(text, 'e')[-1] = '1';
        check();
    }
    CU_ASSERT_EQUAL(wrong, 0);
}

/* Every length and every place of the mark; bytes before the number are of no account. */
static void takes_the_quick_road(void)
{
#ifdef __SSE2__
    quick = 0;
    memset(room, '7', sizeof room);
    for (unsigned digits = 1; digits <= 15; digits++)
        for (unsigned mark = 0; mark <= digits + 1; mark++)
            for (int sign = 0; sign <= 1; sign++) {
                size_t n = 0;
                if (sign)
                    text[n++] = '-';
                for (unsigned k = 0; k <= digits; k++) {
                    if (k == mark)
                        text[n++] = '.';
                    if (k < digits)
                        text[n++] = (char)('1' + (k + mark) % 9);
                }
                text[n] = '\0';
                long before = quick;
                check();
                CU_ASSERT_EQUAL(quick, before + 1);
            }
    CU_ASSERT_EQUAL(wrong, 0);
#endif
}

/* The same of up to 32 bytes, leading zeros among them; 19 digits behind these at most. */
static void takes_long_numbers(void)
{
#ifdef __SSE2__
    memset(room, '7', sizeof room);
    for (unsigned zeros = 0; zeros <= 31; zeros++)
        for (unsigned digits = 1; zeros + digits <= 32; digits++)
            for (unsigned mark = 0; mark <= zeros + digits + 1; mark++) {
                size_t n = 0;
                text[n++] = '-';
                for (unsigned k = 0; k <= zeros + digits; k++) {
                    if (k == mark)
                        text[n++] = '.';
                    if (k < zeros + digits)
                        text[n++] = (char)(k < zeros ? '0' : '1' + (k + mark) % 9);
                }
                text[n] = '\0';
                long before = lengthy;
                check();
                CU_ASSERT_EQUAL(lengthy - before, digits <= 19 && n <= 33);
            }
    CU_ASSERT_EQUAL(wrong, 0);
#endif
}

/* No short numbers. */
static const char *const strange[] = {"",
                                      "-",
                                      ".",
                                      "-.",
                                      "+1",
                                      "1e5",
                                      "1..2",
                                      "1.2.3",
                                      "--1",
                                      "1-",
                                      "1 ",
                                      " 1",
                                      "0x10",
                                      "nan",
                                      "12,5",
                                      "1234567890123456.",
                                      "1:",
                                      "1/2",
                                      "\xb1",
                                      "1\xb2",
                                      "9007199254740993",
                                      "99999999999999999"};

static void leaves_what_is_not_quick(void)
{
    for (size_t i = 0; i < sizeof strange / sizeof *strange; i++) {
        double x = 77;
        strcpy(text, strange[i]);
        CU_ASSERT_FALSE(logreg__number_quick(&x, text, text + strlen(text), '.') || x != 77);
        if (!logreg__number_parse(&x, text, strlen(text), '.'))
            CU_ASSERT_FALSE(logreg__number_long(&x, text, text + strlen(text), '.') || x != 77);
    }
}

/* Four cells, now and then a strange one, between commas: all are read that would be read one by one. */
static bool reads_one_four(void)
{
    char row[LOGREG__QUICK + 200] = "", *at = row + LOGREG__QUICK;
    uint32_t place[5] = {(uint32_t)-1}, *end = place + 1;
    double want[4], got[4] = {77, 77, 77, 77};
    bool all = true;
    for (int k = 0; k < 4; k++) {
        any_digits(1 + (unsigned)(next() % 16), 0);
        if (next() % 32 == 0)
            strcpy(text, strange[next() % (sizeof strange / sizeof *strange)]);
        char *begin = at;
        at += sprintf(at, "%s,", text);
        end[k] = (uint32_t)(at - 1 - row - LOGREG__QUICK);
        all = logreg__number_quick(&want[k], begin, at - 1, '.') && all;
    }
    bool ok = logreg__number_four(got, row + LOGREG__QUICK, end, '.');
    if (ok == all && (ok ? memcmp(got, want, sizeof got) == 0 : got[0] == 77))
        return true;
    printf("# '%s': %d, %a %a %a %a\n", row + LOGREG__QUICK, ok, got[0], got[1], got[2], got[3]);
    return false;
}

static void reads_four_at_once(void)
{
    if (!logreg__four_able()) {
        printf("# this processor has no AVX-512\n");
        return;
    }
    bool ok = true;
    for (long i = 0; i < ROUNDS && ok; i++)
        ok = reads_one_four();
    CU_ASSERT_TRUE(ok);
}

const test_case tests[] = {
    {"takes the quick road for every short number", takes_the_quick_road},
    {"takes the road of long numbers for every one up to 32 bytes", takes_long_numbers},
    {"leaves the quick road with what is no short number", leaves_what_is_not_quick},
    {"reads four at once as it does one by one", reads_four_at_once},
    {"agrees with strtod", agrees_with_strtod},
    {"rounds exact halves to even", rounds_exact_halves},
    {NULL, NULL},
};
