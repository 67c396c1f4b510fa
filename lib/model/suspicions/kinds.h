/* The table of kinds of suspicions: what a kind is called, and what a model's file keeps of it. */
#ifndef LOGREG_MODEL_SUSPICIONS_KINDS_H
#define LOGREG_MODEL_SUSPICIONS_KINDS_H

#include "model/file/fields.h"
#include "model/suspicions/suspicion.h"

/* Members that a suspicion has all, or none of. */
typedef struct {
    const logreg__field *field;
    bool (*has)(
        const logreg__suspicion *s); /* NULL: it always has them. A file has, if it has the first of them. */
} logreg__suspicion_part;

typedef struct {
    const char *word;               /* in a model's file, and the code of the report's warning */
    logreg__suspicion_part part[3]; /* in the order of the file, which never changes; unused ones come last */

    /* What no single member says, once they are read; NULL: nothing. */
    bool (*check)(const logreg__suspicion *s, size_t n_classes, logreg__model_reader *r,
                  const json_t *object);
} logreg__suspicion_form;

enum { LOGREG__SUSPICION_PARTS = sizeof((logreg__suspicion_form){0}.part) / sizeof(logreg__suspicion_part) };

extern const logreg__suspicion_form logreg__suspicion_table[LOGREG__SUSPICIONS];

#endif
