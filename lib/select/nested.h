/* What the whole procedure, choice of a strength included, loses on rows that had no part in it. */
#ifndef LOGREG_SELECT_NESTED_H
#define LOGREG_SELECT_NESTED_H

#include <logreg/path.h>

#include "model/fitting.h"

/* Fills nested_log_loss and nested_error of a path that has been cross-validated: o->nested folds of their own are held out one after the other, the others are
 * cross-validated as the whole was, and the strength chosen there by o->rule predicts the fold (Varma & Simon, BMC Bioinformatics 7, 2006). EDATA, ENOMEM. */
logreg_status logreg__validate_nested(logreg_path *path, const logreg__fitting *f, double alpha,
                                      const logreg_path_options *o, logreg_error *err);

/* What went wrong with the choice on the rows that outer fold `number` (from 0) leaves, told as being of these. Returns status. */
logreg_status logreg__outer_fail(logreg_error *err, logreg_status status, size_t number,
                                 const logreg_error *why);

#endif
