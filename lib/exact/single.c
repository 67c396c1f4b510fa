/* What the distribution of one statistic says of its coefficient: equations (91) and (92). */
#include <math.h>

#include "exact/tests.h"

/* Probabilities and scores that differ by less, relatively, are equal: they are sums in another order. */
#define EQUAL 1e-10

/* A tail at 0 that is as it should be but for this part, or a mean that is the value observed but for this part of the deviations from it, is so but for rounding. */
#define ROUNDED 1e-12

/* Halvings and doublings of a bracket: to the last bit, and from any scale. */
#define MOST_STEPS 2100

/* Where the coefficient is theta, per unit of the values: both tails, with the value observed, that value, and the mean less it. */
typedef struct {
    double lower, upper, own, ahead, apart, variance; /* apart: the mean distance from that value */
} tails;

static tails look(const logreg__distribution *d, double theta)
{
    double top = -INFINITY, total = 0;
    tails t = {0};
    for (size_t i = 0; i < d->n; i++)
        top = fmax(top, log(d->weight[i]) + theta * (double)(d->value[i] - d->value[d->observed]));
    for (int round = 0; round < 2; round++)
        for (size_t i = 0; i < d->n; i++) {
            double v = (double)(d->value[i] - d->value[d->observed]);
            double w = exp(log(d->weight[i]) + theta * v - top);
            if (round == 1) {
                t.variance += w / total * (v - t.ahead) * (v - t.ahead);
                continue;
            }
            total += w;
            t.ahead += w * v;
            t.apart += w * fabs(v);
            t.lower += i <= d->observed ? w : 0;
            t.upper += i >= d->observed ? w : 0;
            t.own += i == d->observed ? w : 0;
            if (i + 1 == d->n) {
                t.lower /= total;
                t.upper /= total;
                t.own /= total;
                t.ahead /= total;
                t.apart /= total;
            }
        }
    return t;
}

typedef enum { UPPER_TAIL, LOWER_TAIL, MEAN } quantity;

/* Each rises with theta. */
static double rising(const logreg__distribution *d, double theta, quantity what, double at)
{
    tails t = look(d, theta);
    return what == UPPER_TAIL ? t.upper - at : what == LOWER_TAIL ? at - t.lower : t.ahead;
}

static bool solved_by_zero(const logreg__distribution *d, quantity what, double at)
{
    return fabs(rising(d, 0, what, at)) <= ROUNDED * (what == MEAN ? look(d, 0).apart : at);
}

/* The theta at which a tail is `at`, or the mean is the value observed. */
static double solve(const logreg__distribution *d, quantity what, double at)
{
    double width = 1 / (double)(d->value[d->n - 1] - d->value[0]), low = -width, high = width;
    int steps = 0;
    if (solved_by_zero(d, what, at))
        return 0;
    for (; steps < MOST_STEPS && rising(d, low, what, at) > 0; steps++)
        low *= 2;
    for (; steps < MOST_STEPS && rising(d, high, what, at) < 0; steps++)
        high *= 2;
    for (; steps < MOST_STEPS; steps++) {
        double middle = low + (high - low) / 2;
        if (middle <= low || middle >= high)
            break;
        if (rising(d, middle, what, at) < 0)
            low = middle;
        else
            high = middle;
    }
    return low + (high - low) / 2;
}

void logreg__exact_test(logreg_exact *e, const logreg__distribution *d)
{
    tails t = look(d, 0);
    double total = 0, no_more = 0, as_far = 0, own = d->weight[d->observed];
    e->probability = t.own;
    e->p = fmin(1, 2 * fmin(t.lower, t.upper));
    e->p_mid = fmin(1, 2 * fmin(t.lower, t.upper) - t.own);
    e->score = d->n > 1 ? t.ahead * t.ahead / t.variance : 0;
    for (size_t i = 0; i < d->n; i++) {
        double far = (double)(d->value[i] - d->value[d->observed]) - t.ahead;
        total += d->weight[i];
        no_more += d->weight[i] <= own * (1 + EQUAL) ? d->weight[i] : 0;
        as_far += far * far >= t.ahead * t.ahead * (1 - EQUAL) ? d->weight[i] : 0;
    }
    e->p_probability = fmin(1, no_more / total);
    e->p_score = fmin(1, as_far / total);
}

void logreg__exact_estimate(logreg_exact *e, const logreg__distribution *d, double unit, double level)
{
    bool first = d->observed == 0, last = d->observed + 1 == d->n;
    e->low = -INFINITY;
    e->high = INFINITY;
    e->estimate = e->median_unbiased = NAN;
    if (first && last)
        return;
    double tail = (1 - level) / 2;
    double from = first ? NAN : solve(d, UPPER_TAIL, 0.5) / unit,
           to = last ? NAN : solve(d, LOWER_TAIL, 0.5) / unit;
    bool even = fabs(from + to) <= EQUAL * fabs(to - from); /* 0 but for rounding */
    e->median_unbiased = first ? to : last ? from : even ? 0 : (from + to) / 2;
    e->estimate = first ? -INFINITY : last ? INFINITY : solve(d, MEAN, 0) / unit;
    if (!first)
        e->low = solve(d, UPPER_TAIL, tail) / unit;
    if (!last)
        e->high = solve(d, LOWER_TAIL, tail) / unit;
}
