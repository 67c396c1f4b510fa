#include "model/held/calibrate.h"

#include <math.h>
#include <stdio.h>

#include <logreg/special.h>

#include "base/error.h"
#include "base/memory.h"
#include "model/doors/imputing.h"
#include "model/held/fold_rows.h"
#include "model/predict/calibrated.h"
#include "model/predict/predict.h"
#include "model/predict/reading.h"

/* Rows with what fits that never saw them say. */
typedef struct {
    const logreg__calibrating *of;
    const logreg__response *response;
    size_t n, K, columns; /* columns: 1 of two classes, else K */
    uint32_t *fold;       /* [n] */
    double *score;        /* [n x columns] */
    double *y, *w;        /* [n] classes, or shares of events; weights as they are without those of classes */
} held;

/* ---- A fold ---- */

/* A class that has no row outside of the fold, or SIZE_MAX. */
static size_t lacking_class(const held *h, size_t fold)
{
    bool there[LOGREG__MOST_CLASSES] = {false};
    for (size_t i = 0; i < h->n; i++) {
        if (h->fold[i] == fold)
            continue;
        if (h->response->grouped) {
            there[0] = there[0] || h->y[i] < 1;
            there[1] = there[1] || h->y[i] > 0;
        } else {
            there[(size_t)h->y[i]] = true;
        }
    }
    for (size_t c = 0; c < h->K; c++)
        if (!there[c])
            return c;
    return SIZE_MAX;
}

/* The scores that a model gives to the rows of a fold. */
static logreg_status score_fold(held *h, const logreg_model *m, size_t number, logreg_error *err)
{
    logreg__reading reading = {0};
    logreg__rows *rows = NULL;
    logreg__design *design = NULL;
    unsigned char *drop = logreg__new_raw(h->n, 1);
    double *P = NULL;
    for (size_t i = 0; drop && i < h->n; i++)
        drop[i] = h->fold[i] != number;
    logreg_status status =
        drop ? logreg__rows_subset(&rows, h->of->rows, drop, err) : logreg__fail_memory(err);
    if (status == LOGREG_OK)
        status = logreg__reading_open(&reading, h->of->frame, m->terms, err);
    if (status == LOGREG_OK)
        status = logreg__design_new(&design, m->terms, reading.frame, rows, h->response, NULL, err);
    if (status == LOGREG_OK) {
        P = logreg__new_raw(rows->n, h->K * sizeof *P);
        status = P ? logreg__class_predictors(m, design, NULL, NULL, h->of->options->threads, P, err)
                   : logreg__fail_memory(err);
    }
    for (size_t i = 0, r = 0; status == LOGREG_OK && i < h->n; i++)
        if (!drop[i])
            logreg__calibrate_scores(h->score + i * h->columns, P + r++ * h->K, h->K);
    logreg__design_free(design);
    logreg__reading_clear(&reading);
    logreg__rows_free(rows);
    free(drop);
    free(P);
    return status;
}

/* Are all scores of the fold numbers, as they are not where the classes of the other rows are separated? */
static bool all_finite(const held *h, size_t fold)
{
    for (size_t i = 0; i < h->n; i++)
        for (size_t c = 0; c < h->columns && h->fold[i] == fold; c++)
            if (!isfinite(h->score[i * h->columns + c]))
                return false;
    return true;
}

static logreg_status hold_out(held *h, size_t number, logreg_error *err)
{
    logreg_options o = *h->of->options;
    o.measures = false;
    o.score_test = false;
    o.trace = NULL;
    const logreg__leaving leaving = {h->fold, (uint32_t)number};
    const logreg__prelude prelude = {.leaving = &leaving};
    logreg_model *m = NULL;
    size_t lacks = lacking_class(h, number);
    char which[64];
    snprintf(which, sizeof which, "fold %zu of the calibration", number + 1);
    if (lacks < SIZE_MAX)
        return logreg__fold_lacks(err, which, lacks, h->response, h->of->rows, h->of->group);
    logreg_status status = h->of->fit(&m, h->of->data, &o, &prelude, err);
    if (status == LOGREG_OK)
        status = score_fold(h, m, number, err);
    bool separated = status == LOGREG_OK && !all_finite(h, number);
    if (separated)
        status =
            logreg__fail(err, LOGREG_EDATA,
                         "without fold %zu of the calibration the classes are separated, which gives rows "
                         "infinite log-odds, and no probabilities to calibrate; fit with a penalty, such as "
                         "firth or l2",
                         number + 1);
    else if (status == LOGREG_OK && !logreg_model_sound(m) && m->separation == LOGREG_SEPARATION_NONE)
        status =
            logreg__fail(err, LOGREG_EDATA,
                         "the fit without fold %zu of the calibration has not converged, so that its scores "
                         "are not those of a maximum; allow more iterations",
                         number + 1);
    logreg_model_free(m);
    return status;
}

/* ---- From scores to probabilities ---- */

static logreg_status learn(logreg__calibration *x, const held *h, logreg_error *err)
{
    double *y = logreg__new_raw(2 * h->n, sizeof *y), *score = y ? y + h->n : NULL;
    logreg_status status = y ? LOGREG_OK : logreg__fail_memory(err);
    for (size_t c = 0; status == LOGREG_OK && c < h->columns; c++) {
        for (size_t i = 0; i < h->n; i++) {
            y[i] = h->columns == 1 ? h->y[i] : h->y[i] == (double)c;
            score[i] = h->score[i * h->columns + c];
        }
        status =
            logreg_calibrator_new(&x->calibrator[c], h->of->options->calibrate, y, score, h->w, h->n, err);
    }
    free(y);
    return status;
}

