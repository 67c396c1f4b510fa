#include "select/cross_validation.h"

#include <math.h>
#include <stdatomic.h>
#include <stdlib.h>

#include "base/error.h"
#include "base/memory.h"
#include "model/shrink.h"
#include "select/fold_rows.h"
#include "solvers/path.h"

/* So many numbers of the design at most are walked by folds side by side; more keep all threads busy one fold after the other. */
#define CELLS_AT_HAND 1e8

/* A violation of this share of the largest lambda is enough for losses of ten digits. */
#define NEAR_ENOUGH 1e-9

/* Rows of a fold, or all others, as a problem of their own. */
typedef struct {
    logreg__rows *rows;
    logreg__response response; /* the fit's, with the sums of these rows */
    double weight[LOGREG__MOST_CLASSES];
    logreg__design *design;
    logreg__problem *problem;
} part;

static void part_clear(part *x)
{
    logreg__problem_free(x->problem);
    logreg__design_free(x->design);
    logreg__rows_free(x->rows);
}

/* Sums of weights of the part's rows. */
static void count(part *x)
{
    double y[LOGREG__BLOCK_ROWS], w[LOGREG__BLOCK_ROWS];
    logreg__response *r = &x->response;
    r->weight = x->weight;
    r->n_obs = r->largest_weight = 0;
    r->n_positive = 0;
    for (size_t first = 0; first < x->rows->n; first += LOGREG__BLOCK_ROWS) {
        size_t n = x->rows->n - first < LOGREG__BLOCK_ROWS ? x->rows->n - first : LOGREG__BLOCK_ROWS;
        bool weighted = logreg__response_weighted(r);
        logreg__response_fill_kept(r, x->rows, first, n, y, weighted ? w : NULL);
        for (size_t i = 0; i < n; i++) {
            double wi = weighted ? w[i] : 1;
            if (r->grouped) {
                x->weight[1] += wi * y[i];
                x->weight[0] += wi * (1 - y[i]);
            } else {
                x->weight[(size_t)y[i]] += wi;
            }
            r->n_obs += wi;
            r->n_positive += wi > 0;
            r->largest_weight = fmax(r->largest_weight, wi);
        }
    }
}

static logreg_status part_make(part *x, const logreg__fitting *f, const unsigned char *drop, int threads,
                               logreg_error *err)
{
    *x = (part){.response = *f->response};
    logreg_status status = logreg__rows_subset(&x->rows, f->rows, drop, err);
    if (status != LOGREG_OK)
        return status;
    count(x);
    status = logreg__design_new(&x->design, f->model->terms, f->frame, x->rows, &x->response, NULL, err);
    if (status == LOGREG_OK)
        status = logreg__problem_new(&x->problem, x->design, f->model->k, threads, err);
    return status;
}

/* ---- One fold ---- */

typedef struct {
    const logreg__fitting *f;
    const logreg_path *path;
    double alpha;
    const uint32_t *fold; /* [rows] of a repeat */
    size_t number;        /* the one held out */
    int threads;
    double *loss;  /* [path->n] mean loss on it */
    double weight; /* of its rows */
    size_t lacks;  /* a class that the others lack, or SIZE_MAX */
} task;

static logreg_status fit(double *theta, part *train, task *t, logreg_error *err)
{
    const logreg__fitting *f = t->f;
    logreg__shrinkage *s = NULL;
    size_t n = t->path->n, of = logreg__shrinkage_classes(train->problem) * train->design->p;
    double *start = logreg__new(of + train->problem->q, sizeof *start), *b = start ? start + of : NULL;
    double *loss = logreg__new_raw(2 * n, sizeof *loss);
    unsigned char *converged = logreg__new(n, 1);
    logreg_status status = start && loss && converged ? LOGREG_OK : logreg__fail_memory(err);
    if (status == LOGREG_OK)
        status = logreg__shrink_like(&s, train->problem, f, err);
    if (status == LOGREG_OK) {
        s->tol = fmax(s->tol, NEAR_ENOUGH * f->model->largest_lambda);
        logreg__path path = {.n = n,
                             .lambda = t->path->lambda,
                             .alpha = t->alpha,
                             .weight = train->response.n_obs,
                             .theta = theta,
                             .loss = loss,
                             .violation = loss + n,
                             .converged = converged};
        train->problem->shrinkage = s;
        logreg__fitting_null(b, train->problem);
        logreg__shrinkage_theta(start, train->problem, b);
        status = logreg__path_go(&path, train->problem, s, start, err);
    }
    logreg__shrinkage_free(s);
    free(start);
    free(loss);
    free(converged);
    return status;
}

/* Losses of all strengths on the rows held out, in one walk. */
static logreg_status measure(task *t, part *test, part *train, const double *theta, logreg_error *err)
{
    size_t n = t->path->n, q = train->problem->q,
           of = logreg__shrinkage_classes(train->problem) * train->design->p;
    double *b = logreg__new_raw(n, q * sizeof *b);
    if (!b)
        return logreg__fail_memory(err);
    memcpy(test->problem->centre, train->problem->centre, train->design->n_dense * sizeof(double));
    memcpy(test->problem->factor, train->problem->factor,
           (train->design->n_dense + train->design->n_groups) * sizeof(double));
    for (size_t i = 0; i < n; i++)
        logreg__shrinkage_b(b + i * q, train->problem, theta + i * of);
    logreg_status status = logreg__fold(test->problem, &logreg__kernel_value, n, b, t->loss, NULL, err);
    t->weight = test->response.n_obs;
    for (size_t i = 0; status == LOGREG_OK && i < n; i++)
        t->loss[i] /= t->weight;
    free(b);
    return status;
}

