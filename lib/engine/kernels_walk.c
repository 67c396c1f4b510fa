/* What most kernels do with a block: linear predictors of it, and gradients from residuals. */
#include "engine/fold_block.h"
#include "engine/kernels.h"
#include "engine/sparse.h"

const double *logreg__walk_columns(size_t *count, logreg__columns_room *room, const logreg__walk *walk,
                                   size_t first)
{
    if (!walk->by_columns)
        return walk->Z + first * LOGREG__BLOCK_ROWS;
    *count = *count < LOGREG__COLUMNS_TOGETHER ? *count : LOGREG__COLUMNS_TOGETHER;
    logreg__block_columns(room->Z, walk, first, *count);
    return room->Z;
}

void logreg__walk_predictor(double *eta, const logreg__walk *walk, const double *b)
{
    const logreg__problem *p = walk->problem;
    const logreg__design *d = p->design;
    logreg__columns_room room;
    for (size_t c = 0; c < p->k; c++)
        memcpy(eta + c * LOGREG__BLOCK_ROWS, walk->offset, walk->full_rows * sizeof *eta);
    for (size_t first = 0, count; first < d->n_dense; first += count) {
        count = d->n_dense - first;
        const double *Z = logreg__walk_columns(&count, &room, walk, first);
        for (size_t c = 0; c < p->k; c++)
            p->inner->predictor(eta + c * LOGREG__BLOCK_ROWS, Z, walk->full_rows, count,
                                b + c * d->p + first);
    }
    for (size_t c = 0; c < p->k; c++) {
        double *e = eta + c * LOGREG__BLOCK_ROWS;
        const double *bc = d->p ? b + c * d->p : b; /* there may be no coefficients at all */
        for (size_t g = 0; g < d->n_groups; g++)
            p->inner->gather(e, walk->code[g], walk->value[g], walk->rows, bc + d->group[g].first);
        logreg__sparse_predictor(e, &walk->sparse, walk->rows, bc);
        /* infinite coefficients make NaN of the zeros that fill up */
        memset(e + walk->rows, 0, (walk->full_rows - walk->rows) * sizeof *e);
    }
}

void logreg__walk_gradients(double *g, const logreg__walk *walk, const double *r, size_t n)
{
    const logreg__problem *p = walk->problem;
    const logreg__design *d = p->design;
    logreg__columns_room room;
    for (size_t first = 0, count; first < d->n_dense; first += count) {
        count = d->n_dense - first;
        const double *Z = logreg__walk_columns(&count, &room, walk, first);
        for (size_t c = 0; c < n; c++)
            p->inner->gradient(g + c * d->p + first, Z, walk->full_rows, count, r + c * LOGREG__BLOCK_ROWS);
    }
    for (size_t c = 0; c < n; c++, g += d->p, r += LOGREG__BLOCK_ROWS) {
        for (size_t i = 0; i < d->n_groups; i++)
            p->inner->scatter(g + d->group[i].first, walk->code[i], walk->value[i], walk->rows, r);
        logreg__sparse_gradient(g, &walk->sparse, walk->rows, r);
    }
}

void logreg__walk_gradient(double *g, const logreg__walk *walk, const double *r)
{
    logreg__walk_gradients(g, walk, r, 1);
}
