/* Profile-likelihood intervals and tests: for each combination two ends and the point where it is 0. */
#include <math.h>

#include <gsl/gsl_cdf.h>

#include "base/error.h"
#include "base/memory.h"
#include "inference/constrained.h"
#include "inference/flac_profile.h"
#include "inference/profile.h"
#include "inference/several.h"
#include "model/estimate/penalised.h"

/* The points of a combination. */
enum { LOW, HIGH, AT_VALUE, POINTS };

static logreg_status check(const logreg_study *s, double level, logreg_error *err)
{
    if (!(level > 0 && level < 1))
        return logreg__fail(err, LOGREG_EINVAL, "the confidence level is %g; it must be between 0 and 1",
                            level);
    if (s->model->sampling)
        return logreg__fail(err, LOGREG_EDATA,
                            "rows that stand for many have no likelihood together, and so no profile of it");
    return s->model->separation != LOGREG_SEPARATION_NONE ? LOGREG_OK : logreg__study_profiled(s, err);
}

/* The combination's value at the coefficients of the z. beta is room for them on the scale of the data. */
static double value_at(const double *b, const double *C, const logreg_study *s, double *beta)
{
    double sum = 0;
    logreg__problem_beta(s->problem, beta, b);
    for (size_t j = 0; j < s->problem->q; j++)
        sum += C[logreg__study_coefficient(s, j)] * beta[j];
    return sum;
}

/* A penalised likelihood may have several maxima. Where a point has more of it than that which all is about, that is none, and there is no
 * telling how much worse the point is. */
#define HIGHER 1e-9

static bool is_higher(const logreg__constrained *point, const logreg_study *s)
{
    return point->loss < s->at_peak->loss - HIGHER * (1 + fabs(s->at_peak->loss));
}

static void describe(logreg_profile *out, const logreg__constrained *point, const logreg_end *end,
                     const double *C, const logreg_study *s, double *beta)
{
    *out = logreg__no_profile();
    out->low_end = end[LOW];
    out->high_end = end[HIGH];
    out->estimate = value_at(s->peak, C, s, beta);
    if (point[LOW].found)
        out->low = value_at(point[LOW].b, C, s, beta);
    if (point[HIGH].found)
        out->high = value_at(point[HIGH].b, C, s, beta);
    if (point[AT_VALUE].found && !is_higher(&point[AT_VALUE], s)) {
        out->statistic = 2 * fmax(point[AT_VALUE].loss - s->at_peak->loss, 0);
        out->p = gsl_cdf_chisq_Q(out->statistic, 1);
    }
}

/* The points, found along one path, where the likelihood may have several maxima; and what is known of ends. */
static logreg_status look_for_others(logreg__constrained *point, logreg_end *end, size_t n,
                                     const logreg_study *s, logreg_error *err)
{
    logreg__several *several = NULL;
    logreg_status status = n ? logreg__several_new(&several, s, point[LOW].rise, err) : LOGREG_OK;
    for (size_t i = 0; status == LOGREG_OK && i < n; i++) {
        bool branches = false;
        if (several && i % POINTS == AT_VALUE)
            status = logreg__several_value(&point[i], several, err);
        else if (several)
            status = logreg__several_end(&point[i], &branches, several, err);
        end[i] = branches                             ? LOGREG_END_OUTERMOST
                 : s->objective->jeffreys && !several ? LOGREG_END_ONE_PATH
                                                      : LOGREG_END_FOUND;
    }
    logreg__several_free(several);
    return status;
}

