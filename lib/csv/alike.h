/* Values that look alike (alike.c). */
#ifndef LOGREG_CSV_ALIKE_H
#define LOGREG_CSV_ALIKE_H

#include "csv/csv.h"

/* EDATA for two values of a category that a reader cannot tell apart, or one that shows nothing; ENOMEM. */
logreg_status logreg__values_check(const logreg_frame *frame, const logreg__csv *csv);

#endif
