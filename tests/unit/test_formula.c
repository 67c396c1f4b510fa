/* Formulas: what they mean in normal form, and a sentence for each thing that cannot be read. */
#include "harness.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "formula/formula.h"
#include "oom.h"

static logreg_frame *new_frame(const char *const *names, size_t n)
{
    static const double one = 1;
    logreg_frame *frame = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_frame_new(&frame, NULL), LOGREG_OK);
    for (size_t i = 0; i < n; i++)
        CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(frame, names[i], &one, 1, 1, NULL), LOGREG_OK);
    return frame;
}

static logreg_frame *usual_frame(void)
{
    static const char *const names[] = {"y",           "a",   "b",       "c",   "d",  "blood type", "x.1_",
                                        "k\xc3\xb6ln", "1st", "tick`ed", "a-b", "_z", ".h"};
    return new_frame(names, sizeof names / sizeof *names);
}

/* What parsing gives: the normal form, or the message. */
static void check(const char *text, const logreg_frame *frame, const char *want)
{
    static const char *const exclude[] = {"x.1_", "k\xc3\xb6ln", "1st", "tick`ed", "a-b", "_z", ".h", "gone"};
    logreg__formula *f = NULL;
    logreg_error err = {.message = ""};
    logreg_status status =
        logreg__formula_parse(&f, text, frame, exclude, sizeof exclude / sizeof *exclude, &err);
    CU_ASSERT_TRUE(status == LOGREG_OK ? f != NULL : status == LOGREG_EFORMULA && !f);
    bool same = same_text(f ? f->text : err.message, want);
    if (!same)
        printf("# from '%.100s'\n", text);
    CU_ASSERT_TRUE(same);
    logreg__formula_free(f);
}

