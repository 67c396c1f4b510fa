/* Ages that no person has: 124, -3. */
#ifndef LOGREG_DATA_AGES_H
#define LOGREG_DATA_AGES_H

#include "data/frame.h"

/* Is it the name of an age of persons in years: age, Patient age, age_at_diagnosis, Alter (Jahre), edad, âge? Not of houses, in months, or of what is no number of years. */
bool logreg__named_age(const char *name);

/* In a column of 20 rows or more that bears such a name: at most five different numbers above LOGREG__OLDEST or below 0, in a tenth of the rows or fewer, where the others
 * lie from 0 up to 20 at least, and hardly one beyond 100 as months would. Numbers lie from min to max. O(rows), but a glance at the ends where none is so far. */
#define LOGREG__OLDEST 115

bool logreg__ages_find(logreg_sentinel *found, const logreg__column *column, size_t rows, double min,
                       double max);

/* Does one such age stand in three rows or more, as that of a date of birth that programs write for none does, or are they both too high and too low: not slips of a hand? */
bool logreg__ages_missing(const logreg_sentinel *found);

#endif
