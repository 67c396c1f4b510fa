/* Percentile intervals of penalised fits, equation (132): the fit's own problem, with the drawn frequencies in place of its weights, solved at its lambda again and again. */
#include <logreg/bootstrap.h>

#include <math.h>
#include <stdatomic.h>
#include <stdlib.h>

#include "base/error.h"
#include "base/memory.h"
#include "model/bootstrap.h"
#include "model/estimate/penalised.h"
#include "model/held/calibrate.h"
#include "model/shrink/shrink.h"
#include "select/bootstrapping.h"
#include "select/part.h"
#include "solvers/shrinkage.h"

#define REFITS 999

/* So many numbers of the design at most are walked by refits side by side. */
#define CELLS_AT_HAND 1e8

logreg_bootstrap_options logreg_bootstrap_options_default(void)
{
    return (logreg_bootstrap_options){.n_refits = REFITS, .level = 0.95};
}

logreg_status logreg__bootstrap_check(const logreg_options *o, const logreg_bootstrap_options *b,
                                      logreg_error *err)
{
    if (!o->penalty || !logreg__penalty_shrinks(logreg__penalty_find(o->penalty)))
        return logreg__fail(
            err, LOGREG_EINVAL,
            "bootstrap intervals are for penalties 'l2', 'l1' and 'elasticnet', and penalty is '%s', "
            "whose fits have intervals by their likelihood",
            o->penalty ? o->penalty : "");
    if (o->class_weight)
        return logreg__fail(
            err, LOGREG_EINVAL,
            "resamples draw rows as they are, not as class weights count them; leave class_weight out");
    if (!(b->level > 0 && b->level < 1))
        return logreg__fail(err, LOGREG_EINVAL, "the confidence level is %g; it must be between 0 and 1",
                            b->level);
    double tail = ((double)b->n_refits + 1) * (1 - b->level) / 2;
    if (tail < 1 - 1e-9)
        return logreg__fail(
            err, LOGREG_EINVAL,
            "%zu resamples are too few for intervals at level %g, whose ends lie beyond the outermost of "
            "them; take %.0f or more",
            b->n_refits, b->level, ceil(2 / (1 - b->level) - 1 - 1e-9));
    return LOGREG_OK;
}

/* ---- Refits ---- */

typedef enum { SOUND, LACKING, UNCONVERGED } outcome;

typedef struct {
    const logreg__fitting *f;
    const logreg_bootstrap_options *options;
    const logreg__refitting *how;
    logreg__population population;
    size_t n;             /* coefficients */
    double *value;        /* [n_refits x n] */
    unsigned char *found; /* [n_refits] outcomes */
} work;

static logreg_status refit(work *w, logreg__resample *r, size_t number, int threads, logreg_error *err)
{
    const logreg__fitting *f = w->f;
    logreg__resample_draw(r, w->options->random_state, number);
    for (size_t c = 0; c < f->model->n_classes; c++)
        if (!(r->weight[c] > 0)) {
            w->found[number] = LACKING;
            return LOGREG_OK;
        }
    bool sound = false;
    logreg_status status = w->how->again(w->value + number * w->n, &sound, f, r, threads, w->how->data, err);
    w->found[number] = status == LOGREG_EDATA ? LACKING : sound ? SOUND : UNCONVERGED;
    return status == LOGREG_EDATA ? LOGREG_OK : status;
}

static logreg_status refit_all(work *w, logreg_error *err)
{
    const logreg__fitting *f = w->f;
    int threads = f->problem->threads, outer = threads;
    if ((double)f->rows->n * (double)f->design->p * outer > CELLS_AT_HAND)
        outer = 1;
    atomic_int failed = LOGREG_OK;
    atomic_size_t next = 0;
#pragma omp parallel num_threads(outer) if (outer > 1)
    {
        logreg__resample r;
        logreg_status status =
            logreg__resample_init(&r, &w->population, f->design) ? LOGREG_OK : LOGREG_ENOMEM;
        while (status == LOGREG_OK && failed == LOGREG_OK) {
            size_t i = atomic_fetch_add(&next, 1);
            if (i >= w->options->n_refits)
                break;
            status = refit(w, &r, i, threads / outer, NULL);
        }
        if (status != LOGREG_OK)
            failed = (int)status;
        logreg__resample_clear(&r);
    }
    return failed == LOGREG_OK ? LOGREG_OK : logreg__fail_memory(err); /* nothing else fails there */
}

/* ---- Intervals ---- */

