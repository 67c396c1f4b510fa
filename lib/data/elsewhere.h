/* Labels that are words of their own, since another column has them too: SMA and SMP, schools of mothers and of fathers. */
#ifndef LOGREG_DATA_ELSEWHERE_H
#define LOGREG_DATA_ELSEWHERE_H

#include "data/frame.h"

/* Does a category of the frame other than column j hold both labels, in two rows or more each? O(rows columns); two labels that a slip parts are rare. */
bool logreg__labels_elsewhere(const logreg_frame *frame, size_t j, const char *a, const char *b);

#endif
