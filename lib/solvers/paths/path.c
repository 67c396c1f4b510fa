#include "solvers/paths/path_products.h"
#include "solvers/paths/path_rows.h"

#include <math.h>
#include <stdlib.h>

#include "base/error.h"
#include "base/memory.h"
#include "design/sparse_columns.h"
#include "solvers/choice.h"
#include "solvers/creases/columns.h"
#include "solvers/creases/proximal.h"
#include "solvers/paths/look.h"
#include "solvers/paths/subset.h"

/* All columns are taken along where more than so much of them matter: of their number, or where walks go through their numbers alone, of these, which picking them out costs anew each time. */
#define MOST_OF_ALL 0.6

/* Columns are taken along whose slopes reach so much of the present strength, so that they last a while. The strong rule (Tibshirani & al., J. R. Stat. Soc. B 74, 2012), which seldom misses any, keeps thousands where rows
 * are few; a miss is found by a look and costs a strength gone again. */
#define AHEAD 0.9

/* So many strengths are gone before all columns are looked at, for which one walk serves; fewer where the residuals that it takes would be more than one for so many numbers of columns. */
#define MOST_OPEN 8
#define NUMBERS_A_RESIDUAL 16

/* A path ends where it explains so much of the null model's loss, or the last few strengths explain so little more. glmnet
 * looks at single strengths, and so stops where columns of other sizes are only about to enter. */
#define ENOUGH 0.999
#define LITTLE 1e-5
#define A_FEW 5

typedef struct {
    logreg__problem *problem;
    logreg__shrinkage *shrinkage;
    size_t p, classes, n;
    double *theta, *part;     /* part: theta of the subset, */
    double *last;             /*   and of the strength before */
    double *g, *g_before;     /* slopes at the last two strengths that were looked at, */
    double seen, seen_before; /*   which these are */
    size_t most_open;
    double *b, *slope; /* [most_open x q] of points that are looked at, and gradients there */
    double *unit;      /* [p] slope at which a column begins to matter, of lambda; infinite: it never does */
    unsigned char *wanted; /* [p] */
    size_t *cost;          /* [p] what a column takes */
    double most;           /* of what is taken along, before all are */
    bool all;              /* every column is */
    bool foreseen;         /* theta is, from the two strengths before */
    bool again;            /* a strength was not done: it is to be gone again, with more columns */
    logreg__subset subset; /* where not all are */
    logreg__proximal *proximal;
    logreg_options options;
} walk;

/* Slopes go on as they did between the strengths that were seen last: by how much of that they differ at `at` from those seen last. */
static double going_on(const walk *w, double at)
{
    return w->seen_before > w->seen ? (w->seen - at) / (w->seen_before - w->seen) : 0;
}

/* Does the column's coefficient, or one of its coefficients, begin to matter at lambda or before, the slopes of the loss having gone `on`? */
static bool matters(const walk *w, size_t j, double on, double lambda)
{
    double slope = 0;
    for (size_t i = j; i < w->n; i += w->p) {
        double expected = fabs(w->g[i] + on * (w->g[i] - w->g_before[i]));
        slope = expected > slope ? expected : slope;
    }
    return slope >= w->unit[j] * lambda;
}

static bool stands(const walk *w, size_t j)
{
    for (size_t c = 0; c < w->classes; c++)
        if (w->theta[c * w->p + j] != 0)
            return true;
    return false;
}

/* Is some column that is not wanted expected to matter at this strength? */
static bool lacks(const walk *w, double lambda)
{
    double on = going_on(w, lambda);
    for (size_t j = 0; !w->all && j < w->p; j++)
        if (matters(w, j, on, lambda) && !w->wanted[j])
            return true;
    return false;
}

/* Those columns are, and more, so that they last. */
static void want(walk *w, double lambda)
{
    size_t cost = 0;
    double on = going_on(w, lambda);
    for (size_t j = 0; j < w->p; j++) {
        w->wanted[j] = matters(w, j, 0, AHEAD * lambda) || matters(w, j, on, lambda) || stands(w, j);
        cost += w->wanted[j] ? w->cost[j] : 0;
    }
    w->all = (double)cost >= w->most;
}

