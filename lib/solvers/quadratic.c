#include "solvers/quadratic.h"

#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "engine/dense.h"
#include "solvers/factor.h"
#include "solvers/firth/firth.h"
#include "solvers/shrinkage.h"

/* Cholesky of the information squares the condition number of sqrt(W) Z; beyond this, inv(H) is taken from QR. The
 * estimate from pivots may be ten times too small, hence not 1e5. */
#define TRUST_CHOLESKY 1e4

logreg__quadratic *logreg__quadratic_new(size_t q)
{
    logreg__quadratic *at = logreg__new(1, sizeof *at);
    if (!at)
        return NULL;
    at->q = q;
    if (q > 0 && q > SIZE_MAX / sizeof(double) / q / 4)
        q = SIZE_MAX / 2; /* an absurd size, which the allocations refuse */
    at->acc = logreg__new_raw(2 + q + q * q, sizeof *at->acc);
    at->L = logreg__new_raw(q * q, sizeof *at->L);
    at->step = logreg__new_raw(q, sizeof *at->step);
    if (!at->acc || !at->L || !at->step) {
        logreg__quadratic_free(at);
        return NULL;
    }
    at->g = at->acc + 2;
    at->H = at->acc + 2 + q;
    return at;
}

void logreg__quadratic_free(logreg__quadratic *at)
{
    if (!at)
        return;
    free(at->acc);
    free(at->L);
    free(at->step);
    free(at);
}

void logreg__quadratic_copy(logreg__quadratic *to, const logreg__quadratic *from)
{
    size_t q = from->q;
    logreg__quadratic own = *to;
    memcpy(own.acc, from->acc, (2 + q + q * q) * sizeof *own.acc);
    memcpy(own.L, from->L, q * q * sizeof *own.L);
    memcpy(own.step, from->step, q * sizeof *own.step);
    *to = *from;
    to->acc = own.acc;
    to->g = own.g;
    to->H = own.H;
    to->L = own.L;
    to->step = own.step;
}

void logreg__quadratic_fill(double *H, size_t q, size_t p)
{
    for (size_t block = 0; block < q; block += p)
        for (size_t other = block; other < q; other += p)
            for (size_t j = 0; j < p; j++)
                for (size_t i = j + 1; i < p; i++)
                    H[(block + i) * q + other + j] = H[(block + j) * q + other + i];
    for (size_t j = 0; j < q; j++)
        for (size_t i = j + 1; i < q; i++)
            H[i * q + j] = H[j * q + i];
}

/* A coefficient that is held has no score, and information of its own only. */
static void hold(logreg__quadratic *at, const unsigned char *held)
{
    size_t q = at->q;
    for (size_t j = 0; held && j < q; j++)
        if (held[j]) {
            at->g[j] = 0;
            for (size_t i = 0; i < q; i++)
                at->H[j * q + i] = at->H[i * q + j] = 0;
            at->H[j * q + j] = 1;
        }
}

/* The penalty's part of a loss and its gradient. */
static double penalty(double *g, const logreg__problem *problem, const double *b)
{
    size_t p = problem->design->p;
    double loss = problem->shrinkage ? logreg__shrinkage_slope(g, problem, b) : 0;
    for (size_t j = 0; problem->ridge > 0 && j < problem->q; j++) {
        if (problem->design->intercept && j % p == 0)
            continue;
        loss += problem->ridge / 2 * b[j] * b[j];
        g[j] += problem->ridge * b[j];
    }
    return loss;
}

/* A small penalty gives a sample a maximum where it has none, as where it saw one class only of a level. */
static void penalise(logreg__quadratic *at, const logreg__problem *problem, const double *b)
{
    size_t p = problem->design->p;
    at->loss += penalty(at->g, problem, b);
    if (problem->shrinkage)
        logreg__shrinkage_curve(at->H, problem);
    for (size_t j = 0; problem->ridge > 0 && j < at->q; j++)
        if (!problem->design->intercept || j % p != 0)
            at->H[j * at->q + j] += problem->ridge;
}

static void measure_score(logreg__quadratic *at)
{
    at->score_norm = 0;
    for (size_t j = 0; j < at->q; j++)
        at->score_norm = fmax(at->score_norm, fabs(at->g[j]));
}

