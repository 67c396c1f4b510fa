/* Columns of sentences. */
#ifndef LOGREG_DATA_PROSE_H
#define LOGREG_DATA_PROSE_H

#include "data/frame.h"

/* Are most labels of a category four words and more, so that its words may tell what its labels, of which there are too many, do not? */
bool logreg__is_prose(const logreg__column *column);

#endif
