/* Tests of whole terms. A term is tested in the model without the terms that contain it (of a:b, a and b are such): whether that model
 * is worse without the term. Likelihood ratio from two maxima under constraints, score at the smaller one, Wald at the larger.
 * Equations (33) and (35).
 */
#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "engine/dense.h"
#include "inference/chi_squared.h"
#include "inference/left_out.h"
#include "inference/constrained.h"
#include "inference/profile.h"
#include "inference/several.h"
#include "inference/study.h"
#include "inference/wald.h"
#include "solvers/vectors.h"

/* ---- One term ---- */

/* A term under test: A holds the combinations of what is left out beside it, then its own, in the coordinates of the z. */
typedef struct {
    size_t n_above, n_own;
    double *A;
    logreg__constrained larger, smaller; /* the models with and without it */
} tested;

static logreg_status prepare(tested *t, const logreg_study *s, size_t i, logreg_error *err)
{
    size_t q = s->problem->q;
    double *rows = logreg__left_out_rows(&t->n_above, &t->n_own, s->model, i);
    if (rows) {
        t->A = logreg__new_raw(t->n_above + t->n_own, q * sizeof *t->A);
        t->larger.b = logreg__new_raw(q, sizeof *t->larger.b);
        t->smaller.b = logreg__new_raw(q, sizeof *t->smaller.b);
    }
    bool ok = rows && t->A && t->larger.b && t->smaller.b;
    logreg_status status =
        ok ? logreg__study_combinations(t->A, s, rows, t->n_above + t->n_own, err) : logreg__fail_memory(err);
    free(rows);
    return status;
}

static void clear(tested *t)
{
    free(t->A);
    free(t->larger.b);
    free(t->smaller.b);
}

/* ---- Its tests ---- */

/* In the metric of inv(H), which inv(L) makes the ordinary one, what is held along A is a projection: puts an orthonormal basis of
 * inv(L) A for what lies above in `basis`; its size. x is room for a vector. */
static size_t held_above(double *basis, double *x, const tested *t, const logreg__quadratic *at)
{
    size_t q = at->q, n = 0;
    for (size_t i = 0; i < t->n_above; i++) {
        memcpy(x, t->A + i * q, q * sizeof *x);
        logreg__lower_solve(at->L, q, x);
        n = logreg__orthonormal_add(basis, n, x, q);
    }
    return n;
}

/* Rao: the squared distance, in standard errors, to the maximum with the term as seen from that without it. */
static double score_statistic(const tested *t, const logreg__quadratic *at, double *room)
{
    size_t q = at->q, n = held_above(room + q, room, t, at);
    memcpy(room, at->g, q * sizeof *room);
    logreg__lower_solve(at->L, q, room);
    double distance = logreg__orthonormal_rest(room, room + q, n, q);
    return distance * distance;
}

/* Wald: c'inv(V) c of the term's own combinations c = A'b at the maximum with it. */
static double wald_statistic(const tested *t, const logreg__quadratic *at, double *room)
{
    size_t q = at->q, n = held_above(room + q, room, t, at), r = t->n_own;
    const double *own = t->A + t->n_above * q;
    double *part = room + (1 + n) * q, *V = part + r * q, *c = V + r * r;
    for (size_t i = 0; i < r; i++) {
        double *x = part + i * q;
        memcpy(x, own + i * q, q * sizeof *x);
        logreg__lower_solve(at->L, q, x);
        logreg__orthonormal_rest(x, room + q, n, q);
        c[i] = logreg__dot(own + i * q, t->larger.b, q);
        for (size_t a = 0; a <= i; a++)
            V[a * r + i] = logreg__dot(part + a * q, x, q);
    }
    if (!logreg__cholesky(V, r))
        return NAN;
    logreg__lower_solve(V, r, c);
    return logreg__dot(c, c, r);
}

/* A smaller model cannot have more likelihood than a larger one; where a penalised one seems to, the larger's was not the highest of its maxima. */
#define HIGHER 1e-9

static double likelihood_ratio(const tested *t)
{
    double fall = t->smaller.loss - t->larger.loss;
    return fall < -HIGHER * (1 + fabs(t->larger.loss)) ? NAN : 2 * fmax(fall, 0);
}

