/* Cross-validation of a path: the same strengths on all rows but a fold's, and the loss on those. */
#ifndef LOGREG_SELECT_CROSS_VALIDATION_H
#define LOGREG_SELECT_CROSS_VALIDATION_H

#include <logreg/path.h>

#include "model/fitting.h"

/* Fills cv_log_loss, cv_error, best and best_1se of a path of f's problem, whose strengths and number of them stand; by o->folds, o->repeats, o->group and
 * o->random_state. alpha is the share of absolute values. EDATA, ENOMEM. */
logreg_status logreg__cross_validate(logreg_path *path, const logreg__fitting *f, double alpha,
                                     const logreg_path_options *o, logreg_error *err);

/* The place of the strength that the same on some rows, f's, chooses by o->rule among those of a path. EDATA, ENOMEM. */
logreg_status logreg__cross_choose(size_t *place, const logreg__fitting *f, const logreg_path *path,
                                   double alpha, const logreg_path_options *o, logreg_error *err);

#endif
