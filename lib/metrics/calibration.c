/* The logistic regression of the outcome on a linear predictor: Newton's method in one or two coefficients, equation (105). */
#include <math.h>

#include <gsl/gsl_cdf.h>
#include <logreg/metrics.h>

#include "base/sum.h"

#define MOST_STEPS 60
#define MOST_HALVINGS 40

/* Newton's decrements square: behind one that is this small the next is rounding. */
#define NEAR 1e-8

/* So near to the maximum a step's gain drowns in the rounding of the loss, and the step is right. */
#define CLOSE 1e-4

/* lambda R below this proves that there is a maximum, equation (7). */
#define PROOF 0.5

/* Where all log-odds are within this much of their size of each other, they are the same. */
#define SAME 1e-12

typedef struct {
    const double *y, *eta, *w;
    size_t n;
    double centre, scale; /* t = (eta - centre) / scale has mean 0 and variance 1 */
} rows_of;

/* The loss of a + b t, its gradient and information, in a and b. */
typedef struct {
    double loss, g[2], H[3]; /* aa, ab, bb */
} point;

static double weight(const rows_of *r, size_t i)
{
    return r->w ? r->w[i] : 1;
}

static point look(const rows_of *r, double a, double b)
{
    logreg__sum loss = {0, 0}, ga = {0, 0}, gb = {0, 0};
    point at = {0};
    for (size_t i = 0; i < r->n; i++) {
        double w = weight(r, i);
        if (!(w > 0))
            continue;
        double t = (r->eta[i] - r->centre) / r->scale, x = a + b * t, y = r->y[i];
        double e = exp(-fabs(x)), large = 1 / (1 + e), mu = x < 0 ? e * large : large,
               rest = x < 0 ? large : e * large;
        double off = w * ((1 - y) * mu - y * rest), s = w * mu * rest;
        logreg__sum_add(&loss, w * (fmax(x, 0) - y * x + log1p(e)));
        logreg__sum_add(&ga, off);
        logreg__sum_add(&gb, off * t);
        at.H[0] += s;
        at.H[1] += s * t;
        at.H[2] += s * t * t;
    }
    at.loss = logreg__sum_value(loss);
    at.g[0] = logreg__sum_value(ga);
    at.g[1] = logreg__sum_value(gb);
    return at;
}

/* inv(H) g; with one coefficient, that of a alone. NaN: H is singular. */
static void find_step(double step[2], const point *at, int coefficients)
{
    double det = at->H[0] * at->H[2] - at->H[1] * at->H[1];
    if (coefficients == 1) {
        step[0] = at->g[0] / at->H[0];
        step[1] = 0;
        return;
    }
    step[0] = (at->H[2] * at->g[0] - at->H[1] * at->g[1]) / det;
    step[1] = (at->H[0] * at->g[1] - at->H[1] * at->g[0]) / det;
}

/* The largest length of (1, t), or of 1 alone, in the metric of inv(H): equation (7). */
static double reach(const rows_of *r, const point *at, int coefficients)
{
    double det = at->H[0] * at->H[2] - at->H[1] * at->H[1], square = 0;
    if (coefficients == 1)
        return 1 / sqrt(at->H[0]);
    for (size_t i = 0; i < r->n; i++) {
        double t = (r->eta[i] - r->centre) / r->scale;
        if (weight(r, i) > 0)
            square = fmax(square, (at->H[2] - 2 * t * at->H[1] + t * t * at->H[0]) / det);
    }
    return sqrt(square);
}

/* From a and b to the maximum, of a alone or of both. false: there is none that is finite. */
static bool climb(point *at, double *a, double *b, const rows_of *r, int coefficients)
{
    double step[2];
    *at = look(r, *a, *b);
    for (int i = 0; i < MOST_STEPS; i++) {
        find_step(step, at, coefficients);
        double decrement = sqrt(fmax(0, step[0] * at->g[0] + step[1] * at->g[1])), t = 1;
        if (!isfinite(step[0]) || !isfinite(step[1]))
            return false;
        point next = look(r, *a - step[0], *b - step[1]);
        for (int halving = 0; halving < MOST_HALVINGS && decrement > CLOSE && !(next.loss <= at->loss);
             halving++) {
            t /= 2;
            next = look(r, *a - t * step[0], *b - t * step[1]);
        }
        *a -= t * step[0];
        *b -= t * step[1];
        *at = next;
        if (decrement <= NEAR) /* as it also is where the maximum is at infinity */
            return decrement * reach(r, at, coefficients) < PROOF;
    }
    return false;
}

/* Centre and scale. false: some log-odds are infinite, all are the same, or there is one class alone. */
static bool measure(rows_of *r)
{
    logreg__sum total = {0, 0}, events = {0, 0}, sum = {0, 0}, square = {0, 0};
    double largest = 0;
    for (size_t i = 0; i < r->n; i++) {
        double w = weight(r, i);
        if (!(w > 0))
            continue;
        if (!isfinite(r->eta[i]))
            return false;
        logreg__sum_add(&total, w);
        logreg__sum_add(&events, w * r->y[i]);
        logreg__sum_add(&sum, w * r->eta[i]);
        largest = fmax(largest, fabs(r->eta[i]));
    }
    double n = logreg__sum_value(total), events_n = logreg__sum_value(events);
    r->centre = logreg__sum_value(sum) / n;
    for (size_t i = 0; i < r->n; i++) {
        double off = r->eta[i] - r->centre, w = weight(r, i);
        if (w > 0)
            logreg__sum_add(&square, w * off * off);
    }
    r->scale = sqrt(logreg__sum_value(square) / n);
    if (!(r->scale > SAME * largest))
        r->scale = 0;
    return n > 0 && events_n > 0 && events_n < n;
}

static void calibrate_in_the_large(logreg_calibration *c, const rows_of *of)
{
    rows_of r = *of;
    double a = 0, b = 1;
    point at;
    r.centre = 0;
    r.scale = 1;
    if (!climb(&at, &a, &b, &r, 1))
        return;
    c->in_the_large = a;
    c->in_the_large_error = 1 / sqrt(at.H[0]);
}

static void calibrate(logreg_calibration *c, const rows_of *r)
{
    double a = r->centre, b = r->scale; /* log-odds as they are */
    point at, start = look(r, a, b);
    if (!climb(&at, &a, &b, r, 2))
        return;
    double det = at.H[0] * at.H[2] - at.H[1] * at.H[1], m = r->centre / r->scale;
    c->slope = b / r->scale;
    c->slope_error = sqrt(at.H[0] / det) / r->scale;
    c->intercept = a - b * m;
    c->intercept_error = sqrt((at.H[2] + 2 * m * at.H[1] + m * m * at.H[0]) / det);
    c->statistic = fmax(0, 2 * (start.loss - at.loss));
    c->p = gsl_cdf_chisq_Q(c->statistic, 2);
}

void logreg_metric_calibration(logreg_calibration *c, const double *y, const double *eta, const double *w,
                               size_t n)
{
    rows_of r = {.y = y, .eta = eta, .w = w, .n = n};
    *c = (logreg_calibration){NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN};
    if (!measure(&r))
        return;
    calibrate_in_the_large(c, &r);
    if (r.scale > 0)
        calibrate(c, &r);
}
