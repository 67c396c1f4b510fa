/* Newton's method for the likelihood of rows and pseudo-rows. The column that tells the latter from the former adds gamma to their linear
 * predictor, which is what the intercept adds: their part of the likelihood is that at b + gamma e_0, and its
 * derivatives by gamma are those by the intercept.
 */
#include "solvers/firth/flac.h"

#include <float.h>
#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "engine/dense.h"
#include "solvers/factor.h"
#include "solvers/vectors.h"

#define MOST_STEPS 200
#define LOSS_NOISE (64 * DBL_EPSILON)

/* A step so short is the last. */
#define LAST (64 * DBL_EPSILON)

/* The likelihood about (b, gamma), n = q + 1 numbers. */
typedef struct {
    size_t q, n;
    double *rows, *pseudo; /* accumulators of the two parts */
    double *input;         /* b + gamma e_0, Firth's b, M */
    double *b, *back, *g, *step, *H, *L;
    double loss, decrement;
    double *room;
} likelihood;

static logreg_status make_room(likelihood *l, const logreg__problem *problem, logreg_error *err)
{
    size_t q = problem->q, n = q + 1, acc = 2 + q + q * q;
    *l = (likelihood){
        .q = q, .n = n, .room = logreg__new(2 * acc + 2 * q + q * q + 4 * n + 2 * n * n, sizeof(double))};
    if (!l->room)
        return logreg__fail_memory(err);
    l->rows = l->room;
    l->pseudo = l->rows + acc;
    l->input = l->pseudo + acc;
    l->b = l->input + 2 * q + q * q;
    l->back = l->b + n;
    l->g = l->back + n;
    l->step = l->g + n;
    l->H = l->step + n;
    l->L = l->H + n * n;
    return LOGREG_OK;
}

/* Firth's coefficients, and the M that makes their leverages. */
static logreg_status begin(likelihood *l, const logreg__solution *s, const logreg__problem *problem,
                           logreg_error *err)
{
    double *white = NULL;
    logreg_status status = make_room(l, problem, err);
    if (status == LOGREG_OK)
        status = logreg__quadratic_at(s->at, problem, s->beta, err);
    if (status == LOGREG_OK)
        status = logreg__quadratic_refine(s->at, problem, s->beta, err);
    if (status == LOGREG_OK)
        status = logreg__factor_begin(&white, s->at->L, l->q, NULL, err);
    if (status == LOGREG_OK) {
        memcpy(l->b, s->beta, l->q * sizeof *l->b);
        memcpy(l->input + l->q, s->beta, l->q * sizeof *l->input);
        memcpy(l->input + 2 * l->q, white + l->q, l->q * l->q * sizeof *l->input);
    }
    free(white);
    return status;
}

/* Joins the two parts; the pseudo-rows' derivatives by gamma are those by the intercept. */
static void join(likelihood *l)
{
    const double *g = l->rows + 2, *H = g + l->q, *gp = l->pseudo + 2, *Hp = gp + l->q;
    size_t q = l->q, n = l->n;
    l->loss = l->rows[0] + l->pseudo[0];
    for (size_t j = 0; j < q; j++) {
        l->g[j] = g[j] + gp[j];
        for (size_t i = j; i < q; i++)
            l->H[j * n + i] = H[j * q + i] + Hp[j * q + i];
        l->H[j * n + q] = Hp[j];
    }
    l->g[q] = gp[0];
    l->H[q * n + q] = Hp[0];
}

/* false in *positive: not to be had there. */
static logreg_status look(likelihood *l, bool *positive, const logreg__problem *problem, logreg_error *err)
{
    memcpy(l->input, l->b, l->q * sizeof *l->input);
    l->input[0] += l->b[l->q];
    const logreg__job jobs[] = {{&logreg__kernel_information, 1, l->b, l->rows, NULL},
                                {&logreg__kernel_pseudo, 1, l->input, l->pseudo, NULL}};
    logreg_status status = logreg__fold_jobs(problem, 2, jobs, err);
    if (status != LOGREG_OK)
        return status;
    join(l);
    memcpy(l->L, l->H, l->n * l->n * sizeof *l->L);
    *positive = isfinite(l->loss) && logreg__cholesky(l->L, l->n);
    if (!*positive)
        return LOGREG_OK;
    memcpy(l->step, l->g, l->n * sizeof *l->step);
    logreg__cholesky_solve(l->L, l->n, l->step);
    l->decrement = sqrt(fmax(logreg__dot(l->g, l->step, l->n), 0));
    return LOGREG_OK;
}

static logreg_status climb(likelihood *l, bool *converged, double tol, const logreg__problem *problem,
                           logreg_error *err)
{
    double loss = INFINITY, before = INFINITY;
    *converged = false;
    for (int i = 0; i < MOST_STEPS; i++) {
        bool positive;
        logreg_status status = look(l, &positive, problem, err);
        if (status != LOGREG_OK)
            return status;
        bool rose = !positive || l->loss > loss + LOSS_NOISE * fabs(loss);
        if (rose && before > tol) {
            for (size_t j = 0; j < l->n; j++)
                l->b[j] = (l->b[j] + l->back[j]) / 2;
            continue;
        }
        bool done = *converged || !positive || l->decrement < LAST;
        *converged = *converged || (positive && l->decrement <= tol);
        if (done)
            return LOGREG_OK;
        loss = l->loss;
        before = l->decrement;
        memcpy(l->back, l->b, l->n * sizeof *l->back);
        logreg__add(l->b, -1, l->step, l->n);
    }
    return LOGREG_OK;
}

/* The information about b with gamma at its best. */
static void describe(logreg__quadratic *at, const likelihood *l)
{
    size_t q = l->q, n = l->n;
    const double *last = l->H + q * n;
    for (size_t j = 0; j < q; j++)
        for (size_t i = j; i < q; i++)
            at->H[j * q + i] = at->H[i * q + j] =
                l->H[j * n + i] - l->H[i * n + q] * l->H[j * n + q] / last[q];
    memcpy(at->L, at->H, q * q * sizeof *at->L);
    memcpy(at->g, l->g, q * sizeof *at->g);
    at->factored = logreg__cholesky(at->L, q);
    at->fine = true;
    if (at->factored)
        logreg__quadratic_solve(at);
    at->loss = l->rows[0];
    at->decrement = l->decrement;
}

logreg_status logreg__flac_solve(logreg__solution *s, const logreg__problem *problem, double tol,
                                 logreg_error *err)
{
    likelihood l = {.room = NULL};
    bool converged = false;
    logreg_status status = begin(&l, s, problem, err);
    if (status == LOGREG_OK)
        status = climb(&l, &converged, tol, problem, err);
    if (status == LOGREG_OK) {
        memcpy(s->beta, l.b, l.q * sizeof *s->beta);
        describe(s->at, &l);
        s->converged = s->converged && converged;
    }
    free(l.room);
    return status;
}
