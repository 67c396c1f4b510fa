/* A Cholesky factor of Z'WZ settles the common case: it squares lengths, so ratios of length down to 1e-4 are sure in double.
 * Below that the columns of a QR factor are orthogonalised one by one in model order (Gram-Schmidt, twice: "twice is
 * enough", Giraud & al., Comput. Math. Appl. 50, 2005).
 */
#include "model/estimate/rank.h"

#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "engine/dense.h"

#define SURE_RATIO 1e-4
#define RANK_TOLERANCE 1e-11

/* Beyond this there is no doubt that a column is not aliased, even if roundings added up. */
#define SURE_TOLERANCE (10 * RANK_TOLERANCE)

/* Of columns no farther from 0, in spreads, SURE_RATIO of the centred column is more than SURE_TOLERANCE of the column as it stands. */
#define NEAR_ZERO 1e5

/* A residual that is so much of the centred column is no rounding. */
#define NEW 0.5

/* A part of an aliased column this small is none. A multiplier this close to a whole number is one. */
#define NO_PART 1e-7
#define WHOLE 1e-7

/* How far the mean of a dense column of the design is from 0, in units of its z. */
static double distance(const logreg__problem *problem, size_t j)
{
    const logreg__design *d = problem->design;
    return d->intercept && j > 0 && j < d->n_dense ? fabs(problem->centre[j]) * problem->factor[j] : 0;
}

static bool all_near_zero(const logreg__problem *problem)
{
    bool all = true;
    for (size_t j = 0; all && j < problem->design->p; j++)
        all = distance(problem, j) < NEAR_ZERO;
    return all;
}

/* Does every pivot of Z'WZ, whatever the order, leave no doubt? */
static logreg_status surely_full(bool *full, const logreg__problem *problem, logreg_error *err)
{
    size_t p = problem->design->p;
    double *G = logreg__new_raw(p * p, sizeof *G), *own = logreg__new_raw(p, sizeof *own);
    logreg_status status = G && own ? LOGREG_OK : logreg__fail_memory(err);
    if (status == LOGREG_OK)
        status = logreg__fold(problem, &logreg__kernel_gram, 1, NULL, G, NULL, err);
    for (size_t j = 0; status == LOGREG_OK && j < p; j++)
        own[j] = sqrt(G[j * p + j]);
    *full = status == LOGREG_OK && all_near_zero(problem) && logreg__cholesky(G, p);
    for (size_t j = 0; *full && j < p; j++)
        *full = G[j * p + j] > SURE_RATIO * own[j];
    free(G);
    free(own);
    return status;
}

/* Let s_i be the curvature of row i and w_i its prior weight; s_i <= w_i / 4. The residual of a column in the metric of w is at least
 * twice that in the metric of s, and its length in the metric of w at most sqrt(max w_i / s_i) times that in the metric of s.
 * For k > 1 the bound on the reach says the same of the smallest eigenvalue of a row's curvature. Equation (24). */
static bool bounded_away(const logreg__quadratic *at, const logreg__problem *problem)
{
    double w = problem->design->response->largest_weight;
    return at->condition * sqrt(at->bound * w) < 1 / SURE_RATIO && all_near_zero(problem);
}

/* 1 / inv(H)_jj is the squared residual of a column, against all others, in the metric of s; one against fewer columns, in the
 * metric of w, is at least twice as long. Equation (27). square: those of the centred columns' lengths in the metric of w. */
static bool stand_out(const double *square, const double *V, size_t q, const logreg__problem *problem)
{
    size_t p = problem->design->p;
    bool all = true;
    for (size_t j = 0; all && j < q; j++) {
        double far = distance(problem, j % p);
        double whole = square[j % p] + far * far * problem->design->response->n_obs;
        all = 4 > SURE_TOLERANCE * SURE_TOLERANCE * whole * V[j * q + j];
    }
    return all;
}

