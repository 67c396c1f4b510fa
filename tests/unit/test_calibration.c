/* Calibration against fits of the outcome to the log-odds, and where it has no meaning. */
#include "harness.h"

#include <math.h>
#include <string.h>

#include <logreg.h>

#include "frames.h"

enum { N = 60 };

typedef struct {
    double eta[N], y[N], w[N];
} rows;

static rows make_rows(double scale, double shift)
{
    rows r;
    for (size_t i = 0; i < N; i++) {
        r.eta[i] = shift + scale * sin((double)i * 2.3) * 3;
        r.y[i] = fmod((double)i * 0.6180339887498949, 1) < logreg_sigmoid(0.4 + 1.5 * sin((double)i * 2.3));
        r.w[i] = (double)(1 + i % 3);
    }
    return r;
}

/* The same by a fit with frequencies. */
static bool fits(const rows *r, double tolerance)
{
    logreg_options o = logreg_options_default(), offset = o;
    o.weights = offset.weights = "x2";
    offset.offset = "x1";
    logreg_frame *frame = frame_of_two(r->eta, r->w, 1, r->y, N);
    logreg_model *both = fit_frame(frame, "y ~ x1", &o), *one = fit_frame(frame, "y ~ 1", &offset);
    logreg_calibration c;
    logreg_metric_calibration(&c, r->y, r->eta, r->w, N);
    /* what the log-odds as they are lose */
    double as_they_are = 0;
    for (size_t i = 0; i < N; i++)
        as_they_are += r->w[i] * logreg_log_sigmoid(r->y[i] > 0 ? r->eta[i] : -r->eta[i]);
    double statistic = 2 * (logreg_model_log_likelihood(both) - as_they_are);
    bool ok = near_rel(c.slope, logreg_model_coefficient(both, 1, 1), tolerance) &&
              near_rel(c.intercept, logreg_model_coefficient(both, 1, 0), tolerance) &&
              near_rel(c.slope_error, sqrt(logreg_model_covariance(both, 1, 1, 1, 1)), tolerance) &&
              near_rel(c.intercept_error, sqrt(logreg_model_covariance(both, 1, 0, 1, 0)), tolerance) &&
              near_rel(c.in_the_large, logreg_model_coefficient(one, 1, 0), tolerance) &&
              near_rel(c.in_the_large_error, sqrt(logreg_model_covariance(one, 1, 0, 1, 0)), tolerance) &&
              near_rel(c.statistic, statistic, 1e-9) && near_abs(c.p, exp(-statistic / 2), 1e-12);
    logreg_model_free(both);
    logreg_model_free(one);
    logreg_frame_free(frame);
    return ok;
}

static void as_fitted(void)
{
    rows r = make_rows(1, 0.3);
    CU_ASSERT_TRUE(fits(&r, 1e-10));
    r = make_rows(0.01, -4);
    CU_ASSERT_TRUE(fits(&r, 1e-8));
    r = make_rows(8, 2); /* far too extreme */
    CU_ASSERT_TRUE(fits(&r, 1e-10));
}

/* Those of a maximum of the likelihood have slope 1 and intercept 0. */
static void of_a_maximum(void)
{
    rows r = make_rows(1, 0.3);
    logreg_calibration c, again;
    logreg_metric_calibration(&c, r.y, r.eta, NULL, N);
    for (size_t i = 0; i < N; i++)
        r.eta[i] = c.intercept + c.slope * r.eta[i];
    logreg_metric_calibration(&again, r.y, r.eta, NULL, N);
    CU_ASSERT_TRUE(near_abs(again.slope, 1, 1e-12) && near_abs(again.intercept, 0, 1e-12) &&
                   near_abs(again.in_the_large, 0, 1e-12) && near_abs(again.statistic, 0, 1e-10));
    CU_ASSERT_TRUE(near_rel(again.slope_error, c.slope_error / c.slope, 1e-10));
}

/* Rows of weight 0 count nowhere; a share of events is as many of each. */
static void weights_and_shares(void)
{
    static const double eta[] = {-1, 0, 2, 50, NAN}, share[] = {0.25, 0.5, 0.75, 0, 1}, w[] = {4, 2, 4, 0, 0};
    static const double single[] = {-1, -1, -1, -1, 0, 0, 2, 2, 2, 2}, y[] = {1, 0, 0, 0, 1, 0, 1, 1, 1, 0};
    logreg_calibration a, b;
    logreg_metric_calibration(&a, share, eta, w, 5);
    logreg_metric_calibration(&b, y, single, NULL, 10);
    CU_ASSERT_TRUE(near_rel(a.slope, b.slope, 1e-12) && near_rel(a.slope_error, b.slope_error, 1e-12) &&
                   near_rel(a.in_the_large, b.in_the_large, 1e-12) && near_rel(a.p, b.p, 1e-12));
}

static bool none(const logreg_calibration *c)
{
    return isnan(c->slope) && isnan(c->intercept) && isnan(c->slope_error) && isnan(c->p);
}

static void without_meaning(void)
{
    static const double y[] = {0, 0, 1, 1, 1}, apart[] = {-2, -1, 1, 2, 3}, touching[] = {-2, 1, 1, 2, 3},
                        same[] = {0.3, 0.3, 0.3, 0.3, 0.3}, infinite[] = {-INFINITY, -1, 1, 2, -3},
                        zeros[] = {0, 0, 0, 0, 0}, reversed[] = {3, 2, 1, 0, -1};
    logreg_calibration c;
    logreg_metric_calibration(&c, y, apart, NULL, 5);
    CU_ASSERT_TRUE(none(&c) && isfinite(c.in_the_large));
    logreg_metric_calibration(&c, y, touching, NULL, 5);
    CU_ASSERT_TRUE(none(&c));
    logreg_metric_calibration(&c, y, reversed, NULL, 5);
    CU_ASSERT_TRUE(none(&c));
    logreg_metric_calibration(&c, y, same, NULL, 5);
    CU_ASSERT_TRUE(none(&c) && near_abs(c.in_the_large, log(1.5) - 0.3, 1e-12));
    logreg_metric_calibration(&c, y, infinite, NULL, 5);
    CU_ASSERT_TRUE(none(&c) && isnan(c.in_the_large));
    logreg_metric_calibration(&c, zeros, apart, NULL, 5);
    CU_ASSERT_TRUE(none(&c) && isnan(c.in_the_large));
    logreg_metric_calibration(&c, NULL, NULL, NULL, 0);
    CU_ASSERT_TRUE(none(&c) && isnan(c.in_the_large));
}

const test_case tests[] = {
    {"as a fit to the log-odds has it", as_fitted},
    {"at a maximum", of_a_maximum},
    {"weights and shares", weights_and_shares},
    {"where it has no meaning", without_meaning},
    {NULL, NULL},
};
