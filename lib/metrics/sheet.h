/* What the metrics of a set of rows share, found once, and the functions that take their numbers from it. */
#ifndef LOGREG_METRICS_SHEET_H
#define LOGREG_METRICS_SHEET_H

#include <logreg/metrics.h>

#include "metrics/counts.h"
#include "metrics/reliability.h"

/* What a metric needs of a sheet. */
enum {
    LOGREG__COUNTS = 1,  /* counts, gradient */
    LOGREG__BINS = 2,    /* classes */
    LOGREG__AUC = 4,     /* auc, auc_error */
    LOGREG__RANKING = 8, /* average_precision; auc too */
    LOGREG__REST = 16,   /* auc_ovr */
    LOGREG__PAIRS = 32,  /* auc_ovo */
    LOGREG__SAID = 64,   /* said; of two classes, classes */
};

typedef struct {
    const logreg_labelled *rows;
    size_t K;
    double beta;
    size_t top_k;
    logreg__counts counts;
    double *gradient;             /* [K K] room for the derivatives of a metric in the cells of counts */
    logreg__reliability said;     /* of more classes than two: of the class that is said */
    logreg__reliability *classes; /* [K]: of each class; of two the event's alone */
    double auc, auc_error, average_precision;
    double auc_ovr[2], auc_ovo[2]; /* plain and weighted mean */
} logreg__sheet;

/* Clear it also after a failure. ENOMEM. */
logreg_status logreg__sheet_fill(logreg__sheet *sheet, const logreg_labelled *rows, int needs,
                                 logreg_error *err);
void logreg__sheet_clear(logreg__sheet *sheet);

/* A value of which no standard error is known; a share of weight `out_of`; a value with its derivatives in sheet->gradient. */
logreg_measure logreg__measure_value(double value);
logreg_measure logreg__measure_share(double part, double out_of);
logreg_measure logreg__measure_delta(double value, const logreg__sheet *sheet);

/* The rows of the table, one a metric. */
typedef logreg_measure logreg__measuring(const logreg__sheet *sheet);

logreg__measuring logreg__accuracy, logreg__sensitivity, logreg__specificity, logreg__precision,
    logreg__top_k_accuracy;
logreg__measuring logreg__balanced_accuracy, logreg__f1, logreg__fbeta, logreg__precision_macro,
    logreg__precision_weighted, logreg__recall_macro, logreg__f1_macro, logreg__f1_weighted,
    logreg__fbeta_macro, logreg__fbeta_weighted, logreg__specificity_macro;
logreg__measuring logreg__mcc, logreg__kappa, logreg__kappa_linear, logreg__kappa_quadratic;
logreg__measuring logreg__log_loss, logreg__brier, logreg__mae, logreg__tjur;
logreg__measuring logreg__brier_reliability, logreg__brier_resolution, logreg__brier_uncertainty,
    logreg__brier_within, logreg__ece;
logreg__measuring logreg__auc_measure, logreg__average_precision, logreg__auc_ovr, logreg__auc_ovr_weighted,
    logreg__auc_ovo, logreg__auc_ovo_weighted;

#endif