void logreg__quadratic_solve(logreg__quadratic *at)
{
    measure_score(at);
    memcpy(at->step, at->g, at->q * sizeof *at->step);
    logreg__cholesky_solve(at->L, at->q, at->step);
    double square = 0;
    for (size_t j = 0; j < at->q; j++)
        square += at->g[j] * at->step[j];
    at->decrement = sqrt(fmax(square, 0));
    at->factored = isfinite(at->decrement);
    at->condition = logreg__factor_condition(at->H, at->L, at->q);
}

static logreg_status factor_finely(logreg__quadratic *at, const logreg__problem *problem, const double *b,
                                   logreg_error *err)
{
    logreg_status status = logreg__factor_finely(&at->fine, at->L, at->H, at->factored, problem, b, err);
    at->factored = false;
    if (status == LOGREG_OK && !at->fine && problem->held) { /* QR does not know of these */
        memcpy(at->L, at->H, at->q * at->q * sizeof *at->L);
        at->factored = logreg__cholesky(at->L, at->q);
    }
    if (status == LOGREG_OK && (at->fine || at->factored))
        logreg__quadratic_solve(at);
    return status;
}

/* A finer factor is made from rows of a square root of the information, of which matched sets have none, and penalties neither. */
static bool may_be_fine(const logreg__problem *problem)
{
    return !problem->sets && !problem->shrinkage;
}

/* Gradient and information as the fold has left them, made whole and factored. */
static logreg_status take(logreg__quadratic *at, const logreg__problem *problem, const double *b,
                          logreg_error *err)
{
    size_t q = at->q;
    logreg__quadratic_fill(at->H, q, problem->design->p);
    hold(at, problem->held);
    penalise(at, problem, b);
    measure_score(at);
    memcpy(at->L, at->H, q * q * sizeof *at->L);
    if (logreg__cholesky(at->L, q))
        logreg__quadratic_solve(at);
    /* A pivot of rounding size is no pivot. */
    if ((!at->factored || at->condition > 1e7) && may_be_fine(problem))
        return factor_finely(at, problem, b, err);
    return LOGREG_OK;
}

/* The penalty is that of all coefficients, held or not. */
static logreg_status take_penalised(logreg__quadratic *at, const logreg__problem *problem, const double *b,
                                    logreg_error *err)
{
    logreg__problem plain = *problem;
    plain.jeffreys = false;
    plain.held = NULL;
    logreg_status status = take(at, &plain, b, err);
    if (status == LOGREG_OK)
        status = logreg__firth_penalise(at, &plain, b, err);
    if (status != LOGREG_OK || !problem->held || !at->factored)
        return status;
    hold(at, problem->held);
    memcpy(at->L, at->H, at->q * at->q * sizeof *at->L);
    at->factored = logreg__cholesky(at->L, at->q);
    if (at->factored)
        logreg__quadratic_solve(at);
    return LOGREG_OK;
}

logreg_status logreg__quadratic_take(logreg__quadratic *at, const logreg__problem *problem, const double *b,
                                     logreg_error *err)
{
    at->loss = at->acc[0];
    at->bound = at->reach = at->acc[1];
    at->factored = at->fine = false;
    at->decrement = INFINITY;
    at->score_norm = 0;
    if (!isfinite(at->loss))
        return LOGREG_OK;
    return problem->jeffreys ? take_penalised(at, problem, b, err) : take(at, problem, b, err);
}

logreg_status logreg__quadratic_walk(logreg__job *jobs, size_t n_jobs, const logreg__problem *problem,
                                     const double *b, logreg__errands *errands, logreg_error *err)
{
    for (size_t i = 0; errands && i < errands->n; i++) {
        jobs[n_jobs] = errands->job[i];
        if (jobs[n_jobs].kernel->input && !jobs[n_jobs].input)
            jobs[n_jobs].input = b;
        n_jobs++;
    }
    logreg_status status = logreg__fold_jobs(problem, n_jobs, jobs, err);
    if (errands)
        errands->done = status == LOGREG_OK && errands->n > 0;
    return status;
}

