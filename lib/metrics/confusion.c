#include <math.h>
#include <stdint.h>

#include "base/sum.h"
#include "metrics/many.h"

static void unknown(double *counts, size_t K)
{
    for (size_t i = 0; i < K * K; i++)
        counts[i] = NAN;
}

/* y may be a share of events. */
static void count_two(double *counts, const logreg_labelled *rows)
{
    logreg__sum sum[4] = {{0, 0}, {0, 0}, {0, 0}, {0, 0}};
    for (size_t i = 0; i < rows->n; i++) {
        double weight = rows->w ? rows->w[i] : 1, y = rows->y[i];
        if (weight == 0)
            continue;
        if (isnan(rows->p[i])) {
            unknown(counts, 2);
            return;
        }
        size_t said = logreg__said(rows, i);
        logreg__sum_add(&sum[said], weight * (1 - y));
        logreg__sum_add(&sum[2 + said], weight * y);
    }
    for (size_t i = 0; i < 4; i++)
        counts[i] = logreg__sum_value(sum[i]);
}

void logreg_metric_confusion(double *counts, const logreg_labelled *rows)
{
    size_t K = rows->n_classes;
    if (K == 2) {
        count_two(counts, rows);
        return;
    }
    for (size_t i = 0; i < K * K; i++)
        counts[i] = 0;
    for (size_t i = 0; i < rows->n; i++) {
        double weight = rows->w ? rows->w[i] : 1;
        if (weight == 0)
            continue;
        size_t said = logreg__said(rows, i);
        if (said == SIZE_MAX) {
            unknown(counts, K);
            return;
        }
        counts[(size_t)rows->y[i] * K + said] += weight;
    }
}
