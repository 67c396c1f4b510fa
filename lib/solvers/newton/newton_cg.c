/* Truncated Newton: each step solves H d = -g by conjugate gradients, which ask for products of H with vectors alone, no matrix.
 *
 * g is the gradient of the loss with the smooth part of the penalty, H its second derivatives at the point. Products take what was kept of the rows there
 * (kernels_curved.c). The diagonal of H is the preconditioner (Hsia, Chiang & Lin, ACML 2018). How far a system is solved follows the gradient, so that steps converge
 * faster than linearly (Dembo & Steihaug, Math. Prog. 26, 1983); a line search makes each step a descent, since the loss is convex (Galli & Lin, "A study on truncated
 * Newton methods for linear classification", IEEE TNNLS 2021, find it no slower than a trust region).
 */
#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "solvers/shrinkage.h"
#include "solvers/solver.h"
#include "solvers/vectors.h"

/* A system is solved to this share of its right side at first, and to the root of the gradient's fall later. */
#define FIRST_SHARE 0.1

/* Conjugate gradients in one step: rounding spoils them where there are many more. */
#define MOST_PRODUCTS 500

/* The share of the last tolerance that a system need not be solved beyond. */
#define ENOUGH 0.3

#define MOST_HALVINGS 30
#define DESCENT 1e-4

typedef struct {
    const logreg__problem *problem;
    size_t q, n_kept;
    size_t products; /* made so far */
    double loss, trial_loss;
    double *g, *trial_g, *trial, *step, *residual, *scaled, *diagonal, *theta,
        *slope;         /* [q], theta and slope of all classes */
    double *product;    /* [q] H times the direction */
    double *direction;  /* [q], and behind it */
    double *kept;       /* [k n] what was kept of the rows at the point, */
    double *trial_kept; /*   and at the trial */
    double *acc;        /* [1 + q] */
    double *room;
} search;

static bool search_init(search *w, const logreg__problem *problem)
{
    size_t q = problem->q, n = problem->k * problem->design->n, all = q + problem->design->p;
    *w = (search){.problem = problem, .q = q, .n_kept = n};
    w->room = logreg__new_raw(10 * q + 1 + 2 * all + 2 * n, sizeof *w->room);
    if (!w->room)
        return false;
    double **part[] = {&w->g,        &w->trial_g, &w->trial,    &w->step,
                       &w->residual, &w->scaled,  &w->diagonal, &w->product};
    double *at = w->room;
    for (size_t i = 0; i < 8; i++, at += q)
        *part[i] = at;
    w->theta = at;
    w->slope = at + all;
    w->acc = w->slope + all;
    w->direction = w->acc + 1 + q;
    w->kept = w->direction + q;
    w->trial_kept = w->kept + n;
    return true;
}

static void hold(const search *w, double *g)
{
    for (size_t j = 0; w->problem->held && j < w->q; j++)
        g[j] = w->problem->held[j] ? 0 : g[j];
}

static double penalty(double *g, const search *w, const double *b)
{
    const logreg__problem *p = w->problem;
    return p->shrinkage ? logreg__shrinkage_slope(g, p, b) : 0;
}

/* Loss, gradient and what is kept of the rows at b. */
static logreg_status evaluate(double *loss, double *g, double *kept, search *w, const double *b,
                              logreg_error *err)
{
    logreg_status status = logreg__fold(w->problem, &logreg__kernel_curved_gradient, 1, b, w->acc, kept, err);
    if (status != LOGREG_OK)
        return status;
    memcpy(g, w->acc + 1, w->q * sizeof *g);
    *loss = w->acc[0] + penalty(g, w, b);
    hold(w, g);
    return LOGREG_OK;
}

/* The largest violation of optimality at the point, in units of lambda; without a penalty the largest mean slope. */
static double violation(search *w, const double *b)
{
    const logreg__problem *p = w->problem;
    double weight = p->design->response->n_obs, largest = 0;
    if (!p->shrinkage) {
        for (size_t j = 0; j < w->q; j++)
            largest = fmax(largest, fabs(w->g[j]) / weight);
        return largest;
    }
    logreg__shrinkage_theta(w->theta, p, b);
    memset(w->scaled, 0, w->q * sizeof *w->scaled);
    logreg__shrinkage_slope(w->scaled, p, b);
    for (size_t j = 0; j < w->q; j++)
        w->scaled[j] = w->g[j] - w->scaled[j];
    logreg__shrinkage_gradient(w->slope, p, w->scaled);
    return logreg__shrinkage_violation(NULL, p->shrinkage, w->theta, w->slope, logreg__shrinkage_classes(p),
                                       weight);
}

/* The diagonal of H, where it is positive. */
static logreg_status find_diagonal(search *w, logreg_error *err)
{
    const logreg__problem *p = w->problem;
    logreg_status status =
        logreg__fold(p, &logreg__kernel_curved_diagonal, 1, w->kept, w->diagonal, NULL, err);
    double share = p->k > 1 ? 1 / (double)(p->k + 1) : 0;
    for (size_t j = 0; status == LOGREG_OK && j < w->q; j++) {
        if (p->shrinkage)
            w->diagonal[j] += p->shrinkage->ridge[j % p->design->p] * (1 - share);
        if (!(w->diagonal[j] > 0))
            w->diagonal[j] = 1;
    }
    return status;
}

/* product = H direction */
static logreg_status multiply(search *w, logreg_error *err)
{
    logreg_status status =
        logreg__fold(w->problem, &logreg__kernel_curved_product, 1, w->direction, w->product, NULL, err);
    if (status == LOGREG_OK) {
        penalty(w->product, w, w->direction);
        hold(w, w->product);
    }
    return status;
}

