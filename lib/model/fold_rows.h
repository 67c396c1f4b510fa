/* Which fold of a cross-validation each row is held out in. */
#ifndef LOGREG_MODEL_FOLD_ROWS_H
#define LOGREG_MODEL_FOLD_ROWS_H

#include "design/response.h"

/* fold[i] for each kept row i: 0 .. folds-1. Without a group the rows of each class are dealt out in random order, so that folds have it in like share; a
 * group's rows stay together, and groups go, in random order, where rows are fewest so far. repeat chooses the random stream. EDATA: fewer groups, or rows, than
 * folds; a group that is missing. ENOMEM. */
logreg_status logreg__fold_rows(uint32_t *fold, size_t folds, const logreg__response *response,
                                const logreg__rows *rows, const char *group, uint64_t seed, size_t repeat,
                                logreg_error *err);

#endif
