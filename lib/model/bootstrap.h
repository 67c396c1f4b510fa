/* Bootstrap intervals that a model keeps. */
#ifndef LOGREG_MODEL_BOOTSTRAP_H
#define LOGREG_MODEL_BOOTSTRAP_H

#include "model/model.h"

/* Room for those of n coefficients; NULL: out of memory. */
logreg__bootstrap *logreg__bootstrap_new(size_t n);
void logreg__bootstrap_free(logreg__bootstrap *bootstrap);

#endif
