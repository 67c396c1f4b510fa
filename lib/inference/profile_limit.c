/* Profile likelihoods where classes are separated. Without a maximum there is a supremum, reached by the rows that separation
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
#include "inference/open.h"

/* The study with its rows as sets where there are more than two classes, or where `always` says so; sets is to be freed. */
static logreg_status as_sets(logreg_study *of, logreg__matched **sets, const logreg_study *s, bool always,
                             logreg_error *err)
{
    *of = *s;
    if (s->matched || (s->model->k == 1 && !always))
        return LOGREG_OK;
    logreg_status status = logreg__open_sets(sets, s, err);
    of->matched = *sets;
    return status;
}

/* ---- Without some columns ---- */

/* Of the offset alone. */
static logreg_status loss_of_none(double *loss, const logreg__problem *problem, logreg_error *err)
{
    double *zeros = logreg__new(problem->q, sizeof *zeros);
    logreg_status status = zeros ? logreg__fold(problem, &logreg__kernel_value, 1, zeros, loss, NULL, err)
                                 : logreg__fail_memory(err);
    free(zeros);
    return status;
}

/* Of what separation leaves open without the coefficients marked in without[model->q], some of which are there. */
static logreg_status infimum(double *loss, const logreg_study *of, const unsigned char *without,
                             logreg_error *err)
{
    logreg_study part = {.model = NULL};
    logreg_status status = logreg__open_part(&part, NULL, of, SIZE_MAX, without, err);
    *loss = 0; /* of rows that are all separated */
    if (status == LOGREG_OK && part.problem && part.problem->q > 0) {
        status = logreg__open_climb(&part, SIZE_MAX, err);
        *loss = part.at->factored ? part.at->loss : NAN;
    } else if (status == LOGREG_OK && part.problem) {
        status = logreg__fold(part.problem, &logreg__kernel_value, 1, NULL, loss, NULL, err);
    }
    logreg__open_clear(&part);
    return status;
}

logreg_status logreg__limit_loss(double *loss, const logreg_study *s, const unsigned char *without,
                                 logreg_error *err)
{
    const logreg_model *m = s->model;
    if (!memchr(without, 0, m->p))
        return loss_of_none(loss, s->problem, err);
    logreg_study of;
    logreg__matched *sets = NULL;
    unsigned char *each = logreg__new_raw(m->q, 1);
    logreg_status status = each ? as_sets(&of, &sets, s, false, err) : logreg__fail_memory(err);
    for (size_t k = 0; each && k < m->k; k++)
        memcpy(each + k * m->p, without, m->p);
    if (status == LOGREG_OK)
        status = infimum(loss, &of, each, err);
    logreg__matched_free(sets);
    free(each);
    return status;
}

/* ---- Coefficients with a finite limit ---- */

/* Of every one of them where C is NULL, else of that one combination, if it has one; the supremum's loss; and where all coefficients go (NULL: not wanted). */
static logreg_status finite_ones(logreg_profile *out, double *limit, logreg_coef_status *coefficient,
                                 const logreg_study *s, const double *C, double level, logreg_error *err)
{
    logreg_study part;
    logreg_status status = logreg__open_part(&part, coefficient, s, SIZE_MAX, NULL, err);
    *limit = 0; /* of rows that are all separated */
    if (status == LOGREG_OK && part.problem && part.problem->q > 0) {
        status = logreg__open_climb(&part, SIZE_MAX, err);
        *limit = part.at->factored ? part.at->loss : NAN;
        if (status == LOGREG_OK && part.at->factored)
            status = C ? logreg__profile_of(out, &part, C, NULL, 1, level, err)
                       : logreg__profile_all(out, &part, level, err);
    } else if (status == LOGREG_OK && part.problem) {
        status = logreg__fold(part.problem, &logreg__kernel_value, 1, NULL, limit, NULL, err);
    }
    logreg__open_clear(&part);
    return status;
}

/* ---- Coefficients that run to infinity ---- */

/* A column that the others make up on the open rows has no say in their loss; its pivot is of rounding size. */
#define NO_SAY 1e7

/* The end that is not infinite of coefficient j, and the loss with it at 0, in `zero`. NaN: not found; an infinite end
 * where all values are as likely. */
