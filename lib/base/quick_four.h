/* Four of the numbers of quick.h at once, where the processor has AVX-512. */
#ifndef LOGREG_BASE_QUICK_FOUR_H
#define LOGREG_BASE_QUICK_FOUR_H

#include <stdbool.h>
#include <stdint.h>

/* Has it? */
bool logreg__four_able(void);

/* Reads cells 0 .. 3, of which cell k begins behind text[end[k - 1]] and ends before text[end[k]], correctly rounded. False:
 * not all of them are such numbers. LOGREG__QUICK bytes before text must be readable. Only where it is able. */
bool logreg__number_four(double value[4], const char *text, const uint32_t *end, char mark);

#endif
