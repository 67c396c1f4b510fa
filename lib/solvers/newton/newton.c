/* Newton's method, which for this likelihood is iteratively reweighted least squares.
 *
 *     b := b - t inv(H) g,    t = 1, halved while the loss rises                                    equation (5)
 *
 * Close to the maximum each step squares the decrement, so that one step beyond the tolerance reaches rounding.
 * Where no finite maximum exists the decrement falls slowly and the reach grows; the loop then ends at its limit, or
 * when the information is singular, and what is to be said of the data is decided elsewhere (existence.c).
 */
#include <float.h>
#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "solvers/firth/firth.h"
#include "solvers/newton/chords.h"

/* A step this short changes nothing. */
#define MOST_HALVINGS 40

/* Each step adds about 1 to the linear predictors of data that are separated; after this many without a sign of a
 * finite maximum it is time to ask whether there is one. */
#define PATIENCE 30

/* So many informations without a sign of a finite maximum, and chords would only lead farther out, where an information costs most. */
#define LEADS 2

/* Of rows that count once each a loss below log 2 has every row's own class ahead of all others, so that b is a direction of recession. Asked
 * where informations are dear. */
#define PARTED 0.5

/* The loss is a sum that carries rounding: a rise within it is none. */
#define LOSS_NOISE (64 * DBL_EPSILON)

/* Where lambda R is so small, the information has the digits of that at the maximum, and the last step needs no more than a look
 * at the gradient, equation (23); less is asked where rows are many, so that each pass counts, and never less than nine digits. */
#define SETTLED 1e-11
#define SETTLED_OF_MANY 1e-9
#define DIGIT_MORE 0.1

/* A point so near is the last: the step from there is of rounding size, or of many rows far below what is printed. Near the maximum
 * decrements square, so that the last point is foreseen, and the caller's errands are done on its walk; if it is not the last, they are
 * done again. */
#define LAST (64 * DBL_EPSILON)
#define LAST_OF_MANY 1e-12

/* Within this many standard errors of the maximum a step's gain drowns in the rounding of the loss, which may be far above
 * LOSS_NOISE where large terms cancel in the linear predictors; the decrement, which the step should square, then judges. */
#define CLOSE 1e-5

static bool better(const logreg__quadratic *next, const logreg__quadratic *at)
{
    return next->loss <= at->loss + LOSS_NOISE * fabs(at->loss) ||
           (at->decrement < CLOSE && next->factored && next->decrement < at->decrement);
}

/* Moves b by -t step. */
static void move(double *to, const double *b, const double *step, double t, size_t q)
{
    for (size_t j = 0; j < q; j++)
        to[j] = b[j] - t * step[j];
}

/* Halves *t, of a step whose loss rises, as far as walks for a gradient tell that; `room` has the place of one. */
static logreg_status shorten(double *t, const logreg__solution *s, double *room, double *trial,
                             const logreg__problem *problem, logreg_error *err)
{
    for (int halving = 0; halving < MOST_HALVINGS; halving++, *t /= 2) {
        double loss;
        move(trial, s->beta, s->at->step, *t, problem->q);
        logreg_status status = logreg__quadratic_gradient(&loss, room, problem, trial, NULL, err);
        if (status != LOGREG_OK || loss <= s->at->loss + LOSS_NOISE * fabs(s->at->loss))
            return status;
    }
    return LOGREG_OK;
}

/* Takes one step from solution->at, leaving solution at the new point; *t is the length taken, 0 if none helped. dear: informations cost many walks. */
static logreg_status take_step(double *t, logreg__solution *s, logreg__quadratic *next, double *trial,
                               bool last, bool dear, const logreg__problem *problem, logreg_error *err)
{
    size_t q = problem->q;
    *t = 1;
    if (dear && !(s->at->decrement < CLOSE)) {
        logreg_status status = shorten(t, s, next->g, trial, problem, err);
        if (status != LOGREG_OK)
            return status;
    }
    if (s->errands)
        s->errands->done = false;
    for (int halving = 0; halving < MOST_HALVINGS; halving++, *t /= 2) {
        move(trial, s->beta, s->at->step, *t, q);
        logreg_status status = logreg__quadratic_at_last(next, problem, trial, last ? s->errands : NULL, err);
        if (status != LOGREG_OK)
            return status;
        if (better(next, s->at)) {
            logreg__quadratic here = *s->at;
            *s->at = *next;
            *next = here;
            memcpy(s->beta, trial, q * sizeof *trial);
            return LOGREG_OK;
        }
    }
    *t = 0;
    if (s->errands)
        s->errands->done = false;
    return LOGREG_OK;
}