/* Room to descend in the wanted columns. */
static logreg_status renew(walk *w, logreg_error *err)
{
    logreg__proximal_free(w->proximal);
    w->proximal = NULL;
    logreg__subset_clear(&w->subset);
    if (w->all)
        return logreg__proximal_new(&w->proximal, w->problem, err);
    logreg_status status = logreg__subset_make(&w->subset, w->problem, w->wanted, err);
    return status == LOGREG_OK ? logreg__proximal_new(&w->proximal, w->subset.problem, err) : status;
}

/* sure: of all columns, or NULL. */
static logreg_status descend(logreg__proximal_end *end, walk *w, const logreg__proximal_point *sure,
                             logreg_error *err)
{
    double tol = w->shrinkage->tol;
    if (w->all)
        return logreg__proximal_run(end, w->proximal, w->theta, sure, tol, &w->options, err);
    logreg__subset_strength(&w->subset);
    logreg__subset_take(w->part, &w->subset, w->theta);
    if (sure)
        logreg__subset_take(w->last, &w->subset, sure->theta);
    const logreg__proximal_point part = {w->last, sure ? sure->loss : 0};
    logreg_status status =
        logreg__proximal_run(end, w->proximal, w->part, sure ? &part : NULL, tol, &w->options, err);
    logreg__subset_give(w->theta, &w->subset, w->part);
    return status;
}

/* Wants the columns outside that violate their condition; whether there are any. */
static bool want_violators(walk *w, double lambda)
{
    bool any = false;
    for (size_t j = 0; j < w->p; j++)
        if (matters(w, j, 0, lambda + w->shrinkage->tol) && !w->wanted[j]) {
            w->wanted[j] = 1;
            any = true;
        }
    return any;
}

static double *theta_at(const walk *w, const logreg__path *path, size_t i)
{
    return path->theta ? path->theta + i * w->n : w->theta;
}

void logreg__path_set(const logreg__path *path, logreg__shrinkage *shrinkage, size_t i, double tol)
{
    bool last = i + 1 == path->n;
    double lambda = path->lambda[i];
    logreg__shrinkage_set(shrinkage, lambda, path->alpha, path->weight);
    if (path->usual > 0)
        tol = fmin(tol, fmax(path->usual, LOGREG__OF_STRENGTH * lambda));
    shrinkage->tol = last ? tol : fmax(tol, path->loose * lambda);
}

/* Takes over slopes in b that were seen at lambda. */
static void see(walk *w, const double *slope, double lambda)
{
    double *g = w->g_before;
    logreg__shrinkage_gradient(g, w->problem, slope);
    w->g_before = w->g;
    w->g = g;
    w->seen_before = w->seen;
    w->seen = lambda;
}

/* Looks at all columns at the strengths from path->done to `end` - 1, which are done as far as none of those left out violates its condition. Where one does, it is wanted, and theta is what it was there. */
static logreg_status confirm(walk *w, logreg__path *path, size_t end, double tol, logreg_error *err)
{
    const logreg__problem *part = w->subset.problem;
    size_t first = path->done, q = w->problem->q;
    for (size_t i = first; i < end; i++) {
        logreg__subset_take(w->part, &w->subset, theta_at(w, path, i));
        logreg__shrinkage_b(w->b + (i - first) * part->q, part, w->part);
    }
    logreg_status status =
        logreg__look(path->loss + first, w->slope, w->problem, part, w->b, end - first, err);
    for (size_t i = first; status == LOGREG_OK && i < end; i++) {
        const double *theta = theta_at(w, path, i);
        logreg__path_set(path, w->shrinkage, i, tol);
        see(w, w->slope + (i - first) * q, path->lambda[i]);
        path->violation[i] =
            logreg__shrinkage_violation(NULL, w->shrinkage, theta, w->g, w->classes, path->weight);
        path->converged[i] = path->violation[i] <= fmin(tol, w->shrinkage->tol);
        if (want_violators(w, path->lambda[i])) {
            if (theta != w->theta)
                memcpy(w->theta, theta, w->n * sizeof *theta);
            w->again = true;
            return renew(w, err);
        }
        path->done = i + 1;
    }
    return status;
}

