/* A pool of comparisons is decided first: rows that balance are tied and join the span (facial reduction, Borwein &
 * Wolkowicz 1981); what the span leaves of the others is tried again, until they have a wide margin or nothing is
 * left. Then a walk over all rows looks for comparisons that the direction does not decide, and these join the pool.
 * Balancing needs only the rows that balance, so data that overlap are seen to do so within the first pool.
 */
#include "solvers/existence/recession.h"

#include <float.h>
#include <math.h>
#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "solvers/existence/loose.h"
#include "solvers/vectors.h"

#define POOL_ALL (UINT32_C(1) << 20) /* doubles: data up to this size stand in the pool whole */
#define POOL_START 512               /* rows of larger data that it starts with, or 2 p, .. */
#define POOL_FROM_BLOCK 8            /* .. so many from a block of rows */
#define WALKS 1000

/* Margins that the direction must have over the pool, against 1 for the rows that hold it in place; and where any
 * direction will do. */
#define WIDE 0.5
#define NARROW (WIDE / 16)

/* The rows that balance join the span: all but the heaviest, which the others make up. */
static bool widen_span(logreg__recession *r)
{
    const logreg__margin *m = r->margin;
    size_t heaviest = 0, rank = r->span->rank;
    for (size_t i = 1; i < m->n; i++)
        if (m->weight[i] > m->weight[heaviest])
            heaviest = i;
    for (size_t i = 0; i < m->n; i++)
        if (i != heaviest && m->weight[i] > 0)
            logreg__span_add(r->span, r->pool.z + m->row[i] * r->q);
    logreg__span_settle(r->span);
    r->pool.n_projected = 0;
    logreg__margin_reset(r->margin, r->span->d);
    return r->span->rank > rank;
}

/* ---- The direction ---- */

/* b and reach from the margin's w. */
static void set_direction(logreg__recession *r)
{
    const logreg__span *s = r->span;
    double rounding = LOGREG__SUM_ROUNDING + (double)r->p * DBL_EPSILON;
    memset(r->b, 0, r->q * sizeof *r->b);
    for (size_t f = 0; f < s->d; f++)
        logreg__add(r->b, r->margin->w[f], s->null + f * r->q, r->q);
    for (size_t j = 0; j < r->q; j++)
        r->reach[j] = rounding * logreg__dot_sizes(s->spread + j * r->q, r->margin->w, s->d);
}

const char logreg__recession_undecided[] = "cannot decide whether the data are separated: rows differ by no "
                                           "more than their rounding; scale the columns to "
                                           "similar sizes, or leave some out";

static logreg_status undecided(logreg_error *err)
{
    return logreg__fail(err, LOGREG_ENUMERIC, "%s", logreg__recession_undecided);
}

/* Decides the pool. */
static logreg_status decide_pool(logreg__recession *r, logreg_error *err)
{
    while (r->span->d > 0) {
        logreg__pool_project(&r->pool, r->span);
        logreg__margin_kind kind = logreg__margin_solve(r->margin, r->pool.U, r->pool.dU, r->pool.n, WIDE);
        if (kind == LOGREG__MARGIN_WIDE) {
            set_direction(r);
            return LOGREG_OK;
        }
        if (kind == LOGREG__MARGIN_UNSURE || !widen_span(r))
            return undecided(err);
    }
    return LOGREG_OK;
}

static logreg_status add_found(logreg__recession *r, logreg_error *err)
{
    for (size_t i = 0; i < r->n_found; i++)
        if (!logreg__pool_add(&r->pool, r->found + i * r->q))
            return logreg__fail_memory(err);
    return LOGREG_OK;
}

/* ---- The start ---- */

/* Puts the row's comparisons that `winner` must win into the pool. */
static bool add_row(logreg__recession *r, size_t winner)
{
    bool ok = true;
    for (size_t loser = 0; ok && loser <= r->k; loser++)
        if (loser != winner) {
            logreg__cases_compare(r->cases, winner, loser, r->z);
            ok = logreg__pool_add(&r->pool, r->z);
        }
    return ok;
}

/* Takes all rows, or of larger data some, spread over them. */
static logreg_status fill_pool(logreg__recession *r, logreg_error *err)
{
    size_t n = r->cases->design->n, wanted = 2 * r->p > POOL_START ? 2 * r->p : POOL_START;
    bool all = n <= POOL_ALL / (r->k * r->q), ok = true;
    size_t blocks = wanted / POOL_FROM_BLOCK, skip = LOGREG__BLOCK_ROWS / POOL_FROM_BLOCK;
    logreg__cases_rewind(r->cases, all ? 0 : blocks);
    while (ok && logreg__cases_next(r->cases)) {
        if (!all && r->cases->index % skip)
            continue;
        ok = add_row(r, r->cases->winner) && (!r->cases->both || add_row(r, 1 - r->cases->winner));
    }
    return ok ? LOGREG_OK : logreg__fail_memory(err);
}

