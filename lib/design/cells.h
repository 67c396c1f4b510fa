/* From cells of a frame to levels that the terms know. */
#ifndef LOGREG_DESIGN_CELLS_H
#define LOGREG_DESIGN_CELLS_H

#include "data/frame.h"
#include "data/rows.h"
#include "design/terms.h"

/* The level of no cell that the terms know. */
#define LOGREG__NO_LEVEL UINT32_MAX

/* A category on a frame. Starts as {0}. */
typedef struct {
    const logreg__column *column;     /* borrowed */
    const logreg__variable *variable; /* borrowed */
    uint32_t *map; /* category column: level of the variable for each level of the frame, or NO_LEVEL */
    double *value; /* numeric column, as in C(zip): the number of each level of the variable */
} logreg__cells;

/* Finds the column of a variable. EDATA: it is missing or of another kind. */
logreg_status logreg__cells_column(const logreg__column **column, const logreg__variable *variable,
                                   const logreg_frame *frame, logreg_error *err);

/* EDATA: as above; levels in the kept rows that the variable does not have, all of which are named. ENOMEM. */
logreg_status logreg__cells_bind(logreg__cells *cells, const logreg__variable *variable,
                                 const logreg_frame *frame, const logreg__rows *rows, logreg_error *err);

uint32_t logreg__cells_level(const logreg__cells *cells, size_t place);

void logreg__cells_clear(logreg__cells *cells);

#endif
