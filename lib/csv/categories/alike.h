/* Values that look alike (alike.c), or once did. */
#ifndef LOGREG_CSV_CATEGORIES_ALIKE_H
#define LOGREG_CSV_CATEGORIES_ALIKE_H

#include "csv/csv.h"

/* EDATA for two values of a category that a reader cannot tell apart, or one that shows nothing; ENOMEM. */
logreg_status logreg__values_check(const logreg_frame *frame, const logreg__csv *csv);

/* EDATA where a value or a name was UTF-8 that a program took for another encoding, and its right form is a value of the column too; a note
 * of the frame where it is not; ENOMEM. (mojibake.c) */
logreg_status logreg__mojibake_check(logreg_frame *frame, const logreg__csv *csv);

#endif
