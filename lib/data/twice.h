/* Files that hold their rows twice, one time after the other. */
#ifndef LOGREG_DATA_TWICE_H
#define LOGREG_DATA_TWICE_H

#include "data/frame.h"

/* Are there ten rows or more behind which the same stand again, all of them, in the same order, with a column of numbers that hardly repeats among them otherwise? Not of
 * sparse rows. O(cells), but a glance where they are not. False too where memory is out: it is a note less. */
bool logreg__frame_twice(const logreg_frame *frame);

#endif
