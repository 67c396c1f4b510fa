/* What to say of a name in a formula that is no column, or no function. */
#ifndef LOGREG_FORMULA_UNKNOWN_H
#define LOGREG_FORMULA_UNKNOWN_H

#include <logreg/data.h>

/* Returns EFORMULA with advice: backticks where a column that needs them stands whole in the formula (or what else it is called) from text
 * on (the at-th character), else the nearest column, else the columns that there are. */
logreg_status logreg__unknown_column(const char *what, size_t at, const char *text, const char *name,
                                     const logreg_frame *frame, logreg_error *err);

/* EFORMULA where such a column's whole name stands there, as in sbp(mmHg) > 140: write it in backticks. OK: none does. */
logreg_status logreg__in_backticks(const char *what, size_t at, const char *text, const logreg_frame *frame,
                                   logreg_error *err);

/* For a function of R that there is not, what to write instead, or NULL. */
const char *logreg__function_advice(const char *name);

#endif
