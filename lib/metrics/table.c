/* The one table of metrics. Each row is a function that takes its number from a sheet, and what the sheet must hold for it. */
#include <math.h>
#include <string.h>

#include "metrics/sheet.h"

/* For how many classes. */
#define TWO true, false
#define MORE false, true
#define ANY true, true

typedef struct {
    logreg_metric told;
    int needs;
    logreg__measuring *measure;
} row;

static const row table[] = {
    {{"accuracy", "rows whose class is said right", ANY, true, 0, 1, false},
     LOGREG__COUNTS,
     logreg__accuracy},
    {{"balanced_accuracy", "mean share of a class said right", ANY, false, 0, 1, false},
     LOGREG__COUNTS,
     logreg__balanced_accuracy},
    {{"log_loss", "mean -log P(what happened)", ANY, true, 0, INFINITY, true}, 0, logreg__log_loss},
    {{"brier", "mean squared error of P", ANY, true, 0, 2, true}, 0, logreg__brier},
    {{"mae", "mean absolute error of P", ANY, false, 0, 2, true}, 0, logreg__mae},
    {{"auc", "P(event ranks above non-event)", TWO, true, 0, 1, false}, LOGREG__AUC, logreg__auc_measure},
    {{"auc_ovr", "mean AUC, each against the rest", MORE, false, 0, 1, false}, LOGREG__REST, logreg__auc_ovr},
    {{"auc_ovo", "mean AUC of pairs (Hand & Till)", MORE, true, 0, 1, false}, LOGREG__PAIRS, logreg__auc_ovo},
    {{"tjur", "mean P of events less of others", TWO, true, -1, 1, false}, 0, logreg__tjur},
    {{"sensitivity", "events said to be events (recall)", TWO, true, 0, 1, false},
     LOGREG__COUNTS,
     logreg__sensitivity},
    {{"specificity", "non-events said to be non-events", TWO, true, 0, 1, false},
     LOGREG__COUNTS,
     logreg__specificity},
    {{"precision", "those said to be events that are", TWO, true, 0, 1, false},
     LOGREG__COUNTS,
     logreg__precision},
    {{"f1", "of precision and recall, harmonic", TWO, true, 0, 1, false}, LOGREG__COUNTS, logreg__f1},
    {{"fbeta", "F1 with recall counting beta-fold", TWO, false, 0, 1, false}, LOGREG__COUNTS, logreg__fbeta},
    {{"mcc", "Matthews' correlation", ANY, false, -1, 1, false}, LOGREG__COUNTS, logreg__mcc},
    {{"kappa", "agreement beyond chance (Cohen)", ANY, false, -1, 1, false}, LOGREG__COUNTS, logreg__kappa},
    {{"kappa_linear", "of ordered classes, by distance", MORE, false, -1, 1, false},
     LOGREG__COUNTS,
     logreg__kappa_linear},
    {{"kappa_quadratic", "of ordered classes, by its square", MORE, false, -1, 1, false},
     LOGREG__COUNTS,
     logreg__kappa_quadratic},
    {{"top_k_accuracy", "class among the k likeliest", MORE, false, 0, 1, false}, 0, logreg__top_k_accuracy},
    {{"average_precision", "area under precision by recall", ANY, false, 0, 1, false},
     LOGREG__RANKING,
     logreg__average_precision},
    {{"ece", "mean distance of P from shares", ANY, false, 0, 1, true}, LOGREG__SAID, logreg__ece},
    {{"brier_reliability", "mean squared distance, in bins", ANY, false, 0, 2, true},
     LOGREG__BINS,
     logreg__brier_reliability},
    {{"brier_resolution", "spread of shares over bins", ANY, false, 0, 1, false},
     LOGREG__BINS,
     logreg__brier_resolution},
    {{"brier_uncertainty", "Brier score of the share overall", ANY, false, 0, 1, true},
     LOGREG__BINS,
     logreg__brier_uncertainty},
    {{"brier_within", "what the bins do not tell", ANY, false, -2, 2, true},
     LOGREG__BINS,
     logreg__brier_within},
    {{"auc_ovr_weighted", "auc_ovr, weighted by rows", MORE, false, 0, 1, false},
     LOGREG__REST,
     logreg__auc_ovr_weighted},
    {{"auc_ovo_weighted", "auc_ovo, weighted by rows", MORE, false, 0, 1, false},
     LOGREG__PAIRS,
     logreg__auc_ovo_weighted},
    {{"precision_macro", "mean precision of the classes", ANY, false, 0, 1, false},
     LOGREG__COUNTS,
     logreg__precision_macro},
    {{"recall_macro", "mean recall of the classes", ANY, false, 0, 1, false},
     LOGREG__COUNTS,
     logreg__recall_macro},
    {{"f1_macro", "mean F1 of the classes", ANY, false, 0, 1, false}, LOGREG__COUNTS, logreg__f1_macro},
    {{"fbeta_macro", "mean F-beta of the classes", ANY, false, 0, 1, false},
     LOGREG__COUNTS,
     logreg__fbeta_macro},
    {{"specificity_macro", "mean specificity of the classes", ANY, false, 0, 1, false},
     LOGREG__COUNTS,
     logreg__specificity_macro},
    {{"precision_weighted", "mean precision, weighted by rows", ANY, false, 0, 1, false},
     LOGREG__COUNTS,
     logreg__precision_weighted},
    {{"recall_weighted", "weighted mean: the accuracy", ANY, false, 0, 1, false},
     LOGREG__COUNTS,
     logreg__accuracy},
    {{"f1_weighted", "mean F1, weighted by rows", ANY, false, 0, 1, false},
     LOGREG__COUNTS,
     logreg__f1_weighted},
    {{"fbeta_weighted", "mean F-beta, weighted by rows", ANY, false, 0, 1, false},
     LOGREG__COUNTS,
     logreg__fbeta_weighted},
    {{"precision_micro", "over all classes: the accuracy", ANY, false, 0, 1, false},
     LOGREG__COUNTS,
     logreg__accuracy},
    {{"recall_micro", "over all classes: the accuracy", ANY, false, 0, 1, false},
     LOGREG__COUNTS,
     logreg__accuracy},
    {{"f1_micro", "over all classes: the accuracy", ANY, false, 0, 1, false},
     LOGREG__COUNTS,
     logreg__accuracy},
    {{"fbeta_micro", "over all classes: the accuracy", ANY, false, 0, 1, false},
     LOGREG__COUNTS,
     logreg__accuracy},
};

