/* Bootstrap intervals that a model keeps. */
#ifndef LOGREG_MODEL_BOOTSTRAP_H
#define LOGREG_MODEL_BOOTSTRAP_H

#include <jansson.h>

#include "model/reader.h"

/* Room for those of n coefficients; NULL: out of memory. */
logreg__bootstrap *logreg__bootstrap_new(size_t n);
void logreg__bootstrap_free(logreg__bootstrap *bootstrap);

/* Writes them, if there are any, into the object. false: memory is out. */
bool logreg__put_bootstrap(json_t *object, const logreg_model *model);

/* Reads them; without such a member there are none. */
bool logreg__read_bootstrap(logreg_model *model, logreg__model_reader *reader, const json_t *root);

#endif