/* Statistics of a term whose two models have been found. `at` and room are the caller's to spend. */
static logreg_status test(logreg_term_test *out, const tested *t, const logreg_study *s,
                          logreg__quadratic *at, double *room, logreg_error *err)
{
    double score = NAN, wald = NAN, lr = NAN, df = (double)t->n_own;
    bool penalised = s->model->penalty, augmented = s->model->augmented_se;
    logreg_status status = LOGREG_OK;
    if (t->larger.found && t->smaller.found)
        lr = likelihood_ratio(t);
    if (t->larger.found && t->smaller.found && !penalised) {
        status = logreg__quadratic_at(at, s->problem, t->smaller.b, err);
        score = status == LOGREG_OK && at->factored ? score_statistic(t, at, room) : NAN;
    }
    if (status == LOGREG_OK && t->n_above && t->larger.found && !augmented) {
        status = logreg__quadratic_at(at, s->problem, t->larger.b, err);
        wald = status == LOGREG_OK && at->factored ? wald_statistic(t, at, room) : NAN;
    } else if (status == LOGREG_OK && t->larger.found && !augmented) {
        wald = wald_statistic(t, s->at, room);
    }
    out->lr = logreg__chi_squared(lr, df);
    out->score = logreg__chi_squared(score, df);
    out->wald = logreg__chi_squared(wald, df);
    return status;
}

/* ---- All of them ---- */

/* The points to find: the maximum itself is the larger model of a term with nothing above it. */
static size_t list_points(logreg__constrained *point, tested *t, size_t n, const double *zeros,
                          const logreg_study *s)
{
    size_t n_points = 0;
    for (size_t i = 0; i < n; i++) {
        logreg__constrained *larger = &t[i].larger, *smaller = &t[i].smaller;
        *larger = (logreg__constrained){.r = t[i].n_above, .A = t[i].A, .value = zeros, .b = larger->b};
        *smaller = (logreg__constrained){
            .r = t[i].n_above + t[i].n_own, .A = t[i].A, .value = zeros, .b = smaller->b};
        if (larger->r > 0) {
            point[n_points++] = *larger;
        } else {
            memcpy(larger->b, s->peak, s->problem->q * sizeof *larger->b);
            larger->loss = s->at_peak->loss;
            larger->found = true;
        }
        if (t[i].n_own > 0)
            point[n_points++] = *smaller;
    }
    return n_points;
}

/* The way back: in the same order. */
static void take_points(tested *t, size_t n, const logreg__constrained *point)
{
    for (size_t i = 0; i < n; i++) {
        if (t[i].larger.r > 0)
            t[i].larger = *point++;
        if (t[i].n_own > 0)
            t[i].smaller = *point++;
    }
}

static logreg_status find_all(tested *t, size_t n, const logreg_study *s, logreg_error *err)
{
    logreg__constrained *point = logreg__new(2 * n, sizeof *point);
    double *zeros = logreg__new(s->problem->q, sizeof *zeros);
    logreg__several *several = NULL;
    logreg_status status = point && zeros ? LOGREG_OK : logreg__fail_memory(err);
    if (status == LOGREG_OK) {
        size_t n_points = list_points(point, t, n, zeros, s);
        status = logreg__constrained_solve(point, n_points, s->peak, s->at_peak, s->objective, err);
        if (status == LOGREG_OK)
            status = logreg__several_new(&several, s, LOGREG__USUAL_RISE, err);
        for (size_t i = 0; status == LOGREG_OK && several && i < n_points; i++)
            status = logreg__several_value(&point[i], several, err);
        take_points(t, n, point);
    }
    logreg__several_free(several);
    free(point);
    free(zeros);
    return status;
}

static logreg_status test_all(logreg_term_test *out, const tested *t, size_t n, const logreg_study *s,
                              logreg_error *err)
{
    size_t q = s->problem->q, widest = 0;
    for (size_t i = 0; i < n; i++)
        widest = t[i].n_own > widest ? t[i].n_own : widest;
    logreg__quadratic *at = logreg__quadratic_new(q);
    /* A vector, a basis of what is above and the combinations of the term, q together at most; V and c. */
    double *room = logreg__new_raw(q + 1 + widest, (q + 1 + widest) * sizeof *room);
    logreg_status status = at && room ? LOGREG_OK : logreg__fail_memory(err);
    for (size_t i = 0; status == LOGREG_OK && i < n; i++)
        status = test(&out[i], &t[i], s, at, room, err);
    logreg__quadratic_free(at);
    free(room);
    return status;
}