logreg_status logreg__quadratic_at_last(logreg__quadratic *at, const logreg__problem *problem,
                                        const double *b, logreg__errands *errands, logreg_error *err)
{
    logreg__job jobs[1 + LOGREG__MOST_ERRANDS] = {logreg__quadratic_job(at, b)};
    logreg_status status = logreg__quadratic_walk(jobs, 1, problem, b, errands, err);
    return status == LOGREG_OK ? logreg__quadratic_take(at, problem, b, err) : status;
}

logreg_status logreg__quadratic_at(logreg__quadratic *at, const logreg__problem *problem, const double *b,
                                   logreg_error *err)
{
    return logreg__quadratic_at_last(at, problem, b, NULL, err);
}

logreg__job logreg__quadratic_job(logreg__quadratic *at, const double *b)
{
    return (logreg__job){&logreg__kernel_information, 1, b, at->acc, NULL};
}

logreg_status logreg__quadratic_gradient(double *loss, double *g, const logreg__problem *problem,
                                         const double *b, const logreg__job *also, logreg_error *err)
{
    size_t q = problem->q;
    double *acc = logreg__new_raw(1 + q, sizeof *acc);
    if (!acc)
        return logreg__fail_memory(err);
    logreg__job jobs[2] = {{&logreg__kernel_gradient, 1, b, acc, NULL}};
    if (also)
        jobs[1] = *also;
    logreg_status status = logreg__fold_jobs(problem, also ? 2 : 1, jobs, err);
    if (status == LOGREG_OK) {
        double stands_for = problem->window ? (double)problem->design->n / (double)problem->window : 1;
        for (size_t j = 0; j < q; j++)
            g[j] = stands_for * acc[1 + j];
        *loss = stands_for * acc[0] + penalty(g, problem, b);
    }
    free(acc);
    return status;
}

bool logreg__quadratic_wants_fine(const logreg__quadratic *at, const logreg__problem *problem)
{
    return at->factored && !at->fine && may_be_fine(problem) && at->condition > TRUST_CHOLESKY;
}

logreg_status logreg__quadratic_advance(logreg__quadratic *at, const logreg__problem *problem, double *b,
                                        logreg__errands *errands, logreg_error *err)
{
    size_t q = at->q, n_jobs = 1;
    bool finely = logreg__quadratic_wants_fine(at, problem);
    double *acc = logreg__new(1 + 2 * q, sizeof *acc), *white = NULL;
    logreg_status status = acc ? LOGREG_OK : logreg__fail_memory(err);
    if (status == LOGREG_OK && finely)
        status = logreg__factor_begin(&white, at->L, q, problem->held, err);
    double *to = NULL;
    if (status == LOGREG_OK) {
        to = acc + 1 + q;
        for (size_t j = 0; j < q; j++)
            to[j] = b[j] - at->step[j];
        logreg__job jobs[2 + LOGREG__MOST_ERRANDS] = {{&logreg__kernel_gradient, 1, to, acc, NULL}};
        if (finely) {
            memcpy(white, to, q * sizeof *white);
            jobs[n_jobs++] = (logreg__job){&logreg__kernel_white, 1, white, white + q + q * q, NULL};
        }
        status = logreg__quadratic_walk(jobs, n_jobs, problem, to, errands, err);
    }
    if (status == LOGREG_OK) {
        memcpy(b, to, q * sizeof *b);
        at->loss = acc[0];
        memcpy(at->g, acc + 1, q * sizeof *at->g);
        at->loss += penalty(at->g, problem, to);
        for (size_t j = 0; problem->held && j < q; j++)
            at->g[j] = problem->held[j] ? 0 : at->g[j];
        measure_score(at);
        if (finely)
            at->fine = logreg__factor_end(at->L, white, q, problem->held) < LOGREG__NEARLY_ORTHOGONAL;
        logreg__quadratic_solve(at);
    }
    free(white);
    free(acc);
    return status;
}

logreg_status logreg__quadratic_refine(logreg__quadratic *at, const logreg__problem *problem, const double *b,
                                       logreg_error *err)
{
    return logreg__quadratic_wants_fine(at, problem) ? factor_finely(at, problem, b, err) : LOGREG_OK;
}
