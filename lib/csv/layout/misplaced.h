/* A header that stands among the rows of data, as where a sheet was sorted with it (misplaced.c). */
#ifndef LOGREG_CSV_LAYOUT_MISPLACED_H
#define LOGREG_CSV_LAYOUT_MISPLACED_H

#include "csv/columns.h"

/* EDATA where one line holds a text in each column of numbers, which is all that is not a number there, and in each other column what no row has; and the
 * first line, if it was taken for the header, numbers above those. */
logreg_status logreg__misplaced_check(const logreg__csv_columns *columns, const logreg_frame *frame);

#endif
