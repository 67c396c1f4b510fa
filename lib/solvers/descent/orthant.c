/* Equation (116). A step is L-BFGS's on the coordinates that no crease or bound holds, and its end is moved back to the orthant. Other than Andrew & Gao do, a step may
 * lead away from where the slopes point along coordinates that are off their crease, where the loss is smooth: near the minimum it is then L-BFGS on those coordinates. */
#include "solvers/descent/orthant.h"

#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "solvers/creases/proximal.h"
#include "solvers/descent/secants.h"
#include "solvers/vectors.h"

#define MEMORY 10

#define MOST_HALVINGS 40
#define DESCENT 1e-4

/* Slopes say little of how far coefficients of nearly collinear columns are off: they are to be this much smaller than what counts as none. */
#define FURTHER 0.01

/* A point: theta, the gradient of what is smooth of the penalised loss, and the shortest subgradient of all of it, 0 where it is held. [n] each. */
typedef struct {
    double *theta, *g, *slope;
    double loss, value; /* without the penalty, and with it */
    double violation;
} point;

typedef struct {
    const logreg__problem *problem;
    const logreg__shrinkage *s;
    size_t n, classes;
    point at, trial;
    double *direction, *guess; /* [n] guess: at inverse second derivatives, in proportion */
    double *b, *gradient;      /* [q] */
    double *room;              /* of all of these */
    logreg__secants secants;
} search;

static bool search_init(search *w, const logreg__problem *problem)
{
    size_t classes = logreg__shrinkage_classes(problem), n = classes * problem->design->p, q = problem->q;
    *w = (search){.problem = problem, .s = problem->shrinkage, .n = n, .classes = classes};
    w->room = logreg__new_raw(8 * n + 2 * q, sizeof(double));
    if (!w->room || !logreg__secants_init(&w->secants, n, MEMORY))
        return false;
    double **part[] = {&w->at.theta, &w->at.g,        &w->at.slope,  &w->trial.theta,
                       &w->trial.g,  &w->trial.slope, &w->direction, &w->guess};
    for (size_t i = 0; i < 8; i++)
        *part[i] = w->room + i * n;
    w->b = w->room + 8 * n;
    w->gradient = w->b + q;
    return true;
}

/* Second derivatives of the null model of as many classes, all alike, and the ridge. One walk. */
static logreg_status guess_curvature(search *w, logreg_error *err)
{
    size_t p = w->s->p;
    double share = 1 / (double)(w->problem->k + 1), most = 0, *acc = logreg__new_raw(2 * p, sizeof *acc);
    if (!acc)
        return logreg__fail_memory(err);
    logreg_status status = logreg__fold(w->problem, &logreg__kernel_first_two, 1, NULL, acc, NULL, err);
    for (size_t j = 0; j < p; j++) {
        acc[j] = share * (1 - share) * acc[p + j] + w->s->ridge[j];
        most = fmax(most, acc[j]);
    }
    for (size_t i = 0; status == LOGREG_OK && i < w->n; i++)
        w->guess[i] = 1 / (acc[i % p] > 0 ? acc[i % p] : most);
    free(acc);
    return status;
}

/* Of several classes the first one's intercept stays 0, since only differences matter; columns of one value stay too. */
static bool stays(const search *w, size_t i)
{
    return w->s->scale[i % w->s->p] == 0 || (i == 0 && w->classes > 1 && w->problem->design->intercept);
}

static logreg_status evaluate(point *p, search *w, logreg_error *err)
{
    const logreg__shrinkage *s = w->s;
    logreg_status status =
        logreg__proximal_look(&p->loss, p->g, w->problem, p->theta, w->b, w->gradient, err);
    if (status != LOGREG_OK)
        return status;
    p->value = p->loss + logreg__shrinkage_value(s, p->theta, w->classes);
    p->violation = logreg__shrinkage_violation(p->slope, s, p->theta, p->g, w->classes,
                                               w->problem->design->response->n_obs);
    for (size_t i = 0; i < w->n; i++) {
        p->g[i] += s->ridge[i % s->p] * p->theta[i];
        if (stays(w, i))
            p->slope[i] = 0;
    }
    return LOGREG_OK;
}

static void free_alone(double *v, const search *w)
{
    for (size_t i = 0; i < w->n; i++)
        if (w->at.slope[i] == 0)
            v[i] = 0;
}

