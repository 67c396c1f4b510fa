#include "model/predict/calibrated.h"

#include <logreg/special.h>

#include "base/memory.h"

void logreg__calibrate_scores(double *score, double *row, size_t K)
{
    double base = row[K - 1];
    memmove(row + 1, row, (K - 1) * sizeof *row);
    row[0] = base;
    if (K == 2) {
        score[0] = row[1] - row[0];
        return;
    }
    for (size_t c = 0; c < K; c++) { /* against the others, which stand behind it for that long */
        double own = row[c];
        row[c] = row[0];
        row[0] = own;
        score[c] = own - logreg_logsumexp(row + 1, K - 1);
        row[0] = row[c];
        row[c] = own;
    }
}

void logreg__calibrate_scored(double *p, const double *score, const logreg__calibration *x, size_t K)
{
    double sum = 0, rest;
    if (K == 2) {
        logreg__calibrator_at(&p[1], &p[0], x->calibrator[0], score[0]);
        return;
    }
    for (size_t c = 0; c < K; c++) {
        logreg__calibrator_at(&p[c], &rest, x->calibrator[c], score[c]);
        sum += p[c];
    }
    for (size_t c = 0; c < K; c++)
        p[c] = sum == 0 ? 1 / (double)K : p[c] / sum;
}

logreg__calibration *logreg__calibration_new(size_t n)
{
    logreg__calibration *x = logreg__new(1, sizeof *x);
    logreg_calibrator **list = logreg__new(n, sizeof *list);
    if (!x || !list) {
        free(x);
        free(list);
        return NULL;
    }
    x->n = n;
    x->calibrator = list;
    return x;
}

void logreg__calibration_free(logreg__calibration *x)
{
    if (!x)
        return;
    for (size_t i = 0; i < x->n; i++)
        logreg_calibrator_free(x->calibrator[i]);
    free(x->calibrator);
    free(x->group);
    free(x);
}

logreg_model_calibration logreg_model_calibrated(const logreg_model *m)
{
    const logreg__calibration *x = m->calibration;
    return !x ? (logreg_model_calibration){0}
              : (logreg_model_calibration){.method = logreg_calibrator_method(x->calibrator[0]),
                                           .folds = x->folds,
                                           .group = x->group,
                                           .log_loss = x->log_loss,
                                           .brier = x->brier,
                                           .calibrated_log_loss = x->calibrated_log_loss,
                                           .calibrated_brier = x->calibrated_brier,
                                           .n_calibrators = x->n};
}

const logreg_calibrator *logreg_model_calibrator(const logreg_model *m, size_t i)
{
    return m->calibration && i < m->calibration->n ? m->calibration->calibrator[i] : NULL;
}
