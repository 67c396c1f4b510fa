/* Texts that sort as what they mean: dates with the year first, times of day with two digits. */
#ifndef LOGREG_FORMULA_ORDERED_H
#define LOGREG_FORMULA_ORDERED_H

#include <stdbool.h>
#include <stddef.h>

/* order[i]: below 0 where text i comes before another, above where behind it, 0 where they are equal. False, and nothing there: not all are dates as 2015-08-22, to the minute or the second too and
 * written alike, or times as 20:00, the other among them. */
bool logreg__texts_in_order(double *order, char *const *text, size_t n, const char *other);

#endif
