/* Losses as metrics of the table, as functions of their own, and in tests of two models. */
#include <math.h>

#include "metrics/losses.h"
#include "metrics/many.h"
#include "metrics/sheet.h"
#include "metrics/versus.h"

static double mean_of(const logreg__loss *loss, const double *y, const double *p, const double *w, size_t n,
                      size_t K)
{
    const logreg_labelled rows = {.n = n, .n_classes = K, .y = y, .p = p, .w = w};
    return logreg__loss_mean(loss, &rows).value;
}

double logreg_metric_log_loss(const double *y, const double *p, const double *w, size_t n)
{
    return mean_of(&logreg__loss_log, y, p, w, n, 2);
}

double logreg_metric_brier(const double *y, const double *p, const double *w, size_t n)
{
    return mean_of(&logreg__loss_brier, y, p, w, n, 2);
}

double logreg__many_brier(const double *y, const double *P, const double *w, size_t n, size_t K)
{
    return mean_of(&logreg__loss_brier, y, P, w, n, K);
}

/* ---- The table ---- */

logreg_measure logreg__log_loss(const logreg__sheet *s)
{
    return logreg__loss_mean(&logreg__loss_log, s->rows);
}

logreg_measure logreg__brier(const logreg__sheet *s)
{
    return logreg__loss_mean(&logreg__loss_brier, s->rows);
}

logreg_measure logreg__mae(const logreg__sheet *s)
{
    return logreg__loss_mean(&logreg__loss_absolute, s->rows);
}

/* ---- Two sets of probabilities of the same rows ---- */

static void compare(logreg_metric_test *test, const logreg__loss *loss, const logreg_labelled *rows,
                    const double *other_p)
{
    logreg_labelled other = *rows;
    other.p = other_p;
    const logreg_labelled *of[2] = {rows, &other};
    for (int k = 0; k < 2; k++) {
        logreg_measure m = logreg__loss_mean(loss, of[k]);
        test->value[k] = m.value;
        test->std_error[k] = m.std_error;
    }
    logreg_measure more = logreg__loss_difference(loss, rows, other_p);
    if (isfinite(more.value)) {
        test->difference = more.value;
        test->difference_error = more.std_error;
    }
}

void logreg__compare_log_loss(logreg_metric_test *test, const logreg_labelled *rows, const double *other_p)
{
    compare(test, &logreg__loss_log, rows, other_p);
}

void logreg__compare_brier(logreg_metric_test *test, const logreg_labelled *rows, const double *other_p)
{
    compare(test, &logreg__loss_brier, rows, other_p);
}
