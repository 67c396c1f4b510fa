/* What the fitted probabilities of the rows amount to: Brier score, Tjur's R2, AUC; and the saturated loss. */
#include <math.h>

#include <logreg/metrics.h>

#include "base/error.h"
#include "base/memory.h"
#include "metrics/bins.h"
#include "metrics/many.h"
#include "metrics/placements.h"
#include "model/fitting.h"
#include "model/predict/predict.h"

/* Rows that are at hand at a time where they are counted. */
#define CHUNK_BLOCKS 1024

/* y, w (NULL: ones) and probabilities of consecutive kept rows. */
typedef struct {
    double *y, *w, *p;
} row_table;

static bool row_table_init(row_table *t, const logreg__fitting *f, size_t rows, size_t probabilities)
{
    bool has_w = logreg__response_weighted(f->response);
    *t = (row_table){.y = logreg__new_raw(rows, sizeof(double)),
                     .w = has_w ? logreg__new_raw(rows, sizeof(double)) : NULL,
                     .p = logreg__new_raw(rows, probabilities * sizeof(double))};
    return t->y && t->p && (t->w || !has_w);
}

static void row_table_clear(row_table *t)
{
    free(t->y);
    free(t->w);
    free(t->p);
}

/* x log x with 0 at 0. */
static double entropy_term(double x)
{
    return x > 0 ? x * log(x) : 0;
}

double logreg__saturated_loss(const logreg__fitting *f)
{
    size_t place[LOGREG__BLOCK_ROWS];
    double y[LOGREG__BLOCK_ROWS], w[LOGREG__BLOCK_ROWS], sum = 0;
    for (size_t first = 0; first < f->rows->n; first += LOGREG__BLOCK_ROWS) {
        size_t left = f->rows->n - first, rows = left < LOGREG__BLOCK_ROWS ? left : LOGREG__BLOCK_ROWS;
        logreg__rows_list(f->rows, first, rows, place);
        logreg__response_fill(f->response, place, rows, y, w, NULL);
        for (size_t i = 0; i < rows; i++)
            sum -= w[i] * (entropy_term(y[i]) + entropy_term(1 - y[i]));
    }
    return sum;
}

/* Several classes, or a limit in which some rows are certain: probabilities as predict gives them. */
static logreg_status measure_predictions(logreg__fitting *f, logreg_error *err)
{
    logreg_model *m = f->model;
    size_t n = f->rows->n, K = m->n_classes;
    row_table t;
    logreg_status status = row_table_init(&t, f, n, K) ? LOGREG_OK : logreg__fail_memory(err);
    if (status == LOGREG_OK)
        status = logreg__predict_rows(m, f->design, NULL, f->tied, f->options->threads, t.p, err);
    if (status == LOGREG_OK)
        logreg__response_fill_kept(f->response, f->rows, 0, n, t.y, t.w);
    if (status == LOGREG_OK && m->k > 1)
        m->brier = logreg__many_brier(t.y, t.p, t.w, n, K);
    if (status == LOGREG_OK && m->k == 1) {
        for (size_t i = 0; i < n; i++)
            t.p[i] = t.p[2 * i + 1];
        m->brier = logreg_metric_brier(t.y, t.p, t.w, n);
        m->tjur = logreg_metric_tjur(t.y, t.p, t.w, n);
        status = logreg_metric_auc(&m->auc, &m->auc_se, t.y, t.p, t.w, n, err);
    }
    row_table_clear(&t);
    return status;
}

static logreg_status sort_all(double *sums, logreg__fitting *f, logreg_error *err)
{
    logreg_model *m = f->model;
    size_t n = f->rows->n;
    row_table t;
    logreg_status status =
        row_table_init(&t, f, n, 0) ? logreg__errands_do(f, err) : logreg__fail_memory(err);
    if (status == LOGREG_OK) {
        memcpy(sums, f->fitted_sums, sizeof f->fitted_sums);
        logreg__response_fill_kept(f->response, f->rows, 0, n, t.y, t.w);
        logreg__order order;
        status = logreg__order_find(&order, false, t.y, f->fitted, t.w, n, f->problem->threads, err);
        if (status == LOGREG_OK) {
            m->auc = order.auc;
            m->auc_se = order.std_error;
        }
    }
    row_table_clear(&t);
    return status;
}

static logreg_status count_in_chunks(double *sums, logreg__fitting *f, logreg_error *err)
{
    logreg_model *m = f->model;
    logreg__problem *problem = f->problem;
    size_t n = f->rows->n, block[CHUNK_BLOCKS];
    row_table t;
    bool room = row_table_init(&t, f, CHUNK_BLOCKS * LOGREG__BLOCK_ROWS, 1);
    logreg__bins *bins = logreg__bins_new();
    logreg_status status = room && bins ? LOGREG_OK : logreg__fail_memory(err);
    for (size_t first = 0; status == LOGREG_OK && first < n; first += CHUNK_BLOCKS * LOGREG__BLOCK_ROWS) {
        size_t left = n - first,
               rows = left < CHUNK_BLOCKS * LOGREG__BLOCK_ROWS ? left : CHUNK_BLOCKS * LOGREG__BLOCK_ROWS;
        double part[LOGREG__FITTED_SUMS];
        problem->sample = block;
        problem->n_sample = (rows + LOGREG__BLOCK_ROWS - 1) / LOGREG__BLOCK_ROWS;
        for (size_t i = 0; i < problem->n_sample; i++)
            block[i] = first / LOGREG__BLOCK_ROWS + i;
        status = logreg__fold(problem, &logreg__kernel_fitted, 1, f->b, part, t.p, err);
        if (status != LOGREG_OK)
            break;
        for (int i = 0; i < LOGREG__FITTED_SUMS; i++)
            sums[i] += part[i];
        logreg__response_fill_kept(f->response, f->rows, first, rows, t.y, t.w);
        logreg__bins_add(bins, t.y, t.p, t.w, rows);
    }
    problem->sample = NULL;
    problem->n_sample = 0;
    if (status == LOGREG_OK)
        logreg__bins_auc(&m->auc, &m->auc_se, &m->auc_error, bins);
    logreg__bins_free(bins);
    row_table_clear(&t);
    return status;
}

logreg_status logreg__measure_rows(logreg__fitting *f, logreg_error *err)
{
    logreg_model *m = f->model;
    if (m->k > 1 || m->direction)
        return measure_predictions(f, err);
    double sums[LOGREG__FITTED_SUMS] = {0};
    bool sorted = f->rows->n <= LOGREG__MOST_SORTED;
    logreg_status status = sorted ? sort_all(sums, f, err) : count_in_chunks(sums, f, err);
    if (status == LOGREG_OK) {
        const double *weight = f->response->weight;
        m->brier = sums[LOGREG__FITTED_BRIER] / f->response->n_obs;
        m->tjur = sums[LOGREG__FITTED_EVENTS] / weight[1] - sums[LOGREG__FITTED_OTHERS] / weight[0];
    }
    return status;
}
