/* Kept rows written out as rows of the design matrix, a block at a time: for what needs whole rows. */
#ifndef LOGREG_DESIGN_EXPANSION_H
#define LOGREG_DESIGN_EXPANSION_H

#include "design/design.h"

typedef struct {
    const logreg__design *design; /* borrowed */
    logreg__scratch *scratch;
    logreg__block block;
    double *x;          /* [block.rows x p] row after row, in fold order, uncentred */
    size_t first, next; /* kept rows: that block.rows begin with, and the one behind them */
} logreg__expansion;

/* Before the first block. false: out of memory; what is there is to be cleared all the same. */
bool logreg__expansion_init(logreg__expansion *expansion, const logreg__design *design);

/* Goes on to the next block; false: there is none. */
bool logreg__expansion_next(logreg__expansion *expansion);

void logreg__expansion_clear(logreg__expansion *expansion);

#endif
