/* Rows that sum up others (totals.c). */
#ifndef LOGREG_CSV_LAYOUT_TOTALS_H
#define LOGREG_CSV_LAYOUT_TOTALS_H

#include "csv/csv.h"
#include "csv/numbers/sums.h"

/* EDATA if rows sum up others: they say so and a number in each is the sum, the mean or the number of those above, of the block or of all;
 * or the last one says nothing, but all its numbers are that, and no row of data could hold one of them. ENOMEM. */
logreg_status logreg__totals_check(const logreg_frame *frame, const logreg__csv *csv);

/* The same by labels alone, where some columns are at fault, so that rows have gaps. */
logreg_status logreg__totals_labelled(const logreg_frame *frame, const logreg__csv *csv);

/* The same of a last row without a label, of four rows or more. (totals_last.c) */
logreg_status logreg__totals_last(const logreg_frame *frame, const logreg__csv *csv);

/* "sum", "mean", "number" */
extern const char *const logreg__relation_names[];

#endif
