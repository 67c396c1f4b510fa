/* Expressions: what they mean as in R, their normal form, what is refused. */
#include "harness.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "formula/expression.h"
#include "oom.h"

static logreg_frame *usual_frame(void)
{
    static const double a[] = {2, NAN, -3}, b[] = {5, 0, 0.5};
    static const char *const s[] = {"f", "m", NULL};
    logreg_frame *f = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_frame_new(&f, NULL), LOGREG_OK);
    logreg_frame_add_numeric(f, "a", a, 3, 1, NULL);
    logreg_frame_add_numeric(f, "b", b, 3, 1, NULL);
    logreg_frame_add_numeric(f, "b p", b, 3, 1, NULL);
    logreg_frame_add_category(f, "s", s, 3, NULL);
    return f;
}

/* The normal form, or the error's sentence. */
static char *normal(const char *text, const logreg_frame *frame, logreg__grammar grammar)
{
    logreg__expression *e = NULL;
    logreg_error err = {.message = ""};
    if (logreg__expression_parse(&e, "filter", text, frame, grammar, &err) != LOGREG_OK)
        return strdup(err.message);
    logreg__text out = {0};
    logreg__expression_write(&out, e);
    logreg__expression_free(e);
    return logreg__text_take(&out);
}

static void check(const char *text, logreg__grammar grammar, const char *want)
{
    logreg_frame *f = usual_frame();
    char *got = normal(text, f, grammar);
    if (!same_text(got, want)) {
        printf("# of %s\n", text);
        CU_FAIL("normal form or sentence");
    }
    free(got);
    logreg_frame_free(f);
}

static void writes_normal_form(void)
{
    static const struct {
        const char *text, *want;
    } table[] = {
        {"a+b", "a + b"},
        {" ( a ) ", "a"},
        {"a-(b-a)", "a - (b - a)"},
        {"(a-b)-a", "a - b - a"},
        {"a*(b+1)/2", "a * (b + 1)/2"},
        {"a/(b/a)", "a/(b/a)"},
        {"a/(b*a)", "a/(b * a)"},
        {"-a^2", "-a^2"},
        {"(-a)^2", "(-a)^2"},
        {"a^-b", "a^(-b)"},
        {"a^b^2", "a^b^2"},
        {"(a^b)^2", "(a^b)^2"},
        {"a**2", "a^2"},
        {"--a", "--a"},
        {"+a - +b", "a - b"},
        {"-a*b", "-a * b"},
        {"-(a*b)", "-(a * b)"},
        {"a * -b", "a * -b"},
        {"-(a+b)", "-(a + b)"},
        {"log ( a+1 )", "log(a + 1)"},
        {"log10(`b p`)+log2(abs(a))", "log10(`b p`) + log2(abs(a))"},
        {"a*0.10+1E3", "a * 0.1 + 1000"},
        {"a*1e-3*.5", "a * 0.001 * 0.5"},
        {"a == 1 & !b > 2", "a == 1 & !b > 2"},
        {"!(a & b)", "!(a & b)"},
        {"a||b&&a", "a | b & a"},
        {"(a|b)&a", "(a | b) & a"},
        {"(a < b) == (b < a)", "(a < b) == (b < a)"},
        {"(!a) == b", "(!a) == b"},
        {"s == 'f' | \"m\" != s", "s == \"f\" | \"m\" != s"},
        {"s == 'a\\'b\"\\\\'", "s == \"a'b\\\"\\\\\""},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        check(table[i].text, LOGREG__CONDITION, table[i].want);
        check(table[i].want, LOGREG__CONDITION, table[i].want);
    }
}

