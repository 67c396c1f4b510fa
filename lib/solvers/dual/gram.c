#include "solvers/dual/gram.h"

#include <math.h>
#include <stdlib.h>

#include "base/error.h"
#include "base/memory.h"
#include "design/expansion.h"
#include "engine/dense.h"

void logreg__gram_free(logreg__gram *m)
{
    if (!m)
        return;
    free(m->free);
    free(m->room);
    free(m);
}

/* Which columns have a penalty, in which units; the others. */
static void sort_columns(logreg__gram *m, const logreg__shrinkage *s)
{
    for (size_t j = 0; j < s->p; j++) {
        bool penalised = s->scale[j] > 0 && s->factor[j] > 0;
        m->unit[j] = penalised ? 1 / (s->scale[j] * sqrt(s->factor[j])) : 0;
        m->longest = fmax(m->longest, penalised ? sqrt(s->factor[j]) : 0);
        if (s->scale[j] > 0 && !penalised)
            m->free[m->n_free++] = j;
    }
}

static logreg__gram *make(const logreg__problem *problem)
{
    size_t n = problem->design->n, p = problem->design->p, n_free = 0;
    size_t full = (n + LOGREG__LANES - 1) / LOGREG__LANES * LOGREG__LANES;
    logreg__gram *m = logreg__new(1, sizeof *m);
    if (!m)
        return NULL;
    for (size_t j = 0; j < p; j++)
        n_free += !(problem->shrinkage->factor[j] > 0);
    *m = (logreg__gram){.n = n, .n_full = full};
    m->free = logreg__new_raw(n_free, sizeof *m->free);
    m->room = logreg__new(p + 3 * full + (n + n_free) * n, sizeof *m->room);
    if (!m->free || !m->room) {
        logreg__gram_free(m);
        return NULL;
    }
    m->unit = m->room;
    m->y = m->unit + p;
    m->w = m->y + full;
    m->offset = m->w + full;
    m->F = m->offset + full;
    m->G = m->F + n_free * n;
    sort_columns(m, problem->shrinkage);
    return m;
}

/* Centred and scaled numbers of a block's rows: those of free columns into F, the others in their units. */
static void prepare(logreg__expansion *e, logreg__gram *m, const logreg__problem *problem,
                    const double *factor)
{
    const logreg__design *d = problem->design;
    for (size_t r = 0; r < e->block.rows; r++) {
        double *x = e->x + r * d->p;
        for (size_t j = d->intercept; j < d->n_dense; j++)
            x[j] -= problem->centre[j];
        for (size_t f = 0; f < m->n_free; f++)
            m->F[f * m->n + e->first + r] = x[m->free[f]] * factor[m->free[f]];
        for (size_t j = 0; j < d->p; j++)
            x[j] *= factor[j] * m->unit[j];
    }
}

static void take_outcome(logreg__gram *m, const logreg__expansion *e)
{
    for (size_t r = 0; r < e->block.rows; r++) {
        m->y[e->first + r] = e->block.y[r];
        m->w[e->first + r] = e->block.w ? e->block.w[r] : 1;
        m->offset[e->first + r] = e->block.offset ? e->block.offset[r] : 0;
    }
}

/* Products of one block's rows with those of all blocks before it, and with one another. */
static void multiply(logreg__gram *m, const logreg__expansion *e, logreg__expansion *before,
                     const logreg__problem *problem, const double *factor)
{
    size_t n = m->n, p = problem->design->p;
    before->next = 0;
    while (before->next < e->first && logreg__expansion_next(before)) {
        prepare(before, m, problem, factor);
        logreg__columns_product(m->G + before->first * n + e->first, n, e->x, e->block.rows, before->x,
                                before->block.rows, p);
    }
    logreg__columns_product(m->G + e->first * n + e->first, n, e->x, e->block.rows, e->x, e->block.rows, p);
}

logreg_status logreg__gram_new(logreg__gram **gram, const logreg__problem *problem, logreg_error *err)
{
    const logreg__design *d = problem->design;
    logreg__expansion e = {0}, before = {0};
    double *factor = logreg__new_raw(d->p, sizeof *factor);
    logreg__gram *m = make(problem);
    bool ok = factor && m && logreg__expansion_init(&e, d);
    ok = ok && (d->n <= LOGREG__BLOCK_ROWS || logreg__expansion_init(&before, d));
    for (size_t j = 0; ok && j < d->p; j++)
        factor[j] = logreg__problem_factor(problem, j);
    while (ok && logreg__expansion_next(&e)) {
        prepare(&e, m, problem, factor);
        take_outcome(m, &e);
        multiply(m, &e, &before, problem, factor);
    }
    for (size_t i = 0; ok && i < m->n; i++)
        for (size_t l = i + 1; l < m->n; l++)
            m->G[l * m->n + i] = m->G[i * m->n + l];
    logreg__expansion_clear(&e);
    logreg__expansion_clear(&before);
    free(factor);
    if (!ok) {
        logreg__gram_free(m);
        return logreg__fail_memory(err);
    }
    *gram = m;
    return LOGREG_OK;
}
