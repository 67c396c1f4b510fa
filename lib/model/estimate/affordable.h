/* Fits that no likelihood can tell and that would take for ever: said at once. */
#ifndef LOGREG_MODEL_ESTIMATE_AFFORDABLE_H
#define LOGREG_MODEL_ESTIMATE_AFFORDABLE_H

#include "model/fitting.h"

/* EDATA, naming the term that makes most of them: more than two classes that have more coefficients than there are observations, and more than a
 * thousand, as the labels of a text column have in each of many equations. The problem has its full rank. */
logreg_status logreg__affordable(const logreg__fitting *f, logreg_error *err);

#endif
