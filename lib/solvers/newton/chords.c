/* The chord method: Newton's steps with the information of a point before, which the changes of the gradient mend as they come (L-BFGS with the information in place of a
 * multiple of the identity; Nocedal & Wright, Numerical Optimization, 2nd ed., algorithm 7.4). Equation (147).
 */
#include "solvers/newton/chords.h"

#include <float.h>
#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "engine/dense.h"
#include "solvers/descent/secants.h"
#include "solvers/vectors.h"

/* An information of so many columns costs as much as a gradient again, of several classes for each pair of them; of a category a row has one column. The BLAS factors it so many times as
 * fast. Measured with tests/bench/bench_fold on one core with AVX-512, rows in the cache. */
#define COLUMNS_A_WALK 24
#define COLUMNS_OF_CLASSES 10
#define QUICK 6

/* Beyond this price it pays. An information gains so many digits. */
#define LEAST_PRICE 4
#define DIGITS 3

/* The loss is a sum that carries rounding: a rise within it is none. So near the maximum, in standard errors, lambda judges. */
#define LOSS_NOISE (64 * DBL_EPSILON)
#define CLOSE 1e-5

double logreg__chords_price(const logreg__problem *problem)
{
    const logreg__design *d = problem->design;
    double k = (double)problem->k, q = (double)problem->q, columns = (double)(d->n_dense + d->n_groups);
    double blocks = (k + 1) / 2 * columns / (problem->k > 1 ? COLUMNS_OF_CLASSES : COLUMNS_A_WALK);
    return 1 + blocks + q * q / (3 * 4 * QUICK * (double)d->n);
}

bool logreg__chords_pay(const logreg__problem *problem)
{
    return !problem->jeffreys && logreg__chords_price(problem) >= LEAST_PRICE;
}

/* A point, its gradient and the step from there. */
typedef struct {
    double *b, *g, *step, loss, lambda;
} place;

/* step := (approximate inverse information) g; lambda follows. */
static void find_step(place *at, logreg__secants *secants, const double *L, size_t q)
{
    memcpy(at->step, at->g, q * sizeof *at->step);
    logreg__secants_before(secants, at->step);
    logreg__cholesky_solve(L, q, at->step);
    logreg__secants_after(secants, at->step);
    at->lambda = sqrt(fmax(0, logreg__dot(at->g, at->step, q)));
}

static logreg_status look(place *at, logreg__secants *secants, const place *from, const double *L,
                          const logreg__problem *problem, logreg_error *err)
{
    size_t q = problem->q;
    for (size_t j = 0; j < q; j++)
        at->b[j] = from->b[j] - from->step[j];
    logreg_status status = logreg__quadratic_gradient(&at->loss, at->g, problem, at->b, NULL, err);
    if (status != LOGREG_OK)
        return status;
    for (size_t j = 0; problem->held && j < q; j++)
        at->g[j] = problem->held[j] ? 0 : at->g[j];
    logreg__secants_keep(secants, at->b, from->b, at->g, from->g);
    find_step(at, secants, L, q);
    return LOGREG_OK;
}

/* Is `at` a better point than the one before? */
static bool better(const place *at, const place *before)
{
    return isfinite(at->loss) && isfinite(at->lambda) &&
           (at->loss <= before->loss + LOSS_NOISE * fabs(before->loss) ||
            (before->lambda < CLOSE && at->lambda < before->lambda));
}

static logreg_status run(size_t *steps, place *here, place *next, logreg__secants *secants, const double *L,
                         const logreg__problem *problem, double goal, logreg_error *err)
{
    double slowest = pow(10, -DIGITS / logreg__chords_price(problem)), left = 0;
    for (; here->lambda > goal && left <= slowest; (*steps)++) {
        logreg_status status = look(next, secants, here, L, problem, err);
        if (status != LOGREG_OK || !better(next, here))
            return status;
        left = next->lambda / here->lambda;
        place old = *here;
        *here = *next;
        *next = old;
    }
    return LOGREG_OK;
}

logreg_status logreg__chords_run(size_t *steps, double *lambda, logreg__solution *s,
                                 const logreg__problem *problem, double goal, logreg_error *err)
{
    size_t q = problem->q;
    double *room = logreg__new_raw(6 * q, sizeof *room);
    logreg__secants secants = {0};
    *steps = 0;
    logreg_status status = room && logreg__secants_init(&secants, q, LOGREG__MOST_SECANTS)
                               ? LOGREG_OK
                               : logreg__fail_memory(err);
    if (status == LOGREG_OK) {
        place here = {room, room + q, room + 2 * q, s->at->loss, s->at->decrement};
        place next = {room + 3 * q, room + 4 * q, room + 5 * q, 0, 0};
        memcpy(here.b, s->beta, q * sizeof *here.b);
        memcpy(here.g, s->at->g, q * sizeof *here.g);
        memcpy(here.step, s->at->step, q * sizeof *here.step);
        status = run(steps, &here, &next, &secants, s->at->L, problem, goal, err);
        *lambda = here.lambda;
        if (status == LOGREG_OK)
            memcpy(s->beta, here.b, q * sizeof *here.b);
    }
    logreg__secants_clear(&secants);
    free(room);
    return status;
}
