/* logreg/diagnostics.h - what single rows do to a fit, and columns to each other.
 *
 *     logreg_study *study;      the model beside its rows: logreg/inference.h
 *     logreg_diagnostics *d = NULL;
 *     if (logreg_diagnostics_new(&d, study, NULL, &err) == LOGREG_OK && d->n_top)
 *         printf("row %zu: Cook's distance %g\n", d->row[d->top[0]].row, d->row[d->top[0]].cook);
 *     logreg_diagnostics_free(d);
 *
 * A row that stands for several observations (frequencies) has the numbers of one of them, and logreg_diagnostics_whole those of all of them; one of trials
 * is an observation as it is. Formulas: equations (80) to (86) of docs/mathematics.md.
 */
#ifndef LOGREG_DIAGNOSTICS_H
#define LOGREG_DIAGNOSTICS_H

#include <stdint.h>

#include <logreg/base.h>
#include <logreg/inference.h>

#ifdef __cplusplus
extern "C" {
#endif

/* A row that the model was fitted to. Standardised residuals are NaN at leverage 1. Of K > 2 classes the residual is a vector and the leverage a
 * matrix (Lesaffre & Albert, Appl. Statist. 38, 1989): outcome is then the row's class, 0 .. K-1, fitted the probability of that,
 * leverage the trace, from 0 to K-1; pearson and deviance have no sign, std_pearson is the vector's length in the metric of its own
 * variance, and std_deviance and quantile are NaN. */
typedef struct {
    size_t row;               /* of the frame, from 0 */
    size_t line;              /* of the file, from 1; 0: it came from none */
    double outcome;           /* 1 for an event, else 0; of trials, the share of events */
    double observations;      /* that it stands for */
    double fitted;            /* probability of the event */
    double leverage;          /* h, from 0 to 1 */
    double pearson, deviance; /* residuals: their squares sum to Pearson's statistic and to the deviance */
    double std_pearson, std_deviance; /* over sqrt(1 - h) */
    double
        quantile; /* randomised quantile residual: standard normal if the model is right (Dunn & Smyth 1996) */
    double
        cook; /* Cook's distance: how far all coefficients would move without it, one step (Pregibon 1981) */
} logreg_row_diagnostic;

/* How much a term's standard errors grow by what its columns share with the others (Fox & Monette 1992): of one column the variance inflation
 * factor. As R's car::vif has it, from the covariance of the coefficients; of more than two classes a term's are those of all linear predictors. */
typedef struct {
    const char *term; /* borrowed from the study */
    size_t df;        /* coefficients */
    double factor;    /* GVIF; NaN where there is no other term */
    double per_error; /* GVIF^(1 / (2 df)): what standard errors grow by */
} logreg_inflation;

typedef struct {
    size_t n_top;  /* how many of the most influential rows to look at closely; default 5 */
    uint64_t seed; /* of quantile residuals; default 0 */
} logreg_diagnostics_options;

LOGREG_API logreg_diagnostics_options logreg_diagnostics_options_default(void);

typedef struct {
    size_t n_rows, n_classes;
    size_t rank;                /* coefficients that are not aliased */
    logreg_row_diagnostic *row; /* in the order of the frame */
    double
        *class_pearson; /* K > 2: [n_rows x K], (y_c - p_c) / sqrt(p_c (1 - p_c)) of each class; else NULL */
    size_t n_top;
    size_t *top;           /* places in row[], by Cook's distance, the largest first */
    size_t n_coefficients; /* p (K-1), class by class */
    /* [n_top x n_coefficients], row after row: how far leaving the row out would move each coefficient, in standard errors, one step; NaN
     * where it is aliased. */
    double *dfbeta;
    size_t n_inflations;
    logreg_inflation *inflation;
    double condition; /* condition number of the weighted, centred columns, each of length 1 */
    double
        events_per_coefficient; /* observations of the rarest class for each column but the intercept; NaN where there is none */
} logreg_diagnostics;

/* Works them out. options may be NULL. One pass over the rows, n p^2, and 12 numbers a row; of K > 2 classes
 * n p^2 K^3, and 14 + 3 K numbers. EDATA: matched sets, a sample, or no finite maximum. ENOMEM. The study must outlive it; free with
 * logreg_diagnostics_free. */
LOGREG_API logreg_status logreg_diagnostics_new(logreg_diagnostics **diagnostics, const logreg_study *study,
                                                const logreg_diagnostics_options *options, logreg_error *err);

/* Row i of d->row as a whole: what R's glm has of prior weights. Of a row that stands for w observations the leverage is w times that of one, residuals are
 * sqrt(w) times as large, standardised by that leverage, and Cook's distance is of the step without all of them; quantile is NaN unless w is 1. Of
 * two classes. */
LOGREG_API logreg_row_diagnostic logreg_diagnostics_whole(const logreg_diagnostics *d, size_t i);

/* Cook's distances by refits: how far the coefficients really move, to the maximum of all other rows, in the metric and over the number of coefficients as `cook` has it. Of n
 * rows, by their places in row[]; each as a whole. Where rows have little leverage it is near to `cook`, where a heavy one has much of it two or
 * three times as large. INFINITY: without the row there is no maximum, since the classes are separated then or a coefficient has nothing else to go by. What columns were made by (means that
 * stand in, knots, levels) stays. A few passes a row, n p^2 each. EINVAL: no such place. EDATA: as above. ENOMEM. */
LOGREG_API logreg_status logreg_diagnostics_delete(double *cook, const logreg_study *study,
                                                   const size_t *place, size_t n, logreg_error *err);

LOGREG_API void logreg_diagnostics_free(logreg_diagnostics *diagnostics);

#ifdef __cplusplus
}
#endif

#endif
