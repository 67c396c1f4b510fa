/* Tjur (2009), "Coefficients of determination in logistic regression models": the mean probability of events less that of others. */
#include <math.h>

#include "metrics/row_mean.h"
#include "metrics/sheet.h"

enum { MOST = LOGREG__ROWS_AVERAGED };

/* Adds rows from *at on, as many as a block holds, to the means of others and of events. */
static void add_rows(logreg__row_mean mean[2], size_t *at, const logreg_labelled *r)
{
    double p[MOST], weight[2][MOST];
    size_t n = 0;
    for (; *at < r->n && n < MOST; ++*at) {
        double w = r->w ? r->w[*at] : 1, y = r->y[*at];
        p[n] = r->p[*at];
        weight[0][n] = w * (1 - y);
        weight[1][n] = w * y;
        n += w != 0;
    }
    for (size_t k = 0; k < 2; k++)
        logreg__row_mean_add(&mean[k], p, weight[k], n);
}

static logreg_measure tjur_of(const logreg_labelled *rows)
{
    logreg__row_mean mean[2] = {logreg__row_mean_new(), logreg__row_mean_new()};
    for (size_t at = 0; at < rows->n;)
        add_rows(mean, &at, rows);
    logreg_measure others = logreg__row_mean_measure(&mean[0]), events = logreg__row_mean_measure(&mean[1]);
    return (logreg_measure){events.value - others.value, hypot(events.std_error, others.std_error), NAN};
}

double logreg_metric_tjur(const double *y, const double *p, const double *w, size_t n)
{
    return tjur_of(&(logreg_labelled){.n = n, .n_classes = 2, .y = y, .p = p, .w = w}).value;
}

logreg_measure logreg__tjur(const logreg__sheet *s)
{
    return tjur_of(s->rows);
}
