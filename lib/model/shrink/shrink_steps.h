/* The steps of a fit with a penalty on sizes, in their order (shrink.c). */
#ifndef LOGREG_MODEL_SHRINK_SHRINK_STEPS_H
#define LOGREG_MODEL_SHRINK_SHRINK_STEPS_H

#include "model/fitting.h"

/* All of the problem, and what the penalty is of each coefficient but for its strength: f->design, problem, shrinkage, drop, and the model's parts. EDATA: a part names no column. ENOMEM. */
logreg_status logreg__shrink_lay_out(logreg__fitting *f, logreg_error *err);

/* From f->b to f->b, under f->shrinkage. EINVAL: the solver that was asked for cannot. ENOMEM. */
logreg_status logreg__shrink_solve(logreg__fitting *f, logreg_error *err);

#endif
