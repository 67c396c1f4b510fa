/* Names of columns that stand in a condition without the backticks that they need: Price ($) > 3. */
#ifndef LOGREG_FORMULA_UNQUOTED_H
#define LOGREG_FORMULA_UNQUOTED_H

#include "formula/expression.h"

/* *quoted: the text with backticks about them, new; NULL: none stands there. A name does where it fills the place of an operand, of several the longest. False: memory is out. */
bool logreg__names_quoted(char **quoted, const logreg_frame *frame, const char *text);

/* Reads a whole condition; where it cannot be read as it stands, with such names. EFORMULA as logreg__expression_parse, ENOMEM. */
logreg_status logreg__condition_parse(logreg__expression **expression, const char *text,
                                      const logreg_frame *frame, logreg_error *err);

#endif
