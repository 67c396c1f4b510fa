/* Fits to matched sets: the conditional likelihood, whose problem is made here and solved as any other. */
#ifndef LOGREG_MODEL_ESTIMATE_MATCHED_H
#define LOGREG_MODEL_ESTIMATE_MATCHED_H

#include "model/fitting.h"

/* The matched design of terms without an intercept. EDATA: no set says anything. ENOMEM. */
logreg_status logreg__matched_make(logreg__matched **matched, const logreg__terms *terms,
                                   const logreg_frame *frame, const logreg__rows *rows,
                                   const logreg__response *response, logreg_error *err);

/* Estimates and summarises f->model, whose response has strata. ENOMEM; EDATA as above, and where there is no coefficient. */
logreg_status logreg__matched_fit(logreg__fitting *f, logreg_error *err);

/* The limit of the conditional likelihood under separation: what is left of the sets has a maximum of its own. ENOMEM. */
logreg_status logreg__matched_limit(logreg__fitting *f, const logreg__existence *existence,
                                    logreg_error *err);

#endif