static void says_what_is_wrong(void)
{
    static const struct {
        const char *text, *want;
    } table[] = {
        {"", "filter, character 1: it ends where a column name or a number should follow"},
        {"a +", "filter, character 4: it ends where a column name or a number should follow"},
        {"a + * b", "filter, character 5: '*' stands where a column name or a number should be"},
        {"(a", "filter, character 1: this parenthesis is never closed"},
        {"log(a", "filter, character 4: this parenthesis is never closed"},
        {"(a b)", "filter, character 4: 'b' cannot follow here; ')' or an operator should"},
        {"a b", "filter, character 3: 'b' cannot follow here; an operator or the end should"},
        {"a = b", "filter, character 3: '=' cannot follow here; to compare, write =="},
        {"a)", "filter, character 2: ')' cannot follow here; an operator or the end should"},
        {"log(exp(a, 2))", "filter, character 10: exp() takes one argument"},
        {"log()", "filter, character 5: ')' stands where a column name or a number should be"},
        {"lgo(a)", "filter, character 1: there is no function lgo(); did you mean log()?"},
        {"frobnicate(a)",
         "filter, character 1: there is no function frobnicate(), but log exp sqrt abs sin cos tan tanh "
         "floor ceiling log2 log10 log1p expm1"},
        {"cut(a)",
         "filter, character 1: there is no function cut(); for a curve write bs(a, df = 5); for groups, "
         "add a column of them to the data"},
        {"a < b < a", "filter, character 7: a second comparison; join two by &, as in 1 < a & a < 2"},
        {"1 + 2", "filter, character 1: this names no column, and so is the same in every row"},
        {"a + 1e999", "filter, character 5: the number 1e999 is too large"},
        {"a + bb", "filter, character 5: no column is called 'bb'; the columns are a, b, b p, s"},
        {"s == \"f", "filter, character 6: this quote is never closed"},
        {"s == \"\xff\"", "filter, character 7: the bytes here are not UTF-8 text"},
        {"a + ``", "filter, character 5: there is no name between the backticks"},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        check(table[i].text, LOGREG__CONDITION, table[i].want);
    check("a > 1", LOGREG__ARITHMETIC,
          "filter, character 3: '>' cannot follow here; an operator or the end should");
    check("!a", LOGREG__ARITHMETIC,
          "filter, character 1: '!' stands where a column name or a number should be");
    check("'f'", LOGREG__ARITHMETIC,
          "filter, character 1: ''f'' stands where a column name or a number should be");
    char deep[4000] = "";
    for (int i = 0; i < 1200; i++)
        strcat(deep, "-(");
    check(deep, LOGREG__CONDITION, "filter, character 101: more than 100 operations within each other");
    strcpy(deep, "a");
    for (int i = 0; i < 600; i++)
        strcat(deep, "+a");
    check(deep, LOGREG__CONDITION, "filter, character 1000: this expression is too long");
}

static logreg_status bind(logreg__bound **bound, logreg__expression **e, const char *text,
                          const logreg_frame *frame, logreg_error *err)
{
    logreg_status status = logreg__expression_parse(e, "filter", text, frame, LOGREG__CONDITION, err);
    return status ? status : logreg__bound_new(bound, *e, frame, err);
}

/* Values in the three rows of the usual frame. */
static void check_values(const char *text, double first, double second, double third)
{
    logreg_frame *f = usual_frame();
    logreg__expression *e = NULL;
    logreg__bound *b = NULL;
    logreg_error err = {.message = ""};
    bool ok = bind(&b, &e, text, f, &err) == LOGREG_OK;
    if (!ok)
        printf("# %s: %s\n", text, err.message);
    CU_ASSERT_TRUE(ok);
    static const size_t place[] = {0, 1, 2};
    double value[3], *work = ok ? malloc(b->depth * LOGREG__BLOCK_ROWS * sizeof *work) : NULL;
    if (work) {
        logreg__bound_values(value, b, place, 3, work);
        bool same = near_rel(value[0], first, TOL_EXPRESSION) && near_rel(value[1], second, TOL_EXPRESSION) &&
                    near_rel(value[2], third, TOL_EXPRESSION);
        if (!same)
            printf("# of %s\n", text);
        CU_ASSERT_TRUE(same);
    }
    free(work);
    logreg__bound_free(b);
    logreg__expression_free(e);
    logreg_frame_free(f);
}

static void means_what_r_means(void)
{
    check_values("a + b * 2", 12, NAN, -2);
    check_values("(a - b) / b - 1", -1.6, NAN, -8);
    check_values("-a^2", -4, NAN, -9);
    check_values("2^a^b", 4294967296, 2, NAN);
    check_values("b^-1", 0.2, INFINITY, 2);
    check_values("a^0", 1, 1, 1);
    check_values("log(a)", log(2), NAN, NAN);
    check_values("exp(b) + log10(b) + log2(b) + log1p(b) + expm1(b) + sqrt(b)",
                 exp(5) + log10(5) + log2(5) + log1p(5) + expm1(5) + sqrt(5), -INFINITY,
                 exp(0.5) + log10(0.5) + log2(0.5) + log1p(0.5) + expm1(0.5) + sqrt(0.5));
    check_values("abs(a)", 2, NAN, 3);
    /* R's tables of logic with NA */
    check_values("a > 0", 1, NAN, 0);
    check_values("a > 0 & b > 0", 1, 0, 0);
    check_values("a > 0 | b == 0", 1, 1, 0);
    check_values("a > 0 | b == 7", 1, NAN, 0);
    check_values("a > 0 & b == 0", 0, NAN, 0);
    check_values("!(a >= 2)", 0, NAN, 1);
    check_values("a <= 2 & a != -3 & a < 3", 1, NAN, 0);
    /* texts */
    check_values("s == 'f'", 1, 0, NAN);
    check_values("'m' != s", 1, 0, NAN);
    check_values("s == 'nobody'", 0, 0, NAN);
    check_values("s != 'nobody'", 1, 1, NAN);
}

static void refuses_mixed_kinds(void)
{
    static const struct {
        const char *text, *want;
    } table[] = {
        {"log(s)", "column 's' holds text, and 'log' needs numbers"},
        {"a + s", "column 's' holds text, and '+' needs numbers"},
        {"s", "column 's' holds text, not numbers"},
        {"s < 'f'", "column 's' holds text, and '<' needs numbers"},
        {"a == 'f'", "column 'a' holds numbers: compare it with a number, without quotes, not with 'f'"},
        {"s == 3", "column 's' holds text: what it is compared with stands in quotes, as in s == \"f\""},
        {"a > 1 | 'f'",
         "the text 'f' can be compared with a column of texts by == or !=, and in no other way be "
         "used"},
    };
    logreg_frame *f = usual_frame(), *other = NULL;
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        logreg__expression *e = NULL;
        logreg__bound *b = NULL;
        logreg_error err = {.message = ""};
        CU_ASSERT_EQUAL(bind(&b, &e, table[i].text, f, &err), LOGREG_EDATA);
        CU_ASSERT_TRUE(same_text(err.message, table[i].want));
        CU_ASSERT_PTR_NULL(b);
        logreg__expression_free(e);
    }
    logreg__expression *e = NULL;
    logreg__bound *b = NULL;
    logreg_error err = {.message = ""};
    CU_ASSERT_EQUAL(logreg__expression_parse(&e, "filter", "zz > 1", NULL, LOGREG__CONDITION, &err),
                    LOGREG_OK);
    CU_ASSERT_EQUAL(logreg__bound_new(&b, e, f, &err), LOGREG_EDATA);
    CU_ASSERT_TRUE(same_text(err.message, "the data lack column 'zz'"));
    logreg__expression_free(e);
    logreg_frame_free(f);
    logreg_frame_free(other);
}