logreg_status logreg__profile_of(logreg_profile *out, const logreg_study *s, const double *C,
                                 const double *value, size_t m, double level, logreg_error *err)
{
    static const double zero = 0;
    if (s->model->penalty == LOGREG__PENALTY_FLAC)
        return logreg__flac_profile_of(out, s, C, value, m, level, err);
    size_t q = s->problem->q;
    double *A = logreg__new_raw(m, q * sizeof *A), *b = logreg__new_raw(m, POINTS * q * sizeof *b);
    double *beta = logreg__new_raw(q, sizeof *beta);
    logreg__constrained *point = logreg__new(m, POINTS * sizeof *point);
    logreg_end *end = logreg__new(m, POINTS * sizeof *end);
    logreg_status status = A && b && beta && point && end ? LOGREG_OK : logreg__fail_memory(err);
    if (status == LOGREG_OK)
        status = logreg__study_combinations(A, s, C, m, err);
    double rise = gsl_cdf_chisq_Pinv(level, 1) / 2;
    for (size_t i = 0; status == LOGREG_OK && i < m * POINTS; i++) {
        int side = i % POINTS == LOW ? -1 : 1;
        point[i] = (logreg__constrained){
            .r = 1, .A = A + i / POINTS * q, .side = side, .rise = rise, .b = b + i * q};
        if (i % POINTS == AT_VALUE)
            point[i].value = value ? &value[i / POINTS] : &zero;
    }
    if (status == LOGREG_OK)
        status = logreg__constrained_solve(point, m * POINTS, s->peak, s->at_peak, s->objective, err);
    if (status == LOGREG_OK)
        status = look_for_others(point, end, m * POINTS, s, err);
    for (size_t i = 0; status == LOGREG_OK && i < m; i++)
        describe(&out[i], point + i * POINTS, end + i * POINTS, C + i * s->model->q, s, beta);
    free(A);
    free(b);
    free(beta);
    free(point);
    free(end);
    return status;
}

void logreg__take_profile(logreg_coefficient *c, const logreg_profile *p, double value)
{
    c->low = p->low;
    c->high = p->high;
    c->low_end = p->low_end;
    c->high_end = p->high_end;
    c->p = p->p;
    c->z = copysign(sqrt(p->statistic), c->estimate - value);
    c->odds_ratio_low = exp(p->low);
    c->odds_ratio_high = exp(p->high);
}

logreg_status logreg_study_profile_of(logreg_profile *out, const logreg_study *s, const gsl_matrix *C,
                                      double level, logreg_error *err)
{
    size_t q = s->model->q;
    bool separated = s->model->separation != LOGREG_SEPARATION_NONE;
    logreg_status status = check(s, level, err);
    if (status == LOGREG_OK && C->size2 != q)
        status = logreg__fail(err, LOGREG_EINVAL,
                              "the combinations have %zu entries each; the model has %zu coefficients",
                              C->size2, q);
    double *rows = status == LOGREG_OK ? logreg__new_raw(C->size1, q * sizeof *rows) : NULL;
    if (status == LOGREG_OK && !rows)
        status = logreg__fail_memory(err);
    for (size_t i = 0; rows && i < C->size1; i++)
        memcpy(rows + i * q, C->data + i * C->tda, q * sizeof *rows);
    if (status == LOGREG_OK)
        status = separated ? logreg__profile_limit_of(out, s, rows, NULL, C->size1, level, err)
                           : logreg__profile_of(out, s, rows, NULL, C->size1, level, err);
    free(rows);
    return status;
}

logreg_status logreg__profile_all(logreg_profile *out, const logreg_study *s, double level, logreg_error *err)
{
    size_t q = s->model->q, m = s->problem->q, n = 0;
    double *C = logreg__new(m, q * sizeof *C);
    logreg_profile *found = logreg__new(m, sizeof *found);
    logreg_status status = C && found ? LOGREG_OK : logreg__fail_memory(err);
    for (size_t j = 0; status == LOGREG_OK && j < m; j++)
        if (s->model->status[logreg__study_coefficient(s, j)] == LOGREG_COEF_OK)
            C[n++ * q + logreg__study_coefficient(s, j)] = 1;
    if (status == LOGREG_OK)
        status = logreg__profile_of(found, s, C, NULL, n, level, err);
    for (size_t i = 0; status == LOGREG_OK && i < n; i++)
        for (size_t j = 0; j < q; j++)
            if (C[i * q + j] == 1)
                out[j] = found[i];
    free(C);
    free(found);
    return status;
}

logreg_status logreg_study_profile(logreg_profile *out, const logreg_study *s, double level,
                                   logreg_error *err)
{
    logreg_status status = check(s, level, err);
    if (status == LOGREG_OK && s->model->separation != LOGREG_SEPARATION_NONE)
        return logreg__profile_limit(out, s, level, err);
    logreg_profile *found = status == LOGREG_OK ? logreg__new(s->model->q, sizeof *found) : NULL;
    if (status == LOGREG_OK && !found)
        status = logreg__fail_memory(err);
    for (size_t j = 0; found && j < s->model->q; j++)
        found[j] = logreg__no_profile();
    if (status == LOGREG_OK)
        status = logreg__profile_all(found, s, level, err);
    if (status == LOGREG_OK)
        memcpy(out, found, s->model->q * sizeof *out);
    free(found);
    return status;
}
