/* Rows that are not like the others (broken.c). */
#ifndef LOGREG_CSV_LAYOUT_BROKEN_H
#define LOGREG_CSV_LAYOUT_BROKEN_H

#include "csv/split.h"

/* The sentence on a row that has not as many cells as the table, whose first column has that name, after so many good rows.
 * EDATA. */
logreg_status logreg__fail_ragged(const logreg__csv *csv, const logreg__row *row, size_t width, size_t rows,
                                  const char *first_name);

/* The sentence on a splitting that ended in a row; name of the column that it stood in, or NULL. EDATA, ENOMEM. */
logreg_status logreg__fail_split(const logreg__csv *csv, const logreg__split_result *at, const char *name);

/* Writes a row, as it stood in the file, to options.rejects, if there is such. EIO. */
logreg_status logreg__reject_write(const logreg__csv *csv, const logreg__row *row);

#endif
