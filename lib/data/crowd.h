/* Categories of so many levels that each is a coefficient of few rows: names of persons, places, what people wrote. */
#ifndef LOGREG_DATA_CROWD_H
#define LOGREG_DATA_CROWD_H

#include <stdbool.h>
#include <stddef.h>

/* Is a category of so many levels, in so many cases, one of these: of 20 cases or more a level for three of them or fewer, or more than 20 levels
 * with fewer than 20 cases each? */
bool logreg__crowded(size_t levels, double cases);

/* Or, since persons are no kinds, six names of persons or more with fewer than 100 cases each? Or ten of what may be kinds, as Animal, or of IDs, as
 * student_id, with fewer than 20? name: of the column. */
bool logreg__names_persons(const char *name, size_t levels, double cases);

/* Are the labels numbered, as those of persons, samples and orders are: of one form but for their digits and letters (S001, MX-0417), or hexadecimal of
 * 16 digits or more (UUIDs)? Ages (20-24) have too few digits in a row. */
bool logreg__labels_numbered(char *const *label, size_t n);

#endif
