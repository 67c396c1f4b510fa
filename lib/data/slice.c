#include "data/slice.h"

#include "base/memory.h"

logreg_frame *logreg__slice_new(const logreg_frame *frame, size_t first, size_t n)
{
    logreg_frame *slice = logreg__new(1, sizeof *slice);
    logreg__column *column = logreg__new_raw(frame->n_columns, sizeof *column);
    if (!slice || !column) {
        free(slice);
        free(column);
        return NULL;
    }
    size_t run = first / LOGREG__SEGMENT_ROWS;
    for (size_t j = 0; j < frame->n_columns; j++) {
        logreg__column *c = &column[j];
        *c = frame->column[j];
        if (c->numbers)
            c->numbers += run;
        if (c->base)
            c->base += first * c->stride;
        if (c->codes)
            c->codes += run;
    }
    *slice = *frame;
    slice->column = column;
    slice->n_rows = n;
    slice->n_before += first;
    return slice;
}

void logreg__slice_free(logreg_frame *slice)
{
    if (slice)
        free(slice->column);
    free(slice);
}
