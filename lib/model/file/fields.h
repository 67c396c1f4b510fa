/* Members of a struct that a model's file has as members of an object, one row each, for who writes them and who reads them. */
#ifndef LOGREG_MODEL_FILE_FIELDS_H
#define LOGREG_MODEL_FILE_FIELDS_H

#include <stddef.h>

#include "model/file/reader.h"

typedef enum {
    LOGREG__FIELD_TEXT,          /* char *, may be NULL */
    LOGREG__FIELD_TEXT_OR_NONE,  /* char * that is not written where it is NULL */
    LOGREG__FIELD_NAME,          /* char *, never NULL */
    LOGREG__FIELD_COUNT_IF_ANY,  /* size_t that is not written where it is 0 */
    LOGREG__FIELD_FLAG_IF_TRUE,  /* bool that is not written where it is false */
    LOGREG__FIELD_COUNT,         /* size_t */
    LOGREG__FIELD_COUNT_OR_0,    /* size_t that the first model files lack: 0 */
    LOGREG__FIELD_REAL,          /* double; NaN is written as null */
    LOGREG__FIELD_REAL_OR_0,     /* double that is not written where it is 0 */
    LOGREG__FIELD_NUMBER,        /* double, always finite */
    LOGREG__FIELD_FLAG,          /* bool */
    LOGREG__FIELD_FLAG_OR_FALSE, /* bool that the first model files lack */
    LOGREG__FIELD_WORD,          /* int, or an enum, written as one of words */
    LOGREG__FIELD_WORD_IF_ANY,   /* the same, not written where it is 0 */
    LOGREG__FIELD_VALUES         /* logreg_sentinel of one value or more, which are written */
} logreg__field_kind;

typedef struct {
    const char *name;
    logreg__field_kind kind;
    size_t offset; /* in the struct */
    const char *const *words;
    size_t n_words;
} logreg__field;

/* A row; and one of n words. */
#define LOGREG__FIELD(kind_, name_, type, member)                                                            \
    .name = name_, .kind = LOGREG__FIELD_##kind_, .offset = offsetof(type, member)
#define LOGREG__FIELD_OF_WORDS(kind_, name_, type, member, words_, n)                                        \
    LOGREG__FIELD(kind_, name_, type, member), .words = words_, .n_words = n

/* Both go through fields up to a row without a name. */
void logreg__put_fields(json_t **object, const void *of, const logreg__field *field);
bool logreg__read_fields(void *of, const logreg__field *field, logreg__model_reader *r, const json_t *object);

#endif
