/* The vocabulary of terms, as a model file holds it. */
#ifndef LOGREG_MODEL_WORDS_H
#define LOGREG_MODEL_WORDS_H

#include <jansson.h>

#include "model/reader.h"

/* A new object; NULL: memory is out. Terms have a vocabulary. */
json_t *logreg__words_write(const logreg__terms *terms);

/* Reads it into terms that have their sparse columns, and names these; models without texts have no such member. */
bool logreg__words_read(logreg__terms *terms, logreg__model_reader *r, const json_t *root);

#endif
