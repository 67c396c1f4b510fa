/* Variables that stand elsewhere than at their mean or reference level, as options say. */
#ifndef LOGREG_FIGURES_KINDS_STANDS_H
#define LOGREG_FIGURES_KINDS_STANDS_H

#include <logreg/figures.h>

#include "report/curves/curve.h"

/* A new list of n_at. EINVAL: a name that is none of the model's, twice, a level or value that it cannot have. ENOMEM. */
logreg_status logreg__stands_new(logreg__stand **stand, const logreg_model *model,
                                 const logreg_figure_options *o, logreg_error *err);

/* The variable of that name; a category rather than the same column as a number. EINVAL. */
logreg_status logreg__variable_named(size_t *variable, logreg_variable *v, const logreg_model *model,
                                     const char *name, logreg_error *err);

/* The factor whose levels are told apart by curves of their own: it, and a new list of the subject's stands with it as the last. EINVAL: no such variable, a number, one
 * that was told where to stand, a model of many classes. ENOMEM. */
logreg_status logreg__by_factor(logreg__stand **stand, size_t *variable, logreg_variable *v,
                                const logreg__subject *subject, const char *by, logreg_error *err);

#endif
