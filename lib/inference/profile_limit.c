/* Profile likelihoods of two classes that are separated. Without a maximum there is a supremum, reached by the rows that separation
 * leaves open; a coefficient with a finite limit has the profile that it has among these. One that runs to infinity has it as an end
 * of its interval. For the other end it is held at a value: what is separated then, by all others, drops out in turn, and the loss of the
 * rest falls towards the supremum as the value follows the coefficient. Equation (36).
 */
#include "inference/profile.h"

#include <math.h>

#include <gsl/gsl_cdf.h>

#include "base/error.h"
#include "base/memory.h"
#include "inference/constrained.h"
#include "model/rank.h"
#include "solvers/existence.h"
#include "solvers/solver.h"

/* ---- The rows that are left open ---- */

/* A study of them, with rows, design, problem, b and at of its own; rows is NULL where none are left. */
static void clear(logreg_study *part)
{
    free(part->b);
    logreg__quadratic_free(part->at);
    logreg__problem_free(part->problem);
    logreg__design_free(part->design);
    logreg__rows_free(part->rows);
    *part = (logreg_study){.model = NULL};
}

/* What is separated by all columns but `held` (SIZE_MAX: none) and those marked in `without` (NULL: none). Directions are about columns as they stand, not centred. */
static logreg_status decide(logreg__existence **e, unsigned char *drop, const logreg_study *s, size_t held,
                            const unsigned char *without, logreg_error *err)
{
    const logreg_model *m = s->model;
    logreg__design *plain = NULL;
    for (size_t j = 0; j < m->p; j++)
        drop[j] = j == held || m->status[j] == LOGREG_COEF_ALIASED || (without && without[j]);
    logreg_status status = logreg__design_new(&plain, m->terms, s->frame, s->rows, s->response, drop, err);
    if (status == LOGREG_OK)
        status = logreg__existence_decide(e, plain, 1, err);
    logreg__design_free(plain);
    return status;
}

static logreg_status take_part(logreg_study *part, const logreg_study *s, const logreg__existence *e,
                               unsigned char *drop, size_t held, logreg_error *err)
{
    const logreg_model *m = s->model;
    *part = (logreg_study){.model = m, .frame = s->frame, .response = s->response};
    logreg_status status = logreg__rows_subset(&part->rows, s->rows, e->separated, err);
    if (status != LOGREG_OK || part->rows->n == 0)
        return status;
    for (size_t j = 0; j < m->p; j++)
        drop[j] = j != held && (drop[j] || e->drop[j]);
    status = logreg__design_new(&part->design, m->terms, s->frame, part->rows, s->response, drop, err);
    if (status == LOGREG_OK)
        status = logreg__problem_new(&part->problem, part->design, 1, s->problem->threads, err);
    if (status == LOGREG_OK)
        status = logreg__problem_standardise(part->problem, true, err);
    if (status != LOGREG_OK)
        return status;
    /* The intercept can be held only where it is that of the columns as they stand. */
    for (size_t j = 0; part->design->intercept && held == 0 && j < part->design->n_dense; j++)
        part->problem->centre[j] = 0;
    part->b = logreg__new(part->problem->q, sizeof *part->b);
    part->at = logreg__quadratic_new(part->problem->q);
    part->objective = part->problem;
    part->peak = part->b;
    part->at_peak = part->at;
    return part->b && part->at ? LOGREG_OK : logreg__fail_memory(err);
}

static logreg_status open_part(logreg_study *part, const logreg_study *s, size_t held,
                               const unsigned char *without, logreg_error *err)
{
    logreg__existence *e = NULL;
    unsigned char *drop = logreg__new(s->model->p, 1);
    logreg_status status = drop ? decide(&e, drop, s, held, without, err) : logreg__fail_memory(err);
    if (status == LOGREG_OK)
        status = take_part(part, s, e, drop, held, err);
    logreg__existence_free(e);
    free(drop);
    return status;
}

/* The place of a column of the model in the part's fold order; SIZE_MAX: it has been left out. */
static size_t place_of(const logreg_study *part, size_t column)
{
    for (size_t j = 0; j < part->design->p; j++)
        if (part->design->column[j] == column)
            return j;
    return SIZE_MAX;
}

/* The part's maximum, with the coefficient at `held` 0 (SIZE_MAX: none is held). */
static logreg_status climb(logreg_study *part, size_t held, logreg_error *err)
{
    logreg_options options = logreg_options_default();
    logreg__solution solution = {.beta = part->b, .at = part->at, .finite = true};
    unsigned char *flags = logreg__new(part->problem->q, 1);
    if (!flags)
        return logreg__fail_memory(err);
    if (held != SIZE_MAX) {
        flags[held] = 1;
        part->problem->held = flags;
    }
    logreg_status status = logreg__solver_newton.run(&solution, part->problem, &options, err);
    part->problem->held = NULL;
    free(flags);
    return status == LOGREG_OK ? logreg__quadratic_at(part->at, part->problem, part->b, err) : status;
}

/* ---- Without some columns ---- */

/* Of the offset alone. */
static logreg_status loss_of_none(double *loss, const logreg_study *s, logreg_error *err)
{
    double *zeros = logreg__new(s->problem->q, sizeof *zeros);
    logreg_status status = zeros ? logreg__fold(s->problem, &logreg__kernel_value, 1, zeros, loss, NULL, err)
                                 : logreg__fail_memory(err);
    free(zeros);
    return status;
}

