/* Holds the two roads of the CSV reader against one another. */
#ifndef TESTS_CSV_TWICE_H
#define TESTS_CSV_TWICE_H

#include <stdbool.h>

#include "csv/csv.h"

/* Reads bytes by the strict road alone, then as tuned: the same frame bit for bit, the same line for each row, the same rows
 * rejected, or the same sentence. Prints where they differ. The tuning's `strict` is of no account. */
bool same_by_both_roads(const char *bytes, size_t n, const logreg_csv_options *options,
                        const logreg__csv_tuning *tuning);

#endif
