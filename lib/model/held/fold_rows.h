/* Which fold of a cross-validation each row is held out in. */
#ifndef LOGREG_MODEL_HELD_FOLD_ROWS_H
#define LOGREG_MODEL_HELD_FOLD_ROWS_H

#include "design/response.h"

/* fold[i] for each kept row i: 0 .. folds-1. Without a group the rows of each class are dealt out in random order, so that folds have it in like share; a
 * group's rows stay together, and groups go, in random order, where rows are fewest so far. repeat chooses the random stream. EDATA: fewer groups, or rows, than
 * folds; a group that is missing. ENOMEM. */
logreg_status logreg__fold_rows(uint32_t *fold, size_t folds, const logreg__response *response,
                                const logreg__rows *rows, const char *group, uint64_t seed, size_t repeat,
                                logreg_error *err);

/* Fails with EDATA, since a fold, called `which` ("outer fold 2"), holds out all rows of a class, and says what helps: more folds, or nothing where they are one row or one group. Rows and
 * group are those that the folds were made of. O(rows). */
logreg_status logreg__fold_lacks(logreg_error *err, const char *which, size_t class,
                                 const logreg__response *response, const logreg__rows *rows,
                                 const char *group);

#endif