static void means_what_r_means(void)
{
    static const struct {
        const char *text, *want;
    } table[] = {
        {"y~a", "y ~ a"},
        {" y\t~\r\n a ", "y ~ a"},
        {"y ~ b + a", "y ~ b + a"},
        {"y ~ 1", "y ~ 1"},
        {"y ~ a - 1", "y ~ a - 1"},
        {"y ~ 0 + a", "y ~ a - 1"},
        {"y ~ a + 0", "y ~ a - 1"},
        {"y ~ -1 + a", "y ~ a - 1"},
        {"y ~ a - 0", "y ~ a"},
        {"y ~ a - 1 + 1", "y ~ a"},
        {"y ~ 0 + a + 1", "y ~ a"},
        {"y ~ a + -1", "y ~ a - 1"},
        {"y ~ a - -1", "y ~ a"},
        {"y ~ a - (b - 1)", "y ~ a - b"},
        {"y ~ a - (b + 1)", "y ~ a - b - 1"},
        {"y ~ a + (b - 1)", "y ~ a + b - 1"},
        /* precedence */
        {"y ~ a*b", "y ~ a + b + a:b"},
        {"y ~ a*b:c", "y ~ a + b:c + a:b:c"},
        {"y ~ a:b*c", "y ~ c + a:b + a:b:c"},
        {"y ~ a + b*c - b:c", "y ~ a + b + c"},
        {"y ~ a - b*c + c", "y ~ a + c - b"},
        {"y ~ (a + b):c", "y ~ a:c + b:c"},
        {"y ~ (a + b)*(c + d)", "y ~ a + b + c + d + a:c + a:d + b:c + b:d"},
        {"y ~ a*b*c", "y ~ a + b + c + a:b + a:c + b:c + a:b:c"},
        {"y ~ a*b*c - a:b:c", "y ~ a + b + c + a:b + a:c + b:c"},
        {"y ~ ((a))", "y ~ a"},
        /* by degree, then as written; repeats go */
        {"y ~ a:b + c + b:a", "y ~ c + a:b"},
        {"y ~ a:a + a", "y ~ a"},
        {"y ~ b:a + a", "y ~ a + b:a"},
        {"y ~ a - b + b", "y ~ a + b"},
        {"y ~ c:d + a:b", "y ~ c:d + a:b"},
        /* what is taken away stays named, and nothing times a column is nothing */
        {"y ~ (a - a)*b", "y ~ 1 - a - b"},
        {"y ~ b*(a - a) + (c - c)/d + (d - d):b + (c - c)*a", "y ~ b - a - c - d"},
        {"y ~ a - a", "y ~ 1 - a"},
        {"y ~ b + a - a + log(a)", "y ~ b + log(a)"},
        {"y ~ b + I(a + c) - I(a + c) + a - a + offset(c)", "y ~ b + offset(c) - a"},
        {"y ~ a - C(b) - poly(c, 2)", "y ~ a - b - c"},
        {"y ~ a + b - a - b - 0 - c + 1 - d", "y ~ 1 - a - b - c - d"},
        {"y ~ . - y - (a + b:y) - log(y)", "y ~ b + c + d + `blood type` - a"},
        /* 1 and 0 within what is multiplied */
        {"y ~ (a - 1)*b", "y ~ a + b + a:b - 1"},
        {"y ~ (0 + a)*b", "y ~ a + b + a:b - 1"},
        {"y ~ b:(a + 1)/c", "y ~ b:a + b:a:c"},
        {"y ~ (a + b - 1)^2", "y ~ a + b + a:b - 1"},
        {"y ~ c %in% (b + 0)", "y ~ c:b - 1"},
        {"y ~ +a", "y ~ a"},
        {"y ~ -a + b", "y ~ b - a"},
        {"y ~ (-a + b)", "y ~ b - a"},
        /* the dot */
        {"y ~ .", "y ~ a + b + c + d + `blood type`"},
        {"y ~ . - b", "y ~ a + c + d + `blood type` - b"},
        {"b ~ . - d - 1", "b ~ y + a + c + `blood type` - d - 1"},
        {"y ~ c + .", "y ~ c + a + b + d + `blood type`"},
        {"y ~ .:a - `blood type`:a - a", "y ~ a:b + a:c + a:d - `blood type`"},
        {"y ~ . + x.1_", "y ~ a + b + c + d + `blood type` + x.1_"},
        /* C() */
        {"y ~ C(a) + a", "y ~ C(a) + a"},
        {"y ~ C ( `blood type` ):b", "y ~ C(`blood type`):b"},
        {"y ~ C(a):C(a)", "y ~ C(a)"},
        {"y ~ `a`", "y ~ a"},
        {"y ~ C(a, treatment)", "y ~ C(a)"},
        {"y ~ C(a, base = 1) + C(a,contr.sum) + C(a,helmert)", "y ~ C(a) + C(a, sum) + C(a, helmert)"},
        {"y ~ factor(a) + as.factor(a) + C(factor(a)) + C(a, \"contr.sum\")", "y ~ C(a) + C(a, sum)"},
        {"y ~ ordered(a) + C(a, contr.poly)", "y ~ C(a, poly)"},
        {"y ~ relevel(factor(a), ref = 'u') + relevel(a, \"u\") + relevel(b, 2)",
         "y ~ C(a, base = \"u\") + C(b, base = 2)"},
        {"y ~ C(`blood type`, base='A') + C(a, treatment, base=2)",
         "y ~ C(`blood type`, base = \"A\") + C(a, base = 2)"},
        /* powers, nesting */
        {"y ~ (a + b + c)^2", "y ~ a + b + c + a:b + a:c + b:c"},
        {"y ~ (a + b:c + d)**2", "y ~ a + d + a:d + b:c + a:b:c + b:c:d"},
        {"y ~ a^2", "y ~ a"},
        {"y ~ (a + b)^100000", "y ~ a + b + a:b"},
        {"y ~ a:(b + c)^2", "y ~ a:b + a:c + a:b:c"},
        {"y ~ a/b", "y ~ a + a:b"},
        {"y ~ (a + b)/c", "y ~ a + b + a:b:c"},
        {"y ~ a/(b + c)", "y ~ a + a:b + a:c"},
        {"y ~ a + b %in% a", "y ~ a + a:b"},
        {"y ~ a %in% (b + c)", "y ~ a:b:c"},
        /* what is made of columns */
        {"y ~ I(a^2) + log( b+1 ):I(a^2)", "y ~ I(a^2) + I(a^2):log(b + 1)"},
        {"y ~ log(a) + b", "y ~ log(a) + b"},
        {"y ~ I(a) + a", "y ~ I(a) + a"},
        {"y ~ poly(a) + poly(a, degree=2) + poly(log(b), 3)",
         "y ~ poly(a, 1) + poly(a, 2) + poly(log(b), 3)"},
        {"y ~ bs(a, 5) + bs(a,df=5)", "y ~ bs(a, df = 5)"},
        {"y ~ bs(`blood type`, knots=c(2,-1), degree=2, intercept=TRUE)",
         "y ~ bs(`blood type`, knots = c(-1, 2), degree = 2, intercept = TRUE)"},
        {"y ~ ns(a,Boundary.knots=c(9,-.5),knots=3) + ns(a, 4, intercept = FALSE)",
         "y ~ ns(a, knots = 3, Boundary.knots = c(-0.5, 9)) + ns(a, df = 4)"},
        {"y ~ poly(I(a - b),2) + log(I(a+b)) + I(I(a))", "y ~ poly(a - b, 2) + log(a + b) + I(a)"},
        {"y ~ poly(a, raw=T, degree=3) + poly(a, 3, raw = FALSE) + poly(x=b, 2)",
         "y ~ poly(a, 3, raw = TRUE) + poly(a, 3) + poly(b, 2)"},
        {"y ~ scale(a) + scale(a,scale=FALSE) + scale( a , scale = TRUE)",
         "y ~ scale(a) + scale(a, scale = FALSE)"},
        {"y ~ splines::bs(a, df=4, intercept=F) + splines :: a",
         "formula, character 41: no column is called 'splines'; the columns are y, a, b, c, d, blood type, "
         "x.1_, k\xc3\xb6ln, .."},
        {"y ~ splines::bs(x = a, df=4, intercept=F)", "y ~ bs(a, df = 4)"},
        {"y ~ sin(a) + ceiling(b)", "y ~ sin(a) + ceiling(b)"},
        {"y ~ offset(log(a)) + b + offset(c - d) - 1", "y ~ b + offset(log(a) + (c - d)) - 1"},
        {"y ~ offset(a)", "y ~ 1 + offset(a)"},
        {"y ~ a + log",
         "formula, character 9: no column is called 'log'; the columns are y, a, b, c, d, blood type, "
         "x.1_, k\xc3\xb6ln, .."},
        /* names */
        {"`blood type` ~ x.1_ + k\xc3\xb6ln", "`blood type` ~ x.1_ + k\xc3\xb6ln"},
        {"y ~ `1st`:`tick``ed` + `a-b` + _z + .h", "y ~ `a-b` + _z + .h + `1st`:`tick``ed`"},
    };
    logreg_frame *f = usual_frame();
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        check(table[i].text, f, table[i].want);
    logreg_frame_free(f);
}

