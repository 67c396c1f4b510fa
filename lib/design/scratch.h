/* What one thread needs to fetch blocks of a design (design_block.c), or to make them of rows that stand together (rowwise.c). */
#ifndef LOGREG_DESIGN_SCRATCH_H
#define LOGREG_DESIGN_SCRATCH_H

#include "design/design.h"

/* Finds where the columns of a new design stand, if all of them do: of few rows and many columns that takes longer than a walk. False: memory is out. */
bool logreg__design_stand(logreg__design *design);

struct logreg__scratch {
    bool in_place; /* all that blocks hold stands in the frame: no list of places is needed */
    size_t place[LOGREG__BLOCK_ROWS];
    double y[LOGREG__BLOCK_ROWS], w[LOGREG__BLOCK_ROWS], offset[LOGREG__BLOCK_ROWS], ones[LOGREG__BLOCK_ROWS],
        unit[LOGREG__BLOCK_ROWS];
    size_t sparse_from[LOGREG__BLOCK_ROWS], sparse_to[LOGREG__BLOCK_ROWS];
    const double **dense, **value;
    const uint32_t **code;
    double *derived; /* a column of BLOCK_ROWS for each derived one */
    double *work;    /* to derive them */
    double *
        numbers; /* a column of BLOCK_ROWS for each dense column and group, or for each number of rows that stand together */
    uint32_t *codes; /* and one of codes for each recipe and group */
};

#endif