static int ascending(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* The (share (n + 1))-th smallest of n in order; the outermost where there is none beyond. */
static double percentile(const double *x, size_t n, double share)
{
    double at = fmin(fmax(share * ((double)n + 1) - 1, 0), (double)n - 1), below = floor(at + 1e-9);
    size_t i = (size_t)below;
    return at - below < 1e-9 || i + 1 == n ? x[i] : x[i] + (at - below) * (x[i + 1] - x[i]);
}

static logreg_status summarise(logreg__bootstrap *b, const work *w, logreg_error *err)
{
    size_t refits = w->options->n_refits, used = 0;
    for (size_t i = 0; i < refits; i++) {
        used += w->found[i] == SOUND;
        b->n_lacking += w->found[i] == LACKING;
        b->n_unconverged += w->found[i] == UNCONVERGED;
    }
    if (2 * used < refits)
        return logreg__fail(
            err, LOGREG_EDATA,
            "%zu of %zu resamples cannot be fitted, since they lack a class%s or do not converge: there "
            "are too few rows for bootstrap intervals",
            refits - used, refits, w->how->chooses ? " in some folds, or groups to make folds of," : "");
    double *x = logreg__new_raw(used, sizeof *x);
    for (size_t j = 0; x && j < w->n; j++) {
        size_t n = 0;
        for (size_t i = 0; i < refits; i++)
            if (w->found[i] == SOUND)
                x[n++] = w->value[i * w->n + j];
        qsort(x, n, sizeof *x, ascending);
        b->low[j] = percentile(x, n, (1 - b->level) / 2);
        b->high[j] = percentile(x, n, (1 + b->level) / 2);
    }
    bool ok = x != NULL;
    free(x);
    return ok ? LOGREG_OK : logreg__fail_memory(err);
}

logreg_status logreg__bootstrap_fit(logreg__fitting *f, const logreg_bootstrap_options *o,
                                    const logreg__refitting *how, logreg_error *err)
{
    size_t n = logreg__shrinkage_classes(f->problem) * f->model->p;
    work w = {.f = f, .options = o, .how = how, .n = n};
    w.value = logreg__new(o->n_refits, n * sizeof *w.value);
    w.found = logreg__new(o->n_refits, 1);
    logreg__bootstrap *b = f->model->bootstrap = logreg__bootstrap_new(n);
    logreg_status status = w.value && w.found && b
                               ? logreg__population_make(&w.population, f->frame, f->rows, f->response, err)
                               : logreg__fail_memory(err);
    if (status == LOGREG_OK)
        status = refit_all(&w, err);
    if (status == LOGREG_OK) {
        b->level = o->level;
        b->n_refits = o->n_refits;
        b->chosen = how->chooses;
        status = summarise(b, &w, err);
    }
    logreg__population_clear(&w.population);
    free(w.value);
    free(w.found);
    return status;
}

/* ---- At the fit's lambda ---- */

static logreg_status again(double *value, bool *sound, const logreg__fitting *f, const logreg__resample *r,
                           int threads, const void *data, logreg_error *err)
{
    (void)data;
    double lambda = f->model->lambda, *theta = NULL;
    const logreg_path path = {.n = 1, .lambda = &lambda};
    logreg__fitting within = *f;
    logreg__part part = {.response = r->response, .design = within.design = (logreg__design *)&r->design};
    logreg__shrinkage *s = NULL;
    logreg_status status = logreg__problem_new(&part.problem, part.design, f->model->k, threads, err);
    if (status == LOGREG_OK)
        status = logreg__part_go(&theta, &s, &part, f, &path, f->model->l1_ratio, err);
    within.problem = part.problem;
    if (status == LOGREG_OK)
        status = logreg__shrink_coefficients(value, theta, &within, err);
    *sound = !part.unconverged;
    free(theta);
    logreg__shrinkage_free(s);
    logreg__problem_free(part.problem);
    return status;
}

static logreg_status run(logreg__fitting *f, void *data, logreg_error *err)
{
    const logreg__refitting refitting = {again, NULL, false};
    return logreg__bootstrap_fit(f, data, &refitting, err);
}

logreg_status logreg_fit_bootstrap(logreg_model **model, const logreg_frame *frame, const char *formula,
                                   const logreg_options *options, const logreg_bootstrap_options *bootstrap,
                                   logreg_error *err)
{
    const logreg_options usual = logreg_options_default(), *o = options ? options : &usual;
    logreg_bootstrap_options b = bootstrap ? *bootstrap : logreg_bootstrap_options_default();
    const logreg__prelude prelude = {.run = run, .data = &b};
    logreg_model *m = NULL;
    logreg_status status = logreg__bootstrap_check(o, &b, err);
    if (status == LOGREG_OK)
        status = logreg__fit_formula(&m, frame, formula, o, &prelude, err);
    if (status == LOGREG_OK && o->calibrate)
        status = logreg__calibrate_formula(m, frame, formula, o, err);
    if (status == LOGREG_OK)
        *model = m;
    else
        logreg_model_free(m);
    return status;
}