static void says_what_is_wrong(void)
{
#define USE                                                                                                  \
    "a formula is made of column names, + - : * / ^ %in% ( ), the dot, and functions such as C() and log()"
    static const struct {
        const char *text, *want;
    } table[] = {
        {"", "the formula is empty; write it as y ~ a + b"},
        {" \t", "the formula is empty; write it as y ~ a + b"},
        {"~ a", "formula, character 1: the response is missing before '~'"},
        {"y", "formula, character 2: '~' is missing; write it as y ~ a + b"},
        {"y + a",
         "formula, character 3: the response, before '~', is the name of one column or a condition; a "
         "name with blanks or signs stands in backticks"},
        {"log(y) ~ a",
         "formula, character 1: the response, before '~', is the name of one column or a condition; a "
         "name with blanks or signs stands in backticks"},
        {"1 ~ a",
         "formula, character 1: the response, before '~', is the name of one column or a condition; a "
         "name with blanks or signs stands in backticks"},
        {"y ~", "formula, character 4: it ends where a column name should follow"},
        {"y ~ a +", "formula, character 8: it ends where a column name should follow"},
        {"y ~ a:", "formula, character 7: it ends where a column name should follow"},
        {"y ~ -", "formula, character 6: it ends where a column name should follow"},
        {"y ~ (a", "formula, character 5: this parenthesis is never closed"},
        {"y ~ (a + (b", "formula, character 10: this parenthesis is never closed"},
        {"y ~ C(a", "formula, character 6: this parenthesis is never closed"},
        {"y ~ a)", "formula, character 6: this parenthesis closes nothing"},
        {"y ~ ()", "formula, character 6: ')' stands where a column name should be"},
        {"y ~ a + + b", "formula, character 9: '+' stands where a column name should be"},
        {"y ~ * a", "formula, character 5: '*' stands where a column name should be"},
        {"y ~ a ~ b", "formula, character 7: a second '~'; a formula has one"},
        {"y ~ ~ b", "formula, character 5: '~' stands where a column name should be"},
        {"y ~ a b",
         "formula, character 7: an operator (+ - : *) is missing before 'b'; a name with blanks or signs "
         "stands in backticks"},
        {"y ~ a(b)", "formula, character 5: the function a() is not supported; " USE},
        {"y ~ `a`(b)",
         "formula, character 8: an operator (+ - : *) is missing before '('; a name with blanks or "
         "signs stands in backticks"},
        {"y ~ a .",
         "formula, character 7: an operator (+ - : *) is missing before '.'; a name with blanks or signs "
         "stands in backticks"},
        {"y ~ a + `b", "formula, character 9: this backtick is never closed"},
        {"y ~ a + ``", "formula, character 9: there is no name between the backticks"},
        /* not there */
        {"y ~ a + e_",
         "formula, character 9: no column is called 'e_'; the columns are y, a, b, c, d, blood type, x.1_, "
         "k\xc3\xb6ln, .."},
        {"y ~ `blod type`",
         "formula, character 5: no column is called 'blod type'; did you mean 'blood type'?"},
        {"blod ~ a",
         "formula, character 1: no column is called 'blod'; the columns are y, a, b, c, d, blood type, x.1_, "
         "k\xc3\xb6ln, .."},
        {"y ~ k\xc3\xb6ln + blood type", "formula, character 12: write this name in backticks, `blood type`"},
        {"y ~ k\xc3\xb6lm", "formula, character 5: no column is called 'k\xc3\xb6lm'; did you mean "
                            "'k\xc3\xb6ln'?"},
        {"y ~ 1st", "formula, character 5: a name that begins with a digit stands in backticks, `1st`"},
        {"y ~ a + y",
         "formula, character 9: 'y' is the response and cannot explain itself; take it out on the right"},
        {"y ~ a + C(y)",
         "formula, character 11: 'y' is the response and cannot explain itself; take it out on the right"},
        /* not supported */
        {"y ~ a % b", "formula, character 7: '%' is not supported; " USE},
        {"y ~ a + ;", "formula, character 9: ';' is not supported; " USE},
        {"y ~ a + (1 | b)", "formula, character 12: '|' is not supported; groups of rows are no part of a "
                            "model here: (1 | g) is not "
                            "fitted"},
        {"y ~ a > 2", "formula, character 7: '>' asks a condition, which is a term within I( ) "
                      "alone, as in I(age > 65)"},
        {"y ~ !a", "formula, character 5: '!' asks a condition, which is a term within I( ) "
                   "alone, as in I(age > 65)"},
        {"y ~ 'a'",
         "formula, character 5: ''a'' is not supported; a name with blanks or signs stands in backticks"},
        {"y ~ \xe2\x80\x9c"
         "a",
         "formula, character 5: '\xe2\x80\x9c' is not supported; a name with blanks or signs stands in "
         "backticks"},
        {"y ~ a \xe2\x88\x92 b",
         "formula, character 7: '\xe2\x88\x92' is not supported; write -, the sign of the keyboard"},
        {"y ~ lgo(b)", "formula, character 5: there is no function lgo(); did you mean log()?"},
        {"y ~ ploy(b, 2)", "formula, character 5: there is no function ploy(); did you mean poly()?"},
        {"y ~ a^",
         "formula, character 7: after ^ comes a whole number from 1 on, as in (a + b)^2; the square of a "
         "column is I(a^2)"},
        {"y ~ a^b",
         "formula, character 7: after ^ comes a whole number from 1 on, as in (a + b)^2; the square of "
         "a column is I(a^2)"},
        {"y ~ a^1.5",
         "formula, character 7: after ^ comes a whole number from 1 on, as in (a + b)^2; the square "
         "of a column is I(a^2)"},
        {"y ~ ^2", "formula, character 5: '^' stands where a column name should be"},
        {"y ~ log(a, 2)",
         "formula, character 10: log() takes one argument; to base 7 write I(log(a)/log(7))"},
        {"y ~ exp(a, 2)", "formula, character 10: exp() takes one argument"},
        {"y ~ log(I(a, 2))", "formula, character 12: I() takes one argument"},
        {"y ~ cut(a, 3)",
         "formula, character 5: there is no function cut(); for a curve write bs(a, df = 5); for "
         "groups, add a column of them to the data"},
        {"y ~ I(a - mean(a))", "formula, character 11: there is no function mean(); to centre a column write "
                               "scale(a, scale = FALSE)"},
        {"y ~ log(is.na(a))",
         "formula, character 9: there is no function is.na(); write I(is.na(a)); with --impute "
         "is_missing(a)"},
        {"y ~ d$a", "formula, character 6: '$' is not supported; columns are named without their table"},
        {"y ~ dat$a", "formula, character 5: columns are named without their table: write a, not dat$a"},
        {"y ~ dat[['a']]",
         "formula, character 5: columns are named without their table: write a, not dat[[\"a\"]]"},
        {"y ~ a + -b",
         "formula, character 9: '-' takes a term away and no sign can precede it; for the negative of "
         "a column write I(-a)"},
        {"y ~ a + -", "formula, character 9: '-' stands where a column name should be"},
        {"y ~ a:-1", "formula, character 8: 1 and 0 are added or taken away, not multiplied"},
        {"y ~ factor(a, levels = 3)", "formula, character 13: factor() takes a column and nothing else: its "
                                      "levels are those in the data, and "
                                      "C(a, base = 2) chooses the reference"},
        {"y ~ C(factor(a, 2))", "formula, character 15: factor() takes a column and nothing else: its levels "
                                "are those in the data, and "
                                "C(a, base = 2) chooses the reference"},
        {"y ~ factor(y)",
         "formula, character 12: 'y' is the response and cannot explain itself; take it out on the right"},
        {"y ~ relevel(a)", "formula, character 14: relevel() is used as relevel(a, ref = \"b\")"},
        {"y ~ relevel(a, ref)", "formula, character 19: relevel() is used as relevel(a, ref = \"b\")"},
        {"y ~ relevel(a, ref = b)",
         "formula, character 22: base is the number of a level, counted from 1, or its name in quotes"},
        {"y ~ poly(a, 2, raw = 1)", "formula, character 22: raw is TRUE or FALSE, not '1'"},
        {"y ~ scale(a, 2)",
         "formula, character 14: '2' is no argument that can stand here; it is used as scale(x) or "
         "scale(x, scale = FALSE)"},
        {"y ~ scale(a, center = FALSE)",
         "formula, character 14: 'center' is no argument that can stand here; it is used as scale(x) or "
         "scale(x, scale = FALSE)"},
        {"factor(y) ~ a",
         "formula, character 1: the response, before '~', is the name of one column or a condition; its "
         "values are classes anyway, so write it without a function"},
        {"I(y == 1) ~ a", "formula, character 1: the response is a condition, 'y == 1', of which "
                          "logreg_frame_add_condition() makes a column first"},
        {"I(y) ~ a",
         "formula, character 1: the response, before '~', is the name of one column or a condition; write it "
         "alone, or compare it, as in a > 1"},
        {"y == 1 ~ a", "formula, character 1: the response is a condition, 'y == 1', of which "
                       "logreg_frame_add_condition() makes a column first"},
        {"y == 1", "formula, character 7: '~' is missing; write it as y ~ a + b"},
        {"y = 1 & a > 2 ~ b", "formula, character 3: '=' cannot follow here; to compare, write =="},
        {"y > ~ a", "formula, character 5: '~' stands where a column name or a number should be"},
        {"(y > 1) + 1 ~ a",
         "formula, character 1: this gives numbers; an outcome is a column, or a condition such as a > 1"},
        {"y %in% c(1, 2) ~ a",
         "formula, character 3: '%in%' cannot follow here; for one of several values write a == \"b\" | a == "
         "\"c\""},
        {"1 > 2 ~ a", "formula, character 1: this names no column, and so is the same in every row"},
        {"cbind(y, a) ~ b",
         "formula, character 1: the response, before '~', is the name of one column or a condition; write "
         "the column of events, and name that of trials by --trials"},
        {"y = a", "formula, character 3: the response, before '~', is the name of one column or a "
                  "condition; a formula has ~ where an equation has ="},
        {"y ~ I(a, 2)", "formula, character 8: I() takes one argument"},
        {"y ~ log((a > 2) * b)", "formula, character 12: '>' asks a condition, which is a term within I( ) "
                                 "alone, as in I(age > 65)"},
        {"y ~ I(2*a = 2)", "formula, character 11: '=' cannot follow here; to compare, write =="},
        {"y ~ I(a 2)", "formula, character 9: '2' cannot follow here; ')' or an operator should"},
        {"y ~ I(2)", "formula, character 7: this names no column, and so is the same in every row"},
        {"y ~ log(y)",
         "formula, character 9: 'y' is the response and cannot explain itself; take it out on the right"},
        {"y ~ offset(a*y)",
         "formula, character 14: 'y' is the response and cannot explain itself; take it out on the right"},
        {"y ~ a - offset(b)", "formula, character 9: an offset can be added only; leave it out instead"},
        {"y ~ a:offset(b)", "formula, character 7: an offset is added, not multiplied"},
        {"y ~ offset(b", "formula, character 11: this parenthesis is never closed"},
        {"y ~ poly(a, 0)", "formula, character 13: degree is a whole number from 1 to 1000, not '0'"},
        {"y ~ poly(a, b)",
         "formula, character 13: 'b' is no argument that can stand here; it is used as poly(x, "
         "degree, raw = FALSE)"},
        {"y ~ poly(a, 2, 3)", "formula, character 16: '3' is no argument that can stand here; it is used as "
                              "poly(x, degree, raw = FALSE)"},
        {"y ~ poly(a, df = 2)",
         "formula, character 13: 'df' is no argument that can stand here; it is used as "
         "poly(x, degree, raw = FALSE)"},
        {"y ~ poly(a, 2", "formula, character 9: this parenthesis is never closed"},
        {"y ~ poly(a 2)", "formula, character 12: '2' cannot follow here; ')' or an operator should"},
        {"y ~ bs(a, df = 5, df = 6)", "formula, character 19: 'df' is no argument that can stand here; it is "
                                      "used as bs(x, df, knots, degree, "
                                      "intercept, Boundary.knots)"},
        {"y ~ bs(a, degree = 21)", "formula, character 20: degree is a whole number from 1 to 20, not '21'"},
        {"y ~ ns(a, knots = c(1; 2))", "formula, character 22: knots is a number or c(number, ..), not ';'"},
        {"y ~ ns(a, knots = )", "formula, character 19: knots is a number or c(number, ..), not ')'"},
        {"y ~ ns(a, intercept = 1)", "formula, character 23: intercept is TRUE or FALSE, not '1'"},
        {"y ~ ns(a, Boundary.knots = 3)",
         "formula, character 28: Boundary.knots are two different numbers, as in c(0, 100)"},
        {"y ~ C(a, b)",
         "formula, character 10: C() knows no contrast 'b'; there are treatment, sum, helmert and "
         "poly"},
        {"y ~ C(a, helmet)",
         "formula, character 10: C() knows no contrast 'helmet'; did you mean 'helmert'?"},
        {"y ~ C(a, sum, base = 2)", "formula, character 23: sum contrasts have no base"},
        {"y ~ C(a, base 2)", "formula, character 15: '=' should follow base, as in C(f, base = 2)"},
        {"y ~ C(a, base = 0)",
         "formula, character 17: base is the number of a level, counted from 1, or its name "
         "in quotes"},
        {"y ~ C(a, 3)",
         "formula, character 10: '3' cannot stand here; C() is used as C(f, sum) or C(f, treatment, "
         "base = 2)"},
        {"y ~ C(a, sum, poly)",
         "formula, character 15: 'poly' cannot stand here; C() is used as C(f, sum) or C(f, "
         "treatment, base = 2)"},
        {"y ~ C(y, sum)",
         "formula, character 7: 'y' is the response and cannot explain itself; take it out on the right"},
        {"y ~ C()", "formula, character 7: C() takes the name of one column, as in C(zip)"},
        {"y ~ C(a + b)", "formula, character 9: C() takes the name of one column, as in C(zip)"},
        {"y ~ a + 2",
         "formula, character 9: of numbers only 1 (intercept) and 0 (none) can stand in a formula, not 2"},
        {"y ~ .5",
         "formula, character 5: of numbers only 1 (intercept) and 0 (none) can stand in a formula, not .5"},
        {"y ~ a:1", "formula, character 7: 1 and 0 are added or taken away, not multiplied"},
        {"y ~ (0)*a", "formula, character 6: 1 and 0 are added or taken away, not multiplied"},
        {"y ~ a*(1 - b)", "formula, character 8: 1 and 0 are added or taken away, not multiplied"},
        {"y ~ 1^2", "formula, character 5: 1 and 0 are added or taken away, not multiplied"},
        {"y ~ a - (b - y) + y",
         "formula, character 19: 'y' is the response and cannot explain itself; take it out on the right"},
        {"y ~ 0", "the formula leaves neither a term nor an intercept: there is nothing to estimate"},
        {"y ~ a - a - 1", "the formula leaves neither a term nor an intercept: there is nothing to estimate"},
        {"y ~ a\xff", "formula, character 6: the bytes here are not UTF-8 text"},
        {"y ~ `\xc3\xa4`` \xe2\x82`", "formula, character 10: the bytes here are not UTF-8 text"},
    };
    logreg_frame *f = usual_frame();
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        check(table[i].text, f, table[i].want);
    logreg_frame_free(f);

    static const char *const lonely[] = {"y", "x.1_"};
    f = new_frame(lonely, 2);
    check("y ~ .", f, "formula, character 5: there is no column that the dot could stand for");
    logreg_frame_free(f);
}

