/* Maps from scores to probabilities: what they share, and how they are applied. */
#include "calibration/calibrator.h"

#include <math.h>
#include <string.h>

#include <logreg/special.h>

#include "base/error.h"
#include "base/memory.h"

const char *const logreg__calibrator_words[LOGREG__CALIBRATORS] = {"platt", "isotonic"};

logreg__calibrator_kind logreg__calibrator_find(const char *method)
{
    int kind = 0;
    while (kind < LOGREG__CALIBRATORS && strcmp(logreg__calibrator_words[kind], method) != 0)
        kind++;
    return (logreg__calibrator_kind)kind;
}

static logreg_status check(const double *y, const double *score, const double *w, size_t n, logreg_error *err)
{
    double weight = 0;
    for (size_t i = 0; i < n; i++) {
        if (!(y[i] >= 0 && y[i] <= 1))
            return logreg__fail(err, LOGREG_EINVAL, "y[%zu] is %g; it must be between 0 and 1", i, y[i]);
        if (!isfinite(score[i]))
            return logreg__fail(err, LOGREG_EINVAL, "score[%zu] is %g; it must be finite", i, score[i]);
        if (w && !(w[i] >= 0 && isfinite(w[i])))
            return logreg__fail(err, LOGREG_EINVAL, "w[%zu] is %g; it must be finite, and not below 0", i,
                                w[i]);
        weight += w ? w[i] : 1;
    }
    return weight > 0 ? LOGREG_OK
                      : logreg__fail(err, LOGREG_EDATA, "there is no row with a weight to calibrate by");
}

logreg_status logreg_calibrator_new(logreg_calibrator **calibrator, const char *method, const double *y,
                                    const double *score, const double *w, size_t n, logreg_error *err)
{
    logreg__calibrator_kind kind = method ? logreg__calibrator_find(method) : LOGREG__CALIBRATORS;
    if (kind == LOGREG__CALIBRATORS)
        return logreg__fail(err, LOGREG_EINVAL, "there is no calibration '%s'; there are platt and isotonic",
                            method ? method : "");
    logreg_status status = check(y, score, w, n, err);
    if (status != LOGREG_OK)
        return status;
    logreg_calibrator *c = logreg__new(1, sizeof *c);
    if (!c)
        return logreg__fail_memory(err);
    c->kind = kind;
    c->slope = c->intercept = NAN;
    status = kind == LOGREG__PLATT ? logreg__platt_learn(c, y, score, w, n, err)
                                   : logreg__isotonic_learn(c, y, score, w, n, err);
    if (status == LOGREG_OK)
        *calibrator = c;
    else
        logreg_calibrator_free(c);
    return status;
}

void logreg_calibrator_free(logreg_calibrator *c)
{
    if (!c)
        return;
    free(c->score);
    free(c->p);
    free(c);
}

/* On the line between the corners about the score. */
static double between(const logreg_calibrator *c, double score)
{
    if (isnan(score))
        return NAN;
    if (score <= c->score[0])
        return c->p[0];
    if (score >= c->score[c->n - 1])
        return c->p[c->n - 1];
    size_t low = 0, high = c->n - 1; /* score[low] < score < score[high], or equal to the first */
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (c->score[middle] <= score)
            low = middle;
        else
            high = middle;
    }
    double share = (score - c->score[low]) / (c->score[high] - c->score[low]);
    return c->p[low] + (c->p[high] - c->p[low]) * share;
}

void logreg__calibrator_at(double *p, double *complement, const logreg_calibrator *c, double score)
{
    if (c->kind == LOGREG__PLATT) {
        double eta = c->slope == 0 ? c->intercept : c->slope * score + c->intercept;
        *p = logreg_sigmoid(eta);
        *complement = logreg_sigmoid_complement(eta);
        return;
    }
    *p = between(c, score);
    *complement = 1 - *p;
}

void logreg_calibrator_apply(const logreg_calibrator *c, double *p, const double *score, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        double complement;
        logreg__calibrator_at(&p[i], &complement, c, score[i]);
    }
}

const char *logreg_calibrator_method(const logreg_calibrator *c)
{
    return logreg__calibrator_words[c->kind];
}

double logreg_calibrator_slope(const logreg_calibrator *c)
{
    return c->slope;
}

double logreg_calibrator_intercept(const logreg_calibrator *c)
{
    return c->intercept;
}

size_t logreg_calibrator_corners(const double **score, const double **p, const logreg_calibrator *c)
{
    *score = c->score;
    *p = c->p;
    return c->n;
}
