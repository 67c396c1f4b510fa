#include "inference/several.h"

#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "engine/dense.h"
#include "solvers/vectors.h"

/* Rows times the fourth power of coefficients, at most. */
#define DEAREST 1e6

/* A loss that is lower by no more than this part of it is not; and places are apart where losses differ by more than that part. */
#define NOISE 1e-10
#define APART 1e-7

/* So many of the starts are climbed from. */
#define MOST_CLIMBED 6

/* From one whose loss is higher than what is known by more than this, steps lead anywhere. */
#define FORLORN 30

static bool wanted(const logreg_study *s)
{
    double q = (double)s->problem->q;
    return s->objective->jeffreys && (double)s->problem->design->n * q * q * q * q <= DEAREST;
}

/* Both ends of every coefficient's interval along the path from the peak; those that are not found are no starts. */
static logreg_status scout(logreg__several *s, double rise, logreg_error *err)
{
    size_t q = s->q, n = 2 * q;
    double *A = logreg__new(q, q * sizeof *A);
    logreg__constrained *end = logreg__new(n, sizeof *end);
    logreg_status status = A && end ? LOGREG_OK : logreg__fail_memory(err);
    for (size_t i = 0; status == LOGREG_OK && i < n; i++) {
        A[i / 2 * q + i / 2] = 1;
        end[i] = (logreg__constrained){
            .r = 1, .A = A + i / 2 * q, .side = i % 2 ? 1 : -1, .rise = rise, .b = s->start + i * q};
    }
    if (status == LOGREG_OK)
        status =
            logreg__constrained_solve(end, n, s->study->peak, s->study->at_peak, s->study->objective, err);
    for (size_t i = 0; status == LOGREG_OK && i < n; i++)
        if (end[i].found)
            memmove(s->start + s->n_starts++ * q, end[i].b, q * sizeof *s->start);
    free(A);
    free(end);
    return status;
}

logreg_status logreg__several_new(logreg__several **several, const logreg_study *study, double rise,
                                  logreg_error *err)
{
    *several = NULL;
    if (!wanted(study))
        return LOGREG_OK;
    size_t q = study->problem->q;
    logreg__several *s = logreg__new(1, sizeof *s);
    if (!s)
        return logreg__fail_memory(err);
    *s = (logreg__several){.study = study,
                           .q = q,
                           .start = logreg__new_raw(2 * q, q * sizeof *s->start),
                           .promise = logreg__new_raw(2 * q, sizeof *s->promise),
                           .from = logreg__new(q, sizeof *s->from),
                           .trial = logreg__new_raw(q, sizeof *s->trial),
                           .at = logreg__quadratic_new(q)};
    bool ok = s->start && s->promise && s->from && s->trial && s->at;
    logreg_status status = ok ? scout(s, rise, err) : logreg__fail_memory(err);
    if (status == LOGREG_OK)
        *several = s;
    else
        logreg__several_free(s);
    return status;
}

void logreg__several_free(logreg__several *s)
{
    if (!s)
        return;
    free(s->start);
    free(s->promise);
    free(s->from);
    free(s->trial);
    logreg__quadratic_free(s->at);
    free(s);
}

logreg_status logreg__several_try(logreg__constrained *point, logreg__several *s, const double *from,
                                  logreg_error *err)
{
    const logreg__problem *objective = s->study->objective;
    if (point->found && point->r == s->q) /* nothing is left free */
        return LOGREG_OK;
    logreg_status status = logreg__quadratic_at(s->at, objective, from, err);
    if (status != LOGREG_OK || !s->at->factored)
        return status;
    logreg__constrained trial = *point;
    trial.b = s->trial;
    status = logreg__constrained_solve(&trial, 1, from, s->at, objective, err);
    if (status != LOGREG_OK || !trial.found)
        return status;
    double size = 1 + fabs(point->loss);
    s->apart = s->apart || (point->found && fabs(trial.loss - point->loss) > APART * size);
    if (!point->found || trial.loss < point->loss - NOISE * size) {
        memcpy(point->b, trial.b, s->q * sizeof *point->b);
        point->loss = trial.loss;
        point->found = true;
    }
    return LOGREG_OK;
}

/* Start i, moved along each combination of the point to its value: coefficients that these do not speak of stay. */
static void put(double *b, const logreg__several *s, size_t i, const logreg__constrained *point)
{
    memcpy(b, s->start + i * s->q, s->q * sizeof *b);
    for (size_t k = 0; k < point->r; k++) {
        const double *a = point->A + k * s->q;
        logreg__add(b, (point->value[k] - logreg__dot(a, b, s->q)) / logreg__dot(a, a, s->q), a, s->q);
    }
}

logreg_status logreg__several_value(logreg__constrained *point, logreg__several *s, logreg_error *err)
{
    memset(s->from, 0, s->q * sizeof *s->from);
    logreg_status status = logreg__several_try(point, s, s->from, err);
    for (size_t i = 0; status == LOGREG_OK && i < s->n_starts; i++) {
        put(s->from, s, i, point);
        status = logreg__quadratic_at(s->at, s->study->objective, s->from, err);
        s->promise[i] = s->at->factored ? s->at->loss : INFINITY;
    }
    for (size_t climbed = 0; status == LOGREG_OK && climbed < MOST_CLIMBED; climbed++) {
        size_t best = 0;
        for (size_t i = 1; i < s->n_starts; i++)
            best = s->promise[i] < s->promise[best] ? i : best;
        if (s->n_starts == 0 || !(s->promise[best] < (point->found ? point->loss + FORLORN : INFINITY)))
            break;
        s->promise[best] = INFINITY;
        put(s->from, s, best, point);
        status = logreg__several_try(point, s, s->from, err);
    }
    return status;
}
