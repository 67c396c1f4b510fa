/* Grids: paths of several formulas and shares of absolute values on the same folds, and the best of them all. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "model/doors/imputing.h"
#include "model/held/fold_rows.h"
#include "model/predict/predict.h"
#include "model/predict/reading.h"
#include "select/nested.h"
#include "select/part.h"
#include "select/path_make.h"

/* The outer folds are those of a repeat that no cross-validation has. */
#define OUTER ((size_t)1 << 20)

void logreg_grid_free(logreg_grid *g)
{
    if (!g)
        return;
    for (size_t i = 0; g->path && i < g->n; i++)
        logreg_path_free(g->path[i]);
    free(g->path);
    free(g->l1_ratio);
    free(g->formula);
    free(g->nested_choice);
    free(g);
}

typedef struct {
    const logreg_frame *frame; /* NULL: of a matrix */
    const gsl_matrix *X;
    const gsl_vector *y;
    const logreg_options *options;
    const logreg_path_options *path;
    const logreg_grid_options *how;
} request;

static logreg_status check(const request *r, logreg_error *err)
{
    const logreg_grid_options *h = r->how;
    if (!r->X && h->n_formulas == 0)
        return logreg__fail(err, LOGREG_EINVAL, "a grid has at least one formula");
    if (r->X && h->n_formulas)
        return logreg__fail(
            err, LOGREG_EINVAL,
            "formulas are about the columns of a frame, and a matrix has none of their names; "
            "candidates of a matrix differ by their l1_ratio");
    if (r->path->bootstrap)
        return logreg__fail(err, LOGREG_EINVAL,
                            "bootstrap intervals are of one path; take the best candidate alone");
    if (r->path->folds == 0)
        return logreg__fail(err, LOGREG_EINVAL, "a grid is compared on folds, and folds is 0");
    if (h->n_l1_ratios && strcmp(r->options->penalty, "elasticnet") != 0)
        return logreg__fail(err, LOGREG_EINVAL,
                            "several l1_ratios are about penalty 'elasticnet', and penalty is '%s'",
                            r->options->penalty);
    for (size_t i = 0; i < h->n_l1_ratios; i++)
        if (!(h->l1_ratio[i] >= 0 && h->l1_ratio[i] <= 1))
            return logreg__fail(err, LOGREG_EINVAL, "l1_ratio is %g; it must be between 0 and 1",
                                h->l1_ratio[i]);
    return LOGREG_OK;
}

/* ---- All candidates on some of the rows ---- */

static size_t count_ratios(const request *r)
{
    return r->how->n_l1_ratios ? r->how->n_l1_ratios : 1;
}

static size_t count_candidates(const request *r)
{
    return (r->X ? 1 : r->how->n_formulas) * count_ratios(r);
}

/* Is a candidate better than the best so far? */
static bool is_better(const logreg_path *p, const logreg_path *best)
{
    double sign = p->measure->loss ? 1 : -1;
    return !best || sign * p->cv_measure[p->best] < sign * best->cv_measure[best->best];
}

/* Of sentences on a formula, which one that is, where there are several. */
static logreg_status say_which(const char *formula, size_t place, logreg_status status, logreg_error *err)
{
    static const char begin[] = "formula,";
    size_t n = sizeof begin - 2;
    if (place == 0 || !err || strncmp(err->message, begin, n + 1) != 0)
        return status;
    logreg_error cause = *err;
    return logreg__fail(err, status, "formula %zu, '%.80s'%s", place + 1, formula, cause.message + n);
}

/* Goes all paths into path [n], which is the caller's whatever comes back; *best is the place of the best, *model its model. */
static logreg_status go(logreg_path **path, size_t *best, logreg_model **model, const request *r,
                        const logreg_options *options, const logreg_path_options *p,
                        const logreg__leaving *leaving, logreg_error *err)
{
    size_t ratios = count_ratios(r), n = count_candidates(r);
    logreg_model *m = NULL;
    logreg_status status = LOGREG_OK;
    for (size_t i = 0; status == LOGREG_OK && i < n; i++) {
        const char *formula = r->X ? NULL : r->how->formula[i / ratios];
        const logreg__path_source source = {.frame = r->frame, .formula = formula, .X = r->X, .y = r->y};
        logreg_options o = *options;
        logreg_model *own = NULL;
        if (r->how->n_l1_ratios)
            o.l1_ratio = r->how->l1_ratio[i % ratios];
        status = logreg__path_make(&path[i], &own, &source, &o, p, leaving, err);
        if (status != LOGREG_OK && formula)
            status = say_which(formula, i / ratios, status, err);
        if (status == LOGREG_OK && m && strcmp(m->target, own->target) != 0)
            status = logreg__fail(err, LOGREG_EINVAL,
                                  "'%.80s' and '%.80s' are about different outcomes, and cannot be compared",
                                  r->how->formula[0], formula);
        if (status == LOGREG_OK && m && strcmp(m->fingerprint, own->fingerprint) != 0)
            status = logreg__fail(
                err, LOGREG_EDATA,
                "'%.80s' and '%.80s' are fitted to different rows, since others miss something of "
                "them; leave such rows out, or impute, so that all are compared on the same",
                r->how->formula[0], formula);
        bool better = status == LOGREG_OK && is_better(path[i], m ? path[*best] : NULL);
        if (better)
            *best = i;
        logreg_model_free(better ? m : own);
        m = better ? own : m;
    }
    if (status == LOGREG_OK)
        *model = m;
    else
        logreg_model_free(m);
    return status;
}

