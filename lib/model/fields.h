/* The scalar facts of a model, one row each, for those who write them and those who read them. */
#ifndef LOGREG_MODEL_FIELDS_H
#define LOGREG_MODEL_FIELDS_H

#include <jansson.h>

#include "model/model.h"

#define LOGREG__MODEL_SCHEMA "logreg.model/1"

typedef enum {
    LOGREG__FIELD_TEXT,         /* char *, may be NULL */
    LOGREG__FIELD_TEXT_OR_NONE, /* char * that is not written where it is NULL */
    LOGREG__FIELD_COUNT_IF_ANY, /* size_t that is not written where it is 0 */
    LOGREG__FIELD_FLAG_IF_TRUE, /* bool that is not written where it is false */
    LOGREG__FIELD_COUNT,        /* size_t */
    LOGREG__FIELD_COUNT_OR_0,   /* size_t that the first model files lack: 0 */
    LOGREG__FIELD_REAL,         /* double; NaN is written as null */
    LOGREG__FIELD_REAL_OR_0,    /* double that is not written where it is 0 */
    LOGREG__FIELD_FLAG,         /* bool */
    LOGREG__FIELD_FLAG_OR_FALSE /* bool that the first model files lack */
} logreg__field_kind;

typedef struct {
    const char *name;
    logreg__field_kind kind;
    size_t offset; /* in logreg_model */
} logreg__field;

/* n finite numbers as a new list; NULL: memory is out. */
json_t *logreg__reals_json(const double *list, size_t n);

/* Writes what calibrates the model, if anything does, into the object. false: memory is out. */
bool logreg__put_calibration(json_t *object, const logreg_model *model);

/* Closed by a row without a name. */
extern const logreg__field logreg__model_fields[];

/* Words for statuses and kinds of separation, by their values. */
extern const char *const logreg__status_words[5];
extern const char *const logreg__separation_words[3];

#endif
