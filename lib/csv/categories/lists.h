/* Columns of small whole numbers in which some cells list several of them. */
#ifndef LOGREG_CSV_CATEGORIES_LISTS_H
#define LOGREG_CSV_CATEGORIES_LISTS_H

#include "csv/mending/strays.h"

/* Are the strays of a column of codes lists of them? Or those of numbers of things, of which there are many? (id_lists.c) */
bool logreg__lists_codes(const logreg__fault *fault, const logreg__csv *csv);
bool logreg__lists_ids(const logreg__fault *fault);
logreg_status logreg__id_lists_fault(const logreg__fault *fault, const logreg__csv *csv);

static inline bool logreg__lists_any(const logreg__fault *fault, const logreg__csv *csv)
{
    return logreg__lists_codes(fault, csv) || logreg__lists_ids(fault);
}

/* The sentence, where they are either. EDATA. */
logreg_status logreg__lists_fault(const logreg__fault *fault, const logreg__csv *csv);

#endif
