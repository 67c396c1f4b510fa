/* A raw frame as the terms of a model read it: words counted, missing cells filled. */
#ifndef LOGREG_MODEL_PREDICT_READING_H
#define LOGREG_MODEL_PREDICT_READING_H

#include "model/doors/texts.h"

/* Starts as {0}. */
typedef struct {
    const logreg_frame *frame; /* to bind terms to: the raw one, or one that borrows it */
    logreg__texts texts;
    logreg__filled *filled;
} logreg__reading;

/* The frame must outlive the reading. EDATA: as logreg__texts_apply and logreg__fills_apply. ENOMEM. Clear it, whatever comes back. */
logreg_status logreg__reading_open(logreg__reading *reading, const logreg_frame *frame,
                                   const logreg__terms *terms, logreg_error *err);
void logreg__reading_clear(logreg__reading *reading);

#endif
