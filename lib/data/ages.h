/* Ages that no person has: 124, -3. */
#ifndef LOGREG_DATA_AGES_H
#define LOGREG_DATA_AGES_H

#include "data/frame.h"

/* Is it the name of an age of persons in years: age, Patient age, age_at_diagnosis, Alter (Jahre), edad, âge? Not of houses, in months, or of what is no number of years. */
bool logreg__named_age(const char *name);

/* Is it that, or a name of other times that people count in years: work_experience, tenure? */
bool logreg__named_years(const char *name);

/* In a column of 20 rows or more that bears such a name: numbers above LOGREG__OLDEST or below 0, in a tenth of the rows or fewer, or years of birth in half of them or fewer, where
 * the others lie from 0 up to 20 at least, and hardly one beyond 100 as months would; where they reach 100, further off than twice their widest gap, but for 120 and what people choose. between: they are more than found can hold, which has the first and the last of them.
 * Numbers lie from min to max. O(rows), but a glance at the ends where none is so far. */
#define LOGREG__OLDEST 115
#define LOGREG__OLDEST_TEXT "115"

bool logreg__ages_find(logreg_sentinel *found, bool *between, const logreg__column *column, size_t rows,
                       double min, double max);

/* Are numbers so far out, which are not told by their first and last alone, of no hand's slip: does one stand in three rows or more, as that of a date of birth that programs
 * write for none does, or are they both too high and too low? Different years are of births. */
bool logreg__ages_missing(const logreg_sentinel *found);

/* May all numbers in a column of ages, from the first to the last, be years of birth? */
bool logreg__ages_born(double from, double to);

/* May numbers far below others, from the first to the last, be ages where these are years of birth? */
bool logreg__ages_for_years(double from, double to, double low, double high);

#endif