/* By a covariance that stands without the likelihood there is Wald's test alone, and one model, the whole. Of its coefficients those above are taken
 * to 0 first, as near as that covariance lets the others be: what the term adds to Wald's statistic of them is its own. */
static logreg_status test_robustly(logreg_term_test *out, const logreg_study *s, size_t i, logreg_error *err)
{
    tested t = {0};
    double all = 0, above = 0, *rows = logreg__left_out_rows(&t.n_above, &t.n_own, s->model, i);
    bool ok = rows && logreg__wald_of(&all, s->model, rows, NULL, t.n_above + t.n_own) &&
              logreg__wald_of(&above, s->model, rows, NULL, t.n_above);
    free(rows);
    if (!ok)
        return logreg__fail_memory(err);
    double df = (double)t.n_own;
    out->lr = out->score = logreg__chi_squared(NAN, df);
    out->wald = logreg__wald_test(s->model, all - above, df);
    return LOGREG_OK;
}

/* Columns that are marked and not aliased, of all linear predictors. */
static size_t count_own(const logreg_model *m, const unsigned char *marked)
{
    size_t n = 0;
    for (size_t j = 0; j < m->p; j++)
        n += marked[j] && m->status[j] != LOGREG_COEF_ALIASED;
    return n * m->k;
}

/* Classes that are separated: likelihoods have suprema, which can be compared as maxima are. What else there is asks for a maximum. Where an aliased
 * column comes back for a part of what is left out, nothing is told. */
static logreg_status test_limit(logreg_term_test *out, const logreg_study *s, size_t i, logreg_error *err)
{
    const logreg_model *m = s->model;
    double larger = NAN, smaller = NAN;
    tested t = {.n_own = 0};
    unsigned char *marked = logreg__new(m->p, 1);
    double *rows = marked ? logreg__left_out_rows(&t.n_above, &t.n_own, m, i) : NULL;
    logreg_status status = rows ? LOGREG_OK : logreg__fail_memory(err);
    if (status == LOGREG_OK && t.n_own > 0) {
        logreg__left_out_above(marked, m, i);
        bool whole = count_own(m, marked) == t.n_above;
        if (whole)
            status = logreg__limit_loss(&larger, s, marked, err);
        logreg__left_out_mark(marked, &m->terms->term[i]);
        whole = whole && count_own(m, marked) == t.n_above + t.n_own;
        if (status == LOGREG_OK && whole)
            status = logreg__limit_loss(&smaller, s, marked, err);
    }
    free(rows);
    free(marked);
    if (status ==
        LOGREG_ENUMERIC) { /* rounding leaves open what is separated without some columns: one test less */
        smaller = NAN;
        status = LOGREG_OK;
    }
    double df = (double)t.n_own;
    out->lr = logreg__chi_squared(smaller < larger ? 0 : 2 * (smaller - larger), df);
    out->score = out->wald = logreg__chi_squared(NAN, df);
    return status;
}

logreg_status logreg_study_terms(logreg_term_test *out, const logreg_study *s, logreg_error *err)
{
    size_t n = s->model->terms->n_terms;
    if (s->model->separation != LOGREG_SEPARATION_NONE) {
        logreg_status found = LOGREG_OK;
        for (size_t i = 0; found == LOGREG_OK && i < n; i++)
            found = test_limit(&out[i], s, i, err);
        return found;
    }
    logreg_status status = logreg__study_sound(s, err);
    if (status != LOGREG_OK)
        return status;
    if (logreg__model_robust(s->model)) {
        for (size_t i = 0; status == LOGREG_OK && i < n; i++)
            status = test_robustly(&out[i], s, i, err);
        return status;
    }
    tested *t = logreg__new(n, sizeof *t);
    status = t ? LOGREG_OK : logreg__fail_memory(err);
    for (size_t i = 0; status == LOGREG_OK && i < n; i++)
        status = prepare(&t[i], s, i, err);
    if (status == LOGREG_OK)
        status = find_all(t, n, s, err);
    if (status == LOGREG_OK)
        status = test_all(out, t, n, s, err);
    for (size_t i = 0; t && i < n; i++)
        clear(&t[i]);
    free(t);
    return status;
}