#define N_ROWS (sizeof table / sizeof *table)

const logreg_metric *logreg_metric_at(size_t i)
{
    return i < N_ROWS ? &table[i].told : NULL;
}

const logreg_metric *logreg_metric_find(const char *name)
{
    for (size_t i = 0; i < N_ROWS; i++)
        if (strcmp(table[i].told.name, name) == 0)
            return &table[i].told;
    return NULL;
}

/* The row of a metric, which is its first member; NULL where it has no meaning for so many classes. */
static const row *row_of(const logreg_metric *metric, size_t K)
{
    bool meant = K > 2 ? metric->more_classes : metric->two_classes;
    return meant ? (const row *)metric : NULL;
}

logreg_status logreg_metric_measure(logreg_measure *measure, const logreg_metric *const *metric, size_t n,
                                    const logreg_labelled *rows, logreg_error *err)
{
    int needs = 0;
    for (size_t i = 0; i < n; i++) {
        const row *r = row_of(metric[i], rows->n_classes);
        needs |= r ? r->needs : 0;
    }
    logreg__sheet sheet;
    logreg_status status = logreg__sheet_fill(&sheet, rows, needs, err);
    for (size_t i = 0; status == LOGREG_OK && i < n; i++) {
        const row *r = row_of(metric[i], rows->n_classes);
        measure[i] = r ? r->measure(&sheet) : logreg__measure_value(NAN);
    }
    logreg__sheet_clear(&sheet);
    return status;
}
