/* Parts of reading an outcome, each of which walks the kept rows once. */
#ifndef LOGREG_DESIGN_RESPONSE_READ_H
#define LOGREG_DESIGN_RESPONSE_READ_H

#include "design/response.h"

/* A walk over the kept rows, a block at a time: place[] of each in turn. Starts with rows alone. */
typedef struct {
    const logreg__rows *rows;
    size_t next, count;
    size_t place[LOGREG__BLOCK_ROWS];
} logreg__stroll;

static inline bool logreg__stroll_on(logreg__stroll *s)
{
    if (s->next >= s->rows->n)
        return false;
    size_t left = s->rows->n - s->next;
    s->count = left < LOGREG__BLOCK_ROWS ? left : LOGREG__BLOCK_ROWS;
    logreg__rows_list(s->rows, s->next, s->count, s->place);
    s->next += s->count;
    return true;
}

/* Of the row's outcome, or of each of its trials. */
static inline double logreg__prior_weight(const logreg__response *r, size_t place)
{
    return (r->weights ? logreg__column_number(r->weights, place) : 1) *
           (r->sampling ? logreg__column_number(r->sampling, place) : 1);
}

/* EDATA: a weight that is negative. */
logreg_status logreg__weights_check(const logreg__response *r, const logreg__rows *rows, logreg_error *err);

/* Fills in label, weight and how a cell becomes a class. What was allocated so far is freed with the response. */
logreg_status logreg__classes_of_category(logreg__response *r, const logreg__rows *rows, logreg_error *err);
logreg_status logreg__classes_of_numbers(logreg__response *r, const logreg__rows *rows, int threads,
                                         logreg_error *err);
logreg_status logreg__classes_of_counts(logreg__response *r, const logreg__rows *rows, logreg_error *err);

/* Makes the class called positive the event; NULL: it stays the last. EDATA, EINVAL. */
logreg_status logreg__classes_choose(logreg__response *r, const char *positive, logreg_error *err);

/* Once the classes are there: fills in factor and counted, and multiplies weight, by "balanced" or LABEL=W,.. (NULL: nothing). EINVAL, EDATA, ENOMEM. */
logreg_status logreg__class_weights_read(logreg__response *r, const char *text, logreg_error *err);

#endif
