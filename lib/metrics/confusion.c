#include <math.h>
#include <stdint.h>

#include "metrics/many.h"

void logreg_metric_confusion(double *counts, const logreg_labelled *rows)
{
    size_t K = rows->n_classes;
    for (size_t i = 0; i < K * K; i++)
        counts[i] = 0;
    for (size_t i = 0; i < rows->n; i++) {
        double weight = rows->w ? rows->w[i] : 1, y = rows->y[i];
        if (weight == 0)
            continue;
        size_t said = logreg__said(rows, i);
        if (said == SIZE_MAX) {
            for (size_t j = 0; j < K * K; j++)
                counts[j] = NAN;
            return;
        }
        if (K == 2) { /* y may be a share of events */
            counts[said] += weight * (1 - y);
            counts[2 + said] += weight * y;
        } else {
            counts[(size_t)y * K + said] += weight;
        }
    }
}