static void keeps_factors_in_order(void)
{
    logreg_frame *frame = usual_frame();
    logreg__formula *f = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg__formula_parse(&f, "y ~ d:c:C(a) + a - d + b:d - b", frame, NULL, 0, NULL),
                          LOGREG_OK);
    static const char *const want[] = {"d", "c", "a", "a", "b"};
    CU_ASSERT_TRUE(same_text(f->response, "y"));
    CU_ASSERT_EQUAL_FATAL(f->n_factors, 5);
    for (size_t i = 0; i < 5; i++) {
        CU_ASSERT_TRUE(same_text(f->factor[i].column, want[i]));
        CU_ASSERT_EQUAL(f->factor[i].categorical, i == 2);
    }
    CU_ASSERT_EQUAL_FATAL(f->n_products, 3);
    CU_ASSERT_TRUE(f->product[0].n == 1 && f->product[0].factor[0] == 3);
    CU_ASSERT_TRUE(f->product[1].n == 2 && f->product[1].factor[0] == 0 && f->product[1].factor[1] == 4);
    CU_ASSERT_TRUE(f->product[2].n == 3 && f->product[2].factor[2] == 2);
    logreg__formula_free(f);

    /* columns that are taken away are no longer factors, but their missing values cost rows, as in R */
    f = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg__formula_parse(&f, "y ~ a + b - a", frame, NULL, 0, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL(f->n_factors, 1);
    CU_ASSERT_TRUE(same_text(f->factor[0].column, "b"));
    CU_ASSERT_EQUAL(f->product[0].factor[0], 0);
    CU_ASSERT_TRUE(f->n_taken == 1 && same_text(f->taken[0], "a"));
    size_t n = 0, *column = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg__formula_columns(&column, &n, f, frame, NULL), LOGREG_OK);
    CU_ASSERT_TRUE(n == 2 && column[1] == logreg_frame_find(frame, "a"));
    free(column);
    logreg__formula_free(f);
    logreg__formula_free(NULL);
    logreg_frame_free(frame);
}