/* Moves coefficients on as far as they went at the strength before, measured in logarithms: what stands goes on much as it did. None changes its sign, enters or leaves, which collinear columns may take amiss. */
static void foresee(walk *w, const logreg__path *path, size_t i)
{
    w->foreseen = path->theta && i > 1;
    if (!w->foreseen)
        return;
    const double *lambda = path->lambda + i, *last = path->theta + (i - 1) * w->n, *first = last - w->n;
    double share = log(lambda[0] / lambda[-1]) / log(lambda[-1] / lambda[-2]);
    for (size_t j = 0; j < w->n; j++) {
        double to = last[j] + share * (last[j] - first[j]);
        if (first[j] != 0 && to * last[j] > 0)
            w->theta[j] = to;
    }
}

bool logreg__path_ends(const logreg__path *path, size_t i)
{
    if (!(path->stop > 0) || i + 1 < A_FEW)
        return false;
    double now = 1 - path->loss[i] / path->stop, before = 1 - path->loss[i + 1 - A_FEW] / path->stop;
    return now > ENOUGH || now - before < LITTLE * now;
}

/* Room with the columns that strength i asks for, and where to begin there. Strengths before it are looked at first where that asks for more than there are; if one of them is not done, nothing else happens. */
static logreg_status prepare(walk *w, logreg__path *path, size_t i, double tol, logreg_error *err)
{
    logreg_status status = LOGREG_OK;
    if (lacks(w, path->lambda[i])) {
        if (path->done < i)
            status = confirm(w, path, i, tol, err);
        if (status != LOGREG_OK || w->again)
            return status;
        if (lacks(w, path->lambda[i])) {
            want(w, path->lambda[i]);
            status = renew(w, err);
        }
    }
    if (status == LOGREG_OK && !w->proximal)
        status = renew(w, err);
    foresee(w, path, i);
    return status;
}

/* The minimum at strength i in the columns at hand. */
static logreg_status minimise(walk *w, logreg__path *path, size_t i, double tol, logreg_error *err)
{
    logreg__proximal_end end;
    const logreg__proximal_point before = {w->foreseen ? path->theta + (i - 1) * w->n : NULL,
                                           w->foreseen ? path->loss[i - 1] : 0};
    logreg__path_set(path, w->shrinkage, i, tol);
    logreg_status status = descend(&end, w, w->foreseen ? &before : NULL, err);
    if (status != LOGREG_OK)
        return status;
    path->passes += end.steps;
    path->loss[i] = end.loss;
    path->violation[i] = end.violation;
    path->converged[i] = end.violation <= fmin(tol, w->shrinkage->tol);
    if (path->theta)
        memcpy(path->theta + i * w->n, w->theta, w->n * sizeof *w->theta);
    if (w->all)
        path->done = i + 1;
    return LOGREG_OK;
}

static logreg_status go(walk *w, logreg__path *path, logreg_error *err)
{
    double loss, tol = w->shrinkage->tol;
    const logreg_options usual = w->options;
    size_t i = 0;
    logreg_status status = logreg__proximal_look(&loss, w->g, w->problem, w->theta, w->b, w->slope, err);
    while (status == LOGREG_OK && i < path->n) {
        w->foreseen = false;
        if (!w->again)
            status = prepare(w, path, i, tol, err);
        if (status != LOGREG_OK)
            break;
        i = w->again ? path->done : i;
        w->again = false;
        w->options = i + 1 == path->n && path->options ? *path->options : usual;
        status = minimise(w, path, i, tol, err);
        i++;
        if (status != LOGREG_OK)
            break;
        bool ends = i == path->n || logreg__path_ends(path, i - 1);
        if (!w->all && (ends || i - path->done >= w->most_open))
            status = confirm(w, path, i, tol, err);
        if (w->again)
            i = path->done;
        else if (ends)
            break;
    }
    w->shrinkage->tol = tol;
    return status;
}

