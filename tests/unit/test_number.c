/* Numbers as text: exact results, what is no number, and the same answers in a German locale. */
#include "harness.h"

#include <errno.h>
#include <float.h>
#include <locale.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/number.h"

static bool parses(const char *text, char mark, double want)
{
    double got = 77;
    bool ok = logreg__number_parse(&got, text, strlen(text), mark);
    ok = ok && got == want && signbit(got) == signbit(want);
    if (!ok)
        printf("# '%s': got %a, want %a\n", text, got, want);
    return ok;
}

static bool refused(const char *text, char mark)
{
    double got = 77;
    bool ok = !logreg__number_parse(&got, text, strlen(text), mark) && got == 77;
    if (!ok)
        printf("# '%s' was read as %a\n", text, got);
    return ok;
}

static void reads_numbers(void)
{
    static const struct {
        const char *text;
        double value;
    } table[] = {
        {"0", 0},
        {"-0", -0.0},
        {"0e999999999999999999999", 0},
        {"-0.000e-5", -0.0},
        {"1", 1},
        {"+1", 1},
        {".5", .5},
        {"5.", 5},
        {"-1.25E+2", -125},
        {" \t42 ", 42},
        {"00000000000000000000000000000000012", 12},
        {"0.00000000000000000000000000000000012", 12e-35},
        {"9007199254740993", 9007199254740992.0},           /* half way, to even */
        {"9007199254740993.000000001", 9007199254740994.0}, /* just above */
        {"9007199254740995", 9007199254740996.0},
        {"9223372036854775807", 9223372036854775808.0},
        {"9999999999999999999", 1e19},
        {"18446744073709551615", 18446744073709551616.0},
        {"18446744073709551616", 18446744073709551616.0},
        {"1e22", 1e22},
        {"1e23", 1e23},
        {"123456789012345678e27", 123456789012345678e27},
        {"123456789012345678e-27", 123456789012345678e-27},
        {"123456789012345678e-28", 123456789012345678e-28},
        {"2.2250738585072011e-308", 0x0.fffffffffffffp-1022}, /* a loop for ever, once, elsewhere */
        {"2.2250738585072014e-308", DBL_MIN},
        {"4.9406564584124654e-324", 0x1p-1074},
        {"2.4703282292062327e-324", 0}, /* below half of the smallest */
        {"2.4703282292062328e-324", 0x1p-1074},
        {"1e-400", 0},
        {"-1e-99999999999999999999", -0.0},
        {"1.7976931348623157e308", DBL_MAX},
        {"1.7976931348623158e308", DBL_MAX},
        {"0.000000000000000000000000000000000000001e310", 1e271},
        {"6.02214076e23", 6.02214076e23},
        {"7.2057594037927933e16", 7.2057594037927933e16},
        {"3.14159265358979323846264338327950288419716939937510582097494459", 0x1.921fb54442d18p+1},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        CU_ASSERT_TRUE(parses(table[i].text, '.', table[i].value));
    CU_ASSERT_TRUE(parses("-1,5e2", ',', -150));
    CU_ASSERT_TRUE(parses(",5", ',', .5));
}

static void refuses_what_is_no_number(void)
{
    static const char *const table[] = {
        "",
        " ",
        "+",
        "-",
        ".",
        "e5",
        "0e",
        "1e+",
        "1e",
        "0x10",
        "0x1p3",
        "inf",
        "-inf",
        "nan",
        "NaN",
        "NA",
        "1e400",
        "-1e400",
        "1.8e308",
        "1 2",
        "1_000",
        "1,5",
        "1..2",
        "1.2.3",
        "12abc",
        "--1",
        "+-1",
        "1e5.0",
        "1f",
        "1d5",
        "$1",
        "1%",
        "\n1",
        "1\n",
        "1\r",
        ("\xc2\xa0"
         "1"),
        "1e99999999999999999999",
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        CU_ASSERT_TRUE(refused(table[i], '.'));
    CU_ASSERT_TRUE(refused("1.5", ','));
    double got = 77;
    CU_ASSERT_FALSE(logreg__number_parse(&got, "1\0", 2, '.'));
    CU_ASSERT_TRUE(logreg__number_parse(&got, "123", 2, '.') && got == 12);
}

/* Digits beyond the 767th decide still: half way between two doubles, then a one far behind. */
static void reads_five_hundred_digits_and_more(void)
{
    char text[4000];
    int n = snprintf(text, sizeof text, "%.1100f", 0x1.0000000000001p-1022 + 0x1p-1074);
    CU_ASSERT_EQUAL(n, 1102);
    CU_ASSERT_TRUE(parses(text, '.', 0x1.0000000000002p-1022));
    /* 2^53 + 1 is half way between its neighbours, the even one below */
    strcpy(text, "9007199254740993.");
    memset(text + 17, '0', 3000);
    strcpy(text + 3017, "1");
    CU_ASSERT_TRUE(parses(text, '.', 0x1p53 + 2));
    text[3017] = '0';
    CU_ASSERT_TRUE(parses(text, '.', 0x1p53));
    memset(text, '7', 500);
    text[500] = '\0';
    CU_ASSERT_TRUE(refused(text, '.'));
    strcpy(text + 500, "e-400");
    CU_ASSERT_TRUE(parses(text, '.', strtod(text, NULL)));
}

static uint64_t next(uint64_t *state)
{
    *state ^= *state << 13;
    *state ^= *state >> 7;
    return *state ^= *state << 17;
}

static double from_bits(uint64_t bits)
{
    double x;
    memcpy(&x, &bits, sizeof x);
    return x;
}

/* Against strtod, over the whole range and around where the exact path ends. */
static void agrees_with_strtod(void)
{
    uint64_t state = 88172645463325252u;
    char text[64];
    int wrong = 0;
    for (int i = 0; i < 200000; i++) {
        unsigned digits = 1 + (unsigned)(next(&state) % 22), range = i % 3 ? 35 : 340;
        int exponent = (int)(next(&state) % (2 * range)) - (int)range;
        char *p = text;
        unsigned mark = (unsigned)(next(&state) % (digits + 1));
        for (unsigned k = 0; k < digits; k++) {
            if (k == mark)
                *p++ = '.';
            *p++ = (char)('0' + next(&state) % 10);
        }
        sprintf(p, "e%d", exponent);
        double want = strtod(text, NULL);
        wrong += isinf(want) ? !refused(text, '.') : !parses(text, '.', want);
    }
    CU_ASSERT_EQUAL(wrong, 0);
}

static void random_bits_round_trip(void)
{
    uint64_t state = 2463534242u;
    char text[LOGREG__NUMBER_SIZE];
    int wrong = 0;
    for (int i = 0; i < 100000; i++) {
        uint64_t bits = next(&state);
        if (i % 4 == 1)
            bits &= 0x800fffffffffffff; /* subnormal */
        if (i % 4 == 2)
            bits &= 0xfff0000000000000; /* power of two: uneven neighbours */
        double x = from_bits(bits);
        if (!isfinite(x))
            continue;
        wrong += !parses(logreg__number_format(text, x, 17), '.', x);
    }
    CU_ASSERT_EQUAL(wrong, 0);
}

static void formats(void)
{
    char text[LOGREG__NUMBER_SIZE];
    static const struct {
        double value;
        int digits;
        const char *text;
    } table[] = {
        {0.1, 17, "0.10000000000000001"},
        {-1234.5678, 6, "-1234.57"},
        {1e100, 3, "1e+100"},
        {2, 1, "2"},
        {-DBL_MAX, 17, "-1.7976931348623157e+308"},
        {1.5, 0, "2"},
        {NAN, 5, "nan"},
        {-NAN, 5, "nan"},
        {INFINITY, 5, "inf"},
        {-INFINITY, 5, "-inf"},
        {0.0001, 4, "0.0001"},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        CU_ASSERT_TRUE(
            same_text(logreg__number_format(text, table[i].value, table[i].digits), table[i].text));
}

static void leaves_errno_alone(void)
{
    char text[LOGREG__NUMBER_SIZE];
    errno = 1234;
    CU_ASSERT_TRUE(parses("1e-400", '.', 0));
    CU_ASSERT_TRUE(refused("1e400", '.'));
    logreg__number_format(text, 0.1, 17);
    CU_ASSERT_EQUAL(errno, 1234);
}

static void ignores_the_locale(void)
{
    if (!use_locale("de_DE")) {
        printf("# no German locale here: not tested\n");
        return;
    }
    char text[32];
    snprintf(text, sizeof text, "%g", 1.5);
    CU_ASSERT_TRUE(same_text(text, "1,5"));
    reads_numbers();
    refuses_what_is_no_number();
    formats();
    setlocale(LC_ALL, "C");
}

const test_case tests[] = {
    {"reads numbers, correctly rounded", reads_numbers},
    {"refuses what is no number", refuses_what_is_no_number},
    {"reads numbers of thousands of digits", reads_five_hundred_digits_and_more},
    {"agrees with strtod", agrees_with_strtod},
    {"random bits survive the way into text and back", random_bits_round_trip},
    {"formats", formats},
    {"leaves errno alone", leaves_errno_alone},
    {"is the same in a German locale", ignores_the_locale},
    {NULL, NULL},
};
