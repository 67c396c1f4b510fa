#include "metrics/sheet.h"

#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "metrics/placements.h"
#include "metrics/rest.h"

#define USUAL_BETA 2
#define USUAL_TOP_K 2
#define USUAL_BINS 10

static logreg_status fill_counts(logreg__sheet *s, logreg_error *err)
{
    size_t K = s->K;
    double *cell = logreg__new(K + 2, K * sizeof *cell);
    s->counts.cell = cell;
    s->gradient = logreg__new(K, K * sizeof *s->gradient);
    if (!cell || !s->gradient)
        return logreg__fail_memory(err);
    logreg_metric_confusion(cell, s->rows);
    logreg__counts_sum(&s->counts, cell, K);
    return LOGREG_OK;
}

static logreg_status find_bins(logreg__reliability *r, const logreg_labelled *rows, const logreg__rest *rest,
                               logreg_error *err)
{
    size_t n_bins = rows->n_bins ? rows->n_bins : USUAL_BINS;
    return logreg__reliability_find(r, rest->y, rest->p, rest->w, rest->n, n_bins, rows->quantile_bins, err);
}

static logreg_status fill_bins(logreg__sheet *s, logreg_error *err)
{
    size_t n = s->K == 2 ? 1 : s->K;
    logreg__rest rest = {0};
    logreg_status status = LOGREG_OK;
    s->classes = logreg__new(n, sizeof *s->classes);
    if (!s->classes)
        return logreg__fail_memory(err);
    for (size_t k = 0; status == LOGREG_OK && k < n; k++) {
        status = logreg__rest_find(&rest, s->rows, s->K == 2 ? 1 : k, err);
        if (status == LOGREG_OK)
            status = find_bins(&s->classes[k], s->rows, &rest, err);
        free(rest.room);
    }
    return status;
}

static logreg_status fill_said(logreg__sheet *s, logreg_error *err)
{
    logreg__rest rest = {0};
    logreg_status status = logreg__rest_said(&rest, s->rows, err);
    if (status == LOGREG_OK)
        status = find_bins(&s->said, s->rows, &rest, err);
    free(rest.room);
    return status;
}

static logreg_status fill_order(logreg__sheet *s, bool precision, logreg_error *err)
{
    const logreg_labelled *r = s->rows;
    if (s->K > 2)
        return precision ? logreg__precision_of_rest(&s->average_precision, r, err) : LOGREG_OK;
    logreg__order order;
    logreg_status status = logreg__order_find(&order, precision, r->y, r->p, r->w, r->n, 1, err);
    if (status == LOGREG_OK) {
        s->auc = order.auc;
        s->auc_error = order.std_error;
        s->average_precision = order.average_precision;
    }
    return status;
}

logreg_status logreg__sheet_fill(logreg__sheet *s, const logreg_labelled *rows, int needs, logreg_error *err)
{
    *s = (logreg__sheet){.rows = rows,
                         .K = rows->n_classes,
                         .beta = rows->beta != 0 ? rows->beta : USUAL_BETA,
                         .top_k = rows->top_k ? rows->top_k : USUAL_TOP_K};
    logreg_status status = LOGREG_OK;
    if (needs & LOGREG__COUNTS)
        status = fill_counts(s, err);
    if (status == LOGREG_OK && needs & (LOGREG__BINS | (s->K == 2 ? LOGREG__SAID : 0)))
        status = fill_bins(s, err);
    if (status == LOGREG_OK && s->K > 2 && needs & LOGREG__SAID)
        status = fill_said(s, err);
    if (status == LOGREG_OK && needs & (LOGREG__AUC | LOGREG__RANKING))
        status = fill_order(s, needs & LOGREG__RANKING, err);
    if (status == LOGREG_OK && needs & LOGREG__REST)
        status = logreg__auc_of_rest(s->auc_ovr, rows, err);
    if (status == LOGREG_OK && needs & LOGREG__PAIRS)
        status = logreg__auc_of_pairs(s->auc_ovo, rows, err);
    return status;
}

void logreg__sheet_clear(logreg__sheet *s)
{
    free(s->counts.cell);
    free(s->gradient);
    logreg__reliability_clear(&s->said);
    for (size_t k = 0; s->classes && k < (s->K == 2 ? 1 : s->K); k++)
        logreg__reliability_clear(&s->classes[k]);
    free(s->classes);
}

/* ---- Measures ---- */

logreg_measure logreg__measure_value(double value)
{
    return (logreg_measure){value, NAN, NAN};
}

logreg_measure logreg__measure_share(double part, double out_of)
{
    double share = part / out_of;
    return (logreg_measure){share, sqrt(share * (1 - share) / out_of), out_of};
}

logreg_measure logreg__measure_delta(double value, const logreg__sheet *s)
{
    double sum = 0;
    for (size_t i = 0; i < s->K * s->K; i++)
        sum += s->counts.cell[i] * s->gradient[i] * s->gradient[i];
    return (logreg_measure){value, sqrt(sum), NAN};
}

logreg_measure logreg__auc_measure(const logreg__sheet *s)
{
    return (logreg_measure){s->auc, s->auc_error, NAN};
}

logreg_measure logreg__average_precision(const logreg__sheet *s)
{
    return logreg__measure_value(s->average_precision);
}

logreg_measure logreg__auc_ovr(const logreg__sheet *s)
{
    return logreg__measure_value(s->auc_ovr[0]);
}

logreg_measure logreg__auc_ovr_weighted(const logreg__sheet *s)
{
    return logreg__measure_value(s->auc_ovr[1]);
}

logreg_measure logreg__auc_ovo(const logreg__sheet *s)
{
    return logreg__measure_value(s->auc_ovo[0]);
}

logreg_measure logreg__auc_ovo_weighted(const logreg__sheet *s)
{
    return logreg__measure_value(s->auc_ovo[1]);
}