/* ---- Size -------------------------------------------------------------------------------------------------- */

/* head, then part n times, then tail. */
static char *repeat(const char *head, const char *part, size_t n, const char *tail)
{
    logreg__text text = {0};
    logreg__text_add(&text, head);
    for (size_t i = 0; i < n; i++)
        logreg__text_add(&text, part);
    logreg__text_add(&text, tail);
    return logreg__text_take(&text);
}

static void check_repeat(const char *head, const char *part, size_t n, const char *tail,
                         const logreg_frame *frame, const char *want)
{
    char *text = repeat(head, part, n, tail);
    check(text, frame, want);
    free(text);
}

/* A list of columns may be as long as the frame is wide: whoever fits says that these are too many. */
static void takes_long_lists(void)
{
    enum { N = 20100 };
    static char text[N][8];
    static const char *names[N];
    for (size_t i = 0; i < N; i++)
        names[i] = (snprintf(text[i], sizeof text[i], "v%zu", i), text[i]);
    logreg_frame *f = new_frame(names, N);
    char *list = malloc(9 * N);
    size_t used = 0;
    for (size_t i = 0; i < N; i++)
        used += (size_t)snprintf(list + used, 9 * N - used, i > 1 ? " + %s" : i ? "%s" : "%s ~ ", text[i]);
    logreg__formula *formula = NULL;
    CU_ASSERT_EQUAL(logreg__formula_parse(&formula, list, f, NULL, 0, NULL), LOGREG_OK);
    CU_ASSERT_TRUE(formula && formula->n_products == N - 1);
    logreg__formula_free(formula);
    check("v0 ~ v1:. + v2:.", f, "formula, character 8: this makes more than 20000 terms");
    check("v0 ~ . + v1:v2 + v1:v3", f, "formula, character 16: this makes more than 20100 terms");
    free(list);
    logreg_frame_free(f);
}

