/* The one table of metrics. Each row is a function that knows which of the forms of logreg_labelled it is given. */
#include <math.h>
#include <stdint.h>

#include "base/sum.h"
#include "metrics/many.h"

static logreg_status done(double *value, double *std_error, double result)
{
    *value = result;
    *std_error = NAN;
    return LOGREG_OK;
}

static logreg_status accuracy(double *value, double *se, const logreg_labelled *rows, logreg_error *err)
{
    (void)err;
    if (rows->n_classes == 2)
        return done(value, se, logreg_metric_accuracy(rows->y, rows->p, rows->w, rows->n, rows->threshold));
    logreg__sum right = {0, 0}, total = {0, 0};
    for (size_t i = 0; i < rows->n; i++) {
        double weight = rows->w ? rows->w[i] : 1;
        size_t said = weight != 0 ? logreg__said(rows, i) : 0;
        if (said == SIZE_MAX)
            return done(value, se, NAN);
        logreg__sum_add(&right, (double)said == rows->y[i] ? weight : 0);
        logreg__sum_add(&total, weight);
    }
    return done(value, se, logreg__sum_value(right) / logreg__sum_value(total));
}

static logreg_status log_loss(double *value, double *se, const logreg_labelled *rows, logreg_error *err)
{
    (void)err;
    return done(value, se,
                rows->n_classes == 2
                    ? logreg_metric_log_loss(rows->y, rows->p, rows->w, rows->n)
                    : logreg__many_log_loss(rows->y, rows->p, rows->w, rows->n, rows->n_classes));
}

static logreg_status brier(double *value, double *se, const logreg_labelled *rows, logreg_error *err)
{
    (void)err;
    return done(value, se,
                rows->n_classes == 2
                    ? logreg_metric_brier(rows->y, rows->p, rows->w, rows->n)
                    : logreg__many_brier(rows->y, rows->p, rows->w, rows->n, rows->n_classes));
}

static logreg_status auc(double *value, double *se, const logreg_labelled *rows, logreg_error *err)
{
    return logreg_metric_auc(value, se, rows->y, rows->p, rows->w, rows->n, err);
}

static logreg_status tjur(double *value, double *se, const logreg_labelled *rows, logreg_error *err)
{
    (void)err;
    return done(value, se, logreg_metric_tjur(rows->y, rows->p, rows->w, rows->n));
}

/* Counts of two classes: what is so and what is said, 0 (no event) or 1. */
typedef struct {
    double is0_said0, is0_said1, is1_said0, is1_said1;
} counts;

static counts count(const logreg_labelled *rows)
{
    double c[4];
    logreg_metric_confusion(c, rows);
    return (counts){c[0], c[1], c[2], c[3]};
}

static logreg_status sensitivity(double *value, double *se, const logreg_labelled *rows, logreg_error *err)
{
    (void)err;
    counts c = count(rows);
    return done(value, se, c.is1_said1 / (c.is1_said1 + c.is1_said0));
}

static logreg_status specificity(double *value, double *se, const logreg_labelled *rows, logreg_error *err)
{
    (void)err;
    counts c = count(rows);
    return done(value, se, c.is0_said0 / (c.is0_said0 + c.is0_said1));
}

static logreg_status precision(double *value, double *se, const logreg_labelled *rows, logreg_error *err)
{
    (void)err;
    counts c = count(rows);
    return done(value, se, c.is1_said1 / (c.is1_said1 + c.is0_said1));
}

static logreg_status f1(double *value, double *se, const logreg_labelled *rows, logreg_error *err)
{
    (void)err;
    counts c = count(rows);
    return done(value, se, 2 * c.is1_said1 / (2 * c.is1_said1 + c.is0_said1 + c.is1_said0));
}

static const logreg_metric table[] = {
    {"accuracy", "share of rows whose class is said right", true, accuracy},
    {"log_loss", "mean -log(probability of what happened)", true, log_loss},
    {"brier", "mean squared error of the probabilities", true, brier},
    {"auc", "chance that an event has a higher probability than a non-event", false, auc},
    {"tjur", "mean probability of events less that of non-events", false, tjur},
    {"sensitivity", "share of the events that are said to be events (recall)", false, sensitivity},
    {"specificity", "share of the non-events that are said to be non-events", false, specificity},
    {"precision", "share of events among those said to be events", false, precision},
    {"f1", "harmonic mean of precision and sensitivity", false, f1},
};

const logreg_metric *logreg_metric_at(size_t i)
{
    return i < sizeof table / sizeof *table ? &table[i] : NULL;
}