static void find_units(walk *w, const logreg__path *path)
{
    const logreg__shrinkage *s = w->shrinkage;
    for (size_t j = 0; j < w->p; j++)
        w->unit[j] = s->scale[j] > 0 ? s->factor[j] * s->scale[j] * path->alpha * path->weight : INFINITY;
}

static void find_costs(walk *w)
{
    double sum = 0;
    bool numbers = logreg__columns_serve(w->problem);
    if (numbers)
        logreg__sparse_count(w->cost, w->problem->design);
    for (size_t j = 0; j < w->p; j++) {
        w->cost[j] = numbers ? w->cost[j] : 1;
        sum += (double)w->cost[j];
    }
    w->most = MOST_OF_ALL * sum;
}

/* Columns without a penalty, constants apart, and those that have coefficients. */
static void want_first(walk *w, double alpha)
{
    w->all = w->p <= LOGREG__FEW_PENALISED || !(alpha > 0);
    for (size_t j = 0; j < w->p; j++)
        w->wanted[j] = w->all || (w->shrinkage->factor[j] == 0 && w->shrinkage->scale[j] > 0) || stands(w, j);
}

logreg_status logreg__path_go(logreg__path *path, logreg__problem *problem, logreg__shrinkage *shrinkage,
                              double *theta, logreg_error *err)
{
    size_t p = problem->design->p, classes = logreg__shrinkage_classes(problem), n = classes * p;
    size_t open = path->theta ? p / (NUMBERS_A_RESIDUAL * problem->k) : 1;
    open = open < 1 ? 1 : open > MOST_OPEN ? MOST_OPEN : open;
    walk w = {.problem = problem,
              .shrinkage = shrinkage,
              .p = p,
              .classes = classes,
              .n = n,
              .theta = theta,
              .g = logreg__new_raw(n, sizeof(double)),
              .g_before = logreg__new(n, sizeof(double)), /* which stand times 0 until there are two looks */
              .seen = path->lambda[0],
              .seen_before = path->lambda[0],
              .most_open = open,
              .b = logreg__new_raw(open, problem->q * sizeof(double)),
              .slope = logreg__new_raw(open, problem->q * sizeof(double)),
              .part = logreg__new_raw(n, sizeof(double)),
              .last = logreg__new_raw(n, sizeof(double)),
              .unit = logreg__new_raw(p, sizeof(double)),
              .wanted = logreg__new(p, 1),
              .cost = logreg__new(p, sizeof(size_t)),
              .options = logreg_options_default()};
    path->done = path->passes = 0;
    logreg__shrinkage_set(shrinkage, path->lambda[0], path->alpha, path->weight);
    logreg__choice choice = logreg__choose(problem);
    const logreg__solver *surest = logreg__choice_surest(&choice);
    logreg_status status = LOGREG_OK;
    if (!w.g || !w.g_before || !w.b || !w.slope || !w.part || !w.last || !w.unit || !w.wanted || !w.cost)
        status = logreg__fail_memory(err);
    if (status == LOGREG_OK && surest == &logreg__solver_dual) {
        status = logreg__path_by_rows(path, problem, shrinkage, theta, err);
    } else if (status == LOGREG_OK && surest == &logreg__solver_newton_cg) {
        status = logreg__path_by_products(path, problem, shrinkage, theta, err);
    } else if (status == LOGREG_OK) {
        find_units(&w, path);
        find_costs(&w);
        want_first(&w, path->alpha);
        status = go(&w, path, err);
    }
    logreg__proximal_free(w.proximal);
    logreg__subset_clear(&w.subset);
    free(w.g);
    free(w.g_before);
    free(w.b);
    free(w.slope);
    free(w.part);
    free(w.last);
    free(w.unit);
    free(w.wanted);
    free(w.cost);
    return status;
}
