/* Paths of a ridge by coefficients of rows (dual.h): strengths are gone among rows alone, and what has come of many is looked at together, since a walk costs little more for them than for one. */
#include "solvers/paths/path_rows.h"

#include <stdlib.h>

#include "base/error.h"
#include "base/memory.h"
#include "solvers/dual/dual.h"

/* Numbers of coefficients that are looked at together. */
#define TOGETHER ((size_t)1 << 20)

typedef struct {
    logreg__path *path;
    logreg__problem *problem;
    logreg__shrinkage *shrinkage;
    logreg__dual *dual;
    size_t size, q, all; /* numbers of a fit among rows; of its differences of classes; of its theta */
    size_t most;         /* fits that are looked at together */
    double *kept, *b, *gradient;
} walk;

static void set(walk *w, size_t i)
{
    logreg__shrinkage_set(w->shrinkage, w->path->lambda[i], 0, w->path->weight);
}

/* Fits first .. first + n - 1, of which the last is left in theta. */
static logreg_status settle(walk *w, size_t first, size_t n, double *theta, logreg_error *err)
{
    logreg__path *path = w->path;
    logreg_status status = logreg__dual_columns(w->b, w->gradient, w->dual, w->kept, n, err);
    for (size_t i = 0; status == LOGREG_OK && i < n; i++) {
        logreg__proximal_end end = {0};
        double *b = w->b + i * w->q;
        set(w, first + i);
        status = logreg__dual_settle(&end, w->dual, w->kept + i * w->size, b, w->gradient + i * (1 + w->q),
                                     logreg__solver_dual.max_iter, err);
        if (status != LOGREG_OK)
            break;
        path->loss[first + i] = end.loss;
        path->violation[first + i] = end.violation;
        path->converged[first + i] = end.converged;
        path->passes += end.steps;
        logreg__shrinkage_theta(path->theta ? path->theta + (first + i) * w->all : theta, w->problem, b);
    }
    return status;
}

static logreg_status go(walk *w, double *theta, logreg_error *err)
{
    const logreg_options options = logreg_options_default();
    logreg__path *path = w->path;
    logreg_status status = logreg__dual_new(&w->dual, w->problem, err);
    if (status != LOGREG_OK)
        return status;
    w->size = logreg__dual_size(w->dual);
    w->kept = logreg__new_raw(w->most, w->size * sizeof *w->kept);
    w->b = logreg__new_raw(w->most, w->q * sizeof *w->b);
    w->gradient = logreg__new_raw(w->most, (1 + w->q) * sizeof *w->gradient);
    if (!w->kept || !w->b || !w->gradient)
        return logreg__fail_memory(err);
    logreg__shrinkage_b(w->b, w->problem, theta);
    size_t first = 0;
    bool ends = false;
    for (size_t i = 0; status == LOGREG_OK && i < path->n && !ends; i++) {
        size_t steps;
        set(w, i);
        status = logreg__dual_descend(&steps, &path->loss[i], w->dual, w->b, &options, err);
        path->passes += steps;
        logreg__dual_keep(w->kept + (i - first) * w->size, w->dual);
        ends = logreg__path_ends(path, i) || i + 1 == path->n;
        if (status == LOGREG_OK && (ends || i + 1 - first == w->most)) {
            status = settle(w, first, i + 1 - first, theta, err);
            first = path->done = i + 1;
        }
    }
    return status;
}

logreg_status logreg__path_by_rows(logreg__path *path, logreg__problem *problem, logreg__shrinkage *shrinkage,
                                   double *theta, logreg_error *err)
{
    size_t most = TOGETHER / problem->q;
    walk w = {.path = path,
              .problem = problem,
              .shrinkage = shrinkage,
              .q = problem->q,
              .all = logreg__shrinkage_classes(problem) * problem->design->p,
              .most = most > path->n ? path->n
                      : most         ? most
                                     : 1};
    logreg_status status = go(&w, theta, err);
    logreg__dual_free(w.dual);
    free(w.kept);
    free(w.b);
    free(w.gradient);
    return status;
}
