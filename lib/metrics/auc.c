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

/* Sum over the rows of R_i - R_(i-1) times P_i, recall and precision from the highest score on (as scikit-learn has it). */
static double average_precision(const logreg__ranked *ranked)
{
    logreg__sum sum = {0, 0}, events = {0, 0}, rows = {0, 0};
    for (size_t i = ranked->n; i-- > 0;) {
        const logreg__tie *tie = &ranked->tie[i];
        logreg__sum_add(&events, tie->events);
        logreg__sum_add(&rows, tie->events);
        logreg__sum_add(&rows, tie->others);
        logreg__sum_add(&sum, tie->events * (logreg__sum_value(events) / logreg__sum_value(rows)));
    }
    return logreg__sum_value(sum) / ranked->events;
}

logreg_status logreg__order_find(logreg__order *order, bool precision, const double *y, const double *p,
                                 const double *w, size_t n, int threads, logreg_error *err)
{
    bool applies;
    logreg_status status = logreg__placements_find(&applies, order, precision, y, p, w, n, threads, err);
    if (status != LOGREG_OK || applies)
        return status;
    logreg__ranked *ranked = NULL;
    status = logreg__ranked_new(&ranked, y, p, w, n, err);
    if (status != LOGREG_OK)
        return status;
    *order = (logreg__order){NAN, NAN, NAN};
    if (ranked->events > 0 && ranked->others > 0) {
        order->auc = area(ranked);
        order->std_error = standard_error(ranked, order->auc);
    }
    if (precision && ranked->events > 0)
        order->average_precision = average_precision(ranked);
    logreg__ranked_free(ranked);
    return LOGREG_OK;
}

logreg_status logreg_metric_auc(double *auc, double *se, const double *y, const double *p, const double *w,
                                size_t n, logreg_error *err)
{
    logreg__order order;
    logreg_status status = logreg__order_find(&order, false, y, p, w, n, 1, err);
    if (status == LOGREG_OK && auc)
        *auc = order.auc;
    if (status == LOGREG_OK && se)
        *se = order.std_error;
    return status;
}
