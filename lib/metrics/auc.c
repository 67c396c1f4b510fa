/* DeLong, DeLong & Clarke-Pearson (1988), in one walk over the sorted rows as Sun & Xu (2014) found.
 *
 * m events, n non-events. The placement of an event is the share of non-events below it, ties counting one
 * half; that of a non-event the share of events above it. The AUC is the mean placement of the events (and of
 * the non-events); with S10 and S01 the variances of the two kinds, var(AUC) = S10 / m + S01 / n. Rows that all count once
 * have a file of their own, placements.c. */
#include <logreg/metrics.h>

#include "base/sum.h"
#include "metrics/placements.h"
#include "metrics/ranked.h"

static double area(const logreg__ranked *ranked)
{
    logreg__sum sum = {0, 0}, below = {0, 0};
    for (size_t i = 0; i < ranked->n; i++) {
        const logreg__tie *tie = &ranked->tie[i];
        logreg__sum_add(&sum, tie->events * (logreg__sum_value(below) + tie->others / 2));
        logreg__sum_add(&below, tie->others);
    }
    return logreg__sum_value(sum) / (ranked->events * ranked->others);
}

static double standard_error(const logreg__ranked *ranked, double auc)
{
    double m = ranked->events, n = ranked->others;
    if (!(m > 1 && n > 1))
        return NAN;
    logreg__sum s10 = {0, 0}, s01 = {0, 0}, others_below = {0, 0}, events_below = {0, 0};
    for (size_t i = 0; i < ranked->n; i++) {
        const logreg__tie *tie = &ranked->tie[i];
        double event = (logreg__sum_value(others_below) + tie->others / 2) / n - auc;
        double other = (m - logreg__sum_value(events_below) - tie->events / 2) / m - auc;
        logreg__sum_add(&s10, tie->events * event * event);
        logreg__sum_add(&s01, tie->others * other * other);
        logreg__sum_add(&others_below, tie->others);
        logreg__sum_add(&events_below, tie->events);
    }
    return sqrt(logreg__sum_value(s10) / (m - 1) / m + logreg__sum_value(s01) / (n - 1) / n);
}

logreg_status logreg__auc(double *auc, double *se, const double *y, const double *p, const double *w,
                          size_t n, int threads, logreg_error *err)
{
    bool applies;
    double whole, error;
    logreg_status status = logreg__placements_auc(&applies, &whole, &error, y, p, w, n, threads, err);
    if (status != LOGREG_OK || applies) {
        if (status == LOGREG_OK && auc)
            *auc = whole;
        if (status == LOGREG_OK && se)
            *se = error;
        return status;
    }
    logreg__ranked *ranked = NULL;
    status = logreg__ranked_new(&ranked, y, p, w, n, err);
    if (status != LOGREG_OK)
        return status;
    bool defined = !ranked->unordered && ranked->events > 0 && ranked->others > 0;
    double value = defined ? area(ranked) : NAN;
    if (auc)
        *auc = value;
    if (se)
        *se = defined ? standard_error(ranked, value) : NAN;
    logreg__ranked_free(ranked);
    return LOGREG_OK;
}

logreg_status logreg_metric_auc(double *auc, double *se, const double *y, const double *p, const double *w,
                                size_t n, logreg_error *err)
{
    return logreg__auc(auc, se, y, p, w, n, 1, err);
}