static void stays_within_bounds(void)
{
    logreg_frame *f = usual_frame();
    const char *deep = "formula, character 105: more than 100 parentheses within each other";
    check_repeat("y ~ ", "(", 100, "a", f, "formula, character 104: this parenthesis is never closed");
    check_repeat("y ~ ", "(", 100000, "a", f, deep);
    check_repeat("y ~ ", "(a*", 100000, "a", f,
                 "formula, character 305: more than 100 parentheses within each other");
    check_repeat("y ~ a", " + a", 100000, "", f, "y ~ a");
    check_repeat("y ~ a", "*a", 10000, "", f, "y ~ a");
    check_repeat("y ~ (a + b)", "*(a + b)", 10000, "", f, "y ~ a + b + a:b");
    check_repeat("y ~ a", " - .", 10000, " + b", f, "y ~ b - a - c - d - `blood type`");
    logreg_frame_free(f);

    enum { N = 300 };
    char text[N][8];
    const char *names[N];
    for (size_t i = 0; i < N; i++)
        names[i] = (snprintf(text[i], sizeof text[i], "v%zu", i), text[i]);
    f = new_frame(names, N);
    check("v0 ~ .*.", f, "formula, character 7: this makes more than 20000 terms");
    check("v0 ~ (.):.:.", f, "formula, character 9: this makes more than 20000 terms");
    char *many = repeat("v0 ~ v1", "*(v1 + v2 + v3 + v4 + v5 + v6 + v7 + v8 + v9)", 100, "");
    logreg__formula *formula = NULL;
    CU_ASSERT_EQUAL(logreg__formula_parse(&formula, many, f, NULL, 0, NULL), LOGREG_OK);
    CU_ASSERT_TRUE(formula && formula->n_products == 511); /* all sets of 9 but the empty one */
    logreg__formula_free(formula);
    free(many);
    logreg_frame_free(f);
}

