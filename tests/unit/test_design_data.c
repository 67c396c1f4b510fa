/* What the data that decide cannot carry, what new data lack, and what lies beyond. */
#include "harness.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include <logreg/model.h>

#include "design_reference.h"

static logreg_frame *small_frame(void)
{
    static const double y[] = {0, 1, 0, 1, 1, 0}, x[] = {-1, 0, 2, 2, 0.5, 3}, zeros[] = {0, 0, 0, 0, 0, 7};
    static const double one[] = {4, 4, 4, 4, 4, 4}, large[] = {1e200, -1e200, 0, 1, 2, 3};
    static const char *const s[] = {"u", "v", "w", "u", "v", "w"};
    logreg_frame *f = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_frame_new(&f, NULL), LOGREG_OK);
    logreg_frame_add_numeric(f, "y", y, 6, 1, NULL);
    logreg_frame_add_numeric(f, "x", x, 6, 1, NULL);
    logreg_frame_add_numeric(f, "zeros", zeros, 6, 1, NULL);
    logreg_frame_add_numeric(f, "one", one, 6, 1, NULL);
    logreg_frame_add_numeric(f, "large", large, 6, 1, NULL);
    logreg_frame_add_category(f, "s", s, 6, NULL);
    return f;
}

static void says_what_data_cannot_carry(void)
{
    static const struct {
        const char *formula, *want;
    } table[] = {
        {"y ~ log(x)",
         "row 1: 'log(x)' is not a number where 'x' is -1: leave such rows out, --where 'x > 0'"},
        {"y ~ I(1/x)", "row 2: 'I(1/x)' is infinite where 'x' is 0"},
        {"y ~ log(x * one + x + 2)",
         "row 1: 'log(x * one + x + 2)' is not a number where 'x' is -1 and 'one' is 4"},
        {"y ~ log(x + 1)", "row 1: 'log(x + 1)' is minus infinite where 'x' is -1"},
        {"y ~ poly(log(x), 2)", "row 1: 'poly(log(x), 2)' is not a number where 'x' is -1"},
        {"y ~ offset(log(x))", "row 1: 'offset' is not a number where 'x' is -1"},
        {"y ~ log(s)", "column 's' holds text, and 'log' needs numbers"},
        {"y ~ poly(s, 2)", "column 's' holds text, not numbers"},
        {"y ~ poly(x, 5)",
         "'poly(x, 5)' needs more than 5 different values, and there are 5: a lower degree will do"},
        {"y ~ poly(large, 3)",
         "'poly(large, 3)' cannot be computed: powers of the values leave the range of numbers"},
        {"y ~ bs(x, df = 9)",
         "'bs(x, df = 9)' has more knots than the 6 values within its boundary: df is too large"},
        {"y ~ bs(x, knots = c(1, 5))",
         "'bs(x, knots = c(1, 5))': the knot 5 does not lie between -1 and 3, the ends of the range"},
        {"y ~ ns(x, knots = 1, Boundary.knots = c(1.5, 2))",
         "'ns(x, knots = 1, Boundary.knots = c(1.5, 2))': the knot 1 does not lie between 1.5 and 2, the "
         "ends of the "
         "range"},
        {"y ~ ns(zeros, df = 2)",
         "'ns(zeros, df = 2)': so many values are 0 that a knot would fall on the end of "
         "the range; choose knots = c(..) between 0 and 7"},
        {"y ~ bs(one)", "'bs(one)' needs at least two different values"},
        {"y ~ C(s, base = 4)", "base is level 4 of column 's', which has 3"},
        {"y ~ C(s, base = \"t\")", "column 's' has no level 't' in the rows used"},
    };
    logreg_frame *f = small_frame();
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        logreg_model *m = NULL;
        logreg_error err = {.message = ""};
        CU_ASSERT_EQUAL(logreg_fit_formula(&m, f, table[i].formula, NULL, &err), LOGREG_EDATA);
        CU_ASSERT_TRUE(same_text(err.message, table[i].want));
        CU_ASSERT_PTR_NULL(m);
        logreg_model_free(m);
    }
    logreg_frame_free(f);
}