/* Log loss and Brier score of probabilities of the rows. */
static logreg_status measure(double *log_loss, double *brier, const held *h, const double *p,
                             logreg_error *err)
{
    const logreg_metric *metric[] = {logreg_metric_find("log_loss"), logreg_metric_find("brier")};
    const logreg_labelled rows = {.n = h->n, .n_classes = h->K, .y = h->y, .p = p, .w = h->w};
    logreg_measure found[2];
    logreg_status status = logreg_metric_measure(found, metric, 2, &rows, err);
    *log_loss = found[0].value;
    *brier = found[1].value;
    return status;
}

/* What the rows lose when they are held out, before and after. */
static logreg_status compare(logreg__calibration *x, const held *h, logreg_error *err)
{
    size_t K = h->K;
    double *p = logreg__new_raw(h->n, h->columns * sizeof *p), *row = logreg__new_raw(K, sizeof *row);
    logreg_status status = p && row ? LOGREG_OK : logreg__fail_memory(err);
    for (size_t i = 0; status == LOGREG_OK && i < h->n * h->columns; i++)
        p[i] = logreg_sigmoid(h->score[i]);
    if (status == LOGREG_OK)
        status = measure(&x->log_loss, &x->brier, h, p, err);
    for (size_t i = 0; status == LOGREG_OK && i < h->n; i++) {
        logreg__calibrate_scored(row, h->score + i * h->columns, x, K);
        memcpy(p + i * h->columns, row + K - h->columns, h->columns * sizeof *row);
    }
    if (status == LOGREG_OK)
        status = measure(&x->calibrated_log_loss, &x->calibrated_brier, h, p, err);
    free(p);
    free(row);
    return status;
}

/* ---- All of it ---- */

static logreg_status read_rows(held *h, logreg_error *err)
{
    const logreg__calibrating *of = h->of;
    const logreg__response *r = h->response;
    h->n = of->rows->n;
    h->K = r->n_classes;
    h->columns = h->K == 2 ? 1 : h->K;
    h->fold = logreg__new_raw(h->n, sizeof *h->fold);
    h->score = logreg__new_raw(h->n, h->columns * sizeof *h->score);
    h->y = logreg__new_raw(h->n, sizeof *h->y);
    h->w = logreg__new_raw(h->n, sizeof *h->w);
    if (!h->fold || !h->score || !h->y || !h->w)
        return logreg__fail_memory(err);
    for (size_t first = 0; first < h->n; first += LOGREG__BLOCK_ROWS) {
        size_t left = h->n - first, count = left < LOGREG__BLOCK_ROWS ? left : LOGREG__BLOCK_ROWS;
        logreg__response_fill_kept(r, of->rows, first, count, h->y + first, h->w + first);
    }
    for (size_t i = 0; r->factor && i < h->n; i++)
        h->w[i] /= r->factor[(size_t)h->y[i]];
    return logreg__fold_rows(h->fold, of->options->calibrate_folds, r, of->rows, of->group,
                             of->options->random_state, 0, err);
}

logreg_status logreg__calibrate(logreg_model *m, const logreg__calibrating *of, logreg_error *err)
{
    const char *group = of->group;
    logreg__response *response = NULL;
    held h = {.of = of};
    if (group && logreg_frame_find(of->frame, group) == SIZE_MAX)
        return logreg__fail(err, LOGREG_EINVAL, "there is no column '%.80s' to group rows by", group);
    logreg_status status = logreg__response_new(&response, of->outcome, of->frame, of->rows, err);
    h.response = response;
    if (status == LOGREG_OK)
        status = read_rows(&h, err);
    for (size_t f = 0; status == LOGREG_OK && f < of->options->calibrate_folds; f++)
        status = hold_out(&h, f, err);
    logreg__calibration *x = status == LOGREG_OK ? logreg__calibration_new(h.columns) : NULL;
    if (status == LOGREG_OK && (!x || (group && !(x->group = logreg__copy(group)))))
        status = logreg__fail_memory(err);
    if (status == LOGREG_OK) {
        x->folds = of->options->calibrate_folds;
        status = learn(x, &h, err);
    }
    if (status == LOGREG_OK)
        status = compare(x, &h, err);
    if (status == LOGREG_OK)
        m->calibration = x;
    else
        logreg__calibration_free(x);
    logreg__response_free(response);
    free(h.fold);
    free(h.score);
    free(h.y);
    free(h.w);
    return status;
}

/* ---- A formula ---- */

typedef struct {
    const logreg_frame *frame;
    const char *text;
} request;

static logreg_status fit_formula(logreg_model **model, void *data, const logreg_options *o,
                                 const logreg__prelude *prelude, logreg_error *err)
{
    const request *r = data;
    return logreg__fit_formula(model, r->frame, r->text, o, prelude, err);
}

logreg_status logreg__calibrate_formula(logreg_model *m, const logreg_frame *frame, const char *text,
                                        const logreg_options *o, logreg_error *err)
{
    request r = {frame, text};
    logreg__formula *formula = NULL;
    logreg__rows *rows = NULL;
    logreg__imputing imputing = {0};
    const logreg_frame *whole = frame;
    logreg_status status = logreg__formula_imputed(&formula, &rows, &imputing, &whole, text, o, NULL, err);
    if (status == LOGREG_OK) {
        const logreg__outcome outcome = logreg__outcome_chosen(formula->response, o);
        const logreg__calibrating of = {.frame = frame,
                                        .rows = rows,
                                        .outcome = &outcome,
                                        .options = o,
                                        .group = o->calibrate_group,
                                        .fit = fit_formula,
                                        .data = &r};
        status = logreg__calibrate(m, &of, err);
    }
    logreg__formula_free(formula);
    logreg__rows_free(rows);
    logreg__imputing_clear(&imputing);
    return status;
}
