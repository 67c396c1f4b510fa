#include "solvers/creases/columns.h"

#include <math.h>

#include "base/error.h"
#include "base/memory.h"

/* Up to so many columns the matrix of pairs is made, whose sweeps are quicker and end in Newton's step. */
#define MOST_PAIRED 1500

#define MOST_SWEEPS 1000
#define MOST_LOOKS 100

/* A sweep over no more than one in so many of the coordinates costs little beside one over all, and is made so often. */
#define FEW 8
#define MOST_AGAIN 16

/* Coordinates are moved from this share of the tolerance on, so that few sweeps bring all of them within it: where only those beyond it moved, each would stop at its edge, and be pushed over by its neighbours again and again. */
#define MOVED_FROM 0.25

/* Sweeps between two of Newton's steps; twice as many after each that met creases or bounds, until one does not. */
#define SWEEPS_BEFORE_STEP 10

bool logreg__columns_serve(const logreg__problem *problem)
{
    const logreg__design *d = problem->design;
    return problem->k == 1 && d->n_sparse > 0 && d->n_groups == 0 && d->p > MOST_PAIRED && d->n <= UINT32_MAX;
}

/* ---- Laying them out ---- */

/* Goes through the numbers of all rows; counts those of each column in start[j + 1], or puts them where start[j] says, which moves on. */
static void deal(logreg__columns *c, const logreg__problem *problem, logreg__scratch *scratch, bool put)
{
    const logreg__design *d = problem->design;
    logreg__block block;
    for (size_t first = 0; first < d->n; first += LOGREG__BLOCK_ROWS) {
        size_t rows = d->n - first < LOGREG__BLOCK_ROWS ? d->n - first : LOGREG__BLOCK_ROWS;
        logreg__design_block(&block, d, first, rows, scratch);
        const logreg__sparse_rows *x = &block.sparse;
        for (size_t r = 0; r < rows; r++) {
            for (size_t j = 0; put && j < d->n_dense; j++) {
                size_t at = c->start[j]++;
                c->row[at] = (uint32_t)(first + r);
                c->value[at] = (block.dense[j][r] - problem->centre[j]) * problem->factor[j];
            }
            for (size_t k = x->from[r]; put && k < x->to[r]; k++) {
                size_t at = c->start[x->first + (size_t)x->column[k]]++;
                c->row[at] = (uint32_t)(first + r);
                c->value[at] = x->value[k];
            }
            for (size_t k = x->from[r]; !put && k < x->to[r]; k++)
                c->start[x->first + (size_t)x->column[k] + 1]++;
        }
    }
}

static bool lay_out(logreg__columns *c, const logreg__problem *problem)
{
    logreg__scratch *scratch = logreg__scratch_new(problem->design);
    if (!scratch)
        return false;
    deal(c, problem, scratch, false);
    for (size_t j = 0; j < problem->design->n_dense; j++)
        c->start[j + 1] = c->n;
    for (size_t j = 0; j < c->p; j++)
        c->start[j + 1] += c->start[j];
    c->row = logreg__new_raw(c->start[c->p], sizeof *c->row);
    c->value = logreg__new_raw(c->start[c->p], sizeof *c->value);
    bool ok = c->row && c->value;
    if (ok) {
        deal(c, problem, scratch, true);
        memmove(c->start + 1, c->start, c->p * sizeof *c->start);
        c->start[0] = 0;
    }
    logreg__scratch_free(scratch);
    return ok;
}

logreg_status logreg__columns_new(logreg__columns **columns, const logreg__problem *problem,
                                  logreg_error *err)
{
    logreg__columns *c = logreg__new(1, sizeof *c);
    if (!c)
        return logreg__fail_memory(err);
    *c = (logreg__columns){.n = problem->design->n, .p = problem->design->p};
    c->start = logreg__new(c->p + 1, sizeof *c->start);
    c->curvature = logreg__new_raw(c->n, sizeof *c->curvature);
    c->moved = logreg__new_raw(c->n, sizeof *c->moved);
    c->h = logreg__new_raw(c->p, sizeof *c->h);
    c->room = logreg__new_raw(c->n + 5 * c->p, sizeof *c->room);
    c->free_one = logreg__new_raw(c->p, sizeof *c->free_one);
    if (!c->start || !c->curvature || !c->moved || !c->h || !c->room || !c->free_one ||
        !lay_out(c, problem)) {
        logreg__columns_free(c);
        return logreg__fail_memory(err);
    }
    *columns = c;
    return LOGREG_OK;
}

