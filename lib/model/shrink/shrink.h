/* Fits with a penalty on sizes: l2, l1, elasticnet. */
#ifndef LOGREG_MODEL_SHRINK_SHRINK_H
#define LOGREG_MODEL_SHRINK_SHRINK_H

#include "model/fitting.h"

/* From rows to coefficients, all put into the model; f->problem, with its shrinkage, and f->b stay for the summary. EDATA: a part names no column; columns without a
 * penalty are collinear or part the classes. EINVAL: the solver cannot. ENOMEM. */
logreg_status logreg__shrink(logreg__fitting *f, logreg_error *err);

/* The penalty of a fit on another problem, of the same terms or of those learned again, whose columns it standardises anew where that was asked for; its strength is to be set. ENOMEM. */
logreg_status logreg__shrink_like(struct logreg__shrinkage **shrinkage, const logreg__problem *problem,
                                  const logreg__fitting *f, logreg_error *err);

/* Coefficients of the data, [classes x p] in the model's order, of theta [classes x columns of the design]; those of constants, which the design lacks, stay
 * what they are. Of several classes intercepts have the mean 0. ENOMEM. */
logreg_status logreg__shrink_coefficients(double *to, const double *theta, const logreg__fitting *f,
                                          logreg_error *err);

/* Do the options of a penalty on sizes make sense? EINVAL. */
logreg_status logreg__shrink_check(const logreg_options *options, logreg_error *err);

#endif