static logreg_status find_end(double *end, double *zero, const logreg_study *part, size_t j, int side,
                              double limit, double rise, logreg_error *err)
{
    size_t q = part->problem->q, at = logreg__open_place(part, j);
    double *A = logreg__new(q, sizeof *A), *b = logreg__new_raw(q, sizeof *b);
    logreg_status status = A && b ? LOGREG_OK : logreg__fail_memory(err);
    *zero = part->at->loss;
    *end = (double)side * INFINITY;
    if (status == LOGREG_OK && part->at->factored && part->at->condition < NO_SAY) {
        A[at] = logreg__problem_factor(part->problem, at);
        logreg__constrained point = {
            .r = 1, .A = A, .side = side, .rise = rise, .falls = true, .limit = limit, .b = b};
        status = logreg__constrained_solve(&point, 1, part->b, part->at, part->problem, err);
        *end = point.found ? b[at] * A[at] : NAN;
    }
    free(A);
    free(b);
    return status;
}

static logreg_status infinite_one(logreg_profile *out, const logreg_study *s, size_t j, logreg_coef_status to,
                                  double limit, double level, logreg_error *err)
{
    double zero = limit, end = NAN, rise = gsl_cdf_chisq_Pinv(level, 1) / 2;
    int side = to == LOGREG_COEF_PLUS_INFINITY ? -1 : 1;
    logreg_study part;
    logreg_status status = logreg__open_part(&part, NULL, s, j, NULL, err);
    if (status == LOGREG_OK && !part.problem) {
        end = (double)side * INFINITY; /* all is separated whatever the coefficient is */
    } else if (status == LOGREG_OK) {
        status = logreg__open_climb(&part, logreg__open_place(&part, j), err);
        if (status == LOGREG_OK)
            status = find_end(&end, &zero, &part, j, side, limit, rise, err);
    }
    logreg__open_clear(&part);
    if (status != LOGREG_OK)
        return status;
    *out = (logreg_profile){.estimate = side > 0 ? -INFINITY : INFINITY,
                            .low = side > 0 ? -INFINITY : end,
                            .high = side < 0 ? INFINITY : end,
                            .statistic = 2 * fmax(zero - limit, 0)};
    out->p = gsl_cdf_chisq_Q(out->statistic, 1);
    return LOGREG_OK;
}

/* One that is not finite. If it is undetermined it is 0 along some direction of recession in the interior of the cone: the supremum is reached
 * whatever it is. */
static logreg_status without_limit(logreg_profile *out, const logreg_study *s, size_t j,
                                   logreg_coef_status status, double limit, double level, logreg_error *err)
{
    if (status == LOGREG_COEF_OK || status == LOGREG_COEF_ALIASED)
        return LOGREG_OK;
    if (status != LOGREG_COEF_UNDETERMINED)
        return infinite_one(out, s, j, status, limit, level, err);
    *out = (logreg_profile){.estimate = NAN, .low = -INFINITY, .high = INFINITY, .statistic = 0, .p = 1};
    return LOGREG_OK;
}

logreg_status logreg__profile_limit(logreg_profile *out, const logreg_study *s, double level,
                                    logreg_error *err)
{
    const logreg_model *m = s->model;
    logreg_study of;
    logreg__matched *sets = NULL;
    double limit;
    logreg_profile *found = logreg__new(m->q, sizeof *found);
    logreg_status status = found ? as_sets(&of, &sets, s, false, err) : logreg__fail_memory(err);
    for (size_t j = 0; found && j < m->q; j++)
        found[j] = logreg__no_profile();
    if (status == LOGREG_OK)
        status = finite_ones(found, &limit, NULL, &of, NULL, level, err);
    for (size_t j = 0; status == LOGREG_OK && j < m->q; j++)
        status = without_limit(&found[j], &of, j, m->status[j], limit, level, err);
    if (status == LOGREG_OK)
        memcpy(out, found, m->q * sizeof *out);
    logreg__matched_free(sets);
    free(found);
    return status;
}

/* ---- Combinations ---- */

/* Another copy of the sets, with an offset. */
static logreg_status copy_sets(logreg__matched **copy, const logreg__matched *of, logreg_error *err)
{
    size_t n = of->sets.first[of->sets.n];
    unsigned char *keep = logreg__new_raw(n, 1);
    if (!keep)
        return logreg__fail_memory(err);
    memset(keep, 1, n);
    logreg_status status = logreg__matched_part(copy, of, keep, err);
    free(keep);
    if (status == LOGREG_OK && !(*copy)->sets.offset) {
        (*copy)->sets.offset = logreg__new(n, sizeof(double));
        status = (*copy)->sets.offset ? LOGREG_OK : logreg__fail_memory(err);
    }
    return status;
}

