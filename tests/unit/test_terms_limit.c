/* Likelihood-ratio tests of terms where classes are separated: what is fitted without the term, itself separated or not, has the likelihood that the
 * test compares with. */
#include "harness.h"

#include <math.h>
#include <string.h>

#include <logreg.h>

#include "frames.h"
#include "studied.h"

/* Of twice a difference of log-likelihoods about 10. */
#define TOL_STATISTIC 1e-9

static double log_likelihood(const logreg_frame *frame, const char *formula, const char *strata)
{
    logreg_options o = logreg_options_default();
    o.strata = strata;
    logreg_model *m = fit_frame(frame, formula, &o);
    double l = logreg_model_log_likelihood(m);
    logreg_model_free(m);
    return l;
}

/* Each term, with its degrees of freedom, and the formula without it (NULL: nothing is told of it). */
typedef struct {
    const char *term, *without;
    double df;
} expected;

static void agree(logreg_frame *frame, const char *formula, const char *strata, const expected *want,
                  size_t n)
{
    logreg_options o = logreg_options_default();
    o.strata = strata;
    double whole = log_likelihood(frame, formula, strata);
    studied s = study_frame(frame, formula, &o, 1);
    logreg_term_test got[8];
    CU_ASSERT_NOT_EQUAL(logreg_model_separation(s.model), LOGREG_SEPARATION_NONE);
    CU_ASSERT_EQUAL_FATAL(logreg_study_term_count(s.study), n);
    CU_ASSERT_EQUAL_FATAL(logreg_study_terms(got, s.study, NULL), LOGREG_OK);
    for (size_t i = 0; i < n; i++) {
        CU_ASSERT_STRING_EQUAL(logreg_study_term_name(s.study, i), want[i].term);
        CU_ASSERT_EQUAL(got[i].lr.df, want[i].df);
        CU_ASSERT_TRUE(isnan(got[i].score.statistic) && isnan(got[i].wald.statistic));
        if (want[i].without)
            CU_ASSERT_TRUE(near_abs(got[i].lr.statistic,
                                    2 * (whole - log_likelihood(s.frame, want[i].without, strata)),
                                    TOL_STATISTIC))
        else
            CU_ASSERT_TRUE(isnan(got[i].lr.statistic))
    }
    studied_free(&s);
}

static void many_classes(void)
{
    static const expected want[] = {
        {"sepal_length", "species ~ sepal_width + petal_length + petal_width", 2},
        {"sepal_width", "species ~ sepal_length + petal_length + petal_width", 2},
        {"petal_length", "species ~ sepal_length + sepal_width + petal_width", 2},
        {"petal_width", "species ~ sepal_length + sepal_width + petal_length", 2},
    };
    agree(frame_of_file("datasets/iris.csv"), "species ~ .", NULL, want, sizeof want / sizeof *want);
}

enum { ROWS = 24 };

/* Two numbers, their sum, a category whose last level has events alone. */
static logreg_frame *frame_with_sum(void)
{
    static const double a[ROWS] = {1, 4, 2, 5, 3, 6, 2, 7, 1, 3, 5, 4, 6, 2, 1, 5, 7, 3, 2, 6, 4, 1, 3, 5},
                        b[ROWS] = {2, 1, 5, 3, 2, 4, 1, 1, 3, 5, 2, 4, 3, 3, 1, 5, 2, 4, 2, 1, 3, 5, 1, 4},
                        y[ROWS] = {0, 1, 0, 1, 1, 0, 0, 1, 0, 1, 1, 0, 1, 0, 1, 0, 1, 1, 1, 1, 1, 1, 1, 1},
                        set[ROWS] = {1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4, 5, 5, 5, 6, 6, 6, 7, 7, 7, 8, 8, 8};
    const char *g[ROWS];
    double c[ROWS];
    for (size_t i = 0; i < ROWS; i++) {
        c[i] = a[i] + b[i];
        g[i] = i >= 18 ? "w" : i % 2 ? "v" : "u";
    }
    logreg_frame *frame = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_frame_new(&frame, NULL), LOGREG_OK);
    logreg_frame_add_numeric(frame, "y", y, ROWS, 1, NULL);
    logreg_frame_add_numeric(frame, "a", a, ROWS, 1, NULL);
    logreg_frame_add_numeric(frame, "b", b, ROWS, 1, NULL);
    logreg_frame_add_numeric(frame, "c", c, ROWS, 1, NULL);
    logreg_frame_add_category(frame, "g", g, ROWS, NULL);
    logreg_frame_add_numeric(frame, "set", set, ROWS, 1, NULL);
    return frame;
}

/* Without a the sum comes back for it, so that a has no columns of its own. */
static void aliased(void)
{
    static const expected want[] = {
        {"a", NULL, 0}, {"b", NULL, 0}, {"c", NULL, 0}, {"g", "y ~ a + b + c", 2}};
    agree(frame_with_sum(), "y ~ a + b + c + g", NULL, want, sizeof want / sizeof *want);
}

static void interaction(void)
{
    static const expected want[] = {{"a", "y ~ g", 1}, {"g", "y ~ a", 2}, {"a:g", "y ~ a + g", 2}};
    logreg_frame *frame = frame_with_sum();
    logreg_options o = logreg_options_default();
    studied s = study_frame(frame, "y ~ a * g", &o, 1);
    logreg_term_test got[3];
    CU_ASSERT_EQUAL_FATAL(logreg_study_terms(got, s.study, NULL), LOGREG_OK);
    double both = log_likelihood(s.frame, "y ~ a + g", NULL),
           whole = log_likelihood(s.frame, "y ~ a * g", NULL);
    for (size_t i = 0; i < 3; i++) {
        double larger = i < 2 ? both : whole;
        CU_ASSERT_EQUAL(got[i].lr.df, want[i].df);
        CU_ASSERT_TRUE(near_abs(got[i].lr.statistic,
                                2 * (larger - log_likelihood(s.frame, want[i].without, NULL)),
                                TOL_STATISTIC));
    }
    studied_free(&s);
}

const test_case tests[] = {{"several classes", many_classes},
                           {"aliased columns", aliased},
                           {"terms that others contain", interaction},
                           {NULL, NULL}};
