/* Reading the members of a JSON object that was a model. Each says what is wrong, the first time, and returns false. */
#ifndef LOGREG_MODEL_FILE_READER_H
#define LOGREG_MODEL_FILE_READER_H

#include <jansson.h>

#include "model/model.h"

/* A member of an object that was asked for, there or not. */
typedef struct {
    const json_t *object;
    const char *member;
} logreg__asked;

/* A reader of one file: the first thing that is wrong ends it. */
typedef struct {
    const char *path;
    logreg_error *err;
    logreg_status status;
    const char *
        list; /* what is read stands in item number `item`, from 1, of this list, or 0: in this object; NULL: in none */
    size_t item;
    logreg__asked *asked;
    size_t n_asked, room;
} logreg__model_reader;

/* Both return false. */
bool logreg__read_wrong(logreg__model_reader *r, const char *member, const char *what);
bool logreg__read_no_memory(logreg__model_reader *r);

/* NULL: there is none. All reading of members goes through this, so that those that nobody knows are found. */
const json_t *logreg__read_member(logreg__model_reader *r, const json_t *object, const char *member);

/* Are all members of the file, and of the objects in it, among those asked for? */
bool logreg__read_all_asked(logreg__model_reader *r, json_t *file);

/* A new text; where it is optional null leaves *out as it is. */
bool logreg__read_text(char **out, logreg__model_reader *r, const json_t *object, const char *member,
                       bool optional);

bool logreg__read_count(size_t *out, logreg__model_reader *r, const json_t *object, const char *member);
bool logreg__read_flag(bool *out, logreg__model_reader *r, const json_t *object, const char *member);

/* A number, or null, which stands for NaN; says nothing. */
bool logreg__read_real(double *out, const json_t *value);

/* A member that must be a list; NULL if it is none. */
const json_t *logreg__read_array(logreg__model_reader *r, const json_t *object, const char *member);

/* Exactly n numbers; null (NaN) only where it is allowed. */
bool logreg__read_reals(double *out, size_t n, bool allow_null, logreg__model_reader *r, const json_t *object,
                        const char *member);

/* New numbers, all finite, *n of them, instead of those in *out. */
bool logreg__read_list(double **out, size_t *n, logreg__model_reader *r, const json_t *object,
                       const char *member);

/* New texts, *n of them, also if it fails halfway. */
bool logreg__read_strings(char ***out, size_t *n, logreg__model_reader *r, const json_t *object,
                          const char *member);

/* Which of n words a value is. */
bool logreg__read_word(int *out, const char *const *words, size_t n, logreg__model_reader *r,
                       const json_t *value, const char *member);

/* A text that stands twice among n would mean two things. */
bool logreg__read_distinct(char *const *list, size_t n, logreg__model_reader *r, const char *member);

#endif
