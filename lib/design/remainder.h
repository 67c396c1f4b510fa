/* Of events counted out of trials: the column of the other trials, which a pivot table has beside the two. */
#ifndef LOGREG_DESIGN_REMAINDER_H
#define LOGREG_DESIGN_REMAINDER_H

#include "data/frame.h"
#include "formula/formula.h"

/* EDATA where a column and the events add up to the trials in every row, and the formula holds it, or events are empty where it is all of the
 * trials. ENOMEM. */
logreg_status logreg__remainder_check(const logreg__formula *formula, const logreg_frame *frame,
                                      const logreg__column *events, const logreg__column *trials,
                                      logreg_error *err);

#endif
