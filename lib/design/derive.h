/* Columns that are no columns of the frame: values of expressions, bases, contrasts. They are made for a block of rows and
 * forgotten. */
#ifndef LOGREG_DESIGN_DERIVE_H
#define LOGREG_DESIGN_DERIVE_H

#include "design/cells.h"

/* A variable on a frame. Starts as {0}. */
typedef struct logreg__derived {
    const logreg__variable *variable; /* borrowed; made, or of dense contrasts */
    logreg__bound *input;             /* made: what it is made of */
    logreg__cells cells;              /* contrasts: the category */
    size_t width;                     /* columns */
} logreg__derived;

/* EDATA: a column that is missing or of another kind, a value that is not finite, unseen levels. ENOMEM. */
logreg_status logreg__derived_bind(logreg__derived *derived, const logreg__variable *variable,
                                   const logreg_frame *frame, const logreg__rows *rows, logreg_error *err);

/* Numbers that logreg__derived_values needs as work. */
size_t logreg__derived_work(const logreg__derived *derived);

/* value[k * LOGREG__BLOCK_ROWS + r]: column k in row place[r]. */
void logreg__derived_values(double *value, const logreg__derived *derived, const size_t *place, size_t rows,
                            double *work);

void logreg__derived_clear(logreg__derived *derived);

#endif
