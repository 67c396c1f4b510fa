/* Columns of small whole numbers in which some cells list several of them. */
#ifndef LOGREG_CSV_CATEGORIES_LISTS_H
#define LOGREG_CSV_CATEGORIES_LISTS_H

#include "csv/mending/strays.h"

/* Are the strays of a column of codes lists of them? */
bool logreg__lists_codes(const logreg__fault *fault, const logreg__csv *csv);

/* The sentence, where they are. EDATA. */
logreg_status logreg__lists_fault(const logreg__fault *fault, const logreg__csv *csv);

#endif