/* Prediction from columns that will not do. */
static void says_what_new_data_lack(void)
{
    two_frames f = {0};
    char line[MOST_TEXT];
    fclose(open_reference(&f, line));
    logreg_model *m = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_fit_formula(&m, f.old, "y ~ log(a) + poly(b, 2) + C(s, sum)", NULL, NULL),
                          LOGREG_OK);
    CU_ASSERT_EQUAL(logreg_model_variables(m), 3);
    static const double a[] = {-2}, b[] = {1};
    static const char *const s[] = {"f"}, *const unseen[] = {"x"};
    static const char *const want[] = {
        "row 1: 'log(a)' is not a number where 'a' is -2", "the data lack column 'b', which the model needs",
        "row 1: column 's' has levels that the model never saw: 'x'; it knows 'f', 'm'"};
    for (int i = 0; i < 3; i++) {
        logreg_frame *new = NULL;
        logreg_error err = {.message = ""};
        CU_ASSERT_EQUAL_FATAL(logreg_frame_new(&new, NULL), LOGREG_OK);
        logreg_frame_add_numeric(new, "a", i ? b : a, 1, 1, NULL);
        if (i != 1)
            logreg_frame_add_numeric(new, "b", b, 1, 1, NULL);
        logreg_frame_add_category(new, "s", i == 2 ? unseen : s, 1, NULL);
        gsl_matrix *P = gsl_matrix_alloc(1, 2);
        CU_ASSERT_EQUAL(logreg_predict_proba_frame(m, new, P, &err), LOGREG_EDATA);
        CU_ASSERT_TRUE(same_text(err.message, want[i]));
        gsl_matrix_free(P);
        logreg_frame_free(new);
    }
    logreg_model_free(m);
    free_frames(&f);
}

/* The reference's new rows go from 0.5 to 11 for a and from 1985 to 2030 for t; the data that decided are within 1 .. 9 and 1990 .. 2020. */
static void tells_what_lies_beyond(void)
{
    two_frames f = {0};
    char line[MOST_TEXT];
    fclose(open_reference(&f, line));
    logreg_model *m = NULL;
    logreg_spline s;
    logreg_error err = {.message = ""};
    CU_ASSERT_EQUAL_FATAL(
        logreg_fit_formula(&m, f.old, "y ~ bs(log(a), df = 4) + ns(t, df = 2):s + poly(b, 2)", NULL, NULL),
        LOGREG_OK);
    CU_ASSERT_EQUAL(logreg_model_splines(m), 2);
    CU_ASSERT_EQUAL(logreg_model_spline(m, 2, f.new, &s, &err), LOGREG_EINVAL);
    CU_ASSERT_TRUE(same_text(err.message, "there is no spline 2: the model has 2"));
    for (size_t i = 0; i < 2; i++) {
        size_t column = logreg_frame_find(f.new, i ? "t" : "a"), n = 0;
        double low = INFINITY, high = -INFINITY, range[2] = {INFINITY, -INFINITY};
        for (size_t r = 0; r < OLD; r++) {
            low = fmin(low, logreg_frame_number(f.old, r, column));
            high = fmax(high, logreg_frame_number(f.old, r, column));
        }
        for (size_t r = 0; r < NEW; r++) {
            double x = logreg_frame_number(f.new, r, column);
            if (x >= low && x <= high)
                continue;
            n++;
            range[0] = fmin(range[0], x);
            range[1] = fmax(range[1], x);
        }
        CU_ASSERT_EQUAL(logreg_model_spline(m, i, f.new, &s, NULL), LOGREG_OK);
        CU_ASSERT_TRUE(n > 2 && s.n_rows == n && s.linear == (i == 1));
        CU_ASSERT_TRUE(same_text(s.name, i ? "ns(t, df = 2)" : "bs(log(a), df = 4)"));
        CU_ASSERT_TRUE(near_rel(s.boundary[0], i ? low : log(low), 1e-15) &&
                       near_rel(s.boundary[1], i ? high : log(high), 1e-15));
        CU_ASSERT_TRUE(near_rel(s.range[0], i ? range[0] : log(range[0]), 1e-15) &&
                       near_rel(s.range[1], i ? range[1] : log(range[1]), 1e-15));
        CU_ASSERT_EQUAL(logreg_model_spline(m, i, i ? f.old : NULL, &s, NULL), LOGREG_OK);
        CU_ASSERT_TRUE(s.n_rows == 0 && isnan(s.range[0]) && isnan(s.range[1]));
    }
    logreg_frame *lacks = NULL;
    static const double one = 1;
    CU_ASSERT_EQUAL_FATAL(logreg_frame_new(&lacks, NULL), LOGREG_OK);
    logreg_frame_add_numeric(lacks, "a", &one, 1, 1, NULL);
    CU_ASSERT_EQUAL(logreg_model_spline(m, 0, lacks, &s, &err), LOGREG_EDATA);
    CU_ASSERT_PTR_NOT_NULL(strstr(err.message, "which the model needs"));
    logreg_frame_free(lacks);
    logreg_model_free(m);
    free_frames(&f);
}

const test_case tests[] = {
    {"says what data cannot carry", says_what_data_cannot_carry},
    {"says what new data lack", says_what_new_data_lack},
    {"tells what lies beyond", tells_what_lies_beyond},
    {NULL, NULL},
};