/* ---- Nested ---- */

typedef struct {
    const logreg_frame *frame; /* as it is read, before anything is imputed */
    logreg_frame *own;         /* the same, of a matrix */
    logreg__rows *rows;
    logreg__response *response;
    uint32_t *fold;
} outer;

/* The measure of a model's probabilities of the rows that were left out, and what these weigh. */
static logreg_status measure(double *value, double *weight, const logreg_model *m, const outer *x,
                             size_t number, const logreg_metric *metric, logreg_error *err)
{
    size_t n = x->rows->n, K = m->n_classes;
    logreg__reading reading = {0};
    logreg__rows *rows = NULL;
    logreg__design *design = NULL;
    unsigned char *drop = logreg__new_raw(n, 1);
    double *P = logreg__new_raw(n, K * sizeof *P), *y = logreg__new_raw(n, 2 * sizeof *y);
    for (size_t i = 0; drop && i < n; i++)
        drop[i] = x->fold[i] != number;
    logreg_status status =
        drop && P && y ? logreg__rows_subset(&rows, x->rows, drop, err) : logreg__fail_memory(err);
    if (status == LOGREG_OK)
        status = logreg__reading_open(&reading, x->frame, m->terms, err);
    if (status == LOGREG_OK)
        status = logreg__design_new(&design, m->terms, reading.frame, rows, x->response, NULL, err);
    if (status == LOGREG_OK)
        status = logreg__predict_rows(m, design, NULL, NULL, 0, P, err);
    if (status == LOGREG_OK) {
        double *w = y + n;
        logreg_measure found;
        logreg__response_fill_kept(x->response, rows, 0, rows->n, y, w);
        for (size_t i = 0; i < rows->n; i++) {
            *weight += w[i];
            if (K == 2)
                P[i] = P[2 * i + 1];
        }
        const logreg_labelled held = {.n = rows->n, .n_classes = K, .y = y, .p = P, .w = w, .threshold = 0.5};
        status = logreg_metric_measure(&found, &metric, 1, &held, err);
        *value = found.value;
    }
    logreg__design_free(design);
    logreg__reading_clear(&reading);
    logreg__rows_free(rows);
    free(drop);
    free(P);
    free(y);
    return status;
}

/* All of the choice on the rows outside of an outer fold. */
static logreg_status hold_out(double *value, double *weight, size_t *choice, const request *r, const outer *x,
                              size_t number, size_t n, logreg_error *err)
{
    const logreg__leaving leaving = {x->fold, (uint32_t)number};
    logreg_options o = *r->options;
    logreg_path_options p = *r->path;
    logreg_path **path = logreg__new(n, sizeof *path);
    logreg_model *m = NULL;
    logreg_error why;
    o.measures = false;
    p.nested = 0;
    logreg_status status = path ? go(path, choice, &m, r, &o, &p, &leaving, &why) : logreg__fail_memory(&why);
    if (status != LOGREG_OK)
        status = logreg__outer_fail(err, status, number, &why);
    if (status == LOGREG_OK)
        status = measure(value, weight, m, x, number, path[*choice]->measure, err);
    for (size_t i = 0; path && i < n; i++)
        logreg_path_free(path[i]);
    free(path);
    logreg_model_free(m);
    return status;
}

/* The rows of all candidates, and their outcome. */
static logreg_status find_rows(outer *x, const request *r, logreg_error *err)
{
    logreg__formula *formula = NULL;
    logreg__imputing imputing = {0};
    logreg__outcome outcome;
    const logreg_frame *whole = r->frame;
    logreg_status status = r->X ? logreg__matrix_read(&x->own, &outcome, &x->rows, r->X, r->y, r->options,
                                                      r->path->group_values, err)
                                : logreg__formula_imputed(&formula, &x->rows, &imputing, &whole,
                                                          r->how->formula[0], r->options, NULL, err);
    if (r->X)
        x->frame = x->own;
    else if (status == LOGREG_OK)
        outcome = logreg__outcome_chosen(formula->response, r->options);
    if (status == LOGREG_OK)
        status = logreg__response_new(&x->response, &outcome, x->frame, x->rows, err);
    logreg__formula_free(formula);
    logreg__imputing_clear(&imputing);
    return status;
}

