/* What cannot be fitted, each with its sentence. */
#include "harness.h"

#include <math.h>
#include <string.h>

#include <logreg/model.h>

#include "oom.h"
#include "sample.h"

static void matrices_that_cannot_be_fitted(void)
{
    double X[] = {1, 2, 3, 4, 5, 6}, y[] = {0, 1, 0, 1, 0, 1};
    struct {
        size_t n, p, n_y;
        int bad; /* what is spoilt */
        logreg_status status;
        const char *message;
    } cases[] = {
        {6, 1, 5, 0, LOGREG_EINVAL, "y has 5 entries for 6 rows"},
        {6, 1, 6, 1, LOGREG_EINVAL, "X[2, 0] is nan; it must be finite"},
        {6, 1, 6, 2, LOGREG_EDATA, "y[3] is 0.5; classes are coded 0, 1, 2 and so on"},
        {6, 1, 6, 3, LOGREG_EDATA, "y[3] is -1; classes are coded 0, 1, 2 and so on"},
        {6, 1, 6, 4, LOGREG_EDATA, "no row has class 1, though there is a class 2"},
        {6, 1, 6, 5, LOGREG_EDATA,
         "the target 'y' has one class only, '0': a fit needs rows of at least two classes"},
        {6, 1, 6, 6, LOGREG_EINVAL,
         "there is no solver 'simplex'; there are auto, newton, lbfgs, gd, sgd, adam, cd, newton-cg, dual"},
        {6, 1, 6, 7, LOGREG_EINVAL, "tol is 0; it must be a positive number"},
        {6, 1, 6, 8, LOGREG_EINVAL, "momentum is 1; it must be at least 0 and less than 1"},
        {6, 1, 6, 9, LOGREG_EINVAL, "threads is -1; it must be positive, or 0 for one a processor"},
        {6, 1, 6, 10, LOGREG_EDATA,
         "row 2: the weight in column '(weights)' is -1; weights count rows and must be 0 or more"},
        {6, 1, 6, 11, LOGREG_EINVAL,
         "weights, offset, trials, positive, strata, clusters, sampling_weights, survey_strata and "
         "calibrate_group name columns of a "
         "frame; give weight_values, offset_values and the like with a matrix"},
        {6, 1, 6, 12, LOGREG_EDATA, "y has codes up to 1e+06 but only 6 rows"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        double Xc[6], yc[6], w[] = {1, -1, 1, 1, 1, 1};
        memcpy(Xc, X, sizeof X);
        memcpy(yc, y, sizeof y);
        logreg_options options = logreg_options_default();
        gsl_vector_view wv = gsl_vector_view_array(w, 6);
        int bad = cases[i].bad;
        if (bad == 1)
            Xc[2] = NAN;
        if (bad >= 2 && bad <= 3)
            yc[3] = bad == 2 ? 0.5 : -1;
        for (int j = 0; j < 6 && (bad == 4 || bad == 5); j++)
            yc[j] = bad == 4 ? 2 * y[j] : 0;
        if (bad == 6)
            options.solver = "simplex";
        if (bad == 7)
            options.tol = 0;
        if (bad == 8)
            options.momentum = 1;
        if (bad == 9)
            options.threads = -1;
        if (bad == 10)
            options.weight_values = &wv.vector;
        if (bad == 11)
            options.weights = "w";
        if (bad == 12)
            yc[0] = 1e6;
        gsl_matrix_view Xv = gsl_matrix_view_array(Xc, cases[i].n, cases[i].p);
        gsl_vector_view yv = gsl_vector_view_array(yc, cases[i].n_y);
        logreg_model *m = NULL;
        logreg_error err = {.message = ""};
        CU_ASSERT_EQUAL(logreg_fit(&m, &Xv.matrix, &yv.vector, &options, &err), cases[i].status);
        CU_ASSERT_TRUE(same_text(err.message, cases[i].message));
        CU_ASSERT_EQUAL(logreg_fit(&m, &Xv.matrix, &yv.vector, &options, NULL), cases[i].status);
        CU_ASSERT_PTR_NULL(m);
    }
}

static void frames_that_cannot_be_fitted(void)
{
    static const double x[] = {1, 2, 3, 4}, share[] = {0.5, 0.1, 1, 0}, trials[] = {3, 3, 3, 2.5},
                        nothing[] = {NAN, NAN, NAN, NAN};
    static const double events[] = {1, 2, 4, 0}, y[] = {0, 1, 1, 0};
    static const char *const label[] = {"a", "b", "b", "a"}, *const same[] = {"a", "a", "a", "a"};
    logreg_frame *frame = NULL;
    bool ok = logreg_frame_new(&frame, NULL) == LOGREG_OK &&
              logreg_frame_add_numeric(frame, "x", x, 4, 1, NULL) == LOGREG_OK &&
              logreg_frame_add_numeric(frame, "share", share, 4, 1, NULL) == LOGREG_OK &&
              logreg_frame_add_numeric(frame, "trials", trials, 4, 1, NULL) == LOGREG_OK &&
              logreg_frame_add_numeric(frame, "events", events, 4, 1, NULL) == LOGREG_OK &&
              logreg_frame_add_numeric(frame, "y", y, 4, 1, NULL) == LOGREG_OK &&
              logreg_frame_add_numeric(frame, "nothing", nothing, 4, 1, NULL) == LOGREG_OK &&
              logreg_frame_add_category(frame, "label", label, 4, NULL) == LOGREG_OK &&
              logreg_frame_add_category(frame, "same", same, 4, NULL) == LOGREG_OK;
    CU_ASSERT_TRUE_FATAL(ok);
    static const struct {
        const char *formula, *positive, *weights, *trials, *message;
    } cases[] = {
        {"share ~ x", NULL, NULL, NULL,
         "row 1: the target 'share' holds 0.5: shares of events need the number of trials, so give counts of "
         "events "
         "and "
         "--trials"},
        {"events ~ x", NULL, NULL, "trials",
         "row 3: 4 events in column 'events' of 3 trials; events are whole numbers from 0 to the trials"},
        {"y ~ x", NULL, NULL, "trials", "row 4: 2.5 trials in column 'trials'; trials are whole numbers"},
        {"label ~ x", "c", NULL, NULL, "the target 'label' has no class 'c'; it has 'a' and 'b'"},
        {"label ~ x", NULL, "label", NULL,
         "column 'label' cannot give the weights: it holds text, not numbers"},
        {"label ~ x", NULL, "wieght", NULL, "there is no column 'wieght' to take the weights from"},
        {"label ~ x", NULL, NULL, "trails",
         "there is no column 'trails' to take the trials from; did you mean 'trials'?"},
        {"label ~ x + nothing", NULL, NULL, NULL,
         "no rows are left to fit: every row has a missing value; column 'nothing' is missing in 4 of 4 "
         "rows: --formula 'label ~ x' keeps 4 rows more"},
        {"label ~ nothing", NULL, NULL, NULL,
         "no rows are left to fit: each of the 4 has a missing value, 4 of them in column 'nothing'; leave "
         "it out, --formula 'label ~ 1'"},
        {"same ~ x", NULL, NULL, NULL,
         "the target 'same' has one class only, 'a': a fit needs rows of at least two classes"},
        {"label ~ 0", NULL, NULL, NULL,
         "the formula leaves neither a term nor an intercept: there is nothing to estimate"},
        {"label ~ x", NULL, NULL, "trials",
         "with trials the target counts events, but column 'label' holds text"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        logreg_options options = logreg_options_default();
        options.positive = cases[i].positive;
        options.weights = cases[i].weights;
        options.trials = cases[i].trials;
        logreg_model *m = NULL;
        logreg_error err = {.message = ""};
        CU_ASSERT_NOT_EQUAL(logreg_fit_formula(&m, frame, cases[i].formula, &options, &err), LOGREG_OK);
        CU_ASSERT_TRUE(same_text(err.message, cases[i].message));
        CU_ASSERT_PTR_NULL(m);
    }
    logreg_frame_free(frame);
}

/* Within reach of doubles scales do not matter; beyond, a variance would be 0 or infinite, and the fit is refused. */
static void scales_beyond_doubles_are_refused(void)
{
    static const struct {
        double scale;
        const char *want;
    } cases[] = {
        {1e100, NULL},
        {1e-100, NULL},
        {1e200,
         "the standard deviation of 'x1' is 1.4e+200: its coefficient's variance would be beyond what a "
         "double holds; multiply it by a constant so that it lies between 1e-120 and 1e120"},
        {1e-200,
         "the standard deviation of 'x1' is 1.4e-200: its coefficient's variance would be beyond what a "
         "double holds; multiply it by a constant so that it lies between 1e-120 and 1e120"},
        {3e307,
         "the standard deviation of 'x1' is beyond 1e308: its coefficient's variance would be beyond what "
         "a double holds; multiply it by a constant so that it lies between 1e-120 and 1e120"},
    };
    static const double y[] = {0, 1, 0, 1, 1};
    double plain[] = {1, 2, 3, 4, 5};
    logreg_model *unit = fit_rows(plain, y, 5, 1, NULL);
    double beta = logreg_model_coefficient(unit, 1, 1), se = sqrt(logreg_model_covariance(unit, 1, 1, 1, 1));
    logreg_model_free(unit);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        double X[5], scale = cases[i].scale;
        for (int r = 0; r < 5; r++)
            X[r] = plain[r] * scale;
        gsl_matrix_const_view Xv = gsl_matrix_const_view_array(X, 5, 1);
        gsl_vector_const_view yv = gsl_vector_const_view_array(y, 5);
        logreg_model *m = NULL;
        logreg_error err = {.message = ""};
        logreg_status status = logreg_fit(&m, &Xv.matrix, &yv.vector, NULL, &err);
        CU_ASSERT_EQUAL(status, cases[i].want ? LOGREG_EDATA : LOGREG_OK);
        if (cases[i].want)
            CU_ASSERT_TRUE(same_text(err.message, cases[i].want));
        if (!m)
            continue;
        CU_ASSERT_TRUE(near_rel(logreg_model_coefficient(m, 1, 1) * scale, beta, 1e-12));
        CU_ASSERT_TRUE(near_rel(sqrt(logreg_model_covariance(m, 1, 1, 1, 1)) * scale, se, 1e-12));
        logreg_model_free(m);
    }
}

static bool fit_filled(void *column)
{
    static const double y[] = {0, 1, 0, 1, 1};
    gsl_matrix_const_view Xv = gsl_matrix_const_view_array(column, 5, 1);
    gsl_vector_const_view yv = gsl_vector_const_view_array(y, 5);
    logreg_model *m = NULL;
    logreg_error err = {.message = ""};
    logreg_status status = logreg_fit(&m, &Xv.matrix, &yv.vector, NULL, &err);
    return !m && (status == LOGREG_ENOMEM ||
                  (status == LOGREG_EDATA && strstr(err.message, "what a double holds; if ")));
}

/* One number beyond all measure may stand for a missing value. */
static void what_fills_a_column_is_asked_for(void)
{
    double above[] = {1, 1.7e308, 3, 4, 5}, below[] = {1, -1.7e308, 3, 4, -1.7e308};
    CU_ASSERT_TRUE(fit_filled(below));
    CU_ASSERT_TRUE(oom_each(fit_filled, above));
}

const test_case tests[] = {
    {"what fills a column is asked for", what_fills_a_column_is_asked_for},
    {"matrices that cannot be fitted", matrices_that_cannot_be_fitted},
    {"frames that cannot be fitted", frames_that_cannot_be_fitted},
    {"scales beyond doubles are refused", scales_beyond_doubles_are_refused},
    {NULL, NULL},
};
