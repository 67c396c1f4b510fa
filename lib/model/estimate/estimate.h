/* What the steps of an estimate do for one another. */
#ifndef LOGREG_MODEL_ESTIMATE_ESTIMATE_H
#define LOGREG_MODEL_ESTIMATE_ESTIMATE_H

#include "model/fitting.h"

/* Room for b and what is known about the loss there. ENOMEM. */
logreg_status logreg__estimate_make_room(logreg__fitting *f, logreg_error *err);
void logreg__estimate_clear_room(logreg__fitting *f);

/* Does a walk at the null model serve the score test? */
bool logreg__estimate_null_serves(const logreg__fitting *f);

/* The quick way, for many rows of a sound design: no pass to standardise or to find the rank, a start from a sample. *done is
 * false, and nothing has happened, where it does not lead to a maximum of full rank. Who asks for iterations, or for a
 * look at them, gets those from the null model. ENOMEM. */
logreg_status logreg__estimate_quickly(bool *done, logreg__fitting *f, logreg_error *err);

/* The certificate failed, or is not to be trusted: asks whether a maximum exists, and goes on where it does. ENOMEM. */
logreg_status logreg__estimate_decide(logreg__fitting *f, logreg_error *err);

#endif
