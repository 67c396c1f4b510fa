/* Rows whose cells stand one place too far to the right, as a comma without quotes pushes them (shifted.c). */
#ifndef LOGREG_CSV_LAYOUT_SHIFTED_H
#define LOGREG_CSV_LAYOUT_SHIFTED_H

#include "csv/csv.h"

/* The sentence on a text that fits no cell of the column, in this line, where each cell behind it fits the column to its left; where other rows are
 * so too, it tells them. EDATA, with what mends them; OK: the row is none such. */
logreg_status logreg__shifted_check(const logreg_frame *frame, size_t column, size_t line, const char *text,
                                    const logreg__csv *csv);

#endif
