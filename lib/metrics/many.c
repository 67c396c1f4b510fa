#include "metrics/many.h"

#include <math.h>
#include <stdint.h>

#include "base/sum.h"

size_t logreg__said(const logreg_labelled *rows, size_t i)
{
    if (rows->n_classes == 2)
        return isnan(rows->p[i]) ? SIZE_MAX : rows->p[i] >= rows->threshold;
    const double *p = rows->p + i * rows->n_classes;
    size_t best = 0;
    for (size_t c = 0; c < rows->n_classes; c++) {
        if (isnan(p[c]))
            return SIZE_MAX;
        if (p[c] > p[best])
            best = c;
    }
    return best;
}

double logreg__many_log_loss(const double *y, const double *P, const double *w, size_t n, size_t K)
{
    logreg__sum loss = {0, 0}, total = {0, 0};
    for (size_t i = 0; i < n; i++) {
        double weight = w ? w[i] : 1;
        if (weight == 0)
            continue;
        double whole = 0;
        for (size_t c = 0; c < K; c++)
            whole += P[i * K + c];
        if (isnan(whole))
            return NAN;
        logreg__sum_add(&loss, -weight * log(P[i * K + (size_t)y[i]]));
        logreg__sum_add(&total, weight);
    }
    return logreg__sum_value(loss) / logreg__sum_value(total);
}

double logreg__many_brier(const double *y, const double *P, const double *w, size_t n, size_t K)
{
    logreg__sum score = {0, 0}, total = {0, 0};
    for (size_t i = 0; i < n; i++) {
        double weight = w ? w[i] : 1;
        for (size_t c = 0; weight != 0 && c < K; c++) {
            double miss = P[i * K + c] - ((double)c == y[i]);
            logreg__sum_add(&score, weight * miss * miss);
        }
        logreg__sum_add(&total, weight);
    }
    return logreg__sum_value(score) / logreg__sum_value(total);
}
