/* Steps by gradients are L-BFGS with the information in place of a multiple of the identity (Nocedal & Wright, Numerical Optimization,
 * 2nd ed., algorithm 7.4): each pair of a step and what it did to the gradient takes away a part of what the information at hand is
 * wrong by. Near the maximum of so well scaled a problem all steps are whole; one that does not lead down is halved.
 */
#include "solvers/newton/climb.h"

#include <float.h>
#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "engine/dense.h"
#include "solvers/descent/secants.h"
#include "solvers/vectors.h"

/* Walks and halvings after which another way is tried. */
#define MOST_WALKS 40
#define MOST_HALVINGS 8

/* The loss is a sum that carries rounding: a rise within it is none. */
#define LOSS_NOISE (64 * DBL_EPSILON)

/* So near a step's gain drowns in the rounding of the loss, and lambda judges. */
#define CLOSE 1e-5

/* The last step is proven where lambda R is below SETTLED: standard errors then have an error of half of it at most. */
#define SETTLED 2e-9

/* Where lambda is so small the last step moves nothing, whatever the reach; also where it must be so by (30), and all else is rounding. */
#define NOWHERE 1e-12

/* What a sample says of a remainder is believed if it changes Newton's step by less than this. */
#define BELIEVED 0.5

/* A sample's target that was missed by so little was met. */
#define MISSED 2

/* With columns nearer to collinear than this an information needs more than one part of 8 bits, or all its digits. */
#define ONE_PART 4
#define TWO_PARTS 100

/* A look ahead is not changed by luck in one step. */
#define LUCK 0.25

typedef struct {
    logreg__climb *c;
    size_t q;
    double *room, *g, *step, *before, *g_before, *metric, *work;
    logreg__secants secants;
    double loss, lambda, loss_before, lambda_before;
    double left; /* proven to be at least the lambda that the last step left; infinity: nothing is proven */
    bool rough;  /* the information of the last walk was */
    bool begun, by_gradient; /* there is a point before; from it, a step by gradients led here */
} climber;

static bool climber_init(climber *w, logreg__climb *c)
{
    size_t q = c->problem->q;
    *w = (climber){.c = c, .q = q, .left = INFINITY, .room = logreg__new(8 * q, sizeof(double))};
    if (!w->room || !logreg__secants_init(&w->secants, q, LOGREG__MOST_SECANTS))
        return false;
    double **vectors[] = {&w->g, &w->step, &w->before, &w->g_before, &w->metric};
    double *room = w->room;
    for (size_t i = 0; i < sizeof vectors / sizeof *vectors; i++, room += q)
        *vectors[i] = room;
    w->work = room; /* 3 q */
    return true;
}

/* step := (approximate inverse information) g; lambda follows. */
static void find_step(climber *w)
{
    size_t q = w->q;
    memcpy(w->step, w->g, q * sizeof *w->step);
    logreg__secants_before(&w->secants, w->step);
    logreg__cholesky_solve(w->c->at->L, q, w->step);
    for (size_t j = 0; j < q; j++)
        w->step[j] /= w->c->scale;
    logreg__secants_after(&w->secants, w->step);
    w->lambda = sqrt(fmax(0, logreg__dot(w->g, w->step, q)));
}

static logreg_status walk_for_gradient(climber *w, const logreg__job *also, logreg_error *err)
{
    logreg__climb *c = w->c;
    logreg_status status = logreg__quadratic_gradient(&w->loss, w->g, c->problem, c->b, also, err);
    if (status == LOGREG_OK) {
        if (w->begun)
            logreg__secants_keep(&w->secants, c->b, w->before, w->g, w->g_before);
        find_step(w);
    }
    return status;
}

/* How many parts an information may have, by what is known of the columns. */
static size_t parts(const climber *w, bool last)
{
    const logreg__climb *c = w->c;
    if (!c->rough || (last && c->settle) || c->at->fine)
        return 0;
    double condition = c->at->factored ? c->at->condition : ONE_PART;
    return condition < ONE_PART ? 1 : condition < TWO_PARTS ? 2 : 0;
}