/* First with what H and the curvatures say of lengths, then with the lengths themselves, in a pass. */
static logreg_status all_stand_out(bool *all, const logreg__quadratic *at, const logreg__problem *problem,
                                   logreg_error *err)
{
    size_t p = problem->design->p, q = at->q;
    double w = problem->design->response->largest_weight;
    double *V = logreg__new_raw(q * q, sizeof *V), *square = logreg__new_raw(p, sizeof *square);
    logreg_status status = V && square ? LOGREG_OK : logreg__fail_memory(err);
    if (status == LOGREG_OK) {
        logreg__cholesky_invert(V, at->L, q);
        for (size_t j = 0; j < p; j++)
            square[j] = at->H[j * q + j] * at->bound * w;
        *all = stand_out(square, V, q, problem);
    }
    if (status == LOGREG_OK && !*all) {
        status = logreg__fold(problem, &logreg__kernel_lengths, 1, NULL, square, NULL, err);
        *all = status == LOGREG_OK && stand_out(square, V, q, problem);
    }
    free(V);
    free(square);
    return status;
}

logreg_status logreg__rank_surely_full(bool *full, const logreg__quadratic *at,
                                       const logreg__problem *problem, logreg_error *err)
{
    *full = at->factored && bounded_away(at, problem);
    return *full || !at->factored ? LOGREG_OK : all_stand_out(full, at, problem, err);
}

/* Columns already kept: an orthonormal basis of them, and the triangle T with kept columns = basis T. */
typedef struct {
    size_t p, n;
    double *basis, *T, *c;
    size_t *kept; /* fold column of each */
} basis;

/* Subtracts from v its projection on the basis and leaves the coefficients in c. */
static void project(basis *s, double *v)
{
    memset(s->c, 0, s->p * sizeof *s->c);
    for (int pass = 0; pass < 2; pass++)
        for (size_t i = 0; i < s->n; i++) {
            const double *u = s->basis + i * s->p;
            double dot = 0;
            for (size_t r = 0; r < s->p; r++)
                dot += u[r] * v[r];
            for (size_t r = 0; r < s->p; r++)
                v[r] -= dot * u[r];
            s->c[i] += dot;
        }
}

static double length(const double *v, size_t n)
{
    double sum = 0;
    for (size_t r = 0; r < n; r++)
        sum += v[r] * v[r];
    return sqrt(sum);
}

static double whole_if_near(double x)
{
    double near = round(x);
    return near != 0 && fabs(x - near) <= WHOLE * fabs(near) ? near : x;
}

/* What a column is made of: multipliers of the design's columns, fold order, which may be products of centred numbers; those of the
 * user's, model order, and the sizes of what was added up to each. */
typedef struct {
    double *of_design, *multiplier, *size;
} recipe;

static void add_part(const recipe *r, size_t column, double x)
{
    r->multiplier[column] += x;
    r->size[column] = fmax(r->size[column], fabs(x));
}

/* Products of centred numbers u_k = x_k + shifts; what these lead to may itself be an alias, described before. */
static void add_shifts(const recipe *r, const logreg__design *d, const logreg__alias *alias)
{
    for (size_t i = 0; i < d->n_shifts; i++) {
        const logreg__shift *s = &d->shift[i];
        double a = r->of_design[s->from] * s->hi;
        const logreg__alias *of = &alias[d->column[s->to]];
        if (a == 0)
            continue;
        if (!of->column)
            add_part(r, d->column[s->to], a);
        for (size_t part = 0; of->column && part < of->n; part++)
            add_part(r, of->column[part], a * of->multiplier[part]);
    }
}

/* From z_j = sum a_k z_k to x_j = constant + sum multiplier_k x_k. */
static void unfold(const recipe *r, const logreg__problem *problem, const basis *s, size_t j,
                   const double *own, const logreg__alias *alias)
{
    const logreg__design *d = problem->design;
    double f = logreg__problem_factor(problem, j);
    if (d->intercept)
        add_part(r, 0, j < d->n_dense ? problem->centre[j] : 0);
    r->of_design[j] = -1; /* the shifts of u_j stand on the other side */
    for (size_t i = 0; f > 0 && i < s->n; i++) {
        size_t k = s->kept[i];
        double a = s->c[i];
        if (fabs(a) * own[k] <= NO_PART * own[j])
            continue;
        double multiplier = whole_if_near(a * logreg__problem_factor(problem, k) / f);
        if (d->intercept && k < d->n_dense)
            add_part(r, 0, -multiplier * problem->centre[k]);
        add_part(r, d->column[k], multiplier);
        r->of_design[k] = multiplier;
    }
    add_shifts(r, d, alias);
}

