/* JSON values as they are built. NULL stands for memory that ran out, and all of these hand it on: only the end needs a look. */
#ifndef LOGREG_BASE_JSON_H
#define LOGREG_BASE_JSON_H

#include <stddef.h>

#include <jansson.h>

/* A number; null if it is not finite. */
json_t *logreg__json_real(double value);

json_t *logreg__json_size(size_t n);

/* A text; null for NULL. */
json_t *logreg__json_text(const char *text);

/* Lists of n. */
json_t *logreg__json_reals(const double *list, size_t n);
json_t *logreg__json_texts(char *const *list, size_t n);

/* Puts a value into *object, or lets go of both and sets *object to NULL. */
void logreg__json_set(json_t **object, const char *key, json_t *value);
void logreg__json_append(json_t **array, json_t *value);

#endif
