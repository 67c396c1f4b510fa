/* What the reader of a file found to be something else than it seems, in the columns of a formula. */
#ifndef LOGREG_DESIGN_DOUBT_H
#define LOGREG_DESIGN_DOUBT_H

#include "data/frame.h"
#include "formula/formula.h"

/* Are there such columns? */
bool logreg__doubted(const logreg__formula *formula, const logreg_frame *frame);

/* The sentence on the first of them, features before the target, which is told only of ticks: as an outcome others may be what they seem. OK: there is none.
 * EDATA, ENOMEM. */
logreg_status logreg__doubts_tell(const logreg__formula *formula, const logreg_frame *frame,
                                  logreg_error *err);

#endif
