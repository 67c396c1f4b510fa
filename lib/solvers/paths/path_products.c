/* Paths of a ridge by products of second derivatives with vectors (newton_cg.c). All columns matter at every strength of a ridge, and of very many or sparse ones no matrix of pairs is made. */
#include "solvers/paths/path_products.h"

#include <math.h>
#include <stdlib.h>

#include "base/error.h"
#include "base/memory.h"
#include "solvers/creases/proximal.h"
#include "solvers/vectors.h"

typedef struct {
    logreg__path *path;
    logreg__problem *problem;
    logreg__shrinkage *shrinkage;
    logreg__quadratic *at;
    size_t q;
    double *b, *last;     /* [q] where the walk stands; the minimum at the strength before */
    double *at_b, *slope; /* [q] of a look */
    double *g;            /* [classes p] likewise */
    double *room;         /* all of these */
    double *theta;        /* [classes p] the caller's, where it wants no more than the last minimum */
} walk;

static bool make_room(walk *w)
{
    size_t all = logreg__shrinkage_classes(w->problem) * w->problem->design->p;
    w->room = logreg__new_raw(4 * w->q + all, sizeof *w->room);
    w->at = logreg__quadratic_new(0);
    if (!w->room || !w->at)
        return false;
    w->b = w->room;
    w->last = w->b + w->q;
    w->at_b = w->last + w->q;
    w->slope = w->at_b + w->q;
    w->g = w->slope + w->q;
    return true;
}

/* Begins where the minima at the last two strengths point to, in logarithms of the strength, and keeps the last of them. */
static void foresee(walk *w, size_t i)
{
    const double *lambda = w->path->lambda + i;
    double share = i > 1 ? log(lambda[0] / lambda[-1]) / log(lambda[-1] / lambda[-2]) : 0;
    for (size_t j = 0; j < w->q; j++) {
        double b = w->b[j];
        w->b[j] += share * (b - w->last[j]);
        w->last[j] = b;
    }
}

static logreg_status minimise(walk *w, size_t i, double tol, logreg_error *err)
{
    const logreg_options options = logreg_options_default();
    logreg__path *path = w->path;
    logreg__solution solution = {.beta = w->b, .at = w->at};
    logreg__path_set(path, w->shrinkage, i, tol);
    foresee(w, i);
    logreg_status status = logreg__solver_newton_cg.run(&solution, w->problem, &options, err);
    if (status != LOGREG_OK)
        return status;
    size_t classes = logreg__shrinkage_classes(w->problem), all = classes * w->problem->design->p;
    double *theta = path->theta ? path->theta + i * all : w->theta;
    logreg__shrinkage_theta(theta, w->problem, w->b);
    status = logreg__proximal_look(&path->loss[i], w->g, w->problem, theta, w->at_b, w->slope, err);
    if (status != LOGREG_OK)
        return status;
    path->violation[i] = logreg__shrinkage_violation(NULL, w->shrinkage, theta, w->g, classes, path->weight);
    path->converged[i] = solution.converged;
    path->passes += solution.iterations;
    path->done = i + 1;
    return LOGREG_OK;
}

logreg_status logreg__path_by_products(logreg__path *path, logreg__problem *problem,
                                       logreg__shrinkage *shrinkage, double *theta, logreg_error *err)
{
    walk w = {.path = path, .problem = problem, .shrinkage = shrinkage, .q = problem->q, .theta = theta};
    double tol = shrinkage->tol;
    bool ends = false;
    logreg_status status = make_room(&w) ? LOGREG_OK : logreg__fail_memory(err);
    if (status == LOGREG_OK) {
        logreg__shrinkage_b(w.b, problem, theta);
        memcpy(w.last, w.b, w.q * sizeof *w.b);
    }
    for (size_t i = 0; status == LOGREG_OK && i < path->n && !ends; i++) {
        status = minimise(&w, i, tol, err);
        ends = status == LOGREG_OK && logreg__path_ends(path, i);
    }
    shrinkage->tol = tol;
    logreg__quadratic_free(w.at);
    free(w.room);
    return status;
}
