/* Where in a file a row of a frame stands, for sentences on its cells. */
#ifndef LOGREG_DATA_PLACE_H
#define LOGREG_DATA_PLACE_H

#include "data/frame.h"

/* EDATA with a sentence that begins with the cell's place, "data.csv:7:3: ", where the frame was read from a file, else
 * with "row 6: ". row counts from 0; column NULL: the row as a whole. */
__attribute__((nonnull(2, 5), format(printf, 5, 6))) logreg_status
logreg__fail_at(logreg_error *err, const logreg_frame *frame, size_t row, const logreg__column *column,
                const char *format, ...);

/* Keeps the notes on lines and origins right where only the rows with stays[row] != 0 of n stay. False: memory is out, and nothing
 * changed. */
bool logreg__frame_keep_places(logreg_frame *frame, const unsigned char *stays, size_t n);

#endif