/* Whether a part is more than rounding. */
static bool matters(const recipe *r, size_t column)
{
    return fabs(r->multiplier[column]) > 100 * NO_PART * r->size[column];
}

static bool describe(logreg__alias *alias, const logreg__problem *problem, const basis *s, size_t j,
                     const double *own)
{
    const logreg__design *d = problem->design;
    logreg__alias *of = &alias[d->column[j]];
    size_t columns = d->terms->n_columns;
    recipe r = {logreg__new(d->p, sizeof(double)), logreg__new(columns, sizeof(double)),
                logreg__new(columns, sizeof(double))};
    bool ok = r.of_design && r.multiplier && r.size;
    if (ok)
        unfold(&r, problem, s, j, own, alias);
    size_t parts = 0;
    for (size_t c = 0; ok && c < columns; c++)
        parts += matters(&r, c);
    of->column = logreg__new(parts, sizeof *of->column);
    of->multiplier = logreg__new(parts, sizeof *of->multiplier);
    ok = ok && of->column && of->multiplier;
    for (size_t c = 0; ok && c < columns; c++)
        if (matters(&r, c)) {
            of->column[of->n] = c;
            of->multiplier[of->n++] = whole_if_near(r.multiplier[c]);
        }
    free(r.of_design);
    free(r.multiplier);
    free(r.size);
    return ok && logreg__alias_name(of, d->terms);
}

static logreg_status examine(unsigned char *drop, logreg__alias *alias, const logreg__problem *problem,
                             basis *s, const double *R, double *own, double *v, logreg_error *err)
{
    const logreg__design *d = problem->design;
    size_t p = d->p;
    size_t *fold_of = logreg__new_raw(p, sizeof *fold_of);
    if (!fold_of)
        return logreg__fail_memory(err);
    for (size_t j = 0; j < p; j++) {
        fold_of[d->column[j]] = j;
        own[j] = length(R + j * p, j + 1);
    }
    bool ok = true;
    for (size_t column = 0; ok && column < p; column++) {
        size_t j = fold_of[column];
        memset(v, 0, p * sizeof *v);
        memcpy(v, R + j * p, (j + 1) * sizeof *v);
        project(s, v);
        /* R[0] is the length of the intercept's ones. A column that the others tell nothing of is one, however far from 0. */
        double rest = length(v, p), whole = hypot(own[j], R[0] * distance(problem, j));
        if (rest > RANK_TOLERANCE * whole || rest > NEW * own[j]) {
            for (size_t r = 0; r < p; r++)
                s->basis[s->n * p + r] = v[r] / rest;
            s->c[s->n] = rest;
            memcpy(s->T + s->n * p, s->c, p * sizeof *s->c);
            s->kept[s->n++] = j;
        } else {
            drop[column] = 1;
            logreg__upper_solve(s->T, p, s->n, s->c);
            ok = describe(alias, problem, s, j, own);
        }
    }
    free(fold_of);
    return ok ? LOGREG_OK : logreg__fail_memory(err);
}

logreg_status logreg__rank_find(unsigned char *drop, logreg__alias *alias, const logreg__problem *problem,
                                logreg_error *err)
{
    size_t p = problem->design->p;
    bool full = false;
    logreg_status status = surely_full(&full, problem, err);
    if (status != LOGREG_OK || full)
        return status;
    basis s = {.p = p,
               .basis = logreg__new_raw(p * p, sizeof(double)),
               .T = logreg__new_raw(p * p, sizeof(double)),
               .c = logreg__new_raw(p, sizeof(double)),
               .kept = logreg__new_raw(p, sizeof(size_t))};
    double *R = logreg__new_raw(p * p, sizeof *R);
    double *own = logreg__new_raw(p, sizeof *own), *v = logreg__new_raw(p, sizeof *v);
    bool ok = s.basis && s.T && s.c && s.kept && R && own && v;
    status =
        ok ? logreg__fold(problem, &logreg__kernel_rank, 1, NULL, R, NULL, err) : logreg__fail_memory(err);
    if (status == LOGREG_OK)
        status = examine(drop, alias, problem, &s, R, own, v, err);
    free(s.basis);
    free(s.T);
    free(s.c);
    free(s.kept);
    free(R);
    free(own);
    free(v);
    return status;
}
