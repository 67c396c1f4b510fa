/* Climbers share walks: those that make do with the information at the maximum ask for a gradient, the others for an information
 * of their own, which is taken where steps have been shrinking slowly. */
#include "inference/constrained.h"

#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "inference/climber.h"

/* Doubles that informations of their own may take at a time. */
#define ROOM ((size_t)1 << 25)

/* Where an information costs no more than so many numbers read, each has its own from the start; or where the penalty asks for it anyway. */
#define CHEAP 1e7

static logreg_status prepare(logreg__job *job, logreg__climber *c, bool cheap, logreg_error *err)
{
    if ((c->wants_own || cheap) && !c->own) {
        c->own = logreg__quadratic_new(c->at->q);
        if (!c->own)
            return logreg__fail_memory(err);
        c->own->along = c->point->A;
        c->own->n_along = c->point->r;
    }
    *job = c->own ? logreg__quadratic_job(c->own, c->point->b)
                  : (logreg__job){&logreg__kernel_gradient, 1, c->point->b, c->sums, NULL};
    return LOGREG_OK;
}

/* One walk for all that are not done, and a step of each. */
static logreg_status climb(logreg__climber *climber, size_t n, logreg__job *job, bool cheap,
                           const logreg__problem *problem, logreg_error *err)
{
    logreg_status status = LOGREG_OK;
    size_t n_jobs = 0;
    for (size_t i = 0; status == LOGREG_OK && i < n; i++)
        if (!climber[i].done)
            status = prepare(&job[n_jobs++], &climber[i], cheap, err);
    if (status == LOGREG_OK)
        status = logreg__fold_jobs(problem, n_jobs, job, err);
    for (size_t i = 0; status == LOGREG_OK && i < n; i++) {
        logreg__climber *c = &climber[i];
        if (c->done)
            continue;
        if (c->own)
            status = logreg__quadratic_take(c->own, problem, c->point->b, err);
        if (status == LOGREG_OK)
            logreg__climber_step(c);
    }
    return status;
}

static bool all_done(const logreg__climber *climber, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (!climber[i].done)
            return false;
    return true;
}

/* Some of them, whose informations find room at once. */
static logreg_status solve_some(logreg__constrained *point, size_t n, const double *b,
                                const logreg__quadratic *at, const logreg__problem *problem,
                                logreg_error *err)
{
    double q = (double)at->q;
    bool cheap = (double)problem->design->n * q * q < CHEAP || problem->jeffreys;
    logreg__climber *climber = logreg__new(n, sizeof *climber);
    logreg__job *job = logreg__new(n, sizeof *job);
    logreg_status status = climber && job ? LOGREG_OK : logreg__fail_memory(err);
    for (size_t i = 0; status == LOGREG_OK && i < n; i++)
        if (!logreg__climber_init(&climber[i], &point[i], b, at))
            status = logreg__fail_memory(err);
    while (status == LOGREG_OK && !all_done(climber, n))
        status = climb(climber, n, job, cheap, problem, err);
    for (size_t i = 0; climber && i < n; i++)
        logreg__climber_clear(&climber[i]);
    free(climber);
    free(job);
    return status;
}

logreg_status logreg__constrained_solve(logreg__constrained *point, size_t n, const double *b,
                                        const logreg__quadratic *at, const logreg__problem *problem,
                                        logreg_error *err)
{
    size_t some = ROOM / (2 * at->q * at->q + 1) + 1;
    logreg_status status = LOGREG_OK;
    for (size_t i = 0; status == LOGREG_OK && i < n; i += some)
        status = solve_some(point + i, n - i < some ? n - i : some, b, at, problem, err);
    return status;
}