static void find_direction(search *w)
{
    double scale = logreg__secants_scale(&w->secants, w->guess, 1);
    for (size_t i = 0; i < w->n; i++)
        w->direction[i] = -w->at.slope[i];
    logreg__secants_before(&w->secants, w->direction);
    for (size_t i = 0; i < w->n; i++)
        w->direction[i] *= scale * w->guess[i];
    free_alone(w->direction, w);
    logreg__secants_after(&w->secants, w->direction);
    free_alone(w->direction, w);
}

/* The trial's theta: t along the direction, back to the orthant and the bounds. */
static void go(search *w, double t)
{
    const logreg__shrinkage *s = w->s;
    for (size_t i = 0; i < w->n; i++) {
        size_t j = i % s->p;
        double from = w->at.theta[i], to = from + t * w->direction[i];
        double side = from != 0 ? from : -w->at.slope[i];
        if (s->lasso[j] > 0 && to * side < 0)
            to = 0;
        w->trial.theta[i] = fmin(fmax(to, s->low[j]), s->high[j]);
    }
}

/* *t is 0 where no step descends. */
static logreg_status search_line(double *t, search *w, logreg_error *err)
{
    *t = 1;
    for (int i = 0; i < MOST_HALVINGS; i++, *t /= 2) {
        go(w, *t);
        double slope = 0, slope_there = 0;
        for (size_t j = 0; j < w->n; j++)
            slope += w->at.slope[j] * (w->trial.theta[j] - w->at.theta[j]);
        if (!(slope < 0))
            continue;
        logreg_status status = evaluate(&w->trial, w, err);
        if (status != LOGREG_OK)
            return status;
        for (size_t j = 0; j < w->n; j++)
            slope_there += w->trial.slope[j] * (w->trial.theta[j] - w->at.theta[j]);
        if (logreg__solver_descends(DESCENT, w->at.value, slope, w->trial.value, slope_there))
            return LOGREG_OK;
    }
    *t = 0;
    return LOGREG_OK;
}

static void accept(search *w)
{
    logreg__secants_keep(&w->secants, w->trial.theta, w->at.theta, w->trial.g, w->at.g);
    point before = w->at;
    w->at = w->trial;
    w->trial = before;
}

static logreg_status trace(search *w, const logreg_options *options, size_t step, double t, logreg_error *err)
{
    if (!options->trace)
        return LOGREG_OK;
    logreg__shrinkage_b(w->b, w->problem, w->at.theta);
    return logreg__solver_trace(w->problem, options, step, w->at.value,
                                w->at.slope + (w->classes > 1 ? w->s->p : 0), t, w->b, err);
}

static logreg_status iterate(size_t *steps, search *w, size_t limit, size_t budget,
                             const logreg_options *options, logreg_error *err)
{
    double t = 0, first = 0, least = INFINITY, goal = FURTHER * w->s->tol;
    logreg_status status = guess_curvature(w, err);
    for (size_t i = 0; i < w->n; i++)
        w->at.theta[i] = fmin(fmax(w->at.theta[i], w->s->low[i % w->s->p]), w->s->high[i % w->s->p]);
    if (status == LOGREG_OK)
        status = evaluate(&w->at, w, err);
    for (*steps = 0; status == LOGREG_OK; ++*steps) {
        status = trace(w, options, *steps, t, err);
        first = *steps ? first : w->at.violation;
        least = fmin(least, w->at.violation);
        if (status != LOGREG_OK || least <= goal || *steps == limit ||
            logreg__solver_overdraws(*steps, budget, first, least, goal))
            break;
        find_direction(w);
        status = search_line(&t, w, err);
        if (status == LOGREG_OK && t == 0 && w->secants.pairs > 0) {
            w->secants.pairs = 0; /* a bad memory: begin again with slopes alone */
            find_direction(w);
            status = search_line(&t, w, err);
        }
        if (status != LOGREG_OK || t == 0)
            break;
        accept(w);
    }
    return status;
}

logreg_status logreg__orthant_run(logreg__solution *s, const logreg__problem *problem, size_t limit,
                                  const logreg_options *options, logreg_error *err)
{
    search w;
    logreg_status status = search_init(&w, problem) ? LOGREG_OK : logreg__fail_memory(err);
    if (status == LOGREG_OK) {
        logreg__shrinkage_theta(w.at.theta, problem, s->beta);
        status = iterate(&s->iterations, &w, limit, s->budget, options, err);
    }
    if (status == LOGREG_OK) {
        logreg__shrinkage_b(s->beta, problem, w.at.theta);
        s->converged = w.at.violation <= problem->shrinkage->tol;
        s->finite = true;
        s->at->loss = w.at.loss;
    }
    free(w.room);
    logreg__secants_clear(&w.secants);
    return status;
}
