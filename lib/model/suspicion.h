/* What speaks against taking columns of numbers for what they look like: found beside a fit, which takes them so all the same, and told by its
 * report. The doctor goes by the same rules (data/sentinel.h, data/calendar.h, data/role.h). */
#ifndef LOGREG_MODEL_SUSPICION_H
#define LOGREG_MODEL_SUSPICION_H

#include <logreg/model.h>

#include "data/calendar.h"
#include "data/rows.h"

typedef enum {
    LOGREG__SUSPECT_SENTINEL, /* some numbers stand for missing values */
    LOGREG__SUSPECT_ZEROS,    /* so do zeros */
    LOGREG__SUSPECT_DATE,     /* the numbers are dates */
    LOGREG__SUSPECT_ID,       /* they only number the rows */
    LOGREG__SUSPECT_TICKS, /* one number, and nothing where there is no tick, so that rows without are left out */
    LOGREG__SUSPECT_CODES, /* they are names of regions, races, .. */
    LOGREG__SUSPICIONS
} logreg__suspicion_kind;

typedef struct {
    logreg__suspicion_kind kind;
    char *column; /* owned */
    logreg_sentinel
        numbers; /* SENTINEL, ZEROS: which; DATE: low is the least of all; TICKS: low is the one number, n_rows those without */
    int calendar; /* DATE: a logreg__calendar */
} logreg__suspicion;

/* Words for kinds in a model's file, which are the codes of the report's warnings too. */
extern const char *const logreg__suspicion_words[LOGREG__SUSPICIONS];

/* Looks at the model's columns, and at its target. chosen: somebody named the columns one by one, so that none is told as an ID or as codes.
 * False: memory is out. */
bool logreg__suspect(logreg_model *m, const logreg_frame *frame, const logreg__rows *rows, bool chosen);

void logreg__suspicions_free(logreg__suspicion *suspicion, size_t n);

#endif
