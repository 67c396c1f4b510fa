#include "solvers/dual/dual.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "solvers/dual/dual_parts.h"
#include "solvers/vectors.h"

/* Rows are done where the violation that they leave, in any column, is at most so much of the tolerance. */
#define WELL_WITHIN 0.25

/* Armijo's share. */
#define DESCENT 1e-4
#define MOST_HALVINGS 40

/* Where a step promises to gain no more than this share of the objective, the violation should fall fast; where it does not, rounding holds it. */
#define NO_GAIN 1e-12

logreg_status logreg__dual_check(const logreg__problem *problem, logreg_error *err)
{
    const logreg__shrinkage *s = problem->shrinkage;
    const logreg__design *d = problem->design;
    size_t n_free = 0;
    if (!s || !s->smooth || problem->sets || problem->held || problem->sample || problem->window)
        return logreg__fail(err, LOGREG_EINVAL,
                            "solver 'dual' is for squares of coefficients alone, and for all rows");
    if (d->n_sparse)
        return logreg__fail(err, LOGREG_EINVAL,
                            "solver 'dual' takes products of all pairs of rows, which sparse columns are not "
                            "made for; take 'newton-cg', or leave the choice to 'auto'");
    if (d->n * problem->k > LOGREG__MOST_ROWS)
        return logreg__fail(err, LOGREG_EINVAL,
                            "solver 'dual' has a coefficient for each row and class but one, and looks at "
                            "all pairs of them: it is for up to %d, and here are %zu; leave the choice to "
                            "'auto'",
                            LOGREG__MOST_ROWS, d->n * problem->k);
    for (size_t j = 0; j < s->p; j++)
        n_free += s->scale[j] > 0 && !(s->factor[j] > 0);
    if (n_free > d->n)
        return logreg__fail(err, LOGREG_EINVAL,
                            "solver 'dual' takes no more columns without a penalty than rows, and here are "
                            "%zu beside %zu rows; leave the choice to 'auto'",
                            n_free, d->n);
    return LOGREG_OK;
}

void logreg__dual_free(logreg__dual *x)
{
    if (!x)
        return;
    logreg__dual_system_clear(&x->system);
    logreg__gram_free(x->gram);
    free(x->room);
    free(x);
}

/* Room for all vectors. */
static bool make_room(logreg__dual *x)
{
    size_t q = x->problem->q, m = x->system.m, free = x->system.free;
    size_t all = logreg__shrinkage_classes(x->problem) * x->problem->design->p;
    x->room = logreg__new(13 * m + 5 * free + 2 * q + 1 + 2 * all, sizeof *x->room);
    if (!x->room)
        return false;
    double *next = x->room, **of_rows[] = {&x->at.Pa,   &x->at.eta, &x->at.r, &x->trial.Pa, &x->trial.eta,
                                           &x->trial.r, &x->h,      &x->da,   &x->dPa,      &x->v};
    for (size_t i = 0; i < 10; i++, next += m)
        *of_rows[i] = next;
    double **both[] = {&x->at.a, &x->trial.a, &x->last};
    for (size_t i = 0; i < 3; i++, next += m + free)
        *both[i] = next;
    x->at.phi = x->at.a + m;
    x->trial.phi = x->trial.a + m;
    x->dphi = next;
    x->b = x->dphi + 2 * free;
    x->slope = x->b + q;
    x->theta = x->slope + 1 + q;
    x->g = x->theta + all;
    return true;
}

logreg_status logreg__dual_new(logreg__dual **dual, const logreg__problem *problem, logreg_error *err)
{
    logreg__dual *x = logreg__new(1, sizeof *x);
    if (!x)
        return logreg__fail_memory(err);
    x->problem = problem;
    logreg_status status = logreg__gram_new(&x->gram, problem, err);
    if (status == LOGREG_OK && !(logreg__dual_system_init(&x->system, x->gram, problem) && make_room(x)))
        status = logreg__fail_memory(err);
    if (status == LOGREG_OK)
        *dual = x;
    else
        logreg__dual_free(x);
    return status;
}

/* ---- Among rows ---- */

void logreg__dual_evaluate(logreg__dual_place *to, logreg__dual *x)
{
    logreg__dual_system *s = &x->system;
    logreg__dual_products(to->Pa, s, to->a);
    for (size_t i = 0; i < s->m; i++)
        to->eta[i] = x->gram->offset[i % s->n] + to->Pa[i];
    logreg__dual_add_free(to->eta, s, to->phi);
    to->loss = logreg__dual_link(s, to->r, to->eta);
    to->value = to->loss + s->tau / 2 * logreg__dot(to->a, to->Pa, s->m);
}

/* h = -(r + tau a), and a bound on the violation that it leaves in any column, in units of lambda. */
static double measure(logreg__dual *x)
{
    logreg__dual_system *s = &x->system;
    const logreg__shrinkage *shrinkage = x->problem->shrinkage;
    double weight = x->problem->design->response->n_obs;
    for (size_t i = 0; i < s->m; i++)
        x->h[i] = -(x->at.r[i] + s->tau * x->at.a[i]);
    logreg__dual_products(x->dPa, s, x->h);
    double worst = x->gram->longest * sqrt(fmax(logreg__dot(x->h, x->dPa, s->m), 0)) / weight;
    logreg__dual_sum_free(x->dphi, s, x->at.r);
    for (size_t f = 0; f < s->free; f++) {
        double scale = shrinkage->scale[x->gram->free[f % x->gram->n_free]];
        worst = fmax(worst, fabs(x->dphi[f]) / (scale * weight));
    }
    return worst;
}