static logreg_status run(task *t, logreg_error *err)
{
    const logreg__fitting *f = t->f;
    part train = {0}, test = {0};
    unsigned char *out = logreg__new_raw(2 * f->rows->n, 1), *in = out ? out + f->rows->n : NULL;
    if (!out)
        return logreg__fail_memory(err);
    for (size_t i = 0; i < f->rows->n; i++) {
        out[i] = t->fold[i] == t->number;
        in[i] = !out[i];
    }
    logreg_status status = part_make(&train, f, out, t->threads, err);
    if (status == LOGREG_OK)
        status = part_make(&test, f, in, t->threads, err);
    free(out);
    for (size_t c = 0; status == LOGREG_OK && c < f->response->n_classes; c++)
        if (!(train.weight[c] > 0))
            t->lacks = c;
    double *theta = NULL;
    if (status == LOGREG_OK && t->lacks == SIZE_MAX) {
        size_t of = logreg__shrinkage_classes(train.problem) * train.design->p;
        theta = logreg__new_raw(t->path->n, of * sizeof *theta);
        status = theta ? logreg__problem_standardise(train.problem, true, err) : logreg__fail_memory(err);
        if (status == LOGREG_OK)
            status = fit(theta, &train, t, err);
        if (status == LOGREG_OK)
            status = measure(t, &test, &train, theta, err);
    }
    free(theta);
    part_clear(&train);
    part_clear(&test);
    return status;
}

/* ---- All of them ---- */

static logreg_status run_all(task *tasks, size_t n, const logreg__fitting *f, logreg_error *err)
{
    int threads = f->problem->threads, outer = threads;
    double cells = (double)f->rows->n * (double)f->design->p;
    if (cells * outer > CELLS_AT_HAND)
        outer = 1;
    if ((size_t)outer > n)
        outer = (int)n;
    atomic_int failed = LOGREG_OK;
    atomic_size_t next = 0;
#pragma omp parallel num_threads(outer) if (outer > 1)
    for (size_t i = atomic_fetch_add(&next, 1); i < n && failed == LOGREG_OK;
         i = atomic_fetch_add(&next, 1)) {
        tasks[i].threads = threads / outer;
        logreg_status status = run(&tasks[i], NULL);
        if (status != LOGREG_OK)
            failed = (int)status;
    }
    if (failed != LOGREG_OK)
        return logreg__fail_memory(err); /* nothing else fails there */
    for (size_t i = 0; i < n; i++)
        if (tasks[i].lacks < SIZE_MAX)
            return logreg__fail(err, LOGREG_EDATA,
                                "fold %zu holds out all rows of class '%.80s', so that the others cannot be "
                                "fitted to it; take fewer folds, or other groups",
                                tasks[i].number + 1, f->response->label[tasks[i].lacks]);
    return LOGREG_OK;
}

/* Means over the folds by their weights, and errors of these from their spread, averaged over the repeats. */
static void summarise(logreg_path *path, const task *tasks)
{
    size_t F = path->folds, R = path->repeats;
    for (size_t i = 0; i < path->n; i++) {
        double sum = 0, error = 0;
        for (size_t r = 0; r < R; r++) {
            double mean = 0, square = 0, weight = 0;
            for (const task *t = tasks + r * F; t < tasks + (r + 1) * F; t++) {
                mean += t->weight * t->loss[i];
                weight += t->weight;
            }
            mean /= weight;
            for (const task *t = tasks + r * F; t < tasks + (r + 1) * F; t++)
                square += t->weight / weight * (t->loss[i] - mean) * (t->loss[i] - mean);
            sum += mean;
            error += sqrt(square / (double)(F - 1));
        }
        path->cv_log_loss[i] = sum / (double)R;
        path->cv_error[i] = error / (double)R;
    }
    path->best = path->best_1se = 0;
    for (size_t i = 1; i < path->n; i++)
        if (path->cv_log_loss[i] < path->cv_log_loss[path->best])
            path->best = i;
    double most = path->cv_log_loss[path->best] + path->cv_error[path->best];
    while (path->cv_log_loss[path->best_1se] > most)
        path->best_1se++;
}

logreg_status logreg__cross_validate(logreg_path *path, const logreg__fitting *f, double alpha,
                                     const logreg_path_options *o, logreg_error *err)
{
    size_t n = o->folds * o->repeats, rows = f->rows->n;
    const logreg__column *group = NULL;
    if (o->group)
        group = &f->frame->column[logreg_frame_find(f->frame, o->group)];
    task *tasks = logreg__new(n, sizeof *tasks);
    double *loss = logreg__new_raw(n, path->n * sizeof *loss);
    path->fold = logreg__new_raw(o->repeats, rows * sizeof *path->fold);
    path->n_rows = rows;
    path->cv_log_loss = logreg__new_raw(path->n, sizeof(double));
    path->cv_error = logreg__new_raw(path->n, sizeof(double));
    logreg_status status = tasks && path->fold && loss && path->cv_log_loss && path->cv_error
                               ? LOGREG_OK
                               : logreg__fail_memory(err);
    path->folds = o->folds;
    path->repeats = o->repeats;
    for (size_t r = 0; status == LOGREG_OK && r < o->repeats; r++)
        status = logreg__fold_rows(path->fold + r * rows, o->folds, f->response, f->rows, group,
                                   o->random_state, r, err);
    for (size_t i = 0; status == LOGREG_OK && i < n; i++)
        tasks[i] = (task){.f = f,
                          .path = path,
                          .alpha = alpha,
                          .fold = path->fold + i / o->folds * rows,
                          .number = i % o->folds,
                          .loss = loss + i * path->n,
                          .lacks = SIZE_MAX};
    if (status == LOGREG_OK)
        status = run_all(tasks, n, f, err);
    if (status == LOGREG_OK)
        summarise(path, tasks);
    free(tasks);
    free(loss);
    return status;
}
