#include "model/predict/reading.h"

logreg_status logreg__reading_open(logreg__reading *r, const logreg_frame *frame, const logreg__terms *terms,
                                   logreg_error *err)
{
    r->frame = frame;
    logreg_status status = logreg__texts_apply(&r->texts, &r->frame, terms, err);
    if (status == LOGREG_OK)
        status = logreg__fills_apply(&r->filled, &r->frame, terms->fill, terms->n_fills, err);
    return status;
}

void logreg__reading_clear(logreg__reading *r)
{
    logreg__filled_free(r->filled);
    logreg__texts_clear(&r->texts);
    *r = (logreg__reading){0};
}
