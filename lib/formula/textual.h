/* What to say of a column of texts that a condition takes for numbers: score > 10 where cells read 11 / 20. */
#ifndef LOGREG_FORMULA_TEXTUAL_H
#define LOGREG_FORMULA_TEXTUAL_H

#include "formula/expression.h"

/* Fails with a sentence that says how its numbers come out of the file, where it is known to hold such: what the reader found, days of dates. operation: that wants them, of which
 * the column is the left or right operand. EDATA, ENOMEM. */
logreg_status logreg__textual_fail(const logreg__expression *expression, const logreg__node *operation,
                                   const logreg_frame *frame, const logreg__column *column, bool left,
                                   logreg_error *err);

#endif