static void precondition(search *w)
{
    for (size_t j = 0; j < w->q; j++)
        w->scaled[j] = w->residual[j] / w->diagonal[j];
}

/* step: H step = -g up to `share` of g in the diagonal's metric. */
static logreg_status solve_system(search *w, double share, logreg_error *err)
{
    size_t q = w->q;
    logreg_status status = find_diagonal(w, err);
    memset(w->step, 0, q * sizeof *w->step);
    for (size_t j = 0; j < q; j++)
        w->residual[j] = -w->g[j];
    precondition(w);
    memcpy(w->direction, w->scaled, q * sizeof *w->direction);
    double square = logreg__dot(w->residual, w->scaled, q), enough = share * share * square;
    for (size_t i = 0; status == LOGREG_OK && i < MOST_PRODUCTS && square > enough; i++) {
        w->products++;
        status = multiply(w, err);
        double curvature = logreg__dot(w->direction, w->product, q), before = square;
        if (status != LOGREG_OK || !(curvature > 0))
            break;
        logreg__add(w->step, square / curvature, w->direction, q);
        logreg__add(w->residual, -square / curvature, w->product, q);
        precondition(w);
        square = logreg__dot(w->residual, w->scaled, q);
        for (size_t j = 0; j < q; j++)
            w->direction[j] = w->scaled[j] + square / before * w->direction[j];
    }
    return status;
}

/* The longest of step, step / 2, .. that descends; *t is 0 where none does. The trial stands in w. */
static logreg_status search_line(double *t, search *w, const double *b, logreg_error *err)
{
    double slope = logreg__dot(w->g, w->step, w->q);
    *t = 1;
    for (int i = 0; slope < 0 && i < MOST_HALVINGS; i++, *t /= 2) {
        memcpy(w->trial, b, w->q * sizeof *w->trial);
        logreg__add(w->trial, *t, w->step, w->q);
        logreg_status status = evaluate(&w->trial_loss, w->trial_g, w->trial_kept, w, w->trial, err);
        if (status != LOGREG_OK)
            return status;
        double slope_here = logreg__dot(w->trial_g, w->step, w->q);
        if (logreg__solver_descends(DESCENT, w->loss, *t * slope, w->trial_loss, *t * slope_here))
            return LOGREG_OK;
    }
    *t = 0;
    return LOGREG_OK;
}

static void accept(search *w, double *b)
{
    memcpy(b, w->trial, w->q * sizeof *b);
    memcpy(w->g, w->trial_g, w->q * sizeof *w->g);
    memcpy(w->kept, w->trial_kept, w->n_kept * sizeof *w->kept);
    w->loss = w->trial_loss;
}

/* Is the point what was asked for? With a penalty its slopes tell, without the certificate. */
static logreg_status judge(logreg__solution *s, search *w, double worst, logreg__lookout *lookout,
                           const logreg_options *options, logreg_error *err)
{
    if (!w->problem->shrinkage)
        return logreg__solver_look(lookout, s, logreg__solver_norm(w->g, w->q), w->problem, options, err);
    s->converged = worst <= w->problem->shrinkage->tol;
    return LOGREG_OK;
}

static logreg_status iterate(logreg__solution *s, search *w, const logreg_options *options, logreg_error *err)
{
    size_t limit = logreg__solver_limit(&logreg__solver_newton_cg, options);
    logreg__lookout lookout = {0};
    double first = 0, t = 0, tol = w->problem->shrinkage ? w->problem->shrinkage->tol : 0;
    logreg_status status = evaluate(&w->loss, w->g, w->kept, w, s->beta, err);
    for (s->iterations = 0; status == LOGREG_OK; s->iterations++) {
        double worst = violation(w, s->beta);
        first = s->iterations ? first : worst;
        status = logreg__solver_trace(w->problem, options, s->iterations, w->loss, w->g, t, s->beta, err);
        if (status == LOGREG_OK)
            status = judge(s, w, worst, &lookout, options, err);
        bool spent =
            s->iterations == limit || logreg__solver_overdraws(w->products, s->budget, first, worst, tol);
        if (status != LOGREG_OK || s->converged || spent || !(worst > 0))
            break;
        double share = fmin(FIRST_SHARE, sqrt(worst / first));
        status = solve_system(w, fmin(FIRST_SHARE, fmax(share, ENOUGH * tol / worst)), err);
        if (status == LOGREG_OK)
            status = search_line(&t, w, s->beta, err);
        if (status != LOGREG_OK || t == 0)
            break;
        accept(w, s->beta);
    }
    if (status == LOGREG_OK && w->problem->shrinkage)
        s->at->loss = w->loss;
    return status;
}

static logreg_status run(logreg__solution *solution, const logreg__problem *problem,
                         const logreg_options *options, logreg_error *err)
{
    search w;
    bool room = search_init(&w, problem);
    logreg_status status = room ? iterate(solution, &w, options, err) : logreg__fail_memory(err);
    free(w.room);
    if (status == LOGREG_OK && !problem->shrinkage && !solution->converged)
        status = logreg__solver_judge(solution, problem, options, err);
    return status;
}

const logreg__solver logreg__solver_newton_cg = {
    .name = "newton-cg",
    .summary = "Newton steps by conjugate gradients: no matrix, for very many or sparse columns",
    .max_iter = 200,
    .matrixless = true,
    .run = run,
};
