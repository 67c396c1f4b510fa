/* Within day_form.c: what the order of the rows tells of dates. */
#ifndef LOGREG_DATA_DAY_SEQUENCE_H
#define LOGREG_DATA_DAY_SEQUENCE_H

#include "data/day_form.h"

/* Of dates in texts whose year is behind: do they rise, or fall, over five days or more from row to row by one order alone of day and month? Not where
 * the texts are sorted as texts. */
bool logreg__day_sequence(logreg__day_order *order, const logreg__column *c, size_t rows, size_t language);

#endif