static void knows_what_is_missing(void)
{
    logreg_frame *f = usual_frame();
    logreg__expression *e = NULL;
    logreg__bound *b = NULL;
    CU_ASSERT_EQUAL_FATAL(bind(&b, &e, "a > 0 & s == 'f'", f, NULL), LOGREG_OK);
    CU_ASSERT_FALSE(logreg__bound_missing(b, 0));
    CU_ASSERT_TRUE(logreg__bound_missing(b, 1));
    CU_ASSERT_TRUE(logreg__bound_missing(b, 2));
    logreg__bound_free(b);
    logreg__expression_free(e);
    logreg__bound_free(NULL);
    logreg__expression_free(NULL);
    logreg_frame_free(f);
}

static bool read_and_bind(void *frame)
{
    logreg__expression *e = NULL;
    logreg__bound *b = NULL;
    logreg_error err = {.message = ""};
    logreg_status status = bind(&b, &e, "log(a + 1)^2 > `b p` & s == \"f\"", frame, &err);
    bool ok = status == LOGREG_OK ? e && b : status == LOGREG_ENOMEM && !b && err.message[0];
    logreg__bound_free(b);
    logreg__expression_free(e);
    return ok;
}

static void survives_lack_of_memory(void)
{
    logreg_frame *f = usual_frame();
    CU_ASSERT_TRUE(oom_each(read_and_bind, f));
    logreg_frame_free(f);
}

const test_case tests[] = {
    {"writes normal form", writes_normal_form},
    {"says what is wrong", says_what_is_wrong},
    {"means what R means", means_what_r_means},
    {"refuses mixed kinds", refuses_mixed_kinds},
    {"knows what is missing", knows_what_is_missing},
    {"survives lack of memory", survives_lack_of_memory},
    {NULL, NULL},
};