static logreg_status nest(logreg_grid *g, const request *r, logreg_error *err)
{
    size_t F = r->path->nested;
    outer x = {.frame = r->frame};
    double *value = logreg__new(2 * F, sizeof *value), *weight = value ? value + F : NULL;
    g->nested_choice = logreg__new(F, sizeof *g->nested_choice);
    logreg_status status = value && g->nested_choice ? find_rows(&x, r, err) : logreg__fail_memory(err);
    if (status == LOGREG_OK) {
        x.fold = logreg__new_raw(x.rows->n, sizeof *x.fold);
        status = x.fold ? logreg__fold_rows(x.fold, F, x.response, x.rows, r->path->group,
                                            r->path->random_state, OUTER, err)
                        : logreg__fail_memory(err);
    }
    for (size_t k = 0; status == LOGREG_OK && k < F; k++)
        status = hold_out(&value[k], &weight[k], &g->nested_choice[k], r, &x, k, g->n, err);
    if (status == LOGREG_OK) {
        g->nested = F;
        logreg__mean_of_folds(&g->nested_measure, &g->nested_error, value, 1, weight, F);
    }
    free(value);
    free(x.fold);
    logreg__response_free(x.response);
    logreg__rows_free(x.rows);
    logreg_frame_free(x.own);
    return status;
}

/* ---- The door ---- */

static logreg_status make_room(logreg_grid *g, const request *r, logreg_error *err)
{
    size_t ratios = count_ratios(r);
    g->n = count_candidates(r);
    g->path = logreg__new(g->n, sizeof *g->path);
    g->formula = logreg__new(g->n, sizeof *g->formula);
    g->l1_ratio = logreg__new(g->n, sizeof *g->l1_ratio);
    if (!g->path || !g->formula || !g->l1_ratio)
        return logreg__fail_memory(err);
    for (size_t i = 0; i < g->n; i++)
        g->formula[i] = i / ratios;
    return LOGREG_OK;
}

static logreg_status make(logreg_grid **grid, logreg_model **model, const request *r, logreg_error *err)
{
    logreg_path_options single = *r->path;
    logreg_model *m = NULL;
    logreg_grid *g = NULL;
    logreg_status status = check(r, err);
    if (status == LOGREG_OK) {
        g = logreg__new(1, sizeof *g);
        status = g ? make_room(g, r, err) : logreg__fail_memory(err);
    }
    single.nested = 0;
    if (status == LOGREG_OK)
        status = go(g->path, &g->best, &m, r, r->options, &single, NULL, err);
    for (size_t i = 0; status == LOGREG_OK && i < g->n; i++)
        g->l1_ratio[i] = g->path[i]->l1_ratio;
    if (status == LOGREG_OK && r->path->nested)
        status = nest(g, r, err);
    if (status == LOGREG_OK) {
        *grid = g;
        *model = m;
    } else {
        logreg_grid_free(g);
        logreg_model_free(m);
    }
    return status;
}

logreg_status logreg_grid_new(logreg_grid **grid, logreg_model **model, const logreg_frame *frame,
                              const logreg_options *options, const logreg_path_options *path_options,
                              const logreg_grid_options *grid_options, logreg_error *err)
{
    logreg_options o = logreg__path_fit_options(options);
    logreg_path_options p = path_options ? *path_options : logreg_path_options_default();
    const request r = {.frame = frame, .options = &o, .path = &p, .how = grid_options};
    logreg_status status = logreg__path_check_frame(frame, &o, &p, err);
    return status == LOGREG_OK ? make(grid, model, &r, err) : status;
}

logreg_status logreg_grid_new_matrix(logreg_grid **grid, logreg_model **model, const gsl_matrix *X,
                                     const gsl_vector *y, const logreg_options *options,
                                     const logreg_path_options *path_options,
                                     const logreg_grid_options *grid_options, logreg_error *err)
{
    logreg_options o = logreg__path_fit_options(options);
    logreg_path_options p = path_options ? *path_options : logreg_path_options_default();
    const request r = {.X = X, .y = y, .options = &o, .path = &p, .how = grid_options};
    logreg_status status = logreg__path_check_matrix(&o, &p, err);
    return status == LOGREG_OK ? make(grid, model, &r, err) : status;
}
