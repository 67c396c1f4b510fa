#include "design/expansion.h"

#include "base/memory.h"

bool logreg__expansion_init(logreg__expansion *e, const logreg__design *d)
{
    *e = (logreg__expansion){.design = d,
                             .scratch = logreg__scratch_new(d),
                             .x = logreg__new_raw(LOGREG__BLOCK_ROWS, d->p * sizeof(double))};
    return e->scratch && e->x;
}

bool logreg__expansion_next(logreg__expansion *e)
{
    const logreg__design *d = e->design;
    size_t left = d->n - e->next, rows = left < LOGREG__BLOCK_ROWS ? left : LOGREG__BLOCK_ROWS;
    if (rows == 0)
        return false;
    e->first = e->next;
    e->next += rows;
    logreg__design_block(&e->block, d, e->first, rows, e->scratch);
    logreg__block_expand(e->x, d, &e->block);
    return true;
}

void logreg__expansion_clear(logreg__expansion *e)
{
    logreg__scratch_free(e->scratch);
    free(e->x);
}
