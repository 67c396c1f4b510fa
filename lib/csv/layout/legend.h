/* A legend beside the table: 0 unemployed, 1 employed, 2 retired, which are the codes of one column. */
#ifndef LOGREG_CSV_LAYOUT_LEGEND_H
#define LOGREG_CSV_LAYOUT_LEGEND_H

#include "base/text.h"
#include "data/frame.h"

/* Adds "the codes of 'job', --categorical job" where what stands in the columns from `side` on says what the numbers of others mean, three or more, which are
 * all that those hold; nothing where it does not. */
void logreg__legend_tell(logreg__text *text, const logreg_frame *frame, size_t side);

#endif
