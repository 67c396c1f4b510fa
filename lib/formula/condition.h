/* A condition on columns as the outcome: hours > 24 ~ x, of which the frame holds a column FALSE or TRUE.
 *
 * What is called so is the condition's normal form, which reads back as the same condition; so a name is all that a formula or a model keeps of it. */
#ifndef LOGREG_FORMULA_CONDITION_H
#define LOGREG_FORMULA_CONDITION_H

#include "formula/expression.h"

/* Is the token an operation that arithmetic has not, or stands for one in other languages? */
bool logreg__condition_sign(const logreg__tokens *in);

/* Does a sign or function of conditions stand in what is still to be read, before the end or a ~? What follows may be no condition for all that. ENOMEM. */
logreg_status logreg__condition_stands(bool *stands, const logreg__tokens *tokens);

/* Reads a condition up to the end or a ~, which is then the token, with its normal form. EFORMULA, with the place: what cannot be read, arithmetic. ENOMEM. */
logreg_status logreg__condition_read(logreg__expression **expression, char **name, logreg__tokens *tokens);

/* The sentence on a frame that has no column of that condition. EDATA, EFORMULA, ENOMEM. */
logreg_status logreg__condition_lacks(const logreg_frame *frame, const char *condition, logreg_error *err);

#endif