/* The walk with information; the last one bounds the reach and does the errands too. */
static logreg_status walk_for_information(climber *w, bool last, const logreg__job *also, logreg_error *err)
{
    logreg__climb *c = w->c;
    logreg__quadratic *at = c->at;
    double longest = INFINITY;
    logreg__errands errands = {.n = 0}, *own = c->errands;
    logreg__job jobs[LOGREG__MOST_ERRANDS];
    logreg_status status = LOGREG_OK;
    errands.job = jobs;
    w->rough = false;
    bool finely = last && c->settle && c->scale > 0 && logreg__quadratic_wants_fine(at, c->problem);
    if (last && c->settle && c->scale > 0 && !finely) {
        status = logreg__quadratic_metric(w->metric, at->L, w->q, err);
        jobs[errands.n++] = (logreg__job){&logreg__kernel_longest, 1, w->metric, &longest, NULL};
    }
    if (also)
        jobs[errands.n++] = *also;
    for (size_t i = 0; last && own && i < own->n; i++)
        jobs[errands.n++] = own->job[i];
    if (status == LOGREG_OK && finely)
        status = logreg__quadratic_at_fine(at, c->scale, c->problem, c->b, &errands, err);
    else if (status == LOGREG_OK) {
        c->problem->parts = parts(w, last);
        w->rough = c->problem->parts > 0;
        status = logreg__quadratic_at_last(at, c->problem, c->b, &errands, err);
        c->problem->parts = 0;
    }
    if (own)
        own->done = last && errands.done;
    if (status == LOGREG_OK && w->rough && !(at->factored && at->condition < TWO_PARTS)) {
        c->rough = false;
        c->plan.price = c->plan.steer = c->plan.exact;
        c->plan.rough = 0;
        return walk_for_information(w, last, also, err);
    }
    if (status != LOGREG_OK || !at->factored) {
        w->loss = NAN;
        return status;
    }
    w->loss = at->loss;
    w->lambda = at->decrement;
    memcpy(w->g, at->g, w->q * sizeof *w->g);
    memcpy(w->step, at->step, w->q * sizeof *w->step);
    w->secants.pairs = 0;
    c->scale = 1;
    return isfinite(longest) ? logreg__quadratic_bound_reach(at, w->metric, longest, err) : status;
}

/* The loss at b - step beyond second order has the gradient r = g(b - step) - g(b) + H step. A sample's rows tell it, and the step is
 * changed by inv(H) r. Equation (31). */
static logreg_status add_remainder(climber *w, logreg_error *err)
{
    logreg__climb *c = w->c;
    logreg__problem *p = c->problem;
    size_t q = w->q;
    double *acc = logreg__new(2 * (1 + q) + q, sizeof *acc), *points = logreg__new_raw(4 * q, sizeof *points);
    double *r = w->work;
    logreg_status status = acc && points ? LOGREG_OK : logreg__fail_memory(err);
    if (status == LOGREG_OK) {
        double *from = points, *to = points + q, *about = points + 2 * q, *Hs = acc + 2 * (1 + q);
        for (size_t j = 0; j < q; j++) {
            from[j] = about[j] = c->b[j];
            to[j] = c->b[j] - w->step[j];
            about[q + j] = w->step[j];
        }
        logreg__job jobs[] = {{&logreg__kernel_gradient, 2, points, acc, NULL},
                              {&logreg__kernel_hessian_vector, 1, about, Hs, NULL}};
        double share = (double)p->design->n / (double)(c->n_sample * LOGREG__BLOCK_ROWS);
        p->sample = c->sample;
        p->n_sample = c->n_sample;
        status = logreg__fold_jobs(p, 2, jobs, err);
        p->sample = NULL;
        p->n_sample = 0;
        for (size_t j = 0; j < q; j++)
            r[j] = share * (acc[1 + q + 1 + j] - acc[1 + j] + Hs[j]);
    }
    if (status == LOGREG_OK) {
        double *change = r + q;
        memcpy(change, r, q * sizeof *change);
        logreg__cholesky_solve(c->at->L, q, change);
        double length = sqrt(logreg__dot(r, change, q));
        if (length < BELIEVED * w->lambda) {
            logreg__add(w->step, 1, change, q);
            w->left += length;
        }
    }
    free(acc);
    free(points);
    return status;
}

