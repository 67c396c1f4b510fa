/* Columns that no fit can use, or that it would take and warn of (logreg_frame_aside): told with what else stands in its way. */
#ifndef LOGREG_DATA_ASIDE_H
#define LOGREG_DATA_ASIDE_H

#include "base/text.h"
#include "data/frame.h"

/* Ends a sentence on other columns: "; and leave out, as IDs or dates, ", for kinds of which there are some, a bit each. */
void logreg__aside_begin(logreg__text *text, unsigned kinds);

/* Are the levels of a category dates: 2024-01-31, 31.1.24, 1/31/2024, perhaps with a time behind, days and months in words, 03/2021? So
 * many, in so many rows, that they are no category. seen: those for which it is 0 do not occur; NULL: all do. */
bool logreg__are_dates(const logreg__column *column, const unsigned char *seen, size_t levels, size_t rows);

#endif
