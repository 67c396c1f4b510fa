#include "select/cross_validation.h"

#include <math.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "model/held/fold_rows.h"
#include "select/part.h"
#include "solvers/shrinkage.h"

/* So many numbers of the design at most are walked by folds side by side; more keep all threads busy one fold after the other. */
#define CELLS_AT_HAND 1e8

/* ---- One fold ---- */

typedef struct {
    const logreg__fitting *f;
    const logreg_path *path;
    double alpha;
    const uint32_t *fold; /* [rows] of a repeat */
    size_t number;        /* the one held out */
    int threads;
    double *loss;   /* [path->n] mean loss on it */
    double *value;  /* [path->n] the measure on it; NULL: that is the loss */
    double *weight; /* of its rows */
    size_t lacks;   /* a class that the others lack, or SIZE_MAX */
    logreg_status status;
    logreg_error why;
} task;

static logreg_status run(task *t)
{
    logreg_error *err = &t->why;
    const logreg__fitting *f = t->f;
    logreg__part train = {0}, test = {0};
    double *theta = NULL;
    logreg__shrinkage *s = NULL;
    logreg_status status = logreg__part_train(&train, f, t->fold, t->number, t->threads, err);
    if (status == LOGREG_OK)
        status = logreg__part_test(&test, &train, f, t->fold, t->number, t->threads, err);
    t->lacks = status == LOGREG_OK ? logreg__part_lacks(&train) : SIZE_MAX;
    if (status == LOGREG_OK && t->lacks == SIZE_MAX) {
        status = logreg__part_go(&theta, &s, &train, f, t->path, t->alpha, err);
        if (status == LOGREG_OK)
            status = logreg__part_measure(t->loss, &test, &train, theta, t->path->n, err);
        if (status == LOGREG_OK && t->value)
            status = logreg__part_metric(t->value, &test, &train, theta, t->path->n, t->path->measure, err);
        *t->weight = test.response.n_obs;
    }
    free(theta);
    logreg__shrinkage_free(s);
    logreg__part_clear(&test);
    logreg__part_clear(&train);
    return status;
}

/* ---- All of them ---- */

static logreg_status run_all(task *tasks, size_t n, const logreg__fitting *f, const char *group,
                             logreg_error *err)
{
    int threads = f->problem->threads, outer = threads;
    double cells = (double)f->rows->n * (double)f->design->p;
    if (cells * outer > CELLS_AT_HAND)
        outer = 1;
    if ((size_t)outer > n)
        outer = (int)n;
    atomic_bool failed = false;
    atomic_size_t next = 0;
#pragma omp parallel num_threads(outer) if (outer > 1)
    while (!failed) { /* so that all before the first that fails are done, whoever is quickest */
        size_t i = atomic_fetch_add(&next, 1);
        if (i >= n)
            break;
        tasks[i].threads = threads / outer;
        tasks[i].status = run(&tasks[i]);
        if (tasks[i].status != LOGREG_OK)
            failed = true;
    }
    for (size_t i = 0; i < n; i++) {
        if (tasks[i].status != LOGREG_OK)
            return logreg__fail(err, tasks[i].status, "%s", tasks[i].why.message);
        if (tasks[i].lacks < SIZE_MAX) {
            char which[48];
            snprintf(which, sizeof which, "fold %zu", tasks[i].number + 1);
            return logreg__fold_lacks(err, which, tasks[i].lacks, f->response, f->rows, group);
        }
    }
    return LOGREG_OK;
}

/* Means over the folds by their weights, and errors of these from their spread, averaged over the repeats. */
static void summarise(double *cv, double *cv_error, const logreg_path *path, const double *loss,
                      const double *weight)
{
    size_t F = path->folds, R = path->repeats;
    for (size_t i = 0; i < path->n; i++) {
        double sum = 0, error = 0;
        for (size_t r = 0; r < R; r++) {
            double mean, spread;
            logreg__mean_of_folds(&mean, &spread, loss + r * F * path->n + i, path->n, weight + r * F, F);
            sum += mean;
            error += spread;
        }
        cv[i] = sum / (double)R;
        cv_error[i] = error / (double)R;
    }
}

