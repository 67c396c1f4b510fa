/* Is what one model can say of the rows among what another can say? */
#ifndef LOGREG_INFERENCE_NESTING_H
#define LOGREG_INFERENCE_NESTING_H

#include "model/model.h"

/* Of two models of the same rows and outcomes: are the columns of the small one combinations of those of the large one, and its offset the
 * other's but for such? True of columns by name, and of those that are it as functions of the variables. ENOMEM. */
logreg_status logreg__nested(bool *nested, const logreg_model *small, const logreg_model *large,
                             logreg_error *err);

#endif