logreg_status logreg__limit_loss(double *loss, const logreg_study *s, const unsigned char *without,
                                 logreg_error *err)
{
    if (!memchr(without, 0, s->model->p))
        return loss_of_none(loss, s, err);
    logreg_study part = {.model = NULL};
    logreg_status status = open_part(&part, s, SIZE_MAX, without, err);
    *loss = 0; /* of rows that are all separated */
    if (status == LOGREG_OK && part.problem && part.problem->q > 0) {
        status = climb(&part, SIZE_MAX, err);
        *loss = part.at->factored ? part.at->loss : NAN;
    } else if (status == LOGREG_OK && part.problem) {
        status = logreg__fold(part.problem, &logreg__kernel_value, 1, NULL, loss, NULL, err);
    }
    clear(&part);
    return status;
}

/* ---- Coefficients with a finite limit ---- */

static logreg_status finite_ones(logreg_profile *out, const logreg_study *s, double level, logreg_error *err)
{
    logreg_study part = {.model = NULL};
    logreg_status status = open_part(&part, s, SIZE_MAX, NULL, err);
    if (status == LOGREG_OK && part.problem)
        status = climb(&part, SIZE_MAX, err);
    if (status == LOGREG_OK && part.problem && part.at->factored)
        status = logreg__profile_all(out, &part, level, err);
    clear(&part);
    return status;
}

/* ---- Coefficients that run to infinity ---- */

/* A column that the others make up on the open rows has no say in their loss; its pivot is of rounding size. */
#define NO_SAY 1e7

/* The end that is not infinite of a coefficient of model column j, and the loss with it at 0, in `zero`. NaN: not found; an infinite end
 * where all values are as likely. */
static logreg_status find_end(double *end, double *zero, const logreg_study *part, size_t j, int side,
                              double rise, logreg_error *err)
{
    size_t q = part->problem->q, at = place_of(part, j);
    double *A = logreg__new(q, sizeof *A), *b = logreg__new_raw(q, sizeof *b);
    logreg_status status = A && b ? LOGREG_OK : logreg__fail_memory(err);
    *zero = part->at->loss;
    *end = (double)side * INFINITY;
    if (status == LOGREG_OK && part->at->factored && part->at->condition < NO_SAY) {
        A[at] = logreg__problem_factor(part->problem, at);
        logreg__constrained point = {
            .r = 1, .A = A, .side = side, .rise = rise, .falls = true, .limit = part->model->loss, .b = b};
        status = logreg__constrained_solve(&point, 1, part->b, part->at, part->problem, err);
        *end = point.found ? b[at] * A[at] : NAN;
    }
    free(A);
    free(b);
    return status;
}

/* One that is undetermined is 0 along some direction of recession in the interior of the cone: the supremum is reached whatever it is. */
static logreg_profile undetermined(void)
{
    return (logreg_profile){.estimate = NAN, .low = -INFINITY, .high = INFINITY, .statistic = 0, .p = 1};
}

static logreg_status infinite_one(logreg_profile *out, const logreg_study *s, size_t j, double level,
                                  logreg_error *err)
{
    const logreg_model *m = s->model;
    logreg_coef_status to = m->status[j];
    double zero = m->loss, end = NAN, rise = gsl_cdf_chisq_Pinv(level, 1) / 2;
    int side = to == LOGREG_COEF_PLUS_INFINITY ? -1 : 1;
    logreg_study part = {.model = NULL};
    logreg_status status = open_part(&part, s, j, NULL, err);
    if (status == LOGREG_OK && !part.problem) {
        end = (double)side * INFINITY; /* all is separated whatever the coefficient is */
    } else if (status == LOGREG_OK) {
        status = climb(&part, place_of(&part, j), err);
        if (status == LOGREG_OK)
            status = find_end(&end, &zero, &part, j, side, rise, err);
    }
    clear(&part);
    if (status != LOGREG_OK)
        return status;
    *out = (logreg_profile){.estimate = m->beta[j],
                            .low = side > 0 ? -INFINITY : end,
                            .high = side < 0 ? INFINITY : end,
                            .statistic = 2 * fmax(zero - m->loss, 0)};
    out->p = gsl_cdf_chisq_Q(out->statistic, 1);
    return LOGREG_OK;
}

logreg_status logreg__profile_limit(logreg_profile *out, const logreg_study *s, double level,
                                    logreg_error *err)
{
    const logreg_model *m = s->model;
    if (m->k > 1)
        return logreg__fail(
            err, LOGREG_EDATA,
            "the classes are separated, and more than two: profile likelihoods of such are not "
            "computed; leave out what separates them, or take Wald's intervals");
    logreg_profile *found = logreg__new(m->p, sizeof *found);
    logreg_status status = found ? LOGREG_OK : logreg__fail_memory(err);
    for (size_t j = 0; found && j < m->p; j++)
        found[j] = logreg__no_profile();
    if (status == LOGREG_OK)
        status = finite_ones(found, s, level, err);
    for (size_t j = 0; status == LOGREG_OK && j < m->p; j++)
        if (m->status[j] == LOGREG_COEF_UNDETERMINED)
            found[j] = undetermined();
        else if (m->status[j] != LOGREG_COEF_OK && m->status[j] != LOGREG_COEF_ALIASED)
            status = infinite_one(&found[j], s, j, level, err);
    if (status == LOGREG_OK)
        memcpy(out, found, m->p * sizeof *out);
    free(found);
    return status;
}