/* Goes from `at` along da and dphi as far as the objective falls; *t is how far, 0: nowhere. slope: its derivative there. */
static void search(double *t, double *slope, logreg__dual *x)
{
    logreg__dual_system *s = &x->system;
    logreg__dual_products(x->dPa, s, x->da);
    *slope = s->tau * logreg__dot(x->at.a, x->dPa, s->m) + logreg__dot(x->at.r, x->dPa, s->m);
    logreg__dual_sum_free(x->slope, s, x->at.r);
    *slope += logreg__dot(x->slope, x->dphi, s->free);
    *t = 1;
    for (int i = 0; *slope < 0 && i < MOST_HALVINGS; i++, *t /= 2) {
        memcpy(x->trial.a, x->at.a, (s->m + s->free) * sizeof(double));
        logreg__add(x->trial.a, *t, x->da, s->m);
        logreg__add(x->trial.phi, *t, x->dphi, s->free);
        logreg__dual_evaluate(&x->trial, x);
        double there = s->tau * logreg__dot(x->trial.a, x->dPa, s->m) + logreg__dot(x->trial.r, x->dPa, s->m);
        logreg__dual_sum_free(x->slope, s, x->trial.r);
        there += logreg__dot(x->slope, x->dphi, s->free);
        if (logreg__solver_descends(DESCENT, x->at.value, *t * *slope, x->trial.value, *t * there))
            return;
    }
    *t = 0;
}

double logreg__dual_strength(const logreg__problem *problem)
{
    return problem->shrinkage->lambda * problem->design->response->n_obs;
}

/* Starts where the last two fits point to, in logarithms of the strength. */
static void foresee(logreg__dual *x, double tau)
{
    logreg__dual_system *s = &x->system;
    double now = x->now;
    s->tau = x->now = tau;
    if (!(now > 0) || now == tau)
        return;
    double share = x->before > 0 && x->before != now ? log(tau / now) / log(now / x->before) : 0;
    for (size_t i = 0; i < s->m + s->free; i++) {
        double a = x->at.a[i];
        x->at.a[i] += share * (a - x->last[i]);
        x->last[i] = a;
    }
    x->before = now;
}

/* ---- The solver ---- */

static logreg_status trace(logreg__dual *x, const logreg_options *options, size_t step, double t,
                           logreg_error *err)
{
    if (!options->trace)
        return LOGREG_OK;
    logreg_status status = logreg__dual_columns(x->b, x->slope, x, x->at.a, 1, err);
    if (status != LOGREG_OK)
        return status;
    logreg__shrinkage_slope(x->slope + 1, x->problem, x->b);
    return logreg__solver_trace(x->problem, options, step, x->at.value, x->slope + 1, t, x->b, err);
}

logreg_status logreg__dual_descend(size_t *steps, double *loss, logreg__dual *x, const double *b,
                                   const logreg_options *options, logreg_error *err)
{
    logreg__dual_system *s = &x->system;
    size_t limit = logreg__solver_limit(&logreg__solver_dual, options);
    double t = 0, before = INFINITY, slope = 0;
    for (size_t f = 0; !(x->now > 0) && f < s->free; f++)
        x->at.phi[f] = b[logreg__dual_free_place(x, f)];
    foresee(x, logreg__dual_strength(x->problem));
    logreg__dual_evaluate(&x->at, x);
    logreg_status status = trace(x, options, 0, 0, err);
    for (*steps = 0; status == LOGREG_OK; ++*steps) {
        double worst = measure(x);
        bool stuck = *steps && worst > before / 2 && -slope <= NO_GAIN * fabs(x->at.value);
        if (worst <= WELL_WITHIN * x->problem->shrinkage->tol || stuck || *steps == limit ||
            !logreg__dual_factor(s))
            break;
        before = worst;
        logreg__dual_step(x->da, x->dphi, s, x->at.a, x->h);
        search(&t, &slope, x);
        if (t == 0)
            break;
        logreg__dual_place here = x->at;
        x->at = x->trial;
        x->trial = here;
        status = trace(x, options, *steps + 1, t, err);
    }
    *loss = x->at.loss;
    return status;
}

size_t logreg__dual_size(const logreg__dual *x)
{
    return x->system.m + x->system.free;
}

void logreg__dual_keep(double *kept, const logreg__dual *x)
{
    memcpy(kept, x->at.a, logreg__dual_size(x) * sizeof *kept);
}

static logreg_status run(logreg__solution *solution, const logreg__problem *problem,
                         const logreg_options *options, logreg_error *err)
{
    logreg__proximal_end end;
    logreg__dual *x = NULL;
    double *gradient = logreg__new_raw(1 + problem->q, sizeof *gradient);
    logreg_status status = gradient ? logreg__dual_new(&x, problem, err) : logreg__fail_memory(err);
    if (status == LOGREG_OK)
        status = logreg__dual_descend(&end.steps, &end.loss, x, solution->beta, options, err);
    if (status == LOGREG_OK)
        status = logreg__dual_columns(solution->beta, gradient, x, x->at.a, 1, err);
    if (status == LOGREG_OK)
        status = logreg__dual_settle(&end, x, x->at.a, solution->beta, gradient,
                                     logreg__solver_limit(&logreg__solver_dual, options), err);
    if (status == LOGREG_OK) {
        solution->iterations = end.steps;
        solution->converged = end.converged;
        solution->at->loss = end.loss;
    }
    logreg__dual_free(x);
    free(gradient);
    return status;
}

const logreg__solver logreg__solver_dual = {
    .name = "dual",
    .summary = "Newton steps in a coefficient of each row, for l2 where rows are few",
    .max_iter = 100,
    .shrinking = true,
    .matrixless = true,
    .run = run,
};