/* One block of doubles for the vectors of q and k + 1 entries. */
static bool acquire(logreg__recession *r, const logreg__design *design)
{
    size_t q = r->q;
    r->vectors = logreg__new(5 * q + 2 * (r->k + 1), sizeof(double));
    r->found = logreg__new_raw(LOGREG__MOST_FOUND, (q + 1) * sizeof(double));
    r->tied = logreg__new(design->n, r->k);
    r->cases = logreg__cases_new(design, r->k);
    r->blur = logreg__new_raw(r->p, r->p * sizeof(double));
    if (!r->vectors || !r->cases || !r->blur)
        return false;
    r->b = r->vectors;
    r->reach = r->b + q;
    r->sizes = r->reach + q;
    r->z = r->sizes + q;
    r->u = r->z + q;
    r->eta = r->u + q;
    r->noise = r->eta + r->k + 1;
    logreg__cases_blur(r->cases, r->blur);
    r->span = logreg__span_new(q, r->p, r->blur);
    r->margin = logreg__margin_new(q);
    r->inside = logreg__margin_new(q);
    if (!r->found || !r->tied || !r->span || !r->margin || !r->inside)
        return false;
    r->measure = r->found + LOGREG__MOST_FOUND * q;
    return true;
}

void logreg__recession_free(logreg__recession *r)
{
    if (!r)
        return;
    free(r->vectors);
    free(r->blur);
    free(r->found);
    free(r->tied);
    logreg__cases_free(r->cases);
    free(r->span);
    free(r->margin);
    free(r->inside);
    logreg__pool_clear(&r->pool);
    free(r);
}

logreg_status logreg__recession_find(logreg__recession **out, const logreg__design *design, size_t k,
                                     logreg_error *err)
{
    logreg__recession *r = logreg__new(1, sizeof *r);
    if (!r)
        return logreg__fail_memory(err);
    r->p = design->p;
    r->k = k;
    r->q = r->pool.q = k * design->p;
    logreg_status status = acquire(r, design) ? fill_pool(r, err) : logreg__fail_memory(err);
    if (status == LOGREG_OK)
        logreg__margin_reset(r->margin, r->q);
    for (size_t walks = 0; status == LOGREG_OK; walks++) {
        status = walks < WALKS ? decide_pool(r, err) : undecided(err);
        if (status != LOGREG_OK || r->span->d == 0)
            break;
        logreg__recession_walk(r);
        if (r->n_found == 0)
            break;
        status = add_found(r, err);
    }
    if (status == LOGREG_OK) {
        logreg__margin_copy(r->inside, r->margin);
        *out = r;
    } else {
        logreg__recession_free(r);
    }
    return status;
}

/* ---- One coefficient ---- */

/* How far to go beyond the first direction that will do: a share of the way to the edge of D, or so many times as far. */
#define MOST_OF_THE_WAY 0.75
#define FARTHEST 100

/* Goes on along the line from the first direction to w, most of the way to where it leaves D: the further, the more
 * coefficients are seen to change their sign. */
static void stretch(logreg__recession *r)
{
    size_t d = r->span->d;
    const double *from = r->inside->w;
    double *w = r->margin->w, far = FARTHEST;
    for (size_t i = 0; i < r->pool.n; i++) {
        double start = logreg__dot(r->pool.U + i * d, from, d), end = logreg__dot(r->pool.U + i * d, w, d);
        if (end < start)
            far = fmin(far, start / (start - end));
    }
    if (far * MOST_OF_THE_WAY > 1)
        for (size_t f = 0; f < d; f++)
            w[f] = from[f] + far * MOST_OF_THE_WAY * (w[f] - from[f]);
}

logreg_status logreg__recession_against(bool *there_is, logreg__recession *r, size_t i, int sign,
                                        logreg_error *err)
{
    for (size_t walks = 0; walks < WALKS; walks++) {
        logreg__pool_project(&r->pool, r->span);
        logreg__cases_coefficient(r->cases, i, r->z);
        for (size_t j = 0; j < r->q; j++)
            r->z[j] *= -sign;
        logreg__pool_extra(&r->pool, r->span, r->z);
        const logreg__pool *pool = &r->pool;
        logreg__margin_kind kind;
        if (!logreg__loose_solve(&kind, r->margin->w, pool->U, pool->dU, pool->n + 1, r->span->d, NARROW)) {
            logreg__margin_copy(r->margin, r->inside);
            kind = logreg__margin_solve(r->margin, pool->U, pool->dU, pool->n + 1, NARROW);
        }
        if (kind == LOGREG__MARGIN_UNSURE)
            break;
        *there_is = kind == LOGREG__MARGIN_WIDE;
        if (!*there_is)
            return LOGREG_OK;
        stretch(r);
        set_direction(r);
        logreg__recession_walk(r);
        if (r->n_found == 0)
            return LOGREG_OK;
        logreg_status status = add_found(r, err);
        if (status != LOGREG_OK)
            return status;
    }
    return undecided(err);
}

bool logreg__recession_fixes(const logreg__recession *r, size_t i)
{
    logreg__cases_coefficient(r->cases, i, r->z);
    return !logreg__span_project(r->span, r->z, NULL, NULL);
}

int logreg__recession_sign(const logreg__recession *r, size_t i)
{
    logreg__cases_coefficient(r->cases, i, r->z);
    double value = logreg__dot(r->z, r->b, r->q);
    if (fabs(value) <= logreg__dot_sizes(r->z, r->reach, r->q))
        return 0;
    return value > 0 ? 1 : -1;
}