/* Makes c'beta - value coefficient h: beta_h = (c'beta - sum_f c_f beta_f) / c_h. */
static void turn(logreg__matched *t, const double *c, size_t h, double value)
{
    size_t n = t->sets.first[t->sets.n], q = t->terms->n_columns;
    for (size_t r = 0; r < n; r++) {
        double *x = t->raw + r * q, own = x[h] / c[h];
        for (size_t j = 0; j < q; j++)
            x[j] -= j == h ? 0 : c[j] * own;
        x[h] = own;
        t->sets.offset[r] += value * own;
    }
}

static logreg_status one_combination(logreg_profile *out, const logreg_study *s, const double *c,
                                     double value, double level, logreg_error *err)
{
    size_t q = s->model->q, h = 0;
    double limit;
    logreg__matched *turned = NULL;
    logreg_coef_status *coefficient = logreg__new(q, sizeof *coefficient);
    double *own = logreg__new(q, sizeof *own);
    logreg_status status =
        coefficient && own ? copy_sets(&turned, s->matched, err) : logreg__fail_memory(err);
    logreg_study of = *s;
    of.matched = turned;
    for (size_t j = 0; j < q; j++)
        if (fabs(c[j]) > fabs(c[h]))
            h = j;
    if (status == LOGREG_OK) {
        turn(turned, c, h, value);
        logreg__matched_centre(turned);
        own[h] = 1;
        *out = logreg__no_profile();
        status = finite_ones(out, &limit, coefficient, &of, own, level, err);
    }
    if (status == LOGREG_OK)
        status = without_limit(out, &of, h, coefficient[h], limit, level, err);
    out->estimate += value;
    out->low += value;
    out->high += value;
    logreg__matched_free(turned);
    free(coefficient);
    free(own);
    return status;
}

logreg_status logreg__profile_limit_of(logreg_profile *out, const logreg_study *s, const double *C,
                                       const double *value, size_t m, double level, logreg_error *err)
{
    size_t q = s->model->q;
    double *c = logreg__new(q, sizeof *c);
    logreg_study of;
    logreg__matched *sets = NULL;
    logreg_status status = c ? as_sets(&of, &sets, s, true, err) : logreg__fail_memory(err);
    for (size_t i = 0; status == LOGREG_OK && i < m; i++) {
        bool any = false;
        for (size_t j = 0; j < q; j++) {
            c[j] = s->model->status[j] == LOGREG_COEF_ALIASED ? 0 : C[i * q + j];
            any = any || c[j] != 0;
        }
        out[i] = logreg__no_profile();
        if (any)
            status = one_combination(&out[i], &of, c, value ? value[i] : 0, level, err);
    }
    logreg__matched_free(sets);
    free(c);
    return status;
}

/* All that is left are offsets. */
static logreg_status loss_of_sets(double *loss, const logreg__matched *of, int threads, logreg_error *err)
{
    logreg__design *design = NULL;
    logreg__problem *problem = NULL;
    logreg_status status =
        logreg__design_new(&design, of->terms, of->frame, of->rows, of->response, NULL, err);
    if (status == LOGREG_OK)
        status = logreg__problem_new(&problem, design, 1, threads, err);
    if (status == LOGREG_OK) {
        problem->sets = &of->sets;
        status = loss_of_none(loss, problem, err);
    }
    logreg__problem_free(problem);
    logreg__design_free(design);
    return status;
}

logreg_status logreg__limit_loss_where(double *loss, const logreg_study *s, const double *R, const double *v,
                                       const size_t *pivot, size_t rank, logreg_error *err)
{
    const logreg_model *m = s->model;
    logreg__matched *sets = NULL, *turned = NULL;
    unsigned char *held = logreg__new(m->q, 1);
    logreg_study of;
    logreg_status status = held ? as_sets(&of, &sets, s, true, err) : logreg__fail_memory(err);
    if (status == LOGREG_OK)
        status = copy_sets(&turned, of.matched, err);
    for (size_t i = 0; status == LOGREG_OK && i < rank; i++) {
        turn(turned, R + i * m->q, pivot[i], v[i]);
        held[pivot[i]] = 1;
    }
    bool any = false;
    for (size_t j = 0; held && j < m->q; j++)
        any = any || !(held[j] || m->status[j] == LOGREG_COEF_ALIASED);
    if (status == LOGREG_OK) {
        logreg__matched_centre(turned);
        of.matched = turned;
        status = any ? infimum(loss, &of, held, err) : loss_of_sets(loss, turned, s->problem->threads, err);
    }
    logreg__matched_free(turned);
    logreg__matched_free(sets);
    free(held);
    return status;
}
