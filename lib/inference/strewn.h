/* Points strewn over where the variables of two models lie, which keep no rows: what is so at all of them is so as a function. */
#ifndef LOGREG_INFERENCE_STREWN_H
#define LOGREG_INFERENCE_STREWN_H

#include "model/model.h"

typedef struct {
    logreg_frame *frame;
    logreg__rows *rows; /* of it, that all expressions of the models have values in */
} logreg__strewn;

/* n points, in the columns that one of the models or both read, offsets too. EDATA: there are none, since a level that is read as a number is none.
 * ENOMEM. Clear it whatever comes out. */
logreg_status logreg__strewn_make(logreg__strewn *at, const logreg_model *const models[2], size_t n,
                                  logreg_error *err);
void logreg__strewn_clear(logreg__strewn *at);

#endif
