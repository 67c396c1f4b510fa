/* Imputation at the doors of a fit: what stands in is learned from the rows that the fit uses, and from no others. */
#ifndef LOGREG_MODEL_DOORS_IMPUTING_H
#define LOGREG_MODEL_DOORS_IMPUTING_H

#include "design/fill.h"
#include "model/fitting.h"

/* Starts as {0}, and stays so where options impute nothing. */
typedef struct {
    logreg__filled *filled;
    logreg__fill *fill; /* owned, until logreg__imputing_hand */
    size_t n;
} logreg__imputing;

/* As logreg__formula_rows, with those set aside that options hold out and those left out that `leaving` says (NULL: none); and where options impute, *frame becomes one whose features have been filled, borrowing the one before, and the
 * formula one with indicators, if these are wanted. EINVAL: rules; EDATA: columns without a value to learn from. */
logreg_status logreg__formula_imputed(logreg__formula **formula, logreg__rows **rows,
                                      logreg__imputing *imputing, const logreg_frame **frame,
                                      const char *text, const logreg_options *options,
                                      const logreg__leaving *leaving, logreg_error *err);

/* The same by rows that are there already, which miss nothing but what is imputed. */
logreg_status logreg__formula_imputed_by(logreg__formula **formula, logreg__imputing *imputing,
                                         const logreg_frame **frame, const char *text,
                                         const logreg_options *options, const logreg__rows *rows,
                                         logreg_error *err);

/* The same for a frame of a matrix, of which the first n columns are features: fills them, by rows, and appends to terms the indicators that
 * are wanted. EINVAL also where a column misses cells and no rule is for it. */
logreg_status logreg__matrix_imputed(logreg__terms **terms, logreg__imputing *imputing,
                                     const logreg_frame **frame, size_t n, const logreg__rows *rows,
                                     const logreg__outcome *outcome, const logreg_options *options,
                                     logreg_error *err);

/* Hands what was learned to the terms. */
void logreg__imputing_hand(logreg__imputing *imputing, logreg__terms *terms);

void logreg__imputing_clear(logreg__imputing *imputing);

#endif