void logreg__columns_free(logreg__columns *c)
{
    if (!c)
        return;
    free(c->start);
    free(c->row);
    free(c->value);
    free(c->curvature);
    free(c->moved);
    free(c->h);
    free(c->room);
    free(c->free_one);
    free(c);
}

/* ---- Descending ---- */

typedef struct {
    const logreg__creases *q;
    logreg__columns *c;
    double *u;
    const double *g;
    double tol;
} descent;

/* The smooth slope along coordinate i without the ridge. */
static double smooth(const descent *d, size_t i)
{
    const logreg__columns *c = d->c;
    double sum = d->g[i];
    for (size_t k = c->start[i]; k < c->start[i + 1]; k++)
        sum += c->value[k] * c->moved[c->row[k]];
    return sum;
}

/* How far coordinate i is from optimal, in tolerances. */
static double violation(const descent *d, size_t i, double slope)
{
    const logreg__creases *q = d->q;
    double off =
        logreg__crease_slope(slope + q->ridge[i] * d->u[i], q->lasso[i], d->u[i], q->low[i], q->high[i]);
    return q->unit[i] == 0 ? 0 : fabs(off) / fmax(d->tol * q->unit[i], q->noise[i] / 4);
}

/* To the least point along coordinate i. */
static void move(const descent *d, size_t i, double slope)
{
    const logreg__creases *q = d->q;
    logreg__columns *c = d->c;
    double h = c->h[i], centre = h * d->u[i] - slope, over = fabs(centre) - q->lasso[i];
    double to = over > 0 && h + q->ridge[i] > 0 ? copysign(over, centre) / (h + q->ridge[i]) : 0;
    to = fmin(fmax(to, q->low[i]), q->high[i]);
    double by = to - d->u[i];
    d->u[i] = to;
    for (size_t k = c->start[i]; by != 0 && k < c->start[i + 1]; k++)
        c->moved[c->row[k]] += c->curvature[c->row[k]] * by * c->value[k];
}

/* One sweep over `count` coordinates. *n of them were moved, which stand in `moved` then, that may be the list. Whether all were optimal when their turn came. */
static bool sweep(size_t *n, const descent *d, size_t *moved, const size_t *list, size_t count)
{
    bool all = true;
    *n = 0;
    for (size_t a = 0; a < count; a++) {
        size_t i = list[a];
        double slope = smooth(d, i), off = violation(d, i, slope);
        if (off <= MOVED_FROM)
            continue;
        all = all && off <= 1;
        move(d, i, slope);
        moved[(*n)++] = i;
    }
    return all;
}

/* Sweeps until all of the listed coordinates are optimal, between two of all over those few that the one before had to move. Where many matter that takes thousands, which Newton's steps between them spare. */
static void settle(const descent *d, const size_t *list, size_t count)
{
    size_t *moved = d->c->free_one, n;
    int wait = SWEEPS_BEFORE_STEP, since = 0;
    for (int i = 0; i < MOST_SWEEPS; i++) {
        if (sweep(&n, d, moved, list, count))
            return;
        for (int k = 0; k < MOST_AGAIN && n && n <= count / FEW; k++)
            sweep(&n, d, moved, moved, n);
        if (++since < wait)
            continue;
        bool whole = logreg__columns_step(d->u, d->g, d->q, d->c, d->tol, list, count);
        wait = whole ? SWEEPS_BEFORE_STEP : 2 * wait;
        since = 0;
    }
}

static void find_diagonal(logreg__columns *c)
{
    for (size_t j = 0; j < c->p; j++) {
        c->h[j] = 0;
        for (size_t k = c->start[j]; k < c->start[j + 1]; k++)
            c->h[j] += c->curvature[c->row[k]] * c->value[k] * c->value[k];
    }
}

bool logreg__columns_descend(double *u, const double *g, const logreg__creases *q, logreg__columns *c,
                             double tol, size_t *order)
{
    const descent d = {q, c, u, g, tol};
    memset(c->moved, 0, c->n * sizeof *c->moved);
    find_diagonal(c);
    for (int look = 0; look < MOST_LOOKS; look++) {
        size_t active = 0;
        bool all = true;
        for (size_t i = 0; i < c->p; i++) {
            double slope = smooth(&d, i), off = violation(&d, i, slope);
            all = all && off <= 1;
            if (off > MOVED_FROM)
                move(&d, i, slope);
            if (q->unit[i] > 0 && (u[i] != 0 || q->lasso[i] == 0))
                order[active++] = i;
        }
        if (all)
            return true;
        settle(&d, order, active);
    }
    return false;
}