/* Is the point better than the one before? */
static bool better(const climber *w)
{
    if (!isfinite(w->loss) || !isfinite(w->lambda))
        return false;
    return !w->begun || w->loss <= w->loss_before + LOSS_NOISE * fabs(w->loss_before) ||
           (w->lambda_before < CLOSE && w->lambda < w->lambda_before);
}

/* Is this the point from which the last step is taken? */
static bool is_last(const climber *w)
{
    const logreg__climb *c = w->c;
    if (!c->settle)
        return w->lambda <= MISSED * c->plan.target;
    if (w->rough)
        return false;
    return w->lambda * sqrt(c->at->reach) <= SETTLED || w->lambda <= NOWHERE || w->left <= NOWHERE;
}

/* What lies ahead, from what was found. */
static void look_ahead(climber *w, bool information)
{
    logreg__climb *c = w->c;
    if (information) {
        c->lambda = logreg__plan_turn(&c->plan, w->lambda);
        c->rate = logreg__plan_rate(&c->plan, w->lambda);
        return;
    }
    if (w->by_gradient && w->lambda_before > 0)
        c->rate = fmin(0.9, fmax(w->lambda / w->lambda_before, LUCK * c->rate));
    c->lambda = w->lambda * c->rate;
}

/* From a point that was walked over to the next. */
static logreg_status take_step(climber *w, bool information, logreg_error *err)
{
    logreg__climb *c = w->c;
    logreg_status status = LOGREG_OK;
    if (w->begun && !w->by_gradient && w->left > NOWHERE)
        logreg__plan_learn(&c->plan, c->lambda, w->lambda);
    look_ahead(w, information);
    w->left = information && c->settle && !w->rough ? logreg__quadratic_left(c->at) : INFINITY;
    if (information && c->sample)
        status = add_remainder(w, err);
    memcpy(w->before, c->b, w->q * sizeof *c->b);
    memcpy(w->g_before, w->g, w->q * sizeof *w->g);
    logreg__add(c->b, -1, w->step, w->q);
    w->loss_before = w->loss;
    w->lambda_before = w->lambda;
    w->begun = true;
    w->by_gradient = !information;
    return status;
}

static logreg_status arrive(climber *w, logreg_error *err)
{
    w->c->arrived = true;
    if (w->c->settle)
        return logreg__quadratic_settle(w->c->at, w->c->b, err);
    logreg__add(w->c->b, -1, w->step, w->q);
    return LOGREG_OK;
}

static logreg_status climb(climber *w, logreg_error *err)
{
    logreg__climb *c = w->c;
    for (size_t halvings = 0; c->walks < MOST_WALKS && halvings < MOST_HALVINGS; c->walks++) {
        bool information = c->scale == 0 || logreg__plan_information(&c->plan, c->lambda, c->rate);
        const logreg__job *also = c->walks ? NULL : c->also;
        logreg_status status = information ? walk_for_information(w, c->lambda <= c->plan.target, also, err)
                                           : walk_for_gradient(w, also, err);
        if (status == LOGREG_OK && !better(w)) {
            halvings++;
            for (size_t j = 0; w->begun && j < w->q; j++)
                c->b[j] = (c->b[j] + w->before[j]) / 2;
            if (!w->begun || !c->at->factored)
                return LOGREG_OK;
            continue;
        }
        if (status == LOGREG_OK && information && is_last(w)) {
            c->walks++;
            return arrive(w, err);
        }
        if (status == LOGREG_OK)
            status = take_step(w, information, err);
        if (status != LOGREG_OK)
            return status;
    }
    return LOGREG_OK;
}

logreg_status logreg__climb_run(logreg__climb *c, logreg_error *err)
{
    climber w;
    c->walks = 0;
    c->arrived = false;
    logreg_status status = climber_init(&w, c) ? climb(&w, err) : logreg__fail_memory(err);
    if (status == LOGREG_OK && !c->arrived && w.begun)
        memcpy(c->b, w.before, w.q * sizeof *c->b);
    free(w.room);
    logreg__secants_clear(&w.secants);
    return status;
}
