/* The model of the columns without a penalty, at which fits with a penalty on sizes begin. */
#ifndef LOGREG_MODEL_SHRINK_UNPENALISED_H
#define LOGREG_MODEL_SHRINK_UNPENALISED_H

#include "model/fitting.h"

/* f->b [q] becomes that model, all other slopes 0; g [classes x p] the slopes of the loss there, off which the scale of lambda is read into f->model. Costs what its own columns do, and one walk over all. EDATA: these columns have no
 * maximum of the likelihood. ENOMEM. */
logreg_status logreg__unpenalised_fit(logreg__fitting *f, double *g, logreg_error *err);

#endif
