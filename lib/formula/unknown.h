/* What to say of a name in a formula that is no column, or no function, and of a condition that is no term. */
#ifndef LOGREG_FORMULA_UNKNOWN_H
#define LOGREG_FORMULA_UNKNOWN_H

#include "formula/tokens.h"

/* Returns EFORMULA with advice: backticks where a column that needs them stands whole in the formula (or what else it is called) from text
 * on (the at-th character), else the nearest column, else the columns that there are. */
logreg_status logreg__unknown_column(const char *what, size_t at, const char *text, const char *name,
                                     const logreg_frame *frame, logreg_error *err);

/* EFORMULA where such a column's whole name stands there, as in sbp(mmHg) > 140: write it in backticks. OK: none does. */
logreg_status logreg__in_backticks(const char *what, size_t at, const char *text, const logreg_frame *frame,
                                   logreg_error *err);

/* EFORMULA where the token is a sign of conditions, which are terms within I() alone. OK: it is none. */
logreg_status logreg__condition_no_term(const logreg__tokens *tokens);

/* For a function of R that there is not, what to write instead, or NULL. */
const char *logreg__function_advice(const char *name);

#endif
