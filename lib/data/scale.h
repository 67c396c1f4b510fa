/* What tells codes for missing values from the answers of a scale, or from counts. */
#ifndef LOGREG_DATA_SCALE_H
#define LOGREG_DATA_SCALE_H

#include "data/frame.h"

/* Is it a name of things of which there are none or more, whatever they are counted for? */
bool logreg__named_things(const char *name);

/* Is it a name of what is counted, so that it can be no fewer than none, and may have an 8 without a 7? */
bool logreg__named_count(const char *name);

/* Codes below the answers, by n numbers in order, the first of which is below 0. (scale_below.c) */
bool logreg__scale_below(logreg_sentinel *found, const char *name, const double *sorted, size_t n);

/* May numbers below 0, all of them codes of other columns of the file, be codes though they are near to the answers: below whole numbers, under no name of what may be below 0, but no tail of
 * these, and no scale that goes down as far as up, but for one in 20 rows beside 0 and 1? (scale_below.c) */
bool logreg__scale_beside(const char *name, const double *sorted, size_t n);

/* Codes of one digit behind a scale, all of them codes of other columns of the file: 8 in one row beside 1 to 4, but under no name of what is counted. (scale.c) */
bool logreg__scale_digits(logreg_sentinel *found, const char *name, const double *sorted, size_t n,
                          const bool code[10]);

#endif
