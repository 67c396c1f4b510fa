/* A row below the header that numbers the columns, as tables of reports and statistics offices have it (numbered.c). */
#ifndef LOGREG_CSV_LAYOUT_NUMBERED_H
#define LOGREG_CSV_LAYOUT_NUMBERED_H

#include "csv/columns.h"

/* EDATA where the first row reads 1, 2, 3 and so on, in brackets or not, or from 0 on, and is none of data: brackets are there alone, a
 * column of texts has a number there alone, or a number lies far from all others of its column. */
logreg_status logreg__numbered_check(const logreg__csv_columns *columns, const logreg_frame *frame);

#endif