/* Where informations cost many walks: as far as gradients lead with the one at hand, which is not so far that more would be proven by the last step, then another. *t is 0 where they lead nowhere. */
static logreg_status take_chords(double *t, logreg__solution *s, double settled, double near,
                                 const logreg__problem *problem, logreg_error *err)
{
    size_t steps;
    double lambda, goal = fmax(near, DIGIT_MORE * settled / sqrt(s->at->bound));
    logreg_status status = logreg__chords_run(&steps, &lambda, s, problem, goal, err);
    *t = steps > 0;
    if (status != LOGREG_OK || steps == 0)
        return status;
    s->iterations += steps - 1;
    if (s->errands)
        s->errands->done = false;
    return logreg__quadratic_at_last(s->at, problem, s->beta, lambda < near ? s->errands : NULL, err);
}

/* Does b itself show that the classes are separated? */
static bool is_parted(const logreg__quadratic *at, const logreg__problem *problem)
{
    const logreg__response *r = problem->design->response;
    bool offset = r->offset || problem->design->terms->offset;
    bool penalised = problem->ridge > 0 || problem->shrinkage;
    return at->loss < PARTED && !offset && !penalised && !problem->sample && !logreg__response_weighted(r);
}

/* The decrement that the next point is likely to have, from those of the last two. */
static double foresee(double before, double now)
{
    return before > now && now < 0.1 ? now * now / before * now / before : INFINITY;
}

static logreg_status iterate(logreg__solution *s, logreg__quadratic *next, double *trial,
                             const logreg__problem *problem, const logreg_options *options, logreg_error *err)
{
    const logreg__solver *solver = problem->jeffreys ? &logreg__solver_firth : &logreg__solver_newton;
    size_t limit = logreg__solver_limit(solver, options), informations = 0;
    double t = 0;
    bool polished = false, many = s->many;
    /* who asks for iterations, or for a look at them, gets Newton's */
    bool chords = !options->max_iter && !options->trace && logreg__chords_pay(problem);
    double before = 0, settled = many ? SETTLED_OF_MANY : SETTLED, near = many ? LAST_OF_MANY : LAST;
    logreg_status status = logreg__quadratic_at(s->at, problem, s->beta, err);
    if (status == LOGREG_OK && s->first)
        logreg__quadratic_copy(s->first, s->at);
    for (s->iterations = 0; status == LOGREG_OK; s->iterations++, informations++) {
        bool was_converged = s->converged;
        status =
            logreg__solver_trace(problem, options, s->iterations, s->at->loss, s->at->g, t, s->beta, err);
        if (status == LOGREG_OK)
            status = logreg__quadratic_judge(&s->finite, &s->converged, s->at, problem, options->tol, err);
        /* A polishing step may land above the tolerance by rounding only. */
        s->converged = s->converged || (was_converged && s->at->factored);
        polished = was_converged || s->at->decrement < near;
        bool enough = s->at->decrement * sqrt(s->at->bound) < settled && !problem->jeffreys;
        if (s->converged && !polished && enough)
            return logreg__quadratic_advance(s->at, problem, s->beta, s->errands, err);
        bool parted = chords && is_parted(s->at, problem);
        bool hopeless = !s->finite && !options->max_iter && (parted || informations == PATIENCE);
        if (hopeless || status != LOGREG_OK || !s->at->factored || informations == limit ||
            (s->converged && polished))
            break;
        bool last = foresee(before, s->at->decrement) < near && !logreg__quadratic_wants_fine(s->at, problem);
        before = s->at->decrement;
        t = 0;
        if (chords && !s->converged && (s->finite || informations < LEADS))
            status = take_chords(&t, s, settled, near, problem, err);
        if (status == LOGREG_OK && t == 0)
            status = take_step(&t, s, next, trial, last, chords, problem, err);
        if (t == 0)
            break;
    }
    return status;
}

static logreg_status run(logreg__solution *s, const logreg__problem *problem, const logreg_options *options,
                         logreg_error *err)
{
    logreg__quadratic *next = logreg__quadratic_new(problem->q);
    double *trial = logreg__new_raw(problem->q, sizeof *trial);
    logreg_status status =
        next && trial ? iterate(s, next, trial, problem, options, err) : logreg__fail_memory(err);
    logreg__quadratic_free(next);
    free(trial);
    return status;
}

const logreg__solver logreg__solver_newton = {
    .name = "newton",
    .summary = "Newton's method (iteratively reweighted least squares)",
    .max_iter = 100,
    .run = run,
};