/* ---- Memory ------------------------------------------------------------------------------------------------ */

static bool parse(void *context)
{
    logreg__formula *f = NULL;
    logreg_error err = {0};
    static const char *const exclude[] = {"a", "d"};
    logreg_status status = logreg__formula_parse(&f,
                                                 "y ~ (. + C(a))*b - `blood type`:b - c:b:d - d + 0 + (C(b, "
                                                 "sum) + log(a) + bs(b, knots = c(1, 2)))^2 + "
                                                 "C(a, base = \"f\")/b + offset(a) + offset(b)",
                                                 context, exclude, 2, &err);
    bool ok = status == LOGREG_OK ? f && f->n_products : status == LOGREG_ENOMEM && !f && err.message[0];
    logreg__formula_free(f);
    return ok;
}

static bool fail(void *context)
{
    logreg__formula *f = NULL;
    logreg_status status =
        logreg__formula_parse(&f, "y ~ (a + b)*(c + (d + nobody))", context, NULL, 0, NULL);
    return (status == LOGREG_EFORMULA || status == LOGREG_ENOMEM) && !f;
}

static void survives_lack_of_memory(void)
{
    logreg_frame *f = usual_frame();
    CU_ASSERT_TRUE(oom_each(parse, f));
    CU_ASSERT_TRUE(oom_each(fail, f));
    logreg_frame_free(f);
}

const test_case tests[] = {
    {"means what R means", means_what_r_means},
    {"says what is wrong", says_what_is_wrong},
    {"keeps factors in order", keeps_factors_in_order},
    {"stays within bounds", stays_within_bounds},
    {"takes long lists", takes_long_lists},
    {"survives lack of memory", survives_lack_of_memory},
    {NULL, NULL},
};
