/* Some rows of a frame as a frame: what is worked on part by part needs little room beside the whole. */
#ifndef LOGREG_DATA_SLICE_H
#define LOGREG_DATA_SLICE_H

#include "data/frame.h"

/* Rows first .. first + n - 1, first being a multiple of SEGMENT_ROWS. Everything is borrowed; messages name rows and lines as those
 * on the whole frame do. NULL: memory is out. */
logreg_frame *logreg__slice_new(const logreg_frame *frame, size_t first, size_t n);

/* Not logreg_frame_free, which would free what is borrowed. */
void logreg__slice_free(logreg_frame *slice);

#endif
