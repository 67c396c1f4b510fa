/* A penalised likelihood may have several maxima, and the one that Newton's steps lead to need not be the highest. Where leaving one coefficient out, or holding it
 * farther out, all others at their best, gives more than the maximum does, that is no maximum of all: the way leads on from there. */
#include "solvers/firth/firth.h"

#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "engine/dense.h"

/* Searched is where rows times the fourth power of coefficients is no more. */
#define DEAREST 1e9

/* Farther out is looked where it is no more than this; so many standard errors. */
#define DEAREST_FAR 1e6
static const double far[] = {-10, -5, -2, 2, 5, 10};

/* A loss that is lower by no more than this part is not. */
#define NOISE 1e-9

#define MOST_CLIMBS 50

typedef struct {
    double *b, *best, *V; /* V: the inverse of the Hessian at the maximum */
    unsigned char *held;
    logreg__quadratic *at, *at_best;
    logreg_options options;
} room;

static bool acquire(room *r, size_t q, const logreg_options *options)
{
    *r = (room){.b = logreg__new_raw(q, sizeof *r->b),
                .best = logreg__new_raw(q, sizeof *r->best),
                .V = logreg__new_raw(q * q, sizeof *r->V),
                .held = logreg__new(q, 1),
                .at = logreg__quadratic_new(q),
                .at_best = logreg__quadratic_new(q),
                .options = *options};
    r->options.trace = NULL;
    r->options.max_iter = 0;
    return r->b && r->best && r->V && r->held && r->at && r->at_best;
}

static void release(room *r)
{
    free(r->b);
    free(r->best);
    free(r->V);
    free(r->held);
    logreg__quadratic_free(r->at);
    logreg__quadratic_free(r->at_best);
}

static bool is_higher(const logreg__quadratic *at, const logreg__quadratic *than)
{
    return at->loss < than->loss - NOISE * (1 + fabs(than->loss));
}

/* Puts what is known about b's point into a. */
static void exchange(logreg__solution *a, logreg__solution *b, size_t q)
{
    logreg__quadratic at = *a->at;
    *a->at = *b->at;
    *b->at = at;
    memcpy(a->beta, b->beta, q * sizeof *a->beta);
}

/* The best with coefficient j at a value, in r, kept in best where it is more than what is there. */
static logreg_status hold(logreg__solution *best, const logreg__solution *s, room *r, size_t j, double value,
                          const logreg__problem *plain, logreg_error *err)
{
    logreg__problem part = *plain;
    logreg__solution way = {.beta = r->b, .at = r->at};
    part.held = r->held;
    r->held[j] = 1;
    memcpy(r->b, s->beta, plain->q * sizeof *r->b);
    r->b[j] = value;
    logreg_status status = logreg__solver_firth.run(&way, &part, &r->options, err);
    r->held[j] = 0;
    if (status == LOGREG_OK && is_higher(r->at, best->at))
        exchange(best, &way, plain->q);
    return status;
}

/* The best of all places where one coefficient is held. */
static logreg_status look_around(logreg__solution *best, const logreg__solution *s, room *r,
                                 const logreg__problem *plain, bool far_too, logreg_error *err)
{
    size_t q = plain->q, p = plain->design->p;
    logreg_status status = LOGREG_OK;
    if (far_too)
        logreg__cholesky_invert(r->V, s->at->L, q);
    for (size_t j = 0; status == LOGREG_OK && j < q; j++) {
        if (!plain->design->intercept || j % p)
            status = hold(best, s, r, j, 0, plain, err);
        for (size_t i = 0; far_too && status == LOGREG_OK && i < sizeof far / sizeof *far; i++)
            status = hold(best, s, r, j, s->beta[j] + far[i] * sqrt(r->V[j * q + j]), plain, err);
    }
    return status;
}

logreg_status logreg__firth_search(logreg__solution *s, const logreg__problem *plain,
                                   const logreg_options *options, logreg_error *err)
{
    size_t q = plain->q;
    double cost = (double)plain->design->n * (double)q * (double)q * (double)q * (double)q;
    if (!s->converged || !s->at->factored || cost > DEAREST)
        return LOGREG_OK;
    room r;
    logreg_status status = acquire(&r, q, options) ? LOGREG_OK : logreg__fail_memory(err);
    for (int climbs = 0; status == LOGREG_OK && climbs < MOST_CLIMBS; climbs++) {
        logreg__solution best = {.beta = r.best, .at = r.at_best};
        best.at->loss = s->at->loss;
        status = look_around(&best, s, &r, plain, cost <= DEAREST_FAR, err);
        if (status != LOGREG_OK || !is_higher(best.at, s->at))
            break;
        best.converged = false;
        status = logreg__solver_firth.run(&best, plain, &r.options, err);
        if (status != LOGREG_OK || !best.converged || !is_higher(best.at, s->at))
            break;
        exchange(s, &best, q);
        s->iterations += best.iterations;
    }
    release(&r);
    return status;
}