/* The strength of the best measure, and the most penalty within a standard error of it. */
static logreg_status choose(logreg_path *path, logreg_error *err)
{
    double sign = path->measure->loss ? 1 : -1;
    size_t best = path->n;
    for (size_t i = 0; i < path->n; i++)
        if (!isnan(path->cv_measure[i]) &&
            (best == path->n || sign * path->cv_measure[i] < sign * path->cv_measure[best]))
            best = i;
    if (best == path->n)
        return logreg__fail(
            err, LOGREG_EDATA,
            "'%s' has no value in one fold or another, whatever the lambda; take fewer folds, other "
            "groups, or another measure",
            path->measure->name);
    double most = sign * path->cv_measure[best] + path->cv_measure_error[best];
    path->best = best;
    path->best_1se = 0;
    while (!(sign * path->cv_measure[path->best_1se] <= most))
        path->best_1se++;
    return LOGREG_OK;
}

logreg_status logreg__cross_validate(logreg_path *path, const logreg__fitting *f, double alpha,
                                     const logreg_path_options *o, logreg_error *err)
{
    size_t n = o->folds * o->repeats, rows = f->rows->n;
    task *tasks = logreg__new(n, sizeof *tasks);
    bool other = strcmp(path->measure->name, "log_loss") != 0;
    double *loss = logreg__new_raw(2 * n, path->n * sizeof *loss), *value = loss ? loss + n * path->n : NULL,
           *weight = logreg__new(n, sizeof *weight);
    path->fold = logreg__new_raw(o->repeats, rows * sizeof *path->fold);
    path->n_rows = rows;
    path->cv_log_loss = logreg__new_raw(path->n, sizeof(double));
    path->cv_error = logreg__new_raw(path->n, sizeof(double));
    path->cv_measure = logreg__new_raw(path->n, sizeof(double));
    path->cv_measure_error = logreg__new_raw(path->n, sizeof(double));
    bool ok = tasks && path->fold && loss && weight && path->cv_log_loss && path->cv_error;
    ok = ok && path->cv_measure && path->cv_measure_error;
    logreg_status status = ok ? LOGREG_OK : logreg__fail_memory(err);
    path->folds = o->folds;
    path->repeats = o->repeats;
    for (size_t r = 0; status == LOGREG_OK && r < o->repeats; r++)
        status = logreg__fold_rows(path->fold + r * rows, o->folds, f->response, f->rows, o->group,
                                   o->random_state, r, err);
    for (size_t i = 0; status == LOGREG_OK && i < n; i++)
        tasks[i] = (task){.f = f,
                          .path = path,
                          .alpha = alpha,
                          .fold = path->fold + i / o->folds * rows,
                          .number = i % o->folds,
                          .loss = loss + i * path->n,
                          .value = other ? value + i * path->n : NULL,
                          .weight = weight + i,
                          .lacks = SIZE_MAX};
    if (status == LOGREG_OK)
        status = run_all(tasks, n, f, o->group, err);
    if (status == LOGREG_OK) {
        summarise(path->cv_log_loss, path->cv_error, path, loss, weight);
        summarise(path->cv_measure, path->cv_measure_error, path, other ? value : loss, weight);
        status = choose(path, err);
    }
    free(tasks);
    free(loss);
    free(weight);
    return status;
}

logreg_status logreg__cross_choose(size_t *place, const logreg__fitting *f, const logreg_path *path,
                                   double alpha, const logreg_path_options *o, logreg_error *err)
{
    logreg_path own = {.n = path->n, .lambda = path->lambda, .measure = path->measure};
    logreg_status status = logreg__cross_validate(&own, f, alpha, o, err);
    *place = strcmp(o->rule, "min") == 0 ? own.best : own.best_1se;
    free(own.fold);
    free(own.cv_log_loss);
    free(own.cv_error);
    free(own.cv_measure);
    free(own.cv_measure_error);
    return status;
}
