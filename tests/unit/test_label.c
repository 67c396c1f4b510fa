/* Labels that are numbers, however they are written. */
#include "harness.h"

#include <stdlib.h>
#include <string.h>

#include "data/label.h"

/* Ascending; those of a line are the same number. */
static const char *const ascending[][6] = {
    {"-1e30", "-1000000000000000000000000000000", "-1E+30"},
    {"-12345678901234567891"},
    {"-12345678901234567890", "-12345678901234567890.0"},
    {"-7.5", "-07.50", "-75e-1"},
    {"-1e-400"},
    {"0", "-0", "0.000", "+0", "0e5"},
    {"1e-400", "10e-401"},
    {"0.5", ".5", "5e-1", "00.500", "+0.5"},
    {"1", "01", "1.0", "1.", "1e0", "100e-2"},
    {"2"},
    {"10", "010", "1e1", "10.00", "+10", " 10 "},
    {"12345678901234567890"},
    {"12345678901234567891", "12345678901234567891.00"},
    {"1e300000000000000000000", "10e299999999999999999999"},
};

enum { LINES = sizeof ascending / sizeof *ascending };

static int sign_of(int x)
{
    return (x > 0) - (x < 0);
}

static void compares_what_they_are_worth(void)
{
    for (size_t a = 0; a < LINES * 6; a++)
        for (size_t b = 0; b < LINES * 6; b++) {
            const char *x = ascending[a / 6][a % 6], *y = ascending[b / 6][b % 6];
            int want = (a / 6 > b / 6) - (a / 6 < b / 6);
            bool huge = a / 6 == LINES - 1 && b / 6 == LINES - 1; /* exponents that count no further */
            if (!x || !y || huge || sign_of(logreg__label_compare(x, y, '.')) == want)
                continue;
            printf("# '%s' and '%s'\n", x, y);
            CU_FAIL("order");
        }
    CU_ASSERT_EQUAL(logreg__label_compare("1,50", "1,5", ','), 0);
    CU_ASSERT(logreg__label_compare("1,50", "1,6", ',') < 0);
}

static void brings_them_to_one_form(void)
{
    static const struct {
        const char *text, *want, *bare;
        char mark;
    } table[] = {
        {"1", "1", "1", '.'},
        {"1.0", "1", "1", '.'},
        {"-1.50", "-1.5", "-1.5", '.'},
        {"+3", "3", "3", '.'},
        {"007", "007", "7", '.'},
        {"007.0", "007", "7", '.'},
        {".5", "0.5", "0.5", '.'},
        {"-.5", "-0.5", "-0.5", '.'},
        {"5.", "5", "5", '.'},
        {"100", "100", "100", '.'},
        {"100.", "100", "100", '.'},
        {"0", "0", "0", '.'},
        {"-0.00", "0", "0", '.'},
        {"000", "000", "0", '.'},
        {"1e0", "1", "1", '.'},
        {"12e-1", "1.2", "1.2", '.'},
        {"1,50", "1.5", "1.5", ','},
        {"1e5", "100000", "100000", '.'},
        {" 2.0 ", "2", "2", '.'},
        {"0e9", "0", "0", '.'},
        {"12345678901234567890.0", "12345678901234567890", "12345678901234567890", '.'},
        {"1234567890.123456789e3", "1234567890.123456789e3", "1234567890.123456789e3", '.'},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        char *whole = logreg__label_normal(table[i].text, table[i].mark, false);
        char *bare = logreg__label_normal(table[i].text, table[i].mark, true);
        CU_ASSERT_TRUE(same_text(whole, table[i].want));
        CU_ASSERT_TRUE(same_text(bare, table[i].bare));
        CU_ASSERT_EQUAL(logreg__label_is_normal(whole), !strchr(whole, 'e'));
        free(whole);
        free(bare);
    }
}

static void knows_other_forms(void)
{
    static const char *const other[] = {"1.10", "1.0", "+1", "1.", ".5", "-.5", "1e2", "1E2", " 1", "x", ""};
    for (size_t i = 0; i < sizeof other / sizeof *other; i++)
        CU_ASSERT_FALSE(logreg__label_is_normal(other[i]));
}

static void finds_the_level_that_is_meant(void)
{
    static const char *const number[] = {"10", "007", "1", "2.5", "3"};
    static const char *const both_ways[] = {"1", "1.0"};
    static const char *const text[] = {"1", "2", "x"};
    char *const *numbers = (char *const *)number, *const *both = (char *const *)both_ways,
                *const *texts = (char *const *)text;
    CU_ASSERT_EQUAL(logreg__label_place_in(numbers, 5, "10.0"), 0);
    CU_ASSERT_EQUAL(logreg__label_place_in(numbers, 5, "7"), 1);
    CU_ASSERT_EQUAL(logreg__label_place_in(numbers, 5, "2.50"), 3);
    CU_ASSERT_EQUAL(logreg__label_place_in(numbers, 5, "4"), 5);
    CU_ASSERT_EQUAL(logreg__label_place_in(numbers, 5, "x"), 5);
    CU_ASSERT_EQUAL(logreg__label_place_in(both, 2, "1.0"), 1);
    CU_ASSERT_EQUAL(logreg__label_place_in(texts, 3, "1.0"), 3);
    CU_ASSERT_EQUAL(logreg__label_place_in(texts, 3, "x"), 2);
    CU_ASSERT_EQUAL(logreg__label_place_in(NULL, 0, "1"), 0);
    CU_ASSERT_FALSE(logreg__labels_numbers(texts, 3));
    CU_ASSERT_FALSE(logreg__labels_numbers(NULL, 0));
}

const test_case tests[] = {
    {"compares what they are worth", compares_what_they_are_worth},
    {"brings them to one form", brings_them_to_one_form},
    {"other forms of numbers are told from the normal one", knows_other_forms},
    {"finds the level that is meant", finds_the_level_that_is_meant},
    {NULL, NULL},
};
