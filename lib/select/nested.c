#include "select/nested.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/error.h"
#include "base/memory.h"
#include "model/held/fold_rows.h"
#include "select/cross_validation.h"
#include "select/part.h"
#include "solvers/shrinkage.h"

/* The outer folds are those of a repeat that no cross-validation has. */
#define OUTER ((size_t)1 << 20)

logreg_status logreg__outer_fail(logreg_error *err, logreg_status status, size_t number,
                                 const logreg_error *why)
{
    if (status != LOGREG_EDATA)
        return logreg__fail(err, status, "%s", why->message);
    return logreg__fail(err, status, "of the rows that outer fold %zu leaves: %s", number + 1, why->message);
}

static logreg_status run(double *loss, double *value, double *weight, const uint32_t *fold, size_t number,
                         const logreg_path *path, const logreg__fitting *f, double alpha,
                         const logreg_path_options *o, logreg_error *err)
{
    logreg__part train = {0}, test = {0};
    double *theta = NULL;
    logreg__shrinkage *s = NULL;
    size_t place = 0;
    logreg_status status = logreg__part_train(&train, f, fold, number, f->problem->threads, err);
    if (status == LOGREG_OK)
        status = logreg__part_test(&test, &train, f, fold, number, f->problem->threads, err);
    if (status == LOGREG_OK && logreg__part_lacks(&train) < SIZE_MAX) {
        char which[48];
        snprintf(which, sizeof which, "outer fold %zu", number + 1);
        status = logreg__fold_lacks(err, which, logreg__part_lacks(&train), f->response, f->rows, o->group);
    }
    if (status == LOGREG_OK)
        status = logreg__part_go(&theta, &s, &train, f, path, alpha, err);
    if (status == LOGREG_OK) {
        logreg__fitting within;
        logreg_error why;
        logreg__part_fitting(&within, &train, s, f);
        status = logreg__cross_choose(&place, &within, path, alpha, o, &why);
        if (status != LOGREG_OK)
            status = logreg__outer_fail(err, status, number, &why);
    }
    if (status == LOGREG_OK) {
        size_t of = logreg__shrinkage_classes(train.problem) * train.design->p;
        status = logreg__part_measure(loss, &test, &train, theta + place * of, 1, err);
        if (status == LOGREG_OK)
            status = logreg__part_metric(value, &test, &train, theta + place * of, 1, path->measure, err);
        *weight = test.response.n_obs;
    }
    free(theta);
    logreg__shrinkage_free(s);
    logreg__part_clear(&test);
    logreg__part_clear(&train);
    return status;
}

logreg_status logreg__validate_nested(logreg_path *path, const logreg__fitting *f, double alpha,
                                      const logreg_path_options *o, logreg_error *err)
{
    size_t F = o->nested;
    uint32_t *fold = logreg__new_raw(f->rows->n, sizeof *fold);
    double *loss = logreg__new_raw(3 * F, sizeof *loss), *weight = loss ? loss + F : NULL,
           *value = loss ? loss + 2 * F : NULL;
    logreg_status status = fold && loss ? LOGREG_OK : logreg__fail_memory(err);
    if (status == LOGREG_OK)
        status = logreg__fold_rows(fold, F, f->response, f->rows, o->group, o->random_state, OUTER, err);
    for (size_t k = 0; status == LOGREG_OK && k < F; k++)
        status = run(&loss[k], &value[k], &weight[k], fold, k, path, f, alpha, o, err);
    if (status == LOGREG_OK) {
        path->nested = F;
        logreg__mean_of_folds(&path->nested_log_loss, &path->nested_error, loss, 1, weight, F);
        logreg__mean_of_folds(&path->nested_measure, &path->nested_measure_error, value, 1, weight, F);
    }
    free(fold);
    free(loss);
    return status;
}
